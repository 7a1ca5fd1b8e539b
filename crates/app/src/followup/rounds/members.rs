//! Changing who takes part: org units are added, and those that nobody has begun for are taken away.

use std::collections::BTreeSet;

use domain::followup::AccountState;
use domain::ids::{FollowUpId, OrgUnitId};

use super::super::store::{self, Account};
use super::edit;
use super::members_page::{MOST, explained, members, shown};
use super::open::account;
use crate::cx::Cx;
use crate::together::cover_new;
use crate::together::store::{
    end_substitute, invitations_among, remove_invitation, substitutes_among,
};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Makes those take part who are ticked among those shown. What has been begun is never taken away.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let round = edit::find(cx)?;
    let form = &cx.req.form;
    let under: OrgUnitId = form.parsed("under").or_not_found()?;
    cx.structure.organisation.get(under).or_not_found()?;
    let ids = |name: &str| -> BTreeSet<OrgUnitId> {
        form.all(name).take(MOST).filter_map(|id| id.parse().ok()).collect()
    };
    let (seen, ticked) = (ids("visad"), ids("enhet"));
    if cx.today() > round.closes_on {
        let texts = cx.texts();
        let title = texts.followup_round_closed();
        return explained(cx, (&round, under), title, texts.followup_members_closed());
    }
    let members = members(cx, &round)?;
    let known: BTreeSet<OrgUnitId> = shown(cx, &members, under).into_iter().collect();
    let asks = |unit: &&OrgUnitId| ticked.contains(unit) && !members.contains_key(unit);
    let added: Vec<OrgUnitId> = seen.intersection(&known).filter(asks).copied().collect();
    let mut removed: Vec<Account> = Vec::new();
    let mut begun: Vec<&str> = Vec::new();
    for unit in seen.intersection(&known).filter(|unit| !ticked.contains(unit)) {
        match members.get(unit) {
            Some(account) if account.state == AccountState::NotStarted => {
                removed.push(account.clone());
            }
            Some(_) => begun.push(cx.structure.organisation.name(*unit)),
            None => {}
        }
    }
    if !begun.is_empty() {
        let texts = cx.texts();
        let sentence = texts.followup_begun_meanwhile_text(begun.join(", "));
        let title = texts.followup_begun_meanwhile();
        return explained(cx, (&round, under), title, &sentence);
    }
    let asked = store::reporting_in(cx.tx, (round.period, round.plan.kind), cx.today())?;
    if let Some((unit, title)) = added.iter().find_map(|unit| asked.get_key_value(unit)) {
        let name = cx.structure.organisation.name(*unit).to_owned();
        let sentence = cx.texts().followup_period_taken(title, name);
        let title = cx.texts().followup_not_added();
        return explained(cx, (&round, under), title, &sentence);
    }
    let accounts: Vec<Account> = added.iter().map(|unit| account(cx, &round, *unit)).collect();
    let here = Response::see_other(&format!("/folja-upp/runda/{}/enheter?under={under}", round.id));
    if !accounts.is_empty() {
        store::insert_accounts(cx.tx, &accounts)?;
        let days = (round.opens_on, round.closes_on);
        cover_new(cx, accounts.iter().map(|one| (one.id, one.org_unit)), days)?;
    }
    if !removed.is_empty() {
        end_what_was_asked(cx, &removed)?;
        store::remove_accounts(cx.tx, &removed)?;
    }
    Ok(here)
}

/// Ends invitations to accounts that go away, and those named to write them: one who takes part again
/// gets a new account, where only who stands in for the org unit is asked.
pub(super) fn end_what_was_asked(cx: &mut Cx<'_, '_>, removed: &[Account]) -> Result<(), AppError> {
    let ids: BTreeSet<FollowUpId> = removed.iter().map(|account| account.id).collect();
    let now = cx.visit.now;
    for one in invitations_among(cx.tx, &ids)? {
        remove_invitation(cx.tx, &one, now)?;
    }
    for one in substitutes_among(cx.tx, &ids)? {
        end_substitute(cx.tx, &one, now)?;
    }
    Ok(())
}

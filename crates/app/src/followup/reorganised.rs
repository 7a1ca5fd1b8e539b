//! What has happened to the org units of a round since it opened: those that moved, were merged or
//! ended, told alike on every page where their accounts are read or counted (decision 0039).

use std::collections::{BTreeMap, BTreeSet};

use domain::followup::Round;
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, Organisation};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::behind::{answering, counts};
use super::reach::Found;
use super::store::{self, Account};
use super::{at_hand, state_word};
use crate::cx::Cx;
use crate::i18n::date;
use crate::organisation::lineage;
use crate::organisation::store::{Move, moves_since};
use crate::web::error::{Answer, AppError};
use crate::web::ui::{Tone, notice};

/// Org units asked for one by one; of more all accounts of the round are read.
const FEW: usize = 100;

/// The moves since a round opened, also after it closed: where each org unit came from first, and where
/// it is since. An account is counted where its org unit lies today, so a later move changes the numbers of
/// a closed round too, and is told for as long as it does.
fn moves(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Vec<Move>, AppError> {
    let today = cx.today();
    let mut found: Vec<Move> = Vec::new();
    for one in moves_since(cx.tx, round.opens_on)?.into_iter().filter(|one| one.on <= today) {
        match found.iter_mut().find(|before| before.org_unit == one.org_unit) {
            Some(before) => (before.to, before.on) = (one.to, one.on),
            None => found.push(one),
        }
    }
    found.retain(|one| one.from != one.to);
    Ok(found)
}

/// The org units that have ended, or will before the round closes, each with its last day. One that
/// ended long before takes no part.
fn ended<'o>(organisation: &'o Organisation, round: &Round) -> Vec<(&'o OrgUnit, Date)> {
    let first = round.opens_on.saturating_sub(1.year());
    let last =
        |unit: &OrgUnit| unit.valid_to.filter(|last| (first..=round.closes_on).contains(last));
    organisation.all().filter_map(|unit| Some((unit.as_ref(), last(unit)?))).collect()
}

/// The accounts of some org units in a round.
fn accounts(
    cx: &mut Cx<'_, '_>,
    round: &Round,
    units: &BTreeSet<OrgUnitId>,
) -> Result<BTreeMap<OrgUnitId, Account>, AppError> {
    let found = match units.len() {
        0 => Vec::new(),
        some if some <= FEW => store::accounts_of_org_units(cx.tx, units)?,
        _ => store::accounts_of_round(cx.tx, round.id)?,
    };
    let own = found.into_iter().filter(|one| one.round == round.id);
    Ok(own.map(|one| (one.org_unit, one)).filter(|(unit, _)| units.contains(unit)).collect())
}

/// What has happened to the org units of a round, as seen from a body or from the whole municipality:
/// a sentence for each, and nothing of those that are not asked.
pub fn happened(
    cx: &mut Cx<'_, '_>,
    body: Option<OrgUnitId>,
    round: &Round,
) -> Result<Vec<String>, AppError> {
    let moves = moves(cx, round)?;
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let ended = ended(organisation, round);
    let mut concerned: BTreeSet<OrgUnitId> = ended.iter().map(|(unit, _)| unit.id).collect();
    concerned.extend(moves.iter().flat_map(|one| organisation.subtree(one.org_unit)));
    let accounts = accounts(cx, round, &concerned)?;
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let answering = body.map_or_else(BTreeSet::new, |body| answering(&cx.decided(), body));
    let teller = Teller { cx, organisation, body, answering, accounts };
    let moved = moves.iter().filter_map(|one| teller.moved(one));
    let ended = ended.iter().filter_map(|(unit, last)| teller.ended(unit, *last));
    Ok(moved.chain(ended).collect())
}

/// What the sentences are made from.
struct Teller<'t, 'x, 'c> {
    cx: &'t Cx<'x, 'c>,
    organisation: &'t Organisation,
    body: Option<OrgUnitId>,
    answering: BTreeSet<OrgUnitId>,
    accounts: BTreeMap<OrgUnitId, Account>,
}

impl Teller<'_, '_, '_> {
    fn is_inside(&self, place: OrgUnitId) -> bool {
        self.body.is_none_or(|body| counts(self.organisation, body, place))
    }

    fn moved(&self, one: &Move) -> Option<String> {
        let within = |unit: &OrgUnitId| self.organisation.is_within(*unit, one.org_unit);
        if !self.accounts.keys().any(within) {
            return None;
        }
        let (texts, name) = (self.cx.texts(), |id| self.organisation.name(id));
        let (day, unit) = (date(texts.language, one.on), name(one.org_unit));
        match (self.is_inside(one.from), self.is_inside(one.to)) {
            (true, false) if self.answering.iter().any(within) => {
                Some(texts.followup_moved_away_answers(day, name(one.to), unit))
            }
            (true, false) => Some(texts.followup_moved_away(day, name(one.to), unit)),
            (false, true) => Some(texts.followup_moved_here(day, name(one.from), unit)),
            (true, true) => {
                Some(texts.followup_moved_inside(day, name(one.from), name(one.to), unit))
            }
            (false, false) => None,
        }
    }

    /// That an org unit has ended, and who took over: told where its account is counted and where its
    /// heir is.
    fn ended(&self, unit: &OrgUnit, last: Date) -> Option<String> {
        let account = self.accounts.get(&unit.id)?;
        let texts = self.cx.texts();
        let (day, name) = (date(texts.language, last), unit.name.as_str());
        let when = if last < self.cx.today() { "past" } else { "future" };
        let state = state_word(texts, account.state);
        let here = self.is_inside(unit.id);
        match unit.succeeded_by {
            Some(heir) if here => {
                let heir = self.organisation.name(heir);
                Some(texts.followup_merged(day, heir, state, name, when))
            }
            Some(heir) if self.is_inside(heir) => {
                let place = unit.parent.map_or("", |id| self.organisation.name(id));
                let heir = self.organisation.name(heir);
                Some(texts.followup_merged_elsewhere(day, heir, place, name, when))
            }
            None if here => Some(texts.followup_has_ended(day, state, name, when)),
            _ => None,
        }
    }
}

/// The same as a notice; nothing when nothing has happened.
pub fn happened_notice(
    cx: &mut Cx<'_, '_>,
    body: Option<OrgUnitId>,
    round: &Round,
) -> Result<Markup, AppError> {
    let sentences = happened(cx, body, round)?;
    if sentences.is_empty() {
        return Ok(html! {});
    }
    let title = cx.texts().followup_organisation_changed();
    Ok(notice(Tone::Neutral, title, &html! { ul { @for one in &sentences { li { (one) } } } }))
}

/// What has happened that whoever reads or writes one account should know: that its org unit has come
/// to lie elsewhere, alone or with what it lies under, and who was merged into it.
pub(super) fn account(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Markup, AppError> {
    let moves = moves(cx, &found.round)?;
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let merged: BTreeSet<OrgUnitId> =
        lineage(organisation, found.account.org_unit).into_iter().collect();
    let merged = accounts(cx, &found.round, &merged)?;
    let texts = cx.texts();
    let own =
        moves.iter().filter(|one| organisation.is_within(found.account.org_unit, one.org_unit));
    let name = |id: OrgUnitId| organisation.name(id);
    let heir = name(found.account.org_unit);
    let last = |id: &OrgUnitId| organisation.get(*id).and_then(|unit| unit.valid_to);
    Ok(html! {
        @for one in own {
            (notice(
                Tone::Neutral,
                &texts.followup_unit_moved(date(texts.language, one.on), name(one.to), name(one.org_unit)),
                &html! { p { (texts.followup_unit_moved_text(name(one.from), name(one.to))) } },
            ))
        }
        @for (unit, account) in &merged {
            @if let Some(last) = last(unit) {
                @let when = if last < cx.today() { "past" } else { "future" };
                @let state = state_word(texts, account.state);
                (notice(
                    Tone::Neutral,
                    &texts.followup_unit_merged(date(texts.language, last), heir, name(*unit), when),
                    &html! { p { (texts.followup_unit_merged_text(state, name(*unit))) } },
                ))
            }
        }
    })
}

/// The open rounds with accounts at or under an org unit, and how many: what a change of the
/// organisation takes with it.
pub fn accounts_below(cx: &mut Cx<'_, '_>, top: OrgUnitId) -> Answer<Vec<(Round, i64)>> {
    let mut found = Vec::new();
    for round in at_hand(cx)?.open {
        let accounts = store::accounts_of_round(cx.tx, round.id)?;
        let organisation = &cx.structure.organisation;
        let below = accounts.iter().filter(|one| organisation.is_within(one.org_unit, top)).count();
        if below > 0 {
            found.push((round, i64::try_from(below).unwrap_or(i64::MAX)));
        }
    }
    Ok(found)
}

//! Org units that came to lie elsewhere while a round is open: whose their accounts are now, told to
//! those who write, to those who read and to those who no longer do.

use std::collections::BTreeSet;

use domain::followup::Round;
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::at_hand;
use super::behind::answering;
use super::reach::Found;
use super::store;
use crate::cx::Cx;
use crate::i18n::date;
use crate::organisation::store::{Move, moves_since};
use crate::web::error::{Answer, AppError};
use crate::web::ui::{Tone, notice};

/// The moves of a round until it closed.
fn of_round(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Vec<Move>, AppError> {
    let last = round.closes_on.min(cx.today());
    let mut moves = moves_since(cx.tx, round.opens_on)?;
    moves.retain(|one| one.on <= last);
    Ok(moves)
}

/// That the org unit of an account has come to lie elsewhere, alone or with what it lies under.
pub(super) fn account(cx: &mut Cx<'_, '_>, found: &Found) -> Result<Markup, AppError> {
    let moves = of_round(cx, &found.round)?;
    let (texts, organisation) = (cx.texts(), &cx.structure.organisation);
    let own =
        moves.iter().filter(|one| organisation.is_within(found.account.org_unit, one.org_unit));
    let name = |id: OrgUnitId| organisation.name(id);
    Ok(html! {
        @for one in own {
            (notice(
                Tone::Neutral,
                &texts.followup_unit_moved(date(texts.language, one.on), name(one.to), name(one.org_unit)),
                &html! { p { (texts.followup_unit_moved_text(name(one.from), name(one.to))) } },
            ))
        }
    })
}

/// What has come to a body, left it or moved inside it since the round opened, a sentence each; only
/// what has accounts in the round.
pub(super) fn sentences(
    cx: &mut Cx<'_, '_>,
    body: Option<OrgUnitId>,
    round: &Round,
) -> Result<Vec<String>, AppError> {
    told(cx, (body, &BTreeSet::new()), round)
}

/// The same where the org units in the set are counted although they lie elsewhere.
fn told(
    cx: &mut Cx<'_, '_>,
    (body, answering): (Option<OrgUnitId>, &BTreeSet<OrgUnitId>),
    round: &Round,
) -> Result<Vec<String>, AppError> {
    let moves = of_round(cx, round)?;
    if moves.is_empty() {
        return Ok(Vec::new());
    }
    let accounts = store::accounts_of_round(cx.tx, round.id)?;
    let (texts, organisation) = (cx.texts(), &cx.structure.organisation);
    let asked = |one: &&Move| {
        accounts.iter().any(|account| organisation.is_within(account.org_unit, one.org_unit))
    };
    let inside = |place: OrgUnitId| body.is_none_or(|body| organisation.is_within(place, body));
    let name = |id: OrgUnitId| organisation.name(id);
    let told = moves.iter().filter(asked).filter_map(|one| {
        let (day, unit) = (date(texts.language, one.on), name(one.org_unit));
        let answers = |unit: &OrgUnitId| organisation.is_within(*unit, one.org_unit);
        Some(match (inside(one.from), inside(one.to)) {
            (true, false) if answering.iter().any(answers) => {
                texts.followup_moved_away_answers(day, name(one.to), unit)
            }
            (true, false) => texts.followup_moved_away(day, name(one.to), unit),
            (false, true) => texts.followup_moved_here(day, name(one.from), unit),
            (true, true) => texts.followup_moved_inside(day, name(one.from), name(one.to), unit),
            (false, false) => return None,
        })
    });
    Ok(told.collect())
}

/// The same as a notice; nothing when nothing has moved.
pub fn moved_notice(
    cx: &mut Cx<'_, '_>,
    body: OrgUnitId,
    round: &Round,
) -> Result<Markup, AppError> {
    let sentences = sentences(cx, Some(body), round)?;
    Ok(shown(cx, &sentences))
}

/// The same where the report of a body is told, which also counts those whose goals answer to its own.
pub fn moved_in_report(
    cx: &mut Cx<'_, '_>,
    body: OrgUnitId,
    round: &Round,
) -> Result<Markup, AppError> {
    let answering = answering(&cx.decided(), body);
    let sentences = told(cx, (Some(body), &answering), round)?;
    Ok(shown(cx, &sentences))
}

fn shown(cx: &Cx<'_, '_>, sentences: &[String]) -> Markup {
    if sentences.is_empty() {
        return html! {};
    }
    let title = cx.texts().followup_organisation_changed();
    notice(Tone::Neutral, title, &html! { ul { @for one in sentences { li { (one) } } } })
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

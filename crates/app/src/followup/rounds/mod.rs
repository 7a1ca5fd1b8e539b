//! Rounds: which are at hand, the one a page is about, all of them, and opening and correcting one.

mod choice;
mod closing;
mod days;
mod edit;
mod form;
mod from_wheel;
mod list;
mod members;
mod members_page;
mod open;
mod periods;
mod plan;
mod taking_part;

use domain::access::Action;
use domain::followup::{AtHand, Round};
use domain::ids::{OrgUnitId, RoundId};

use super::store;
use crate::cx::Cx;
use crate::i18n::{Texts, date_short};
use crate::routes::{Access, Routes};
use crate::web::error::{Answer, AppError, OrNotFound};

pub use choice::{Asks, asks_of, round_choice, round_choice_among};
pub(super) use list::section;

/// The pages where rounds are opened, corrected and closed.
pub(super) fn routes(routes: &mut Routes) {
    let opens = Access::May(Action::Adopt);
    routes
        .get("/folja-upp/ny", opens, open::show)
        .post("/folja-upp", opens, open::open)
        .get("/folja-upp/runda/{round}", opens, edit::show)
        .post("/folja-upp/runda/{round}", opens, edit::change)
        .get("/folja-upp/runda/{round}/stang", opens, closing::ask)
        .post("/folja-upp/runda/{round}/stang", opens, closing::close)
        .post("/folja-upp/runda/{round}/ta-bort", opens, edit::remove)
        .post("/folja-upp/runda/{round}/mall", opens, plan::take)
        .get("/folja-upp/runda/{round}/enheter", opens, members_page::show)
        .post("/folja-upp/runda/{round}/enheter", opens, members::change);
}

/// The rounds that matter today, each with the day of those the visitor stands among.
pub fn at_hand(cx: &mut Cx<'_, '_>) -> Result<AtHand, AppError> {
    Ok(AtHand::of(all_seen(cx)?, cx.today()))
}

/// All rounds, each with the day of those the visitor stands among, the one due last first.
pub fn all_seen(cx: &mut Cx<'_, '_>) -> Result<Vec<Round>, AppError> {
    let mut rounds = store::rounds(cx.tx)?;
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    if let Some(unit) = home.and_then(|home| cx.structure.organisation.get(home)) {
        for round in &mut rounds {
            *round = round.seen_from(&unit.level);
        }
    }
    Ok(rounds)
}

/// A round with the day of an org unit.
pub fn seen_at(cx: &Cx<'_, '_>, round: &Round, org_unit: OrgUnitId) -> Round {
    let unit = cx.structure.organisation.get(org_unit);
    unit.map_or_else(|| round.clone(), |unit| round.seen_from(&unit.level))
}

/// The round that the address asks for, else the one at hand; none before the first.
pub fn asked_for(cx: &mut Cx<'_, '_>) -> Answer<Option<Round>> {
    let all = all_seen(cx)?;
    asked_among(cx, &all)
}

/// The same where the rounds are read already.
pub fn asked_among(cx: &Cx<'_, '_>, all: &[Round]) -> Answer<Option<Round>> {
    let asked = cx.req.query.text("runda");
    if asked.is_empty() {
        return Ok(AtHand::of(all.iter().cloned(), cx.today()).shown().cloned());
    }
    let id: RoundId = asked.parse().ok().or_not_found()?;
    Ok(Some(all.iter().find(|round| round.id == id).or_not_found()?.clone()))
}

/// An address about a round; that of the one at hand needs not say which.
pub fn about(address: &str, round: &Round, rounds: &AtHand) -> String {
    if rounds.shown().is_some_and(|shown| shown.id == round.id) {
        address.to_owned()
    } else {
        format!("{address}?runda={}", round.id)
    }
}

/// When a planned round opens, in a sentence.
pub fn planned_words(texts: Texts, round: &Round) -> String {
    texts.followup_planned(date_short(texts.language, round.opens_on), &round.title)
}

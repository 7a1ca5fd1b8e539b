//! Making the wheels of all org units below at once: looked through first, kept in one step, and
//! taken back in one.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::calendar::WheelStep;
use domain::ids::OrgUnitId;

use super::below::Below;
use super::below_page::Page;
use super::reading::{asked, by_unit, days_of};
use super::store::{self, Wheel};
use super::undo::may_undo;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Where it is done.
pub(super) fn address(org_unit: OrgUnitId, year: i16) -> String {
    format!("{}/under", super::url(org_unit, year))
}

/// Shows what would be made.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    let below = Below::read(cx, org_unit, year)?;
    let made = made_lately(cx, &below.there)?;
    let page = Page { cx, org_unit, year, below: &below, made: &made, wrong: None };
    let (title, body) = (page.title(), page.body());
    Ok(cx.page(&title, Nav::Plan, &body))
}

/// Keeps those that are ticked.
pub(super) fn make(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    let below = Below::read(cx, org_unit, year)?;
    let ticked: BTreeSet<OrgUnitId> =
        cx.req.form.all("enhet").filter_map(|id| id.parse().ok()).collect();
    let there = |id: &OrgUnitId| below.there.iter().any(|wheel| wheel.org_unit == *id);
    let drafted = |id: &OrgUnitId| below.drafts.iter().any(|one| one.org_unit == *id);
    // The same form sent twice is no mistake.
    if !ticked.is_empty() && ticked.iter().all(there) {
        return Ok(Response::see_other(&address(org_unit, year)));
    }
    let wrong = if !ticked.iter().any(drafted) {
        Some(cx.texts().wheel_below_nothing_chosen())
    } else if cx.req.form.text("avtryck") != below.fingerprint() {
        Some(cx.texts().wheel_offer_changed())
    } else {
        None
    };
    if wrong.is_some() {
        let made = made_lately(cx, &below.there)?;
        let page = Page { cx, org_unit, year, below: &below, made: &made, wrong };
        let (title, body) = (page.title(), page.body());
        return Ok(cx.refused(&title, Nav::Plan, &body));
    }
    let (at, person_name) = (cx.visit.now, cx.person()?.name.clone());
    let chosen: Vec<_> =
        below.drafts.into_iter().filter(|one| ticked.contains(&one.org_unit)).collect();
    let wheels: Vec<Wheel> = chosen
        .iter()
        .map(|one| Wheel {
            id: cx.new_id(),
            org_unit: one.org_unit,
            year,
            at,
            person_name: person_name.clone(),
        })
        .collect();
    let steps: Vec<WheelStep> = chosen.into_iter().flat_map(|one| one.steps).collect();
    store::insert_wheels(cx.tx, &wheels)?;
    store::insert_steps_of_wheels(cx.tx, &steps)?;
    Ok(Response::see_other(&address(org_unit, year)))
}

/// Takes back the wheels that were made together last and that nobody has worked on since.
pub(super) fn undo(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    let organisation = cx.structure.organisation.clone();
    let wheels = store::wheels_of_year(cx.tx, year)?;
    let under = |wheel: &Wheel| {
        wheel.org_unit != org_unit && organisation.is_within(wheel.org_unit, org_unit)
    };
    let there: Vec<Wheel> = wheels.into_values().filter(under).collect();
    let mut made = made_lately(cx, &there)?;
    made.retain(|wheel| cx.req.form.parsed("gjorda") == Some(wheel.at));
    if !made.is_empty() {
        store::forget_wheels(cx.tx, &made)?;
    }
    Ok(Response::see_other(&address(org_unit, year)))
}

/// The wheels that were made together last, of those there, as long as they can be taken back.
fn made_lately(cx: &mut Cx<'_, '_>, there: &[Wheel]) -> Result<Vec<Wheel>, AppError> {
    let mut together: BTreeMap<(i64, &str), Vec<&Wheel>> = BTreeMap::new();
    for wheel in there.iter().filter(|one| may_undo(one, &[], cx.visit.now)) {
        together.entry((wheel.at, &wheel.person_name)).or_default().push(wheel);
    }
    let Some((_, last)) = together.into_iter().next_back().filter(|(_, all)| all.len() > 1) else {
        return Ok(Vec::new());
    };
    let Some(year) = last.first().map(|wheel| wheel.year) else { return Ok(Vec::new()) };
    let units: BTreeSet<OrgUnitId> = last.iter().map(|wheel| wheel.org_unit).collect();
    let steps = by_unit(store::steps_from(cx.tx, &units, days_of(year))?);
    let untouched = |wheel: &&&Wheel| {
        let own = steps.get(&wheel.org_unit).map_or(&[][..], Vec::as_slice);
        may_undo(wheel, own, cx.visit.now) && cx.can(Action::Plan, wheel.org_unit)
    };
    Ok(last.iter().filter(untouched).map(|wheel| (*wheel).clone()).collect())
}

//! Making the wheel of a year: what is proposed is looked through before anything is kept.

use domain::access::Action;
use domain::calendar::{
    Proposed, WheelStep, from_above, from_above_key, from_last_year, from_model,
};
use domain::ids::{OrgUnitId, WheelId};
use domain::steering::CycleKind;

use super::begin_page::Page;
use super::reading::{Levels, asked};
use super::store::{self, Wheel};
use super::url;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// What a wheel is made from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Source {
    /// The wheel of the year before.
    LastYear,
    /// The steering model and what the levels above need.
    Model,
}

impl Source {
    /// The word in addresses and forms.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::LastYear => "forra",
            Self::Model => "modell",
        }
    }
}

/// What is proposed for a wheel.
pub(super) struct Offer {
    pub(super) source: Source,
    /// Whether there is a wheel of the year before to make it from.
    pub(super) has_last_year: bool,
    pub(super) steps: Vec<Proposed>,
}

/// Shows what is proposed.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    if store::wheel_of(cx.tx, org_unit, year)?.is_some() {
        return Ok(Response::see_other(&url(org_unit, year)));
    }
    let wanted = cx.req.query.text("fran").to_owned();
    let offer = offer(cx, org_unit, year, &wanted)?;
    let page = Page::of(cx, org_unit, year, &offer, None);
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// What is proposed: last year's wheel moved, where there is one and nobody asks for the model.
fn offer(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    year: i16,
    wanted: &str,
) -> Result<Offer, AppError> {
    let structure = cx.structure.clone();
    let before = store::steps_of(cx.tx, org_unit, year.saturating_sub(1))?;
    let has_last_year = !before.is_empty();
    if has_last_year && wanted != Source::Model.code() {
        let steps = from_last_year(&before, year);
        return Ok(Offer { source: Source::LastYear, has_last_year, steps });
    }
    let levels = Levels::read(cx.tx, &structure.organisation, org_unit, year)?;
    let above: Vec<Vec<WheelStep>> = levels.above.into_iter().map(|(_, steps)| steps).collect();
    let unit = structure.organisation.get(org_unit);
    let level = unit.map_or("", |unit| unit.level.as_str());
    let is_top = unit.is_some_and(|unit| unit.parent.is_none());
    let mut steps = from_model(&structure.model, level, is_top, year);
    let needed = from_above(&steps, &above);
    steps.extend(needed.into_iter().map(|one| in_own_words(cx, &above, one)));
    steps.sort_by_key(|one| one.content.due_on);
    Ok(Offer { source: Source::Model, has_last_year, steps })
}

/// What is proposed because somebody above needs it, told from below: their plan is asked for by
/// its own name, ours is handed to them.
pub(super) fn in_own_words(
    cx: &Cx<'_, '_>,
    above: &[Vec<WheelStep>],
    mut one: Proposed,
) -> Proposed {
    let step = above.iter().flatten().find(|step| from_above_key(step) == one.key);
    if let Some(step) = step.filter(|_| one.content.kind == CycleKind::Plan) {
        let owner = cx.structure.organisation.name(step.org_unit);
        one.content.title = cx.texts().wheel_own_plan(owner);
    }
    one
}

/// Keeps the wheel with the steps that were ticked.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    let here = Response::see_other(&url(org_unit, year));
    if store::wheel_of(cx.tx, org_unit, year)?.is_some() {
        return Ok(here);
    }
    let wanted = cx.req.form.text("fran").to_owned();
    let offer = offer(cx, org_unit, year, &wanted)?;
    let ticked: Vec<String> = cx.req.form.all("steg").map(str::to_owned).collect();
    let known = |key: &String| offer.steps.iter().any(|one| one.key == *key);
    if !ticked.iter().all(known) || offer.source.code() != wanted {
        // What was looked at is not what is proposed now: somebody has changed what it rests on.
        let changed = cx.texts().wheel_offer_changed();
        let page = Page::of(cx, org_unit, year, &offer, Some(changed));
        return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
    }
    let wheel = Wheel {
        id: cx.client_id::<WheelId>(),
        org_unit,
        year,
        at: cx.visit.now,
        person_name: cx.person()?.name.clone(),
    };
    if !store::insert_wheel(cx.tx, &wheel)? {
        return Ok(here);
    }
    let chosen = offer.steps.into_iter().filter(|one| ticked.contains(&one.key));
    let steps: Vec<WheelStep> = chosen.map(|one| made(cx, &wheel, one)).collect();
    store::insert_steps(cx.tx, &steps)?;
    Ok(here)
}

fn made(cx: &Cx<'_, '_>, wheel: &Wheel, one: Proposed) -> WheelStep {
    WheelStep {
        id: cx.new_id(),
        org_unit: wheel.org_unit,
        year: wheel.year,
        model_step: one.model_step,
        content: one.content,
        at: wheel.at,
        version: 1,
    }
}

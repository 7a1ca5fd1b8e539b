//! What other slices ask of wheels: the steps ahead of an org unit, and those that rounds follow.

use std::collections::{BTreeMap, BTreeSet};

use domain::calendar::{WheelStep, levels_above};
use domain::ids::{OrgUnitId, WheelStepId};
use domain::organisation::OrgLevelKind;
use domain::steering::{CycleKind, Phase};
use jiff::civil::Date;

use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;

/// The steps of an org unit and of all levels above it between two days, in the order of their days.
pub fn ahead(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    days: (Date, Date),
) -> Result<Vec<WheelStep>, AppError> {
    let mut units: BTreeSet<OrgUnitId> =
        levels_above(&cx.structure.organisation, org_unit).into_iter().collect();
    units.insert(org_unit);
    Ok(store::steps_from(cx.tx, &units, days)?)
}

/// The steps of some org units alone between two days, in the order of their days.
pub fn own_steps(
    cx: &mut Cx<'_, '_>,
    org_units: &BTreeSet<OrgUnitId>,
    days: (Date, Date),
) -> Result<Vec<WheelStep>, AppError> {
    Ok(store::steps_from(cx.tx, org_units, days)?)
}

/// Whether a step looks back or at how it goes, rather than ahead.
pub fn is_follow_up(kind: CycleKind) -> bool {
    matches!(kind.phase(), Phase::FollowUp)
        || matches!(
            kind,
            CycleKind::Evaluate | CycleKind::ReviewModel | CycleKind::ExternalEvaluation
        )
}

/// Whether rounds are opened for steps of a kind.
pub fn has_rounds(kind: CycleKind) -> bool {
    matches!(
        kind,
        CycleKind::FollowupMonth
            | CycleKind::FollowupPart
            | CycleKind::FollowupYear
            | CycleKind::Forecast
    )
}

/// The follow-ups of the whole municipality between two days: what the wheels of council and executive
/// board say, and each month that only bodies beside them follow up.
pub fn follow_up_steps(
    cx: &mut Cx<'_, '_>,
    days: (Date, Date),
) -> Result<Vec<WheelStep>, AppError> {
    let organisation = &cx.structure.organisation;
    let leads = |kind| matches!(kind, OrgLevelKind::Council | OrgLevelKind::ExecutiveBoard);
    let is_led = |unit: OrgUnitId| organisation.get(unit).is_some_and(|one| leads(one.kind));
    let tops = organisation.roots().iter().copied();
    let boards = organisation.roots().iter().flat_map(|top| organisation.children(*top)).copied();
    let units: BTreeSet<OrgUnitId> = tops.chain(boards).collect();
    // In the order of their days.
    let steps = store::steps_from(cx.tx, &units, days)?.into_iter();
    let mut steps: Vec<WheelStep> = steps.filter(|step| has_rounds(step.content.kind)).collect();
    // A round is for all. A month that no leading body follows up is told of by the first that does.
    let month = |step: &WheelStep| {
        let day = step.content.due_on;
        (step.content.kind == CycleKind::FollowupMonth).then_some((day.year(), day.month()))
    };
    let led = steps.iter().filter(|step| is_led(step.org_unit));
    let mut told: BTreeSet<(i16, i8)> = led.filter_map(month).collect();
    steps.retain(|step| {
        is_led(step.org_unit) || month(step).is_some_and(|month| told.insert(month))
    });
    Ok(steps)
}

/// The step with an identity, if a round can be opened for it.
pub fn follow_up_step(cx: &mut Cx<'_, '_>, id: WheelStepId) -> Result<Option<WheelStep>, AppError> {
    let found = store::step(cx.tx, id)?.filter(|(_, removed)| removed.is_none());
    Ok(found.map(|(step, _)| step).filter(|step| has_rounds(step.content.kind)))
}

/// Wheels of a level that are asked when its usual day is looked for.
const ASKED_OF_A_LEVEL: usize = 6;

/// The day when each level does a thing about a year, as the wheels of some of its org units say; the
/// day that most of them have. Levels without such a step are not there.
pub fn days_of_levels(
    cx: &mut Cx<'_, '_>,
    year: i16,
    about: (CycleKind, i16),
    near: Date,
) -> Result<BTreeMap<String, Date>, AppError> {
    let today = cx.today();
    let structure = cx.structure.clone();
    let mut levels: BTreeMap<&str, Vec<OrgUnitId>> = BTreeMap::new();
    for unit in structure.organisation.all().filter(|unit| unit.is_valid_on(today)) {
        let of_level = levels.entry(unit.level.as_str()).or_default();
        if of_level.len() < ASKED_OF_A_LEVEL {
            of_level.push(unit.id);
        }
    }
    let asked: BTreeSet<OrgUnitId> = levels.values().flatten().copied().collect();
    let steps = store::answers_of(cx.tx, &asked, year, about)?;
    let away = |step: &WheelStep| (step.content.due_on - near).get_days().abs();
    let mut found = BTreeMap::new();
    for (level, units) in levels {
        // Of several months, the one that lies nearest is meant.
        let own = |unit: &OrgUnitId| {
            let of_unit = steps.iter().filter(|step| step.org_unit == *unit);
            of_unit.min_by_key(|step| away(step)).map(|step| step.content.due_on)
        };
        let mut counted: BTreeMap<Date, usize> = BTreeMap::new();
        for day in units.iter().filter_map(own) {
            *counted.entry(day).or_default() += 1;
        }
        let most = counted.into_iter().max_by_key(|(day, count)| (*count, std::cmp::Reverse(*day)));
        found.extend(most.map(|(day, _)| (level.to_owned(), day)));
    }
    Ok(found)
}

//! Which measures are looked at, and how two series go together.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::measures::Series;
use domain::periods::Period;
use domain::statistics::association::{Association, FEWEST, changes};
use domain::steering::Role;
use rust_decimal::Decimal;

use crate::cx::Cx;

/// Measures that are looked at: of the same goals, of the goals beside and below, of what the org unit
/// reports, and of the same owner. More would mostly find chance.
const MOST: usize = 40;
const MOST_GOALS: usize = 60;

/// The measures to look at, those nearest on the thread first.
pub(crate) fn candidates(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    reported: &[ElementId],
) -> Vec<ElementId> {
    let goals: Vec<ElementId> = structure.parents(element.id).map(|goal| goal.id).collect();
    let above = goals.iter().flat_map(|goal| structure.parents(*goal)).map(|one| one.id);
    let around: Vec<ElementId> = goals.iter().copied().chain(above).collect();
    let near = around.iter().flat_map(|goal| {
        let children = structure.children_with(*goal, Role::Goal).into_iter();
        children.take(MOST_GOALS).map(|child| child.id).collect::<Vec<_>>()
    });
    let mut seen = BTreeSet::from([element.id]);
    let of_goals = around.iter().copied().chain(near).take(MOST_GOALS * 2);
    let of_goals = of_goals.flat_map(|goal| structure.measures_of(goal)).map(|(one, _)| one);
    let of_owner = structure.owned_by(element.owner).filter(|one| one.role == Role::Measure);
    let of_unit = reported.iter().filter_map(|id| structure.element(*id));
    of_goals
        .chain(of_unit)
        .chain(of_owner)
        .filter(|one| one.is_current() && cx.may_see(one))
        .map(|one| one.id)
        .filter(|id| seen.insert(*id))
        .take(MOST)
        .collect()
}

/// How two series go together: their changes from one period to the next, where they are measured as
/// often and both are known. None where too little is shared to be looked at.
pub(crate) fn associate(own: &Series, other: &Series) -> Option<Association> {
    let known = |series: &Series| {
        let periods = series.points.iter().map(|point| point.period);
        periods.zip(series.numbers()).collect::<BTreeMap<Period, Option<Decimal>>>()
    };
    let beside = known(other);
    let pairs: Vec<_> = known(own)
        .into_iter()
        .map(|(period, value)| (value, beside.get(&period).copied().flatten()))
        .collect();
    let changes = changes(&pairs);
    (changes.len() >= FEWEST).then(|| Association::of(&changes))
}

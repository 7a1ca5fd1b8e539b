//! The series of an org unit's goals, as its report shows them.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Outcome;
use domain::steering::Role;
use jiff::civil::Date;

use super::breaks::{begins_anew, breaks_of_computed};
use super::computed::computed_of_goals;
use super::few::Few;
use super::own_values::{carried, earlier_of_some, nearest, with_rolled};
use super::roll_up::{all_behind, roll_up};
use super::series_of::Shown;
use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;

/// The series of every measure of an org unit's goals, for a report: two questions in all.
pub fn shown_of_goals(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    owner: OrgUnitId,
    today: Date,
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let mut by_measure: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
    for outcome in store::all_of_goals_of(cx.tx, owner)? {
        if structure.organisation.is_within(outcome.org_unit, owner) {
            by_measure.entry(outcome.measure).or_default().push(outcome);
        }
    }
    let goals = structure.owned_by(owner).filter(|element| element.role != Role::Measure);
    let measures: BTreeSet<ElementId> =
        goals.flat_map(|goal| structure.measures_of(goal.id)).map(|(one, _)| one.id).collect();
    let earlier = earlier_of_some(cx.tx, structure, &Vec::from_iter(measures), owner)?;
    for id in earlier.keys() {
        by_measure.entry(*id).or_default();
    }
    // A report is for everybody.
    let computed = computed_of_goals(cx.tx, structure, owner)?;
    let ids: Vec<ElementId> = by_measure.keys().chain(computed.keys()).copied().collect();
    let few = Few::of(cx, &ids)?;
    let mut breaks = store::baselines_of_org_unit(cx.tx, owner)?;
    let mut all = BTreeMap::new();
    for (id, computed) in computed {
        let Some(measure) = structure.measure(id) else { continue };
        let baselines = breaks_of_computed(structure, measure, &breaks);
        all.insert(id, computed.shown(structure, measure, (owner, &few, baselines), today));
    }
    for (id, below) in by_measure {
        let Some(measure) = structure.measure(id) else { continue };
        let mut baselines = breaks.remove(&id).unwrap_or_default();
        let (own, others): (Vec<_>, Vec<_>) =
            below.into_iter().partition(|outcome| outcome.org_unit == owner);
        let before = earlier.get(&id).cloned().unwrap_or_default();
        let own = carried(structure, measure, owner, own, before);
        let mut regrouped = None;
        let (series, coverage) = if measure.over_organisation.across().is_none() {
            (own, None)
        } else {
            let making = nearest(&structure.organisation, owner, others);
            let (rolled, coverage) = roll_up(measure, owner, &making);
            let by = measure.over_organisation;
            let behind = all_behind(by, &rolled, &making).into_iter();
            regrouped = begins_anew(by, &own, behind, &mut baselines);
            let last = rolled.last().map(|one| one.period);
            let is_own = own.iter().any(|one| Some(one.period) >= last);
            (with_rolled(own, rolled), coverage.filter(|_| !is_own))
        };
        let of = (series, baselines);
        let shown = Shown::without_few(structure, measure, (owner, &few), of, today);
        all.insert(id, Shown { coverage, regrouped, ..shown }.held_back());
    }
    Ok(all)
}

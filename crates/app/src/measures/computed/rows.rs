//! Values computed from rows at hand: of one org unit, or of a report.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use db::Tx;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::formula::Cell;
use domain::measures::{Measure, Outcome};
use domain::organisation::Organisation;
use domain::periods::Period;

use super::{Computed, Recipe};
use crate::measures::own_values::by_measure;
use crate::measures::spread::Known;
use crate::measures::store;
use crate::web::error::AppError;

/// The values of an org unit with those that are computed from its own.
pub fn with_computed(
    structure: &Structure,
    org_unit: OrgUnitId,
    mut by_measure: BTreeMap<ElementId, Vec<Outcome>>,
) -> BTreeMap<ElementId, Vec<Outcome>> {
    for measure in structure.computed() {
        let Some(recipe) = Recipe::of(structure, measure) else { continue };
        let own: Option<Vec<&Vec<Outcome>>> =
            recipe.leaves().map(|leaf| by_measure.get(&leaf)).collect();
        let Some(own) = own else { continue };
        let outcomes = own.into_iter().enumerate();
        let rows = outcomes.flat_map(|(leaf, all)| all.iter().map(move |one| (leaf, one)));
        let Computed { outcomes, .. } =
            recipe.of_rows(&structure.organisation, (measure, org_unit), rows);
        by_measure.insert(measure.id, outcomes);
    }
    by_measure
}

/// The values of some measures by org unit, reported by itself or computed from what is. Nothing is
/// computed where none of them is.
pub fn own_and_computed(
    tx: &mut Tx<'_>,
    structure: &Structure,
    org_units: &[OrgUnitId],
    ids: &BTreeSet<ElementId>,
) -> Result<BTreeMap<OrgUnitId, BTreeMap<ElementId, Vec<Outcome>>>, AppError> {
    let computed = ids.iter().filter_map(|id| structure.measure(*id));
    let recipes = computed.filter_map(|measure| Recipe::of(structure, measure));
    let leaves: BTreeSet<ElementId> =
        recipes.flat_map(|recipe| recipe.leaves().collect::<Vec<_>>()).collect();
    let read: Vec<ElementId> = ids.union(&leaves).copied().collect();
    let mut of_units: BTreeMap<OrgUnitId, Vec<Outcome>> = BTreeMap::new();
    for outcome in store::series_of_some(tx, &read, org_units)? {
        of_units.entry(outcome.org_unit).or_default().push(outcome);
    }
    let whole = |(org_unit, outcomes)| {
        let mut own = by_measure(outcomes);
        if !leaves.is_empty() {
            own = with_computed(structure, org_unit, own);
            own.retain(|id, _| ids.contains(id));
        }
        (org_unit, own)
    };
    Ok(of_units.into_iter().map(whole).collect())
}

/// The values of computed measures of an org unit's goals, for a report: as many questions as it
/// takes to read what they are computed from.
pub(in crate::measures) fn computed_of_goals(
    tx: &mut Tx<'_>,
    structure: &Structure,
    owner: OrgUnitId,
) -> Result<BTreeMap<ElementId, Computed>, AppError> {
    let of_owner =
        |measure: &&Arc<Measure>| structure.parents(measure.id).any(|goal| goal.owner == owner);
    let recipes: Vec<(&Arc<Measure>, Recipe)> = structure
        .computed()
        .filter(of_owner)
        .filter_map(|measure| Some((measure, Recipe::of(structure, measure)?)))
        .collect();
    let leaves = recipes.iter().flat_map(|(_, recipe)| recipe.leaves()).collect();
    let mut rows: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
    if !recipes.is_empty() {
        store::each_outcome_of(tx, &leaves, |outcome| {
            let within = structure.organisation.is_within(outcome.org_unit, owner);
            if within && outcome.breakdown.is_empty() {
                rows.entry(outcome.measure).or_default().push(outcome);
            }
        })?;
    }
    let all = recipes.into_iter().map(|(measure, recipe)| {
        let of_leaf = |(place, leaf): (usize, ElementId)| {
            rows.get(&leaf).into_iter().flatten().map(move |one| (place, one))
        };
        let values = recipe.leaves().enumerate().flat_map(of_leaf);
        (measure.id, recipe.of_rows(&structure.organisation, (measure, owner), values))
    });
    Ok(all.collect())
}

impl Recipe {
    /// Computes from rows, each with the place of its leaf.
    fn of_rows<'o>(
        &self,
        organisation: &Organisation,
        (measure, org_unit): (&Measure, OrgUnitId),
        rows: impl Iterator<Item = (usize, &'o Outcome)>,
    ) -> Computed {
        let known: BTreeMap<(usize, OrgUnitId, Period), Known> = rows
            .map(|(leaf, one)| ((leaf, one.org_unit, one.period), (one.value, one.quality)))
            .collect();
        let units: BTreeSet<OrgUnitId> = known.keys().map(|(_, unit, _)| *unit).collect();
        let units: Vec<OrgUnitId> = units.into_iter().collect();
        let periods: BTreeSet<Period> = known.keys().map(|(_, _, period)| *period).collect();
        let reports: BTreeSet<(usize, OrgUnitId)> =
            known.keys().map(|(leaf, unit, _)| (*leaf, *unit)).collect();
        let of = |leaf, unit, period| match known.get(&(leaf, unit, period)) {
            None if !reports.contains(&(leaf, unit)) => Cell::Never,
            _ if !organisation
                .makes_up(unit, org_unit, |above| known.contains_key(&(leaf, above, period))) =>
            {
                Cell::Never
            }
            Some((value, quality)) => Cell::Said(*value, *quality),
            None => Cell::Silent,
        };
        let whole = |period| Some((period, self.period((org_unit, &units), period, &of)?));
        let periods = periods.into_iter().filter_map(whole).collect();
        self.put((measure, org_unit), &periods, units.len())
    }
}

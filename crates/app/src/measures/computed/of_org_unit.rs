//! Values that are computed from other measures, kept and followed: what has not changed since in any
//! of the parts is not computed again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::formula::{Cell, Joined, OfUnit, Parts, Reach, Whole};
use domain::measures::{Aggregation, Behind, Measure, Outcome};
use domain::organisation::Organisation;
use domain::periods::Period;

use crate::cx::Cx;
use crate::measures::kept_roll_up::making;
use crate::measures::spread::Spread;
use crate::measures::store;
use crate::web::error::AppError;

/// What was computed for an org unit.
pub(in crate::measures) struct Computed {
    /// The values.
    pub(in crate::measures) outcomes: Vec<Outcome>,
    /// How many org units stand behind the last one, of how many.
    pub(in crate::measures) coverage: Option<(usize, usize)>,
    /// Who stand behind each known value that is put together, in the order of time.
    pub(in crate::measures) behind: Vec<Behind>,
    /// What it is over those who stand behind it.
    pub(in crate::measures) by: Aggregation,
    /// How what they have goes together.
    pub(in crate::measures) joined: BTreeMap<Period, Joined>,
}

/// What a formula comes down to.
pub(in crate::measures) struct Recipe {
    parts: Parts,
    leaves: Vec<Arc<Measure>>,
}

impl Recipe {
    /// The reported measures behind a computed one; none when it is reported itself, or cannot be
    /// computed.
    pub(in crate::measures) fn of(structure: &Structure, measure: &Measure) -> Option<Self> {
        let formula_of = |id: ElementId| structure.measure(id)?.formula.as_ref();
        let parts = Parts::of(measure.formula.as_ref()?, formula_of)?;
        let leaves = parts.leaves.iter().map(|leaf| structure.measure(*leaf).cloned());
        let leaves: Option<Vec<_>> = leaves.collect();
        Some(Self { leaves: leaves?, parts })
    }

    /// The reported measures.
    pub(in crate::measures) fn leaves(&self) -> impl Iterator<Item = ElementId> {
        self.parts.leaves.iter().copied()
    }

    /// What the value is over the org units behind it.
    pub(in crate::measures) fn over_organisation(&self) -> Aggregation {
        self.parts.over_organisation(&self.measures())
    }

    fn measures(&self) -> Vec<&Measure> {
        self.leaves.iter().map(AsRef::as_ref).collect()
    }

    fn same(&self, other: &Self) -> bool {
        let alike = |(one, two): (&Arc<Measure>, &Arc<Measure>)| Arc::ptr_eq(one, two);
        self.parts == other.parts && self.leaves.iter().zip(&other.leaves).all(alike)
    }

    /// The value of a period for an org unit from what it has itself and what `units` under it have.
    pub(in crate::measures) fn period(
        &self,
        (org_unit, units): (OrgUnitId, &[OrgUnitId]),
        period: Period,
        known: &impl Fn(usize, OrgUnitId, Period) -> Cell,
    ) -> Option<Whole> {
        let (own, below) = self.cells((org_unit, units), period, known);
        self.parts.whole(&self.measures(), &own, &below)
    }

    /// Which of `units` under the org unit each leaf is put together of; all of them are others.
    pub(in crate::measures) fn reach(
        &self,
        (org_unit, units): (OrgUnitId, &[OrgUnitId]),
        period: Period,
        known: &impl Fn(usize, OrgUnitId, Period) -> Cell,
    ) -> Vec<Reach> {
        let (own, below) = self.cells((org_unit, units), period, known);
        self.parts.reach(&own, &below)
    }

    fn cells(
        &self,
        (org_unit, units): (OrgUnitId, &[OrgUnitId]),
        period: Period,
        known: &impl Fn(usize, OrgUnitId, Period) -> Cell,
    ) -> (Vec<Cell>, Vec<OfUnit>) {
        let leaves = 0..self.leaves.len();
        let of = |unit| leaves.clone().map(|leaf| known(leaf, unit, period)).collect();
        let others = units.iter().filter(|unit| **unit != org_unit);
        (of(org_unit), others.map(|unit| (*unit, of(*unit))).collect())
    }
}

/// What was computed, with what it rests on.
struct Kept {
    recipe: Arc<Recipe>,
    /// At which revision of each leaf.
    at: Vec<i64>,
    units: Vec<OrgUnitId>,
    periods: BTreeMap<Period, Whole>,
    organisation: Arc<Organisation>,
    measure: Arc<Measure>,
}

/// The values of a computed measure for an org unit.
pub(in crate::measures) fn computed(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    measure: &Arc<Measure>,
    org_unit: OrgUnitId,
) -> Result<Option<Computed>, AppError> {
    let Some(recipe) = Recipe::of(structure, measure) else { return Ok(None) };
    let recipe = Arc::new(recipe);
    let ids: Vec<ElementId> = recipe.leaves().collect();
    let revisions = store::values_revisions(cx.tx, &ids)?;
    let at: Vec<i64> = ids.iter().map(|id| revisions.get(id).copied().unwrap_or(0)).collect();
    let organisation = Arc::clone(&structure.organisation);
    let holds = |kept: &Kept| {
        Arc::ptr_eq(&kept.organisation, &organisation)
            && Arc::ptr_eq(&kept.measure, measure)
            && kept.recipe.same(&recipe)
    };
    let over = [measure.id.bytes(), org_unit.bytes()].concat();
    // As soon as one of the leaves changes, the sum of their revisions is higher.
    let kept = cx.kept_from(at.iter().sum(), &over, holds, |cx, earlier| {
        let spreads = ids.iter().zip(&at).map(|(id, at)| Spread::of(cx, *id, *at));
        let spreads: Vec<Arc<Spread>> = spreads.collect::<Result<_, _>>()?;
        let telling: Vec<Telling> =
            spreads.iter().map(|one| telling_of(one, &organisation, org_unit)).collect();
        let known = |leaf: usize, unit, period| {
            let both = spreads.get(leaf).zip(telling.get(leaf));
            both.map_or(Cell::Never, |(spread, telling)| cell(spread, telling, unit, period))
        };
        let followed = earlier.and_then(|(_, kept)| {
            let changed = changed_since(&spreads, &kept.at)?;
            Some((kept.units.clone(), kept.periods.clone(), changed))
        });
        let (units, mut periods, changed) = followed.unwrap_or_else(|| {
            let units: BTreeSet<OrgUnitId> =
                telling.iter().flat_map(Telling::keys).copied().collect();
            let units = Vec::from_iter(units);
            let of_unit = |unit: &OrgUnitId| {
                let series = spreads.iter().flat_map(|spread| spread.series(*unit));
                series.map(|(period, _)| *period).collect::<Vec<_>>()
            };
            let all = units.iter().flat_map(of_unit).collect();
            (units, BTreeMap::new(), all)
        });
        for period in changed {
            match recipe.period((org_unit, &units), period, &known) {
                Some(whole) => periods.insert(period, whole),
                None => periods.remove(&period),
            };
        }
        Ok(Kept {
            recipe: Arc::clone(&recipe),
            at: at.clone(),
            units,
            periods,
            organisation: Arc::clone(&organisation),
            measure: Arc::clone(measure),
        })
    })?;
    Ok(Some(kept.recipe.put((measure, org_unit), &kept.periods, kept.units.len())))
}

/// The org units that have values of a leaf, each with those above it that have.
pub(in crate::measures) type Telling = BTreeMap<OrgUnitId, Vec<OrgUnitId>>;

/// The org unit and those below it that have values of a leaf.
pub(in crate::measures) fn telling_of(
    spread: &Spread,
    organisation: &Organisation,
    org_unit: OrgUnitId,
) -> Telling {
    let own = (!spread.series(org_unit).is_empty()).then(|| (org_unit, Vec::new()));
    making(spread, organisation, org_unit).into_iter().chain(own).collect()
}

/// What an org unit has said of a leaf for a period; nothing where one above it has, which tells of
/// those below it already.
pub(in crate::measures) fn cell(
    spread: &Spread,
    telling: &Telling,
    unit: OrgUnitId,
    period: Period,
) -> Cell {
    let has = |above: &OrgUnitId| spread.value(*above, period).is_some();
    if telling.get(&unit).is_none_or(|above| above.iter().any(has)) {
        return Cell::Never;
    }
    match spread.value(unit, period) {
        Some((value, quality)) => Cell::Said(value, quality),
        None if spread.series(unit).is_empty() => Cell::Never,
        None => Cell::Silent,
    }
}

/// The periods of which a leaf has changed; none when all may have.
fn changed_since(spreads: &[Arc<Spread>], at: &[i64]) -> Option<BTreeSet<Period>> {
    let mut changed = BTreeSet::new();
    for (spread, at) in spreads.iter().zip(at) {
        if !spread.has_same_units_since(*at) {
            return None;
        }
        changed.extend(spread.changed_since(*at)?);
    }
    Some(changed)
}

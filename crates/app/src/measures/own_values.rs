//! An org unit's own values, carried on from those merged into it, and which values below it make up
//! its own.

use std::collections::{BTreeMap, BTreeSet};

use db::Tx;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Measure, Outcome};
use domain::organisation::Organisation;
use domain::periods::Period;

use super::roll_up::carry_on;
use super::store;
use crate::organisation::lineage;
use crate::web::error::AppError;

/// An org unit's own values of some measures, carried on from those merged into it.
pub(super) fn own_of_some(
    tx: &mut Tx<'_>,
    structure: &Structure,
    ids: &[ElementId],
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, Vec<Outcome>>, AppError> {
    let mut own = by_measure(store::series_of_some(tx, ids, &[org_unit])?);
    for (id, before) in earlier_of_some(tx, structure, ids, org_unit)? {
        let Some(measure) = structure.measure(id) else { continue };
        let now = own.remove(&id).unwrap_or_default();
        let all = carried(structure, measure, org_unit, now, before);
        if !all.is_empty() {
            own.insert(id, all);
        }
    }
    Ok(own)
}

/// The values of those merged into an org unit.
pub(super) fn earlier_of_some(
    tx: &mut Tx<'_>,
    structure: &Structure,
    ids: &[ElementId],
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, Vec<Outcome>>, AppError> {
    let merged = lineage(&structure.organisation, org_unit);
    Ok(by_measure(store::series_of_some(tx, ids, &merged)?))
}

/// Each measure's values in the order of time.
pub(super) fn by_measure(outcomes: Vec<Outcome>) -> BTreeMap<ElementId, Vec<Outcome>> {
    let mut all: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        all.entry(outcome.measure).or_default().push(outcome);
    }
    all
}

/// An org unit's own values, and for periods it has none, the values of those merged into it.
/// Where something lies under an org unit without values the roll-up speaks, not the past.
pub(super) fn carried(
    structure: &Structure,
    measure: &Measure,
    org_unit: OrgUnitId,
    own: Vec<Outcome>,
    earlier: Vec<Outcome>,
) -> Vec<Outcome> {
    let speaks_below = own.is_empty() && !structure.organisation.children(org_unit).is_empty();
    if earlier.is_empty() || speaks_below {
        return own;
    }
    carry_on(measure, org_unit, own, earlier)
}

/// Of what lies under an org unit, the values that make up its value for each period.
pub(super) fn nearest(
    organisation: &Organisation,
    top: OrgUnitId,
    below: Vec<Outcome>,
) -> Vec<Outcome> {
    let said: BTreeSet<(OrgUnitId, Period)> =
        below.iter().map(|one| (one.org_unit, one.period)).collect();
    let makes_up = |one: &Outcome| {
        organisation.makes_up(one.org_unit, top, |unit| said.contains(&(unit, one.period)))
    };
    below.into_iter().filter(makes_up).collect()
}

/// Own values, and for periods without one what is put together from below.
pub(super) fn with_rolled(mut own: Vec<Outcome>, rolled: Vec<Outcome>) -> Vec<Outcome> {
    let said: BTreeSet<Period> = own.iter().map(|one| one.period).collect();
    own.extend(rolled.into_iter().filter(|one| !said.contains(&one.period)));
    own
}

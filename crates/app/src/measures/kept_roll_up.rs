//! A measure's values put together over an org unit, kept until a value of the measure changes, or the
//! measure, or the organisation.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Measure, Outcome};
use domain::organisation::Organisation;

use super::roll_up::roll_up;
use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;

/// The values.
pub(super) struct RolledUp {
    pub(super) outcomes: Vec<Outcome>,
    /// How many org units stand behind the last value, of how many.
    pub(super) coverage: Option<(usize, usize)>,
    organisation: Arc<Organisation>,
    measure: Arc<Measure>,
}

/// Puts the values of some measures together, each at its revision: those that are kept are found,
/// and the values of all others are asked for at once.
pub(super) fn rolled_up(
    cx: &mut Cx<'_, '_>,
    wanted: &[(Arc<Measure>, i64)],
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, Arc<RolledUp>>, AppError> {
    let organisation = Arc::clone(&cx.structure.organisation);
    let over = |id: ElementId| [id.bytes(), org_unit.bytes()].concat();
    let mut all = BTreeMap::new();
    let mut cold = Vec::new();
    for (measure, revision) in wanted {
        let holds = |kept: &RolledUp| {
            Arc::ptr_eq(&kept.organisation, &organisation) && Arc::ptr_eq(&kept.measure, measure)
        };
        match cx.find_kept(*revision, &over(measure.id), holds) {
            Some(kept) => {
                all.insert(measure.id, kept);
            }
            None => cold.push((measure, *revision)),
        }
    }
    let ids = cold.iter().map(|(measure, _)| measure.id);
    let mut values = values_within(cx, ids, &organisation, org_unit)?;
    for (measure, revision) in cold {
        let below = values.remove(&measure.id).unwrap_or_default();
        let (outcomes, coverage) = roll_up(measure, org_unit, &below);
        let (organisation, kept) = (Arc::clone(&organisation), Arc::clone(measure));
        let rolled = RolledUp { outcomes, coverage, organisation, measure: kept };
        all.insert(measure.id, cx.keep(revision, &over(measure.id), rolled));
    }
    Ok(all)
}

/// The values of measures in what lies under an org unit.
fn values_within(
    cx: &mut Cx<'_, '_>,
    measures: impl IntoIterator<Item = ElementId>,
    organisation: &Organisation,
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, Vec<Outcome>>, AppError> {
    let mut values: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
    // An org unit's values come one after another: where it lies is looked up once.
    let mut known = None;
    for outcome in store::all_of_measures_for_everyone(cx.tx, measures)? {
        let within = match known {
            Some((unit, within)) if unit == outcome.org_unit => within,
            _ => organisation.is_within(outcome.org_unit, org_unit),
        };
        known = Some((outcome.org_unit, within));
        if within {
            values.entry(outcome.measure).or_default().push(outcome);
        }
    }
    Ok(values)
}

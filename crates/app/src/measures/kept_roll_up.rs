//! A measure's values put together over an org unit, kept until a value of the measure changes, or the
//! measure, or the organisation.

use std::sync::Arc;

use domain::ids::OrgUnitId;
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

/// Puts the values together, or finds them put together when they were at this revision.
pub(super) fn rolled_up(
    cx: &mut Cx<'_, '_>,
    measure: &Arc<Measure>,
    org_unit: OrgUnitId,
    revision: i64,
) -> Result<Arc<RolledUp>, AppError> {
    let organisation = Arc::clone(&cx.structure.organisation);
    let over = [measure.id.bytes(), org_unit.bytes()].concat();
    let holds = |kept: &RolledUp| {
        Arc::ptr_eq(&kept.organisation, &organisation) && Arc::ptr_eq(&kept.measure, measure)
    };
    cx.kept_at(revision, &over, holds, |cx| {
        let mut below = store::all_of_measure_for_everyone(cx.tx, measure.id)?;
        // An org unit's values come one after another: where it lies is looked up once.
        let mut known = None;
        below.retain(|outcome| match known {
            Some((unit, within)) if unit == outcome.org_unit => within,
            _ => {
                let within = organisation.is_within(outcome.org_unit, org_unit);
                known = Some((outcome.org_unit, within));
                within
            }
        });
        let (outcomes, coverage) = roll_up(measure, org_unit, &below);
        let organisation = Arc::clone(&organisation);
        Ok(RolledUp { outcomes, coverage, organisation, measure: Arc::clone(measure) })
    })
}

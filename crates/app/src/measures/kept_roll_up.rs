//! A measure's values put together over an org unit, kept and followed: what has not changed since is
//! not put together again.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::OrgUnitId;
use domain::measures::{Measure, Outcome};
use domain::organisation::Organisation;
use domain::periods::Period;

use super::roll_up::one_period;
use super::spread::{Known, Spread};
use crate::cx::Cx;
use crate::web::error::AppError;

/// The values.
pub(super) struct RolledUp {
    /// The org units whose values make it up: the nearest below that have any.
    units: Vec<OrgUnitId>,
    /// The value of each period, and how many stand behind it.
    periods: BTreeMap<Period, (Outcome, usize)>,
    organisation: Arc<Organisation>,
    measure: Arc<Measure>,
}

impl RolledUp {
    /// The values in the order of time.
    pub(super) fn outcomes(&self) -> Vec<Outcome> {
        self.periods.values().map(|(outcome, _)| outcome.clone()).collect()
    }

    /// How many org units stand behind the last value, of how many.
    pub(super) fn coverage(&self) -> Option<(usize, usize)> {
        self.periods.values().next_back().map(|(_, known)| (*known, self.units.len()))
    }

    /// Puts a period together anew.
    fn put(&mut self, org_unit: OrgUnitId, period: Period, values: &[Known]) {
        if values.is_empty() {
            self.periods.remove(&period);
        } else {
            let whole = one_period(&self.measure, (org_unit, period), values);
            self.periods.insert(period, whole);
        }
    }
}

/// Puts the values together, or finds them put together and follows what has changed.
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
    cx.kept_from(revision, &over, holds, |cx, earlier| {
        let spread = Spread::of(cx, measure.id, revision)?;
        let within = || {
            let has = |unit| !spread.series(unit).is_empty();
            if has(org_unit) {
                return vec![org_unit];
            }
            let units = spread.units();
            units.filter(|unit| organisation.makes_up(*unit, org_unit, has)).collect::<Vec<_>>()
        };
        let followed = earlier.and_then(|(at, kept)| Some((at, kept, spread.changed_since(at)?)));
        let Some((at, kept, changed)) = followed else {
            let mut all = RolledUp {
                units: within(),
                periods: BTreeMap::new(),
                organisation: Arc::clone(&organisation),
                measure: Arc::clone(measure),
            };
            for (period, values) in by_period(&spread, &all.units) {
                all.put(org_unit, period, &values);
            }
            return Ok(all);
        };
        let same = spread.has_same_units_since(at);
        let mut next = RolledUp {
            units: if same { kept.units.clone() } else { within() },
            periods: kept.periods.clone(),
            organisation: Arc::clone(&organisation),
            measure: Arc::clone(measure),
        };
        for period in changed {
            let values = next.units.iter().filter_map(|unit| spread.value(*unit, period));
            let values: Vec<Known> = values.collect();
            next.put(org_unit, period, &values);
        }
        Ok(next)
    })
}

fn by_period(spread: &Spread, units: &[OrgUnitId]) -> BTreeMap<Period, Vec<Known>> {
    let mut by_period = BTreeMap::<Period, Vec<Known>>::new();
    for (period, known) in units.iter().flat_map(|unit| spread.series(*unit)) {
        by_period.entry(*period).or_default().push(*known);
    }
    by_period
}

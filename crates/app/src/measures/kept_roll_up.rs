//! A measure's values put together over an org unit, kept and followed: what has not changed since is
//! not put together again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::ids::OrgUnitId;
use domain::measures::{Behind, Measure, Outcome, Reporters};
use domain::organisation::Organisation;
use domain::periods::Period;
use rust_decimal::Decimal;

use super::roll_up::{Usual, behind, one_period};
use super::spread::{Known, Spread};
use crate::cx::Cx;
use crate::web::error::AppError;

/// An org unit with values, and those between it and the whole that may have said something for it.
type Making = (OrgUnitId, Vec<OrgUnitId>);

/// The values.
pub(super) struct RolledUp {
    /// The org units below that have values.
    units: Vec<Making>,
    /// The value of each period, how many stand behind it, of how many, and who they are.
    periods: BTreeMap<Period, (Outcome, usize, usize, Reporters)>,
    /// What each value would be if those behind it said what they usually say; empty where the same stand
    /// behind all.
    usual: BTreeMap<Period, Decimal>,
    organisation: Arc<Organisation>,
    measure: Arc<Measure>,
}

impl RolledUp {
    /// The values in the order of time.
    pub(super) fn outcomes(&self) -> Vec<Outcome> {
        self.periods.values().map(|(outcome, ..)| outcome.clone()).collect()
    }

    /// How many org units stand behind the last value, of how many, and when that was.
    pub(super) fn coverage(&self) -> Option<(Period, (usize, usize))> {
        let last = self.periods.iter().next_back();
        last.map(|(period, (_, known, of, _))| (*period, (*known, *of)))
    }

    /// Who stands behind the value of each period, in the order of time.
    pub(super) fn behind(&self) -> impl Iterator<Item = Behind> {
        self.periods.values().map(|(outcome, .., who)| behind(outcome, *who, &self.usual))
    }

    /// Finds what the values would be if those behind them said what they usually say.
    fn weigh(&mut self, spread: &Spread) {
        let mut all = self.periods.values().map(|(.., who)| who);
        let first = all.next();
        self.usual = BTreeMap::new();
        if all.all(|who| Some(who) == first) {
            return;
        }
        let mut usual = Usual::of(self.periods.keys());
        for (unit, above) in &self.units {
            let has = |period: Period| above.iter().any(|one| spread.value(*one, period).is_some());
            let said = spread.series(*unit).iter().filter(|(period, _)| !has(*period));
            usual.add(said.filter_map(|(period, (value, _))| Some((*period, value.number()?))));
        }
        self.usual = usual.by(self.measure.over_organisation);
    }

    /// Puts a period together anew. What an org unit has said for a period goes before what lies
    /// below it, which it tells of already.
    fn put(&mut self, org_unit: OrgUnitId, period: Period, spread: &Spread) {
        let has = |unit: &OrgUnitId| spread.value(*unit, period).is_some();
        let telling = self.units.iter().filter(|(_, above)| !above.iter().any(has));
        let (mut of, mut values, mut who) = (0, Vec::<Known>::new(), Reporters::default());
        for (unit, _) in telling {
            of += 1;
            let known = spread.value(*unit, period);
            if known.is_some_and(|(value, _)| value.number().is_some()) {
                who.add(*unit);
            }
            values.extend(known);
        }
        if values.is_empty() {
            self.periods.remove(&period);
        } else {
            let (whole, known) = one_period(&self.measure, (org_unit, period), &values);
            self.periods.insert(period, (whole, known, of, who));
        }
    }
}

/// The org units below one that have values of a measure, each with those in between that have.
pub(super) fn making(
    spread: &Spread,
    organisation: &Organisation,
    org_unit: OrgUnitId,
) -> Vec<Making> {
    let has = |unit: &OrgUnitId| !spread.series(*unit).is_empty();
    let between = |unit: OrgUnitId| organisation.between(unit, org_unit);
    let units = spread.units().filter(|unit| *unit != org_unit);
    units
        .filter_map(|unit| Some((unit, between(unit)?.into_iter().filter(has).collect())))
        .collect()
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
        let within = || making(&spread, &organisation, org_unit);
        let followed = earlier.and_then(|(at, kept)| Some((at, kept, spread.changed_since(at)?)));
        let Some((at, kept, changed)) = followed else {
            let mut all = RolledUp {
                units: within(),
                periods: BTreeMap::new(),
                usual: BTreeMap::new(),
                organisation: Arc::clone(&organisation),
                measure: Arc::clone(measure),
            };
            let series = all.units.iter().flat_map(|(unit, _)| spread.series(*unit));
            let periods: BTreeSet<Period> = series.map(|(period, _)| *period).collect();
            for period in periods {
                all.put(org_unit, period, &spread);
            }
            all.weigh(&spread);
            return Ok(all);
        };
        let same = spread.has_same_units_since(at);
        let mut next = RolledUp {
            units: if same { kept.units.clone() } else { within() },
            periods: kept.periods.clone(),
            usual: BTreeMap::new(),
            organisation: Arc::clone(&organisation),
            measure: Arc::clone(measure),
        };
        for period in changed {
            next.put(org_unit, period, &spread);
        }
        // Of how many the last value is told, so it is counted anew whatever has changed.
        if let Some(last) = next.periods.keys().next_back().copied() {
            next.put(org_unit, last, &spread);
        }
        next.weigh(&spread);
        Ok(next)
    })
}

//! All values of a measure for all people, kept and followed value by value: what every level of the
//! organisation puts together.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{OutcomeQuality, OutcomeValue};
use domain::periods::Period;

use super::store::{self, Held};
use crate::cx::Cx;
use crate::web::error::AppError;

/// So many measures may cost a page a statement each.
const FEW: usize = 3;

/// What is known for a period.
pub(super) type Known = (OutcomeValue, OutcomeQuality);

/// The values by org unit; those of one in the order of time.
#[derive(Default)]
pub(super) struct Spread {
    series: BTreeMap<OrgUnitId, Arc<Vec<(Period, Known)>>>,
    /// The revision at which all of it was read.
    read_at: i64,
    /// The revisions since at which values of a period changed last.
    changed_at: BTreeMap<Period, i64>,
    /// The revision at which an org unit began or ceased to have values.
    units_changed_at: i64,
}

impl Spread {
    /// Reads all values of a measure, or finds them kept and reads those changed since.
    pub(super) fn of(
        cx: &mut Cx<'_, '_>,
        measure: ElementId,
        revision: i64,
    ) -> Result<Arc<Self>, AppError> {
        let always = |_: &Self| true;
        cx.kept_from(revision, &measure.bytes(), always, |cx, earlier| {
            if let Some((at, earlier)) = earlier
                && let Some(changes) = store::values_since(cx.tx, measure, (at, revision))?
            {
                return Ok(earlier.followed(changes, revision));
            }
            let mut all = Self { read_at: revision, units_changed_at: revision, ..Self::default() };
            let mut current: Option<(OrgUnitId, Vec<(Period, Known)>)> = None;
            store::each_for_everyone(cx.tx, measure, |held| {
                let Some(known) = held.known else { return };
                match &mut current {
                    Some((unit, series)) if *unit == held.org_unit => {
                        series.push((held.period, known));
                    }
                    _ => {
                        let next = (held.org_unit, vec![(held.period, known)]);
                        all.take_series(current.replace(next));
                    }
                }
            })?;
            all.take_series(current);
            Ok(all)
        })
    }

    /// Reads what is not kept of several measures in one question, each at its revision; few are
    /// left to be read or followed one by one.
    pub(super) fn warm(
        cx: &mut Cx<'_, '_>,
        wanted: impl IntoIterator<Item = (ElementId, i64)>,
    ) -> Result<(), AppError> {
        let is_cold = |(measure, revision): &(ElementId, i64)| {
            let kept = cx.kept_earlier::<Self>(*revision, &measure.bytes());
            kept.is_none_or(|(at, _)| at != *revision)
        };
        let cold: BTreeMap<ElementId, i64> = wanted.into_iter().filter(is_cold).collect();
        if cold.len() <= FEW {
            return Ok(());
        }
        let mut series: BTreeMap<ElementId, BTreeMap<OrgUnitId, Vec<(Period, Known)>>> =
            BTreeMap::new();
        for (measure, held) in store::all_for_everyone(cx.tx, cold.keys().copied())? {
            if let Some(known) = held.known {
                let of_measure = series.entry(measure).or_default();
                of_measure.entry(held.org_unit).or_default().push((held.period, known));
            }
        }
        for (measure, revision) in cold {
            let mut all = Self { read_at: revision, units_changed_at: revision, ..Self::default() };
            for one in series.remove(&measure).unwrap_or_default() {
                all.take_series(Some(one));
            }
            cx.keep(revision, &measure.bytes(), all);
        }
        Ok(())
    }

    fn take_series(&mut self, series: Option<(OrgUnitId, Vec<(Period, Known)>)>) {
        if let Some((unit, mut series)) = series {
            // As text, periods of different length do not stand in the order of time.
            series.sort_by_key(|(period, _)| *period);
            self.series.insert(unit, Arc::new(series));
        }
    }

    /// The values with some of them changed. What has not changed is shared.
    fn followed(&self, changes: Vec<Held>, revision: i64) -> Self {
        let mut next = Self {
            series: self.series.clone(),
            read_at: self.read_at,
            changed_at: self.changed_at.clone(),
            units_changed_at: self.units_changed_at,
        };
        for Held { org_unit, period, known } in changes {
            next.changed_at.insert(period, revision);
            let mut series = next.series.remove(&org_unit).unwrap_or_default();
            let was_empty = series.is_empty();
            let values = Arc::make_mut(&mut series);
            let place = values.binary_search_by_key(&period, |(period, _)| *period);
            match (place, known) {
                (Ok(at), Some(known)) => {
                    if let Some(value) = values.get_mut(at) {
                        value.1 = known;
                    }
                }
                (Err(at), Some(known)) => values.insert(at, (period, known)),
                (Ok(at), None) => drop(values.remove(at)),
                (Err(_), None) => {}
            }
            if series.is_empty() != was_empty {
                next.units_changed_at = revision;
            }
            if !series.is_empty() {
                next.series.insert(org_unit, series);
            }
        }
        next
    }

    /// The org units that have values.
    pub(super) fn units(&self) -> impl Iterator<Item = OrgUnitId> {
        self.series.keys().copied()
    }

    /// The values of an org unit, in the order of time.
    pub(super) fn series(&self, unit: OrgUnitId) -> &[(Period, Known)] {
        self.series.get(&unit).map_or(&[], |series| series.as_slice())
    }

    /// What an org unit has for a period.
    pub(super) fn value(&self, unit: OrgUnitId, period: Period) -> Option<Known> {
        let series = self.series(unit);
        let at = series.binary_search_by_key(&period, |(period, _)| *period).ok()?;
        series.get(at).map(|(_, known)| *known)
    }

    /// Which periods have changed since a revision; none when all may have.
    pub(super) fn changed_since(&self, revision: i64) -> Option<Vec<Period>> {
        let later = self.changed_at.iter().filter(|(_, at)| **at > revision);
        (revision >= self.read_at).then(|| later.map(|(period, _)| *period).collect())
    }

    /// Whether the same org units have had values since a revision.
    pub(super) fn has_same_units_since(&self, revision: i64) -> bool {
        self.units_changed_at <= revision
    }
}

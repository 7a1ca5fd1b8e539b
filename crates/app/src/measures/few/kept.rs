//! What of one measure is hidden, kept and followed value by value: what has been written since is read,
//! and only its periods are decided anew. What makes sums and has ever been known to be about
//! too few is taken to be so still (decision 0042).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use db::Tx;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Counted, Measure, few};
use domain::organisation::Organisation;
use domain::periods::Period;
use jiff::civil::Date;

use super::counts::{OfCounts, Once, counts_of, ever};
use crate::cx::Cx;
use crate::measures::store::{self, CountedSince, Withholding};
use crate::web::error::AppError;

/// So many measures may cost a page statements of their own.
const FEW: usize = 3;

/// What is known of the values of a period, and which of them are hidden.
#[derive(Clone, Default)]
struct OfPeriod {
    values: Arc<Vec<Counted>>,
    hidden: Arc<BTreeSet<(OrgUnitId, String)>>,
}

/// What is hidden of one measure.
pub(super) struct OfMeasure {
    /// Empty as long as no value is or has been about too few, for then the others are not read.
    periods: BTreeMap<Period, OfPeriod>,
    once: Arc<BTreeMap<Period, Once>>,
    withheld: Arc<BTreeMap<Period, Withholding>>,
    organisation: Arc<Organisation>,
    measure: Arc<Measure>,
}

impl OfMeasure {
    /// What is hidden of some measures, each at its revision: as it is kept, followed where it is of
    /// an earlier revision, or read.
    pub(super) fn of_some(
        cx: &mut Cx<'_, '_>,
        wanted: BTreeMap<ElementId, i64>,
    ) -> Result<BTreeMap<ElementId, Arc<Self>>, AppError> {
        let structure = cx.structure.clone();
        let (mut all, mut behind, mut cold) = (BTreeMap::new(), Vec::new(), BTreeMap::new());
        for (id, revision) in wanted {
            let Some(measure) = structure.measure(id) else { continue };
            let kept = cx.kept_earlier::<Self>(revision, &id.bytes());
            let kept = kept.filter(|(_, kept)| {
                Arc::ptr_eq(&kept.measure, measure)
                    && Arc::ptr_eq(&kept.organisation, &structure.organisation)
            });
            match kept {
                Some((at, kept)) if at == revision => drop(all.insert(id, kept)),
                Some((at, kept)) if behind.len() < FEW => behind.push((id, kept, (at, revision))),
                _ => drop(cold.insert(id, revision)),
            }
        }
        for (id, kept, (at, revision)) in behind {
            let least = kept.measure.least_count;
            let since = store::counted_since(cx.tx, id, (at, revision), least)?;
            let withheld = store::withheld_of(cx.tx, id)?;
            match since.and_then(|since| kept.followed(since, withheld)) {
                Some(next) => drop(all.insert(id, cx.keep(revision, &id.bytes(), next))),
                None => drop(cold.insert(id, revision)),
            }
        }
        let ids: Vec<ElementId> = cold.keys().copied().collect();
        for (id, found) in Self::read(cx.tx, &structure, &ids)? {
            let revision = cold.get(&id).copied().unwrap_or(0);
            all.insert(id, cx.keep(revision, &id.bytes(), found));
        }
        Ok(all)
    }

    /// Reads what is hidden of some measures.
    pub(super) fn read(
        tx: &mut Tx<'_>,
        structure: &Structure,
        ids: &[ElementId],
    ) -> Result<BTreeMap<ElementId, Self>, AppError> {
        let asked: BTreeMap<ElementId, &Arc<Measure>> =
            ids.iter().filter_map(|id| Some((*id, structure.measure(*id)?))).collect();
        let mut known = counts_of(tx, &asked)?;
        let mut all = BTreeMap::new();
        for (id, measure) in asked {
            let OfCounts { once, mut values, withheld } = known.remove(&id).unwrap_or_default();
            let mut of = Self {
                periods: BTreeMap::new(),
                once: Arc::new(once),
                withheld: Arc::new(withheld),
                organisation: Arc::clone(&structure.organisation),
                measure: Arc::clone(measure),
            };
            if !of.once.is_empty() {
                for period in Arc::clone(&of.once).keys() {
                    values.entry(*period).or_default();
                }
                for (period, values) in values {
                    of.put(period, values);
                }
            }
            all.insert(id, of);
        }
        Ok(all)
    }

    /// Decides a period.
    fn put(&mut self, period: Period, values: Vec<Counted>) {
        let known = ever(&self.measure, self.once.get(&period), &values);
        if known.is_empty() {
            self.periods.remove(&period);
            return;
        }
        let none = Withholding { holds: true, ..Withholding::default() };
        let kept = self.withheld.get(&period).filter(|_| self.measure.has_sums()).unwrap_or(&none);
        let withheld = (&kept.withheld, kept.holds);
        let hidden = Arc::new(few(&self.organisation, &self.measure, known, withheld));
        self.periods.insert(period, OfPeriod { values: Arc::new(values), hidden });
    }

    /// As this, after something has been written; none where values that were never read are needed.
    fn followed(
        &self,
        since: CountedSince,
        withheld: BTreeMap<Period, Withholding>,
    ) -> Option<Self> {
        let written = |period: &Period, org_unit: &OrgUnitId| {
            since.standing.contains_key(&(*org_unit, *period))
        };
        let mut once = BTreeMap::clone(&self.once);
        for (period, of) in &mut once {
            of.retain(|(org_unit, _), _| !written(period, org_unit));
        }
        let few = since.once.into_iter().filter(|(.., fewest)| self.measure.is_few(*fewest));
        for (period, org_unit, group, fewest) in few {
            once.entry(period).or_default().insert((org_unit, group), fewest);
        }
        once.retain(|_, of| !of.is_empty());
        if once.is_empty() != self.once.is_empty() {
            return None;
        }
        let mut next = Self {
            periods: self.periods.clone(),
            once: Arc::new(once),
            withheld: Arc::new(withheld),
            organisation: Arc::clone(&self.organisation),
            measure: Arc::clone(&self.measure),
        };
        if next.once.is_empty() {
            return Some(next);
        }
        let mut periods: BTreeMap<Period, BTreeMap<OrgUnitId, Vec<Counted>>> = BTreeMap::new();
        for ((org_unit, period), standing) in since.standing {
            periods.entry(period).or_default().insert(org_unit, standing);
        }
        for (period, written) in periods {
            let before = self.periods.get(&period).map(|of| of.values.as_slice());
            let untouched = before.unwrap_or_default().iter();
            let untouched = untouched.filter(|one| !written.contains_key(&one.org_unit)).cloned();
            let values = untouched.chain(written.values().flatten().cloned()).collect();
            next.put(period, values);
        }
        Some(next)
    }

    /// Whether a value is hidden.
    pub(super) fn hides(&self, (org_unit, group, period): (OrgUnitId, &str, Period)) -> bool {
        let Some(of) = self.periods.get(&period) else { return false };
        !of.hidden.is_empty() && of.hidden.contains(&(org_unit, group.to_owned()))
    }

    /// Whether any value for all people is hidden below an org unit.
    pub(super) fn is_hidden_below(
        &self,
        organisation: &Organisation,
        org_unit: OrgUnitId,
        period: Period,
    ) -> bool {
        let Some(of) = self.periods.get(&period) else { return false };
        let mut whole = of.hidden.iter().filter(|(_, group)| group.is_empty());
        whole.any(|(unit, _)| *unit != org_unit && organisation.is_within(*unit, org_unit))
    }

    /// Whether a value for all people, or one of a group of them, has ever been known to be about too few.
    pub(super) fn was_few(&self, org_unit: OrgUnitId, period: Period) -> bool {
        let of = self.once.get(&period);
        of.is_some_and(|of| of.keys().any(|(unit, _)| *unit == org_unit))
    }

    /// Whether a value that makes sums with others has ever been known to be about too few.
    pub(super) fn is_protected(&self, org_unit: OrgUnitId, group: &str, period: Period) -> bool {
        let place = (org_unit, group.to_owned());
        self.measure.has_sums() && self.once.get(&period).is_some_and(|of| of.contains_key(&place))
    }

    /// Whether any value that is put together with others of its period has ever been known to be about
    /// too few: what stood beside it then, hidden or not, would give it away with the sum.
    pub(super) fn was_few_in(&self, period: Period) -> bool {
        self.measure.over_organisation.across().is_some()
            && self.once.get(&period).is_some_and(|of| of.keys().any(|(_, group)| group.is_empty()))
    }

    /// Whether any value of a period, of whatever group, has ever been known to be about too few.
    pub(super) fn was_any_few_in(&self, period: Period) -> bool {
        self.once.contains_key(&period)
    }

    /// The first day of the earliest value for all people at an org unit that is hidden, or has been
    /// about too few.
    pub(super) fn since(&self, org_unit: OrgUnitId) -> Option<Date> {
        let whole = (org_unit, String::new());
        let hidden = self.periods.iter().filter(|(_, of)| of.hidden.contains(&whole));
        let once = self.once.iter().filter(|(_, of)| of.contains_key(&whole));
        let all = hidden.map(|(period, _)| period).chain(once.map(|(period, _)| period));
        all.map(|period| period.first_day()).min()
    }

    /// Where and when anything is hidden.
    pub(super) fn places(&self) -> impl Iterator<Item = (OrgUnitId, Period)> + '_ {
        let of = |(&period, of): (&Period, &'_ OfPeriod)| {
            let units: Vec<OrgUnitId> = of.hidden.iter().map(|(unit, _)| *unit).collect();
            units.into_iter().map(move |unit| (unit, period))
        };
        self.periods.iter().flat_map(of)
    }
}

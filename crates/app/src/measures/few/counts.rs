//! What is known of measures of how many people their values are about, today and ever (decision 0042).

use std::collections::BTreeMap;
use std::sync::Arc;

use db::Tx;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Counted, Measure};
use domain::periods::Period;

use crate::measures::store::{self, CountedAt, Known, Withholding};
use crate::web::error::AppError;

/// Where values of a period, of which group, have ever been known to be about too few.
pub(super) type Once = BTreeMap<(OrgUnitId, String), u32>;

/// What is known of one measure of how many people its values are about.
#[derive(Default)]
pub(super) struct OfCounts {
    pub(super) once: BTreeMap<Period, Once>,
    pub(super) values: BTreeMap<Period, Vec<Counted>>,
    pub(super) withheld: BTreeMap<Period, Withholding>,
}

/// What is known of how many people the values of some measures are about, where any is or has been
/// about too few.
pub(super) fn counts_of(
    tx: &mut Tx<'_>,
    asked: &BTreeMap<ElementId, &Arc<Measure>>,
) -> Result<BTreeMap<ElementId, OfCounts>, AppError> {
    let ids: Vec<ElementId> = asked.keys().copied().collect();
    let most = asked.values().map(|measure| measure.least_count).max();
    let found = most.map_or(Ok(Vec::new()), |most| store::counted_of(tx, &ids, most))?;
    Ok(by_measure(asked, found))
}

/// As [`counts_of`], of one period.
pub(super) fn counts_in(
    tx: &mut Tx<'_>,
    period: Period,
    asked: &BTreeMap<ElementId, &Arc<Measure>>,
) -> Result<BTreeMap<ElementId, OfCounts>, AppError> {
    let most = asked.values().map(|measure| measure.least_count).max();
    let ids = asked.keys().copied();
    let found = most.map_or(Ok(Vec::new()), |most| store::counted_in(tx, period, ids, most))?;
    Ok(by_measure(asked, found))
}

fn by_measure(
    asked: &BTreeMap<ElementId, &Arc<Measure>>,
    found: Vec<CountedAt>,
) -> BTreeMap<ElementId, OfCounts> {
    let mut all: BTreeMap<ElementId, OfCounts> = BTreeMap::new();
    for one in found {
        // Several measures are asked for with the highest limit among them.
        let Some(measure) = asked.get(&one.measure) else { continue };
        let of_measure = all.entry(one.measure).or_default();
        match one.known {
            Known::Today(value) => of_measure.values.entry(one.period).or_default().push(value),
            Known::Ever(org_unit, group, fewest) if measure.is_few(fewest) => {
                let once = of_measure.once.entry(one.period).or_default();
                once.insert((org_unit, group), fewest);
            }
            Known::Ever(..) => {}
            Known::Withheld(withheld) => drop(of_measure.withheld.insert(one.period, withheld)),
        }
    }
    all
}

/// What stands for a period, each about the fewest it has been known to be about, and what stood once
/// and is gone.
pub(super) fn ever(measure: &Measure, once: Option<&Once>, values: &[Counted]) -> Vec<Counted> {
    // Where nothing is put together, what a value was about before gives nothing away.
    if !measure.has_sums() {
        return values.iter().map(|one| Counted { has_gone: false, ..one.clone() }).collect();
    }
    let mut gone = once.cloned().unwrap_or_default();
    let mut known = Vec::with_capacity(values.len());
    for value in values {
        let fewest = gone.remove(&(value.org_unit, value.breakdown.clone()));
        let ever = fewest.into_iter().chain(value.count);
        let count = ever.filter(|count| *count > 0).min().or(value.count);
        known.push(Counted { count, ..value.clone() });
    }
    // On another day it may be yet to come: sums of that day and of now differ by it all the same.
    known.extend(gone.into_iter().map(|((org_unit, breakdown), fewest)| Counted {
        org_unit,
        breakdown,
        count: Some(fewest),
        has_gone: true,
    }));
    known
}

//! Deciding anew what is kept from readers, as part of every write of values: what stands beside a value
//! about too few stays hidden, whatever is written afterwards (decision 0046).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use db::Tx;
use domain::elements::Structure;
use domain::ids::ElementId;
use domain::imports::ValueKey;
use domain::measures::{Cell, Measure, OutcomeValue, Withheld, withhold};
use domain::periods::Period;

use super::counts::{OfCounts, counts_of, ever};
use crate::measures::store;
use crate::web::error::AppError;

/// What a write has touched: of each measure the periods, and the places that hold a value they did not
/// hold before.
#[derive(Default)]
pub(crate) struct Written {
    places: BTreeMap<ElementId, BTreeMap<Period, BTreeSet<Cell>>>,
}

impl Written {
    /// A place holds a value where another or none was. What is said again is what everybody has seen.
    pub(crate) fn value(
        &mut self,
        key: &ValueKey,
        before: Option<OutcomeValue>,
        after: OutcomeValue,
    ) {
        let of = self.of(key);
        if before != Some(after) {
            of.insert((key.org_unit, key.breakdown.clone()));
        }
    }

    /// Something else has become of a place: its value is gone, is known to be about others, or is what
    /// it was before.
    pub(crate) fn touch(&mut self, key: &ValueKey) {
        self.of(key);
    }

    fn of(&mut self, key: &ValueKey) -> &mut BTreeSet<Cell> {
        self.places.entry(key.measure).or_default().entry(key.period).or_default()
    }

    /// Decides anew what is withheld of all that was touched. The last part of a write of values.
    pub(crate) fn withhold(
        mut self,
        tx: &mut Tx<'_>,
        structure: &Structure,
    ) -> Result<(), AppError> {
        let ids: BTreeSet<ElementId> = self.places.keys().copied().collect();
        // Where nothing is known of how many, nothing is withheld.
        let counted = store::revisions_of(tx, &ids)?.counted;
        let asked: BTreeMap<ElementId, &Arc<Measure>> = ids
            .iter()
            .filter(|id| counted.contains_key(*id))
            .filter_map(|id| Some((*id, structure.measure(*id)?)))
            .filter(|(_, measure)| measure.has_sums())
            .collect();
        if asked.is_empty() {
            return Ok(());
        }
        let mut known = counts_of(tx, &asked)?;
        for (id, measure) in asked {
            let known = known.remove(&id).unwrap_or_default();
            if known.once.is_empty() && known.withheld.is_empty() {
                continue;
            }
            let kept = store::kept_by_readers(tx, id)?;
            for (period, written) in self.places.remove(&id).unwrap_or_default() {
                let values = of_period(&known, measure, period);
                let nothing = Withheld::new();
                let withheld = known.withheld.get(&period).map_or(&nothing, |of| &of.withheld);
                if known.once.get(&period).is_none_or(BTreeMap::is_empty) && withheld.is_empty() {
                    continue;
                }
                let of_readers = kept.get(&period).cloned().unwrap_or_default();
                let so_far = (withheld, &of_readers);
                let is_few = |cell: &Cell| {
                    let of = known.values.get(&period).into_iter().flatten();
                    let mut of =
                        of.filter(|one| (one.org_unit, &one.breakdown) == (cell.0, &cell.1));
                    of.any(|one| one.count.is_some_and(|count| measure.is_few(count)))
                };
                let (numbers, again) = store::numbers_of(tx, (id, period))?;
                // What was about too few then was not shown then.
                let again =
                    again.into_iter().filter(|cell| written.contains(cell) && !is_few(cell));
                let (anew, again) = (&written, &again.collect());
                let written = domain::measures::Written { numbers: &numbers, anew, again };
                let (after, of_readers) =
                    withhold(&structure.organisation, measure, values, so_far, written);
                store::put_withheld(tx, (id, period), (&after, &of_readers))?;
            }
        }
        Ok(())
    }
}

fn of_period(
    known: &OfCounts,
    measure: &Measure,
    period: Period,
) -> Vec<domain::measures::Counted> {
    let values = known.values.get(&period).map(Vec::as_slice).unwrap_or_default();
    ever(measure, known.once.get(&period), values)
}

/// Decides what is withheld of all values that stand, where that has never been decided.
pub(crate) fn withhold_all(tx: &mut Tx<'_>, structure: &Structure) -> Result<(), AppError> {
    let measures = structure.elements().filter_map(|element| structure.measure(element.id));
    let asked: BTreeMap<ElementId, &Arc<Measure>> = measures
        .filter(|measure| measure.has_sums())
        .map(|measure| (measure.id, measure))
        .collect();
    let known = counts_of(tx, &asked)?;
    let mut written = Written::default();
    for (id, known) in known {
        for (period, places) in known.once {
            for (org_unit, breakdown) in places.into_keys() {
                written.touch(&ValueKey { measure: id, org_unit, breakdown, period });
            }
        }
    }
    written.withhold(tx, structure)
}

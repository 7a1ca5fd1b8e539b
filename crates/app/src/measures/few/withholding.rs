//! Deciding anew what is kept from readers, as part of every write of values: what stands beside a value
//! about too few stays hidden, whatever is written afterwards (decision 0046).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use db::Tx;
use domain::elements::Structure;
use domain::ids::ElementId;
use domain::imports::ValueKey;
use domain::measures::{Cell, Kept, Measure, OutcomeValue, Withheld, withhold};
use domain::periods::Period;

use super::counts::{OfCounts, counts_in, counts_of, ever};
use crate::cx::Cx;
use crate::measures::store::{self, Decided, Numbers};
use crate::web::error::AppError;

/// What a write has touched: of each measure the periods, and the places that hold a value they did not
/// hold before.
#[derive(Default)]
pub(crate) struct Written {
    /// Of which measures it is noted; none where of all. A file brings hundreds of thousands of values, most
    /// of them of measures that nothing is known of.
    of: Option<BTreeSet<ElementId>>,
    places: BTreeMap<ElementId, BTreeMap<Period, BTreeSet<Cell>>>,
}

impl Written {
    /// Nothing yet, of those among some measures that know of any value how many people it is about.
    pub(crate) fn of_counted(
        tx: &mut Tx<'_>,
        measures: &BTreeSet<ElementId>,
    ) -> Result<Self, AppError> {
        let counted = store::revisions_of(tx, measures)?.counted;
        Ok(Self { of: Some(counted.into_keys().collect()), ..Self::default() })
    }

    /// A place holds a value where another or none was. What is said again is what everybody has seen.
    pub(crate) fn value(
        &mut self,
        key: &ValueKey,
        before: Option<OutcomeValue>,
        after: OutcomeValue,
    ) {
        let Some(of) = self.of(key) else { return };
        if before != Some(after) {
            of.insert((key.org_unit, key.breakdown.clone()));
        }
    }

    /// Something else has become of a place: its value is gone, is known to be about others, or is what
    /// it was before.
    pub(crate) fn touch(&mut self, key: &ValueKey) {
        self.of(key);
    }

    fn of(&mut self, key: &ValueKey) -> Option<&mut BTreeSet<Cell>> {
        let is_noted = self.of.as_ref().is_none_or(|of| of.contains(&key.measure));
        is_noted.then(|| self.places.entry(key.measure).or_default().entry(key.period).or_default())
    }

    /// Decides anew what is withheld of all that was touched. The last part of a write of values.
    pub(crate) fn withhold(self, tx: &mut Tx<'_>, structure: &Structure) -> Result<(), AppError> {
        let ids: BTreeSet<ElementId> = self.places.keys().copied().collect();
        // Where nothing is known of how many, nothing is withheld.
        let counted = store::revisions_of(tx, &ids)?.counted;
        let mut periods: BTreeMap<Period, BTreeMap<ElementId, BTreeSet<Cell>>> = BTreeMap::new();
        for (id, places) in self.places {
            let measure = structure.measure(id).filter(|measure| measure.has_sums());
            if measure.is_none() || !counted.contains_key(&id) {
                continue;
            }
            for (period, written) in places {
                periods.entry(period).or_default().insert(id, written);
            }
        }
        let mut decided = Vec::new();
        for (period, written) in periods {
            decided.extend(of_period(tx, structure, (period, &written))?);
        }
        store::put_withheld(tx, &decided)
    }
}

/// Decides what is withheld of a period of the measures of which something has been written there.
fn of_period(
    tx: &mut Tx<'_>,
    structure: &Structure,
    (period, written): (Period, &BTreeMap<ElementId, BTreeSet<Cell>>),
) -> Result<Vec<Decided>, AppError> {
    let asked: BTreeMap<ElementId, &Arc<Measure>> =
        written.keys().filter_map(|id| Some((*id, structure.measure(*id)?))).collect();
    let mut known = counts_in(tx, period, &asked)?;
    known.retain(|_, known| !known.once.is_empty() || !known.withheld.is_empty());
    let ids: Vec<ElementId> = known.keys().copied().collect();
    let mut kept = store::kept_by_readers(tx, period, &ids)?;
    let mut numbers = store::numbers_in(tx, period, &ids)?;
    let mut decided = Vec::new();
    for (id, known) in known {
        let (Some(measure), Some(anew)) = (asked.get(&id), written.get(&id)) else { continue };
        let numbers = numbers.remove(&id).unwrap_or_default();
        let of_readers = kept.remove(&id).unwrap_or_default();
        let (withheld, kept) =
            of_measure(structure, measure, (period, known), (anew, numbers), &of_readers);
        decided.push((id, period, withheld, kept));
    }
    Ok(decided)
}

fn of_measure(
    structure: &Structure,
    measure: &Measure,
    (period, known): (Period, OfCounts),
    (anew, numbers): (&BTreeSet<Cell>, Numbers),
    of_readers: &Kept,
) -> (Withheld, Kept) {
    let standing = known.values.get(&period).map(Vec::as_slice).unwrap_or_default();
    let is_few = |cell: &Cell| {
        let mut of =
            standing.iter().filter(|one| (one.org_unit, &one.breakdown) == (cell.0, &cell.1));
        of.any(|one| one.count.is_some_and(|count| measure.is_few(count)))
    };
    // What was about too few then was not shown then.
    let again = numbers.again.into_iter().filter(|cell| anew.contains(cell) && !is_few(cell));
    let again = again.collect();
    let nobody = standing.iter().filter(|one| one.count == Some(0));
    let nobody = nobody.map(|one| (one.org_unit, one.breakdown.clone())).collect();
    let numbers = &numbers.now;
    let written = domain::measures::Written { numbers, anew, again: &again, nobody: &nobody };
    let values = ever(measure, known.once.get(&period), standing);
    let nothing = Withheld::new();
    let withheld = known.withheld.get(&period).map_or(&nothing, |of| &of.withheld);
    withhold(&structure.organisation, measure, values, (withheld, of_readers), written)
}

/// Decides again what is withheld of some measures, where they or the org units that they are put together
/// of have become others. The last part of such a change.
pub(crate) fn withhold_again(
    cx: &mut Cx<'_, '_>,
    measures: impl IntoIterator<Item = ElementId>,
) -> Result<(), AppError> {
    let now = cx.app.structures.at_head(cx.tx, false)?;
    withhold_of(cx.tx, &now, measures)
}

/// As [`withhold_again`], of every measure.
pub(crate) fn withhold_all_again(cx: &mut Cx<'_, '_>) -> Result<(), AppError> {
    let now = cx.app.structures.at_head(cx.tx, false)?;
    withhold_all(cx.tx, &now)
}

/// Decides what is withheld of all values that stand.
pub(crate) fn withhold_all(tx: &mut Tx<'_>, structure: &Structure) -> Result<(), AppError> {
    let measures = structure.elements().filter(|element| structure.measure(element.id).is_some());
    withhold_of(tx, structure, measures.map(|element| element.id))
}

fn withhold_of(
    tx: &mut Tx<'_>,
    structure: &Structure,
    measures: impl IntoIterator<Item = ElementId>,
) -> Result<(), AppError> {
    let asked = measures.into_iter().filter_map(|id| Some((id, structure.measure(id)?)));
    let asked: BTreeMap<ElementId, &Arc<Measure>> =
        asked.filter(|(_, measure)| measure.has_sums()).collect();
    let mut written = Written::default();
    for (id, known) in counts_of(tx, &asked)? {
        let periods: BTreeSet<Period> =
            known.once.keys().chain(known.withheld.keys()).copied().collect();
        written.places.insert(id, periods.into_iter().map(|at| (at, BTreeSet::new())).collect());
    }
    written.withhold(tx, structure)
}

//! What is kept from readers of a period as it is written, value by value: whoever has kept all that
//! was ever shown of it cannot compute a value about too few.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::drawn::Drawn;
use super::{Cell, Counted, Withheld};
use crate::measures::Measure;
use crate::measures::hidden::{OverTime, Row, Values};
use crate::organisation::Organisation;

/// A value that stands in a place, or has stood there: the same number is the same value, whenever it
/// comes.
type Told = (Cell, String);

/// What readers may have kept of a period: sums of values that they cannot take apart.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Kept {
    /// How many times each value is in each sum, as a remainder of a prime.
    sums: Vec<Vec<(Told, u64)>>,
    /// Those of the values that are about too few.
    small: Vec<Told>,
}

/// What has been written of a period.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The numbers that stand.
    pub numbers: &'a BTreeMap<Cell, String>,
    /// The places that hold another than just before.
    pub anew: &'a BTreeSet<Cell>,
    /// Those of them that have held it earlier, about enough; of the others nobody has seen it yet.
    pub again: &'a BTreeSet<Cell>,
}

/// What is withheld of a period after some of its values have been written, and what readers may have
/// kept then.
///
/// What stands beside a value about too few stays withheld. What everybody has seen already is no cover,
/// and where nothing else is left the sums are withheld until something new comes into them.
pub fn withhold(
    organisation: &Organisation,
    measure: &Measure,
    values: Vec<Counted>,
    (before, kept): (&Withheld, &Kept),
    written: Written<'_>,
) -> (Withheld, Kept) {
    let Some(drawn) = Drawn::of(organisation, measure, values, before) else {
        return Default::default();
    };
    let mut columns = Columns::of(&drawn, written.numbers);
    let holding = drawn.holding_few(measure);
    let lasting = before.iter().filter(|(_, is_said)| **is_said).map(|(cell, _)| cell);
    let lasting = drawn.places(lasting).difference(&holding).copied().collect();
    let is_written = |place: &usize| drawn.cell(*place).is_some_and(|it| written.anew.contains(it));
    let is_begun = !before.is_empty();
    let untrue = drawn.sums.iter().enumerate().filter(|(_, sum)| {
        let said = sum.whole.filter(|whole| *whole < drawn.table.said);
        is_begun && said.is_some_and(|whole| !is_written(&whole))
    });
    let untrue = untrue.map(|(at, _)| at).collect();
    let mut seen = drawn.seen((before, written.anew), measure);
    // What has come back was shown when it stood first, unless it is among what nobody can take apart.
    let kept_apart: BTreeSet<&Told> = kept.sums.iter().flatten().map(|(told, _)| told).collect();
    let again = drawn.places(written.again.iter());
    let again = again.difference(&drawn.table.absent).copied();
    seen.extend(
        again
            .filter(|place| columns.told.get(place).is_some_and(|told| !kept_apart.contains(told))),
    );
    let small = kept.small.iter().map(|told| columns.column(told));
    let small: BTreeSet<usize> = drawn.few(measure).chain(small).collect();
    let alone = small.iter().map(|place| Row::from([(*place, 1)]));
    let secret = alone.chain(drawn.few_together(measure)).collect();
    let kept_before = kept.sums.iter().map(|sum| columns.row(sum)).collect();
    let over_time = OverTime {
        values: Values { withheld: lasting, seen, ..drawn.values(measure) },
        put_together: drawn.table.said..drawn.table.cells.len(),
        untrue,
        absent: drawn.table.absent.clone(),
        kept: kept_before,
        secret,
    };
    let hidden = over_time.hidden();
    let rows = over_time.kept_after(&hidden);
    let hidden = (0..hidden.len()).filter(|place| hidden.get(*place) == Some(&true));
    let hidden = hidden.filter_map(|place| Some((drawn.cell(place)?.clone(), place)));
    let after = hidden.map(|(cell, place)| (cell, place < drawn.table.said)).collect();
    (after, columns.kept(rows, &small))
}

/// The values that sums are of: those that stand, by their places, and after them those that have stood.
struct Columns {
    of: BTreeMap<Told, usize>,
    told: BTreeMap<usize, Told>,
    next: usize,
}

impl Columns {
    fn of(drawn: &Drawn, numbers: &BTreeMap<Cell, String>) -> Self {
        let next = drawn.table.cells.len();
        let mut all = Self { of: BTreeMap::new(), told: BTreeMap::new(), next };
        for (place, cell) in drawn.table.cells.iter().take(drawn.table.said).enumerate() {
            if drawn.table.absent.contains(&place) {
                continue;
            }
            let told = (cell.clone(), numbers.get(cell).cloned().unwrap_or_default());
            all.of.insert(told.clone(), place);
            all.told.insert(place, told);
        }
        all
    }

    /// The column of a value; a new one for what does not stand.
    fn column(&mut self, told: &Told) -> usize {
        if let Some(column) = self.of.get(told) {
            return *column;
        }
        let column = self.next;
        self.next += 1;
        self.of.insert(told.clone(), column);
        self.told.insert(column, told.clone());
        column
    }

    fn row(&mut self, sum: &[(Told, u64)]) -> Row {
        sum.iter().map(|(told, times)| (self.column(told), *times)).collect()
    }

    fn kept(&self, rows: Vec<Row>, small: &BTreeSet<usize>) -> Kept {
        let named = |row: Row| {
            let named = row.into_iter();
            named.filter_map(|(at, times)| Some((self.told.get(&at)?.clone(), times))).collect()
        };
        let among: BTreeSet<usize> = rows.iter().flat_map(|row| row.keys().copied()).collect();
        let small = among.intersection(small).filter_map(|at| self.told.get(at).cloned());
        Kept { small: small.collect(), sums: rows.into_iter().map(named).collect() }
    }
}

//! What is kept from readers of a period as it is written, value by value: whoever has kept all that
//! was ever shown of it cannot compute a value about too few.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::drawn::Drawn;
use super::{Cell, Counted, Withheld};
use crate::ids::OrgUnitId;
use crate::measures::Measure;
use crate::measures::hidden::{Insider, OverTime, Row, Values};
use crate::organisation::Organisation;

/// A value that stands in a place, or has stood there: the same number is the same value, whenever it
/// comes.
type Told = (Cell, String);

/// How many times values are in a sum, as a remainder of a prime.
type SumOfTold = Vec<(Told, u64)>;

/// What readers may have kept of a period: sums of values that they cannot take apart.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Kept {
    /// Where what org units say themselves is what those below them make up.
    sums: Vec<SumOfTold>,
    /// The same, where what org units say themselves is not what those below them make up; none as long as
    /// that makes no difference.
    #[serde(default)]
    unrelated: Option<Vec<SumOfTold>>,
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
    /// The places whose value is about nobody now: what it is anybody can tell.
    pub nobody: &'a BTreeSet<Cell>,
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
    let lasting = lasting(&drawn, measure, before);
    let mut seen = drawn.seen((before, written.anew), measure);
    // What has come back was shown when it stood first, unless it is among what nobody can take apart.
    let unrelated = kept.unrelated.as_ref().unwrap_or(&kept.sums);
    let kept_apart: BTreeSet<&Told> =
        kept.sums.iter().chain(unrelated).flatten().map(|(told, _)| told).collect();
    let again = drawn.places(written.again.iter());
    let again = again.difference(&drawn.table.absent).copied();
    seen.extend(
        again
            .filter(|place| columns.told.get(place).is_some_and(|told| !kept_apart.contains(told))),
    );
    seen.extend(drawn.places(written.nobody.iter()));
    let small = kept.small.iter().map(|told| columns.column(told));
    let small: BTreeSet<usize> = drawn.few(measure).chain(small).collect();
    let alone = small.iter().map(|place| Row::from([(*place, 1)]));
    let secret: Vec<Row> = alone.chain(drawn.few_together(measure)).collect();
    let [kept_before, kept_unrelated] =
        [&kept.sums, unrelated].map(|sums| sums.iter().map(|sum| columns.row(sum)).collect());
    let mut over_time = OverTime {
        values: Values { withheld: lasting, seen, ..drawn.values(measure) },
        put_together: drawn.table.said..drawn.table.cells.len(),
        untrue: untrue(&drawn, before, written.anew),
        absent: drawn.table.absent.clone(),
        kept: kept_before,
        insiders: insiders(organisation, &drawn, &columns, &secret),
        secret,
    };
    // Whether what an org unit has said itself is what those below it make up, nobody knows.
    let is_same = kept.unrelated.is_none() && drawn.said_of_units.is_subset(&over_time.untrue);
    let mut apart = OverTime { kept: kept_unrelated, ..over_time.clone() };
    apart.untrue.extend(&drawn.said_of_units);
    let hidden =
        if is_same { over_time.hidden() } else { hidden_of_both(&mut over_time, &mut apart) };
    let rows = over_time.kept_after(&hidden);
    let unrelated = (!is_same).then(|| apart.kept_after(&hidden));
    let hidden = (0..hidden.len()).filter(|place| hidden.get(*place) == Some(&true));
    let hidden = hidden.filter_map(|place| Some((drawn.cell(place)?.clone(), place)));
    let is_said = |(cell, place): (Cell, usize)| {
        let is_said = place < drawn.table.said || before.get(&cell) == Some(&true);
        (cell, is_said)
    };
    let after = hidden.map(is_said).collect();
    (after, columns.kept((rows, unrelated), &small))
}

/// The sums whose whole was said before its parts were what they are.
fn untrue(drawn: &Drawn, before: &Withheld, anew: &BTreeSet<Cell>) -> BTreeSet<usize> {
    if before.is_empty() {
        return BTreeSet::new();
    }
    let is_written = |place: usize| drawn.cell(place).is_some_and(|it| anew.contains(it));
    let sums = drawn.sums.iter().enumerate().filter(|(_, sum)| {
        let said = sum.whole.filter(|whole| *whole < drawn.table.said);
        said.is_some_and(|whole| !is_written(whole))
    });
    sums.map(|(at, _)| at).collect()
}

/// What each sees who reports for an org unit: all that is said, has been said and is put together there and
/// below. Who sees every secret has nothing to work out.
fn insiders(
    organisation: &Organisation,
    drawn: &Drawn,
    columns: &Columns,
    secret: &[Row],
) -> Vec<Insider> {
    let mut of: BTreeMap<OrgUnitId, Insider> = BTreeMap::new();
    let said = columns.told.iter().map(|(column, ((unit, _), _))| (*column, *unit));
    let put_together = drawn.table.cells.iter().enumerate().skip(drawn.table.said);
    let put_together = put_together.map(|(place, (unit, _))| (place, *unit));
    for (column, unit) in said.chain(put_together) {
        for unit in std::iter::once(unit).chain(organisation.ancestors(unit)) {
            of.entry(unit).or_default().insert(column);
        }
    }
    let all: BTreeSet<usize> = secret.iter().flat_map(Row::keys).copied().collect();
    of.into_values().filter(|sees| !all.is_subset(sees)).collect()
}

/// The places of what stays withheld. What holds a value about too few is decided each time, but not what an
/// org unit has said itself of what others below have said too: it is not what its parts are now.
fn lasting(drawn: &Drawn, measure: &Measure, before: &Withheld) -> BTreeSet<usize> {
    let mut holding = drawn.holding_few(measure);
    holding.retain(|place| !drawn.is_own_of_units(*place));
    let lasting = before.iter().filter(|(_, is_said)| **is_said).map(|(cell, _)| cell);
    drawn.places(lasting).difference(&holding).copied().collect()
}

/// What must be hidden for the one and for the other.
fn hidden_of_both(one: &mut OverTime<'_>, other: &mut OverTime<'_>) -> Vec<bool> {
    loop {
        let hidden = one.hidden();
        other.values.withheld.extend(places_of(&hidden));
        let more = other.hidden();
        if hidden == more {
            return hidden;
        }
        one.values.withheld.extend(places_of(&more));
    }
}

fn places_of(hidden: &[bool]) -> impl Iterator<Item = usize> {
    hidden.iter().enumerate().filter_map(|(place, is_hidden)| is_hidden.then_some(place))
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

    fn kept(
        &self,
        (rows, unrelated): (Vec<Row>, Option<Vec<Row>>),
        small: &BTreeSet<usize>,
    ) -> Kept {
        let named = |row: Row| -> SumOfTold {
            let named = row.into_iter();
            named.filter_map(|(at, times)| Some((self.told.get(&at)?.clone(), times))).collect()
        };
        let all = rows.iter().chain(unrelated.iter().flatten());
        let among: BTreeSet<usize> = all.flat_map(|row| row.keys().copied()).collect();
        let small = among.intersection(small).filter_map(|at| self.told.get(at).cloned());
        Kept {
            small: small.collect(),
            sums: rows.into_iter().map(named).collect(),
            unrelated: unrelated.map(|rows| rows.into_iter().map(named).collect()),
        }
    }
}

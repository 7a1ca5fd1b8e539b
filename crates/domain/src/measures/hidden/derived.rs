//! What can be had of hidden values by adding and subtracting shown ones: exact elimination in the
//! field of a large prime, so that no rounding says that something is unknown.

use std::collections::{BTreeMap, BTreeSet};

use super::Sum;

/// A prime with room for products.
const PRIME: u128 = (1 << 61) - 1;

/// A sum of values that is known, or nought: how many times each unknown value is in it, as a remainder
/// of the prime 2^61 - 1.
pub(in crate::measures) type Row = BTreeMap<usize, u64>;

/// The hidden values that follow from those shown, in order.
pub(super) fn derivable(sums: &[Sum], hidden: &[bool]) -> BTreeSet<usize> {
    let is_hidden = |place: usize| hidden.get(place) == Some(&true);
    let rows = sums.iter().map(|sum| row_of(sum, is_hidden)).collect();
    let solved = solved(tangled(rows)).into_iter();
    solved.filter(|(_, row)| row.len() == 1).map(|(place, _)| place).collect()
}

/// What a sum says of values of a kind: those that make it up less the whole are nought.
pub(super) fn row_of(sum: &Sum, is_unknown: impl Fn(usize) -> bool) -> Row {
    let parts = sum.parts.iter().map(|part| (*part, 1));
    let whole = sum.whole.map(|whole| (whole, remainder(PRIME - 1)));
    parts.chain(whole).filter(|(place, _)| is_unknown(*place)).collect()
}

/// Whether a sum of values follows from solved rows.
pub(super) fn follows(sum: &Row, solved: &BTreeMap<usize, Row>) -> bool {
    rest_of(sum, solved).is_empty()
}

/// What is left of a sum of values beside what solved rows tell: nothing where it follows.
pub(super) fn rest_of(sum: &Row, solved: &BTreeMap<usize, Row>) -> Row {
    let mut left = sum.clone();
    for place in sum.keys() {
        if let (Some(row), Some(times)) = (solved.get(place), left.get(place).copied()) {
            take_away(&mut left, row, times);
        }
    }
    left
}

/// The same rows, each under its smallest place, which stands in no other.
pub(super) fn solved(mut rows: Vec<Row>) -> BTreeMap<usize, Row> {
    let mut solved: BTreeMap<usize, Row> = BTreeMap::new();
    // Short ones first: they make the long ones shorter.
    rows.sort_by_key(BTreeMap::len);
    for mut row in rows {
        for (place, solution) in &solved {
            if let Some(times) = row.get(place).copied() {
                take_away(&mut row, solution, times);
            }
        }
        let Some((pivot, times)) = row.iter().next().map(|(place, times)| (*place, *times)) else {
            continue;
        };
        let whole = inverse(times.into());
        for one in row.values_mut() {
            *one = remainder(u128::from(*one) * whole % PRIME);
        }
        for other in solved.values_mut() {
            if let Some(times) = other.get(&pivot).copied() {
                take_away(other, &row, times);
            }
        }
        solved.insert(pivot, row);
    }
    solved
}

/// The rows that can tell something. One with two values that stand in no other row cannot: whatever
/// it is added to holds both.
fn tangled(mut rows: Vec<Row>) -> Vec<Row> {
    loop {
        let mut times: BTreeMap<usize, usize> = BTreeMap::new();
        for place in rows.iter().flat_map(BTreeMap::keys) {
            *times.entry(*place).or_default() += 1;
        }
        let before = rows.len();
        let alone = |place: &&usize| times.get(place) == Some(&1);
        rows.retain(|row| !row.is_empty() && row.keys().filter(alone).count() < 2);
        if rows.len() == before {
            return rows;
        }
    }
}

fn take_away(from: &mut Row, other: &Row, times: u64) {
    let times = PRIME - u128::from(times);
    for (place, one) in other {
        let stood = from.get(place).copied().unwrap_or(0);
        let sum = remainder((u128::from(stood) + u128::from(*one) * times) % PRIME);
        if sum == 0 {
            from.remove(place);
        } else {
            from.insert(*place, sum);
        }
    }
}

/// A number below the prime, which has room.
fn remainder(of: u128) -> u64 {
    u64::try_from(of).unwrap_or(0)
}

/// By Fermat's little theorem.
fn inverse(of: u128) -> u128 {
    let (mut found, mut base, mut left) = (1, of, PRIME - 2);
    while left > 0 {
        if left % 2 == 1 {
            found = found * base % PRIME;
        }
        base = base * base % PRIME;
        left /= 2;
    }
    found
}

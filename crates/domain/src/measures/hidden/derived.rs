//! What can be had of hidden values by adding and subtracting shown ones: exact elimination in the
//! field of a large prime, so that no rounding says that something is unknown.

use std::collections::{BTreeMap, BTreeSet};

use super::Sum;

/// A prime with room for products.
const PRIME: u128 = (1 << 61) - 1;

/// What is left unknown in a sum: how much of each hidden value.
type Row = BTreeMap<usize, u128>;

/// The hidden values that follow from those shown, in order.
pub(super) fn derivable(sums: &[Sum], hidden: &[bool]) -> BTreeSet<usize> {
    let mut solved: BTreeMap<usize, Row> = BTreeMap::new();
    let mut rows = tangled(sums.iter().map(|sum| row_of(sum, hidden)).collect());
    // Short ones first: they make the long ones shorter.
    rows.sort_by_key(BTreeMap::len);
    for mut row in rows {
        for (place, solution) in &solved {
            if let Some(times) = row.get(place).copied() {
                add(&mut row, solution, PRIME - times);
            }
        }
        let Some((pivot, times)) = row.iter().next().map(|(place, times)| (*place, *times)) else {
            continue;
        };
        let whole = inverse(times);
        for one in row.values_mut() {
            *one = *one * whole % PRIME;
        }
        for other in solved.values_mut() {
            if let Some(times) = other.get(&pivot).copied() {
                add(other, &row, PRIME - times);
            }
        }
        solved.insert(pivot, row);
    }
    solved.into_iter().filter(|(_, row)| row.len() == 1).map(|(place, _)| place).collect()
}

fn row_of(sum: &Sum, hidden: &[bool]) -> Row {
    let is_hidden = |place: &usize| hidden.get(*place) == Some(&true);
    let parts = sum.parts.iter().copied().map(|part| (part, 1));
    let whole = sum.whole.map(|whole| (whole, PRIME - 1));
    parts.chain(whole).filter(|(place, _)| is_hidden(place)).collect()
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

fn add(row: &mut Row, other: &Row, times: u128) {
    for (place, one) in other {
        let sum = (row.get(place).copied().unwrap_or(0) + one * times) % PRIME;
        if sum == 0 {
            row.remove(place);
        } else {
            row.insert(*place, sum);
        }
    }
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

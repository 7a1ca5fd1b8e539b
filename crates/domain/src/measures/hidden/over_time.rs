//! What must be hidden from somebody who has kept everything that was shown before: a sum of then
//! and the same sum of now differ by what came in between.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::derived::{Row, rest_of, row_of, solved};
use super::insiders::{Insider, Insiders};
use super::{Values, hidden};

/// Values with what was shown before of them, and of those that stood in their places.
#[derive(Clone, Debug)]
pub(in crate::measures) struct OverTime<'a> {
    /// What stands now.
    pub(in crate::measures) values: Values<'a>,
    /// The places that nobody has said and that are put together of others.
    pub(in crate::measures) put_together: Range<usize>,
    /// The sums whose whole was said before its parts were what they are, so that they say nothing.
    pub(in crate::measures) untrue: BTreeSet<usize>,
    /// The places where nothing stands.
    pub(in crate::measures) absent: BTreeSet<usize>,
    /// What may have been kept: sums of values that stand, by their places, and of others that
    /// have stood, by numbers after all places.
    pub(in crate::measures) kept: Vec<Row>,
    /// What nobody must know: values among all these, or sums of some.
    pub(in crate::measures) secret: Vec<Row>,
    /// Those who see some of the values although they are hidden.
    pub(in crate::measures) insiders: Vec<Insider>,
}

/// A secret, and the insider for whom it follows; none where it follows for everybody.
type Told = (usize, Option<usize>);

impl OverTime<'_> {
    /// As [`hidden`], and as much more as it takes that nothing secret follows from what is shown now
    /// together with what was shown before. What follows from what was shown before alone cannot be
    /// helped.
    pub(in crate::measures) fn hidden(&self) -> Vec<bool> {
        let before = self.told(&vec![true; self.values.counts.len()]);
        let mut values = self.values.clone();
        let mut more = BTreeSet::new();
        let mut found = hidden(&values);
        loop {
            let beside = self.more(&found, &before);
            if beside.is_empty() {
                break;
            }
            values.withheld.extend(&beside);
            more.extend(beside);
            found = hidden(&values);
        }
        // What was hidden first may not be needed any more.
        for place in more {
            values.withheld.remove(&place);
            let without = hidden(&values);
            let is_safe = self.told(&without).is_subset(&before);
            if is_safe && without.iter().zip(&found).all(|(now, was)| *was || !*now) {
                found = without;
            } else {
                values.withheld.insert(place);
            }
        }
        found
    }

    /// What may have been kept when some of the values are hidden, in as few sums as say the same.
    pub(in crate::measures) fn kept_after(&self, hidden: &[bool]) -> Vec<Row> {
        let is_sum = |place: &usize| self.put_together.contains(place);
        let solved = self.solved(hidden).into_values();
        let lasting = solved.filter(|row| !row.keys().any(is_sum));
        // Where something is hidden although everybody has seen it, it is known.
        let said = (0..self.values.counts.len())
            .filter(|place| !is_sum(place) && !self.absent.contains(place));
        let known = said.filter(|place| is(hidden, *place) && self.has_been_seen(*place));
        lasting.chain(known.map(|place| Row::from([(place, 1)]))).collect()
    }

    /// Whether everybody knows what stands in a place. What is put together now was perhaps another sum
    /// when it was seen: that stands among what has been kept.
    fn has_been_seen(&self, place: usize) -> bool {
        self.values.seen.contains(&place) && !self.put_together.contains(&place)
    }

    /// Which secrets follow when some values are hidden, and for whom.
    fn told(&self, hidden: &[bool]) -> BTreeSet<Told> {
        let solved = self.solved(hidden);
        let mut insiders =
            Insiders::of(&self.insiders, &solved, |place| self.is_unknown(hidden, place));
        let mut told = BTreeSet::new();
        for (at, secret) in self.secret.iter().enumerate() {
            let rest = rest_of(secret, &solved);
            if rest.is_empty() {
                told.insert((at, None));
            }
            told.extend(insiders.told(secret, &rest).into_iter().map(|one| (at, Some(one))));
        }
        told
    }

    /// Whether those who see no more than others do not know what stands, or has stood, in a place.
    fn is_unknown(&self, hidden: &[bool], place: usize) -> bool {
        place >= self.values.counts.len() || is(hidden, place) && !self.has_been_seen(place)
    }

    fn solved(&self, hidden: &[bool]) -> BTreeMap<usize, Row> {
        let is_unknown = |place: usize| self.is_unknown(hidden, place);
        let is_among = |place: usize| is_unknown(place) && !self.absent.contains(&place);
        let sums = self.values.sums.iter().enumerate();
        let sums = sums.filter(|(at, _)| !self.untrue.contains(at));
        let now = sums.map(|(_, sum)| row_of(sum, is_among));
        let known = |row: &Row| {
            row.iter().filter(|(place, _)| is_unknown(**place)).map(|(at, of)| (*at, *of)).collect()
        };
        // What is put together now is gone tomorrow: it is solved for first, so that no other row
        // speaks of it.
        let order = Order { put_together: self.put_together.clone() };
        let rows = now.chain(self.kept.iter().map(known)).map(|row| order.there(&row)).collect();
        let solved = solved(rows).into_iter();
        solved.map(|(at, row)| (order.back(at), order.home(&row))).collect()
    }

    /// The values to hide: for each secret that is told one that nobody has seen, in a sum that leads to it.
    fn more(&self, hidden: &[bool], before: &BTreeSet<Told>) -> BTreeSet<usize> {
        let told = self.told(hidden);
        let secrets: BTreeSet<usize> = told.difference(before).map(|(secret, _)| *secret).collect();
        let secrets = secrets.into_iter().filter_map(|secret| self.secret.get(secret));
        secrets.filter_map(|secret| self.beside(hidden, secret)).collect()
    }

    fn beside(&self, hidden: &[bool], secret: &Row) -> Option<usize> {
        let values = &self.values;
        let mut reached: Vec<usize> = secret.keys().copied().collect();
        let mut at = 0;
        while let Some(place) = reached.get(at).copied() {
            at += 1;
            let with = || values.sums.iter().filter(|sum| sum.members().any(|it| it == place));
            let kept = || self.kept.iter().filter(|row| row.contains_key(&place));
            let stands = |one: &usize| *one < values.counts.len();
            let of_kept = kept().flat_map(|row| row.keys().copied()).filter(stands);
            let can = with().flat_map(super::Sum::members).chain(of_kept).filter(|one| {
                !is(hidden, *one)
                    && !self.has_been_seen(*one)
                    && values.counts.get(*one).copied().flatten() != Some(0)
            });
            let count = |one: &usize| values.counts.get(*one).copied().flatten();
            if let Some(found) = can.min_by_key(|one| (count(one).unwrap_or(u32::MAX), *one)) {
                return Some(found);
            }
            let beside = with()
                .flat_map(super::Sum::members)
                .chain(kept().flat_map(|row| row.keys().copied()));
            for one in beside {
                let is_unknown = one >= values.counts.len() || is(hidden, one);
                if is_unknown && !reached.contains(&one) {
                    reached.push(one);
                }
            }
        }
        None
    }
}

fn is(hidden: &[bool], place: usize) -> bool {
    hidden.get(place) == Some(&true)
}

/// Another order of the places, in which those put together come first.
struct Order {
    put_together: Range<usize>,
}

impl Order {
    fn forth(&self, place: usize) -> usize {
        let Range { start, end } = self.put_together;
        match place {
            place if self.put_together.contains(&place) => place - start,
            place if place < start => place + (end - start),
            place => place,
        }
    }

    fn back(&self, place: usize) -> usize {
        let Range { start, end } = self.put_together;
        match place {
            place if place < end - start => place + start,
            place if place < end => place - (end - start),
            place => place,
        }
    }

    fn there(&self, row: &Row) -> Row {
        row.iter().map(|(place, times)| (self.forth(*place), *times)).collect()
    }

    fn home(&self, row: &Row) -> Row {
        row.iter().map(|(place, times)| (self.back(*place), *times)).collect()
    }
}

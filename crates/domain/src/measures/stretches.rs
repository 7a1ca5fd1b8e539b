//! A table over many periods in few rows: long stretches that nobody has said anything of are one.

use std::ops::Range;

use super::Series;

/// Periods without anything in a row from which they are told of as one.
pub(super) const LONG: usize = 6;

/// A part of a table over periods.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stretch {
    /// One period, by its place.
    One(usize),
    /// A long stretch without anything, by its places.
    Nothing(Range<usize>),
}

/// Parts `count` places in time order, where `is_empty` says of which nothing is known.
pub fn stretches(count: usize, is_empty: impl Fn(usize) -> bool) -> Vec<Stretch> {
    let (mut all, mut at) = (Vec::new(), 0);
    while at < count {
        let end = (at..count).find(|place| !is_empty(*place)).unwrap_or(count);
        if end - at >= LONG {
            all.push(Stretch::Nothing(at..end));
        } else {
            all.extend((at..end).map(Stretch::One));
        }
        all.extend((end < count).then_some(Stretch::One(end)));
        at = end + 1;
    }
    all
}

impl Series {
    /// The series parted for a table: long stretches that nobody has said anything of are one.
    pub fn stretches(&self) -> Vec<Stretch> {
        stretches(self.points.len(), |at| {
            self.points.get(at).is_some_and(|place| place.outcome.is_none())
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_silence_is_one_part_and_a_short_one_is_each_period() {
        let known = [true, false, false, true, false, false, false, false, false, false, true];
        assert_eq!(
            stretches(known.len(), |at| !known[at]),
            [
                Stretch::One(0),
                Stretch::One(1),
                Stretch::One(2),
                Stretch::One(3),
                Stretch::Nothing(4..10),
                Stretch::One(10)
            ]
        );
        assert_eq!(stretches(0, |_| true), []);
        assert_eq!(stretches(LONG, |_| true), [Stretch::Nothing(0..LONG)]);
    }

    proptest! {
        #[test]
        fn every_place_stands_once_in_order_and_what_is_known_alone(
            known in proptest::collection::vec(any::<bool>(), 0..60)
        ) {
            let mut seen = Vec::new();
            for one in stretches(known.len(), |at| !known[at]) {
                match one {
                    Stretch::One(at) => seen.push(at),
                    Stretch::Nothing(places) => {
                        prop_assert!(places.len() >= LONG);
                        prop_assert!(places.clone().all(|at| !known[at]));
                        seen.extend(places);
                    }
                }
            }
            prop_assert_eq!(seen, (0..known.len()).collect::<Vec<_>>());
        }
    }
}

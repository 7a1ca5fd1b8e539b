//! Where one value lies among those of all who report the same: within the half in the middle, below
//! it or above it. Tells no rank, and nothing of small groups.

use rust_decimal::Decimal;

use super::association::median;

/// Fewest others that a value is set beside.
pub const FEWEST: usize = 5;

/// Which part of all a value belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Below the half in the middle.
    Lower,
    /// Within the half in the middle, its ends included.
    Middle,
    /// Above the half in the middle.
    Higher,
}

/// One value among all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Among {
    /// How many there are, the one in question included.
    pub count: usize,
    /// Where the half in the middle begins: the median of the lower half.
    pub lower: Decimal,
    /// Where the half in the middle ends: the median of the upper half.
    pub upper: Decimal,
    /// Where the one in question lies.
    pub place: Place,
}

impl Among {
    /// Sets a value beside those of the others; none when the others are fewer than [`FEWEST`].
    /// The halves are those on either side of the median, which belongs to neither (the quartiles of
    /// Moore and others, The Basic Practice of Statistics).
    pub fn of(own: Decimal, others: &[Decimal]) -> Option<Self> {
        if others.len() < FEWEST {
            return None;
        }
        let mut all: Vec<Decimal> = others.iter().copied().chain([own]).collect();
        all.sort_unstable();
        let half = all.len() / 2;
        let lower = median(all.iter().take(half).copied())?;
        let upper = median(all.iter().rev().take(half).copied())?;
        let place = if own < lower {
            Place::Lower
        } else if own > upper {
            Place::Higher
        } else {
            Place::Middle
        };
        Some(Self { count: all.len(), lower, upper, place })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers(all: &[i64]) -> Vec<Decimal> {
        all.iter().copied().map(Decimal::from).collect()
    }

    #[test]
    fn a_value_lies_below_within_or_above_the_half_in_the_middle() {
        let others = numbers(&[10, 20, 30, 40, 50, 60]);
        let of = |own: i64| Among::of(Decimal::from(own), &others).unwrap();
        assert_eq!((of(35).lower, of(35).upper), (Decimal::from(20), Decimal::from(50)));
        assert_eq!(of(35).place, Place::Middle);
        assert_eq!(of(5).place, Place::Lower);
        assert_eq!(of(70).place, Place::Higher);
        assert_eq!(of(70).count, 7);
    }

    #[test]
    fn a_value_is_not_set_beside_few_others() {
        assert_eq!(Among::of(Decimal::ONE, &numbers(&[1, 2, 3, 4])), None);
    }

    proptest! {
        #[test]
        fn the_half_in_the_middle_is_in_order_and_holds_at_least_half(
            own in -50_i64..50,
            others in prop::collection::vec(-50_i64..50, FEWEST..40),
        ) {
            let others = numbers(&others);
            let own = Decimal::from(own);
            let among = Among::of(own, &others).unwrap();
            prop_assert!(among.lower <= among.upper);
            let within = |value: &&Decimal| among.lower <= **value && **value <= among.upper;
            let inside = others.iter().chain([&own]).filter(within).count();
            prop_assert!(inside * 2 >= among.count);
        }
    }
}

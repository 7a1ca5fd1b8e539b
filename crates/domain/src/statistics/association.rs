//! Whether two measures develop together: Spearman's rank correlation over pairs of outcomes, or of
//! changes from one period to the next, and a cautious reading of it. Says nothing about causes.
//!
//! Ranks are used because they need no straight line and are not ruled by one extreme value. Over
//! time, changes are compared rather than levels: two series that both happen to rise are no sign
//! of anything.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: a coefficient is an estimate, not an account"
)]

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Fewest pairs that anything is read from, as for signals in a series.
pub const FEWEST: usize = 6;

/// Smallest size of the coefficient, by number of pairs from 6 to 30, that chance alone reaches in
/// one case of twenty at most (two-sided): J. H. Zar, "Significance testing of the Spearman rank
/// correlation coefficient", Journal of the American Statistical Association 67 (1972), 578–580.
const CRITICAL: [f64; 25] = [
    0.886, 0.786, 0.738, 0.700, 0.648, 0.618, 0.587, 0.560, 0.538, 0.521, 0.503, 0.485, 0.472,
    0.460, 0.447, 0.435, 0.425, 0.415, 0.406, 0.398, 0.390, 0.382, 0.375, 0.368, 0.362,
];

/// What the pairs say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// Fewer than [`FEWEST`] pairs, or one side is the same in all of them.
    TooFew,
    /// They move the same way more than chance would have it.
    Together,
    /// When one rises the other falls, more than chance would have it.
    Opposed,
    /// Nothing that chance alone would not bring about.
    Unclear,
}

/// How two measures go together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Association {
    /// How many pairs there are.
    pub pairs: usize,
    /// Spearman's coefficient, from −1 to 1; none when it cannot be computed.
    pub coefficient: Option<f64>,
    /// What it says.
    pub reading: Reading,
}

impl Association {
    /// Reads pairs of outcomes, in any order.
    pub fn of(pairs: &[(Decimal, Decimal)]) -> Self {
        let coefficient = rank_correlation(pairs).filter(|_| pairs.len() >= FEWEST);
        let reading = match coefficient {
            None => Reading::TooFew,
            Some(found) if found >= critical(pairs.len()) => Reading::Together,
            Some(found) if found <= -critical(pairs.len()) => Reading::Opposed,
            Some(_) => Reading::Unclear,
        };
        Self { pairs: pairs.len(), coefficient, reading }
    }
}

/// How two series that stand period by period beside each other changed from one period to the
/// next, where both are known in both periods.
pub fn changes(pairs: &[(Option<Decimal>, Option<Decimal>)]) -> Vec<(Decimal, Decimal)> {
    pairs
        .windows(2)
        .filter_map(|step| {
            let [(first_x, first_y), (then_x, then_y)] = step else { return None };
            Some(((*then_x)?.checked_sub((*first_x)?)?, (*then_y)?.checked_sub((*first_y)?)?))
        })
        .collect()
}

/// The size a coefficient must have to be more than chance. Beyond the table the normal
/// approximation 1.96 / √(n − 1) holds.
fn critical(pairs: usize) -> f64 {
    let tabled = pairs.checked_sub(FEWEST).and_then(|at| CRITICAL.get(at));
    tabled.copied().unwrap_or_else(|| 1.96 / (number(pairs) - 1.0).max(1.0).sqrt())
}

/// Spearman's coefficient: the product-moment correlation of the ranks, equal values sharing the
/// mean of theirs. None when there are fewer than two pairs or one side never varies.
pub fn rank_correlation(pairs: &[(Decimal, Decimal)]) -> Option<f64> {
    let x = ranks(pairs.iter().map(|pair| pair.0));
    let y = ranks(pairs.iter().map(|pair| pair.1));
    let middle = f64::midpoint(number(pairs.len()), 1.0);
    let (mut both, mut of_x, mut of_y) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(&y) {
        let (a, b) = (a - middle, b - middle);
        both += a * b;
        of_x += a * a;
        of_y += b * b;
    }
    let size = (of_x * of_y).sqrt();
    (size > 0.0).then(|| (both / size).clamp(-1.0, 1.0))
}

/// The rank of each value from 1, in the order they were given.
fn ranks(values: impl Iterator<Item = Decimal>) -> Vec<f64> {
    let mut sorted: Vec<(usize, Decimal)> = values.enumerate().collect();
    sorted.sort_by_key(|(_, value)| *value);
    let mut ranks = vec![0.0; sorted.len()];
    let mut before = 0;
    for equal in sorted.chunk_by(|one, other| one.1 == other.1) {
        let mean = number(before) + f64::midpoint(number(equal.len()), 1.0);
        for (place, _) in equal {
            if let Some(rank) = ranks.get_mut(*place) {
                *rank = mean;
            }
        }
        before += equal.len();
    }
    ranks
}

/// The middle of some values, of two middle ones their mean; none without values.
pub fn median(values: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    let mut sorted: Vec<Decimal> = values.into_iter().collect();
    sorted.sort_unstable();
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    lower.checked_add(upper)?.checked_div(Decimal::TWO)
}

fn number(count: usize) -> f64 {
    count.to_f64().unwrap_or(f64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pairs(x: &[i64], y: &[i64]) -> Vec<(Decimal, Decimal)> {
        x.iter().zip(y).map(|(x, y)| (Decimal::from(*x), Decimal::from(*y))).collect()
    }

    /// C. Spearman's coefficient on the example with IQ and hours of television that English
    /// Wikipedia works out in "Spearman's rank correlation coefficient": −29/165.
    #[test]
    fn a_worked_example_gives_its_published_coefficient() {
        let iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
        let hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
        let found = rank_correlation(&pairs(&iq, &hours)).unwrap();
        assert!((found - -29.0 / 165.0).abs() < 1e-12, "{found}");
        assert_eq!(Association::of(&pairs(&iq, &hours)).reading, Reading::Unclear);
    }

    #[test]
    fn equal_values_share_the_mean_of_their_ranks() {
        assert_eq!(ranks([3, 1, 3, 2].map(Decimal::from).into_iter()), [3.5, 1.0, 3.5, 2.0]);
    }

    #[test]
    fn nothing_is_read_from_few_pairs_or_from_what_never_varies() {
        let five = pairs(&[1, 2, 3, 4, 5], &[1, 2, 3, 4, 5]);
        assert_eq!(Association::of(&five).reading, Reading::TooFew);
        let still = pairs(&[1, 2, 3, 4, 5, 6], &[7; 6]);
        assert_eq!(Association::of(&still).reading, Reading::TooFew);
        assert_eq!(Association::of(&[]).coefficient, None);
    }

    #[test]
    fn what_rises_together_and_what_goes_apart_is_told() {
        let up = [1, 2, 3, 4, 5, 6];
        assert_eq!(Association::of(&pairs(&up, &[2, 4, 9, 16, 25, 36])).reading, Reading::Together);
        assert_eq!(Association::of(&pairs(&up, &[9, 8, 6, 5, 2, 1])).reading, Reading::Opposed);
    }

    /// Every order of six and seven values is tried: the tabled limit is passed in at most one
    /// case of twenty, and the next smaller coefficient that can occur is passed more often.
    #[test]
    fn the_limits_of_six_and_seven_pairs_are_exact() {
        for n in [6_usize, 7] {
            let (mut beyond, mut all, mut sizes) = (0_u32, 0_u32, Vec::new());
            every_order(
                &mut (1..=i64::try_from(n).unwrap()).collect::<Vec<_>>(),
                0,
                &mut |order| {
                    let x: Vec<i64> = (1..=i64::try_from(n).unwrap()).collect();
                    let size = rank_correlation(&pairs(&x, order)).unwrap().abs();
                    sizes.push(size);
                    all += 1;
                    beyond += u32::from(size >= critical(n) - 5e-4);
                },
            );
            assert!(beyond * 20 <= all, "{n}: {beyond} of {all}");
            let below = sizes.iter().copied().filter(|size| *size < critical(n) - 5e-4);
            let next = below.fold(0.0, f64::max);
            let passed = sizes.iter().filter(|size| **size >= next - 1e-9).count();
            assert!(passed * 20 > sizes.len(), "{n}: {passed}");
        }
    }

    fn every_order(values: &mut Vec<i64>, from: usize, take: &mut impl FnMut(&[i64])) {
        if from == values.len() {
            return take(values);
        }
        for at in from..values.len() {
            values.swap(from, at);
            every_order(values, from + 1, take);
            values.swap(from, at);
        }
    }

    #[test]
    fn changes_need_both_measures_in_both_periods() {
        let known = |x: i64, y: i64| (Some(Decimal::from(x)), Some(Decimal::from(y)));
        let series =
            [known(1, 5), known(3, 4), (None, Some(Decimal::ONE)), known(8, 8), known(9, 6)];
        assert_eq!(changes(&series), pairs(&[2, 1], &[-1, -2]));
    }

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_middle_values() {
        assert_eq!(median([5, 1, 3].map(Decimal::from)), Some(Decimal::from(3)));
        assert_eq!(median([4, 1, 3, 2].map(Decimal::from)), Some(Decimal::new(25, 1)));
        assert_eq!(median([]), None);
    }

    proptest! {
        #[test]
        fn the_coefficient_is_symmetric_and_turns_with_its_sides(
            values in prop::collection::vec((-50_i64..50, -50_i64..50), 0..40),
        ) {
            let there: Vec<_> =
                values.iter().map(|(x, y)| (Decimal::from(*x), Decimal::from(*y))).collect();
            let back: Vec<_> = there.iter().map(|(x, y)| (*y, *x)).collect();
            let turned: Vec<_> = there.iter().map(|(x, y)| (*x, -*y)).collect();
            match (rank_correlation(&there), rank_correlation(&back), rank_correlation(&turned)) {
                (Some(there), Some(back), Some(turned)) => {
                    prop_assert!((-1.0..=1.0).contains(&there));
                    prop_assert!((there - back).abs() < 1e-9);
                    prop_assert!((there + turned).abs() < 1e-9);
                }
                (None, None, None) => {}
                other => prop_assert!(false, "{other:?}"),
            }
        }

        #[test]
        fn more_pairs_need_less_to_be_more_than_chance(n in FEWEST..400) {
            prop_assert!(critical(n + 1) <= critical(n) + 1e-3);
        }
    }
}

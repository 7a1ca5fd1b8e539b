//! How often chance alone would bring about a rank correlation, and which of many correlations are
//! still worth telling when so many were looked at.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: a share of chance is an estimate, not an account"
)]

use std::sync::LazyLock;

use rust_decimal::prelude::ToPrimitive;

use super::association::FEWEST;

/// Most pairs whose every order is counted; beyond, Student's t approximates well.
const MOST_COUNTED: usize = 9;

/// For 6 to 9 pairs without ties: how many orders there are of each sum of squared differences of
/// ranks.
static ORDERS: LazyLock<Vec<Vec<u32>>> =
    LazyLock::new(|| (FEWEST..=MOST_COUNTED).map(orders_of).collect());

/// Counts every order of `pairs` ranks by its sum of squared differences.
fn orders_of(pairs: usize) -> Vec<u32> {
    let largest = pairs * (pairs * pairs - 1) / 3;
    let mut counts = vec![0; largest + 1];
    let mut order: Vec<usize> = (0..pairs).collect();
    count_orders(&mut order, 0, 0, &mut counts);
    counts
}

fn count_orders(order: &mut Vec<usize>, from: usize, sum: usize, counts: &mut [u32]) {
    if from == order.len() {
        if let Some(count) = counts.get_mut(sum) {
            *count += 1;
        }
        return;
    }
    for at in from..order.len() {
        order.swap(from, at);
        let apart = order.get(from).map_or(0, |rank| rank.abs_diff(from));
        count_orders(order, from + 1, sum + apart * apart, counts);
        order.swap(from, at);
    }
}

/// The share of cases in which chance alone gives a coefficient at least so far from nought, in
/// either direction; none for fewer than six pairs. Up to nine pairs every order is counted, as if
/// no values were equal; from ten Student's t with two degrees of freedom less than the pairs holds
/// well (Kendall, Rank Correlation Methods).
pub fn share_of_chance(coefficient: f64, pairs: usize) -> Option<f64> {
    if pairs < FEWEST || !coefficient.is_finite() {
        return None;
    }
    let size = coefficient.abs().min(1.0);
    if let Some(counts) = pairs.checked_sub(FEWEST).and_then(|at| ORDERS.get(at)) {
        let cubic = number(pairs * (pairs * pairs - 1));
        let (mut beyond, mut all) = (0.0, 0.0);
        for (sum, count) in counts.iter().enumerate() {
            let found = 1.0 - 6.0 * number(sum) / cubic;
            let count = f64::from(*count);
            all += count;
            beyond += if found.abs() >= size - 1e-9 { count } else { 0.0 };
        }
        return Some(beyond / all);
    }
    let freedom = number(pairs) - 2.0;
    let rest = 1.0 - size * size;
    if rest <= 0.0 {
        return Some(0.0);
    }
    // P(|T| > t) = I_x(ν/2, 1/2) with x = ν / (ν + t²), and here x = 1 − r².
    Some(incomplete_beta(freedom / 2.0, 0.5, rest))
}

/// Which of several shares of chance are still worth telling when all were looked at: of those that
/// are, at most about `rate` are expected to be chance (Benjamini and Hochberg, Journal of the Royal
/// Statistical Society B 57 (1995), 289–300).
pub fn worth_telling(shares: &[Option<f64>], rate: f64) -> Vec<bool> {
    let mut sorted: Vec<f64> = shares.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let looked_at = number(sorted.len());
    let limit = sorted
        .iter()
        .enumerate()
        .rev()
        .find(|(at, share)| **share <= rate * number(at + 1) / looked_at)
        .map(|(_, share)| *share);
    shares.iter().map(|share| share.zip(limit).is_some_and(|(share, most)| share <= most)).collect()
}

/// The regularised incomplete beta function, by Lentz's continued fraction (Press et al., Numerical
/// Recipes, 6.4).
pub(super) fn incomplete_beta(first: f64, second: f64, at: f64) -> f64 {
    if at <= 0.0 {
        return 0.0;
    }
    if at >= 1.0 {
        return 1.0;
    }
    let logarithm = ln_gamma(first + second) - ln_gamma(first) - ln_gamma(second)
        + first * at.ln()
        + second * (1.0 - at).ln();
    let front = logarithm.exp();
    if at < (first + 1.0) / (first + second + 2.0) {
        front * fraction(first, second, at) / first
    } else {
        1.0 - front * fraction(second, first, 1.0 - at) / second
    }
}

fn fraction(first: f64, second: f64, at: f64) -> f64 {
    let away = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut above = 1.0;
    let mut below = 1.0 / away(1.0 - (first + second) * at / (first + 1.0));
    let mut found = below;
    for step in 1..=5_000 {
        let step = f64::from(step);
        let twice = first + 2.0 * step;
        let even = step * (second - step) * at / ((twice - 1.0) * twice);
        below = 1.0 / away(1.0 + even * below);
        above = away(1.0 + even / above);
        found *= below * above;
        let odd = -(first + step) * (first + second + step) * at / (twice * (twice + 1.0));
        below = 1.0 / away(1.0 + odd * below);
        above = away(1.0 + odd / above);
        found *= below * above;
        if (below * above - 1.0).abs() < 1e-12 {
            break;
        }
    }
    found
}

/// The logarithm of the gamma function for positive numbers (Lanczos).
pub(super) fn ln_gamma(of: f64) -> f64 {
    const TERMS: [f64; 6] = [
        76.180_091_729_471_46,
        -86.505_320_329_416_77,
        24.014_098_240_830_91,
        -1.231_739_572_450_155,
        0.001_208_650_973_866_179,
        -0.000_005_395_239_384_953,
    ];
    let base = of + 5.5;
    let mut sum = 1.000_000_000_190_015;
    for (at, term) in TERMS.iter().enumerate() {
        sum += term / (of + number(at) + 1.0);
    }
    (of + 0.5) * base.ln() - base + (2.506_628_274_631_000_5 * sum / of).ln()
}

fn number(count: usize) -> f64 {
    count.to_f64().unwrap_or(f64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn six_pairs_in_the_same_order_are_chance_in_two_of_seven_hundred_and_twenty() {
        let share = share_of_chance(1.0, 6).unwrap();
        assert!((share - 2.0 / 720.0).abs() < 1e-12, "{share}");
        assert_eq!(share_of_chance(0.9, 5), None);
    }

    /// The tabled limits of one case of twenty (Zar 1972) lie where the shares say so.
    #[test]
    fn the_tabled_limits_are_chance_in_about_one_case_of_twenty() {
        for (pairs, limit) in [(6, 0.886), (7, 0.786), (8, 0.738), (9, 0.700)] {
            let share = share_of_chance(limit - 5e-4, pairs).unwrap();
            assert!(share <= 0.05 && share > 0.02, "{pairs}: {share}");
        }
        for (pairs, limit) in [(12, 0.587), (20, 0.447), (30, 0.362)] {
            let share = share_of_chance(limit, pairs).unwrap();
            assert!((share - 0.05).abs() < 0.006, "{pairs}: {share}");
        }
    }

    #[test]
    fn of_many_that_were_looked_at_fewer_are_worth_telling() {
        let told = |shares: &[f64]| {
            worth_telling(&shares.iter().copied().map(Some).collect::<Vec<_>>(), 0.05)
        };
        assert_eq!(told(&[0.04]), [true]);
        assert_eq!(told(&[0.04, 0.6, 0.7, 0.8]), [false; 4]);
        // The worked example of Benjamini and Hochberg (1995): four of fifteen.
        let published = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ];
        assert_eq!(told(&published).into_iter().filter(|told| *told).count(), 4);
        assert_eq!(worth_telling(&[None, Some(0.001)], 0.05), [false, true]);
        assert_eq!(worth_telling(&[], 0.05), [] as [bool; 0]);
    }

    proptest! {
        #[test]
        fn a_share_is_a_share_and_falls_with_the_coefficient(
            pairs in FEWEST..60, one in -1.0_f64..1.0, other in -1.0_f64..1.0,
        ) {
            let of = |coefficient: f64| share_of_chance(coefficient, pairs).unwrap();
            prop_assert!((0.0..=1.0 + 1e-9).contains(&of(one)), "{}", of(one));
            prop_assert!((of(one) - of(-one)).abs() < 1e-9);
            if one.abs() < other.abs() {
                prop_assert!(of(one) + 1e-9 >= of(other));
            }
        }
    }
}

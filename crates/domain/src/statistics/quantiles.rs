//! Quantiles and tails of the distributions that limits and intervals are made of.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: probabilities are estimates, not accounts"
)]

use super::chance::{incomplete_beta, ln_gamma};

/// The two-sided 95 per cent point of the normal distribution.
pub(super) const NORMAL_95: f64 = 1.959_963_984_540_054;
/// The two-sided 99.8 per cent point of the normal distribution.
pub(super) const NORMAL_998: f64 = 3.090_232_306_167_813;

/// The smallest point, to within rounding, at which a function that only rises reaches `wanted`.
fn reached(wanted: f64, mut low: f64, mut high: f64, rising: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if rising(middle) < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// The share of a binomial distribution at or below `events` of `out_of` with the chance `share`.
pub(super) fn binomial_below(events: f64, out_of: f64, share: f64) -> f64 {
    if events < 0.0 {
        0.0
    } else if events >= out_of {
        1.0
    } else {
        // P(X ≤ r) = I_{1−θ}(n − r, r + 1).
        incomplete_beta(out_of - events, events + 1.0, 1.0 - share)
    }
}

/// The point of Student's t with `freedom` degrees of freedom below which the share `below` lies, for
/// shares above one half.
pub(super) fn student(below: f64, freedom: f64) -> f64 {
    let up_to =
        |t: f64| 1.0 - 0.5 * incomplete_beta(freedom / 2.0, 0.5, freedom / (freedom + t * t));
    reached(below, 0.0, 1e6, up_to)
}

/// The point of the normal distribution below which the share `below` lies, for shares above one half.
pub(super) fn normal(below: f64) -> f64 {
    // P(Z ≤ z) = ½ + ½ P(½, z²/2) with the regularised incomplete gamma function.
    reached(below, 0.0, 40.0, |z| 0.5 + 0.5 * incomplete_gamma(0.5, z * z / 2.0))
}

/// The point of the chi-square distribution with `freedom` degrees of freedom below which the share
/// `below` lies.
pub(super) fn chi_square(below: f64, freedom: f64) -> f64 {
    let most = freedom + 40.0 * (2.0 * freedom).sqrt() + 100.0;
    reached(below, 0.0, most, |x| incomplete_gamma(freedom / 2.0, x / 2.0))
}

/// The regularised lower incomplete gamma function: its series below `shape` + 1, else the continued
/// fraction of the rest by Lentz's method (Press et al., Numerical Recipes, 6.2).
fn incomplete_gamma(shape: f64, at: f64) -> f64 {
    if at <= 0.0 {
        return 0.0;
    }
    let front = (shape * at.ln() - at - ln_gamma(shape)).exp();
    if at < shape + 1.0 {
        let (mut term, mut sum, mut over) = (1.0 / shape, 1.0 / shape, shape);
        for _ in 0..5_000 {
            over += 1.0;
            term *= at / over;
            sum += term;
            if term < sum * 1e-15 {
                break;
            }
        }
        return front * sum;
    }
    let away = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut under = at + 1.0 - shape;
    let mut above = 1e300;
    let mut below = 1.0 / away(under);
    let mut found = below;
    for step in 1..=5_000 {
        let step = f64::from(step);
        let more = -step * (step - shape);
        under += 2.0;
        below = 1.0 / away(more * below + under);
        above = away(under + more / above);
        found *= below * above;
        if (below * above - 1.0).abs() < 1e-15 {
            break;
        }
    }
    1.0 - front * found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, tabled: f64, within: f64) {
        assert!((found - tabled).abs() < within, "{found} is not {tabled}");
    }

    #[test]
    fn tabled_points_come_out() {
        close(normal(0.975), NORMAL_95, 1e-8);
        close(normal(0.999), NORMAL_998, 1e-8);
        for (freedom, tabled) in [(1.0, 12.706), (2.0, 4.303), (5.0, 2.571), (30.0, 2.042)] {
            close(student(0.975, freedom), tabled, 5e-4);
        }
        for (below, freedom, tabled) in [
            (0.025, 20.0, 9.591),
            (0.975, 22.0, 36.781),
            (0.95, 1.0, 3.841),
            (0.999, 100.0, 149.449),
        ] {
            close(chi_square(below, freedom), tabled, 1e-3);
        }
    }

    #[test]
    fn the_binomial_tail_is_the_sum_of_its_terms() {
        // Two dice of six: no six in 25/36, at most one in 35/36.
        close(binomial_below(0.0, 2.0, 1.0 / 6.0), 25.0 / 36.0, 1e-9);
        close(binomial_below(1.0, 2.0, 1.0 / 6.0), 35.0 / 36.0, 1e-9);
        close(binomial_below(2.0, 2.0, 1.0 / 6.0), 1.0, 1e-12);
        close(binomial_below(-1.0, 2.0, 1.0 / 6.0), 0.0, 1e-12);
        close(binomial_below(500_000.0, 1_000_000.0, 0.5), 0.5 + 0.000_398_9, 1e-6);
    }
}

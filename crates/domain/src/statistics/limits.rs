//! Natural process limits of a series: how far its values usually stray from their mean by chance alone.
//! Formulas as in NHS England's *Making Data Count* (`XmR` chart): limits from the mean moving range.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: means and limits are estimates, not accounts"
)]

use rust_decimal::Decimal;

use super::rules::Movement;

/// Limits lie this many mean moving ranges from the mean: 3 / d₂ with d₂ = 1.128 for pairs.
const LIMIT_FACTOR: f64 = 2.66;
/// A moving range of at least this many mean moving ranges is screened away: D₄ for pairs.
const SCREENING_FACTOR: f64 = 3.267;
/// Near limits lie two thirds of the way from the mean to the limit.
const NEAR_SHARE: f64 = 2.0 / 3.0;
/// Values closer to a line than this share of the baseline's largest magnitude lie on the line: 6.9 is not above a mean of 6.9 only
/// because 6.9 has no exact binary form.
const ROUNDING_SHARE: f64 = 1e-12;

/// Whether moving ranges that are themselves out of the ordinary are left out of the mean moving range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screening {
    /// Ranges of at least 3.267 mean ranges are dropped, and the mean range is computed once more.
    #[default]
    On,
    /// Every range counts, as in the spreadsheet tool of NHS England.
    Off,
}

/// The mean of a baseline and the limits of its ordinary variation, in the measure's own unit.
///
/// The limits are never clamped at natural bounds such as 0 and 100 per cent; drawing may do that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The mean of the baseline.
    pub mean: f64,
    /// The mean moving range, after screening if it was on. Never negative.
    pub mean_moving_range: f64,
    /// Lower process limit: mean − 2.66 mean moving ranges.
    pub lower: f64,
    /// Upper process limit: mean + 2.66 mean moving ranges.
    pub upper: f64,
    /// Two thirds of the way from the mean to the lower limit.
    pub near_lower: f64,
    /// Two thirds of the way from the mean to the upper limit.
    pub near_upper: f64,
    /// How many values the mean is of.
    pub values: usize,
    /// How many moving ranges the mean moving range is of, those screened away not counted.
    pub ranges: usize,
    largest_magnitude: f64,
}

/// Where a value lies among the lines of a chart. Exactly on a line counts as inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Outside the process limit on this side.
    Outside(Movement),
    /// Between the near limit and the process limit on this side.
    Near(Movement),
    /// On this side of the mean, inside the near limit.
    Inside(Movement),
    /// Equal to the mean.
    OnMean,
}

impl Position {
    /// The side of the mean, none for a value equal to it.
    pub fn side(self) -> Option<Movement> {
        match self {
            Self::Outside(side) | Self::Near(side) | Self::Inside(side) => Some(side),
            Self::OnMean => None,
        }
    }
}

impl Limits {
    /// Limits of a baseline in time order, none with fewer than two values. Visible only here, so that the rule about
    /// how many values a baseline needs has one home, in [`super::xmr`].
    ///
    /// Screening that would leave no variation at all is not applied: one odd value among equal ones would otherwise give
    /// limits without width around a mean that no value has.
    pub(super) fn of(baseline: &[f64], screening: Screening) -> Option<Self> {
        let ranges: Vec<f64> = baseline
            .windows(2)
            .filter_map(|pair| Some((pair.last()? - pair.first()?).abs()))
            .collect();
        let every_range = mean(&ranges)?;
        let (mean_moving_range, kept) = match screening {
            Screening::On => screened(&ranges, every_range),
            Screening::Off => None,
        }
        .unwrap_or((every_range, ranges.len()));
        let mean = mean(baseline)?;
        let reach = LIMIT_FACTOR * mean_moving_range;
        Some(Self {
            mean,
            mean_moving_range,
            lower: mean - reach,
            upper: mean + reach,
            near_lower: mean - NEAR_SHARE * reach,
            near_upper: mean + NEAR_SHARE * reach,
            values: baseline.len(),
            ranges: kept,
            largest_magnitude: baseline.iter().fold(0.0, |largest, x| x.abs().max(largest)),
        })
    }

    /// Where `value` lies among the lines.
    pub fn position(&self, value: f64) -> Position {
        let rounding = ROUNDING_SHARE * self.largest_magnitude;
        let above = |line: f64| value - line > rounding;
        let below = |line: f64| line - value > rounding;
        if above(self.upper) {
            Position::Outside(Movement::Up)
        } else if below(self.lower) {
            Position::Outside(Movement::Down)
        } else if above(self.near_upper) {
            Position::Near(Movement::Up)
        } else if below(self.near_lower) {
            Position::Near(Movement::Down)
        } else if above(self.mean) {
            Position::Inside(Movement::Up)
        } else if below(self.mean) {
            Position::Inside(Movement::Down)
        } else {
            Position::OnMean
        }
    }

    /// Whether every value of the baseline is the same, so that nothing is known about ordinary variation.
    pub fn have_no_width(&self) -> bool {
        self.mean_moving_range <= 0.0
    }
}

/// Measured values as the charts read them; missing stays missing. The detour over text gives the nearest `f64`, the same
/// for 1.1 and 1.10.
pub fn from_decimals(values: &[Option<Decimal>]) -> Vec<Option<f64>> {
    values
        .iter()
        .map(|value| {
            value.map(|decimal| decimal.normalize().to_string().parse().unwrap_or(f64::NAN))
        })
        .collect()
}

/// The mean counted from the first value, so that equal values have exactly that value as their mean.
fn mean(values: &[f64]) -> Option<f64> {
    let first = *values.first()?;
    let (count, excess) = values
        .iter()
        .fold((0.0, 0.0), |(count, excess), value| (count + 1.0, excess + (value - first)));
    Some(first + excess / count)
}

/// The mean of the ranges that are not out of the ordinary, and how many they are; none when that
/// leaves no variation.
fn screened(ranges: &[f64], every_range: f64) -> Option<(f64, usize)> {
    let ordinary: Vec<f64> =
        ranges.iter().copied().filter(|range| *range < SCREENING_FACTOR * every_range).collect();
    mean(&ordinary).filter(|kept| *kept > 0.0).map(|kept| (kept, ordinary.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPIKE: [f64; 18] =
        [1., 2., 1., 2., 10., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1.];
    const SICK_LEAVE: [f64; 12] = [6.4, 6.9, 6.6, 7.1, 6.8, 6.3, 6.7, 6.5, 6.9, 6.4, 6.6, 6.8];
    const SATISFIED: [f64; 7] = [91., 92., 90., 93., 92., 91., 92.];

    fn limits(baseline: &[f64], screening: Screening) -> Limits {
        Limits::of(baseline, screening).unwrap()
    }

    #[test]
    fn the_golden_values_come_out() {
        let table = [
            (&SPIKE[..], Screening::On, [1.9444, 1.0000, -0.7156, 4.6044]),
            (&SPIKE[..], Screening::Off, [1.9444, 1.8824, -3.0626, 6.9515]),
            (&SICK_LEAVE[..], Screening::On, [6.6667, 0.3636, 5.6994, 7.6339]),
            (&SATISFIED[..], Screening::On, [91.5714, 1.5000, 87.5814, 95.5614]),
        ];
        for (baseline, screening, golden) in table {
            let limits = limits(baseline, screening);
            let ours = [limits.mean, limits.mean_moving_range, limits.lower, limits.upper];
            for (ours, golden) in ours.into_iter().zip(golden) {
                assert!((ours - golden).abs() <= 0.00005 + 1e-9, "{ours} is not {golden}");
            }
        }
    }

    #[test]
    fn screening_drops_a_range_of_three_and_a_half_means_and_keeps_one_of_three() {
        let nine_steps_of_one = [0., 1., 0., 1., 0., 1., 0., 1., 0., 1.];
        let mean_moving_range = |last: f64| {
            let baseline: Vec<f64> = nine_steps_of_one.into_iter().chain([last]).collect();
            limits(&baseline, Screening::On).mean_moving_range
        };
        assert!(
            (mean_moving_range(6.0) - 1.0).abs() < 1e-12,
            "5 is 3.57 times the mean range of 1.4"
        );
        assert!(
            (mean_moving_range(5.0) - 1.3).abs() < 1e-12,
            "4 is 3.08 times the mean range of 1.3"
        );
    }

    #[test]
    fn near_limits_lie_two_thirds_of_the_way_to_the_limits() {
        let limits = limits(&SATISFIED, Screening::On);
        assert!((limits.near_upper - (limits.mean + 1.773_333_333 * 1.5)).abs() < 1e-6);
        assert!((limits.near_lower - (limits.mean - 1.773_333_333 * 1.5)).abs() < 1e-6);
    }

    #[test]
    fn a_single_value_or_none_has_no_limits() {
        assert_eq!(Limits::of(&[], Screening::On), None);
        assert_eq!(Limits::of(&[7.0], Screening::On), None);
    }

    #[test]
    fn equal_values_give_limits_without_width_and_lie_on_the_mean() {
        let limits = limits(&[0.1; 7], Screening::On);
        assert!(limits.have_no_width());
        assert_eq!(limits.position(0.1), Position::OnMean);
        assert_eq!(limits.position(0.2), Position::Outside(Movement::Up));
    }

    #[test]
    fn screening_never_takes_away_all_variation() {
        let limits = limits(&[1., 1., 1., 1., 1., 10., 1., 1., 1., 1., 1., 1.], Screening::On);
        assert!(!limits.have_no_width());
        assert_eq!(limits.position(1.0), Position::Inside(Movement::Down));
        assert_eq!(limits.position(10.0), Position::Outside(Movement::Up));
    }

    #[test]
    fn a_value_that_only_rounding_parts_from_the_mean_equals_it() {
        let limits = limits(&[6.1, 6.1, 6.1, 6.4, 7.3], Screening::On);
        assert_eq!(limits.position(6.4), Position::OnMean);
    }

    #[test]
    fn a_value_on_a_limit_is_inside_it() {
        let limits = limits(&[10., 20., 10., 20.], Screening::On);
        assert_eq!(limits.position(15.0 + 26.6), Position::Near(Movement::Up));
        assert_eq!(limits.position(15.0 - 26.6), Position::Near(Movement::Down));
        assert_eq!(limits.position(15.0 - 26.7), Position::Outside(Movement::Down));
    }

    #[test]
    fn decimals_keep_their_value_whatever_their_scale_and_missing_stays_missing() {
        let values = [Some(Decimal::new(11, 1)), Some(Decimal::new(1100, 3)), None];
        assert_eq!(from_decimals(&values), [Some(1.1), Some(1.1), None]);
    }
}

//! Whether a series follows the seasons, and what the latest value is beside the same time last year.
//!
//! Limits and runs take for granted that one period is like the next. Where sick leave rises every
//! winter they would call each winter a deterioration. When the pattern is evident, nothing is
//! therefore claimed from limits: the latest value is held against the same period the year before.
//!
//! Evident means that the variance between the periods of the year is at least seven times the
//! variance that is left, in whole years; years may differ in level. Seven is the customary bound
//! for stable seasonality of X-11 (Lothian and Morry 1978, in the reference manual of
//! X-13ARIMA-SEATS). It must hold both as reported and with a straight trend taken away, because a
//! trend alone, or one step alone, would pass one of the two.
//!
//! Floating point: these are estimates of variance, no reported values.

#![expect(
    clippy::float_arithmetic,
    reason = "variances are estimates; what people report stays decimal"
)]

use super::comparison::Observation;

/// Most whole years looked at, newest first: what was long ago may have been another pattern.
const MOST_YEARS: usize = 6;
/// How many times larger the variance between the periods of a year must be than what is left.
const STABLE: f64 = 7.0;

/// The latest value of a series that follows the seasons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Season {
    /// The same period the year before; none when it is missing.
    pub last_year: Option<Observation>,
    /// Whether it differs more from the year before than it did in any of the years before.
    pub unusual: bool,
}

/// The fewest whole years that can show a pattern: two of months, four of thirds of a year, and
/// never with fewer periods than three, which say too little.
fn fewest_years(periods: usize) -> Option<usize> {
    match periods {
        12 => Some(2),
        3..12 => Some(4),
        _ => None,
    }
}

/// Reads the season of the latest value; none when no pattern is evident before it. `periods` is
/// how many there are in a year, and `values` one comparable stretch, the latest last.
pub(super) fn season(values: &[Option<f64>], first: usize, periods: usize) -> Option<Season> {
    let fewest = fewest_years(periods)?;
    let (latest, before) = values.split_last()?;
    let latest = (*latest)?;
    let years = whole_years(before, periods);
    if years.len() < fewest || !is_stable(&years) || !is_stable(&without_trend(&years)) {
        return None;
    }
    let at = values.len().checked_sub(1 + periods)?;
    let last_year = values.get(at).copied().flatten();
    let last_year = last_year.map(|value| Observation { index: first + at, value });
    let usual = years
        .windows(2)
        .flat_map(|pair| match pair {
            [newer, older] => newer.iter().zip(older).map(|(new, old)| (new - old).abs()).collect(),
            _ => Vec::new(),
        })
        .fold(0.0, f64::max);
    let unusual = last_year.is_some_and(|last_year| (latest - last_year.value).abs() > usual);
    Some(Season { last_year, unusual })
}

/// The whole years right before the latest value, the newest first.
fn whole_years(before: &[Option<f64>], periods: usize) -> Vec<Vec<f64>> {
    before
        .rchunks_exact(periods)
        .take(MOST_YEARS)
        .map_while(|year| year.iter().copied().collect::<Option<Vec<f64>>>())
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "at most six years of twelve periods")]
fn count(number: usize) -> f64 {
    number as f64
}

fn mean(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let many = values.clone().count();
    if many == 0 { 0.0 } else { values.sum::<f64>() / count(many) }
}

/// Takes away the straight line between the mean of the first year and that of the last.
fn without_trend(years: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let level = |year: Option<&Vec<f64>>| year.map_or(0.0, |year| mean(year.iter().copied()));
    let periods = years.first().map_or(0, Vec::len);
    let steps = count(years.len().saturating_sub(1) * periods);
    let slope =
        if steps > 0.0 { (level(years.first()) - level(years.last())) / steps } else { 0.0 };
    let line = |year: &Vec<f64>| {
        year.iter().enumerate().map(|(at, value)| value - slope * count(at)).collect()
    };
    years.iter().map(line).collect()
}

/// The F test of two-way analysis of variance without interaction: periods beside years.
fn is_stable(years: &[Vec<f64>]) -> bool {
    let periods = years.first().map_or(0, Vec::len);
    let levels: Vec<f64> = years.iter().map(|year| mean(year.iter().copied())).collect();
    let at = |period: usize| {
        let of_year = |(year, level): (&Vec<f64>, &f64)| year.get(period).map(|one| one - level);
        years.iter().zip(&levels).filter_map(of_year).collect::<Vec<f64>>()
    };
    let by_period: Vec<Vec<f64>> = (0..periods).map(at).collect();
    let (mut between, mut left) = (0.0, 0.0);
    for values in &by_period {
        let middle = mean(values.iter().copied());
        between += count(years.len()) * middle * middle;
        left += values.iter().map(|value| (value - middle) * (value - middle)).sum::<f64>();
    }
    let years_free = count(years.len().saturating_sub(1));
    // Rounding leaves dust where all is alike; dust is no pattern.
    let size = by_period.iter().flatten().map(|value| value.abs()).fold(0.0, f64::max);
    let level = levels.iter().map(|level| level.abs()).fold(0.0, f64::max);
    years_free > 0.0 && size > 1e-9 * level.max(1e-9) && between * years_free > STABLE * left
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Sick leave of a year, high in winter.
    const YEAR: [f64; 12] = [9.1, 9.4, 8.6, 7.4, 6.8, 6.1, 5.2, 5.6, 6.7, 7.5, 8.2, 8.9];

    fn years(many: usize, change: impl Fn(usize, usize) -> f64) -> Vec<Option<f64>> {
        (0..many)
            .flat_map(|year| (0..12).map(move |month| (year, month)))
            .map(|(year, month)| Some(YEAR[month] + change(year, month)))
            .collect()
    }

    /// Deterministic noise between -0.3 and 0.3.
    fn noise(year: usize, month: usize) -> f64 {
        let step = (year * 7 + month * 5) % 13;
        (f64::from(u32::try_from(step).unwrap()) - 6.0) / 20.0
    }

    #[test]
    fn a_winter_like_the_last_is_compared_with_it_and_nothing_more() {
        let mut values = years(2, noise);
        values.push(Some(9.2));
        let found = season(&values, 0, 12).unwrap();
        assert_eq!(found.last_year.unwrap().index, 12);
        assert!(!found.unusual);
    }

    #[test]
    fn a_winter_far_above_the_last_is_unusual() {
        let mut values = years(3, noise);
        values.push(Some(13.0));
        assert!(season(&values, 0, 12).unwrap().unusual);
    }

    #[test]
    fn the_first_whole_year_shows_no_pattern() {
        let mut values = years(1, noise);
        values.extend(years(1, noise).into_iter().take(11));
        values.push(Some(9.0));
        assert_eq!(season(&values, 0, 12), None);
        assert_eq!(season(&[], 0, 12), None);
        assert_eq!(season(&[Some(1.0)], 0, 1), None);
    }

    #[test]
    fn neither_a_trend_nor_a_step_nor_noise_is_a_season() {
        let line = |slope: f64| -> Vec<Option<f64>> {
            (0..25).map(|month| Some(50.0 + slope * f64::from(month))).collect()
        };
        assert_eq!(season(&line(1.0), 0, 12), None);
        assert_eq!(season(&line(-0.3), 0, 12), None);
        assert_eq!(season(&line(0.0), 0, 12), None);
        for from in 1..25 {
            let step: Vec<Option<f64>> =
                (0..25).map(|month| Some(if month < from { 50.0 } else { 58.0 })).collect();
            assert_eq!(season(&step, 0, 12), None, "a step at {from}");
        }
        let noisy: Vec<Option<f64>> =
            (0..25).map(|at| Some(50.0 + 10.0 * noise(at, at * at))).collect();
        assert_eq!(season(&noisy, 0, 12), None);
    }

    #[test]
    fn a_season_on_a_trend_is_still_a_season() {
        let rising = |year: usize, month: usize| {
            noise(year, month) + f64::from(u32::try_from(year * 12 + month).unwrap()) * 0.05
        };
        let mut values = years(3, rising);
        values.push(Some(10.9));
        assert!(season(&values, 0, 12).is_some());
    }

    #[test]
    fn a_hole_in_the_years_looked_at_hides_the_pattern() {
        let mut values = years(2, noise);
        values[5] = None;
        values.push(Some(9.2));
        assert_eq!(season(&values, 0, 12), None);
    }

    #[test]
    fn thirds_of_a_year_need_four_years() {
        let year = [80.0, 90.0, 70.0];
        let values = |many: usize| -> Vec<Option<f64>> {
            (0..=many * 3).map(|at| Some(year[at % 3] + noise(at, 1))).collect()
        };
        assert_eq!(season(&values(3), 0, 3), None);
        assert!(season(&values(4), 0, 3).is_some());
    }

    proptest! {
        #[test]
        fn size_and_level_do_not_matter(scale in 0.01f64..1000.0, level in -1000.0f64..1000.0) {
            let mut values = years(2, noise);
            values.push(Some(9.2));
            let moved: Vec<Option<f64>> =
                values.iter().map(|value| value.map(|value| value * scale + level)).collect();
            prop_assert!(season(&moved, 0, 12).is_some());
        }

        #[test]
        fn nothing_is_ever_read_into_a_missing_latest_value(values in proptest::collection::vec(proptest::option::of(-100.0f64..100.0), 0..80)) {
            let mut values = values;
            values.push(None);
            prop_assert_eq!(season(&values, 0, 12), None);
        }
    }
}

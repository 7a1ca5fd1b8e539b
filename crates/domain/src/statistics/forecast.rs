//! Where a year will end: what is known of it, and what the rest of it usually is, with an interval.
//!
//! Two ways. With three whole earlier years or more: the rest of a year usually lies so much above or
//! below its beginning, and so it is expected to do again. The interval is that of one more observation,
//! d̄ ± t(0.975; Y − 1) · s · √(1 + 1/Y) (G. J. Hahn and W. Q. Meeker, Statistical Intervals, 1991, 4.7).
//! With fewer, where the series has its limits and no sign of change or season: what is left is expected
//! to be as usual, X̄ with σ = mR̄ / 1.128 as in the process behaviour chart, and the interval is
//! t(0.975; ν) · σ · √(k + k²/n) for k periods left and a mean of n values. σ itself is estimated from few
//! moving ranges, which is what t allows for: the mean of m of them varies as much as an estimate with
//! ν = m² / (2 (0.8264 m − 0.2556)) degrees of freedom, about seven for twelve values (J. D. Cryer and
//! T. P. Ryan, Journal of Quality Technology 22 (1990), 187–192, who give the variance).
//!
//! Both take for granted that what is behind is alike enough to tell of what is ahead. Where a single value
//! alone would make the forecast (see `alone`), nothing is foreseen. And where the interval goes below nought
//! although no value ever did, what it rests on is too uneven for it (decision 0054).
//!
//! Where neither holds, nothing is said. Both take for granted that the rest of the year goes as it
//! usually does; a decision or an event may change that.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: a forecast is an estimate, not an account"
)]

use std::f64::consts::PI;

use rust_decimal::prelude::ToPrimitive;

use super::alone::{Alone, alone};
use super::finding::Reading;
use super::quantiles::student;
use super::target::{NaturalBounds, Target};
use super::xmr::Evidence;

/// Fewest whole earlier years that tell how a year usually goes on.
pub const FEWEST_YEARS: usize = 3;
/// Most of them that are looked at, newest first.
const MOST_YEARS: usize = 6;
/// A mean moving range is so many standard deviations (d₂ for pairs).
const RANGES: f64 = 1.128;

/// How the periods of a year make up the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearBy {
    /// They are added.
    Sum,
    /// Their mean is the year's.
    Mean,
    /// The last one is the year's.
    Latest,
}

/// What a forecast rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// How the year went on in so many whole earlier years.
    EarlierYears(usize),
    /// The usual variation of the latest stretch.
    UsualVariation,
}

/// Where a year is expected to end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// The expected value of the year.
    pub expected: f64,
    /// The lower end of the interval of 95 per cent.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// What it rests on.
    pub basis: Basis,
    /// How many periods of the year are known.
    pub known: usize,
    /// How many there are in a year.
    pub periods: usize,
}

/// Why nothing is said of how the year ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoForecast {
    /// There is one value a year, or none of this year yet, or the year is over.
    NotUnderWay,
    /// A value of this year is missing.
    Missing,
    /// The comparison has begun anew this year.
    BegunAnew,
    /// Too few values, and too few whole years.
    TooFew,
    /// The series is changing or follows the seasons, and the whole years are too few.
    Changing,
    /// Nothing has ever varied, so nothing is known of how sure it would be.
    NeverVaries,
    /// All values but one are equal, so nothing is known of how they vary but that one.
    VariedOnce,
    /// A single value lies so far from all the others, which vary, that it alone would make the forecast.
    OddValue {
        /// Its place among the values that were asked about.
        index: usize,
    },
    /// The interval would go below nought, where no value has been, also before the comparison began.
    BelowNought,
}

/// What the target looks like at the end of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// The whole interval meets it.
    Met,
    /// No part of the interval meets it.
    Missed,
    /// It may go either way.
    Open,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Year<'a> {
    /// The values of the latest stretch that is comparable, in time order; the last ones are this year's.
    pub values: &'a [Option<f64>],
    /// What stands before them, which cannot be compared: it tells only whether a value has been below nought.
    pub earlier: &'a [Option<f64>],
    /// How many of this year's periods have passed.
    pub passed: usize,
    /// How many periods there are in a year.
    pub periods: usize,
    /// How they make up the year.
    pub by: YearBy,
    /// Ends of the scale.
    pub bounds: NaturalBounds,
}

impl Year<'_> {
    /// Tells where the year is expected to end. `reading` is what the chart says of the same values.
    ///
    /// # Errors
    /// When nothing can be said honestly, and why.
    pub fn forecast(&self, reading: Option<&Reading>) -> Result<Forecast, NoForecast> {
        if self.periods < 2 || self.passed == 0 || self.passed >= self.periods {
            return Err(NoForecast::NotUnderWay);
        }
        let begun = self.values.len().checked_sub(self.passed).ok_or(NoForecast::BegunAnew)?;
        let (before, of_year) = self.values.split_at_checked(begun).ok_or(NoForecast::BegunAnew)?;
        let known: Option<Vec<f64>> = of_year.iter().copied().collect();
        let known = known.ok_or(NoForecast::Missing)?;
        let years: Vec<Vec<f64>> = before
            .rchunks_exact(self.periods)
            .take(MOST_YEARS)
            .map_while(|year| year.iter().copied().collect())
            .collect();
        let (rest, reach, basis, from) = if years.len() >= FEWEST_YEARS {
            let (rest, reach) = self.as_earlier_years(&known, &years);
            let from = begun - years.len() * self.periods;
            (rest, reach, Basis::EarlierYears(years.len()), from)
        } else {
            let (rest, reach) = self.as_usual(reading)?;
            (rest, reach, Basis::UsualVariation, 0)
        };
        let rests: Vec<(usize, f64)> = (from..)
            .zip(self.values.iter().skip(from))
            .filter_map(|(index, value)| Some((index, (*value)?)))
            .collect();
        match alone(&rests) {
            Some(Alone::Apart { index }) => return Err(NoForecast::OddValue { index }),
            Some(Alone::AmongEqual) => return Err(NoForecast::VariedOnce),
            None => {}
        }
        if reach <= 0.0 || !reach.is_finite() || !rest.is_finite() {
            return Err(NoForecast::NeverVaries);
        }
        let found = self.put_together(&known, (rest, reach), basis);
        let mut ever = self.earlier.iter().chain(self.values).flatten();
        if found.low < 0.0 && ever.all(|value| *value >= 0.0) {
            return Err(NoForecast::BelowNought);
        }
        Ok(found)
    }

    /// What the rest of the year is expected to be, each period of it or its last one, and how far off.
    fn as_earlier_years(&self, known: &[f64], years: &[Vec<f64>]) -> (f64, f64) {
        let start = |year: &[f64]| match self.by {
            YearBy::Latest => year.get(self.passed - 1).copied().unwrap_or(0.0),
            YearBy::Sum | YearBy::Mean => mean(year.get(..self.passed).unwrap_or_default()),
        };
        let end = |year: &[f64]| match self.by {
            YearBy::Latest => year.last().copied().unwrap_or(0.0),
            YearBy::Sum | YearBy::Mean => mean(year.get(self.passed..).unwrap_or_default()),
        };
        let steps: Vec<f64> = years.iter().map(|year| end(year) - start(year)).collect();
        let (middle, many) = (mean(&steps), number(steps.len()));
        let squares: f64 = steps.iter().map(|step| (step - middle) * (step - middle)).sum();
        let spread = (squares / (many - 1.0)).sqrt();
        let size = years.iter().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
        // Rounding leaves dust where every year went alike.
        let spread = if spread <= 1e-12 * size { 0.0 } else { spread };
        let reach = student(0.975, many - 1.0) * spread * (1.0 + 1.0 / many).sqrt();
        (start(known) + middle, reach)
    }

    fn as_usual(&self, reading: Option<&Reading>) -> Result<(f64, f64), NoForecast> {
        let reading = reading.ok_or(NoForecast::TooFew)?;
        let Evidence::Firm { .. } = reading.evidence else { return Err(NoForecast::TooFew) };
        if reading.season.is_some() || reading.signal.is_some() || reading.recent_run.is_some() {
            return Err(NoForecast::Changing);
        }
        let limits = reading.limits.ok_or(NoForecast::TooFew)?;
        let deviation = limits.mean_moving_range / RANGES;
        let left = match self.by {
            YearBy::Latest => 1.0,
            YearBy::Sum | YearBy::Mean => number(self.periods - self.passed),
        };
        // How far off the sum of what is left may be, told for each period of it.
        let points = student(0.975, freedom(limits.ranges));
        let of_sum = points * deviation * (left + left * left / number(limits.values)).sqrt();
        Ok((limits.mean, of_sum / left))
    }

    fn put_together(&self, known: &[f64], (rest, reach): (f64, f64), basis: Basis) -> Forecast {
        let left = number(self.periods - self.passed);
        let (expected, reach) = match self.by {
            YearBy::Latest => (rest, reach),
            YearBy::Sum => (known.iter().sum::<f64>() + left * rest, left * reach),
            YearBy::Mean => {
                let all = number(self.periods);
                ((known.iter().sum::<f64>() + left * rest) / all, left * reach / all)
            }
        };
        // The scale of a sum is not that of its periods.
        let held = |value: f64| match self.by {
            YearBy::Sum => value,
            YearBy::Mean | YearBy::Latest => self.bounds.clamp(value),
        };
        Forecast {
            expected: held(expected),
            low: held(expected - reach),
            high: held(expected + reach),
            basis,
            known: self.passed,
            periods: self.periods,
        }
    }
}

/// How many degrees of freedom a deviation estimated from so many moving ranges has.
fn freedom(ranges: usize) -> f64 {
    let many = number(ranges);
    // Of normal values: the variance of one range, and the covariance of two beside each other, both
    // against the square of their mean.
    let (alone, beside) = (PI / 2.0 - 1.0, 3.0_f64.sqrt() / 2.0 + PI / 12.0 - 1.0);
    many * many / (2.0 * (alone * many + 2.0 * beside * (many - 1.0)))
}

impl Forecast {
    /// The forecast as it is written with so many decimals: the interval outwards, so that it is never
    /// narrower than what was computed. What is said of it and what is drawn must come from this.
    #[must_use]
    pub fn written(&self, decimals: u8) -> Self {
        let unit = 10_f64.powi(i32::from(decimals));
        // Dust from the division may not move a value that is already written with these decimals.
        let dust = 1e-9;
        Self {
            expected: (self.expected * unit).round() / unit,
            low: (self.low * unit + dust).floor() / unit,
            high: (self.high * unit - dust).ceil() / unit,
            ..*self
        }
    }

    /// How the target looks; none without one.
    pub fn outlook(&self, target: &Target) -> Option<Outlook> {
        let (low, high) = (target.is_met_by(self.low)?, target.is_met_by(self.high)?);
        let within = target.is_met_by(self.expected)?;
        Some(match (low, high) {
            (true, true) => Outlook::Met,
            (false, false) if !within && !target.lies_within(self.low, self.high) => {
                Outlook::Missed
            }
            _ => Outlook::Open,
        })
    }
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / number(values.len()) }
}

fn number(count: usize) -> f64 {
    count.to_f64().unwrap_or(f64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::finding::{Finding, Question};
    use super::*;

    fn all(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    fn year(values: &[Option<f64>], passed: usize, periods: usize, by: YearBy) -> Year<'_> {
        Year { values, earlier: &[], passed, periods, by, bounds: NaturalBounds::default() }
    }

    fn reading(values: &[Option<f64>], periods_in_year: usize) -> Option<Reading> {
        match Finding::read(&Question { periods_in_year, ..Question::about(values) }).unwrap() {
            Finding::Observed(reading) => Some(reading),
            Finding::Missing { .. } => None,
        }
    }

    /// Thirds of three years and two of the fourth: the last third lay 4, 6 and 5 above the mean of
    /// the two before it. t(0.975; 2) = 4.3027, s = 1, so the last third is 35 ± 4.3027 · √(4/3).
    #[test]
    fn the_rest_of_the_year_follows_how_earlier_years_went_on() {
        let values = all(&[10.0, 12.0, 15.0, 20.0, 20.0, 26.0, 24.0, 26.0, 30.0, 29.0, 31.0]);
        let found = year(&values, 2, 3, YearBy::Sum).forecast(None).unwrap();
        assert_eq!((found.basis, found.known, found.periods), (Basis::EarlierYears(3), 2, 3));
        assert!((found.expected - 95.0).abs() < 1e-9, "{found:?}");
        assert!((found.high - (95.0 + 4.302_653 * (4.0_f64 / 3.0).sqrt())).abs() < 1e-4);
        let mean = year(&values, 2, 3, YearBy::Mean).forecast(None).unwrap();
        assert!((mean.expected * 3.0 - found.expected).abs() < 1e-9);
        let latest = year(&values, 2, 3, YearBy::Latest).forecast(None).unwrap();
        // The last third lay 3, 6 and 4 above the second.
        assert!((latest.expected - (31.0 + 13.0 / 3.0)).abs() < 1e-9, "{latest:?}");
    }

    /// Two months of twelve are left; mean 50, σ = 10 / 1.128: 1.96 · σ · √(2 + 4/12) for their sum.
    #[test]
    fn with_few_years_a_steady_series_goes_on_as_usual() {
        let values = all(&[
            45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45.,
            55., 45., 55., 45., 55.,
        ]);
        let found =
            year(&values, 10, 12, YearBy::Sum).forecast(reading(&values, 12).as_ref()).unwrap();
        assert_eq!(found.basis, Basis::UsualVariation);
        assert!((found.expected - 600.0).abs() < 1e-9);
        // t(0.975; 6.85) lies between the tabled 2.447 (6) and 2.365 (7).
        let reach = 2.375 * (10.0 / 1.128) * (2.0_f64 + 4.0 / 12.0).sqrt();
        assert!((found.high - found.expected - reach).abs() < 5e-2, "{found:?}");
    }

    #[test]
    fn twelve_values_carry_about_seven_degrees_of_freedom() {
        assert!((freedom(11) - 6.848).abs() < 1e-3);
        assert!((freedom(1) - 0.876).abs() < 1e-3);
    }

    /// A person may lock the baseline on more values than twelve: the mean is then surer.
    #[test]
    fn a_longer_baseline_gives_a_narrower_interval() {
        let values: Vec<Option<f64>> =
            (0..22).map(|at| Some(if at % 2 == 0 { 45.0 } else { 55.0 })).collect();
        let of = |locked| {
            let breaks = [super::super::xmr::Break { first: 0, locked, reason: "Så".to_owned() }];
            let asked =
                Question { breaks: &breaks, periods_in_year: 12, ..Question::about(&values) };
            let Finding::Observed(reading) = Finding::read(&asked).unwrap() else {
                panic!("the outcome is there");
            };
            year(&values, 10, 12, YearBy::Sum).forecast(Some(&reading)).unwrap()
        };
        assert!(of(Some(20)).high < of(None).high && of(None).high < of(Some(6)).high);
    }

    #[test]
    fn what_is_written_is_never_narrower_than_what_was_computed() {
        let found = Forecast {
            expected: 5.849,
            low: 5.651,
            high: 6.049,
            basis: Basis::UsualVariation,
            known: 8,
            periods: 12,
        };
        let written = found.written(1);
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(
            close(written.low, 5.6) && close(written.expected, 5.8) && close(written.high, 6.1)
        );
        assert_eq!(written.written(1), written);
        // The interval that is shown holds 6.1, so nothing says that it is missed.
        assert_eq!(found.outlook(&Target::AtLeast(6.1)), Some(Outlook::Missed));
        assert_eq!(written.outlook(&Target::AtLeast(6.1)), Some(Outlook::Open));
    }

    /// Forty-three months about five, and one that was typed as 9999.
    fn mistyped() -> Vec<Option<f64>> {
        let mut values: Vec<Option<f64>> =
            (0..43).map(|at| Some([5.1, 5.4, 4.9, 5.2, 5.0][at % 5])).collect();
        values[32] = Some(9_999.0);
        values
    }

    #[test]
    fn one_mistyped_value_gives_no_forecast_and_is_named() {
        let values = mistyped();
        for by in [YearBy::Sum, YearBy::Mean, YearBy::Latest] {
            let found = year(&values, 7, 12, by).forecast(reading(&values, 12).as_ref());
            assert_eq!(found, Err(NoForecast::OddValue { index: 32 }), "{by:?}");
        }
        let mut mended = values;
        mended[32] = Some(5.3);
        let found = year(&mended, 7, 12, YearBy::Sum).forecast(reading(&mended, 12).as_ref());
        assert!(found.is_ok(), "{found:?}");
    }

    /// However small or large the one that differs: the others give no measure of it.
    #[test]
    fn one_that_differs_among_equal_values_is_not_called_odd_and_foresees_nothing() {
        for (other, by) in [(99.9, YearBy::Mean), (100.1, YearBy::Sum), (9_999.0, YearBy::Latest)] {
            for place in [3, 20, 42] {
                let mut values = all(&[100.0; 43]);
                values[place] = Some(other);
                let found = year(&values, 7, 12, by).forecast(reading(&values, 12).as_ref());
                assert_eq!(found, Err(NoForecast::VariedOnce), "{other} at {place}");
            }
        }
        let mut values = all(&[100.0; 43]);
        (values[3], values[9], values[30]) = (Some(99.9), Some(100.1), Some(99.9));
        let found = year(&values, 7, 12, YearBy::Mean).forecast(None).unwrap();
        assert!(found.low > 99.0 && found.high < 101.0, "{found:?}");
    }

    #[test]
    fn an_ordinary_odd_value_is_no_reason_to_be_silent() {
        let mut values = mistyped();
        values[32] = Some(7.5);
        assert!(year(&values, 7, 12, YearBy::Sum).forecast(None).is_ok());
    }

    #[test]
    fn what_never_was_below_nought_is_not_foreseen_there() {
        let mut values: Vec<Option<f64>> =
            (0..43).map(|at| Some(f64::from(u8::from(at % 3 == 0)))).collect();
        (values[10], values[11], values[22]) = (Some(40.0), Some(35.0), Some(38.0));
        let found = year(&values, 7, 12, YearBy::Sum).forecast(None);
        assert_eq!(found, Err(NoForecast::BelowNought));
        let lower: Vec<Option<f64>> = values.iter().map(|one| one.map(|one| one - 3.0)).collect();
        assert!(year(&lower, 7, 12, YearBy::Sum).forecast(None).is_ok(), "there it has been");
        // Before a gap, which no whole year goes over, and before the comparison began.
        let mut long = all(&[-1.0; 1]);
        long.extend(std::iter::once(None).chain(values.iter().copied()));
        assert!(year(&long, 7, 12, YearBy::Sum).forecast(None).is_ok(), "once it has been there");
        let once = Year { earlier: &[Some(-1.0), None], ..year(&values, 7, 12, YearBy::Sum) };
        assert!(once.forecast(None).is_ok(), "also when it was counted in another way");
    }

    #[test]
    fn a_series_that_left_its_level_is_not_foreseen_by_that_level() {
        let mut values = all(&[45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55.]);
        values.extend(all(&[58., 57., 58., 57., 58., 57., 58., 49.]));
        let found = year(&values, 8, 12, YearBy::Mean).forecast(reading(&values, 1).as_ref());
        assert_eq!(found, Err(NoForecast::Changing));
    }

    #[test]
    fn what_cannot_be_said_honestly_is_not_said() {
        let why = |values: &[Option<f64>], passed, periods| {
            let reading = reading(values, periods);
            year(values, passed, periods, YearBy::Mean).forecast(reading.as_ref()).unwrap_err()
        };
        let many = all(&[45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55.]);
        assert_eq!(why(&many, 0, 12), NoForecast::NotUnderWay);
        assert_eq!(why(&many, 12, 12), NoForecast::NotUnderWay);
        assert_eq!(why(&many, 1, 1), NoForecast::NotUnderWay);
        assert_eq!(why(&many[..2], 3, 12), NoForecast::BegunAnew);
        assert_eq!(why(&many[..8], 3, 12), NoForecast::TooFew);
        assert_eq!(why(&[], 2, 12), NoForecast::BegunAnew);
        let mut gap = many.clone();
        gap[12] = None;
        assert_eq!(why(&gap, 2, 12), NoForecast::Missing);
        assert_eq!(why(&all(&[7.0; 14]), 2, 12), NoForecast::NeverVaries);
        assert_eq!(why(&all(&[7.0; 40]), 4, 12), NoForecast::NeverVaries);
        let mut risen = many;
        risen.push(Some(99.0));
        assert_eq!(why(&risen, 3, 12), NoForecast::Changing);
    }

    #[test]
    fn the_target_is_met_missed_or_open() {
        let found = Forecast {
            expected: 50.0,
            low: 45.0,
            high: 55.0,
            basis: Basis::UsualVariation,
            known: 8,
            periods: 12,
        };
        let table = [
            (Target::AtLeast(40.0), Some(Outlook::Met)),
            (Target::AtLeast(50.0), Some(Outlook::Open)),
            (Target::AtLeast(56.0), Some(Outlook::Missed)),
            (Target::AtMost(44.0), Some(Outlook::Missed)),
            (Target::Range { low: 47.0, high: 48.0 }, Some(Outlook::Open)),
            (Target::Range { low: 60.0, high: 70.0 }, Some(Outlook::Missed)),
            (Target::Equal(46.0), Some(Outlook::Open)),
            (Target::None, None),
        ];
        for (target, outlook) in table {
            assert_eq!(found.outlook(&target), outlook, "{target:?}");
        }
    }

    /// Chance from a fixed beginning: the sum of twelve even ones is nearly normal.
    struct Noise(u64);

    impl Noise {
        fn next(&mut self) -> f64 {
            (0..12).map(|_| self.even()).sum::<f64>() - 6.0
        }

        fn even(&mut self) -> f64 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
        }
    }

    #[test]
    fn of_many_steady_series_about_nineteen_of_twenty_end_within_the_interval() {
        let mut noise = Noise(7);
        let (mut within, mut told) = (0, 0);
        for _ in 0..4_000 {
            let whole: Vec<f64> = (0..24).map(|_| 100.0 + 10.0 * noise.next()).collect();
            let end: f64 = whole[12..].iter().sum();
            let values = all(&whole[..20]);
            let found = year(&values, 8, 12, YearBy::Sum).forecast(reading(&values, 1).as_ref());
            if let Ok(found) = found {
                told += 1;
                within += i32::from(found.low <= end && end <= found.high);
            }
        }
        let share = f64::from(within) / f64::from(told);
        assert!(told > 1_000 && (share - 0.95).abs() < 0.02, "{share} of {told}");
    }

    #[test]
    fn of_many_years_about_nineteen_of_twenty_end_within_the_interval() {
        let mut noise = Noise(20_260_825);
        let (mut within, mut told) = (0, 0);
        for _ in 0..2_000 {
            let whole: Vec<f64> = (0..60).map(|_| 100.0 + 10.0 * noise.next()).collect();
            let end: f64 = whole[48..].iter().sum();
            let values = all(&whole[..55]);
            let found = year(&values, 7, 12, YearBy::Sum).forecast(None).unwrap();
            told += 1;
            within += i32::from(found.low <= end && end <= found.high);
        }
        let share = f64::from(within) / f64::from(told);
        assert!((share - 0.95).abs() < 0.015, "{share}");
    }

    proptest! {
        #[test]
        fn a_forecast_holds_its_middle_and_follows_size_and_level(
            values in prop_oneof![
                prop::collection::vec(-100.0_f64..100.0, 8..80),
                prop::collection::vec(0.0_f64..100.0, 8..80),
            ],
            by in prop::sample::select(vec![YearBy::Mean, YearBy::Latest]),
            passed in 1_usize..12, scale in 0.1_f64..10.0, level in -50.0_f64..500.0,
        ) {
            let plain = all(&values);
            let moved = all(&values.iter().map(|value| value * scale + level).collect::<Vec<_>>());
            let of = |values: &[Option<f64>]| {
                year(values, passed, 12, by).forecast(reading(values, 1).as_ref())
            };
            let is_above = |values: &[Option<f64>]| values.iter().flatten().all(|one| *one >= 0.0);
            // Nought is a place of its own, and moves with neither size nor level: what is not said for its
            // sake is said of the same figures elsewhere, and then it does reach below where nought was.
            match (of(&plain), of(&moved)) {
                (Ok(one), Ok(other)) => {
                    prop_assert!(one.low < one.expected && one.expected < one.high);
                    prop_assert!((one.expected * scale + level - other.expected).abs() < 1e-6);
                    prop_assert!((one.high * scale + level - other.high).abs() < 1e-6);
                    prop_assert!(one.low >= 0.0 || !is_above(&plain));
                }
                (Err(NoForecast::BelowNought), Ok(other)) => {
                    prop_assert!(is_above(&plain) && other.low - level < 1e-6, "{other:?}");
                }
                (Ok(one), Err(NoForecast::BelowNought)) => {
                    prop_assert!(is_above(&moved) && one.low * scale + level < 1e-6, "{one:?}");
                }
                (one, other) => prop_assert_eq!(one, other),
            }
        }

        #[test]
        fn nothing_is_foreseen_of_a_year_with_a_hole(
            values in prop::collection::vec(prop::option::of(-9.0_f64..9.0), 3..60), passed in 1_usize..4,
        ) {
            let mut values = values;
            let last = values.len() - 1;
            values[last] = None;
            prop_assert!(year(&values, passed, 12, YearBy::Sum).forecast(None).is_err());
        }
    }
}

//! A series: the outcomes of one measure, org unit and group in time order, with gaps where
//! something is missing.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Direction, Measure, Outcome, Target};
use crate::periods::{Frequency, Period};
use crate::statistics::finding::{Finding, Question};
use crate::statistics::target::{Desired, NaturalBounds, Target as Level};
use crate::statistics::xmr::{Break, SeriesProblem, Xmr};
use crate::statistics::{Screening, from_decimals};
use crate::steering::TargetKind;

/// What has changed where comparison begins anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BreakKind {
    /// How an org unit works: what was before is another story, but the values can be compared.
    Work,
    /// How it is measured or defined, for everyone: values before cannot be compared with those after.
    Method,
}

super::codes!(BreakKind { Work = "work", Method = "method" });

/// Where a person said that comparison begins anew.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Baseline {
    /// What has changed.
    pub kind: BreakKind,
    /// The first period of the new comparison.
    pub from: Period,
    /// How many values the person locked the limits on; none follows the ordinary rule.
    pub locked: Option<usize>,
    /// Why.
    pub reason: String,
}

/// One place of a series.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeriesPoint {
    /// When.
    pub period: Period,
    /// What is known; none where nobody has said anything.
    pub outcome: Option<Outcome>,
}

/// Outcomes in time order without jumps.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Series {
    /// One place per period.
    pub points: Vec<SeriesPoint>,
}

impl Series {
    /// Lines outcomes up from the first one to `through` or the last one, whichever is later.
    /// Outcomes of another length of period than `frequency` are left out.
    pub fn new(
        outcomes: impl IntoIterator<Item = Outcome>,
        frequency: Frequency,
        through: Period,
    ) -> Self {
        let known: BTreeMap<Period, Outcome> = outcomes
            .into_iter()
            .filter(|outcome| outcome.period.frequency() == frequency)
            .map(|outcome| (outcome.period, outcome))
            .collect();
        let Some((first, last)) = known.keys().next().zip(known.keys().next_back()) else {
            return Self::default();
        };
        let last = if through.frequency() == frequency { (*last).max(through) } else { *last };
        let mut points = Vec::new();
        let mut period = *first;
        while period <= last {
            points.push(SeriesPoint { period, outcome: known.get(&period).cloned() });
            period = period.next();
        }
        Self { points }
    }

    /// The numbers for the statistics; none for missing and not applicable.
    pub fn numbers(&self) -> Vec<Option<Decimal>> {
        self.points
            .iter()
            .map(|point| point.outcome.as_ref().and_then(|outcome| outcome.value.number()))
            .collect()
    }

    /// The last place that has a number.
    pub fn latest(&self) -> Option<(&SeriesPoint, Decimal)> {
        self.points.iter().rev().find_map(|point| {
            let value = point.outcome.as_ref()?.value.number()?;
            Some((point, value))
        })
    }

    /// The last place, whatever it holds.
    pub fn last_period(&self) -> Option<Period> {
        self.points.last().map(|point| point.period)
    }

    fn breaks(&self, baselines: &[Baseline]) -> Vec<Break> {
        let mut breaks: Vec<Break> = baselines
            .iter()
            .filter_map(|baseline| {
                let first = self.place(baseline.from)?;
                Some(Break { first, locked: baseline.locked, reason: baseline.reason.clone() })
            })
            .collect();
        // The work and the method may have changed at once, and an org unit's breaks stand among
        // those of everyone.
        breaks.sort_by_key(|one| one.first);
        breaks.dedup_by_key(|one| one.first);
        breaks
    }

    fn place(&self, period: Period) -> Option<usize> {
        self.points.iter().position(|point| point.period == period)
    }

    /// The places where the method changes: values before such a place and after it are not compared.
    pub fn method_changes(&self, baselines: &[Baseline]) -> Vec<usize> {
        let changes = baselines.iter().filter(|one| one.kind == BreakKind::Method);
        let mut places: Vec<usize> = changes.filter_map(|one| self.place(one.from)).collect();
        places.sort_unstable();
        places
    }

    /// Limits and marks, for drawing.
    ///
    /// # Errors
    /// When the numbers are not usable.
    pub fn chart(&self, baselines: &[Baseline]) -> Result<Xmr, SeriesProblem> {
        Xmr::read(&from_decimals(&self.numbers()), &self.breaks(baselines), Screening::On)
    }

    /// What can be said about the last place. `reported` is how many places earlier reports covered.
    ///
    /// # Errors
    /// When the numbers, the target or the breaks are not usable.
    pub fn finding(
        &self,
        measure: &Measure,
        target: Option<&Target>,
        baselines: &[Baseline],
        reported: usize,
    ) -> Result<Finding, SeriesProblem> {
        let mut values = from_decimals(&self.numbers());
        let breaks = self.breaks(baselines);
        if let Some(last) = self.method_changes(baselines).last() {
            // To what is said of the latest value, values measured otherwise are not there.
            values.iter_mut().take(*last).for_each(|value| *value = None);
        }
        let (lowest, highest) = measure.bounds();
        Finding::read(&Question {
            breaks: &breaks,
            desired: measure.direction.into(),
            target: target.map_or(Level::None, Level::from),
            bounds: NaturalBounds {
                lowest: lowest.and_then(to_float),
                highest: highest.and_then(to_float),
            },
            reported_periods: reported,
            periods_in_year: usize::try_from(measure.frequency.per_year()).unwrap_or(1),
            ..Question::about(&values)
        })
    }
}

fn to_float(value: Decimal) -> Option<f64> {
    f64::try_from(value).ok()
}

impl From<Direction> for Desired {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Higher => Self::Higher,
            Direction::Lower => Self::Lower,
            Direction::Neutral => Self::Neither,
        }
    }
}

impl From<&Target> for Level {
    fn from(target: &Target) -> Self {
        let low = target.low.and_then(to_float);
        let high = target.high.and_then(to_float);
        match (target.kind, low, high) {
            (TargetKind::AtLeast, Some(low), _) => Self::AtLeast(low),
            (TargetKind::AtMost | TargetKind::RankShare, Some(low), _) => Self::AtMost(low),
            (TargetKind::Equal, Some(low), _) => Self::Equal(low),
            (TargetKind::Range, Some(low), Some(high)) => Self::Range { low, high },
            _ => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{ElementId, OrgUnitId};
    use crate::measures::tests::sick_leave;
    use crate::measures::{OutcomeQuality, OutcomeValue};

    fn outcome(period: &str, value: OutcomeValue) -> Outcome {
        Outcome {
            measure: ElementId::from([1; 16]),
            org_unit: OrgUnitId::from([2; 16]),
            breakdown: String::new(),
            period: period.parse().unwrap(),
            value,
            quality: OutcomeQuality::Verified,
            version: 1,
        }
    }

    #[test]
    fn a_hole_is_a_place_without_a_number() {
        let eight = OutcomeValue::Measured(Decimal::from(8));
        let series = Series::new(
            [outcome("2026-03", eight), outcome("2026-01", eight), outcome("2025", eight)],
            Frequency::Month,
            "2026-05".parse().unwrap(),
        );
        let numbers = series.numbers();
        assert_eq!(
            numbers.iter().map(Option::is_some).collect::<Vec<_>>(),
            [true, false, true, false, false]
        );
        assert!(matches!(series.finding(&sick_leave(), None, &[], 0), Ok(Finding::Missing { .. })));
    }

    fn baseline(kind: BreakKind, from: &str) -> Baseline {
        Baseline { kind, from: from.parse().unwrap(), locked: None, reason: "Nytt".to_owned() }
    }

    #[test]
    fn nothing_is_said_across_a_change_of_method() {
        let ten = |month: i16| {
            let value = if month < 13 { 20 } else { 90 };
            let (year, month) = (2025 + (month - 1) / 12, (month - 1) % 12 + 1);
            outcome(&format!("{year}-{month:02}"), OutcomeValue::Measured(Decimal::from(value)))
        };
        let series = Series::new((1..=15).map(ten), Frequency::Month, "2026-03".parse().unwrap());
        let method = [baseline(BreakKind::Work, "2025-06"), baseline(BreakKind::Method, "2026-01")];
        assert_eq!(series.method_changes(&method), [12]);
        let measure = Measure { direction: Direction::Higher, ..sick_leave() };
        let Ok(Finding::Observed(reading)) = series.finding(&measure, None, &method, 0) else {
            panic!("the latest value is there");
        };
        assert_eq!((reading.signal, reading.extreme), (None, None));
        assert!(reading.unreported_signals.is_empty(), "{reading:?}");
        assert_eq!(reading.change.map(|change| change.since.index), Some(13));
        let first = Series::new((1..=13).map(ten), Frequency::Month, "2026-01".parse().unwrap());
        let Ok(Finding::Observed(reading)) = first.finding(&measure, None, &method, 0) else {
            panic!("the first value after the change is there");
        };
        assert_eq!((reading.change, reading.extreme), (None, None), "there is nothing to compare");
    }

    #[test]
    fn two_breaks_at_one_place_are_one() {
        let eight = OutcomeValue::Measured(Decimal::from(8));
        let months = (1..=9).map(|month| outcome(&format!("2026-{month:02}"), eight));
        let series = Series::new(months, Frequency::Month, "2026-09".parse().unwrap());
        let both = [
            baseline(BreakKind::Method, "2026-05"),
            baseline(BreakKind::Work, "2026-05"),
            baseline(BreakKind::Work, "2026-03"),
        ];
        assert!(series.chart(&both).is_ok());
    }

    #[test]
    fn no_outcomes_make_no_series() {
        let series = Series::new([], Frequency::Month, "2026-05".parse().unwrap());
        assert_eq!(series, Series::default());
        assert_eq!(series.last_period(), None);
    }
}

//! What can be said about the latest outcome of a measure, as data without language: signal, assurance, evidence, target,
//! change and level. Automatic texts and the question whether a part of a report needs words are made from it.
//! Wrong data is refused and a missing outcome is said to be missing; neither ever becomes a confident sentence.

use std::num::NonZeroUsize;
use std::ops::Range;

use super::assurance::{Assurance, Stretch};
use super::comparison::{Change, Extreme, Level, Observation, change, extreme, level};
use super::limits::{Limits, Screening};
use super::rules::{Mark, Movement, Pattern};
use super::season::{Season, season};
use super::target::{Desired, Meaning, NaturalBounds, Target};
use super::xmr::{Break, Evidence, SeriesProblem, Xmr};

/// A series and what is wished of it. The last entry is the period asked about.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// One entry per period in time order, none where the outcome is missing.
    pub values: &'a [Option<f64>],
    /// A person's decisions that comparison begins anew.
    pub breaks: &'a [Break],
    /// Whether odd moving ranges are left out.
    pub screening: Screening,
    /// Which way is better.
    pub desired: Desired,
    /// The target of the latest period.
    pub target: Target,
    /// Ends of the scale.
    pub bounds: NaturalBounds,
    /// Comparable periods lie this far apart: 1 for the period before, 12 for the same month last year.
    pub comparable_step: NonZeroUsize,
    /// How many periods there are in a year, for series that follow the seasons; 1 when it does not matter.
    pub periods_in_year: usize,
    /// How many of the periods earlier reports have covered, 0 when nothing is reported yet.
    pub reported_periods: usize,
}

impl<'a> Question<'a> {
    /// A question about a series alone: no breaks, no wishes, compared with the period before, nothing reported yet.
    pub fn about(values: &'a [Option<f64>]) -> Self {
        Self {
            values,
            breaks: &[],
            screening: Screening::On,
            desired: Desired::Neither,
            target: Target::None,
            bounds: NaturalBounds::default(),
            comparable_step: NonZeroUsize::MIN,
            periods_in_year: 1,
            reported_periods: 0,
        }
    }
}

/// A special cause at one point, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// Index of the period in the series.
    pub index: usize,
    /// Which rule was fulfilled.
    pub pattern: Pattern,
    /// Which way.
    pub movement: Movement,
    /// Whether that is better or worse.
    pub meaning: Meaning,
    /// A suspicion only: trial limits, or limits without width.
    pub possible: bool,
}

/// Everything that can be said about an observed latest outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The outcome of the period asked about.
    pub latest: Observation,
    /// The special cause that the latest outcome is part of.
    pub signal: Option<Signal>,
    /// Special causes at periods that no report has covered, the latest included, in time order. A shift that goes on
    /// is there in every report until a person begins a new period of comparison.
    pub unreported_signals: Vec<Signal>,
    /// Whether the present way of working reaches the target.
    pub assurance: Assurance,
    /// The newest run against the limits among the latest twelve values, also where the latest has left it.
    pub recent_run: Option<Signal>,
    /// How many outcomes of the latest segment all this rests on.
    pub evidence: Evidence,
    /// Limits of the latest segment.
    pub limits: Option<Limits>,
    /// Indexes from the first value that the limits rest on to the last one; empty without limits.
    pub baseline: Range<usize>,
    /// Whether the latest outcome meets the target, none without a target.
    pub target_met: Option<bool>,
    /// Difference from the last comparable outcome of the same segment, none when there is none.
    pub change: Option<Change>,
    /// High, low or unchanged against earlier outcomes of the segment.
    pub level: Level,
    /// Whether no earlier outcome was as high, or as low.
    pub extreme: Option<Extreme>,
    /// The same time last year, when the series evidently follows the seasons. Then limits and runs say nothing,
    /// and there is no signal.
    pub season: Option<Season>,
}

impl Reading {
    /// Whether the limits come from few values and move with each new one.
    pub fn is_trial(&self) -> bool {
        matches!(self.evidence, Evidence::Trial { .. })
    }

    /// Whether the target is never reached with the present way of working.
    pub fn calls_for_change(&self) -> bool {
        self.assurance == Assurance::Never
    }

    /// Whether the newest run lies wholly among the values that the limits rest on, which then are no
    /// steady level to compare with.
    pub fn has_unsteady_baseline(&self) -> bool {
        self.recent_run.is_some_and(|run| run.index < self.baseline.end)
    }

    /// Whether the values that the limits rest on were all equal, so that nothing is known of what is usual.
    pub fn never_varied(&self) -> bool {
        self.limits.is_some_and(|limits| limits.have_no_width())
    }
}

/// What can be said about the period asked about.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every finding is an observed one, and they are not kept in large numbers"
)]
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The outcome of the period is missing, and so nothing is said about it.
    Missing {
        /// The last outcome there is, however old.
        last: Option<Observation>,
        /// Special causes at earlier periods that no report has covered.
        unreported_signals: Vec<Signal>,
    },
    /// The outcome is there.
    Observed(Reading),
}

impl Finding {
    /// Reads the latest period of a series.
    ///
    /// # Errors
    /// When a value, a break, the target or the bounds are not usable; nothing is concluded from wrong data.
    pub fn read(question: &Question<'_>) -> Result<Self, SeriesProblem> {
        if !question.target.is_usable() || !question.bounds.are_usable() {
            return Err(SeriesProblem::UnusableTarget);
        }
        let chart = Xmr::read(question.values, question.breaks, question.screening)?;
        let observations = observations(question.values);
        if let Some(wrong) =
            observations.iter().find(|observed| !question.bounds.contain(observed.value))
        {
            return Err(SeriesProblem::OutsideBounds { index: wrong.index });
        }
        let unreported_signals = unreported_signals(question, &chart.marks);
        let last = observations.last().copied();
        let latest = last.filter(|observed| observed.index + 1 == question.values.len());
        let Some((latest, segment)) = latest.zip(chart.segments.last()) else {
            return Ok(Self::Missing { last, unreported_signals });
        };
        let earlier: Vec<Observation> = observations
            .into_iter()
            .filter(|observed| {
                segment.points.contains(&observed.index) && observed.index < latest.index
            })
            .collect();
        let compared = question.values.get(segment.points.clone()).unwrap_or_default();
        let season = season(compared, segment.points.start, question.periods_in_year);
        let stretch = Stretch { segment, values: question.values, marks: &chart.marks };
        let mark = chart.marks.last().copied().flatten().filter(|_| season.is_none());
        let unreported_signals = if season.is_some() { Vec::new() } else { unreported_signals };
        let limits = segment.limits;
        let recent_run = stretch.recent_run(question.desired).filter(|_| season.is_none());
        let is_steady = season.is_none() && recent_run.is_none();
        Ok(Self::Observed(Reading {
            latest,
            signal: mark.map(|mark| signal(latest.index, mark, question.desired)),
            unreported_signals,
            assurance: match season {
                None => stretch.assurance(question, recent_run),
                Some(_) => Assurance::NotApplicable,
            },
            recent_run,
            evidence: segment.evidence,
            limits,
            baseline: segment.baseline.clone(),
            target_met: question.target.is_met_by(latest.value),
            change: change(latest, &earlier, question.comparable_step, question.desired),
            level: level(latest, &earlier, mark, limits.as_ref(), is_steady),
            extreme: extreme(latest, &earlier),
            season,
        }))
    }

    pub(super) fn unreported_signals(&self) -> &[Signal] {
        match self {
            Self::Missing { unreported_signals, .. }
            | Self::Observed(Reading { unreported_signals, .. }) => unreported_signals,
        }
    }
}

fn unreported_signals(question: &Question<'_>, marks: &[Option<Mark>]) -> Vec<Signal> {
    marks
        .iter()
        .enumerate()
        .skip(question.reported_periods)
        .filter_map(|(index, mark)| Some(signal(index, (*mark)?, question.desired)))
        .collect()
}

pub(super) fn signal(index: usize, mark: Mark, desired: Desired) -> Signal {
    let Mark { pattern, movement, possible } = mark;
    Signal { index, pattern, movement, meaning: desired.meaning(movement), possible }
}

fn observations(values: &[Option<f64>]) -> Vec<Observation> {
    let observed =
        |(index, value): (usize, &Option<f64>)| value.map(|value| Observation { index, value });
    values.iter().enumerate().filter_map(observed).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::deviation::{Deviates, Deviation};
    use super::*;

    /// Twelve ordinary months: mean 50, mean moving range 10, limits 23.4 and 76.6.
    const ORDINARY: [f64; 12] = [45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55.];

    fn after_ordinary(more: &[f64]) -> Vec<Option<f64>> {
        ORDINARY.iter().chain(more).copied().map(Some).collect()
    }

    fn all(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    fn read(question: &Question<'_>) -> Reading {
        match Finding::read(question).unwrap() {
            Finding::Observed(reading) => reading,
            Finding::Missing { .. } => panic!("the outcome is there"),
        }
    }

    #[test]
    fn ordinary_variation_that_meets_the_target_now_and_then_is_no_signal() {
        let values = after_ordinary(&[52.0]);
        let reading = read(&Question {
            desired: Desired::Higher,
            target: Target::AtLeast(60.0),
            ..Question::about(&values)
        });
        assert_eq!(reading.signal, None);
        assert_eq!(reading.assurance, Assurance::Sometimes);
        assert_eq!(reading.target_met, Some(false));
        assert_eq!(reading.evidence, Evidence::Firm { observed: 13 });
        assert_eq!(reading.level, Level::Unchanged);
        assert_eq!(reading.latest, Observation { index: 12, value: 52.0 });
    }

    #[test]
    fn ordinary_variation_below_the_target_never_reaches_it() {
        let values = after_ordinary(&[52.0]);
        let target = Target::AtLeast(80.0);
        let question = Question { desired: Desired::Higher, target, ..Question::about(&values) };
        assert_eq!(read(&question).assurance, Assurance::Never);
        assert!(read(&question).calls_for_change());
    }

    #[test]
    fn a_shift_upwards_is_worse_where_lower_is_desired() {
        let values = after_ordinary(&[52., 54., 52., 54., 52., 54., 52.]);
        let reading = read(&Question { desired: Desired::Lower, ..Question::about(&values) });
        let signal = reading.signal.unwrap();
        assert_eq!(signal.pattern, Pattern::Shift { points: 8 });
        assert_eq!((signal.movement, signal.meaning), (Movement::Up, Meaning::Worse));
        assert!(!signal.possible);
        assert_eq!(reading.level, Level::High);
    }

    #[test]
    fn a_value_outside_the_limits_in_the_desired_direction_is_better() {
        let values = after_ordinary(&[20.0]);
        let finding =
            Finding::read(&Question { desired: Desired::Lower, ..Question::about(&values) })
                .unwrap();
        let improvement = finding.improvement().unwrap();
        assert_eq!((improvement.pattern, improvement.meaning), (Pattern::Outside, Meaning::Better));
        assert_eq!(finding.deviates(), Deviates::No);
    }

    #[test]
    fn a_trend_and_two_near_the_limit_are_told_too() {
        let trend = after_ordinary(&[53., 52., 51., 50., 49., 48.]);
        let reading = read(&Question { desired: Desired::Higher, ..Question::about(&trend) });
        let signal = reading.signal.unwrap();
        assert_eq!(
            (signal.pattern, signal.meaning),
            (Pattern::Trend { points: 7 }, Meaning::Worse)
        );
        assert_eq!(reading.level, Level::Undecided);
        let near = after_ordinary(&[70., 70.]);
        let reading = read(&Question::about(&near));
        let signal = reading.signal.unwrap();
        assert_eq!((signal.pattern, signal.meaning), (Pattern::NearLimit, Meaning::Neutral));
        assert_eq!(reading.level, Level::High);
    }

    #[test]
    fn an_ordinary_value_far_from_the_mean_is_neither_high_nor_low() {
        let values = after_ordinary(&[70.0]);
        let reading = read(&Question::about(&values));
        assert_eq!((reading.signal, reading.level), (None, Level::Unchanged));
        let values = after_ordinary(&[58., 57., 58., 57., 58., 57., 58., 49.]);
        let reading = read(&Question::about(&values));
        assert_eq!((reading.signal, reading.level), (None, Level::Undecided));
    }

    #[test]
    fn few_values_give_facts_but_no_claims() {
        let values = all(&[40., 42., 41., 90.]);
        let reading = read(&Question {
            desired: Desired::Higher,
            target: Target::AtLeast(80.0),
            ..Question::about(&values)
        });
        assert_eq!(reading.evidence, Evidence::TooFew { observed: 4 });
        assert_eq!((reading.signal, reading.limits), (None, None));
        assert_eq!(reading.assurance, Assurance::NotApplicable);
        assert_eq!(reading.target_met, Some(true));
        assert_eq!(reading.level, Level::Undecided);
        assert_eq!(reading.extreme, Some(Extreme::Highest));
        let change = reading.change.unwrap();
        assert_eq!(change.since, Observation { index: 2, value: 41.0 });
        assert_eq!((change.movement, change.meaning), (Some(Movement::Up), Meaning::Better));
    }

    #[test]
    fn trial_limits_give_a_possible_signal() {
        let values = all(&[1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 30.]);
        let reading = read(&Question { desired: Desired::Lower, ..Question::about(&values) });
        assert_eq!(reading.evidence, Evidence::Trial { observed: 11 });
        assert!(reading.signal.unwrap().possible);
    }

    #[test]
    fn a_missing_latest_period_says_nothing_about_the_period() {
        let mut values = after_ordinary(&[]);
        values.push(None);
        let question = Question { target: Target::AtLeast(10.0), ..Question::about(&values) };
        let finding = Finding::read(&question).unwrap();
        let last = Some(Observation { index: 11, value: 55.0 });
        assert_eq!(finding, Finding::Missing { last, unreported_signals: vec![] });
        assert_eq!(finding.deviates(), Deviates::Unknown);
        let nothing = Finding::Missing { last: None, unreported_signals: vec![] };
        assert_eq!(Finding::read(&Question::about(&[])).unwrap(), nothing);
        assert_eq!(Finding::read(&Question::about(&[None, None])).unwrap(), nothing);
    }

    #[test]
    fn an_earlier_worsening_needs_words_even_when_the_latest_outcome_is_missing() {
        let mut values = after_ordinary(&[90.0]);
        values.push(None);
        let question = Question { desired: Desired::Lower, ..Question::about(&values) };
        let Deviates::Yes(reasons) = Finding::read(&question).unwrap().deviates() else {
            panic!("a known worsening needs words");
        };
        assert!(matches!(reasons[..], [Deviation::Worsening(Signal { index: 12, .. })]));
    }

    #[test]
    fn a_reported_worsening_needs_no_words_again() {
        let values = after_ordinary(&[90.0, 50.0]);
        let question = Question { desired: Desired::Lower, ..Question::about(&values) };
        let deviates = |reported_periods| {
            Finding::read(&Question { reported_periods, ..question }).unwrap().deviates()
        };
        assert!(matches!(deviates(12), Deviates::Yes(_)));
        assert_eq!(deviates(13), Deviates::No);
    }

    #[test]
    fn a_target_that_is_not_met_needs_words_and_neutral_signals_do_not() {
        let values = after_ordinary(&[90.0]);
        let neutral = Question::about(&values);
        assert_eq!(Finding::read(&neutral).unwrap().deviates(), Deviates::No);
        let above = Question { target: Target::AtMost(60.0), ..neutral };
        assert_eq!(
            Finding::read(&above).unwrap().deviates(),
            Deviates::Yes(vec![Deviation::TargetNotMet])
        );
    }

    #[test]
    fn comparison_is_with_the_same_month_last_year_when_so_asked() {
        let mut values = all(&[30., 10., 10., 10., 10., 10., 10., 10., 10., 10., 10., 10., 20.]);
        let yearly = NonZeroUsize::new(12).unwrap();
        let question = Question { comparable_step: yearly, ..Question::about(&values) };
        let change = read(&question).change.unwrap();
        assert_eq!(change.since, Observation { index: 0, value: 30.0 });
        assert_eq!(change.movement, Some(Movement::Down));
        values[0] = None;
        let question = Question { comparable_step: yearly, ..Question::about(&values) };
        assert_eq!(read(&question).change, None);
    }

    #[test]
    fn nothing_before_a_break_is_comparable() {
        let values = all(&[10., 11., 12., 40.]);
        let breaks = [Break { first: 3, locked: None, reason: "Ny organisation".to_owned() }];
        let reading = read(&Question { breaks: &breaks, ..Question::about(&values) });
        assert_eq!((reading.change, reading.extreme), (None, None));
        assert_eq!(reading.level, Level::Undecided);
        assert_eq!(reading.evidence, Evidence::TooFew { observed: 1 });
    }

    #[test]
    fn a_second_outcome_is_neither_highest_nor_lowest_yet_and_a_third_may_be() {
        assert_eq!(read(&Question::about(&all(&[4., 5.]))).extreme, None);
        assert_eq!(read(&Question::about(&all(&[4., 5., 6.]))).extreme, Some(Extreme::Highest));
        assert_eq!(read(&Question::about(&all(&[4., 5., 3.]))).extreme, Some(Extreme::Lowest));
        assert_eq!(read(&Question::about(&all(&[4., 5., 4.]))).extreme, None);
    }

    #[test]
    fn equal_outcomes_are_unchanged() {
        let reading = read(&Question::about(&[Some(4.0), None, Some(4.0)]));
        assert_eq!(reading.level, Level::Unchanged);
        let change = reading.change.unwrap();
        assert_eq!(
            (change.since.index, change.movement, change.meaning),
            (0, None, Meaning::Neutral)
        );
        assert_eq!(reading.extreme, None);
    }

    #[test]
    fn wrong_data_is_refused() {
        let values = all(&[80., 120.]);
        let per_cent = NaturalBounds { lowest: Some(0.0), highest: Some(100.0) };
        let question = Question { bounds: per_cent, ..Question::about(&values) };
        assert_eq!(Finding::read(&question), Err(SeriesProblem::OutsideBounds { index: 1 }));
        let question = Question { target: Target::AtLeast(f64::NAN), ..Question::about(&values) };
        assert_eq!(Finding::read(&question), Err(SeriesProblem::UnusableTarget));
        let infinite = all(&[f64::INFINITY]);
        assert_eq!(
            Finding::read(&Question::about(&infinite)),
            Err(SeriesProblem::NotFinite { index: 0 })
        );
    }

    proptest! {
        #[test]
        fn what_is_better_when_higher_is_desired_is_worse_when_lower_is(
            values in prop::collection::vec(prop::option::weighted(0.95, -30..30_i32), 1..40),
        ) {
            let values: Vec<Option<f64>> = values.into_iter().map(|value| value.map(f64::from)).collect();
            let signals = |desired| {
                let finding = Finding::read(&Question { desired, ..Question::about(&values) }).unwrap();
                finding.unreported_signals().to_vec()
            };
            let (higher, lower) = (signals(Desired::Higher), signals(Desired::Lower));
            prop_assert_eq!(higher.len(), lower.len());
            for (one, other) in higher.iter().zip(&lower) {
                prop_assert_eq!(one.index, other.index);
                prop_assert_ne!(one.meaning, other.meaning);
                prop_assert_ne!(one.meaning, Meaning::Neutral);
            }
            prop_assert!(higher.windows(2).all(|pair| pair[0].index < pair[1].index), "one mark per point");
        }

        #[test]
        fn a_finding_rests_on_few_values_without_signal_or_assurance(
            values in prop::collection::vec(-1e6..1e6_f64, 1..6),
        ) {
            let values = all(&values);
            let question = Question { desired: Desired::Higher, target: Target::AtLeast(0.0), ..Question::about(&values) };
            let reading = read(&question);
            prop_assert_eq!((reading.signal, reading.assurance), (None, Assurance::NotApplicable));
            prop_assert_eq!(reading.evidence, Evidence::TooFew { observed: values.len() });
        }
    }
}

//! What can be said about the latest outcome of a measure, as data without language: signal, assurance, evidence, target,
//! change and level. Automatic texts and the question whether a part of a report needs words are made from it.
//! Wrong data is refused and a missing outcome is said to be missing; neither ever becomes a confident sentence.

use std::num::NonZeroUsize;

use super::limits::{Limits, Position, Screening};
use super::rules::{Mark, Movement, Pattern};
use super::target::{Assurance, Desired, Meaning, NaturalBounds, Target};
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
            reported_periods: 0,
        }
    }
}

/// An observed outcome and the index of its period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// Index of the period in the series.
    pub index: usize,
    /// The outcome, in the measure's own unit.
    pub value: f64,
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

/// The difference from the last comparable outcome. A plain difference between two outcomes, which may be chance: only
/// a [`Signal`] says that something has changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The outcome compared with.
    pub since: Observation,
    /// Which way, none when the outcomes are equal.
    pub movement: Option<Movement>,
    /// Whether that is the desired way; neutral when equal.
    pub meaning: Meaning,
}

/// How the latest outcome stands to the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Beyond the upper near limit, or part of a shift upwards.
    High,
    /// Beyond the lower near limit, or part of a shift downwards.
    Low,
    /// Inside the near limits without a signal, or equal to every earlier outcome.
    Unchanged,
    /// Too few outcomes to say, or on its way in a trend.
    Undecided,
}

/// A plain fact about the order of outcomes, which needs no limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    /// Higher than every earlier outcome of the segment, of which there are at least two.
    Highest,
    /// Lower than every earlier outcome of the segment, of which there are at least two.
    Lowest,
}

/// Everything that can be said about an observed latest outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The outcome of the period asked about.
    pub latest: Observation,
    /// The special cause that the latest outcome is part of.
    pub signal: Option<Signal>,
    /// Special causes at periods that no report has covered, the latest included, in time order.
    pub unreported_signals: Vec<Signal>,
    /// Whether the present way of working reaches the target. As tentative as the evidence.
    pub assurance: Assurance,
    /// How many outcomes of the latest segment all this rests on.
    pub evidence: Evidence,
    /// Limits of the latest segment.
    pub limits: Option<Limits>,
    /// Whether the latest outcome meets the target, none without a target.
    pub target_met: Option<bool>,
    /// Difference from the last comparable outcome of the same segment, none when there is none.
    pub change: Option<Change>,
    /// High, low or unchanged against earlier outcomes of the segment.
    pub level: Level,
    /// Whether no earlier outcome was as high, or as low.
    pub extreme: Option<Extreme>,
}

/// What can be said about the period asked about.
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

/// Why a part of a report needs words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// A special cause for the worse that no report has covered. A merely possible one counts, and says so.
    Worsening(Signal),
    /// The latest outcome does not meet the target.
    TargetNotMet,
}

/// Whether a part of a report needs words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deviates {
    /// It does, for at least one reason.
    Yes(Vec<Deviation>),
    /// It goes as expected.
    No,
    /// The outcome is missing, so nobody can say that it goes as expected.
    Unknown,
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
        if let Some(wrong) = observations.iter().find(|observed| !question.bounds.contain(observed.value)) {
            return Err(SeriesProblem::OutsideBounds { index: wrong.index });
        }
        let unreported_signals = unreported_signals(question, &chart.marks);
        let last = observations.last().copied();
        let Some(latest) = last.filter(|observed| observed.index + 1 == question.values.len()) else {
            return Ok(Self::Missing { last, unreported_signals });
        };
        let Some(segment) = chart.segment_at(latest.index) else {
            return Ok(Self::Missing { last, unreported_signals });
        };
        let earlier: Vec<Observation> = observations
            .into_iter()
            .filter(|observed| segment.points.contains(&observed.index) && observed.index < latest.index)
            .collect();
        let mark = chart.marks.last().copied().flatten();
        let limits = segment.limits;
        Ok(Self::Observed(Reading {
            latest,
            signal: mark.map(|mark| signal(latest.index, mark, question.desired)),
            unreported_signals,
            assurance: question.target.assurance(limits.as_ref()),
            evidence: segment.evidence,
            limits,
            target_met: question.target.is_met_by(latest.value),
            change: change(question, latest, &earlier),
            level: level(latest, &earlier, mark, limits.as_ref()),
            extreme: extreme(latest, &earlier),
        }))
    }

    /// Whether the part of a report that is about this measure needs words: an unreported special cause for the worse, or
    /// a target that is not met. Late activities, risks and questions from others are not known here.
    pub fn deviates(&self) -> Deviates {
        let worsening = self
            .unreported_signals()
            .iter()
            .filter(|signal| signal.meaning == Meaning::Worse)
            .map(|signal| Deviation::Worsening(*signal));
        let not_met = matches!(self, Self::Observed(Reading { target_met: Some(false), .. }));
        let reasons: Vec<Deviation> = worsening.chain(not_met.then_some(Deviation::TargetNotMet)).collect();
        match self {
            _ if !reasons.is_empty() => Deviates::Yes(reasons),
            Self::Missing { .. } => Deviates::Unknown,
            Self::Observed(_) => Deviates::No,
        }
    }

    /// The latest unreported special cause for the better: the occasion to ask what was done.
    pub fn improvement(&self) -> Option<Signal> {
        self.unreported_signals().iter().rev().find(|signal| signal.meaning == Meaning::Better).copied()
    }

    fn unreported_signals(&self) -> &[Signal] {
        match self {
            Self::Missing { unreported_signals, .. } | Self::Observed(Reading { unreported_signals, .. }) => {
                unreported_signals
            }
        }
    }
}

fn observations(values: &[Option<f64>]) -> Vec<Observation> {
    let observed = |(index, value): (usize, &Option<f64>)| value.map(|value| Observation { index, value });
    values.iter().enumerate().filter_map(observed).collect()
}

fn unreported_signals(question: &Question<'_>, marks: &[Option<Mark>]) -> Vec<Signal> {
    marks
        .iter()
        .enumerate()
        .skip(question.reported_periods)
        .filter_map(|(index, mark)| Some(signal(index, (*mark)?, question.desired)))
        .collect()
}

fn signal(index: usize, mark: Mark, desired: Desired) -> Signal {
    let Mark { pattern, movement, possible } = mark;
    Signal { index, pattern, movement, meaning: desired.meaning(movement), possible }
}

fn change(question: &Question<'_>, latest: Observation, earlier: &[Observation]) -> Option<Change> {
    let step = question.comparable_step.get();
    let comparable = |observed: &&Observation| (latest.index - observed.index).is_multiple_of(step);
    let since = *earlier.iter().rev().find(comparable)?;
    let movement = if latest.value > since.value {
        Some(Movement::Up)
    } else if latest.value < since.value {
        Some(Movement::Down)
    } else {
        None
    };
    let meaning = movement.map_or(Meaning::Neutral, |movement| question.desired.meaning(movement));
    Some(Change { since, movement, meaning })
}

fn level(latest: Observation, earlier: &[Observation], mark: Option<Mark>, limits: Option<&Limits>) -> Level {
    let Some(limits) = limits else {
        let all_equal = !earlier.is_empty()
            && earlier.iter().all(|observed| observed.value >= latest.value && observed.value <= latest.value);
        return if all_equal { Level::Unchanged } else { Level::Undecided };
    };
    let side = match (limits.position(latest.value), mark) {
        (Position::Outside(side) | Position::Near(side), _) => side,
        (_, Some(Mark { pattern: Pattern::Shift { .. }, movement, .. })) => movement,
        (_, Some(_)) => return Level::Undecided,
        (_, None) => return Level::Unchanged,
    };
    match side {
        Movement::Up => Level::High,
        Movement::Down => Level::Low,
    }
}

fn extreme(latest: Observation, earlier: &[Observation]) -> Option<Extreme> {
    if earlier.len() < 2 {
        None
    } else if earlier.iter().all(|observed| latest.value > observed.value) {
        Some(Extreme::Highest)
    } else if earlier.iter().all(|observed| latest.value < observed.value) {
        Some(Extreme::Lowest)
    } else {
        None
    }
}

//! What charts are made of: points in time order, baselines and reference lines.

use crate::scale::usable;
use crate::theme::Ink;

/// Which of the two drawings of a chart: pages carry both and show the one that fits, so that
/// text is never scaled below twelve pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Width {
    /// For containers of 32 rem and more.
    #[default]
    Wide,
    /// For narrow containers and phones.
    Narrow,
}

/// What analysis says about a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Mark {
    /// Within usual variation: a small disc.
    #[default]
    Usual,
    /// Part of a change for the better: a larger disc.
    Better,
    /// Part of a change for the worse: a diamond.
    Worse,
    /// Part of a change without a desired direction: a square.
    Neutral,
}

impl Mark {
    /// The colour of the mark itself.
    pub(crate) fn ink(self) -> Ink {
        match self {
            Self::Usual => Ink::Neutral,
            Self::Better => Ink::Good,
            Self::Worse => Ink::Concern,
            Self::Neutral => Ink::Event,
        }
    }

    /// The colour of a value written beside the mark.
    pub(crate) fn text_ink(self) -> Ink {
        match self {
            Self::Usual => Ink::Text,
            other => other.ink(),
        }
    }
}

/// How settled a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum PointState {
    /// Settled: filled mark.
    #[default]
    Final,
    /// May still change: hollow mark.
    Preliminary,
    /// Not yet happened: hollow mark, dashed line to it.
    Forecast,
}

/// One value of a series, or the lack of one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Point {
    /// The value; `None` draws a gap.
    pub value: Option<f64>,
    /// The period, as written on the time axis. Empty is never written.
    pub label: String,
    /// What analysis says about it.
    pub mark: Mark,
    /// How settled it is.
    pub state: PointState,
}

impl Point {
    /// A settled point within usual variation.
    pub fn new(value: f64, label: impl Into<String>) -> Self {
        Self { value: Some(value), label: label.into(), ..Self::default() }
    }

    /// A period whose value is missing.
    pub fn missing(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// The same point with a mark.
    #[must_use]
    pub fn marked(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// The same point in another state.
    #[must_use]
    pub fn in_state(mut self, state: PointState) -> Self {
        self.state = state;
        self
    }

    /// Nothing but a value: no signal, and settled.
    pub(crate) fn is_plain(&self) -> bool {
        self.mark == Mark::Usual && self.state == PointState::Final
    }

    pub(crate) fn drawn(&self) -> Option<f64> {
        usable(self.value)
    }
}

/// The last point that has a value, with its place in the series.
pub(crate) fn last_drawn(points: &[Point]) -> Option<(usize, f64, &Point)> {
    let with_value = |(i, p): (usize, &'_ Point)| p.drawn().map(|v| (i, v));
    points
        .iter()
        .enumerate()
        .rev()
        .find_map(with_value)
        .and_then(|(i, v)| points.get(i).map(|p| (i, v, p)))
}

/// Whether the line alone would not show the point: the last one is marked as such, and one
/// between two gaps has no line.
pub(crate) fn is_end_or_alone(points: &[Point], i: usize) -> bool {
    let missing = |p: Option<&Point>| p.is_none_or(|p| p.drawn().is_none());
    let alone = missing(i.checked_sub(1).and_then(|k| points.get(k))) && missing(points.get(i + 1));
    alone || points.iter().skip(i + 1).all(|p| p.drawn().is_none())
}

/// Mean and natural limits that hold for a run of points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// Index of the first point it holds for.
    pub first: usize,
    /// Index of the last point it holds for.
    pub last: usize,
    /// The mean of the baseline.
    pub mean: f64,
    /// Lower natural process limit.
    pub lower: f64,
    /// Upper natural process limit.
    pub upper: f64,
}

impl Baseline {
    /// Whether all three lines can be drawn and it covers at least one of `points` points.
    pub(crate) fn is_drawable(&self, points: usize) -> bool {
        self.first <= self.last
            && self.first < points
            && [self.mean, self.lower, self.upper].iter().all(|v| usable(Some(*v)).is_some())
            && self.lower <= self.upper
    }
}

/// A value to compare with, and the words beside its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where the line is.
    pub value: f64,
    /// What it says, for example "Mål 6,5".
    pub label: String,
}

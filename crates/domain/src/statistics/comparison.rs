//! The latest outcome beside the earlier ones: which way it went, whether the level is high, low or unchanged, and whether
//! no earlier outcome was as high or as low. Answers which outcomes are high or low, which stay at the same level, and in
//! which direction change has gone.

use std::cmp::Ordering;
use std::num::NonZeroUsize;

use super::limits::{Limits, Position};
use super::rules::{Mark, Movement, Pattern};
use super::target::{Desired, Meaning};

/// An observed outcome and the index of its period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// Index of the period in the series.
    pub index: usize,
    /// The outcome, in the measure's own unit.
    pub value: f64,
}

/// The difference from the last comparable outcome. A plain difference between two outcomes, which may be chance: only
/// a [`Signal`](super::finding::Signal) says that something has changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The outcome compared with.
    pub since: Observation,
    /// Which way, none when the outcomes are equal.
    pub movement: Option<Movement>,
    /// Whether that is the desired way; neutral when equal.
    pub meaning: Meaning,
}

/// How the latest outcome stands to what is usual. It never says more than the signal does: an ordinary
/// value far from the mean is an ordinary value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A special cause upwards: outside or near the upper limit, or part of a shift upwards.
    High,
    /// A special cause downwards.
    Low,
    /// Inside the limits without a signal, or equal to every earlier outcome.
    Unchanged,
    /// Too few outcomes to say, on its way in a trend, right after a run, or in a series that follows the
    /// seasons.
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

/// The difference from the nearest earlier outcome a whole number of `step` periods back.
pub(super) fn change(
    latest: Observation,
    earlier: &[Observation],
    step: NonZeroUsize,
    desired: Desired,
) -> Option<Change> {
    let comparable =
        |observed: &&Observation| latest.index.abs_diff(observed.index).is_multiple_of(step.get());
    let since = *earlier.iter().rev().find(comparable)?;
    let movement = match latest.value.partial_cmp(&since.value)? {
        Ordering::Greater => Some(Movement::Up),
        Ordering::Less => Some(Movement::Down),
        Ordering::Equal => None,
    };
    let meaning = movement.map_or(Meaning::Neutral, |movement| desired.meaning(movement));
    Some(Change { since, movement, meaning })
}

pub(super) fn level(
    latest: Observation,
    earlier: &[Observation],
    mark: Option<Mark>,
    limits: Option<&Limits>,
    is_steady: bool,
) -> Level {
    let Some(limits) = limits else {
        return if !earlier.is_empty() && earlier_all(latest, earlier, Ordering::Equal) {
            Level::Unchanged
        } else {
            Level::Undecided
        };
    };
    let Some(mark) = mark else {
        return if is_steady { Level::Unchanged } else { Level::Undecided };
    };
    let side = match (limits.position(latest.value), mark.pattern) {
        (Position::Outside(side) | Position::Near(side), _) => side,
        (_, Pattern::Shift { .. }) => mark.movement,
        _ => return Level::Undecided,
    };
    match side {
        Movement::Up => Level::High,
        Movement::Down => Level::Low,
    }
}

pub(super) fn extreme(latest: Observation, earlier: &[Observation]) -> Option<Extreme> {
    if earlier.len() < 2 {
        None
    } else if earlier_all(latest, earlier, Ordering::Less) {
        Some(Extreme::Highest)
    } else if earlier_all(latest, earlier, Ordering::Greater) {
        Some(Extreme::Lowest)
    } else {
        None
    }
}

fn earlier_all(latest: Observation, earlier: &[Observation], order: Ordering) -> bool {
    earlier.iter().all(|observed| observed.value.partial_cmp(&latest.value) == Some(order))
}

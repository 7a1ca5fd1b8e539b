//! The three grades that can be weighed together.

use serde::{Deserialize, Serialize};

use crate::fulfilment::{Fulfilment, Progress};
use crate::steering::{Scale, Symbol};

/// A grade that says something, worst first. What is missing has no grade and cannot be written as one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Not reached.
    NotReached,
    /// Reached in part.
    Partly,
    /// Reached.
    Reached,
}

impl Grade {
    /// All grades, best first.
    pub const BEST_FIRST: [Self; 3] = [Self::Reached, Self::Partly, Self::NotReached];

    /// The grade of a judgement; none when it says that a judgement is missing.
    pub fn of(level: Fulfilment) -> Option<Self> {
        match level {
            Fulfilment::Achieved => Some(Self::Reached),
            Fulfilment::Partly => Some(Self::Partly),
            Fulfilment::NotAchieved => Some(Self::NotReached),
            Fulfilment::CannotTell | Fulfilment::NotAssessed => None,
        }
    }

    /// The grade of work. What has not begun or rests says nothing yet.
    pub fn of_work(progress: Progress) -> Option<Self> {
        match progress {
            Progress::Done => Some(Self::Reached),
            Progress::Ongoing => Some(Self::Partly),
            Progress::Late | Progress::Cancelled => Some(Self::NotReached),
            Progress::NotStarted | Progress::Paused => None,
        }
    }

    /// The grade of a yes or a no, such as whether a target is met.
    pub fn of_answer(is_met: bool) -> Self {
        if is_met { Self::Reached } else { Self::NotReached }
    }

    /// The grade behind a symbol of a scale; none for what says that a judgement is missing.
    pub fn of_symbol(symbol: Symbol) -> Option<Self> {
        Self::of(Fulfilment::of_symbol(symbol))
    }

    /// As a judgement.
    pub fn fulfilment(self) -> Fulfilment {
        match self {
            Self::Reached => Fulfilment::Achieved,
            Self::Partly => Fulfilment::Partly,
            Self::NotReached => Fulfilment::NotAchieved,
        }
    }

    /// Whether a scale has a level of this grade. A model without a scale has them all.
    pub fn is_on(self, scale: Option<&Scale>) -> bool {
        scale.is_none_or(|scale| {
            scale.judged_levels().any(|level| Self::of_symbol(level.symbol) == Some(self))
        })
    }
}

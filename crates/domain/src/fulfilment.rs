//! How far something is reached, in the few grades that behaviour hangs on.
//!
//! Labels, colours and the number of levels are the steering model's; a level's symbol says which
//! of these grades it is. "Cannot be judged" and "not yet judged" are grades of their own and are
//! never merged with "partly".

use serde::{Deserialize, Serialize};

use crate::measures::codes;
use crate::steering::Symbol;

/// A grade of fulfilment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fulfilment {
    /// Reached.
    Achieved,
    /// Reached in part.
    Partly,
    /// Not reached.
    NotAchieved,
    /// Looked at, and cannot be judged.
    CannotTell,
    /// Nobody has judged yet.
    NotAssessed,
}

codes!(Fulfilment {
    Achieved = "achieved",
    Partly = "partly",
    NotAchieved = "not_achieved",
    CannotTell = "cannot_tell",
    NotAssessed = "not_assessed",
});

impl Fulfilment {
    /// What a level of a steering model's scale means, by its symbol.
    pub fn of_symbol(symbol: Symbol) -> Self {
        match symbol {
            Symbol::Achieved | Symbol::Done => Self::Achieved,
            Symbol::Partly | Symbol::Ongoing => Self::Partly,
            Symbol::NotAchieved | Symbol::Delayed | Symbol::Cancelled => Self::NotAchieved,
            Symbol::NotAssessed | Symbol::Paused => Self::CannotTell,
            Symbol::NotMeasured | Symbol::NotStarted => Self::NotAssessed,
        }
    }
}

/// How far an activity or assignment has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Not begun.
    NotStarted,
    /// Going on.
    Ongoing,
    /// Should have been done.
    Late,
    /// Done.
    Done,
    /// Resting.
    Paused,
    /// Called off; will not be done.
    Cancelled,
}

codes!(Progress {
    NotStarted = "not_started",
    Ongoing = "ongoing",
    Late = "late",
    Done = "done",
    Paused = "paused",
    Cancelled = "cancelled",
});

impl Progress {
    /// What a level of a steering model's scale of progress means, by its symbol; none for what says
    /// that nobody has reported.
    pub fn of_symbol(symbol: Symbol) -> Option<Self> {
        match symbol {
            Symbol::NotStarted => Some(Self::NotStarted),
            Symbol::Ongoing | Symbol::Partly => Some(Self::Ongoing),
            Symbol::Delayed | Symbol::NotAchieved => Some(Self::Late),
            Symbol::Done | Symbol::Achieved => Some(Self::Done),
            Symbol::Paused => Some(Self::Paused),
            Symbol::Cancelled => Some(Self::Cancelled),
            Symbol::NotAssessed | Symbol::NotMeasured => None,
        }
    }

    /// Whether nothing more is waited for: done, resting or called off.
    pub fn rests(self) -> bool {
        matches!(self, Self::Done | Self::Paused | Self::Cancelled)
    }
}

/// Whose judgement it is. Each stage is kept beside the others; none replaces another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The org unit that owns the goal.
    Own,
    /// The administration or the controllers.
    Central,
    /// The body that decides.
    Political,
}

codes!(Stage { Own = "own", Central = "central", Political = "political" });

//! A node of the thread and how far it has come on its way to validity.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{DecisionId, ElementId, OrgUnitId, PersonId};
use crate::steering::{Role, TypeId};

/// How far an element has come on its way to validity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElementState {
    /// Being written.
    Draft,
    /// Laid before the body that decides.
    Proposed,
    /// Decided; never edited after, only superseded.
    Adopted,
    /// Replaced by another.
    Superseded,
    /// Ended without a successor.
    Ended,
    /// A draft thrown away; it can be taken back for a time.
    Discarded,
}

impl ElementState {
    /// All states in order.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Proposed,
        Self::Adopted,
        Self::Superseded,
        Self::Ended,
        Self::Discarded,
    ];

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Adopted => "adopted",
            Self::Superseded => "superseded",
            Self::Ended => "ended",
            Self::Discarded => "discarded",
        }
    }
}

impl std::str::FromStr for ElementState {
    type Err = crate::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|state| state.code() == text).ok_or(crate::ids::NotAnId)
    }
}

/// A node of the thread.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Element {
    /// Identity; survives changes of the model.
    pub id: ElementId,
    /// Its type in the steering model; gives terms, scale and rules.
    pub element_type: TypeId,
    /// The type's role; behaviour hangs on it.
    pub role: Role,
    /// The org unit that owns it.
    pub owner: OrgUnitId,
    /// A short number people use, such as `3` or `3.2`; may be empty.
    pub number: String,
    /// The sentence itself.
    pub title: String,
    /// Explanation; may be empty.
    pub text: String,
    /// Who answers for it.
    pub responsible: Option<PersonId>,
    /// First day, such as an activity's start.
    pub starts_on: Option<Date>,
    /// Last day, such as when an activity shall be done or an assignment reported.
    pub ends_on: Option<Date>,
    /// How far it has come.
    pub state: ElementState,
    /// The decision that made it valid.
    pub decision: Option<DecisionId>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

impl Element {
    /// Whether it holds at some time during a year; what has no first or last day holds always.
    pub fn holds_in(&self, year: i16) -> bool {
        self.starts_on.is_none_or(|day| day.year() <= year)
            && self.ends_on.is_none_or(|day| day.year() >= year)
    }

    /// Whether it is part of today's thread.
    pub fn is_current(&self) -> bool {
        !matches!(
            self.state,
            ElementState::Superseded | ElementState::Ended | ElementState::Discarded
        )
    }

    /// Whether no body has ever decided it, so that only those who plan there know of it.
    pub fn is_undecided(&self) -> bool {
        self.is_editable() || self.state == ElementState::Discarded
    }

    /// Whether its words may be changed in place: what is adopted is only superseded.
    pub fn is_editable(&self) -> bool {
        matches!(self.state, ElementState::Draft | ElementState::Proposed)
    }
}

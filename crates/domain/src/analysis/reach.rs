//! What an analysis may be about, where it stands, and who may do what with it.

use crate::access::{Action, Person};
use crate::ids::OrgUnitId;
use crate::organisation::Organisation;

/// A stored name that is none of ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no such code")]
pub struct UnknownCode;

/// What an analysis is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SubjectKind {
    /// One measure.
    Measure,
    /// A goal, with what measures it and what hangs under it.
    Goal,
    /// A deviation that is told in an account.
    Deviation,
    /// A whole account.
    Report,
    /// What many have said.
    Feedback,
    /// A survey.
    Survey,
    /// A project.
    Project,
    /// The steering model itself.
    Model,
    /// Something else, in words.
    Other,
}

impl SubjectKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Measure,
        Self::Goal,
        Self::Deviation,
        Self::Report,
        Self::Feedback,
        Self::Survey,
        Self::Project,
        Self::Model,
        Self::Other,
    ];

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Goal => "goal",
            Self::Deviation => "deviation",
            Self::Report => "report",
            Self::Feedback => "feedback",
            Self::Survey => "survey",
            Self::Project => "project",
            Self::Model => "model",
            Self::Other => "other",
        }
    }

    /// Whether it is told in words alone.
    pub fn is_in_words(self) -> bool {
        matches!(self, Self::Feedback | Self::Survey | Self::Project | Self::Other)
    }
}

impl std::str::FromStr for SubjectKind {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::ALL.into_iter().find(|one| one.code() == text).ok_or(UnknownCode)
    }
}

/// Where an analysis stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AnalysisState {
    /// Being written.
    Open,
    /// Concluded: read by all, changed by nobody until it is opened again.
    Concluded,
    /// Thrown away; can be taken back.
    Thrown,
}

impl AnalysisState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Open, Self::Concluded, Self::Thrown];

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Concluded => "concluded",
            Self::Thrown => "thrown",
        }
    }
}

impl std::str::FromStr for AnalysisState {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::ALL.into_iter().find(|one| one.code() == text).ok_or(UnknownCode)
    }
}

/// Who an analysis is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Circle {
    /// Those who work at the org unit while it is written, everybody when it is concluded.
    Organisation,
    /// Those who take part in a conversation, and nobody else.
    Conversation,
}

/// An analysis as far as rights go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Whose it is.
    pub org_unit: OrgUnitId,
    /// Who it is for.
    pub circle: Circle,
    /// Where it stands.
    pub state: AnalysisState,
    /// Whether the visitor is invited to it, or began it.
    pub takes_part: bool,
}

/// Something one does with an analysis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doing {
    /// Reads it.
    Read,
    /// Writes in its steps.
    Write,
    /// Invites, concludes, opens it again, throws it away.
    Lead,
}

/// Whether a person may do something with an analysis. What one may not read does not exist for one.
pub fn may(person: &Person, doing: Doing, place: &Place, organisation: &Organisation) -> bool {
    let can = |action| person.may(action, place.org_unit, organisation);
    if place.circle == Circle::Conversation {
        return place.takes_part;
    }
    let works = can(Action::Analyse);
    match doing {
        Doing::Read if place.state == AnalysisState::Concluded => {
            works || place.takes_part || person.may_somewhere(Action::ReadThread)
        }
        Doing::Read if place.state == AnalysisState::Open => {
            works || place.takes_part || can(Action::ReadDrafts)
        }
        Doing::Read | Doing::Lead => works,
        Doing::Write => works || place.takes_part,
    }
}

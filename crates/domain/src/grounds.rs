//! The grounds of a goal: why it looks as it does, and how and when one will know how it goes.
//!
//! What may be said hangs on the role. Nothing has to be said here; a common minimum that demands
//! some of it is a matter of its own.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::{ElementId, NotAnId};
use crate::steering::Role;

/// Longest text of one ground, in letters.
pub const LONGEST_GROUND: usize = 2_000;

/// Which side of the municipality's good economy a goal is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Perspective {
    /// Money.
    Finance,
    /// What is done for those who live and work here.
    Operations,
}

impl Perspective {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Finance, Self::Operations];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Finance => "finance",
            Self::Operations => "operations",
        }
    }

    /// Whether elements with this role have a perspective.
    pub const fn is_of(role: Role) -> bool {
        matches!(role, Role::Goal | Role::Mission | Role::Criterion)
    }
}

impl FromStr for Perspective {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Self::ALL.into_iter().find(|one| one.code() == text).ok_or(NotAnId)
    }
}

/// One thing that can be said about why a goal looks as it does. Closed: forms, columns and
/// requirements hang on it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// How and when it is followed up.
    FollowUp,
    /// How and when it is evaluated.
    Evaluation,
    /// How and when the result is analysed.
    Analysis,
    /// How things are today.
    PresentState,
    /// How things shall be.
    WantedState,
    /// What changes in the world outside.
    Outside,
    /// Why just this level: realistic and yet a challenge.
    Level,
    /// Whom the level is measured against.
    Example,
    /// The long-term strategy that the goal is a step in.
    Strategy,
    /// The ambition for service and quality.
    Ambition,
    /// What those who live and work here will notice.
    Inhabitants,
}

/// Grounds that are asked for together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GroundTheme {
    /// How one will know how it goes.
    Knowing,
    /// From where and to where.
    State,
    /// What it is for.
    Purpose,
}

impl GroundTheme {
    /// All themes, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::Knowing, Self::State, Self::Purpose];
}

impl Ground {
    /// All, in the order that they are kept.
    pub const ALL: [Self; 11] = [
        Self::FollowUp,
        Self::Evaluation,
        Self::Analysis,
        Self::PresentState,
        Self::WantedState,
        Self::Outside,
        Self::Level,
        Self::Example,
        Self::Strategy,
        Self::Ambition,
        Self::Inhabitants,
    ];

    /// The name in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FollowUp => "foljs-upp",
            Self::Evaluation => "utvarderas",
            Self::Analysis => "analyseras",
            Self::PresentState => "nulage",
            Self::WantedState => "onskat-lage",
            Self::Outside => "omvarld",
            Self::Level => "niva",
            Self::Example => "forebild",
            Self::Strategy => "strategi",
            Self::Ambition => "ambition",
            Self::Inhabitants => "invanare",
        }
    }

    /// What it is asked for together with.
    pub const fn theme(self) -> GroundTheme {
        match self {
            Self::FollowUp | Self::Evaluation | Self::Analysis => GroundTheme::Knowing,
            Self::PresentState
            | Self::WantedState
            | Self::Outside
            | Self::Level
            | Self::Example => GroundTheme::State,
            Self::Strategy | Self::Ambition | Self::Inhabitants => GroundTheme::Purpose,
        }
    }

    /// What can be said about elements with a role; nothing about what comes from outside, what is
    /// only a heading, and what is short work.
    pub const fn of(role: Role) -> &'static [Self] {
        match role {
            Role::Goal => &Self::ALL,
            Role::Direction => &[Self::PresentState, Self::WantedState, Self::Outside],
            Role::Mission => &[
                Self::FollowUp,
                Self::Evaluation,
                Self::Analysis,
                Self::PresentState,
                Self::Outside,
                Self::Strategy,
                Self::Ambition,
                Self::Inhabitants,
            ],
            Role::Assignment => &[Self::FollowUp, Self::Evaluation, Self::Inhabitants],
            Role::Criterion => &[Self::FollowUp, Self::Level, Self::Example, Self::Inhabitants],
            Role::Promise => &[
                Self::FollowUp,
                Self::Evaluation,
                Self::Level,
                Self::Example,
                Self::Ambition,
                Self::Inhabitants,
            ],
            Role::Risk | Role::Control => &[Self::FollowUp],
            Role::Grouping | Role::Measure | Role::Activity | Role::External => &[],
        }
    }
}

/// The grounds of one element, as far as anybody has said them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Grounds {
    /// What they are the grounds of.
    pub element: ElementId,
    /// The perspective, if chosen.
    pub perspective: Option<Perspective>,
    /// What has been said; an empty text is not here.
    pub texts: BTreeMap<Ground, String>,
    /// The element's version when they were last changed.
    pub version: i64,
}

impl Grounds {
    /// Nothing said.
    pub fn none(element: ElementId) -> Self {
        Self { element, perspective: None, texts: BTreeMap::new(), version: 0 }
    }

    /// Says one thing; an empty text unsays it.
    #[must_use]
    pub fn with(mut self, ground: Ground, text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            self.texts.remove(&ground);
        } else {
            self.texts.insert(ground, text.to_owned());
        }
        self
    }

    /// What is said of one thing.
    pub fn text(&self, ground: Ground) -> Option<&str> {
        self.texts.get(&ground).map(String::as_str)
    }

    /// Whether nothing at all is said.
    pub fn is_empty(&self) -> bool {
        self.perspective.is_none() && self.texts.is_empty()
    }

    /// Whether they say the same as others, of whatever element and version.
    pub fn says_as(&self, other: &Self) -> bool {
        self.perspective == other.perspective && self.texts == other.texts
    }

    /// The same grounds for another element, such as the one that takes its place.
    #[must_use]
    pub fn for_element(&self, element: ElementId, version: i64) -> Self {
        Self { element, version, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_is_not_said() {
        let element = ElementId::from([1; 16]);
        let grounds = Grounds::none(element).with(Ground::FollowUp, "  I delåret ");
        assert_eq!(grounds.text(Ground::FollowUp), Some("I delåret"));
        assert!(!grounds.is_empty());
        assert!(grounds.with(Ground::FollowUp, " \n").is_empty());
    }

    #[test]
    fn names_are_told_apart_and_read_back() {
        let mut codes: Vec<&str> = Ground::ALL.iter().map(|one| one.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Ground::ALL.len());
        for one in Perspective::ALL {
            assert_eq!(one.code().parse(), Ok(one));
        }
        assert!("ekonomi".parse::<Perspective>().is_err());
    }

    #[test]
    fn what_comes_from_outside_has_no_grounds_of_ours() {
        assert!(Ground::of(Role::External).is_empty());
        assert_eq!(Ground::of(Role::Goal).len(), Ground::ALL.len());
        for role in Role::ALL {
            let of_theme = |ground: &Ground| GroundTheme::ALL.contains(&ground.theme());
            assert!(Ground::of(*role).iter().all(of_theme));
        }
    }

    #[test]
    fn the_same_words_for_another_element_are_the_same_words() {
        let grounds = Grounds::none(ElementId::from([1; 16])).with(Ground::Level, "Som i fjol");
        let other = grounds.for_element(ElementId::from([2; 16]), 4);
        assert!(other.says_as(&grounds) && other != grounds);
    }
}

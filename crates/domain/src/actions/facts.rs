//! What is said of an action when it is proposed.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{AnalysisId, ElementId, OrgUnitId, PartId};
use crate::measures::codes;

/// Most letters of the expected effect, and of how it is followed up.
pub const LONGEST_TOLD: usize = 1_000;
/// Most letters of a link.
const LONGEST_LINK: usize = 500;
/// Months from the day an action is to be done until its effect is asked for, unless a day is chosen:
/// three values of what is measured each month.
pub const MONTHS_TO_EFFECT: i32 = 3;
/// Most years ahead that an effect may be asked for.
const LATEST_YEARS: i32 = 5;

/// What kind of improvement an action is (seed 002 names them).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImprovementKind {
    /// How people work together from day to day.
    WorkingMethods,
    /// Who does what, and who leads.
    Organisation,
    /// How something recurring is done.
    Routine,
    /// The way of a matter from beginning to end, drawn and looked at.
    Mapping,
    /// With others, within the municipality or outside.
    Cooperation,
    /// E-services and digital ways of working.
    Digital,
    /// What those who work know and can.
    Competence,
    /// Something else.
    Other,
}

codes!(ImprovementKind {
    WorkingMethods = "working_methods",
    Organisation = "organisation",
    Routine = "routine",
    Mapping = "mapping",
    Cooperation = "cooperation",
    Digital = "digital",
    Competence = "competence",
    Other = "other",
});

/// Which way the measure is expected to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// It rises.
    Up,
    /// It falls.
    Down,
    /// It stays where it is.
    Still,
}

codes!(Wanted { Up = "up", Down = "down", Still = "still" });

/// Where an action came from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A deviation that an account tells of.
    Part(PartId),
    /// An analysis.
    Analysis(AnalysisId),
}

impl Origin {
    /// The stored name of the kind.
    pub fn code(self) -> &'static str {
        match self {
            Self::Part(_) => "part",
            Self::Analysis(_) => "analysis",
        }
    }

    /// The identity that storage keeps.
    pub fn bytes(self) -> [u8; 16] {
        match self {
            Self::Part(id) => id.bytes(),
            Self::Analysis(id) => id.bytes(),
        }
    }

    /// What storage kept; none for a kind that is not known.
    pub fn read(code: &str, id: [u8; 16]) -> Option<Self> {
        match code {
            "part" => Some(Self::Part(id.into())),
            "analysis" => Some(Self::Analysis(id.into())),
            _ => None,
        }
    }
}

/// What is said of an action beside what every activity has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ActionFacts {
    /// The activity.
    pub element: ElementId,
    /// What kind of improvement it is.
    pub kind: Option<ImprovementKind>,
    /// What is expected to become better, in words.
    pub expected: String,
    /// The measure where it would be seen.
    pub measure: Option<ElementId>,
    /// Whose values of the measure; none for the activity's own org unit.
    pub org_unit: Option<OrgUnitId>,
    /// Which way the measure is expected to go.
    pub wanted: Option<Wanted>,
    /// How it is followed up, in words.
    pub followed_by: String,
    /// The day the effect is asked for.
    pub ask_on: Option<Date>,
    /// A link to a drawn process.
    pub map_link: String,
    /// Where the action came from.
    pub origin: Option<Origin>,
    /// Who proposed it.
    pub person_name: String,
    /// When it was proposed, in microseconds since 1970 in UTC.
    pub at: i64,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

impl ActionFacts {
    /// Of an action of which nothing is said.
    pub fn none(element: ElementId) -> Self {
        Self {
            element,
            kind: None,
            expected: String::new(),
            measure: None,
            org_unit: None,
            wanted: None,
            followed_by: String::new(),
            ask_on: None,
            map_link: String::new(),
            origin: None,
            person_name: String::new(),
            at: 0,
            version: 1,
        }
    }

    /// Everything that hinders what is said from being kept. `ends_on` is when the action is to be
    /// done.
    ///
    /// # Errors
    /// Every problem there is, in the order of the fields.
    pub fn check(&self, ends_on: Option<Date>, today: Date) -> Result<(), Vec<FactsProblem>> {
        let mut problems = Vec::new();
        let written = self.expected.chars().count();
        if written > LONGEST_TOLD {
            problems.push(FactsProblem::LongExpected { written });
        }
        if self.measure.is_none() && self.wanted.is_some() {
            problems.push(FactsProblem::DirectionOfNothing);
        }
        let written = self.followed_by.chars().count();
        if written > LONGEST_TOLD {
            problems.push(FactsProblem::LongFollowedBy { written });
        }
        if let Some(day) = self.ask_on {
            let latest = today.checked_add(LATEST_YEARS.years()).unwrap_or(today);
            if ends_on.is_some_and(|ends| day < ends) {
                problems.push(FactsProblem::AskedBeforeDone);
            } else if day > latest {
                problems.push(FactsProblem::AskedTooLate { latest });
            }
        }
        if !self.map_link.is_empty() && !is_safe_link(&self.map_link) {
            problems.push(FactsProblem::UnsafeLink);
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }
}

/// Why what is said of an action cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FactsProblem {
    /// The expected effect has more letters than there is room for.
    #[error("the expected effect has {written} letters")]
    LongExpected {
        /// How many it has.
        written: usize,
    },
    /// A direction is chosen and no measure.
    #[error("a direction needs a measure")]
    DirectionOfNothing,
    /// How it is followed up has more letters than there is room for.
    #[error("how it is followed up has {written} letters")]
    LongFollowedBy {
        /// How many it has.
        written: usize,
    },
    /// The effect would be asked for before the action is done.
    #[error("the effect is asked for before the action is done")]
    AskedBeforeDone,
    /// The effect would be asked for in a far future.
    #[error("the effect may be asked for on {latest} at the latest")]
    AskedTooLate {
        /// The last day.
        latest: Date,
    },
    /// The link is not one to follow: not https, or not an address of a page.
    #[error("the link is not safe")]
    UnsafeLink,
}

/// The day the effect of an action that is done on a day is usually asked for.
pub fn usual_day(ends_on: Date) -> Date {
    ends_on.checked_add(MONTHS_TO_EFFECT.months()).unwrap_or(ends_on)
}

/// Whether a link may be shown to be followed: an address of a page over https, without a name or
/// password in it, which would make it look as if it led elsewhere.
pub fn is_safe_link(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    text.len() <= LONGEST_LINK
        && !host.contains('@')
        && crate::measures::is_page_address(text)
        && host.chars().all(|letter| letter.is_alphanumeric() || ".-:".contains(letter))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = Date::constant(2026, 8, 25);

    fn facts() -> ActionFacts {
        ActionFacts::none(ElementId::from([1; 16]))
    }

    #[test]
    fn nothing_need_be_said_of_an_action() {
        assert_eq!(facts().check(Some(TODAY), TODAY), Ok(()));
    }

    #[test]
    fn an_effect_is_asked_for_when_the_action_is_done_and_within_five_years() {
        let asked = |day| ActionFacts { ask_on: Some(day), ..facts() }.check(Some(TODAY), TODAY);
        assert_eq!(asked(TODAY), Ok(()));
        assert_eq!(asked(date(2026, 8, 24)), Err(vec![FactsProblem::AskedBeforeDone]));
        let latest = date(2031, 8, 25);
        assert_eq!(asked(latest), Ok(()));
        assert_eq!(asked(date(2031, 8, 26)), Err(vec![FactsProblem::AskedTooLate { latest }]));
        assert_eq!(usual_day(date(2026, 11, 30)), date(2027, 2, 28));
        assert_eq!(usual_day(Date::MAX), Date::MAX);
    }

    #[test]
    fn a_direction_is_of_a_measure_and_texts_have_an_end() {
        let wrong = ActionFacts {
            expected: "å".repeat(LONGEST_TOLD + 1),
            wanted: Some(Wanted::Up),
            followed_by: "ö".repeat(LONGEST_TOLD + 1),
            ..facts()
        };
        let written = LONGEST_TOLD + 1;
        let expected = vec![
            FactsProblem::LongExpected { written },
            FactsProblem::DirectionOfNothing,
            FactsProblem::LongFollowedBy { written },
        ];
        assert_eq!(wrong.check(None, TODAY), Err(expected));
    }

    #[test]
    fn only_plain_addresses_over_https_are_followed() {
        for safe in ["https://karta.skarvik.se/process/4?v=2#steg", "https://a.b:8443/å"] {
            assert!(is_safe_link(safe), "{safe}");
        }
        for unsafe_link in [
            "http://karta.skarvik.se",
            "javascript:alert(1)",
            "https://skarvik.se@ond.se/",
            "https://",
            "https://utan-punkt/",
            "https://a.se/\"onclick=",
            "https://a.se/ b",
            " https://a.se",
            "//a.se",
            "data:text/html,x",
        ] {
            assert!(!is_safe_link(unsafe_link), "{unsafe_link}");
        }
        assert!(!is_safe_link(&format!("https://a.se/{}", "x".repeat(LONGEST_LINK))));
    }

    #[test]
    fn an_origin_is_read_as_it_is_kept() {
        for origin in [Origin::Part([3; 16].into()), Origin::Analysis([4; 16].into())] {
            assert_eq!(Origin::read(origin.code(), origin.bytes()), Some(origin));
        }
        assert_eq!(Origin::read("", [0; 16]), None);
    }
}

//! Whether a measure says something of quality to those who live in the municipality, and by which
//! established definition it is counted.

use serde::{Deserialize, Serialize};

use super::codes;
use crate::elements::{Element, ElementState, Structure};
use crate::measures::Measure;
use crate::steering::Role;

/// The answer to the control question: does the measure say something of quality to the inhabitants?
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TellsInhabitants {
    /// It shows a quality that they meet.
    Yes,
    /// It shows some of it, or what stands near it.
    Partly,
    /// It shows something else.
    No,
}

codes!(TellsInhabitants { Yes = "yes", Partly = "partly", No = "no" });

/// What a percentage is a share of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShareOf {
    /// Of those the value is about, such as those who answered: each is counted once, or not.
    People,
}

codes!(ShareOf { People = "people" });

impl Measure {
    /// Whether a value is so many of the people it is about, so that chance can be reckoned from how many
    /// they are. Not so of every percentage: sick leave is a share of hours, and nobody's choice of yes or
    /// no. A person must have said it.
    pub fn is_share_of_people(&self) -> bool {
        self.is_percentage && self.share_of == Some(ShareOf::People)
    }

    /// The same measure with the answer and the established definition of another: they are said of
    /// it, and are no part of how it is measured.
    #[must_use]
    pub fn with_worth_of(&self, other: &Self) -> Self {
        Self {
            tells_inhabitants: other.tells_inhabitants,
            tells_reason: other.tells_reason.clone(),
            established: other.established.clone(),
            established_link: other.established_link.clone(),
            share_of: other.share_of,
            ..self.clone()
        }
    }

    /// Whether another says the same to inhabitants, and is counted by the same definition.
    pub fn has_worth_of(&self, other: &Self) -> bool {
        *self == self.with_worth_of(other)
    }

    /// Whether the control question is still to be answered: nobody has, or the answer is no and does
    /// not say why the measure is kept all the same.
    pub fn owes_answer(&self) -> bool {
        match self.tells_inhabitants {
            None => true,
            Some(TellsInhabitants::No) => self.tells_reason.trim().is_empty(),
            Some(TellsInhabitants::Yes | TellsInhabitants::Partly) => false,
        }
    }
}

/// Whether a measure shows results, which are what the control question is about: its class counts
/// when goals are judged, or the measure itself does where it has no class.
pub fn shows_results(structure: &Structure, element: &Element, measure: &Measure) -> bool {
    let of_type = structure.model.element_type(&element.element_type);
    let class = of_type.and_then(|of_type| of_type.measure_class(&measure.class));
    class.map_or(measure.counts_in_assessment, |class| class.counts_in_assessment)
}

/// Whether a measure shows the result of a goal that has been decided.
pub fn shows_decided_goal(structure: &Structure, element: &Element, measure: &Measure) -> bool {
    let decided = |one: &Element| one.role == Role::Goal && one.state == ElementState::Adopted;
    shows_results(structure, element, measure)
        && structure.parents(element.id).any(|parent| decided(parent))
}

/// Whether a text can be followed as the address of a page.
pub fn is_page_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let plain = |letter: char| !letter.is_whitespace() && !letter.is_control();
        host.contains('.') && rest.chars().all(plain) && !rest.contains(['"', '<', '>', '\\'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::tests::sick_leave;

    #[test]
    fn a_no_is_an_answer_when_it_says_why() {
        let with = |tells_inhabitants, reason: &str| {
            let tells_reason = reason.to_owned();
            Measure { tells_inhabitants, tells_reason, ..sick_leave() }.owes_answer()
        };
        assert!(with(None, "") && with(None, "Vi vet inte än"));
        assert!(with(Some(TellsInhabitants::No), " "));
        assert!(!with(Some(TellsInhabitants::No), "Lagen kräver det"));
        assert!(
            !with(Some(TellsInhabitants::Yes), "") && !with(Some(TellsInhabitants::Partly), "")
        );
    }

    #[test]
    fn only_addresses_of_pages_are_followed() {
        for good in ["https://kolada.se/verktyg/?kpi=N15418", "http://www.scb.se"] {
            assert!(is_page_address(good), "{good}");
        }
        let bad = [
            "",
            "kolada.se",
            "https://",
            "https://kolada",
            "javascript:alert(1)",
            "https://a.se/ b",
        ];
        for bad in bad {
            assert!(!is_page_address(bad), "{bad}");
        }
    }
}

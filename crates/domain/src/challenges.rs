//! The municipality's greatest challenges, and what answers to each.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{ChallengeId, OrgUnitId};

/// Most letters of a challenge in a sentence.
pub const LONGEST_TITLE: usize = 160;
/// Most letters of why it is one.
pub const LONGEST_WHY: usize = 2_000;
/// Most elements that answer to a challenge.
pub const MOST_ELEMENTS: usize = 60;

/// A challenge: what stands in the way of the municipality as a whole, across goals and committees.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Challenge {
    /// Identity.
    pub id: ChallengeId,
    /// The challenge in a sentence.
    pub title: String,
    /// Why it is one, and what it rests on.
    pub why: String,
    /// Who answers for the plan.
    pub org_unit: OrgUnitId,
    /// The day it was no longer among the greatest; none while it is.
    pub ended_on: Option<Date>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// Why a challenge cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChallengeProblem {
    /// It is not said.
    #[error("a challenge is said in a sentence")]
    NoTitle,
    /// The sentence has more letters than there is room for.
    #[error("the sentence has {written} letters")]
    LongTitle {
        /// How many it has.
        written: usize,
    },
    /// Why it is one has more letters than there is room for.
    #[error("why it is one has {written} letters")]
    LongWhy {
        /// How many it has.
        written: usize,
    },
}

/// Whether a challenge can be kept.
///
/// # Errors
/// Every problem there is, in the order of the fields.
pub fn check(title: &str, why: &str) -> Result<(), Vec<ChallengeProblem>> {
    let mut problems = Vec::new();
    match title.trim().chars().count() {
        0 => problems.push(ChallengeProblem::NoTitle),
        written if written > LONGEST_TITLE => {
            problems.push(ChallengeProblem::LongTitle { written });
        }
        _ => {}
    }
    let written = why.trim().chars().count();
    if written > LONGEST_WHY {
        problems.push(ChallengeProblem::LongWhy { written });
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_said_in_a_sentence_that_has_an_end() {
        assert_eq!(check("Färre i arbetsför ålder", ""), Ok(()));
        assert_eq!(check(" ", ""), Err(vec![ChallengeProblem::NoTitle]));
        let (title, why) = ("å".repeat(LONGEST_TITLE + 1), "ö".repeat(LONGEST_WHY + 1));
        let expected = vec![
            ChallengeProblem::LongTitle { written: LONGEST_TITLE + 1 },
            ChallengeProblem::LongWhy { written: LONGEST_WHY + 1 },
        ];
        assert_eq!(check(&title, &why), Err(expected));
    }
}

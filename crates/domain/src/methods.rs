//! Working methods that a municipality wants its org units to have, and how far each has come.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{MethodId, OrgUnitId};

/// Most letters of a method's name.
pub const LONGEST_NAME: usize = 120;
/// Most letters of what it means, and of what is said of how far one has come.
pub const LONGEST_TEXT: usize = 1_000;

/// A working method.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Method {
    /// Identity.
    pub id: MethodId,
    /// Name.
    pub name: String,
    /// What it is to work so, for whoever says how far they have come.
    pub meaning: String,
    /// The day it was let go; none while it is wanted.
    pub ended_on: Option<Date>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// How far an org unit had come with a method on a day, by its own account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Said {
    /// The method.
    pub method: MethodId,
    /// The org unit.
    pub org_unit: OrgUnitId,
    /// Which time it is said, from 1.
    pub place: i64,
    /// The level of the scale.
    pub level: String,
    /// What it rests on, in words.
    pub said: String,
    /// Who said it.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
}

/// Why a method, or what is said of one, cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MethodProblem {
    /// It has no name.
    #[error("a name is needed")]
    NoName,
    /// The name has more letters than there is room for.
    #[error("the name has {written} letters")]
    LongName {
        /// How many it has.
        written: usize,
    },
    /// The text has more letters than there is room for.
    #[error("the text has {written} letters")]
    LongText {
        /// How many it has.
        written: usize,
    },
}

/// Whether a name and a text can be kept.
///
/// # Errors
/// Every problem there is, in the order of the fields.
pub fn check(name: &str, text: &str) -> Result<(), Vec<MethodProblem>> {
    let mut problems = Vec::new();
    match name.trim().chars().count() {
        0 => problems.push(MethodProblem::NoName),
        written if written > LONGEST_NAME => problems.push(MethodProblem::LongName { written }),
        _ => {}
    }
    let written = text.trim().chars().count();
    if written > LONGEST_TEXT {
        problems.push(MethodProblem::LongText { written });
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_has_a_name_and_texts_have_an_end() {
        assert_eq!(check("Daglig styrning", ""), Ok(()));
        assert_eq!(check("  ", ""), Err(vec![MethodProblem::NoName]));
        let (name, text) = ("å".repeat(LONGEST_NAME + 1), "ö".repeat(LONGEST_TEXT + 1));
        let expected = vec![
            MethodProblem::LongName { written: LONGEST_NAME + 1 },
            MethodProblem::LongText { written: LONGEST_TEXT + 1 },
        ];
        assert_eq!(check(&name, &text), Err(expected));
    }
}

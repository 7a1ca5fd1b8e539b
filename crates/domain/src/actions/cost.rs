//! What poor quality is estimated to cost: an optional figure in whole öre, with how it was
//! estimated. It is never more than an estimate, and is shown as one.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::ids::{AnalysisId, CostId, ElementId, OrgUnitId, PartId};

/// Largest estimate, in öre: a hundred billion kronor.
pub const LARGEST_ORE: i64 = 10_000_000_000_000;
/// Most letters of how it was estimated.
const LONGEST: usize = 500;

/// What an estimate is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostSubject {
    /// What an action is to do away with.
    Action(ElementId),
    /// A deviation that an account tells of.
    Part(PartId),
    /// What an analysis has found.
    Analysis(AnalysisId),
}

impl CostSubject {
    /// The stored name of the kind.
    pub fn code(self) -> &'static str {
        match self {
            Self::Action(_) => "action",
            Self::Part(_) => "part",
            Self::Analysis(_) => "analysis",
        }
    }

    /// The identity that storage keeps.
    pub fn bytes(self) -> [u8; 16] {
        match self {
            Self::Action(id) => id.bytes(),
            Self::Part(id) => id.bytes(),
            Self::Analysis(id) => id.bytes(),
        }
    }

    /// What storage kept; none for a kind that is not known.
    pub fn read(code: &str, id: [u8; 16]) -> Option<Self> {
        match code {
            "action" => Some(Self::Action(id.into())),
            "part" => Some(Self::Part(id.into())),
            "analysis" => Some(Self::Analysis(id.into())),
            _ => None,
        }
    }
}

/// An estimate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Cost {
    /// Identity.
    pub id: CostId,
    /// What it is of.
    pub subject: CostSubject,
    /// Who bears it.
    pub org_unit: OrgUnitId,
    /// The year it concerns.
    pub year: i16,
    /// The estimate, in öre.
    pub ore: i64,
    /// How it was estimated.
    pub estimated: String,
    /// Who wrote it last.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// Why an estimate cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CostProblem {
    /// It is no amount in kronor with at most two decimals.
    #[error("not an amount")]
    NotAnAmount,
    /// It is nothing, less than nothing, or more than anything costs.
    #[error("the amount is not within reach")]
    OutOfReach,
    /// Nothing tells how it was estimated.
    #[error("how it was estimated is not told")]
    NotTold,
    /// How it was estimated has more letters than there is room for.
    #[error("how it was estimated has {written} letters")]
    Long {
        /// How many it has.
        written: usize,
    },
}

impl Cost {
    /// Whether how it was estimated can be kept.
    ///
    /// # Errors
    /// [`CostProblem::NotTold`] or [`CostProblem::Long`].
    pub fn check_words(estimated: &str) -> Result<(), CostProblem> {
        match estimated.trim().chars().count() {
            0 => Err(CostProblem::NotTold),
            written if written > LONGEST => Err(CostProblem::Long { written }),
            _ => Ok(()),
        }
    }

    /// The estimate in kronor.
    pub fn kronor(&self) -> Decimal {
        Decimal::new(self.ore, 2)
    }
}

/// An amount in kronor as people write it, in öre: `125 000`, `1 250,50`.
///
/// # Errors
/// [`CostProblem::NotAnAmount`] or [`CostProblem::OutOfReach`].
pub fn read_ore(text: &str) -> Result<i64, CostProblem> {
    let kept: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| if letter == ',' { '.' } else { letter })
        .collect();
    let (whole, rest) = kept.split_once('.').unwrap_or((&kept, ""));
    let digits = |part: &str| part.chars().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > 2 {
        return Err(CostProblem::NotAnAmount);
    }
    if kept.ends_with('.') || whole.len() > 15 {
        return Err(if kept.ends_with('.') {
            CostProblem::NotAnAmount
        } else {
            CostProblem::OutOfReach
        });
    }
    let read = |part: &str| part.parse::<i64>().map_err(|_| CostProblem::NotAnAmount);
    let small = if rest.is_empty() { 0 } else { read(&format!("{rest:0<2}"))? };
    let ore = read(whole)?.checked_mul(100).and_then(|ore| ore.checked_add(small));
    ore.filter(|ore| (1..=LARGEST_ORE).contains(ore)).ok_or(CostProblem::OutOfReach)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_as_people_write_them() {
        for (text, ore) in [
            ("125 000", 12_500_000),
            ("1\u{a0}250,5", 125_050),
            ("0,01", 1),
            ("12.34", 1_234),
            ("100000000000", LARGEST_ORE),
        ] {
            assert_eq!(read_ore(text), Ok(ore), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_and_never_rounded() {
        for text in ["", "abc", "-5", "1,234", "1.2.3", "1e5", "NaN", "12,", ",5", "٣"] {
            assert_eq!(read_ore(text), Err(CostProblem::NotAnAmount), "{text}");
        }
        for text in ["0", "0,00", "100000000000,01", "9999999999999999999999"] {
            assert_eq!(read_ore(text), Err(CostProblem::OutOfReach), "{text}");
        }
    }

    #[test]
    fn an_estimate_says_how_it_was_made() {
        assert_eq!(Cost::check_words("  "), Err(CostProblem::NotTold));
        let written = LONGEST + 1;
        assert_eq!(Cost::check_words(&"å".repeat(written)), Err(CostProblem::Long { written }));
        assert_eq!(Cost::check_words("Två timmar i veckan à 420 kr"), Ok(()));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
            if let Ok(ore) = read_ore(&text) {
                proptest::prop_assert!((1..=LARGEST_ORE).contains(&ore));
            }
        }
    }
}

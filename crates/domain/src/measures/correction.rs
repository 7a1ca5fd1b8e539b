//! Changing a value that stands already: when a reason is owed, and who may call a value checked.

use super::{OutcomeQuality, OutcomeValue};

/// What stands at a place: what is known and how far it can be trusted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// What is known.
    pub value: OutcomeValue,
    /// How far it can be trusted.
    pub quality: OutcomeQuality,
}

/// Why a quality cannot be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum QualityProblem {
    /// Others say that a value is checked.
    #[error("checking is for others")]
    NotYours,
    /// There is nothing that is corrected.
    #[error("nothing stands there to correct")]
    NothingStands,
}

impl Standing {
    /// Whether putting another value in its place is a correction, which owes those who have used
    /// the old one a reason. What was preliminary was said to change, and what was missing has only
    /// come late.
    pub fn owes_reason(self, next: OutcomeValue) -> bool {
        self.quality != OutcomeQuality::Preliminary
            && self.value != OutcomeValue::Missing
            && self.value != next
    }
}

/// Whether a quality can be chosen for a value that takes the place of another, or of none.
/// `may_verify` tells whether the person answers for that values are checked.
///
/// # Errors
/// The rule that is broken.
pub fn check_quality(
    chosen: OutcomeQuality,
    value: OutcomeValue,
    before: Option<Standing>,
    may_verify: bool,
) -> Result<(), QualityProblem> {
    let stays = before.is_some_and(|before| before.value == value && before.quality == chosen);
    match chosen {
        OutcomeQuality::Verified if !may_verify && !stays => Err(QualityProblem::NotYours),
        OutcomeQuality::Corrected if before.is_none() => Err(QualityProblem::NothingStands),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn measured(tenths: i64) -> OutcomeValue {
        OutcomeValue::Measured(Decimal::new(tenths, 1))
    }

    #[test]
    fn only_a_value_that_others_could_trust_owes_a_reason_when_it_is_replaced() {
        let standing = |value, quality| Standing { value, quality };
        let (verified, preliminary) = (OutcomeQuality::Verified, OutcomeQuality::Preliminary);
        assert!(standing(measured(81), verified).owes_reason(measured(79)));
        assert!(standing(measured(81), OutcomeQuality::Corrected).owes_reason(measured(79)));
        assert!(standing(measured(81), verified).owes_reason(OutcomeValue::Missing));
        assert!(standing(OutcomeValue::NotApplicable, verified).owes_reason(measured(0)));
        assert!(!standing(measured(81), verified).owes_reason(measured(81)));
        assert!(!standing(measured(81), preliminary).owes_reason(measured(79)));
        assert!(!standing(OutcomeValue::Missing, verified).owes_reason(measured(79)));
    }

    #[test]
    fn checked_is_said_by_those_who_answer_for_it_and_corrected_of_what_stood() {
        let (verified, corrected) = (OutcomeQuality::Verified, OutcomeQuality::Corrected);
        let stood = Some(Standing { value: measured(81), quality: verified });
        let check = check_quality;
        assert_eq!(check(verified, measured(79), stood, false), Err(QualityProblem::NotYours));
        assert_eq!(check(verified, measured(79), stood, true), Ok(()));
        assert_eq!(check(verified, measured(81), stood, false), Ok(()), "nothing changes");
        assert_eq!(check(corrected, measured(79), stood, false), Ok(()));
        assert_eq!(check(corrected, measured(79), None, true), Err(QualityProblem::NothingStands));
    }
}

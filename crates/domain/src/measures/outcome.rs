//! A measured value for an org unit and a period.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Measure, NumberProblem, codes, parse_decimal};
use crate::ids::{ElementId, OrgUnitId};
use crate::periods::Period;

/// What is known. Missing, not applicable and zero differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state", content = "value")]
pub enum OutcomeValue {
    /// Measured.
    Measured(Decimal),
    /// Should have been measured but was not.
    Missing,
    /// The question does not concern this org unit in this period.
    NotApplicable,
}

impl OutcomeValue {
    /// The number, when there is one.
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Measured(value) => Some(value),
            Self::Missing | Self::NotApplicable => None,
        }
    }
}

/// How far a value can be trusted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeQuality {
    /// May still change.
    Preliminary,
    /// Replaced after it was delivered, and not checked since.
    Corrected,
    /// Checked by someone who answers for the source.
    Verified,
}

codes!(OutcomeQuality {
    Preliminary = "preliminary",
    Corrected = "corrected",
    Verified = "verified",
});

/// A value with its place in the series.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// The measure.
    pub measure: ElementId,
    /// Whose value it is.
    pub org_unit: OrgUnitId,
    /// The group it is about, such as `kvinnor`; empty for all.
    pub breakdown: String,
    /// When.
    pub period: Period,
    /// What is known.
    pub value: OutcomeValue,
    /// How far it can be trusted.
    pub quality: OutcomeQuality,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// Why a value is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OutcomeProblem {
    /// The text is no number the measure accepts.
    #[error(transparent)]
    Number(#[from] NumberProblem),
    /// The period is of another length than the measure's.
    #[error("the measure is not measured in such periods")]
    WrongFrequency,
    /// The period has not begun.
    #[error("the period has not begun")]
    NotYet,
    /// Outside what is possible, such as 110 per cent.
    #[error("not between {low} and {high}")]
    OutOfBounds {
        /// Lowest possible.
        low: Decimal,
        /// Highest possible.
        high: Decimal,
    },
}

impl Measure {
    /// Reads a value as typed for a period.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn read_value(&self, text: &str) -> Result<OutcomeValue, OutcomeProblem> {
        let value = parse_decimal(text, self.decimals)?;
        let (low, high) = self.bounds();
        if let (Some(low), Some(high)) = (low, high)
            && !(low..=high).contains(&value)
        {
            return Err(OutcomeProblem::OutOfBounds { low, high });
        }
        Ok(OutcomeValue::Measured(value))
    }

    /// Whether a value for the period may be kept today.
    ///
    /// # Errors
    /// [`OutcomeProblem::WrongFrequency`] or [`OutcomeProblem::NotYet`].
    pub fn check_period(&self, period: Period, today: Date) -> Result<(), OutcomeProblem> {
        if period.frequency() != self.frequency {
            return Err(OutcomeProblem::WrongFrequency);
        }
        if today < period.first_day() { Err(OutcomeProblem::NotYet) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::tests::sick_leave;

    #[test]
    fn a_share_cannot_pass_a_hundred() {
        let measure = sick_leave();
        assert!(matches!(measure.read_value("110"), Err(OutcomeProblem::OutOfBounds { .. })));
        assert_eq!(measure.read_value("100"), Ok(OutcomeValue::Measured(Decimal::ONE_HUNDRED)));
    }

    #[test]
    fn a_value_waits_for_its_period_to_begin() {
        let measure = sick_leave();
        let today = Date::constant(2026, 8, 25);
        let check = |text: &str| measure.check_period(text.parse().unwrap(), today);
        assert_eq!(check("2026-08"), Ok(()));
        assert_eq!(check("2026-09"), Err(OutcomeProblem::NotYet));
        assert_eq!(check("2026"), Err(OutcomeProblem::WrongFrequency));
    }

    #[test]
    fn zero_missing_and_not_applicable_differ() {
        let zero = OutcomeValue::Measured(Decimal::ZERO);
        assert_ne!(zero, OutcomeValue::Missing);
        assert_ne!(OutcomeValue::Missing, OutcomeValue::NotApplicable);
        assert_eq!(zero.number(), Some(Decimal::ZERO));
        assert_eq!(OutcomeValue::Missing.number(), None);
    }
}

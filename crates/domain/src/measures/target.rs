//! What a measure shall reach, and by when.

use rust_decimal::Decimal;
use serde::Serialize;

use super::Measure;
use crate::ids::{ElementId, OrgUnitId};
use crate::periods::Period;
use crate::steering::TargetKind;

/// A target level for a period. The model's term for it, such as *styrtal*, is tenant data.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Target {
    /// The measure.
    pub measure: ElementId,
    /// Whose target; none for everyone who has no own.
    pub org_unit: Option<OrgUnitId>,
    /// When it shall be reached.
    pub period: Period,
    /// How the outcome is compared.
    pub kind: TargetKind,
    /// The level, or the lower end of a range.
    pub low: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// Why a target is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TargetProblem {
    /// This kind needs a level.
    #[error("needs a level")]
    NeedsLevel,
    /// A range needs two ends, the lower first.
    #[error("a range needs two ends, the lower first")]
    NeedsRange,
    /// A level that no value of the measure can have.
    #[error("not between {low} and {high}")]
    OutOfBounds {
        /// Whether it is the upper end of a range.
        is_high: bool,
        /// Lowest possible.
        low: Decimal,
        /// Highest possible.
        high: Decimal,
    },
}

impl Target {
    /// Whether another says the same, whatever its version.
    pub fn says_the_same(&self, other: &Self) -> bool {
        Self { version: other.version, ..self.clone() } == *other
    }

    /// Whether it says what its kind needs.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn check(&self) -> Result<(), TargetProblem> {
        match self.kind {
            TargetKind::Range => match (self.low, self.high) {
                (Some(low), Some(high)) if low <= high => Ok(()),
                _ => Err(TargetProblem::NeedsRange),
            },
            TargetKind::AtLeast
            | TargetKind::AtMost
            | TargetKind::Equal
            | TargetKind::RankShare => {
                if self.low.is_some() {
                    Ok(())
                } else {
                    Err(TargetProblem::NeedsLevel)
                }
            }
            TargetKind::Increase
            | TargetKind::Decrease
            | TargetKind::MilestoneText
            | TargetKind::YesNo
            | TargetKind::None => Ok(()),
        }
    }

    /// Whether it says what its kind needs, and nothing that a value of the measure cannot be.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn check_in(&self, measure: &Measure) -> Result<(), TargetProblem> {
        self.check()?;
        let (Some(low), Some(high)) = measure.bounds() else { return Ok(()) };
        for (level, is_high) in [(self.low, false), (self.high, true)] {
            if level.is_some_and(|level| !(low..=high).contains(&level)) {
                return Err(TargetProblem::OutOfBounds { is_high, low, high });
            }
        }
        Ok(())
    }

    /// Whether an outcome reaches it; none when the two cannot be compared by number.
    pub fn is_met_by(&self, value: Decimal) -> Option<bool> {
        match self.kind {
            TargetKind::AtLeast => self.low.map(|low| value >= low),
            TargetKind::AtMost | TargetKind::RankShare => self.low.map(|low| value <= low),
            TargetKind::Equal => self.low.map(|low| value == low),
            TargetKind::Range => Some((self.low?..=self.high?).contains(&value)),
            TargetKind::YesNo => Some(!value.is_zero()),
            TargetKind::Increase
            | TargetKind::Decrease
            | TargetKind::MilestoneText
            | TargetKind::None => None,
        }
    }

    /// How far an outcome is from the target, positive when it is on the good side or on it.
    pub fn distance(&self, value: Decimal) -> Option<Decimal> {
        match self.kind {
            TargetKind::AtLeast => self.low.map(|low| value - low),
            TargetKind::AtMost | TargetKind::RankShare => self.low.map(|low| low - value),
            TargetKind::Equal => self.low.map(|low| -(value - low).abs()),
            TargetKind::Range => {
                let (low, high) = (self.low?, self.high?);
                Some((value - low).min(high - value))
            }
            _ => None,
        }
    }

    /// How far short of the target an outcome falls, as a share of the level that it should have
    /// kept to: 0.25 is a quarter off. Zero when the target is met, so that measures of all kinds can
    /// be set in one order; none when the two cannot be compared by number. Off a level of zero it
    /// is the plain distance, and a yes that has become a no is a whole off.
    pub fn shortfall(&self, value: Decimal) -> Option<Decimal> {
        if self.is_met_by(value)? {
            return Some(Decimal::ZERO);
        }
        let Some(distance) = self.distance(value) else { return Some(Decimal::ONE) };
        let level = match self.kind {
            TargetKind::Range if Some(value) > self.high => self.high?,
            _ => self.low?,
        };
        let level = if level.is_zero() { Decimal::ONE } else { level.abs() };
        distance.abs().checked_div(level)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn target(kind: TargetKind, low: i64, high: Option<i64>) -> Target {
        Target {
            measure: ElementId::from([1; 16]),
            org_unit: None,
            period: Period::year_of(2026),
            kind,
            low: Some(low.into()),
            high: high.map(Into::into),
            version: 1,
        }
    }

    #[test]
    fn on_the_level_is_met() {
        let level = Decimal::from(92);
        assert_eq!(target(TargetKind::AtLeast, 92, None).is_met_by(level), Some(true));
        assert_eq!(target(TargetKind::AtMost, 92, None).is_met_by(level), Some(true));
        assert_eq!(target(TargetKind::Range, 90, Some(92)).is_met_by(level), Some(true));
        assert_eq!(target(TargetKind::AtLeast, 93, None).is_met_by(level), Some(false));
        assert_eq!(target(TargetKind::None, 93, None).is_met_by(level), None);
    }

    #[test]
    fn what_falls_short_is_told_as_a_share_of_its_level() {
        let off = |kind, low, high, value: i64| {
            let share = target(kind, low, high).shortfall(value.into());
            share.map(|share| share.normalize().to_string())
        };
        assert_eq!(off(TargetKind::AtLeast, 80, None, 60).as_deref(), Some("0.25"));
        assert_eq!(off(TargetKind::AtMost, 80, None, 100).as_deref(), Some("0.25"));
        assert_eq!(off(TargetKind::Range, 40, Some(50), 60).as_deref(), Some("0.2"));
        assert_eq!(off(TargetKind::Range, 40, Some(50), 30).as_deref(), Some("0.25"));
        assert_eq!(off(TargetKind::Equal, 0, None, -3).as_deref(), Some("3"));
        assert_eq!(off(TargetKind::YesNo, 1, None, 0).as_deref(), Some("1"));
        assert_eq!(off(TargetKind::AtLeast, 80, None, 80).as_deref(), Some("0"));
        assert_eq!(off(TargetKind::None, 80, None, 80), None);
    }

    proptest! {
        #[test]
        fn further_off_is_never_less_and_what_is_met_is_nothing_off(
            low in -1_000_i64..1_000, one in -2_000_i64..2_000, more in 0_i64..2_000,
        ) {
            let least = target(TargetKind::AtLeast, low, None);
            let (near, far) = (Decimal::from(one), Decimal::from(one - more));
            prop_assert!(least.shortfall(far) >= least.shortfall(near));
            let most = target(TargetKind::AtMost, low, None);
            prop_assert!(most.shortfall(near) >= most.shortfall(far));
            for target in [least, most] {
                let met = target.is_met_by(near) == Some(true);
                prop_assert_eq!(met, target.shortfall(near) == Some(Decimal::ZERO));
            }
        }
    }

    #[test]
    fn two_targets_say_the_same_when_only_their_versions_differ() {
        let one = target(TargetKind::AtLeast, 92, None);
        assert!(one.says_the_same(&Target { version: 7, ..one.clone() }));
        assert!(!one.says_the_same(&target(TargetKind::AtLeast, 93, None)));
    }

    #[test]
    fn a_level_that_no_share_can_reach_is_refused() {
        let share = crate::measures::tests::sick_leave();
        let amount = Measure { is_percentage: false, ..share.clone() };
        let refused = |is_high| {
            let (low, high) = (Decimal::ZERO, Decimal::ONE_HUNDRED);
            Err(TargetProblem::OutOfBounds { is_high, low, high })
        };
        assert_eq!(target(TargetKind::AtLeast, 150, None).check_in(&share), refused(false));
        assert_eq!(target(TargetKind::Range, 90, Some(101)).check_in(&share), refused(true));
        assert_eq!(target(TargetKind::AtLeast, 100, None).check_in(&share), Ok(()));
        assert_eq!(target(TargetKind::AtLeast, 150, None).check_in(&amount), Ok(()));
    }

    #[test]
    fn a_range_needs_two_ends_in_order() {
        assert_eq!(target(TargetKind::Range, 92, Some(90)).check(), Err(TargetProblem::NeedsRange));
        assert_eq!(target(TargetKind::Range, 92, None).check(), Err(TargetProblem::NeedsRange));
    }
}

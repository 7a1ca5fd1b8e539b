//! What is wished of a measure: which way is better, and which value shall be reached.

use super::rules::Movement;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desired {
    /// Higher values are better.
    Higher,
    /// Lower values are better.
    Lower,
    /// Neither: a signal is a signal, not an improvement or a worsening.
    Neither,
}

/// What a movement means for those the measure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// In the desired direction.
    Better,
    /// Against the desired direction.
    Worse,
    /// No direction is desired.
    Neutral,
}

impl Desired {
    /// What moving this way means.
    pub fn meaning(self, movement: Movement) -> Meaning {
        match (self, movement) {
            (Self::Neither, _) => Meaning::Neutral,
            (Self::Higher, Movement::Up) | (Self::Lower, Movement::Down) => Meaning::Better,
            (Self::Higher, Movement::Down) | (Self::Lower, Movement::Up) => Meaning::Worse,
        }
    }
}

/// The value that shall be reached, in the measure's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// This value or more.
    AtLeast(f64),
    /// This value or less.
    AtMost(f64),
    /// From `low` to `high`, both included.
    Range {
        /// Lowest value that meets the target.
        low: f64,
        /// Highest value that meets the target.
        high: f64,
    },
    /// Exactly this value.
    Equal(f64),
    /// No target.
    None,
}

/// Ends of the scale, such as 0 and 100 per cent. A value outside them is wrong, not remarkable.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NaturalBounds {
    /// Lowest possible value.
    pub lowest: Option<f64>,
    /// Highest possible value.
    pub highest: Option<f64>,
}

impl NaturalBounds {
    /// Whether `value` is possible at all.
    pub fn contain(&self, value: f64) -> bool {
        self.lowest.is_none_or(|lowest| value >= lowest)
            && self.highest.is_none_or(|highest| value <= highest)
    }

    /// `line` moved to the nearest possible value. For drawing only: limits are never clamped before they are used.
    pub fn clamp(&self, line: f64) -> f64 {
        let raised = self.lowest.map_or(line, |lowest| line.max(lowest));
        self.highest.map_or(raised, |highest| raised.min(highest))
    }

    /// Whether the ends are finite and in order.
    pub fn are_usable(&self) -> bool {
        let finite = [self.lowest, self.highest].into_iter().flatten().all(f64::is_finite);
        finite && self.lowest.zip(self.highest).is_none_or(|(lowest, highest)| lowest <= highest)
    }
}

impl Target {
    /// Whether `value` meets the target, none without a target.
    pub fn is_met_by(&self, value: f64) -> Option<bool> {
        let (low, high) = self.accepted()?;
        Some(low <= value && value <= high)
    }

    /// Whether some value from `low` to `high` meets the target.
    pub(super) fn lies_within(&self, low: f64, high: f64) -> bool {
        self.accepted().is_some_and(|(from, to)| from <= high && low <= to)
    }

    /// Whether its ends are finite and in order.
    pub fn is_usable(&self) -> bool {
        match *self {
            Self::AtLeast(value) | Self::AtMost(value) | Self::Equal(value) => value.is_finite(),
            Self::Range { low, high } => low.is_finite() && high.is_finite() && low <= high,
            Self::None => true,
        }
    }

    /// Lowest and highest value that meet the target.
    pub(super) fn accepted(&self) -> Option<(f64, f64)> {
        match *self {
            Self::AtLeast(value) => Some((value, f64::INFINITY)),
            Self::AtMost(value) => Some((f64::NEG_INFINITY, value)),
            Self::Range { low, high } => Some((low, high)),
            Self::Equal(value) => Some((value, value)),
            Self::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_met_on_its_edge() {
        assert_eq!(Target::AtLeast(80.0).is_met_by(80.0), Some(true));
        assert_eq!(Target::AtLeast(80.0).is_met_by(79.9), Some(false));
        assert_eq!(Target::AtMost(5.0).is_met_by(5.0), Some(true));
        assert_eq!(Target::AtMost(5.0).is_met_by(5.1), Some(false));
        assert_eq!(Target::Range { low: 1.0, high: 2.0 }.is_met_by(2.0), Some(true));
        assert_eq!(Target::Range { low: 1.0, high: 2.0 }.is_met_by(2.1), Some(false));
        assert_eq!(Target::Equal(0.0).is_met_by(-0.0), Some(true));
        assert_eq!(Target::Equal(3.0).is_met_by(3.1), Some(false));
        assert_eq!(Target::None.is_met_by(3.0), None);
    }

    #[test]
    fn lines_are_clamped_for_drawing_and_bounds_out_of_order_are_not_usable() {
        let per_cent = NaturalBounds { lowest: Some(0.0), highest: Some(100.0) };
        for (line, drawn) in [(-4.0, 0.0), (40.0, 40.0), (103.0, 100.0)] {
            assert!((per_cent.clamp(line) - drawn).abs() < 1e-12);
        }
        assert!(per_cent.contain(100.0) && !per_cent.contain(100.1) && !per_cent.contain(-0.1));
        assert!(per_cent.are_usable());
        assert!(!NaturalBounds { lowest: Some(1.0), highest: Some(0.0) }.are_usable());
        assert!(!NaturalBounds { lowest: Some(f64::NAN), highest: None }.are_usable());
        assert!(!Target::Range { low: 2.0, high: 1.0 }.is_usable());
        assert!(!Target::AtLeast(f64::NAN).is_usable());
    }

    #[test]
    fn without_a_desired_direction_nothing_is_better_or_worse() {
        assert_eq!(Desired::Higher.meaning(Movement::Up), Meaning::Better);
        assert_eq!(Desired::Higher.meaning(Movement::Down), Meaning::Worse);
        assert_eq!(Desired::Lower.meaning(Movement::Up), Meaning::Worse);
        assert_eq!(Desired::Lower.meaning(Movement::Down), Meaning::Better);
        assert_eq!(Desired::Neither.meaning(Movement::Up), Meaning::Neutral);
    }
}

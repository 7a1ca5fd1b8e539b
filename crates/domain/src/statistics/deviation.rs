//! Whether a part of a report needs words, or goes as expected: the exception that makes a report short.

use super::finding::{Finding, Reading, Signal};
use super::target::Meaning;

/// Why a part of a report needs words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// A special cause for the worse that no report has covered. A merely possible one counts, and says so.
    Worsening(Signal),
    /// The latest outcome does not meet the target.
    TargetNotMet,
}

/// Whether a part of a report needs words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deviates {
    /// It does, for at least one reason.
    Yes(Vec<Deviation>),
    /// It goes as expected.
    No,
    /// The outcome is missing, so nobody can say that it goes as expected.
    Unknown,
}

impl Finding {
    /// Whether the part of a report that is about this measure needs words: an unreported special cause for the worse, or
    /// a target that is not met. Late activities, risks and questions from others are not known here.
    pub fn deviates(&self) -> Deviates {
        let worsening = self
            .unreported_signals()
            .iter()
            .filter(|signal| signal.meaning == Meaning::Worse)
            .map(|signal| Deviation::Worsening(*signal));
        let not_met = matches!(self, Self::Observed(Reading { target_met: Some(false), .. }));
        let reasons: Vec<Deviation> =
            worsening.chain(not_met.then_some(Deviation::TargetNotMet)).collect();
        match self {
            _ if !reasons.is_empty() => Deviates::Yes(reasons),
            Self::Missing { .. } => Deviates::Unknown,
            Self::Observed(_) => Deviates::No,
        }
    }

    /// Whether a reader of the whole should know of it as things stand now: the latest outcome does not meet the target,
    /// or what can be said of the series is a change for the worse. What was bad once and has passed is not told.
    pub fn deviates_now(&self) -> bool {
        match self {
            Self::Observed(reading) => {
                let worse = reading.signal.is_some_and(|signal| signal.meaning == Meaning::Worse);
                worse || reading.target_met == Some(false)
            }
            Self::Missing { .. } => false,
        }
    }

    /// The latest unreported special cause for the better: the occasion to ask what was done.
    pub fn improvement(&self) -> Option<Signal> {
        self.unreported_signals()
            .iter()
            .rev()
            .find(|signal| signal.meaning == Meaning::Better)
            .copied()
    }
}

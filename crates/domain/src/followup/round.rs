//! A round: a follow-up that many org units take part in, and its days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::account::FollowUpProblem;
use crate::ids::RoundId;
use crate::periods::Period;

/// A follow-up that many org units take part in at once.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Round {
    /// Identity.
    pub id: RoundId,
    /// What it is called, such as `Delårsrapport januari–augusti 2026`.
    pub title: String,
    /// What it is about.
    pub period: Period,
    /// The first day one can write.
    pub opens_on: Date,
    /// The day accounts shall be handed in. Later ones are still received.
    pub due_on: Date,
    /// The last day anything can be handed in, taken back or returned.
    pub closes_on: Date,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

impl Round {
    /// Whether accounts can be written and handed in on the day.
    pub fn is_open(&self, today: Date) -> bool {
        (self.opens_on..=self.closes_on).contains(&today)
    }

    /// The round as it is when it is closed today: nothing can be handed in any more. The days keep
    /// their order.
    #[must_use]
    pub fn closed(&self, today: Date) -> Self {
        let last = today.yesterday().unwrap_or(today).min(self.closes_on);
        Self {
            closes_on: last,
            due_on: self.due_on.min(last),
            opens_on: self.opens_on.min(last),
            version: self.version + 1,
            ..self.clone()
        }
    }

    /// Why nothing can be written on the day; fine while the round is open.
    pub(super) fn check_open(&self, today: Date) -> Result<(), FollowUpProblem> {
        if today < self.opens_on {
            Err(FollowUpProblem::RoundNotOpen { opens_on: self.opens_on })
        } else if today > self.closes_on {
            Err(FollowUpProblem::RoundClosed { closed_on: self.closes_on })
        } else {
            Ok(())
        }
    }
}

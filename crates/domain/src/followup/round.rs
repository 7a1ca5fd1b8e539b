//! A round: a follow-up that many org units take part in, and its days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::account::FollowUpProblem;
use super::plan::RoundPlan;
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
    /// Its kind, what is asked, and the days of each level.
    #[serde(flatten)]
    pub plan: RoundPlan,
}

impl Round {
    /// Whether accounts can be written and handed in on the day.
    pub fn is_open(&self, today: Date) -> bool {
        (self.opens_on..=self.closes_on).contains(&today)
    }

    /// The day when the org units of a level hand in.
    pub fn due_at(&self, level: &str) -> Date {
        let own = self.plan.days.iter().find(|day| day.level == level);
        own.map_or_else(|| self.plan.last_of_all.unwrap_or(self.due_on), |day| day.due_on)
    }

    /// The round as it is for those who report at a level: with their day as its last day.
    #[must_use]
    pub fn seen_from(&self, level: &str) -> Self {
        let last_of_all = self.plan.last_of_all.or(Some(self.due_on));
        let plan = RoundPlan { last_of_all, ..self.plan.clone() };
        Self { due_on: self.due_at(level), plan, ..self.clone() }
    }

    /// The first day nothing can be handed in any more.
    pub fn closed_from(&self) -> Date {
        self.closes_on.tomorrow().unwrap_or(self.closes_on)
    }

    /// The round as it is when it is closed today: nothing can be handed in any more. The other days
    /// stand, so that a later closing day opens it as it was.
    #[must_use]
    pub fn closed(&self, today: Date) -> Self {
        let last = today.yesterday().unwrap_or(today).min(self.closes_on);
        Self { closes_on: last, version: self.version + 1, ..self.clone() }
    }

    /// Why nothing can be written on the day; fine while the round is open.
    pub(super) fn check_open(&self, today: Date) -> Result<(), FollowUpProblem> {
        // One that is closed before it opens never opens.
        if today > self.closes_on {
            Err(FollowUpProblem::RoundClosed { closed_from: self.closed_from() })
        } else if today < self.opens_on {
            Err(FollowUpProblem::RoundNotOpen { opens_on: self.opens_on })
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::plan::LevelDay;
    use super::*;

    fn round() -> Round {
        let early = LevelDay { level: "enhet".to_owned(), due_on: date(2026, 9, 1) };
        Round {
            id: RoundId::from([0; 16]),
            title: "Delår".to_owned(),
            period: "2026-T2".parse().unwrap(),
            opens_on: date(2026, 8, 10),
            due_on: date(2026, 9, 14),
            closes_on: date(2026, 9, 20),
            version: 1,
            plan: RoundPlan { days: vec![early], ..RoundPlan::default() },
        }
    }

    #[test]
    fn each_level_has_its_own_day_or_that_of_all() {
        assert_eq!(round().seen_from("enhet").due_on, date(2026, 9, 1));
        assert_eq!(round().seen_from("namnd").due_on, date(2026, 9, 14));
        let of_unit = round().seen_from("enhet");
        assert_eq!(of_unit.due_at("namnd"), date(2026, 9, 14), "whoever looks at it");
        assert_eq!(of_unit.seen_from("namnd").due_on, date(2026, 9, 14));
    }

    #[test]
    fn closing_today_closes_for_every_level_and_leaves_the_other_days() {
        let today = date(2026, 8, 25);
        let closed = round().closed(today);
        assert!(!closed.is_open(today));
        assert_eq!(closed.closed_from(), today);
        let opened = Round { closes_on: round().closes_on, version: 1, ..closed };
        assert_eq!(opened, round(), "a later closing day brings all back");
    }

    #[test]
    fn a_round_from_before_there_were_plans_reads_back() {
        let mut json = serde_json::to_value(round()).unwrap();
        for field in ["kind", "step", "template", "days"] {
            json.as_object_mut().unwrap().remove(field).unwrap();
        }
        let read: Round = serde_json::from_value(json).unwrap();
        assert_eq!(read.plan, RoundPlan::default());
        assert_eq!(
            serde_json::from_value::<Round>(serde_json::to_value(round()).unwrap()).unwrap(),
            round()
        );
    }
}

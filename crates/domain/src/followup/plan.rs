//! What a round is beyond its period: its kind, what is asked, and the days of each level.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{TemplateId, WheelStepId};
use crate::measures::codes;
use crate::periods::{Frequency, Period};
use crate::steering::CycleKind;

/// What is followed up. What a municipality calls each is the steering model's.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum RoundKind {
    /// A month: short.
    Month,
    /// A part of the year, as a delårsbokslut.
    #[default]
    Part,
    /// The whole year.
    Year,
    /// What is expected of the year, in money.
    Forecast,
}

codes!(RoundKind { Month = "month", Part = "part", Year = "year", Forecast = "forecast" });

impl RoundKind {
    /// The kind that is opened for a step of the year wheel; none for steps that have no rounds.
    pub fn of_step(kind: CycleKind) -> Option<Self> {
        match kind {
            CycleKind::FollowupMonth => Some(Self::Month),
            CycleKind::FollowupPart => Some(Self::Part),
            CycleKind::FollowupYear => Some(Self::Year),
            CycleKind::Forecast => Some(Self::Forecast),
            _ => None,
        }
    }

    /// The step of a wheel that it belongs to.
    pub fn step(self) -> CycleKind {
        match self {
            Self::Month => CycleKind::FollowupMonth,
            Self::Part => CycleKind::FollowupPart,
            Self::Year => CycleKind::FollowupYear,
            Self::Forecast => CycleKind::Forecast,
        }
    }

    /// What a follow-up of a period usually is.
    pub fn of_period(period: Period) -> Self {
        match period.frequency() {
            Frequency::Month => Self::Month,
            Frequency::Year => Self::Year,
            Frequency::Tertial | Frequency::HalfYear => Self::Part,
        }
    }
}

/// When the org units of a level hand in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct LevelDay {
    /// The level of the steering model.
    pub level: String,
    /// Its last day.
    pub due_on: Date,
}

/// What a round is beyond its period and its days for all.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundPlan {
    /// What is followed up.
    pub kind: RoundKind,
    /// The step of a year wheel that it was opened for.
    pub step: Option<WheelStepId>,
    /// What is asked; none asks for everything that deviates and no questions beside.
    pub template: Option<TemplateId>,
    /// The levels that hand in before the last day of the round.
    pub days: Vec<LevelDay>,
    /// The last day of the round, where the round is shown with that of one level.
    #[serde(skip)]
    pub last_of_all: Option<Date>,
}

impl RoundPlan {
    /// A plan of a kind without days of its own for any level.
    pub fn of(kind: RoundKind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// The days as lines of text, one for each level.
    pub fn written_days(&self) -> String {
        let lines = self.days.iter().map(|day| format!("{} {}", day.due_on, day.level));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The days that such lines say; a line that says none is passed over.
    pub fn read_days(text: &str) -> Vec<LevelDay> {
        let read = |line: &str| {
            let (day, level) = line.split_once(' ')?;
            Some(LevelDay { level: level.to_owned(), due_on: day.parse().ok()? })
        };
        text.lines().filter_map(read).collect()
    }
}

/// The first level, in order from the bottom of the organisation, that would hand in after a level
/// above it: who sums up needs what is summed up. `levels` come from the bottom.
pub fn out_of_step(levels: &[LevelDay]) -> Option<(&LevelDay, &LevelDay)> {
    levels.iter().enumerate().find_map(|(at, lower)| {
        let above = levels.iter().skip(at + 1).find(|upper| upper.due_on < lower.due_on)?;
        Some((lower, above))
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn day(level: &str, due_on: Date) -> LevelDay {
        LevelDay { level: level.to_owned(), due_on }
    }

    #[test]
    fn days_read_what_they_write() {
        let days = vec![day("enhet", date(2026, 9, 4)), day("forv", date(2026, 9, 8))];
        let plan = RoundPlan { days: days.clone(), ..RoundPlan::default() };
        assert_eq!(RoundPlan::read_days(&plan.written_days()), days);
        assert_eq!(RoundPlan::read_days("i morgon enhet\n\n2026-09-04"), []);
    }

    #[test]
    fn a_level_that_hands_in_after_one_above_it_is_told() {
        let [unit, board] = [day("enhet", date(2026, 9, 10)), day("forv", date(2026, 9, 8))];
        assert_eq!(out_of_step(&[unit.clone(), board.clone()]), Some((&unit, &board)));
        assert_eq!(out_of_step(&[board.clone(), unit.clone()]), None);
        assert_eq!(out_of_step(&[unit.clone(), unit.clone()]), None);
    }

    #[test]
    fn every_kind_has_its_step_and_its_stored_name() {
        for kind in RoundKind::ALL {
            assert_eq!(RoundKind::of_step(kind.step()), Some(*kind));
            assert_eq!(kind.code().parse(), Ok(*kind));
        }
        assert_eq!(RoundKind::of_step(CycleKind::Plan), None);
    }

    #[test]
    fn the_length_of_the_period_says_what_is_usual() {
        for (period, kind) in
            [("2026-03", RoundKind::Month), ("2026-T2", RoundKind::Part), ("2026", RoundKind::Year)]
        {
            assert_eq!(RoundKind::of_period(period.parse().unwrap()), kind);
        }
    }
}

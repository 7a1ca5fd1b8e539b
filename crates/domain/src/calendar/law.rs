//! The days that kommunallagen (2017:725) sets in the municipality's year, as data with their source.
//!
//! Read in the text as of 1 July 2025: chapter 11, 8 § (the board's proposal), 10–11 §§ (the
//! council's decision), 16 § (part-year report) and 20 § (annual report).

use std::fmt;

use jiff::civil::Date;

use super::holidays::working_day_before;
use crate::steering::{Closed, CycleKind, closed};

closed! {
    /// What the law asks for by a day.
    LawDuty, "duty by law" {
        /// The annual report is handed to council and auditors.
        AnnualReport = "annual_report",
        /// The part-year report is handed to council and auditors, within two months of its period.
        PartReport = "part_report",
        /// The executive board proposes the budget; in November for special reasons, and then the
        /// tax rate is proposed by this day.
        BudgetProposal = "budget_proposal",
        /// The council decides the budget; in years of election the new council does.
        Budget = "budget",
        /// The council's last day, when special reasons have kept it from deciding before.
        BudgetAtLast = "budget_at_last",
    }
}

/// A day set by law.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LawDay {
    /// What is asked for.
    pub duty: LawDuty,
    /// Month and day, every year.
    pub on: (i8, i8),
    /// The year it is about, counted from the year the day lies in.
    pub rel_year: i16,
    /// Number of the act in Svensk författningssamling.
    pub act: &'static str,
    /// Chapter and section of the act.
    pub place: (i64, i64),
}

const fn day(duty: LawDuty, on: (i8, i8), rel_year: i16, section: i64) -> LawDay {
    LawDay { duty, on, rel_year, act: "2017:725", place: (11, section) }
}

/// The days in the order of the year. A part-year report may be about eight months at most
/// (lag 2018:597, 13 kap. 1 §), so that no report is due later than the day that stands here.
pub const LAW_DAYS: [LawDay; 5] = [
    day(LawDuty::AnnualReport, (4, 15), -1, 20),
    day(LawDuty::PartReport, (10, 31), 0, 16),
    day(LawDuty::BudgetProposal, (10, 31), 1, 8),
    day(LawDuty::Budget, (11, 30), 1, 10),
    day(LawDuty::BudgetAtLast, (12, 31), 1, 11),
];

impl LawDay {
    /// The day of a year.
    pub fn in_year(self, year: i16) -> Date {
        Date::new(year, self.on.0, self.on.1).unwrap_or(Date::MAX)
    }

    /// The last day of a year when offices are open and the duty can still be met.
    pub fn last_working_day(self, year: i16) -> Date {
        working_day_before(self.in_year(year))
    }
}

impl LawDuty {
    /// The kind of step that meets it, where a wheel has one.
    pub(super) fn met_by(self) -> Option<CycleKind> {
        match self {
            Self::AnnualReport => Some(CycleKind::FollowupYear),
            Self::PartReport => Some(CycleKind::FollowupPart),
            Self::Budget => Some(CycleKind::Budget),
            Self::BudgetProposal | Self::BudgetAtLast => None,
        }
    }
}

/// Whether councils are elected that year: every fourth since 1994.
pub fn is_election_year(year: i16) -> bool {
    year >= 1994 && (year - 1994) % 4 == 0
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_part_report_of_2026_has_its_last_working_day_before_all_saints() {
        let part = LAW_DAYS[1];
        assert_eq!(part.in_year(2026), date(2026, 10, 31), "a Saturday, and All Saints");
        assert_eq!(part.last_working_day(2026), date(2026, 10, 30));
    }

    #[test]
    fn days_stand_in_the_order_of_the_year() {
        assert!(LAW_DAYS.is_sorted_by_key(|one| one.on));
        assert_eq!(LAW_DAYS[0].in_year(2026), date(2026, 4, 15));
        assert_eq!(LAW_DAYS[3].in_year(2026), date(2026, 11, 30));
    }

    #[test]
    fn councils_are_elected_in_2022_and_2026() {
        let years: Vec<i16> = (2019..=2030).filter(|year| is_election_year(*year)).collect();
        assert_eq!(years, [2022, 2026, 2030]);
    }
}

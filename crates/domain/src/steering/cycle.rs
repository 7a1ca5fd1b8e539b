//! The yearly cycle: steps with their days, and the document types that they lead to.

use super::element::Horizon;
use super::ids::{DocumentId, OrgLevelId, StepId};
use super::kinds::{Closed, CycleKind, DocumentKind, closed};
use super::model::Origin;
use super::term::Term;
use jiff::civil::{Date, Weekday, date};
use std::fmt;

/// A step of the yearly cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CycleStep {
    /// Identity.
    pub id: StepId,
    /// What the municipality calls it.
    pub name: String,
    /// What it is.
    pub kind: CycleKind,
    /// When it is due.
    pub when: StepTime,
    /// How many days before the due day it opens.
    pub opens_days_before: Option<u16>,
    /// Year it is about, counted from the year it takes place in: −1 looks back, 1 plans next year.
    pub rel_year: i8,
    /// The level that does it.
    pub level: Option<OrgLevelId>,
    /// The document it leads to.
    pub document: Option<DocumentId>,
    /// Where this comes from.
    pub origin: Origin,
}

/// When a step is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepTime {
    /// Once in each of these months (1–12).
    Months {
        /// The months in order.
        months: Vec<i8>,
        /// The day in each month.
        due: DueDay,
    },
    /// On these days every year.
    Dates(Vec<DayOfYear>),
    /// So many times a year, on days that the level sets each year.
    PerYear(u8),
    /// On these days and never again.
    Once(Vec<Date>),
}

/// The day of a month when something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueDay {
    /// This day, or the month's last day when it is shorter (1–31).
    Day(i8),
    /// The last day.
    LastDay,
    /// The last Monday to Friday. Public holidays are not known here.
    LastWeekday,
}

/// A day without a year. 29 February is 28 February in ordinary years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfYear {
    /// Month, 1–12.
    pub month: i8,
    /// Day, 1–31 as far as the month reaches.
    pub day: i8,
}

/// A document type, such as *verksamhetsplan*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Identity.
    pub id: DocumentId,
    /// What the municipality calls it.
    pub term: Term,
    /// What it is.
    pub kind: DocumentKind,
    /// The level it belongs to.
    pub level: OrgLevelId,
    /// The level that decides it.
    pub decided_by: Option<OrgLevelId>,
    /// What time it covers.
    pub horizon: Option<Horizon>,
    /// Its sections in order.
    pub sections: Vec<String>,
    /// Where this comes from.
    pub origin: Origin,
}

closed! {
    /// The round that the work goes year after year: what is learnt becomes what is planned.
    Phase, "phase" {
        /// Analysis, directives, frames, budget and plans.
        Plan = "plan",
        /// The work itself, as work plans lay it out.
        Act = "act",
        /// Follow-up, forecast and what surveys say.
        FollowUp = "follow_up",
        /// What is changed because of it: dialogue, evaluation and review.
        Improve = "improve",
    }
}

impl CycleKind {
    /// The phase that a step of this kind belongs to.
    pub const fn phase(self) -> Phase {
        match self {
            Self::Omvarldsanalys
            | Self::Directive
            | Self::Frames
            | Self::Plan
            | Self::Budget
            | Self::Decide => Phase::Plan,
            Self::Workplan => Phase::Act,
            Self::FollowupMonth
            | Self::FollowupPart
            | Self::FollowupYear
            | Self::Forecast
            | Self::Survey => Phase::FollowUp,
            Self::Dialogue
            | Self::CitizenDialogue
            | Self::Evaluate
            | Self::ReviewModel
            | Self::ExternalEvaluation => Phase::Improve,
        }
    }
}

impl CycleStep {
    /// The days in `year` when the step is due, in order. Empty for steps whose days are set each year.
    pub fn due_days(&self, year: i16) -> Vec<Date> {
        let mut days: Vec<Date> = match &self.when {
            StepTime::Months { months, due } => {
                months.iter().filter_map(|month| due.in_month(year, *month)).collect()
            }
            StepTime::Dates(days) => days
                .iter()
                .filter_map(|day| DueDay::Day(day.day).in_month(year, day.month))
                .collect(),
            StepTime::PerYear(_) => Vec::new(),
            StepTime::Once(days) => days.iter().copied().filter(|day| day.year() == year).collect(),
        };
        days.sort_unstable();
        days
    }

    /// The year that the step is about when it takes place in `year`.
    pub fn about_year(&self, year: i16) -> i16 {
        year.saturating_add(i16::from(self.rel_year))
    }
}

impl DueDay {
    /// The day in a month, or none for a month or year that does not exist.
    pub fn in_month(self, year: i16, month: i8) -> Option<Date> {
        let last = Date::new(year, month, 1).ok()?.last_of_month();
        match self {
            Self::Day(day) => Date::new(year, month, day.min(last.day())).ok(),
            Self::LastDay => Some(last),
            Self::LastWeekday => {
                let beyond_friday = match last.weekday() {
                    Weekday::Saturday => 1,
                    Weekday::Sunday => 2,
                    _ => 0,
                };
                Date::new(year, month, last.day() - beyond_friday).ok()
            }
        }
    }
}

impl DayOfYear {
    /// A day that exists in some year.
    pub fn new(month: i8, day: i8) -> Option<Self> {
        // 2024 has a 29 February.
        Date::new(2024, month, day).ok().map(|_| Self { month, day })
    }

    /// The day in a year.
    pub fn in_year(self, year: i16) -> Date {
        DueDay::Day(self.day).in_month(year, self.month).unwrap_or(date(year, 12, 31))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(when: StepTime) -> CycleStep {
        CycleStep {
            id: StepId::new("s"),
            name: "Step".to_owned(),
            kind: CycleKind::FollowupMonth,
            when,
            opens_days_before: None,
            rel_year: -1,
            level: None,
            document: None,
            origin: Origin::default(),
        }
    }

    #[test]
    fn the_last_weekday_of_a_month_is_never_a_saturday_or_sunday() {
        // 31 March 2024 is a Sunday, 31 August 2024 a Saturday, 30 April 2024 a Tuesday.
        let months = step(StepTime::Months { months: vec![8, 3, 4], due: DueDay::LastWeekday });
        assert_eq!(
            months.due_days(2024),
            [date(2024, 3, 29), date(2024, 4, 30), date(2024, 8, 30)]
        );
    }

    #[test]
    fn a_day_that_a_short_month_lacks_is_its_last_day() {
        let months = step(StepTime::Months { months: vec![2, 4], due: DueDay::Day(31) });
        assert_eq!(months.due_days(2023), [date(2023, 2, 28), date(2023, 4, 30)]);
        assert_eq!(DayOfYear::new(2, 29).map(|day| day.in_year(2023)), Some(date(2023, 2, 28)));
        assert_eq!(DayOfYear::new(2, 30), None);
    }

    #[test]
    fn a_step_that_happens_once_is_due_only_in_its_year() {
        let once = step(StepTime::Once(vec![date(2020, 8, 31), date(2019, 4, 30)]));
        assert_eq!(once.due_days(2020), [date(2020, 8, 31)]);
        assert!(once.due_days(2021).is_empty());
        assert_eq!(once.about_year(2020), 2019);
    }

    #[test]
    fn a_step_whose_days_are_set_each_year_has_none_before_that() {
        assert!(step(StepTime::PerYear(2)).due_days(2024).is_empty());
    }
}

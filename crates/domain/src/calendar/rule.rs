//! Rules by which the day of a step moves from one year to the next.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::holidays::{next_working_day, working_day_before};
use crate::steering::{Closed, CycleStep, DayOfYear, DueDay, StepTime, closed};

closed! {
    /// How a step's day is found in another year.
    RuleKind, "day rule" {
        /// The same weekday, as near the same date as can be.
        Nearest = "nearest",
        /// The same date, or the nearest working day before it.
        SameDate = "same_date",
        /// The same place among the month's weekdays, such as the third Monday of November.
        NthWeekday = "nth",
        /// The last of its weekday in the month.
        LastWeekday = "last_weekday",
        /// The month's first working day.
        FirstWorkingDay = "first_working",
        /// The month's last working day.
        LastWorkingDay = "last_working",
        /// The month's last day, whatever day it is.
        LastDay = "last_day",
    }
}

/// A rule with what it needs to find a day in any year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayRule {
    /// See [`RuleKind::Nearest`].
    Nearest(DayOfYear, Weekday),
    /// See [`RuleKind::SameDate`].
    SameDate(DayOfYear),
    /// Month, which one (1–4) and weekday; see [`RuleKind::NthWeekday`].
    NthWeekday(i8, i8, Weekday),
    /// Month and weekday; see [`RuleKind::LastWeekday`].
    LastWeekday(i8, Weekday),
    /// Month; see [`RuleKind::FirstWorkingDay`].
    FirstWorkingDay(i8),
    /// Month; see [`RuleKind::LastWorkingDay`].
    LastWorkingDay(i8),
    /// Month; see [`RuleKind::LastDay`].
    LastDay(i8),
}

/// Text that is no rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a rule for days")]
pub struct UnknownRule;

impl DayRule {
    /// The rule of a kind that a day is an example of, as far as the day can be one: the
    /// fifth Monday has no place that every month has. That the rule leads back to the day is not
    /// promised; ask [`DayRule::in_year`].
    pub fn of(kind: RuleKind, day: Date) -> Option<Self> {
        let date = DayOfYear::new(day.month(), day.day())?;
        let which = (day.day() - 1).div_euclid(7) + 1;
        let (month, weekday) = (day.month(), day.weekday());
        match kind {
            RuleKind::Nearest => Some(Self::Nearest(date, weekday)),
            RuleKind::SameDate => Some(Self::SameDate(date)),
            RuleKind::NthWeekday if which > 4 => None,
            RuleKind::NthWeekday => Some(Self::NthWeekday(month, which, weekday)),
            RuleKind::LastWeekday => Some(Self::LastWeekday(month, weekday)),
            RuleKind::FirstWorkingDay => Some(Self::FirstWorkingDay(month)),
            RuleKind::LastWorkingDay => Some(Self::LastWorkingDay(month)),
            RuleKind::LastDay => Some(Self::LastDay(month)),
        }
    }

    /// Its kind.
    pub fn kind(self) -> RuleKind {
        match self {
            Self::Nearest(..) => RuleKind::Nearest,
            Self::SameDate(_) => RuleKind::SameDate,
            Self::NthWeekday(..) => RuleKind::NthWeekday,
            Self::LastWeekday(..) => RuleKind::LastWeekday,
            Self::FirstWorkingDay(_) => RuleKind::FirstWorkingDay,
            Self::LastWorkingDay(_) => RuleKind::LastWorkingDay,
            Self::LastDay(_) => RuleKind::LastDay,
        }
    }

    /// The day in a year; none for a year beyond the calendar. It always lies in the year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        let first = |month| Date::new(year, month, 1).ok();
        match self {
            Self::Nearest(date, weekday) => nearest(date.in_year(year), weekday),
            Self::SameDate(date) => Some(within(working_day_before(date.in_year(year)), year)),
            Self::NthWeekday(month, which, weekday) => {
                first(month)?.nth_weekday_of_month(which, weekday).ok()
            }
            Self::LastWeekday(month, weekday) => {
                first(month)?.nth_weekday_of_month(-1, weekday).ok()
            }
            Self::FirstWorkingDay(month) => Some(next_working_day(first(month)?)),
            Self::LastWorkingDay(month) => Some(working_day_before(first(month)?.last_of_month())),
            Self::LastDay(month) => Some(first(month)?.last_of_month()),
        }
    }

    /// The rules that a step of the steering model stands for: one for each time of the year. Empty
    /// for steps whose days are set each year, and for those that happened once.
    pub fn of_model_step(step: &CycleStep) -> Vec<Self> {
        match &step.when {
            StepTime::Months { months, due } => {
                months.iter().filter_map(|month| Self::of_due_day(*month, *due)).collect()
            }
            StepTime::Dates(dates) => dates.iter().copied().map(Self::SameDate).collect(),
            StepTime::PerYear(_) | StepTime::Once(_) => Vec::new(),
        }
    }

    fn of_due_day(month: i8, due: DueDay) -> Option<Self> {
        Some(match due {
            // A month that is shorter gives its last day.
            DueDay::Day(day) => Self::SameDate(
                DayOfYear::new(month, day)
                    .or_else(|| DayOfYear::new(month, 30))
                    .or_else(|| DayOfYear::new(month, 29))?,
            ),
            DueDay::LastDay => Self::LastDay(month),
            DueDay::LastWeekday => Self::LastWorkingDay(month),
        })
    }
}

/// New Year's Day has no working day before it in its year.
fn within(day: Date, year: i16) -> Date {
    if day.year() == year { day } else { next_working_day(day.tomorrow().unwrap_or(day)) }
}

fn nearest(target: Date, weekday: Weekday) -> Option<Date> {
    let ahead = i64::from(target.weekday().until(weekday));
    let shift = if ahead > 3 { ahead - 7 } else { ahead };
    let day = target.checked_add(shift.days()).ok()?;
    if day.year() == target.year() {
        return Some(day);
    }
    day.checked_add(if shift < 0 { 7.days() } else { (-7).days() }).ok()
}

impl fmt::Display for DayRule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.kind().key())?;
        let number = |weekday: Weekday| weekday.to_monday_one_offset();
        match *self {
            Self::Nearest(date, weekday) => {
                write!(out, " {} {} {}", date.month, date.day, number(weekday))
            }
            Self::SameDate(date) => write!(out, " {} {}", date.month, date.day),
            Self::NthWeekday(month, which, weekday) => {
                write!(out, " {month} {which} {}", number(weekday))
            }
            Self::LastWeekday(month, weekday) => write!(out, " {month} {}", number(weekday)),
            Self::FirstWorkingDay(month) | Self::LastWorkingDay(month) | Self::LastDay(month) => {
                write!(out, " {month}")
            }
        }
    }
}

impl serde::Serialize for DayRule {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl std::str::FromStr for DayRule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        read(text).ok_or(UnknownRule)
    }
}

fn read(text: &str) -> Option<DayRule> {
    let mut words = text.split(' ');
    let kind: RuleKind = words.next()?.parse().ok()?;
    let numbers: Vec<i8> = words.map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let month = |month: i8| (1..=12).contains(&month).then_some(month);
    let weekday = |number: i8| Weekday::from_monday_one_offset(number).ok();
    match (kind, numbers.as_slice()) {
        (RuleKind::Nearest, [of, day, on]) => {
            Some(DayRule::Nearest(DayOfYear::new(*of, *day)?, weekday(*on)?))
        }
        (RuleKind::SameDate, [of, day]) => Some(DayRule::SameDate(DayOfYear::new(*of, *day)?)),
        (RuleKind::NthWeekday, [of, which @ 1..=4, on]) => {
            Some(DayRule::NthWeekday(month(*of)?, *which, weekday(*on)?))
        }
        (RuleKind::LastWeekday, [of, on]) => Some(DayRule::LastWeekday(month(*of)?, weekday(*on)?)),
        (RuleKind::FirstWorkingDay, [of]) => Some(DayRule::FirstWorkingDay(month(*of)?)),
        (RuleKind::LastWorkingDay, [of]) => Some(DayRule::LastWorkingDay(month(*of)?)),
        (RuleKind::LastDay, [of]) => Some(DayRule::LastDay(month(*of)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::holidays::is_working_day;
    use super::*;

    fn next(kind: RuleKind, day: Date) -> Date {
        DayRule::of(kind, day).unwrap().in_year(day.year() + 1).unwrap()
    }

    #[test]
    fn the_last_working_day_of_august_is_never_a_saturday() {
        let rule = DayRule::LastWorkingDay(8);
        assert_eq!(rule.in_year(2024), Some(date(2024, 8, 30)), "31 August 2024 is a Saturday");
        assert_eq!(rule.in_year(2026), Some(date(2026, 8, 31)));
        let december = DayRule::LastWorkingDay(12);
        assert_eq!(december.in_year(2026), Some(date(2026, 12, 30)), "New Year's Eve is closed");
    }

    #[test]
    fn a_meeting_on_the_third_monday_stays_on_the_third_monday() {
        assert_eq!(next(RuleKind::NthWeekday, date(2026, 11, 16)), date(2027, 11, 15));
        assert_eq!(next(RuleKind::LastWeekday, date(2026, 5, 28)), date(2027, 5, 27));
    }

    #[test]
    fn the_same_date_gives_way_to_the_working_day_before() {
        // 15 November 2026 is a Sunday, in 2027 a Monday.
        let rule = DayRule::SameDate(DayOfYear::new(11, 15).unwrap());
        assert_eq!(rule.in_year(2026), Some(date(2026, 11, 13)));
        assert_eq!(rule.in_year(2027), Some(date(2027, 11, 15)), "it does not drift");
        let new_year = DayRule::SameDate(DayOfYear::new(1, 1).unwrap());
        assert_eq!(new_year.in_year(2027), Some(date(2027, 1, 4)), "a step stays in its year");
    }

    #[test]
    fn the_nearest_same_weekday_is_at_most_three_days_away() {
        assert_eq!(next(RuleKind::Nearest, date(2026, 9, 4)), date(2027, 9, 3));
        assert_eq!(next(RuleKind::Nearest, date(2025, 1, 1)), date(2026, 1, 7), "not in 2025");
        assert_eq!(next(RuleKind::Nearest, date(2027, 12, 31)), date(2028, 12, 29));
    }

    #[test]
    fn the_fifth_monday_has_no_place_that_every_month_has() {
        assert_eq!(DayRule::of(RuleKind::NthWeekday, date(2026, 8, 31)), None);
    }

    fn rules() -> impl Strategy<Value = DayRule> {
        let kinds = prop::sample::select(RuleKind::ALL);
        (kinds, 2000_i16..=2100, 1_i8..=12, 1_i8..=28)
            .prop_filter_map("a fifth weekday", |(kind, year, month, day)| {
                DayRule::of(kind, date(year, month, day))
            })
    }

    proptest! {
        #[test]
        fn a_rule_reads_what_it_writes(rule in rules()) {
            prop_assert_eq!(rule.to_string().parse(), Ok(rule));
        }

        #[test]
        fn any_text_is_a_rule_or_refused(text in "[a-z_]{0,12}( -?[0-9]{1,3}){0,4}") {
            if let Ok(rule) = text.parse::<DayRule>() {
                prop_assert!(rule.in_year(2026).is_some(), "{rule}");
            }
        }

        #[test]
        fn a_rule_finds_a_day_of_the_year_asked_for(rule in rules(), year in 2000_i16..=2100) {
            let day = rule.in_year(year).unwrap();
            prop_assert_eq!(day.year(), year);
            if matches!(rule.kind(), RuleKind::SameDate | RuleKind::FirstWorkingDay | RuleKind::LastWorkingDay) {
                prop_assert!(is_working_day(day), "{rule} {day}");
            }
        }

        #[test]
        fn the_nearest_weekday_keeps_its_weekday_for_ever(
            month in 1_i8..=12, day in 1_i8..=28, years in 1_i16..=50,
        ) {
            let first = date(2026, month, day);
            let rule = DayRule::of(RuleKind::Nearest, first).unwrap();
            prop_assert_eq!(rule.in_year(2026), Some(first));
            let later = rule.in_year(2026 + years).unwrap();
            prop_assert_eq!(later.weekday(), first.weekday());
        }
    }
}

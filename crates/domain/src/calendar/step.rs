//! A step of an org unit's year wheel, and what can be wrong with one.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::rule::{DayRule, RuleKind};
use crate::ids::{OrgUnitId, WheelStepId};
use crate::steering::CycleKind;

/// The first year that a wheel can be made for.
pub const FIRST_YEAR: i16 = 2000;
/// The last year that a wheel can be made for.
pub const LAST_YEAR: i16 = 2100;
/// Most characters of a title.
pub const LONGEST_TITLE: usize = 160;
/// Most characters of an instruction.
pub const LONGEST_INSTRUCTIONS: usize = 8_000;
/// How many years before and after its own a step may be about.
const YEARS_AWAY: i16 = 4;

/// Whether a wheel can be made for the year.
pub fn is_wheel_year(year: i16) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

/// What a step says: what people write and change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StepContent {
    /// What is done.
    pub kind: CycleKind,
    /// In the org unit's own words.
    pub title: String,
    /// The first day of the work, where it takes more than a day. It may lie in the year before.
    pub opens_on: Option<Date>,
    /// The last day.
    pub due_on: Date,
    /// The day by which what lies below must be ready, where it needs something of it.
    pub needed_on: Option<Date>,
    /// How the days move to another year.
    pub rule: DayRule,
    /// The year it is about, which need not be the year it takes place in.
    pub about_year: i16,
    /// The model's document type that it leads to; empty for none.
    pub document: String,
    /// Directive and instructions to those who plan or report below.
    pub instructions: String,
}

/// A step of a wheel.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct WheelStep {
    /// Identity; the same in calendars that people subscribe to.
    pub id: WheelStepId,
    /// Whose wheel.
    pub org_unit: OrgUnitId,
    /// Of which year.
    pub year: i16,
    /// The step of the steering model that it was made from; empty for one of their own.
    pub model_step: String,
    /// What it says.
    #[serde(flatten)]
    pub content: StepContent,
    /// When it was last changed, microseconds since 1970 in UTC.
    pub at: i64,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// Why a step cannot be kept as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepProblem {
    /// It has no title.
    NoTitle,
    /// The title has so many characters.
    LongTitle(usize),
    /// The instructions have so many characters.
    LongInstructions(usize),
    /// Its last day lies in another year than the wheel's.
    AnotherYear,
    /// It begins after its last day.
    OpensAfterDue,
    /// It begins more than a year before its last day.
    OpensTooEarly,
    /// What it needs would come after its last day.
    NeededAfterDue,
    /// The rule says another day in that year; none when the day can be no example of it.
    RuleSays(Option<Date>),
    /// The year it is about is too far away.
    AboutFarAway,
}

impl StepContent {
    /// The rule of a kind for this step's day: the one it has, when that is of the kind and leads
    /// to the day, so that a day moved from a Sunday does not forget where it came from.
    pub fn rule_of(kind: RuleKind, day: Date, before: Option<DayRule>) -> Option<DayRule> {
        let kept = before.filter(|rule| rule.kind() == kind);
        kept.filter(|rule| rule.in_year(day.year()) == Some(day)).or_else(|| DayRule::of(kind, day))
    }

    /// Everything that is wrong with it as a step of the wheel of `year`.
    pub fn problems(&self, year: i16) -> Vec<StepProblem> {
        let mut found = Vec::new();
        let (title, text) = (self.title.chars().count(), self.instructions.chars().count());
        if self.title.trim().is_empty() {
            found.push(StepProblem::NoTitle);
        } else if title > LONGEST_TITLE {
            found.push(StepProblem::LongTitle(title));
        }
        if text > LONGEST_INSTRUCTIONS {
            found.push(StepProblem::LongInstructions(text));
        }
        if self.due_on.year() != year {
            found.push(StepProblem::AnotherYear);
        }
        if self.opens_on.is_some_and(|opens| opens > self.due_on) {
            found.push(StepProblem::OpensAfterDue);
        } else if self
            .opens_on
            .is_some_and(|opens| opens.checked_add(1.year()).is_ok_and(|last| last < self.due_on))
        {
            found.push(StepProblem::OpensTooEarly);
        }
        if self.needed_on.is_some_and(|needed| needed > self.due_on) {
            found.push(StepProblem::NeededAfterDue);
        }
        let ruled = self.rule.in_year(self.due_on.year());
        if ruled != Some(self.due_on) {
            found.push(StepProblem::RuleSays(ruled));
        }
        if self.about_year.checked_sub(year).is_none_or(|away| away.abs() > YEARS_AWAY) {
            found.push(StepProblem::AboutFarAway);
        }
        found
    }

    /// The same step in another year: its last day by the rule, the other days as long before it as
    /// now, and about a year as far away. None for a year beyond the calendar.
    pub fn moved(&self, from: i16, to: i16) -> Option<Self> {
        let due_on = self.rule.in_year(to)?;
        let before = |day: Date| -> Option<Date> {
            let days = day.until(self.due_on).ok()?.get_days();
            due_on.checked_sub(days.days()).ok()
        };
        Some(Self {
            due_on,
            opens_on: self.opens_on.and_then(before),
            needed_on: self.needed_on.and_then(before).map(super::working_day_before),
            about_year: self.about_year.saturating_add(to.saturating_sub(from)),
            ..self.clone()
        })
    }

    /// The first day of the step.
    pub fn begins(&self) -> Date {
        self.opens_on.unwrap_or(self.due_on)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    pub(in crate::calendar) fn step(kind: CycleKind, due_on: Date, about_year: i16) -> WheelStep {
        WheelStep {
            id: WheelStepId::from([1; 16]),
            org_unit: OrgUnitId::from([2; 16]),
            year: due_on.year(),
            model_step: String::new(),
            content: StepContent {
                kind,
                title: "Plan".to_owned(),
                opens_on: None,
                due_on,
                needed_on: None,
                rule: DayRule::of(RuleKind::Nearest, due_on).unwrap(),
                about_year,
                document: String::new(),
                instructions: String::new(),
            },
            at: 0,
            version: 1,
        }
    }

    #[test]
    fn a_step_that_holds_together_has_no_problems() {
        let mut whole = step(CycleKind::Plan, date(2026, 10, 15), 2027).content;
        whole.opens_on = Some(date(2025, 12, 1));
        whole.needed_on = Some(date(2026, 10, 1));
        assert_eq!(whole.problems(2026), []);
    }

    #[test]
    fn each_thing_that_is_wrong_is_told() {
        let mut wrong = step(CycleKind::Plan, date(2026, 10, 15), 2040).content;
        wrong.title = "  ".to_owned();
        wrong.instructions = "x".repeat(LONGEST_INSTRUCTIONS + 1);
        wrong.opens_on = Some(date(2026, 10, 16));
        wrong.needed_on = Some(date(2026, 11, 1));
        wrong.rule = DayRule::LastWorkingDay(10);
        assert_eq!(
            wrong.problems(2027),
            [
                StepProblem::NoTitle,
                StepProblem::LongInstructions(LONGEST_INSTRUCTIONS + 1),
                StepProblem::AnotherYear,
                StepProblem::OpensAfterDue,
                StepProblem::NeededAfterDue,
                StepProblem::RuleSays(Some(date(2026, 10, 30))),
                StepProblem::AboutFarAway,
            ]
        );
        wrong.opens_on = Some(date(2025, 10, 1));
        assert!(wrong.problems(2026).contains(&StepProblem::OpensTooEarly));
        wrong.title = "x".repeat(LONGEST_TITLE + 1);
        assert_eq!(wrong.problems(2026)[0], StepProblem::LongTitle(LONGEST_TITLE + 1));
    }

    #[test]
    fn a_step_moves_with_its_other_days_and_is_about_a_year_as_far_away() {
        let mut one = step(CycleKind::Plan, date(2026, 10, 15), 2027).content;
        one.opens_on = Some(date(2026, 9, 15));
        one.needed_on = Some(date(2026, 10, 1));
        let moved = one.moved(2026, 2027).unwrap();
        assert_eq!(moved.due_on, date(2027, 10, 14), "a Thursday as before");
        assert_eq!(moved.opens_on, Some(date(2027, 9, 14)));
        assert_eq!(moved.needed_on, Some(date(2027, 9, 30)));
        assert_eq!(moved.about_year, 2028);
    }

    #[test]
    fn a_rule_remembers_the_sunday_it_gave_way_to() {
        let rule: DayRule = "same_date 11 15".parse().unwrap();
        let friday = date(2026, 11, 13);
        assert_eq!(StepContent::rule_of(RuleKind::SameDate, friday, Some(rule)), Some(rule));
        let other = StepContent::rule_of(RuleKind::SameDate, date(2026, 11, 12), Some(rule));
        assert_eq!(other, Some("same_date 11 12".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn a_moved_step_has_no_new_problems(
            month in 1_i8..=12, day in 1_i8..=28, to in 2000_i16..=2100,
            kind in prop::sample::select(RuleKind::ALL),
        ) {
            let mut one = step(CycleKind::Plan, date(2026, month, day), 2027).content;
            let Some(rule) = DayRule::of(kind, one.due_on) else { return Ok(()) };
            one.rule = rule;
            one.due_on = rule.in_year(2026).unwrap();
            one.opens_on = one.due_on.checked_sub(30.days()).ok();
            one.needed_on = one.due_on.checked_sub(10.days()).ok();
            prop_assert_eq!(one.problems(2026), []);
            prop_assert_eq!(one.moved(2026, to).unwrap().problems(to), []);
        }
    }
}

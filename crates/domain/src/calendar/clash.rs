//! Whether an org unit's wheel fits those above it, and the law.
//!
//! What goes upward (reports, proposals) must be ready when the level above needs it. What is
//! decided above (directives, frames, the budget) comes before what is decided below.

use jiff::civil::Date;

use super::law::{LAW_DAYS, LawDuty};
use super::step::WheelStep;
use crate::ids::WheelStepId;
use crate::steering::CycleKind;

/// How two steps do not fit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ClashKind {
    /// The level above needs it before it is ready.
    TooLate,
    /// It is decided before the level above has decided what it rests on.
    TooEarly,
    /// The level above needs something that the wheel has no step for.
    Missing,
}

/// Two steps that do not fit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clash {
    /// How.
    pub kind: ClashKind,
    /// The own step; none for one that is missing.
    pub own: Option<WheelStepId>,
    /// The step above.
    pub above: WheelStepId,
    /// The day that the level above has said.
    pub wanted: Date,
    /// The day of the own step.
    pub set: Option<Date>,
}

/// What is reported or proposed upward; steps of one stream answer each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stream {
    Month,
    Part,
    Year,
    Forecast,
    Plan,
    Workplan,
    Evaluation,
}

/// The stream that a kind of step belongs to, if its result goes upward.
pub(super) fn stream(kind: CycleKind) -> Option<Stream> {
    match kind {
        CycleKind::FollowupMonth => Some(Stream::Month),
        CycleKind::FollowupPart => Some(Stream::Part),
        CycleKind::FollowupYear => Some(Stream::Year),
        CycleKind::Forecast => Some(Stream::Forecast),
        CycleKind::Plan => Some(Stream::Plan),
        CycleKind::Workplan => Some(Stream::Workplan),
        CycleKind::Evaluate => Some(Stream::Evaluation),
        _ => None,
    }
}

/// Whether a step above rests on what own steps of the stream give.
fn takes(above: CycleKind, own: Stream) -> bool {
    stream(above) == Some(own) || (own == Stream::Plan && above == CycleKind::Budget)
}

/// Whether a step below rests on what is decided in a step above.
fn rests_on(own: CycleKind, above: CycleKind) -> bool {
    match own {
        CycleKind::Plan => matches!(above, CycleKind::Directive | CycleKind::Frames),
        CycleKind::Decide => above == CycleKind::Budget,
        CycleKind::Workplan => matches!(above, CycleKind::Budget | CycleKind::Decide),
        _ => false,
    }
}

/// The day by which a step needs what comes from below.
pub(super) fn needed(step: &WheelStep) -> Date {
    step.content.needed_on.unwrap_or(step.content.due_on)
}

/// Everything that does not fit between a wheel and those above it, which come nearest first. A step
/// that is too late for several is told of once, with the earliest day; what is missing is told
/// of for the nearest wheel that needs something.
pub fn clashes(own: &[WheelStep], above: &[Vec<WheelStep>]) -> Vec<Clash> {
    let mut found = Vec::new();
    for step in own {
        let day = step.content.due_on;
        let clash = |kind, other: &WheelStep, wanted| Clash {
            kind,
            own: Some(step.id),
            above: other.id,
            wanted,
            set: Some(day),
        };
        let late = above
            .iter()
            .filter_map(|wheel| answered(step, wheel))
            .filter(|other| day > needed(other))
            .min_by_key(|other| needed(other));
        found.extend(late.map(|other| clash(ClashKind::TooLate, other, needed(other))));
        let early = above
            .iter()
            .flatten()
            .filter(|other| is_about_the_same(step, other))
            .filter(|other| rests_on(step.content.kind, other.content.kind))
            .filter(|other| day < other.content.due_on)
            .max_by_key(|other| other.content.due_on);
        found.extend(early.map(|other| clash(ClashKind::TooEarly, other, other.content.due_on)));
    }
    found.extend(missing(own, above));
    found
}

/// What the nearest wheel that needs something from below has no answer to.
fn missing(own: &[WheelStep], above: &[Vec<WheelStep>]) -> Vec<Clash> {
    let needs = |step: &&WheelStep| step.content.needed_on.is_some();
    let Some(nearest) = above.iter().find(|wheel| wheel.iter().any(|step| needs(&step))) else {
        return Vec::new();
    };
    let is_answered = |other: &WheelStep| {
        own.iter().any(|step| {
            is_about_the_same(step, other)
                && stream(step.content.kind).is_some_and(|own| takes(other.content.kind, own))
                && (step.content.kind != CycleKind::FollowupMonth || same_month(step, other))
        })
    };
    nearest
        .iter()
        .filter(needs)
        .filter(|other| !is_answered(other))
        .map(|other| Clash {
            kind: ClashKind::Missing,
            own: None,
            above: other.id,
            wanted: needed(other),
            set: None,
        })
        .collect()
}

/// The step of a wheel above that takes what the step gives: of those about the same year, the one
/// whose day is nearest, and for what is done every month the one in the same month.
fn answered<'a>(step: &WheelStep, wheel: &'a [WheelStep]) -> Option<&'a WheelStep> {
    let own = stream(step.content.kind)?;
    wheel
        .iter()
        .filter(|other| is_about_the_same(step, other) && takes(other.content.kind, own))
        .filter(|other| own != Stream::Month || same_month(step, other))
        .min_by_key(|other| {
            // Its own kind goes before the budget, which takes all plans.
            (other.content.kind != step.content.kind, days_between(step, other))
        })
}

fn is_about_the_same(one: &WheelStep, other: &WheelStep) -> bool {
    one.content.about_year == other.content.about_year
}

fn same_month(one: &WheelStep, other: &WheelStep) -> bool {
    let month = |step: &WheelStep| (step.content.due_on.year(), step.content.due_on.month());
    month(one) == month(other)
}

fn days_between(one: &WheelStep, other: &WheelStep) -> i32 {
    let days = one.content.due_on.until(needed(other)).map(|span| span.get_days());
    days.unwrap_or(i32::MAX).saturating_abs()
}

/// What the law asks for that a wheel has too late or not at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LawClash {
    /// The duty.
    pub duty: LawDuty,
    /// The law's day.
    pub day: Date,
    /// The step that comes too late, with its day; none when there is no step.
    pub late: Option<(WheelStepId, Date)>,
}

/// What the law asks of the municipality in a year that the council's wheel does not meet. Of several
/// steps that could meet a duty the first counts: the law asks for one.
pub fn law_clashes(wheel: &[WheelStep], year: i16) -> Vec<LawClash> {
    let mut found = Vec::new();
    for law in LAW_DAYS {
        let (Some(kind), day) = (law.duty.met_by(), law.in_year(year)) else { continue };
        let first = wheel
            .iter()
            .filter(|step| step.content.kind == kind)
            .filter(|step| step.content.about_year == year.saturating_add(law.rel_year))
            .min_by_key(|step| step.content.due_on);
        let late = first.map(|step| (step.id, step.content.due_on));
        if late.is_none_or(|(_, due)| due > day) {
            found.push(LawClash { duty: law.duty, day, late });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::step::tests::step;
    use super::*;

    fn numbered(number: u8, kind: CycleKind, due: Date, about: i16) -> WheelStep {
        WheelStep { id: WheelStepId::from([number; 16]), ..step(kind, due, about) }
    }

    #[test]
    fn a_plan_later_than_the_committee_needs_it_is_told_with_both_days() {
        let own = [numbered(1, CycleKind::Plan, date(2026, 10, 20), 2027)];
        let committee = numbered(2, CycleKind::Plan, date(2026, 10, 15), 2027);
        let found = clashes(&own, &[vec![committee.clone()]]);
        assert_eq!(
            found,
            [Clash {
                kind: ClashKind::TooLate,
                own: Some(own[0].id),
                above: committee.id,
                wanted: date(2026, 10, 15),
                set: Some(date(2026, 10, 20)),
            }]
        );
        let in_time = [numbered(1, CycleKind::Plan, date(2026, 10, 15), 2027)];
        assert_eq!(clashes(&in_time, &[vec![committee]]), []);
    }

    #[test]
    fn what_is_needed_before_the_step_itself_is_what_counts() {
        let own = [numbered(1, CycleKind::FollowupPart, date(2026, 9, 10), 2026)];
        let mut council = numbered(2, CycleKind::FollowupPart, date(2026, 9, 30), 2026);
        assert_eq!(clashes(&own, &[vec![council.clone()]]), []);
        council.content.needed_on = Some(date(2026, 9, 7));
        assert_eq!(clashes(&own, &[vec![council]])[0].wanted, date(2026, 9, 7));
    }

    #[test]
    fn of_several_levels_the_strictest_is_told() {
        let own = [numbered(1, CycleKind::Plan, date(2026, 10, 20), 2027)];
        let near = vec![numbered(2, CycleKind::Plan, date(2026, 10, 16), 2027)];
        let far = vec![numbered(3, CycleKind::Plan, date(2026, 10, 9), 2027)];
        let found = clashes(&own, &[near, far]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].wanted, date(2026, 10, 9));
    }

    #[test]
    fn work_plans_come_after_the_budget_that_they_rest_on() {
        let own = [numbered(1, CycleKind::Workplan, date(2026, 10, 30), 2027)];
        let council = vec![numbered(2, CycleKind::Budget, date(2026, 11, 16), 2027)];
        let found = clashes(&own, &[council]);
        assert_eq!((found[0].kind, found[0].wanted), (ClashKind::TooEarly, date(2026, 11, 16)));
    }

    #[test]
    fn steps_about_other_years_do_not_meet() {
        let own = [numbered(1, CycleKind::FollowupYear, date(2026, 3, 20), 2025)];
        let above = vec![numbered(2, CycleKind::FollowupYear, date(2026, 2, 1), 2024)];
        assert_eq!(clashes(&own, &[above]), []);
    }

    #[test]
    fn monthly_follow_ups_meet_month_by_month() {
        let own = [
            numbered(1, CycleKind::FollowupMonth, date(2026, 2, 26), 2026),
            numbered(2, CycleKind::FollowupMonth, date(2026, 3, 30), 2026),
        ];
        let above = vec![
            numbered(3, CycleKind::FollowupMonth, date(2026, 2, 27), 2026),
            numbered(4, CycleKind::FollowupMonth, date(2026, 3, 27), 2026),
        ];
        let found = clashes(&own, &[above]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].own, Some(own[1].id));
    }

    #[test]
    fn what_the_nearest_level_needs_and_nobody_gives_is_missing() {
        let mut needing = numbered(2, CycleKind::Plan, date(2026, 10, 15), 2027);
        needing.content.needed_on = Some(date(2026, 10, 1));
        let farther = vec![WheelStep { id: WheelStepId::from([3; 16]), ..needing.clone() }];
        let found = clashes(&[], &[vec![needing.clone()], farther.clone()]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].kind, found[0].above), (ClashKind::Missing, needing.id));
        let own = [numbered(1, CycleKind::Plan, date(2026, 9, 30), 2027)];
        assert_eq!(clashes(&own, &[vec![needing], farther]), []);
    }

    #[test]
    fn a_budget_in_december_is_too_late_by_law_and_none_is_missing() {
        let council = [
            numbered(1, CycleKind::FollowupYear, date(2026, 4, 15), 2025),
            numbered(2, CycleKind::FollowupPart, date(2026, 5, 20), 2026),
            numbered(3, CycleKind::FollowupPart, date(2026, 12, 1), 2026),
            numbered(4, CycleKind::Budget, date(2026, 12, 14), 2027),
        ];
        let late = |duty, day, step: &WheelStep| LawClash {
            duty,
            day,
            late: Some((step.id, step.content.due_on)),
        };
        assert_eq!(
            law_clashes(&council, 2026),
            [late(LawDuty::Budget, date(2026, 11, 30), &council[3])]
        );
        let duties: Vec<LawDuty> = law_clashes(&[], 2026).iter().map(|one| one.duty).collect();
        assert_eq!(duties, [LawDuty::AnnualReport, LawDuty::PartReport, LawDuty::Budget]);
    }
}

//! What a new wheel begins with: the steering model's calendar, last year's wheel, and what the
//! levels above need.

use jiff::ToSpan;
use jiff::civil::Date;

use super::clash::{needed, stream};
use super::holidays::{holiday_on, working_day_before};
use super::rule::{DayRule, RuleKind};
use super::step::{StepContent, WheelStep};
use crate::steering::{CycleStep, SteeringModel, StepTime};

/// How many working days before the level above something is ready, unless somebody says otherwise.
const MARGIN: usize = 5;

/// A step proposed for a wheel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposed {
    /// The same whenever the same is proposed; what a form sends back.
    pub key: String,
    /// The step.
    pub content: StepContent,
    /// The step of the steering model that it comes from; empty for others.
    pub model_step: String,
    /// The day it had last year.
    pub before: Option<Date>,
    /// Whether it is about a year for which the model holds. A model decided one year may hold
    /// from the budget process of another; what was done before that is no part of it.
    pub applies: bool,
}

impl Proposed {
    /// Gives way to a holiday: the day becomes the working day before it, by a rule that gives way in
    /// other years too. What is due on the last day of a month, whatever day that is, stays. Answers
    /// the holiday, also where the rule gave way to it already.
    pub fn give_way(&mut self) -> Option<Date> {
        let content = &mut self.content;
        let year = content.due_on.year();
        if let DayRule::SameDate(of) = content.rule {
            let said = of.in_year(year);
            return (said != content.due_on && holiday_on(said).is_some()).then_some(said);
        }
        let said = content.due_on;
        if content.rule.kind() == RuleKind::LastDay || holiday_on(said).is_none() {
            return None;
        }
        let rule = DayRule::of(RuleKind::SameDate, said)?;
        content.due_on = rule.in_year(year)?;
        content.rule = rule;
        content.opens_on = content.opens_on.map(|day| day.min(content.due_on));
        content.needed_on = content.needed_on.map(|day| day.min(content.due_on));
        Some(said)
    }
}

/// The steps of the model for a level of the organisation. `tops` also takes those that the model
/// gives to nobody.
pub fn from_model(model: &SteeringModel, level: &str, is_top: bool, year: i16) -> Vec<Proposed> {
    let introduced = model.version.valid_from.map_or(i16::MIN, Date::year);
    let mut found = Vec::new();
    for step in model.cycle.iter().filter(|step| is_of(step, level, is_top)) {
        for rule in rules(step, year) {
            let Some(due_on) = rule.in_year(year) else { continue };
            let opens_on = step
                .opens_days_before
                .and_then(|days| due_on.checked_sub(i64::from(days).days()).ok());
            let about_year = step.about_year(year);
            found.push(Proposed {
                key: format!("modell:{}:{due_on}", step.id),
                content: StepContent {
                    kind: step.kind,
                    title: step.name.clone(),
                    opens_on,
                    due_on,
                    needed_on: None,
                    rule,
                    about_year,
                    document: step.document.as_ref().map(ToString::to_string).unwrap_or_default(),
                    instructions: String::new(),
                },
                model_step: step.id.to_string(),
                before: None,
                applies: about_year >= introduced,
            });
        }
    }
    sorted(found)
}

/// Steps of the model for a level whose days somebody sets each year, with how many there are.
pub fn unscheduled<'m>(
    model: &'m SteeringModel,
    level: &str,
    is_top: bool,
) -> Vec<(&'m CycleStep, u8)> {
    let steps = model.cycle.iter().filter(|step| is_of(step, level, is_top));
    steps
        .filter_map(|step| match step.when {
            StepTime::PerYear(times) => Some((step, times)),
            _ => None,
        })
        .collect()
}

fn is_of(step: &CycleStep, level: &str, is_top: bool) -> bool {
    step.level.as_ref().map_or(is_top, |of| of.as_str() == level)
}

fn rules(step: &CycleStep, year: i16) -> Vec<DayRule> {
    if let StepTime::Once(days) = &step.when {
        let there = days.iter().filter(|day| day.year() == year);
        return there.filter_map(|day| DayRule::of(RuleKind::Nearest, *day)).collect();
    }
    DayRule::of_model_step(step)
}

/// The steps of last year's wheel, each moved by its rule.
pub fn from_last_year(steps: &[WheelStep], year: i16) -> Vec<Proposed> {
    let moved = steps.iter().filter_map(|step| {
        Some(Proposed {
            key: format!("forra:{}", step.id),
            content: step.content.moved(step.year, year)?,
            model_step: step.model_step.clone(),
            before: Some(step.content.due_on),
            applies: true,
        })
    });
    sorted(moved.collect())
}

/// What the wheels above (nearest first) need from below and `own` does not give: of each kind,
/// what the nearest of them has, some working days before that needs it.
pub fn from_above(own: &[Proposed], above: &[Vec<WheelStep>]) -> Vec<Proposed> {
    let mut found: Vec<Proposed> = Vec::new();
    for wheel in above {
        let mut here = Vec::new();
        for step in wheel {
            let Some(of) = stream(step.content.kind) else { continue };
            let same = |one: &Proposed| {
                stream(one.content.kind) == Some(of)
                    && one.content.about_year == step.content.about_year
            };
            if own.iter().any(same) || found.iter().any(same) {
                continue;
            }
            here.extend(before(step));
        }
        found.extend(here);
    }
    sorted(found)
}

/// The key of what is proposed because a step above needs it.
pub fn from_above_key(step: &WheelStep) -> String {
    format!("ovan:{}", step.id)
}

fn before(step: &WheelStep) -> Option<Proposed> {
    let due_on = earlier(needed(step), MARGIN);
    let due_on = if due_on.year() == step.year { due_on } else { needed(step) };
    let opens_on = step.content.opens_on.filter(|opens| *opens <= due_on);
    Some(Proposed {
        key: from_above_key(step),
        content: StepContent {
            opens_on,
            due_on,
            needed_on: None,
            rule: DayRule::of(RuleKind::Nearest, due_on)?,
            document: String::new(),
            instructions: String::new(),
            ..step.content.clone()
        },
        model_step: String::new(),
        before: None,
        applies: true,
    })
}

/// So many working days before a day.
fn earlier(day: Date, working_days: usize) -> Date {
    let back = |day: &Date| day.yesterday().ok().map(working_day_before);
    std::iter::successors(Some(day), back).nth(working_days).unwrap_or(day)
}

fn sorted(mut proposed: Vec<Proposed>) -> Vec<Proposed> {
    proposed.sort_by(|one, other| {
        (one.content.due_on, &one.content.title).cmp(&(other.content.due_on, &other.content.title))
    });
    proposed
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::clash::clashes;
    use super::super::step::tests::step;
    use super::*;
    use crate::steering::{CycleKind, check};

    fn osteraker() -> SteeringModel {
        let preset = include_str!("../../../../presets/osteraker-2018.yaml");
        check(preset.as_bytes()).into_model().unwrap()
    }

    fn days(of: &[Proposed]) -> Vec<String> {
        of.iter().map(|one| format!("{} {}", one.content.due_on, one.model_step)).collect()
    }

    #[test]
    fn a_committee_begins_with_eight_follow_ups_and_its_plan() {
        let found = from_model(&osteraker(), "namnd", false, 2026);
        assert_eq!(
            days(&found),
            [
                "2026-02-27 manad",
                "2026-03-31 manad",
                "2026-04-30 manad",
                "2026-05-29 manad",
                "2026-06-30 manad",
                "2026-09-30 manad",
                "2026-10-15 forslag_namnd",
                "2026-10-30 manad",
                "2026-11-30 manad",
                "2026-12-15 beslut_namnd",
            ]
        );
        let plan = &found[6].content;
        assert_eq!((plan.about_year, plan.opens_on), (2027, Some(date(2026, 9, 15))));
        let model = osteraker();
        let loose = unscheduled(&model, "namnd", false);
        let names: Vec<(&str, u8)> = loose.iter().map(|(one, n)| (one.id.as_str(), *n)).collect();
        assert_eq!(names, [("medborgardialog", 1), ("jamforelse", 1)]);
    }

    #[test]
    fn a_model_decided_one_year_holds_from_the_budget_process_of_another() {
        // Decided in 2016, to be used from the budget process of 2018, which goes on in 2017.
        let mut model = osteraker();
        model.version.valid_from = Some(date(2018, 1, 1));
        let applying = |year| -> Vec<String> {
            let found = from_model(&model, "kf", true, year);
            found.into_iter().filter(|one| one.applies).map(|one| one.model_step).collect()
        };
        assert_eq!(applying(2017), ["ramar_kf", "budget_kf"], "only what plans 2018");
        assert_eq!(applying(2018), ["ramar_kf", "delar", "budget_kf"]);
        assert_eq!(applying(2019)[0], "arsredovisning");
    }

    #[test]
    fn alingsas_has_its_frames_in_spring_and_a_deepened_follow_up_decided_by_the_board() {
        let preset = include_str!("../../../../presets/alingsas-2020.yaml");
        let model = check(preset.as_bytes()).into_model().unwrap();
        let found = from_model(&model, "ks", false, 2026);
        let (april, may) = (&found[0].content, &found[1].content);
        assert_eq!((april.kind, april.due_on), (CycleKind::FollowupMonth, date(2026, 4, 30)));
        assert_eq!((may.kind, may.due_on), (CycleKind::Frames, date(2026, 5, 29)));
        assert_eq!(may.about_year, 2027);
    }

    #[test]
    fn next_year_is_this_year_moved_by_the_rules() {
        let steps = [step(CycleKind::Plan, date(2026, 10, 15), 2027)];
        let found = from_last_year(&steps, 2027);
        assert_eq!(found[0].before, Some(date(2026, 10, 15)));
        assert_eq!(found[0].content.due_on, date(2027, 10, 14));
        assert_eq!(found[0].content.about_year, 2028);
    }

    #[test]
    fn a_day_that_is_a_holiday_gives_way_and_does_so_in_other_years_too() {
        // 6 May 2026 is a Wednesday; the nearest Thursday of 2027 is Ascension Day.
        let before = step(CycleKind::Plan, date(2026, 5, 7), 2027);
        let before = WheelStep {
            content: StepContent { needed_on: Some(date(2026, 5, 7)), ..before.content },
            ..before
        };
        let mut moved = from_last_year(&[before], 2027).remove(0);
        assert_eq!(moved.content.due_on, date(2027, 5, 6));
        assert_eq!(moved.give_way(), Some(date(2027, 5, 6)));
        assert_eq!(moved.content.due_on, date(2027, 5, 5));
        assert_eq!(moved.content.needed_on, Some(date(2027, 5, 5)));
        assert_eq!(moved.content.problems(2027), []);
        assert_eq!(moved.content.rule.in_year(2028), Some(date(2028, 5, 5)), "no working day is");
        assert_eq!(moved.give_way(), Some(date(2027, 5, 6)), "told of again, not moved again");
        assert_eq!(moved.content.due_on, date(2027, 5, 5));
    }

    #[test]
    fn an_ordinary_day_and_the_last_day_of_a_month_give_way_to_nothing() {
        let mut plain = from_last_year(&[step(CycleKind::Plan, date(2026, 10, 15), 2027)], 2027);
        assert_eq!(plain[0].give_way(), None);
        let mut last = step(CycleKind::FollowupYear, date(2026, 12, 31), 2026);
        last.content.rule = DayRule::LastDay(12);
        let mut last = from_last_year(&[last], 2027);
        assert_eq!((last[0].give_way(), last[0].content.due_on), (None, date(2027, 12, 31)));
    }

    #[test]
    fn what_is_proposed_from_above_never_clashes_with_it() {
        let above: Vec<WheelStep> = [
            step(CycleKind::FollowupMonth, date(2026, 2, 27), 2026),
            step(CycleKind::FollowupMonth, date(2026, 3, 31), 2026),
            step(CycleKind::Plan, date(2026, 10, 15), 2027),
            step(CycleKind::FollowupYear, date(2026, 1, 2), 2025),
            step(CycleKind::Directive, date(2026, 5, 29), 2027),
        ]
        .into_iter()
        .zip(1..)
        .map(|(one, number)| WheelStep { id: [number; 16].into(), ..one })
        .collect();
        let found = from_above(&[], std::slice::from_ref(&above));
        assert_eq!(found.len(), 4, "a directive goes downward: {found:?}");
        let own: Vec<WheelStep> = found
            .iter()
            .map(|one| WheelStep { content: one.content.clone(), ..above[0].clone() })
            .collect();
        assert!(own.iter().all(|one| one.content.problems(2026).is_empty()), "{own:?}");
        assert_eq!(clashes(&own, &[above]), []);
        assert_eq!(found[3].content.due_on, date(2026, 10, 8), "five working days before");
    }
}

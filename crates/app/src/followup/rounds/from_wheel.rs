//! What the year wheel proposes for a round: its title, what it is about and its days.

use domain::calendar::{WheelStep, next_working_day};
use domain::followup::{ReportTemplate, RoundKind};
use domain::ids::WheelStepId;
use domain::periods::{Frequency, Period};
use domain::steering::CycleKind;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use super::days::{in_step, levels_in_use};
use super::form::{LONGEST_TITLE, Typed, usual_template};
use crate::cx::Cx;
use crate::thread::short_day;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::ui::{DatedItem, dates, section};
use crate::wheel;

/// How long after its last day accounts are still received.
const STAYS_OPEN_DAYS: i64 = 7;
/// How long ahead steps are offered.
const MONTHS_AHEAD: i64 = 6;
/// Most steps that are offered.
const MOST: usize = 10;

/// The form with what the step of the address proposes; as it was when the address names none.
pub(super) fn filled(
    cx: &mut Cx<'_, '_>,
    usual: Typed,
    templates: &[ReportTemplate],
) -> Answer<Typed> {
    let asked = cx.req.query.text("steg");
    if asked.is_empty() {
        return Ok(usual);
    }
    let id: WheelStepId = asked.parse().ok().or_not_found()?;
    let step = wheel::follow_up_step(cx, id)?.or_not_found()?;
    let content = &step.content;
    let period = about(&step);
    let found = level_days(cx, &step)?;
    let own = cx.structure.organisation.get(step.org_unit).map(|unit| unit.level.clone());
    let days = in_step(cx, (&own.unwrap_or_default(), content.due_on), found);
    // What the levels below hand in first is the last day of none of them; all close together.
    let last = days.iter().map(|(_, day)| *day).chain([content.due_on]).max();
    let due_on = last.unwrap_or(content.due_on);
    let closes = due_on.checked_add(STAYS_OPEN_DAYS.days()).map(next_working_day);
    let title = format!("{} {}", content.title, content.about_year);
    let kind = RoundKind::of_step(content.kind).unwrap_or_default();
    Ok(Typed {
        title: title.chars().take(LONGEST_TITLE).collect(),
        period: period.to_string(),
        of_step: Some(period),
        opens_on: content.opens_on.map_or(usual.opens_on, |day| day.to_string()),
        due_on: due_on.to_string(),
        closes_on: closes.map(|day| day.to_string()).unwrap_or_default(),
        days: days.into_iter().map(|(level, day)| (level, day.to_string())).collect(),
        template: usual_template(templates, kind),
        step: step.id.to_string(),
        ..usual
    })
}

/// What a step that a round is opened for is about; nothing for none and for one that there is not.
pub(super) fn period_of(cx: &mut Cx<'_, '_>, step: &str) -> Result<Option<Period>, AppError> {
    let Ok(id) = step.parse::<WheelStepId>() else { return Ok(None) };
    Ok(wheel::follow_up_step(cx, id)?.map(|step| about(&step)))
}

/// The day of each level that has one of its own, as the wheels of the levels say.
fn level_days(cx: &mut Cx<'_, '_>, step: &WheelStep) -> Result<Vec<(String, Date)>, AppError> {
    let content = &step.content;
    let about = (content.kind, content.about_year);
    let found = wheel::days_of_levels(cx, step.year, about, content.due_on)?;
    let levels = levels_in_use(cx).into_iter().map(|level| level.id.as_str().to_owned());
    Ok(levels.filter_map(|level| Some((level.clone(), *found.get(&level)?))).collect())
}

/// The period that a follow-up is about: a month's is due in the end of it or in the beginning of
/// the next, a part's in its last month or in those after it.
fn about(step: &WheelStep) -> Period {
    let content = &step.content;
    let before = |days: i64| content.due_on.checked_sub(days.days()).unwrap_or(content.due_on);
    match content.kind {
        CycleKind::FollowupMonth => Period::containing(before(20), Frequency::Month),
        CycleKind::FollowupYear => {
            Period::containing(date(content.about_year, 12, 31), Frequency::Year)
        }
        _ => {
            let tertial = Period::containing(content.due_on, Frequency::Tertial);
            let last = tertial.last_day();
            let is_in_last_month =
                (last.year(), last.month()) == (content.due_on.year(), content.due_on.month());
            if is_in_last_month { tertial } else { tertial.previous() }
        }
    }
}

/// The follow-ups of the wheel that come next, each leading to the form filled in from it.
pub(super) fn steps(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let today = cx.today();
    let last: Date = today.checked_add(MONTHS_AHEAD.months()).unwrap_or(today);
    let found = wheel::follow_up_steps(cx, (today, last))?;
    if found.is_empty() {
        return Ok(html! {});
    }
    let (texts, organisation) = (cx.texts(), &cx.structure.organisation);
    let items: Vec<DatedItem> = found
        .iter()
        .take(MOST)
        .map(|step| DatedItem {
            iso: step.content.due_on.to_string(),
            day: short_day(texts.language, step.content.due_on, today),
            content: format!("{} ({})", step.content.title, organisation.name(step.org_unit)),
            url: Some(format!("/folja-upp/ny?steg={}", step.id)),
        })
        .collect();
    let body = html! { p.soft { (texts.followup_from_wheel_text()) } (dates(&items)) };
    Ok(section("ur-hjulet", texts.followup_from_wheel(), "", &body))
}

#[cfg(test)]
mod tests {
    use domain::calendar::{DayRule, RuleKind, StepContent};

    use super::*;

    fn about_of(kind: CycleKind, due_on: Date, about_year: i16) -> String {
        let step = WheelStep {
            id: WheelStepId::from([1; 16]),
            org_unit: [2; 16].into(),
            year: due_on.year(),
            model_step: String::new(),
            content: StepContent {
                kind,
                title: "Step".to_owned(),
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
        };
        about(&step).to_string()
    }

    #[test]
    fn a_follow_up_is_about_what_has_been_when_it_is_due() {
        assert_eq!(about_of(CycleKind::FollowupPart, date(2026, 9, 30), 2026), "2026-T2");
        assert_eq!(about_of(CycleKind::FollowupPart, date(2026, 9, 4), 2026), "2026-T2");
        assert_eq!(about_of(CycleKind::FollowupPart, date(2026, 8, 25), 2026), "2026-T2");
        assert_eq!(about_of(CycleKind::FollowupPart, date(2026, 10, 15), 2026), "2026-T2");
        assert_eq!(about_of(CycleKind::FollowupPart, date(2026, 6, 1), 2026), "2026-T1");
        assert_eq!(about_of(CycleKind::FollowupMonth, date(2026, 3, 10), 2026), "2026-02");
        assert_eq!(about_of(CycleKind::FollowupYear, date(2026, 2, 27), 2025), "2025");
    }
}

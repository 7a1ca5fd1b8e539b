//! The year at the side: the wheel of the model's yearly cycle, and what comes next.

use chart::{ArcPattern, Caption, Theme, WheelArc, YearWheel};
use domain::followup::Round;
use domain::steering::{CycleKind, CycleStep, SteeringModel};
use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use crate::cx::Cx;
use crate::i18n::{Texts, date_short, month_name};
use crate::thread::short_day;
use crate::web::error::AppError;
use crate::web::ui::{DatedItem, dates, figure_key};

/// Days in the list.
const NEXT: usize = 4;
/// How long a step takes when the model does not say.
const USUAL_DAYS: i32 = 21;

/// The section of the year.
pub(super) fn section(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let rounds = crate::followup::store::rounds(cx.tx)?;
    let texts = cx.texts();
    let today = cx.today();
    let next = upcoming(texts, &cx.structure.model, &rounds, today);
    let wheel = wheel(texts, &cx.structure.model, &rounds, today, &next).svg(Theme::Screen);
    Ok(html! {
        section.section aria-labelledby="aret" {
            h2 #aret { (texts.home_year()) }
            div.wheel { (PreEscaped(wheel)) }
            (figure_key(&[("follow", texts.home_follow_up()), ("plan", texts.home_plan())]))
            (dates(&next))
        }
    })
}

fn is_follow_up(kind: CycleKind) -> bool {
    matches!(
        kind,
        CycleKind::FollowupMonth
            | CycleKind::FollowupPart
            | CycleKind::FollowupYear
            | CycleKind::Forecast
            | CycleKind::Evaluate
            | CycleKind::Survey
            | CycleKind::ReviewModel
            | CycleKind::ExternalEvaluation
    )
}

/// What happens every month would hide the year's shape; a round that is planned says it better.
fn is_seen(step: &CycleStep, rounds: &[Round]) -> bool {
    match step.kind {
        CycleKind::FollowupMonth => false,
        CycleKind::FollowupPart => rounds.is_empty(),
        _ => true,
    }
}

fn wheel(
    texts: Texts,
    model: &SteeringModel,
    rounds: &[Round],
    today: Date,
    next: &[DatedItem],
) -> YearWheel {
    let year = today.year();
    let (mut outer, mut inner) = (Vec::new(), Vec::new());
    for step in model.cycle.iter().filter(|step| is_seen(step, rounds)) {
        let days = step.opens_days_before.map_or(USUAL_DAYS, i32::from);
        for due in step.due_days(year) {
            let opens = due.checked_sub(jiff::Span::new().days(days)).unwrap_or(due);
            let arc = arc(opens, due);
            if is_follow_up(step.kind) { outer.push(arc) } else { inner.push(arc) }
        }
    }
    outer.extend(
        rounds
            .iter()
            .filter(|round| round.due_on.year() == year)
            .map(|round| arc(round.opens_on, round.due_on)),
    );
    let first = next.first().map(|item| texts.home_next(&item.content, &item.day));
    YearWheel {
        caption: Caption {
            id: "arshjul".to_owned(),
            title: texts.home_year().to_owned(),
            desc: first.unwrap_or_default(),
        },
        leap_year: today.in_leap_year(),
        months: (1..=12)
            .map(|month| month_name(texts.language, month).chars().take(3).collect())
            .collect(),
        outer_ring: outer,
        inner_ring: inner,
        today: u16::try_from(today.day_of_year()).ok(),
        centre_small: texts.home_today().to_owned(),
        centre_large: date_short(texts.language, today),
    }
}

fn arc(first: Date, last: Date) -> WheelArc {
    let day = |day: Date| u16::try_from(day.day_of_year()).unwrap_or(1);
    WheelArc { first_day: day(first), last_day: day(last), pattern: ArcPattern::Solid }
}

/// The next days: rounds to hand in, and the model's steps.
fn upcoming(texts: Texts, model: &SteeringModel, rounds: &[Round], today: Date) -> Vec<DatedItem> {
    let handed = rounds
        .iter()
        .filter(|round| round.due_on >= today)
        .map(|round| (round.due_on, texts.home_handed_in(super::round_title(round))));
    let steps = model.cycle.iter().filter(|step| is_seen(step, rounds)).flat_map(|step| {
        let days = [today.year(), today.year().saturating_add(1)]
            .into_iter()
            .flat_map(|year| step.due_days(year));
        days.filter(|day| *day >= today).map(|day| (day, short_name(&step.name)))
    });
    let mut all: Vec<(Date, String)> = handed.chain(steps).collect();
    all.sort();
    all.dedup();
    all.into_iter()
        .take(NEXT)
        .map(|(day, content)| DatedItem {
            iso: day.to_string(),
            day: short_day(texts.language, day, today),
            content,
            url: None,
        })
        .collect()
}

/// A step's name as far as its first comma; what follows says how.
fn short_name(name: &str) -> String {
    name.split(',').next().unwrap_or(name).trim().to_owned()
}

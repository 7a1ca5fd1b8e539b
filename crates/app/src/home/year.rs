//! The year at the side: the wheels of the visitor's org unit and of the levels above as a ring, and
//! what comes next.

use chart::{ArcPattern, RingTone};
use domain::calendar::WheelStep;
use domain::followup::Round;
use domain::ids::OrgUnitId;
use domain::steering::CycleKind;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::thread::short_day;
use crate::web::error::AppError;
use crate::web::ui::{DatedItem, dates, figure_key};
use crate::wheel::{self, Ring};

/// Days in the list.
const NEXT: usize = 4;

/// The section of the year.
pub(super) fn section(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    let unit = home.or_else(|| cx.structure.organisation.roots().first().copied());
    let rounds = crate::followup::all_seen(cx)?;
    let today = cx.today();
    let (first, last) = (date(today.year(), 1, 1), date(today.year().saturating_add(1), 12, 31));
    let steps = match unit {
        Some(unit) => wheel::ahead(cx, unit, (first, last))?,
        None => Vec::new(),
    };
    let steps: Vec<WheelStep> = steps.into_iter().filter(|step| is_seen(step, &rounds)).collect();
    let texts = cx.texts();
    let whose = |unit: OrgUnitId| {
        cx.structure.organisation.get(unit).map(|one| one.name.clone()).unwrap_or_default()
    };
    let next = upcoming(texts, (&steps, &rounds), today, (unit, &whose));
    let told = next.first().map(|item| texts.home_next(&item.content, &item.day));
    let rings = rings(&steps, &rounds, today, unit);
    Ok(html! {
        section.section aria-labelledby="aret" {
            h2 #aret { (texts.home_year()) }
            (wheel::picture(texts, today.year(), today, &rings, &told.unwrap_or_default()))
            (figure_key(&[("follow", texts.home_follow_up()), ("plan", texts.home_plan())]))
            (dates(&next))
            @if let Some(unit) = unit { p { a href=(wheel::url(unit, today.year())) { (texts.home_whole_year()) } } }
        }
    })
}

/// What happens every month would hide the year's shape; a round that is planned says it better.
fn is_seen(step: &WheelStep, rounds: &[Round]) -> bool {
    match step.content.kind {
        CycleKind::FollowupMonth => false,
        CycleKind::FollowupPart => rounds.is_empty(),
        _ => true,
    }
}

/// Following up outermost, planning inside. Only the own days have dots: those of all levels would
/// hide each other.
fn rings(steps: &[WheelStep], rounds: &[Round], today: Date, unit: Option<OrgUnitId>) -> [Ring; 2] {
    let here = || steps.iter().filter(|step| step.year == today.year());
    let follows = |step: &&WheelStep| wheel::is_follow_up(step.content.kind);
    let mut outer = Ring::of(here().filter(follows), RingTone::Own);
    let mut inner = Ring::of(here().filter(|step| !follows(step)), RingTone::Other);
    let own = || here().filter(|step| Some(step.org_unit) == unit);
    outer.days = own().filter(follows).map(|step| step.content.due_on).collect();
    inner.days = own().filter(|step| !follows(step)).map(|step| step.content.due_on).collect();
    for round in rounds {
        outer.periods.push((round.opens_on, round.due_on, ArcPattern::Solid));
        outer.days.push(round.due_on);
    }
    [outer, inner]
}

/// The next days: rounds to hand in, and steps; of what several levels do, the own comes first.
fn upcoming(
    texts: Texts,
    (steps, rounds): (&[WheelStep], &[Round]),
    today: Date,
    (unit, whose): (Option<OrgUnitId>, &dyn Fn(OrgUnitId) -> String),
) -> Vec<DatedItem> {
    // A round can be closed before its last day; then that day asks for nothing.
    let handed = rounds
        .iter()
        .filter(|round| today <= round.closes_on)
        .map(|round| (round.due_on, false, texts.home_handed_in(super::round_title(round)), None));
    let steps = steps.iter().map(|step| {
        let others = Some(step.org_unit) != unit;
        let content = &step.content;
        // What others above do may be called what the visitor's own is.
        let name = match short_name(&content.title) {
            name if others => texts.home_step_of(name, whose(step.org_unit)),
            name => name,
        };
        (content.due_on, others, name, Some(wheel::step_url(step.id)))
    });
    let mut all: Vec<(Date, bool, String, Option<String>)> =
        handed.chain(steps).filter(|(day, ..)| *day >= today).collect();
    all.sort();
    all.dedup_by(|one, other| (one.0, &one.2) == (other.0, &other.2));
    all.into_iter()
        .take(NEXT)
        .map(|(day, _, content, url)| DatedItem {
            iso: day.to_string(),
            day: short_day(texts.language, day, today),
            content,
            url,
        })
        .collect()
}

/// A step's name as far as its first comma; what follows says how.
fn short_name(name: &str) -> String {
    name.split(',').next().unwrap_or(name).trim().to_owned()
}

//! What has deviated for long without anything being decided about it: the executive board's list,
//! and for how many days a deviation may wait.

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::oversight::{LONGEST_WAIT, USUAL_WAIT, has_waited};
use maud::{Markup, html};

use super::deviating::{Deviation, deviating};
use super::deviation_rows::{row, table};
use super::deviations;
use super::page::{many, stops};
use super::scope::{Scope, body_of};
use super::sorted::Sorted;
use crate::acceptance::store::holding;
use crate::actions::store::{keep_limit, limit};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Row, button, details_section, empty_state, error_summary,
    form_end, page_header,
};

/// Where the list is.
pub(super) const URL: &str = "/uppsikt/utan-beslut";
/// Rows of the list.
const MOST: usize = 200;

/// How many days a deviation may wait, with the version of the setting.
pub(super) fn days(cx: &mut Cx<'_, '_>) -> Result<(i64, i64), AppError> {
    Ok(limit(cx.tx)?.unwrap_or((USUAL_WAIT, 0)))
}

/// What has waited too long where the visitor has oversight, of what nothing is decided about.
fn waited<'d>(cx: &Cx<'_, '_>, sorted: &Sorted<'d>, days: i64) -> Vec<&'d Deviation> {
    let today = cx.today();
    let since = |one: &Deviation| cx.app.clock.local(one.since).date();
    let mut all: Vec<&'d Deviation> = sorted
        .without
        .iter()
        .copied()
        .filter(|one| one.since > 0 && has_waited(since(one), days, today))
        .collect();
    all.sort_by_key(|one| (one.since, one.element, one.org_unit));
    all
}

/// That some have waited too long, with the way to the list; nothing where none has.
pub fn overdue_way(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let deviating = deviating(cx)?;
    let today = cx.today();
    let holding = holding(cx.tx, today)?;
    let sorted = Sorted::of(cx, &Scope::of(cx), None, &deviating, &holding);
    way_among(cx, &sorted)
}

/// As [`overdue_way`], of deviations that have been read.
pub(super) fn way_among(cx: &mut Cx<'_, '_>, sorted: &Sorted<'_>) -> Result<Markup, AppError> {
    let (days, _) = days(cx)?;
    let count = waited(cx, sorted, days).len();
    let words = cx.texts().oversight_undecided_way(many(count), days);
    Ok(html! { @if count > 0 { p.block { a href=(URL) { (words) } } } })
}

/// Shows the list.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let (days, version) = days(cx)?;
    let body = body(cx, days, (&days.to_string(), version), &[])?;
    Ok(cx.page(cx.texts().oversight_undecided(), Nav::FollowUp, &body))
}

/// Keeps for how many days a deviation may wait.
pub(super) fn set(cx: &mut Cx<'_, '_>) -> Answer {
    if !cx.can_everywhere(Action::Plan) {
        return Err(AppError::Forbidden);
    }
    let (known, version) = days(cx)?;
    let typed = cx.req.form.text("dagar");
    let texts = cx.texts();
    let wanted = typed.parse::<i64>().ok().filter(|days| (1..=LONGEST_WAIT).contains(days));
    let is_stale = cx.req.form.parsed::<i64>("version") != Some(version);
    let problem = match wanted {
        None => Some(Problem::at("dagar", texts.oversight_wait_days_wrong(LONGEST_WAIT))),
        Some(_) if is_stale => Some(Problem::at("dagar", texts.actions_said_meanwhile())),
        Some(_) => None,
    };
    let (Some(wanted), None) = (wanted, &problem) else {
        let problems: Vec<Problem> = problem.into_iter().collect();
        let body = body(cx, known, (typed, version), &problems)?;
        let title = texts.oversight_undecided();
        return Ok(match wanted {
            Some(_) => cx.conflicting(title, Nav::FollowUp, &body),
            None => cx.refused(title, Nav::FollowUp, &body),
        });
    };
    keep_limit(cx.tx, wanted, version)?;
    Ok(Response::see_other(URL))
}

fn body(
    cx: &mut Cx<'_, '_>,
    days: i64,
    (typed, version): (&str, i64),
    problems: &[Problem],
) -> Result<Markup, AppError> {
    let deviating = deviating(cx)?;
    let today = cx.today();
    let holding = holding(cx.tx, today)?;
    let sorted = Sorted::of(cx, &Scope::of(cx), None, &deviating, &holding);
    let all = waited(cx, &sorted, days);
    let texts = cx.texts();
    let title = texts.oversight_undecided();
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.oversight_undecided_lead(days),
        ..PageHead::default()
    };
    let rows: Vec<Row> = all.iter().take(MOST).filter_map(|one| line(cx, one)).collect();
    let sets = cx.can_everywhere(Action::Plan);
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (stops(cx, title))
            (page_header(&head))
            @if rows.is_empty() { (empty_state(texts.oversight_none_undecided(), texts.oversight_none_undecided_text(), None)) }
            @else { (table(cx, "utan-beslut", rows)) }
            p.block { a href=(deviations::URL) { (texts.oversight_deviations()) } }
            @if sets { (details_section(None, texts.oversight_set_days(), "", !problems.is_empty(), &form(cx, (typed, version), problems))) }
        }
    })
}

/// A deviation with since when, and where something is done about it.
fn line(cx: &Cx<'_, '_>, one: &Deviation) -> Option<Row> {
    let texts = cx.texts();
    let mut row = row(cx, Some(one), None)?;
    let since = date(texts.language, cx.app.clock.local(one.since).date());
    let body: Option<OrgUnitId> = body_of(&cx.structure.organisation, one.org_unit);
    let body = body.filter(|body| *body != one.org_unit);
    let goal = cx.structure.parents(one.element).next().map(|goal| goal.id);
    let goal = goal.filter(|_| one.part.is_some()).unwrap_or(one.element);
    let may = cx.can(Action::Plan, one.org_unit);
    if let Some(cell) = row.cells.get_mut(2) {
        let told = std::mem::take(cell);
        *cell = html! {
            (told)
            small { (texts.oversight_since(since)) }
            @if let Some(body) = body { small { (cx.structure.organisation.name(body)) } }
        };
    }
    if let Some(cell) = row.cells.get_mut(3).filter(|_| may) {
        let told = std::mem::take(cell);
        *cell = html! {
            (told)
            p { a href={"/mal/nytt?typ=aktivitet&under=" (goal)} { (texts.oversight_propose()) } }
        };
    }
    Some(row)
}

fn form(cx: &Cx<'_, '_>, (typed, version): (&str, i64), problems: &[Problem]) -> Markup {
    let texts = cx.texts();
    html! {
        form.form method="post" action=(URL) {
            input type="hidden" name="version" value=(version);
            (Field::number("dagar", texts.oversight_wait_days()).value(typed).problem(Problem::of(problems, "dagar")))
            (form_end(&button(Button::SmallSecondary, texts.oversight_save_days(), None), None))
        }
    }
}

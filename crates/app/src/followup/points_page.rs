//! In which report each assignment shall be answered: set by whoever plans where the assignment lies.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::followup::RoundKind;
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::store::{self, Point};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::sort_key;
use crate::templates::kind_word;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Column, Field, Link, PageHead, Pagination, Problem, Row, Stop, Table,
    breadcrumb_thread, button, empty_state, error_summary, page_header, pagination,
};

/// The page.
pub(super) const URL: &str = "/folja-upp/redovisningspunkter";
/// Assignments on one page.
const PAGE_ROWS: usize = 200;

/// The visitor's assignments: those that lie where the visitor plans, by owner and title.
fn assignments(structure: &Structure, cx: &Cx<'_, '_>) -> Vec<Arc<Element>> {
    let types = structure.model.types_with_role(Role::Assignment);
    let mut all: Vec<Arc<Element>> = types
        .flat_map(|one| structure.of_type(&one.id))
        .filter(|element| element.is_current() && cx.can(Action::Plan, element.owner))
        .cloned()
        .collect();
    all.sort_by_cached_key(|one| {
        (sort_key(structure.organisation.name(one.owner)), sort_key(&one.title), one.id)
    });
    all
}

/// Shows them.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let number = cx.req.query.parsed("sida").unwrap_or(1);
    let body = body(cx, number, &[])?;
    Ok(cx.page(cx.texts().followup_points(), Nav::FollowUp, &body))
}

fn body(cx: &mut Cx<'_, '_>, number: usize, problems: &[Problem]) -> Result<Markup, AppError> {
    let points = store::points(cx.tx)?;
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let all = assignments(&structure, cx);
    let last = all.len().div_ceil(PAGE_ROWS).max(1);
    let number = number.clamp(1, last);
    let stops =
        [Stop::to("/folja-upp", texts.followup_title()), Stop::here(texts.followup_points())];
    let head = PageHead {
        eyebrow: texts.followup_eyebrow().to_owned(),
        title: texts.followup_points().to_owned(),
        lead: texts.followup_points_lead().to_owned(),
        end: None,
    };
    let shown = all.iter().skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS);
    let rows = shown.map(|one| {
        Row::new(vec![
            html! { a href={ "/mal/" (one.id) } { (one.title) } },
            html! { (cx.structure.organisation.name(one.owner)) },
            form(cx, one, points.get(&one.id), (number, problems)),
        ])
    });
    let columns =
        [texts.followup_assignment(), texts.followup_column_unit(), texts.followup_points()];
    let table = Table::new(
        "uppdrag",
        texts.followup_points(),
        columns.map(Column::text).to_vec(),
        rows.collect(),
    );
    Ok(html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            @if all.is_empty() { (empty_state(texts.followup_no_assignments(), texts.followup_no_assignments_text(), None)) }
            @else { (table.hide_caption()) }
            @if last > 1 { (pages(cx, number, last)) }
        }
    })
}

fn pages(cx: &Cx<'_, '_>, number: usize, last: usize) -> Markup {
    let texts = cx.texts();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let to = |page: usize| format!("{URL}?sida={page}");
    pagination(&Pagination {
        label: texts.web_pages().to_owned(),
        shown: texts.followup_points_page(count(last), count(number)),
        previous: (number > 1).then(|| Link::new(to(number - 1), texts.web_previous())),
        next: (number < last).then(|| Link::new(to(number + 1), texts.web_next())),
        ..Pagination::default()
    })
}

/// The reports that can be chosen: every kind of this year and the next, and the one that is set.
fn choices(cx: &Cx<'_, '_>, point: Option<&Point>) -> Vec<Choice> {
    let texts = cx.texts();
    let year = cx.today().year();
    let mut offered: Vec<(RoundKind, i16)> = [year, year.saturating_add(1)]
        .into_iter()
        .flat_map(|year| RoundKind::ALL.iter().map(move |kind| (*kind, year)))
        .filter(|(kind, _)| *kind != RoundKind::Month)
        .collect();
    let set = point.map(|point| (point.kind, point.year));
    offered.extend(set.filter(|set| !offered.contains(set)));
    let none = Choice::new("", texts.followup_no_point()).chosen(set.is_none());
    let choice = |(kind, year): (RoundKind, i16)| {
        let word = kind_word(texts, &cx.structure.model, kind);
        Choice::new(format!("{} {year}", kind.code()), format!("{word} {year}"))
            .chosen(set == Some((kind, year)))
    };
    std::iter::once(none).chain(offered.into_iter().map(choice)).collect()
}

fn form(
    cx: &Cx<'_, '_>,
    one: &Element,
    point: Option<&Point>,
    (number, problems): (usize, &[Problem]),
) -> Markup {
    let texts = cx.texts();
    let id = format!("rapport-{}", one.id);
    let wrong = problems.iter().find(|problem| problem.field == id);
    let wrong = wrong.map(|problem| problem.words.as_str());
    let label = texts.followup_point_of(&one.title);
    html! {
        form.row method="post" action=(URL) {
            input type="hidden" name="uppdrag" value=(one.id);
            input type="hidden" name="version" value=(point.map_or(0, |point| point.version));
            input type="hidden" name="sida" value=(number);
            (Field::select("rapport", label, choices(cx, point)).id(id).hide_label().problem(wrong))
            (button(Button::SmallSecondary, texts.web_save(), None))
        }
    }
}

/// Keeps in which report one assignment is answered.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let form = &cx.req.form;
    let id: ElementId = form.parsed("uppdrag").or_not_found()?;
    let element = cx.structure.element(id).or_not_found()?;
    (element.role == Role::Assignment).then_some(()).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    let chosen = read(form.text("rapport"));
    let now = store::points(cx.tx)?.remove(&id);
    let number: usize = form.parsed("sida").unwrap_or(1);
    let here = Response::see_other(&match number {
        0 | 1 => URL.to_owned(),
        number => format!("{URL}?sida={number}"),
    });
    let Ok(chosen) = chosen else {
        let at = format!("rapport-{id}");
        let problem = Problem::at(&at, cx.texts().web_unknown_choice());
        let body = body(cx, number, &[problem])?;
        return Ok(cx.refused(cx.texts().followup_points(), Nav::FollowUp, &body));
    };
    // The same form sent twice is no conflict.
    if now.map(|point| (point.kind, point.year)) == chosen {
        return Ok(here);
    }
    let version = form.parsed::<i64>("version").unwrap_or(-1);
    if version != now.map_or(0, |point| point.version) {
        return Err(AppError::Stale);
    }
    store::keep_point(cx.tx, id, chosen, version)?;
    Ok(here)
}

/// The report that a text says: none chosen, one, or something that is no report.
fn read(text: &str) -> Result<Option<(RoundKind, i16)>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let (kind, year) = text.split_once(' ').ok_or(())?;
    let year = year.parse().ok().filter(|year| (2000..=2100).contains(year)).ok_or(())?;
    Ok(Some((kind.parse().map_err(|_| ())?, year)))
}

//! What is being done: how far decided work has come, committee by committee, and what was finished
//! last.

use std::collections::BTreeMap;

use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::deviating::{Deviating, Work};
use super::page::many;
use super::scope::Scope;
use crate::cx::Cx;
use crate::elements;
use crate::i18n::sort_key;
use crate::thread::short_day;
use crate::web::ui::{Column, DatedItem, Row, Table, dates, section};

/// Finished work in the list.
const MOST: usize = 6;

/// The section; nothing where nothing is decided.
pub(super) fn section_of(cx: &Cx<'_, '_>, scope: &Scope, deviating: &Deviating) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let (activities, assignments) = (&deviating.activities, &deviating.assignments);
    let mut bodies: Vec<OrgUnitId> = activities
        .keys()
        .chain(assignments.keys())
        .copied()
        .filter(|body| scope.sees(organisation, *body))
        .collect();
    bodies.sort_by_cached_key(|body| sort_key(organisation.name(*body)));
    bodies.dedup();
    if bodies.is_empty() {
        return html! {};
    }
    let columns = vec![
        Column::text(texts.oversight_column_body()),
        Column::number(texts.oversight_work_done()),
        Column::number(texts.oversight_work_ongoing()),
        Column::number(texts.oversight_work_not_begun()),
        Column::number(texts.oversight_work_late()),
        Column::number(texts.oversight_column_assignments()),
    ];
    let of = |all: &BTreeMap<OrgUnitId, Work>, body: &OrgUnitId| {
        all.get(body).copied().unwrap_or_default()
    };
    let row = |body: &OrgUnitId| row(cx, *body, of(activities, body), of(assignments, body));
    let rows = bodies.iter().map(row).collect();
    let table = Table::new("gors-tabell", texts.oversight_work(), columns, rows).hide_caption();
    let body = html! {
        div.stack {
            (table)
            (finished(cx, scope, deviating))
            p.row {
                a href="/aktiviteter" { (texts.oversight_all_activities()) }
                a href="/uppdrag" { (texts.oversight_all_assignments()) }
            }
        }
    };
    section("gors", texts.oversight_work(), "", &body)
}

fn row(cx: &Cx<'_, '_>, body: OrgUnitId, done: Work, given: Work) -> Row {
    let left = given.ongoing + given.not_begun + given.late;
    let assignments = if left + given.done == 0 {
        "–".to_owned()
    } else {
        cx.texts().oversight_assignments(many(given.late), many(left))
    };
    Row::new(vec![
        html! { (cx.structure.organisation.name(body)) },
        html! { (done.done) },
        html! { (done.ongoing) },
        html! { (done.not_begun) },
        html! { (done.late) },
        html! { (assignments) },
    ])
}

/// What was finished last.
fn finished(cx: &Cx<'_, '_>, scope: &Scope, deviating: &Deviating) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let done = deviating.done.iter().filter_map(|id| cx.structure.element(*id));
    let finished: Vec<_> =
        done.filter(|work| scope.sees(organisation, work.owner)).take(MOST).collect();
    html! {
        @if !finished.is_empty() {
            h3 { (texts.oversight_finished()) }
            (dates(&finished.iter().map(|work| DatedItem {
                iso: work.ends_on.map(|day| day.to_string()).unwrap_or_default(),
                day: work.ends_on.map(|day| short_day(texts.language, day, cx.today())).unwrap_or_default(),
                content: format!("{}, {}", work.title, organisation.name(work.owner)),
                url: Some(elements::url(work)),
            }).collect::<Vec<_>>()))
        }
    }
}

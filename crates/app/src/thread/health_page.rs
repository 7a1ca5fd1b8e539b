//! Trådens hälsa: what hangs loose, is not measured, has no target or nobody who answers for it.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Health, Structure, Unwell};
use maud::{Markup, html};

use super::health::{code, unwell};
use super::page_of;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Column, Link, PageHead, Pagination, Row, Table, button_link, empty_state, page_header,
    pagination, segmented,
};

/// Rows to a page.
const PAGE_ROWS: usize = 200;

/// The page with one kind of fault.
pub fn url(kind: Unwell) -> String {
    format!("/trad/halsa?visa={}", code(kind))
}

/// Shows one kind of fault.
#[expect(clippy::unnecessary_wraps, reason = "handlers have one shape")]
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let wanted = cx.req.query.text("visa");
    let counts = structure.health();
    let first =
        Unwell::ALL.into_iter().find(|kind| counts.count(*kind) > 0).unwrap_or(Unwell::Loose);
    let kind = Unwell::ALL.into_iter().find(|kind| code(*kind) == wanted).unwrap_or(first);
    let page: usize = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, 100_000);
    let total = counts.count(kind);
    let found = unwell(&structure, kind, (page - 1) * PAGE_ROWS, PAGE_ROWS);
    let head = PageHead {
        title: texts.thread_health().to_owned(),
        lead: texts.thread_health_lead().to_owned(),
        end: Some(choices(texts, counts, kind)),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @if structure.has_goals() { p { (fault(texts, kind)) } }
            @if !structure.has_goals() { (begin(texts, crate::app::may_somewhere(cx.visit, Action::Plan))) }
            @else if found.is_empty() { (empty_state(texts.thread_health_none(), "", None)) }
            @else {
                (table(texts, &structure, kind, &found))
                (pages(texts, kind, page, total))
            }
        }
    };
    Ok(cx.page(texts.thread_health(), Nav::Thread, &body))
}

/// What stands where nothing is written yet: nothing can be said to be well, or be shown. Who may
/// plan is told where to begin.
pub(super) fn begin(texts: Texts, may_plan: bool) -> Markup {
    let action = button_link(Button::Primary, "/planera", texts.thread_empty_action());
    empty_state(texts.thread_empty(), texts.thread_empty_text(), may_plan.then_some(&action))
}

fn choices(texts: Texts, counts: Health, kind: Unwell) -> Markup {
    let links = Unwell::ALL
        .map(|one| Link::new(url(one), format!("{} {}", name(texts, one), counts.count(one))));
    let current = Unwell::ALL.iter().position(|one| *one == kind).unwrap_or(0);
    segmented(texts.thread_health(), &links, current)
}

/// A short name of a fault.
fn name(texts: Texts, kind: Unwell) -> &'static str {
    match kind {
        Unwell::Loose => texts.thread_health_loose_name(),
        Unwell::Unmeasured => texts.thread_health_unmeasured_name(),
        Unwell::Aimless => texts.thread_health_aimless_name(),
        Unwell::Unowned => texts.thread_health_unowned_name(),
    }
}

/// A fault in a sentence.
fn fault(texts: Texts, kind: Unwell) -> &'static str {
    match kind {
        Unwell::Loose => texts.thread_health_loose_text(),
        Unwell::Unmeasured => texts.thread_health_unmeasured_text(),
        Unwell::Aimless => texts.thread_health_aimless_text(),
        Unwell::Unowned => texts.thread_health_unowned_text(),
    }
}

fn table(texts: Texts, structure: &Structure, kind: Unwell, found: &[&Arc<Element>]) -> Markup {
    let columns =
        [texts.thread_health_what(), texts.thread_health_type(), texts.thread_health_owner()];
    let rows = found
        .iter()
        .map(|element| {
            let element_type = structure.model.element_type(&element.element_type);
            let term =
                element_type.map(|found| crate::steering::singular(texts.language, &found.term));
            Row::new(vec![
                html! { a href=(page_of(element)) { (element.title) } },
                html! { (term.unwrap_or_default()) },
                html! { (structure.organisation.name(element.owner)) },
            ])
        })
        .collect();
    let columns = columns.map(Column::text).to_vec();
    html! { (Table { hide_caption: true, ..Table::new("halsa", fault(texts, kind), columns, rows) }) }
}

fn pages(texts: Texts, kind: Unwell, page: usize, total: usize) -> Markup {
    let last = total.div_ceil(PAGE_ROWS);
    if last < 2 {
        return html! {};
    }
    let link =
        |number: usize| Link::new(format!("{}&sida={number}", url(kind)), number.to_string());
    let step = |number: usize, words: &str| Link { text: words.to_owned(), ..link(number) };
    pagination(&Pagination {
        label: texts.web_pages().to_owned(),
        shown: texts.thread_shown(i64::try_from(total).unwrap_or(0)),
        previous: (page > 1).then(|| step(page - 1, texts.web_previous())),
        next: (page < last).then(|| step(page + 1, texts.web_next())),
        pages: (1..=last).map(link).collect(),
        current: page - 1,
    })
}

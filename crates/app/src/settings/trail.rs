//! The audit trail: who did what, when and as whom, newest first, 200 rows to a page.

use std::collections::BTreeSet;

use db::audit::{TrailRow, page, page_of};
use domain::access::Action;
use domain::ids::ElementId;
use maud::{Markup, html};

use super::reach::readable;
use super::store;
use super::words::{object_name, object_url, role_of};
use crate::app::may_somewhere;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date, date_short, time_of_day};
use crate::people::Reach;
use crate::web::error::Answer;
use crate::web::fields::encode;
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Row, Stop, Table, breadcrumb_thread, button,
    empty_state, page_header,
};

const PAGE_ROWS: i64 = 200;
/// How many times the trail is read for one page, for whom few of its rows are.
const MOST_READS: usize = 10;

/// Kinds of object that the trail can be asked for.
const OBJECTS: [&str; 12] = [
    "element",
    "measure",
    "target",
    "link",
    "outcome",
    "assessment",
    "org_unit",
    "person",
    "grant",
    "account",
    "steering_model",
    "import",
];

/// Shows the trail.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let before: i64 = cx.req.query.parsed("fore").unwrap_or(i64::MAX);
    let (kind, wanted) =
        (cx.req.query.text("slag").to_owned(), cx.req.query.text("objekt").to_owned());
    let id = wanted.parse::<ElementId>().ok();
    let asked = Asked { kind: &kind, id, nothing: id.is_none() && !wanted.is_empty() };
    let (rows, next_from) = read(cx, &asked, before)?;
    let filter = format!("slag={}&objekt={}", encode(&kind), encode(&wanted));
    let hidden = of_conversations(cx, &rows)?;
    let next = next_from.map(|seq| format!("/spar?{filter}&fore={seq}"));
    let first = (before != i64::MAX).then(|| format!("/spar?{filter}"));
    let head = PageHead {
        title: texts.settings_trail().to_owned(),
        lead: texts.settings_trail_lead().to_owned(),
        end: Some(html! {
            form method="post" action="/spar/kontroll" { (button(Button::Secondary, texts.settings_verify(), None)) }
        }),
        ..PageHead::default()
    };
    let stops =
        [Stop::to("/installningar", texts.web_nav_settings()), Stop::here(texts.settings_trail())];
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (filter_form(texts, &kind, &wanted))
            (crate::past::ways(texts, "/trad"))
            @if rows.is_empty() {
                (empty_state(texts.settings_trail_none(), texts.settings_trail_none_text(), None))
            } @else {
                (table(cx, &rows, &hidden))
            }
            (pages(texts, first.as_deref(), next.as_deref()))
        }
    };
    Ok(cx.page(texts.settings_trail(), Nav::Settings, &body))
}

/// What the trail is asked for.
struct Asked<'a> {
    kind: &'a str,
    id: Option<ElementId>,
    nothing: bool,
}

/// A page of rows that the visitor may read, newest first, and the number before which the next
/// page begins. Whoever may read few of the rows gets what a bounded search finds, and can go on.
fn read(
    cx: &mut Cx<'_, '_>,
    asked: &Asked<'_>,
    mut before: i64,
) -> Answer<(Vec<TrailRow>, Option<i64>)> {
    if asked.nothing {
        return Ok((Vec::new(), None));
    }
    let people = Reach::of(cx, Action::Audit)?;
    let shown = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
    let mut rows: Vec<TrailRow> = Vec::new();
    for _ in 0..MOST_READS {
        // One more than is shown tells whether there is a next page.
        let found = match asked.id {
            Some(id) => page_of(cx.tx, (asked.kind, id.bytes()), before, PAGE_ROWS + 1)?,
            None => page(cx.tx, before, PAGE_ROWS + 1)?,
        };
        let is_last = found.len() <= shown;
        before = found.last().map_or(before, |row| row.seq);
        rows.extend(readable(cx, &people, found)?);
        if rows.len() > shown {
            rows.truncate(shown);
            let next = rows.last().map(|row| row.seq);
            return Ok((rows, next));
        }
        if is_last {
            return Ok((rows, None));
        }
    }
    Ok((rows, Some(before)))
}

fn filter_form(texts: Texts, kind: &str, wanted: &str) -> Markup {
    let kinds = OBJECTS
        .iter()
        .map(|object| Choice::new(*object, texts.settings_object(object)).chosen(*object == kind))
        .collect();
    html! {
        details.fold.filter-fold open[!wanted.is_empty()] {
            summary { span { (texts.settings_filter()) } }
            div.fold-body {
                form.form method="get" action="/spar" {
                    (Field::select("slag", texts.settings_object_kind(), kinds))
                    (Field::text("objekt", texts.settings_object_id()).value(wanted).hint(texts.settings_object_id_hint()))
                    p.row {
                        (button(Button::SmallSecondary, texts.settings_filter_button(), None))
                        @if !wanted.is_empty() { a href="/spar" { (texts.settings_filter_clear()) } }
                    }
                }
            }
        }
    }
}

/// The objects of a page's rows that are conversations, though their rows do not say so.
fn of_conversations(cx: &mut Cx<'_, '_>, rows: &[TrailRow]) -> Answer<BTreeSet<[u8; 16]>> {
    let (Some(newest), Some(oldest)) = (rows.first(), rows.last()) else {
        return Ok(BTreeSet::new());
    };
    // The rows of one object may lie far apart, and one of them tells of all.
    let is_one = rows.iter().all(|row| row.object_id == newest.object_id);
    let first = if is_one { newest.seq } else { oldest.seq };
    Ok(store::of_conversations(cx.tx, first, newest.seq)?)
}

fn table(cx: &Cx<'_, '_>, rows: &[TrailRow], hidden: &BTreeSet<[u8; 16]>) -> Markup {
    let texts = cx.texts();
    let opens_people = may_somewhere(cx.visit, Action::ManagePeople);
    let rows = rows
        .iter()
        .map(|row| {
            // Day and time on a line each, so that the table fits a narrow screen.
            let at = cx.app.clock.local(row.at);
            let day = if at.year() == cx.today().year() {
                date_short(texts.language, at.date())
            } else {
                date(texts.language, at.date())
            };
            Row::new(vec![
                html! {
                    (day) " " span.nowrap { (time_of_day(texts.language, at)) }
                    div.fine { (texts.settings_row_number(row.seq)) }
                },
                who(texts, row, hidden),
                html! {
                    (texts.settings_action(&row.action)) " " (object_cell(cx, row, opens_people))
                    div.fine { (texts.settings_version_of(row.version)) }
                },
            ])
        })
        .collect();
    let columns =
        [texts.settings_when(), texts.settings_who(), texts.settings_what()].map(Column::text);
    html! { (Table::new("spar", texts.settings_trail(), columns.to_vec(), rows).hide_caption().dense()) }
}

/// Who did it, as what. Who takes part in a conversation is nobody else's to know (decision 0049).
fn who(texts: Texts, row: &TrailRow, hidden: &BTreeSet<[u8; 16]>) -> Markup {
    if row.object == "conversation" || hidden.contains(&row.object_id) {
        return html! { (texts.settings_in_conversation()) };
    }
    html! { (row.actor_name) div.fine { (role_of(texts, &row.acting_as)) } }
}

fn object_cell(cx: &Cx<'_, '_>, row: &TrailRow, opens_people: bool) -> Markup {
    let kind = cx.texts().settings_object(&row.object);
    let name = object_name(&cx.structure, row);
    let url = object_url(&cx.structure, row).filter(|_| opens_people || row.object != "person");
    let all =
        format!("/spar?slag={}&objekt={}", encode(&row.object), ElementId::from(row.object_id));
    html! {
        a.fine href=(all) { (kind) }
        @if !name.is_empty() {
            " "
            @match url {
                Some(url) => a href=(url) { (name) },
                None => (name),
            }
        }
    }
}

fn pages(texts: Texts, first: Option<&str>, next: Option<&str>) -> Markup {
    html! {
        @if first.is_some() || next.is_some() {
            nav.pages aria-label=(texts.web_pages()) { ol {
                @if let Some(url) = first { li { a href=(url) { (texts.settings_newest()) } } }
                @if let Some(url) = next { li { a href=(url) rel="next" { (texts.settings_older()) } } }
            } }
        }
    }
}

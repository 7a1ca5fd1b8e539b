//! The search page, which also works where the palette does not.

use maud::{Markup, html};

use super::hits::{Hit, find_all};
use super::recent::recent;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Column, PageHead, Row, Table, button, empty_state, page_header, section,
};

/// Hits on the page.
const MOST: usize = 100;

/// Shows what was found.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let words = super::asked(cx);
    let found = find_all(cx, &words, MOST)?;
    let recent = if words.is_empty() { recent(cx) } else { Vec::new() };
    let body = body(cx.texts(), &words, (&found, &recent));
    Ok(cx.page(cx.texts().search_title(), Nav::Nowhere, &body))
}

fn body(texts: Texts, words: &str, (found, recent): (&[Hit], &[Hit])) -> Markup {
    let head = PageHead {
        title: texts.search_title().to_owned(),
        lead: texts.search_lead().to_owned(),
        ..PageHead::default()
    };
    html! {
        div.wrap.page {
            (page_header(&head))
            form.filter-form method="get" action="/sok" role="search" {
                label for="q" { (texts.search_field()) }
                input.input type="search" name="q" id="q" value=(words);
                (button(Button::SmallSecondary, texts.search_button(), None))
            }
            @if words.is_empty() {
                @if !recent.is_empty() { (lately(texts, recent)) }
            } @else if found.is_empty() {
                (empty_state(&texts.search_none(words), texts.search_none_text(), None))
            } @else {
                p { (texts.search_count(i64::try_from(found.len()).unwrap_or(0), words)) }
                (table(texts, texts.search_title(), found))
                @if found.len() == MOST { p.soft { (texts.search_more(MOST)) } }
            }
        }
    }
}

/// What was opened and searched for last, with a way to have it forgotten.
fn lately(texts: Texts, recent: &[Hit]) -> Markup {
    let body = html! {
        (table(texts, texts.search_recent(), recent))
        form method="post" action="/sok/glom" {
            p.row { (button(Button::SmallSecondary, texts.search_forget(), None)) span.soft { (texts.search_recent_note()) } }
        }
    };
    section("senast", texts.search_recent(), "", &body)
}

fn table(texts: Texts, caption: &str, found: &[Hit]) -> Markup {
    let columns = [texts.search_what(), texts.search_kind(), texts.search_where()];
    let rows = found
        .iter()
        .map(|hit| {
            Row::new(vec![
                html! { a href=(hit.url) { (hit.title) } },
                html! { (hit.kind) },
                html! { (hit.note) },
            ])
        })
        .collect();
    let columns = columns.map(Column::text).to_vec();
    html! { (Table::new("traffar", caption, columns, rows).hide_caption().stacked()) }
}

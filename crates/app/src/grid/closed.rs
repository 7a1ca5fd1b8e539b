//! Cells that are locked because what stands there has been handed in, frozen or checked: why, by whom,
//! until when, and the way to correct what is wrong.

use domain::entry::Lock;
use domain::measures::Closing;
use maud::{Markup, html};

use super::cells::Cell;
use super::page::Page;
use super::rows::RowKey;
use super::words::lock_words;
use crate::i18n::Texts;
use crate::measures::{closing_words, period_words, url};
use crate::web::ui::{Tone, notice};

/// Sentences shown of what is closed.
const MOST_TOLD: usize = 8;

/// A cell that is not written in here. One with a value leads to where it is corrected.
pub(super) fn cell(texts: Texts, (measure, org_unit): RowKey, cell: &Cell, lock: Lock) -> Markup {
    let why = html! { span.sr { (lock_words(texts, lock)) } };
    if lock == Lock::NotBegun {
        return html! { span.locked { (cell.text) (why) } };
    }
    let address = format!("{}/varde?enhet={org_unit}&period={}", url(measure), cell.period);
    let text = if cell.text.is_empty() { "\u{2026}" } else { cell.text.as_str() };
    html! { a.locked href=(address) { (text) " " (why) } }
}

/// What closes cells of the page, each once.
pub(super) fn told(page: &Page) -> Markup {
    let texts = page.texts;
    let organisation = &page.structure.organisation;
    let cells = || page.lines.iter().flat_map(|line| &line.cells);
    let is_checked = cells().any(|one| one.lock == Some(Lock::Checked));
    let mut all: Vec<&Closing> = Vec::new();
    for closing in cells().filter_map(|one| one.closing.as_ref()) {
        if all.len() < MOST_TOLD && !all.contains(&closing) {
            all.push(closing);
        }
    }
    if all.is_empty() && !is_checked {
        return html! {};
    }
    let today = page.today;
    let body = html! {
        @if is_checked { p { (texts.grid_checked_text()) } }
        @if !all.is_empty() {
        ul {
            @for closing in all {
                li {
                    (organisation.name(closing.org_unit)) ", " (period_words(texts.language, closing.period)) ": "
                    (closing_words(texts, closing, page.clock.local(closing.at).date(), today))
                }
            }
        }
        p { (texts.grid_closed_text()) }
        }
    };
    notice(Tone::Neutral, texts.grid_closed_title(), &body)
}

//! What was searched for in a form that is shown again with fewer choices.

use maud::{Markup, html};

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::fields::Fields;

/// The button that searches; its value is the field that was searched in.
const BUTTON: &str = "sok";
/// What Enter sends, wherever in the form it was pressed.
const ENTER: &str = "-";
/// Longest search that is looked for.
const LONGEST: usize = 100;

/// What stands in the search of a field.
pub(super) fn name(field: &str) -> String {
    format!("sok-{field}")
}

/// What stood in it when the page was made.
pub(super) fn name_before(field: &str) -> String {
    format!("sokt-{field}")
}

fn fields<'a>(cx: &Cx<'a, '_>) -> &'a Fields {
    if cx.req.method == http::Method::POST { &cx.req.form } else { &cx.req.query }
}

/// The words searched for in a field.
pub(super) fn words(cx: &Cx<'_, '_>, field: &str) -> String {
    fields(cx).text(&name(field)).chars().take(LONGEST).collect::<String>().trim().to_owned()
}

/// The field that the visitor searches in, if the form was sent to search and not to be kept.
pub(super) fn asked(cx: &Cx<'_, '_>) -> Option<String> {
    asked_in(fields(cx))
}

fn asked_in(sent: &Fields) -> Option<String> {
    match sent.text(BUTTON) {
        "" => None,
        // Enter searches where a search has been written since, and keeps the form where none has.
        ENTER => sent.iter().find_map(|(name, value)| {
            let field = name.strip_prefix("sok-")?;
            (value.trim() != sent.text(&name_before(field))).then(|| field.to_owned())
        }),
        field => Some(field.to_owned()),
    }
}

/// Whether the form was sent to search in one of its lists: it is shown again, and nothing is kept.
pub fn is_searching(cx: &Cx<'_, '_>) -> bool {
    is_search(fields(cx))
}

/// The same, of a form that has not been given to a handler yet.
pub fn is_search(sent: &Fields) -> bool {
    asked_in(sent).is_some()
}

/// What Enter presses, first in the form: without it, Enter in any field would press the first of
/// the searches. Not for the keyboard to stop at and not read aloud, since it says nothing new.
pub fn on_enter(texts: Texts) -> Markup {
    html! {
        button.sr type="submit" name=(BUTTON) value=(ENTER) tabindex="-1" aria-hidden="true" formnovalidate { (texts.choosing_enter()) }
    }
}

/// The button that searches in one field.
pub(super) fn button(texts: Texts, field: &str, label: &str) -> Markup {
    html! {
        button.button.secondary.small type="submit" name=(BUTTON) value=(field) formnovalidate {
            (texts.choosing_search()) span.sr { ": " (label) }
        }
    }
}

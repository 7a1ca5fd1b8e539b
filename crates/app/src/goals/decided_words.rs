//! What a body is about to decide, word by word: beside what held before where it replaces something.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::grounds::Grounds;
use maud::{Markup, html};

use super::difference::marked;
use super::store;
use super::words::type_word;
use crate::cx::Cx;
use crate::grounds;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{details_section, section};

/// Most elements that are shown word by word; a longer plan is read on its own page.
const MOST: usize = 60;

/// The section above the form; nothing where nothing is left to decide.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    elements: &[Arc<Element>],
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let shown: Vec<&Arc<Element>> =
        elements.iter().filter(|one| one.is_editable()).take(MOST).collect();
    if shown.is_empty() {
        return Ok(html! {});
    }
    let before = store::predecessors_of(cx.tx, shown.iter().map(|one| one.id))?;
    let ids = shown.iter().map(|one| one.id).chain(before.values().copied());
    let said = grounds::store::grounds_of(cx.tx, ids)?;
    let alone = shown.len() == 1;
    let body = html! {
        @for one in shown {
            @let old = before.get(&one.id).and_then(|old| structure.element(*old));
            @let words = words_of(texts, one, old.map(|old| &**old), |id| said.get(&id));
            (details_section(None, &one.title, &type_word(texts.language, structure, one), alone, &words))
        }
    };
    Ok(section("ordalydelse", texts.goals_decided_words(), texts.goals_decided_words_note(), &body))
}

fn words_of<'g>(
    texts: Texts,
    one: &Element,
    old: Option<&Element>,
    said: impl Fn(domain::ids::ElementId) -> Option<&'g Grounds>,
) -> Markup {
    let none = Grounds::none(one.id);
    let now = said(one.id).unwrap_or(&none);
    let before = old.map(|old| said(old.id).unwrap_or(&none));
    html! {
        @match old {
            Some(old) => {
                p.fine { (texts.goals_decided_difference()) }
                p.marked { b { (marked(&old.title, &one.title)) } }
                @if !(old.text.is_empty() && one.text.is_empty()) { p.marked { (marked(&old.text, &one.text)) } }
            },
            None => {
                @if one.text.is_empty() { p.soft { (texts.goals_decided_no_text()) } } @else { p { (one.text) } }
            },
        }
        (grounds::changes(texts, before, now, marked))
    }
}

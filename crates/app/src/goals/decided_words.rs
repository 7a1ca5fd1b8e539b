//! What a body is about to decide, word by word: beside what held before where it replaces something.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Planned, Structure};
use domain::grounds::Grounds;
use domain::ids::ElementId;
use domain::own_fields::OwnFields;
use maud::{Markup, html};

use super::advice::on_number;
use super::decided_effects::{Effects, Waiting, people_of};
use super::difference::marked;
use super::store;
use super::words::type_word;
use crate::cx::Cx;
use crate::grounds;
use crate::i18n::Texts;
use crate::measures::definition::definition_changes;
use crate::own_fields;
use crate::web::error::AppError;
use crate::web::ui::{details_section, section};

/// Most elements that are shown word by word; a longer plan is read on its own page.
const MOST: usize = 60;

/// The section above the form; nothing where nothing is left to decide.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    elements: &[Arc<Element>],
    waiting: &Waiting,
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let is_decided = |one: &&Arc<Element>| one.is_editable() || waiting.contains_key(&one.id);
    let shown: Vec<&Arc<Element>> = elements.iter().filter(is_decided).take(MOST).collect();
    if shown.is_empty() {
        return Ok(html! {});
    }
    let before = store::predecessors_of(cx.tx, shown.iter().map(|one| one.id))?;
    let all_before = store::all_predecessors_of(cx.tx, shown.iter().map(|one| one.id))?;
    let seen = cx.seen();
    let people = people_of(cx, structure, (&shown, &before))?;
    let ids = shown.iter().map(|one| one.id).chain(before.values().copied());
    let ids: Vec<ElementId> = ids.collect();
    let said = grounds::store::grounds_of(cx.tx, ids.iter().copied())?;
    let own = own_fields::store::own_fields_of(cx.tx, ids)?;
    let alone = shown.len() == 1;
    let body = html! {
        @for one in shown {
            @let old = before.get(&one.id).and_then(|old| structure.element(*old));
            @let words = words_of(texts, one, old.map(|old| &**old), |id| said.get(&id));
            @let none = OwnFields::none(one.id);
            @let now = own.get(&one.id).unwrap_or(&none);
            @let was = old.map(|old| own.get(&old.id).unwrap_or(&none));
            @let of_type = structure.model.element_type(&one.element_type);
            @let measured = structure.measure(one.id).map(|now| {
                let was = old.and_then(|old| structure.measure(old.id));
                definition_changes(texts, (was.map(|was| &**was), now), marked)
            });
            @let none = Vec::new();
            @let effects = Effects {
                texts, structure: &seen, one, old: old.map(|old| &**old),
                ends: all_before.get(&one.id).unwrap_or(&none),
                links: waiting.get(&one.id).map_or(&[], Vec::as_slice),
                people: &people,
            };
            @let words = html! { @if one.is_editable() { (words) } (effects.list()) @if let Some(measured) = measured.filter(|_| one.is_editable()) { (measured) } @if one.is_editable() { (own_fields::changes(texts, of_type, (was, now), marked)) } };
            (details_section(None, &one.title, &type_word(texts.language, structure, one), alone, &words))
        }
    };
    let words = texts.goals_decided_words();
    let section = section("ordalydelse", words, texts.goals_decided_words_note(), &body);
    Ok(html! { (too_many(texts, structure, elements, &all_before)) (section) })
}

/// That there would be more of a type than the steering model advises, when all of it is decided.
fn too_many(
    texts: Texts,
    structure: &Structure,
    elements: &[Arc<Element>],
    before: &BTreeMap<ElementId, Vec<ElementId>>,
) -> Markup {
    let is_more = |one: &&Arc<Element>| one.is_editable() && !before.contains_key(&one.id);
    let more: Vec<&Arc<Element>> = elements.iter().filter(is_more).collect();
    let remarks = structure.model.element_types.iter().filter_map(|of| {
        let of_type = more.iter().filter(|one| one.element_type == of.id);
        let planned: Vec<Planned> = of_type.map(|one| Planned::of(one)).collect();
        on_number(texts, structure, of, &planned)
    });
    html! { @for words in remarks { div.advice { p { (words) } } } }
}

fn words_of<'g>(
    texts: Texts,
    one: &Element,
    old: Option<&Element>,
    said: impl Fn(ElementId) -> Option<&'g Grounds>,
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

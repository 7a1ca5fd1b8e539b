//! The fields of the steering model as they are read: on the element's page, and beside earlier ones.

use std::str::FromStr;

use domain::elements::{Element, Structure};
use domain::own_fields::{NO, OwnFields, YES, number_of};
use domain::steering::{ElementType, Field, FieldKind, capitalised};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::i18n::{Texts, date, decimal};
use crate::web::ui::{Fact, details_section};

/// A field's name where it stands as a heading.
pub(super) fn label(name: &str) -> String {
    capitalised(name)
}

/// A value in words. What the kind does not understand, because the model has changed, stands as it is.
pub(super) fn words_of(texts: Texts, kind: FieldKind, value: &str) -> String {
    let understood = match kind {
        FieldKind::Number => number_of(value).map(|number| decimal(texts.language, number)),
        FieldKind::Date => Date::from_str(value).ok().map(|day| date(texts.language, day)),
        FieldKind::YesNo if value == YES => Some(texts.own_fields_yes().to_owned()),
        FieldKind::YesNo if value == NO => Some(texts.own_fields_no().to_owned()),
        _ => None,
    };
    understood.unwrap_or_else(|| value.to_owned())
}

fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
}

fn said<'o>(
    structure: &'o Structure,
    element: &Element,
    own: &'o OwnFields,
) -> Vec<(Field, &'o str)> {
    own.said(structure.model.element_type(&element.element_type))
}

/// What is filled in, folded away; nothing when nothing is.
pub fn section_of(
    texts: Texts,
    structure: &Structure,
    element: &Element,
    own: &OwnFields,
) -> Markup {
    let said = said(structure, element, own);
    if said.is_empty() {
        return html! {};
    }
    let names: Vec<String> = said.iter().map(|(field, _)| label(&field.name)).collect();
    let body = html! {
        dl.grounds-list {
            @for (field, value) in &said {
                dt { (label(&field.name)) }
                dd { (paragraphs(&words_of(texts, field.kind, value))) }
            }
        }
    };
    html! {
        div.section #egna-falt { (details_section(None, texts.own_fields_title(), &names.join(", "), false, &body)) }
    }
}

/// What is filled in, among an element's facts.
pub fn facts(texts: Texts, structure: &Structure, element: &Element, own: &OwnFields) -> Vec<Fact> {
    let fact = |(field, value): (Field, &str)| {
        let words = words_of(texts, field.kind, value);
        Fact::rich(label(&field.name), paragraphs(&words))
    };
    said(structure, element, own).into_iter().map(fact).collect()
}

/// What differs between two, marked by the caller's way of marking; all of it when there is nothing
/// earlier. Nothing when they say the same.
pub fn changes(
    texts: Texts,
    of_type: Option<&ElementType>,
    (older, newer): (Option<&OwnFields>, &OwnFields),
    marked: impl Fn(&str, &str) -> Markup,
) -> Markup {
    let nothing = OwnFields::none(newer.element);
    let before = older.unwrap_or(&nothing);
    let mut fields: Vec<Field> = newer.said(of_type).into_iter().map(|(field, _)| field).collect();
    for (field, _) in before.said(of_type) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields.retain(|field| before.get(&field.name) != newer.get(&field.name));
    if fields.is_empty() {
        return html! {};
    }
    html! {
        dl.grounds-list {
            @for field in &fields {
                @let was = words_of(texts, field.kind, before.get(&field.name));
                @let now = words_of(texts, field.kind, newer.get(&field.name));
                dt { (label(&field.name)) }
                dd {
                    @if older.is_none() { (paragraphs(&now)) }
                    @else { p.marked { (marked(&was, &now)) } }
                }
            }
        }
    }
}

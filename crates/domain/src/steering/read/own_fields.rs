//! The fields that a municipality adds to a type, and what cannot be filled in or told apart.

use std::collections::BTreeSet;

use super::super::field::{Field, FieldKind, FieldTwin, LONGEST_FIELD_NAME, MOST_FIELDS};
use super::super::kinds::Role;
use super::super::problem::{Fault, Shape};
use super::super::problems::clip;
use super::super::yaml::Kind;
use super::keys;
use super::reader::{Part, Reader};

/// Fields by their names alone, or with how they are filled in.
pub(super) fn own_fields(reader: &mut Reader, part: &Part<'_>, role: Option<Role>) -> Vec<Field> {
    let nodes = reader.list(part, "fields");
    if nodes.len() > MOST_FIELDS {
        let fault = Fault::TooMany { most: MOST_FIELDS, found: nodes.len() };
        reader.problem(part, "fields", fault);
    }
    let (mut fields, mut names) = (Vec::new(), BTreeSet::new());
    for (index, node) in nodes.iter().enumerate() {
        let place = format!("{}[{index}]", part.place("fields"));
        let field = match &node.kind {
            Kind::Text(name) => {
                if name.trim().is_empty() {
                    reader.problems.push(place.clone(), Some(node.line), Fault::EmptyText);
                }
                Some(Field::named(name))
            }
            Kind::Map(_) => {
                let inner = reader.part(node, place.clone(), keys::FIELD);
                inner.and_then(|inner| own_field(reader, &inner, role))
            }
            _ => {
                let (expected, found) = (Shape::TextOrMapping, node.shape());
                let fault = Fault::WrongShape { expected, found };
                reader.problems.push(place.clone(), Some(node.line), fault);
                None
            }
        };
        let Some(field) = field else { continue };
        let letters = field.name.chars().count();
        if letters > LONGEST_FIELD_NAME {
            let fault = Fault::TooLong { most: LONGEST_FIELD_NAME, found: letters };
            reader.problems.push(place.clone(), Some(node.line), fault);
        }
        if !field.name.trim().is_empty() && !names.insert(alike(&field.name)) {
            let fault = Fault::Repeated { word: clip(&field.name) };
            reader.problems.push(place, Some(node.line), fault);
        }
        fields.push(field);
    }
    fields
}

/// What makes two words the same to a reader.
fn alike(text: &str) -> String {
    text.trim().to_lowercase()
}

fn own_field(reader: &mut Reader, part: &Part<'_>, role: Option<Role>) -> Option<Field> {
    let name = reader.need_text(part, "name");
    let kind = reader.word(part, "kind").unwrap_or(FieldKind::LongText);
    let choices = reader.texts(part, "choices");
    if kind == FieldKind::Choice && reader.need(part, "choices").is_some() {
        reader.at_least(part, "choices", 2, choices.len());
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = choices.iter().find(|choice| !seen.insert(alike(choice))) {
        reader.problem(part, "choices", Fault::Repeated { word: clip(twice) });
    } else if choices.iter().any(|choice| choice.trim().is_empty()) {
        reader.problem(part, "choices", Fault::EmptyText);
    }
    let help = reader.text(part, "help");
    let same_as: Option<FieldTwin> = reader.word(part, "same_as");
    if let (Some(twin), Some(role)) = (same_as, role)
        && role != Role::Measure
    {
        reader.problem(part, "same_as", Fault::OnlyForMeasures { word: twin.key() });
    }
    Some(Field { name: name?, kind, choices, help, same_as })
}

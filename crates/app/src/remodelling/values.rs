//! What a field of a model says, in words.

use domain::steering::{Difference, DocumentId, ModelPart, OrgLevelId, TypeId, Value};

use crate::i18n::month_name;
use crate::steering::{Reader, link_word, rule_words, singular};

/// The value of a field of something that differs, as a person would say it.
pub(super) fn value_words(
    reader: Reader<'_>,
    one: &Difference,
    field: &str,
    value: &Value,
) -> String {
    let texts = reader.texts;
    let text = value.as_text().unwrap_or_default();
    match (one.part, field) {
        (_, "owner" | "decided_by" | "prepared_by" | "level") => {
            named(reader.level(&OrgLevelId::from(text)), text)
        }
        // What an English reader meets does not belong in a sentence of another language.
        (_, "en") => String::new(),
        (_, "term" | "name") => forms(reader, value),
        (_, "role") => texts.steering_role(text),
        (_, "method") => texts.steering_method(text),
        (_, "use") => texts.steering_scale_use(text),
        (_, "formulation") => texts.steering_formulation_word(text),
        (ModelPart::OrgLevels, "kind") => texts.steering_level_kind(text),
        (ModelPart::Cycle, "kind") => texts.steering_cycle_kind(text),
        (ModelPart::Documents, "kind") => texts.steering_document_kind(text),
        (_, "doc") => {
            let document = reader.model.document(&DocumentId::from(text));
            named(
                document.map(|found| singular(texts.language, &found.term)).unwrap_or_default(),
                text,
            )
        }
        (ModelPart::Cycle, "months") => each(value, |month| match month {
            Value::Number(number) => number
                .parse()
                .map(|number| month_name(texts.language, number).to_owned())
                .unwrap_or_default(),
            _ => String::new(),
        }),
        (_, "horizon") => horizon(reader, value),
        (_, "parents") => each(value, |link| parent(reader, link)),
        (_, "for") => each(value, |role| texts.steering_role(role.as_text().unwrap_or_default())),
        (_, "target_kinds") => {
            each(value, |kind| texts.steering_target_kind(kind.as_text().unwrap_or_default()))
        }
        (_, "levels") => each(value, |level| part_of(level, "label")),
        (_, "fields") => each(value, |of| own_field(reader, of)),
        (_, "params") => params(reader, value),
        (_, "classes") => each(value, |class| part_of(class, "name")),
        (ModelPart::ElementTypes, "rules") => rules(reader, one),
        _ => plain(reader, value),
    }
}

fn named(name: String, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name }
}

fn each(value: &Value, words: impl Fn(&Value) -> String) -> String {
    let Value::List(items) = value else { return String::new() };
    items.iter().map(words).collect::<Vec<_>>().join(", ")
}

fn part_of(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_text).unwrap_or_default().to_owned()
}

fn parent(reader: Reader<'_>, link: &Value) -> String {
    let id = part_of(link, "type");
    let found = reader.model.element_type(&TypeId::from(id.as_str()));
    let name = found.map_or(id, |found| found.term.singular.clone());
    match part_of(link, "link").parse() {
        Ok(kind) => format!("{} {name}", link_word(reader, kind)),
        Err(_) => name,
    }
}

/// A field that the model adds: its name, and how it is filled in.
fn own_field(reader: Reader<'_>, value: &Value) -> String {
    let (name, kind) = (part_of(value, "name"), part_of(value, "kind"));
    match value.get("choices") {
        _ if name.is_empty() => plain(reader, value),
        Some(choices) => {
            reader.texts.remodelling_field_choices(each(choices, |one| plain(reader, one)), name)
        }
        None if kind.is_empty() => name,
        None => format!("{name} ({})", reader.texts.remodelling_field_kind(&kind)),
    }
}

/// What a rule is told, with the code for how levels are put together in words.
fn params(reader: Reader<'_>, value: &Value) -> String {
    let Value::Map(entries) = value else { return plain(reader, value) };
    let said = entries.iter().map(|(key, value)| match (key.as_str(), value.as_text()) {
        ("aggregate", Some(code)) => reader.texts.steering_aggregate(code),
        _ => plain(reader, value),
    });
    said.collect::<Vec<_>>().join(", ")
}

fn forms(reader: Reader<'_>, value: &Value) -> String {
    let Value::Map(entries) = value else { return plain(reader, value) };
    let swedish = entries.iter().filter(|(key, _)| key != "en").cloned().collect();
    plain(reader, &Value::Map(swedish))
}

fn horizon(reader: Reader<'_>, value: &Value) -> String {
    let texts = reader.texts;
    match value.get("n") {
        Some(years) => texts.steering_years(plain(reader, years)),
        None => texts.steering_horizon_word(&part_of(value, "kind")),
    }
}

fn rules(reader: Reader<'_>, one: &Difference) -> String {
    let found = reader.model.element_type(&TypeId::from(one.id.as_str()));
    let rules = found.map(|found| found.rules.as_slice()).unwrap_or_default();
    rules.iter().map(|rule| rule_words(reader, rule)).collect::<Vec<_>>().join(" ")
}

fn plain(reader: Reader<'_>, value: &Value) -> String {
    let texts = reader.texts;
    match value {
        Value::Null => texts.remodelling_nothing().to_owned(),
        Value::Bool(true) => texts.steering_yes().to_owned(),
        Value::Bool(false) => texts.steering_no().to_owned(),
        Value::Number(text) | Value::Text(text) => text.clone(),
        Value::List(items) => {
            items.iter().map(|item| plain(reader, item)).collect::<Vec<_>>().join(", ")
        }
        Value::Map(entries) => {
            let mut words: Vec<String> = Vec::new();
            for (_, value) in entries {
                let said = plain(reader, value);
                if !words.contains(&said) {
                    words.push(said);
                }
            }
            words.join(", ")
        }
    }
}

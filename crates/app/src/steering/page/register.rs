//! The model's registers: open decisions, documents, levels, words, notes and sources.

use domain::steering::{Document, Language as ModelLanguage, Value};
use maud::{Markup, html};

use super::Reader;
use super::types::{forms, horizon};
use crate::i18n::{Language, sort_key};
use crate::steering::words::singular;
use crate::web::ui::{Column, Fact, Row, Symbol, Table, details_section, facts, symbol};

/// Notes nested deeper than this are left out; a person has written none so deep.
const DEEPEST_NOTE: usize = 6;

/// What is left to decide, with the default that holds until then.
pub(super) fn open_decisions(reader: Reader<'_>) -> Markup {
    let texts = reader.texts;
    if reader.model.open_decisions.is_empty() {
        return html! { p.soft { (texts.steering_all_decided()) } };
    }
    let language = match texts.language {
        Language::Swedish => ModelLanguage::Swedish,
        Language::English => ModelLanguage::English,
    };
    let list = html! {
        ol.open-decisions {
            @for open in &reader.model.open_decisions {
                @let words = open.explain(language);
                li { b { (words.what) } p { (words.mend) } p.fine { code { (open.path) } } }
            }
        }
    };
    html! {
        p.soft { (texts.steering_open_text()) }
        p.soft { (texts.steering_settle()) }
        (details_section(None, texts.steering_open_show(), "", reader.model.open_decisions.len() <= 5, &list))
    }
}

/// Document types with their sections.
pub(super) fn documents(reader: Reader<'_>) -> Markup {
    let texts = reader.texts;
    html! {
        @for document in &reader.model.documents {
            div #{"dokument-" (document.id)} {
                (details_section(
                    None,
                    &singular(texts.language, &document.term),
                    &document_note(reader, document),
                    false,
                    &document_body(reader, document),
                ))
            }
        }
    }
}

/// What the document is and who decides it: a plan of the committee is not one of its officials.
fn document_note(reader: Reader<'_>, document: &Document) -> String {
    let kind = reader.texts.steering_document_kind(document.kind.key());
    match &document.decided_by {
        Some(level) => {
            let level = super::types::level_list(reader, std::slice::from_ref(level));
            format!("{kind} · {}", reader.texts.steering_document_decided_by(level))
        }
        None => kind,
    }
}

fn document_body(reader: Reader<'_>, document: &Document) -> Markup {
    let texts = reader.texts;
    let mut all = vec![Fact::new(texts.steering_document_level(), &reader.level(&document.level))];
    if let Some(level) = &document.decided_by {
        all.push(Fact::new(texts.steering_decided_by(), &reader.level(level)));
    }
    if let Some(time) = &document.horizon {
        all.push(Fact::new(texts.steering_horizon(), &horizon(reader, time)));
    }
    html! {
        (facts(&all))
        @if !document.sections.is_empty() {
            h3 { (texts.steering_sections()) }
            ol.sections { @for one in &document.sections { li { (one) } } }
        }
        @if let Some(note) = &document.origin.note { p.fine { (note) } }
    }
}

/// Levels of the organisation.
pub(super) fn levels(reader: Reader<'_>) -> Markup {
    let texts = reader.texts;
    let rows: Vec<Row> = reader
        .model
        .org_levels
        .iter()
        .map(|level| {
            Row::words(&[
                singular(texts.language, &level.name),
                texts.steering_level_kind(level.kind.key()),
                forms(&level.name),
                level.note.clone().unwrap_or_default(),
            ])
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    let columns = [
        texts.steering_level(),
        texts.steering_kind(),
        texts.steering_forms(),
        texts.steering_remark(),
    ];
    html! { (Table::new("nivatabell", texts.steering_levels(), columns.map(Column::text).to_vec(), rows).hide_caption()) }
}

/// The municipality's words for the program's concepts.
pub(super) fn terms(reader: Reader<'_>) -> Markup {
    let texts = reader.texts;
    let all: Vec<Fact> = reader
        .model
        .terms
        .iter()
        .map(|(concept, term)| {
            Fact::rich(
                texts.steering_concept(concept.key()),
                html! { b { (singular(texts.language, term)) } " " span.fine { (forms(term)) } },
            )
        })
        .collect();
    if all.is_empty() {
        html! {}
    } else {
        facts(&all)
    }
}

/// Words explained, in the order of the alphabet.
pub(super) fn glossary(reader: Reader<'_>) -> Markup {
    let mut entries: Vec<_> = reader.model.glossary.iter().collect();
    entries.sort_by_cached_key(|entry| sort_key(&entry.word));
    if entries.is_empty() {
        return html! {};
    }
    html! {
        dl.glossary {
            @for entry in entries {
                dt { (domain::steering::capitalised(&entry.word)) }
                dd {
                    @match &entry.definition {
                        Some(definition) => (definition),
                        None => span.soft { (reader.texts.steering_no_definition()) },
                    }
                    @if let Some(source) = &entry.source { " " span.fine { (source) } }
                }
            }
        }
    }
}

/// What the model says beside what the program understands. The keys are those of the file.
pub(super) fn notes(reader: Reader<'_>) -> Markup {
    html! {
        @for (name, value) in &reader.model.notes {
            details.fold {
                summary { span { (reader.texts.steering_note(name)) } span.chev { (symbol(Symbol::Down, 18)) } }
                div.fold-body { (note(value, 0)) }
            }
        }
    }
}

fn note(value: &Value, depth: usize) -> Markup {
    if depth > DEEPEST_NOTE {
        return html! {};
    }
    html! {
        @match value {
            Value::Null => {},
            Value::Bool(flag) => (flag),
            Value::Number(text) | Value::Text(text) => (text),
            Value::List(items) => ul.plain-list { @for item in items { li { (note(item, depth + 1)) } } },
            Value::Map(entries) => dl.facts {
                @for (name, value) in entries { dt lang="en" { (name.replace('_', " ")) } dd { (note(value, depth + 1)) } }
            },
        }
    }
}

/// What the model was read from.
pub(super) fn sources(reader: Reader<'_>) -> Markup {
    if reader.model.sources.is_empty() {
        return html! {};
    }
    html! {
        ul.plain-list {
            @for source in &reader.model.sources {
                li { (source.reference) @if let Some(note) = &source.note { " " span.fine { (note) } } }
            }
        }
    }
}

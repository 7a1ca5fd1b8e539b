//! The parts around the element types: version, sources, levels, words, glossary, notes and carried open decisions.

use super::super::kinds::Closed;
use super::super::model::{BasedOn, GlossaryEntry, ModelVersion, OrgLevel, Source};
use super::super::more_kinds::Concept;
use super::super::open::Matter;
use super::super::problem::{Fault, Register, Shape};
use super::super::problems::clip;
use super::super::term::Term;
use super::super::value::Value;
use super::super::yaml::{Kind, Node};
use super::keys;
use super::reader::{Part, Reader};
use std::collections::BTreeMap;

pub(super) fn version(reader: &mut Reader, top: &Part<'_>) -> ModelVersion {
    let Some(part) = reader
        .need(top, "version")
        .and_then(|node| reader.part(node, "version".to_owned(), keys::VERSION))
    else {
        return ModelVersion::default();
    };
    let valid_from = reader.day(&part, "valid_from", Matter::ValidFrom);
    if part.get("valid_from").is_none() {
        // Null is allowed: a model that is being drawn up has no day yet.
        reader.open(part.place("valid_from"), Matter::ValidFrom, "–");
    }
    let decided_by = reader.text(&part, "decided_by");
    let decided_by =
        decided_by.and_then(|id| reader.loose(Register::OrgLevels, id, part.place("decided_by")));
    ModelVersion {
        valid_from,
        valid_to: reader.day(&part, "valid_to", Matter::ValidTo),
        decided_by: decided_by.map(Into::into),
        decision_ref: reader.text(&part, "decision_ref"),
        replaces: reader.text(&part, "replaces"),
        based_on: based_on(reader, &part),
        note: reader.text(&part, "note"),
    }
}

fn based_on(reader: &mut Reader, version: &Part<'_>) -> Option<BasedOn> {
    let node = version.get("based_on")?;
    let part = reader.part(node, version.place("based_on"), keys::BASED_ON)?;
    let municipality = reader.need_text(&part, "municipality");
    let model = reader.need_text(&part, "model");
    let year = reader.whole(&part, "year", 1900, 2200).and_then(|year| i16::try_from(year).ok());
    Some(BasedOn { municipality: municipality?, model: model?.into(), year })
}

pub(super) fn sources(reader: &mut Reader, top: &Part<'_>) -> Vec<Source> {
    let nodes = reader.list(top, "sources");
    let parts = reader.parts(nodes, "sources", keys::SOURCE, None);
    let mut sources = Vec::new();
    for part in &parts {
        let id = reader.id(part);
        let reference = reader.need_text(part, "ref");
        let note = reader.text(part, "note");
        if let (Some(id), Some(reference)) = (id, reference) {
            sources.push(Source { id: id.into(), reference, note });
        }
    }
    sources
}

pub(super) fn org_levels(reader: &mut Reader, top: &Part<'_>) -> Vec<OrgLevel> {
    reader.need(top, "org_levels");
    let nodes = reader.list(top, "org_levels");
    reader.at_least(top, "org_levels", 2, nodes.len());
    let parts = reader.parts(nodes, "org_levels", keys::ORG_LEVEL, None);
    let mut levels = Vec::new();
    for part in &parts {
        let id = reader.id(part);
        let name = reader.term(part, "name");
        let kind = reader.need_word(part, "kind");
        let note = reader.text(part, "note");
        if let (Some(id), Some(name), Some(kind)) = (id, name, kind) {
            levels.push(OrgLevel { id: id.into(), name, kind, note });
        }
    }
    levels
}

pub(super) fn terms(reader: &mut Reader, top: &Part<'_>) -> BTreeMap<Concept, Term> {
    let Some(part) =
        top.get("terms").and_then(|node| reader.part(node, "terms".to_owned(), Concept::KEYS))
    else {
        return BTreeMap::new();
    };
    let mut terms = BTreeMap::new();
    for (key, node) in part.in_order() {
        if let Some(concept) = Concept::from_key(key)
            && let Some(term) = reader.inflected(node, part.place(key))
        {
            terms.insert(concept, term);
        }
    }
    terms
}

pub(super) fn glossary(
    reader: &mut Reader,
    top: &Part<'_>,
    sources: &[Source],
) -> Vec<GlossaryEntry> {
    let Some(part) =
        top.get("glossary").and_then(|node| reader.open_part(node, "glossary".to_owned()))
    else {
        return Vec::new();
    };
    part.in_order().map(|(word, node)| entry(reader, &part, word, node, sources)).collect()
}

fn entry(
    reader: &mut Reader,
    part: &Part<'_>,
    word: &str,
    node: &Node,
    sources: &[Source],
) -> GlossaryEntry {
    let (definition, source) = match &node.kind {
        Kind::Map(_) => match reader.part(node, part.place(&clip(word)), keys::GLOSSARY_ENTRY) {
            Some(entry) => (reader.text(&entry, "definition"), reader.text(&entry, "source")),
            None => (None, None),
        },
        // Research records may name a source where the definition should be.
        Kind::Text(text) if !reader.is_full() && names_a_source(text, sources) => {
            (None, Some(text.clone()))
        }
        Kind::Text(text) => (Some(text.clone()), None),
        _ if reader.is_full() => {
            reader.problem(
                part,
                word,
                Fault::WrongShape { expected: Shape::TextOrMapping, found: node.shape() },
            );
            (None, None)
        }
        _ => (None, None),
    };
    let path = part.place(&clip(word));
    if definition.is_none() {
        reader.open(path, Matter::Definition, "–");
    }
    GlossaryEntry { word: word.to_owned(), definition, source }
}

fn names_a_source(text: &str, sources: &[Source]) -> bool {
    sources.iter().any(|source| source.id.as_str() == text || source.reference.starts_with(text))
}

pub(super) fn notes(top: &Part<'_>) -> Vec<(String, Value)> {
    let is_note = |(key, _): &(&str, &Node)| keys::NOTES.contains(key);
    top.in_order().filter(is_note).map(|(key, node)| (key.to_owned(), node.to_value())).collect()
}

/// Open decisions that an earlier reading wrote into the file.
pub(super) fn open_decisions(reader: &mut Reader, top: &Part<'_>) {
    let nodes = reader.list(top, "open_decisions");
    for (index, node) in nodes.iter().enumerate() {
        let Some(part) = reader.part(node, format!("open_decisions[{index}]"), keys::OPEN_DECISION)
        else {
            continue;
        };
        let path = reader.need_text(&part, "path");
        let matter = reader.need_word(&part, "matter");
        let default = reader.need_text(&part, "default");
        if let (Some(path), Some(matter), Some(default)) = (path, matter, default) {
            reader.open(path, matter, default);
        }
    }
}

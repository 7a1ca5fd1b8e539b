//! From a tree to a model: reads each part, notes every problem and every open decision, and goes on.

mod assess;
mod cycle;
mod fields;
mod head;
pub(super) mod keys;
mod own_fields;
mod peek;
mod reader;
mod scales;
mod terms;
mod type_rules;
mod types;

use super::model::SteeringModel;
use super::problem::Fault;
use super::problems::{Problems, clip};
use super::rules::Rules;
use super::settle;
use super::yaml::{Kind, Node};
use reader::{Dialect, Part, Reader};

/// The model, if it could be read, with its open decisions; problems are added to those of the text.
pub(super) fn read(root: &Node, problems: Problems) -> (Option<SteeringModel>, Problems) {
    let mut reader = Reader::new(problems);
    let Some(top) = reader.part(root, String::new(), keys::TOP) else {
        return (None, reader.problems);
    };
    match dialect(&mut reader, &top) {
        Some(dialect) => reader.dialect = dialect,
        None => return (None, reader.problems),
    }
    reader.gather_ids(&top);
    let mut model = model(&mut reader, &top);
    // The rules look at what the file says, so before anything is added to it.
    for (path, fault) in Rules::check(&model, &reader.known) {
        let line = reader.line_of(&path);
        reader.problems.push(path, line, fault);
    }
    settle::fill(&mut model, &mut reader.open);
    model.open_decisions = reader.open;
    (Some(model), reader.problems)
}

fn dialect(reader: &mut Reader, top: &Part<'_>) -> Option<Dialect> {
    let node = reader.need(top, "meta")?;
    let found = match &node.kind {
        Kind::Text(text) => text.as_str(),
        _ => "",
    };
    let dialect = match found {
        "styrmodell/1" => Some(Dialect::Full),
        "styrmodell-meta/0.1" => Some(Dialect::Research),
        _ => None,
    };
    if dialect.is_none() {
        reader.problem(top, "meta", Fault::UnknownFormat { found: clip(found) });
    }
    dialect
}

/// Reads all parts before it gives up on any, so that all problems are found.
/// What is broken is left out; the caller discards the model when there are problems.
fn model(reader: &mut Reader, top: &Part<'_>) -> SteeringModel {
    head::open_decisions(reader, top);
    let id = reader.id(top);
    let municipality = reader.need_text(top, "municipality");
    let version = head::version(reader, top);
    let sources = head::sources(reader, top);
    let org_levels = head::org_levels(reader, top);
    let terms = head::terms(reader, top);
    let element_types = types::element_types(reader, top);
    let scales = scales::scales(reader, top);
    let assessments = assess::assessments(reader, top);
    let cycle = cycle::cycle(reader, top);
    let documents = cycle::documents(reader, top);
    let glossary = head::glossary(reader, top, &sources);
    let notes = head::notes(top);
    SteeringModel {
        id: id.unwrap_or_default().into(),
        municipality: municipality.unwrap_or_default(),
        version,
        org_levels,
        terms,
        element_types,
        scales,
        assessments,
        cycle,
        documents,
        glossary,
        sources,
        notes,
        open_decisions: Vec::new(),
    }
}

//! Rules that propose assessments.

use super::super::ids::{ScaleId, ScaleLevelId};
use super::super::kinds::{Closed, RuleMethod};
use super::super::more_kinds::Aggregate;
use super::super::open::Matter;
use super::super::problem::{Fault, Register, Shape};
use super::super::problems::clip;
use super::super::scale::{Assessment, AssessmentParams};
use super::super::value::Value;
use super::super::yaml::{Kind, Node};
use super::keys;
use super::reader::{Part, Reader};

pub(super) fn assessments(reader: &mut Reader, top: &Part<'_>) -> Vec<Assessment> {
    if top.get("assessment").is_none() {
        reader.lacking(top, "assessment", Matter::Assessment, RuleMethod::Manual.key());
    }
    let nodes = reader.list(top, "assessment");
    let parts = reader.parts(nodes, "assessment", keys::ASSESSMENT, None);
    parts.iter().filter_map(|part| assessment(reader, part)).collect()
}

fn assessment(reader: &mut Reader, part: &Part<'_>) -> Option<Assessment> {
    let id = reader.id(part);
    let word = reader.need_text(part, "method");
    let method = match word.as_deref() {
        Some("unknown") if !reader.is_full() => {
            reader.open(part.place("method"), Matter::Assessment, RuleMethod::Manual.key());
            Some(RuleMethod::Manual)
        }
        Some(_) => reader.word::<RuleMethod>(part, "method"),
        None => None,
    };
    let params = params(reader, part, method);
    let stages = reader.texts(part, "stages");
    let origin = reader.origin(part);
    Some(Assessment { id: id?.into(), method: method?, params, stages, origin })
}

fn params(reader: &mut Reader, part: &Part<'_>, method: Option<RuleMethod>) -> AssessmentParams {
    let place = part.place("params");
    let weighs = matches!(
        method,
        Some(RuleMethod::FromMeasures | RuleMethod::FromChildren | RuleMethod::FromCriteria)
    );
    let inner = match part.get("params") {
        Some(node) if reader.is_full() => reader.part(node, place, keys::PARAMS),
        Some(node) => reader.open_part(node, place),
        None => {
            if weighs {
                reader.lacking(part, "params", Matter::Aggregate, Aggregate::All.key());
            }
            return AssessmentParams {
                aggregate: weighs.then_some(Aggregate::All),
                ..AssessmentParams::default()
            };
        }
    };
    let Some(inner) = inner else {
        return AssessmentParams::default();
    };
    AssessmentParams {
        motivation_required: reader.flag(&inner, "motivation_required"),
        aggregate: aggregate(reader, &inner, weighs),
        include_classes: loose_list(reader, &inner, "include_classes", Register::MeasureClasses),
        min_measured_share: reader
            .whole(&inner, "min_measured_share", 0, 100)
            .and_then(|share| u8::try_from(share).ok()),
        thresholds: thresholds(reader, &inner),
        child_types: loose_list(reader, &inner, "child_types", Register::ElementTypes)
            .into_iter()
            .map(Into::into)
            .collect(),
        scale: scale(reader, &inner),
        coverage_question: reader.text(&inner, "coverage_question"),
        fulfilment_question: reader.text(&inner, "fulfilment_question"),
        other: other(reader, &inner),
    }
}

/// Research records may say that the rule is unknown or that a person weighs; a computed proposal still needs one.
fn aggregate(reader: &mut Reader, params: &Part<'_>, weighs: bool) -> Option<Aggregate> {
    let word = reader.text(params, "aggregate");
    let known = word.as_deref().and_then(Aggregate::from_key);
    match word {
        Some(_) if reader.is_full() || known.is_some() => reader.word(params, "aggregate"),
        None if !weighs => None,
        _ => {
            reader.lacking(params, "aggregate", Matter::Aggregate, Aggregate::All.key());
            Some(Aggregate::All)
        }
    }
}

fn loose_list(
    reader: &mut Reader,
    params: &Part<'_>,
    key: &str,
    register: Register,
) -> Vec<String> {
    let place = params.place(key);
    let ids = reader.texts(params, key);
    ids.into_iter().filter_map(|id| reader.loose(register, id, place.clone())).collect()
}

fn scale(reader: &mut Reader, params: &Part<'_>) -> Option<ScaleId> {
    let id = reader.text(params, "scale")?;
    reader.loose(Register::Scales, id, params.place("scale")).map(Into::into)
}

fn thresholds(reader: &mut Reader, params: &Part<'_>) -> Vec<(ScaleLevelId, u8)> {
    let Some(node) = params.get("thresholds") else {
        return Vec::new();
    };
    let Some(inner) = reader.open_part(node, params.place("thresholds")) else {
        return Vec::new();
    };
    let mut thresholds = Vec::new();
    for (level, node) in inner.in_order() {
        let place = inner.place(&clip(level));
        let share =
            reader.whole_of(node, place.clone(), 0, 100).and_then(|share| u8::try_from(share).ok());
        let level = reader.loose(Register::ScaleLevels, level.to_owned(), place);
        thresholds.extend(level.zip(share).map(|(level, share)| (level.into(), share)));
    }
    thresholds
}

/// Parameters that are kept as they are. In a full file they stand under `other`.
fn other(reader: &mut Reader, params: &Part<'_>) -> Vec<(String, Value)> {
    let mut other: Vec<(String, Value)> = match params.get("other").map(|node| &node.kind) {
        Some(Kind::Map(entries)) => {
            entries.iter().map(|(key, node)| (key.clone(), node.to_value())).collect()
        }
        Some(_) => {
            let found = params.get("other").map_or(Shape::Nothing, Node::shape);
            reader.problem(params, "other", Fault::WrongShape { expected: Shape::Mapping, found });
            Vec::new()
        }
        None => Vec::new(),
    };
    if reader.is_full() {
        return other;
    }
    let unknown: Vec<(&str, Value)> = params
        .in_order()
        .filter(|(key, _)| !keys::PARAMS.contains(key))
        .map(|(key, node)| (key, node.to_value()))
        .collect();
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.iter().map(|(key, _)| *key).collect();
        reader.open(params.path.clone(), Matter::RuleParams, names.join(", "));
    }
    other.extend(unknown.into_iter().map(|(key, value)| (key.to_owned(), value)));
    other
}

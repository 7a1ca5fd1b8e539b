//! Scales and assessment rules as values.

use super::super::more_kinds::Aggregate;
use super::super::scale::{Assessment, AssessmentParams, Scale, ScaleLevel};
use super::super::value::Value;
use super::{Mapping, parts};

pub(super) fn scale(scale: &Scale) -> Value {
    let mut part = Mapping::default();
    part.text("id", scale.id.as_str()).text("use", scale.scale_use.key());
    part.put_list("for", scale.roles.iter().map(|role| Value::text(role.key())));
    part.put_list("levels", scale.levels.iter().map(level));
    parts::origin(&mut part, &scale.origin);
    part.finish()
}

fn level(level: &ScaleLevel) -> Value {
    let mut part = Mapping::default();
    part.text("id", level.id.as_str()).text("label", &level.label).maybe("en", level.en.as_ref());
    part.text("symbol", level.symbol.key())
        .text("colour", level.colour.key())
        .text("meaning", &level.meaning);
    if level.missing {
        part.put("missing", Value::Bool(true));
    }
    part.finish()
}

pub(super) fn assessment(assessment: &Assessment) -> Value {
    let mut part = Mapping::default();
    part.text("id", assessment.id.as_str()).text("method", assessment.method.key());
    if assessment.params != AssessmentParams::default() {
        part.put("params", params(&assessment.params));
    }
    part.texts_unless_empty("stages", &assessment.stages);
    parts::origin(&mut part, &assessment.origin);
    part.finish()
}

fn params(params: &AssessmentParams) -> Value {
    let mut part = Mapping::default();
    if let Some(required) = params.motivation_required {
        part.put("motivation_required", Value::Bool(required));
    }
    part.maybe("aggregate", params.aggregate.map(Aggregate::key));
    part.texts_unless_empty("include_classes", &params.include_classes);
    if let Some(share) = params.min_measured_share {
        part.put("min_measured_share", Value::number(share));
    }
    if !params.thresholds.is_empty() {
        let thresholds = params
            .thresholds
            .iter()
            .map(|(level, share)| (level.to_string(), Value::number(*share)))
            .collect();
        part.put("thresholds", Value::Map(thresholds));
    }
    part.texts_unless_empty("child_types", &params.child_types)
        .maybe("scale", params.scale.as_ref());
    part.maybe("coverage_question", params.coverage_question.as_ref());
    part.maybe("fulfilment_question", params.fulfilment_question.as_ref());
    if !params.other.is_empty() {
        part.put("other", Value::Map(params.other.clone()));
    }
    part.finish()
}

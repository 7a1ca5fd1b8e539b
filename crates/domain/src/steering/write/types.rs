//! Element types as values.

use super::super::element::{ElementType, MeasureClass, ParentLink, TypeRule};
use super::super::field::{Field, FieldTwin};
use super::super::kinds::Role;
use super::super::more_kinds::Formulation;
use super::super::value::Value;
use super::{Mapping, parts};

pub(super) fn element_type(element_type: &ElementType) -> Value {
    let mut part = Mapping::default();
    part.text("id", element_type.id.as_str())
        .put("term", parts::term(&element_type.term))
        .text("role", element_type.role.key());
    part.text("owner", element_type.owner.as_str())
        .text("decided_by", element_type.decided_by.as_str());
    part.maybe("prepared_by", element_type.prepared_by.as_ref())
        .put("horizon", parts::horizon(&element_type.horizon));
    part.put_list("parents", element_type.parents.iter().map(parent));
    if let Some(count) = &element_type.count {
        part.put("count", parts::quantity(count));
    }
    if element_type.formulation != Formulation::None {
        part.text("formulation", element_type.formulation.key());
    }
    part.maybe("scale", element_type.scale.as_ref()).maybe("assess", element_type.assess.as_ref());
    if !element_type.rules.is_empty() {
        let rules = element_type
            .rules
            .iter()
            .map(|rule| (rule.kind().key().to_owned(), type_rule(rule)))
            .collect();
        part.put("rules", Value::Map(rules));
    }
    part.put_unless_empty("fields", element_type.fields.iter().map(field));
    part.put_unless_empty("classes", element_type.classes.iter().map(class));
    // A measure without the key may have all kinds of target, so an empty list must be written.
    if element_type.role == Role::Measure || !element_type.target_kinds.is_empty() {
        part.put_list(
            "target_kinds",
            element_type.target_kinds.iter().map(|kind| Value::text(kind.key())),
        );
    }
    part.texts_unless_empty("breakdowns", &element_type.breakdowns)
        .texts_unless_empty("items", &element_type.items);
    parts::origin(&mut part, &element_type.origin);
    part.finish()
}

fn parent(link: &ParentLink) -> Value {
    let mut part = Mapping::default();
    part.text("type", link.parent.as_str()).text("link", link.link.key());
    if let Some(min) = link.min {
        part.put("min", Value::number(min));
    }
    if let Some(max) = link.max {
        part.put("max", Value::number(max));
    }
    part.finish()
}

fn field(field: &Field) -> Value {
    if field.is_name_alone() {
        return Value::text(&field.name);
    }
    let mut part = Mapping::default();
    part.text("name", &field.name).text("kind", field.kind.key());
    part.texts_unless_empty("choices", &field.choices).maybe("help", field.help.as_ref());
    part.maybe("same_as", field.same_as.map(FieldTwin::key));
    part.finish()
}

fn class(class: &MeasureClass) -> Value {
    let mut part = Mapping::default();
    part.text("name", &class.name).put("counts", Value::Bool(class.counts_in_assessment));
    part.put("controllable", Value::Bool(class.controllable)).maybe("note", class.note.as_ref());
    part.finish()
}

fn type_rule(rule: &TypeRule) -> Value {
    match rule {
        TypeRule::MaxPerOwner(most) | TypeRule::MaxTotal(most) => Value::number(*most),
        TypeRule::ParentOptional
        | TypeRule::MustHaveMeasure
        | TypeRule::RequiresDecisionRef
        | TypeRule::NotForAssessment => Value::Bool(true),
        TypeRule::MustCoverAllParents(parent) => {
            parent.as_ref().map_or(Value::Bool(true), |id| Value::text(id.as_str()))
        }
        TypeRule::ProposalsAllowed(level) => {
            level.as_ref().map_or(Value::Bool(true), |id| Value::text(id.as_str()))
        }
        TypeRule::IfUnmeasurableUse(other) => Value::text(other.as_str()),
        TypeRule::Variants(variants) => Value::texts(variants),
        TypeRule::InheritsTo(levels) => Value::texts(levels),
        TypeRule::ViewOver(types) => Value::texts(types),
    }
}

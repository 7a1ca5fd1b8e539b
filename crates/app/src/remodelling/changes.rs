//! What differs between two models, in words.

use domain::elements::Structure;
use domain::steering::{
    Change, Difference, FieldChange, ModelPart, SteeringModel, TypeId, capitalised,
};

use super::values::value_words;
use crate::i18n::Texts;
use crate::steering::Reader;

/// The differences of one part.
pub struct Group {
    /// What the part is called.
    pub title: String,
    /// Each thing that differs.
    pub lines: Vec<Line>,
}

/// One thing that differs.
pub struct Line {
    /// What happens to it.
    pub change: Change,
    /// That in a word.
    pub word: &'static str,
    /// What it is called.
    pub name: String,
    /// How many living elements it concerns; empty when none.
    pub concerns: String,
    /// What it said and will say.
    pub details: Vec<String>,
}

/// The differences by part, in the order of the model's page.
pub fn groups(
    texts: Texts,
    structure: &Structure,
    next: &SteeringModel,
    differences: &[Difference],
) -> Vec<Group> {
    let of = |part: ModelPart| differences.iter().filter(move |one| one.part == part);
    ModelPart::ALL
        .iter()
        .filter(|part| of(**part).next().is_some())
        .map(|part| Group {
            title: texts.remodelling_part(part.key()),
            lines: of(*part).map(|one| line(texts, structure, next, one)).collect(),
        })
        .collect()
}

fn line(texts: Texts, structure: &Structure, next: &SteeringModel, one: &Difference) -> Line {
    let word = match &one.change {
        Change::Added => texts.remodelling_added(),
        Change::Removed => texts.remodelling_removed(),
        Change::Changed(_) => texts.remodelling_changed(),
    };
    let living = match one.part {
        ModelPart::ElementTypes => structure.count_of_type(&TypeId::from(one.id.as_str())),
        _ => 0,
    };
    let details = match &one.change {
        Change::Changed(fields) => {
            fields.iter().map(|field| detail(texts, &structure.model, next, one, field)).collect()
        }
        Change::Added | Change::Removed => Vec::new(),
    };
    Line {
        change: one.change.clone(),
        word,
        name: name(texts, &structure.model, next, one),
        concerns: match i64::try_from(living) {
            Ok(0) | Err(_) => String::new(),
            Ok(living) => texts.remodelling_concerns(living),
        },
        details,
    }
}

/// What something is called. Scales and rules have no name of their own: they are what they are for.
fn name(texts: Texts, old: &SteeringModel, new: &SteeringModel, one: &Difference) -> String {
    let id = one.id.as_str();
    match one.part {
        ModelPart::Scales => {
            let scale = new.scale(&id.into()).or_else(|| old.scale(&id.into()));
            scale.map(|scale| {
                let roles: Vec<String> = scale
                    .roles
                    .iter()
                    .map(|role| texts.steering_role(role.key()).to_lowercase())
                    .collect();
                let used = texts.steering_scale_use(scale.scale_use.key());
                format!("{used} {}", texts.steering_for(roles.join(", ")))
            })
        }
        ModelPart::Assessments => {
            let rule = new.assessment(&id.into()).or_else(|| old.assessment(&id.into()));
            rule.map(|rule| texts.steering_method(rule.method.key()))
        }
        ModelPart::Terms => Some(texts.steering_concept(id)),
        _ => None,
    }
    .unwrap_or_else(|| capitalised(&one.name))
}

fn detail(
    texts: Texts,
    old: &SteeringModel,
    new: &SteeringModel,
    one: &Difference,
    field: &FieldChange,
) -> String {
    let year = 0;
    let said = |model, value: &Option<_>| match value {
        Some(value) => value_words(Reader { model, texts, year }, one, &field.field, value),
        None => texts.remodelling_nothing().to_owned(),
    };
    let (before, after) = (said(old, &field.before), said(new, &field.after));
    let name = texts.remodelling_field(&field.field);
    if before == after {
        texts.remodelling_field_changed(name)
    } else {
        texts.remodelling_field_from_to(after, before, name)
    }
}

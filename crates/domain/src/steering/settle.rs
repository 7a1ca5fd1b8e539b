//! Fills in what a model leaves open between its parts, each time with an open decision.

use super::defaults;
use super::element::ElementType;
use super::ids::ScaleId;
use super::kinds::{Role, RuleMethod};
use super::model::SteeringModel;
use super::more_kinds::ScaleUse;
use super::open::{Matter, OpenDecision};
use std::collections::BTreeSet;

/// Adds missing levels, scales and assessments.
pub(super) fn fill(model: &mut SteeringModel, open: &mut Vec<OpenDecision>) {
    add_missing_levels(model, open);
    for scale_use in [ScaleUse::Outcome, ScaleUse::Progress, ScaleUse::Forecast] {
        let roles = roles_without(model, scale_use);
        if !roles.is_empty() {
            announce(&add_scale(model, scale_use, &roles), &roles, open);
        }
    }
    add_assessments(model, open);
}

/// Roles of assessed types for which the model has no scale of this use. Only goals need a forecast.
fn roles_without(model: &SteeringModel, scale_use: ScaleUse) -> BTreeSet<Role> {
    let is_forecast = scale_use == ScaleUse::Forecast;
    let scales =
        model.scales.iter().filter(|scale| (scale.scale_use == ScaleUse::Forecast) == is_forecast);
    let covered: BTreeSet<Role> = scales.flat_map(|scale| scale.roles.iter().copied()).collect();
    let needs = |element_type: &&ElementType| {
        if is_forecast {
            element_type.role == Role::Goal
        } else {
            element_type.role.scale_use() == Some(scale_use) && element_type.scale.is_none()
        }
    };
    let assessed = model.element_types.iter().filter(|element_type| element_type.is_assessed());
    assessed
        .filter(needs)
        .map(|element_type| element_type.role)
        .filter(|role| !covered.contains(role))
        .collect()
}

/// Adds the program's scale for a use and some roles.
fn add_scale(model: &mut SteeringModel, scale_use: ScaleUse, roles: &BTreeSet<Role>) -> ScaleId {
    let mut scale = defaults::scale(scale_use, roles.iter().copied().collect());
    let taken: BTreeSet<&str> = model.scales.iter().map(|scale| scale.id.as_str()).collect();
    scale.id = ScaleId::new(free_id(scale.id.as_str(), &taken));
    let id = scale.id.clone();
    model.scales.push(scale);
    id
}

fn announce(id: &ScaleId, roles: &BTreeSet<Role>, open: &mut Vec<OpenDecision>) {
    let roles: Vec<&str> = roles.iter().map(|role| role.key()).collect();
    let default = format!("{id}: {}", roles.join(", "));
    open.push(OpenDecision { path: format!("scales.{id}"), matter: Matter::RoleScale, default });
}

fn add_missing_levels(model: &mut SteeringModel, open: &mut Vec<OpenDecision>) {
    for scale in &mut model.scales {
        if scale.levels.iter().any(|level| level.missing) {
            continue;
        }
        let taken: BTreeSet<String> =
            scale.levels.iter().map(|level| level.id.as_str().to_owned()).collect();
        let taken: BTreeSet<&str> = taken.iter().map(String::as_str).collect();
        for mut level in defaults::missing_levels() {
            level.id = free_id(level.id.as_str(), &taken).into();
            scale.levels.push(level);
        }
        let labels: Vec<&str> = scale.missing_levels().map(|level| level.label.as_str()).collect();
        let path = format!("scales.{}.levels", scale.id);
        open.push(OpenDecision { path, matter: Matter::MissingLevel, default: labels.join(", ") });
    }
}

/// Goals and criteria that say nothing about how they are assessed are judged by a person.
fn add_assessments(model: &mut SteeringModel, open: &mut Vec<OpenDecision>) {
    let lacks = |element_type: &ElementType| {
        matches!(element_type.role, Role::Goal | Role::Criterion)
            && element_type.is_assessed()
            && element_type.assess.is_none()
    };
    if !model.element_types.iter().any(lacks) {
        return;
    }
    let manual = model
        .assessments
        .iter()
        .find(|assessment| assessment.method == RuleMethod::Manual)
        .map(|found| found.id.clone());
    let id = manual.unwrap_or_else(|| {
        let taken: BTreeSet<&str> =
            model.assessments.iter().map(|assessment| assessment.id.as_str()).collect();
        let mut assessment = defaults::assessment();
        assessment.id = free_id(assessment.id.as_str(), &taken).into();
        let id = assessment.id.clone();
        model.assessments.push(assessment);
        id
    });
    for element_type in model.element_types.iter_mut().filter(|element_type| lacks(element_type)) {
        element_type.assess = Some(id.clone());
        let path = format!("element_types.{}.assess", element_type.id);
        open.push(OpenDecision { path, matter: Matter::Assessment, default: id.to_string() });
    }
}

/// `wanted`, or with the first number that makes it free.
fn free_id(wanted: &str, taken: &BTreeSet<&str>) -> String {
    let numbered = (2..).map(|number: u32| format!("{wanted}-{number}"));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|id| !taken.contains(id.as_str()))
        .unwrap_or_default()
}

//! Which rule proposes for a type, on which scale, and which values it needs.

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::steering::{
    Assessment as Rule, ElementType, Role, RuleMethod, Scale, ScaleUse, SteeringModel,
};

use super::super::store::AssessmentKind;

/// The rule that proposes for a type. An outcome is never proposed by a rule for forecasts; a
/// forecast by the type's own rule for forecasts, else by the first that the model has.
pub(crate) fn rule_for<'m>(
    model: &'m SteeringModel,
    of_type: &ElementType,
    kind: AssessmentKind,
) -> Option<&'m Rule> {
    let own = model.assessment_for(of_type);
    let is_forecast = |rule: &&Rule| rule.method == RuleMethod::Forecast;
    match kind {
        AssessmentKind::Outcome => own.filter(|rule| !is_forecast(rule)),
        AssessmentKind::Forecast => {
            own.filter(is_forecast).or_else(|| model.assessments.iter().find(is_forecast))
        }
    }
}

/// The scale that a type is judged on.
pub(crate) fn scale_for<'m>(
    model: &'m SteeringModel,
    of_type: &ElementType,
    kind: AssessmentKind,
) -> Option<&'m Scale> {
    match kind {
        AssessmentKind::Outcome => model.scale_for(of_type, ScaleUse::Outcome),
        AssessmentKind::Forecast => model
            .scale_for(of_type, ScaleUse::Forecast)
            .filter(|scale| scale.scale_use == ScaleUse::Forecast),
    }
}

/// Whether an element is judged on a scale of fulfilment at all.
pub(crate) fn is_judged(structure: &Structure, element: &Element) -> bool {
    let of_type = structure.model.element_type(&element.element_type);
    of_type.is_some_and(ElementType::is_assessed)
        && !matches!(element.role, Role::Activity | Role::Assignment | Role::Measure)
}

/// The measures whose values a proposal for the element needs.
pub fn measures_behind(structure: &Structure, element: &Element) -> Vec<ElementId> {
    let Some(of_type) = structure.model.element_type(&element.element_type) else {
        return Vec::new();
    };
    let rule = rule_for(&structure.model, of_type, AssessmentKind::Outcome);
    let of = |id: ElementId| structure.measures_of(id).into_iter().map(|(one, _)| one.id);
    match rule.map(|rule| rule.method) {
        Some(RuleMethod::FromMeasures) => of(element.id).collect(),
        Some(RuleMethod::FromCriteria) => structure
            .children_with(element.id, Role::Criterion)
            .into_iter()
            .flat_map(|one| of(one.id))
            .collect(),
        _ => Vec::new(),
    }
}

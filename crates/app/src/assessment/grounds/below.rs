//! What is kept about what hangs under some elements, and the proposals that it makes.

use std::collections::BTreeMap;

use db::Tx;
use domain::assessment::{Answers, Input};
use domain::elements::{Element, Structure};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::{Aggregate, Assessment as Rule, ElementType, RuleMethod};

use super::super::store::{self, AssessmentKind, Judged, Weights};
use super::{Grounds, Met, rule_and_scale, rule_for};
use crate::activities;
use crate::web::error::AppError;

/// What is kept about what hangs under some elements.
#[derive(Default)]
pub struct Below {
    pub(super) judged: Judged,
    pub(super) expected: Judged,
    pub(super) progress: BTreeMap<ElementId, Progress>,
    pub(super) weights: Weights,
    pub(super) answers: BTreeMap<ElementId, Answers>,
    pub(super) year: i16,
}

impl Below {
    /// Nothing but values.
    pub(super) fn of_values(year: i16) -> Self {
        Self { year, ..Self::default() }
    }

    /// Reads what hangs under some elements that one org unit answers for.
    pub fn read(
        tx: &mut Tx<'_>,
        structure: &Structure,
        (elements, owner): (&[ElementId], OrgUnitId),
        year: i16,
    ) -> Result<Self, AppError> {
        let model = &structure.model;
        let types: Vec<&ElementType> = elements
            .iter()
            .filter_map(|id| model.element_type(&structure.element(*id)?.element_type))
            .collect();
        let asks = |wanted: &dyn Fn(&Rule) -> bool| {
            types.iter().any(|one| model.assessment_for(one).is_some_and(wanted))
        };
        let expects =
            types.iter().any(|one| rule_for(model, one, AssessmentKind::Forecast).is_some());
        let mut below = Self { year, ..Self::default() };
        if asks(&|rule| matches!(rule.method, RuleMethod::FromChildren | RuleMethod::FromCriteria))
        {
            below.judged = store::judged_below(tx, elements)?;
        }
        if asks(&|rule| rule.params.aggregate == Some(Aggregate::Weighted)) {
            below.weights = store::weights_below(tx, elements)?;
        }
        if asks(&|rule| rule.method == RuleMethod::CoverageXFulfilment) {
            below.answers = store::answers_of(tx, elements)?;
        }
        if asks(&|rule| !rule.params.child_types.is_empty()) {
            let work = elements.iter().flat_map(|id| structure.links_down(*id));
            below.progress = activities::store::progress_of(tx, work.map(|link| link.child))?;
        }
        if expects {
            below.expected = store::expected_below(tx, elements)?;
            below.expected.extend(store::expected_by(tx, owner)?);
        }
        Ok(below)
    }

    /// The proposal for an element, with what it rests on.
    pub fn grounds<'s>(
        &self,
        structure: &'s Structure,
        element: &Element,
        kind: AssessmentKind,
        met: Met<'_>,
    ) -> Grounds<'s> {
        let (rule, scale) = rule_and_scale(structure, element, kind);
        let inputs = rule.map(|rule| self.inputs(structure, element, rule, met));
        let answers = self.answers.get(&element.id).copied().unwrap_or_default();
        Grounds::new(kind, (rule, scale), inputs.unwrap_or_default(), answers)
    }

    /// What a rule looks at. What is not decided yet is no part of it, whoever is looking.
    pub(super) fn inputs(
        &self,
        structure: &Structure,
        element: &Element,
        rule: &Rule,
        met: Met<'_>,
    ) -> Vec<Input> {
        match rule.method {
            RuleMethod::FromMeasures => self.measures(structure, element.id, rule, met),
            RuleMethod::FromChildren => self.children(structure, element.id, rule),
            RuleMethod::FromCriteria => self.criteria(structure, element.id, met),
            RuleMethod::Forecast => self.expected(structure, element.id, rule),
            RuleMethod::Manual | RuleMethod::CoverageXFulfilment | RuleMethod::None => Vec::new(),
        }
    }
}

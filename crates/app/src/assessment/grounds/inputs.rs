//! One input for each thing that a rule looks at.

use domain::assessment::{
    Grade, Input, InputSource, Weight, counts_child, counts_measure, from_measures,
};
use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::steering::{
    Aggregate, Assessment as Rule, AssessmentParams, ElementType, Role, RuleMethod,
};

use super::super::store::{AssessmentKind, Judged};
use super::{Below, Met, scale_for};

impl Below {
    fn input(&self, at: (ElementId, ElementId), counts: bool) -> Input {
        let weight = self.weights.get(&at).map_or(Weight::EQUAL, |(weight, _)| *weight);
        Input { element: at.1, grade: None, counts, weight, source: InputSource::Judgement }
    }

    pub(super) fn measures(
        &self,
        structure: &Structure,
        id: ElementId,
        rule: &Rule,
        met: Met<'_>,
    ) -> Vec<Input> {
        let measures = structure.measures_of(id).into_iter();
        measures
            .filter(|(one, _)| !one.is_editable())
            .map(|(one, measure)| Input {
                grade: met(one.id).map(Grade::of_answer),
                source: InputSource::Value,
                ..self.input(
                    (id, one.id),
                    counts_measure(rule, &measure.class, measure.counts_in_assessment),
                )
            })
            .collect()
    }

    /// A grade that was given for the year at hand; an older one says nothing of it.
    fn grade(&self, from: &Judged, id: ElementId) -> Option<Grade> {
        let (level, period) = from.get(&id)?;
        Grade::of(*level).filter(|_| period.year() == self.year)
    }

    pub(super) fn children(&self, structure: &Structure, id: ElementId, rule: &Rule) -> Vec<Input> {
        let mut inputs = Vec::new();
        for (role, of_type, siblings) in structure.families(id) {
            let known = structure.model.element_type(of_type);
            let is_work = matches!(role, Role::Activity | Role::Assignment);
            let is_judged =
                role != Role::Measure && !is_work && known.is_some_and(ElementType::is_assessed);
            let counts = counts_child(rule, of_type, is_judged);
            if !counts && !is_judged {
                continue;
            }
            inputs.extend(siblings.iter().filter(|one| !one.is_editable()).map(|one| {
                let plain = self.input((id, one.id), counts);
                if is_work {
                    let progress = self.progress.get(&one.id).copied();
                    let grade = progress.and_then(Grade::of_work);
                    return Input { grade, source: InputSource::Progress, ..plain };
                }
                Input { grade: self.grade(&self.judged, one.id), ..plain }
            }));
        }
        inputs
    }

    /// Criteria as they are judged; one that nobody has judged, as its own measures say.
    pub(super) fn criteria(
        &self,
        structure: &Structure,
        id: ElementId,
        met: Met<'_>,
    ) -> Vec<Input> {
        let criteria = structure.children_with(id, Role::Criterion).into_iter();
        criteria
            .filter(|one| !one.is_editable())
            .map(|one| {
                let plain = self.input((id, one.id), true);
                let judged = self.grade(&self.judged, one.id);
                if judged.is_some() {
                    return Input { grade: judged, ..plain };
                }
                match self.by_own_measures(structure, one, met) {
                    Some(grade) => {
                        Input { grade: Some(grade), source: InputSource::OwnMeasures, ..plain }
                    }
                    None => plain,
                }
            })
            .collect()
    }

    fn by_own_measures(
        &self,
        structure: &Structure,
        criterion: &Element,
        met: Met<'_>,
    ) -> Option<Grade> {
        let model = &structure.model;
        let of_type = model.element_type(&criterion.element_type)?;
        let own = model.assessment_for(of_type);
        let own = own.filter(|rule| rule.method == RuleMethod::FromMeasures);
        let plain = own.is_none().then(all_measures);
        let rule = own.or(plain.as_ref())?;
        let inputs = self.measures(structure, criterion.id, rule, met);
        let scale = scale_for(model, of_type, AssessmentKind::Outcome);
        Grade::of(from_measures(rule, scale, &inputs).ok()?.level)
    }

    /// What is expected of the measures that count and of what contributes.
    pub(super) fn expected(&self, structure: &Structure, id: ElementId, rule: &Rule) -> Vec<Input> {
        let mut inputs = self.measures(structure, id, rule, &|_| None);
        inputs.extend(self.children(structure, id, rule).into_iter().map(|one| {
            // What no forecast can be made of does not stand in the way of a proposal.
            let counts = one.counts && is_forecast(structure, one.element);
            Input { counts, ..one }
        }));
        for input in &mut inputs {
            input.grade = self.grade(&self.expected, input.element);
            input.source = InputSource::Forecast;
        }
        inputs
    }
}

/// Whether a forecast is made of an element at all.
fn is_forecast(structure: &Structure, id: ElementId) -> bool {
    let model = &structure.model;
    let of_type = structure.element(id).and_then(|one| model.element_type(&one.element_type));
    of_type.is_some_and(|one| scale_for(model, one, AssessmentKind::Forecast).is_some())
}

/// The rule for a criterion whose type says nothing: all its measures shall meet their targets.
fn all_measures() -> Rule {
    Rule {
        id: "".into(),
        method: RuleMethod::FromMeasures,
        params: AssessmentParams { aggregate: Some(Aggregate::All), ..AssessmentParams::default() },
        stages: Vec::new(),
        origin: domain::steering::Origin::default(),
    }
}

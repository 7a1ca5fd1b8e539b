//! Every rule of every surveyed model proposes what it says, and nothing that its scale lacks.

use super::research_models;
use crate::assessment::{Answers, Extent, Grade, Input, InputSource, Silence, Weight, propose};
use crate::ids::ElementId;
use crate::steering::{Assessment, RuleMethod, Scale, ScaleUse, SteeringModel, check};

const ANSWERED: Answers =
    Answers { coverage: Some(Extent::Part), fulfilment: Some(Grade::Reached) };

fn inputs(grades: &[Option<Grade>]) -> Vec<Input> {
    let input = |grade: &Option<Grade>| Input {
        element: ElementId::from([1; 16]),
        grade: *grade,
        counts: true,
        weight: Weight::EQUAL,
        source: InputSource::Judgement,
    };
    grades.iter().map(input).collect()
}

/// Three samples: all reached, a mixture with one missing, and none reached.
fn samples() -> [Vec<Input>; 3] {
    let (yes, no) = (Some(Grade::Reached), Some(Grade::NotReached));
    [inputs(&[yes, yes]), inputs(&[yes, no, yes, None]), inputs(&[no, no])]
}

fn models() -> Vec<(String, SteeringModel)> {
    research_models()
        .into_iter()
        .map(|(name, bytes)| {
            let model =
                check(&bytes).into_model().unwrap_or_else(|found| panic!("{name}: {found:#?}"));
            (name, model)
        })
        .collect()
}

fn scales<'m>(model: &'m SteeringModel, rule: &Assessment) -> Vec<Option<&'m Scale>> {
    let scale_use =
        if rule.method == RuleMethod::Forecast { ScaleUse::Forecast } else { ScaleUse::Outcome };
    let all = model.scales.iter().filter(|scale| scale.scale_use == scale_use);
    all.map(Some).chain(std::iter::once(None)).collect()
}

/// Proposes by a rule on every scale of its model; each proposal must lie on the scale.
fn try_out(name: &str, model: &SteeringModel, rule: &Assessment) {
    for scale in scales(model, rule) {
        for sample in samples() {
            match propose(Some(rule), scale, &sample, ANSWERED) {
                Ok(proposal) => {
                    let grade = Grade::of(proposal.level).unwrap_or_else(|| panic!("{name}"));
                    // Two questions answer for themselves; the rest is weighed on the scale.
                    let weighed = rule.method != RuleMethod::CoverageXFulfilment;
                    assert!(!weighed || grade == Grade::NotReached || grade.is_on(scale), "{name}");
                    assert!(proposal.coverage.said <= proposal.coverage.of, "{name}");
                }
                Err(silence) => {
                    let expected = match rule.method {
                        RuleMethod::None => Silence::NotJudged,
                        _ => Silence::ByHand,
                    };
                    assert_eq!(silence, expected, "{name} {}", rule.id);
                }
            }
        }
    }
}

#[test]
fn every_rule_of_every_surveyed_model_proposes_on_its_scale() {
    let models = models();
    assert!(models.is_empty() || models.len() == 17, "{}", models.len());
    for (name, model) in &models {
        for rule in &model.assessments {
            try_out(name, model, rule);
        }
        // A goal without a word on how it is judged is judged by a person, never by nobody.
        for goal in model.element_types.iter().filter(|one| one.is_assessed()) {
            let rule = model.assessment_for(goal);
            let judged =
                matches!(goal.role, crate::steering::Role::Goal | crate::steering::Role::Criterion);
            assert!(!judged || rule.is_some(), "{name} {}", goal.id);
        }
    }
}

#[test]
fn every_method_of_the_meta_model_works_on_the_scales_of_every_surveyed_model() {
    for (name, model) in &models() {
        for rule in &model.assessments {
            for method in RuleMethod::ALL {
                try_out(name, model, &Assessment { method: *method, ..rule.clone() });
            }
        }
    }
}

//! One function per rule method of the meta-model.

use super::weighing::{bars, weigh};
use super::{Answers, Basis, Coverage, Figure, Input, Matrix, Proposal, Proposed, Silence};
use crate::steering::{Assessment, RuleMethod, Scale};

/// A person judges; nothing is proposed.
pub fn by_hand(rule: Option<&Assessment>) -> Silence {
    match rule.map(|rule| rule.method) {
        Some(RuleMethod::None) => Silence::NotJudged,
        _ => Silence::ByHand,
    }
}

/// From measures compared with their targets.
///
/// # Errors
/// Why nothing is proposed.
pub fn from_measures(rule: &Assessment, scale: Option<&Scale>, inputs: &[Input]) -> Proposed {
    together(rule, scale, inputs, Basis::Measures)
}

/// From what is judged of child elements.
///
/// # Errors
/// Why nothing is proposed.
pub fn from_children(rule: &Assessment, scale: Option<&Scale>, inputs: &[Input]) -> Proposed {
    together(rule, scale, inputs, Basis::Children)
}

/// From what is judged of criteria: yes or no, by grades, or through the criterion's own measures.
///
/// # Errors
/// Why nothing is proposed.
pub fn from_criteria(rule: &Assessment, scale: Option<&Scale>, inputs: &[Input]) -> Proposed {
    together(rule, scale, inputs, Basis::Criteria)
}

/// From what is expected at the end of the year, on the scale for forecasts; an outcome is never
/// proposed by it.
///
/// # Errors
/// Why nothing is proposed.
pub fn forecast(rule: &Assessment, scale: Option<&Scale>, inputs: &[Input]) -> Proposed {
    together(rule, scale, inputs, Basis::Forecasts)
}

/// From how much of the goal is covered and how well that part is fulfilled.
///
/// # Errors
/// Which question nobody has answered.
pub fn coverage_x_fulfilment(rule: &Assessment, answers: Answers) -> Proposed {
    let (Some(coverage), Some(fulfilment)) = (answers.coverage, answers.fulfilment) else {
        return Err(Silence::Unanswered {
            coverage: answers.coverage.is_none(),
            fulfilment: answers.fulfilment.is_none(),
        });
    };
    Ok(Proposal {
        level: Matrix::of(rule).gives(coverage, fulfilment).fulfilment(),
        basis: Basis::CoverageXFulfilment { coverage, fulfilment },
        coverage: Coverage { said: 2, of: 2 },
    })
}

/// By the rule's own method. The scale is that of outcomes, or of forecasts where the rule forecasts.
///
/// # Errors
/// Why nothing is proposed.
pub fn propose(
    rule: Option<&Assessment>,
    scale: Option<&Scale>,
    inputs: &[Input],
    answers: Answers,
) -> Proposed {
    let Some(rule) = rule else { return Err(by_hand(None)) };
    match rule.method {
        RuleMethod::Manual | RuleMethod::None => Err(by_hand(Some(rule))),
        RuleMethod::FromMeasures => from_measures(rule, scale, inputs),
        RuleMethod::FromChildren => from_children(rule, scale, inputs),
        RuleMethod::FromCriteria => from_criteria(rule, scale, inputs),
        RuleMethod::CoverageXFulfilment => coverage_x_fulfilment(rule, answers),
        RuleMethod::Forecast => forecast(rule, scale, inputs),
    }
}

fn together(
    rule: &Assessment,
    scale: Option<&Scale>,
    inputs: &[Input],
    basis: fn(Figure) -> Basis,
) -> Proposed {
    let counting = inputs.iter().filter(|input| input.counts);
    let coverage = counting.fold(Coverage::default(), |sum, input| Coverage {
        said: sum.said + usize::from(input.grade.is_some()),
        of: sum.of + 1,
    });
    if coverage.of == 0 {
        return Err(Silence::NothingCounts);
    }
    let figure = weigh(rule, &bars(rule, scale), inputs);
    let figure = figure.ok_or(Silence::NothingSaid { of: coverage.of })?;
    let least_pct = rule.params.min_measured_share.unwrap_or(0);
    if !coverage.is_at_least(least_pct) {
        return Err(Silence::TooFew { coverage, least_pct });
    }
    Ok(Proposal { level: figure.grade.fulfilment(), basis: basis(figure), coverage })
}

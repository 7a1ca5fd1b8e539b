//! What is wrong with what is written in a step.

use domain::analysis::{Certainty, LONGEST_CONCLUSION, StepContent, StepKind, check_conclusion};

use super::fields::{self, CERTAINTY, CONCLUSION, INHABITANT};
use crate::cx::Cx;
use crate::web::ui::Problem;

/// What is wrong with what is written.
pub(super) fn problems(
    cx: &Cx<'_, '_>,
    kind: StepKind,
    content: &StepContent,
    finishes: bool,
) -> Vec<Problem> {
    use domain::analysis::ConclusionProblem as P;
    let texts = cx.texts();
    let mut problems = Vec::new();
    for field in fields::fields_of(texts, kind) {
        let written = content.text(field.name).chars().count();
        if written > field.most && field.name != CONCLUSION {
            problems.push(Problem::at(field.name, texts.web_too_long(field.most, written)));
        }
    }
    if kind != StepKind::Conclude {
        return problems;
    }
    let certainty = Certainty::of_code(content.text(CERTAINTY));
    let found = check_conclusion(content.text(CONCLUSION), certainty, content.text(INHABITANT));
    // What is not finished yet may be unfinished; but never longer than it may be carried.
    for problem in found.into_iter().filter(|one| finishes || matches!(one, P::TooLong(_))) {
        problems.push(conclusion_problem(cx, problem));
    }
    problems
}

/// What is missing of a conclusion, at its field.
pub(super) fn conclusion_problem(
    cx: &Cx<'_, '_>,
    problem: domain::analysis::ConclusionProblem,
) -> Problem {
    use domain::analysis::ConclusionProblem as P;
    let texts = cx.texts();
    match problem {
        P::NoConclusion => Problem::at(CONCLUSION, texts.analysis_needs_conclusion()),
        P::TooLong(written) => {
            Problem::at(CONCLUSION, texts.web_too_long(LONGEST_CONCLUSION, written))
        }
        P::NoCertainty => Problem::at(CERTAINTY, texts.analysis_needs_certainty()),
        P::NoInhabitant => Problem::at(INHABITANT, texts.analysis_needs_inhabitant()),
    }
}

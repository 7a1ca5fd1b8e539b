//! What kinds, stops and answers are called, and what is wrong with a template in words.

use domain::followup::{
    AnswerKind, LONGEST_CHOICE, LONGEST_HELP, LONGEST_QUESTION, MOST_CHOICES, MOST_MINUTES,
    QuestionProblem, ReportTemplate, RoundKind, TemplateProblem, TemplateStop,
};
use domain::steering::{SteeringModel, capitalised};

use crate::i18n::Texts;
use crate::web::ui::Problem;

/// What a kind of round is called: as the steering model's wheel says, else in words of ours.
pub fn kind_word(texts: Texts, model: &SteeringModel, kind: RoundKind) -> String {
    let step = model.cycle.iter().find(|step| step.kind == kind.step());
    let named = step.map(|step| step.name.split(',').next().unwrap_or_default().trim());
    named
        .filter(|name| !name.is_empty())
        .map_or_else(|| texts.templates_kind(kind.code()), capitalised)
}

/// How a question is answered, in words.
pub fn answer_word(texts: Texts, answer: AnswerKind) -> String {
    texts.templates_answer(answer.code())
}

/// What a stop asks for.
pub(super) fn stop_word(texts: Texts, stop: TemplateStop) -> String {
    texts.templates_stop(stop.code())
}

/// About how long a template takes, and its limit.
pub(super) fn minutes_sentence(texts: Texts, template: &ReportTemplate) -> String {
    texts.templates_minutes_sentence(template.limit_minutes, template.minutes())
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What is wrong with a template, at its fields.
pub(super) fn template_problems(texts: Texts, found: &[TemplateProblem]) -> Vec<Problem> {
    let of = |problem: &TemplateProblem| match problem {
        TemplateProblem::NoTitle => Problem::at("titel", texts.web_required()),
        TemplateProblem::LongTitle(most) => {
            Problem::at("titel", texts.templates_too_long(count(*most)))
        }
        TemplateProblem::BadLimit => Problem::at("grans", texts.templates_bad_limit()),
        TemplateProblem::AsksNothing => Problem::at("stopp", texts.templates_asks_nothing()),
        TemplateProblem::ForecastJudges => Problem::at("stopp", texts.templates_stops_forecast()),
    };
    found.iter().map(of).collect()
}

/// What is wrong with a question, at its fields.
pub(super) fn question_problems(texts: Texts, found: &[QuestionProblem]) -> Vec<Problem> {
    let of = |problem: &QuestionProblem| match problem {
        QuestionProblem::NoTitle => Problem::at("fraga", texts.web_required()),
        QuestionProblem::LongTitle(written) => {
            Problem::at("fraga", texts.web_too_long(LONGEST_QUESTION, *written))
        }
        QuestionProblem::LongHelp(written) => {
            Problem::at("hjalp", texts.web_too_long(LONGEST_HELP, *written))
        }
        QuestionProblem::FewChoices => Problem::at("val", texts.templates_few_choices()),
        QuestionProblem::BadChoices => Problem::at(
            "val",
            texts.templates_bad_choices(count(LONGEST_CHOICE), count(MOST_CHOICES)),
        ),
        QuestionProblem::NoReader => Problem::at("laser", texts.templates_no_reader()),
        QuestionProblem::BadMinutes => {
            Problem::at("minuter", texts.templates_bad_minutes(MOST_MINUTES))
        }
    };
    found.iter().map(of).collect()
}

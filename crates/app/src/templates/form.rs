//! The form of a question, as it is typed and with what is wrong at each field.

use domain::followup::{AnswerKind, LONGEST_HELP, LONGEST_QUESTION, Question, QuestionProblem};
use domain::ids::QuestionId;
use domain::steering::{OrgLevelId, capitalised};
use maud::{Markup, html};

use super::reader::{is_reader, readers};
use super::words::{answer_word, question_problems};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::steering::singular;
use crate::web::fields::Fields;
use crate::web::ui::{Choice, Field, Problem};

/// Most characters of a field that are read.
const MOST: usize = 4_000;

/// A question as typed.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Typed {
    title: String,
    help: String,
    answer: String,
    choices: String,
    levels: Vec<String>,
    required: bool,
    reader: String,
    minutes: String,
}

/// What a level of the organisation is called.
pub(super) fn level_word(cx: &Cx<'_, '_>, id: &str) -> String {
    let level = cx.structure.model.org_level(&OrgLevelId::from(id));
    level.map(|level| capitalised(&singular(cx.language(), &level.name))).unwrap_or_default()
}

impl Typed {
    /// A question as its form shows it.
    pub(super) fn of(question: &Question) -> Self {
        Self {
            title: question.title.clone(),
            help: question.help.clone(),
            answer: question.answer.code().to_owned(),
            choices: question.choices.join("\n"),
            levels: question.levels.clone(),
            required: question.required,
            reader: question.reader.clone(),
            minutes: question.minutes.to_string(),
        }
    }

    /// As a form sent it.
    pub(super) fn sent(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).chars().take(MOST).collect::<String>();
        Self {
            title: text("fraga"),
            help: text("hjalp"),
            answer: text("svar"),
            choices: text("val"),
            levels: form.all("niva").map(str::to_owned).collect(),
            required: form.has("kravs"),
            reader: text("laser"),
            minutes: text("minuter"),
        }
    }

    /// The question that is meant, or everything that is wrong with it.
    pub(super) fn read(
        &self,
        cx: &Cx<'_, '_>,
        (id, version): (QuestionId, i64),
    ) -> Result<Question, Vec<Problem>> {
        let texts = cx.texts();
        let unknown = |field: &str| Problem::at(field, texts.web_unknown_choice());
        let mut problems = Vec::new();
        let answer: Option<AnswerKind> = self.answer.parse().ok();
        if answer.is_none() {
            problems.push(unknown("svar"));
        }
        let model = &cx.structure.model;
        if self.levels.iter().any(|id| model.org_level(&OrgLevelId::from(id.as_str())).is_none()) {
            problems.push(unknown("niva"));
        }
        let reader =
            if is_reader(model, &self.reader) { self.reader.clone() } else { String::new() };
        let answer = answer.unwrap_or(AnswerKind::Text);
        let lines = self.choices.lines().map(str::trim).filter(|line| !line.is_empty());
        let choices = if answer == AnswerKind::Choice {
            lines.map(str::to_owned).collect()
        } else {
            Vec::new()
        };
        let minutes = match self.minutes.as_str() {
            "" => answer.usual_minutes(),
            typed => typed.parse().unwrap_or_default(),
        };
        let question = Question {
            id,
            title: self.title.clone(),
            help: self.help.clone(),
            answer,
            choices,
            levels: self.levels.clone(),
            required: self.required,
            reader,
            minutes,
            version,
        };
        let wrong: Vec<QuestionProblem> = question.problems();
        problems.extend(question_problems(texts, &wrong));
        if problems.is_empty() { Ok(question) } else { Err(problems) }
    }

    /// The fields as typed.
    pub(super) fn fields(&self, cx: &Cx<'_, '_>, problems: &[Problem]) -> Markup {
        let texts = cx.texts();
        let wrong = |name: &str| {
            problems.iter().find(|one| one.field == name).map(|problem| problem.words.as_str())
        };
        let limit = |most: usize| u32::try_from(most).unwrap_or(u32::MAX);
        let left = texts.followup_limit("{left}", "{max}");
        let over = texts.web_over("{max}", "{over}");
        let model = &cx.structure.model;
        let levels = model.org_levels.iter().map(|level| {
            let id = level.id.as_str();
            Choice::new(id, level_word(cx, id)).chosen(self.levels.iter().any(|one| one == id))
        });
        let required = Choice::new("1", texts.templates_must_answer()).chosen(self.required);
        html! {
            (Field::textarea("fraga", texts.templates_question()).rows(2).hint(texts.templates_question_hint()).value(&self.title).limit(limit(LONGEST_QUESTION), &left, &over).problem(wrong("fraga")))
            (Field::select("laser", texts.templates_who_reads(), readers(texts, model, &self.reader)).hint(texts.templates_who_reads_hint()).problem(wrong("laser")))
            (Field::radios("svar", texts.templates_how_answered(), answers(texts, &self.answer)).problem(wrong("svar")))
            (Field::textarea("val", texts.templates_choices()).rows(4).hint(texts.templates_choices_hint()).value(&self.choices).optional(texts.web_optional()).problem(wrong("val")))
            (Field::textarea("hjalp", texts.templates_help()).rows(3).value(&self.help).optional(texts.web_optional()).limit(limit(LONGEST_HELP), &left, &over).problem(wrong("hjalp")))
            (Field::checkboxes("niva", texts.templates_levels(), levels.collect()).hint(texts.templates_levels_hint()).problem(wrong("niva")))
            (Field::checkboxes("kravs", texts.templates_must(), vec![required]))
            (Field::number("minuter", texts.templates_how_long()).hint(texts.templates_how_long_hint()).unit(texts.templates_minutes_unit()).value(&self.minutes).optional(texts.web_optional()).problem(wrong("minuter")))
        }
    }
}

fn answers(texts: Texts, chosen: &str) -> Vec<Choice> {
    let choice = |kind: &AnswerKind| {
        Choice::new(kind.code(), answer_word(texts, *kind)).chosen(kind.code() == chosen)
    };
    AnswerKind::ALL.iter().map(choice).collect()
}

//! The form of a step, as it is typed and with what is wrong at each field.

use domain::calendar::{
    DayRule, LONGEST_INSTRUCTIONS, RuleKind, StepContent, StepProblem, WheelStep,
};
use domain::steering::{CycleKind, DocumentId, SteeringModel};
use jiff::civil::{Date, date};
use maud::{Markup, html};

use super::tables::document;
use super::words;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::fields::Fields;
use crate::web::ui::{Choice, Field, Problem};

/// Years before and after its own that a step may be about, as the form offers them.
const ABOUT: std::ops::RangeInclusive<i16> = -1..=3;
/// Most characters of anything else than the instructions that is read from a form.
const MOST: usize = 2_000;

/// What is wrong, at the field where it is.
pub(super) type Refused = (&'static str, String);

/// The form as typed.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Typed {
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) opens_on: String,
    pub(super) due_on: String,
    pub(super) needed_on: String,
    pub(super) rule: String,
    pub(super) about_year: String,
    pub(super) document: String,
    pub(super) instructions: String,
}

impl Typed {
    /// A form with nothing in it but what is usual.
    pub(super) fn fresh(year: i16) -> Self {
        Self {
            rule: RuleKind::Nearest.key().to_owned(),
            about_year: year.to_string(),
            ..Self::default()
        }
    }

    /// A step as its form shows it.
    pub(super) fn of(content: &StepContent) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            kind: content.kind.key().to_owned(),
            title: content.title.clone(),
            opens_on: day(content.opens_on),
            due_on: content.due_on.to_string(),
            needed_on: day(content.needed_on),
            rule: content.rule.kind().key().to_owned(),
            about_year: content.about_year.to_string(),
            document: content.document.clone(),
            instructions: content.instructions.clone(),
        }
    }

    /// As a form sent it.
    pub(super) fn sent(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).chars().take(MOST).collect::<String>();
        Self {
            kind: text("slag"),
            title: text("titel"),
            opens_on: text("borjar"),
            due_on: text("klart"),
            needed_on: text("behovs"),
            rule: text("regel"),
            about_year: text("ar"),
            document: text("dokument"),
            instructions: form.text("anvisningar").to_owned(),
        }
    }

    /// The step that is meant, or everything that is wrong with it. `before` is the rule it has.
    pub(super) fn read(
        &self,
        cx: &Cx<'_, '_>,
        year: i16,
        before: Option<DayRule>,
    ) -> Result<StepContent, Vec<Refused>> {
        let texts = cx.texts();
        let mut wrong: Vec<Refused> = Vec::new();
        let mut day = |field: &'static str, text: &str| -> Option<Date> {
            let read = text.parse().ok();
            if read.is_none() && (!text.is_empty() || field == "klart") {
                wrong.push((field, texts.web_bad_date().to_owned()));
            }
            read
        };
        let opens_on = day("borjar", &self.opens_on);
        let due_on = day("klart", &self.due_on);
        let needed_on = day("behovs", &self.needed_on);
        let kind: Option<CycleKind> = self.kind.parse().ok();
        let rule_kind: Option<RuleKind> = self.rule.parse().ok();
        let about_year: Option<i16> = self.about_year.parse().ok();
        let is_known = self.document.is_empty()
            || cx.structure.model.document(&DocumentId::new(self.document.as_str())).is_some();
        for (field, known) in [
            ("slag", kind.is_some()),
            ("regel", rule_kind.is_some()),
            ("ar", about_year.is_some()),
            ("dokument", is_known),
        ] {
            if !known {
                wrong.push((field, texts.web_unknown_choice().to_owned()));
            }
        }
        let (Some(kind), Some(due_on), Some(rule_kind), Some(about_year)) =
            (kind, due_on, rule_kind, about_year)
        else {
            return Err(wrong);
        };
        let rule = StepContent::rule_of(rule_kind, due_on, before);
        let content = StepContent {
            kind,
            title: self.title.clone(),
            opens_on,
            due_on,
            needed_on,
            // A day that can be no example of the rule is told of below.
            rule: rule.unwrap_or(DayRule::LastDay(due_on.month())),
            about_year,
            document: self.document.clone(),
            instructions: self.instructions.clone(),
        };
        let mut problems = content.problems(year);
        if rule.is_none() {
            problems.retain(|one| !matches!(one, StepProblem::RuleSays(_)));
            problems.push(StepProblem::RuleSays(None));
        }
        wrong.extend(problems.into_iter().map(|one| words::problem(texts, one, year)));
        if wrong.is_empty() { Ok(content) } else { Err(wrong) }
    }
}

/// The problems as the summary above the form lists them.
pub(super) fn summary(wrong: &[Refused]) -> Vec<Problem> {
    wrong.iter().map(|(at, words)| Problem::at(*at, words)).collect()
}

/// The fields as typed.
pub(super) fn fields(
    texts: Texts,
    model: &SteeringModel,
    (year, level): (i16, &str),
    typed: &Typed,
    wrong: &[Refused],
) -> Markup {
    let problem =
        |name: &str| wrong.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    let days = (date(year, 1, 1).to_string(), date(year, 12, 31).to_string());
    let limit = u32::try_from(LONGEST_INSTRUCTIONS).unwrap_or(u32::MAX);
    html! {
        (Field::text("titel", texts.wheel_field_title()).value(&typed.title).required().problem(problem("titel")))
        (Field::select("slag", texts.wheel_field_kind(), kinds(texts, typed)).problem(problem("slag")))
        (Field::date("klart", texts.wheel_field_due()).hint(texts.wheel_field_due_hint()).value(&typed.due_on).between(Some(&days.0), Some(&days.1)).required().problem(problem("klart")))
        (Field::date("borjar", texts.wheel_field_opens()).hint(texts.wheel_field_opens_hint()).value(&typed.opens_on).optional(texts.web_optional()).problem(problem("borjar")))
        (Field::date("behovs", texts.wheel_field_needed()).hint(texts.wheel_field_needed_hint()).value(&typed.needed_on).optional(texts.web_optional()).problem(problem("behovs")))
        (Field::select("regel", texts.wheel_field_rule(), rules(texts, typed)).hint(texts.wheel_field_rule_hint()).problem(problem("regel")))
        (Field::select("ar", texts.wheel_field_about(), years(year, typed)).hint(texts.wheel_field_about_hint()).problem(problem("ar")))
        (Field::select("dokument", texts.wheel_field_document(), documents(texts, model, level, typed)).problem(problem("dokument")))
        (Field::textarea("anvisningar", texts.wheel_field_instructions()).hint(texts.wheel_field_instructions_hint()).rows(8).value(&typed.instructions).optional(texts.web_optional()).limit(limit, &texts.wheel_characters("{left}", "{max}"), &texts.web_over("{max}", "{over}")).problem(problem("anvisningar")))
    }
}

fn kinds(texts: Texts, typed: &Typed) -> Vec<Choice> {
    let choice = |kind: &CycleKind| {
        let key = kind.key();
        Choice::new(key, texts.steering_cycle_kind(key)).chosen(key == typed.kind)
    };
    CycleKind::ALL.iter().map(choice).collect()
}

fn rules(texts: Texts, typed: &Typed) -> Vec<Choice> {
    let choice = |kind: &RuleKind| {
        Choice::new(kind.key(), words::rule_kind(texts, *kind)).chosen(kind.key() == typed.rule)
    };
    RuleKind::ALL.iter().map(choice).collect()
}

fn years(year: i16, typed: &Typed) -> Vec<Choice> {
    let mut offered: Vec<i16> = ABOUT.map(|away| year.saturating_add(away)).collect();
    // One that a step has already is offered, however far away it is.
    offered.extend(typed.about_year.parse::<i16>().ok().filter(|year| !offered.contains(year)));
    offered
        .into_iter()
        .map(|year| year.to_string())
        .map(|year| Choice::new(year.clone(), year.clone()).chosen(year == typed.about_year))
        .collect()
}

/// No document, those of the level, and the one that is there.
fn documents(texts: Texts, model: &SteeringModel, level: &str, typed: &Typed) -> Vec<Choice> {
    let none = Choice::new("", texts.wheel_no_document()).chosen(typed.document.is_empty());
    let own = model
        .documents
        .iter()
        .filter(|one| one.level.as_str() == level || one.id.as_str() == typed.document);
    let choices = own.filter_map(|one| {
        let (id, name) = (one.id.as_str(), document(texts, model, one.id.as_str())?);
        Some(Choice::new(id, name).chosen(id == typed.document))
    });
    std::iter::once(none).chain(choices).collect()
}

/// What another has saved meanwhile, beside what was typed.
pub(super) fn theirs(texts: Texts, step: &WheelStep) -> Markup {
    let content = &step.content;
    html! {
        p { (texts.wheel_conflict()) }
        p { b { (content.title) } " · " (words::span(texts, step)) " · " (texts.wheel_about(content.about_year)) }
        @if !content.instructions.is_empty() { (super::instructions::text(&content.instructions)) }
    }
}

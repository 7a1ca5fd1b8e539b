//! The form of a part that asks beyond what every part asks: a question somebody has written, or the
//! year's money.

use domain::followup::{AnswerKind, LONGEST_TEXT, PartKind, PartQuestion};
use maud::{Markup, html};

use super::answer_page::AnswerPage;
use super::answered::forecast_sentence;
use super::words::month_of;
use crate::templates::reader_sentence;
use crate::web::ui::{Choice, Field, recall};

impl AnswerPage<'_> {
    /// The fields, and who reads the answer.
    pub(super) fn asked(&self) -> Markup {
        let Some(asked) = &self.part.asked else { return html! {} };
        html! {
            (self.readers(asked))
            @match (self.part.kind, asked.answer) {
                (PartKind::Forecast, _) => (self.money(asked)),
                (_, AnswerKind::Text) => {},
                (_, AnswerKind::YesNo) => (self.judgement()),
                (_, AnswerKind::Number) => (self.number()),
                (_, AnswerKind::Choice) => (self.choice(asked)),
            }
            (self.words(asked))
        }
    }

    /// That nobody must answer, and who reads the answer, so that it is written for somebody.
    fn readers(&self, asked: &PartQuestion) -> Markup {
        let texts = self.texts;
        let who = reader_sentence(texts, &self.structure.model, &asked.reader);
        let is_free = !asked.required && self.part.kind == PartKind::Question;
        html! {
            @if is_free || !who.is_empty() {
                p.soft {
                    @if is_free { (texts.followup_is_optional()) " " }
                    @if !who.is_empty() { (who) }
                }
            }
        }
    }

    fn money(&self, asked: &PartQuestion) -> Markup {
        let texts = self.texts;
        let told = forecast_sentence(texts, asked);
        html! {
            (Field::number("budget", texts.followup_budget()).hint(texts.followup_budget_hint()).unit(texts.followup_kronor())
                .value(&self.typed.sums.budget).problem(self.problem("budget")).draft(self.draft("budget")))
            (Field::number("prognos", texts.followup_forecast()).hint(texts.followup_forecast_hint()).unit(texts.followup_kronor())
                .value(&self.typed.sums.forecast).problem(self.problem("prognos")).draft(self.draft("prognos")))
            @if !told.is_empty() { p { (told) } }
        }
    }

    fn number(&self) -> Markup {
        let field = Field::number("varde", self.texts.followup_your_number());
        html! { (field.value(&self.typed.sums.value).problem(self.problem("varde")).draft(self.draft("varde"))) }
    }

    fn choice(&self, asked: &PartQuestion) -> Markup {
        let chosen = &self.typed.sums.value;
        // What was chosen before the question was changed stays on the page.
        let mut offered: Vec<&String> = asked.choices.iter().collect();
        offered.extend(Some(chosen).filter(|one| !one.is_empty() && !asked.choices.contains(one)));
        let choices =
            offered.into_iter().map(|one| Choice::new(one, one).chosen(one == chosen)).collect();
        let field = Field::radios("varde", self.texts.followup_your_choice(), choices);
        let texts = self.texts;
        html! {
            (field.problem(self.problem("varde")).draft(self.draft("varde")))
            @if !self.part.earlier_text.is_empty() {
                @let month = self.part.earlier_period.map(|period| month_of(texts, period)).unwrap_or_default();
                p.fine { (texts.followup_you_answered(&self.part.earlier_text, month)) }
            }
        }
    }

    /// The words: the answer itself, or what somebody wants to add to it.
    fn words(&self, asked: &PartQuestion) -> Markup {
        let texts = self.texts;
        let is_answer = asked.answer == AnswerKind::Text && self.part.kind == PartKind::Question;
        let label = match self.part.kind {
            PartKind::Forecast => texts.followup_label_forecast(),
            _ if is_answer => texts.followup_label_answer(),
            _ => texts.followup_label_add(),
        };
        let text = Field::textarea("text", label)
            .rows(if is_answer { 5 } else { 3 })
            .value(&self.typed.text)
            .limit(
                u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX),
                &texts.followup_limit("{left}", "{max}"),
                &texts.web_over("{max}", "{over}"),
            )
            .problem(self.problem("text"))
            .draft(self.draft("text"));
        let recalls = asked.answer == AnswerKind::Text && !self.part.earlier_text.is_empty();
        html! {
            (text.as_question())
            @if recalls && self.part.earlier_text != self.typed.text {
                @let month = self.part.earlier_period.map(|period| month_of(texts, period)).unwrap_or_default();
                (recall(&texts.followup_you_wrote(month), &self.part.earlier_text, texts.followup_use_text(), "text"))
            }
        }
    }
}

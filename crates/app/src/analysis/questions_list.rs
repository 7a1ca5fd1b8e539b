//! What is asked in an analysis, with its answers and the form that asks.

use domain::analysis::MOST_QUESTIONS;
use domain::ids::AnalysisQuestionId;
use maud::{Markup, html};

use super::step_page::{StepPage, paragraphs};
use super::store::Asked;
use super::{url, words};
use crate::i18n::date;
use crate::web::ui::{Button, Field, Tone, button, empty_state, form_end, section, tag};

/// Where a question is answered.
pub(super) fn question_url(one: &Asked) -> String {
    format!("{}/fragor/{}", url(one.analysis), one.id)
}

/// What is asked, and the form that asks.
pub(super) fn section_of(page: &StepPage<'_, '_, '_>) -> Markup {
    let texts = page.texts();
    let form = page.parts.people.as_ref().filter(|_| page.parts.asked.len() < MOST_QUESTIONS);
    let id = page.cx.new_id::<AnalysisQuestionId>();
    let body = html! {
        (list(page))
        @if let Some(people) = form {
            form method="post" action={(page.home()) "/fragor"} {
                (crate::choosing::on_enter(texts))
                input type="hidden" name="id" value=(id);
                (people.field(texts, texts.analysis_ask_whom()))
                (Field::textarea("text", texts.analysis_ask_what()).rows(3))
                (Field::date("dag", texts.analysis_ask_when()))
                (form_end(&button(Button::Secondary, texts.analysis_ask(), None), None))
            }
        }
    };
    section("fragor", texts.analysis_questions(), "", &body)
}

/// What is asked, with what was answered; what is late is marked.
pub(super) fn list(page: &StepPage<'_, '_, '_>) -> Markup {
    let (texts, today) = (page.texts(), page.cx.today());
    if page.parts.asked.is_empty() {
        return empty_state(
            texts.analysis_nobody_asked(),
            texts.analysis_nobody_asked_text(),
            None,
        );
    }
    let person = page.cx.visit.person.as_ref().map(|person| person.id);
    html! {
        ul.plain-list {
            @for one in &page.parts.asked {
                li #{"fraga-" (one.id)} {
                    p {
                        b { (texts.analysis_asked(&one.asked_by, &one.person_name)) } " "
                        span.fine { (texts.analysis_due(date(texts.language, one.due_on))) } " "
                        @if one.answered_at.is_none() && one.due_on < today { (tag(Tone::Concern, texts.analysis_late())) }
                    }
                    (paragraphs(&one.text))
                    @match one.answered_at {
                        Some(at) => blockquote.quoted { (paragraphs(&one.answer)) footer { (texts.analysis_written_by(words::moment(texts, &*page.cx.app.clock, at), &one.person_name)) } },
                        None => @if person == Some(one.person) { p { a href=(question_url(one)) { (texts.analysis_answer()) } } },
                    }
                }
            }
        }
    }
}

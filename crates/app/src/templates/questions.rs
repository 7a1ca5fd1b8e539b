//! The questions of a template: how each is answered, who reads the answer, and when that was last done.

use std::collections::BTreeMap;

use domain::ids::QuestionId;
use maud::{Markup, html};

use super::reader::reader_sentence;
use super::store::{KeptQuestion, KeptTemplate, Read};
use super::words::answer_word;
use super::{question_url, url};
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::ui::{Button, Tone, button, button_link, tag};

/// The questions in order, each with what can be done with it, and those taken away.
pub(super) fn list(
    cx: &Cx<'_, '_>,
    kept: &KeptTemplate,
    reads: &BTreeMap<QuestionId, Read>,
) -> Markup {
    let texts = cx.texts();
    let (gone, here): (Vec<&KeptQuestion>, Vec<&KeptQuestion>) =
        kept.questions.iter().partition(|one| one.removed_at.is_some());
    let last = here.len().saturating_sub(1);
    let add = format!("{}/fraga", url(kept.template.id));
    html! {
        p.soft { (texts.templates_questions_lead()) }
        @if here.is_empty() { p { (texts.templates_no_questions()) } }
        ol.settings-list {
            @for (at, one) in here.iter().enumerate() {
                li {
                    div {
                        b { (one.question.title) }
                        (about(cx, one, reads.get(&one.question.id)))
                    }
                    (actions(cx, kept, one, (at > 0, at < last)))
                }
            }
        }
        p.row { (button_link(Button::Secondary, &add, texts.templates_add_question())) }
        @if !gone.is_empty() {
            h3 { (texts.templates_removed_questions()) }
            ul.plain-list {
                @for one in gone {
                    li {
                        form.row method="post" action={ (question_url(kept.template.id, one.question.id)) "/tillbaka" } {
                            span { (one.question.title) }
                            (button(Button::SmallSecondary, texts.templates_restore(), None))
                        }
                    }
                }
            }
        }
    }
}

/// How a question is answered, by whom, who reads it and when that was last done.
fn about(cx: &Cx<'_, '_>, one: &KeptQuestion, read: Option<&Read>) -> Markup {
    let texts = cx.texts();
    let question = &one.question;
    let day = |at: i64| date(texts.language, cx.app.clock.local(at).date());
    let levels: Vec<String> =
        question.levels.iter().map(|id| super::form::level_word(cx, id)).collect();
    let mut facts = vec![answer_word(texts, question.answer)];
    facts.push(texts.templates_minutes(question.minutes));
    if !levels.is_empty() {
        facts.push(levels.join(", "));
    }
    let reader = reader_sentence(texts, &cx.structure.model, &question.reader);
    html! {
        p.fine { (facts.join(" · ")) @if question.required { " · " (texts.templates_required()) } }
        p.fine {
            (reader) " "
            @match read.map(|read| (read.read_at, read.quoted_at)) {
                Some((Some(read_at), quoted)) => {
                    (texts.templates_last_read(day(read_at)))
                    @if let Some(at) = quoted { " " (texts.templates_last_quoted(day(at))) }
                },
                Some((None, Some(at))) => (texts.templates_last_quoted(day(at))),
                _ => (tag(Tone::Neutral, texts.templates_never_read())),
            }
        }
    }
}

fn actions(
    cx: &Cx<'_, '_>,
    kept: &KeptTemplate,
    one: &KeptQuestion,
    (up, down): (bool, bool),
) -> Markup {
    let texts = cx.texts();
    let address = question_url(kept.template.id, one.question.id);
    let title = &one.question.title;
    let shift = |way: &str, word: &str| {
        html! {
            form method="post" action={ (address) "/flytta" } {
                input type="hidden" name="version" value=(kept.template.version);
                button.link-button type="submit" name="hit" value=(way) { (word) span.sr { " " (title) } }
            }
        }
    };
    html! {
        div.row {
            a href=(address) { (texts.templates_change()) span.sr { " " (title) } }
            @if up { (shift("upp", texts.templates_move_up())) }
            @if down { (shift("ned", texts.templates_move_down())) }
            form method="post" action={ (address) "/ta-bort" } {
                input type="hidden" name="version" value=(one.question.version);
                button.link-button type="submit" { (texts.templates_remove_question()) span.sr { " " (title) } }
            }
        }
    }
}

//! What others ask the visitor in analyses, on Min sida until it is answered.

use maud::{Markup, html};

use super::questions_list::question_url;
use super::store;
use crate::cx::Cx;
use crate::i18n::date_short;
use crate::web::error::AppError;
use crate::web::ui::{Symbol, Tone, symbol, tag};

/// Questions on Min sida; the next come when these are answered.
const SHOWN: i64 = 5;

/// The questions that wait; nothing when none does.
pub fn waiting(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let (texts, today) = (cx.texts(), cx.today());
    let person = cx.person_id()?;
    let all = store::waiting_for(cx.tx, person, SHOWN)?;
    if all.is_empty() {
        return Ok(html! {});
    }
    Ok(html! {
        section.asked aria-labelledby="fragor-i-analyser" {
            div.wrap {
                p.fine { (symbol(Symbol::Talk, 16)) " " b #fragor-i-analyser { (texts.analysis_for_you()) } }
                ul {
                    @for one in &all {
                        li { div {
                            a href=(question_url(&one.asked)) { (texts.analysis_asks_about(&one.subject, &one.asked.asked_by)) }
                            " " span.fine { (texts.analysis_due(date_short(texts.language, one.asked.due_on))) } " "
                            @if one.asked.due_on < today { (tag(Tone::Concern, texts.analysis_late())) }
                            p { (one.asked.text.chars().take(140).collect::<String>()) @if one.asked.text.chars().count() > 140 { "…" } }
                        } }
                    }
                }
            }
        }
    })
}

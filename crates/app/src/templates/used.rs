//! Which open rounds ask by a template, and what a change of it means to those who report in them.

use maud::{Markup, html};

use super::store::{self, KeptTemplate};
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// What is told above the form of a template in use; nothing when no open round asks by it.
pub(super) fn told(cx: &mut Cx<'_, '_>, kept: &KeptTemplate) -> Result<Markup, AppError> {
    let today = cx.today();
    let rounds = store::rounds_begun(cx.tx, kept.template.id, today)?;
    if rounds.is_empty() {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let body = html! {
        p { (texts.templates_used_text()) }
        ul {
            @for round in &rounds {
                li {
                    a href={ "/folja-upp/runda/" (round.round) } { (round.title) } ". "
                    (texts.templates_used_begun(round.all, round.begun))
                }
            }
        }
    };
    Ok(notice(Tone::Neutral, texts.templates_used(), &body))
}

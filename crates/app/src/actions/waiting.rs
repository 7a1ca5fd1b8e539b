//! The questions about effect that wait for the visitor, on Min sida until they are answered.

use domain::elements::Element;
use jiff::civil::Date;
use maud::{Markup, html};

use super::effect_url;
use super::known::waiting_of;
use crate::cx::Cx;
use crate::i18n::date_short;
use crate::web::error::AppError;
use crate::web::ui::{Symbol, symbol};

/// Questions on Min sida; the next come when these are answered.
const SHOWN: usize = 3;

/// The questions that wait for the visitor; nothing when none does.
pub fn waiting(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let structure = cx.structure.clone();
    let me = cx.person_id()?;
    let all = waiting_of(cx, &structure, me)?;
    if all.is_empty() {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let more = i64::try_from(all.len().saturating_sub(SHOWN)).unwrap_or(0);
    Ok(html! {
        section.asked aria-labelledby="fragor-om-effekt" {
            div.wrap {
                p.fine { (symbol(Symbol::Help, 16)) " " b #fragor-om-effekt { (texts.actions_had_effect()) } }
                ul { @for (element, since) in all.iter().take(SHOWN) { (row(cx, element, *since)) } }
                @if more > 0 { p.fine { (texts.actions_more_wait(more)) } }
            }
        }
    })
}

fn row(cx: &Cx<'_, '_>, element: &Element, since: Date) -> Markup {
    let texts = cx.texts();
    html! {
        li {
            div {
                a href=(effect_url(element)) { (element.title) }
                " " span.fine { (texts.actions_asked_since(date_short(texts.language, since))) }
            }
        }
    }
}

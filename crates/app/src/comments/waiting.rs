//! What others ask the visitor, on Min sida until it is answered.

use domain::comments::may_read;
use maud::{Markup, html};

use super::list_page::done_button;
use super::place;
use super::said::in_short;
use super::store::{self, Waiting};
use crate::cx::Cx;
use crate::i18n::date_short;
use crate::web::error::AppError;
use crate::web::ui::{Symbol, symbol};

/// Questions on Min sida; the next come when these are answered.
const SHOWN: usize = 3;

/// The questions that wait, of what the visitor may read; nothing when none does.
pub fn waiting(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let person = cx.person()?;
    let most = i64::try_from(SHOWN * 2).unwrap_or(i64::MAX);
    let found = store::waiting_for(cx.tx, person.id, most)?;
    if found.is_empty() {
        return Ok(html! {});
    }
    let structure = cx.structure.clone();
    let rows = found.iter().filter_map(|one| {
        let element = cx.find_visible(&structure, one.element).ok()?;
        let reads = may_read(person, element, &structure.organisation)
            && (!one.of_draft || cx.reads_drafts_of(element.owner));
        reads.then(|| row(cx, one, &element.title))
    });
    let rows: Vec<Markup> = rows.take(SHOWN).collect();
    if rows.is_empty() {
        return Ok(html! {});
    }
    let title = cx.texts().comments_for_you();
    Ok(html! {
        section.asked aria-labelledby="fragor-till-dig" {
            div.wrap {
                p.fine { (symbol(Symbol::Talk, 16)) " " b #fragor-till-dig { (title) } }
                ul { @for row in &rows { (row) } }
            }
        }
    })
}

fn row(cx: &Cx<'_, '_>, one: &Waiting, title: &str) -> Markup {
    let texts = cx.texts();
    let day = date_short(cx.language(), cx.app.clock.local(one.at).date());
    html! {
        li {
            div {
                a href=(place(one.element, one.comment)) { (texts.comments_asks(&one.person_name, title)) }
                " " span.fine { (day) }
                p { (in_short(&one.text)) }
            }
            (done_button(cx, (one.element, one.comment), true))
        }
    }
}

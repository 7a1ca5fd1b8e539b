//! What others ask the visitor, on Min sida until it is answered.

use domain::comments::may_read;
use domain::ids::{CommentId, ElementId};
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

/// A question that waits for the visitor, of what they may read.
pub struct Question {
    /// Where it is answered.
    pub url: String,
    /// What it is about.
    pub title: String,
    /// Who asks.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    comment: (ElementId, CommentId),
    text: String,
}

/// The questions that wait, the newest first: at most as many as asked for.
pub fn questions(cx: &mut Cx<'_, '_>, most: usize) -> Result<Vec<Question>, AppError> {
    let person = cx.person()?;
    let asked = i64::try_from(most * 2).unwrap_or(i64::MAX);
    let found = store::waiting_for(cx.tx, person.id, asked)?;
    let structure = cx.structure.clone();
    let read = found.into_iter().filter_map(|one| {
        let element = cx.find_visible(&structure, one.element).ok()?;
        let reads = may_read(person, element, &structure.organisation)
            && (!one.of_draft || cx.reads_drafts_of(element.owner));
        reads.then(|| question(one, &element.title))
    });
    Ok(read.take(most).collect())
}

fn question(one: Waiting, title: &str) -> Question {
    Question {
        url: place(one.element, one.comment),
        title: title.to_owned(),
        person_name: one.person_name,
        at: one.at,
        comment: (one.element, one.comment),
        text: one.text,
    }
}

/// The questions that wait, of what the visitor may read; nothing when none does.
pub fn waiting(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let rows: Vec<Markup> = questions(cx, SHOWN)?.iter().map(|one| row(cx, one)).collect();
    if rows.is_empty() {
        return Ok(html! {});
    }
    let title = cx.texts().comments_for_you();
    Ok(html! {
        section.asked aria-labelledby="fragor-i-kommentarer" {
            div.wrap {
                p.fine { (symbol(Symbol::Talk, 16)) " " b #fragor-i-kommentarer { (title) } }
                ul { @for row in &rows { (row) } }
            }
        }
    })
}

fn row(cx: &Cx<'_, '_>, one: &Question) -> Markup {
    let texts = cx.texts();
    let day = date_short(cx.language(), cx.app.clock.local(one.at).date());
    html! {
        li {
            div {
                a href=(one.url) { (texts.comments_asks(&one.person_name, &one.title)) }
                " " span.fine { (day) }
                p { (in_short(&one.text)) }
            }
            (done_button(cx, one.comment, true))
        }
    }
}

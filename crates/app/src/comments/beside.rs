//! What stands beside an element on its own page: its files, and what is said about it.

use domain::comments::{may_read, may_write};
use domain::elements::Element;
use maud::{Markup, html};

use super::said::in_short;
use super::store::{self, Latest};
use super::{place, url};
use crate::attachments;
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::section;

/// The files and what is said, as far as the visitor may see them.
pub fn beside(cx: &mut Cx<'_, '_>, element: &Element) -> Result<Markup, AppError> {
    let person = cx.visit.person.clone();
    let organisation = &cx.structure.organisation;
    // What was said another day is not part of that day's picture.
    let reads = cx.visit.then.is_none()
        && person.as_deref().is_some_and(|person| may_read(person, element, organisation));
    let writes =
        reads && person.as_deref().is_some_and(|person| may_write(person, element, organisation));
    let drafts = match (reads, cx.reads_drafts_of(element.owner)) {
        (false, _) => -1,
        (true, drafts) => i64::from(drafts),
    };
    let (files, latest, count) = store::beside(cx.tx, element.id, drafts)?;
    let files = attachments::section_of(cx, element, &files);
    Ok(
        html! { (files) @if reads && (count > 0 || writes) { (said(cx, element, (&latest, count))) } },
    )
}

fn said(cx: &Cx<'_, '_>, element: &Element, (latest, count): (&[Latest], i64)) -> Markup {
    let texts = cx.texts();
    let all = url(element.id);
    let body = html! {
        @if !latest.is_empty() {
            ul.files {
                @for one in latest {
                    li {
                        a href=(place(element.id, one.id)) { (one.person_name) }
                        " " span.fine { (date(cx.language(), cx.app.clock.local(one.at).date())) }
                        p { (in_short(&one.text)) }
                    }
                }
            }
        }
        p.row { a href=(all) { @if count == 0 { (texts.comments_first()) } @else { (texts.comments_read_all(count)) } } }
    };
    section("kommentarer", texts.comments_title(), "", &body)
}

//! The files beside an element on its own page: the newest, and the way to all of them.

use domain::access::Action;
use domain::attachments::{FileKind, may_have_files};
use domain::elements::Element;
use domain::ids::AttachmentId;
use maud::{Markup, html};

use super::words::{kind_and_size, who_and_when};
use crate::cx::Cx;
use crate::web::ui::section;

/// Files on the element's page; the others are on their own.
const SHOWN: usize = 4;

/// What a list tells of a file.
pub struct Brief {
    /// Identity.
    pub id: AttachmentId,
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub shows: String,
    /// What it is.
    pub kind: FileKind,
    /// Its length in bytes.
    pub size: i64,
    /// Who put it there.
    pub person_name: String,
    /// When.
    pub at: i64,
}

/// The section; nothing where there are no files and the visitor puts none there.
pub fn section_of(cx: &Cx<'_, '_>, element: &Element, files: &[Brief]) -> Markup {
    let texts = cx.texts();
    let may_add = cx.can(Action::Plan, element.owner) && may_have_files(element);
    if files.is_empty() && !may_add {
        return html! {};
    }
    // A file of another day may have been taken away since.
    let is_today = cx.visit.then.is_none();
    let all = super::url(element.id);
    let body = html! {
        @if !files.is_empty() { ul.files {
            @for file in files.iter().take(SHOWN) {
                li {
                    @if is_today { a href=(super::file_url(element.id, file.id)) { (file.name) } }
                    @else { b { (file.name) } }
                    " " span.fine { (kind_and_size(cx.language(), file.kind, file.size)) }
                    p { (file.shows) }
                    p.fine { (who_and_when(cx, &file.person_name, file.at)) }
                }
            }
        } }
        @if is_today {
            p.row {
                @if !files.is_empty() && may_add { a href=(all) { (texts.attachments_open_or_add()) } }
                @else if files.len() > SHOWN {
                    a href=(all) { (texts.attachments_all(i64::try_from(files.len()).unwrap_or(0))) }
                }
                @if files.is_empty() { a href={ (all) "#lagg-till" } { (texts.attachments_add_first()) } }
            }
        }
    };
    section("bilagor", texts.attachments_title(), "", &body)
}

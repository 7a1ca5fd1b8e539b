//! What those who work with the steering say to each other about an element, and whom they ask.
//!
//! Owns the tables comments and mentions. Comments are working material: never part of a report, of a
//! page of another day or of what readers and elected members see (decision 0024).

mod asked;
mod beside;
mod change;
mod change_page;
mod done;
mod list;
mod list_page;
mod said;
mod store;
mod waiting;
mod write;

use domain::access::Action;
use domain::comments::{may_moderate, may_read, may_write};
use domain::elements::{Element, Structure};
use domain::ids::{CommentId, ElementId};

use crate::cx::Cx;
use crate::routes::{Access, Routes};
use crate::web::error::{AppError, OrNotFound};

pub use beside::beside;
pub use store::{Comment, insert};
pub use waiting::{Question, questions, waiting};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let (read, write) = (Access::May(Action::ReadComments), Access::May(Action::Comment));
    routes
        .get("/kommentarer/{id}", read, list::show)
        .post("/kommentarer/{id}", write, write::write)
        .get("/kommentarer/{id}/{kommentar}", write, change::show)
        .post("/kommentarer/{id}/{kommentar}", write, change::change)
        .post("/kommentarer/{id}/{kommentar}/ta-bort", write, change::remove)
        .post("/kommentarer/{id}/{kommentar}/klar", read, done::done);
}

/// What is said about an element.
fn url(element: ElementId) -> String {
    format!("/kommentarer/{element}")
}

/// One comment among what is said.
fn place(element: ElementId, comment: CommentId) -> String {
    format!("{}#kommentar-{comment}", url(element))
}

/// What the visitor may do with what is said about an element.
#[derive(Clone, Copy)]
struct May {
    write: bool,
    moderate: bool,
    /// Read what was said while nobody had decided it.
    drafts: bool,
}

/// The element that the address names, when the visitor may read what is said about it.
fn find<'s>(
    cx: &Cx<'_, '_>,
    structure: &'s Structure,
) -> Result<(&'s std::sync::Arc<Element>, May), AppError> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let (person, organisation) = (cx.person()?, &structure.organisation);
    if !may_read(person, element, organisation) {
        return Err(AppError::Forbidden);
    }
    let may = May {
        write: may_write(person, element, organisation),
        moderate: may_moderate(person, element, organisation),
        drafts: cx.reads_drafts_of(element.owner),
    };
    Ok((element, may))
}

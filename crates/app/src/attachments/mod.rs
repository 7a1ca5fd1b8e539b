//! Files that show something about an element: put beside it, taken home and taken away.
//!
//! Owns the tables attachments and `attachment_contents`. A file is kept in the municipality's own
//! database by the digest of its content, so that a backup is one thing; pages list files without
//! reading what is in them (decision 0024).

mod download;
mod remove;
mod section;
mod show;
mod store;
mod upload;
mod words;

use domain::access::Action;
use domain::ids::{AttachmentId, ElementId};

use crate::routes::{Access, Routes};

pub use section::{Brief, section_of};
pub use store::{Attachment, insert};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let (read, plan) = (Access::May(Action::ReadThread), Access::May(Action::Plan));
    routes
        .get("/bilagor/{id}", read, show::show)
        .post_free("/bilagor/{id}", plan, upload::upload)
        .get("/bilagor/{id}/{bilaga}/fil", read, download::download)
        .post("/bilagor/{id}/{bilaga}/ta-bort", plan, remove::remove)
        .post("/bilagor/{id}/{bilaga}/ta-tillbaka", plan, remove::take_back);
}

/// The files beside an element.
pub fn url(element: ElementId) -> String {
    format!("/bilagor/{element}")
}

/// Where a file is taken home.
fn file_url(element: ElementId, id: AttachmentId) -> String {
    format!("/bilagor/{element}/{id}/fil")
}

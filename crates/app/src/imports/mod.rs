//! Values read in from a file: looked at first, read in at once, undone at once.
//!
//! Owns the tables imports and `import_mappings`; what a file wrote stands in the history of values.
//!
//! Values themselves are written through the store of the slice that owns them.
//! A file is read and planned between transactions, since writes of a municipality take turns: the
//! writing transaction checks that what the plan rests on still is so, and only then writes.

mod apply;
mod columns;
mod columns_page;
mod effects;
mod example;
mod existing;
mod handed_in;
mod look;
mod mappings;
mod names;
mod people;
mod preview_page;
mod result_page;
mod store;
mod take_back;
mod upload;
mod words;

/// Times that a plan is made anew when something changes while it is made, before the person is asked.
const MOST_TRIES: usize = 3;

use domain::access::Action;
use domain::ids::ImportId;

use crate::routes::{Access, Routes};

pub use apply::{apply, digest};
pub use existing::existing;
pub use store::{ImportFile, ImportState, insert_import};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let import = Access::May(Action::Import);
    routes
        .get("/matt/inlasning", import, upload::show)
        .post_free("/matt/inlasning", import, upload::upload)
        .get("/matt/inlasning/exempel.csv", import, example::download)
        .get_free("/matt/inlasning/{id}", import, look::show)
        .get_free("/matt/inlasning/{id}/kolumner", import, columns::show)
        .post_free("/matt/inlasning/{id}/kolumner", import, columns::save)
        .post_free("/matt/inlasning/{id}/namn", import, names::save)
        .post_free("/matt/inlasning/{id}/las-in", import, apply::read_in)
        .post_free("/matt/inlasning/{id}/angra", import, take_back::take_back);
}

/// Where it is told what the columns of a file mean.
fn columns_url(id: ImportId) -> String {
    format!("/matt/inlasning/{id}/kolumner")
}

/// The page of an import.
pub fn url(id: ImportId) -> String {
    format!("/matt/inlasning/{id}")
}

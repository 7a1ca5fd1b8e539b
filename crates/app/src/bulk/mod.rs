//! Changing many elements at once: chosen in the list, seen before anything happens, kept in one
//! step, and taken back in one.
//!
//! Owns the tables `bulk_changes` and `bulk_change_parts`.

mod apply;
mod choose;
mod form;
mod outcome;
mod plan;
mod receipt;
mod store;
mod undo;
mod value;

use domain::access::Action;
use domain::ids::{BulkChangeId, PersonId};

use crate::routes::{Access, Routes};

pub use apply::hand_over;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let plan = Access::May(Action::Plan);
    routes
        .get("/trad/andra", plan, choose::show)
        .post("/trad/andra", plan, apply::apply)
        .get("/trad/andrat/{id}", plan, receipt::show)
        .post("/trad/andrat/{id}/tillbaka", plan, undo::undo);
}

/// Where everything that a person answers for is handed over to somebody else.
pub fn hand_over_url(person: PersonId) -> String {
    format!("/trad/andra?person={person}&vad=ansvarig")
}

/// The receipt of a change, with the way to take it back.
pub fn receipt_url(id: BulkChangeId) -> String {
    format!("/trad/andrat/{id}")
}

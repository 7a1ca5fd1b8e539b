//! What each level says of what is reported under it: its own judgement beside texts quoted from below,
//! from administration to committee, executive board and council.
//!
//! Owns the tables compilations and quotes. A quote refers to the text at a version and never replaces
//! it; what is settled moves no more (decision 0032).

mod candidates;
mod change;
mod find;
mod quoted;
mod quoting;
mod shown;
pub mod store;
mod typed;

use domain::access::Action;
use domain::ids::OrgUnitId;

use crate::routes::{Access, Routes};

pub use store::{Compilation, Quote, settled_of};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let (read, write) = (Access::May(Action::ReadThread), Access::May(Action::Plan));
    routes
        .get("/folja-upp/sammanstallning/{org}", read, shown::show)
        .post("/folja-upp/sammanstallning/{org}", write, change::save)
        .post("/folja-upp/sammanstallning/{org}/faststall", write, change::settle)
        .post("/folja-upp/sammanstallning/{org}/oppna", write, change::reopen)
        .post("/folja-upp/sammanstallning/{org}/citera", write, quoting::quote)
        .post("/folja-upp/sammanstallning/{org}/citat", write, quoting::decide);
}

/// What a body says of what is reported under it.
pub fn url(org_unit: OrgUnitId) -> String {
    format!("/folja-upp/sammanstallning/{org_unit}")
}

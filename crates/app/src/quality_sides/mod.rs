//! Inner quality beside outer: how those who work have it, and what those who live here meet, set
//! beside each other for an org unit by what each measure has been said to show.
//!
//! Owns the table `quality_sides`.

mod page;
mod place;
pub mod store;

use domain::access::Action;

use crate::routes::{Access, Routes};

/// Where the two sides are shown.
pub const URL: &str = "/inre-och-yttre";

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    routes
        .get(URL, read, page::show)
        .get("/inre-och-yttre.csv", read, page::download)
        .get("/inre-och-yttre/matt", Access::May(Action::Plan), place::show)
        .post("/inre-och-yttre/matt", Access::May(Action::Plan), place::keep);
}

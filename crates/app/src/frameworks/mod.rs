//! Frameworks from outside, such as Agenda 2030 and the national environmental objectives: read from
//! packs that come with the program, chosen by whoever keeps the steering model, and then goals of
//! the model's external type that the municipality's own goals contribute to.
//!
//! Owns the table frameworks.

mod choose;
mod list;
mod pack;
mod show;
mod store;

use domain::access::Action;

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let keep = Access::May(Action::ManageModel);
    routes
        .get("/ramverk", read, list::show)
        .get("/ramverk/{pack}", read, show::show)
        .post("/ramverk/{pack}/valj", keep, choose::choose)
        .post("/ramverk/{pack}/bort", keep, choose::leave);
}

fn url(pack: &str) -> String {
    format!("/ramverk/{pack}")
}

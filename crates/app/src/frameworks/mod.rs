//! Frameworks from outside, such as Agenda 2030 and the national environmental objectives: read from
//! packs that come with the program or that a municipality reads in, and chosen by whoever keeps the
//! steering model. In any model what is wished and done can be tagged with their goals; in one with an
//! external type they are goals of their own too, that others contribute to.
//!
//! Owns the tables frameworks, `framework_tags` and `framework_packs`.

mod choose;
mod known;
mod list;
mod pack;
mod read_in;
mod show;
mod store;
mod tags;

use domain::access::Action;

use crate::routes::{Access, Routes};

pub use tags::{parse, section_of, tagged, title_of, titles_of_all};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let keep = Access::May(Action::ManageModel);
    let plan = Access::May(Action::Plan);
    routes
        .get("/ramverk", read, list::show)
        .get("/ramverk/nytt", keep, read_in::show)
        .post("/ramverk/nytt", keep, read_in::read_in)
        .get("/ramverk/{pack}", read, show::show)
        .post("/ramverk/{pack}/valj", keep, choose::choose)
        .post("/ramverk/{pack}/bort", keep, choose::leave)
        .get("/mal/{id}/ramverk", plan, tags::show)
        .post("/mal/{id}/ramverk", plan, tags::keep);
}

fn url(pack: &str) -> String {
    format!("/ramverk/{pack}")
}

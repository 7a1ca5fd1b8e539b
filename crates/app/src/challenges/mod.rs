//! The municipality's greatest challenges, each with the goals, measures and actions that answer to
//! it.
//!
//! Owns the tables challenges and `challenge_elements`.

mod form;
mod list;
pub mod store;
mod write;

use domain::access::Action;
use domain::ids::ChallengeId;

use crate::cx::Cx;
use crate::routes::{Access, Routes};

/// Where they are gathered.
pub const URL: &str = "/utmaningar";

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let plan = Access::May(Action::Plan);
    routes
        .get(URL, read, list::show)
        .get("/utmaningar/ny", plan, write::new)
        .post(URL, plan, write::create)
        .get("/utmaningar/{id}/andra", plan, write::edit)
        .post("/utmaningar/{id}/andra", plan, write::change);
}

fn edit_url(id: ChallengeId) -> String {
    format!("/utmaningar/{id}/andra")
}

/// Whether the visitor says which the challenges are: who plans for the whole municipality.
fn may_write(cx: &Cx<'_, '_>) -> bool {
    cx.can_everywhere(Action::Plan)
}

//! Actions: activities that answer to something. What is expected of them, whether they had effect
//! and what was learned, and what poor quality is estimated to cost.
//!
//! Owns the tables actions, `action_effects`, `action_revisions`, `quality_costs` and
//! `action_limits`. An action itself is an element; those to the right propose one with [`propose`].

mod chain;
mod compared;
mod cost;
mod cost_shown;
mod effect;
mod effect_page;
mod facts_form;
mod fields;
mod known;
mod late;
mod lessons;
mod list;
mod narrowed;
mod place;
mod propose;
pub mod store;
mod typed;
mod waiting;
mod words;

use domain::access::Action;
use domain::elements::Element;

use crate::routes::{Access, Routes};

pub use chain::section_of;
pub use cost::cost_url;
pub use cost_shown::{costs_of_analysis, costs_of_parts, kronor_words};
use effect::may_answer;
use facts_form::may_say;
pub use known::{AllActions, Known, all_actions, waiting_of, waiting_under};
pub use late::late_under;
pub use place::Place;
pub use propose::propose;
pub use typed::TypedAction;
pub use waiting::waiting;
pub use words::{answer_symbol, answer_word, kind_word};

/// The list of all actions.
pub const LIST_URL: &str = "/atgarder";
/// What has been learned.
pub const LESSONS_URL: &str = "/lardomar";

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    // Who may answer is asked by the handler: who is responsible holds no role of it.
    let read = Access::May(Action::ReadThread);
    routes
        .get(LIST_URL, read, list::list)
        .get(LESSONS_URL, read, lessons::list)
        .get("/aktivitet/{id}/effekt", read, effect::show)
        .post("/aktivitet/{id}/effekt", read, effect::answer)
        .get("/aktivitet/{id}/vantad-effekt", read, facts_form::show)
        .post("/aktivitet/{id}/vantad-effekt", read, facts_form::keep)
        .get("/bristkostnad/{slag}/{id}", read, cost::show)
        .post("/bristkostnad/{slag}/{id}", read, cost::keep);
}

/// Where an action's effect is asked for and told.
pub fn effect_url(element: &Element) -> String {
    format!("/aktivitet/{}/effekt", element.id)
}

/// Where it is said what is expected of an activity.
fn facts_url(element: &Element) -> String {
    format!("/aktivitet/{}/vantad-effekt", element.id)
}

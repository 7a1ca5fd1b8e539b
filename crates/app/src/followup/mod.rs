//! Following up: rounds, each org unit's account, and the way it takes from draft to approved.
//!
//! Owns the tables rounds, `follow_ups`, parts, `part_remedies`, `cause_choices` and `follow_up_events`.
//! Parts are made once, when an account is opened; its judgements reach `assessment` when handed in.

mod account;
mod addresses;
mod answer;
mod answer_figure;
mod answer_form;
mod answer_page;
mod autosave;
mod behind;
mod body_proposals;
mod changed;
mod choices;
mod closed;
mod collection;
mod committee;
mod decide;
mod group;
mod hand_in;
mod headway;
pub mod making;
mod overview;
mod public_work;
mod reach;
mod reading;
mod refusal;
mod remedy;
mod reporters;
mod returned;
mod review;
mod rounds;
mod sharing;
mod stops;
pub mod store;
mod summary;
mod typed;
mod words;

use domain::access::Action;

use crate::routes::{Access, Routes};

pub use addresses::{committee_url, part_url, url};
pub use behind::{Behind, reads_report};
pub use headway::{LeftStop, headway, left_stops};
pub use returned::came_back;
pub use rounds::{about, asked_for, at_hand, planned_words};
pub use sharing::{people_url, taking_part};
pub use stops::Group;
pub use words::{state_symbol, state_word};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let report = Access::May(Action::Report);
    let approve = Access::May(Action::Approve);
    rounds::routes(routes);
    sharing::routes(routes);
    hand_in::routes(routes);
    routes
        .get("/folja-upp", read, overview::show)
        .get("/folja-upp/namnd/{org}", read, committee::show)
        .get("/folja-upp/{id}", read, account::show)
        .post("/folja-upp/{id}", report, account::begin)
        .get("/folja-upp/{id}/las", read, reading::show)
        .get("/folja-upp/{id}/grupp/{group}", report, group::show)
        .post("/folja-upp/{id}/grupp/{group}", report, group::confirm)
        .get("/folja-upp/{id}/del/{part}", report, answer::show)
        .post("/folja-upp/{id}/del/{part}", report, answer::keep)
        .get("/folja-upp/{id}/del/{part}/atgard", report, remedy::show)
        .post("/folja-upp/{id}/del/{part}/atgard", report, remedy::add)
        .patch("/folja-upp/del/{part}", report, autosave::save)
        .get("/folja-upp/{id}/granska", report, review::show)
        .post("/folja-upp/{id}/del/{part}/ater", approve, decide::give_back)
        .post("/folja-upp/{id}/godkann", approve, decide::approve);
}

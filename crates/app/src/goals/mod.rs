//! Elements of the thread that are not measures: their pages, how they are written, linked,
//! adopted and superseded, and the plan of an org unit.
//!
//! Owns the tables successions, mergers, copies, thrown, exemptions and `link_proposals`.

mod adopt;
mod advice;
mod begin;
mod connect;
mod connect_page;
mod decided_effects;
mod decided_words;
mod deciding;
mod decision_fields;
mod decision_form;
mod difference;
mod effect;
mod end;
mod exempt;
mod form;
mod heirs;
mod impact;
mod lives;
mod mend_decision;
mod parent_choices;
mod plan;
mod plan_exemptions;
mod plan_page;
mod plan_tracks;
mod propose;
mod reading;
mod renew;
mod renew_page;
mod show;
mod sound;
mod split;
mod split_page;
pub mod store;
mod succeed;
mod theirs;
mod trash;
mod trash_page;
mod type_choice;
mod usual_owner;
mod waiting_links;
mod words;
mod write;
mod written;

use domain::access::Action;

use crate::routes::{Access, Routes};

pub use difference::marked;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let [read, plan, adopt] = [Action::ReadThread, Action::Plan, Action::Adopt].map(Access::May);
    routes
        .get("/planera", plan, plan::show)
        .get("/planera/beslut", adopt, adopt::show_plan)
        .post("/planera/beslut", adopt, adopt::adopt)
        .get("/planera/avsta", plan, exempt::show)
        .post("/planera/avsta", plan, exempt::exempt)
        .get("/mal/nytt", plan, begin::new)
        .post("/mal", plan, write::create)
        .get("/mal/formulering.json", plan, advice::while_writing)
        .get("/mal/{id}", read, show::show)
        .post("/mal/{id}", plan, write::change)
        .get("/aktivitet/{id}", read, show::show)
        .get("/mal/{id}/andra", plan, write::edit)
        .get("/mal/{id}/koppla", plan, connect::show)
        .post("/mal/{id}/koppla", plan, connect::connect)
        .post("/mal/{id}/koppla/bort", plan, connect::disconnect)
        .post("/mal/{id}/foresla", plan, propose::propose)
        .post("/mal/{id}/ersatt", plan, succeed::begin)
        .get("/mal/{id}/beslut", adopt, adopt::show)
        .post("/mal/{id}/beslut", adopt, adopt::adopt);
    lives::routes(routes);
}

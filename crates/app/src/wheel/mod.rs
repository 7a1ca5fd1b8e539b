//! Year wheels: when each org unit plans, follows up and decides, what the levels above need and
//! say, what the law asks for, and calendars to subscribe to.
//!
//! Owns the tables `wheels`, `wheel_steps`, `calendar_feeds`.

mod above;
mod ahead;
mod begin;
mod begin_page;
mod below;
mod below_page;
mod calendar_file;
mod figure;
mod instructions;
mod key;
mod make_below;
mod overview;
mod poster;
mod reading;
mod remove_step;
mod show;
mod show_ring;
mod show_step;
mod step_form;
pub mod store;
mod subscribe;
mod tables;
mod to_answer;
mod undo;
mod words;
mod write_step;

use domain::access::Action;
use domain::ids::{OrgUnitId, WheelStepId};

use crate::routes::{Access, Routes};

pub use ahead::{
    ahead, days_of_levels, follow_up_step, follow_up_steps, has_rounds, is_follow_up, own_steps,
};
pub use figure::{Ring, picture};
pub use instructions::section as instructions_section;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let reads = Access::May(Action::ReadThread);
    let plans = Access::May(Action::Plan);
    routes
        .get("/arshjul", reads, overview::show)
        .get("/arshjul/{org}/{ar}", reads, show::show)
        .get("/arshjul/{org}/{ar}/affisch", reads, poster::show)
        .get("/arshjul/{org}/{ar}/affisch/pdf", reads, poster::pdf)
        .get("/arshjul/{org}/{ar}/nytt", plans, begin::show)
        .post("/arshjul/{org}/{ar}", plans, begin::keep)
        .post("/arshjul/{org}/{ar}/angra", plans, undo::undo)
        .get("/arshjul/{org}/{ar}/under", plans, make_below::show)
        .post("/arshjul/{org}/{ar}/under", plans, make_below::make)
        .post("/arshjul/{org}/{ar}/under/angra", plans, make_below::undo)
        .get("/arshjul/{org}/{ar}/steg", plans, write_step::new)
        .post("/arshjul/{org}/{ar}/steg", plans, write_step::create)
        .get("/arshjul/steg/{id}", reads, show_step::show)
        .get("/arshjul/steg/{id}/andra", plans, write_step::edit)
        .post("/arshjul/steg/{id}", plans, write_step::change)
        .post("/arshjul/steg/{id}/ta-bort", plans, remove_step::remove)
        .post("/arshjul/steg/{id}/tillbaka", plans, remove_step::restore)
        .get("/arshjul/kalender", reads, subscribe::show)
        .post("/arshjul/kalender", reads, subscribe::open)
        .post("/arshjul/kalender/{id}/stang", reads, subscribe::close)
        .get("/kalender/{nyckel}/arshjul.ics", Access::Public, calendar_file::answer);
}

/// The wheel of an org unit and a year.
pub fn url(org_unit: OrgUnitId, year: i16) -> String {
    format!("/arshjul/{org_unit}/{year}")
}

/// The page of a step.
pub fn step_url(id: WheelStepId) -> String {
    format!("/arshjul/steg/{id}")
}

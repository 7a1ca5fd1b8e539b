//! The demo municipality Skärvik: invented content that shows every part of the system.
//!
//! Plants the [`world`] through the slices' own write functions, so that a demo is a municipality
//! like any other, with history and audit trail.

mod choose_role;
mod clock;
mod names;
mod plant;
mod plant_acceptance;
mod plant_actions;
mod plant_compilations;
mod plant_decisions;
mod plant_evidence;
mod plant_followup;
mod plant_grounds;
mod plant_history;
mod plant_judged_before;
mod plant_judgements;
mod plant_measures;
mod plant_methods;
mod plant_money;
mod plant_month;
mod plant_open_round;
mod plant_people;
mod plant_progress;
mod plant_round_before;
mod plant_sharing;
mod plant_thread;
mod plant_values;
mod plant_views;
mod plant_wheels;
pub mod world;

use crate::routes::{Access, Routes};

pub use clock::DemoClock;
pub use names::id_of;
pub use plant::{plant, plant_as, tenant};

/// The sign-in page: a demo asks who one wants to be.
pub fn routes(routes: &mut Routes) {
    routes.get("/logga-in", Access::Public, choose_role::show);
}

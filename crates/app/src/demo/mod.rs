//! The demo municipality Skärvik: invented content that shows every part of the system.
//!
//! Plants the [`world`] through the slices' own write functions, so that a demo is a municipality
//! like any other, with history and audit trail.

mod clock;
mod names;
mod plant;
mod plant_followup;
mod plant_people;
mod plant_thread;
mod plant_values;
pub mod world;

pub use clock::DemoClock;
pub use names::id_of;
pub use plant::{plant, tenant};

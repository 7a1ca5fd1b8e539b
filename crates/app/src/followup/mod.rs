//! Following up: rounds, each org unit's account, and the way it takes from draft to approved.
//!
//! Owns the tables rounds, follow_ups, parts, part_remedies, cause_choices and follow_up_events.

pub mod making;
pub mod store;

use crate::routes::Routes;

/// The slice's pages.
pub fn routes(_routes: &mut Routes) {}

//! Actions: activities that answer to something. What is expected of them, whether they had effect
//! and what was learned, and what poor quality is estimated to cost.
//!
//! Owns the tables actions, `action_effects`, `quality_costs` and `action_limits`. An action itself
//! is an element; those to the right propose one with [`propose`].

mod fields;
mod place;
mod propose;
pub mod store;
mod typed;
mod words;

use crate::routes::Routes;

pub use place::Place;
pub use propose::propose;
pub use typed::TypedAction;
pub use words::kind_word;

/// The slice's pages.
pub fn routes(_routes: &mut Routes) {}

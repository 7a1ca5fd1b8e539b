//! The steering model: which one is in force, its words, and its page.
//!
//! Owns the table `steering_models`.

mod page;
pub mod store;
mod words;

pub use words::{definite_plural, link_between, plural, singular, target_term};

use domain::access::Action;

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    routes.get("/modell", Access::May(Action::ReadThread), page::show);
}

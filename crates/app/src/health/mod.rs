//! Trådens hälsa: the steering check on a page and on the command line, and what is let be.
//!
//! Owns the table `let_be`.

mod cells;
mod fix;
mod found;
mod leave;
mod list;
pub mod report;
pub mod store;
mod words;

use domain::access::Action;
use domain::health::Rule;

use crate::routes::{Access, Routes};

pub use found::{open_counts, open_counts_of_all};
pub use words::name;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    routes
        .get("/trad/halsa", Access::May(Action::ReadThread), list::show)
        .get("/trad/halsa/lat-vara", Access::May(Action::Plan), leave::show)
        .post_free("/trad/halsa/lat-vara", Access::May(Action::Plan), leave::leave)
        .post_free("/trad/halsa/ta-upp", Access::May(Action::Plan), leave::take_up);
}

/// The page with the faults of one rule.
pub fn url(rule: Rule) -> String {
    format!("/trad/halsa?regel={}", rule.code())
}

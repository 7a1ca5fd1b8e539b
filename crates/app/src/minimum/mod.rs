//! The common minimum of plans: what every committee's plan must have, what committees have added
//! for themselves, and whether each has it.
//!
//! Owns the table requirements.

mod change;
mod page;
mod show;
mod store;
mod words;

use domain::access::Action;

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    routes.get("/planera/minimikrav", Access::May(Action::ReadThread), show::show).post(
        "/planera/minimikrav",
        Access::May(Action::Plan),
        change::change,
    );
}

pub use store::{Demand, keep};

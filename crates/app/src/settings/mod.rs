//! Settings: the landing page for those who look after the system, and the audit trail.
//!
//! Owns no table.

mod landing;
mod reach;
mod store;
mod trail;
mod verify;
mod words;

use domain::access::Action;

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let audit = Access::May(Action::Audit);
    routes
        .get("/installningar", Access::May(Action::ReadThread), landing::show)
        .get("/spar", audit, trail::show)
        .post_free("/spar/kontroll", audit, verify::verify);
}

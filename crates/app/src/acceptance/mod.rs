//! Accepted deviations: that a body knows that a goal or a measure deviates, has its reasons, and
//! lets it be so until a day.
//!
//! Owns the table `accepted_deviations`.

mod accept;
mod accept_form;
mod end;
mod section;
pub mod store;

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};

use crate::cx::Cx;
use crate::routes::{Access, Routes};

pub use section::section_of;

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    // Who may accept holds a role that plans somewhere; where it is for is asked by the handler.
    let plan = Access::May(Action::Plan);
    routes
        .get("/mal/{id}/acceptera", plan, accept::show)
        .post("/mal/{id}/acceptera", plan, accept::keep)
        .post("/accepterad/{id}/avsluta", plan, end::end);
}

/// Where the deviation of an element is accepted.
pub fn url(element: ElementId, org_unit: OrgUnitId) -> String {
    format!("/mal/{element}/acceptera?enhet={org_unit}")
}

/// Whether the visitor may record that a deviation is accepted: who records what bodies decide, and
/// who leads the org unit from above. Nobody accepts what is their own.
pub fn may_accept(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> bool {
    cx.can(Action::Adopt, org_unit) || cx.can(Action::Approve, org_unit)
}

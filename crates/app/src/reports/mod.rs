//! Reports: what a body reads before its meeting, assembled from judgements, values and quoted
//! texts into one tree that is shown as a page, set as a PDF and frozen with its digest.
//!
//! Owns the tables reports and `report_series`.

mod answers;
mod assemble;
mod below;
mod explained;
mod freeze;
mod gather;
mod goal_facts;
mod order;
mod reading;
mod show;
pub mod store;
mod untold;

use domain::access::Action;
use domain::ids::OrgUnitId;

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    routes
        .get("/rapport/{org}", read, show::page)
        .get("/rapport/{org}/pdf", read, show::pdf)
        .get("/rapport/{org}/frys", Access::May(Action::Adopt), freeze::ask)
        .post("/rapport/{org}/frys", Access::May(Action::Adopt), freeze::freeze)
        .get("/rapport/fryst/{id}", read, freeze::page)
        .get("/rapport/fryst/{id}/pdf", read, freeze::pdf);
}

/// The follow-up report of a body.
pub fn url(org_unit: OrgUnitId) -> String {
    format!("/rapport/{org_unit}")
}

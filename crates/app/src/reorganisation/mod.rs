//! The organisation's pages: the tree, an org unit, and the changes that keep its history.
//!
//! Owns no table: writes through `organisation` and `elements`.

mod end;
mod history;
mod merge;
mod merge_preview;
mod move_unit;
mod new_unit;
mod page;
mod preview;
mod rename;
mod show;
mod split;
mod split_places;
mod tree;

use domain::access::Action;
use domain::ids::OrgUnitId;

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let organise = Access::May(Action::Organise);
    routes
        .get("/organisation", read, tree::show)
        .get("/organisation/{id}", read, show::show)
        .get("/organisation/{id}/ny", organise, new_unit::show)
        .post("/organisation/{id}/ny", organise, new_unit::create)
        .get("/organisation/{id}/namn", organise, rename::show)
        .post("/organisation/{id}/namn", organise, rename::rename)
        .get("/organisation/{id}/flytta", organise, move_unit::show)
        .post("/organisation/{id}/flytta", organise, move_unit::move_unit)
        .get("/organisation/{id}/avsluta", organise, end::show)
        .post("/organisation/{id}/avsluta", organise, end::end)
        .get("/organisation/{id}/sla-ihop", organise, merge::show)
        .post("/organisation/{id}/sla-ihop", organise, merge::merge)
        .get("/organisation/{id}/dela", organise, split::show)
        .post("/organisation/{id}/dela", organise, split::split);
}

/// The page of an org unit.
pub fn url(id: OrgUnitId) -> String {
    format!("/organisation/{id}")
}

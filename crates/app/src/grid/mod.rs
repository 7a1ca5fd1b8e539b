//! Many values at once: a table with a cell for each measure or org unit and period, saved together.
//!
//! Owns no table; values are written through the store of the slice that owns them.

mod cells;
mod closed;
mod download;
mod near;
mod page;
mod rows;
mod save;
mod show;
mod store;
mod table;
mod words;

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};

use crate::routes::{Access, Routes};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let record = Access::May(Action::RecordOutcome);
    routes
        .get("/matvarden", record, show::show)
        .post("/matvarden", record, save::save)
        .get("/matvarden/varden.csv", record, download::csv)
        .get("/matvarden/varden.xlsx", record, download::xlsx);
}

/// The table of an org unit's measures.
pub fn url_of_org_unit(id: OrgUnitId) -> String {
    format!("/matvarden?enhet={id}")
}

/// The table of a measure over org units.
pub fn url_of_measure(id: ElementId) -> String {
    format!("/matvarden?matt={id}")
}

//! Working methods: those that the municipality wants its org units to have, and how far each org
//! unit has come with them by its own account.
//!
//! Owns the tables `working_methods` and `method_levels`.

mod define;
mod levels;
mod matrix;
mod say;
pub mod store;

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{MethodId, OrgUnitId};
use domain::organisation::OrgLevelKind;
use jiff::civil::Date;

use crate::cx::Cx;
use crate::routes::{Access, Routes};

/// The matrix of org units and methods.
pub const URL: &str = "/arbetssatt";

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    let plan = Access::May(Action::Plan);
    routes
        .get(URL, read, matrix::show)
        .get("/arbetssatt.csv", read, matrix::download)
        .get("/arbetssatt/nytt", plan, define::new)
        .post("/arbetssatt", plan, define::create)
        .get("/arbetssatt/{id}/andra", plan, define::edit)
        .post("/arbetssatt/{id}/andra", plan, define::change)
        .get("/arbetssatt/enhet/{id}", read, say::show)
        .post("/arbetssatt/enhet/{id}", read, say::keep);
}

/// What an org unit has said of the methods.
pub fn unit_url(org_unit: OrgUnitId) -> String {
    format!("/arbetssatt/enhet/{org_unit}")
}

fn method_url(method: MethodId) -> String {
    format!("/arbetssatt/{method}/andra")
}

/// Whether the visitor says which methods are wanted: who plans for the whole municipality.
fn may_define(cx: &Cx<'_, '_>) -> bool {
    cx.can_everywhere(Action::Plan)
}

/// Whether an org unit is one that works by methods: those that report, and not political bodies.
fn works(kind: OrgLevelKind) -> bool {
    matches!(
        kind,
        OrgLevelKind::Administration
            | OrgLevelKind::Sector
            | OrgLevelKind::Unit
            | OrgLevelKind::Provider
    )
}

/// The org units under a part of the organisation that work by methods, in the order of the tree, of
/// those that the visitor may read about.
fn units(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    top: Option<OrgUnitId>,
    today: Date,
) -> Vec<OrgUnitId> {
    let organisation = &structure.organisation;
    let tops = top.map_or_else(|| organisation.roots().to_vec(), |top| vec![top]);
    let lives = |id: &OrgUnitId| {
        organisation.get(*id).is_some_and(|one| works(one.kind) && one.is_valid_on(today))
    };
    let all = tops.into_iter().flat_map(|top| organisation.subtree(top));
    all.filter(lives).filter(|id| !cx.is_provider_elsewhere(*id)).collect()
}

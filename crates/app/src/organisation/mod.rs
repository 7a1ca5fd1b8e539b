//! The organisation: its tree, what org units carry on from others, and choices of them in forms.
//!
//! Owns the tables `org_units` and `org_unit_moves`. The pages that show and change it are in `reorganisation`.

mod lineage;
pub mod store;

pub use lineage::lineage;

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::organisation::OrgUnit;

use crate::cx::Cx;
use crate::web::ui::Choice;

/// The org units where the visitor may do something, as choices in tree order.
pub fn choices(cx: &Cx<'_, '_>, action: Action, chosen: &str) -> Vec<Choice> {
    choices_that(cx, action, chosen, |_| true)
}

/// The same, of those org units that are right for something.
pub fn choices_that(
    cx: &Cx<'_, '_>,
    action: Action,
    chosen: &str,
    is_right: impl Fn(&OrgUnit) -> bool,
) -> Vec<Choice> {
    let organisation = &cx.structure.organisation;
    let today = cx.today();
    let tree: Vec<OrgUnitId> =
        organisation.roots().iter().flat_map(|root| organisation.subtree(*root)).collect();
    tree.into_iter()
        .filter(|id| {
            organisation.get(*id).is_some_and(|unit| unit.is_valid_on(today) && is_right(unit))
        })
        .filter(|id| cx.can(action, *id))
        .map(|id| {
            let code = id.to_string();
            let here = code == chosen;
            let depth = organisation.ancestors(id).len();
            let name = format!("{}{}", "\u{2007}".repeat(depth * 2), organisation.name(id));
            Choice::new(code, name).chosen(here)
        })
        .collect()
}

//! Ways up from an element or an org unit, as the map sees them.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::organisation::Organisation;

use super::columns::{Columns, Tier, tier_of};

/// The committee, board or company that an org unit belongs to.
pub(super) fn committee_of(organisation: &Organisation, owner: OrgUnitId) -> Option<OrgUnitId> {
    organisation.nearest_that(owner, |unit| tier_of(unit.kind) == Tier::Committee)
}

/// The parents that have a place on the map; what has none is passed through.
pub(super) fn parents_on_map<'a>(
    structure: &'a Structure,
    columns: &Columns,
    id: ElementId,
) -> Vec<&'a Arc<Element>> {
    let mut found: Vec<&Arc<Element>> = Vec::new();
    for parent in structure.parents(id) {
        if columns.place(&parent.element_type).is_some() {
            found.push(parent);
        } else {
            found.extend(parents_on_map(structure, columns, parent.id));
        }
    }
    found
}

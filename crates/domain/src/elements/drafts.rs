//! Pictures without the drafts of some org units, for those who may not read them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::Structure;
use crate::ids::{ElementId, OrgUnitId};

/// Takes an element out of the drafts of its owner.
pub(super) fn forget(
    drafts: &mut BTreeMap<OrgUnitId, BTreeSet<ElementId>>,
    owner: OrgUnitId,
    id: ElementId,
) {
    if let Some(of_owner) = drafts.get_mut(&owner) {
        of_owner.remove(&id);
        if of_owner.is_empty() {
            drafts.remove(&owner);
        }
    }
}

impl Structure {
    /// The org units that have something written which is not decided yet.
    pub fn owners_of_drafts(&self) -> impl Iterator<Item = OrgUnitId> {
        self.drafts.keys().copied()
    }

    /// The same picture as those see it who may not read the drafts of some org units: as if they
    /// had not been written.
    #[must_use]
    pub fn without_drafts_of(&self, owners: &[OrgUnitId]) -> Self {
        let mut seen = self.clone();
        for owner in owners {
            for id in seen.drafts.remove(owner).unwrap_or_default() {
                seen.remove(id);
            }
        }
        seen.in_year = OnceLock::new();
        seen
    }

    fn remove(&mut self, id: ElementId) {
        let Some(node) = self.elements.remove(&id) else { return };
        if let Some(ordered) = self.of_type.get_mut(&node.element.element_type) {
            ordered.remove(&(node.order, id));
        }
        if let Some(owned) = self.by_owner.get_mut(&node.element.owner) {
            owned.remove(&id);
        }
        self.measures.remove(&id);
        self.targets.remove(&id);
        self.put_links(id, Vec::new());
        for link in self.down.remove(&id).unwrap_or_default() {
            if let Some(up) = self.up.get_mut(&link.child) {
                up.retain(|one| one.parent != id);
            }
        }
    }
}

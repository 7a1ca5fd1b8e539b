//! Pictures without the drafts of some org units, for those who may not read them.

use std::collections::{BTreeMap, BTreeSet};

use super::element::Element;
use super::link::Link;
use super::structure::Structure;
use crate::ids::{ElementId, OrgUnitId};

/// What is written and not decided yet, by owner.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Drafts {
    of: BTreeMap<OrgUnitId, BTreeSet<ElementId>>,
}

impl Drafts {
    pub(super) fn add(&mut self, element: &Element) {
        if element.is_editable() {
            self.of.entry(element.owner).or_default().insert(element.id);
        }
    }

    pub(super) fn take(&mut self, element: &Element) {
        if let Some(of_owner) = self.of.get_mut(&element.owner) {
            of_owner.remove(&element.id);
            if of_owner.is_empty() {
                self.of.remove(&element.owner);
            }
        }
    }
}

impl Structure {
    /// The org units that have something written which is not decided yet.
    pub fn owners_of_drafts(&self) -> impl Iterator<Item = OrgUnitId> {
        self.drafts.of.keys().copied()
    }

    /// The same picture as those see it who may not read the drafts of some org units: as if they
    /// had not been written.
    #[must_use]
    pub fn without_drafts_of(&self, owners: &[OrgUnitId]) -> Self {
        let mut seen = self.clone();
        for owner in owners {
            for id in seen.drafts.of.remove(owner).unwrap_or_default() {
                seen.remove(id);
            }
        }
        seen
    }

    /// Takes an element out as if it had never been.
    fn remove(&mut self, id: ElementId) {
        let Some(node) = self.nodes.get(id).cloned() else { return };
        let below: Vec<ElementId> = self.links_down(id).iter().map(|link| link.child).collect();
        for child in below {
            let kept: Vec<Link> =
                self.links_up(child).iter().filter(|link| link.parent != id).copied().collect();
            self.put_links(child, kept);
        }
        self.put_links(id, Vec::new());
        if node.element.is_current() {
            self.unlist(&node);
        }
        self.nodes.remove(id);
        self.measures.remove(id);
        self.targets.remove(id);
        self.up.remove(id);
        self.down.remove(id);
        self.families.remove(id);
        self.examine(id);
    }
}

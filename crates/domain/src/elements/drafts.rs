//! Pictures without the drafts of some org units, for those who may not read them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::element::Element;
use super::link::Link;
use super::structure::Structure;
use crate::ids::{ElementId, OrgUnitId};

/// What is written and not decided, by owner; also what was thrown away, which nobody else ever
/// knew of.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Drafts {
    of: BTreeMap<OrgUnitId, BTreeSet<ElementId>>,
}

impl Drafts {
    pub(super) fn add(&mut self, element: &Element) {
        if element.is_undecided() {
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

    /// As [`Self::without_drafts_of`], made of such a picture of an earlier revision; none when it is
    /// not known what has changed since. `hides` tells whose drafts are left out, as it did then.
    pub fn without_drafts_as(
        &self,
        earlier: &Self,
        hides: impl Fn(OrgUnitId) -> bool,
    ) -> Option<Self> {
        let changed = self.recent.since(earlier.revision)?;
        let mut seen = earlier.clone();
        self.bring(&mut seen, changed, hides);
        Some(seen)
    }

    /// As [`Self::without_drafts_of`], made of a picture of the same revision that hides the drafts of
    /// more owners: those of `owners` are brought back. Cheaper when few may be read and many not.
    #[must_use]
    pub fn with_drafts_of(&self, decided: &Self, owners: &BTreeSet<OrgUnitId>) -> Self {
        let drafts = owners.iter().filter_map(|owner| self.drafts.of.get(owner)).flatten();
        let mut seen = decided.clone();
        self.bring(&mut seen, drafts.copied(), |owner| !owners.contains(&owner));
        seen
    }

    /// Makes some elements of a picture be as they are here, but for the drafts that are left out.
    fn bring(
        &self,
        seen: &mut Self,
        changed: impl IntoIterator<Item = ElementId>,
        hides: impl Fn(OrgUnitId) -> bool,
    ) {
        let hidden = |id: ElementId| {
            let element = self.element(id);
            element.is_some_and(|element| element.is_undecided() && hides(element.owner))
        };
        let shown_links = |child: ElementId| -> Vec<Link> {
            let links = self.links_up(child).iter();
            links.filter(|link| !hidden(link.parent)).copied().collect()
        };
        seen.revision = self.revision;
        for id in changed {
            if hidden(id) {
                seen.remove(id);
                continue;
            }
            let is_new = seen.element(id).is_none();
            if let Some(element) = self.element(id) {
                seen.put(Arc::clone(element));
            }
            if let Some(measure) = self.measures.get(id) {
                seen.measures.insert(id, Arc::clone(measure));
            }
            if let Some(targets) = self.targets.get(id) {
                seen.targets.insert(id, Arc::clone(targets));
            }
            seen.put_links(id, shown_links(id));
            let below = self.links_down(id).iter().map(|link| link.child);
            for child in below.filter(|child| is_new && !hidden(*child)) {
                seen.put_links(child, shown_links(child));
            }
        }
        seen.recent = self.recent.clone();
    }

    /// Takes an element out as if it had never been.
    fn remove(&mut self, id: ElementId) {
        let node = self.nodes.get(id).cloned();
        let below: Vec<ElementId> = self.links_down(id).iter().map(|link| link.child).collect();
        for child in below {
            let kept: Vec<Link> =
                self.links_up(child).iter().filter(|link| link.parent != id).copied().collect();
            self.put_links(child, kept);
        }
        self.put_links(id, Vec::new());
        if let Some(node) = node.filter(|node| node.element.is_current()) {
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

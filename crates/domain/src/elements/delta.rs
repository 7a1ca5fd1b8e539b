//! How a picture takes changes in: everything kept for lookups follows the one object that changed.

use std::sync::Arc;

use super::element::Element;
use super::link::Link;
use super::ordered::{Node, Ordered};
use super::structure::Structure;
use crate::ids::ElementId;
use crate::measures::{Measure, Target};
use crate::organisation::Organisation;
use crate::steering::SteeringModel;

/// One object that changed, for bringing a picture up to date.
#[derive(Clone, Debug)]
pub enum Delta {
    /// A new or changed element.
    Element(Arc<Element>),
    /// What a measure element measures and how.
    Measure(Arc<Measure>),
    /// All links upward from an element, as they are now.
    LinksOf(ElementId, Vec<Link>),
    /// All targets of a measure, as they are now.
    TargetsOf(ElementId, Vec<Target>),
    /// The organisation.
    Organisation(Arc<Organisation>),
    /// The steering model.
    Model(Arc<SteeringModel>),
}

impl Structure {
    /// Says that this picture was made of all there is at a revision, not of the one before.
    pub fn loaded_at(&mut self, revision: i64) {
        self.revision = revision;
        self.recent.forget(revision);
    }

    /// Takes a change in, which leads to the picture's revision.
    pub fn apply(&mut self, delta: Delta) {
        match &delta {
            Delta::Element(element) => self.recent.add(self.revision, element.id),
            Delta::Measure(measure) => self.recent.add(self.revision, measure.id),
            Delta::LinksOf(id, _) | Delta::TargetsOf(id, _) => self.recent.add(self.revision, *id),
            Delta::Organisation(_) | Delta::Model(_) => self.recent.forget(self.revision),
        }
        match delta {
            Delta::Element(element) => self.put(element),
            Delta::Measure(measure) => {
                if measure.formula.is_some() {
                    self.computed.insert(measure.id);
                } else {
                    self.computed.remove(&measure.id);
                }
                self.measures.insert(measure.id, measure);
            }
            Delta::LinksOf(child, links) => self.put_links(child, links),
            Delta::TargetsOf(measure, targets) => {
                self.targets.insert(measure, Arc::new(targets));
                self.examine(measure);
            }
            Delta::Organisation(organisation) => self.organisation = organisation,
            Delta::Model(model) => {
                self.model = model;
                self.examine_all();
            }
        }
    }

    pub(super) fn put(&mut self, element: Arc<Element>) {
        let id = element.id;
        let old = self.nodes.get(id).cloned();
        if let Some(old) = old {
            if old.element.is_current() {
                self.unlist(&old);
            } else {
                self.drafts.take(&old.element);
            }
        }
        let node = Node::new(element);
        if node.element.is_current() {
            self.list(&node);
        } else {
            self.drafts.add(&node.element);
        }
        self.nodes.insert(id, node);
        self.forget_reach(id);
        self.examine_around(id);
    }

    fn list(&mut self, node: &Node) {
        let element = &node.element;
        if !self.of_type.contains_key(&element.element_type) {
            self.of_type.insert(element.element_type.clone(), Ordered::default());
        }
        if let Some(all) = self.of_type.get_mut(&element.element_type) {
            all.insert(node.clone());
        }
        self.by_owner.change(element.owner, |owned| owned.insert(node.clone()));
        self.counts.add(element);
        self.drafts.add(element);
        for parent in self.parent_ids(element.id) {
            self.join(parent, node);
        }
    }

    pub(super) fn unlist(&mut self, node: &Node) {
        let element = &node.element;
        if let Some(all) = self.of_type.get_mut(&element.element_type) {
            all.remove(node);
        }
        self.by_owner.change(element.owner, |owned| owned.remove(node));
        self.counts.take(element);
        self.drafts.take(element);
        for parent in self.parent_ids(element.id) {
            self.leave(parent, node);
        }
    }

    pub(super) fn parent_ids(&self, child: ElementId) -> Vec<ElementId> {
        self.links_up(child).iter().map(|link| link.parent).collect()
    }

    fn join(&mut self, parent: ElementId, node: &Node) {
        let key = (node.element.role, node.element.element_type.clone());
        self.families.change(parent, |family| family.entry(key).or_default().insert(node.clone()));
    }

    fn leave(&mut self, parent: ElementId, node: &Node) {
        let key = (node.element.role, node.element.element_type.clone());
        self.families.change(parent, |family| {
            let Some(siblings) = family.get_mut(&key) else { return };
            siblings.remove(node);
            if siblings.is_empty() {
                family.remove(&key);
            }
        });
    }

    pub(super) fn put_links(&mut self, child: ElementId, links: Vec<Link>) {
        self.forget_reach(child);
        let node = self.nodes.get(child).filter(|node| node.element.is_current()).cloned();
        let old = self.up.remove(child).unwrap_or_default();
        for old in &old {
            self.down.change(old.parent, |below| below.retain(|link| link.id != old.id));
            if let Some(node) = &node {
                self.leave(old.parent, node);
            }
        }
        for link in &links {
            self.down.change(link.parent, |below| {
                let at = below.partition_point(|other| other.id < link.id);
                below.insert(at, *link);
            });
            if let Some(node) = &node {
                self.join(link.parent, node);
            }
        }
        self.up.insert(child, links);
        self.forget_reach(child);
        self.examine_around(child);
        for old in old {
            self.examine(old.parent);
        }
    }
}

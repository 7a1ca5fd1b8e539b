//! Ways through the graph: up, down and from the top.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::element::Element;
use super::ordered::{Node, Ordered};
use super::structure::Structure;
use crate::ids::ElementId;
use crate::measures::Measure;
use crate::steering::{Role, TypeId};

/// Living children of one type, by number and then title.
#[derive(Clone, Copy, Debug)]
pub struct Siblings<'a>(&'a Ordered);

impl<'a> Siblings<'a> {
    /// One after the other.
    pub fn iter(self) -> impl Iterator<Item = &'a Arc<Element>> {
        self.0.iter().map(|node| &node.element)
    }

    /// How many.
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl Structure {
    /// The living parents.
    pub fn parents(&self, id: ElementId) -> impl Iterator<Item = &Arc<Element>> {
        self.links_up(id)
            .iter()
            .filter_map(|link| self.element(link.parent))
            .filter(|element| element.is_current())
    }

    /// The living children of every role, by number and then title.
    pub fn children(&self, id: ElementId) -> Vec<&Arc<Element>> {
        self.merged(id, |_| true)
    }

    /// The living children of one role, by number and then title.
    pub fn children_with(&self, id: ElementId, role: Role) -> Vec<&Arc<Element>> {
        self.merged(id, |found| found == role)
    }

    fn merged(&self, id: ElementId, wanted: impl Fn(Role) -> bool) -> Vec<&Arc<Element>> {
        let family = self.families.get(id).into_iter().flatten();
        let runs: Vec<&Ordered> =
            family.filter(|((role, _), _)| wanted(*role)).map(|(_, siblings)| siblings).collect();
        let mut all: Vec<&Node> = runs.iter().flat_map(|run| run.iter()).collect();
        if runs.len() > 1 {
            all.sort_by(|one, other| one.compare(other));
        }
        all.into_iter().map(|node| &node.element).collect()
    }

    /// The living children, type by type.
    pub fn families(&self, id: ElementId) -> impl Iterator<Item = (Role, &TypeId, Siblings<'_>)> {
        let family = self.families.get(id).into_iter().flatten();
        family.map(|((role, element_type), siblings)| (*role, element_type, Siblings(siblings)))
    }

    /// How many living children of every role there are.
    pub fn count_children(&self, id: ElementId) -> usize {
        self.families(id).map(|(_, _, siblings)| siblings.len()).sum()
    }

    /// The thread from the top down to an element: first parents all the way, the element last.
    pub fn thread_to(&self, id: ElementId) -> Vec<&Arc<Element>> {
        let mut way = Vec::new();
        let mut at = self.element(id);
        while let Some(element) = at {
            if way.iter().any(|seen: &&Arc<Element>| seen.id == element.id) {
                break;
            }
            way.push(element);
            at = self.parents(element.id).next();
        }
        way.reverse();
        way
    }

    /// Every living element above one.
    pub fn above(&self, id: ElementId) -> BTreeSet<ElementId> {
        let mut found = BTreeSet::new();
        let mut left: Vec<ElementId> = self.parents(id).map(|parent| parent.id).collect();
        while let Some(id) = left.pop() {
            if found.insert(id) {
                left.extend(self.parents(id).map(|parent| parent.id));
            }
        }
        found
    }

    /// Every living element below one.
    pub fn below(&self, id: ElementId) -> BTreeSet<ElementId> {
        let mut found = BTreeSet::new();
        self.walk_below(id, &mut |element| {
            found.insert(element.id);
        });
        found
    }

    /// Measures that measure the element, by number and then title.
    pub fn measures_of(&self, id: ElementId) -> Vec<(&Arc<Element>, &Arc<Measure>)> {
        self.children_with(id, Role::Measure)
            .into_iter()
            .filter_map(|element| Some((element, self.measures.get(element.id)?)))
            .collect()
    }

    /// Which of two elements comes first: by number, then title.
    pub fn order(&self, one: &Element, other: &Element) -> Ordering {
        match (self.nodes.get(one.id), self.nodes.get(other.id)) {
            (Some(one), Some(other)) => one.compare(other),
            _ => one.id.cmp(&other.id),
        }
    }
}

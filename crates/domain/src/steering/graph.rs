//! The type graph: which element types may stand under which, and their order from vision to activity.

use super::element::{ElementType, ParentLink};
use super::ids::TypeId;
use super::kinds::LinkKind;
use super::model::SteeringModel;
use super::more_kinds::TypeRuleKind;
use std::collections::BTreeMap;

impl SteeringModel {
    /// The parent types of a type, with the links that lead to them.
    pub fn parents_of<'a>(
        &'a self,
        id: &TypeId,
    ) -> impl Iterator<Item = (&'a ElementType, &'a ParentLink)> {
        let links = self.element_type(id).map(|child| child.parents.as_slice()).unwrap_or_default();
        links.iter().filter_map(|link| Some((self.element_type(&link.parent)?, link)))
    }

    /// The types that may stand under a type, with the links that lead up from them.
    pub fn children_of<'a>(
        &'a self,
        id: &'a TypeId,
    ) -> impl Iterator<Item = (&'a ElementType, &'a ParentLink)> {
        self.element_types.iter().flat_map(move |child| {
            child
                .parents
                .iter()
                .filter(move |link| link.parent == *id)
                .map(move |link| (child, link))
        })
    }

    /// Whether the model lets an element of `child` have this link to an element of `parent`.
    pub fn may_link(&self, child: &TypeId, link: LinkKind, parent: &TypeId) -> bool {
        self.parents_of(child).any(|(found, via)| found.id == *parent && via.link == link)
    }

    /// The links the model offers from `child` to `parent`.
    pub fn links_between(&self, child: &TypeId, parent: &TypeId) -> Vec<LinkKind> {
        self.parents_of(child)
            .filter(|(found, _)| found.id == *parent)
            .map(|(_, via)| via.link)
            .collect()
    }

    /// Types that may stand in the first place of a chain: they need no parent.
    pub fn root_types(&self) -> impl Iterator<Item = &ElementType> {
        self.element_types.iter().filter(|element_type| element_type.parents.is_empty())
    }

    /// Columns of the thread from left (direction) to right (activity).
    /// A type stands in the column of its longest way from a root over links between thread types;
    /// measures, risks, controls, external frameworks and composed views have no column.
    /// Within a column types stand by role, then in the model's order.
    pub fn thread_columns(&self) -> Vec<Vec<&ElementType>> {
        let is_view = |found: &ElementType| found.rule(TypeRuleKind::ViewOver).is_some();
        let threaded: Vec<&ElementType> = self
            .element_types
            .iter()
            .filter(|found| found.role.is_in_thread() && !is_view(found))
            .collect();
        let mut columns: Vec<Vec<&ElementType>> = Vec::new();
        for (element_type, column) in threaded.iter().zip(longest_ways(&threaded)) {
            while columns.len() <= column {
                columns.push(Vec::new());
            }
            if let Some(members) = columns.get_mut(column) {
                members.push(element_type);
            }
        }
        for members in &mut columns {
            members.sort_by_key(|element_type| element_type.role);
        }
        columns
    }
}

/// For each type the number of links on its longest way from a root, by taking types away whose parents are all taken (Kahn 1962).
/// Types in a cycle, which no checked model has, stay at what was reached before the cycle.
fn longest_ways(types: &[&ElementType]) -> Vec<usize> {
    let places: BTreeMap<&TypeId, usize> =
        types.iter().enumerate().map(|(place, element_type)| (&element_type.id, place)).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); types.len()];
    let mut waiting_for: Vec<usize> = vec![0; types.len()];
    for (child, element_type) in types.iter().enumerate() {
        let parents =
            element_type.parents.iter().filter_map(|link| places.get(&link.parent).copied());
        for parent in parents.filter(|parent| *parent != child) {
            if let (Some(below), Some(waits)) =
                (children.get_mut(parent), waiting_for.get_mut(child))
            {
                below.push(child);
                *waits += 1;
            }
        }
    }
    let mut ways = vec![0; types.len()];
    let mut ready: Vec<usize> = waiting_for
        .iter()
        .enumerate()
        .filter(|(_, waits)| **waits == 0)
        .map(|(place, _)| place)
        .collect();
    while let Some(parent) = ready.pop() {
        let next = ways.get(parent).copied().unwrap_or_default() + 1;
        for child in children.get(parent).into_iter().flatten().copied() {
            if let (Some(way), Some(waits)) = (ways.get_mut(child), waiting_for.get_mut(child)) {
                *way = next.max(*way);
                *waits -= 1;
                if *waits == 0 {
                    ready.push(child);
                }
            }
        }
    }
    ways
}

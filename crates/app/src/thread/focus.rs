//! Which element the thread is followed through.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::OrgUnitId;
use domain::steering::TypeId;

use super::columns::{Columns, Tier, tier_of};
use super::upward::parents_on_map;
use super::view::View;
use crate::cx::Cx;

/// The element asked for, when it has a place; what has none gives its nearest above. Else the
/// first goal of the visitor's own org unit, else the committee goal that most others answer.
pub(super) fn focus(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    columns: &Columns,
    view: &View,
) -> Option<Arc<Element>> {
    if let Some(asked) = focus_asked(structure, columns, view) {
        return Some(asked);
    }
    let home = cx.visit.person.as_deref().and_then(domain::access::Person::home);
    home.and_then(|home| own_goal(structure, columns, home)).or_else(|| busiest(structure, columns))
}

/// The element the address asks for, or the nearest above it that has a place on the map.
pub(super) fn focus_asked(
    structure: &Structure,
    columns: &Columns,
    view: &View,
) -> Option<Arc<Element>> {
    let asked = structure.element(view.focus?).filter(|element| element.is_current())?;
    if columns.place(&asked.element_type).is_some() {
        return Some(asked.clone());
    }
    parents_on_map(structure, columns, asked.id).first().map(|above| (*above).clone())
}

/// The first goal of an org unit, or of the nearest above it below the council.
pub fn own_goal(structure: &Structure, columns: &Columns, home: OrgUnitId) -> Option<Arc<Element>> {
    let organisation = &structure.organisation;
    let below_council = |id: &OrgUnitId| {
        organisation.get(*id).is_some_and(|unit| tier_of(unit.kind) > Tier::Council)
    };
    let way = std::iter::once(home).chain(organisation.ancestors(home));
    way.filter(below_council).find_map(|owner| {
        let mut mains = columns.columns.iter().flat_map(|column| &column.main);
        mains.find_map(|found| first_owned(structure, found, owner)).cloned()
    })
}

/// The first element of a type, in thread order, among those an org unit owns.
fn first_owned<'a>(
    structure: &'a Structure,
    element_type: &TypeId,
    owner: OrgUnitId,
) -> Option<&'a Arc<Element>> {
    structure.owned_by(owner).find(|element| element.element_type == *element_type)
}

fn busiest(structure: &Structure, columns: &Columns) -> Option<Arc<Element>> {
    let column = columns.columns.get(1).or(columns.columns.first())?;
    let all = column.main.iter().flat_map(|found| structure.of_type(found));
    let mut best: Option<(usize, &Arc<Element>)> = None;
    for element in all {
        let size = structure.count_children(element.id);
        if best.is_none_or(|(most, _)| size > most) {
            best = Some((size, element));
        }
    }
    best.map(|(_, element)| element.clone())
}

/// The way from the vision down to an element, the element last. Where several ways lead up it is
/// the one whose elements have a place on the map; frameworks from outside are passed by.
pub fn way_to<'a>(
    structure: &'a Structure,
    columns: &Columns,
    element: &'a Arc<Element>,
) -> Vec<&'a Arc<Element>> {
    let mut way = vec![element];
    let mut top = element;
    while let Some(parent) = parents_on_map(structure, columns, top.id).into_iter().next() {
        if way.iter().any(|seen| seen.id == parent.id) {
            break;
        }
        way.push(parent);
        top = parent;
    }
    let root = structure
        .parents(top.id)
        .find(|parent| columns.root.as_ref() == Some(&parent.element_type));
    way.extend(root);
    way.reverse();
    way
}

//! What can be found: everything in the municipality's picture, indexed once for each picture.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::search::Index;

use crate::app::App;
use crate::elements::derived::Source;

/// Something that has a page of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Thing {
    Element(ElementId),
    OrgUnit(OrgUnitId),
}

/// The index of a picture.
pub(super) fn index(app: &App, structure: &Arc<Structure>) -> Arc<Index<Thing>> {
    let from: Source = structure.clone();
    app.derived.of(&[from], || {
        let current = structure.elements().filter(|element| element.is_current());
        let elements = current.map(|element| {
            (Thing::Element(element.id), element.title.as_str(), element.number.as_str())
        });
        let living = structure.organisation.all().filter(|unit| unit.valid_to.is_none());
        let units = living.map(|unit| (Thing::OrgUnit(unit.id), unit.name.as_str(), ""));
        Index::new(units.chain(elements))
    })
}

/// What each person answers for in a picture.
pub(super) fn answered_for(
    app: &App,
    structure: &Arc<Structure>,
) -> Arc<BTreeMap<PersonId, Vec<ElementId>>> {
    let from: Source = structure.clone();
    app.derived.of(&[from], || {
        let mut all: BTreeMap<PersonId, Vec<ElementId>> = BTreeMap::new();
        for element in structure.elements() {
            if let Some(person) = element.responsible {
                all.entry(person).or_default().push(element.id);
            }
        }
        all
    })
}

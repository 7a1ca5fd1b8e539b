//! Whether elements stand on the level that the steering model says.

use super::{Fault, Rule, Subject};
use crate::elements::Structure;
use crate::steering::Role;

pub(super) fn check(structure: &Structure, found: &mut Vec<Fault>) {
    // Goals from outside stand where the municipality has put them; nobody here owns them.
    let own = structure.model.element_types.iter().filter(|one| one.role != Role::External);
    for element_type in own {
        let Some(levels) = structure.owner_levels(element_type) else { continue };
        let stray = structure.of_type(&element_type.id).filter(|element| {
            let unit = structure.organisation.get(element.owner);
            element.is_current() && unit.is_some_and(|unit| !levels.contains(unit.level.as_str()))
        });
        found.extend(stray.map(|element| Fault {
            element_type: Some(element_type.id.clone()),
            ..Fault::new(Rule::WrongLevel, Subject::Element(element.id), Some(element.owner))
        }));
    }
}

//! In what order goals and judgements stand in a report.

use domain::elements::{Element, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::steering::Role;

/// What is not reached stands first, what nobody has judged last.
pub(super) fn severity(level: Fulfilment) -> u8 {
    match level {
        Fulfilment::NotAchieved => 0,
        Fulfilment::Partly => 1,
        Fulfilment::CannotTell => 2,
        Fulfilment::Achieved => 3,
        Fulfilment::NotAssessed => 4,
    }
}

/// The goals of a body by number, then title.
pub(super) fn goals_of(structure: &Structure, org_unit: OrgUnitId) -> Vec<&Element> {
    let mut owned: Vec<&Element> = structure
        .owned_by(org_unit)
        .filter(|element| element.role == Role::Goal)
        .map(|element| &**element)
        .collect();
    owned.sort_by(|one, other| structure.order(one, other));
    owned
}

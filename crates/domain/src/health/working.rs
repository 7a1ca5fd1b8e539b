//! Whether work is concrete: someone answers for it, and it has a last day that is kept.

use jiff::civil::Date;

use super::{Facts, Fault, Rule, Subject};
use crate::elements::{Structure, Unwell};
use crate::fulfilment::Progress;
use crate::steering::Role;

pub(super) fn check(structure: &Structure, facts: &Facts, today: Date, found: &mut Vec<Fault>) {
    let work = structure.elements().filter(|element| {
        element.is_current() && matches!(element.role, Role::Activity | Role::Assignment)
    });
    for element in work {
        let progress = facts.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        let of = |rule| Fault {
            element_type: Some(element.element_type.clone()),
            ..Fault::new(rule, Subject::Element(element.id), Some(element.owner))
        };
        if structure.is_unwell(Unwell::Undated, element) {
            found.push(of(Rule::Undated));
        } else if element.ends_on.is_some_and(|last| last < today) && !progress.rests() {
            found.push(of(Rule::Late));
        }
        if structure.is_unwell(Unwell::Unowned, element) {
            found.push(of(Rule::Unowned));
        }
    }
}

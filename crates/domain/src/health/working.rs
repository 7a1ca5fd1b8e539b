//! Whether work is concrete: someone answers for it, and it has a last day that is kept.

use jiff::civil::Date;

use super::{Facts, Fault, Rule, Subject};
use crate::elements::Structure;
use crate::fulfilment::Progress;
use crate::steering::Role;

pub(super) fn check(structure: &Structure, facts: &Facts, today: Date, found: &mut Vec<Fault>) {
    let work = structure.elements().filter(|element| {
        element.is_current() && matches!(element.role, Role::Activity | Role::Assignment)
    });
    for element in work {
        let progress = facts.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        if progress == Progress::Done {
            continue;
        }
        let of = |rule| Fault {
            element_type: Some(element.element_type.clone()),
            ..Fault::new(rule, Subject::Element(element.id), Some(element.owner))
        };
        match element.ends_on {
            None => found.push(of(Rule::Undated)),
            Some(last) if last < today && progress != Progress::Paused => {
                found.push(of(Rule::Late));
            }
            Some(_) => {}
        }
        if element.responsible.is_none() {
            found.push(of(Rule::Unowned));
        }
    }
}

//! Whether there are more of something than the model advises, and what the model leaves open.

use super::{Fault, Rule, Subject};
use crate::elements::{Beyond, Structure};

pub(super) fn check(structure: &Structure, found: &mut Vec<Fault>) {
    for element_type in &structure.model.element_types {
        let of = |rule, subject, owner, count| Fault {
            element_type: Some(element_type.id.clone()),
            count: Some(count),
            ..Fault::new(rule, subject, owner)
        };
        for Beyond { count, most, owner } in structure.beyond_limits(element_type) {
            let (rule, subject) = if let Some(owner) = owner {
                (Rule::TooManyOfOwner, Subject::OrgUnit(owner))
            } else {
                (Rule::TooMany, Subject::Model(format!("element_types.{}", element_type.id)))
            };
            found.push(of(rule, subject, owner, (count, most)));
        }
    }
    for open in &structure.model.open_decisions {
        found.push(Fault::new(Rule::OpenDecision, Subject::Model(open.path.clone()), None));
    }
}

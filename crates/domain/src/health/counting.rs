//! Whether there are more of something than the model advises, and what the model leaves open.

use std::collections::BTreeMap;

use super::{Fault, Rule, Subject};
use crate::elements::Structure;
use crate::ids::OrgUnitId;
use crate::steering::TypeRule;

pub(super) fn check(structure: &Structure, found: &mut Vec<Fault>) {
    for element_type in &structure.model.element_types {
        let of = |rule, subject, owner, count| Fault {
            element_type: Some(element_type.id.clone()),
            count: Some(count),
            ..Fault::new(rule, subject, owner)
        };
        for rule in &element_type.rules {
            match rule {
                TypeRule::MaxTotal(most) => {
                    let (count, most) = (structure.count_of_type(&element_type.id), size(*most));
                    if count > most {
                        let subject = Subject::Model(format!("element_types.{}", element_type.id));
                        found.push(of(Rule::TooMany, subject, None, (count, most)));
                    }
                }
                TypeRule::MaxPerOwner(most) => {
                    let mut counts: BTreeMap<OrgUnitId, usize> = BTreeMap::new();
                    for element in structure.of_type(&element_type.id) {
                        *counts.entry(element.owner).or_default() += 1;
                    }
                    let most = size(*most);
                    for (owner, count) in counts.into_iter().filter(|(_, count)| *count > most) {
                        let subject = Subject::OrgUnit(owner);
                        let counted = (count, most);
                        found.push(of(Rule::TooManyOfOwner, subject, Some(owner), counted));
                    }
                }
                _ => {}
            }
        }
    }
    for open in &structure.model.open_decisions {
        found.push(Fault::new(Rule::OpenDecision, Subject::Model(open.path.clone()), None));
    }
}

fn size(most: u32) -> usize {
    usize::try_from(most).unwrap_or(usize::MAX)
}

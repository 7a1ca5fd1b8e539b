//! Whether the thread holds upward and is answered downward.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Facts, Fault, Rule, Subject};
use crate::elements::{Element, ElementState, Structure, Unwell};
use crate::impact::{Answer, answering_type, answers};
use crate::steering::{Role, TypeId, TypeRuleKind};

pub(super) fn check(structure: &Structure, facts: &Facts, today: Date, found: &mut Vec<Fault>) {
    let answerable = answerable_types(structure);
    for element in structure.elements().filter(|element| element.is_current()) {
        let of = |rule| Fault {
            element_type: Some(element.element_type.clone()),
            ..Fault::new(rule, Subject::Element(element.id), Some(element.owner))
        };
        if structure.is_unwell(Unwell::Loose, element) {
            found.push(of(Rule::Loose));
        }
        if element.role == Role::Goal
            && element.state == ElementState::Adopted
            && answerable.contains(&element.element_type)
            && !has_answer(structure, element)
        {
            found.push(of(Rule::NoEffect));
        }
        let needs_decision = structure
            .model
            .element_type(&element.element_type)
            .is_some_and(|found| found.rule(TypeRuleKind::RequiresDecisionRef).is_some());
        if needs_decision && element.state == ElementState::Adopted && element.decision.is_none() {
            found.push(of(Rule::NoDecision));
        }
    }
    unanswered(structure, facts, today, found);
}

/// Types that some goal type of the model may stand under.
fn answerable_types(structure: &Structure) -> BTreeSet<TypeId> {
    structure
        .model
        .types_with_role(Role::Goal)
        .flat_map(|below| {
            below.parents.iter().filter(|link| link.parent != below.id).map(|link| &link.parent)
        })
        .cloned()
        .collect()
}

fn has_answer(structure: &Structure, goal: &Element) -> bool {
    structure.links_down(goal.id).iter().any(|link| {
        structure
            .element(link.child)
            .is_some_and(|child| child.is_current() && child.role != Role::Measure)
    })
}

/// Bodies that shall answer every goal above and have answered one with nothing.
fn unanswered(structure: &Structure, facts: &Facts, today: Date, found: &mut Vec<Fault>) {
    for element_type in &structure.model.element_types {
        let Some(answering) = answering_type(structure, &element_type.id) else { continue };
        let adopted = structure
            .of_type(&element_type.id)
            .filter(|element| element.state == ElementState::Adopted);
        for goal in adopted {
            let answers = answers(structure, goal, &facts.exemptions, today).unwrap_or_default();
            let silent = answers.into_iter().filter(|(_, answer)| *answer == Answer::Nothing);
            found.extend(silent.map(|(unit, _)| Fault {
                element_type: Some(answering.id.clone()),
                ..Fault::new(Rule::Unanswered, Subject::Share(unit, goal.id), Some(unit))
            }));
        }
    }
}

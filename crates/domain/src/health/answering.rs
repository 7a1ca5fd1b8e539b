//! Whether the thread holds upward and is answered downward.

use std::collections::BTreeSet;

use super::{Facts, Fault, Rule, Subject};
use crate::elements::{Element, ElementState, Structure, Unwell};
use crate::steering::{ElementType, Role, TypeId, TypeRule, TypeRuleKind};

pub(super) fn check(structure: &Structure, facts: &Facts, found: &mut Vec<Fault>) {
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
    for answer in &structure.model.element_types {
        for of in answer.rules.iter().filter_map(|rule| match rule {
            TypeRule::MustCoverAllParents(of) => Some(of.as_ref()),
            _ => None,
        }) {
            unanswered(structure, facts, answer, of, found);
        }
    }
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

fn unanswered(
    structure: &Structure,
    facts: &Facts,
    answer: &ElementType,
    only: Option<&TypeId>,
    found: &mut Vec<Fault>,
) {
    let asked: Vec<_> = answer
        .parents
        .iter()
        .filter(|link| only.is_none_or(|only| *only == link.parent))
        .flat_map(|link| structure.of_type(&link.parent))
        .filter(|parent| parent.state == ElementState::Adopted)
        .collect();
    for unit in structure.organisation.all() {
        if unit.level != answer.owner.to_string() || unit.valid_to.is_some() {
            continue;
        }
        let answered: BTreeSet<_> = structure
            .owned_by(unit.id)
            .filter(|own| own.element_type == answer.id)
            .flat_map(|own| structure.links_up(own.id).iter().map(|link| link.parent))
            .collect();
        for goal in &asked {
            if answered.contains(&goal.id) || facts.no_commitment.contains(&(unit.id, goal.id)) {
                continue;
            }
            let subject = Subject::Share(unit.id, goal.id);
            found.push(Fault {
                element_type: Some(answer.id.clone()),
                ..Fault::new(Rule::Unanswered, subject, Some(unit.id))
            });
        }
    }
}

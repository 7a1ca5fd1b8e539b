//! Whether goals are measured, and measures say what they need to be measured again.

use jiff::civil::Date;

use super::{Fault, Rule, Subject};
use crate::elements::{Element, Structure, Unwell};
use crate::measures::{Direction, Measure, Target, shows_decided_goal};
use crate::steering::{Role, TargetKind};

pub(super) fn check(structure: &Structure, today: Date, found: &mut Vec<Fault>) {
    for element in structure.elements().filter(|element| element.is_current()) {
        match element.role {
            Role::Goal if structure.is_unwell(Unwell::Unmeasured, element) => {
                found.push(fault(Rule::Unmeasured, element));
            }
            // What has had its last day is no longer measured.
            Role::Measure if element.ends_on.is_none_or(|last| last >= today) => {
                if let Some(measure) = structure.measure(element.id) {
                    check_measure(structure, element, measure, today, found);
                }
            }
            _ => {}
        }
    }
}

fn fault(rule: Rule, element: &Element) -> Fault {
    Fault {
        element_type: Some(element.element_type.clone()),
        ..Fault::new(rule, Subject::Element(element.id), Some(element.owner))
    }
}

fn check_measure(
    structure: &Structure,
    element: &Element,
    measure: &Measure,
    today: Date,
    found: &mut Vec<Fault>,
) {
    let targets = structure.targets(element.id);
    let year = today.year();
    if structure.is_unwell(Unwell::Aimless, element) {
        found.push(fault(Rule::Aimless, element));
    } else if targets.iter().all(|target| target.period.year() < year) {
        found.push(fault(Rule::Outdated, element));
    }
    if measure.method.trim().is_empty() {
        found.push(fault(Rule::NoMethod, element));
    }
    if measure.source.trim().is_empty() {
        found.push(fault(Rule::NoSource, element));
    }
    if element.responsible.is_none() {
        found.push(fault(Rule::NoResponsible, element));
    }
    if structure.parents(element.id).next().is_none() {
        found.push(fault(Rule::Uncited, element));
    }
    if measure.owes_answer() && shows_decided_goal(structure, element, measure) {
        found.push(fault(Rule::Voiceless, element));
    }
    if are_opposed(measure.direction, targets, year) {
        let others = structure.parents(element.id).map(|goal| goal.id).collect();
        found.push(Fault { others, ..fault(Rule::Opposed, element) });
    }
}

/// Which way a target pulls.
fn pull(kind: TargetKind) -> Option<Direction> {
    match kind {
        TargetKind::AtLeast | TargetKind::Increase => Some(Direction::Higher),
        TargetKind::AtMost | TargetKind::Decrease => Some(Direction::Lower),
        _ => None,
    }
}

/// Whether targets that still hold pull against each other or against what is better.
fn are_opposed(better: Direction, targets: &[Target], year: i16) -> bool {
    let mut pulls = targets
        .iter()
        .filter(|target| target.period.year() >= year)
        .filter_map(|target| pull(target.kind))
        .chain((better != Direction::Neutral).then_some(better));
    let Some(first) = pulls.next() else { return false };
    pulls.any(|other| other != first)
}

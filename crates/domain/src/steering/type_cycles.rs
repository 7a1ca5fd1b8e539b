//! Finds element types that are one another's parents. A type may stand below itself, as units' goals below units' goals.

use super::ids::TypeId;
use super::model::SteeringModel;
use super::problem::Fault;
use super::problems::clip;
use super::rules::Finding;
use std::collections::BTreeMap;

/// Longer cycles are reported by their first types.
const MAX_NAMED: usize = 12;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    New,
    /// On the way that is being followed.
    OnWay,
    Done,
}

/// Reports each link that closes a cycle, in one pass over types and links.
pub(super) fn find(model: &SteeringModel, findings: &mut Vec<Finding>) {
    let places: BTreeMap<&TypeId, usize> = model
        .element_types
        .iter()
        .enumerate()
        .map(|(place, element_type)| (&element_type.id, place))
        .collect();
    let mut visits = vec![Visit::New; model.element_types.len()];
    for start in 0..model.element_types.len() {
        if visits.get(start) == Some(&Visit::New) {
            follow(model, &places, start, &mut visits, findings);
        }
    }
}

/// Follows parents depth first with a stack of its own, since a hostile file may hold a very long chain.
fn follow(
    model: &SteeringModel,
    places: &BTreeMap<&TypeId, usize>,
    start: usize,
    visits: &mut [Visit],
    findings: &mut Vec<Finding>,
) {
    let mut way: Vec<(usize, usize)> = vec![(start, 0)];
    mark(visits, start, Visit::OnWay);
    while let Some((place, next)) = way.last_mut() {
        let child = *place;
        let index = *next;
        *next += 1;
        let Some(element_type) = model.element_types.get(child) else {
            break;
        };
        let Some(link) = element_type.parents.get(index) else {
            mark(visits, child, Visit::Done);
            way.pop();
            continue;
        };
        let Some(parent) = places.get(&link.parent).copied().filter(|parent| *parent != child)
        else {
            continue;
        };
        match visits.get(parent) {
            Some(Visit::New) => {
                mark(visits, parent, Visit::OnWay);
                way.push((parent, 0));
            }
            Some(Visit::OnWay) => {
                let path = format!("element_types.{}.parents[{index}].type", element_type.id);
                findings.push((path, Fault::TypeCycle { types: names(model, &way, parent) }));
            }
            _ => {}
        }
    }
}

fn mark(visits: &mut [Visit], place: usize, visit: Visit) {
    if let Some(cell) = visits.get_mut(place) {
        *cell = visit;
    }
}

/// The types from the one that was met again to the one that led back to it.
fn names(model: &SteeringModel, way: &[(usize, usize)], met_again: usize) -> Vec<String> {
    // Looked for from the end and only so far, or many cycles on a long way would cost its square.
    let Some(from) = way.iter().rev().take(MAX_NAMED).position(|(place, _)| *place == met_again)
    else {
        let ends = [met_again, way.last().map_or(met_again, |(place, _)| *place)];
        return ends
            .iter()
            .filter_map(|place| model.element_types.get(*place))
            .map(|found| clip(found.id.as_str()))
            .collect();
    };
    let cycle = way.get(way.len() - 1 - from..).unwrap_or_default();
    cycle
        .iter()
        .filter_map(|(place, _)| model.element_types.get(*place))
        .map(|found| clip(found.id.as_str()))
        .collect()
}

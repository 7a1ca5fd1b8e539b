//! In which row from the left each type stands.

use std::collections::{BTreeMap, BTreeSet};

use domain::steering::{ElementType, Role, SteeringModel, TypeId};

use super::{Tier, tier_of};

pub(super) fn count(places: &BTreeMap<TypeId, usize>) -> usize {
    places.values().max().map_or(0, |last| last + 1)
}

pub(super) fn storey(model: &SteeringModel, found: &ElementType) -> Tier {
    if found.role == Role::Activity {
        return Tier::Work;
    }
    model.org_level(&found.owner).map_or(Tier::Council, |level| tier_of(level.kind))
}

/// One more than the furthest parent that has a place.
fn after_parents(found: &ElementType, places: &BTreeMap<TypeId, usize>) -> usize {
    let parents = found.parents.iter().filter(|link| link.parent != found.id);
    parents.filter_map(|link| places.get(&link.parent)).max().map_or(0, |last| last + 1)
}

pub(super) fn layers(model: &SteeringModel, types: &[&ElementType]) -> BTreeMap<TypeId, usize> {
    let mut places = BTreeMap::new();
    let mut floor = 0;
    for tier in Tier::ALL {
        let mut furthest = None;
        for found in types.iter().filter(|found| storey(model, found) == tier) {
            let place = after_parents(found, &places).max(floor);
            places.insert(found.id.clone(), place);
            // What says more about a goal must not push the next storey away.
            if !matches!(found.role, Role::Criterion | Role::Promise) {
                furthest = furthest.max(Some(place));
            }
        }
        // The council may have several rows before the committees begin; below it each storey
        // is one row, so that a board's own goals under a committee's stand beside the units'.
        floor = match (tier, furthest) {
            (Tier::Council, Some(furthest)) => furthest + 1,
            (Tier::Council, None) => 0,
            _ => floor + 1,
        };
    }
    for found in types {
        let place = after_parents(found, &places);
        if let Some(kept) = places.get_mut(&found.id) {
            *kept = place.max(*kept);
        }
    }
    let used: BTreeSet<usize> = places.values().copied().collect();
    for place in places.values_mut() {
        *place = used.range(..*place).count();
    }
    places
}

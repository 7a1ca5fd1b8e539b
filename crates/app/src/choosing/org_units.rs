//! Org units to choose among.

use std::collections::BTreeSet;

use domain::access::{Action, Person};
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, Organisation};

use super::MOST;
use super::field::{Offered, Wanted};
use crate::cx::Cx;
use crate::web::ui::Choice;

/// Most org units that are shown as a tree: its indents make a longer list readable than of others.
const MOST_IN_TREE: usize = 150;

/// The org units where the visitor may do something.
pub fn org_units(cx: &Cx<'_, '_>, field: &'static str, action: Action, chosen: &str) -> Offered {
    org_units_that(cx, field, (action, chosen), |_| true)
}

/// The same, of those org units that are right for something.
pub fn org_units_that(
    cx: &Cx<'_, '_>,
    field: &'static str,
    (action, chosen): (Action, &str),
    is_right: impl Fn(&OrgUnit) -> bool,
) -> Offered {
    let organisation = &cx.structure.organisation;
    let today = cx.today();
    let lives = |id: &OrgUnitId| {
        organisation.get(*id).is_some_and(|unit| unit.is_valid_on(today) && is_right(unit))
    };
    let mut all: Vec<OrgUnitId> = reach(cx, action).into_iter().filter(lives).collect();
    let chosen: Option<OrgUnitId> = chosen.parse().ok();
    // What is chosen stays so, also when it has ended or lies elsewhere: the first of the list must not
    // take its place unseen.
    all.extend(chosen.filter(|id| organisation.get(*id).is_some() && !all.contains(id)));
    if all.len() <= MOST_IN_TREE {
        let choice = |id: &OrgUnitId| {
            let depth = organisation.ancestors(*id).len();
            let name = format!("{}{}", "\u{2007}".repeat(depth * 2), organisation.name(*id));
            Choice::new(id.to_string(), name).chosen(Some(*id) == chosen)
        };
        return Offered::everything(field, all.iter().map(choice).collect());
    }
    let wanted = Wanted::of(cx, field);
    let mut fitting: Vec<OrgUnitId> = Vec::new();
    if !wanted.is_empty() {
        fitting.extend(all.iter().filter(|id| wanted.fit(organisation.name(**id))));
    }
    let found = fitting.len();
    let mut shown: BTreeSet<OrgUnitId> = chosen.into_iter().collect();
    if found == 0 {
        let home = cx.visit.person.as_deref().and_then(Person::home);
        fitting = nearest(organisation, &all, [chosen, home]);
    } else {
        // A name that begins with what was searched for is most likely the one.
        let begins = |id: &OrgUnitId| {
            let first = organisation.name(*id).split_whitespace().next().unwrap_or_default();
            !wanted.fit(first)
        };
        fitting.sort_by_cached_key(begins);
    }
    shown.extend(fitting.into_iter().take(MOST));
    let choices = all.iter().filter(|id| shown.contains(id));
    let choices = choices.map(|id| {
        Choice::new(id.to_string(), placed(organisation, *id)).chosen(Some(*id) == chosen)
    });
    Offered::some(cx, field, choices.collect(), (found, all.len()))
}

/// The org units where the visitor may do something, in the order of the tree.
pub(super) fn reach(cx: &Cx<'_, '_>, action: Action) -> Vec<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let grants = cx.visit.person.iter().flat_map(|person| &person.grants);
    let tops: BTreeSet<OrgUnitId> =
        grants.map(|grant| grant.org_unit).filter(|top| cx.can(action, *top)).collect();
    // A top that lies below another is in its tree already.
    let outer =
        |top: &&OrgUnitId| !organisation.ancestors(**top).iter().any(|above| tops.contains(above));
    let mut tops: Vec<OrgUnitId> = tops.iter().filter(outer).copied().collect();
    if tops.len() > 1 {
        let order: Vec<OrgUnitId> =
            organisation.roots().iter().flat_map(|root| organisation.subtree(*root)).collect();
        tops.sort_by_cached_key(|top| order.iter().position(|id| id == top));
    }
    tops.into_iter().flat_map(|top| organisation.subtree(top)).collect()
}

/// What lies nearest to some places, and then what lies highest.
fn nearest(
    organisation: &Organisation,
    all: &[OrgUnitId],
    places: [Option<OrgUnitId>; 2],
) -> Vec<OrgUnitId> {
    let mut near: Vec<OrgUnitId> = Vec::new();
    for place in places.into_iter().flatten() {
        let above = organisation.ancestors(place);
        let beside = above.first().map_or(&[][..], |parent| organisation.children(*parent));
        let below = organisation.children(place);
        let part = MOST / 4;
        near.extend(std::iter::once(place).chain(above.iter().copied()));
        near.extend(below.iter().take(part).chain(beside.iter().take(part)));
    }
    let known: BTreeSet<OrgUnitId> = all.iter().copied().collect();
    let mut seen = BTreeSet::new();
    near.retain(|id| known.contains(id) && seen.insert(*id));
    let mut level: Vec<OrgUnitId> = organisation.roots().to_vec();
    while near.len() < MOST && !level.is_empty() {
        near.extend(level.iter().filter(|id| known.contains(id) && seen.insert(**id)));
        level = level.iter().flat_map(|id| organisation.children(*id)).copied().collect();
    }
    near
}

/// A name with where it lies, since others may be called the same.
fn placed(organisation: &Organisation, id: OrgUnitId) -> String {
    let name = organisation.name(id);
    match organisation.get(id).and_then(|unit| unit.parent) {
        Some(parent) => format!("{name} ({})", organisation.name(parent)),
        None => name.to_owned(),
    }
}

//! The org units that the table can be shown for from where it is.

use domain::access::Action;
use domain::ids::OrgUnitId;

use super::rows::View;
use crate::cx::Cx;

/// Org units to choose from; others are reached by way of these.
const MOST_CHOICES: usize = 200;

/// The org unit shown, the way up from it and what lies directly under, as far as the visitor may
/// write; and where they work.
pub(super) fn near(cx: &Cx<'_, '_>, view: View) -> Vec<OrgUnitId> {
    let View::OrgUnit(here) = view else { return Vec::new() };
    let organisation = &cx.structure.organisation;
    let today = cx.today();
    let mut way = organisation.ancestors(here);
    way.reverse();
    let beside = way.last().map_or(&[][..], |parent| organisation.children(*parent));
    let mut near: Vec<OrgUnitId> = Vec::new();
    let grants = cx.visit.person.iter().flat_map(|person| &person.grants);
    let all = grants
        .map(|grant| grant.org_unit)
        .chain(way.iter().copied())
        .chain([here])
        .chain(organisation.children(here).iter().copied())
        .chain(beside.iter().copied());
    for id in all {
        let lives = id == here || organisation.get(id).is_some_and(|unit| unit.is_valid_on(today));
        if near.len() < MOST_CHOICES
            && lives
            && !near.contains(&id)
            && cx.can(Action::RecordOutcome, id)
        {
            near.push(id);
        }
    }
    near
}

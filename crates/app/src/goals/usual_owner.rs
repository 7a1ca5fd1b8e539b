//! Whose a new element most likely is, before anybody has chosen.

use domain::access::{Action, Person};
use domain::ids::OrgUnitId;

use super::written::Written;
use crate::cx::Cx;

/// Whose a new element most likely is: its parent's, the visitor's own, or the first that lies under
/// the parent's; of those that may own it and where the visitor plans.
pub(super) fn usual_owner(
    cx: &Cx<'_, '_>,
    written: &Written,
    fits: impl Fn(&str) -> bool,
) -> Option<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let parent = written.parent.parse().ok().and_then(|id| cx.structure.element(id));
    let above = parent.map(|parent| parent.owner);
    let home = cx.visit.person.as_deref().and_then(Person::home);
    let today = cx.today();
    let may_own = |id: &OrgUnitId| {
        let unit = organisation.get(*id).filter(|unit| unit.is_valid_on(today));
        unit.is_some_and(|unit| fits(&unit.level)) && cx.can(Action::Plan, *id)
    };
    let below = above.map(|top| organisation.subtree(top)).unwrap_or_default();
    above.into_iter().chain(home).chain(below).find(may_own)
}

//! Whose a new element most likely is, before anybody has chosen, and what is remarked when somebody
//! whose task it seldom is has been chosen.

use std::collections::BTreeSet;

use domain::access::{Action, Person};
use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::steering::ElementType;

use super::written::Written;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::steering::plural;

/// Whose a new element most likely is, of those that may own it and where the visitor plans. First on
/// the level that writes such elements: the visitor's own org unit or one above it, then the parent's
/// or one above that, then the only one below the parent's. Else the parent's own. Nobody where it
/// is not plain: a guess is easily saved unread.
pub(super) fn usual_owner(
    cx: &Cx<'_, '_>,
    (element_type, levels): (&ElementType, Option<&BTreeSet<&str>>),
    written: &Written,
) -> Option<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let above = owner_of_parent(cx, written);
    let home = cx.visit.person.as_deref().and_then(Person::home);
    let today = cx.today();
    let may_own = |id: &OrgUnitId| {
        let unit = organisation.get(*id).filter(|unit| unit.is_valid_on(today));
        let fits = |level: &str| levels.is_none_or(|levels| levels.contains(level));
        unit.is_some_and(|unit| fits(&unit.level)) && cx.can(Action::Plan, *id)
    };
    let usual = cx.structure.usual_levels(element_type);
    let is_usual = |id: &OrgUnitId| {
        let unit = organisation.get(*id);
        unit.zip(usual.as_ref()).is_some_and(|(unit, levels)| levels.contains(unit.level.as_str()))
    };
    let up = |unit: OrgUnitId| std::iter::once(unit).chain(organisation.ancestors(unit));
    let writes = |id: &OrgUnitId| is_usual(id) && may_own(id);
    let nearest = home.into_iter().chain(above).flat_map(up).find(writes);
    let only_below = || {
        let mut below = organisation.subtree(above?).into_iter().filter(writes);
        below.next().filter(|_| below.next().is_none())
    };
    nearest
        .or_else(only_below)
        .or_else(|| above.filter(may_own))
        .or_else(|| home.filter(|home| usual.is_none() && may_own(home)))
}

/// Whose the chosen parent is.
pub(super) fn owner_of_parent(cx: &Cx<'_, '_>, written: &Written) -> Option<OrgUnitId> {
    let parent = written.parent.parse().ok().and_then(|id| cx.structure.element(id));
    parent.map(|parent| parent.owner)
}

/// That an owner is not of the kind that the steering model names for a type whose elements are owned
/// where the work is done; nothing where it is, and of types whose owner is a rule.
pub(super) fn remark(
    texts: Texts,
    structure: &Structure,
    element_type: &ElementType,
    owner: OrgUnitId,
) -> Option<String> {
    let unit = structure.organisation.get(owner)?;
    let level = structure.model.org_level(&element_type.owner)?;
    let is_rule = structure.owner_levels(element_type).is_some();
    let usual = structure.usual_levels(element_type).filter(|_| !is_rule)?;
    if usual.contains(unit.level.as_str()) {
        return None;
    }
    let levels = plural(texts.language, &level.name).to_lowercase();
    let terms = plural(texts.language, &element_type.term).to_lowercase();
    Some(texts.goals_unusual_owner(levels, structure.organisation.name(owner), terms))
}

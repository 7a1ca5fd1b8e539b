//! The organisation as a tree: council, boards, committees, administrations, workplaces, providers.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::OrgUnitId;

mod carry;
mod making_up;
mod placement;

/// The kinds of level the program understands. What a municipality calls them is model data.
pub use crate::steering::OrgLevelKind;
pub use carry::{Carried, carry_targets};
pub use placement::{check_place, holds_org_units, may_stand_under, places};

/// One node of the organisation during a time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OrgUnit {
    /// Identity; survives moves and renames.
    pub id: OrgUnitId,
    /// The level of the steering model it stands on.
    pub level: String,
    /// The kind of that level.
    pub kind: OrgLevelKind,
    /// What it lies under; none for the top.
    pub parent: Option<OrgUnitId>,
    /// Full name.
    pub name: String,
    /// First day.
    pub valid_from: Date,
    /// Last day; none while it goes on.
    pub valid_to: Option<Date>,
    /// The org unit that took over its series and goals when it was merged.
    pub succeeded_by: Option<OrgUnitId>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

impl OrgUnit {
    /// Whether it exists on the day.
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// All org units with their order, for walking up and down.
#[derive(Clone, Default, Debug)]
pub struct Organisation {
    units: BTreeMap<OrgUnitId, Arc<OrgUnit>>,
    children: BTreeMap<OrgUnitId, Vec<OrgUnitId>>,
    roots: Vec<OrgUnitId>,
}

/// Why a change to the tree is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OrganisationProblem {
    /// An org unit cannot lie under itself or under what lies under it.
    #[error("would lie under itself")]
    UnderItself,
    /// The org unit has ended.
    #[error("has ended")]
    Ended,
    /// A merge or split needs others than the org unit itself.
    #[error("same org unit twice")]
    SameTwice,
    /// An org unit with others under it must have them moved first.
    #[error("others lie under it")]
    HasChildren,
    /// The last day would come before the first.
    #[error("ends before it begins")]
    EndsBeforeStart,
    /// The steering model has no place for its level there.
    #[error("the model does not let it stand there")]
    WrongPlace,
}

impl Organisation {
    /// Builds the tree. `units` come in the order they shall be shown in.
    pub fn new(units: impl IntoIterator<Item = Arc<OrgUnit>>) -> Self {
        let mut organisation = Self::default();
        for unit in units {
            match unit.parent {
                Some(parent) => organisation.children.entry(parent).or_default().push(unit.id),
                None => organisation.roots.push(unit.id),
            }
            organisation.units.insert(unit.id, unit);
        }
        organisation
    }

    /// The org unit, if there is one.
    pub fn get(&self, id: OrgUnitId) -> Option<&Arc<OrgUnit>> {
        self.units.get(&id)
    }

    /// The name, or nothing for an unknown id.
    pub fn name(&self, id: OrgUnitId) -> &str {
        self.units.get(&id).map_or("", |unit| &unit.name)
    }

    /// All org units, in no order that a person would like.
    pub fn all(&self) -> impl Iterator<Item = &Arc<OrgUnit>> {
        self.units.values()
    }

    /// The tops.
    pub fn roots(&self) -> &[OrgUnitId] {
        &self.roots
    }

    /// What lies directly under, in order.
    pub fn children(&self, id: OrgUnitId) -> &[OrgUnitId] {
        self.children.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The way up, nearest first, without the org unit itself.
    pub fn ancestors(&self, id: OrgUnitId) -> Vec<OrgUnitId> {
        self.upward(id).collect()
    }

    fn upward(&self, id: OrgUnitId) -> impl Iterator<Item = OrgUnitId> {
        let parent = |id: &OrgUnitId| self.units.get(id).and_then(|unit| unit.parent);
        // A broken store must not make the program run for ever.
        std::iter::successors(parent(&id), parent).take(self.units.len())
    }

    /// Whether the org unit is `top` or lies under it.
    pub fn is_within(&self, id: OrgUnitId, top: OrgUnitId) -> bool {
        id == top || self.upward(id).any(|above| above == top)
    }

    /// The org unit and everything under it, parents before children.
    pub fn subtree(&self, top: OrgUnitId) -> Vec<OrgUnitId> {
        let mut all = Vec::new();
        let mut left = vec![top];
        while let Some(id) = left.pop() {
            if !self.units.contains_key(&id) || all.len() > self.units.len() {
                continue;
            }
            all.push(id);
            left.extend(self.children(id).iter().rev());
        }
        all
    }

    /// The nearest org unit of the kind, upward, itself included.
    pub fn nearest(&self, id: OrgUnitId, kind: OrgLevelKind) -> Option<OrgUnitId> {
        self.nearest_that(id, |unit| unit.kind == kind)
    }

    /// The nearest org unit that is as wanted, upward, itself included.
    pub fn nearest_that(
        &self,
        id: OrgUnitId,
        wanted: impl Fn(&OrgUnit) -> bool,
    ) -> Option<OrgUnitId> {
        let mut way = std::iter::once(id).chain(self.upward(id));
        way.find(|id| self.units.get(id).is_some_and(|unit| wanted(unit)))
    }

    /// Whether `id` may be moved to lie under `parent`.
    ///
    /// # Errors
    /// [`OrganisationProblem::UnderItself`] or [`OrganisationProblem::Ended`].
    pub fn check_move(
        &self,
        id: OrgUnitId,
        parent: OrgUnitId,
        today: Date,
    ) -> Result<(), OrganisationProblem> {
        if self.is_within(parent, id) {
            return Err(OrganisationProblem::UnderItself);
        }
        let valid = |id| self.units.get(&id).is_some_and(|unit| unit.is_valid_on(today));
        if valid(id) && valid(parent) { Ok(()) } else { Err(OrganisationProblem::Ended) }
    }

    /// Whether `id` may be merged into `into`, which takes over its series and goals.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn check_merge(
        &self,
        id: OrgUnitId,
        into: OrgUnitId,
        today: Date,
    ) -> Result<(), OrganisationProblem> {
        if id == into {
            return Err(OrganisationProblem::SameTwice);
        }
        let ended = |id| self.units.get(&id).is_none_or(|unit| !unit.is_valid_on(today));
        if ended(id) || ended(into) {
            return Err(OrganisationProblem::Ended);
        }
        // One that begins later is left without its parent as well.
        let goes_on = |unit: &Arc<OrgUnit>| unit.valid_to.is_none_or(|last| last >= today);
        let open = |child: &OrgUnitId| self.units.get(child).is_some_and(goes_on);
        if self.children(id).iter().any(open) {
            return Err(OrganisationProblem::HasChildren);
        }
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    fn unit(number: u8, parent: Option<u8>, kind: OrgLevelKind) -> Arc<OrgUnit> {
        Arc::new(OrgUnit {
            id: OrgUnitId::from([number; 16]),
            level: String::new(),
            kind,
            parent: parent.map(|parent| OrgUnitId::from([parent; 16])),
            name: number.to_string(),
            valid_from: Date::constant(2020, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        })
    }

    /// Council → committee → workplace.
    pub(crate) fn small() -> (Organisation, [OrgUnitId; 3]) {
        let units = [
            unit(1, None, OrgLevelKind::Council),
            unit(2, Some(1), OrgLevelKind::Committee),
            unit(3, Some(2), OrgLevelKind::Unit),
        ];
        (Organisation::new(units), [1, 2, 3].map(|number| OrgUnitId::from([number; 16])))
    }

    #[test]
    fn an_org_unit_cannot_lie_under_what_lies_under_it() {
        let (organisation, [council, committee, school]) = small();
        let today = Date::constant(2026, 8, 25);
        assert_eq!(
            organisation.check_move(committee, school, today),
            Err(OrganisationProblem::UnderItself)
        );
        assert_eq!(organisation.check_move(school, council, today), Ok(()));
    }

    #[test]
    fn a_subtree_lists_parents_before_children() {
        let (organisation, all) = small();
        assert_eq!(organisation.subtree(all[0]), all);
        assert_eq!(organisation.nearest(all[2], OrgLevelKind::Committee), Some(all[1]));
    }

    #[test]
    fn a_merge_needs_an_empty_and_living_org_unit() {
        let (organisation, [council, committee, school]) = small();
        let today = Date::constant(2026, 8, 25);
        assert_eq!(organisation.check_merge(school, council, today), Ok(()));
        assert_eq!(
            organisation.check_merge(committee, council, today),
            Err(OrganisationProblem::HasChildren)
        );
        assert_eq!(
            organisation.check_merge(school, school, today),
            Err(OrganisationProblem::SameTwice)
        );
    }

    #[test]
    fn what_begins_later_under_an_org_unit_is_in_the_way_of_merging_it() {
        let (organisation, [council, _, school]) = small();
        let today = Date::constant(2026, 8, 25);
        let mut coming = OrgUnit::clone(&unit(9, None, OrgLevelKind::Unit));
        coming.parent = Some(school);
        coming.valid_from = Date::constant(2027, 1, 1);
        let all = organisation.all().cloned().chain([Arc::new(coming)]);
        assert_eq!(
            Organisation::new(all).check_merge(school, council, today),
            Err(OrganisationProblem::HasChildren)
        );
    }
}

//! On which levels of the organisation elements of a type belong.

use std::collections::BTreeSet;

use super::structure::Structure;
use crate::organisation::OrgLevelKind;
use crate::steering::{ElementType, OrgLevel, Role};

/// Kinds of level that a model may use for each other: a body that the model does not mention by
/// itself plans as a committee does, and a private provider as a workplace does.
const ALIKE: [&[OrgLevelKind]; 2] = [
    &[
        OrgLevelKind::ExecutiveBoard,
        OrgLevelKind::Committee,
        OrgLevelKind::ProgrammeCommittee,
        OrgLevelKind::Company,
        OrgLevelKind::JointBody,
    ],
    &[OrgLevelKind::Unit, OrgLevelKind::Provider],
];

impl Structure {
    /// The levels whose org units may own elements of the type; none when any may. Work is owned
    /// where it is done and a measure where it is followed. A level that stands in for the one the
    /// model names has no type of the same role of its own. Where no org unit is on any of the
    /// levels, nobody could own it, and so anybody may.
    pub fn owner_levels(&self, element_type: &ElementType) -> Option<BTreeSet<&str>> {
        if matches!(element_type.role, Role::Activity | Role::Measure) {
            return None;
        }
        self.usual_levels(element_type)
    }

    /// The levels whose org units write elements of the type by the model, also of those that any may
    /// own; none where no org unit is on any of them.
    pub fn usual_levels(&self, element_type: &ElementType) -> Option<BTreeSet<&str>> {
        let named = self.model.org_level(&element_type.owner)?;
        let alike = ALIKE.iter().find(|kinds| kinds.contains(&named.kind)).copied();
        let alike = alike.unwrap_or_default();
        let has_own = |level: &OrgLevel| {
            let mut types = self.model.element_types.iter();
            types.any(|one| one.role == element_type.role && one.owner == level.id)
        };
        let stands_in = |level: &&OrgLevel| alike.contains(&level.kind) && !has_own(level);
        let mut levels: BTreeSet<&str> =
            self.model.org_levels.iter().filter(stands_in).map(|level| level.id.as_str()).collect();
        levels.insert(named.id.as_str());
        let is_used = self.organisation.all().any(|unit| levels.contains(unit.level.as_str()));
        is_used.then_some(levels)
    }
}

//! What a visitor has oversight of: the org units under where their roles are held. The executive
//! board has oversight of all committees, though they do not lie under it.

use domain::access::{Action, allows};
use domain::ids::OrgUnitId;
use domain::organisation::{OrgLevelKind, Organisation};
use jiff::civil::Date;

use crate::cx::Cx;
use crate::i18n::sort_key;

/// Where the visitor's oversight begins.
pub(super) struct Scope {
    tops: Vec<OrgUnitId>,
}

impl Scope {
    /// The visitor's.
    pub(super) fn of(cx: &Cx<'_, '_>) -> Self {
        let organisation = &cx.structure.organisation;
        let grants = cx.visit.person.iter().flat_map(|person| &person.grants);
        let mut tops: Vec<OrgUnitId> = Vec::new();
        for grant in grants.filter(|grant| allows(grant.role, Action::Oversee)) {
            let kind = organisation.get(grant.org_unit).map(|unit| unit.kind);
            if kind == Some(OrgLevelKind::ExecutiveBoard) {
                tops = organisation.roots().to_vec();
                break;
            }
            tops.push(grant.org_unit);
        }
        let all = tops.clone();
        let under = |one: &OrgUnitId| {
            all.iter().any(|top| top != one && organisation.is_within(*one, *top))
        };
        tops.retain(|top| !under(top));
        tops.sort_unstable();
        tops.dedup();
        tops.sort_by_cached_key(|top| sort_key(organisation.name(*top)));
        Self { tops }
    }

    /// The highest org units of it.
    pub(super) fn tops(&self) -> &[OrgUnitId] {
        &self.tops
    }

    /// Whether an org unit belongs to it.
    pub(super) fn sees(&self, organisation: &Organisation, org_unit: OrgUnitId) -> bool {
        self.tops.iter().any(|top| organisation.is_within(org_unit, *top))
    }
}

/// Whether an org unit is a political body with goals of its own to answer for.
pub(super) fn is_body(kind: OrgLevelKind) -> bool {
    matches!(
        kind,
        OrgLevelKind::ExecutiveBoard
            | OrgLevelKind::Committee
            | OrgLevelKind::ProgrammeCommittee
            | OrgLevelKind::Company
            | OrgLevelKind::JointBody
    )
}

/// The committees, boards and companies that there are on a day, by name. How they go is no secret
/// among them.
pub(super) fn bodies(organisation: &Organisation, today: Date) -> Vec<OrgUnitId> {
    let mut found: Vec<_> = organisation
        .all()
        .filter(|unit| is_body(unit.kind) && unit.is_valid_on(today))
        .map(|unit| unit.id)
        .collect();
    found.sort_by_cached_key(|id| sort_key(organisation.name(*id)));
    found
}

/// The body that an org unit answers to: itself, or the nearest above.
pub(super) fn body_of(organisation: &Organisation, org_unit: OrgUnitId) -> Option<OrgUnitId> {
    organisation
        .nearest_that(org_unit, |unit| is_body(unit.kind) || unit.kind == OrgLevelKind::Council)
}

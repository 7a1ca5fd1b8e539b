//! Where accounts, their parts and what they say together are shown.

use domain::ids::{FollowUpId, OrgUnitId, PartId};

/// The page of an account.
pub fn url(id: FollowUpId) -> String {
    format!("/folja-upp/{id}")
}

/// The page of one part.
pub fn part_url(id: FollowUpId, part: PartId) -> String {
    format!("/folja-upp/{id}/del/{part}")
}

/// What a committee's org units have judged.
pub fn committee_url(org_unit: OrgUnitId) -> String {
    format!("/folja-upp/namnd/{org_unit}")
}

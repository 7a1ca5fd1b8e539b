//! Who writes an account together: those who are invited to it, and whoever stands in for a time for
//! the one who answers for it.
//!
//! Owns the tables `follow_up_invitations` and `follow_up_substitutes`. The pages are in `followup`,
//! which knows what an account is.

mod covering;
mod standing;
pub mod store;

use domain::followup::Share;
use domain::ids::{FollowUpId, OrgUnitId};

use crate::cx::Cx;
use crate::web::error::AppError;

pub use covering::{copied, cover_new};
pub use standing::standing;
use store::Substitute;

/// The visitor in front of an account.
#[derive(Clone, Debug)]
pub struct Standing {
    /// What they may write in.
    pub share: Share,
    /// In whose place they stand today, if in anybody's.
    pub stands_in: Option<Substitute>,
    /// Whether they may hand it in and take it back.
    pub submits: bool,
}

/// What of an account is shown to the visitor as theirs to write; on pages of another day all of it, since
/// who was asked then is not kept.
pub fn shown_share(
    cx: &mut Cx<'_, '_>,
    account: FollowUpId,
    org_unit: OrgUnitId,
) -> Result<Share, AppError> {
    if cx.visit.then.is_some() {
        return Ok(Share::All);
    }
    Ok(standing(cx, account, org_unit)?.share)
}

//! Who writes an account together: those who are invited to it, and whoever stands in for a time for
//! the one who answers for it.
//!
//! Owns the tables `follow_up_invitations` and `follow_up_substitutes`. The pages are in `followup`,
//! which knows what an account is.

pub mod store;

use domain::access::{Action, Grant, allows};
use domain::followup::{Share, Writer, share};
use domain::ids::{FollowUpId, OrgUnitId};

use crate::cx::Cx;
use crate::web::error::AppError;

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

/// How the visitor stands to an account. Nothing is asked of the store for whoever answers for it by a
/// role held there; who may hand it in from above can be named to stand in like anybody else.
pub fn standing(
    cx: &mut Cx<'_, '_>,
    account: FollowUpId,
    org_unit: OrgUnitId,
) -> Result<Standing, AppError> {
    let answers = cx.can(Action::Submit, org_unit);
    let helps = cx.can(Action::Report, org_unit);
    let Some(person) = cx.visit.person.as_ref().filter(|_| cx.visit.then.is_none()) else {
        return Ok(Standing { share: Share::Nothing, stands_in: None, submits: false });
    };
    let mut standing = Standing { share: Share::All, stands_in: None, submits: answers };
    let of_unit = |grant: &Grant| grant.org_unit == org_unit && allows(grant.role, Action::Submit);
    if person.grants.iter().any(of_unit) {
        return Ok(standing);
    }
    if person.may_somewhere(Action::Report) {
        standing.stands_in = store::substitute_now(cx.tx, account, person.id, cx.today())?;
        standing.submits |= standing.stands_in.is_some();
    }
    let mut invited = None;
    if helps && !standing.submits {
        let all = store::invitations_of(cx.tx, account)?;
        let own = |one: &&store::Invitation| one.person == person.id && one.removed_at.is_none();
        let parts: Vec<_> = all.iter().filter(own).map(|one| one.part).collect();
        invited = (!all.is_empty()).then_some(parts);
    }
    let stands_in = standing.stands_in.is_some();
    standing.share = share(Writer { answers, helps, stands_in, invited: invited.as_deref() });
    Ok(standing)
}

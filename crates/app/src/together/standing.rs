//! How the visitor stands to an account: what of it is theirs to write, and in whose place.

use std::collections::BTreeSet;

use domain::access::{Action, Grant, allows};
use domain::followup::{Share, Writer, share};
use domain::ids::{FollowUpId, OrgUnitId};

use super::{Standing, store};
use crate::cx::Cx;
use crate::web::error::AppError;

/// How the visitor stands to an account. Nothing is asked of the store for whoever answers for it by a
/// role held there. A role from above writes only where nobody at the org unit does: each level says its
/// own beside what is written below, never over it. Who leads from above can be named to stand in, or be
/// invited, like anybody else.
pub fn standing(
    cx: &mut Cx<'_, '_>,
    account: FollowUpId,
    org_unit: OrgUnitId,
) -> Result<Standing, AppError> {
    let helps = cx.can(Action::Report, org_unit);
    let Some(person) = cx.visit.person.as_ref().filter(|_| cx.visit.then.is_none()) else {
        return Ok(Standing { share: Share::Nothing, stands_in: None, submits: false });
    };
    let (id, may_submit) = (person.id, cx.can(Action::Submit, org_unit));
    let at_unit = |action| {
        let holds = |grant: &Grant| grant.org_unit == org_unit && allows(grant.role, action);
        person.grants.iter().any(holds)
    };
    if at_unit(Action::Submit) {
        return Ok(Standing { share: Share::All, stands_in: None, submits: true });
    }
    let (is_there, may_stand_in) = (at_unit(Action::Report), person.may_somewhere(Action::Report));
    let there = if helps {
        store::holders(cx.tx, &BTreeSet::from([org_unit]), Action::Report, cx.today())?
    } else {
        Vec::new()
    };
    let answers = may_submit && !there.iter().any(|one| allows(one.role, Action::Submit));
    let mut standing = Standing { share: Share::All, stands_in: None, submits: answers };
    if may_stand_in {
        standing.stands_in = store::substitute_now(cx.tx, account, id, cx.today())?;
        standing.submits |= standing.stands_in.is_some();
    }
    let mut invited = None;
    if helps && !standing.submits {
        let all = store::invitations_of(cx.tx, account)?;
        let own = |one: &&store::Invitation| one.person == id && one.removed_at.is_none();
        let parts: Vec<_> = all.iter().filter(own).map(|one| one.part).collect();
        // From above nobody writes uninvited beside those who are there.
        let asks = !all.is_empty() || !(is_there || there.is_empty());
        invited = asks.then_some(parts);
    }
    let stands_in = standing.stands_in.is_some();
    standing.share = share(Writer { answers, helps, stands_in, invited: invited.as_deref() });
    Ok(standing)
}

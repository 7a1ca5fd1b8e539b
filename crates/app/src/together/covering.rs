//! Whoever stands in for a time does so in all the accounts of the org unit that are open during it, not
//! only in the one where they were named (decision 0039). It ends by itself with its last day.

use std::collections::BTreeMap;

use domain::ids::{FollowUpId, OrgUnitId, SubstituteId};
use jiff::civil::Date;

use super::store::{Substitute, insert_substitute, standing_in};
use crate::cx::Cx;
use crate::web::error::AppError;

/// Lets those who stand in at some org units do so in new accounts of theirs too, in a round that is open
/// from one day to another.
pub fn cover_new(
    cx: &mut Cx<'_, '_>,
    accounts: impl IntoIterator<Item = (FollowUpId, OrgUnitId)>,
    (opens_on, closes_on): (Date, Date),
) -> Result<(), AppError> {
    let standing = standing_in(cx.tx, cx.today())?;
    if standing.is_empty() {
        return Ok(());
    }
    let new: BTreeMap<OrgUnitId, FollowUpId> =
        accounts.into_iter().map(|(account, unit)| (unit, account)).collect();
    let mut kept: Vec<Substitute> = Vec::new();
    for (unit, one) in
        standing.into_iter().filter(|(_, one)| one.from <= closes_on && opens_on <= one.to)
    {
        let Some(account) = new.get(&unit) else { continue };
        kept.extend(copied(cx, &one, *account, &kept));
    }
    kept.iter().try_for_each(|one| insert_substitute(cx.tx, one))
}

/// The same person for the same time in another account; none where somebody stands in there already.
pub fn copied(
    cx: &Cx<'_, '_>,
    one: &Substitute,
    account: FollowUpId,
    known: &[Substitute],
) -> Option<Substitute> {
    let taken = known.iter().any(|other| other.account == account && other.overlaps(one));
    (!taken).then(|| Substitute {
        id: cx.new_id::<SubstituteId>(),
        account,
        at: cx.visit.now,
        ended_at: None,
        version: 1,
        ..one.clone()
    })
}

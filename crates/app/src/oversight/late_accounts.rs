//! Accounts that were due and have never been handed in, by the day of each org unit's level.

use std::collections::BTreeMap;

use domain::followup::Round;
use domain::ids::{FollowUpId, OrgUnitId, RoundId};
use jiff::civil::Date;

use super::store;
use crate::cx::Cx;
use crate::followup::{seen_at, store as accounts};
use crate::web::error::AppError;

/// An account that was due and never handed in.
pub(super) struct LateAccount {
    pub(super) account: FollowUpId,
    pub(super) org_unit: OrgUnitId,
    pub(super) title: String,
    pub(super) due_on: Date,
}

/// Those of rounds that were due between two days, the one due first before the rest.
pub(super) fn late_accounts(
    cx: &mut Cx<'_, '_>,
    (first, today): (Date, Date),
) -> Result<Vec<LateAccount>, AppError> {
    let may_be_late = |round: &Round| {
        let mut days = round.plan.days.iter().map(|day| day.due_on);
        round.due_on >= first && (round.due_on < today || days.any(|due| due < today))
    };
    let rounds: BTreeMap<RoundId, Round> = accounts::rounds(cx.tx)?
        .into_iter()
        .filter(may_be_late)
        .map(|round| (round.id, round))
        .collect();
    let mut late = Vec::new();
    for one in store::never_handed_in(cx.tx, rounds.keys().copied())? {
        let Some(round) = rounds.get(&one.round) else { continue };
        let due_on = seen_at(cx, round, one.org_unit).due_on;
        if due_on < today {
            let title = round.title.clone();
            late.push(LateAccount { account: one.account, org_unit: one.org_unit, title, due_on });
        }
    }
    late.sort_by_key(|one| (one.due_on, one.account));
    Ok(late)
}

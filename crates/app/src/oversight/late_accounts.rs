//! Accounts that were due and have never been handed in, by the day of each org unit's level, where
//! nothing else has come from the org unit either.

use std::collections::BTreeMap;

use domain::followup::Round;
use domain::ids::{FollowUpId, OrgUnitId, RoundId};
use jiff::ToSpan;
use jiff::civil::Date;

use super::store;
use crate::cx::Cx;
use crate::followup::{seen_at, store as accounts};
use crate::web::error::AppError;

/// How many days after its day an account that has not come is silence and not only late: the
/// collection tells of what is late. Our own assumption.
pub(super) const DAYS_OF_PATIENCE: i32 = 14;
/// A day in microseconds.
const DAY_MICROS: i64 = 86_400_000_000;

/// An account that was due and never handed in.
pub(super) struct LateAccount {
    pub(super) account: FollowUpId,
    pub(super) org_unit: OrgUnitId,
    pub(super) title: String,
    pub(super) due_on: Date,
}

/// Those of rounds that were due from a day on, the one due first before the rest.
pub(super) fn late_accounts(
    cx: &mut Cx<'_, '_>,
    (first, today): (Date, Date),
) -> Result<Vec<LateAccount>, AppError> {
    let last = today.saturating_sub(DAYS_OF_PATIENCE.days());
    let may_be_late = |round: &Round| {
        let mut days = round.plan.days.iter().map(|day| day.due_on);
        round.due_on >= first && (round.due_on < last || days.any(|due| due < last))
    };
    let rounds: BTreeMap<RoundId, Round> = accounts::rounds(cx.tx)?
        .into_iter()
        .filter(may_be_late)
        .map(|round| (round.id, round))
        .collect();
    let days = i64::from((today - first).get_days());
    let heard = store::last_handed_in(cx.tx, cx.visit.now.saturating_sub(days * DAY_MICROS))?;
    let mut late = Vec::new();
    for one in store::never_handed_in(cx.tx, rounds.keys().copied())? {
        let Some(round) = rounds.get(&one.round) else { continue };
        let due_on = seen_at(cx, round, one.org_unit).due_on;
        let came = heard.get(&one.org_unit).map(|at| cx.app.clock.local(*at).date());
        if due_on < last && came.is_none_or(|came| came < due_on) {
            let title = round.title.clone();
            late.push(LateAccount { account: one.account, org_unit: one.org_unit, title, due_on });
        }
    }
    late.sort_by_key(|one| (one.due_on, one.account));
    Ok(late)
}

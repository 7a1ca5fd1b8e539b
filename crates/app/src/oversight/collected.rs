//! The accounts of a round, counted for every branch of the organisation: made once, and kept until
//! somebody hands in, sends back or approves.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::Mark;
use domain::followup::Round;
use domain::ids::{FollowUpId, OrgUnitId};
use domain::oversight::{Branches, Reported};
use jiff::civil::Date;

use super::store;
use crate::cx::Cx;
use crate::followup::store::{accounts_of_round, returned_in_round};
use crate::web::error::AppError;

/// The accounts of a round.
pub(super) struct Collected {
    mark: Mark,
    on: Date,
    version: i64,
    pub(super) branches: Branches,
    /// Which account is whose, and who did the latest step with it and when.
    pub(super) accounts: BTreeMap<OrgUnitId, Latest>,
}

/// The latest step with an account.
pub(super) struct Latest {
    pub(super) account: FollowUpId,
    pub(super) person_name: String,
    pub(super) at: i64,
}

/// Reads them.
pub(super) fn collected(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Arc<Collected>, AppError> {
    let (mark, today) = (cx.structure.mark_of_organisation(), cx.today());
    // The days of each level are the same whoever looks.
    let holds =
        |kept: &Collected| kept.mark == mark && kept.on == today && kept.version == round.version;
    cx.kept(&round.id.bytes(), holds, |cx| {
        let returned = returned_in_round(cx.tx, round.id)?;
        let first = store::first_handed_in(cx.tx, round.id)?;
        let mut accounts = BTreeMap::new();
        let mut reported = Vec::new();
        for account in accounts_of_round(cx.tx, round.id)? {
            let handed_in_on = first.get(&account.id).map(|at| cx.app.clock.local(*at).date());
            reported.push(Reported {
                org_unit: account.org_unit,
                state: account.state,
                returned: returned.contains_key(&account.id),
                handed_in_on,
                due_on: crate::followup::seen_at(cx, round, account.org_unit).due_on,
            });
            let latest =
                Latest { account: account.id, person_name: account.person_name, at: account.at };
            accounts.insert(account.org_unit, latest);
        }
        let branches = Branches::of(&cx.structure.organisation, reported, today);
        Ok(Collected { mark: mark.clone(), on: today, version: round.version, branches, accounts })
    })
}

//! SQL of Min sida: few rows about the visitor's own org unit.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::access::AccessRole;
use domain::followup::AccountState;
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PersonId, RoundId};

/// The accounts of one org unit, by round.
pub(super) fn own_accounts(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<BTreeMap<RoundId, (FollowUpId, AccountState)>, DbError> {
    let rows = tx.all(
        "select round_id, follow_up_id, state from follow_ups \
         where tenant = $1 and org_unit_id = $2",
        params![org_unit.bytes()],
        |row| Ok((row.id(0)?, (row.id(1)?, row.parsed(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// Whether anybody holds a role that writes an account.
pub(super) fn anybody_reports(tx: &mut Tx<'_>) -> Result<bool, DbError> {
    let found = tx.one(
        "select person_id from grants where tenant = $1 and valid_to is null \
         and role in ($2, $3) limit 1",
        params![AccessRole::Manager.code(), AccessRole::Provider.code()],
        |row| row.id::<PersonId>(0),
    )?;
    Ok(found.is_some())
}

/// Some elements judged not to be reached, the latest first.
pub(super) fn not_reached(tx: &mut Tx<'_>, most: i64) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select element_id from element_status where tenant = $1 and level = $2 \
         order by through desc, element_id desc limit $3",
        params![Fulfilment::NotAchieved.code(), most],
        |row| row.id(0),
    )
}

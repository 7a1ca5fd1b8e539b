//! Rounds and the accounts in them.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::followup::{AccountState, Round};
use domain::ids::{FollowUpId, OrgUnitId, PersonId, RoundId};
use domain::periods::Period;
use jiff::civil::Date;
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// One org unit's account in a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Account {
    /// Identity.
    pub id: FollowUpId,
    /// The round.
    pub round: RoundId,
    /// Whose account it is.
    pub org_unit: OrgUnitId,
    /// Where it stands.
    pub state: AccountState,
    /// Who did the latest step; empty when nobody has.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC; 0 when never.
    pub at: i64,
    /// Raised by each step; 1 is the first.
    pub version: i64,
}

fn round_row(row: &Row<'_>) -> Result<Round, DbError> {
    Ok(Round {
        id: row.id(0)?,
        title: row.text(1)?,
        period: row.parsed(2)?,
        opens_on: row.parsed(3)?,
        due_on: row.parsed(4)?,
        closes_on: row.parsed(5)?,
        version: row.int(6)?,
    })
}

pub(super) fn account_row(row: &Row<'_>) -> Result<Account, DbError> {
    Ok(Account {
        id: row.id(0)?,
        round: row.id(1)?,
        org_unit: row.id(2)?,
        state: row.parsed(3)?,
        person_name: row.text(4)?,
        at: row.int(5)?,
        version: row.int(6)?,
    })
}

/// All rounds, the one due last first.
pub fn rounds(tx: &mut Tx<'_>) -> Result<Vec<Round>, DbError> {
    tx.all(
        "select round_id, title, period, opens_on, due_on, closes_on, version from rounds \
         where tenant = $1 order by due_on desc, round_id",
        &[],
        round_row,
    )
}

/// One round.
pub fn round(tx: &mut Tx<'_>, id: RoundId) -> Result<Option<Round>, DbError> {
    tx.one(
        "select round_id, title, period, opens_on, due_on, closes_on, version from rounds \
         where tenant = $1 and round_id = $2",
        params![id.bytes()],
        round_row,
    )
}

/// The org units that are asked for an account of a period, with the title of the round. What was
/// never begun in a round that has closed hinders no other.
pub fn reporting_in(
    tx: &mut Tx<'_>,
    period: Period,
    today: Date,
) -> Result<BTreeMap<OrgUnitId, String>, DbError> {
    let rows = tx.all(
        "select f.org_unit_id, r.title from follow_ups f join rounds r \
         on r.tenant = f.tenant and r.round_id = f.round_id \
         where f.tenant = $1 and r.period = $2 \
         and (f.state <> 'not_started' or r.closes_on >= $3)",
        params![period.to_string(), today.to_string()],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// Keeps a new round.
pub fn insert_round(tx: &mut Tx<'_>, round: &Round) -> Result<(), AppError> {
    tx.run(
        "insert into rounds (tenant, round_id, title, period, opens_on, due_on, closes_on, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            round.id.bytes(),
            &round.title,
            round.period.to_string(),
            round.opens_on.to_string(),
            round.due_on.to_string(),
            round.closes_on.to_string(),
            round.version
        ],
    )?;
    record(tx, "create", "round", round.id.bytes(), round.version, round)
}

/// Keeps a round after a change; its `version` has been raised by one. Stale when another was faster.
pub fn update_round(tx: &mut Tx<'_>, action: &'static str, round: &Round) -> Result<(), AppError> {
    let changed = tx.run(
        "update rounds set title = $3, opens_on = $4, due_on = $5, closes_on = $6, version = $7 \
         where tenant = $1 and round_id = $2 and version = $7 - 1",
        params![
            round.id.bytes(),
            &round.title,
            round.opens_on.to_string(),
            round.due_on.to_string(),
            round.closes_on.to_string(),
            round.version
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    crate::revisions::note_report(tx)?;
    record(tx, action, "round", round.id.bytes(), round.version, round)
}

/// The accounts of one org unit in all rounds.
pub fn accounts_of_org_unit(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Account>, DbError> {
    tx.all(
        "select follow_up_id, round_id, org_unit_id, state, person_name, at, version \
         from follow_ups where tenant = $1 and org_unit_id = $2",
        params![org_unit.bytes()],
        account_row,
    )
}

/// The accounts of a round; which of them a visitor may know of is for the caller to say.
pub fn accounts_of_round(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<Account>, DbError> {
    tx.all(
        "select follow_up_id, round_id, org_unit_id, state, person_name, at, version \
         from follow_ups where tenant = $1 and round_id = $2",
        params![round.bytes()],
        account_row,
    )
}

/// One account.
pub fn account(tx: &mut Tx<'_>, id: FollowUpId) -> Result<Option<Account>, DbError> {
    tx.one(
        "select follow_up_id, round_id, org_unit_id, state, person_name, at, version \
         from follow_ups where tenant = $1 and follow_up_id = $2",
        params![id.bytes()],
        account_row,
    )
}

/// Keeps a new account.
pub fn insert_account(tx: &mut Tx<'_>, account: &Account) -> Result<(), AppError> {
    tx.run(
        "insert into follow_ups (tenant, follow_up_id, round_id, org_unit_id, state, person_name, at, \
         version) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            account.id.bytes(),
            account.round.bytes(),
            account.org_unit.bytes(),
            account.state.code(),
            &account.person_name,
            account.at,
            account.version
        ],
    )?;
    crate::revisions::note_report(tx)?;
    record(tx, "create", "follow_up", account.id.bytes(), account.version, account)
}

/// Keeps an account after a step; its `version` has been raised by one. Stale when another was faster.
pub fn move_account(
    tx: &mut Tx<'_>,
    action: &'static str,
    account: &Account,
) -> Result<(), AppError> {
    let moved = tx.run(
        "update follow_ups set state = $3, person_name = $4, at = $5, version = $6 \
         where tenant = $1 and follow_up_id = $2 and version = $6 - 1",
        params![
            account.id.bytes(),
            account.state.code(),
            &account.person_name,
            account.at,
            account.version
        ],
    )?;
    if moved == 0 {
        return Err(AppError::Stale);
    }
    crate::revisions::note_report(tx)?;
    record(tx, action, "follow_up", account.id.bytes(), account.version, account)
}

/// Who holds a role on the org unit itself, by name: those who may answer for an activity.
pub fn people_of(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<(PersonId, String)>, DbError> {
    let mut people = tx.all(
        "select p.person_id, p.name from grants g join people p \
         on p.tenant = g.tenant and p.person_id = g.person_id \
         where g.tenant = $1 and g.org_unit_id = $2 and g.valid_to is null order by p.sort_key, p.person_id",
        params![org_unit.bytes()],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    people.dedup();
    Ok(people)
}

//! The accounts of rounds.

use db::{DbError, Row, Tx, Value, params};
use domain::followup::AccountState;
use domain::ids::{FollowUpId, OrgUnitId, RoundId};
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

/// The statement for accounts, with the columns in the order that [`account_row`] reads them, before
/// what more is asked of them.
macro_rules! accounts_whose {
    () => {
        "select follow_up_id, round_id, org_unit_id, state, person_name, at, version \
         from follow_ups where tenant = $1 and "
    };
}
pub(super) use accounts_whose;

/// The accounts of one org unit in all rounds.
pub fn accounts_of_org_unit(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Account>, DbError> {
    tx.all(concat!(accounts_whose!(), "org_unit_id = $2"), params![org_unit.bytes()], account_row)
}

/// The accounts of a round; which of them a visitor may know of is for the caller to say.
pub fn accounts_of_round(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<Account>, DbError> {
    tx.all(concat!(accounts_whose!(), "round_id = $2"), params![round.bytes()], account_row)
}

/// One account.
pub fn account(tx: &mut Tx<'_>, id: FollowUpId) -> Result<Option<Account>, DbError> {
    tx.one(concat!(accounts_whose!(), "follow_up_id = $2"), params![id.bytes()], account_row)
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

/// Keeps many new accounts at once, as when a round is opened for all.
pub fn insert_accounts(tx: &mut Tx<'_>, accounts: &[Account]) -> Result<(), AppError> {
    let rows = accounts.iter().map(|account| {
        vec![
            account.id.bytes().into(),
            account.round.bytes().into(),
            account.org_unit.bytes().into(),
            account.state.code().into(),
            account.person_name.as_str().into(),
            account.at.into(),
            account.version.into(),
        ]
    });
    tx.run_many(
        "insert into follow_ups (tenant, follow_up_id, round_id, org_unit_id, state, person_name, at, \
         version) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        rows.collect::<Vec<Vec<Value>>>(),
    )?;
    crate::revisions::note_report(tx)?;
    for account in accounts {
        record(tx, "create", "follow_up", account.id.bytes(), account.version, account)?;
    }
    Ok(())
}

/// Takes accounts away that nobody has begun; nothing is lost with them. Stale when one was begun
/// meanwhile.
pub fn remove_accounts(tx: &mut Tx<'_>, accounts: &[Account]) -> Result<(), AppError> {
    for account in accounts {
        let gone = tx.run(
            "delete from follow_ups where tenant = $1 and follow_up_id = $2 \
             and state = 'not_started' and not exists (select 1 from parts p \
             where p.tenant = $1 and p.follow_up_id = $2)",
            params![account.id.bytes()],
        )?;
        if gone == 0 {
            return Err(AppError::Stale);
        }
        let removed = Account { version: account.version + 1, ..account.clone() };
        record(tx, "remove", "follow_up", account.id.bytes(), removed.version, &removed)?;
    }
    crate::revisions::note_report(tx)?;
    Ok(())
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

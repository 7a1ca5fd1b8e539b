//! SQL of accounts, failed attempts and one-time codes.

use db::{DbError, Tx, params};
use domain::ids::PersonId;

use super::sessions::end_sessions_of;
use crate::cx::record;
use crate::web::error::AppError;

/// A day in microseconds.
const DAY_MICROS: i64 = 24 * 3600 * 1_000_000;

/// What is kept for local sign-in.
pub struct Account {
    /// Whose.
    pub person: PersonId,
    /// The hash, once a password has been chosen.
    pub password_hash: Option<String>,
}

/// The account of an address.
pub fn account(tx: &mut Tx<'_>, email: &str) -> Result<Option<Account>, DbError> {
    tx.one(
        "select person_id, password_hash from accounts where tenant = $1 and email = $2",
        params![email.to_lowercase()],
        |row| Ok(Account { person: row.id(0)?, password_hash: row.maybe_text(1)? }),
    )
}

/// The account of a person: address and hash.
pub fn account_of(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Option<(String, Option<String>)>, DbError> {
    tx.one(
        "select email, password_hash from accounts where tenant = $1 and person_id = $2",
        params![person.bytes()],
        |row| Ok((row.text(0)?, row.maybe_text(1)?)),
    )
}

/// Opens an account without a password; a code lets the person choose one. An account the person
/// has already stays as it is; an address that is another's breaks `accounts_email`.
pub fn insert_account(tx: &mut Tx<'_>, person: PersonId, email: &str) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into accounts (tenant, person_id, email, version) values ($1, $2, $3, 1) \
         on conflict (tenant, person_id) do nothing",
        params![person.bytes(), email.to_lowercase()],
    )?;
    if kept > 0 {
        let after = serde_json::json!({ "email": email });
        record(tx, "create", "account", person.bytes(), 1, &after)?;
    }
    Ok(())
}

/// Keeps a new password and ends all sessions. `issuer` made the code with which it was chosen.
pub fn set_password(
    tx: &mut Tx<'_>,
    person: PersonId,
    hash: &str,
    issuer: Option<PersonId>,
) -> Result<(), AppError> {
    let version = tx
        .one(
            "update accounts set password_hash = $3, opened_by = $4, version = version + 1 \
             where tenant = $1 and person_id = $2 returning version",
            params![person.bytes(), hash, issuer.map(PersonId::bytes)],
            |row| row.int(0),
        )?
        .ok_or(AppError::NotFound)?;
    end_sessions_of(tx, person)?;
    use_up_codes_of(tx, person)?;
    // The hash itself is no matter of history.
    record(tx, "set_password", "account", person.bytes(), version, &serde_json::json!({}))
}

/// Who made the code with which a person's password was chosen: they may know it. None when nobody
/// did, when the installation did, or when there is no password.
pub fn opened_by(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<PersonId>, DbError> {
    let found = tx.one(
        "select opened_by from accounts \
         where tenant = $1 and person_id = $2 and password_hash is not null",
        params![person.bytes()],
        |row| row.maybe_id(0),
    )?;
    Ok(found.flatten())
}

/// Takes the password away, ends all sessions and uses up every code: nobody signs in as the
/// person until a new code is made.
pub fn close_account(tx: &mut Tx<'_>, person: PersonId) -> Result<(), AppError> {
    end_sessions_of(tx, person)?;
    use_up_codes_of(tx, person)?;
    let version = tx.one(
        "update accounts set password_hash = null, opened_by = null, version = version + 1 \
         where tenant = $1 and person_id = $2 returning version",
        params![person.bytes()],
        |row| row.int(0),
    )?;
    if let Some(version) = version {
        return record(tx, "close", "account", person.bytes(), version, &serde_json::json!({}));
    }
    tx.leave_unaudited("without an account there are only sessions and codes to end");
    Ok(())
}

/// Lets the account follow a new address; an address that is another's breaks `accounts_email`.
pub fn change_account_email(
    tx: &mut Tx<'_>,
    person: PersonId,
    email: &str,
) -> Result<(), AppError> {
    let version = tx.one(
        "update accounts set email = $3, version = version + 1 \
         where tenant = $1 and person_id = $2 and email <> $3 returning version",
        params![person.bytes(), email.to_lowercase()],
        |row| row.int(0),
    )?;
    if let Some(version) = version {
        let after = serde_json::json!({ "email": email });
        record(tx, "change", "account", person.bytes(), version, &after)?;
    }
    Ok(())
}

/// Failed attempts of an address: how many in a row, and when the last was.
pub fn failures(tx: &mut Tx<'_>, email: &str) -> Result<(i64, i64), DbError> {
    Ok(tx
        .one(
            "select failures, last_at from sign_in_failures where tenant = $1 and email = $2",
            params![email],
            |row| Ok((row.int(0)?, row.int(1)?)),
        )?
        .unwrap_or((0, 0)))
}

/// Notes a failed attempt, and lets those older than a day go.
pub fn note_failure(tx: &mut Tx<'_>, email: &str) -> Result<(), DbError> {
    let at = tx.author().at;
    tx.run(
        "delete from sign_in_failures where tenant = $1 and last_at < $2",
        params![at - DAY_MICROS],
    )?;
    tx.run(
        "insert into sign_in_failures (tenant, email, failures, last_at) values ($1, $2, 1, $3) \
         on conflict (tenant, email) do update set \
         failures = sign_in_failures.failures + 1, last_at = excluded.last_at",
        params![email, at],
    )?;
    Ok(())
}

/// Forgets failed attempts after one that worked.
pub fn forget_failures(tx: &mut Tx<'_>, email: &str) -> Result<(), DbError> {
    tx.run("delete from sign_in_failures where tenant = $1 and email = $2", params![email])?;
    Ok(())
}

/// Keeps a one-time code's digest; earlier codes of the person open nothing more.
pub fn insert_code(
    tx: &mut Tx<'_>,
    digest: &[u8],
    person: PersonId,
    expires_at: i64,
) -> Result<(), AppError> {
    use_up_codes_of(tx, person)?;
    let issuer = tx.author().person;
    tx.run(
        "insert into one_time_codes (tenant, code_hash, person_id, issued_by, expires_at) \
         values ($1, $2, $3, $4, $5)",
        params![digest.to_vec(), person.bytes(), issuer, expires_at],
    )?;
    record(tx, "issue_code", "account", person.bytes(), 1, &serde_json::json!({}))
}

/// Whose code this is, if it is unused and not too old.
pub fn code_owner(tx: &mut Tx<'_>, digest: &[u8], now: i64) -> Result<Option<PersonId>, DbError> {
    tx.one(
        "select person_id from one_time_codes \
         where tenant = $1 and code_hash = $2 and used_at is null and expires_at > $3",
        params![digest.to_vec(), now],
        |row| row.id(0),
    )
}

/// A code that has been used.
pub struct Used {
    /// The person who made it; none when the installation did.
    pub issuer: Option<PersonId>,
}

/// Uses a code up. None when another request was faster.
pub fn use_code(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Option<Used>, DbError> {
    let at = tx.author().at;
    tx.one(
        "update one_time_codes set used_at = $3 \
         where tenant = $1 and code_hash = $2 and used_at is null returning issued_by",
        params![digest.to_vec(), at],
        |row| Ok(Used { issuer: row.maybe_id(0)? }),
    )
}

/// Uses up every code of a person: after a new password, a newer code or a new role, a link sent
/// before must not open the account.
pub fn use_up_codes_of(tx: &mut Tx<'_>, person: PersonId) -> Result<(), DbError> {
    let at = tx.author().at;
    tx.run(
        "update one_time_codes set used_at = $3 \
         where tenant = $1 and person_id = $2 and used_at is null",
        params![person.bytes(), at],
    )?;
    Ok(())
}

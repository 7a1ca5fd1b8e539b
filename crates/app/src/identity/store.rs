//! SQL of municipalities, accounts, sessions, codes, people and roles.

use db::{DbError, Tenant, Tx, params};
use domain::access::{AccessRole, Grant, Person};
use domain::ids::{GrantId, OrgUnitId, PersonId};
use jiff::civil::Date;
use serde::Serialize;

use crate::cx::record;
use crate::i18n::sort_key;
use crate::web::error::AppError;

/// A day in microseconds.
const DAY_MICROS: i64 = 24 * 3600 * 1_000_000;

/// A session in use.
pub struct Session {
    /// Whose.
    pub person: PersonId,
    /// When it was last noted.
    pub seen_at: i64,
}

/// What is kept for local sign-in.
pub struct Account {
    /// Whose.
    pub person: PersonId,
    /// The hash, once a password has been chosen.
    pub password_hash: Option<String>,
}

/// A person as the register shows them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PersonRow {
    /// Identity.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Title of the post.
    pub title: String,
    /// Address for sign-in and mail.
    pub email: String,
    /// Raised by each change.
    pub version: i64,
}

/// The municipality with this host name.
pub fn tenant_by_host(tx: &mut Tx<'_>, host: &str) -> Result<Option<Tenant>, DbError> {
    // $1 is the installation: host names are looked up before the municipality is known.
    tx.one("select tenant from tenants where host = $2 and tenant <> $1", params![host], |row| {
        Ok(Tenant(row.id(0)?))
    })
}

/// All municipalities with host and name.
pub fn tenants(tx: &mut Tx<'_>) -> Result<Vec<(Tenant, String, String)>, DbError> {
    tx.all("select tenant, host, name from tenants where tenant <> $1 order by name", &[], |row| {
        Ok((Tenant(row.id(0)?), row.text(1)?, row.text(2)?))
    })
}

/// The name of the municipality.
pub fn tenant_name(tx: &mut Tx<'_>) -> Result<Option<String>, DbError> {
    tx.one("select name from tenants where tenant = $1", &[], |row| row.text(0))
}

/// Keeps a new municipality.
pub fn insert_tenant(tx: &mut Tx<'_>, host: &str, name: &str) -> Result<(), AppError> {
    let at = tx.author().at;
    tx.run(
        "insert into tenants (tenant, host, name, created_at) values ($1, $2, $3, $4)",
        params![host, name, at],
    )?;
    let id = tx.tenant().0;
    record(tx, "create", "municipality", id, 1, &serde_json::json!({ "host": host, "name": name }))
}

/// The session of a token's digest.
pub fn session(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Option<Session>, DbError> {
    tx.one(
        "select person_id, seen_at from sessions where tenant = $1 and token_hash = $2",
        params![digest.to_vec()],
        |row| Ok(Session { person: row.id(0)?, seen_at: row.int(1)? }),
    )
}

/// Opens a session, and clears away those that ended by themselves. The caller exempts the write from audit or records the sign-in.
pub fn insert_session(tx: &mut Tx<'_>, digest: &[u8], person: PersonId) -> Result<(), DbError> {
    let at = tx.author().at;
    tx.run(
        "delete from sessions where tenant = $1 and seen_at < $2",
        params![at - super::IDLE_MICROS],
    )?;
    tx.run(
        "insert into sessions (tenant, token_hash, person_id, created_at, seen_at) \
         values ($1, $2, $3, $4, $4)",
        params![digest.to_vec(), person.bytes(), at],
    )?;
    Ok(())
}

/// Notes that a session is in use.
pub fn note_use(tx: &mut Tx<'_>, digest: &[u8], at: i64) -> Result<(), DbError> {
    tx.run(
        "update sessions set seen_at = $3 where tenant = $1 and token_hash = $2",
        params![digest.to_vec(), at],
    )?;
    Ok(())
}

/// Ends a session.
pub fn end_session(tx: &mut Tx<'_>, digest: &[u8]) -> Result<(), DbError> {
    tx.run("delete from sessions where tenant = $1 and token_hash = $2", params![digest.to_vec()])?;
    Ok(())
}

/// Ends all sessions of a person, as a new password or a removed role must.
pub fn end_sessions_of(tx: &mut Tx<'_>, person: PersonId) -> Result<(), DbError> {
    tx.run("delete from sessions where tenant = $1 and person_id = $2", params![person.bytes()])?;
    Ok(())
}

/// The account of an address.
pub fn account(tx: &mut Tx<'_>, email: &str) -> Result<Option<Account>, DbError> {
    tx.one(
        "select person_id, password_hash from accounts where tenant = $1 and email = $2",
        params![email.to_lowercase()],
        |row| Ok(Account { person: row.id(0)?, password_hash: row.maybe_text(1)? }),
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

/// Keeps a new password and ends all sessions.
pub fn set_password(tx: &mut Tx<'_>, person: PersonId, hash: &str) -> Result<(), AppError> {
    let version = tx
        .one(
            "update accounts set password_hash = $3, version = version + 1 \
             where tenant = $1 and person_id = $2 returning version",
            params![person.bytes(), hash],
            |row| row.int(0),
        )?
        .ok_or(AppError::NotFound)?;
    end_sessions_of(tx, person)?;
    use_up_codes_of(tx, person)?;
    // The hash itself is no matter of history.
    record(tx, "set_password", "account", person.bytes(), version, &serde_json::json!({}))
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
    tx.run(
        "insert into one_time_codes (tenant, code_hash, person_id, expires_at) \
         values ($1, $2, $3, $4)",
        params![digest.to_vec(), person.bytes(), expires_at],
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

/// Uses a code up. False when another request was faster.
pub fn use_code(tx: &mut Tx<'_>, digest: &[u8]) -> Result<bool, DbError> {
    let at = tx.author().at;
    let used = tx.run(
        "update one_time_codes set used_at = $3 \
         where tenant = $1 and code_hash = $2 and used_at is null",
        params![digest.to_vec(), at],
    )?;
    Ok(used > 0)
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

/// A person with the roles of the day.
pub fn person(tx: &mut Tx<'_>, id: PersonId, today: Date) -> Result<Option<Person>, DbError> {
    let found = tx.one(
        "select name, title from people where tenant = $1 and person_id = $2",
        params![id.bytes()],
        |row| Ok((row.text(0)?, row.text(1)?)),
    )?;
    let Some((name, title)) = found else { return Ok(None) };
    Ok(Some(Person { id, name, title, grants: grants_of(tx, id, today)? }))
}

/// The roles a person holds on a day.
pub fn grants_of(tx: &mut Tx<'_>, id: PersonId, today: Date) -> Result<Vec<Grant>, DbError> {
    tx.all(
        "select grant_id, role, org_unit_id from grants \
         where tenant = $1 and person_id = $2 and valid_from <= $3 \
         and (valid_to is null or valid_to >= $3) order by grant_id",
        params![id.bytes(), today.to_string()],
        |row| Ok(Grant { id: row.id(0)?, role: row.parsed(1)?, org_unit: row.id(2)? }),
    )
}

/// One person of the register.
pub fn person_row(tx: &mut Tx<'_>, id: PersonId) -> Result<Option<PersonRow>, DbError> {
    tx.one(
        "select person_id, name, title, email, version from people \
         where tenant = $1 and person_id = $2",
        params![id.bytes()],
        read_person_row,
    )
}

/// The person of the register with an address.
pub fn person_by_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<PersonRow>, DbError> {
    tx.one(
        "select person_id, name, title, email, version from people \
         where tenant = $1 and email = $2",
        params![email.to_lowercase()],
        read_person_row,
    )
}

fn read_person_row(row: &db::Row<'_>) -> Result<PersonRow, DbError> {
    Ok(PersonRow {
        id: row.id(0)?,
        name: row.text(1)?,
        title: row.text(2)?,
        email: row.text(3)?,
        version: row.int(4)?,
    })
}

/// People with a role on the day, by role and name; what the demo's sign-in offers.
pub fn people_with_roles(
    tx: &mut Tx<'_>,
    today: Date,
) -> Result<Vec<(PersonRow, AccessRole, OrgUnitId)>, DbError> {
    tx.all(
        "select p.person_id, p.name, p.title, p.email, p.version, g.role, g.org_unit_id \
         from grants g join people p on p.tenant = g.tenant and p.person_id = g.person_id \
         where g.tenant = $1 and g.valid_from <= $2 and (g.valid_to is null or g.valid_to >= $2) \
         order by g.role, p.sort_key limit 400",
        params![today.to_string()],
        |row| Ok((read_person_row(row)?, row.parsed(5)?, row.id(6)?)),
    )
}

/// Keeps a new person. False when the id is kept already.
pub fn insert_person(tx: &mut Tx<'_>, person: &PersonRow) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into people (tenant, person_id, name, sort_key, title, email, version) \
         values ($1, $2, $3, $4, $5, $6, 1) on conflict (tenant, person_id) do nothing",
        params![
            person.id.bytes(),
            &person.name,
            sort_key(&person.name),
            &person.title,
            person.email.to_lowercase(),
        ],
    )?;
    if kept > 0 {
        record(tx, "create", "person", person.id.bytes(), 1, person)?;
    }
    Ok(kept > 0)
}

/// Gives a role from a day. False when the id is kept already.
pub fn insert_grant(
    tx: &mut Tx<'_>,
    id: GrantId,
    person: PersonId,
    grant: (AccessRole, OrgUnitId),
    from: Date,
) -> Result<bool, AppError> {
    let (role, org_unit) = grant;
    let kept = tx.run(
        "insert into grants (tenant, grant_id, person_id, role, org_unit_id, valid_from, version) \
         values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing",
        params![id.bytes(), person.bytes(), role.code(), org_unit.bytes(), from.to_string()],
    )?;
    if kept > 0 {
        let after = serde_json::json!({ "person": person, "role": role, "org_unit": org_unit, "from": from });
        record(tx, "grant", "grant", id.bytes(), 1, &after)?;
    }
    Ok(kept > 0)
}

/// Ends a role after a day.
pub fn end_grant(tx: &mut Tx<'_>, id: GrantId, last: Date) -> Result<(), AppError> {
    let ended = tx.run(
        "update grants set valid_to = $3, version = version + 1 \
         where tenant = $1 and grant_id = $2 and valid_to is null",
        params![id.bytes(), last.to_string()],
    )?;
    if ended == 0 {
        return Err(AppError::NotFound);
    }
    record(tx, "end_grant", "grant", id.bytes(), 2, &serde_json::json!({ "last": last }))
}

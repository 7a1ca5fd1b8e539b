//! SQL of roles held over parts of the organisation.

use db::{DbError, Tx, params};
use domain::access::{AccessRole, Action, Grant, allows};
use domain::ids::{GrantId, OrgUnitId, PersonId};
use jiff::civil::Date;

use crate::cx::record;
use crate::web::error::AppError;

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

/// Whether others than a person hold a role at an org unit itself that allows an action.
pub fn is_held_by_others(
    tx: &mut Tx<'_>,
    (action, org_unit): (Action, OrgUnitId),
    person: PersonId,
    today: Date,
) -> Result<bool, DbError> {
    let held: Vec<AccessRole> = tx.all(
        "select distinct role from grants where tenant = $1 and org_unit_id = $2 \
         and person_id <> $3 and valid_from <= $4 and (valid_to is null or valid_to >= $4)",
        params![org_unit.bytes(), person.bytes(), today.to_string()],
        |row| row.parsed(0),
    )?;
    Ok(held.into_iter().any(|role| allows(role, action)))
}

/// The first day after `today` when a role of the person begins.
pub fn next_grant_from(
    tx: &mut Tx<'_>,
    id: PersonId,
    today: Date,
) -> Result<Option<Date>, DbError> {
    tx.one(
        "select valid_from from grants where tenant = $1 and person_id = $2 and valid_from > $3 \
         and (valid_to is null or valid_to >= valid_from) order by valid_from limit 1",
        params![id.bytes(), today.to_string()],
        |row| row.parsed(0),
    )
}

/// Everyone who has or has had a role, with where; what decides whom an administrator of a part
/// may know of.
pub fn places_of_all(tx: &mut Tx<'_>) -> Result<Vec<(PersonId, OrgUnitId)>, DbError> {
    tx.all("select distinct person_id, org_unit_id from grants where tenant = $1", &[], |row| {
        Ok((row.id(0)?, row.id(1)?))
    })
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

/// The roles of a person that have a last day which has not been, the first to end first.
pub fn ending(
    tx: &mut Tx<'_>,
    person: PersonId,
    today: Date,
) -> Result<Vec<(AccessRole, OrgUnitId, Date)>, DbError> {
    tx.all(
        "select role, org_unit_id, valid_to from grants where tenant = $1 and person_id = $2 \
         and valid_to is not null and valid_to >= $3 order by valid_to, grant_id",
        params![person.bytes(), today.to_string()],
        |row| Ok((row.parsed(0)?, row.id(1)?, row.parsed(2)?)),
    )
}

/// Ends a role after a day, earlier than it would have ended.
pub fn end_grant(tx: &mut Tx<'_>, id: GrantId, last: Date) -> Result<(), AppError> {
    let version = tx.one(
        "update grants set valid_to = $3, version = version + 1 \
         where tenant = $1 and grant_id = $2 and (valid_to is null or valid_to > $3) \
         returning version",
        params![id.bytes(), last.to_string()],
        |row| row.int(0),
    )?;
    let version = version.ok_or(AppError::NotFound)?;
    record(tx, "end_grant", "grant", id.bytes(), version, &serde_json::json!({ "last": last }))
}

//! SQL of the register of people.

use db::{DbError, Tx, params};
use domain::access::Person;
use domain::ids::PersonId;
use jiff::civil::Date;
use serde::Serialize;

use super::grants::grants_of;
use crate::cx::record;
use crate::i18n::sort_key;
use crate::web::error::AppError;

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
    /// The day the person left; none for those who are there.
    pub left_on: Option<Date>,
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

/// One person of the register.
pub fn person_row(tx: &mut Tx<'_>, id: PersonId) -> Result<Option<PersonRow>, DbError> {
    tx.one(
        "select person_id, name, title, email, version, left_on from people \
         where tenant = $1 and person_id = $2",
        params![id.bytes()],
        read_person_row,
    )
}

/// The person of the register with an address.
pub fn person_by_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<PersonRow>, DbError> {
    tx.one(
        "select person_id, name, title, email, version, left_on from people \
         where tenant = $1 and email = $2",
        params![email.to_lowercase()],
        read_person_row,
    )
}

/// Reads id, name, title, address, version and the day of leaving, which stand first in the row.
pub(crate) fn read_person_row(row: &db::Row<'_>) -> Result<PersonRow, DbError> {
    Ok(PersonRow {
        id: row.id(0)?,
        name: row.text(1)?,
        title: row.text(2)?,
        email: row.text(3)?,
        version: row.int(4)?,
        left_on: row.maybe_parsed(5)?,
    })
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

/// Keeps a changed person whose `version` has been raised by one. Stale when another was faster;
/// an address that is another's breaks `people_email`.
pub fn change_person(
    tx: &mut Tx<'_>,
    action: &'static str,
    person: &PersonRow,
) -> Result<(), AppError> {
    let changed = tx.run(
        "update people set name = $3, sort_key = $4, title = $5, email = $6, left_on = $7, \
         version = $8 where tenant = $1 and person_id = $2 and version = $8 - 1",
        params![
            person.id.bytes(),
            &person.name,
            sort_key(&person.name),
            &person.title,
            person.email.to_lowercase(),
            person.left_on.map(|day| day.to_string()),
            person.version,
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "person", person.id.bytes(), person.version, person)
}

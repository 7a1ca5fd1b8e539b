//! SQL of changes of many elements at once.

use db::{DbError, Tx, params};
use domain::ids::{BulkChangeId, ElementId, PersonId};
use serde::Serialize;

use super::value::Kind;
use crate::cx::record;
use crate::web::error::AppError;

/// A change of many elements.
#[derive(Clone, Debug)]
pub(super) struct BulkChange {
    pub(super) id: BulkChangeId,
    pub(super) person: PersonId,
    pub(super) person_name: String,
    /// Microseconds since 1970 in UTC.
    pub(super) at: i64,
    pub(super) kind: Kind,
    /// What was changed to what, in words.
    pub(super) words: String,
    pub(super) taken_back_at: Option<i64>,
    pub(super) version: i64,
}

/// As the audit trail keeps it.
#[derive(Serialize)]
struct Told<'a> {
    name: &'a str,
    kind: &'static str,
    taken_back: bool,
}

impl BulkChange {
    fn told(&self) -> Told<'_> {
        Told { name: &self.words, kind: self.kind.code(), taken_back: self.taken_back_at.is_some() }
    }
}

/// One element of it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) element: ElementId,
    /// What it had before, as the kind of change writes it.
    pub(super) before: String,
    /// The version that the change gave it.
    pub(super) element_version: i64,
}

/// A change by its identity.
pub(super) fn change(tx: &mut Tx<'_>, id: BulkChangeId) -> Result<Option<BulkChange>, DbError> {
    tx.one(
        "select bulk_change_id, person_id, person_name, at, kind, words, taken_back_at, version \
         from bulk_changes where tenant = $1 and bulk_change_id = $2",
        params![id.bytes()],
        |row| {
            Ok(BulkChange {
                id: row.id(0)?,
                person: row.id(1)?,
                person_name: row.text(2)?,
                at: row.int(3)?,
                kind: Kind::from_code(&row.text(4)?).unwrap_or_default(),
                words: row.text(5)?,
                taken_back_at: row.maybe_int(6)?,
                version: row.int(7)?,
            })
        },
    )
}

/// Its elements.
pub(super) fn parts(tx: &mut Tx<'_>, id: BulkChangeId) -> Result<Vec<Part>, DbError> {
    tx.all(
        "select element_id, before, element_version from bulk_change_parts \
         where tenant = $1 and bulk_change_id = $2 order by element_id",
        params![id.bytes()],
        |row| Ok(Part { element: row.id(0)?, before: row.text(1)?, element_version: row.int(2)? }),
    )
}

/// Keeps a new change.
pub(super) fn insert_change(tx: &mut Tx<'_>, change: &BulkChange) -> Result<(), AppError> {
    tx.run(
        "insert into bulk_changes (tenant, bulk_change_id, person_id, person_name, at, kind, words, \
         taken_back_at, version) values ($1, $2, $3, $4, $5, $6, $7, null, 1)",
        params![
            change.id.bytes(),
            change.person.bytes(),
            &change.person_name,
            change.at,
            change.kind.code(),
            &change.words,
        ],
    )?;
    record(tx, "change_many", "bulk_change", change.id.bytes(), 1, &change.told())
}

/// Keeps what one of its elements was before; the element's own row tells of the change itself.
pub(super) fn insert_part(tx: &mut Tx<'_>, id: BulkChangeId, part: &Part) -> Result<(), DbError> {
    tx.run(
        "insert into bulk_change_parts (tenant, bulk_change_id, element_id, before, element_version) \
         values ($1, $2, $3, $4, $5)",
        params![id.bytes(), part.element.bytes(), &part.before, part.element_version],
    )?;
    Ok(())
}

/// Keeps that it was taken back. Stale when somebody else was faster.
pub(super) fn take_back(tx: &mut Tx<'_>, change: &BulkChange) -> Result<(), AppError> {
    let changed = tx.run(
        "update bulk_changes set taken_back_at = $3, version = $4 \
         where tenant = $1 and bulk_change_id = $2 and version = $4 - 1",
        params![change.id.bytes(), change.taken_back_at.unwrap_or_default(), change.version],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "undo", "bulk_change", change.id.bytes(), change.version, &change.told())
}

/// Whether somebody is in the register and has not left.
pub(super) fn is_person(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, DbError> {
    let found = tx.one(
        "select 1 from people where tenant = $1 and person_id = $2 and left_on is null",
        params![person.bytes()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

//! SQL of the people that are found by name.

use db::{DbError, Tx, params};
use domain::ids::PersonId;

/// Rows of the trail that are looked through for a change of somebody; beyond it reading the register
/// anew costs less.
const MOST_FOLLOWED: i64 = 5_000;

/// Somebody of the register.
#[derive(Clone)]
pub(super) struct Called {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) title: String,
}

/// Everybody in the register, by name.
pub(super) fn registered(tx: &mut Tx<'_>) -> Result<Vec<Called>, DbError> {
    tx.all(
        "select person_id, name, title from people where tenant = $1 order by sort_key, person_id",
        &[],
        |row| Ok(Called { person: row.id(0)?, name: row.text(1)?, title: row.text(2)? }),
    )
}

/// How many changes of any kind the municipality has seen: as long as it stands, so does the register.
pub(super) fn changes(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let head = "select seq from audit_heads where tenant = $1";
    Ok(tx.one(head, &[], |row| row.int(0))?.unwrap_or(0))
}

/// Whether the register may have changed after a number of changes: every change of somebody is in
/// the trail. Walks the trail by number, which is why the object is hidden from the index of objects.
pub(super) fn may_have_changed(tx: &mut Tx<'_>, since: i64, now: i64) -> Result<bool, DbError> {
    if now - since > MOST_FOLLOWED {
        return Ok(true);
    }
    let changed = tx.one(
        "select 1 from audit_rows where tenant = $1 and seq > $2 and object || '' = 'person' limit 1",
        params![since],
        |row| row.int(0),
    )?;
    Ok(changed.is_some())
}

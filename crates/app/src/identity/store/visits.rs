//! SQL of when people were here last.

use db::{DbError, Tx, params};
use domain::ids::PersonId;

/// How long somebody is away, in microseconds, before they come again: a night.
const AWAY: i64 = 8 * 3_600 * 1_000_000;

/// Notes that a person is here. After a while away it is a new visit, and the last one is kept as the
/// one before.
pub fn note_visit(tx: &mut Tx<'_>, person: PersonId, at: i64) -> Result<(), DbError> {
    tx.run(
        "insert into visits (tenant, person_id, last_at, before_at) values ($1, $2, $3, null) \
         on conflict (tenant, person_id) do update set before_at = case \
         when excluded.last_at - visits.last_at > $4 then visits.last_at else visits.before_at end, \
         last_at = excluded.last_at",
        params![person.bytes(), at, AWAY],
    )?;
    Ok(())
}

/// When a person was here the time before this one, in microseconds since 1970 in UTC; none who is
/// here for the first time.
pub fn visit_before(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<i64>, DbError> {
    let found = tx.one(
        "select before_at from visits where tenant = $1 and person_id = $2",
        params![person.bytes()],
        |row| row.maybe_int(0),
    )?;
    Ok(found.flatten())
}

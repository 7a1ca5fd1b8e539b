//! The chain as people read it: the history of an object and the trail, a page at a time.

use crate::{DbError, Tx, params};

/// One row of the trail as a reviewer reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailRow {
    /// Its number in the chain; 1 is the first.
    pub seq: i64,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
    /// Who did it, by the name of the time.
    pub actor_name: String,
    /// In which role.
    pub acting_as: String,
    /// What was done.
    pub action: String,
    /// The kind of object it was done to.
    pub object: String,
    /// The object.
    pub object_id: [u8; 16],
    /// The object's version after it.
    pub version: i64,
    /// The object after it as JSON; none when it was erased.
    pub payload: Option<String>,
}

fn trail_row(row: &crate::Row<'_>) -> Result<TrailRow, DbError> {
    Ok(TrailRow {
        seq: row.int(0)?,
        at: row.int(1)?,
        actor_name: row.text(2)?,
        acting_as: row.text(3)?,
        action: row.text(4)?,
        object: row.text(5)?,
        object_id: row.id(6)?,
        version: row.int(7)?,
        payload: row.maybe_text(8)?,
    })
}

/// The newest rows with a number below `before_seq`, at most `most` of them, newest first.
///
/// # Errors
/// The engine's.
pub fn page(tx: &mut Tx<'_>, before_seq: i64, most: i64) -> Result<Vec<TrailRow>, DbError> {
    tx.all(
        "select r.seq, r.at, r.actor_name, r.acting_as, r.action, r.object, r.object_id, \
         r.version, p.payload \
         from audit_rows r left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.seq < $2 order by r.seq desc limit $3",
        params![before_seq, most],
        trail_row,
    )
}

/// As [`page`], for one object: its history.
///
/// # Errors
/// The engine's.
pub fn page_of(
    tx: &mut Tx<'_>,
    (object, id): (&str, [u8; 16]),
    before_seq: i64,
    most: i64,
) -> Result<Vec<TrailRow>, DbError> {
    tx.all(
        "select r.seq, r.at, r.actor_name, r.acting_as, r.action, r.object, r.object_id, \
         r.version, p.payload \
         from audit_rows r left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.object = $2 and r.object_id = $3 and r.seq < $4 \
         order by r.seq desc limit $5",
        params![object, id, before_seq, most],
        trail_row,
    )
}

/// Who brought an object to a version, and when in microseconds since 1970 in UTC; none where the
/// trail does not say. Of several who did, the latest.
///
/// # Errors
/// The engine's.
pub fn author_of(
    tx: &mut Tx<'_>,
    (object, id): (&str, [u8; 16]),
    version: i64,
) -> Result<Option<(String, i64)>, DbError> {
    tx.one(
        "select actor_name, at from audit_rows where tenant = $1 and object = $2 \
         and object_id = $3 and version = $4 order by seq desc limit 1",
        params![object, id, version],
        |row| Ok((row.text(0)?, row.int(1)?)),
    )
}

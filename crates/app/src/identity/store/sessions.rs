//! SQL of sessions: only the digests of their tokens are kept.

use db::{DbError, Tx, params};
use domain::ids::PersonId;

use crate::identity::IDLE_MICROS;

/// A session in use.
pub struct Session {
    /// Whose.
    pub person: PersonId,
    /// When it was last noted.
    pub seen_at: i64,
    /// When the person last wrote the password; none when the session was opened without one.
    pub confirmed_at: Option<i64>,
}

/// The session of a token's digest.
pub fn session(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Option<Session>, DbError> {
    tx.one(
        "select person_id, seen_at, stepped_up_at from sessions where tenant = $1 and token_hash = $2",
        params![digest.to_vec()],
        |row| {
            Ok(Session {
                person: row.id(0)?,
                seen_at: row.int(1)?,
                confirmed_at: row.maybe_int(2)?,
            })
        },
    )
}

/// Opens a session, and clears away those that ended by themselves. `confirmed_at` is when the
/// person wrote the password. The caller exempts the write from audit or records the sign-in.
pub fn insert_session(
    tx: &mut Tx<'_>,
    digest: &[u8],
    person: PersonId,
    confirmed_at: Option<i64>,
) -> Result<(), DbError> {
    let at = tx.author().at;
    tx.run("delete from sessions where tenant = $1 and seen_at < $2", params![at - IDLE_MICROS])?;
    tx.run(
        "insert into sessions (tenant, token_hash, person_id, created_at, seen_at, stepped_up_at) \
         values ($1, $2, $3, $4, $4, $5)",
        params![digest.to_vec(), person.bytes(), at, confirmed_at],
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

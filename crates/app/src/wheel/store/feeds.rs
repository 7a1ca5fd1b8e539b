//! SQL of calendars that people subscribe to.

use db::{DbError, Row, Tx, params};
use domain::ids::{FeedId, OrgUnitId, PersonId};
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// Most calendars of a person that are listed.
const MOST: i64 = 50;

/// A calendar at a secret address, which is not kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(in crate::wheel) struct Feed {
    /// Identity.
    pub(in crate::wheel) id: FeedId,
    /// Whose; it stops when they have no role any more.
    pub(in crate::wheel) person: PersonId,
    /// The org unit it is about; none for all where the person holds roles.
    pub(in crate::wheel) org_unit: Option<OrgUnitId>,
    /// When it was made.
    pub(in crate::wheel) at: i64,
}

fn read(row: &Row<'_>) -> Result<Feed, DbError> {
    Ok(Feed { id: row.id(0)?, person: row.id(1)?, org_unit: row.maybe_id(2)?, at: row.int(3)? })
}

/// The calendars of a person that are open, the newest first.
pub(in crate::wheel) fn feeds_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Feed>, DbError> {
    tx.all(
        "select feed_id, person_id, org_unit_id, at from calendar_feeds \
         where tenant = $1 and person_id = $2 and revoked_at is null order by at desc, feed_id \
         limit $3",
        params![person.bytes(), MOST],
        read,
    )
}

/// The open calendar whose address has the digest.
pub(in crate::wheel) fn feed_by_digest(
    tx: &mut Tx<'_>,
    digest: Vec<u8>,
) -> Result<Option<Feed>, DbError> {
    tx.one(
        "select feed_id, person_id, org_unit_id, at from calendar_feeds \
         where tenant = $1 and digest = $2 and revoked_at is null",
        params![digest],
        read,
    )
}

/// Keeps a calendar under the digest of its address.
pub(in crate::wheel) fn insert_feed(
    tx: &mut Tx<'_>,
    feed: &Feed,
    digest: Vec<u8>,
) -> Result<(), AppError> {
    tx.run(
        "insert into calendar_feeds (tenant, feed_id, person_id, org_unit_id, digest, at, version) \
         values ($1, $2, $3, $4, $5, $6, 1)",
        params![
            feed.id.bytes(),
            feed.person.bytes(),
            feed.org_unit.map(OrgUnitId::bytes),
            digest,
            feed.at,
        ],
    )?;
    record(tx, "open", "calendar_feed", feed.id.bytes(), 1, feed)
}

/// Ends a calendar of the person's own; nothing happens when it has ended.
pub(in crate::wheel) fn revoke(tx: &mut Tx<'_>, feed: &Feed, at: i64) -> Result<(), AppError> {
    let ended = tx.run(
        "update calendar_feeds set revoked_at = $4, version = version + 1 \
         where tenant = $1 and feed_id = $2 and person_id = $3 and revoked_at is null",
        params![feed.id.bytes(), feed.person.bytes(), at],
    )?;
    if ended > 0 {
        record(tx, "close", "calendar_feed", feed.id.bytes(), 2, feed)?;
    }
    Ok(())
}

//! What happened to accounts: begun, handed in, taken back, returned, approved.

use db::{DbError, Tx, params};
use domain::followup::EventKind;
use domain::ids::{FollowUpId, PartId, PersonId};
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// One thing that happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Event {
    /// Identity.
    pub id: [u8; 16],
    /// The account.
    pub account: FollowUpId,
    /// The part it is about, for a return.
    pub part: Option<PartId>,
    /// What.
    pub kind: EventKind,
    /// Words with it; may be empty.
    pub comment: String,
    /// Who.
    pub person: PersonId,
    /// The person's name at the time.
    pub person_name: String,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
    /// The version of the account that it led to; events are in this order.
    pub version: i64,
}

/// The events of an account, latest first.
pub fn events_of(tx: &mut Tx<'_>, account: FollowUpId) -> Result<Vec<Event>, DbError> {
    tx.all(
        "select event_id, follow_up_id, part_id, kind, comment, person_id, person_name, at, version \
         from follow_up_events where tenant = $1 and follow_up_id = $2 \
         order by version desc, event_id",
        params![account.bytes()],
        |row| {
            Ok(Event {
                id: row.id(0)?,
                account: row.id(1)?,
                part: row.maybe_id(2)?,
                kind: row.parsed(3)?,
                comment: row.text(4)?,
                person: row.id(5)?,
                person_name: row.text(6)?,
                at: row.int(7)?,
                version: row.int(8)?,
            })
        },
    )
}

/// Keeps an event.
pub fn insert_event(tx: &mut Tx<'_>, event: &Event) -> Result<(), AppError> {
    tx.run(
        "insert into follow_up_events (tenant, event_id, follow_up_id, part_id, kind, comment, \
         person_id, person_name, at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            event.id,
            event.account.bytes(),
            event.part.map(PartId::bytes),
            event.kind.code(),
            &event.comment,
            event.person.bytes(),
            &event.person_name,
            event.at,
            event.version
        ],
    )?;
    record(tx, event.kind.code(), "follow_up_event", event.id, 1, event)
}

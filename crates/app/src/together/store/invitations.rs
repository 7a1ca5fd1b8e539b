//! Invitations to write in an account.

use std::collections::BTreeSet;

use db::{DbError, Row, Tx, params};
use domain::ids::{FollowUpId, InvitationId, PartId, PersonId};
use jiff::civil::Date;
use serde::Serialize;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// That somebody is asked to write in an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Invitation {
    /// Identity.
    pub id: InvitationId,
    /// The account.
    pub account: FollowUpId,
    /// The part; none for all of it.
    pub part: Option<PartId>,
    /// Who is asked.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// Who asks, by name.
    pub invited_by: String,
    /// The day by which.
    pub due_on: Date,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    /// When it was taken back; none while it holds.
    pub removed_at: Option<i64>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

fn invitation_row(row: &Row<'_>) -> Result<Invitation, DbError> {
    Ok(Invitation {
        id: row.id(0)?,
        account: row.id(1)?,
        part: row.maybe_id(2)?,
        person: row.id(3)?,
        person_name: row.text(4)?,
        invited_by: row.text(5)?,
        due_on: row.parsed(6)?,
        at: row.int(7)?,
        removed_at: row.maybe_int(8)?,
        version: row.int(9)?,
    })
}

/// The invitations to an account, also those that are taken back, in the order of names.
pub fn invitations_of(tx: &mut Tx<'_>, account: FollowUpId) -> Result<Vec<Invitation>, DbError> {
    tx.all(
        "select invitation_id, follow_up_id, part_id, person_id, person_name, invited_by, due_on, \
         at, removed_at, version from follow_up_invitations \
         where tenant = $1 and follow_up_id = $2 order by person_name, at, invitation_id",
        params![account.bytes()],
        invitation_row,
    )
}

/// The invitations of a person that hold in rounds that are open, the first due first.
pub fn invitations_to(
    tx: &mut Tx<'_>,
    person: PersonId,
    today: Date,
) -> Result<Vec<Invitation>, DbError> {
    tx.all(
        "select i.invitation_id, i.follow_up_id, i.part_id, i.person_id, i.person_name, \
         i.invited_by, i.due_on, i.at, i.removed_at, i.version from follow_up_invitations i \
         join follow_ups f on f.tenant = i.tenant and f.follow_up_id = i.follow_up_id \
         join rounds r on r.tenant = f.tenant and r.round_id = f.round_id \
         where i.tenant = $1 and i.person_id = $2 and i.removed_at is null and r.closes_on >= $3 \
         order by i.due_on, i.invitation_id limit 100",
        params![person.bytes(), today.to_string()],
        invitation_row,
    )
}

/// The invitations that hold in some accounts.
pub fn invitations_among(
    tx: &mut Tx<'_>,
    accounts: &BTreeSet<FollowUpId>,
) -> Result<Vec<Invitation>, DbError> {
    ask(
        tx,
        among!(
            "select invitation_id, follow_up_id, part_id, person_id, person_name, invited_by, \
             due_on, at, removed_at, version from follow_up_invitations \
             where tenant = $1 and removed_at is null and follow_up_id"
        ),
        accounts.iter().map(|id| id.bytes()),
        invitation_row,
    )
}

/// Keeps an invitation; one that was kept before is let be.
pub fn insert_invitation(tx: &mut Tx<'_>, one: &Invitation) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into follow_up_invitations (tenant, invitation_id, follow_up_id, part_id, \
         person_id, person_name, invited_by, due_on, at, removed_at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, 1) on conflict do nothing",
        params![
            one.id.bytes(),
            one.account.bytes(),
            one.part.map(PartId::bytes),
            one.person.bytes(),
            &one.person_name,
            &one.invited_by,
            one.due_on.to_string(),
            one.at
        ],
    )?;
    if kept == 0 {
        return Ok(());
    }
    record(tx, "invite", "follow_up_invitation", one.id.bytes(), one.version, one)
}

/// Takes an invitation back; one that is taken back already is let be.
pub fn remove_invitation(tx: &mut Tx<'_>, one: &Invitation, now: i64) -> Result<(), AppError> {
    let removed = tx.run(
        "update follow_up_invitations set removed_at = $3, version = version + 1 \
         where tenant = $1 and invitation_id = $2 and removed_at is null",
        params![one.id.bytes(), now],
    )?;
    if removed == 0 {
        return Ok(());
    }
    let after = Invitation { removed_at: Some(now), version: one.version + 1, ..one.clone() };
    record(tx, "uninvite", "follow_up_invitation", one.id.bytes(), after.version, &after)
}

//! What was sent back and is not handed in again, and who handed in what waits.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::followup::PartState;
use domain::ids::{FollowUpId, PartId, PersonId, RoundId};

use crate::elements::store::{among, ask};

/// A part that was sent back; it is one until the account is handed in again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Returned {
    /// The account.
    pub account: FollowUpId,
    /// The part.
    pub part: PartId,
    /// What the part is about.
    pub title: String,
    /// Whether it has been answered meanwhile.
    pub state: PartState,
    /// What should become clearer.
    pub comment: String,
    /// Who sent it back.
    pub person: PersonId,
    /// Their name at the time.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
}

fn returned_row(row: &Row<'_>) -> Result<Returned, DbError> {
    Ok(Returned {
        account: row.id(0)?,
        part: row.id(1)?,
        title: row.text(2)?,
        state: row.parsed(3)?,
        comment: row.text(4)?,
        person: row.id(5)?,
        person_name: row.text(6)?,
        at: row.int(7)?,
    })
}

macro_rules! from_returned {
    () => {
        "select e.follow_up_id, e.part_id, p.title, p.state, e.comment, e.person_id, \
         e.person_name, e.at from follow_up_events e \
         join follow_ups f on f.tenant = e.tenant and f.follow_up_id = e.follow_up_id \
         join parts p on p.tenant = e.tenant and p.part_id = e.part_id \
         where e.tenant = $1 and f.state = 'draft' and e.kind = 'returned' and not exists \
         (select 1 from follow_up_events s where s.tenant = $1 \
         and s.follow_up_id = e.follow_up_id and s.kind = 'submitted' \
         and s.version > e.version) and f."
    };
}

macro_rules! returned {
    ($which:literal) => {
        concat!(from_returned!(), $which, " = $2 order by e.version desc, e.event_id")
    };
}

/// What was sent back of one account, latest first.
pub fn returned_of(tx: &mut Tx<'_>, account: FollowUpId) -> Result<Vec<Returned>, DbError> {
    tx.all(returned!("follow_up_id"), params![account.bytes()], returned_row)
}

/// What was sent back of some accounts, latest first.
pub fn returned_of_accounts(
    tx: &mut Tx<'_>,
    accounts: &BTreeSet<FollowUpId>,
) -> Result<BTreeMap<FollowUpId, Vec<Returned>>, DbError> {
    let found = ask(
        tx,
        concat!(
            among!(concat!(from_returned!(), "follow_up_id")),
            " order by e.version desc, e.event_id"
        ),
        accounts.iter().map(|id| id.bytes()),
        returned_row,
    )?;
    let mut by_account: BTreeMap<FollowUpId, Vec<Returned>> = BTreeMap::new();
    for one in found {
        by_account.entry(one.account).or_default().push(one);
    }
    Ok(by_account)
}

/// What was sent back in a round, by account.
pub fn returned_in_round(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<BTreeMap<FollowUpId, Vec<Returned>>, DbError> {
    let mut by_account: BTreeMap<FollowUpId, Vec<Returned>> = BTreeMap::new();
    for one in tx.all(returned!("round_id"), params![round.bytes()], returned_row)? {
        by_account.entry(one.account).or_default().push(one);
    }
    Ok(by_account)
}

/// The accounts of a round that wait to be approved and that the person handed in, which somebody
/// else has to approve.
pub fn handed_in_by(
    tx: &mut Tx<'_>,
    round: RoundId,
    person: PersonId,
) -> Result<BTreeSet<FollowUpId>, DbError> {
    let found = tx.all(
        "select e.follow_up_id from follow_up_events e \
         join follow_ups f on f.tenant = e.tenant and f.follow_up_id = e.follow_up_id \
         where e.tenant = $1 and f.round_id = $2 and f.state = 'submitted' \
         and e.kind = 'submitted' and e.person_id = $3 and not exists \
         (select 1 from follow_up_events s where s.tenant = $1 \
         and s.follow_up_id = e.follow_up_id and s.kind = 'submitted' and s.version > e.version)",
        params![round.bytes(), person.bytes()],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

//! What is sent: claimed first, so that one node sends it, and its outcome kept.

use std::collections::BTreeSet;

use db::{DbError, Tx, params};
use domain::ids::PersonId;
use domain::reminders::Sending;
use jiff::civil::Date;

/// Why rows of this table are no history of anybody's: they are one themselves.
const REASON: &str = "which mails were sent is kept as rows of their own";

/// A mail to be claimed.
#[derive(Clone, Debug)]
pub(in crate::reminders) struct Claim {
    pub(in crate::reminders) person: PersonId,
    pub(in crate::reminders) day: Date,
    pub(in crate::reminders) kind: Sending,
    /// Until when nobody else may take it.
    pub(in crate::reminders) until: i64,
    /// Now.
    pub(in crate::reminders) at: i64,
    /// How many things it tells.
    pub(in crate::reminders) things: i64,
    /// Which, each with its day.
    pub(in crate::reminders) told: String,
    /// What is kept of the key by which letters are turned off.
    pub(in crate::reminders) stop: Vec<u8>,
}

/// Claims a mail; answers which attempt it is, and none when another has it, it has been sent, or it
/// has been claimed twice without anybody knowing what became of it.
pub(in crate::reminders) fn claim(tx: &mut Tx<'_>, one: &Claim) -> Result<Option<i64>, DbError> {
    tx.leave_unaudited(REASON);
    let claimed = tx.run(
        "insert into reminders_sent (tenant, person_id, day, kind, state, attempts, unsure, until, \
         at, things, told, error) values ($1, $2, $3, $4, 'claimed', 1, 0, $5, $6, $7, $8, '') \
         on conflict (tenant, person_id, day, kind) do update set state = 'claimed', \
         attempts = reminders_sent.attempts + 1, unsure = reminders_sent.unsure + \
         case when reminders_sent.state = 'claimed' then 1 else 0 end, until = excluded.until, \
         at = excluded.at, things = excluded.things, told = excluded.told \
         where reminders_sent.until <= excluded.at and (reminders_sent.state = 'waiting' \
         or (reminders_sent.state = 'claimed' and reminders_sent.unsure = 0))",
        params![
            one.person.bytes(),
            one.day.to_string(),
            one.kind.code(),
            one.until,
            one.at,
            one.things,
            &one.told
        ],
    )?;
    if claimed == 0 {
        return Ok(None);
    }
    tx.run(
        "insert into reminder_stops (tenant, digest, person_id, day) values ($1, $2, $3, $4) \
         on conflict do nothing",
        params![one.stop.clone(), one.person.bytes(), one.day.to_string()],
    )?;
    tx.one(
        "select attempts from reminders_sent where tenant = $1 and person_id = $2 and day = $3 \
         and kind = $4",
        params![one.person.bytes(), one.day.to_string(), one.kind.code()],
        |row| row.int(0),
    )
}

/// What became of a claimed mail, with what the server said and when it is tried again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::reminders) enum Fate {
    /// A server took it.
    Sent,
    /// A server would not take it now.
    Waits(String, i64),
    /// There was no server; that is no attempt of the letter's.
    Untried(String, i64),
    /// It will never be taken, or has been tried often enough.
    Failed(String),
}

/// Keeps what became of a mail in the attempt that it was claimed for. Nothing when the claim has
/// ended meanwhile and the mail is another's.
pub(in crate::reminders) fn keep_fate(
    tx: &mut Tx<'_>,
    claim: &Claim,
    (attempt, at): (i64, i64),
    fate: &Fate,
) -> Result<(), DbError> {
    tx.leave_unaudited(REASON);
    let (state, error, until, attempts) = match fate {
        Fate::Sent => ("sent", "", 0, attempt),
        Fate::Waits(error, again) => ("waiting", error.as_str(), *again, attempt),
        Fate::Untried(error, again) => ("waiting", error.as_str(), *again, attempt - 1),
        Fate::Failed(error) => ("failed", error.as_str(), 0, attempt),
    };
    tx.run(
        "update reminders_sent set state = $5, error = $6, until = $7, at = $8, attempts = $10 \
         where tenant = $1 and person_id = $2 and day = $3 and kind = $4 and state = 'claimed' \
         and attempts = $9",
        params![
            claim.person.bytes(),
            claim.day.to_string(),
            claim.kind.code(),
            state,
            error,
            until,
            at,
            attempt,
            attempts
        ],
    )?;
    Ok(())
}

/// Who has a digest of the day that may still leave: what it will tell is not told before it.
pub(in crate::reminders) fn digests_on_their_way(
    tx: &mut Tx<'_>,
    day: Date,
) -> Result<BTreeSet<PersonId>, DbError> {
    let found = tx.all(
        "select person_id from reminders_sent where tenant = $1 and day = $2 and kind = $3 \
         and state in ('waiting', 'claimed')",
        params![day.to_string(), Sending::Digest.code()],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

/// Who has a mail of a kind and a day already, whatever became of it.
pub(in crate::reminders) fn written_on(
    tx: &mut Tx<'_>,
    day: Date,
    kind: Sending,
) -> Result<BTreeSet<PersonId>, DbError> {
    let found = tx.all(
        "select person_id from reminders_sent where tenant = $1 and day = $2 and kind = $3",
        params![day.to_string(), kind.code()],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

/// Mails of the day that were not taken, or whose claim ended without an outcome, and may be tried
/// again now.
pub(in crate::reminders) fn to_try_again(
    tx: &mut Tx<'_>,
    day: Date,
    now: i64,
    most: i64,
) -> Result<Vec<(PersonId, Sending)>, DbError> {
    tx.all(
        "select person_id, kind from reminders_sent where tenant = $1 and day = $2 \
         and until <= $3 and (state = 'waiting' or (state = 'claimed' and unsure = 0)) \
         order by until, person_id limit $4",
        params![day.to_string(), now, most],
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )
}

/// Lets a mail be that was to be tried again and has nothing to tell any more.
pub(in crate::reminders) fn drop_letter(
    tx: &mut Tx<'_>,
    (person, day, kind): (PersonId, Date, Sending),
    now: i64,
) -> Result<(), DbError> {
    tx.leave_unaudited(REASON);
    tx.run(
        "update reminders_sent set state = 'dropped', until = 0, at = $5, error = '' \
         where tenant = $1 and person_id = $2 and day = $3 and kind = $4 and until <= $5 \
         and state in ('waiting', 'claimed')",
        params![person.bytes(), day.to_string(), kind.code(), now],
    )?;
    Ok(())
}

/// Gives up what nobody knows the fate of for the second time, and what an earlier day left.
pub(in crate::reminders) fn give_up_unsure(
    tx: &mut Tx<'_>,
    day: Date,
    now: i64,
) -> Result<(), DbError> {
    tx.leave_unaudited(REASON);
    tx.run(
        "update reminders_sent set state = 'failed', until = 0 where tenant = $1 and day <= $2 \
         and until <= $3 and ((state = 'claimed' and (unsure > 0 or day < $2)) \
         or (state = 'waiting' and day < $2))",
        params![day.to_string(), now],
    )?;
    Ok(())
}

/// Takes the day's walk over all people. False when another node has it or it is done.
pub(in crate::reminders) fn claim_run(
    tx: &mut Tx<'_>,
    day: Date,
    (now, until): (i64, i64),
) -> Result<bool, DbError> {
    tx.leave_unaudited(REASON);
    let claimed = tx.run(
        "insert into reminder_runs (tenant, day, until) values ($1, $2, $4) \
         on conflict (tenant, day) do update set until = excluded.until \
         where reminder_runs.done_at is null and reminder_runs.until <= $3",
        params![day.to_string(), now, until],
    )?;
    Ok(claimed > 0)
}

/// Keeps the walk a while longer, or lets another take it from then.
pub(in crate::reminders) fn hold_run(
    tx: &mut Tx<'_>,
    day: Date,
    until: i64,
) -> Result<(), DbError> {
    tx.leave_unaudited(REASON);
    tx.run(
        "update reminder_runs set until = $3 where tenant = $1 and day = $2 and done_at is null",
        params![day.to_string(), until],
    )?;
    Ok(())
}

/// Whether the day's walk over all people is done, by whichever node.
pub(in crate::reminders) fn is_run_done(tx: &mut Tx<'_>, day: Date) -> Result<bool, DbError> {
    let done = tx.one(
        "select done_at from reminder_runs where tenant = $1 and day = $2",
        params![day.to_string()],
        |row| row.maybe_int(0),
    )?;
    Ok(done.flatten().is_some())
}

/// The walk is done for the day.
pub(in crate::reminders) fn end_run(tx: &mut Tx<'_>, day: Date, now: i64) -> Result<(), DbError> {
    tx.leave_unaudited(REASON);
    tx.run(
        "update reminder_runs set done_at = $3 where tenant = $1 and day = $2",
        params![day.to_string(), now],
    )?;
    Ok(())
}

/// Forgets what was sent before a day: whom mails went to is kept no longer than it is of use.
pub(in crate::reminders) fn forget_before(tx: &mut Tx<'_>, day: Date) -> Result<(), DbError> {
    tx.leave_unaudited(REASON);
    tx.run("delete from reminders_sent where tenant = $1 and day < $2", params![day.to_string()])?;
    tx.run("delete from reminder_runs where tenant = $1 and day < $2", params![day.to_string()])?;
    tx.run("delete from reminder_stops where tenant = $1 and day < $2", params![day.to_string()])?;
    Ok(())
}

/// Whose letter brought a key, by its digest; none for one that was never sent or is forgotten.
pub(in crate::reminders) fn person_by_stop(
    tx: &mut Tx<'_>,
    digest: Vec<u8>,
) -> Result<Option<PersonId>, DbError> {
    tx.one(
        "select person_id from reminder_stops where tenant = $1 and digest = $2",
        params![digest],
        |row| row.id(0),
    )
}

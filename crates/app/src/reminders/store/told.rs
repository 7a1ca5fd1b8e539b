//! What has been sent, for the pages that tell.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::ids::PersonId;
use domain::reminders::{Pace, Sending};
use jiff::civil::Date;

/// The day of the latest mails to a person before a day, and what they told.
pub(in crate::reminders) fn last_told(
    tx: &mut Tx<'_>,
    person: PersonId,
    before: Date,
) -> Result<Option<(Date, Vec<String>)>, DbError> {
    // Two leave in a day at most.
    let found: Vec<(Date, String)> = tx.all(
        "select day, told from reminders_sent where tenant = $1 and person_id = $2 and day < $3 \
         and state = 'sent' order by day desc limit 2",
        params![person.bytes(), before.to_string()],
        |row| Ok((row.parsed(0)?, row.text(1)?)),
    )?;
    let Some((latest, _)) = found.first().cloned() else { return Ok(None) };
    let told = found.iter().filter(|(day, _)| *day == latest).flat_map(|(_, told)| told.lines());
    Ok(Some((latest, told.map(str::to_owned).collect())))
}

/// What the digests of a day told, by whom they went to.
pub(in crate::reminders) fn told_on(
    tx: &mut Tx<'_>,
    day: Date,
) -> Result<BTreeMap<PersonId, String>, DbError> {
    let found = tx.all(
        "select person_id, told from reminders_sent where tenant = $1 and day = $2 and kind = $3 \
         and state in ('sent', 'claimed', 'waiting')",
        params![day.to_string(), Sending::Digest.code()],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

/// What was told in a person's digest of a day, a line for each.
pub(in crate::reminders) fn told_of(
    tx: &mut Tx<'_>,
    person: PersonId,
    day: Date,
) -> Result<Vec<String>, DbError> {
    let found = tx.all(
        "select told from reminders_sent where tenant = $1 and person_id = $2 and day = $3 \
         and kind = $4 and state in ('sent', 'claimed')",
        params![person.bytes(), day.to_string(), Sending::Digest.code()],
        |row| row.text(0),
    )?;
    Ok(found.iter().flat_map(|told| told.lines()).map(str::to_owned).collect())
}

/// When a mail was last sent to a person, and how many things it told.
pub(in crate::reminders) fn last_sent(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Option<(i64, i64)>, DbError> {
    tx.one(
        "select at, things from reminders_sent where tenant = $1 and person_id = $2 \
         and state = 'sent' order by day desc, at desc limit 1",
        params![person.bytes()],
        |row| Ok((row.int(0)?, row.int(1)?)),
    )
}

/// How many mails of a day have come how far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::reminders) struct Day {
    pub(in crate::reminders) on: Date,
    pub(in crate::reminders) sent: i64,
    pub(in crate::reminders) waiting: i64,
    pub(in crate::reminders) failed: i64,
}

fn day_row(row: &Row<'_>) -> Result<Day, DbError> {
    Ok(Day { on: row.parsed(0)?, sent: row.int(1)?, waiting: row.int(2)?, failed: row.int(3)? })
}

/// The last days that anything was sent on, the latest first.
pub(in crate::reminders) fn days(tx: &mut Tx<'_>, since: Date) -> Result<Vec<Day>, DbError> {
    tx.all(
        "select day, count(case when state = 'sent' then 1 end), \
         count(case when state in ('waiting', 'claimed') then 1 end), \
         count(case when state = 'failed' then 1 end) from reminders_sent \
         where tenant = $1 and day >= $2 group by day order by day desc",
        params![since.to_string()],
        day_row,
    )
}

/// The last mail that was not taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::reminders) struct Failure {
    pub(in crate::reminders) at: i64,
    /// Whether it is tried again.
    pub(in crate::reminders) waits: bool,
    /// What the server said; empty when nobody knows.
    pub(in crate::reminders) error: String,
}

/// The last mail since a day that was not taken.
pub(in crate::reminders) fn last_failure(
    tx: &mut Tx<'_>,
    since: Date,
) -> Result<Option<Failure>, DbError> {
    tx.one(
        "select at, state, error from reminders_sent where tenant = $1 and day >= $2 \
         and state in ('waiting', 'failed') order by at desc limit 1",
        params![since.to_string()],
        |row| {
            Ok(Failure { at: row.int(0)?, waits: row.text(1)? == "waiting", error: row.text(2)? })
        },
    )
}

/// How many have chosen each pace.
pub(in crate::reminders) fn paces(tx: &mut Tx<'_>) -> Result<Vec<(Pace, i64)>, DbError> {
    tx.all(
        "select pace, count(*) from reminder_choices where tenant = $1 group by pace",
        &[],
        |row| Ok((row.parsed(0)?, row.int(1)?)),
    )
}

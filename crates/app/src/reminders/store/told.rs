//! What has been sent, for the pages that tell.

use db::{DbError, Row, Tx, params};
use domain::ids::PersonId;
use domain::reminders::{Pace, Sending};
use jiff::civil::Date;

/// What was told of the same day in a person's mails of a day, a line for each.
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

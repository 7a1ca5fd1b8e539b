//! How long accounts take to write: of an account until it is handed in, of a round as numbers alone.

use db::{DbError, Tx, params};
use domain::ids::{FollowUpId, RoundId};

/// Notes that an account is written in just now; the time since the change before is added where it
/// is no longer than a pause. Part of a write that says what it is.
pub fn note_active(
    tx: &mut Tx<'_>,
    account: FollowUpId,
    (now, longest_pause): (i64, i64),
) -> Result<(), DbError> {
    tx.run(
        "insert into account_times (tenant, follow_up_id, latest_at, micros) values ($1, $2, $3, 0) \
         on conflict (tenant, follow_up_id) do update set micros = account_times.micros + \
         case when excluded.latest_at > account_times.latest_at \
         and excluded.latest_at - account_times.latest_at <= $4 \
         then excluded.latest_at - account_times.latest_at else 0 end, \
         latest_at = excluded.latest_at",
        params![account.bytes(), now, longest_pause],
    )?;
    Ok(())
}

/// Forgets the time of an account; answers it where it is handed in for the first time. Part of a
/// write that says what it is.
pub fn take_active(tx: &mut Tx<'_>, account: FollowUpId) -> Result<Option<i64>, DbError> {
    let found = tx.one(
        "select t.micros, (select count(*) from follow_up_events e where e.tenant = $1 \
         and e.follow_up_id = $2 and e.kind = 'submitted') from account_times t \
         where t.tenant = $1 and t.follow_up_id = $2",
        params![account.bytes()],
        |row| Ok((row.int(0)?, row.int(1)?)),
    )?;
    tx.run(
        "delete from account_times where tenant = $1 and follow_up_id = $2",
        params![account.bytes()],
    )?;
    Ok(found.filter(|(_, before)| *before == 0).map(|(micros, _)| micros))
}

/// Counts one more account of a round that took so many minutes. Part of a write that says what it is.
pub fn count_minutes(tx: &mut Tx<'_>, round: RoundId, minutes: i64) -> Result<(), DbError> {
    tx.run(
        "insert into round_minutes (tenant, round_id, minutes, counted) values ($1, $2, $3, 1) \
         on conflict (tenant, round_id, minutes) do update set counted = round_minutes.counted + 1",
        params![round.bytes(), minutes],
    )?;
    Ok(())
}

/// How many accounts of a round took how many minutes, the fewest first.
pub fn minutes_of(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<(i64, i64)>, DbError> {
    tx.all(
        "select minutes, counted from round_minutes where tenant = $1 and round_id = $2 \
         order by minutes",
        params![round.bytes()],
        |row| Ok((row.int(0)?, row.int(1)?)),
    )
}

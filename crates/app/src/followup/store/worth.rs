//! How many found a report worth the time, and who has been asked; nothing ties the two together.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::ids::{FollowUpId, RoundId};

/// Whether whoever handed the account in has answered.
pub fn is_asked_for_worth(tx: &mut Tx<'_>, account: FollowUpId) -> Result<bool, DbError> {
    let found = tx.one(
        "select follow_up_id from asked_for_worth where tenant = $1 and follow_up_id = $2",
        params![account.bytes()],
        |row| row.id::<FollowUpId>(0),
    )?;
    Ok(found.is_some())
}

/// Notes that it is answered; false when it was before. Part of a write that says what it is.
pub fn ask_for_worth(tx: &mut Tx<'_>, account: FollowUpId) -> Result<bool, DbError> {
    let noted = tx.run(
        "insert into asked_for_worth (tenant, follow_up_id) values ($1, $2) on conflict do nothing",
        params![account.bytes()],
    )?;
    Ok(noted > 0)
}

/// Counts one more of an answer. Part of a write that says what it is.
pub fn count_worth(tx: &mut Tx<'_>, round: RoundId, answer: &str) -> Result<u64, DbError> {
    tx.run(
        "insert into round_worth (tenant, round_id, answer, counted) values ($1, $2, $3, 1) \
         on conflict (tenant, round_id, answer) do update set counted = round_worth.counted + 1",
        params![round.bytes(), answer],
    )
}

/// How many have said what of a round.
pub fn worth_of(tx: &mut Tx<'_>, round: RoundId) -> Result<BTreeMap<String, i64>, DbError> {
    let rows = tx.all(
        "select answer, counted from round_worth where tenant = $1 and round_id = $2",
        params![round.bytes()],
        |row| Ok((row.text(0)?, row.int(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

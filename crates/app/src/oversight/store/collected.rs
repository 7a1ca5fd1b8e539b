//! When accounts were handed in.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::ids::{FollowUpId, RoundId};

/// When each account of a round was handed in the first time, in microseconds since 1970 in UTC.
pub(in crate::oversight) fn first_handed_in(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<BTreeMap<FollowUpId, i64>, DbError> {
    let rows = tx.all(
        "select e.follow_up_id, min(e.at) from follow_up_events e \
         join follow_ups f on f.tenant = e.tenant and f.follow_up_id = e.follow_up_id \
         where e.tenant = $1 and f.round_id = $2 and e.kind = 'submitted' group by e.follow_up_id",
        params![round.bytes()],
        |row| Ok((row.id(0)?, row.int(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

//! SQL of how long things may wait.

use db::{DbError, Tx, params};
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// What the limit of deviations without a decided action is kept as.
const DEVIATIONS: &str = "deviations";
/// Its identity in the trail.
const DEVIATIONS_ID: [u8; 16] = *b"deviations-limit";

#[derive(Serialize)]
struct Limit {
    days: i64,
}

/// For how many days a deviation may wait, with the version; none when nobody has said.
pub fn limit(tx: &mut Tx<'_>) -> Result<Option<(i64, i64)>, DbError> {
    tx.one(
        "select days, version from action_limits where tenant = $1 and what = $2",
        params![DEVIATIONS],
        |row| Ok((row.int(0)?, row.int(1)?)),
    )
}

/// Keeps it; `version` is that of before, 0 when nobody had said. Stale when another was faster.
pub fn keep_limit(tx: &mut Tx<'_>, days: i64, version: i64) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into action_limits (tenant, what, days, version) values ($1, $2, $3, $4 + 1) \
         on conflict (tenant, what) do update set days = excluded.days, \
         version = excluded.version where action_limits.version = $4",
        params![DEVIATIONS, days, version],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "set", "action_limit", DEVIATIONS_ID, version + 1, &Limit { days })
}

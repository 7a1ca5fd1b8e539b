//! SQL of which side of quality measures show.

use db::{DbError, Tx, params};
use domain::ids::ElementId;
use domain::quality_sides::Side;
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// Most measures that are read.
const MOST: i64 = 500;

/// What has been said of each measure, with its version.
pub fn sides(tx: &mut Tx<'_>) -> Result<Vec<(ElementId, Option<Side>, i64)>, DbError> {
    tx.all(
        "select measure_id, side, version from quality_sides where tenant = $1 \
         order by measure_id limit $2",
        params![MOST],
        |row| Ok((row.id(0)?, row.text(1)?.parse().ok(), row.int(2)?)),
    )
}

#[derive(Serialize)]
struct Kept {
    measure: ElementId,
    side: Option<Side>,
}

/// Keeps what a measure shows; none says that it shows neither. `version` is that of before, 0 when
/// nothing was said. Stale when another was faster.
pub fn keep_side(
    tx: &mut Tx<'_>,
    measure: ElementId,
    side: Option<Side>,
    version: i64,
) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into quality_sides (tenant, measure_id, side, version) \
         values ($1, $2, $3, $4 + 1) on conflict (tenant, measure_id) do update set \
         side = excluded.side, version = excluded.version where quality_sides.version = $4",
        params![measure.bytes(), side.map_or("", Side::code), version],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "place", "quality_side", measure.bytes(), version + 1, &Kept { measure, side })
}

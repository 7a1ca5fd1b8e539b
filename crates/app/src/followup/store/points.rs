//! In which report assignments shall be answered.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::followup::RoundKind;
use domain::ids::ElementId;
use serde::Serialize;
use serde_json::json;

use crate::cx::record;
use crate::web::error::AppError;

/// The report in which an assignment shall be answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Point {
    /// The kind of report.
    pub kind: RoundKind,
    /// The year it is about.
    pub year: i16,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// All reporting points; assignments are few.
pub fn points(tx: &mut Tx<'_>) -> Result<BTreeMap<ElementId, Point>, DbError> {
    let rows = tx.all(
        "select element_id, kind, year, version from report_points where tenant = $1",
        &[],
        |row| {
            let year = i16::try_from(row.int(2)?).unwrap_or_default();
            Ok((row.id(0)?, Point { kind: row.parsed(1)?, year, version: row.int(3)? }))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// Keeps in which report an assignment is answered; none takes the point away. `version` is the one it
/// replaces, 0 for none. Stale when another was faster.
pub fn keep_point(
    tx: &mut Tx<'_>,
    assignment: ElementId,
    point: Option<(RoundKind, i16)>,
    version: i64,
) -> Result<(), AppError> {
    let changed = match (point, version) {
        (Some((kind, year)), 0) => tx.run(
            "insert into report_points (tenant, element_id, kind, year, version) \
             values ($1, $2, $3, $4, 1) on conflict do nothing",
            params![assignment.bytes(), kind.code(), i64::from(year)],
        )?,
        (Some((kind, year)), version) => tx.run(
            "update report_points set kind = $3, year = $4, version = $5 + 1 \
             where tenant = $1 and element_id = $2 and version = $5",
            params![assignment.bytes(), kind.code(), i64::from(year), version],
        )?,
        (None, version) => tx.run(
            "delete from report_points where tenant = $1 and element_id = $2 and version = $3",
            params![assignment.bytes(), version],
        )?,
    };
    if changed == 0 {
        return Err(AppError::Stale);
    }
    let after = json!({ "kind": point.map(|(kind, _)| kind), "year": point.map(|(_, year)| year) });
    record(tx, "set", "report_point", assignment.bytes(), version + 1, &after)
}

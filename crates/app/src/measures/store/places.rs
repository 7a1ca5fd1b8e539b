//! Where a value stands, as columns: measure, org unit, group and period.

use db::{DbError, Row, Value};
use domain::imports::ValueKey;

/// A place from the first four columns of a row.
pub(super) fn key_of(row: &Row<'_>) -> Result<ValueKey, DbError> {
    Ok(ValueKey {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        breakdown: row.text(2)?,
        period: row.parsed(3)?,
    })
}

/// A place with more after it.
pub(super) fn key_and(key: &ValueKey, more: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let place: [Value; 4] = [
        key.measure.bytes().into(),
        key.org_unit.bytes().into(),
        key.breakdown.as_str().into(),
        key.period.to_string().into(),
    ];
    place.into_iter().chain(more).collect()
}

//! Values, and what frozen reports stand on, as they were.

use std::collections::BTreeSet;

use db::{DbError, Sheet, Tx, Value};

use super::store;

/// The earliest that stood after the instant is what stood then.
pub(super) fn put_values_back(tx: &mut Tx<'_>, sheet: &Sheet<'_>, at: i64) -> Result<(), DbError> {
    let mut series = BTreeSet::new();
    store::replaced_after(tx, at, |stood| {
        if stood.breakdown.is_empty() {
            series.insert((stood.measure, stood.org_unit));
        }
        let key = [
            ("measure_id", Value::from(stood.measure)),
            ("org_unit_id", stood.org_unit.into()),
            ("breakdown", stood.breakdown.into()),
            ("period", stood.period.into()),
        ];
        if stood.state.is_empty() {
            return sheet.remove("outcomes", &key);
        }
        let row = [
            ("state", Value::from(stood.state)),
            ("value", stood.value.into()),
            ("scale", stood.scale.into()),
            ("quality", stood.quality.into()),
            ("origin", stood.origin.into()),
            ("at", stood.at.into()),
            ("version", stood.version.into()),
        ];
        sheet.put("outcomes", &key, &row)
    })?;
    // The latest period of a series follows its values.
    for (measure, org_unit) in series {
        let latest = store::latest_put(sheet, measure, org_unit)?;
        let key = [("measure_id", Value::from(measure)), ("org_unit_id", org_unit.into())];
        sheet.put("series", &key, &[("latest", latest.into())])?;
    }
    // What is withheld was decided of values that may not stand then.
    store::withheld_after(tx, at, |key| sheet.put("withheld", key, &[("holds", 0_i64.into())]))?;
    // What has become of values is told as far as it had come.
    store::changed_after(tx, at, |key| sheet.remove("value_history", key))
}

/// A report that was frozen afterwards stood on nothing.
pub(super) fn take_later_series_away(
    tx: &mut Tx<'_>,
    sheet: &Sheet<'_>,
    at: i64,
) -> Result<(), DbError> {
    store::frozen_after(tx, at, |key| sheet.remove("report_series", key))
}

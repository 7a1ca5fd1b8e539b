//! SQL of what frozen reports stand on, held against what stands now.

use std::collections::BTreeSet;

use db::{DbError, Row, Tx, params};
use domain::ids::{ElementId, OrgUnitId, ReportId};
use domain::measures::OutcomeValue;
use domain::periods::Period;

use super::outcomes::{value_columns, value_of_columns};
use crate::elements::store::{among, ask};

/// What a frozen report says of a measure.
pub struct FrozenSeries {
    /// The report.
    pub report: ReportId,
    /// The measure.
    pub measure: ElementId,
    /// When it was frozen, microseconds since 1970 in UTC.
    pub at: i64,
    /// What it says of each period.
    pub points: Vec<(Period, OutcomeValue)>,
}

/// Reads what [`frozen_points`] wrote; a line that says nothing is passed over.
fn read_points(text: &str) -> Vec<(Period, OutcomeValue)> {
    let read = |line: &str| {
        let mut parts = line.split(' ');
        let (period, state) = (parts.next()?.parse().ok()?, parts.next()?);
        let digits = parts.next().and_then(|digits| digits.parse().ok());
        let scale = parts.next().and_then(|scale| scale.parse().ok()).unwrap_or(0);
        Some((period, value_of_columns(state, digits, scale)?))
    };
    text.lines().filter_map(read).collect()
}

/// Values on a line each, as a frozen report keeps them.
pub fn frozen_points(points: impl Iterator<Item = (Period, OutcomeValue)>) -> String {
    points.fold(String::new(), |mut all, (period, value)| {
        use std::fmt::Write;
        let (state, digits, scale) = value_columns(value);
        // Writing to a string does not fail.
        let _ = match digits {
            Some(digits) => writeln!(all, "{period} {state} {digits} {scale}"),
            None => writeln!(all, "{period} {state}"),
        };
        all
    })
}

fn frozen_row(row: &Row<'_>) -> Result<FrozenSeries, DbError> {
    Ok(FrozenSeries {
        report: row.id(0)?,
        measure: row.id(1)?,
        points: read_points(&row.text(2)?),
        at: row.int(3)?,
    })
}

/// What the latest frozen reports of an org unit say of a measure, newest first.
pub fn frozen_of_measure(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<FrozenSeries>, DbError> {
    tx.all(
        "select report_id, measure_id, points, at from report_series \
         where tenant = $1 and measure_id = $2 and org_unit_id = $3 order by at desc limit 3",
        params![measure.bytes(), org_unit.bytes()],
        frozen_row,
    )
}

/// Which periods of some measures stand in a frozen report, of which org unit.
pub fn frozen_periods(
    tx: &mut Tx<'_>,
    measures: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeSet<(ElementId, OrgUnitId, Period)>, DbError> {
    let found = ask(
        tx,
        among!(
            "select measure_id, org_unit_id, points from report_series where tenant = $1 \
             and measure_id"
        ),
        measures.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.id(1)?, read_points(&row.text(2)?))),
    )?;
    let periods = found.into_iter().flat_map(|(measure, org_unit, points)| {
        points.into_iter().map(move |(period, _)| (measure, org_unit, period))
    });
    Ok(periods.collect())
}

/// What a frozen report says of its measures.
pub fn frozen_in_report(tx: &mut Tx<'_>, report: ReportId) -> Result<Vec<FrozenSeries>, DbError> {
    tx.all(
        "select report_id, measure_id, points, at from report_series \
         where tenant = $1 and report_id = $2 order by measure_id",
        params![report.bytes()],
        frozen_row,
    )
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn what_a_report_stands_on_is_read_back_as_it_was() {
        let points = [
            ("2026-07", OutcomeValue::Measured(Decimal::new(-810, 2))),
            ("2026-08", OutcomeValue::Missing),
            ("2026-T2", OutcomeValue::NotApplicable),
        ];
        let points = points.map(|(period, value)| (period.parse().unwrap(), value));
        assert_eq!(read_points(&frozen_points(points.into_iter())), points);
        assert_eq!(read_points("skräp\n2026 okänt\n"), []);
    }
}

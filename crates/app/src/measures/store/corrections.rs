//! SQL of corrections: what stood where a value was changed, and why; and of what frozen reports
//! stand on.

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId, ReportId};
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue, Standing};
use domain::periods::Period;

use super::outcomes::{value_columns, value_of_columns};

/// How a value came to be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CorrectionKind {
    /// By a person, in the form.
    Recorded,
    /// By a file.
    Imported,
    /// By undoing a file.
    Undone,
}

impl CorrectionKind {
    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Imported => "imported",
            Self::Undone => "undone",
        }
    }
}

impl std::str::FromStr for CorrectionKind {
    type Err = domain::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        [Self::Recorded, Self::Imported, Self::Undone]
            .into_iter()
            .find(|kind| kind.code() == text)
            .ok_or(domain::ids::NotAnId)
    }
}

/// A value that took the place of another.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The value as it became, with its place.
    pub after: Outcome,
    /// What stood there.
    pub before: Standing,
    /// How it came about.
    pub kind: CorrectionKind,
    /// Why; empty where none was owed.
    pub reason: String,
    /// Who.
    pub person: String,
    /// When, microseconds since 1970 in UTC.
    pub at: i64,
}

/// Keeps what stood where values are changed. Part of the write that changes them.
pub fn insert_corrections(
    tx: &mut Tx<'_>,
    (kind, reason): (CorrectionKind, &str),
    changes: impl IntoIterator<Item = (Outcome, Standing)>,
) -> Result<u64, DbError> {
    let author = tx.author();
    let (person, at) = (author.name.clone(), author.at);
    tx.run_many(
        "insert into corrections (tenant, measure_id, org_unit_id, breakdown, period, version, \
         before_state, before_value, before_scale, before_quality, state, value, scale, quality, \
         kind, reason, person_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, \
         $13, $14, $15, $16, $17, $18)",
        changes.into_iter().map(|(after, before)| {
            let (stood, digits_before, scale_before) = value_columns(before.value);
            let (state, digits, scale) = value_columns(after.value);
            vec![
                Value::from(after.measure.bytes()),
                after.org_unit.bytes().into(),
                after.breakdown.as_str().into(),
                after.period.to_string().into(),
                after.version.into(),
                stood.into(),
                digits_before.into(),
                scale_before.into(),
                before.quality.code().into(),
                state.into(),
                digits.into(),
                scale.into(),
                after.quality.code().into(),
                kind.code().into(),
                reason.into(),
                person.as_str().into(),
                at.into(),
            ]
        }),
    )
}

fn correction_row(row: &Row<'_>) -> Result<Correction, DbError> {
    let value = |from: usize| -> Result<OutcomeValue, DbError> {
        let state = row.text(from)?;
        value_of_columns(&state, row.maybe_int(from + 1)?, row.int(from + 2)?)
            .ok_or(DbError::Column { column: from, detail: state })
    };
    let quality = |at: usize| -> Result<OutcomeQuality, DbError> { row.parsed(at) };
    Ok(Correction {
        before: Standing { value: value(5)?, quality: quality(8)? },
        after: Outcome {
            measure: row.id(0)?,
            org_unit: row.id(1)?,
            breakdown: row.text(2)?,
            period: row.parsed(3)?,
            version: row.int(4)?,
            value: value(9)?,
            quality: quality(12)?,
        },
        kind: row.parsed(13)?,
        reason: row.text(14)?,
        person: row.text(15)?,
        at: row.int(16)?,
    })
}

/// The newest corrections of a measure, whoever's value it is.
pub fn newest_corrections(
    tx: &mut Tx<'_>,
    measure: ElementId,
    most: i64,
) -> Result<Vec<Correction>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, breakdown, period, version, before_state, before_value, \
         before_scale, before_quality, state, value, scale, quality, kind, reason, person_name, at \
         from corrections where tenant = $1 and measure_id = $2 order by at desc, period desc \
         limit $3",
        params![measure.bytes(), most],
        correction_row,
    )
}

/// What has stood for a period of an org unit, newest first.
pub fn corrections_of_value(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    period: &str,
) -> Result<Vec<Correction>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, breakdown, period, version, before_state, before_value, \
         before_scale, before_quality, state, value, scale, quality, kind, reason, person_name, at \
         from corrections where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' and period = $4 order by at desc, version desc limit 50",
        params![measure.bytes(), org_unit.bytes(), period],
        correction_row,
    )
}

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

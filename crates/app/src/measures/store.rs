//! SQL of values, events and breaks in series.

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Baseline, Outcome, OutcomeValue};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::cx::record;
use crate::web::error::AppError;

fn outcome_row(row: &Row<'_>) -> Result<Outcome, DbError> {
    let state = row.text(4)?;
    let scale = u32::try_from(row.int(6)?).unwrap_or(0).min(28);
    let value = match (state.as_str(), row.maybe_int(5)?) {
        ("measured", Some(digits)) => OutcomeValue::Measured(Decimal::new(digits, scale)),
        ("missing", _) => OutcomeValue::Missing,
        ("not_applicable", _) => OutcomeValue::NotApplicable,
        _ => return Err(DbError::Column { column: 4, detail: state }),
    };
    Ok(Outcome {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        breakdown: row.text(2)?,
        period: row.parsed(3)?,
        value,
        quality: row.parsed(7)?,
        version: row.int(8)?,
    })
}

/// One series: a measure and org unit, for all people.
pub fn series(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, breakdown, period, state, value, scale, quality, version \
         from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' order by period",
        params![measure.bytes(), org_unit.bytes()],
        outcome_row,
    )
}

/// Every value of a measure, for roll-up and for the file.
pub fn all_of_measure(tx: &mut Tx<'_>, measure: ElementId) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, breakdown, period, state, value, scale, quality, version \
         from outcomes where tenant = $1 and measure_id = $2 \
         order by org_unit_id, breakdown, period",
        params![measure.bytes()],
        outcome_row,
    )
}

/// All series of an org unit, for its pages and reports.
pub fn all_of_org_unit(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, breakdown, period, state, value, scale, quality, version \
         from outcomes where tenant = $1 and org_unit_id = $2 and breakdown = '' \
         order by measure_id, period",
        params![org_unit.bytes()],
        outcome_row,
    )
}

/// Which org units have values of a measure.
pub fn org_units_with_values(
    tx: &mut Tx<'_>,
    measure: ElementId,
) -> Result<Vec<OrgUnitId>, DbError> {
    tx.all(
        "select distinct org_unit_id from outcomes where tenant = $1 and measure_id = $2",
        params![measure.bytes()],
        |row| row.id(0),
    )
}

/// One value.
pub fn outcome(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    period: &str,
) -> Result<Option<Outcome>, DbError> {
    tx.one(
        "select measure_id, org_unit_id, breakdown, period, state, value, scale, quality, version \
         from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' and period = $4",
        params![measure.bytes(), org_unit.bytes(), period],
        outcome_row,
    )
}

/// State, digits and scale as they are kept.
pub fn value_columns(value: OutcomeValue) -> (&'static str, Option<i64>, i64) {
    match value {
        OutcomeValue::Measured(value) => {
            ("measured", i64::try_from(value.mantissa()).ok(), i64::from(value.scale()))
        }
        OutcomeValue::Missing => ("missing", None, 0),
        OutcomeValue::NotApplicable => ("not_applicable", None, 0),
    }
}

/// The columns of a value in the order of the insert statements.
pub fn outcome_values(outcome: &Outcome, import: Option<[u8; 16]>) -> Vec<Value> {
    let (state, digits, scale) = value_columns(outcome.value);
    vec![
        outcome.measure.bytes().into(),
        outcome.org_unit.bytes().into(),
        outcome.breakdown.as_str().into(),
        outcome.period.to_string().into(),
        state.into(),
        digits.into(),
        scale.into(),
        outcome.quality.code().into(),
        import.into(),
        outcome.version.into(),
    ]
}

/// Keeps a value: a new one with version 1, or one whose version was raised by one.
/// Stale when another was faster.
pub fn keep_outcome(tx: &mut Tx<'_>, outcome: &Outcome) -> Result<(), AppError> {
    let values = outcome_values(outcome, None);
    let kept = if outcome.version == 1 {
        tx.run(
            "insert into outcomes (tenant, measure_id, org_unit_id, breakdown, period, state, \
             value, scale, quality, import_id, version) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing",
            &values,
        )?
    } else {
        tx.run(
            "update outcomes set state = $6, value = $7, scale = $8, quality = $9, \
             import_id = $10, version = $11 where tenant = $1 and measure_id = $2 \
             and org_unit_id = $3 and breakdown = $4 and period = $5 and version = $11 - 1",
            &values,
        )?
    };
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "record", "outcome", outcome.measure.bytes(), outcome.version, outcome)
}

/// Keeps many new values at once; the caller records one change for all of them.
pub fn insert_outcomes(
    tx: &mut Tx<'_>,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> Result<u64, DbError> {
    tx.run_many(
        "insert into outcomes (tenant, measure_id, org_unit_id, breakdown, period, state, value, \
         scale, quality, import_id, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        outcomes.into_iter().map(|outcome| outcome_values(&outcome, None)),
    )
}

/// Where a person has said that comparison begins anew.
pub fn baselines(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Baseline>, DbError> {
    tx.all(
        "select period, locked, reason from baselines \
         where tenant = $1 and measure_id = $2 and org_unit_id = $3 order by period",
        params![measure.bytes(), org_unit.bytes()],
        |row| {
            let locked = row.maybe_int(1)?.and_then(|count| usize::try_from(count).ok());
            Ok(Baseline { from: row.parsed(0)?, locked, reason: row.text(2)? })
        },
    )
}

/// The breaks of all series of an org unit, by measure.
pub fn baselines_of_org_unit(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<std::collections::BTreeMap<ElementId, Vec<Baseline>>, DbError> {
    let rows = tx.all(
        "select measure_id, period, locked, reason from baselines \
         where tenant = $1 and org_unit_id = $2 order by period",
        params![org_unit.bytes()],
        |row| {
            let locked = row.maybe_int(2)?.and_then(|count| usize::try_from(count).ok());
            Ok((row.id(0)?, Baseline { from: row.parsed(1)?, locked, reason: row.text(3)? }))
        },
    )?;
    let mut by_measure = std::collections::BTreeMap::<ElementId, Vec<Baseline>>::new();
    for (measure, baseline) in rows {
        by_measure.entry(measure).or_default().push(baseline);
    }
    Ok(by_measure)
}

/// Keeps a break in a series.
pub fn insert_baseline(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    baseline: &Baseline,
) -> Result<(), AppError> {
    tx.run(
        "insert into baselines (tenant, measure_id, org_unit_id, period, locked, reason, version) \
         values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing",
        params![
            measure.bytes(),
            org_unit.bytes(),
            baseline.from.to_string(),
            baseline.locked.and_then(|count| i64::try_from(count).ok()),
            &baseline.reason
        ],
    )?;
    let after = serde_json::json!({ "org_unit": org_unit, "from": baseline.from, "reason": baseline.reason });
    record(tx, "begin_anew", "measure", measure.bytes(), 1, &after)
}

/// An event drawn on charts.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// When.
    pub day: Date,
    /// A few words.
    pub text: String,
}

/// The events of an org unit.
pub fn annotations(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Annotation>, DbError> {
    tx.all(
        "select on_day, text from annotations where tenant = $1 and org_unit_id = $2 order by on_day",
        params![org_unit.bytes()],
        |row| Ok(Annotation { day: row.parsed(0)?, text: row.text(1)? }),
    )
}

/// Keeps an event.
pub fn insert_annotation(
    tx: &mut Tx<'_>,
    id: [u8; 16],
    org_unit: OrgUnitId,
    annotation: &Annotation,
) -> Result<(), AppError> {
    tx.run(
        "insert into annotations (tenant, annotation_id, org_unit_id, on_day, text, version) \
         values ($1, $2, $3, $4, $5, 1) on conflict do nothing",
        params![id, org_unit.bytes(), annotation.day.to_string(), &annotation.text],
    )?;
    let after = serde_json::json!({ "org_unit": org_unit, "day": annotation.day, "text": annotation.text });
    record(tx, "note_event", "annotation", id, 1, &after)
}

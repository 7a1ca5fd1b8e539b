//! SQL that tells the history of values: what was kept, changed or taken away, used or beside.

use db::{DbError, Tx, Value};
use domain::ids::ImportId;
use domain::imports::ValueKey;
use domain::measures::{Outcome, Standing};

use super::door::How;
use super::outcomes::value_columns;
use super::places::key_and;

/// A statement that tells what is from now on, with what stood before.
macro_rules! tell {
    ($before:expr) => {
        concat!(
            "insert into value_history (tenant, measure_id, org_unit_id, breakdown, period, version, \
             state, value, scale, quality, at, kind, import_id, reason, person_name, origin, \
             before_state, before_value, before_scale, before_quality, before_origin, before_at) \
             select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, ",
            $before
        )
    };
}

/// What stands in a table, whose version is one less than what is told.
macro_rules! standing_in {
    ($table:literal) => {
        concat!(
            "state, value, scale, quality, origin, at from ",
            $table,
            " where tenant = $1 and measure_id = $2 and org_unit_id = $3 and breakdown = $4 \
             and period = $5 and version + 1 = $6"
        )
    };
}

const NEW: &str = tell!("'', null, 0, '', '', 0");
const OVER_SUM: &str = tell!("$17, $18, $19, $20, '', 0");
const NEXT: &str = tell!(standing_in!("outcomes"));
const NEXT_BESIDE: &str = tell!(concat!(standing_in!("source_values"), " and origin = $16"));

/// What is kept as the state of what stood where nobody had said anything: others made it up.
pub const SUMMED: &str = "summed";

/// The municipality stands before the columns of every row.
const FIRST: usize = 1;

/// The columns that tell how, after those that tell what.
fn how_columns(tx: &Tx<'_>, how: &How<'_>) -> [Value; 6] {
    let author = tx.author();
    [
        author.at.into(),
        how.door.code().into(),
        how.import.map(ImportId::bytes).into(),
        how.reason.into(),
        author.name.as_str().into(),
        how.origin.into(),
    ]
}

/// The columns of what is told, and how. A file brings hundreds of thousands, so each is made once.
fn after_columns(outcome: &Outcome, told: &[Value]) -> Vec<Value> {
    let (state, digits, scale) = value_columns(outcome.value);
    let mut columns = Vec::with_capacity(FIRST + 9 + told.len());
    columns.extend([
        outcome.measure.bytes().into(),
        outcome.org_unit.bytes().into(),
        outcome.breakdown.as_str().into(),
        outcome.period.to_string().into(),
        outcome.version.into(),
        state.into(),
        digits.into(),
        scale.into(),
        outcome.quality.code().into(),
    ]);
    columns.extend_from_slice(told);
    columns
}

/// Tells of outcomes by a statement.
fn tell_of(
    tx: &mut Tx<'_>,
    sql: &'static str,
    how: &How<'_>,
    outcomes: impl Iterator<Item = Outcome>,
) -> Result<(), DbError> {
    let told = how_columns(tx, how);
    tx.run_many(sql, outcomes.map(|outcome| after_columns(&outcome, &told)))?;
    Ok(())
}

/// Tells of values that are kept where nothing stands, with the sums that they take the place of.
pub(super) fn tell_of_new(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    outcomes: impl Iterator<Item = Outcome> + Clone,
) -> Result<(), DbError> {
    let Some(sums) = how.sums.filter(|sums| !sums.is_empty()) else {
        return tell_of(tx, NEW, how, outcomes);
    };
    let sum = |outcome: &Outcome| sums.get(&key_of_outcome(outcome)).copied();
    tell_of(tx, NEW, how, outcomes.clone().filter(|outcome| sum(outcome).is_none()))?;
    let told = how_columns(tx, how);
    let over = outcomes.filter_map(|outcome| Some((sum(&outcome)?, outcome)));
    let rows = over.map(|(sum, outcome)| {
        let (_, digits, scale) = value_columns(sum.value);
        let mut row = after_columns(&outcome, &told);
        row.extend([SUMMED.into(), digits.into(), scale.into(), sum.quality.code().into()]);
        row
    });
    tx.run_many(OVER_SUM, rows)?;
    Ok(())
}

fn key_of_outcome(outcome: &Outcome) -> ValueKey {
    ValueKey {
        measure: outcome.measure,
        org_unit: outcome.org_unit,
        breakdown: outcome.breakdown.clone(),
        period: outcome.period,
    }
}

/// Tells of values that are about to take the place of those that stand, whose versions were raised
/// by one.
pub(super) fn tell_of_changed(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    outcomes: impl Iterator<Item = Outcome>,
) -> Result<(), DbError> {
    tell_of(tx, NEXT, how, outcomes)
}

/// Tells of values that are about to be taken away, with the versions they have.
pub(super) fn tell_of_taken(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: &[(&ValueKey, i64)],
) -> Result<(), DbError> {
    tell_of_gone(tx, NEXT, how, values.iter().map(|(key, version)| (*key, *version, None)))
}

/// Tells of what sources say beside, new under version 1 or in the place of what they said.
pub(super) fn tell_of_beside(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: impl Iterator<Item = Outcome> + Clone,
) -> Result<(), DbError> {
    tell_of_new(tx, how, values.clone().filter(|value| value.version == 1))?;
    tell_of(tx, NEXT_BESIDE, how, values.filter(|value| value.version > 1))
}

/// Tells of what is about to be taken back, with its versions and what is put there instead, if
/// anything.
pub(super) fn tell_of_withdrawn(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: &[(&ValueKey, i64, Option<Standing>)],
) -> Result<(), DbError> {
    tell_of_gone(tx, NEXT_BESIDE, how, values.iter().copied())
}

/// Tells of values that are about to be gone, with the versions they have, and of what is put there
/// instead, if anything.
fn tell_of_gone<'k>(
    tx: &mut Tx<'_>,
    sql: &'static str,
    how: &How<'_>,
    values: impl Iterator<Item = (&'k ValueKey, i64, Option<Standing>)>,
) -> Result<(), DbError> {
    let told = how_columns(tx, how);
    tx.run_many(
        sql,
        values.map(|(key, version, instead)| {
            let (state, digits, scale) =
                instead.map_or(("", None, 0), |instead| value_columns(instead.value));
            let quality = instead.map_or("", |instead| instead.quality.code());
            let after: [Value; 5] =
                [(version + 1).into(), state.into(), digits.into(), scale.into(), quality.into()];
            key_and(key, after.into_iter().chain(told.iter().cloned()))
        }),
    )?;
    Ok(())
}

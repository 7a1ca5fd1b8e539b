//! SQL of values in bulk. None of these records a change: the caller states one for all rows.

use std::collections::HashSet;

use db::{DbError, Tx, Value};
use domain::ids::{ElementId, ImportId};
use domain::measures::Outcome;

use super::outcomes::{outcome_row, outcome_values};
use super::revisions::{Touched, raise_values};
use super::versions::{keep_before_change, keep_before_removal, keep_nothing_before};

/// Measures whose values one statement reads.
const TOGETHER: usize = 16;
/// Beyond so many statements one sweep over the table is cheaper, and a page may run thirty.
const MOST_STATEMENTS: usize = 20;

/// Keeps many new values; `import` is the file they came in, if any. A value that stands already
/// is left and not counted.
pub fn insert_outcomes(
    tx: &mut Tx<'_>,
    import: Option<ImportId>,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> Result<u64, DbError> {
    // What a file replaces stands in its rows.
    if import.is_some() {
        return load_outcomes(tx, import, outcomes);
    }
    let outcomes: Vec<Outcome> = outcomes.into_iter().collect();
    keep_nothing_before(tx, &outcomes)?;
    load_outcomes(tx, import, outcomes)
}

/// As [`insert_outcomes`], for values that the municipality has had as long as anybody remembers.
pub fn load_outcomes(
    tx: &mut Tx<'_>,
    import: Option<ImportId>,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> Result<u64, DbError> {
    let mut touched = Touched::default();
    let kept = tx.run_many(
        "insert into outcomes (tenant, measure_id, org_unit_id, breakdown, period, state, value, \
         scale, quality, import_id, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing",
        outcomes.into_iter().map(|outcome| {
            touched.add_outcome(&outcome);
            outcome_values(&outcome, import)
        }),
    )?;
    raise_values(tx, &touched)?;
    Ok(kept)
}

/// Replaces many values whose versions were raised by one. One that somebody else has changed is
/// left and not counted.
pub fn update_outcomes(
    tx: &mut Tx<'_>,
    import: Option<ImportId>,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> Result<u64, DbError> {
    let outcomes: Vec<Outcome> = outcomes.into_iter().collect();
    if import.is_none() {
        keep_before_change(tx, &outcomes)?;
    }
    let mut touched = Touched::default();
    let kept = tx.run_many(
        "update outcomes set state = $6, value = $7, scale = $8, quality = $9, import_id = $10, \
         version = $11 where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5 and version = $11 - 1",
        outcomes.into_iter().map(|outcome| {
            touched.add_outcome(&outcome);
            outcome_values(&outcome, import)
        }),
    )?;
    raise_values(tx, &touched)?;
    Ok(kept)
}

/// Takes values away that nobody has changed since the version given. Counts those taken away.
pub fn remove_outcomes<'v>(
    tx: &mut Tx<'_>,
    values: impl IntoIterator<Item = (&'v domain::imports::ValueKey, i64)>,
) -> Result<u64, DbError> {
    let values: Vec<_> = values.into_iter().collect();
    keep_before_removal(tx, &values)?;
    let mut touched = Touched::default();
    let taken = tx.run_many(
        "delete from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5 and version = $6",
        values.into_iter().map(|(key, version)| {
            touched.add(key.measure, key.org_unit, &key.breakdown, key.period);
            vec![
                Value::from(key.measure.bytes()),
                key.org_unit.bytes().into(),
                key.breakdown.as_str().into(),
                key.period.to_string().into(),
                version.into(),
            ]
        }),
    )?;
    raise_values(tx, &touched)?;
    Ok(taken)
}

/// Hands every value of some measures to the closure, all groups and org units.
pub fn each_outcome_of(
    tx: &mut Tx<'_>,
    measures: &HashSet<ElementId>,
    mut take: impl FnMut(Outcome),
) -> Result<(), DbError> {
    if measures.len() <= TOGETHER * MOST_STATEMENTS {
        let measures: Vec<ElementId> = measures.iter().copied().collect();
        for together in measures.chunks(TOGETHER) {
            // Every statement asks for as many: the last measure stands in the places left over.
            let last = together.last().into_iter().cycle();
            let ids: Vec<Value> =
                together.iter().chain(last).take(TOGETHER).map(|id| id.bytes().into()).collect();
            tx.each(
                "select measure_id, org_unit_id, breakdown, period, state, value, scale, quality, \
                 version from outcomes where tenant = $1 and measure_id in \
                 ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
                &ids,
                |row| {
                    take(outcome_row(row)?);
                    Ok(())
                },
            )?;
        }
        return Ok(());
    }
    tx.each(
        "select measure_id, org_unit_id, breakdown, period, state, value, scale, quality, version \
         from outcomes where tenant = $1",
        &[],
        |row| {
            if measures.contains(&row.id(0)?) {
                take(outcome_row(row)?);
            }
            Ok(())
        },
    )
}

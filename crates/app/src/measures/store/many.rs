//! SQL of values in bulk, with their history. None of these states a change in the audit trail: the
//! caller states one for all rows.

use std::collections::HashSet;

use db::{DbError, Tx, Value};
use domain::ids::ElementId;
use domain::imports::ValueKey;
use domain::measures::Outcome;

use super::door::{Door, How};
use super::outcomes::{outcome_row, outcome_values};
use super::places::key_and;
use super::revisions::{Touched, raise_values};
use super::telling::{tell_of_changed, tell_of_new, tell_of_taken};
use crate::web::error::AppError;

/// Measures whose values one statement reads.
const TOGETHER: usize = 16;
/// Beyond so many statements one sweep over the table is cheaper, and a page may run thirty.
const MOST_STATEMENTS: usize = 20;

/// Keeps many values where nothing stands. Stale when something stands in one of the places.
pub fn insert_outcomes(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    outcomes: impl IntoIterator<Item = Outcome, IntoIter: Clone>,
) -> Result<u64, AppError> {
    let outcomes = outcomes.into_iter();
    tell_of_new(tx, how, outcomes.clone())?;
    let mut wanted = 0;
    let kept = put_new(tx, how, outcomes.inspect(|_| wanted += 1))?;
    all_or_stale(kept, wanted)
}

/// Keeps many values that the municipality has had as long as anybody remembers, without telling of
/// it. A value that stands already is left and not counted.
pub fn load_outcomes(
    tx: &mut Tx<'_>,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> Result<u64, DbError> {
    put_new(tx, &How::by(Door::Filled), outcomes)
}

fn put_new(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    outcomes: impl IntoIterator<Item = Outcome>,
) -> Result<u64, DbError> {
    let (mut touched, at) = (Touched::default(), tx.author().at);
    let kept = tx.run_many(
        "insert into outcomes (tenant, measure_id, org_unit_id, breakdown, period, state, value, \
         scale, quality, import_id, version, origin, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing",
        outcomes.into_iter().map(|outcome| {
            touched.add_outcome(&outcome);
            outcome_values(&outcome, how, at)
        }),
    )?;
    raise_values(tx, &touched)?;
    Ok(kept)
}

/// Replaces many values whose versions were raised by one. Stale when one has been changed or taken
/// away since.
pub fn update_outcomes(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    outcomes: impl IntoIterator<Item = Outcome, IntoIter: Clone>,
) -> Result<u64, AppError> {
    let outcomes = outcomes.into_iter();
    tell_of_changed(tx, how, outcomes.clone())?;
    let (mut touched, mut wanted, at) = (Touched::default(), 0, tx.author().at);
    let kept = tx.run_many(
        "update outcomes set state = $6, value = $7, scale = $8, quality = $9, import_id = $10, \
         version = $11, origin = $12, at = $13 where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5 and version = $11 - 1",
        outcomes.map(|outcome| {
            wanted += 1;
            touched.add_outcome(&outcome);
            outcome_values(&outcome, how, at)
        }),
    )?;
    raise_values(tx, &touched)?;
    all_or_stale(kept, wanted)
}

/// Raises the versions of values that stay as they are, because something that is said of them changes:
/// whoever has a form open or has looked a file through is told. Stale when one has another version.
pub fn raise_versions<'v>(
    tx: &mut Tx<'_>,
    values: impl IntoIterator<Item = (&'v ValueKey, i64)>,
) -> Result<(), AppError> {
    let mut wanted = 0;
    let raised = tx.run_many(
        "update outcomes set version = version + 1 where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5 and version = $6",
        values.into_iter().map(|(key, version)| {
            wanted += 1;
            key_and(key, [version.into()])
        }),
    )?;
    all_or_stale(raised, wanted).map(drop)
}

/// Takes values away that have the versions given. Stale when one has another.
pub fn remove_outcomes<'v>(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: impl IntoIterator<Item = (&'v ValueKey, i64)>,
) -> Result<u64, AppError> {
    let values: Vec<_> = values.into_iter().collect();
    tell_of_taken(tx, how, &values)?;
    let (mut touched, wanted) = (Touched::default(), values.len());
    let taken = tx.run_many(
        "delete from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5 and version = $6",
        values.into_iter().map(|(key, version)| {
            touched.add(key.measure, key.org_unit, &key.breakdown, key.period);
            key_and(key, [version.into()])
        }),
    )?;
    raise_values(tx, &touched)?;
    all_or_stale(taken, u64::try_from(wanted)?)
}

fn all_or_stale(done: u64, wanted: u64) -> Result<u64, AppError> {
    if done == wanted { Ok(done) } else { Err(AppError::Stale) }
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

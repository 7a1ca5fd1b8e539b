//! SQL of the history of what stands beside the values that are used. It lies with that of the values,
//! under doors of its own.

use db::{DbError, Tx, Value};
use domain::imports::ValueKey;
use domain::measures::{Outcome, Standing};

use super::door::How;
use super::history::{after_columns, how_columns, tell_of_new};
use super::outcomes::value_columns;

/// Tells of what sources say beside, new under version 1 or in the place of what they said.
pub(super) fn tell_of_beside(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: impl Iterator<Item = Outcome> + Clone,
) -> Result<(), DbError> {
    tell_of_new(tx, how, values.clone().filter(|value| value.version == 1))?;
    let told = how_columns(tx, how);
    tx.run_many(
        "insert into value_history (tenant, measure_id, org_unit_id, breakdown, period, version, \
         state, value, scale, quality, at, kind, import_id, reason, person_name, origin, \
         before_state, before_value, before_scale, before_quality, before_origin, before_at) \
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, state, value, \
         scale, quality, origin, at from source_values where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5 and origin = $16 \
         and version + 1 = $6",
        values
            .filter(|value| value.version > 1)
            .map(|value| [after_columns(&value), told.to_vec()].concat()),
    )?;
    Ok(())
}

/// Tells of what is about to be taken back, with its versions and what is put there instead, if
/// anything.
pub(super) fn tell_of_withdrawn(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: &[(&ValueKey, i64, Option<Standing>)],
) -> Result<(), DbError> {
    let told = how_columns(tx, how);
    tx.run_many(
        "insert into value_history (tenant, measure_id, org_unit_id, breakdown, period, version, \
         state, value, scale, quality, at, kind, import_id, reason, person_name, origin, \
         before_state, before_value, before_scale, before_quality, before_origin, before_at) \
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, state, value, \
         scale, quality, origin, at from source_values where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5 and origin = $16 \
         and version + 1 = $6",
        values.iter().map(|(key, version, before)| {
            let (state, digits, scale) =
                before.map_or(("", None, 0), |before| value_columns(before.value));
            let after: Vec<Value> = vec![
                key.measure.bytes().into(),
                key.org_unit.bytes().into(),
                key.breakdown.as_str().into(),
                key.period.to_string().into(),
                (version + 1).into(),
                state.into(),
                digits.into(),
                scale.into(),
                before.map_or("", |before| before.quality.code()).into(),
            ];
            [after, told.to_vec()].concat()
        }),
    )?;
    Ok(())
}

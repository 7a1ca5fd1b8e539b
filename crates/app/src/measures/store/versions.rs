//! SQL of what stood where values are written: what pages of another day show.

use db::{DbError, Tx, Value, params};
use domain::ids::ImportId;
use domain::imports::ValueKey;
use domain::measures::Outcome;

/// The columns of a value's place, and until when what stands there does.
fn place(outcome: &Outcome, at: i64) -> Vec<Value> {
    vec![
        outcome.measure.bytes().into(),
        outcome.org_unit.bytes().into(),
        outcome.breakdown.as_str().into(),
        outcome.period.to_string().into(),
        at.into(),
    ]
}

/// Says that nothing stands where values are about to be kept for the first time; of those that
/// stand already, nothing is said.
pub(super) fn keep_nothing_before(tx: &mut Tx<'_>, outcomes: &[Outcome]) -> Result<(), DbError> {
    let at = tx.author().at;
    tx.run_many(
        "insert into outcome_versions (tenant, measure_id, org_unit_id, breakdown, period, \
         replaced_at, version, state, value, scale, quality) \
         select $1, $2, $3, $4, $5, $6, 0, '', null, 0, '' where not exists \
         (select 1 from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5) on conflict do nothing",
        outcomes.iter().map(|outcome| place(outcome, at)),
    )?;
    Ok(())
}

/// Keeps what stands where values are about to be changed, whose versions were raised by one.
pub(super) fn keep_before_change(tx: &mut Tx<'_>, outcomes: &[Outcome]) -> Result<(), DbError> {
    let at = tx.author().at;
    keep_before(
        tx,
        outcomes.iter().map(|outcome| {
            let mut values = place(outcome, at);
            values.push((outcome.version - 1).into());
            values
        }),
    )
}

/// Keeps what stands where values are about to be taken away.
pub(super) fn keep_before_removal(
    tx: &mut Tx<'_>,
    values: &[(&ValueKey, i64)],
) -> Result<(), DbError> {
    let at = tx.author().at;
    keep_before(
        tx,
        values.iter().map(|(key, version)| {
            vec![
                key.measure.bytes().into(),
                key.org_unit.bytes().into(),
                key.breakdown.as_str().into(),
                key.period.to_string().into(),
                at.into(),
                (*version).into(),
            ]
        }),
    )
}

fn keep_before(tx: &mut Tx<'_>, rows: impl Iterator<Item = Vec<Value>>) -> Result<(), DbError> {
    tx.run_many(
        "insert into outcome_versions (tenant, measure_id, org_unit_id, breakdown, period, \
         replaced_at, version, state, value, scale, quality) \
         select tenant, measure_id, org_unit_id, breakdown, period, $6, version, state, value, \
         scale, quality from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5 and version = $7 on conflict do nothing",
        rows,
    )?;
    Ok(())
}

/// Keeps what a file replaced, which is about to be forgotten because the file is undone. Part of
/// undoing: only what still is as the file left it is undone and kept.
pub fn keep_replaced_by_import(tx: &mut Tx<'_>, import: ImportId) -> Result<u64, DbError> {
    tx.run(
        "insert into outcome_versions (tenant, measure_id, org_unit_id, breakdown, period, \
         replaced_at, version, state, value, scale, quality) \
         select r.tenant, r.measure_id, r.org_unit_id, r.breakdown, r.period, a.at, \
         r.before_version, r.before_state, r.before_value, r.before_scale, r.before_quality \
         from import_rows r join audit_rows a on a.tenant = r.tenant and a.object = 'import' \
         and a.object_id = r.import_id and a.action = 'import' \
         join outcomes o on o.tenant = r.tenant and o.measure_id = r.measure_id \
         and o.org_unit_id = r.org_unit_id and o.breakdown = r.breakdown \
         and o.period = r.period and o.version = r.after_version \
         where r.tenant = $1 and r.import_id = $2 on conflict do nothing",
        params![import.bytes()],
    )
}

//! SQL of how many people values are about.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::periods::Period;

use crate::elements::store::{among, ask_with};

/// How many people values are about, by place.
pub type Counts = BTreeMap<(OrgUnitId, String, String), u32>;

/// Keeps how many people values are about. Part of the write that keeps the values.
pub fn insert_counts<'k>(
    tx: &mut Tx<'_>,
    counts: impl IntoIterator<Item = (&'k ValueKey, u32)>,
) -> Result<u64, DbError> {
    tx.run_many(
        "insert into value_counts (tenant, measure_id, org_unit_id, breakdown, period, counted) \
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant, measure_id, org_unit_id, breakdown, \
         period) do update set counted = $6",
        counts.into_iter().map(|(key, count)| {
            vec![
                Value::from(key.measure.bytes()),
                key.org_unit.bytes().into(),
                key.breakdown.as_str().into(),
                key.period.to_string().into(),
                i64::from(count).into(),
            ]
        }),
    )
}

fn count_row(row: &Row<'_>) -> Result<((OrgUnitId, String, String), u32), DbError> {
    let place = (row.id(0)?, row.text(1)?, row.text(2)?);
    Ok((place, u32::try_from(row.int(3)?).unwrap_or(0)))
}

/// How many people the values of a measure are about.
pub fn counts_of_measure(tx: &mut Tx<'_>, measure: ElementId) -> Result<Counts, DbError> {
    let rows = tx.all(
        "select org_unit_id, breakdown, period, counted from value_counts \
         where tenant = $1 and measure_id = $2",
        params![measure.bytes()],
        count_row,
    )?;
    Ok(rows.into_iter().collect())
}

/// How many people the values of a measure at an org unit are about.
pub fn counts_of(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Counts, DbError> {
    let rows = tx.all(
        "select org_unit_id, breakdown, period, counted from value_counts \
         where tenant = $1 and measure_id = $2 and org_unit_id = $3",
        params![measure.bytes(), org_unit.bytes()],
        count_row,
    )?;
    Ok(rows.into_iter().collect())
}

/// How many people the values for everybody are about, of some measures at an org unit.
pub fn counts_for_everyone(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    org_unit: OrgUnitId,
) -> Result<Vec<(ElementId, Period, u32)>, DbError> {
    ask_with(
        tx,
        among!(
            "select measure_id, period, counted from value_counts \
             where tenant = $1 and org_unit_id = $34 and breakdown = '' and measure_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        &[org_unit.bytes().into()],
        |row| Ok((row.id(0)?, row.parsed(1)?, u32::try_from(row.int(2)?).unwrap_or(0))),
    )
}

/// Hands every count there is to the closure, with its place.
pub fn each_count(tx: &mut Tx<'_>, mut take: impl FnMut(ValueKey, u32)) -> Result<(), DbError> {
    tx.each(
        "select measure_id, org_unit_id, breakdown, period, counted from value_counts \
         where tenant = $1",
        &[],
        |row| {
            let key = ValueKey {
                measure: row.id(0)?,
                org_unit: row.id(1)?,
                breakdown: row.text(2)?,
                period: row.parsed(3)?,
            };
            take(key, u32::try_from(row.int(4)?).unwrap_or(0));
            Ok(())
        },
    )
}

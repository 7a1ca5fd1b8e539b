//! SQL of how many people values are about.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::Counted;
use domain::periods::Period;

use crate::elements::store::{among, ask, ask_with};

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

/// A number that is known, with how many people it is about.
pub struct CountedAt {
    /// Of what.
    pub measure: ElementId,
    /// When.
    pub period: Period,
    /// Whose, of which group, about how many.
    pub counted: Counted,
}

/// More measures than this are asked for in one question over all.
const MOST_ASKED_ONE_BY_ONE: usize = 96;

/// The measures among some that have values about fewer than `least`, each with the periods of those.
pub fn small_counts(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    least: u16,
) -> Result<Vec<(ElementId, Period, u32)>, DbError> {
    let read = |row: &Row<'_>| {
        Ok((row.id(0)?, row.parsed(1)?, u32::try_from(row.int(2)?).unwrap_or(0)))
    };
    if measures.len() > MOST_ASKED_ONE_BY_ONE {
        return tx.all(
            "select distinct measure_id, period, counted from value_counts \
             where tenant = $1 and counted > 0 and counted < $2",
            params![i64::from(least)],
            read,
        );
    }
    ask_with(
        tx,
        among!(
            "select distinct measure_id, period, counted from value_counts \
             where tenant = $1 and counted > 0 and counted < $34 and measure_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        &[i64::from(least).into()],
        read,
    )
}

/// Every number of some measures, of groups too, with how many people it is about.
pub fn counted_of(tx: &mut Tx<'_>, measures: &[ElementId]) -> Result<Vec<CountedAt>, DbError> {
    ask(
        tx,
        among!(
            "select o.measure_id, o.period, o.org_unit_id, o.breakdown, c.counted from outcomes o \
             left join value_counts c on c.tenant = o.tenant and c.measure_id = o.measure_id \
             and c.org_unit_id = o.org_unit_id and c.breakdown = o.breakdown \
             and c.period = o.period where o.tenant = $1 and o.state = 'measured' \
             and o.measure_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        |row| {
            let count = row.maybe_int(4)?.and_then(|count| u32::try_from(count).ok());
            let counted = Counted { org_unit: row.id(2)?, breakdown: row.text(3)?, count };
            Ok(CountedAt { measure: row.id(0)?, period: row.parsed(1)?, counted })
        },
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

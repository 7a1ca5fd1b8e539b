//! SQL of how many people values are about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, ImportId, OrgUnitId};
use domain::imports::ValueKey;
use domain::periods::Period;

use super::places::{key_and, key_of};
use super::revisions::{Touched, raise_values};
use crate::elements::store::{among, ask};

/// How many people values are about, by place.
pub type Counts = BTreeMap<(OrgUnitId, String, String), u32>;

/// Keeps how many people values are about. Part of the write that keeps the values.
pub fn insert_counts<'k>(
    tx: &mut Tx<'_>,
    counts: impl IntoIterator<Item = (&'k ValueKey, u32)>,
) -> Result<(), DbError> {
    keep_counts(tx, None, counts.into_iter().map(|(key, count)| (key, Some(count))))
}

/// As [`insert_counts`], of a file that says them or is undone; none where it is not known any more.
pub fn keep_counts<'k>(
    tx: &mut Tx<'_>,
    import: Option<ImportId>,
    counts: impl IntoIterator<Item = (&'k ValueKey, Option<u32>)>,
) -> Result<(), DbError> {
    let counts: Vec<(&ValueKey, Option<u32>)> = counts.into_iter().collect();
    let at = tx.author().at;
    tx.run_many(
        "insert into count_history (tenant, measure_id, org_unit_id, breakdown, period, counted, \
         at, import_id, before_counted) values ($1, $2, $3, $4, $5, $6, $7, $8, \
         (select counted from value_counts where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5)) \
         on conflict (tenant, at, measure_id, org_unit_id, breakdown, period) \
         do update set counted = excluded.counted",
        counts.iter().map(|(key, count)| {
            let more =
                [count.map(i64::from).into(), Value::from(at), import.map(ImportId::bytes).into()];
            key_and(key, more)
        }),
    )?;
    let mut touched = Touched::default();
    for (key, _) in &counts {
        touched.add_count(key);
    }
    let known = counts.iter().filter_map(|(key, count)| Some((key, (*count)?)));
    tx.run_many(
        "insert into value_counts (tenant, measure_id, org_unit_id, breakdown, period, counted) \
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant, measure_id, org_unit_id, breakdown, \
         period) do update set counted = $6",
        known.map(|(key, count)| key_and(key, [i64::from(count).into()])),
    )?;
    tx.run_many(
        "delete from value_counts where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5",
        counts.iter().filter(|(_, count)| count.is_none()).map(|(key, _)| key_and(key, [])),
    )?;
    raise_values(tx, &touched)
}

/// Notes how many people values are about that stand beside others: they are told as little as those,
/// and the count comes with them when they are chosen.
pub fn note_beside<'k>(
    tx: &mut Tx<'_>,
    import: ImportId,
    counts: impl IntoIterator<Item = (&'k ValueKey, u32)>,
) -> Result<(), DbError> {
    let counts: Vec<(&ValueKey, u32)> = counts.into_iter().collect();
    let at = tx.author().at;
    tx.run_many(
        "insert into count_history (tenant, measure_id, org_unit_id, breakdown, period, counted, \
         at, import_id, before_counted) values ($1, $2, $3, $4, $5, $6, $7, $8, null) \
         on conflict (tenant, at, measure_id, org_unit_id, breakdown, period) do nothing",
        counts.iter().map(|(key, count)| {
            let import = Value::from(import.bytes());
            key_and(key, [i64::from(*count).into(), Value::from(at), import])
        }),
    )?;
    let mut touched = Touched::default();
    for (key, _) in &counts {
        touched.add_count(key);
    }
    raise_values(tx, &touched)
}

/// How many people what a source says in a place is about, as it said last, and the file that said it.
pub fn count_said_by(
    tx: &mut Tx<'_>,
    key: &ValueKey,
    origin: &str,
) -> Result<Option<(u32, Option<ImportId>)>, DbError> {
    let found = tx.one(
        "select h.counted, h.import_id from count_history h left join imports i \
         on i.tenant = h.tenant and i.import_id = h.import_id where h.tenant = $1 \
         and h.measure_id = $2 and h.org_unit_id = $3 and h.breakdown = $4 and h.period = $5 \
         and h.counted is not null and coalesce(i.origin, '') = $6 order by h.at desc limit 1",
        params![
            key.measure.bytes(),
            key.org_unit.bytes(),
            &key.breakdown,
            key.period.to_string(),
            origin
        ],
        |row| Ok((row.int(0)?, row.maybe_id(1)?)),
    )?;
    Ok(found.and_then(|(count, import)| Some((u32::try_from(count).ok()?, import))))
}

/// What a file said of how many values are about, as long as nobody has said otherwise since: what
/// was known before.
pub fn counts_before(
    tx: &mut Tx<'_>,
    (import, applied_at): (ImportId, i64),
) -> Result<HashMap<ValueKey, Option<u32>>, DbError> {
    let rows = tx.all(
        "select h.measure_id, h.org_unit_id, h.breakdown, h.period, h.before_counted \
         from count_history h join value_counts c on c.tenant = h.tenant \
         and c.measure_id = h.measure_id and c.org_unit_id = h.org_unit_id \
         and c.breakdown = h.breakdown and c.period = h.period and c.counted = h.counted \
         where h.tenant = $1 and h.at = $2 and h.import_id = $3",
        params![applied_at, import.bytes()],
        |row| {
            let before = row.maybe_int(4)?;
            Ok((key_of(row)?, before.and_then(|before| u32::try_from(before).ok())))
        },
    )?;
    Ok(rows.into_iter().collect())
}

fn count_row(row: &Row<'_>) -> Result<((OrgUnitId, String, String), u32), DbError> {
    let place = (row.id(0)?, row.text(1)?, row.text(2)?);
    Ok((place, u32::try_from(row.int(3)?).unwrap_or(0)))
}

/// How many people the values for all people of one period are about, by org unit.
pub fn counts_of_period(
    tx: &mut Tx<'_>,
    measure: ElementId,
    period: Period,
) -> Result<BTreeMap<OrgUnitId, u32>, DbError> {
    let rows = tx.all(
        "select org_unit_id, counted from value_counts \
         where tenant = $1 and measure_id = $2 and breakdown = '' and period = $3",
        params![measure.bytes(), period.to_string()],
        |row| Ok((row.id(0)?, u32::try_from(row.int(1)?).unwrap_or(0))),
    )?;
    Ok(rows.into_iter().collect())
}

/// How many people the values of a measure at one org unit are about.
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

/// More measures than this are asked for in one question over all.
const MOST_ASKED_ONE_BY_ONE: usize = 96;

/// The revisions of the values of some measures, and of those among them that know of any value how
/// many people it is about, or have known it: all others hide nothing.
#[derive(Default)]
pub struct Revisions {
    /// Of all that have had values.
    pub all: BTreeMap<ElementId, i64>,
    /// Of those with counts.
    pub counted: BTreeMap<ElementId, i64>,
}

/// Reads the revisions of some measures; of all in one question when they are many.
pub fn revisions_of(tx: &mut Tx<'_>, measures: &BTreeSet<ElementId>) -> Result<Revisions, DbError> {
    macro_rules! revisions {
        ($among:literal) => {
            concat!(
                "select v.measure_id, v.revision, coalesce((select '1' from value_counts c \
                 where c.tenant = v.tenant and c.measure_id = v.measure_id limit 1), \
                 (select '1' from count_history h where h.tenant = v.tenant \
                 and h.measure_id = v.measure_id limit 1), '0') \
                 from value_revisions v where v.tenant = $1",
                $among
            )
        };
    }
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.int(1)?, row.text(2)? == "1"));
    let found: Vec<(ElementId, i64, bool)> = if measures.len() > MOST_ASKED_ONE_BY_ONE {
        tx.all(revisions!(""), &[], read)?
    } else {
        let ids = measures.iter().map(|measure| measure.bytes());
        ask(tx, among!(revisions!(" and v.measure_id")), ids, read)?
    };
    let mut revisions = Revisions::default();
    for (id, revision, is_counted) in found.into_iter().filter(|one| measures.contains(&one.0)) {
        revisions.all.insert(id, revision);
        if is_counted {
            revisions.counted.insert(id, revision);
        }
    }
    Ok(revisions)
}

/// Hands every count of some measures to the closure, with its place.
pub fn each_count(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    mut take: impl FnMut(ValueKey, u32),
) -> Result<(), DbError> {
    let read = |row: &Row<'_>| Ok((key_of(row)?, u32::try_from(row.int(4)?).unwrap_or(0)));
    if measures.len() > MOST_ASKED_ONE_BY_ONE {
        return tx.each(
            "select measure_id, org_unit_id, breakdown, period, counted from value_counts \
             where tenant = $1",
            &[],
            |row| {
                let (key, count) = read(row)?;
                take(key, count);
                Ok(())
            },
        );
    }
    let found = ask(
        tx,
        among!(
            "select measure_id, org_unit_id, breakdown, period, counted from value_counts \
             where tenant = $1 and measure_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        read,
    )?;
    for (key, count) in found {
        take(key, count);
    }
    Ok(())
}

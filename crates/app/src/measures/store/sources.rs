//! SQL of what sources say that are not used: beside the value that is.

use std::collections::{BTreeMap, HashMap};

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, ImportId, OrgUnitId};
use domain::imports::{Beside, ValueKey};
use domain::measures::{Outcome, Standing};
use domain::periods::Period;

use super::door::How;
use super::outcomes::{value_columns, value_of_columns};
use super::places::{key_and, key_of};
use super::telling::{tell_of_beside, tell_of_withdrawn};
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// So many measures are asked for one by one; of more, all are read at once.
const FEW: usize = 64;

/// What a source says of a value's place.
#[derive(Clone, Debug)]
pub struct Said {
    /// The group it is about; empty for all.
    pub breakdown: String,
    /// When.
    pub period: Period,
    /// The source's name; empty for the municipality's own.
    pub origin: String,
    /// What it says.
    pub standing: Standing,
    /// When it was said, microseconds since 1970 in UTC.
    pub at: i64,
    /// Raised by each change.
    pub version: i64,
    /// Whether it is the one that is used.
    pub is_used: bool,
}

fn standing(row: &Row<'_>, from: usize) -> Result<Standing, DbError> {
    let state = row.text(from)?;
    let value = value_of_columns(&state, row.maybe_int(from + 1)?, row.int(from + 2)?)
        .ok_or(DbError::Column { column: from, detail: state })?;
    Ok(Standing { value, quality: row.parsed(from + 3)? })
}

/// What all sources say where more than one says something of a measure at an org unit: the newest
/// periods first, the one that is used before those beside it.
pub fn sources_of(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Said>, DbError> {
    tx.all(
        "select s.breakdown, s.period, s.origin, s.state, s.value, s.scale, s.quality, s.at, \
         s.version, '0' from source_values s where s.tenant = $1 and s.measure_id = $2 \
         and s.org_unit_id = $3 \
         union all \
         select o.breakdown, o.period, o.origin, o.state, o.value, o.scale, o.quality, o.at, \
         o.version, '1' from outcomes o where o.tenant = $1 and o.measure_id = $2 \
         and o.org_unit_id = $3 and exists (select 1 from source_values s where s.tenant = $1 \
         and s.measure_id = $2 and s.org_unit_id = $3 and s.breakdown = o.breakdown \
         and s.period = o.period) \
         order by 2 desc, 1, 10 desc, 3 limit 400",
        params![measure.bytes(), org_unit.bytes()],
        |row| {
            Ok(Said {
                breakdown: row.text(0)?,
                period: row.parsed(1)?,
                origin: row.text(2)?,
                standing: standing(row, 3)?,
                at: row.int(7)?,
                version: row.int(8)?,
                is_used: row.text(9)? == "1",
            })
        },
    )
}

/// The source of the value that is used, and whether the municipality's own stands beside it.
pub fn used_source(tx: &mut Tx<'_>, key: &ValueKey) -> Result<(Option<String>, bool), DbError> {
    let place =
        params![key.measure.bytes(), key.org_unit.bytes(), &key.breakdown, key.period.to_string()];
    let used = tx.one(
        "select origin from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5",
        place,
        |row| row.text(0),
    )?;
    let own = tx.one(
        "select version from source_values where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5 and origin = ''",
        place,
        |row| row.int(0),
    )?;
    Ok((used, own.is_some()))
}

/// The places of some measures where another source than the municipality is used, with its name.
pub fn origins_of(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
) -> Result<HashMap<ValueKey, String>, DbError> {
    let read = |row: &Row<'_>| Ok((key_of(row)?, row.text(4)?));
    let found = if measures.len() <= FEW {
        ask(
            tx,
            among!(
                "select measure_id, org_unit_id, breakdown, period, origin from outcomes \
                 where tenant = $1 and origin <> '' and measure_id"
            ),
            measures.iter().map(|measure| measure.bytes()),
            read,
        )?
    } else {
        tx.all(
            "select measure_id, org_unit_id, breakdown, period, origin from outcomes \
             where tenant = $1 and origin <> ''",
            &[],
            read,
        )?
    };
    Ok(found.into_iter().collect())
}

/// What stands beside the values of some measures, by place and source.
pub fn beside_of(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
) -> Result<HashMap<ValueKey, BTreeMap<String, Beside>>, DbError> {
    let read = |row: &Row<'_>| {
        let beside = Beside { standing: standing(row, 5)?, version: row.int(9)? };
        Ok((key_of(row)?, row.text(4)?, beside))
    };
    let found = if measures.len() <= FEW {
        ask(
            tx,
            among!(
                "select measure_id, org_unit_id, breakdown, period, origin, state, value, scale, \
                 quality, version from source_values where tenant = $1 and measure_id"
            ),
            measures.iter().map(|measure| measure.bytes()),
            read,
        )?
    } else {
        tx.all(
            "select measure_id, org_unit_id, breakdown, period, origin, state, value, scale, \
             quality, version from source_values where tenant = $1",
            &[],
            read,
        )?
    };
    let mut all: HashMap<ValueKey, BTreeMap<String, Beside>> = HashMap::new();
    for (key, origin, beside) in found {
        all.entry(key).or_default().insert(origin, beside);
    }
    Ok(all)
}

/// Puts what a source says beside the values that are used, new or in the place of what it said.
/// Stale when something else has been put there since.
pub fn put_beside(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: impl IntoIterator<Item = Outcome, IntoIter: Clone>,
) -> Result<u64, AppError> {
    let values = values.into_iter();
    tell_of_beside(tx, how, values.clone())?;
    let (at, mut wanted) = (tx.author().at, 0);
    let put = tx.run_many(
        "insert into source_values (tenant, measure_id, org_unit_id, breakdown, period, origin, \
         state, value, scale, quality, import_id, at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
         on conflict (tenant, measure_id, org_unit_id, breakdown, period, origin) do update set \
         state = excluded.state, value = excluded.value, scale = excluded.scale, \
         quality = excluded.quality, import_id = excluded.import_id, at = excluded.at, \
         version = excluded.version where source_values.version = excluded.version - 1",
        values.map(|outcome| {
            wanted += 1;
            let (state, digits, scale) = value_columns(outcome.value);
            vec![
                outcome.measure.bytes().into(),
                outcome.org_unit.bytes().into(),
                outcome.breakdown.as_str().into(),
                outcome.period.to_string().into(),
                how.origin.into(),
                state.into(),
                digits.into(),
                scale.into(),
                outcome.quality.code().into(),
                how.import.map(ImportId::bytes).into(),
                at.into(),
                outcome.version.into(),
            ]
        }),
    )?;
    if put == wanted { Ok(put) } else { Err(AppError::Stale) }
}

/// Puts values that are used beside, because others are about to take their places. Only those of
/// other sources when nobody has chosen: see `domain::measures::fate`.
pub fn move_beside<'k>(
    tx: &mut Tx<'_>,
    keys: impl IntoIterator<Item = &'k ValueKey>,
) -> Result<u64, DbError> {
    tx.run_many(
        "insert into source_values (tenant, measure_id, org_unit_id, breakdown, period, origin, \
         state, value, scale, quality, import_id, at, version) \
         select tenant, measure_id, org_unit_id, breakdown, period, origin, state, value, scale, \
         quality, import_id, at, version from outcomes where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5",
        keys.into_iter().map(|key| key_and(key, [])),
    )
}

/// Takes what a source says away from beside, because it is used from now on.
pub fn take_from_beside<'k>(
    tx: &mut Tx<'_>,
    origin: &str,
    keys: impl IntoIterator<Item = &'k ValueKey>,
) -> Result<u64, DbError> {
    tx.run_many(
        "delete from source_values where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5 and origin = $6",
        keys.into_iter().map(|key| key_and(key, [origin.into()])),
    )
}

/// Takes back what a file put beside: what the source said before is put there again, or nothing
/// when it had said nothing. Stale when something else has been put there since.
pub fn withdraw_beside(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: &[(&ValueKey, i64, Option<Standing>)],
) -> Result<u64, AppError> {
    tell_of_withdrawn(tx, how, values)?;
    let (at, origin) = (tx.author().at, how.origin);
    let gone = values.iter().filter(|(_, _, before)| before.is_none());
    let removed = tx.run_many(
        "delete from source_values where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = $4 and period = $5 and origin = $6 and version = $7",
        gone.map(|(key, version, _)| key_and(key, [origin.into(), (*version).into()])),
    )?;
    let back = values.iter().filter_map(|(key, version, before)| Some((key, version, (*before)?)));
    let restored = tx.run_many(
        "update source_values set state = $8, value = $9, scale = $10, quality = $11, \
         import_id = null, at = $12, version = version + 1 where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5 and origin = $6 and version = $7",
        back.map(|(key, version, before)| {
            let (state, digits, scale) = value_columns(before.value);
            let more: [Value; 7] = [
                origin.into(),
                (*version).into(),
                state.into(),
                digits.into(),
                scale.into(),
                before.quality.code().into(),
                at.into(),
            ];
            key_and(key, more)
        }),
    )?;
    let wanted = u64::try_from(values.len())?;
    if removed + restored == wanted { Ok(wanted) } else { Err(AppError::Stale) }
}

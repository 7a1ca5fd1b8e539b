//! SQL of working methods and of how far org units have come with them.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::ids::{MethodId, OrgUnitId};
use domain::methods::{Method, Said};

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::i18n::sort_key;
use crate::web::error::AppError;

/// Most methods that are read.
const MOST: i64 = 200;
/// Most that are read of what an org unit has said.
const MOST_SAID: i64 = 500;

/// What holds, by org unit and method.
pub type Latest = BTreeMap<(OrgUnitId, MethodId), Said>;

fn method_row(row: &Row<'_>) -> Result<Method, DbError> {
    Ok(Method {
        id: row.id(0)?,
        name: row.text(1)?,
        meaning: row.text(2)?,
        ended_on: row.maybe_parsed(3)?,
        version: row.int(4)?,
    })
}

fn said_row(row: &Row<'_>) -> Result<Said, DbError> {
    Ok(Said {
        method: row.id(0)?,
        org_unit: row.id(1)?,
        place: row.int(2)?,
        level: row.text(3)?,
        said: row.text(4)?,
        person_name: row.text(5)?,
        at: row.int(6)?,
    })
}

/// The methods, by name; those that are let go last.
pub fn methods(tx: &mut Tx<'_>) -> Result<Vec<Method>, DbError> {
    let mut all = tx.all(
        "select method_id, name, meaning, ended_on, version from working_methods \
         where tenant = $1 order by method_id limit $2",
        params![MOST],
        method_row,
    )?;
    all.sort_by_cached_key(|one| (one.ended_on.is_some(), sort_key(&one.name)));
    Ok(all)
}

/// One method.
pub fn method(tx: &mut Tx<'_>, id: MethodId) -> Result<Option<Method>, DbError> {
    tx.one(
        "select method_id, name, meaning, ended_on, version from working_methods \
         where tenant = $1 and method_id = $2",
        params![id.bytes()],
        method_row,
    )
}

/// Keeps a method, new at version 1 or changed with its version raised by one. Stale when another was
/// faster.
pub fn keep_method(tx: &mut Tx<'_>, one: &Method) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into working_methods (tenant, method_id, name, meaning, ended_on, version) \
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant, method_id) do update set \
         name = excluded.name, meaning = excluded.meaning, ended_on = excluded.ended_on, \
         version = excluded.version where working_methods.version = excluded.version - 1",
        params![
            one.id.bytes(),
            &one.name,
            &one.meaning,
            one.ended_on.map(|day| day.to_string()),
            one.version,
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    let id = one.id.bytes();
    if one.version == 1 {
        return record(tx, "create", "working_method", id, one.version, one);
    }
    record(tx, "change", "working_method", id, one.version, one)
}

/// Everything that an org unit has said, the latest of each method first.
pub fn said_by(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Said>, DbError> {
    tx.all(
        "select method_id, org_unit_id, place, level, said, person_name, at from method_levels \
         where tenant = $1 and org_unit_id = $2 order by place desc, method_id limit $3",
        params![org_unit.bytes(), MOST_SAID],
        said_row,
    )
}

/// What holds at some org units.
pub fn latest_of(tx: &mut Tx<'_>, units: &[OrgUnitId]) -> Result<Latest, DbError> {
    let found = ask(
        tx,
        among!(
            "select method_id, org_unit_id, place, level, said, person_name, at \
             from method_levels where tenant = $1 and org_unit_id"
        ),
        units.iter().map(|unit| unit.bytes()),
        said_row,
    )?;
    Ok(newest(found))
}

/// What holds at all org units.
pub fn latest_of_all(tx: &mut Tx<'_>) -> Result<Latest, DbError> {
    let found = tx.all(
        "select m.method_id, m.org_unit_id, m.place, m.level, m.said, m.person_name, m.at \
         from method_levels m where m.tenant = $1 and m.place = (select max(n.place) \
         from method_levels n where n.tenant = m.tenant and n.method_id = m.method_id \
         and n.org_unit_id = m.org_unit_id)",
        &[],
        said_row,
    )?;
    Ok(newest(found))
}

fn newest(all: Vec<Said>) -> Latest {
    let mut latest = Latest::new();
    for one in all {
        let key = (one.org_unit, one.method);
        if latest.get(&key).is_none_or(|known| known.place < one.place) {
            latest.insert(key, one);
        }
    }
    latest
}

/// Keeps what is said; its place is one more than that of what held. Stale when another was faster.
pub fn insert_said(tx: &mut Tx<'_>, one: &Said) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into method_levels (tenant, method_id, org_unit_id, place, level, said, \
         person_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        params![
            one.method.bytes(),
            one.org_unit.bytes(),
            one.place,
            &one.level,
            &one.said,
            &one.person_name,
            one.at,
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "tell", "method_level", one.org_unit.bytes(), one.place, one)
}

//! SQL of the organisation.

use std::sync::Arc;

use db::{DbError, Tx, Value, params};
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, Organisation};
use jiff::civil::Date;

use crate::cx::record;
use crate::i18n::sort_key;
use crate::revisions::{Changed, note};
use crate::web::error::AppError;

/// The whole tree, in the order it is shown.
pub fn organisation(tx: &mut Tx<'_>) -> Result<Organisation, DbError> {
    let units = tx.all(
        "select org_unit_id, level, kind, parent_id, name, valid_from, valid_to, succeeded_by, \
         version from org_units where tenant = $1 order by sort_key, org_unit_id",
        &[],
        |row| {
            Ok(Arc::new(OrgUnit {
                id: row.id(0)?,
                level: row.text(1)?,
                kind: row.parsed(2)?,
                parent: row.maybe_id(3)?,
                name: row.text(4)?,
                valid_from: row.parsed(5)?,
                valid_to: row.maybe_parsed(6)?,
                succeeded_by: row.maybe_id(7)?,
                version: row.int(8)?,
            }))
        },
    )?;
    Ok(Organisation::new(units))
}

fn values(unit: &OrgUnit) -> [Value; 10] {
    [
        unit.id.bytes().into(),
        (&unit.level).into(),
        unit.kind.key().into(),
        unit.parent.map(OrgUnitId::bytes).into(),
        (&unit.name).into(),
        sort_key(&unit.name).into(),
        unit.valid_from.to_string().into(),
        unit.valid_to.map(|day| day.to_string()).into(),
        unit.succeeded_by.map(OrgUnitId::bytes).into(),
        unit.version.into(),
    ]
}

/// Keeps a new org unit. False when its id is kept already.
pub fn insert_org_unit(tx: &mut Tx<'_>, unit: &OrgUnit) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into org_units (tenant, org_unit_id, level, kind, parent_id, name, sort_key, \
         valid_from, valid_to, succeeded_by, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing",
        &values(unit),
    )?;
    if kept > 0 {
        record(tx, "create", "org_unit", unit.id.bytes(), unit.version, unit)?;
        note(tx, &[Changed::Organisation])?;
    }
    Ok(kept > 0)
}

/// Keeps a changed org unit whose `version` has been raised by one. Stale when another was faster.
pub fn change_org_unit(
    tx: &mut Tx<'_>,
    action: &'static str,
    unit: &OrgUnit,
) -> Result<(), AppError> {
    let changed = tx.run(
        "update org_units set level = $3, kind = $4, parent_id = $5, name = $6, sort_key = $7, \
         valid_from = $8, valid_to = $9, succeeded_by = $10, version = $11 \
         where tenant = $1 and org_unit_id = $2 and version = $11 - 1",
        &values(unit),
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "org_unit", unit.id.bytes(), unit.version, unit)?;
    note(tx, &[Changed::Organisation])?;
    Ok(())
}

/// That an org unit, with all under it, came to lie under another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move {
    /// What was moved.
    pub org_unit: OrgUnitId,
    /// What it lay under.
    pub from: OrgUnitId,
    /// What it lies under since.
    pub to: OrgUnitId,
    /// The day.
    pub on: Date,
}

/// Keeps that an org unit has been moved; it is given as it is after the move.
pub fn note_move(
    tx: &mut Tx<'_>,
    unit: &OrgUnit,
    from: OrgUnitId,
    on: Date,
) -> Result<(), DbError> {
    let Some(to) = unit.parent else { return Ok(()) };
    tx.run(
        "insert into org_unit_moves (tenant, org_unit_id, version, from_id, to_id, moved_on) \
         values ($1, $2, $3, $4, $5, $6)",
        params![unit.id.bytes(), unit.version, from.bytes(), to.bytes(), on.to_string()],
    )?;
    Ok(())
}

/// Most moves that are told of; an organisation is not moved more in a round.
const MOST_MOVES: i64 = 200;

/// The moves since a day, the first first.
pub fn moves_since(tx: &mut Tx<'_>, day: Date) -> Result<Vec<Move>, DbError> {
    tx.all(
        "select org_unit_id, from_id, to_id, moved_on from org_unit_moves \
         where tenant = $1 and moved_on >= $2 order by moved_on, version, org_unit_id limit $3",
        params![day.to_string(), MOST_MOVES],
        |row| {
            Ok(Move { org_unit: row.id(0)?, from: row.id(1)?, to: row.id(2)?, on: row.parsed(3)? })
        },
    )
}

//! SQL of the organisation.

use std::sync::Arc;

use db::{DbError, Tx, Value};
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, Organisation};

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

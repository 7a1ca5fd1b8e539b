//! SQL of which org units have a wheel for a year.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, params};
use domain::ids::{OrgUnitId, WheelId};
use serde::Serialize;

use crate::cx::record;
use crate::elements::store::{among, ask_with};
use crate::web::error::AppError;

/// That an org unit has a wheel for a year.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Wheel {
    /// Identity.
    pub id: WheelId,
    /// Whose.
    pub org_unit: OrgUnitId,
    /// Of which year.
    pub year: i16,
    /// When it was made, microseconds since 1970 in UTC. Its first steps were made then too.
    pub at: i64,
    /// Who made it.
    pub person_name: String,
}

/// The wheel of an org unit and a year, if there is one.
pub fn wheel_of(tx: &mut Tx<'_>, org_unit: OrgUnitId, year: i16) -> Result<Option<Wheel>, DbError> {
    tx.one(
        "select wheel_id, at, person_name from wheels \
         where tenant = $1 and org_unit_id = $2 and year = $3",
        params![org_unit.bytes(), i64::from(year)],
        |row| {
            Ok(Wheel { id: row.id(0)?, org_unit, year, at: row.int(1)?, person_name: row.text(2)? })
        },
    )
}

/// Those of some org units that have a wheel for a year.
pub(in crate::wheel) fn units_with_wheel(
    tx: &mut Tx<'_>,
    org_units: &BTreeSet<OrgUnitId>,
    year: i16,
) -> Result<BTreeSet<OrgUnitId>, DbError> {
    let found = ask_with(
        tx,
        among!("select org_unit_id from wheels where tenant = $1 and year = $34 and org_unit_id"),
        org_units.iter().map(|id| id.bytes()),
        &[i64::from(year).into()],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

/// All wheels of a year, by whose they are.
pub(in crate::wheel) fn wheels_of_year(
    tx: &mut Tx<'_>,
    year: i16,
) -> Result<BTreeMap<OrgUnitId, Wheel>, DbError> {
    let found = tx.all(
        "select org_unit_id, wheel_id, at, person_name from wheels \
         where tenant = $1 and year = $2",
        params![i64::from(year)],
        |row| {
            let (org_unit, id) = (row.id(0)?, row.id(1)?);
            Ok(Wheel { id, org_unit, year, at: row.int(2)?, person_name: row.text(3)? })
        },
    )?;
    Ok(found.into_iter().map(|wheel| (wheel.org_unit, wheel)).collect())
}

/// Keeps wheels that are made together. Stale when one of them has been made meanwhile.
pub(in crate::wheel) fn insert_wheels(tx: &mut Tx<'_>, wheels: &[Wheel]) -> Result<(), AppError> {
    let kept = tx.run_many(
        "insert into wheels (tenant, wheel_id, org_unit_id, year, at, person_name, version) \
         values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing",
        wheels.iter().map(|wheel| {
            let (id, unit) = (wheel.id.bytes(), wheel.org_unit.bytes());
            params![id, unit, i64::from(wheel.year), wheel.at, &wheel.person_name].to_vec()
        }),
    )?;
    if usize::try_from(kept) != Ok(wheels.len()) {
        return Err(AppError::Stale);
    }
    wheels.iter().try_for_each(|one| record(tx, "create", "wheel", one.id.bytes(), 1, one))
}

/// Keeps a wheel. False when the org unit has one for the year already.
pub fn insert_wheel(tx: &mut Tx<'_>, wheel: &Wheel) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into wheels (tenant, wheel_id, org_unit_id, year, at, person_name, version) \
         values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing",
        params![
            wheel.id.bytes(),
            wheel.org_unit.bytes(),
            i64::from(wheel.year),
            wheel.at,
            &wheel.person_name,
        ],
    )?;
    if kept > 0 {
        record(tx, "create", "wheel", wheel.id.bytes(), 1, wheel)?;
    }
    Ok(kept > 0)
}

/// Takes away wheels that were made together, with all their steps.
pub(in crate::wheel) fn forget_wheels(tx: &mut Tx<'_>, wheels: &[Wheel]) -> Result<(), AppError> {
    tx.run_many(
        "delete from wheel_steps where tenant = $1 and org_unit_id = $2 and year = $3",
        wheels.iter().map(|one| params![one.org_unit.bytes(), i64::from(one.year)].to_vec()),
    )?;
    let gone = tx.run_many(
        "delete from wheels where tenant = $1 and wheel_id = $2",
        wheels.iter().map(|one| params![one.id.bytes()].to_vec()),
    )?;
    if usize::try_from(gone) != Ok(wheels.len()) {
        return Err(AppError::Stale);
    }
    wheels.iter().try_for_each(|one| record(tx, "undo", "wheel", one.id.bytes(), 2, one))
}

/// Takes away a wheel with all its steps, as when it was made by mistake.
pub(in crate::wheel) fn forget_wheel(tx: &mut Tx<'_>, wheel: &Wheel) -> Result<(), AppError> {
    tx.run(
        "delete from wheel_steps where tenant = $1 and org_unit_id = $2 and year = $3",
        params![wheel.org_unit.bytes(), i64::from(wheel.year)],
    )?;
    let gone = tx
        .run("delete from wheels where tenant = $1 and wheel_id = $2", params![wheel.id.bytes()])?;
    if gone == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "undo", "wheel", wheel.id.bytes(), 2, wheel)
}

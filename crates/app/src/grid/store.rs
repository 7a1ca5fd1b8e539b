//! SQL of the cells of a table.

use db::{DbError, Row, Tx, params};
use domain::entry::Kept;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Outcome;
use domain::periods::Period;

use crate::elements::store::{among, ask_with};
use crate::measures::store::value_of_columns;

/// A value with the row and column it stands in.
pub(super) type Cell = ((ElementId, OrgUnitId), Period, Kept);

fn cell(row: &Row<'_>) -> Result<Cell, DbError> {
    let state = row.text(3)?;
    let value = value_of_columns(&state, row.maybe_int(4)?, row.int(5)?)
        .ok_or(DbError::Column { column: 3, detail: state })?;
    Ok((
        (row.id(0)?, row.id(1)?),
        row.parsed(2)?,
        Kept { value, quality: row.parsed(7)?, version: row.int(6)? },
    ))
}

/// Which measures an org unit has values of.
pub(super) fn measures_with_values(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select distinct measure_id from outcomes where tenant = $1 and org_unit_id = $2",
        params![org_unit.bytes()],
        |row| row.id(0),
    )
}

/// Values of some measures for one org unit, in periods from one year up to another.
pub(super) fn cells_of_org_unit(
    tx: &mut Tx<'_>,
    measures: impl Iterator<Item = ElementId>,
    org_unit: OrgUnitId,
    (first, after): (i16, i16),
) -> Result<Vec<Cell>, DbError> {
    ask_with(
        tx,
        among!(
            "select measure_id, org_unit_id, period, state, value, scale, version, quality \
             from outcomes where tenant = $1 and org_unit_id = $34 and breakdown = '' \
             and period >= $35 and period < $36 and measure_id"
        ),
        measures.map(ElementId::bytes),
        &[org_unit.bytes().into(), first.to_string().into(), after.to_string().into()],
        cell,
    )
}

/// Values of one measure for some org units, in periods from one year up to another.
pub(super) fn cells_of_measure(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_units: impl Iterator<Item = OrgUnitId>,
    (first, after): (i16, i16),
) -> Result<Vec<Cell>, DbError> {
    ask_with(
        tx,
        among!(
            "select measure_id, org_unit_id, period, state, value, scale, version, quality \
             from outcomes where tenant = $1 and measure_id = $34 and breakdown = '' \
             and period >= $35 and period < $36 and org_unit_id"
        ),
        org_units.map(OrgUnitId::bytes),
        &[measure.bytes().into(), first.to_string().into(), after.to_string().into()],
        cell,
    )
}

/// Every value of an org unit, with those of groups.
pub(super) fn outcomes_of_org_unit(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, period, state, value, scale, version, quality, breakdown \
         from outcomes where tenant = $1 and org_unit_id = $2",
        params![org_unit.bytes()],
        |row| {
            let ((measure, org_unit), period, Kept { value, quality, version }) = cell(row)?;
            let breakdown = row.text(8)?;
            Ok(Outcome { measure, org_unit, breakdown, period, value, quality, version })
        },
    )
}

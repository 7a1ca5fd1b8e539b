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

/// Cells that have the one column in common and are many by the other.
macro_rules! cells {
    ($one:literal, $many:literal) => {
        among!(concat!(
            "select measure_id, org_unit_id, period, state, value, scale, version, quality \
             from outcomes where tenant = $1 and breakdown = '' and period >= $34 \
             and period < $35 and ",
            $one,
            " = $36 and ",
            $many
        ))
    };
}

/// What the rows of a table have in common, and what the others are of.
pub(super) enum Common {
    /// The org unit; the rows are measures.
    OrgUnit(OrgUnitId, Vec<ElementId>),
    /// The measure; the rows are org units.
    Measure(ElementId, Vec<OrgUnitId>),
}

/// The values of the rows of a table, in periods from one year up to another.
pub(super) fn cells_of(
    tx: &mut Tx<'_>,
    common: Common,
    (first, after): (i16, i16),
) -> Result<Vec<Cell>, DbError> {
    let (sql, one, many): (_, _, Vec<[u8; 16]>) = match common {
        Common::OrgUnit(one, measures) => {
            let many = measures.into_iter().map(ElementId::bytes).collect();
            (cells!("org_unit_id", "measure_id"), one.bytes(), many)
        }
        Common::Measure(one, org_units) => {
            let many = org_units.into_iter().map(OrgUnitId::bytes).collect();
            (cells!("measure_id", "org_unit_id"), one.bytes(), many)
        }
    };
    let years = [first.to_string().into(), after.to_string().into(), one.into()];
    ask_with(tx, sql, many, &years, cell)
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

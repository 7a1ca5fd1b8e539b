//! SQL of what is kept from readers, period by period, and of what they may have kept themselves.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Cell, Kept, OutcomeValue, Withheld};

use domain::periods::Period;

use super::outcomes::value_of_columns;
use crate::web::error::AppError;

/// What is kept from readers of a period.
#[derive(Clone, Default)]
pub struct Withholding {
    /// What.
    pub withheld: Withheld,
    /// Whether the values stand that it was decided of.
    pub holds: bool,
}

/// As it is stored: whose, of which group, and whether somebody said it.
type Place = (OrgUnitId, String, bool);

/// As it is stored.
pub(super) fn withholding(places: &str, holds: bool) -> Result<Withholding, DbError> {
    let unread =
        |error: serde_json::Error| DbError::Column { column: 0, detail: error.to_string() };
    let places: Vec<Place> = serde_json::from_str(places).map_err(unread)?;
    let withheld = places.into_iter().map(|(unit, group, said)| ((unit, group), said));
    Ok(Withholding { withheld: withheld.collect(), holds })
}

/// What is kept from readers of the periods of a measure.
pub fn withheld_of(
    tx: &mut Tx<'_>,
    measure: ElementId,
) -> Result<BTreeMap<Period, Withholding>, DbError> {
    let rows = tx.all(
        "select period, places, holds from withheld where tenant = $1 and measure_id = $2",
        params![measure.bytes()],
        |row| Ok((row.parsed(0)?, withholding(&row.text(1)?, row.int(2)? != 0)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// What readers may have kept of the periods of a measure.
pub fn kept_by_readers(
    tx: &mut Tx<'_>,
    measure: ElementId,
) -> Result<BTreeMap<Period, Kept>, AppError> {
    let rows: Vec<(Period, String)> = tx.all(
        "select period, kept from withheld where tenant = $1 and measure_id = $2",
        params![measure.bytes()],
        |row| Ok((row.parsed(0)?, row.text(1)?)),
    )?;
    rows.into_iter().map(|(period, kept)| Ok((period, serde_json::from_str(&kept)?))).collect()
}

/// The numbers that stand for a period, and the places that have held theirs earlier.
pub fn numbers_of(
    tx: &mut Tx<'_>,
    (measure, period): (ElementId, Period),
) -> Result<(BTreeMap<Cell, String>, BTreeSet<Cell>), DbError> {
    let value = |row: &Row<'_>| {
        let number = value_of_columns("measured", row.maybe_int(2)?, row.int(3)?);
        let number = number.and_then(OutcomeValue::number);
        let cell: Cell = (row.id(0)?, row.text(1)?);
        Ok((cell, number.map(|number| number.normalize().to_string()).unwrap_or_default()))
    };
    let key = params![measure.bytes(), period.to_string()];
    let numbers: BTreeMap<Cell, String> = tx
        .all(
            "select org_unit_id, breakdown, value, scale from outcomes where tenant = $1 \
             and measure_id = $2 and period = $3 and state = 'measured'",
            key,
            value,
        )?
        .into_iter()
        .collect();
    let before = tx.all(
        "select org_unit_id, breakdown, before_value, before_scale from value_history \
         where tenant = $1 and measure_id = $2 and period = $3 and before_state = 'measured'",
        key,
        value,
    )?;
    let again = before.into_iter().filter(|(cell, number)| numbers.get(cell) == Some(number));
    let again = again.map(|(cell, _)| cell).collect();
    Ok((numbers, again))
}

/// Keeps what is withheld of a period from now on, and what readers may have kept.
pub fn put_withheld(
    tx: &mut Tx<'_>,
    (measure, period): (ElementId, Period),
    (withheld, kept): (&Withheld, &Kept),
) -> Result<(), AppError> {
    if withheld.is_empty() {
        tx.run(
            "delete from withheld where tenant = $1 and measure_id = $2 and period = $3",
            params![measure.bytes(), period.to_string()],
        )?;
        return Ok(());
    }
    let places: Vec<(OrgUnitId, &str, bool)> =
        withheld.iter().map(|((unit, group), said)| (*unit, group.as_str(), *said)).collect();
    let (places, kept) = (serde_json::to_string(&places)?, serde_json::to_string(kept)?);
    let values: [Value; 6] = [
        measure.bytes().into(),
        period.to_string().into(),
        places.into(),
        kept.into(),
        tx.author().at.into(),
        1_i64.into(),
    ];
    tx.run(
        "insert into withheld (tenant, measure_id, period, places, kept, at, holds) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, measure_id, period) \
         do update set places = excluded.places, kept = excluded.kept, at = excluded.at, \
         holds = excluded.holds",
        &values,
    )?;
    Ok(())
}

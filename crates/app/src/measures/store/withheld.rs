//! SQL of what is kept from readers, period by period, and of what they may have kept themselves.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Cell, Kept, OutcomeValue, Withheld};

use domain::periods::Period;

use super::outcomes::value_of_columns;
use crate::elements::store::{among, ask_with};
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

/// What readers may have kept of a period of some measures.
pub fn kept_by_readers(
    tx: &mut Tx<'_>,
    period: Period,
    measures: &[ElementId],
) -> Result<BTreeMap<ElementId, Kept>, AppError> {
    let rows: Vec<(ElementId, String)> = ask_with(
        tx,
        among!(
            "select measure_id, kept from withheld where tenant = $1 and period = $34 \
             and measure_id"
        ),
        measures.iter().map(|id| id.bytes()),
        &[period.to_string().into()],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    rows.into_iter().map(|(id, kept)| Ok((id, serde_json::from_str(&kept)?))).collect()
}

/// The numbers of a measure for a period.
#[derive(Default)]
pub struct Numbers {
    /// Those that stand.
    pub now: BTreeMap<Cell, String>,
    /// The places that have held theirs earlier.
    pub again: BTreeSet<Cell>,
}

/// The numbers of some measures for a period.
pub fn numbers_in(
    tx: &mut Tx<'_>,
    period: Period,
    measures: &[ElementId],
) -> Result<BTreeMap<ElementId, Numbers>, DbError> {
    let value = |row: &Row<'_>| {
        let number = value_of_columns("measured", row.maybe_int(3)?, row.int(4)?);
        let number = number.and_then(OutcomeValue::number);
        let cell: Cell = (row.id(1)?, row.text(2)?);
        let number = number.map(|number| number.normalize().to_string()).unwrap_or_default();
        Ok((row.id(0)?, cell, number))
    };
    let ids = || measures.iter().map(|id| id.bytes());
    let period = [Value::from(period.to_string())];
    let now: Vec<(ElementId, Cell, String)> = ask_with(
        tx,
        among!(
            "select measure_id, org_unit_id, breakdown, value, scale from outcomes \
             where tenant = $1 and period = $34 and state = 'measured' and measure_id"
        ),
        ids(),
        &period,
        value,
    )?;
    let mut all: BTreeMap<ElementId, Numbers> = BTreeMap::new();
    for (id, cell, number) in now {
        all.entry(id).or_default().now.insert(cell, number);
    }
    let before = ask_with(
        tx,
        among!(
            "select measure_id, org_unit_id, breakdown, before_value, before_scale \
             from value_history where tenant = $1 and period = $34 \
             and before_state = 'measured' and measure_id"
        ),
        ids(),
        &period,
        value,
    )?;
    for (id, cell, number) in before {
        let of: &mut Numbers = all.entry(id).or_default();
        if of.now.get(&cell) == Some(&number) {
            of.again.insert(cell);
        }
    }
    Ok(all)
}

/// What is withheld of a period of a measure from now on, and what readers may have kept.
pub type Decided = (ElementId, Period, Withheld, Kept);

/// Keeps what has been decided.
pub fn put_withheld(tx: &mut Tx<'_>, decided: &[Decided]) -> Result<(), AppError> {
    let (nothing, something): (Vec<&Decided>, Vec<&Decided>) =
        decided.iter().partition(|(_, _, withheld, _)| withheld.is_empty());
    tx.run_many(
        "delete from withheld where tenant = $1 and measure_id = $2 and period = $3",
        nothing
            .iter()
            .map(|(id, period, ..)| vec![id.bytes().into(), Value::from(period.to_string())]),
    )?;
    let at = tx.author().at;
    let rows: Vec<Vec<Value>> = something
        .into_iter()
        .map(|(id, period, withheld, kept)| {
            let places: Vec<(OrgUnitId, &str, bool)> =
                withheld.iter().map(|((unit, group), said)| (*unit, &**group, *said)).collect();
            let (places, kept) = (serde_json::to_string(&places)?, serde_json::to_string(kept)?);
            let period = period.to_string();
            Ok(vec![
                id.bytes().into(),
                period.into(),
                places.into(),
                kept.into(),
                at.into(),
                1_i64.into(),
            ])
        })
        .collect::<Result<_, AppError>>()?;
    tx.run_many(
        "insert into withheld (tenant, measure_id, period, places, kept, at, holds) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, measure_id, period) \
         do update set places = excluded.places, kept = excluded.kept, at = excluded.at, \
         holds = excluded.holds",
        rows,
    )?;
    Ok(())
}

/// Whether it has been decided what is withheld of the values that stood before that was decided as they
/// are written.
pub fn is_withholding_decided(tx: &mut Tx<'_>) -> Result<bool, DbError> {
    let sql = "select at from withholding_decided where tenant = $1";
    Ok(tx.one(sql, &[], |row| row.int(0))?.is_some())
}

/// Notes that it has.
pub fn note_withholding_decided(tx: &mut Tx<'_>) -> Result<(), DbError> {
    let at = tx.author().at;
    tx.run(
        "insert into withholding_decided (tenant, at) values ($1, $2) \
         on conflict (tenant) do nothing",
        params![at],
    )?;
    Ok(())
}

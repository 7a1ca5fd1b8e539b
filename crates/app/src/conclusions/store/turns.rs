//! SQL that reads which values have been changed: of some measures, in some periods, at some org units,
//! after an instant. Very many at a time, so that a page with many conclusions asks once or a few times.

use db::{DbError, Row, Tx, Value};
use domain::analysis::Turn;
use domain::ids::{ElementId, OrgUnitId};
use rust_decimal::Decimal;

use crate::elements::store::within_all;

/// The most org units that a statement names.
pub(in crate::conclusions) const UNITS: usize = 125;
/// The most measures that a statement names.
const MEASURES: usize = 260;

/// Whose values are asked for: at most [`UNITS`].
pub(in crate::conclusions) enum Places {
    /// Just these.
    At(Vec<OrgUnitId>),
    /// These and all below them.
    Below(Vec<OrgUnitId>),
}

/// What is asked for.
pub(in crate::conclusions) struct Asked {
    pub(in crate::conclusions) measures: Vec<ElementId>,
    pub(in crate::conclusions) places: Places,
    /// The first and the last period in the order of their letters, as they are written.
    pub(in crate::conclusions) periods: (String, String),
    /// After this, microseconds since 1970 in UTC.
    pub(in crate::conclusions) since: i64,
}

/// Ten numbered places of a statement, and more tens.
macro_rules! tens {
    ($first:literal $($more:literal)+) => {
        concat!(tens!($first) $(, ", ", tens!($more))+)
    };
    ($ten:literal) => {
        concat!(
            "$", $ten, "0, $", $ten, "1, $", $ten, "2, $", $ten, "3, $", $ten, "4, ",
            "$", $ten, "5, $", $ten, "6, $", $ten, "7, $", $ten, "8, $", $ten, "9"
        )
    };
}

/// The places of [`UNITS`] org units.
macro_rules! units {
    () => {
        concat!("($5, $6, $7, $8, $9, ", tens!("1" "2" "3" "4" "5" "6" "7" "8" "9" "10" "11" "12"), ")")
    };
}

/// What was changed of the values for all people, of [`MEASURES`] measures.
macro_rules! changed {
    ($and:expr) => {
        concat!(
            "select h.measure_id, h.org_unit_id, h.period, h.before_value, h.before_scale, h.value, h.scale, \
             h.at from value_history h where h.tenant = $1 and h.at > $2 and h.breakdown = '' \
             and h.before_state <> '' and h.kind not in ('beside', 'withdrawn') \
             and h.period >= $3 and h.period <= $4 and ",
            $and,
            " and h.measure_id in (",
            tens!("13" "14" "15" "16" "17" "18" "19" "20" "21" "22" "23" "24" "25" "26" "27" "28" "29" "30" "31" "32" "33" "34" "35" "36" "37" "38"),
            ")"
        )
    };
}

/// Few org units: by their places.
const AT: &str = changed!(concat!("h.org_unit_id in ", units!()));

/// Many org units: what was changed of the measures is gone through and held against them. As they stand in an
/// expression, each measure is not looked for at each org unit.
const BELOW: &str = concat!(
    within_all!(units!()),
    changed!("coalesce(h.org_unit_id, h.org_unit_id) in (select org_unit_id from inside)")
);

/// What was changed of what is asked for.
pub(in crate::conclusions) fn turns_of(
    tx: &mut Tx<'_>,
    asked: &Asked,
) -> Result<Vec<Turn>, DbError> {
    let (sql, units) = match &asked.places {
        Places::At(units) => (AT, units),
        Places::Below(tops) => (BELOW, tops),
    };
    let (first, last) = &asked.periods;
    let mut found = Vec::new();
    for measures in asked.measures.chunks(MEASURES) {
        let mut values: Vec<Value> = vec![asked.since.into(), first.into(), last.into()];
        values.extend(filled(units, UNITS).map(|unit| unit.bytes().into()));
        values.extend(filled(measures, MEASURES).map(|measure| measure.bytes().into()));
        found.extend(tx.all(sql, &values, turn_row)?);
    }
    Ok(found)
}

/// So many as a statement has places for: the last one is repeated.
fn filled<T>(all: &[T], places: usize) -> impl Iterator<Item = &T> {
    all.iter().chain(all.last().into_iter().cycle()).take(places)
}

fn turn_row(row: &Row<'_>) -> Result<Turn, DbError> {
    let number = |from: usize| -> Result<Option<Decimal>, DbError> {
        let scale = u32::try_from(row.maybe_int(from + 1)?.unwrap_or(0)).unwrap_or(0);
        Ok(row.maybe_int(from)?.map(|digits| Decimal::new(digits, scale).normalize()))
    };
    Ok(Turn {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        period: row.parsed(2)?,
        before: number(3)?,
        after: number(5)?,
        at: row.int(7)?,
    })
}

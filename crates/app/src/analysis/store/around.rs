//! SQL of what stands around the subject of an analysis: events, and the latest values of groups. Read from tables of others.

use db::{DbError, Tx, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::OutcomeValue;
use domain::periods::Period;
use jiff::civil::Date;

use crate::elements::store::{among, ask_with};
use crate::measures::store::value_of_columns;

/// An event of an org unit.
pub struct Event {
    /// Identity.
    pub id: [u8; 16],
    /// When.
    pub day: Date,
    /// A few words.
    pub text: String,
}

/// The events of an org unit between two days, the latest first.
pub fn events_at(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    (from, to): (Date, Date),
    most: i64,
) -> Result<Vec<Event>, DbError> {
    tx.all(
        "select annotation_id, on_day, text from annotations where tenant = $1 \
         and org_unit_id = $2 and on_day >= $3 and on_day <= $4 order by on_day desc limit $5",
        params![org_unit.bytes(), from.to_string(), to.to_string(), most],
        |row| {
            let id: ElementId = row.id(0)?;
            Ok(Event { id: id.bytes(), day: row.parsed(1)?, text: row.text(2)? })
        },
    )
}

/// A value of a group of people.
pub struct OfGroup {
    /// Of which measure.
    pub measure: ElementId,
    /// What the group is called.
    pub group: String,
    /// When.
    pub period: Period,
    /// The value.
    pub value: OutcomeValue,
}

/// The latest values of groups of some measures at an org unit.
pub fn groups_of(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    org_unit: OrgUnitId,
) -> Result<Vec<OfGroup>, DbError> {
    let rows = ask_with(
        tx,
        concat!(
            among!(
                "select measure_id, breakdown, period, state, value, scale from outcomes o \
                 where tenant = $1 and breakdown <> '' and measure_id"
            ),
            " and org_unit_id = $34 and period = (select max(period) from outcomes n \
             where n.tenant = $1 and n.measure_id = o.measure_id and n.org_unit_id = $34 \
             and n.breakdown = o.breakdown) order by measure_id, breakdown limit 400"
        ),
        measures.iter().map(|id| id.bytes()),
        &[org_unit.bytes().into()],
        |row| {
            let (state, digits, scale) = (row.text(3)?, row.maybe_int(4)?, row.int(5)?);
            let value = value_of_columns(&state, digits, scale)
                .ok_or(DbError::Column { column: 3, detail: state })?;
            Ok(OfGroup { measure: row.id(0)?, group: row.text(1)?, period: row.parsed(2)?, value })
        },
    )?;
    Ok(rows)
}

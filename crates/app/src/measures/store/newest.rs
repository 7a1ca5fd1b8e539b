//! SQL of the newest values of every org unit, and of when the first came.

use db::{DbError, Row, Tx, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{OutcomeQuality, OutcomeValue};
use domain::periods::Period;

use super::outcomes::value_of_columns;
use crate::elements::store::{among, ask, ask_with};

/// More measures than this are read in one question.
const MOST_ASKED_ONE_BY_ONE: usize = 96;

/// The statement for the newest values, with more of its condition.
macro_rules! concat_newest {
    ($more:expr) => {
        concat!(
            "select o.measure_id, o.org_unit_id, o.period, o.state, o.value, o.scale, o.quality \
             from series s join outcomes o on o.tenant = s.tenant \
             and o.measure_id = s.measure_id and o.org_unit_id = s.org_unit_id \
             and o.breakdown = '' and o.period = s.latest where s.tenant = $1",
            $more
        )
    };
}

/// The newest value of a measure at an org unit.
#[derive(Clone, Debug)]
pub struct Newest {
    /// The measure.
    pub measure: ElementId,
    /// Whose value.
    pub org_unit: OrgUnitId,
    /// For when.
    pub period: Period,
    /// The value and how far it is trusted.
    pub known: (OutcomeValue, OutcomeQuality),
}

/// The newest values for all people of some measures, at every org unit that has any; of all
/// measures in one question when they are many.
pub fn newest_of(
    tx: &mut Tx<'_>,
    measures: impl ExactSizeIterator<Item = ElementId>,
) -> Result<Vec<Newest>, DbError> {
    const NEWEST: &str = concat_newest!("");
    if measures.len() > MOST_ASKED_ONE_BY_ONE {
        return tx.all(NEWEST, &[], newest_row);
    }
    ask(tx, among!(concat_newest!(" and s.measure_id")), measures.map(ElementId::bytes), newest_row)
}

fn newest_row(row: &Row<'_>) -> Result<Newest, DbError> {
    let state = row.text(3)?;
    let value = value_of_columns(&state, row.maybe_int(4)?, row.int(5)?)
        .ok_or(DbError::Column { column: 3, detail: state })?;
    Ok(Newest {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        period: row.parsed(2)?,
        known: (value, row.parsed(6)?),
    })
}

/// A value that an org unit has reported itself.
pub struct OwnValue {
    /// The measure.
    pub measure: ElementId,
    /// Whose value.
    pub org_unit: OrgUnitId,
    /// For when.
    pub period: Period,
    /// The value.
    pub value: OutcomeValue,
}

/// What an org unit and the others on its level have reported themselves of some measures, for the
/// newest period that it has reported for.
pub fn own_on_level(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    org_unit: OrgUnitId,
) -> Result<Vec<OwnValue>, DbError> {
    const ON_LEVEL: &str = among!(
        "select o.measure_id, o.org_unit_id, o.period, o.state, o.value, o.scale \
         from series s join org_units self on self.tenant = s.tenant \
         and self.org_unit_id = s.org_unit_id join org_units u on u.tenant = s.tenant \
         and u.level = self.level join outcomes o on o.tenant = s.tenant \
         and o.measure_id = s.measure_id and o.org_unit_id = u.org_unit_id and o.breakdown = '' \
         and o.period = s.latest where s.tenant = $1 and s.org_unit_id = $34 and s.measure_id"
    );
    let ids = measures.iter().map(|id| id.bytes());
    ask_with(tx, ON_LEVEL, ids, params![org_unit.bytes()], |row| {
        let state = row.text(3)?;
        let value = value_of_columns(&state, row.maybe_int(4)?, row.int(5)?)
            .ok_or(DbError::Column { column: 3, detail: state })?;
        let (measure, org_unit) = (row.id(0)?, row.id(1)?);
        Ok(OwnValue { measure, org_unit, period: row.parsed(2)?, value })
    })
}

/// The earliest period that anybody has told a measure's value of.
pub fn first_period(tx: &mut Tx<'_>, measure: ElementId) -> Result<Option<Period>, DbError> {
    let periods: Vec<Period> = tx.all(
        "select distinct period from outcomes where tenant = $1 and measure_id = $2",
        params![measure.bytes()],
        |row| row.parsed(0),
    )?;
    Ok(periods.into_iter().min_by_key(|period| period.first_day()))
}

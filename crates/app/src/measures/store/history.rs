//! SQL of the history of values: every value that was kept, changed or taken away, by whatever door,
//! with what stood before, why, who and when.

use std::collections::HashMap;

use db::{DbError, Row, Tx, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{OutcomeQuality, OutcomeValue, Standing};
use domain::periods::Period;

use super::door::Door;
use super::outcomes::value_of_columns;
use super::places::key_of;
use super::telling::SUMMED;
use crate::elements::store::{among, ask, ask_with, within};

/// So many measures are asked for one by one; of more, everything taken away is read at once.
const FEW: usize = 64;

/// Whatever stood in a value's place, what stands there now, and how it came about.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The measure.
    pub measure: ElementId,
    /// Whose value it is.
    pub org_unit: OrgUnitId,
    /// The group it is about; empty for all.
    pub breakdown: String,
    /// When.
    pub period: Period,
    /// What stood there; none where nothing did.
    pub before: Option<Standing>,
    /// Whether others made up what stood there.
    pub was_summed: bool,
    /// What took its place; none where it was taken away.
    pub after: Option<Standing>,
    /// The source of what took its place; empty for the municipality itself.
    pub origin: String,
    /// The source of what stood there.
    pub origin_before: String,
    /// By which door.
    pub door: Door,
    /// Why; empty where none was owed.
    pub reason: String,
    /// Who.
    pub person: String,
    /// When, microseconds since 1970 in UTC.
    pub at: i64,
}

/// What is known and how far it can be trusted, from a state on; none where the state is empty.
fn standing(row: &Row<'_>, from: usize) -> Result<Option<Standing>, DbError> {
    let state = row.text(from)?;
    if state.is_empty() {
        return Ok(None);
    }
    let known = if state == SUMMED { "measured" } else { &state };
    let value: OutcomeValue = value_of_columns(known, row.maybe_int(from + 1)?, row.int(from + 2)?)
        .ok_or(DbError::Column { column: from, detail: state })?;
    let quality: OutcomeQuality = row.parsed(from + 3)?;
    Ok(Some(Standing { value, quality }))
}

fn turn_row(row: &Row<'_>) -> Result<Turn, DbError> {
    Ok(Turn {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        breakdown: row.text(2)?,
        period: row.parsed(3)?,
        before: standing(row, 4)?,
        was_summed: row.text(4)? == SUMMED,
        after: standing(row, 8)?,
        door: row.parsed(12)?,
        reason: row.text(13)?,
        person: row.text(14)?,
        at: row.int(15)?,
        origin: row.text(16)?,
        origin_before: row.text(17)?,
    })
}

/// The changes of values for all people that stood already, with more of the condition.
macro_rules! turns {
    ($before:expr, $more:literal) => {
        concat!(
            $before,
            "select measure_id, org_unit_id, breakdown, period, before_state, before_value, \
             before_scale, before_quality, state, value, scale, quality, kind, reason, person_name, \
             at, origin, before_origin from value_history where tenant = $1 and breakdown = '' \
             and before_state <> ''",
            $more
        )
    };
}

/// The newest changes of values for all people of a measure that stood already, at an org unit and
/// below it.
pub fn newest_changes(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    most: i64,
) -> Result<Vec<Turn>, DbError> {
    tx.all(
        turns!(
            within!("$3"),
            " and measure_id = $2 and org_unit_id in (select org_unit_id from inside) \
             order by at desc, period desc, version desc limit $4"
        ),
        params![measure.bytes(), org_unit.bytes(), most],
        turn_row,
    )
}

/// Why a value was changed.
pub struct SaidWhy {
    /// Of what.
    pub measure: ElementId,
    /// When.
    pub period: Period,
    /// What was said last, microseconds since 1970 in UTC.
    pub at: i64,
    /// Why.
    pub reason: String,
}

/// The reasons why values for all people of some measures were changed after an instant, at an org
/// unit and below it, the latest first.
pub fn reasons_since(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    org_unit: OrgUnitId,
    since: i64,
) -> Result<Vec<SaidWhy>, DbError> {
    let mut found = ask_with(
        tx,
        concat!(
            within!("$34"),
            among!(
                "select measure_id, period, reason, max(at) from value_history where tenant = $1 \
                 and at > $35 and breakdown = '' and before_state <> '' and reason <> '' \
                 and org_unit_id in (select org_unit_id from inside) and measure_id"
            ),
            " group by measure_id, period, reason"
        ),
        measures.iter().map(|measure| measure.bytes()),
        &[org_unit.bytes().into(), since.into()],
        |row| {
            let (reason, at) = (row.text(2)?, row.int(3)?);
            Ok(SaidWhy { measure: row.id(0)?, period: row.parsed(1)?, at, reason })
        },
    )?;
    found.sort_by_key(|one| std::cmp::Reverse(one.at));
    Ok(found)
}

/// What has stood for a period of an org unit, newest first.
pub fn changes_of_value(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    period: &str,
) -> Result<Vec<Turn>, DbError> {
    tx.all(
        turns!(
            "",
            " and measure_id = $2 and org_unit_id = $3 and period = $4 order by at desc, version desc \
             limit 50"
        ),
        params![measure.bytes(), org_unit.bytes(), period],
        turn_row,
    )
}

/// Who kept what stands in a value's place, and when in microseconds since 1970 in UTC; none where
/// the history does not say.
pub fn last_told(tx: &mut Tx<'_>, key: &ValueKey) -> Result<Option<(String, i64)>, DbError> {
    tx.one(
        "select person_name, at from value_history where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5 and kind not in \
         ('beside', 'withdrawn') order by at desc, version desc limit 1",
        params![key.measure.bytes(), key.org_unit.bytes(), &key.breakdown, key.period.to_string()],
        |row| Ok((row.text(0)?, row.int(1)?)),
    )
}

/// The version that the last value of a place had come to when it was taken away, of some measures;
/// whatever comes there next goes on from it.
pub fn versions_taken(
    tx: &mut Tx<'_>,
    measures: impl IntoIterator<Item = ElementId>,
) -> Result<HashMap<ValueKey, i64>, DbError> {
    let taken = |row: &Row<'_>| Ok((key_of(row)?, row.int(4)?));
    let measures: Vec<ElementId> = measures.into_iter().collect();
    let found = if measures.len() <= FEW {
        ask(
            tx,
            among!(
                "select measure_id, org_unit_id, breakdown, period, version from value_history \
                 where tenant = $1 and state = '' and kind <> 'withdrawn' and measure_id"
            ),
            measures.into_iter().map(ElementId::bytes),
            taken,
        )?
    } else {
        tx.all(
            "select measure_id, org_unit_id, breakdown, period, version from value_history \
             where tenant = $1 and state = '' and kind <> 'withdrawn'",
            &[],
            taken,
        )?
    };
    Ok(found.into_iter().fold(HashMap::new(), |mut last, (key, version)| {
        let known = last.entry(key).or_insert(version);
        *known = (*known).max(version);
        last
    }))
}

//! SQL of the history of values: every value that was kept, changed or taken away, by whatever door,
//! with what stood before, why, who and when.

use std::collections::HashMap;

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, ImportId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue, Standing};
use domain::periods::Period;

use super::door::{Door, How};
use super::outcomes::{value_columns, value_of_columns};
use crate::elements::store::{among, ask};

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

/// The columns that tell how, after those that tell what.
pub(super) fn how_columns(tx: &Tx<'_>, how: &How<'_>) -> [Value; 6] {
    let author = tx.author();
    [
        author.at.into(),
        how.door.code().into(),
        how.import.map(ImportId::bytes).into(),
        how.reason.into(),
        author.name.as_str().into(),
        how.origin.into(),
    ]
}

pub(super) fn after_columns(outcome: &Outcome) -> Vec<Value> {
    let (state, digits, scale) = value_columns(outcome.value);
    vec![
        outcome.measure.bytes().into(),
        outcome.org_unit.bytes().into(),
        outcome.breakdown.as_str().into(),
        outcome.period.to_string().into(),
        outcome.version.into(),
        state.into(),
        digits.into(),
        scale.into(),
        outcome.quality.code().into(),
    ]
}

/// Tells of values that are kept where nothing stands.
pub(super) fn tell_of_new(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    outcomes: impl Iterator<Item = Outcome>,
) -> Result<(), DbError> {
    let told = how_columns(tx, how);
    tx.run_many(
        "insert into value_history (tenant, measure_id, org_unit_id, breakdown, period, version, \
         state, value, scale, quality, at, kind, import_id, reason, person_name, origin, \
         before_state, before_value, before_scale, before_quality, before_origin, before_at) values ($1, $2, \
         $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '', null, 0, '', '', 0)",
        outcomes.map(|outcome| [after_columns(&outcome), told.to_vec()].concat()),
    )?;
    Ok(())
}

/// Tells of values that are about to take the place of those that stand, whose versions were raised
/// by one.
pub(super) fn tell_of_changed(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    outcomes: impl Iterator<Item = Outcome>,
) -> Result<(), DbError> {
    let told = how_columns(tx, how);
    tx.run_many(
        "insert into value_history (tenant, measure_id, org_unit_id, breakdown, period, version, \
         state, value, scale, quality, at, kind, import_id, reason, person_name, origin, \
         before_state, before_value, before_scale, before_quality, before_origin, before_at) \
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, state, value, \
         scale, quality, origin, at from outcomes where tenant = $1 and measure_id = $2 \
         and org_unit_id = $3 and breakdown = $4 and period = $5 and version + 1 = $6",
        outcomes.map(|outcome| [after_columns(&outcome), told.to_vec()].concat()),
    )?;
    Ok(())
}

/// Tells of values that are about to be taken away, with the versions they have.
pub(super) fn tell_of_taken(
    tx: &mut Tx<'_>,
    how: &How<'_>,
    values: &[(&ValueKey, i64)],
) -> Result<(), DbError> {
    let told = how_columns(tx, how);
    tx.run_many(
        "insert into value_history (tenant, measure_id, org_unit_id, breakdown, period, version, \
         state, value, scale, quality, at, kind, import_id, reason, person_name, origin, \
         before_state, before_value, before_scale, before_quality, before_origin, before_at) \
         select tenant, measure_id, org_unit_id, breakdown, period, version + 1, '', null, 0, '', \
         $7, $8, $9, $10, $11, $12, state, value, scale, quality, origin, at from outcomes \
         where tenant = $1 and measure_id = $2 and org_unit_id = $3 and breakdown = $4 \
         and period = $5 and version = $6",
        values.iter().map(|(key, version)| {
            let mut row = vec![
                key.measure.bytes().into(),
                key.org_unit.bytes().into(),
                key.breakdown.as_str().into(),
                key.period.to_string().into(),
                (*version).into(),
            ];
            row.extend(told.iter().cloned());
            row
        }),
    )?;
    Ok(())
}

/// What is known and how far it can be trusted, from a state on; none where the state is empty.
fn standing(row: &Row<'_>, from: usize) -> Result<Option<Standing>, DbError> {
    let state = row.text(from)?;
    if state.is_empty() {
        return Ok(None);
    }
    let value: OutcomeValue =
        value_of_columns(&state, row.maybe_int(from + 1)?, row.int(from + 2)?)
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
        after: standing(row, 8)?,
        door: row.parsed(12)?,
        reason: row.text(13)?,
        person: row.text(14)?,
        at: row.int(15)?,
        origin: row.text(16)?,
        origin_before: row.text(17)?,
    })
}

/// The newest changes of values of a measure that stood already, whoever's they are.
pub fn newest_changes(
    tx: &mut Tx<'_>,
    measure: ElementId,
    most: i64,
) -> Result<Vec<Turn>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, breakdown, period, before_state, before_value, \
         before_scale, before_quality, state, value, scale, quality, kind, reason, person_name, at, \
         origin, before_origin from value_history where tenant = $1 and measure_id = $2 and before_state <> '' \
         order by at desc, period desc limit $3",
        params![measure.bytes(), most],
        turn_row,
    )
}

/// What has stood for a period of an org unit, newest first.
pub fn changes_of_value(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    period: &str,
) -> Result<Vec<Turn>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, breakdown, period, before_state, before_value, \
         before_scale, before_quality, state, value, scale, quality, kind, reason, person_name, at, \
         origin, before_origin from value_history where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' and period = $4 and before_state <> '' \
         order by at desc, version desc limit 50",
        params![measure.bytes(), org_unit.bytes(), period],
        turn_row,
    )
}

/// The version that the last value of a place had come to when it was taken away, of some measures;
/// whatever comes there next goes on from it.
pub fn versions_taken(
    tx: &mut Tx<'_>,
    measures: impl IntoIterator<Item = ElementId>,
) -> Result<HashMap<ValueKey, i64>, DbError> {
    let taken = |row: &Row<'_>| {
        let key = ValueKey {
            measure: row.id(0)?,
            org_unit: row.id(1)?,
            breakdown: row.text(2)?,
            period: row.parsed(3)?,
        };
        Ok((key, row.int(4)?))
    };
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

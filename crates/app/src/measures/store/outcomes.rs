//! SQL of values, one at a time or a series.

use std::collections::BTreeSet;

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, ImportId, OrgUnitId, RoundId};
use domain::measures::{Outcome, OutcomeValue};
use rust_decimal::Decimal;

use super::door::{Door, How};
use crate::elements::store::{among, ask_with};

/// How many org units one statement asks for.
const FEW: usize = 4;
/// Most values of groups that are read for a page.
const MOST_OF_GROUPS: i64 = 400;

/// A statement for outcomes, with the rest of its condition.
macro_rules! of_outcomes {
    ($rest:expr) => {
        concat!(
            "select measure_id, org_unit_id, breakdown, period, state, value, scale, quality, version \
             from outcomes where tenant = $1 and ",
            $rest
        )
    };
}

pub(super) fn outcome_row(row: &Row<'_>) -> Result<Outcome, DbError> {
    let state = row.text(4)?;
    let value = value_of_columns(&state, row.maybe_int(5)?, row.int(6)?)
        .ok_or(DbError::Column { column: 4, detail: state })?;
    Ok(Outcome {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        breakdown: row.text(2)?,
        period: row.parsed(3)?,
        value,
        quality: row.parsed(7)?,
        version: row.int(8)?,
    })
}

/// One series: a measure and org unit, for all people.
pub fn series(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        of_outcomes!(
            "measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' order by period"
        ),
        params![measure.bytes(), org_unit.bytes()],
        outcome_row,
    )
}

/// The series of some measures of one org unit, or of the few that were merged into it.
pub fn series_of_some(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
    org_units: &[OrgUnitId],
) -> Result<Vec<Outcome>, DbError> {
    let mut all = Vec::new();
    for few in org_units.chunks(FEW) {
        let filled = few.iter().chain(few.last().into_iter().cycle()).take(FEW);
        let few: Vec<Value> = filled.map(|unit| unit.bytes().into()).collect();
        all.extend(ask_with(
            tx,
            among!(of_outcomes!(
                "org_unit_id in ($34, $35, $36, $37) \
                 and breakdown = '' and measure_id"
            )),
            measures.iter().map(|measure| measure.bytes()),
            &few,
            outcome_row,
        )?);
    }
    Ok(all)
}

/// The newest values of groups of people, for a measure and org unit.
pub fn groups(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Outcome>, DbError> {
    let mut found = tx.all(
        of_outcomes!(
            "measure_id = $2 and org_unit_id = $3 \
         and breakdown <> '' order by period desc, breakdown limit $4"
        ),
        params![measure.bytes(), org_unit.bytes(), MOST_OF_GROUPS],
        outcome_row,
    )?;
    // Which groups are hidden depends on all of a period: one that is cut off is left out.
    if i64::try_from(found.len()) == Ok(MOST_OF_GROUPS)
        && let Some(cut) = found.last().map(|one| one.period)
    {
        found.retain(|one| one.period != cut);
    }
    Ok(found)
}

/// The series of some measures at the org units whose accounts of a round explain what they need, for all
/// people. Others may report the same measure by the thousand: the order of the tables keeps SQLite from
/// beginning with their values.
pub fn series_of_explained(
    tx: &mut Tx<'_>,
    measures: &BTreeSet<ElementId>,
    round: RoundId,
) -> Result<Vec<Outcome>, DbError> {
    ask_with(
        tx,
        among!(
            "select distinct o.measure_id, o.org_unit_id, o.breakdown, o.period, o.state, o.value, \
             o.scale, o.quality, o.version \
             from follow_ups f cross join parts p cross join outcomes o \
             where f.tenant = $1 and f.round_id = $34 and f.state in ('submitted', 'approved') \
             and p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
             and o.tenant = f.tenant and o.org_unit_id = f.org_unit_id \
             and o.measure_id = p.subject_id and o.breakdown = '' \
             and p.kind = 'measure' and p.needs <> '' and p.subject_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        &[round.bytes().into()],
        outcome_row,
    )
}

/// Every value of a measure, for roll-up and for the file.
pub fn all_of_measure(tx: &mut Tx<'_>, measure: ElementId) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        of_outcomes!(
            "measure_id = $2 \
         order by org_unit_id, breakdown, period"
        ),
        params![measure.bytes()],
        outcome_row,
    )
}

/// As [`all_of_measure`], of one org unit.
pub fn all_of_measure_at(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        of_outcomes!(
            "measure_id = $2 and org_unit_id = $3 \
         order by breakdown, period"
        ),
        params![measure.bytes(), org_unit.bytes()],
        outcome_row,
    )
}

/// All series of an org unit, for its pages and reports.
pub fn all_of_org_unit(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        of_outcomes!(
            "org_unit_id = $2 and breakdown = '' \
         order by measure_id, period"
        ),
        params![org_unit.bytes()],
        outcome_row,
    )
}

/// Every value of the measures of an org unit's goals, whoever reported it, in one question.
pub fn all_of_goals_of(tx: &mut Tx<'_>, owner: OrgUnitId) -> Result<Vec<Outcome>, DbError> {
    tx.all(
        "select o.measure_id, o.org_unit_id, o.breakdown, o.period, o.state, o.value, o.scale, \
         o.quality, o.version from outcomes o where o.tenant = $1 and o.breakdown = '' \
         and o.measure_id in (select l.child_id from elements g join links l \
         on l.tenant = g.tenant and l.parent_id = g.element_id and l.kind = 'measures' \
         where g.tenant = $1 and g.owner_id = $2)",
        params![owner.bytes()],
        outcome_row,
    )
}

/// Which org units have values of a measure.
pub fn org_units_with_values(
    tx: &mut Tx<'_>,
    measure: ElementId,
) -> Result<Vec<OrgUnitId>, DbError> {
    tx.all(
        "select distinct org_unit_id from outcomes where tenant = $1 and measure_id = $2",
        params![measure.bytes()],
        |row| row.id(0),
    )
}

/// One value.
pub fn outcome(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    period: &str,
) -> Result<Option<Outcome>, DbError> {
    tx.one(
        of_outcomes!(
            "measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' and period = $4"
        ),
        params![measure.bytes(), org_unit.bytes(), period],
        outcome_row,
    )
}

/// State, digits and scale as they are kept.
pub fn value_columns(value: OutcomeValue) -> (&'static str, Option<i64>, i64) {
    match value {
        OutcomeValue::Measured(value) => {
            ("measured", i64::try_from(value.mantissa()).ok(), i64::from(value.scale()))
        }
        OutcomeValue::Missing => ("missing", None, 0),
        OutcomeValue::NotApplicable => ("not_applicable", None, 0),
    }
}

/// A value from its state, digits and scale; none when they say nothing.
pub fn value_of_columns(state: &str, digits: Option<i64>, scale: i64) -> Option<OutcomeValue> {
    let scale = u32::try_from(scale).unwrap_or(0).min(28);
    match (state, digits) {
        ("measured", Some(digits)) => Some(OutcomeValue::Measured(Decimal::new(digits, scale))),
        ("missing", _) => Some(OutcomeValue::Missing),
        ("not_applicable", _) => Some(OutcomeValue::NotApplicable),
        _ => None,
    }
}

/// The columns of a value in the order of the writing statements.
pub(super) fn outcome_values(outcome: &Outcome, how: &How<'_>, at: i64) -> Vec<Value> {
    let (state, digits, scale) = value_columns(outcome.value);
    // What undoing a file puts back did not come in it.
    let import = how.import.filter(|_| how.door == Door::Imported);
    // With room for the municipality, which stands before the columns of every row.
    let mut columns = Vec::with_capacity(13);
    columns.extend([
        outcome.measure.bytes().into(),
        outcome.org_unit.bytes().into(),
        outcome.breakdown.as_str().into(),
        outcome.period.to_string().into(),
        state.into(),
        digits.into(),
        scale.into(),
        outcome.quality.code().into(),
        import.map(ImportId::bytes).into(),
        outcome.version.into(),
        how.origin.into(),
        at.into(),
    ]);
    columns
}

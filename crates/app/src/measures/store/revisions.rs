//! SQL of when the values of a measure last changed, and of which values that were.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::Period;

use super::outcomes::value_of_columns;
use crate::elements::store::{among, ask};

/// Revisions of a measure's values that the log keeps. What is further behind reads all values,
/// which costs less than so many one by one.
const KEPT_REVISIONS: i64 = 500;
/// Changed values of a measure that one write notes. More, as a file brings, are not noted: the log
/// has a gap there, and all values are read.
const MOST_NOTED: usize = 100;
/// Changed values that are read one by one.
pub(super) const MOST_CHANGES: usize = 1_000;

/// Values that a write touches. Those of groups are never put together, but what may be shown of the
/// others hangs on them.
#[derive(Default)]
pub(super) struct Touched {
    of_measure: BTreeMap<ElementId, BTreeSet<(OrgUnitId, Period)>>,
    series: BTreeSet<(ElementId, OrgUnitId)>,
}

impl Touched {
    /// Takes a value down.
    pub(super) fn add(&mut self, of: ElementId, unit: OrgUnitId, group: &str, period: Period) {
        if group.is_empty() {
            self.series.insert((of, unit));
        }
        self.note(of, unit, period);
    }

    /// Takes down of how many people a value is: the value itself is as it was.
    pub(super) fn add_count(&mut self, key: &ValueKey) {
        self.note(key.measure, key.org_unit, key.period);
    }

    fn note(&mut self, of: ElementId, unit: OrgUnitId, period: Period) {
        let values = self.of_measure.entry(of).or_default();
        // One more than is noted tells that there are too many.
        if values.len() <= MOST_NOTED {
            values.insert((unit, period));
        }
    }

    /// Takes an outcome down.
    pub(super) fn add_outcome(&mut self, outcome: &Outcome) {
        self.add(outcome.measure, outcome.org_unit, &outcome.breakdown, outcome.period);
    }
}

/// Says that something is known otherwise of how many people a value is about.
pub(super) fn raise_counts(tx: &mut Tx<'_>, key: &ValueKey) -> Result<(), DbError> {
    let mut touched = Touched::default();
    touched.add_count(key);
    raise_values(tx, &touched)
}

/// Says which values changed. Part of every write of values.
pub(super) fn raise_values(tx: &mut Tx<'_>, touched: &Touched) -> Result<(), DbError> {
    tx.run_many(
        "insert into series (tenant, measure_id, org_unit_id, latest) values ($1, $2, $3, coalesce(\
         (select period from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' and state <> 'missing' order by period desc limit 1), '')) \
         on conflict (tenant, measure_id, org_unit_id) do update set latest = excluded.latest",
        touched
            .series
            .iter()
            .map(|(measure, org_unit)| vec![measure.bytes().into(), org_unit.bytes().into()]),
    )?;
    let measures = || touched.of_measure.keys().map(|measure| vec![Value::from(measure.bytes())]);
    tx.run_many(
        "insert into value_revisions (tenant, measure_id, revision) values ($1, $2, 1) \
         on conflict (tenant, measure_id) do update set revision = value_revisions.revision + 1",
        measures(),
    )?;
    let noted = touched.of_measure.iter().filter(|(_, values)| values.len() <= MOST_NOTED);
    tx.run_many(
        "insert into value_changes (tenant, measure_id, revision, org_unit_id, period) \
         select $1, $2, revision, $3, $4 from value_revisions where tenant = $1 and measure_id = $2 \
         on conflict do nothing",
        noted.flat_map(|(measure, values)| {
            values.iter().map(|(org_unit, period)| {
                vec![
                    Value::from(measure.bytes()),
                    org_unit.bytes().into(),
                    period.to_string().into(),
                ]
            })
        }),
    )?;
    // Takes one revision at a time as long as the log is full, so it costs a write little.
    tx.run_many(
        "delete from value_changes where tenant = $1 and measure_id = $2 and revision <= \
         (select revision - $3 from value_revisions where tenant = $1 and measure_id = $2)",
        measures().map(|mut values| {
            values.push(KEPT_REVISIONS.into());
            values
        }),
    )?;
    Ok(())
}

/// The latest period with a value, of each measure and org unit that has one for all people.
pub fn latest_periods(
    tx: &mut Tx<'_>,
) -> Result<BTreeMap<(ElementId, OrgUnitId), Period>, DbError> {
    let rows = tx.all(
        "select measure_id, org_unit_id, latest from series where tenant = $1 and latest <> '' \
         order by measure_id, org_unit_id",
        params![],
        |row| Ok(((row.id(0)?, row.id(1)?), row.parsed(2)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// For each measure that has had values for all people, a number that is higher as soon as one of
/// them changes.
pub fn values_revisions(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
) -> Result<BTreeMap<ElementId, i64>, DbError> {
    let found = ask(
        tx,
        among!("select measure_id, revision from value_revisions where tenant = $1 and measure_id"),
        measures.iter().map(|measure| measure.bytes()),
        |row| Ok((row.id(0)?, row.int(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

/// As [`values_revisions`], of every measure that has had values.
pub fn all_values_revisions(tx: &mut Tx<'_>) -> Result<BTreeMap<ElementId, i64>, DbError> {
    let found =
        tx.all("select measure_id, revision from value_revisions where tenant = $1", &[], |row| {
            Ok((row.id(0)?, row.int(1)?))
        })?;
    Ok(found.into_iter().collect())
}

/// A value as it is put together.
pub struct Held {
    /// Whose.
    pub org_unit: OrgUnitId,
    /// When.
    pub period: Period,
    /// What is known, and how far it can be trusted; none where a value has been taken away.
    pub known: Option<(OutcomeValue, OutcomeQuality)>,
}

/// Org unit, period, state, value, scale and quality from a column on.
fn held_row(row: &Row<'_>, from: usize) -> Result<Held, DbError> {
    // Read before the state, which is not there for a value that has been taken away.
    let (digits, scale) = (row.maybe_int(from + 3)?, row.maybe_int(from + 4)?);
    let told = row.maybe_read(from + 2, |state| {
        value_of_columns(state, digits, scale.unwrap_or(0))
            .ok_or_else(|| DbError::Column { column: from + 2, detail: state.to_owned() })
    })?;
    let known = match told {
        None => None,
        Some(value) => Some((value?, row.parsed(from + 5)?)),
    };
    Ok(Held { org_unit: row.id(from)?, period: row.parsed(from + 1)?, known })
}

/// Hands every value of a measure for all people to the closure, an org unit's one after another.
pub fn each_for_everyone(
    tx: &mut Tx<'_>,
    measure: ElementId,
    mut take: impl FnMut(Held),
) -> Result<(), DbError> {
    tx.each(
        "select org_unit_id, period, state, value, scale, quality from outcomes \
         where tenant = $1 and measure_id = $2 and breakdown = '' order by org_unit_id",
        params![measure.bytes()],
        |row| {
            take(held_row(row, 0)?);
            Ok(())
        },
    )
}

/// As [`each_for_everyone`], for some measures at once.
pub fn all_for_everyone(
    tx: &mut Tx<'_>,
    measures: impl IntoIterator<Item = ElementId>,
) -> Result<Vec<(ElementId, Held)>, DbError> {
    ask(
        tx,
        among!(
            "select measure_id, org_unit_id, period, state, value, scale, quality \
             from outcomes where tenant = $1 and breakdown = '' and measure_id"
        ),
        measures.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, held_row(row, 1)?)),
    )
}

/// What the values that changed after a revision are now; none when the log has a gap there, or
/// reading all values costs less.
pub fn values_since(
    tx: &mut Tx<'_>,
    measure: ElementId,
    (revision, head): (i64, i64),
) -> Result<Option<Vec<Held>>, DbError> {
    let rows = tx.all(
        "select c.revision, c.org_unit_id, c.period, o.state, o.value, o.scale, o.quality \
         from value_changes c left join outcomes o on o.tenant = c.tenant \
         and o.measure_id = c.measure_id and o.org_unit_id = c.org_unit_id and o.breakdown = '' \
         and o.period = c.period where c.tenant = $1 and c.measure_id = $2 and c.revision > $3 \
         order by c.revision limit $4",
        params![measure.bytes(), revision, i64::try_from(MOST_CHANGES).unwrap_or(i64::MAX)],
        |row| Ok((row.int(0)?, held_row(row, 1)?)),
    )?;
    let mut expected = revision;
    let mut changes = Vec::new();
    for (at, held) in rows {
        if at > expected + 1 {
            return Ok(None);
        }
        expected = at;
        changes.push(held);
    }
    // As many as were asked for may not be all of the last revision.
    Ok((expected == head && changes.len() < MOST_CHANGES).then_some(changes))
}

/// Measures that an org unit has values of.
pub fn measures_reported_by(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    most: i64,
) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select measure_id from series where tenant = $1 and org_unit_id = $2 and latest <> '' \
         order by measure_id limit $3",
        params![org_unit.bytes(), most],
        |row| row.id(0),
    )
}

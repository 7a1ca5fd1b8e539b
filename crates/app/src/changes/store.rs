//! SQL of what sentences about changes name.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, Value};
use domain::ids::{DecisionId, ElementId, OrgUnitId};
use domain::measures::OutcomeValue;
use domain::periods::Period;

use crate::decisions::Decision;
use crate::elements::store::{among, ask};
use crate::measures::store::{value_of_columns, within};

/// Some decisions.
pub(super) fn decisions(
    tx: &mut Tx<'_>,
    ids: impl IntoIterator<Item = DecisionId>,
) -> Result<BTreeMap<DecisionId, Decision>, DbError> {
    let found = ask(
        tx,
        among!(
            "select decision_id, body_id, decided_on, paragraph, reference, version \
             from decisions where tenant = $1 and decision_id"
        ),
        ids.into_iter().map(DecisionId::bytes),
        |row| {
            Ok(Decision {
                id: row.id(0)?,
                body: row.id(1)?,
                decided_on: row.parsed(2)?,
                paragraph: row.text(3)?,
                reference: row.text(4)?,
                version: row.int(5)?,
            })
        },
    )?;
    Ok(found.into_iter().map(|decision| (decision.id, decision)).collect())
}

/// What has been written to replace some elements.
pub(super) fn successors(
    tx: &mut Tx<'_>,
    ids: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, ElementId>, DbError> {
    let found = ask(
        tx,
        among!(
            "select supersedes_id, element_id from successions where tenant = $1 and supersedes_id"
        ),
        ids.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

/// A value that was changed.
#[derive(Clone, Debug)]
pub(super) struct Corrected {
    pub measure: ElementId,
    pub org_unit: OrgUnitId,
    pub period: Period,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    pub before: OutcomeValue,
    /// What stands there today; none when nothing does.
    pub today: Option<OutcomeValue>,
    /// The revision of the measure's values, where it is or was known of any how many people it
    /// is about.
    pub revision: Option<i64>,
}

fn corrected(row: &Row<'_>) -> Result<Option<Corrected>, DbError> {
    let value = |state: Option<String>, at: usize| -> Result<Option<OutcomeValue>, DbError> {
        let Some(state) = state else { return Ok(None) };
        Ok(value_of_columns(&state, row.maybe_int(at)?, row.maybe_int(at + 1)?.unwrap_or(0)))
    };
    let Some(before) = value(row.maybe_text(4)?, 5)? else { return Ok(None) };
    Ok(Some(Corrected {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        period: row.parsed(2)?,
        at: row.int(3)?,
        before,
        today: value(row.maybe_text(7)?, 8)?,
        revision: row.maybe_int(10)?,
    }))
}

/// Hands every change after an instant of a value for all people to the closure, the earliest first:
/// of one measure only, and at and below one org unit only, when asked so.
pub(super) fn each_changed_value(
    tx: &mut Tx<'_>,
    after: i64,
    (measure, within): (Option<ElementId>, Option<OrgUnitId>),
    mut take: impl FnMut(Corrected),
) -> Result<(), DbError> {
    macro_rules! changed {
        ($before:expr, $more:literal) => {
            concat!(
                $before,
                "select c.measure_id, c.org_unit_id, c.period, c.at, c.before_state, \
                 c.before_value, c.before_scale, o.state, o.value, o.scale, r.revision \
                 from value_history c left join value_revisions r on r.tenant = c.tenant \
                 and r.measure_id = c.measure_id and (exists (select 1 from value_counts k \
                 where k.tenant = r.tenant and k.measure_id = r.measure_id) \
                 or exists (select 1 from count_history h where h.tenant = r.tenant \
                 and h.measure_id = r.measure_id)) \
                 left join outcomes o on o.tenant = c.tenant and o.measure_id = c.measure_id \
                 and o.org_unit_id = c.org_unit_id and o.breakdown = c.breakdown \
                 and o.period = c.period where c.tenant = $1 and c.at > $2 and c.breakdown = '' \
                 and c.before_state <> '' and c.kind <> 'beside' and c.kind <> 'withdrawn'",
                $more,
                " order by c.at, c.version"
            )
        };
    }
    let id = |id: [u8; 16]| Value::from(id);
    let (sql, asked): (&'static str, Vec<Value>) = match (measure, within) {
        (None, None) => (changed!("", ""), Vec::new()),
        (Some(of), None) => (changed!("", " and c.measure_id = $3"), vec![id(of.bytes())]),
        (None, Some(top)) => (
            changed!(within!("$3"), " and c.org_unit_id in (select org_unit_id from inside)"),
            vec![id(top.bytes())],
        ),
        (Some(of), Some(top)) => (
            changed!(
                within!("$3"),
                " and c.org_unit_id in (select org_unit_id from inside) and c.measure_id = $4"
            ),
            vec![id(top.bytes()), id(of.bytes())],
        ),
    };
    let values: Vec<Value> = std::iter::once(after.into()).chain(asked).collect();
    tx.each(sql, &values, |row| {
        if let Some(one) = corrected(row)? {
            take(one);
        }
        Ok(())
    })
}

//! SQL of what sentences about changes name.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::ids::{DecisionId, ElementId, OrgUnitId};
use domain::measures::OutcomeValue;
use domain::periods::Period;

use crate::decisions::Decision;
use crate::elements::store::{among, ask};
use crate::measures::store::value_of_columns;

/// Changed values that are read at most.
const MOST: i64 = 2_000;

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
    }))
}

/// Values for all people that have been changed after an instant, the latest change first.
pub(super) fn changed_values(tx: &mut Tx<'_>, after: i64) -> Result<Vec<Corrected>, DbError> {
    let rows = tx.all(
        "select c.measure_id, c.org_unit_id, c.period, c.at, c.before_state, c.before_value, \
         c.before_scale, o.state, o.value, o.scale from value_history c left join outcomes o \
         on o.tenant = c.tenant and o.measure_id = c.measure_id and o.org_unit_id = c.org_unit_id \
         and o.breakdown = c.breakdown and o.period = c.period \
         where c.tenant = $1 and c.at > $2 and c.breakdown = '' and c.before_state <> '' \
         and c.kind <> 'beside' and c.kind <> 'withdrawn' \
         order by c.at desc, c.version desc limit $3",
        params![after, MOST],
        corrected,
    )?;
    Ok(rows.into_iter().flatten().collect())
}

//! SQL of accepted deviations.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::acceptance::Acceptance;
use domain::ids::{AcceptanceId, DecisionId, ElementId, OrgUnitId};
use jiff::civil::Date;

use crate::cx::record;
use crate::decisions::Decision;
use crate::web::error::AppError;

/// An accepted deviation with the decision it rests on.
pub type Accepted = (Acceptance, Decision);

/// Most that are read of one element at one org unit.
const MOST: i64 = 50;
/// Most that are read for the whole municipality.
const MOST_OF_ALL: i64 = 2_000;

fn accepted_row(row: &Row<'_>) -> Result<Accepted, DbError> {
    let decision: DecisionId = row.id(4)?;
    let acceptance = Acceptance {
        id: row.id(0)?,
        element: row.id(1)?,
        org_unit: row.id(2)?,
        reason: row.text(3)?,
        decision,
        until: row.parsed(5)?,
        ended_on: row.maybe_parsed(6)?,
        person_name: row.text(7)?,
        at: row.int(8)?,
        version: row.int(9)?,
    };
    let decision = Decision {
        id: decision,
        body: row.id(10)?,
        decided_on: row.parsed(11)?,
        paragraph: row.text(12)?,
        reference: row.text(13)?,
        version: row.int(14)?,
    };
    Ok((acceptance, decision))
}

macro_rules! accepted {
    ($which:literal) => {
        concat!(
            "select a.acceptance_id, a.element_id, a.org_unit_id, a.reason, a.decision_id, \
             a.until_on, a.ended_on, a.person_name, a.at, a.version, d.body_id, d.decided_on, \
             d.paragraph, d.reference, d.version from accepted_deviations a \
             join decisions d on d.tenant = a.tenant and d.decision_id = a.decision_id \
             where a.tenant = $1 and ",
            $which
        )
    };
}

/// What has been accepted of an element at an org unit, the latest first.
pub fn accepted_at(
    tx: &mut Tx<'_>,
    element: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Accepted>, DbError> {
    tx.all(
        accepted!(
            "a.element_id = $2 and a.org_unit_id = $3 order by a.at desc, a.acceptance_id limit $4"
        ),
        params![element.bytes(), org_unit.bytes(), MOST],
        accepted_row,
    )
}

/// Everything that ends on a day or later, what ends first before the rest; also what was ended early.
pub fn lasting(tx: &mut Tx<'_>, from: Date) -> Result<Vec<Accepted>, DbError> {
    tx.all(
        accepted!("a.until_on >= $2 order by a.until_on, a.acceptance_id limit $3"),
        params![from.to_string(), MOST_OF_ALL],
        accepted_row,
    )
}

/// What is accepted on a day, by what it is about and whose it is.
pub fn holding(
    tx: &mut Tx<'_>,
    today: Date,
) -> Result<BTreeMap<(ElementId, OrgUnitId), Accepted>, DbError> {
    let all = lasting(tx, today)?;
    let holds = all.into_iter().filter(|(one, _)| one.holds_on(today));
    Ok(holds.map(|one| ((one.0.element, one.0.org_unit), one)).collect())
}

/// One.
pub fn acceptance(tx: &mut Tx<'_>, id: AcceptanceId) -> Result<Option<Accepted>, DbError> {
    tx.one(accepted!("a.acceptance_id = $2"), params![id.bytes()], accepted_row)
}

/// Keeps a new one. False when its id is kept already: a form sent twice.
pub fn insert(tx: &mut Tx<'_>, one: &Acceptance) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into accepted_deviations (tenant, acceptance_id, element_id, org_unit_id, reason, \
         decision_id, until_on, ended_on, person_name, at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing",
        params![
            one.id.bytes(),
            one.element.bytes(),
            one.org_unit.bytes(),
            &one.reason,
            one.decision.bytes(),
            one.until.to_string(),
            one.ended_on.map(|day| day.to_string()),
            &one.person_name,
            one.at,
            one.version,
        ],
    )?;
    if kept > 0 {
        record(tx, "accept", "acceptance", one.id.bytes(), one.version, one)?;
    }
    Ok(kept > 0)
}

/// Ends one; its `version` has been raised by one. Stale when another was faster.
pub fn end(tx: &mut Tx<'_>, one: &Acceptance) -> Result<(), AppError> {
    let ended = tx.run(
        "update accepted_deviations set ended_on = $3, person_name = $4, at = $5, version = $6 \
         where tenant = $1 and acceptance_id = $2 and version = $6 - 1",
        params![
            one.id.bytes(),
            one.ended_on.map(|day| day.to_string()),
            &one.person_name,
            one.at,
            one.version,
        ],
    )?;
    if ended == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "end", "acceptance", one.id.bytes(), one.version, one)
}

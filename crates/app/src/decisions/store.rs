//! SQL of decisions.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::ids::{DecisionId, OrgUnitId};
use jiff::civil::Date;
use serde::Serialize;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// A decision as the minutes have it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Decision {
    /// Identity.
    pub id: DecisionId,
    /// The body that decided.
    pub body: OrgUnitId,
    /// The day of the meeting.
    pub decided_on: Date,
    /// The paragraph without its sign, such as `112`; empty where the one who decides keeps no minutes.
    pub paragraph: String,
    /// The number in the register, such as `KS 2025/0417`; may be empty.
    pub reference: String,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

fn decision_row(row: &Row<'_>) -> Result<Decision, DbError> {
    Ok(Decision {
        id: row.id(0)?,
        body: row.id(1)?,
        decided_on: row.parsed(2)?,
        paragraph: row.text(3)?,
        reference: row.text(4)?,
        version: row.int(5)?,
    })
}

/// One decision.
pub fn decision(tx: &mut Tx<'_>, id: DecisionId) -> Result<Option<Decision>, DbError> {
    tx.one(
        "select decision_id, body_id, decided_on, paragraph, reference, version from decisions \
         where tenant = $1 and decision_id = $2",
        params![id.bytes()],
        decision_row,
    )
}

/// The latest decisions, for lists that tell who gave an assignment.
pub fn latest(tx: &mut Tx<'_>, most: i64) -> Result<BTreeMap<DecisionId, Decision>, DbError> {
    let rows = tx.all(
        "select decision_id, body_id, decided_on, paragraph, reference, version from decisions \
         where tenant = $1 order by decided_on desc, decision_id limit $2",
        params![most],
        decision_row,
    )?;
    Ok(rows.into_iter().map(|decision| (decision.id, decision)).collect())
}

/// Some decisions.
pub fn among_decisions(
    tx: &mut Tx<'_>,
    ids: &BTreeSet<DecisionId>,
) -> Result<Vec<Decision>, DbError> {
    ask(
        tx,
        among!(
            "select decision_id, body_id, decided_on, paragraph, reference, version from decisions \
             where tenant = $1 and decision_id"
        ),
        ids.iter().map(|id| id.bytes()),
        decision_row,
    )
}

/// Keeps a new decision. False when its id is kept already: a form sent twice.
pub fn insert_decision(tx: &mut Tx<'_>, decision: &Decision) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into decisions (tenant, decision_id, body_id, decided_on, paragraph, reference, \
         version) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        params![
            decision.id.bytes(),
            decision.body.bytes(),
            decision.decided_on.to_string(),
            &decision.paragraph,
            &decision.reference,
            decision.version,
        ],
    )?;
    if kept > 0 {
        record(tx, "decide", "decision", decision.id.bytes(), decision.version, decision)?;
    }
    Ok(kept > 0)
}

/// Keeps a decision as it should have been written in, its version raised by one, with what stood and
/// why. Stale when another was faster.
pub fn mend_decision(
    tx: &mut Tx<'_>,
    before: &Decision,
    mended: &Decision,
    reason: &str,
) -> Result<(), AppError> {
    let changed = tx.run(
        "update decisions set decided_on = $3, paragraph = $4, reference = $5, version = $6 \
         where tenant = $1 and decision_id = $2 and version = $6 - 1",
        params![
            mended.id.bytes(),
            mended.decided_on.to_string(),
            &mended.paragraph,
            &mended.reference,
            mended.version,
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    let mut after = serde_json::json!(mended);
    after["before"] = serde_json::json!(before);
    after["reason"] = serde_json::json!(reason);
    record(tx, "mend_decision", "decision", mended.id.bytes(), mended.version, &after)
}

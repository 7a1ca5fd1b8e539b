//! SQL of exemptions: that a goal from above does not concern an org unit, and why.

use db::{DbError, Row, Tx, params};
use domain::ids::{DecisionId, ElementId, OrgUnitId};
use domain::impact::Exemption;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Most exemptions that are read at once.
const MOST: i64 = 5_000;

fn exemption_row(row: &Row<'_>) -> Result<Exemption, DbError> {
    Ok(Exemption {
        id: row.id(0)?,
        org_unit: row.id(1)?,
        element: row.id(2)?,
        reason: row.text(3)?,
        state: row.parsed(4)?,
        decision: row.maybe_id(5)?,
        version: row.int(6)?,
    })
}

/// What an org unit has said of goals from above, also what it has taken back.
pub fn exemptions_of(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Exemption>, DbError> {
    tx.all(
        "select exemption_id, org_unit_id, element_id, reason, state, decision_id, version \
         from exemptions where tenant = $1 and org_unit_id = $2 order by exemption_id",
        params![org_unit.bytes()],
        exemption_row,
    )
}

/// What has been decided of one goal.
pub fn exemptions_of_element(
    tx: &mut Tx<'_>,
    element: ElementId,
) -> Result<Vec<Exemption>, DbError> {
    tx.all(
        "select exemption_id, org_unit_id, element_id, reason, state, decision_id, version \
         from exemptions where tenant = $1 and element_id = $2 and state = 'adopted' \
         order by exemption_id",
        params![element.bytes()],
        exemption_row,
    )
}

/// What has been decided of some goals.
pub fn adopted_exemptions_among(
    tx: &mut Tx<'_>,
    goals: impl IntoIterator<Item = ElementId>,
) -> Result<Vec<Exemption>, DbError> {
    ask(
        tx,
        among!(
            "select exemption_id, org_unit_id, element_id, reason, state, decision_id, version \
             from exemptions where tenant = $1 and state = 'adopted' and element_id"
        ),
        goals.into_iter().map(ElementId::bytes),
        exemption_row,
    )
}

/// Everything that has been decided.
pub fn adopted_exemptions(tx: &mut Tx<'_>) -> Result<Vec<Exemption>, DbError> {
    tx.all(
        "select exemption_id, org_unit_id, element_id, reason, state, decision_id, version \
         from exemptions where tenant = $1 and state = 'adopted' order by exemption_id limit $2",
        params![MOST],
        exemption_row,
    )
}

/// Everything that is proposed or decided.
pub fn living_exemptions(tx: &mut Tx<'_>) -> Result<Vec<Exemption>, DbError> {
    tx.all(
        "select exemption_id, org_unit_id, element_id, reason, state, decision_id, version \
         from exemptions where tenant = $1 and state in ('proposed', 'adopted') \
         order by exemption_id limit $2",
        params![MOST],
        exemption_row,
    )
}

/// Keeps a new exemption. False when the org unit has said something of the goal already.
pub fn insert_exemption(tx: &mut Tx<'_>, exemption: &Exemption) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into exemptions (tenant, exemption_id, org_unit_id, element_id, reason, state, \
         decision_id, version) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        params![
            exemption.id.bytes(),
            exemption.org_unit.bytes(),
            exemption.element.bytes(),
            &exemption.reason,
            exemption.state.code(),
            exemption.decision.map(DecisionId::bytes),
            exemption.version,
        ],
    )?;
    if kept > 0 {
        let version = exemption.version;
        record(tx, "exempt", "exemption", exemption.id.bytes(), version, exemption)?;
    }
    Ok(kept > 0)
}

/// Keeps a changed exemption whose version was raised by one. Stale when another was faster.
pub fn change_exemption(
    tx: &mut Tx<'_>,
    action: &'static str,
    exemption: &Exemption,
) -> Result<(), AppError> {
    let changed = tx.run(
        "update exemptions set reason = $3, state = $4, decision_id = $5, version = $6 \
         where tenant = $1 and exemption_id = $2 and version = $6 - 1",
        params![
            exemption.id.bytes(),
            &exemption.reason,
            exemption.state.code(),
            exemption.decision.map(DecisionId::bytes),
            exemption.version,
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "exemption", exemption.id.bytes(), exemption.version, exemption)
}

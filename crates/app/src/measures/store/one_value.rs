//! Writing one value, as part of the change that the trail tells of.

use db::Tx;
use domain::imports::ValueKey;
use domain::measures::{Outcome, Standing};
use serde_json::json;

use super::door::{Door, How, Sums};
use super::many::{insert_outcomes, remove_outcomes, update_outcomes};
use crate::cx::record;
use crate::web::error::AppError;

/// Keeps a value for the first time, under whatever version comes next in its place.
/// Stale when another was faster.
pub fn keep_outcome(tx: &mut Tx<'_>, outcome: &Outcome, reason: &str) -> Result<(), AppError> {
    let how = How { reason, ..How::by(Door::Recorded) };
    insert_outcomes(tx, &how, [outcome.clone()])?;
    record(tx, "record", "outcome", outcome.measure.bytes(), outcome.version, outcome)
}

/// As [`keep_outcome`], in the place of a sum that others could trust, which owes a reason.
pub fn keep_over_sum(
    tx: &mut Tx<'_>,
    outcome: &Outcome,
    sums: &Sums,
    reason: &str,
) -> Result<(), AppError> {
    let how = How { reason, sums: Some(sums), ..How::by(Door::Recorded) };
    insert_outcomes(tx, &how, [outcome.clone()])?;
    let sum = sums.values().next();
    let after = json!({
        "org_unit": outcome.org_unit,
        "breakdown": outcome.breakdown,
        "period": outcome.period,
        "sum_before": sum.map(|sum| json!({ "value": sum.value, "quality": sum.quality })),
        "value": outcome.value,
        "quality": outcome.quality,
        "reason": reason,
    });
    record(tx, "correct", "outcome", outcome.measure.bytes(), outcome.version, &after)
}

/// Keeps a value, whose version was raised by one, in the place of another, with what stood there and
/// why it is changed. Stale when another was faster.
pub fn correct_outcome(
    tx: &mut Tx<'_>,
    outcome: &Outcome,
    before: Standing,
    reason: &str,
) -> Result<(), AppError> {
    let how = How { reason, ..How::by(Door::Recorded) };
    update_outcomes(tx, &how, [outcome.clone()])?;
    let after = json!({
        "org_unit": outcome.org_unit,
        "breakdown": outcome.breakdown,
        "period": outcome.period,
        "before": { "value": before.value, "quality": before.quality },
        "value": outcome.value,
        "quality": outcome.quality,
        "reason": reason,
    });
    record(tx, "correct", "outcome", outcome.measure.bytes(), outcome.version, &after)
}

/// Takes a value away, with what stood and why; its place is again what others make of it. Stale when
/// another was faster.
pub fn take_away(tx: &mut Tx<'_>, outcome: &Outcome, reason: &str) -> Result<(), AppError> {
    let how = How { reason, ..How::by(Door::Recorded) };
    let Outcome { measure, org_unit, period, .. } = *outcome;
    let key = ValueKey { measure, org_unit, breakdown: outcome.breakdown.clone(), period };
    remove_outcomes(tx, &how, [(&key, outcome.version)])?;
    let after = json!({
        "org_unit": org_unit,
        "breakdown": key.breakdown,
        "period": period,
        "before": { "value": outcome.value, "quality": outcome.quality },
        "reason": reason,
    });
    record(tx, "take_away", "outcome", measure.bytes(), outcome.version + 1, &after)
}

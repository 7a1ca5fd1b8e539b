//! SQL that keeps what the figures asked for when an account was handed in.

use db::{Tx, Value};
use domain::fulfilment::Fulfilment;
use serde_json::json;

use super::parts::Part;
use crate::cx::record;
use crate::web::error::AppError;

/// Keeps what parts ask for, what is said by rule and what is proposed in them, as their figures are now;
/// their versions are those that were read.
pub fn keep_figures(tx: &mut Tx<'_>, parts: &[&Part]) -> Result<(), AppError> {
    if parts.is_empty() {
        return Ok(());
    }
    let rows = parts.iter().map(|part| {
        let needs: Vec<&str> = part.needs.iter().map(|need| need.code()).collect();
        vec![
            part.id.bytes().into(),
            needs.join("\n").into(),
            (&part.automatic_text).into(),
            part.proposed.map_or("", Fulfilment::code).into(),
            (&part.proposal_reason).into(),
            part.version.into(),
        ]
    });
    let kept = tx.run_many(
        "update parts set needs = $3, automatic_text = $4, proposed_level = $5, \
         proposal_reason = $6, version = $7 + 1 \
         where tenant = $1 and part_id = $2 and version = $7",
        rows.collect::<Vec<Vec<Value>>>(),
    )?;
    if usize::try_from(kept) != Ok(parts.len()) {
        return Err(AppError::Stale);
    }
    for part in parts {
        let after = json!({
            "needs": part.needs,
            "text": part.automatic_text,
            "proposed": part.proposed,
            "proposal_reason": part.proposal_reason,
        });
        record(tx, "change", "part", part.id.bytes(), part.version + 1, &after)?;
    }
    Ok(())
}

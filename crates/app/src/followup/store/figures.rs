//! SQL that keeps what the figures asked for when an account was handed in.

use db::{Tx, params};
use domain::fulfilment::Fulfilment;
use serde_json::json;

use super::parts::Part;
use crate::cx::record;
use crate::web::error::AppError;

/// Keeps what a part asks for and what is proposed in it, as its figures are now; its version is the one
/// that is read.
pub fn keep_figures(tx: &mut Tx<'_>, part: &Part) -> Result<(), AppError> {
    let needs: Vec<&str> = part.needs.iter().map(|need| need.code()).collect();
    let kept = tx.run(
        "update parts set needs = $3, automatic_text = $4, proposed_level = $5, \
         proposal_reason = $6, version = $7 + 1 \
         where tenant = $1 and part_id = $2 and version = $7",
        params![
            part.id.bytes(),
            needs.join("\n"),
            &part.automatic_text,
            part.proposed.map_or("", Fulfilment::code),
            &part.proposal_reason,
            part.version
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    let after = json!({ "needs": part.needs, "text": part.automatic_text });
    record(tx, "change", "part", part.id.bytes(), part.version + 1, &after)
}

//! Undoing an import: what stood there before is put back, where nobody has changed it since.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::imports::{Applied, Kept, undo};
use domain::measures::Outcome;
use serde_json::json;

use super::apply::record_import;
use super::look::find;
use super::store::{self, ImportFile, ImportState};
use crate::cx::Cx;
use crate::measures::store::{remove_outcomes, update_outcomes};
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Undoes an import. What cannot be undone is left, and shown on its page.
pub(super) fn take_back(cx: &mut Cx<'_, '_>) -> Answer {
    let file = find(cx)?;
    let page = Response::see_other(&super::url(file.id));
    if file.state != ImportState::Applied {
        return Ok(page);
    }
    let rows = store::applied_rows(cx.tx, file.id, i64::MAX)?;
    let org_units: BTreeSet<OrgUnitId> = rows.iter().map(|row| row.key.org_unit).collect();
    for org_unit in org_units {
        cx.may(Action::Import, org_unit)?;
    }
    let undo = undo(rows);
    let undone = undo.remove.len() + undo.restore.len();
    let forgotten = store::forget_untouched_rows(cx.tx, file.id)?;
    let removed =
        remove_outcomes(cx.tx, undo.remove.iter().map(|row| (&row.key, row.after_version)))?;
    let restored = update_outcomes(
        cx.tx,
        None,
        undo.restore.iter().map(|(row, before)| outcome_before(row, before)),
    )?;
    let expected = u64::try_from(undone)?;
    if removed + restored != expected || forgotten != expected {
        return Err(AppError::Stale);
    }
    let after = ImportFile { state: ImportState::Undone, version: file.version + 1, ..file };
    store::change_import(cx.tx, &after)?;
    let payload = json!({
        "file_name": after.file_name,
        "digest": after.digest,
        "removed": removed,
        "restored": restored,
        "left": undo.left.len(),
    });
    record_import(cx.tx, "undo_import", after.id, after.version, &payload)?;
    Ok(page)
}

fn outcome_before(row: &Applied, before: &Kept) -> Outcome {
    Outcome {
        measure: row.key.measure,
        org_unit: row.key.org_unit,
        breakdown: row.key.breakdown.clone(),
        period: row.key.period,
        value: before.value,
        quality: before.quality,
        // A version is never used twice: the value that is put back is a change too.
        version: row.after_version + 1,
    }
}

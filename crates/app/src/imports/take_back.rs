//! Undoing an import: what stood there before is put back, where nobody has changed it since.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::ids::OrgUnitId;
use domain::imports::{Applied, Kept, Undo, undo};
use domain::measures::Outcome;
use serde_json::json;

use super::MOST_TRIES;
use super::apply::{record_import, still_may, to_page};
use super::look::find;
use super::store::{self, ImportFile, ImportState};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::measures::store::{
    CorrectionKind, insert_corrections, keep_replaced_by_import, remove_outcomes, update_outcomes,
};
use crate::web::error::{Answer, AppError};
use crate::web::request::Request;

/// Undoes an import. What cannot be undone is left, and shown on its page.
pub(super) fn take_back(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    for _ in 1..MOST_TRIES {
        match try_once(app, request, visit) {
            Err(AppError::Stale) => {}
            done => return done,
        }
    }
    try_once(app, request, visit)
}

/// Sorts the rows between two transactions; stale when a value changed meanwhile.
fn try_once(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let rows = app.read(request, visit, |cx| {
        let file = find(cx)?;
        if file.state != ImportState::Applied {
            return Ok(None);
        }
        Ok(Some(store::applied_rows(cx.tx, file.id, i64::MAX)?))
    })?;
    let Some(rows) = rows else { return to_page(request) };
    let org_units: BTreeSet<OrgUnitId> = rows.iter().map(|row| row.key.org_unit).collect();
    let undo = undo(rows);
    app.write(request, visit, move |cx| {
        still_may(cx, &org_units)?;
        carry_out(cx, &undo)
    })
}

fn carry_out(cx: &mut Cx<'_, '_>, undo: &Undo) -> Answer {
    let file = find(cx)?;
    if file.state != ImportState::Applied {
        return to_page(cx.req);
    }
    let undone = undo.remove.len() + undo.restore.len();
    keep_replaced_by_import(cx.tx, file.id)?;
    let forgotten = store::forget_untouched_rows(cx.tx, file.id)?;
    let removed =
        remove_outcomes(cx.tx, undo.remove.iter().map(|row| (&row.key, row.after_version)))?;
    let restored = update_outcomes(
        cx.tx,
        None,
        undo.restore.iter().map(|(row, before)| outcome_before(row, before)),
    )?;
    let back = undo.restore.iter().filter_map(|(row, before)| {
        let imported = row.imported?;
        Some((outcome_before(row, before), imported))
    });
    insert_corrections(cx.tx, (CorrectionKind::Undone, ""), back)?;
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
    to_page(cx.req)
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

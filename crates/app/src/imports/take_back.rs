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
use crate::measures::Written;
use crate::measures::store::{
    Door, How, counts_before, keep_counts, remove_outcomes, take_from_beside, update_outcomes,
    withdraw_beside,
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
        let used = store::applied_rows(cx.tx, file.id, i64::MAX)?;
        Ok(Some((used, store::applied_beside(cx.tx, file.id, i64::MAX)?)))
    })?;
    let Some((used, beside)) = rows else { return to_page(request) };
    let all = used.iter().chain(&beside);
    let org_units: BTreeSet<OrgUnitId> = all.map(|row| row.key.org_unit).collect();
    let (undo, beside) = (undo(used), undo(beside));
    app.write(request, visit, move |cx| {
        still_may(cx, &org_units)?;
        carry_out(cx, &undo, &beside)
    })
}

fn carry_out(cx: &mut Cx<'_, '_>, undo: &Undo, beside: &Undo) -> Answer {
    let file = find(cx)?;
    if file.state != ImportState::Applied {
        return to_page(cx.req);
    }
    let how = How { import: Some(file.id), ..How::by(Door::Undone) };
    let removed =
        remove_outcomes(cx.tx, &how, undo.remove.iter().map(|row| (&row.key, row.after_version)))?;
    let origins: BTreeSet<&str> =
        undo.restore.iter().map(|(row, _)| row.origin_before.as_str()).collect();
    let mut restored = 0;
    for origin in origins {
        let of_origin = undo.restore.iter().filter(|(row, _)| row.origin_before == origin);
        if origin != file.origin {
            take_from_beside(cx.tx, origin, of_origin.clone().map(|(row, _)| &row.key))?;
        }
        let back = of_origin.map(|(row, before)| outcome_before(row, before));
        restored += update_outcomes(cx.tx, &How { origin, ..how }, back)?;
    }
    let before = counts_before(cx.tx, (file.id, file.applied_at))?;
    let back = undo.remove.iter().chain(undo.restore.iter().map(|(row, _)| row));
    let back = back.filter_map(|row| Some((&row.key, *before.get(&row.key)?)));
    keep_counts(cx.tx, Some(file.id), back)?;
    let mut written = Written::default();
    for (row, before) in &undo.restore {
        written.value(&row.key, None, before.value);
    }
    undo.remove.iter().chain(&beside.remove).for_each(|row| written.touch(&row.key));
    written.withhold(cx.tx, &cx.whole)?;
    let aside: Vec<_> = (beside.remove.iter().map(|row| (&row.key, row.after_version, None)))
        .chain(
            beside
                .restore
                .iter()
                .map(|(row, before)| (&row.key, row.after_version, Some(before.standing()))),
        )
        .collect();
    let withdrawn = How { door: Door::Withdrawn, origin: &file.origin, ..how };
    let withdrawn = withdraw_beside(cx.tx, &withdrawn, &aside)?;
    let after = ImportFile {
        state: ImportState::Undone,
        undone_at: cx.tx.author().at,
        version: file.version + 1,
        ..file
    };
    store::change_import(cx.tx, &after)?;
    let payload = json!({
        "file_name": after.file_name,
        "digest": after.digest,
        "removed": removed,
        "restored": restored,
        "withdrawn": withdrawn,
        "left": undo.left.len() + beside.left.len(),
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

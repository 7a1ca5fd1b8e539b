//! Reading a file in: the plan is made anew, held against what the person saw, and carried out at once.

use std::fmt::Write as _;

use db::Tx;
use domain::ids::ImportId;
use domain::imports::{Effect, Plan, PlannedValue};
use domain::measures::{Outcome, OutcomeValue};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::look::{Again, again, find, look};
use super::store::{self, ImportFile, ImportState};
use crate::cx::{Cx, record};
use crate::measures::store::{insert_outcomes, update_outcomes};
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Carries a looked-at file out.
pub(super) fn read_in(cx: &mut Cx<'_, '_>) -> Answer {
    let file = find(cx)?;
    let page = Response::see_other(&super::url(file.id));
    // Sent twice: the first one did it.
    if file.state != ImportState::Previewed {
        return Ok(page);
    }
    let text = store::content(cx.tx, file.id)?;
    let Ok(look) = look(cx, &text)? else { return Err(AppError::NotFound) };
    if cx.req.form.text("sedd") != look.fingerprint() {
        return Ok(again(cx, &file, &look, Again::Changed));
    }
    if cx.req.form.text("allt") == "ja" && look.refused > 0 {
        return Ok(again(cx, &file, &look, Again::NotAllRight));
    }
    if look.plan.write_count() > 0 {
        apply(cx.tx, &file, &look.plan, look.refused)?;
    }
    Ok(page)
}

/// Keeps the values of a plan with what stood there before, and one audit row for all of them.
/// Stale, and nothing kept, when a value was changed after the plan was made.
pub fn apply(
    tx: &mut Tx<'_>,
    file: &ImportFile,
    plan: &Plan,
    refused: usize,
) -> Result<(), AppError> {
    let with = |effect| plan.rows.iter().filter(move |row| row.effect() == effect).map(outcome);
    let import = Some(file.id);
    let new = insert_outcomes(tx, import, with(Effect::New))?;
    let changed = update_outcomes(tx, import, with(Effect::Changed))?;
    if new + changed != u64::try_from(plan.write_count())? {
        return Err(AppError::Stale);
    }
    store::insert_rows(tx, file.id, plan.writes())?;
    let after = ImportFile {
        state: ImportState::Applied,
        value_count: i64::try_from(plan.write_count())?,
        digest: digest(plan),
        version: file.version + 1,
        ..file.clone()
    };
    store::change_import(tx, &after)?;
    let payload = json!({
        "file_name": after.file_name,
        "digest": after.digest,
        "new": plan.new,
        "changed": plan.changed,
        "unchanged": plan.unchanged,
        "refused": refused,
    });
    record_import(tx, "import", after.id, after.version, &payload)
}

/// States what happened to an import.
pub(super) fn record_import(
    tx: &mut Tx<'_>,
    action: &'static str,
    id: ImportId,
    version: i64,
    payload: &serde_json::Value,
) -> Result<(), AppError> {
    record(tx, action, "import", id.bytes(), version, payload)
}

fn outcome(row: &PlannedValue) -> Outcome {
    let key = &row.incoming.key;
    Outcome {
        measure: key.measure,
        org_unit: key.org_unit,
        breakdown: key.breakdown.clone(),
        period: key.period,
        value: row.incoming.value,
        quality: row.incoming.quality,
        version: row.version_after(),
    }
}

/// SHA-256 in hexadecimal over the rows that a plan writes, one line each: measure, org unit,
/// group, period, value, quality and version, with tabs between.
pub fn digest(plan: &Plan) -> String {
    let mut hash = Sha256::new();
    let mut line = String::new();
    for row in plan.writes() {
        let (key, version) = (&row.incoming.key, row.version_after());
        let quality = row.incoming.quality.code();
        line.clear();
        // Writing to a string does not fail.
        let _ =
            write!(line, "{}\t{}\t{}\t{}\t", key.measure, key.org_unit, key.breakdown, key.period);
        let _ = match row.incoming.value {
            OutcomeValue::Measured(value) => write!(line, "{}", value.normalize()),
            OutcomeValue::Missing => write!(line, "missing"),
            OutcomeValue::NotApplicable => write!(line, "not_applicable"),
        };
        let _ = writeln!(line, "\t{quality}\t{version}");
        hash.update(line.as_bytes());
    }
    db::hex(&hash.finalize())
}

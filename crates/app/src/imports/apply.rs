//! Reading a file in: the plan is made anew, held against what the person saw, and carried out at
//! once, when nothing that it rests on changed meanwhile.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use db::Tx;
use domain::access::Action;
use domain::ids::{ImportId, OrgUnitId};
use domain::imports::{Effect, Plan, PlannedValue};
use domain::measures::{Fate, Outcome, OutcomeValue};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::MOST_TRIES;
use super::look::{Again, Look, Waiting, again, find};
use super::store::{self, ImportFile, ImportState};
use crate::app::App;
use crate::cx::{Cx, Visit, record};
use crate::i18n::Texts;
use crate::identity;
use crate::measures::replaced_sums::replaced_sums;
use crate::measures::store::{
    Door, How, Sums, insert_outcomes, keep_counts, move_beside, note_beside, put_beside,
    take_from_beside, update_outcomes,
};
use crate::measures::{Written, check_reason};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;

/// Carries a looked-at file out.
pub(super) fn read_in(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    for _ in 0..MOST_TRIES {
        // Sent twice: the first one did it.
        let Some(waiting) = app.read(request, visit, Waiting::find)? else {
            return to_page(request);
        };
        let Some(look) = waiting.look(app, request, visit)? else { return to_page(request) };
        let seen = request.form.text("sedd") == look.fingerprint();
        let reason = request.form.text("skal");
        let owed = look.plan.corrections() > 0;
        let texts = Texts::from(visit.language);
        if seen && let Err(words) = check_reason(texts, reason, owed) {
            let notice = Again::NoReason(words);
            return app.read(request, visit, |cx| Ok(again(cx, &waiting.file, &look, &notice)));
        }
        let all_or_none = request.form.text("allt") == "ja" && look.refused > 0;
        let notice = if seen { Again::NotAllRight } else { Again::Changed };
        if !seen || all_or_none {
            return app.read(request, visit, |cx| Ok(again(cx, &waiting.file, &look, &notice)));
        }
        if look.plan.write_count() == 0 {
            return to_page(request);
        }
        match app.write(request, visit, move |cx| carry_out(cx, &look)) {
            Err(AppError::Stale) => {}
            done => return done,
        }
    }
    let Some(waiting) = app.read(request, visit, Waiting::find)? else { return to_page(request) };
    let Some(look) = waiting.look(app, request, visit)? else { return to_page(request) };
    app.read(request, visit, |cx| Ok(again(cx, &waiting.file, &look, &Again::Changed)))
}

pub(super) fn to_page(request: &Request) -> Answer {
    let id: ImportId = request.param("id").or_not_found()?;
    Ok(Response::see_other(&super::url(id)))
}

/// Writes what was planned, when what the plan rests on still is so; stale otherwise. Rows that
/// change nothing are not looked at again: they write nothing, whatever stands there now.
fn carry_out(cx: &mut Cx<'_, '_>, look: &Look) -> Answer {
    let file = find(cx)?;
    if file.state == ImportState::Previewed {
        if cx.structure.revision != look.structure.revision {
            return Err(AppError::Stale);
        }
        still_may(cx, &look.org_units())?;
        let planned = sums_of(&look.plan);
        let asked = look.plan.writes().filter(|row| row.sum.is_some());
        let asked = asked.map(|row| (&row.incoming.key, row.incoming.value));
        if replaced_sums(cx.tx, &cx.whole, asked)? != planned {
            return Err(AppError::Stale);
        }
        apply(cx.tx, &file, &look.plan, (look.refused, cx.req.form.text("skal").trim()))?;
        written_by(cx.tx, &look.plan)?.withhold(cx.tx, &cx.whole)?;
    }
    to_page(cx.req)
}

/// The sums that the rows of a plan take the place of.
fn sums_of(plan: &Plan) -> Sums {
    plan.writes().filter_map(|row| Some((row.incoming.key.clone(), row.sum?))).collect()
}

/// What a plan has written.
fn written_by(tx: &mut Tx<'_>, plan: &Plan) -> Result<Written, AppError> {
    let measures = plan.writes().map(|row| row.incoming.key.measure).collect();
    let mut written = Written::of_counted(tx, &measures)?;
    for row in plan.writes() {
        let (key, after) = (&row.incoming.key, row.incoming.value);
        match row.fate {
            Fate::Beside => written.touch(key),
            Fate::TakesOver => {
                written.value(key, row.used.as_ref().map(|(used, _)| used.value), after);
            }
            Fate::Used | Fate::Replaces => {
                written.value(
                    key,
                    row.before.map(|before| before.value).or(row.sum.map(|sum| sum.value)),
                    after,
                );
            }
        }
    }
    Ok(written)
}

/// Refuses when a role has ended since the request began: reading a large file takes a while.
pub(super) fn still_may(
    cx: &mut Cx<'_, '_>,
    org_units: &BTreeSet<OrgUnitId>,
) -> Result<(), AppError> {
    let (id, today) = (cx.person_id()?, cx.today());
    let person = identity::store::person(cx.tx, id, today)?.ok_or(AppError::Forbidden)?;
    let organisation = &cx.structure.organisation;
    let may_all =
        org_units.iter().all(|org_unit| person.may(Action::Import, *org_unit, organisation));
    if may_all { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Keeps the values of a plan with what stood there before, why it is changed, and one audit row
/// for all of them.
/// Stale, and nothing kept, when a value was changed after the plan was made.
pub fn apply(
    tx: &mut Tx<'_>,
    file: &ImportFile,
    plan: &Plan,
    (refused, reason): (usize, &str),
) -> Result<(), AppError> {
    // In the order they are stored, whatever the order of the file: neighbours share a page.
    let mut writes: Vec<&PlannedValue> = plan.writes().collect();
    writes.sort_by_cached_key(|row| {
        let key = &row.incoming.key;
        (key.measure, key.org_unit, key.breakdown.as_str(), key.period.to_string())
    });
    let (beside, used): (Vec<&PlannedValue>, Vec<&PlannedValue>) =
        writes.into_iter().partition(|row| row.fate == Fate::Beside);
    let with =
        |effect| used.iter().filter(move |row| row.effect() == effect).map(|row| outcome(row));
    let keys = |wanted: fn(&PlannedValue) -> bool| {
        used.iter().filter(move |row| wanted(row)).map(|row| &row.incoming.key)
    };
    let origin = file.origin.as_str();
    let sums = sums_of(plan);
    let (import, sums) = (Some(file.id), Some(&sums));
    let how = How { import, origin, reason, sums, ..How::by(Door::Imported) };
    move_beside(tx, keys(|row| row.fate == Fate::TakesOver))?;
    take_from_beside(tx, origin, keys(|row| row.leaves_beside))?;
    let aside = beside.iter().map(|row| outcome(row));
    put_beside(tx, &How { door: Door::Beside, reason: "", ..how }, aside)?;
    insert_outcomes(tx, &how, with(Effect::New))?;
    update_outcomes(tx, &how, with(Effect::Changed))?;
    let counts = used.iter().filter(|row| row.incoming.count.is_some());
    let counts = counts.map(|row| (&row.incoming.key, row.incoming.count));
    keep_counts(tx, Some(file.id), counts)?;
    let aside = beside.iter().filter_map(|row| Some((&row.incoming.key, row.incoming.count?)));
    note_beside(tx, file.id, aside)?;
    let after = ImportFile {
        state: ImportState::Applied,
        applied_at: tx.author().at,
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
        "beside": plan.beside,
        "source": after.origin,
        "unchanged": plan.unchanged,
        "refused": refused,
        "reason": reason,
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
/// group, period, value, quality, version and whether it stands beside, with tabs between.
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
        let beside = if row.fate == Fate::Beside { "\tbeside" } else { "" };
        let _ = writeln!(line, "\t{quality}\t{version}{beside}");
        hash.update(line.as_bytes());
    }
    db::hex(&hash.finalize())
}

//! Saving the table: every cell that the person changed is kept, or none is.

use std::collections::{BTreeSet, HashMap};

use domain::access::Action;
use domain::entry::{self, CellFate, CellProblem, Seen};
use domain::ids::ElementId;
use domain::imports::ValueKey;
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};
use rust_decimal::Decimal;

use super::cells::{Cell, KeptCells, Line, Note, lines};
use super::page::{Page, Place, may_verify};
use super::rows::{RowKey, View, recorded};
use super::show::place;
use crate::cx::{Cx, record};
use crate::frame::Nav;
use crate::measures::Written;
use crate::measures::replaced_sums::replaced_sums;
use crate::measures::store::{
    Door, How, insert_outcomes, move_beside, undecided_wordings, update_outcomes, versions_taken,
};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Most rows that a form may bring.
const MOST_ROWS: usize = 200;

/// Keeps what was typed.
pub(super) fn save(cx: &mut Cx<'_, '_>) -> Answer {
    let place = place(cx)?;
    let rows = rows(cx, place.view)?;
    let kept = KeptCells::read(cx, &rows, place.year)?;
    let structure = cx.structure.clone();
    let mut lines = lines(&structure, &rows, &kept, (place.year, cx.today()));
    let quality = match quality(cx) {
        // Who does not answer for that values are checked leaves them to be checked.
        OutcomeQuality::Verified if !may_verify(cx, &lines) => OutcomeQuality::Preliminary,
        quality => quality,
    };
    let outcomes = decide(cx, &mut lines, &kept, quality);
    refuse_over_sums(cx, &mut lines, &outcomes)?;
    let has = |wanted: fn(&Note) -> bool| {
        lines.iter().flat_map(|line| &line.cells).any(|cell| cell.note.as_ref().is_some_and(wanted))
    };
    let conflict = has(|note| matches!(note, Note::Conflict(_)));
    if conflict || has(|_| true) {
        let page = Page { quality, conflict, ..Page::new(cx, place, lines) };
        let (title, body) = (cx.texts().grid_title(), page.body());
        return Ok(if conflict {
            cx.conflicting(title, Nav::Measures, &body)
        } else {
            cx.refused(title, Nav::Measures, &body)
        });
    }
    let count = keep(cx, outcomes, &kept)?;
    Ok(Response::see_other(&format!("{}&sparade={count}", place.url())))
}

/// The rows that the form brought, where the visitor may record values.
fn rows(cx: &mut Cx<'_, '_>, view: View) -> Answer<Vec<RowKey>> {
    let undecided = undecided_wordings(cx.tx)?;
    let mut rows = Vec::new();
    for sent in cx.req.form.all("rad") {
        let (measure, org_unit) = sent.split_once('.').or_not_found()?;
        let row: RowKey =
            (measure.parse().ok().or_not_found()?, org_unit.parse().ok().or_not_found()?);
        (view.holds(row) && rows.len() < MOST_ROWS).then_some(()).or_not_found()?;
        recorded(cx, &cx.structure, row.0).or_not_found()?;
        (!undecided.contains(&row.0)).then_some(()).or_not_found()?;
        cx.structure.organisation.get(row.1).or_not_found()?;
        cx.may(Action::RecordOutcome, row.1)?;
        rows.push(row);
    }
    Ok(rows)
}

fn quality(cx: &Cx<'_, '_>) -> OutcomeQuality {
    cx.req.form.parsed("kvalitet").unwrap_or(OutcomeQuality::Preliminary)
}

/// Puts what was typed in the cells, says what is wrong there, and gives the values to keep.
fn decide(
    cx: &Cx<'_, '_>,
    lines: &mut [Line],
    kept: &KeptCells,
    quality: OutcomeQuality,
) -> Vec<Outcome> {
    // A form of many cells is looked up in once for each, so it is laid out by name first.
    let sent: HashMap<&str, &str> = cx.req.form.iter().collect();
    let text = |name: String| sent.get(name.as_str()).map(|text| text.trim());
    let sure = text("stammer".to_owned()) == Some("ja");
    let mut outcomes = Vec::new();
    for (row, line) in lines.iter_mut().enumerate() {
        let Some(measure) = cx.structure.measure(line.key.0) else { continue };
        let seen = Seen::read_row(text(format!("s{row}")).unwrap_or_default());
        let mut before: Option<Decimal> = None;
        for (column, cell) in line.cells.iter_mut().enumerate() {
            let seen = seen.get(column).cloned().unwrap_or_default();
            let Some(typed) = text(format!("c{row}-{column}")) else {
                before = number_of(cell);
                continue;
            };
            let now = kept.get(line.key, cell.period);
            match entry::decide(measure, typed, &seen, now, cell.lock) {
                CellFate::Leave => {}
                CellFate::Keep(value, version) => {
                    typed.clone_into(&mut cell.text);
                    cell.note = doubt(value, before).filter(|_| !sure);
                    outcomes.push(outcome(line.key, cell, (value, quality), version));
                    before = value.number();
                    continue;
                }
                CellFate::Conflict(kept) => {
                    typed.clone_into(&mut cell.text);
                    cell.note = Some(Note::Conflict(kept));
                }
                CellFate::Refuse(problem) => {
                    typed.clone_into(&mut cell.text);
                    cell.note = Some(Note::Problem(problem));
                    // What was seen is carried on, so that the next attempt meets the same questions.
                    cell.seen = seen;
                }
            }
            before = number_of(cell);
        }
    }
    outcomes
}

/// Says in the cells that a sum that others could trust is replaced with a reason, not in a table.
fn refuse_over_sums(
    cx: &mut Cx<'_, '_>,
    lines: &mut [Line],
    outcomes: &[Outcome],
) -> Result<(), AppError> {
    let new = outcomes.iter().filter(|outcome| outcome.version == 1);
    let new: Vec<(ValueKey, OutcomeValue)> =
        new.map(|outcome| (key_of(outcome), outcome.value)).collect();
    let asked = new.iter().map(|(key, value)| (key, *value));
    let sums = replaced_sums(cx.tx, &cx.whole, asked)?;
    let of = |key: &ValueKey| ((key.measure, key.org_unit), key.period);
    let sums: BTreeSet<_> = sums.keys().map(of).collect();
    for line in lines.iter_mut().filter(|_| !sums.is_empty()) {
        for cell in line.cells.iter_mut().filter(|cell| sums.contains(&(line.key, cell.period))) {
            cell.note = Some(Note::Problem(CellProblem::SumChecked));
        }
    }
    Ok(())
}

fn number_of(cell: &Cell) -> Option<Decimal> {
    cell.seen.text.replace(',', ".").parse().ok()
}

fn doubt(value: OutcomeValue, before: Option<Decimal>) -> Option<Note> {
    let (value, before) = value.number().zip(before)?;
    entry::is_doubtful(value, before).then_some(Note::Doubt(before))
}

fn outcome(
    (measure, org_unit): RowKey,
    cell: &Cell,
    (value, quality): (OutcomeValue, OutcomeQuality),
    version: i64,
) -> Outcome {
    let (breakdown, period) = (String::new(), cell.period);
    Outcome { measure, org_unit, breakdown, period, value, quality, version }
}

/// Keeps values at once, with a change recorded for each; stale when another was faster.
fn keep(cx: &mut Cx<'_, '_>, outcomes: Vec<Outcome>, kept: &KeptCells) -> Result<usize, AppError> {
    let count = outcomes.len();
    if count == 0 {
        cx.tx.leave_unaudited("nothing was changed in the table");
        return Ok(0);
    }
    let (mut new, changed): (Vec<_>, Vec<_>) =
        outcomes.into_iter().partition(|outcome| outcome.version == 1);
    go_on(cx, &mut new)?;
    let keys: Vec<ValueKey> = changed.iter().map(key_of).collect();
    move_beside(cx.tx, keys.iter().filter(|key| kept.is_of_another_source(key)))?;
    let how = How::by(Door::Filled);
    insert_outcomes(cx.tx, &how, new.iter().cloned())?;
    update_outcomes(cx.tx, &how, changed.iter().cloned())?;
    let mut written = Written::default();
    for outcome in new.iter().chain(&changed) {
        let key = key_of(outcome);
        written.value(&key, kept.value_at(&key), outcome.value);
    }
    written.withhold(cx.tx, &cx.whole)?;
    for outcome in new.iter().chain(&changed) {
        let id = outcome.measure.bytes();
        record(cx.tx, "record", "outcome", id, outcome.version, outcome)?;
    }
    Ok(count)
}

/// Gives values where one has stood and was taken away the version that comes next.
fn go_on(cx: &mut Cx<'_, '_>, new: &mut [Outcome]) -> Result<(), AppError> {
    let measures: BTreeSet<ElementId> = new.iter().map(|outcome| outcome.measure).collect();
    let taken = versions_taken(cx.tx, measures)?;
    for outcome in new {
        outcome.version += taken.get(&key_of(outcome)).copied().unwrap_or(0);
    }
    Ok(())
}

fn key_of(outcome: &Outcome) -> ValueKey {
    let (breakdown, period) = (outcome.breakdown.clone(), outcome.period);
    ValueKey { measure: outcome.measure, org_unit: outcome.org_unit, breakdown, period }
}

impl Place {
    /// The address of the page of the table.
    pub(super) fn url(&self) -> String {
        format!("/matvarden?{}&ar={}&sida={}", self.view.query(), self.year, self.page)
    }
}

//! Looking at a file before it is read in: the same plan that reading in carries out.

use std::collections::{HashMap, HashSet};

use db::{DbError, Tx};
use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, ImportId, OrgUnitId};
use domain::imports::{
    HeaderProblem, IncomingValue, Kept, Names, Plan, RowProblem, Scope, ValueKey, plan, read_rows,
};
use formats::csv_text::{CsvProblem, read_text};

use super::preview_page::PreviewPage;
use super::result_page::ResultPage;
use super::store::{self, ImportFile, ImportState};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::measures::store::each_outcome_of;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Rows shown of a file.
pub(super) const ROWS_SHOWN: usize = 200;

/// Why a file cannot be looked at.
pub(super) enum Unreadable {
    /// It is no table of text.
    File(CsvProblem),
    /// Its columns are not understood.
    Header(HeaderProblem),
    /// There is nothing under the headings.
    NoRows,
}

/// A file held against what is kept now.
pub(super) struct Look {
    pub plan: Plan,
    pub problems: Vec<RowProblem>,
    pub refused: usize,
}

impl Look {
    /// Says whether two looks would do the same.
    pub(super) fn fingerprint(&self) -> String {
        format!("{}-{}", super::digest(&self.plan), self.refused)
    }
}

/// Reads the text of a file and plans what it would do.
pub(super) fn look(cx: &mut Cx<'_, '_>, text: &str) -> Answer<Result<Look, Unreadable>> {
    let sheet = match read_text(text) {
        Ok(sheet) => sheet,
        Err(problem) => return Ok(Err(Unreadable::File(problem))),
    };
    if sheet.rows.is_empty() {
        return Ok(Err(Unreadable::NoRows));
    }
    let structure = cx.structure.clone();
    let today = cx.today();
    let names = Names::new(&structure, today);
    let may = |org_unit: OrgUnitId| cx.can(Action::Import, org_unit);
    let scope = Scope { structure: &structure, names: &names, today, may: &may };
    let read = match read_rows(&sheet.header, &sheet.rows, &scope) {
        Ok(read) => read,
        Err(problem) => return Ok(Err(Unreadable::Header(problem))),
    };
    let kept = existing(cx.tx, &read.rows)?;
    let plan = plan(read.rows, &kept);
    Ok(Ok(Look { plan, problems: read.problems, refused: read.refused }))
}

/// What is kept now where the rows would write.
pub fn existing(
    tx: &mut Tx<'_>,
    rows: &[IncomingValue],
) -> Result<HashMap<ValueKey, Kept>, DbError> {
    let measures: HashSet<ElementId> = rows.iter().map(|row| row.key.measure).collect();
    let wanted: HashSet<&ValueKey> = rows.iter().map(|row| &row.key).collect();
    let mut kept = HashMap::with_capacity(rows.len());
    each_outcome_of(tx, &measures, |outcome| {
        let key = ValueKey {
            measure: outcome.measure,
            org_unit: outcome.org_unit,
            breakdown: outcome.breakdown,
            period: outcome.period,
        };
        if wanted.contains(&key) {
            let now =
                Kept { value: outcome.value, quality: outcome.quality, version: outcome.version };
            kept.insert(key, now);
        }
    })?;
    Ok(kept)
}

/// The import of the address, when the visitor may know of it.
pub(super) fn find(cx: &mut Cx<'_, '_>) -> Result<ImportFile, AppError> {
    let id: ImportId = cx.req.param("id").or_not_found()?;
    let file = store::import(cx.tx, id)?.or_not_found()?;
    let known = may_know(cx, &file);
    known.then_some(file).or_not_found()
}

/// Whether the visitor handed the file in or answers for the part it was handed in for.
pub(super) fn may_know(cx: &Cx<'_, '_>, file: &ImportFile) -> bool {
    let own = cx.visit.person.as_ref().is_some_and(|person| person.id == file.person);
    own || cx.can(Action::Import, file.org_unit)
}

/// Shows an import: what it would do, or what it did.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let file = find(cx)?;
    if file.state != ImportState::Previewed {
        return result(cx, &file);
    }
    let text = store::content(cx.tx, file.id)?;
    let page = match look(cx, &text)? {
        Ok(look) => {
            let structure = cx.structure.clone();
            let body = PreviewPage::new(cx, &structure, &file, &look).body();
            cx.page(&title_of(cx, &file), Nav::Measures, &body)
        }
        // A file that could be looked at cannot have become unreadable.
        Err(_) => return Err(AppError::NotFound),
    };
    Ok(page)
}

fn result(cx: &mut Cx<'_, '_>, file: &ImportFile) -> Answer {
    let most = i64::try_from(ROWS_SHOWN).unwrap_or(i64::MAX);
    let rows = store::applied_rows(cx.tx, file.id, most)?;
    let structure: &Structure = &cx.structure.clone();
    let body = ResultPage {
        texts: cx.texts(),
        structure,
        file,
        at: super::words::when(cx, file.at),
        rows,
    }
    .body();
    Ok(cx.page(&super::words::file_name(cx.texts(), file), Nav::Measures, &body))
}

fn title_of(cx: &Cx<'_, '_>, file: &ImportFile) -> String {
    cx.texts().imports_preview_title(super::words::file_name(cx.texts(), file))
}

/// The preview again, because it was not carried out, with the reason.
pub(super) fn again(cx: &Cx<'_, '_>, file: &ImportFile, look: &Look, notice: Again) -> Response {
    let structure = cx.structure.clone();
    let mut page = PreviewPage::new(cx, &structure, file, look);
    page.again = Some(notice);
    let (title, body) = (&title_of(cx, file), page.body());
    match notice {
        Again::Changed => cx.conflicting(title, Nav::Measures, &body),
        Again::NotAllRight => cx.refused(title, Nav::Measures, &body),
    }
}

/// Why a plan was not carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Again {
    /// Something else stands there now than when the person looked.
    Changed,
    /// The person wanted all rows or none, and some are wrong.
    NotAllRight,
}

//! Looking at a file before it is read in: the same plan that reading in carries out.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ImportId, OrgUnitId};
use domain::imports::{
    HeaderProblem, Names, Plan, RowProblem, Scope, ValueKey, check_header, lengthen, plan,
    read_rows, unread,
};
use formats::csv_text::{CsvProblem, Sheet, read_text};
use formats::xlsx::XlsxProblem;

use super::existing::{existing, over_sums};
use super::mappings::mapping_of;
use super::preview_page::PreviewPage;
use super::result_page::ResultPage;
use super::store::{self, ImportFile, ImportState};
use super::{handed_in, people};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::request::Request;
use crate::web::response::Response;

/// Rows shown of a file.
pub(super) const ROWS_SHOWN: usize = 200;

/// Why a file cannot be looked at.
pub(super) enum Unreadable {
    /// It is no table of text.
    File(CsvProblem),
    /// It is no spreadsheet that is read.
    Spreadsheet(XlsxProblem),
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
    /// Headings of columns that are not read.
    pub unread: Vec<String>,
    /// The values that are hidden still, because they have been known to be about few.
    pub protected: HashSet<ValueKey>,
    /// What the rows were read against: another revision may read them otherwise.
    pub structure: Arc<Structure>,
}

impl Look {
    /// Says whether two looks would do the same.
    pub(super) fn fingerprint(&self) -> String {
        format!("{}-{}", super::digest(&self.plan), self.refused)
    }

    /// Whose values would be written.
    pub(super) fn org_units(&self) -> BTreeSet<OrgUnitId> {
        self.plan.writes().map(|row| row.incoming.key.org_unit).collect()
    }
}

/// A file that waits to be read in, with its text and the picture of the moment it was found.
pub(super) struct Waiting {
    pub file: ImportFile,
    pub text: String,
    pub structure: Arc<Structure>,
}

impl Waiting {
    /// The import of the address; none when it is read in already.
    pub(super) fn find(cx: &mut Cx<'_, '_>) -> Answer<Option<Self>> {
        let file = find(cx)?;
        if file.state != ImportState::Previewed {
            return Ok(None);
        }
        let text = store::content(cx.tx, file.id)?;
        Ok(Some(Self { file, text, structure: cx.structure.clone() }))
    }

    /// Reads the rows and plans what they would do, holding no transaction while it works. None
    /// when nobody has told what the columns mean.
    pub(super) fn look(
        &self,
        app: &Arc<App>,
        request: &Request,
        visit: &Visit,
    ) -> Answer<Option<Look>> {
        let sheet = sheet_of(&self.text).map_err(changed_file)?;
        let (mapping, undecided) = &app.read(request, visit, |cx| {
            let undecided = crate::measures::store::undecided_wordings(cx.tx)?;
            Ok((mapping_of(cx.tx, &sheet.header)?, undecided))
        })?;
        if check_header(&sheet.header, mapping).is_err() {
            return Ok(None);
        }
        let structure = &self.structure;
        let today = app.clock.local(visit.now).date();
        let names = &Names::new(structure, today);
        let person = visit.person.as_deref();
        let within = &structure.organisation;
        let may = |id: OrgUnitId| person.is_some_and(|one| one.may(Action::Import, id, within));
        let scope = Scope { structure, names, mapping, today, undecided, may: &may };
        let read = read_rows(&sheet.header, &sheet.rows, &scope).map_err(changed_file)?;
        let unread = unread(&sheet.header, mapping).into_iter().map(str::to_owned).collect();
        drop(sheet);
        let (found, protected) = app.read(request, visit, |cx| {
            let protected = people::protected(cx.tx, structure, &read.rows)?;
            let mut found = existing(cx.tx, &read.rows)?;
            found.closed = handed_in::among(cx.tx, structure, &found)?;
            found.sums = over_sums(cx.tx, structure, (&read.rows, &found))?;
            Ok((found, protected))
        })?;
        let plan = plan(read.rows, &self.file.origin, &found);
        let structure = Arc::clone(structure);
        let (problems, refused) = (read.problems, read.refused);
        Ok(Some(Look { plan, problems, refused, unread, protected, structure }))
    }
}

/// The table of a file; one whose headings are periods has a row for each value.
pub(super) fn sheet_of(text: &str) -> Result<Sheet, CsvProblem> {
    let Sheet { header, rows } = read_text(text)?;
    let (header, rows) = lengthen(header, rows);
    Ok(Sheet { header, rows })
}

/// A file is kept only when it can be read, so this is a defect.
pub(super) fn changed_file(problem: impl std::error::Error + Send + Sync + 'static) -> AppError {
    AppError::Internal(anyhow::Error::new(problem).context("a kept file cannot be read"))
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
pub(super) fn show(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let Some(waiting) = app.read(request, visit, Waiting::find)? else {
        return app.read(request, visit, result);
    };
    let Some(look) = waiting.look(app, request, visit)? else {
        return Ok(Response::see_other(&super::columns_url(waiting.file.id)));
    };
    app.read(request, visit, |cx| {
        let body = PreviewPage::new(cx, &waiting.file, &look).body();
        Ok(cx.page(&title_of(cx, &waiting.file), Nav::Measures, &body))
    })
}

fn result(cx: &mut Cx<'_, '_>) -> Answer {
    let file = &find(cx)?;
    let most = i64::try_from(ROWS_SHOWN).unwrap_or(i64::MAX);
    let rows = store::applied_rows(cx.tx, file.id, most)?;
    let beside = store::applied_beside(cx.tx, file.id, most)?;
    let structure: &Structure = &cx.structure.clone();
    let body = ResultPage {
        texts: cx.texts(),
        structure,
        file,
        at: super::words::when(cx, file.at),
        rows,
        beside,
    }
    .body();
    Ok(cx.page(&super::words::file_name(cx.texts(), file), Nav::Measures, &body))
}

fn title_of(cx: &Cx<'_, '_>, file: &ImportFile) -> String {
    cx.texts().imports_preview_title(super::words::file_name(cx.texts(), file))
}

/// The preview again, because it was not carried out, with the reason.
pub(super) fn again(cx: &Cx<'_, '_>, file: &ImportFile, look: &Look, notice: &Again) -> Response {
    let mut page = PreviewPage::new(cx, file, look);
    page.again = Some(notice.clone());
    let (title, body) = (&title_of(cx, file), page.body());
    match notice {
        Again::Changed => cx.conflicting(title, Nav::Measures, &body),
        Again::NotAllRight | Again::NoReason(_) => cx.refused(title, Nav::Measures, &body),
    }
}

/// Why a plan was not carried out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Again {
    /// Something else stands there now than when the person looked.
    Changed,
    /// The person wanted all rows or none, and some are wrong.
    NotAllRight,
    /// A reason was owed and not given, or was too long: what the person is told.
    NoReason(String),
}

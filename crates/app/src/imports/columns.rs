//! Telling what the columns of a file mean, which is remembered for files with the same headings.

use std::sync::Arc;

use domain::imports::{Column, Mapping, check_header};
use formats::csv_text::Sheet;

use super::columns_page::ColumnsPage;
use super::look::{Waiting, changed_file, sheet_of};
use super::mappings::mapping_key;
use super::store;
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::response::Response;

/// Shows the form, filled with what was told before or with what the headings seem to mean.
pub(super) fn show(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let Some((waiting, sheet)) = waiting(app, request, visit)? else {
        return super::apply::to_page(request);
    };
    app.read(request, visit, |cx| {
        let (kept, version) =
            store::mapping(cx.tx, &mapping_key(&sheet.header))?.unwrap_or_default();
        let told = Some(kept).filter(|mapping| !mapping.columns.is_empty());
        let mapping = told.unwrap_or_else(|| Mapping::guess(&sheet.header));
        let mut page = ColumnsPage::new(cx, &waiting.file, &sheet, &mapping);
        page.version = version;
        let body = page.body();
        Ok(cx.page(cx.texts().imports_columns_title(), Nav::Measures, &body))
    })
}

/// Keeps what was told, and goes on to what the file would do.
pub(super) fn save(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let Some((waiting, sheet)) = waiting(app, request, visit)? else {
        return super::apply::to_page(request);
    };
    app.write(request, visit, move |cx| {
        let (told, problems) = told(cx, &sheet.header);
        let key = mapping_key(&sheet.header);
        let (kept, version) = store::mapping(cx.tx, &key)?.unwrap_or_default();
        let shown: i64 = cx.req.form.parsed("version").unwrap_or(0);
        if !problems.is_empty() {
            let mut page = ColumnsPage::new(cx, &waiting.file, &sheet, &told);
            (page.problems, page.version) = (problems, shown);
            let body = page.body();
            return Ok(cx.refused(cx.texts().imports_columns_title(), Nav::Measures, &body));
        }
        if shown != version {
            let mut page = ColumnsPage::new(cx, &waiting.file, &sheet, &told);
            let words = cx.texts().imports_columns_meanwhile().to_owned();
            (page.problems, page.version) = (vec![(Column::Measure, words)], version);
            let body = page.body();
            return Ok(cx.conflicting(cx.texts().imports_columns_title(), Nav::Measures, &body));
        }
        let mapping = Mapping { columns: told.columns, ..kept };
        store::keep_mapping(cx.tx, &key, &mapping, version + 1)?;
        Ok(Response::see_other(&super::url(waiting.file.id)))
    })
}

/// The file of the address while it waits to be read in, and its table.
fn waiting(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer<Option<(Waiting, Sheet)>> {
    let Some(waiting) = app.read(request, visit, Waiting::find)? else { return Ok(None) };
    let sheet = sheet_of(&waiting.text).map_err(changed_file)?;
    Ok(Some((waiting, sheet)))
}

/// What the form tells, and which columns are told wrongly.
fn told(cx: &Cx<'_, '_>, header: &[String]) -> (Mapping, Vec<(Column, String)>) {
    let texts = cx.texts();
    let (mut mapping, mut problems, mut used) = (Mapping::default(), Vec::new(), Vec::new());
    for column in Column::READ {
        let place: Option<usize> = cx.req.form.parsed(column.heading());
        match place.and_then(|place| Some((place, header.get(place)?))) {
            Some((place, _)) if used.contains(&place) => {
                problems.push((column, texts.imports_heading_twice().to_owned()));
            }
            Some((place, heading)) => {
                used.push(place);
                mapping.set(column, heading);
            }
            None if Column::NEEDED.contains(&column) => {
                problems.push((column, texts.imports_heading_needed().to_owned()));
            }
            None => {}
        }
    }
    // Two headings that differ in nothing but dots and rings are not told apart.
    if problems.is_empty() && check_header(header, &mapping).is_err() {
        problems.push((Column::Measure, texts.imports_headings_alike().to_owned()));
    }
    (mapping, problems)
}

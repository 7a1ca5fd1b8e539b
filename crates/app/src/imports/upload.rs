//! Handing a file in, and the list of files handed in before.

use std::sync::Arc;

use domain::access::Action;
use domain::ids::{ImportId, OrgUnitId};
use domain::imports::{Column, HeaderProblem, Mapping, check_header};
use formats::csv_text::{CsvProblem, decode};
use formats::xlsx::is_spreadsheet;
use maud::{Markup, html};

use super::look::{Unreadable, may_know, sheet_of};
use super::mappings::mapping_of;
use super::store::{self, ImportFile, ImportState};
use super::words::{state_word, unreadable_words, when};
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::limits::LARGEST_VALUES_FILE;
use crate::web::request::Request;
use crate::web::response::Response;
use crate::web::ui::{
    Button, Column as TableColumn, Field, PageHead, Problem, Row, Stop, Table, breadcrumb_thread,
    button, empty_state, error_summary, form_end, page_header, section,
};

/// Longest file name kept, in letters.
const LONGEST_NAME: usize = 200;
/// Longest name of a source, in letters.
const LONGEST_SOURCE: usize = 60;
/// What a browser offers to choose among.
const ACCEPTED: &str = ".csv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Files listed.
const MOST_LISTED: usize = 200;
/// How many times the files are read for the list, for whom few of them are.
const MOST_READS: usize = 20;
/// Files read at a time.
const READ_AT_ONCE: i64 = 200;
/// Days that a file which is only looked at is kept.
const DAYS_KEPT: i64 = 7;
const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

/// What is wrong: the field and the words.
type Refused = (&'static str, String);

/// Shows the form and the list.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let body = body(cx, None)?;
    Ok(cx.page(cx.texts().imports_title(), Nav::Measures, &body))
}

/// Takes a file in to be looked at. Reading it takes a while, so no transaction is open meanwhile.
pub(super) fn upload(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let texts = Texts::from(visit.language);
    let written = request.form.text("kalla").trim().chars().count();
    if written > LONGEST_SOURCE {
        let problem = ("kalla", texts.web_too_long(LONGEST_SOURCE, written));
        return app.read(request, visit, |cx| refused(cx, &problem));
    }
    let (text, header, is_ours) = match text_of(app, request, texts) {
        Ok(read) => read,
        Err(problem) => return app.read(request, visit, |cx| refused(cx, &("fil", problem))),
    };
    app.write(request, visit, move |cx| {
        let file = file_of(cx)?;
        store::forget_previews(cx.tx, cx.visit.now - DAYS_KEPT * DAY_MICROS)?;
        store::insert_import(cx.tx, &file, &text)?;
        let known = is_ours || check_header(&header, &mapping_of(cx.tx, &header)?).is_ok();
        let next = if known { super::url(file.id) } else { super::columns_url(file.id) };
        Ok(Response::see_other(&next))
    })
}

fn file_of(cx: &Cx<'_, '_>) -> Answer<ImportFile> {
    let file_name =
        cx.req.form.file("fil").map(|upload| upload.file_name.as_str()).unwrap_or_default();
    Ok(ImportFile {
        id: cx.client_id::<ImportId>(),
        org_unit: top_of(cx).ok_or(AppError::Forbidden)?,
        file_name: file_name.replace('\0', "").chars().take(LONGEST_NAME).collect(),
        origin: cx.req.form.text("kalla").trim().to_owned(),
        state: ImportState::Previewed,
        value_count: 0,
        digest: String::new(),
        person: cx.person_id()?,
        person_name: String::new(),
        at: cx.visit.now,
        applied_at: 0,
        undone_at: 0,
        version: 1,
    })
}

/// The text of the file that was sent with its headings, and whether they are ours, when its columns
/// can be read or told what they mean and there are rows; else why not.
fn text_of(
    app: &App,
    request: &Request,
    texts: Texts,
) -> Result<(String, Vec<String>, bool), String> {
    let words = |unreadable| unreadable_words(texts, &unreadable);
    let Some(upload) = request.form.file("fil") else {
        return Err(texts.imports_no_file().to_owned());
    };
    if upload.bytes.len() > LARGEST_VALUES_FILE {
        return Err(words(Unreadable::File(CsvProblem::TooLarge)));
    }
    let text = if is_spreadsheet(&upload.bytes) {
        let read = app.settings.spreadsheets.read(&upload.bytes);
        read.map_err(|problem| words(Unreadable::Spreadsheet(problem)))?
    } else {
        decode(&upload.bytes).map_err(|problem| words(Unreadable::File(problem)))?
    };
    let sheet = sheet_of(&text).map_err(|problem| words(Unreadable::File(problem)))?;
    if sheet.rows.is_empty() {
        // One line in one piece is no heading: a picture or a program may well be read as text.
        let is_table = sheet.header.len() >= Column::NEEDED.len();
        let no_table = Unreadable::File(CsvProblem::NotText);
        return Err(words(if is_table { Unreadable::NoRows } else { no_table }));
    }
    match check_header(&sheet.header, &Mapping::default()) {
        Ok(()) => Ok((text, sheet.header, true)),
        // Enough columns to ask which is which.
        Err(HeaderProblem::Missing(_)) if sheet.header.len() >= Column::NEEDED.len() => {
            Ok((text, sheet.header, false))
        }
        Err(problem) => Err(words(Unreadable::Header(problem))),
    }
}

/// The part of the organisation a person reads files in for: where they work, else the first they may.
fn top_of(cx: &Cx<'_, '_>) -> Option<OrgUnitId> {
    let person = cx.visit.person.as_ref()?;
    let granted = person.grants.iter().map(|grant| grant.org_unit);
    person.home().into_iter().chain(granted).find(|org_unit| cx.can(Action::Import, *org_unit))
}

fn refused(cx: &mut Cx<'_, '_>, problem: &Refused) -> Answer {
    let body = body(cx, Some(problem))?;
    Ok(cx.refused(cx.texts().imports_title(), Nav::Measures, &body))
}

fn body(cx: &mut Cx<'_, '_>, problem: Option<&Refused>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let files = newest(cx)?;
    let id: ImportId = cx.new_id();
    let head = PageHead {
        title: texts.imports_title().to_owned(),
        lead: texts.imports_lead().to_owned(),
        ..PageHead::default()
    };
    let problems: Vec<Problem> =
        problem.iter().map(|(field, words)| Problem::at(*field, words)).collect();
    let wrong =
        |name: &str| problem.filter(|(field, _)| *field == name).map(|(_, words)| words.as_str());
    let source = Field::text("kalla", texts.imports_source()).value(cx.req.form.text("kalla"));
    let stops = [Stop::to("/matt", texts.measures_title()), Stop::here(texts.imports_title())];
    let submit = html! { (button(Button::Primary, texts.imports_look(), None)) };
    Ok(html! {
        div.wrap.page {
            @if !problems.is_empty() { (error_summary(texts.web_problems(), &problems)) }
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            form.form method="post" action="/matt/inlasning" enctype="multipart/form-data" {
                input type="hidden" name="id" value=(id);
                (Field::file("fil", texts.imports_file(), ACCEPTED).hint(texts.imports_file_hint()).problem(wrong("fil")))
                (source.hint(texts.imports_source_hint()).optional(texts.web_optional()).problem(wrong("kalla")))
                (form_end(&submit, None))
            }
            (section("inlasning-kolumner", texts.imports_columns(), "", &columns(texts)))
            (section("inlasning-lista", texts.imports_earlier(), &texts.imports_kept(DAYS_KEPT), &list(cx, &files)))
        }
    })
}

/// The newest files that the visitor may know of.
fn newest(cx: &mut Cx<'_, '_>) -> Answer<Vec<ImportFile>> {
    let mut files: Vec<ImportFile> = Vec::new();
    let mut last: Option<ImportFile> = None;
    for _ in 0..MOST_READS {
        let mut found = store::newest(cx.tx, last.as_ref(), READ_AT_ONCE)?;
        last = found.last().cloned();
        found.retain(|file| may_know(cx, file));
        files.append(&mut found);
        if files.len() >= MOST_LISTED || last.is_none() {
            break;
        }
    }
    files.truncate(MOST_LISTED);
    Ok(files)
}

/// What stands in a column.
pub(super) fn meaning(texts: Texts, column: Column) -> &'static str {
    match column {
        Column::Measure => texts.imports_column_measure(),
        Column::OrgUnit => texts.imports_column_org_unit(),
        Column::Breakdown => texts.imports_column_breakdown(),
        Column::Count => texts.imports_column_count(),
        Column::Period => texts.imports_column_period(),
        Column::State => texts.imports_column_state(),
        Column::Value => texts.imports_column_value(),
        Column::Quality => texts.imports_column_quality(),
    }
}

fn columns(texts: Texts) -> Markup {
    let needed = |column: Column| {
        if Column::NEEDED.contains(&column) { texts.imports_needed() } else { texts.web_optional() }
    };
    let rows = Column::READ
        .into_iter()
        .map(|column| Row::words(&[column.heading(), needed(column), meaning(texts, column)]))
        .collect();
    let heads = [texts.imports_column(), texts.imports_needed_head(), texts.imports_meaning()];
    html! {
        p { (texts.imports_columns_lead()) " " a href="/matt/inlasning/exempel.csv" { (texts.imports_example()) } }
        (Table::new("kolumner", texts.imports_columns(), heads.map(TableColumn::text).to_vec(), rows).hide_caption())
    }
}

fn list(cx: &Cx<'_, '_>, files: &[ImportFile]) -> Markup {
    let texts = cx.texts();
    let rows: Vec<Row> = files
        .iter()
        .map(|file| {
            Row::new(vec![
                html! { a href=(super::url(file.id)) { (super::words::file_name(texts, file)) } },
                html! { (when(cx, file.at)) },
                html! { (file.person_name) },
                html! { (file.value_count) },
                html! { (state_word(texts, file.state)) },
            ])
        })
        .collect();
    if rows.is_empty() {
        return empty_state(texts.imports_none(), texts.imports_none_text(), None);
    }
    let columns = vec![
        TableColumn::text(texts.imports_file()),
        TableColumn::text(texts.imports_when()),
        TableColumn::text(texts.imports_who()),
        TableColumn::number(texts.imports_values()),
        TableColumn::text(texts.imports_state()),
    ];
    html! { (Table::new("inlasningar", texts.imports_earlier(), columns, rows).hide_caption().stacked()) }
}

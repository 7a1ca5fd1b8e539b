//! Handing a file in, and the list of files handed in before.

use domain::access::Action;
use domain::ids::{ImportId, OrgUnitId};
use domain::imports::Column;
use formats::csv_text::{CsvProblem, decode};
use maud::{Markup, html};

use super::look::{Unreadable, look, may_know};
use super::store::{self, ImportFile, ImportState};
use super::words::{state_word, unreadable_words, when};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Column as TableColumn, Field, PageHead, Problem, Row, Stop, Table, breadcrumb_thread,
    button, empty_state, error_summary, form_end, page_header, section,
};

/// The largest file taken, in bytes; a million values fit.
const LARGEST_FILE: usize = 28 * 1024 * 1024;
/// Longest file name kept, in letters.
const LONGEST_NAME: usize = 200;
/// Files listed.
const MOST_LISTED: i64 = 200;

/// Shows the form and the list.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let body = body(cx, None)?;
    Ok(cx.page(cx.texts().imports_title(), Nav::Measures, &body))
}

/// Takes a file in to be looked at.
pub(super) fn upload(cx: &mut Cx<'_, '_>) -> Answer {
    let text = match text_of(cx) {
        Ok(text) => text,
        Err(problem) => return refused(cx, &problem),
    };
    if let Err(unreadable) = look(cx, &text)? {
        let words = unreadable_words(cx.texts(), &unreadable);
        return refused(cx, &words);
    }
    let person = cx.person_id()?;
    let file_name =
        cx.req.form.file("fil").map(|upload| upload.file_name.as_str()).unwrap_or_default();
    let file = ImportFile {
        id: cx.client_id::<ImportId>(),
        org_unit: top_of(cx).ok_or(AppError::Forbidden)?,
        file_name: file_name.replace('\0', "").chars().take(LONGEST_NAME).collect(),
        state: ImportState::Previewed,
        value_count: 0,
        digest: String::new(),
        person,
        person_name: String::new(),
        at: cx.visit.now,
        version: 1,
    };
    store::insert_import(cx.tx, &file, &text)?;
    Ok(Response::see_other(&super::url(file.id)))
}

fn text_of(cx: &Cx<'_, '_>) -> Result<String, String> {
    let texts = cx.texts();
    let words = |problem| unreadable_words(texts, &Unreadable::File(problem));
    let Some(upload) = cx.req.form.file("fil") else {
        return Err(texts.imports_no_file().to_owned());
    };
    if upload.bytes.len() > LARGEST_FILE {
        return Err(words(CsvProblem::TooLarge));
    }
    decode(&upload.bytes).map_err(words)
}

/// The part of the organisation a person reads files in for: where they work, else the first they may.
fn top_of(cx: &Cx<'_, '_>) -> Option<OrgUnitId> {
    let person = cx.visit.person.as_ref()?;
    let granted = person.grants.iter().map(|grant| grant.org_unit);
    person.home().into_iter().chain(granted).find(|org_unit| cx.can(Action::Import, *org_unit))
}

fn refused(cx: &mut Cx<'_, '_>, problem: &str) -> Answer {
    let body = body(cx, Some(problem))?;
    Ok(cx.refused(cx.texts().imports_title(), Nav::Measures, &body))
}

fn body(cx: &mut Cx<'_, '_>, problem: Option<&str>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let files = store::newest(cx.tx, MOST_LISTED)?;
    let id: ImportId = cx.new_id();
    let head = PageHead {
        title: texts.imports_title().to_owned(),
        lead: texts.imports_lead().to_owned(),
        ..PageHead::default()
    };
    let problems: Vec<Problem> = problem.iter().map(|words| Problem::at("fil", *words)).collect();
    let stops = [Stop::to("/matt", texts.measures_title()), Stop::here(texts.imports_title())];
    let submit = html! { (button(Button::Primary, texts.imports_look(), None)) };
    Ok(html! {
        div.wrap.page {
            @if !problems.is_empty() { (error_summary(texts.web_problems(), &problems)) }
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            form.form method="post" action="/matt/inlasning" enctype="multipart/form-data" {
                input type="hidden" name="id" value=(id);
                (Field::file("fil", texts.imports_file(), ".csv,text/csv,text/plain").hint(texts.imports_file_hint()).problem(problem))
                (form_end(&submit, None))
            }
            (section("inlasning-kolumner", texts.imports_columns(), "", &columns(texts)))
            (section("inlasning-lista", texts.imports_earlier(), "", &list(cx, &files)))
        }
    })
}

fn columns(texts: Texts) -> Markup {
    let meaning = |column: Column| match column {
        Column::Measure => texts.imports_column_measure(),
        Column::OrgUnit => texts.imports_column_org_unit(),
        Column::Breakdown => texts.imports_column_breakdown(),
        Column::Period => texts.imports_column_period(),
        Column::State => texts.imports_column_state(),
        Column::Value => texts.imports_column_value(),
        Column::Quality => texts.imports_column_quality(),
    };
    let needed = |column: Column| {
        if Column::NEEDED.contains(&column) { texts.imports_needed() } else { texts.web_optional() }
    };
    let rows = Column::ALL
        .into_iter()
        .map(|column| Row::words(&[column.heading(), needed(column), meaning(column)]))
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
        .filter(|file| may_know(cx, file))
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
    html! { (Table::new("inlasningar", texts.imports_earlier(), columns, rows).hide_caption()) }
}

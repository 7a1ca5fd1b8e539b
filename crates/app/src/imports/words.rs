//! What is told about a file: why it cannot be read, what is wrong in a row, how far it has come.

use domain::imports::{Column, Fault, HeaderProblem};
use domain::measures::OutcomeProblem;
use formats::csv_text::CsvProblem;
use formats::xlsx::XlsxProblem;

use super::look::Unreadable;
use super::store::{ImportFile, ImportState};
use crate::cx::Cx;
use crate::i18n::{Texts, datetime};
use crate::measures::explain;

/// An instant on the municipality's clock.
pub(super) fn when(cx: &Cx<'_, '_>, at: i64) -> String {
    datetime(cx.language(), cx.app.clock.local(at))
}

/// What a file is called.
pub(super) fn file_name(texts: Texts, file: &ImportFile) -> String {
    if file.file_name.trim().is_empty() {
        texts.imports_nameless().to_owned()
    } else {
        file.file_name.clone()
    }
}

/// How far an import has come.
pub(super) fn state_word(texts: Texts, state: ImportState) -> &'static str {
    match state {
        ImportState::Previewed => texts.imports_state_previewed(),
        ImportState::Applied => texts.imports_state_applied(),
        ImportState::Undone => texts.imports_state_undone(),
    }
}

/// Why a file cannot be looked at, and what to do.
pub(super) fn unreadable_words(texts: Texts, unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::File(CsvProblem::Empty) => texts.imports_file_empty().to_owned(),
        Unreadable::File(CsvProblem::NotText) => texts.imports_file_not_text().to_owned(),
        Unreadable::File(CsvProblem::TooLarge) => texts.imports_file_too_large().to_owned(),
        Unreadable::File(CsvProblem::OpenQuote { line }) => texts.imports_open_quote(line),
        Unreadable::Spreadsheet(problem) => spreadsheet_words(texts, *problem).to_owned(),
        Unreadable::Header(HeaderProblem::NotSplit) => texts.imports_not_split().to_owned(),
        Unreadable::Header(HeaderProblem::Missing(columns)) => {
            let names: Vec<&str> = columns.iter().map(|column| column.heading()).collect();
            texts.imports_missing_columns(i64::try_from(names.len()).unwrap_or(0), names.join(", "))
        }
        Unreadable::Header(HeaderProblem::Twice(column)) => {
            texts.imports_column_twice(column.heading())
        }
        Unreadable::NoRows => texts.imports_no_rows().to_owned(),
    }
}

fn spreadsheet_words(texts: Texts, problem: XlsxProblem) -> &'static str {
    match problem {
        XlsxProblem::NotXlsx => texts.imports_xlsx_other(),
        XlsxProblem::Old => texts.imports_xlsx_old(),
        XlsxProblem::Locked => texts.imports_xlsx_locked(),
        XlsxProblem::Macros => texts.imports_xlsx_macros(),
        XlsxProblem::Broken => texts.imports_xlsx_broken(),
        XlsxProblem::TooLarge => texts.imports_xlsx_too_large(),
        XlsxProblem::Empty => texts.imports_xlsx_empty(),
    }
}

/// What is wrong in a row and how to put it right.
pub(super) fn fault_words(texts: Texts, column: Option<Column>, fault: &Fault) -> String {
    match fault {
        Fault::Empty if column == Some(Column::Value) => texts.imports_fault_no_value().to_owned(),
        Fault::Empty => texts.imports_fault_empty().to_owned(),
        Fault::UnknownName { nearest: Some(nearest) } => texts.imports_fault_near(nearest),
        Fault::UnknownName { nearest: None } if column == Some(Column::Measure) => {
            texts.imports_fault_measure().to_owned()
        }
        Fault::UnknownName { nearest: None } => texts.imports_fault_org_unit().to_owned(),
        Fault::SeveralWithName => texts.imports_fault_several().to_owned(),
        Fault::Computed => texts.imports_fault_computed().to_owned(),
        Fault::Ended => texts.imports_fault_ended().to_owned(),
        Fault::Undecided => texts.imports_fault_undecided().to_owned(),
        Fault::NotAllowed => texts.imports_fault_not_allowed().to_owned(),
        Fault::NotAPeriod => texts.imports_fault_period().to_owned(),
        Fault::Outcome(OutcomeProblem::WrongFrequency) => {
            texts.imports_fault_frequency().to_owned()
        }
        Fault::Outcome(problem) => explain(texts, *problem),
        Fault::UnknownState => texts.imports_fault_state().to_owned(),
        Fault::HiddenState => texts.imports_fault_hidden().to_owned(),
        Fault::UnknownQuality => texts.imports_fault_quality().to_owned(),
        Fault::ValueNotExpected => texts.imports_fault_value_not_expected().to_owned(),
        Fault::UnknownGroup { known } if known.is_empty() => {
            texts.imports_fault_no_groups().to_owned()
        }
        Fault::UnknownGroup { known } => texts.imports_fault_group(known.join(", ")),
        Fault::NotACount => texts.imports_fault_count().to_owned(),
        Fault::TooLong { most } => texts.imports_fault_too_long(most),
        Fault::TooManyCells => texts.imports_fault_cells().to_owned(),
        Fault::Twice { line } => texts.imports_fault_twice(line),
    }
}

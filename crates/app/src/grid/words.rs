//! What the table says: its columns, what is wrong in a cell, what is locked.

use domain::entry::{CellProblem, Lock, cell_text};
use domain::measures::Measure;
use domain::periods::{Frequency, Period};

use super::cells::Note;
use crate::i18n::{Language, Texts, month_name};
use crate::measures::{explain, value_words};

/// A column in a few letters, under a heading that says how often.
pub(super) fn column_short(language: Language, period: Period) -> String {
    match period.frequency() {
        Frequency::Month => three_letters(language, i8::try_from(period.number()).unwrap_or(1)),
        Frequency::Tertial => format!("T{} {}", period.number(), period.year()),
        Frequency::HalfYear => format!("H{} {}", period.number(), period.year()),
        Frequency::Year => period.year().to_string(),
    }
}

fn three_letters(language: Language, month: i8) -> String {
    month_name(language, month).chars().take(3).collect()
}

/// When the column of a period that has not begun opens.
pub(super) fn opens_words(texts: Texts, period: Period) -> String {
    let day = period.first_day();
    let month = three_letters(texts.language, day.month());
    texts.grid_opens(format!("{}\u{a0}{month}", day.day()))
}

/// Why a cell is locked.
pub(super) fn lock_words(texts: Texts, lock: Lock) -> &'static str {
    match lock {
        Lock::NotBegun => texts.grid_not_begun(),
        Lock::Closed => texts.grid_closed(),
        Lock::Chosen => texts.grid_chosen(),
        Lock::Checked => texts.grid_checked(),
    }
}

/// The heading over measures that are measured as often.
pub(super) fn frequency_heading(texts: Texts, frequency: Frequency, year: i16) -> String {
    match frequency {
        Frequency::Month => texts.grid_each_month(year),
        Frequency::Tertial => texts.grid_each_tertial().to_owned(),
        Frequency::HalfYear => texts.grid_each_half_year().to_owned(),
        Frequency::Year => texts.grid_each_year().to_owned(),
    }
}

/// What is said about a cell.
pub(super) fn note_words(texts: Texts, measure: &Measure, note: Note) -> String {
    match note {
        Note::Problem(CellProblem::Outcome(problem)) => explain(texts, problem),
        Note::Problem(CellProblem::Emptied) => texts.grid_emptied().to_owned(),
        Note::Problem(CellProblem::SumChecked) => texts.grid_sum_checked().to_owned(),
        Note::Problem(CellProblem::Locked(lock)) => lock_words(texts, lock).to_owned(),
        Note::Conflict(Some(kept)) => texts.grid_conflict_cell(cell_text(kept.value)),
        Note::Conflict(None) => texts.grid_conflict_gone().to_owned(),
        Note::Doubt(before) => texts.grid_doubt(value_words(texts.language, measure, before)),
    }
}

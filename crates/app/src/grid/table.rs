//! The table itself: a field in each cell, named by its row and column.

use domain::entry::Lock;
use domain::measures::Measure;
use domain::periods::Period;
use maud::{Markup, html};

use super::cells::{Cell, Line, Note};
use super::page::{Page, Place};
use super::rows::{RowKey, View};
use super::url_of_measure;
use super::words::{column_short, frequency_heading, note_words, opens_words};
use crate::i18n::Texts;
use crate::measures::{self, period_words};
use crate::web::ui::Problem;

/// Columns shown on a narrow screen: the newest that can be written in, then the newest that have
/// begun; the others are on the page of the row alone.
const NARROW_COLUMNS: usize = 3;

/// A table for each length of period.
pub(super) fn tables(page: &Page) -> Markup {
    let mut first = 0;
    let mut tables = Vec::new();
    for (number, lines) in page.lines.chunk_by(same_columns).enumerate() {
        tables.push(table(page, number, first, lines));
        first += lines.len();
    }
    html! { @for table in tables { (table) } }
}

fn same_columns(one: &Line, other: &Line) -> bool {
    let columns = |line: &Line| line.cells.first().map(|cell| cell.period);
    columns(one) == columns(other)
}

fn table(page: &Page, number: usize, first: usize, lines: &[Line]) -> Markup {
    let texts = page.texts;
    let cells = lines.first().map_or(&[][..], |line| line.cells.as_slice());
    let frequency = cells.first().map(|cell| cell.period.frequency());
    let caption = frequency.map(|often| frequency_heading(texts, often, page.place.year));
    let head = match page.place.view {
        View::OrgUnit(_) | View::Row(..) => texts.grid_measure(),
        View::Measure(_) => texts.measures_org_unit(),
    };
    let few = !matches!(page.place.view, View::Row(..));
    let narrow =
        if few { narrow_columns(cells) } else { cells.iter().map(|one| one.period).collect() };
    html! {
        div.table-scroll role="group" tabindex="0" aria-labelledby={"t" (number)} {
            table.grid-table.entry data-grid-table {
                caption #{"t" (number)} { (caption.unwrap_or_default()) }
                thead {
                    tr {
                        th scope="col" { (head) }
                        @for (column, cell) in cells.iter().enumerate() {
                            th.right scope="col" {
                                (column_head(texts, cell))
                                span.sr #{"t" (number) "k" (column)} { (period_words(texts.language, cell.period)) }
                            }
                        }
                    }
                }
                tbody {
                    @for (row, line) in (first..).zip(lines) {
                        (line_row(page, (number, row), line, &narrow))
                    }
                }
            }
        }
    }
}

fn column_head(texts: Texts, cell: &Cell) -> Markup {
    html! {
        span aria-hidden="true" { (column_short(texts.language, cell.period)) }
        @if cell.lock == Some(Lock::NotBegun) { small { (opens_words(texts, cell.period)) } }
    }
}

fn narrow_columns(cells: &[Cell]) -> Vec<Period> {
    let begun = cells.iter().rev().filter(|cell| cell.lock != Some(Lock::NotBegun));
    let (open, locked): (Vec<&Cell>, Vec<&Cell>) = begun.partition(|cell| cell.lock.is_none());
    open.into_iter().chain(locked).take(NARROW_COLUMNS).map(|cell| cell.period).collect()
}

fn line_row(page: &Page, (number, row): (usize, usize), line: &Line, narrow: &[Period]) -> Markup {
    let texts = page.texts;
    let Some(measure) = page.structure.measure(line.key.0) else { return html! {} };
    let seen: Vec<_> = line.cells.iter().map(|cell| cell.seen.clone()).collect();
    html! {
        tr {
            th scope="row" {
                (row_head(page, row, line, measure))
                @if !matches!(page.place.view, View::Row(..)) {
                    small.narrow-only { a href=(Place { view: View::Row(line.key.0, line.key.1), ..page.place }.url()) { (texts.grid_all_periods()) } }
                }
                input type="hidden" name="rad" value={(line.key.0) "." (line.key.1)};
                input type="hidden" name={"s" (row)} value=(domain::entry::Seen::write_row(&seen));
            }
            @for (column, cell) in line.cells.iter().enumerate() {
                @let shown = narrow.contains(&cell.period) || cell.note.is_some();
                td.right.wide-only[!shown] data-label=(period_words(texts.language, cell.period)) {
                    (field(texts, (line.key, measure), (number, row, column), cell))
                }
            }
        }
    }
}

fn row_head(page: &Page, row: usize, line: &Line, measure: &Measure) -> Markup {
    let texts = page.texts;
    let (id, org_unit) = line.key;
    match page.place.view {
        View::OrgUnit(_) | View::Row(..) => {
            let title = page.structure.element(id).map_or("", |element| element.title.as_str());
            html! {
                a #{"r" (row)} href=(measures::url_for(id, org_unit)) { (title) }
                small { (measure.measure_unit) " · " a href=(url_of_measure(id)) { (texts.grid_all_org_units()) } }
            }
        }
        View::Measure(_) => {
            let name = page.structure.organisation.name(org_unit);
            html! { a #{"r" (row)} href=(super::url_of_org_unit(org_unit)) { (name) } }
        }
    }
}

fn field(
    texts: Texts,
    (key, measure): (RowKey, &Measure),
    (number, row, column): (usize, usize, usize),
    cell: &Cell,
) -> Markup {
    let id = format!("c{row}-{column}");
    if let (Some(lock), None) = (cell.lock, cell.note) {
        return super::closed::cell(texts, key, cell, lock);
    }
    let words = cell.note.map(|note| note_words(texts, measure, note));
    let wrong = matches!(cell.note, Some(Note::Problem(_)));
    html! {
        input #(id) name=(id) value=(cell.text) data-saved=(cell.seen.text) inputmode="decimal"
            autocomplete="off" aria-labelledby={"r" (row) " t" (number) "k" (column)}
            aria-invalid=[wrong.then_some("true")]
            aria-describedby=[words.as_ref().map(|_| format!("{id}-not"))];
        @if let Some(words) = words {
            small.cell-note.wrong[wrong] #{(id) "-not"} { (words) }
        }
    }
}

/// What is wrong or asked, by cell, for the summary.
pub(super) fn problems(page: &Page) -> Vec<Problem> {
    let texts = page.texts;
    let mut problems = Vec::new();
    for (row, line) in page.lines.iter().enumerate() {
        let Some(measure) = page.structure.measure(line.key.0) else { continue };
        let name = match page.place.view {
            View::OrgUnit(_) | View::Row(..) => {
                page.structure.element(line.key.0).map_or("", |element| element.title.as_str())
            }
            View::Measure(_) => page.structure.organisation.name(line.key.1),
        };
        for (column, cell) in line.cells.iter().enumerate() {
            let Some(note) = cell.note else { continue };
            let words = note_words(texts, measure, note);
            let period = period_words(texts.language, cell.period);
            let problem = texts.grid_problem(name, period, words);
            problems.push(Problem::at(format!("c{row}-{column}"), problem));
        }
    }
    problems
}

/// Whether some values differ much from those before.
pub(super) fn has_doubts(page: &Page) -> bool {
    let cells = page.lines.iter().flat_map(|line| &line.cells);
    cells.filter_map(|cell| cell.note).any(|note| matches!(note, Note::Doubt(_)))
}

/// Where a script shows what a pasted block would change, before anything is changed.
pub(super) fn paste_dialog(texts: Texts) -> Markup {
    html! {
        dialog #paste .paste aria-labelledby="paste-title"
            data-empty=(texts.grid_paste_nothing()) data-same=(texts.grid_paste_same())
            data-outside=(texts.grid_paste_outside()) data-locked=(texts.grid_paste_locked())
            data-number=(texts.grid_paste_number()) data-summary=(texts.grid_paste_summary("{bad}", "{new}", "{same}"))
            data-first=(texts.grid_paste_first()) {
            h2 #paste-title { (texts.grid_paste_title()) }
            p data-paste-summary {}
            div.table-scroll role="group" tabindex="0" aria-labelledby="paste-title" {
                table.dense {
                    caption.sr { (texts.grid_paste_title()) }
                    thead {
                        tr {
                            th scope="col" { (texts.grid_paste_cell()) }
                            th.right scope="col" { (texts.grid_paste_before()) }
                            th.right scope="col" { (texts.grid_paste_after()) }
                            th scope="col" { (texts.grid_paste_effect()) }
                        }
                    }
                    tbody data-paste-rows {}
                }
            }
            div.row {
                button.button type="button" data-paste-apply { (texts.grid_paste_apply()) }
                button.link-button type="button" command="close" commandfor="paste" { (texts.grid_paste_cancel()) }
            }
        }
    }
}

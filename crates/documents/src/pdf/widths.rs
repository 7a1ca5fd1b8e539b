//! How wide the columns of a table become: short ones as wide as their content, and the rest of
//! the line shared by how much the others have to say.

use crate::{Cell, Table, Text, Width};

/// Letters on a whole line of a table, and what the space around one column takes of them.
const LINE: usize = 95;
const GUTTER: usize = 3;
/// A column with longer entries shares what is left instead of taking what it wants.
const SHORT: usize = 24;
/// Least room for a column that shares, for its words to be readable.
const READABLE: usize = 16;
/// Words of a header may be broken after so many letters.
const HEADER_WORD: usize = 14;
/// Letters beyond this make no column wider, only longer.
const LONG: usize = 100;

/// One number per column: 0 is as wide as its content, others are shares of the remaining width.
pub(super) fn shares(table: &Table) -> Vec<usize> {
    let lengths: Vec<usize> =
        (0..table.columns.len()).map(|column| longest(table, column)).collect();
    let talks: Vec<bool> = lengths
        .iter()
        .zip(&table.columns)
        .map(|(length, column)| *length > SHORT || column.width != Width::Fit)
        .collect();
    let sharing = talks.iter().filter(|shares| **shares).count();
    let fitting: usize =
        lengths.iter().zip(&talks).filter(|(_, shares)| !**shares).map(|(length, _)| length).sum();
    let room = LINE.saturating_sub(GUTTER * table.columns.len());
    let crowded = fitting + READABLE * sharing > room;
    let mut shares: Vec<usize> = Vec::with_capacity(lengths.len());
    for ((length, talks), column) in lengths.iter().zip(&talks).zip(&table.columns) {
        shares.push(match column.width {
            Width::Share(part) => weight(SHORT) * usize::from(part).max(1),
            Width::Fit if *talks || crowded => weight(*length),
            Width::Fit => 0,
        });
    }
    if let Some(first) = shares.first_mut()
        && sharing == 0
        && !crowded
    {
        *first = weight(SHORT);
    }
    shares
}

/// Ten times the square root: twice the text needs less than twice the width.
fn weight(letters: usize) -> usize {
    (letters.clamp(4, LONG) * 100).isqrt()
}

fn longest(table: &Table, column: usize) -> usize {
    let header = table.columns.get(column).map_or("", |column| column.header.as_str());
    let header = header.split_whitespace().map(letters).max().unwrap_or(0).min(HEADER_WORD);
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| match cell {
        Cell::Text { text } => length(text),
        Cell::Status { status } => letters(&status.word) + 3,
        Cell::Number { number } => letters(number),
    });
    cells.max().unwrap_or(0).max(header)
}

fn length(text: &Text) -> usize {
    text.0.iter().map(|run| letters(&run.text)).sum()
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::shares;
    use crate::{Cell, Column, Row, Table, Width};

    fn table(widths: &[Width], cells: &[&str]) -> Table {
        let column =
            |width: &Width| Column { header: "H".into(), width: *width, ..Column::default() };
        Table {
            columns: widths.iter().map(column).collect(),
            rows: vec![Row {
                cells: cells.iter().map(|cell| Cell::text(*cell)).collect(),
                strong: false,
            }],
            ..Table::default()
        }
    }

    #[test]
    fn the_first_column_fills_a_table_of_short_columns() {
        assert_eq!(shares(&table(&[Width::Fit; 3], &["Mått", "12,3", "14"])), [48, 0, 0]);
    }

    #[test]
    fn long_texts_share_the_line_and_numbers_fit() {
        let (long, longer) = ("x".repeat(64), "x".repeat(400));
        assert_eq!(shares(&table(&[Width::Fit; 3], &[&long, "12,3", &longer])), [80, 0, 100]);
    }

    #[test]
    fn a_crowded_table_shares_everything() {
        let cells = ["en halvlång text"; 8];
        assert!(shares(&table(&[Width::Fit; 8], &cells)).iter().all(|share| *share == 40));
    }

    #[test]
    fn a_hint_counts_in_the_same_measure() {
        let widths = [Width::Share(1), Width::Share(2), Width::Fit];
        assert_eq!(shares(&table(&widths, &["a", "b", "c"])), [48, 96, 0]);
    }
}

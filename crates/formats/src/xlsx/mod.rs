//! Spreadsheets in XLSX: the first sheet that is shown, as rows of text, and rows as a spreadsheet.
//!
//! What is read may come from anybody, so everything is counted before it is believed: the parts of
//! the archive and their real sizes, the rows, the columns and the letters. A part is read as a
//! stream and never whole.

mod archive;
mod cells;
mod numbers;
mod sheet;
mod write;

#[cfg(test)]
mod tests;

pub use write::{Cell, write};

/// Most rows of a sheet.
pub const MOST_ROWS: usize = 200_000;
/// Most columns of a sheet.
pub const MOST_COLUMNS: usize = 512;

/// Why a spreadsheet cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum XlsxProblem {
    /// It is no spreadsheet, or of another kind than XLSX.
    #[error("not an XLSX file")]
    NotXlsx,
    /// The format of Excel before 2007.
    #[error("an older Excel file")]
    Old,
    /// It is locked with a password.
    #[error("locked with a password")]
    Locked,
    /// It carries programs.
    #[error("contains macros")]
    Macros,
    /// It cannot be understood.
    #[error("broken")]
    Broken,
    /// It is larger than is read, or would be when unpacked.
    #[error("too large")]
    TooLarge,
    /// No sheet that is shown has anything in it.
    #[error("empty")]
    Empty,
}

impl XlsxProblem {
    /// All, each with a word that one process tells another.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::NotXlsx, "not-xlsx"),
        (Self::Old, "old"),
        (Self::Locked, "locked"),
        (Self::Macros, "macros"),
        (Self::Broken, "broken"),
        (Self::TooLarge, "too-large"),
        (Self::Empty, "empty"),
    ];

    /// The word.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(problem, _)| *problem == self).map_or("broken", |(_, code)| code)
    }

    /// The problem a word names.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, word)| *word == code).map(|(problem, _)| *problem)
    }
}

/// Whether the first bytes are those of a spreadsheet rather than of text: a zip archive, or the
/// container of older and of locked Excel files.
pub fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&archive::OLD)
}

/// Reads a spreadsheet as the same text that a CSV file would hold: a line for each row of the
/// sheet, so that line numbers are those of the sheet.
///
/// # Errors
/// Why it cannot be read.
pub fn read_as_csv(bytes: &[u8]) -> Result<String, XlsxProblem> {
    let mut archive = archive::Archive::open(bytes)?;
    let book = sheet::Book::read(&mut archive)?;
    let rows = book.first_rows(&mut archive)?;
    Ok(crate::csv_text::write_lines(&rows))
}

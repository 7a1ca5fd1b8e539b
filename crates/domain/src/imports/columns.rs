//! Which columns a file has, and where.

use super::{Column, HeaderProblem, Mapping};

/// Whether the columns of a file can be understood by what its headings are said to mean, for
/// looking before its rows are read.
///
/// # Errors
/// The first thing that is wrong with them.
pub fn check_header(header: &[String], mapping: &Mapping) -> Result<(), HeaderProblem> {
    Columns::of(header, mapping).map(drop)
}

/// The headings that stand for none of our columns, as the file writes them: what is below them is
/// not read.
pub fn unread<'h>(header: &'h [String], mapping: &Mapping) -> Vec<&'h str> {
    let is_read = |heading: &str| Column::READ.iter().any(|column| mapping.is(*column, heading));
    let headings = header.iter().map(|heading| heading.trim());
    headings.filter(|heading| !heading.is_empty() && !is_read(heading)).collect()
}

/// Where each column stands in the rows.
pub(super) struct Columns {
    at: [Option<usize>; 8],
    /// How many cells a row may have.
    pub(super) width: usize,
}

impl Columns {
    pub(super) fn of(header: &[String], mapping: &Mapping) -> Result<Self, HeaderProblem> {
        if header.len() < 2 {
            return Err(HeaderProblem::NotSplit);
        }
        let mut at = [None; 8];
        for (index, heading) in header.iter().enumerate() {
            let meant = Column::READ.into_iter().find(|column| mapping.is(*column, heading));
            let Some(column) = meant else { continue };
            let place = at.get_mut(column as usize);
            if place.is_some_and(|place| place.replace(index).is_some()) {
                return Err(HeaderProblem::Twice(column));
            }
        }
        let columns = Self { at, width: header.len() };
        let missing: Vec<Column> =
            Column::NEEDED.into_iter().filter(|column| columns.place(*column).is_none()).collect();
        if missing.is_empty() { Ok(columns) } else { Err(HeaderProblem::Missing(missing)) }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.at.get(column as usize).copied().flatten()
    }

    pub(super) fn cell<'r>(&self, cells: &'r [String], column: Column) -> &'r str {
        self.place(column).and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
    }
}

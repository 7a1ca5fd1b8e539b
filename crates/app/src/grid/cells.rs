//! The cells of the rows shown: what is kept, what was typed and what is said about it.

use std::collections::HashMap;

use domain::elements::Structure;
use domain::entry::{self, CellProblem, Kept, Lock, Seen};
use domain::measures::Measure;
use domain::periods::Period;
use jiff::civil::Date;

use super::rows::RowKey;
use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};

/// What is said about a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Note {
    /// It cannot be kept.
    Problem(CellProblem),
    /// Somebody else changed it meanwhile.
    Conflict(Option<Kept>),
    /// The value before, which is very different.
    Doubt(rust_decimal::Decimal),
}

/// A cell.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) period: Period,
    pub(super) lock: Option<Lock>,
    /// What is kept now, as the form carries it.
    pub(super) seen: Seen,
    /// What stands in the field.
    pub(super) text: String,
    pub(super) note: Option<Note>,
}

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) key: RowKey,
    pub(super) cells: Vec<Cell>,
}

/// What is kept, by row and period.
pub(super) struct KeptCells(HashMap<(RowKey, Period), Kept>);

impl KeptCells {
    /// Reads the cells of rows that have the measure or the org unit in common; no others are known.
    pub(super) fn read(cx: &mut Cx<'_, '_>, rows: &[RowKey], year: i16) -> Answer<Self> {
        let Some((measure, org_unit)) = rows.first().copied() else {
            return Ok(Self(HashMap::new()));
        };
        let structure = cx.structure.clone();
        let first = rows
            .iter()
            .filter_map(|(measure, _)| structure.measure(*measure))
            .filter_map(|measure| entry::columns(measure.frequency, year).first().copied())
            .map(Period::year)
            .min()
            .unwrap_or(year);
        let years = (first, year.saturating_add(1));
        let found = if rows.iter().all(|row| row.1 == org_unit) {
            store::cells_of_org_unit(cx.tx, rows.iter().map(|row| row.0), org_unit, years)?
        } else {
            let same = rows.iter().all(|row| row.0 == measure);
            same.then_some(()).or_not_found()?;
            store::cells_of_measure(cx.tx, measure, rows.iter().map(|row| row.1), years)?
        };
        Ok(Self(found.into_iter().map(|(row, period, kept)| ((row, period), kept)).collect()))
    }

    /// What is kept in a cell.
    pub(super) fn get(&self, row: RowKey, period: Period) -> Option<Kept> {
        self.0.get(&(row, period)).copied()
    }
}

/// The rows as they are kept.
pub(super) fn lines(
    structure: &Structure,
    rows: &[RowKey],
    kept: &KeptCells,
    (year, today): (i16, Date),
) -> Vec<Line> {
    rows.iter()
        .filter_map(|row| Some((*row, structure.measure(row.0)?)))
        .map(|(key, measure)| line(key, measure, kept, (year, today)))
        .collect()
}

fn line(key: RowKey, measure: &Measure, kept: &KeptCells, (year, today): (i16, Date)) -> Line {
    let cells = entry::columns(measure.frequency, year)
        .into_iter()
        .map(|period| {
            let seen = Seen::of(kept.get(key, period));
            let text = seen.text.clone();
            Cell { period, lock: entry::lock(period, today), seen, text, note: None }
        })
        .collect();
    Line { key, cells }
}

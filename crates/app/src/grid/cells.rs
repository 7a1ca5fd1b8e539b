//! The cells of the rows shown: what is kept, what was typed and what is said about it.

use std::collections::{BTreeSet, HashMap};

use domain::elements::Structure;
use domain::entry::{self, CellProblem, Kept, Lock, Seen};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Closing, Closings, Measure, OutcomeValue};
use domain::periods::Period;
use jiff::civil::Date;

use super::rows::RowKey;
use super::store::{self, Common};
use crate::cx::Cx;
use crate::measures::store::{beside_of, closings_of, origins_of};
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
    /// What closed it.
    pub(super) closing: Option<Closing>,
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

/// What is kept, by row and period, and what is closed to whoever fills in.
pub(super) struct KeptCells {
    kept: HashMap<(RowKey, Period), Kept>,
    /// Where another source's value is used, its name.
    origins: HashMap<ValueKey, String>,
    /// Where somebody has chosen that, though there is an own value.
    chosen: BTreeSet<(RowKey, Period)>,
    closings: Closings,
}

impl KeptCells {
    /// Reads the cells of rows that have the measure or the org unit in common; no others are known.
    pub(super) fn read(cx: &mut Cx<'_, '_>, rows: &[RowKey], year: i16) -> Answer<Self> {
        let Some((measure, org_unit)) = rows.first().copied() else {
            return Ok(Self {
                kept: HashMap::new(),
                origins: HashMap::new(),
                chosen: BTreeSet::new(),
                closings: Closings::default(),
            });
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
        let common = if rows.iter().all(|row| row.1 == org_unit) {
            Common::OrgUnit(org_unit, rows.iter().map(|row| row.0).collect())
        } else {
            let same = rows.iter().all(|row| row.0 == measure);
            same.then_some(()).or_not_found()?;
            Common::Measure(measure, rows.iter().map(|row| row.1).collect())
        };
        let found = store::cells_of(cx.tx, common, years)?;
        let kept = found.into_iter().map(|(row, period, kept)| ((row, period), kept)).collect();
        let measures: BTreeSet<ElementId> = rows.iter().map(|row| row.0).collect();
        let measures: Vec<ElementId> = measures.into_iter().collect();
        let origins = origins_of(cx.tx, &measures)?;
        let beside = beside_of(cx.tx, &measures)?.into_iter();
        let own = beside.filter(|(key, all)| key.breakdown.is_empty() && all.contains_key(""));
        let chosen = own.map(|(key, _)| ((key.measure, key.org_unit), key.period)).collect();
        let organisation = &structure.organisation;
        let around = rows
            .iter()
            .flat_map(|(_, unit)| std::iter::once(*unit).chain(organisation.ancestors(*unit)));
        let around: BTreeSet<OrgUnitId> = around.collect();
        let around: Vec<OrgUnitId> = around.into_iter().collect();
        let closings = Closings::new(closings_of(cx.tx, &around)?);
        Ok(Self { kept, origins, chosen, closings })
    }

    /// Whether another source's value is used in the place of a value.
    pub(super) fn is_of_another_source(&self, key: &ValueKey) -> bool {
        self.origins.contains_key(key)
    }

    /// What stands in the place of a value.
    pub(super) fn value_at(&self, key: &ValueKey) -> Option<OutcomeValue> {
        let kept = self.kept.get(&((key.measure, key.org_unit), key.period));
        kept.map(|kept| kept.value)
    }

    /// Why a cell cannot be written in, and what closed it.
    fn lock(
        &self,
        structure: &Structure,
        (row, period): (RowKey, Period),
        today: Date,
    ) -> (Option<Lock>, Option<Closing>) {
        if let Some(lock) = entry::lock(period, today) {
            return (Some(lock), None);
        }
        // What was never reported is filled in, also afterwards; only what was is corrected.
        let is_kept = self.kept.contains_key(&(row, period));
        let closing = self.closings.of(&structure.organisation, row.1, period);
        let closing = closing.filter(|_| is_kept);
        let chosen = self.chosen.contains(&(row, period)).then_some(Lock::Chosen);
        (closing.map(|_| Lock::Closed).or(chosen), closing.cloned())
    }

    /// What is kept in a cell.
    pub(super) fn get(&self, row: RowKey, period: Period) -> Option<Kept> {
        self.kept.get(&(row, period)).copied()
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
        .map(|(key, measure)| line((structure, key), measure, kept, (year, today)))
        .collect()
}

fn line(
    (structure, key): (&Structure, RowKey),
    measure: &Measure,
    kept: &KeptCells,
    (year, today): (i16, Date),
) -> Line {
    let cells = entry::columns(measure.frequency, year)
        .into_iter()
        .map(|period| {
            let now = kept.get(key, period);
            let seen = Seen::of(now);
            let text = seen.text.clone();
            let (lock, closing) = kept.lock(structure, (key, period), today);
            let lock = lock.or(now.filter(|now| now.is_checked()).map(|_| Lock::Checked));
            Cell { period, lock, closing, seen, text, note: None }
        })
        .collect();
    Line { key, cells }
}

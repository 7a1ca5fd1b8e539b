//! From rows of cells to values: every cell is checked, every problem in a row is told at once.

use std::collections::{HashMap, HashSet};

use super::cells::{
    StateCell, is_dash, quality_of, read_breakdown, read_count, read_period, state_of,
};
use super::columns::Columns;
use super::names::or_meant;
use super::{
    Column, Fault, HeaderProblem, IncomingValue, MOST_PROBLEMS, Mapping, RowProblem, Scope,
    ValueKey,
};
use crate::ids::{ElementId, OrgUnitId};
use crate::measures::{OutcomeValue, breakdown_of};
use crate::periods::Period;

/// Names that are searched for a suggestion, which takes time, per file.
const MOST_SUGGESTIONS: usize = 100;
/// How much of a cell is repeated in a problem, in letters.
const SHOWN_TEXT: usize = 60;

/// What came out of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadRows {
    /// The right rows, each place once, in the order of the file.
    pub rows: Vec<IncomingValue>,
    /// What is wrong, by line; at most [`MOST_PROBLEMS`].
    pub problems: Vec<RowProblem>,
    /// How many rows are refused.
    pub refused: usize,
}

/// Reads rows of cells, each with the line it begins on.
///
/// # Errors
/// [`HeaderProblem`] when the columns cannot be understood; what is wrong with single rows is in
/// the answer.
pub fn read_rows<'a>(
    header: &[String],
    rows: &'a [(u64, Vec<String>)],
    scope: &'a Scope<'a>,
) -> Result<ReadRows, HeaderProblem> {
    let mut reader = Reader::new(Columns::of(header, scope.mapping)?, scope);
    for (line, cells) in rows {
        reader.row(*line, cells);
    }
    Ok(reader.finish())
}

type Found<T> = Result<T, Fault>;

struct Reader<'a> {
    columns: Columns,
    scope: &'a Scope<'a>,
    // The same few names stand on many rows: each is looked up once.
    measures: HashMap<&'a str, Found<ElementId>>,
    org_units: HashMap<&'a str, Found<OrgUnitId>>,
    suggestions: usize,
    seen: HashMap<ValueKey, usize>,
    contradicted: HashSet<usize>,
    out: ReadRows,
}

impl<'a> Reader<'a> {
    fn new(columns: Columns, scope: &'a Scope<'a>) -> Self {
        Self {
            columns,
            scope,
            measures: HashMap::new(),
            org_units: HashMap::new(),
            suggestions: 0,
            seen: HashMap::new(),
            contradicted: HashSet::new(),
            out: ReadRows::default(),
        }
    }

    fn row(&mut self, line: u64, cells: &'a [String]) {
        let mut faults = Faults { line, found: Vec::new() };
        if cells.iter().skip(self.columns.width).any(|cell| !cell.trim().is_empty()) {
            faults.found.push((None, String::new(), Fault::TooManyCells));
        }
        let measure = faults
            .take(Column::Measure, self.text(cells, Column::Measure), |text| self.measure(text));
        let org_unit = faults
            .take(Column::OrgUnit, self.text(cells, Column::OrgUnit), |text| self.org_unit(text));
        let breakdown =
            faults.take(Column::Breakdown, self.text(cells, Column::Breakdown), |text| {
                self.breakdown(text, measure)
            });
        let count = faults.take(Column::Count, self.text(cells, Column::Count), read_count);
        let period = faults.take(Column::Period, self.text(cells, Column::Period), |text| {
            self.period(text, measure)
        });
        let value = self.value(cells, measure, &mut faults);
        let quality = faults.take(Column::Quality, self.text(cells, Column::Quality), |text| {
            quality_of(text).ok_or(Fault::UnknownQuality)
        });
        match (measure, org_unit, breakdown, period, value, quality, count) {
            (
                Some(measure),
                Some(org_unit),
                Some(breakdown),
                Some(period),
                Some(value),
                Some(quality),
                Some(count),
            ) if faults.found.is_empty() => {
                let key = ValueKey { measure, org_unit, breakdown, period };
                self.keep(IncomingValue { line, key, value, quality, count });
            }
            _ => self.refuse(faults),
        }
    }

    fn text<'r>(&self, cells: &'r [String], column: Column) -> &'r str {
        self.columns.cell(cells, column)
    }

    fn measure(&mut self, text: &'a str) -> Found<ElementId> {
        if let Some(found) = self.measures.get(text) {
            return found.clone();
        }
        let Scope { names, mapping, .. } = self.scope;
        let meant = mapping.measures.get(&Mapping::key(text)).copied();
        let named = or_meant(names.measure(text), meant);
        let found = self.suggest(named, || names.near_measure(text));
        let found = found.and_then(|id| self.scope.taking_values(id));
        self.measures.insert(text, found.clone());
        found
    }

    /// The groups of a measure are a closed list: a slip would make one more otherwise.
    fn breakdown(&self, text: &str, measure: Option<ElementId>) -> Found<String> {
        let group = read_breakdown(text)?;
        let of = measure.and_then(|id| self.scope.structure.measure(id));
        match of {
            Some(of) if !group.is_empty() && breakdown_of(&of.breakdowns, &group).is_none() => {
                let known = of.breakdowns.iter().flat_map(|one| one.groups.iter().cloned());
                Err(Fault::UnknownGroup { known: known.take(12).collect() })
            }
            _ => Ok(group),
        }
    }

    fn org_unit(&mut self, text: &'a str) -> Found<OrgUnitId> {
        if let Some(found) = self.org_units.get(text) {
            return found.clone();
        }
        let (names, mapping) = (self.scope.names, self.scope.mapping);
        let meant = mapping.org_units.get(&Mapping::key(text)).copied();
        let named = or_meant(names.org_unit(text), meant);
        let found = self.suggest(named, || names.near_org_unit(text));
        let found =
            found.and_then(|id| if (self.scope.may)(id) { Ok(id) } else { Err(Fault::NotAllowed) });
        self.org_units.insert(text, found.clone());
        found
    }

    fn suggest<T>(&mut self, found: Found<T>, near: impl FnOnce() -> Option<String>) -> Found<T> {
        match found {
            Err(Fault::UnknownName { .. }) if self.suggestions < MOST_SUGGESTIONS => {
                self.suggestions += 1;
                Err(Fault::UnknownName { nearest: near() })
            }
            other => other,
        }
    }

    fn period(&self, text: &str, measure: Option<ElementId>) -> Found<Period> {
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        let period = read_period(text).ok_or(Fault::NotAPeriod)?;
        if let Some(measure) = measure.and_then(|id| self.scope.structure.measure(id)) {
            measure.check_period(period, self.scope.today).map_err(Fault::Outcome)?;
        }
        Ok(period)
    }

    fn value(
        &self,
        cells: &[String],
        measure: Option<ElementId>,
        faults: &mut Faults,
    ) -> Option<OutcomeValue> {
        let state = faults.take(Column::State, self.text(cells, Column::State), state_of)?;
        faults.take(Column::Value, self.text(cells, Column::Value), |text| match state {
            StateCell::Missing | StateCell::NotApplicable if !text.is_empty() => {
                Err(Fault::ValueNotExpected)
            }
            StateCell::Missing => Ok(OutcomeValue::Missing),
            StateCell::NotApplicable => Ok(OutcomeValue::NotApplicable),
            StateCell::Unsaid if is_dash(text) => Ok(OutcomeValue::Missing),
            StateCell::Unsaid | StateCell::Measured if text.is_empty() => Err(Fault::Empty),
            // Without a measure the number cannot be judged; the measure's own problem is told.
            StateCell::Unsaid | StateCell::Measured => {
                match measure.and_then(|id| self.scope.structure.measure(id)) {
                    Some(measure) => measure.read_value(text).map_err(Fault::Outcome),
                    None => Ok(OutcomeValue::Missing),
                }
            }
        })
    }

    fn keep(&mut self, incoming: IncomingValue) {
        let place = self.out.rows.len();
        let Some(first) = self.seen.get(&incoming.key).copied() else {
            self.seen.insert(incoming.key.clone(), place);
            self.out.rows.push(incoming);
            return;
        };
        let Some(earlier) = self.out.rows.get(first) else { return };
        let earlier_line = earlier.line;
        // When they say the same, one of them is enough; when they differ, neither is known right.
        let differ = earlier.value != incoming.value
            || earlier.quality != incoming.quality
            || earlier.count != incoming.count;
        self.refuse(Faults::twice(incoming.line, earlier_line));
        if differ && self.contradicted.insert(first) {
            self.refuse(Faults::twice(earlier_line, incoming.line));
        }
    }

    fn refuse(&mut self, faults: Faults) {
        self.out.refused += 1;
        for (column, text, fault) in faults.found {
            if self.out.problems.len() < MOST_PROBLEMS {
                self.out.problems.push(RowProblem { line: faults.line, column, text, fault });
            }
        }
    }

    fn finish(self) -> ReadRows {
        let mut out = self.out;
        if !self.contradicted.is_empty() {
            let mut place = 0;
            out.rows.retain(|_| {
                place += 1;
                !self.contradicted.contains(&(place - 1))
            });
        }
        out.problems.sort_by_key(|problem| (problem.line, problem.column));
        out
    }
}

/// The problems of one row.
struct Faults {
    line: u64,
    found: Vec<(Option<Column>, String, Fault)>,
}

impl Faults {
    fn twice(line: u64, other: u64) -> Self {
        Self { line, found: vec![(None, String::new(), Fault::Twice { line: other })] }
    }

    fn take<'t, T>(
        &mut self,
        column: Column,
        text: &'t str,
        read: impl FnOnce(&'t str) -> Found<T>,
    ) -> Option<T> {
        match read(text) {
            Ok(value) => Some(value),
            Err(fault) => {
                let shown = text.chars().take(SHOWN_TEXT).collect();
                self.found.push((Some(column), shown, fault));
                None
            }
        }
    }
}

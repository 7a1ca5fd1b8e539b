//! Org units beside each other: whose values can be put together, and how they go together.

use rust_decimal::Decimal;

use super::expand::{Cell, OfUnit};
use crate::measures::{OutcomeValue, Reporters};

/// How the values of org units go together where a formula is put to their sums.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joined {
    /// All whom it concerns have all that is put together.
    All,
    /// Some lack something, and are left out.
    WithoutSome,
    /// Some lack something, and nobody has all.
    Nobody,
    /// Sums of different org units would stand beside each other with some missing: nothing is
    /// computed.
    Apart,
}

/// The org units under one, as far as their values can be put together.
pub(super) struct Beside<'c> {
    /// Those that have all that is put together; or all, where none reports all. Each with its place.
    complete: Vec<(usize, &'c [Cell])>,
    lacking: usize,
    apart: bool,
}

impl<'c> Beside<'c> {
    pub(super) fn of(below: &'c [OfUnit], rolled: &[usize]) -> Self {
        let cells = |unit: &'c [Cell]| -> Vec<&'c Cell> {
            rolled.iter().filter_map(|place| unit.get(*place)).collect()
        };
        let units = below.iter().map(|(_, cells)| cells.as_slice()).enumerate();
        let reports_all = |unit: &'c [Cell]| !cells(unit).contains(&&Cell::Never);
        let apart = !rolled.is_empty() && !units.clone().any(|(_, unit)| reports_all(unit));
        let (mut complete, mut lacking) = (Vec::new(), 0);
        for (at, unit) in units {
            let of_unit = cells(unit);
            let counts = |cell: &&Cell| !apart || **cell != Cell::Never;
            let mut counted = of_unit.iter().copied().filter(counts).peekable();
            let concerned = counted.peek().is_some()
                && !of_unit.iter().all(|cell| **cell == Cell::Never)
                && !of_unit
                    .iter()
                    .any(|cell| matches!(cell, Cell::Said(OutcomeValue::NotApplicable, _)));
            if !concerned {
                continue;
            }
            if counted.all(|cell| matches!(cell, Cell::Said(OutcomeValue::Measured(_), _))) {
                complete.push((at, unit));
            } else {
                lacking += 1;
            }
        }
        Self { complete, lacking, apart }
    }

    pub(super) fn known(&self) -> usize {
        self.complete.len()
    }

    pub(super) fn who(&self, below: &[OfUnit]) -> Reporters {
        let mut all = Reporters::default();
        let units = self.complete.iter().filter_map(|(at, _)| below.get(*at));
        units.for_each(|(unit, _)| all.add(*unit));
        all
    }

    /// How they go together, where the org unit above may have said some of the leaves itself: a sum
    /// over all beside a sum over some would be no ratio of anything.
    pub(super) fn joined(&self, says_some_itself: bool) -> Joined {
        if self.lacking == 0 {
            Joined::All
        } else if self.apart || says_some_itself {
            Joined::Apart
        } else if self.complete.is_empty() {
            Joined::Nobody
        } else {
            Joined::WithoutSome
        }
    }

    pub(super) fn values(&self, place: usize) -> impl Iterator<Item = Decimal> {
        let cells = self.complete.iter().filter_map(move |(_, unit)| unit.get(place));
        cells.filter_map(|cell| cell.said()?.0.number())
    }

    pub(super) fn counts(&self, at: usize) -> bool {
        self.complete.iter().any(|(counted, _)| *counted == at)
    }
}

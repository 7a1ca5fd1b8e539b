//! The values of a period with their places, and which of them make each other up.

use std::collections::{BTreeMap, BTreeSet};

use super::Cell;
use crate::ids::OrgUnitId;
use crate::measures::{Measure, Sum, breakdown_of};
use crate::organisation::Organisation;

/// Stands for how many people a sum is about that may not be told whatever it is about.
const UNTOLD: u32 = 1;

/// The values with their places.
#[derive(Default)]
pub(super) struct Table {
    pub(super) cells: Vec<Cell>,
    pub(super) counts: Vec<Option<u32>>,
    pub(super) places: BTreeMap<Cell, usize>,
    /// So many of them have been said; the others are put together.
    pub(super) said: usize,
    /// What has been said once and is not said now.
    pub(super) absent: BTreeSet<usize>,
    /// What was about too few and is gone, and what was once put together of it.
    pub(super) gone: BTreeSet<usize>,
    /// The org units whose own value is gone and that others make up again, and whether it was about
    /// too few.
    pub(super) made_up_again: BTreeMap<OrgUnitId, bool>,
}

impl Table {
    pub(super) fn add(&mut self, cell: Cell, count: Option<u32>) -> usize {
        let place = self.cells.len();
        self.places.insert(cell.clone(), place);
        self.cells.push(cell);
        self.counts.push(count);
        place
    }

    fn place(&self, org_unit: OrgUnitId, group: &str) -> Option<usize> {
        self.places.get(&(org_unit, group.to_owned())).copied()
    }

    /// Adds what is put together of some values: about as many as they are together, where that is known
    /// of all.
    fn add_sum(&mut self, org_unit: OrgUnitId, parts: &[usize]) -> usize {
        let counts = parts.iter().map(|place| self.counts.get(*place).copied().flatten());
        let was_few = self.made_up_again.get(&org_unit) == Some(&true);
        let has_gone = was_few || parts.iter().any(|part| self.gone.contains(part));
        let count = if has_gone { Some(UNTOLD) } else { counts.sum() };
        let place = self.add((org_unit, String::new()), count);
        if has_gone {
            self.gone.insert(place);
        }
        place
    }

    /// The groups of each breakdown make up the value for all.
    pub(super) fn of_breakdowns(&self, measure: &Measure, said: &[Cell]) -> Vec<Sum> {
        let mut parts: BTreeMap<(OrgUnitId, &str), Vec<usize>> = BTreeMap::new();
        for (place, (org_unit, group)) in said.iter().enumerate() {
            if !group.is_empty() {
                let by = breakdown_of(&measure.breakdowns, group);
                let by = by.map_or("", |by| by.name.as_str());
                parts.entry((*org_unit, by)).or_default().push(place);
            }
        }
        let sum = |((org_unit, _), parts)| Sum { whole: self.place(org_unit, ""), parts };
        parts.into_iter().map(sum).collect()
    }

    /// What an org unit has said of a group is made up of what the nearest below it have said.
    pub(super) fn of_groups(&self, organisation: &Organisation, said: &[Cell]) -> Vec<Sum> {
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, (org_unit, group)) in said.iter().enumerate() {
            if group.is_empty() {
                continue;
            }
            let mut above = organisation.ancestors(*org_unit).into_iter();
            if let Some(whole) = above.find_map(|unit| self.place(unit, group)) {
                parts.entry(whole).or_default().push(place);
            }
        }
        parts.into_iter().map(|(whole, parts)| Sum { whole: Some(whole), parts }).collect()
    }

    /// The value of an org unit, said or put together, is made up of those right below it.
    pub(super) fn of_org_units(&mut self, organisation: &Organisation, said: &[Cell]) -> Vec<Sum> {
        let mut children: BTreeMap<OrgUnitId, BTreeSet<OrgUnitId>> = BTreeMap::new();
        let mut depths: BTreeSet<(usize, OrgUnitId)> = BTreeSet::new();
        for (org_unit, _) in said.iter().filter(|(_, group)| group.is_empty()) {
            let above = organisation.ancestors(*org_unit);
            let mut below = *org_unit;
            for (at, unit) in above.iter().enumerate() {
                children.entry(*unit).or_default().insert(below);
                depths.insert((above.len() - at, *unit));
                below = *unit;
            }
        }
        // The deepest first: what is put together of them is a part of what lies above.
        let mut sums = Vec::new();
        for (_, org_unit) in depths.into_iter().rev() {
            let below = children.remove(&org_unit).unwrap_or_default();
            let parts: Vec<usize> =
                below.into_iter().filter_map(|unit| self.place(unit, "")).collect();
            let said = self.place(org_unit, "");
            let whole = said.unwrap_or_else(|| self.add_sum(org_unit, &parts));
            sums.push(Sum { whole: Some(whole), parts });
        }
        sums
    }

    /// The silent org units above hidden values that are not put together. A formula takes the value
    /// of one alone below as it is, so that it would stand there.
    pub(super) fn above(&self, organisation: &Organisation, hidden: &BTreeSet<Cell>) -> Vec<Cell> {
        let whole = hidden.iter().filter(|(_, group)| group.is_empty());
        let silent = |(org_unit, _): &Cell| {
            let above = organisation.ancestors(*org_unit).into_iter();
            above.take_while(|unit| self.place(*unit, "").is_none()).collect::<Vec<_>>()
        };
        whole.flat_map(silent).map(|unit| (unit, String::new())).collect()
    }

    /// An org unit that has said nothing itself carries on what those merged into it said; what is
    /// not put together, only where one alone did.
    pub(super) fn of_merged(
        &mut self,
        organisation: &Organisation,
        said: &[Cell],
        is_put_together: bool,
    ) -> Vec<Sum> {
        let mut parts: BTreeMap<OrgUnitId, Vec<usize>> = BTreeMap::new();
        for (place, (org_unit, _)) in said.iter().enumerate().filter(|(_, (_, it))| it.is_empty()) {
            let mut seen = BTreeSet::from([*org_unit]);
            let mut unit = *org_unit;
            while let Some(heir) = organisation.get(unit).and_then(|unit| unit.succeeded_by)
                && seen.insert(heir)
            {
                if self.place(heir, "").is_none() {
                    parts.entry(heir).or_default().push(place);
                }
                unit = heir;
            }
        }
        let mut sums = Vec::new();
        for (heir, parts) in parts {
            if !is_put_together && parts.len() > 1 {
                continue;
            }
            let whole = Some(self.add_sum(heir, &parts));
            sums.push(Sum { whole, parts });
        }
        sums
    }
}

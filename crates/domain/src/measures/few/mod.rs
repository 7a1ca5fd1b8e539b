//! Which values of a period are about too few, or would give them away: among the org units that make
//! up one above them, among the groups of a breakdown, and where the two meet.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::{Measure, Sum, breakdown_of, hidden};
use crate::ids::OrgUnitId;
use crate::organisation::Organisation;

/// A number that is known of a measure for a period.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Counted {
    /// Whose.
    pub org_unit: OrgUnitId,
    /// The group it is about; empty for all.
    pub breakdown: String,
    /// How many people it is about, where that is known: the fewest it has ever been known to be about,
    /// for what was said of so few stands in reports and sums that somebody has kept.
    pub count: Option<u32>,
    /// Whether it stood once and is gone: sums of then and of now differ by it.
    pub has_gone: bool,
}

/// A value that is shown somewhere: an org unit's for a group, or for all.
type Cell = (OrgUnitId, String);

/// Stands for how many people a sum is about that may not be told whatever it is about.
const UNTOLD: u32 = 1;

/// The values of one period that are not shown to everybody: those said, and those put together of
/// what lies below an org unit or of what those merged into it said. A sum that once held a value
/// about too few that is gone is not shown either.
pub fn few(
    organisation: &Organisation,
    measure: &Measure,
    mut values: Vec<Counted>,
) -> BTreeSet<Cell> {
    let is_few = |one: &Counted| one.count.is_some_and(|count| measure.is_few(count));
    if !values.iter().any(is_few) {
        return BTreeSet::new();
    }
    values.sort();
    let mut table = Table::default();
    for one in values {
        let is_gone = one.has_gone && is_few(&one);
        let place = table.add((one.org_unit, one.breakdown), one.count);
        if is_gone {
            table.gone.insert(place);
        }
    }
    let said: Vec<Cell> = table.cells.clone();
    let is_put_together = measure.over_organisation.across().is_some();
    let mut above = Vec::new();
    if is_put_together {
        above.extend(table.of_groups(organisation, &said));
        above.extend(table.of_org_units(organisation, &said));
    }
    above.extend(table.of_merged(organisation, &said, is_put_together));
    let mut sums = table.of_breakdowns(measure, &said);
    sums.extend(above);
    let hidden = hidden(&table.counts, &sums, measure.least_count);
    let cells = table.cells.iter().zip(hidden);
    let mut found: BTreeSet<Cell> =
        cells.filter(|(_, is_hidden)| *is_hidden).map(|(cell, _)| cell.clone()).collect();
    if !is_put_together {
        let above = table.above(organisation, &found);
        found.extend(above);
    }
    found
}

/// The values with their places.
#[derive(Default)]
struct Table {
    cells: Vec<Cell>,
    counts: Vec<Option<u32>>,
    places: BTreeMap<Cell, usize>,
    /// What was about too few and is gone, and what was once put together of it.
    gone: BTreeSet<usize>,
}

impl Table {
    fn add(&mut self, cell: Cell, count: Option<u32>) -> usize {
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
        let has_gone = parts.iter().any(|part| self.gone.contains(part));
        let count = if has_gone { Some(UNTOLD) } else { counts.sum() };
        let place = self.add((org_unit, String::new()), count);
        if has_gone {
            self.gone.insert(place);
        }
        place
    }

    /// The groups of each breakdown make up the value for all.
    fn of_breakdowns(&self, measure: &Measure, said: &[Cell]) -> Vec<Sum> {
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
    fn of_groups(&self, organisation: &Organisation, said: &[Cell]) -> Vec<Sum> {
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
    fn of_org_units(&mut self, organisation: &Organisation, said: &[Cell]) -> Vec<Sum> {
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
    fn above(&self, organisation: &Organisation, hidden: &BTreeSet<Cell>) -> Vec<Cell> {
        let whole = hidden.iter().filter(|(_, group)| group.is_empty());
        let silent = |(org_unit, _): &Cell| {
            let above = organisation.ancestors(*org_unit).into_iter();
            above.take_while(|unit| self.place(*unit, "").is_none()).collect::<Vec<_>>()
        };
        whole.flat_map(silent).map(|unit| (unit, String::new())).collect()
    }

    /// An org unit that has said nothing itself carries on what those merged into it said; what is
    /// not put together, only where one alone did.
    fn of_merged(
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

//! Which values of a period are about too few, or would give them away: among the org units that make
//! up one above them, among the groups of a breakdown, and where the two meet.

use std::collections::{BTreeMap, BTreeSet};

use super::{Aggregation, Measure, Sum, breakdown_of, hidden};
use crate::ids::OrgUnitId;
use crate::organisation::Organisation;

/// A number that is known of a measure for a period.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Counted {
    /// Whose.
    pub org_unit: OrgUnitId,
    /// The group it is about; empty for all.
    pub breakdown: String,
    /// How many people it is about, where that is known.
    pub count: Option<u32>,
}

/// A value that is shown somewhere: an org unit's for a group, or for all.
type Cell = (OrgUnitId, String);

/// The values of one period that are not shown to everybody: those said, and those put together of
/// what lies below an org unit or of what those merged into it said.
pub fn few(
    organisation: &Organisation,
    measure: &Measure,
    mut values: Vec<Counted>,
) -> BTreeSet<Cell> {
    let least = u32::from(measure.least_count);
    if !values.iter().any(|one| one.count.is_some_and(|count| count > 0 && count < least)) {
        return BTreeSet::new();
    }
    values.sort();
    let mut table = Table::default();
    for one in values {
        table.add((one.org_unit, one.breakdown), one.count);
    }
    let said: Vec<Cell> = table.cells.clone();
    let mut above = Vec::new();
    if measure.over_organisation != Aggregation::None {
        above.extend(table.of_groups(organisation, &said));
        above.extend(table.of_org_units(organisation, &said));
        above.extend(table.of_merged(organisation, &said));
    }
    let mut sums = table.of_breakdowns(measure, &said);
    sums.extend(above);
    let hidden = hidden(&table.counts, &sums, measure.least_count);
    let cells = table.cells.into_iter().zip(hidden);
    cells.filter(|(_, is_hidden)| *is_hidden).map(|(cell, _)| cell).collect()
}

/// The values with their places.
#[derive(Default)]
struct Table {
    cells: Vec<Cell>,
    counts: Vec<Option<u32>>,
    places: BTreeMap<Cell, usize>,
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

    /// What some values are about together; none where that is not known of all.
    fn together(&self, places: &[usize]) -> Option<u32> {
        let counts = places.iter().map(|place| self.counts.get(*place).copied().flatten());
        counts.sum()
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
            let whole = self.place(org_unit, "").unwrap_or_else(|| {
                let count = self.together(&parts);
                self.add((org_unit, String::new()), count)
            });
            sums.push(Sum { whole: Some(whole), parts });
        }
        sums
    }

    /// An org unit that has said nothing itself carries on what those merged into it said.
    fn of_merged(&mut self, organisation: &Organisation, said: &[Cell]) -> Vec<Sum> {
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
            let count = self.together(&parts);
            let whole = Some(self.add((heir, String::new()), count));
            sums.push(Sum { whole, parts });
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::tests::sick_leave;
    use crate::organisation::tests::small;

    fn value(org_unit: OrgUnitId, group: &str, count: u32) -> Counted {
        Counted { org_unit, breakdown: group.to_owned(), count: Some(count) }
    }

    fn all(org_unit: OrgUnitId) -> Cell {
        (org_unit, String::new())
    }

    #[test]
    fn what_is_put_together_of_one_small_org_unit_is_hidden_all_the_way_up() {
        let (organisation, [council, committee, school]) = small();
        let found = few(&organisation, &sick_leave(), vec![value(school, "", 3)]);
        assert_eq!(found, BTreeSet::from([all(council), all(committee), all(school)]));
        let alone = Measure { over_organisation: Aggregation::None, ..sick_leave() };
        let found = few(&organisation, &alone, vec![value(school, "", 3)]);
        assert_eq!(found, BTreeSet::from([all(school)]), "it is put together nowhere");
        assert_eq!(few(&organisation, &alone, vec![value(school, "", 5)]), BTreeSet::new());
    }

    #[test]
    fn a_group_is_not_had_from_what_the_org_unit_above_said_of_it() {
        let (organisation, [_, committee, school]) = small();
        let values = vec![
            value(committee, "kvinnor", 3),
            value(committee, "män", 40),
            value(school, "kvinnor", 3),
            value(school, "män", 20),
        ];
        let found = few(&organisation, &sick_leave(), values);
        assert_eq!(found.len(), 4, "{found:?}");
    }

    #[test]
    fn what_all_say_together_is_hidden_where_its_groups_are_too_few_together() {
        let (organisation, [_, _, school]) = small();
        let alone = Measure { over_organisation: Aggregation::None, ..sick_leave() };
        let whole = Counted { count: None, ..value(school, "", 0) };
        let groups = [value(school, "kvinnor", 2), value(school, "män", 2)];
        let values = groups.into_iter().chain([whole]).collect();
        assert!(few(&organisation, &alone, values).contains(&all(school)));
    }
}

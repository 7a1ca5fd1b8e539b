//! What is known of a measure for a period, drawn up with everything that is put together of it, and
//! what of it is hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Table;
use super::{Cell, Counted, Withheld};
use crate::ids::OrgUnitId;
use crate::measures::hidden::Row;
use crate::measures::{Measure, Sum, Values, hidden};
use crate::organisation::Organisation;

/// Takes out the whole values that are gone where something stands below: it is put together of that now,
/// and is no value that somebody said. Tells of each whether it was about too few.
fn made_up_again(
    organisation: &Organisation,
    values: &mut Vec<Counted>,
    is_few: impl Fn(&Counted) -> bool,
) -> BTreeMap<OrgUnitId, bool> {
    let stands = values.iter().filter(|one| !one.has_gone && one.breakdown.is_empty());
    let above: BTreeSet<OrgUnitId> =
        stands.flat_map(|one| organisation.ancestors(one.org_unit)).collect();
    let mut taken = BTreeMap::new();
    values.retain(|one| {
        let is_again = one.has_gone && one.breakdown.is_empty() && above.contains(&one.org_unit);
        if is_again {
            taken.insert(one.org_unit, is_few(one));
        }
        !is_again
    });
    taken
}

/// What is known of a period, with what is put together of it.
pub(super) struct Drawn {
    pub(super) table: Table,
    pub(super) sums: Vec<Sum>,
    /// Those of them whose whole an org unit has said itself, of parts that others have said.
    pub(super) said_of_units: BTreeSet<usize>,
}

impl Drawn {
    /// None where nothing is about too few.
    pub(super) fn of(
        organisation: &Organisation,
        measure: &Measure,
        mut values: Vec<Counted>,
        withheld: &Withheld,
    ) -> Option<Self> {
        let is_few = |one: &Counted| one.count.is_some_and(|count| measure.is_few(count));
        if !values.iter().any(is_few) {
            return None;
        }
        let standing: BTreeSet<Cell> = values.iter().map(Counted::cell).collect();
        let absent = withheld.iter().filter(|(cell, said)| **said && !standing.contains(cell));
        values.extend(absent.map(|((org_unit, breakdown), _)| Counted {
            org_unit: *org_unit,
            breakdown: breakdown.clone(),
            count: None,
            has_gone: true,
        }));
        values.sort();
        let mut table = Table::default();
        let is_put_together = measure.over_organisation.across().is_some();
        if is_put_together {
            table.made_up_again = made_up_again(organisation, &mut values, is_few);
        }
        for one in values {
            let is_gone = one.has_gone && (is_few(&one) || withheld.contains_key(&one.cell()));
            let place = table.add(one.cell(), one.count);
            if is_gone {
                table.gone.insert(place);
            }
            if one.has_gone {
                table.absent.insert(place);
            }
        }
        table.said = table.cells.len();
        let said: Vec<Cell> = table.cells.clone();
        let mut above = Vec::new();
        if is_put_together {
            above.extend(table.of_groups(organisation, &said));
            above.extend(table.of_org_units(organisation, &said));
        }
        above.extend(table.of_merged(organisation, &said, is_put_together));
        let mut sums = table.of_breakdowns(measure, &said);
        let of_units = sums.len();
        sums.extend(above);
        let is_said = |sum: &Sum| sum.whole.is_some_and(|whole| whole < table.said);
        let said_of_units = sums.iter().enumerate().skip(of_units);
        let said_of_units =
            said_of_units.filter(|(_, sum)| is_said(sum)).map(|(at, _)| at).collect();
        Some(Self { table, sums, said_of_units })
    }

    pub(super) fn places<'c>(&self, cells: impl Iterator<Item = &'c Cell>) -> BTreeSet<usize> {
        cells.filter_map(|cell| self.table.places.get(cell).copied()).collect()
    }

    pub(super) fn hidden(
        &self,
        measure: &Measure,
        withheld: BTreeSet<usize>,
        seen: BTreeSet<usize>,
    ) -> BTreeSet<usize> {
        let values = Values { withheld, seen, ..self.values(measure) };
        let hidden = hidden(&values).into_iter().enumerate();
        hidden.filter_map(|(place, is_hidden)| is_hidden.then_some(place)).collect()
    }

    /// The values, none of them withheld and none seen.
    pub(super) fn values(&self, measure: &Measure) -> Values<'_> {
        let (counts, sums) = (self.table.counts.as_slice(), self.sums.as_slice());
        Values { counts, sums, least: measure.least_count, ..Values::default() }
    }

    pub(super) fn cell(&self, place: usize) -> Option<&Cell> {
        self.table.cells.get(place)
    }

    /// Whether somebody said it of too few.
    pub(super) fn is_few(&self, measure: &Measure, place: usize) -> bool {
        let count = self.table.counts.get(place).copied().flatten();
        place < self.table.said && count.is_some_and(|count| measure.is_few(count))
    }

    /// The places of what somebody says of too few now.
    pub(super) fn few(&self, measure: &Measure) -> impl Iterator<Item = usize> {
        let stands = |place: &usize| !self.table.absent.contains(place);
        (0..self.table.said).filter(|place| self.is_few(measure, *place)).filter(stands)
    }

    /// Those of a sum that are about too few each and about too few together.
    pub(super) fn few_together(&self, measure: &Measure) -> impl Iterator<Item = Row> {
        let all: BTreeSet<usize> = self.few(measure).collect();
        self.sums.iter().filter_map(move |sum| {
            let few = || sum.parts.iter().filter(|part| all.contains(part));
            let people = few().filter_map(|part| self.table.counts.get(*part).copied().flatten());
            let is_secret = few().count() > 1 && measure.is_few(people.sum());
            is_secret.then(|| few().map(|part| (*part, 1)).collect())
        })
    }

    /// The places of what holds a value about too few.
    pub(super) fn holding_few(&self, measure: &Measure) -> BTreeSet<usize> {
        let of = |part: &usize| self.is_few(measure, *part);
        self.reached(of)
    }

    /// Whether an org unit says it itself, or has, of what others below have said too.
    pub(super) fn is_own_of_units(&self, place: usize) -> bool {
        let mut sums = self.said_of_units.iter().filter_map(|at| self.sums.get(*at));
        let again =
            |(unit, group): &Cell| group.is_empty() && self.table.made_up_again.contains_key(unit);
        sums.any(|sum| sum.whole == Some(place)) || self.cell(place).is_some_and(again)
    }

    /// The places of wholes with a part of some kind, or with a part that is reached.
    pub(super) fn reached(&self, is_begun: impl Fn(&usize) -> bool) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        loop {
            let before = reached.len();
            for sum in &self.sums {
                let mut parts = sum.parts.iter();
                if parts.any(|part| is_begun(part) || reached.contains(part)) {
                    reached.extend(sum.whole);
                }
            }
            if reached.len() == before {
                return reached;
            }
        }
    }

    /// The places whose values everybody has seen: what was neither withheld before nor has been
    /// written now. Where it was never decided what is withheld, nothing counts as seen.
    pub(super) fn seen(
        &self,
        (before, written): (&Withheld, &BTreeSet<Cell>),
        measure: &Measure,
    ) -> BTreeSet<usize> {
        let is_written = |place: &usize| {
            let cell = self.table.cells.get(*place);
            *place < self.table.said && cell.is_some_and(|cell| written.contains(cell))
        };
        let mut few = self.few(measure);
        if before.is_empty() && few.any(|place| !is_written(&place)) {
            return BTreeSet::new();
        }
        let anew = self.reached(is_written);
        let is_new =
            |place: &usize| is_written(place) || *place >= self.table.said && anew.contains(place);
        let cells = self.table.cells.iter().enumerate();
        let unknown = cells.filter(|(place, cell)| is_new(place) || before.contains_key(*cell));
        let unknown: BTreeSet<usize> = unknown.map(|(place, _)| place).collect();
        (0..self.table.cells.len()).filter(|place| !unknown.contains(place)).collect()
    }
}

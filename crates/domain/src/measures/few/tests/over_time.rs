//! Whoever has kept everything that was ever shown, day by day, cannot compute a value about too few:
//! not a reader, and not who reports for an org unit and sees its own values.

use std::sync::Arc;

use proptest::prelude::*;

use super::super::*;
use crate::measures::tests::sick_leave;
use crate::measures::{Aggregation, Breakdown};
use crate::organisation::OrgUnit;
use crate::organisation::tests::small;

const LEAST: u16 = 5;
const PRIME: u128 = (1 << 61) - 1;

/// A council over two committees, with three units under the first and two under the second.
struct Town {
    organisation: Organisation,
    council: OrgUnitId,
    committees: [OrgUnitId; 2],
    units: [OrgUnitId; 5],
}

fn town() -> Town {
    let (small, [council, committee, school]) = small();
    let like = |of, id: [u8; 16], parent| OrgUnit {
        id: OrgUnitId::from(id),
        parent: Some(parent),
        ..OrgUnit::clone(small.get(of).unwrap())
    };
    let other = OrgUnitId::from([40; 16]);
    let units = [51, 52, 53, 54, 55].map(|id| OrgUnitId::from([id; 16]));
    let mut all: Vec<OrgUnit> =
        [council, committee].iter().map(|unit| OrgUnit::clone(small.get(*unit).unwrap())).collect();
    all.push(like(committee, [40; 16], council));
    for (at, id) in [51, 52, 53, 54, 55].into_iter().enumerate() {
        all.push(like(school, [id; 16], if at < 3 { committee } else { other }));
    }
    let organisation = Organisation::new(all.into_iter().map(Arc::new));
    Town { organisation, council, committees: [committee, other], units }
}

/// What somebody writes in one go.
#[derive(Clone, Debug)]
enum Write {
    /// A value of a unit about so many, each of its groups about so many.
    Value { unit: usize, group: usize, count: u32 },
    /// A value that has stood there before, the latest but so many.
    Again { unit: usize, group: usize, back: usize },
    /// A value is taken away.
    Gone { unit: usize, group: usize },
    /// A committee says a value of its own, in the place of what its units make up.
    Own { committee: usize },
    /// What its units make up speaks again.
    OwnGone { committee: usize },
}

/// What stands: which of all values ever said, and how many it is about.
type Standing = BTreeMap<Cell, (usize, u32)>;

/// What a reader knows: sums of values ever said, each with how many times it is in it.
#[derive(Default)]
struct Reader {
    rows: Vec<BTreeMap<usize, u128>>,
}

impl Reader {
    fn learns(&mut self, values: impl Iterator<Item = usize>, whole: Option<usize>) {
        let row: BTreeMap<usize, u128> =
            values.map(|value| (value, 1)).chain(whole.map(|whole| (whole, PRIME - 1))).collect();
        if !row.is_empty() {
            self.rows.push(row);
        }
    }

    /// The values that follow from what is known.
    fn computes(&self) -> BTreeSet<usize> {
        self.computes_with(&[])
    }

    /// As [`Reader::computes`], by one who also knows some values.
    fn computes_with(&self, known: &[usize]) -> BTreeSet<usize> {
        let known: Vec<_> = known.iter().map(|value| BTreeMap::from([(*value, 1)])).collect();
        let mut solved: Vec<(usize, BTreeMap<usize, u128>)> = Vec::new();
        for row in known.iter().chain(&self.rows) {
            let mut row = row.clone();
            for (pivot, of) in &solved {
                if let Some(times) = row.get(pivot).copied() {
                    take(&mut row, of, times);
                }
            }
            let Some((pivot, times)) = row.iter().next().map(|(at, times)| (*at, *times)) else {
                continue;
            };
            let inverse = power(times, PRIME - 2);
            for one in row.values_mut() {
                *one = *one * inverse % PRIME;
            }
            for (_, of) in &mut solved {
                if let Some(times) = of.get(&pivot).copied() {
                    take(of, &row, times);
                }
            }
            solved.push((pivot, row));
        }
        solved.into_iter().filter(|(_, row)| row.len() == 1).map(|(pivot, _)| pivot).collect()
    }
}

fn take(from: &mut BTreeMap<usize, u128>, row: &BTreeMap<usize, u128>, times: u128) {
    for (at, one) in row {
        let left = (from.get(at).copied().unwrap_or(0) + (PRIME - one * times % PRIME)) % PRIME;
        if left == 0 {
            from.remove(at)
        } else {
            from.insert(*at, left)
        };
    }
}

fn power(mut base: u128, mut times: u128) -> u128 {
    let mut found = 1;
    while times > 0 {
        if times % 2 == 1 {
            found = found * base % PRIME;
        }
        base = base * base % PRIME;
        times /= 2;
    }
    found
}

/// A period as it is written, day by day.
struct Story {
    town: Town,
    measure: Measure,
    groups: Vec<String>,
    standing: Standing,
    stood: BTreeMap<Cell, Vec<(usize, u32)>>,
    fewest: BTreeMap<Cell, u32>,
    withheld: Withheld,
    kept: Kept,
    /// Those of all values ever said that were about too few.
    small: BTreeSet<usize>,
    /// Where each of all values ever said stood.
    said: Vec<OrgUnitId>,
    reader: Reader,
    days: Vec<Standing>,
    /// What units made up where a committee said a value of its own instead.
    replaced: Vec<Vec<usize>>,
}

impl Story {
    fn of(groups: &[&str]) -> Self {
        let by = Breakdown {
            name: "kön".to_owned(),
            groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        };
        let breakdowns = if groups.is_empty() { Vec::new() } else { vec![by] };
        let measure = Measure {
            over_organisation: Aggregation::Sum,
            least_count: LEAST,
            breakdowns,
            ..sick_leave()
        };
        Self {
            town: town(),
            measure,
            groups: groups.iter().map(|group| (*group).to_owned()).collect(),
            standing: Standing::new(),
            stood: BTreeMap::new(),
            fewest: BTreeMap::new(),
            withheld: Withheld::new(),
            kept: Kept::default(),
            small: BTreeSet::new(),
            said: Vec::new(),
            reader: Reader::default(),
            days: Vec::new(),
            replaced: Vec::new(),
        }
    }

    /// What the units of a committee make up.
    fn made_up(&self, standing: &Standing, committee: usize) -> Vec<usize> {
        let (first, second) = self.town.units.split_at(3);
        let units = [first, second][committee].iter();
        let whole = units.filter_map(|unit| standing.get(&(*unit, String::new())));
        whole.map(|(value, _)| *value).collect()
    }

    /// Writes at a committee.
    fn write_own(&mut self, one: &Write, written: &mut BTreeSet<Cell>) {
        let (Write::Own { committee } | Write::OwnGone { committee }) = one else { return };
        let cell = (self.town.committees[*committee], String::new());
        if matches!(one, Write::OwnGone { .. }) {
            self.standing.remove(&cell);
            written.remove(&cell);
            return;
        }
        if !self.standing.contains_key(&cell) {
            let made_up = self.made_up(&self.standing, *committee);
            self.replaced.push(made_up);
        }
        self.say(cell, 60, written);
    }

    fn say(&mut self, cell: Cell, count: u32, written: &mut BTreeSet<Cell>) {
        if self.measure.is_few(count) {
            // A whole says no more than what its groups say together.
            if self.groups.is_empty() || !cell.1.is_empty() {
                self.small.insert(self.said.len());
            }
            let fewest = self.fewest.entry(cell.clone()).or_insert(count);
            *fewest = count.min(*fewest);
        }
        self.standing.insert(cell.clone(), (self.said.len(), count));
        self.stood.entry(cell.clone()).or_default().push((self.said.len(), count));
        self.said.push(cell.0);
        written.insert(cell);
    }

    /// Writes what the groups of a unit make up.
    fn write_whole(&mut self, unit: OrgUnitId, written: &mut BTreeSet<Cell>) {
        let whole = (unit, String::new());
        let groups = self.standing.iter();
        let groups = groups.filter(|((of, group), _)| *of == unit && !group.is_empty());
        let parts: Vec<u32> = groups.map(|(_, (_, count))| *count).collect();
        if parts.is_empty() {
            self.standing.remove(&whole);
            written.remove(&whole);
        } else {
            self.say(whole, parts.iter().sum(), written);
        }
    }

    /// Writes a day, and lets the reader look at everything.
    fn write(&mut self, day: &[Write]) {
        let (mut written, mut again) = (BTreeSet::new(), BTreeSet::new());
        for one in day {
            self.write_own(one, &mut written);
            let (Write::Value { unit, group, .. }
            | Write::Again { unit, group, .. }
            | Write::Gone { unit, group }) = one
            else {
                continue;
            };
            let unit = self.town.units[*unit];
            let group = self.groups.get(*group % self.groups.len().max(1)).cloned();
            let cell = (unit, group.clone().unwrap_or_default());
            match one {
                Write::Value { count, .. } => {
                    again.remove(&cell);
                    self.say(cell, *count, &mut written);
                }
                Write::Again { back, .. } => {
                    let stood = self.stood.get(&cell).map(Vec::as_slice).unwrap_or_default();
                    let Some(value) = stood.iter().rev().nth(*back) else { continue };
                    if self.standing.insert(cell.clone(), *value) != Some(*value) {
                        written.insert(cell.clone());
                        // What was about too few then was not shown then.
                        if self.measure.is_few(value.1) {
                            again.remove(&cell);
                        } else {
                            again.insert(cell);
                        }
                    }
                }
                _ => {
                    self.standing.remove(&cell);
                    written.remove(&cell);
                    again.remove(&cell);
                }
            }
            // Whoever writes a group writes the whole with it.
            if group.is_some() {
                self.write_whole(unit, &mut written);
            }
        }
        let values = self.known(&self.standing);
        let (organisation, measure) = (&self.town.organisation, &self.measure);
        let numbers = self.standing.iter();
        let numbers = numbers.map(|(cell, (value, _))| (cell.clone(), value.to_string())).collect();
        let nobody = self.standing.iter().filter(|(_, (_, count))| *count == 0);
        let nobody = nobody.map(|(cell, _)| cell.clone()).collect();
        let now = Written { numbers: &numbers, anew: &written, again: &again, nobody: &nobody };
        let before = (&self.withheld, &self.kept);
        (self.withheld, self.kept) = withhold(organisation, measure, values.clone(), before, now);
        let hidden = few(organisation, measure, values, (&self.withheld, true));
        let decided: BTreeSet<Cell> = self.withheld.keys().cloned().collect();
        assert!(hidden.is_subset(&decided), "reading hides more: {hidden:?} {decided:?}");
        let standing = self.standing.clone();
        self.look(&standing, &hidden);
        self.days.push(standing);
    }

    /// What is known of how many values are about, with what is gone or yet to come.
    fn known(&self, standing: &Standing) -> Vec<Counted> {
        let mut all: Vec<Counted> = Vec::new();
        for ((org_unit, breakdown), (_, count)) in standing {
            let fewest = self.fewest.get(&(*org_unit, breakdown.clone()));
            let ever = fewest.into_iter().chain([count]).filter(|count| **count > 0);
            let count = ever.min().unwrap_or(count);
            let breakdown = breakdown.clone();
            all.push(Counted {
                org_unit: *org_unit,
                breakdown,
                count: Some(*count),
                has_gone: false,
            });
        }
        let gone = self.fewest.iter().filter(|(cell, _)| !standing.contains_key(*cell));
        all.extend(gone.map(|((org_unit, breakdown), fewest)| Counted {
            org_unit: *org_unit,
            breakdown: breakdown.clone(),
            count: Some(*fewest),
            has_gone: true,
        }));
        all
    }

    fn look(&mut self, standing: &Standing, hidden: &BTreeSet<Cell>) {
        let shown = |cell: &Cell| !hidden.contains(cell);
        for (cell, (value, count)) in standing {
            // What a value about nobody is, anybody can tell.
            if shown(cell) || *count == 0 {
                self.reader.learns(std::iter::once(*value), None);
            }
        }
        let of = |committee: usize| {
            let own = standing.get(&(self.town.committees[committee], String::new()));
            own.map_or_else(|| self.made_up(standing, committee), |(value, _)| vec![*value])
        };
        let sums = [
            (self.town.committees[0], of(0)),
            (self.town.committees[1], of(1)),
            (self.town.council, [of(0), of(1)].concat()),
        ];
        for (org_unit, values) in sums {
            if shown(&(org_unit, String::new())) {
                self.reader.learns(values.into_iter(), None);
            }
        }
        // A sum that was replaced is told where nothing of the period has ever been about too few.
        if self.fewest.is_empty() {
            for made_up in &self.replaced {
                self.reader.learns(made_up.iter().copied(), None);
            }
        }
        // That the groups make up the whole is known to everybody.
        for unit in self.town.units {
            let groups =
                standing.iter().filter(|((of, group), _)| *of == unit && !group.is_empty());
            let groups: Vec<usize> = groups.map(|(_, (value, _))| *value).collect();
            if let (Some((whole, _)), false) =
                (standing.get(&(unit, String::new())), groups.is_empty())
            {
                self.reader.learns(groups.into_iter(), Some(*whole));
            }
        }
    }

    /// The small values of others that those can compute who report for an org unit, each by itself.
    fn given_to_insiders(&self) -> Vec<usize> {
        let mut given = Vec::new();
        let Town { organisation, units, committees, .. } = &self.town;
        for top in units.iter().chain(committees) {
            let sees = |value: &usize| organisation.is_within(self.said[*value], *top);
            let known: Vec<usize> = (0..self.said.len()).filter(sees).collect();
            let computed = self.reader.computes_with(&known);
            given.extend(computed.intersection(&self.small).filter(|value| !sees(value)));
        }
        given
    }

    /// The small values that the reader has been able to compute, after looking at every earlier day too,
    /// and those of others that somebody who reports can.
    fn given_away(mut self) -> Vec<usize> {
        for day in std::mem::take(&mut self.days) {
            let values = self.known(&day);
            let hidden =
                few(&self.town.organisation, &self.measure, values, (&self.withheld, false));
            self.look(&day, &hidden);
        }
        let computed = self.reader.computes();
        let of_readers = computed.intersection(&self.small).copied();
        of_readers.chain(self.given_to_insiders()).collect()
    }
}

fn a_write() -> impl Strategy<Value = Write> {
    let count = prop_oneof![4 => 1_u32..5, 4 => 5_u32..60, 1 => Just(0_u32)];
    let value = (0_usize..5, 0_usize..3, count);
    prop_oneof![
        6 => value.prop_map(|(unit, group, count)| Write::Value { unit, group, count }),
        2 => (0_usize..5, 0_usize..3, 0_usize..3)
            .prop_map(|(unit, group, back)| Write::Again { unit, group, back }),
        1 => (0_usize..5, 0_usize..3).prop_map(|(unit, group)| Write::Gone { unit, group }),
        1 => (0_usize..2).prop_map(|committee| Write::Own { committee }),
        1 => (0_usize..2).prop_map(|committee| Write::OwnGone { committee }),
    ]
}

fn a_story() -> impl Strategy<Value = Vec<Vec<Write>>> {
    proptest::collection::vec(proptest::collection::vec(a_write(), 1..4), 1..9)
}

fn told(groups: &[&str], days: &[Vec<Write>]) -> Vec<usize> {
    let mut story = Story::of(groups);
    for day in days {
        story.write(day);
    }
    story.given_away()
}

fn says(unit: usize, count: u32) -> Write {
    Write::Value { unit, group: 0, count }
}

#[test]
fn who_comes_late_does_not_free_what_stands_beside_a_small_value() {
    let days = [vec![says(0, 3), says(1, 400)], vec![says(2, 300)]];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
    let mut story = Story::of(&[]);
    for day in &days {
        story.write(day);
    }
    let hidden = |unit: usize| {
        let cell = (story.town.units[unit], String::new());
        story.withheld.contains_key(&cell)
    };
    // Who reports for the second unit must not have the first by taking its own from the sum.
    assert_eq!([0, 1, 2].map(hidden), [true, true, true]);
    assert!(!story.withheld.contains_key(&(story.town.committees[0], String::new())));
}

#[test]
fn what_everybody_has_seen_is_no_cover_for_a_small_value_that_comes_last() {
    let days = [vec![says(0, 300), says(1, 400)], vec![says(2, 3)]];
    let mut story = Story::of(&[]);
    for day in &days {
        story.write(day);
    }
    let committee = (story.town.committees[0], String::new());
    assert!(
        story.withheld.contains_key(&committee),
        "the sum of now less that of then is the value"
    );
    // Something new comes in. It covers the value from all but those who said it.
    story.write(&[says(0, 310)]);
    assert!(story.withheld.contains_key(&committee), "{:?}", story.withheld);
    story.write(&[says(1, 410)]);
    assert!(!story.withheld.contains_key(&committee), "{:?}", story.withheld);
    assert_eq!(story.given_away(), Vec::<usize>::new());
}

#[test]
fn a_group_that_comes_late_does_not_free_the_other() {
    let group = |group, count| Write::Value { unit: 0, group, count };
    let days = [vec![group(0, 3), group(1, 400)], vec![group(2, 300)]];
    assert_eq!(told(&["inrikes", "utrikes", "okänd"], &days), Vec::<usize>::new());
}

#[test]
fn a_value_that_comes_back_is_no_cover_for_those_who_remember_it() {
    let again = |unit| Write::Again { unit, group: 0, back: 1 };
    let days = [
        vec![says(0, 300), says(1, 400)],
        vec![says(0, 4), says(1, 4)],
        vec![again(0), again(1)],
        vec![says(2, 3)],
    ];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
}

#[test]
fn a_small_value_that_becomes_one_about_nobody_is_not_had_from_the_sums_before_and_after() {
    let days = [vec![says(0, 3), says(1, 300), says(2, 40)], vec![says(0, 0)]];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
    let days = [vec![says(0, 0), says(1, 300)], vec![says(0, 3)], vec![says(2, 40)]];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
}

#[test]
fn what_stood_beside_a_small_value_and_is_gone_takes_the_sum_with_it() {
    let days =
        [vec![says(0, 3), says(1, 400), says(2, 300)], vec![Write::Gone { unit: 2, group: 0 }]];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
}

#[test]
fn an_own_value_that_was_said_before_a_small_one_came_under_it_gives_nothing_away_when_it_goes() {
    let own = |committee| Write::Own { committee };
    let gone = |committee| Write::OwnGone { committee };
    let days = [vec![own(0)], vec![says(3, 5), says(0, 1)], vec![gone(0)]];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
    let days = [
        vec![says(3, 1), own(1)],
        vec![says(4, 4)],
        vec![Write::Gone { unit: 4, group: 0 }],
        vec![says(0, 5)],
        vec![gone(1)],
    ];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
}

#[test]
fn an_own_value_that_a_small_one_stood_beside_is_not_shown_when_the_small_one_is_another() {
    let days = [
        vec![says(2, 1)],
        vec![Write::Own { committee: 1 }],
        vec![says(3, 1)],
        vec![says(0, 5)],
        vec![says(4, 4)],
        vec![says(0, 5), says(2, 1)],
    ];
    assert_eq!(told(&[], &days), Vec::<usize>::new());
    // Nor on a day when it stood, after it is gone.
    let group = |unit, group, count| Write::Value { unit, group, count };
    let days = [
        vec![group(0, 0, 1), Write::Own { committee: 1 }],
        vec![group(1, 0, 4), Write::OwnGone { committee: 1 }],
        vec![group(4, 0, 5), group(4, 1, 1)],
    ];
    assert_eq!(told(&["inrikes", "utrikes", "okänd"], &days), Vec::<usize>::new());
}

#[test]
fn a_sum_that_an_own_value_replaced_may_be_told_until_a_small_value_comes() {
    let days = [
        vec![says(0, 300), says(1, 400)],
        vec![Write::Own { committee: 0 }],
        vec![says(2, 3)],
        vec![Write::OwnGone { committee: 0 }],
    ];
    let mut story = Story::of(&[]);
    story.write(&days[0]);
    story.write(&days[1]);
    assert_eq!(story.replaced.len(), 1, "the sum is told");
    story.write(&days[2]);
    story.write(&days[3]);
    let committee = (story.town.committees[0], String::new());
    assert!(story.withheld.contains_key(&committee), "the sum of now less that of then");
    assert_eq!(story.given_away(), Vec::<usize>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nobody_computes_a_small_value_of_a_unit(days in a_story()) {
        prop_assert_eq!(told(&[], &days), Vec::<usize>::new());
    }

    #[test]
    fn nobody_computes_a_small_value_of_a_group(days in a_story()) {
        prop_assert_eq!(told(&["inrikes", "utrikes", "okänd"], &days), Vec::<usize>::new());
    }
}

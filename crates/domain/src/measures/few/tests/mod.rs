mod over_time;

use std::sync::Arc;

use super::*;
use crate::measures::Aggregation;
use crate::measures::tests::sick_leave;
use crate::organisation::tests::small;
use crate::organisation::{OrgUnit, Organisation};

fn few(organisation: &Organisation, measure: &Measure, values: Vec<Counted>) -> BTreeSet<Cell> {
    super::few(organisation, measure, values, (&Withheld::new(), true))
}

fn value(org_unit: OrgUnitId, group: &str, count: u32) -> Counted {
    Counted { org_unit, breakdown: group.to_owned(), count: Some(count), has_gone: false }
}

fn all(org_unit: OrgUnitId) -> Cell {
    (org_unit, String::new())
}

#[test]
fn what_is_put_together_of_one_small_org_unit_is_hidden_all_the_way_up() {
    let (organisation, [council, committee, school]) = small();
    let found = few(&organisation, &sick_leave(), vec![value(school, "", 3)]);
    assert_eq!(found, BTreeSet::from([all(council), all(committee), all(school)]));
}

const APART: [Aggregation; 2] = [Aggregation::None, Aggregation::Latest];

fn apart(over_organisation: Aggregation) -> Measure {
    Measure { over_organisation, ..sick_leave() }
}

/// Two schools of a committee; those given have been merged into the other.
fn with_merged(merged: &[OrgUnitId]) -> (Organisation, OrgUnitId) {
    let (small, [_, committee, school]) = small();
    let mut units: Vec<_> = small.all().map(|unit| OrgUnit::clone(unit)).collect();
    let heir = OrgUnitId::from([4; 16]);
    let like = small.get(school).unwrap();
    let new = |id, parent| OrgUnit { id, parent, ..OrgUnit::clone(like) };
    units.push(new(heir, Some(committee)));
    for id in merged.iter().filter(|id| small.get(**id).is_none()) {
        units.push(new(*id, Some(committee)));
    }
    for unit in units.iter_mut().filter(|unit| merged.contains(&unit.id)) {
        unit.succeeded_by = Some(heir);
    }
    (Organisation::new(units.into_iter().map(Arc::new)), heir)
}

#[test]
fn what_is_not_put_together_takes_no_other_org_unit_with_it() {
    let (organisation, other) = with_merged(&[]);
    let (_, [council, committee, school]) = small();
    for measure in APART.map(apart) {
        let values = vec![value(school, "", 3), value(other, "", 41)];
        let found = few(&organisation, &measure, values);
        assert!(!found.contains(&all(other)), "{found:?}");
        assert!(found.contains(&all(school)), "{found:?}");
        assert_eq!(few(&organisation, &measure, vec![value(school, "", 5)]), BTreeSet::new());
        let above = vec![value(school, "", 3), value(committee, "", 60)];
        let found = few(&organisation, &measure, above);
        assert_eq!(found, BTreeSet::from([all(school)]), "the committee speaks for itself");
        let alone = few(&organisation, &measure, vec![value(school, "", 3)]);
        let silent = [all(council), all(committee), all(school)];
        assert_eq!(alone, BTreeSet::from(silent), "a formula would tell it there");
    }
}

#[test]
fn what_one_alone_said_is_hidden_where_it_is_carried_on() {
    let (_, [_, _, school]) = small();
    let (organisation, heir) = with_merged(&[school]);
    for measure in APART.map(apart).into_iter().chain([sick_leave()]) {
        let found = few(&organisation, &measure, vec![value(school, "", 3)]);
        assert!(found.contains(&all(heir)), "{:?}: {found:?}", measure.over_organisation);
        let own = vec![value(school, "", 3), value(heir, "", 60)];
        let found = few(&organisation, &measure, own);
        let is_sum = measure.over_organisation.across().is_some();
        assert_eq!(found.contains(&all(heir)), is_sum, "{:?}", measure.over_organisation);
    }
}

#[test]
fn what_two_said_is_carried_on_together_or_not_at_all() {
    let (_, [_, _, school]) = small();
    let other = OrgUnitId::from([5; 16]);
    let (organisation, heir) = with_merged(&[school, other]);
    let values = || vec![value(school, "", 2), value(other, "", 60)];
    let whole = Measure { least_count: 5, ..sick_leave() };
    let found = few(&organisation, &whole, values());
    assert!(found.contains(&all(school)) && found.contains(&all(other)), "{found:?}");
    for measure in APART.map(apart) {
        let found = few(&organisation, &measure, values());
        assert!(!found.contains(&all(heir)) && !found.contains(&all(other)), "{found:?}");
    }
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

#[test]
fn the_sums_that_held_a_small_value_that_is_gone_are_not_told() {
    let (organisation, other) = with_merged(&[]);
    let (_, [council, committee, school]) = small();
    let gone = Counted { has_gone: true, ..value(school, "", 3) };
    let values = vec![gone.clone(), value(other, "", 41)];
    let found = few(&organisation, &sick_leave(), values);
    for (place, name) in [(school, "itself"), (committee, "the sum"), (council, "the sum above")] {
        assert!(found.contains(&all(place)), "{name}: {found:?}");
    }
    // What the committee says itself was never put together.
    let values = vec![gone, value(other, "", 41), value(committee, "", 90)];
    let found = few(&organisation, &sick_leave(), values);
    assert!(!found.contains(&all(committee)), "{found:?}");
    let enough = Counted { has_gone: true, ..value(school, "", 30) };
    let values = vec![enough, value(other, "", 41), value(committee, "", 90)];
    assert_eq!(few(&organisation, &sick_leave(), values), BTreeSet::new());
}

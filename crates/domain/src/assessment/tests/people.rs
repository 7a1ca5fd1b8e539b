//! Who may judge, at which stages, and when a reason is needed.

use super::super::{is_reason_needed, may_judge, stages_of};
use super::rule;
use crate::access::{AccessRole, Grant, Person};
use crate::fulfilment::{Fulfilment, Stage};
use crate::ids::{GrantId, OrgUnitId, PersonId};
use crate::organisation::tests::small;
use crate::steering::RuleMethod;

fn person(role: AccessRole, org_unit: OrgUnitId) -> Person {
    Person {
        id: PersonId::from([1; 16]),
        name: "Lena".to_owned(),
        title: String::new(),
        grants: vec![Grant { id: GrantId::from([9; 16]), role, org_unit }],
    }
}

#[test]
fn each_stage_has_its_own_people() {
    let (organisation, [council, committee, school]) = small();
    let stages = |role, at| {
        let person = person(role, at);
        [Stage::Own, Stage::Central, Stage::Political]
            .map(|stage| may_judge(&person, stage, (school, None), &organisation, false))
    };
    assert_eq!(stages(AccessRole::Manager, school), [true, false, false]);
    assert_eq!(stages(AccessRole::Manager, committee), [true, true, false]);
    assert_eq!(stages(AccessRole::Controller, council), [false, true, true]);
    assert_eq!(stages(AccessRole::Administrator, council), [false, false, true]);
    for role in [AccessRole::Staff, AccessRole::Elected, AccessRole::Auditor, AccessRole::Reader] {
        assert_eq!(stages(role, council), [false; 3], "{role:?}");
    }
    assert_eq!(stages(AccessRole::Provider, school), [true, false, false]);
    assert!(!stages(AccessRole::Provider, committee)[1]);
}

#[test]
fn who_answers_for_a_goal_judges_it_also_when_a_body_above_owns_it() {
    let (organisation, [council, _, school]) = small();
    let manager = person(AccessRole::Manager, school);
    let own =
        |responsible| may_judge(&manager, Stage::Own, (council, responsible), &organisation, true);
    assert!(own(Some(manager.id)));
    assert!(!own(None) && !own(Some(PersonId::from([2; 16]))));
    let reader = person(AccessRole::Reader, school);
    assert!(!may_judge(&reader, Stage::Own, (council, Some(reader.id)), &organisation, false));
}

#[test]
fn a_head_above_judges_in_the_units_place_only_where_nobody_there_can() {
    let (organisation, [_, committee, school]) = small();
    let own = |at, has_judges| {
        let person = person(AccessRole::Manager, at);
        may_judge(&person, Stage::Own, (school, None), &organisation, has_judges)
    };
    assert!(own(school, true) && own(school, false));
    assert!(own(committee, false) && !own(committee, true));
}

#[test]
fn the_stages_are_those_of_the_model_in_its_words() {
    let all = [Stage::Own, Stage::Central, Stage::Political];
    let stages = |named: &[&str]| {
        let mut rule = rule(RuleMethod::Manual, None);
        rule.stages = named.iter().map(|name| (*name).to_owned()).collect();
        stages_of(Some(&rule))
            .into_iter()
            .map(|(stage, name)| (stage, name.map(str::to_owned)))
            .collect::<Vec<_>>()
    };
    assert_eq!(stages_of(None).iter().map(|(stage, _)| *stage).collect::<Vec<_>>(), all);
    assert_eq!(stages(&[]).len(), 3);
    // uppsala-2024: the committee's own is kept beside the central office's.
    let two = stages(&["nämnden", "kommunledningskontoret"]);
    assert_eq!(two[1], (Stage::Central, Some("kommunledningskontoret".to_owned())));
    assert_eq!(two.len(), 2);
    assert_eq!(stages(&["a", "b", "c", "d"]).len(), 3);
}

#[test]
fn a_reason_is_needed_when_the_model_says_so_or_the_judgement_is_another() {
    use Fulfilment::{Achieved, Partly};
    let mut manual = rule(RuleMethod::Manual, None);
    assert!(!is_reason_needed(Some(&manual), None, Achieved));
    assert!(!is_reason_needed(Some(&manual), Some(Achieved), Achieved));
    assert!(is_reason_needed(Some(&manual), Some(Achieved), Partly));
    assert!(is_reason_needed(None, Some(Achieved), Fulfilment::CannotTell));
    manual.params.motivation_required = Some(true);
    assert!(is_reason_needed(Some(&manual), None, Achieved));
}

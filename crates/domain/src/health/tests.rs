//! Each rule found and not found on a small municipality with Österåker's model.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::elements::{Delta, Element, ElementState, Link};
use crate::ids::{ExemptionId, LinkId};
use crate::measures::{Aggregation, Direction, Measure, Target, TellsInhabitants};
use crate::organisation::{OrgLevelKind, OrgUnit, Organisation};
use crate::periods::Frequency;
use crate::steering::{LinkKind, Role, TargetKind, Verdict, check as read_model};

const TODAY: Date = Date::constant(2026, 8, 25);
const COUNCIL: u8 = 1;
const COMMITTEE: u8 = 2;
const SCHOOL: u8 = 3;

fn org(number: u8) -> OrgUnitId {
    OrgUnitId::from([number; 16])
}

fn id(number: u8) -> ElementId {
    ElementId::from([number; 16])
}

fn org_unit(number: u8, parent: Option<u8>, level: &str, kind: OrgLevelKind) -> Arc<OrgUnit> {
    Arc::new(OrgUnit {
        id: org(number),
        level: level.to_owned(),
        kind,
        parent: parent.map(org),
        name: number.to_string(),
        valid_from: Date::constant(2020, 1, 1),
        valid_to: None,
        succeeded_by: None,
        version: 1,
    })
}

fn element(number: u8, type_id: &str, role: Role, owner: u8) -> Element {
    Element {
        id: id(number),
        element_type: TypeId::new(type_id),
        role,
        owner: org(owner),
        number: String::new(),
        title: format!("Sak {number}"),
        text: String::new(),
        responsible: Some(PersonId::from([1; 16])),
        starts_on: None,
        ends_on: Some(Date::constant(2026, 12, 31)),
        state: ElementState::Adopted,
        decision: None,
        version: 1,
    }
}

fn measure(number: u8) -> Measure {
    Measure {
        id: id(number),
        class: String::new(),
        measure_unit: "procent".to_owned(),
        decimals: 1,
        direction: Direction::Higher,
        method: "Enkät".to_owned(),
        source: "Skolverket".to_owned(),
        frequency: Frequency::Month,
        over_organisation: Aggregation::Mean,
        over_time: Aggregation::Mean,
        counts_in_assessment: true,
        controllable: true,
        is_percentage: true,
        formula: None,
        breakdowns: Vec::new(),
        least_count: crate::measures::LEAST_COUNT,
        lag_days: None,
        tells_inhabitants: Some(TellsInhabitants::Yes),
        tells_reason: String::new(),
        established: String::new(),
        established_link: String::new(),
        share_of: None,
    }
}

fn target(number: u8, kind: TargetKind, org_unit: Option<u8>) -> Target {
    Target {
        measure: id(number),
        org_unit: org_unit.map(org),
        period: Period::year_of(2026),
        kind,
        low: Some(90.into()),
        high: None,
        version: 1,
    }
}

fn links(child: u8, parents: &[(u8, LinkKind)]) -> Delta {
    let link = |(parent, kind): &(u8, LinkKind)| {
        let mut bytes = [child; 16];
        bytes[0] = *parent;
        Link { id: LinkId::from(bytes), child: id(child), parent: id(*parent), kind: *kind }
    };
    Delta::LinksOf(id(child), parents.iter().map(link).collect())
}

/// A whole thread: vision 1, council goal 2, committee goal 3, unit goal 4, activity 5, and
/// measures 6 of the committee's goal and 7 of the unit's.
fn whole() -> Structure {
    let preset = include_bytes!("../../../../presets/osteraker-2018.yaml");
    let (Verdict::Ok(model) | Verdict::OkWithOpen(model, _)) = read_model(preset) else {
        panic!("the preset is a model");
    };
    let organisation = Organisation::new([
        org_unit(COUNCIL, None, "kf", OrgLevelKind::Council),
        org_unit(COMMITTEE, Some(COUNCIL), "namnd", OrgLevelKind::Committee),
        org_unit(SCHOOL, Some(COMMITTEE), "enhet", OrgLevelKind::Unit),
    ]);
    let mut structure = Structure::new(Arc::new(*model), Arc::new(organisation));
    for one in [
        element(1, "vision", Role::Direction, COUNCIL),
        element(2, "inriktningsmal", Role::Goal, COUNCIL),
        element(3, "resultatmal", Role::Goal, COMMITTEE),
        element(4, "enhetsmal", Role::Goal, SCHOOL),
        element(5, "aktivitet", Role::Activity, SCHOOL),
        element(6, "indikator", Role::Measure, COMMITTEE),
        element(7, "indikator", Role::Measure, SCHOOL),
    ] {
        structure.apply(Delta::Element(Arc::new(one)));
    }
    for number in [6, 7] {
        structure.apply(Delta::Measure(Arc::new(measure(number))));
        let targets = vec![target(number, TargetKind::AtLeast, None)];
        structure.apply(Delta::TargetsOf(id(number), targets));
    }
    structure.apply(links(2, &[(1, LinkKind::Contributes)]));
    structure.apply(links(3, &[(2, LinkKind::Contributes)]));
    structure.apply(links(4, &[(3, LinkKind::Contributes)]));
    structure.apply(links(5, &[(4, LinkKind::Executes)]));
    structure.apply(links(6, &[(3, LinkKind::Measures)]));
    structure.apply(links(7, &[(4, LinkKind::Measures)]));
    structure
}

fn facts() -> Facts {
    let heard = BTreeMap::from([(PersonId::from([1; 16]), TODAY)]);
    Facts { last_active: heard, ..Facts::default() }
}

fn change(structure: &mut Structure, number: u8, change: impl FnOnce(&mut Element)) {
    let mut one = Element::clone(structure.element(id(number)).unwrap());
    change(&mut one);
    structure.apply(Delta::Element(Arc::new(one)));
}

/// What is found beside what the model itself leaves open.
fn rules(structure: &Structure, facts: &Facts) -> Vec<(Rule, Subject)> {
    check(structure, facts, TODAY)
        .into_iter()
        .filter(|fault| fault.rule != Rule::OpenDecision)
        .map(|fault| (fault.rule, fault.subject))
        .collect()
}

fn one(rule: Rule, number: u8) -> Vec<(Rule, Subject)> {
    vec![(rule, Subject::Element(id(number)))]
}

#[test]
fn a_whole_thread_has_no_faults() {
    assert_eq!(rules(&whole(), &facts()), []);
}

#[test]
fn rules_have_numbers_and_words_of_their_own() {
    let codes: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    let keys: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.key()).collect();
    assert_eq!((codes.len(), keys.len()), (Rule::ALL.len(), Rule::ALL.len()));
    for rule in Rule::ALL {
        assert_eq!(Rule::from_code(rule.code()), Some(*rule));
        assert_eq!(Rule::from_code(rule.key()), Some(*rule));
    }
}

#[test]
fn a_goal_that_hangs_on_nothing_is_loose_and_leaves_its_parent_unanswered() {
    let mut structure = whole();
    structure.apply(links(3, &[]));
    let found = rules(&structure, &facts());
    assert!(found.contains(&(Rule::Loose, Subject::Element(id(3)))), "{found:?}");
    assert!(found.contains(&(Rule::Unanswered, Subject::Share(org(COMMITTEE), id(2)))));
    assert!(found.contains(&(Rule::NoEffect, Subject::Element(id(2)))));
}

#[test]
fn no_commitment_with_a_reason_is_an_answer() {
    let mut structure = whole();
    structure.apply(Delta::Element(Arc::new(element(8, "inriktningsmal", Role::Goal, COUNCIL))));
    structure.apply(links(8, &[(1, LinkKind::Contributes)]));
    let share = Subject::Share(org(COMMITTEE), id(8));
    assert!(rules(&structure, &facts()).contains(&(Rule::Unanswered, share.clone())));
    let mut facts = facts();
    facts.exemptions.push(Exemption {
        id: ExemptionId::from([1; 16]),
        org_unit: org(COMMITTEE),
        element: id(8),
        reason: "Vi har ingen sådan verksamhet.".to_owned(),
        state: ElementState::Adopted,
        decision: None,
        version: 1,
    });
    assert!(!rules(&structure, &facts).contains(&(Rule::Unanswered, share)));
}

#[test]
fn a_goal_that_must_be_measured_is_not_measured_by_a_goal_below() {
    let mut structure = whole();
    structure.apply(links(6, &[]));
    let found = rules(&structure, &facts());
    assert!(found.contains(&(Rule::Unmeasured, Subject::Element(id(3)))), "{found:?}");
    assert!(found.contains(&(Rule::Uncited, Subject::Element(id(6)))));
}

#[test]
fn a_measure_says_target_method_source_and_who() {
    let mut structure = whole();
    structure.apply(Delta::TargetsOf(id(6), Vec::new()));
    assert_eq!(rules(&structure, &facts()), one(Rule::Aimless, 6));
    let mut structure = whole();
    let bare = Measure { method: " ".to_owned(), source: String::new(), ..measure(6) };
    structure.apply(Delta::Measure(Arc::new(bare)));
    change(&mut structure, 6, |element| element.responsible = None);
    let expected = [Rule::NoMethod, Rule::NoSource, Rule::NoResponsible];
    let expected = expected.map(|rule| (rule, Subject::Element(id(6))));
    assert_eq!(rules(&structure, &facts()), expected);
}

#[test]
fn a_measure_of_the_results_of_a_decided_goal_answers_the_control_question() {
    let found = |class: &str, answer, reason: &str, state| {
        let mut structure = whole();
        let (class, tells_reason) = (class.to_owned(), reason.to_owned());
        let tells_inhabitants = answer;
        let asked = Measure { class, tells_inhabitants, tells_reason, ..measure(6) };
        structure.apply(Delta::Measure(Arc::new(asked)));
        change(&mut structure, 3, |goal| goal.state = state);
        let all = rules(&structure, &facts());
        all.contains(&(Rule::Voiceless, Subject::Element(id(6))))
    };
    let (adopted, draft) = (ElementState::Adopted, ElementState::Draft);
    let no = Some(TellsInhabitants::No);
    assert!(found("resultatmått", None, "", adopted));
    assert!(found("resultatmått", no, "", adopted));
    assert!(found("", None, "", adopted), "without a class the measure itself counts");
    assert!(!found("resultatmått", no, "Lagen kräver det", adopted));
    assert!(!found("resultatmått", Some(TellsInhabitants::Partly), "", adopted));
    assert!(!found("resursmått", None, "", adopted) && !found("prestationsmått", no, "", adopted));
    assert!(!found("resultatmått", None, "", draft), "nothing is asked of what is not decided");
}

#[test]
fn targets_only_for_years_gone_by_are_outdated() {
    let mut structure = whole();
    let old = Target { period: Period::year_of(2025), ..target(6, TargetKind::AtLeast, None) };
    structure.apply(Delta::TargetsOf(id(6), vec![old]));
    assert_eq!(rules(&structure, &facts()), one(Rule::Outdated, 6));
}

#[test]
fn targets_that_pull_apart_are_found() {
    let mut structure = whole();
    let both =
        vec![target(6, TargetKind::AtLeast, None), target(6, TargetKind::AtMost, Some(SCHOOL))];
    structure.apply(Delta::TargetsOf(id(6), both));
    assert_eq!(rules(&structure, &facts()), one(Rule::Opposed, 6));
    let against = vec![target(6, TargetKind::AtMost, None)];
    structure.apply(Delta::TargetsOf(id(6), against));
    assert_eq!(rules(&structure, &facts()), one(Rule::Opposed, 6));
}

#[test]
fn work_needs_a_last_day_and_someone_and_is_late_when_the_day_has_passed() {
    let mut structure = whole();
    change(&mut structure, 5, |work| {
        work.ends_on = None;
        work.responsible = None;
    });
    let expected = [Rule::Undated, Rule::Unowned].map(|rule| (rule, Subject::Element(id(5))));
    assert_eq!(rules(&structure, &facts()), expected);
    let mut structure = whole();
    change(&mut structure, 5, |work| work.ends_on = Some(Date::constant(2026, 8, 24)));
    assert_eq!(rules(&structure, &facts()), one(Rule::Late, 5));
    let mut done = facts();
    done.progress.insert(id(5), Progress::Done);
    assert_eq!(rules(&structure, &done), []);
}

#[test]
fn a_value_is_late_only_when_the_days_of_grace_have_passed() {
    let structure = whole();
    let mut facts = facts();
    let month = |number| Period::new(2026, Frequency::Month, number).unwrap();
    // 25 August: June's grace ended on 30 July, July's ends on 30 August.
    facts.latest.insert((id(6), org(SCHOOL)), month(6));
    assert_eq!(rules(&structure, &facts), []);
    facts.latest.insert((id(6), org(SCHOOL)), month(5));
    let found = check(&structure, &facts, TODAY);
    let fault = found.iter().find(|fault| fault.rule == Rule::Overdue).unwrap();
    assert_eq!(fault.subject, Subject::Share(org(SCHOOL), id(6)));
    assert_eq!(fault.period, Some(month(6)));
}

#[test]
fn a_value_is_waited_for_as_long_as_has_been_agreed() {
    let day = |day| Date::constant(2026, 8, day);
    let measure = whole().measure(id(6)).unwrap().as_ref().clone();
    let due = |lag_days, today| {
        last_period_due(&Measure { lag_days, ..measure.clone() }, today).to_string()
    };
    assert_eq!(due(None, TODAY), "2026-06", "thirty days for a month");
    assert_eq!(due(Some(0), day(1)), "2026-07", "the day after its end");
    assert_eq!(
        (due(Some(10), day(10)), due(Some(10), day(11))),
        ("2026-06".to_owned(), "2026-07".to_owned())
    );
    assert_eq!(due(Some(90), TODAY), "2026-04");
}

#[test]
fn who_has_not_been_heard_of_for_two_periods_is_silent() {
    let structure = whole();
    let person = PersonId::from([1; 16]);
    let heard = |day| Facts { last_active: BTreeMap::from([(person, day)]), ..Facts::default() };
    assert_eq!(rules(&structure, &heard(Date::constant(2026, 5, 1))), []);
    let silent = vec![(Rule::Silent, Subject::Person(person))];
    assert_eq!(rules(&structure, &heard(Date::constant(2026, 4, 30))), silent);
    assert_eq!(rules(&structure, &Facts::default()), silent);
    let mut by_file = Facts::default();
    let july = Period::new(2026, Frequency::Month, 7).unwrap();
    by_file.latest.insert((id(6), org(COMMITTEE)), july);
    assert_eq!(rules(&structure, &by_file), [], "values came by another hand");
}

#[test]
fn the_same_words_are_found_whatever_the_punctuation() {
    let mut structure = whole();
    change(&mut structure, 4, |goal| goal.title = "sak  3!".to_owned());
    let found = rules(&structure, &facts());
    assert_eq!(found, one(Rule::SameWords, 4), "a goal that repeats the goal above it");
    let mut structure = whole();
    let twin = Element { title: "SAK 3".to_owned(), ..element(9, "resultatmal", Role::Goal, 2) };
    structure.apply(Delta::Element(Arc::new(twin)));
    structure.apply(links(9, &[(2, LinkKind::Contributes)]));
    let found = rules(&structure, &facts());
    assert!(found.contains(&(Rule::SameWords, Subject::Element(id(3)))), "{found:?}");
    assert!(found.contains(&(Rule::SameWords, Subject::Element(id(9)))));
}

#[test]
fn what_is_superseded_has_no_faults() {
    let mut structure = whole();
    let old =
        Element { state: ElementState::Superseded, ..element(9, "resultatmal", Role::Goal, 2) };
    structure.apply(Delta::Element(Arc::new(old)));
    assert_eq!(rules(&structure, &facts()), []);
}

#[test]
fn the_period_due_steps_back_from_today() {
    let due = |frequency, day: Date| {
        let measure = Measure { frequency, ..whole().measure(id(6)).unwrap().as_ref().clone() };
        last_period_due(&measure, day).to_string()
    };
    assert_eq!(due(Frequency::Month, TODAY), "2026-06");
    assert_eq!(due(Frequency::Month, Date::constant(2026, 8, 31)), "2026-07");
    assert_eq!(due(Frequency::Year, Date::constant(2026, 3, 31)), "2024");
    assert_eq!(due(Frequency::Year, Date::constant(2026, 4, 1)), "2025");
}

#[test]
fn a_goal_on_another_level_than_the_models_is_found_but_not_work_or_measures() {
    let mut structure = whole();
    change(&mut structure, 4, |element| element.owner = org(COMMITTEE));
    change(&mut structure, 5, |element| element.owner = org(COUNCIL));
    change(&mut structure, 6, |element| element.owner = org(SCHOOL));
    assert_eq!(rules(&structure, &facts()), one(Rule::WrongLevel, 4));
    let model = Arc::clone(&structure.model);
    let levels = |id: &str| {
        let element_type = model.element_type(&TypeId::new(id)).unwrap();
        structure.owner_levels(element_type).map(|all| all.into_iter().collect::<Vec<_>>())
    };
    // The executive board plans as a committee does; Produktionsstyrelsen has goals of its own.
    assert_eq!(levels("resultatmal"), Some(vec!["bolag", "ks", "namnd"]));
    assert_eq!(levels("enhetsmal"), Some(vec!["enhet", "utf"]));
    assert_eq!(levels("prodmal"), None, "nobody could own it here");
    assert_eq!(levels("aktivitet"), None);
}

#[test]
fn nothing_is_asked_of_a_measure_after_its_last_day() {
    let ended = |last: Option<Date>| {
        let mut structure = whole();
        let bare = Measure { method: String::new(), ..measure(6) };
        structure.apply(Delta::Measure(Arc::new(bare)));
        change(&mut structure, 6, |element| element.ends_on = last);
        let mut facts = facts();
        let latest = last_period_due(&measure(6), TODAY).previous().previous();
        facts.latest.insert((id(6), org(SCHOOL)), latest);
        let told = latest.last_day();
        (rules(&structure, &facts).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>(), told)
    };
    let (rules, told) = ended(None);
    assert!(rules.contains(&Rule::Overdue) && rules.contains(&Rule::NoMethod), "{rules:?}");
    assert_eq!(ended(Some(told)).0, []);
}

#[test]
fn nobody_is_silent_about_a_measure_that_has_had_its_last_day() {
    let told = last_period_due(&measure(6), TODAY).previous().previous().previous();
    for (last, silent) in [(None, true), (Some(told.last_day()), false)] {
        let mut structure = whole();
        for number in [6, 7] {
            change(&mut structure, number, |element| element.ends_on = last);
        }
        let found = rules(&structure, &Facts::default());
        assert_eq!(found.iter().any(|(rule, _)| *rule == Rule::Silent), silent, "{last:?}");
        let latest = [((id(6), org(SCHOOL)), told)].into();
        let (silences, lacking) =
            crate::oversight::silences(&structure, &latest, &[].into(), TODAY);
        let values = silences.iter().filter(|one| one.element == id(6)).count();
        assert_eq!((values, lacking[&id(6)].0), (usize::from(silent), usize::from(silent)));
    }
}

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::access::{AccessRole, Action, Grant, Person};
use crate::ids::{ElementId, GrantId, OrgUnitId, PersonId};
use crate::organisation::tests::small;
use crate::statistics::finding::{Finding, Question as Asked};

fn words(pairs: &[(&str, &str)]) -> StepContent {
    let words = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    StepContent { words: words.collect(), ..StepContent::default() }
}

fn step(kind: StepKind) -> MethodStep {
    MethodStep { title: "Steg".into(), title_en: "Step".into(), kind, questions: Vec::new() }
}

fn method(kinds: &[StepKind]) -> Method {
    let text = || "text".to_owned();
    Method {
        id: text(),
        version: text(),
        name: text(),
        name_en: text(),
        owner: text(),
        source: text(),
        question: text(),
        question_en: text(),
        steps: kinds.iter().map(|kind| step(*kind)).collect(),
    }
}

#[test]
fn a_method_needs_one_conclusion_and_no_more() {
    use StepKind as K;
    assert!(read_method(Ok(method(&[K::Review, K::Conclude, K::Act]))).is_ok());
    for kinds in [&[K::Review, K::Act][..], &[K::Conclude, K::Conclude][..]] {
        assert_eq!(read_method(Ok(method(kinds))), Err(MethodProblem::NoConclusion));
    }
    assert_eq!(read_method(Ok(method(&[]))), Err(MethodProblem::NotWhole));
    assert_eq!(read_method(Ok(method(&[K::Conclude; 13]))), Err(MethodProblem::NotWhole));
}

#[test]
fn a_quick_analysis_goes_through_influence_conclusion_and_actions() {
    use StepKind as K;
    let wheel = method(&[
        K::Review,
        K::Compare,
        K::Patterns,
        K::Reflect,
        K::Ask,
        K::Conclude,
        K::Act,
        K::CarryOut,
    ]);
    assert_eq!(wheel.numbers(true), [4, 6, 7]);
    assert_eq!(wheel.numbers(false), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(wheel.number_of(K::Conclude), Some(6));
    assert!(wheel.step(0).is_none() && wheel.step(9).is_none());
}

#[test]
fn what_two_wrote_in_different_fields_is_kept_and_in_the_same_field_is_told() {
    let before = words(&[("slutsats", "A"), ("lardom", "B")]);
    let theirs = words(&[("slutsats", "A2"), ("lardom", "B")]);
    let own = words(&[("slutsats", "A"), ("lardom", "B2")]);
    let (all, both) = merged(&before, &theirs, &own);
    assert_eq!((all.text("slutsats"), all.text("lardom")), ("A2", "B2"));
    assert!(both.is_empty());
    let own = words(&[("slutsats", "A3"), ("lardom", "B")]);
    let (all, both) = merged(&before, &theirs, &own);
    assert_eq!((all.text("slutsats"), both), ("A3", vec!["slutsats".to_owned()]));
}

#[test]
fn a_conclusion_is_short_and_says_how_sure_it_is_and_what_it_means_for_the_inhabitant() {
    use ConclusionProblem as P;
    assert_eq!(check_conclusion(" ", None, ""), [P::NoConclusion, P::NoCertainty, P::NoInhabitant]);
    let long = "å".repeat(301);
    assert_eq!(check_conclusion(&long, Some(Certainty::Likely), "x"), [P::TooLong(301)]);
    assert!(check_conclusion(&"å".repeat(300), Some(Certainty::Likely), "x").is_empty());
}

#[test]
fn figures_that_are_missing_hidden_few_or_unusable_stand_nowhere() {
    assert_eq!(standing(None, false), (Standing::Missing, Way::Unknown));
    let read = |values: &[Option<f64>]| Finding::read(&Asked::about(values)).ok();
    let few = read(&[Some(7.0), Some(8.0), Some(9.0)]);
    assert_eq!(standing(few.as_ref(), false), (Standing::Undecided, Way::Up));
    assert_eq!(standing(few.as_ref(), true), (Standing::Missing, Way::Unknown));
    let gone = read(&[Some(7.0), Some(8.0), None]);
    assert_eq!(standing(gone.as_ref(), false), (Standing::Missing, Way::Unknown));
    assert_eq!(standing(read(&[Some(f64::NAN)]).as_ref(), false).0, Standing::Missing);
}

#[test]
fn a_value_far_above_the_others_is_high_and_one_among_them_is_unchanged() {
    let usual = [6.4, 6.9, 6.6, 7.1, 6.8, 6.3, 6.7, 6.5, 6.9, 6.4, 6.6, 6.8];
    let with = |last: f64| {
        let all: Vec<Option<f64>> = usual.iter().copied().chain([last]).map(Some).collect();
        standing(Finding::read(&Asked::about(&all)).ok().as_ref(), false)
    };
    assert_eq!(with(9.0), (Standing::High, Way::Up));
    assert_eq!(with(4.0), (Standing::Low, Way::Down));
    assert_eq!(with(6.7), (Standing::Unchanged, Way::Down));
}

fn fact(nr: u8, met: Option<bool>, gap: i64) -> MeasureFact {
    MeasureFact {
        measure: ElementId::from([nr; 16]),
        title: format!("Mått {nr}"),
        period: "2026".into(),
        value: "8".into(),
        standing: Standing::High,
        way: Way::Up,
        sentence: String::new(),
        target: "minst 9".into(),
        met,
        gap: Some(Decimal::new(gap, 2)),
        groups: Vec::new(),
    }
}

#[test]
fn the_widest_gap_comes_first_and_what_has_changed_since_is_told() {
    let was = Facts {
        measures: vec![fact(1, Some(false), 10), fact(2, Some(false), 30), fact(3, None, 0)],
        ..Facts::default()
    };
    let short: Vec<&str> = was.short().iter().map(|one| one.title.as_str()).collect();
    assert_eq!(short, ["Mått 2", "Mått 1"]);
    let mut now = was.clone();
    now.measures[0].value = "9".into();
    now.measures.push(fact(4, None, 0));
    let changed: Vec<&str> = was.changed(&now).iter().map(|one| one.title.as_str()).collect();
    assert_eq!(changed, ["Mått 1", "Mått 4"]);
    assert!(was.changed(&was).is_empty());
}

#[test]
fn personal_numbers_and_names_are_warned_of_and_years_sums_and_places_are_not() {
    let numbers = ["850709-9805", "19850709-9805", "8507099805", "850769-9805"];
    for number in numbers {
        let text = format!("Vi talade om {number} i går");
        assert_eq!(personal_in(&text), [Personal::Number(number.to_owned())], "{text}");
    }
    let name = personal_in("Samtalet med Anna Svensson handlade om scheman.");
    assert_eq!(name, [Personal::Name("Anna Svensson".to_owned())]);
    for text in [
        "År 2026-08-25 kostade det 1 234 567 890 kronor.",
        "dnr KS 2026/0417, telefon 08-540 810 00",
        "Utbildningsnämnden beslutade. Sedan följde Agenda 2030.",
        "Sjukfrånvaron stiger.",
    ] {
        assert!(personal_in(text).is_empty(), "{text}: {:?}", personal_in(text));
    }
}

fn person(role: AccessRole, org_unit: OrgUnitId) -> Person {
    let grant = Grant { id: GrantId::from([9; 16]), role, org_unit };
    Person {
        id: PersonId::from([1; 16]),
        name: "Amira".to_owned(),
        title: String::new(),
        grants: vec![grant],
    }
}

#[test]
fn a_conversation_is_for_those_who_take_part_and_nobody_else_whatever_their_role() {
    let (organisation, [council, _, school]) = small();
    for role in AccessRole::ALL {
        for state in AnalysisState::ALL {
            for doing in [Doing::Read, Doing::Write, Doing::Lead] {
                let mut place = Place {
                    org_unit: school,
                    circle: Circle::Conversation,
                    state,
                    takes_part: false,
                };
                assert!(!may(&person(role, council), doing, &place, &organisation), "{role:?}");
                place.takes_part = true;
                assert!(may(&person(role, council), doing, &place, &organisation), "{role:?}");
            }
        }
    }
}

#[test]
fn who_only_reads_sees_what_is_concluded_and_writes_nothing() {
    use AnalysisState as S;
    let (organisation, [council, _, school]) = small();
    let place = |state, takes_part| Place {
        org_unit: school,
        circle: Circle::Organisation,
        state,
        takes_part,
    };
    for role in [AccessRole::Reader, AccessRole::Elected] {
        let reader = person(role, council);
        let may = |doing, state| may(&reader, doing, &place(state, false), &organisation);
        assert!(may(Doing::Read, S::Concluded) && !may(Doing::Read, S::Open));
        assert!(!may(Doing::Read, S::Thrown));
        assert!(!may(Doing::Write, S::Open) && !may(Doing::Lead, S::Concluded));
    }
    let invited = person(AccessRole::Reader, council);
    assert!(may(&invited, Doing::Write, &place(S::Open, true), &organisation));
    assert!(!may(&invited, Doing::Lead, &place(S::Open, true), &organisation));
    let auditor = person(AccessRole::Auditor, council);
    assert!(may(&auditor, Doing::Read, &place(S::Open, false), &organisation));
    assert!(!may(&auditor, Doing::Write, &place(S::Open, false), &organisation));
    let technician = person(AccessRole::Administrator, council);
    assert!(may(&technician, Doing::Read, &place(S::Open, false), &organisation));
    for doing in [Doing::Write, Doing::Lead] {
        assert!(!may(&technician, doing, &place(S::Open, false), &organisation), "{doing:?}");
    }
    let above = person(AccessRole::Manager, council);
    assert!(may(&above, Doing::Lead, &place(S::Open, false), &organisation));
    let elsewhere = person(AccessRole::Manager, OrgUnitId::from([77; 16]));
    assert!(!may(&elsewhere, Doing::Read, &place(S::Open, false), &organisation));
    assert!(elsewhere.may_somewhere(Action::Plan));
}

proptest! {
    #[test]
    fn any_text_is_looked_through(text in ".{0,200}") {
        prop_assert!(personal_in(&text).len() <= 5);
    }

    #[test]
    fn nothing_that_only_one_wrote_is_lost(
        was in "[a-c]{0,3}", theirs in "[a-c]{0,3}", own in "[a-c]{0,3}",
    ) {
        let content = |text: &str| words(&[("ord", text)]);
        let (all, both) = merged(&content(&was), &content(&theirs), &content(&own));
        let lost = all.text("ord") != theirs && theirs != was;
        prop_assert!(!lost || both == ["ord".to_owned()]);
    }

    #[test]
    fn no_series_of_fewer_than_six_values_stands_high_or_low(
        values in proptest::collection::vec(-1000.0..1000.0_f64, 1..6),
    ) {
        let all: Vec<Option<f64>> = values.into_iter().map(Some).collect();
        let found = Finding::read(&Asked::about(&all)).ok();
        let (stands, _) = standing(found.as_ref(), false);
        prop_assert!(!matches!(stands, Standing::High | Standing::Low));
    }
}

#[test]
fn only_what_can_no_longer_be_read_is_lost() {
    let was = words(&[("a", "Först"), ("b", "Borta"), ("c", "Samma")]);
    let next = words(&[("a", "Först och sedan"), ("b", "Annat"), ("c", "Samma"), ("d", "Nytt")]);
    assert_eq!(was.lost_in(&next), words(&[("b", "Borta")]));
    assert!(was.lost_in(&was).is_empty());
    assert_eq!(was.lost_in(&StepContent::default()), was);
}

proptest! {
    #[test]
    fn nothing_is_lost_of_what_is_put_together(
        one in prop::collection::btree_map("[ab]", "[a-c]{1,3}", 0..3),
        other in prop::collection::btree_map("[ab]", "[a-c]{1,3}", 0..3),
    ) {
        let of = |words| StepContent { words, ..StepContent::default() };
        let (one, other) = (of(one), of(other));
        let all = one.together(&other);
        prop_assert!(one.lost_in(&all).is_empty() && other.lost_in(&all).is_empty());
        prop_assert_eq!(all.together(&other), all.clone());
    }
}

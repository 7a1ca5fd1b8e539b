//! What holds for every rule and all inputs.

use proptest::prelude::*;

use super::super::{
    Answers, Differing, Extent, Grade, Input, Matrix, Silence, Weight, coverage_x_fulfilment,
    differing, from_measures, propose,
};
use super::{input, rule, scale};
use crate::fulfilment::{Fulfilment, Stage};
use crate::steering::{Aggregate, Assessment, RuleMethod, Scale, Symbol};

fn grade() -> impl Strategy<Value = Option<Grade>> {
    prop::sample::select(vec![
        None,
        Some(Grade::NotReached),
        Some(Grade::Partly),
        Some(Grade::Reached),
    ])
}

fn many() -> impl Strategy<Value = Vec<Input>> {
    let one = (grade(), any::<bool>(), 1_i64..=100).prop_map(|(grade, counts, weight)| Input {
        counts,
        weight: Weight::new(weight).expect("within bounds"),
        ..input(0, grade)
    });
    prop::collection::vec(one, 0..12)
}

fn three_levels() -> Scale {
    scale(&[("ja", Symbol::Achieved), ("delvis", Symbol::Partly), ("nej", Symbol::NotAchieved)])
}

/// Rules of every method that weighs together, with and without thresholds of their own.
fn rules() -> impl Strategy<Value = Assessment> {
    let methods = vec![
        RuleMethod::FromMeasures,
        RuleMethod::FromChildren,
        RuleMethod::FromCriteria,
        RuleMethod::Forecast,
    ];
    let aggregate = prop::option::of(prop::sample::select(Aggregate::ALL.to_vec()));
    let own = prop::option::of((0_u8..=100, 0_u8..=100));
    let least = prop::option::of(0_u8..=100);
    (prop::sample::select(methods), aggregate, own, least).prop_map(
        |(method, aggregate, own, least)| {
            let mut rule = rule(method, aggregate);
            rule.params.min_measured_share = least;
            if let Some((yes, partly)) = own {
                rule.params.thresholds = vec![("ja".into(), yes), ("delvis".into(), partly)];
            }
            rule
        },
    )
}

fn grade_of(rule: &Assessment, inputs: &[Input]) -> Option<Grade> {
    let found = propose(Some(rule), Some(&three_levels()), inputs, Answers::default());
    found.ok().and_then(|proposal| Grade::of(proposal.level))
}

fn better(grade: Grade) -> Grade {
    if grade == Grade::NotReached { Grade::Partly } else { Grade::Reached }
}

proptest! {
    #[test]
    fn what_goes_better_never_lowers_the_proposal(rule in rules(), inputs in many(), at in any::<prop::sample::Index>()) {
        prop_assume!(!inputs.is_empty());
        let before = grade_of(&rule, &inputs);
        let mut after = inputs;
        let at = at.index(after.len());
        after[at].grade = after[at].grade.map(better);
        prop_assert!(grade_of(&rule, &after) >= before);
    }

    #[test]
    fn the_order_of_the_inputs_says_nothing(rule in rules(), inputs in many(), turn in 0_usize..12) {
        let mut turned = inputs.clone();
        turned.reverse();
        let by = turn.checked_rem(turned.len()).unwrap_or(0);
        turned.rotate_left(by);
        let propose = |inputs: &[Input]| propose(Some(&rule), None, inputs, Answers::default());
        prop_assert_eq!(propose(&inputs), propose(&turned));
    }

    #[test]
    fn nothing_said_proposes_nothing(rule in rules(), mut inputs in many()) {
        for one in &mut inputs {
            one.grade = None;
        }
        let found = propose(Some(&rule), None, &inputs, Answers::default());
        let of = inputs.iter().filter(|one| one.counts).count();
        let expected = if of == 0 { Silence::NothingCounts } else { Silence::NothingSaid { of } };
        prop_assert_eq!(found, Err(expected));
    }

    #[test]
    fn what_is_missing_moves_only_the_coverage(rule in rules(), inputs in many(), more in 1_usize..5) {
        let mut rule = rule;
        rule.params.min_measured_share = None;
        let mut with = inputs.clone();
        with.extend((0..more).map(|_| input(0, None)));
        let level = |inputs: &[Input]| grade_of(&rule, inputs);
        prop_assert_eq!(level(&inputs), level(&with));
    }

    #[test]
    fn what_does_not_count_moves_nothing(rule in rules(), inputs in many(), other in grade()) {
        let mut with = inputs.clone();
        with.push(Input { counts: false, ..input(0, other) });
        let propose = |inputs: &[Input]| propose(Some(&rule), None, inputs, Answers::default());
        prop_assert_eq!(propose(&inputs), propose(&with));
    }

    #[test]
    fn equal_weights_are_a_share(mut inputs in many(), weight in 1_i64..=100, own in 0_u8..=100) {
        for one in &mut inputs {
            one.weight = Weight::new(weight).expect("within bounds");
        }
        let level = |aggregate| {
            let mut rule = rule(RuleMethod::FromMeasures, Some(aggregate));
            rule.params.thresholds = vec![("ja".into(), own)];
            from_measures(&rule, Some(&three_levels()), &inputs).map(|found| found.level)
        };
        prop_assert_eq!(level(Aggregate::Weighted), level(Aggregate::Share));
    }

    #[test]
    fn the_worst_is_never_better_than_all_and_neither_better_than_the_majority(inputs in many()) {
        let level = |aggregate| grade_of(&rule(RuleMethod::FromChildren, Some(aggregate)), &inputs);
        prop_assert!(level(Aggregate::Worst) <= level(Aggregate::All));
        let all_hold = level(Aggregate::All) == Some(Grade::Reached);
        prop_assert!(!all_hold || level(Aggregate::Majority) == Some(Grade::Reached));
    }

    #[test]
    fn more_covered_or_better_fulfilled_never_lowers_what_the_matrix_gives(row in 0_usize..3, column in 0_usize..3) {
        let matrix = Matrix::of(&rule(RuleMethod::CoverageXFulfilment, None));
        let extents = [Extent::Little, Extent::Part, Extent::Whole];
        let grades = [Grade::NotReached, Grade::Partly, Grade::Reached];
        let here = matrix.gives(extents[row], grades[column]);
        prop_assert!(matrix.gives(extents[(row + 1).min(2)], grades[column]) >= here);
        prop_assert!(matrix.gives(extents[row], grades[(column + 1).min(2)]) >= here);
        let answers = Answers { coverage: Some(extents[row]), fulfilment: Some(grades[column]) };
        let found = coverage_x_fulfilment(&rule(RuleMethod::CoverageXFulfilment, None), answers);
        prop_assert_eq!(found.map(|one| one.level), Ok(here.fulfilment()));
    }
}

#[test]
fn a_judgement_differs_from_its_proposal_or_from_another_stage() {
    use Fulfilment::{Achieved, CannotTell, Partly};
    let none = Differing::default();
    assert_eq!(differing(&[]), none);
    assert_eq!(differing(&[(Stage::Own, None, Partly)]), none);
    assert_eq!(differing(&[(Stage::Own, Some(Partly), Partly)]), none);
    let own = differing(&[(Stage::Own, Some(Achieved), Partly)]);
    assert_eq!(own, Differing { from_proposal: true, between_stages: false });
    let stages = [(Stage::Own, Some(Partly), Partly), (Stage::Central, None, CannotTell)];
    assert_eq!(differing(&stages), Differing { from_proposal: false, between_stages: true });
    assert!(differing(&stages).differs() && !none.differs());
}

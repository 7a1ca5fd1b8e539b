//! Cases written out by hand; where a model is behind, it is named with its file in the survey of
//! municipalities' steering models.

use super::super::{
    Answers, Basis, Coverage, Extent, Grade, Matrix, Silence, Weight, bars, counts_child,
    counts_measure, coverage_x_fulfilment, forecast, from_children, from_criteria, from_measures,
    propose, propose_for_measure, weigh,
};
use super::{input, inputs, rule, scale};
use crate::fulfilment::Fulfilment;
use crate::statistics::finding::{Finding, Question};
use crate::statistics::target::{Desired, Target};
use crate::steering::{Aggregate, RuleMethod, Symbol, TypeId, Value};

const YES: Option<Grade> = Some(Grade::Reached);
const HALF: Option<Grade> = Some(Grade::Partly);
const NO: Option<Grade> = Some(Grade::NotReached);

fn level(aggregate: Aggregate, grades: &[Option<Grade>]) -> Result<Fulfilment, Silence> {
    let rule = rule(RuleMethod::FromMeasures, Some(aggregate));
    from_measures(&rule, None, &inputs(grades)).map(|proposal| proposal.level)
}

#[test]
fn all_is_reached_by_all_partly_by_some_and_not_by_none() {
    // osteraker-2018: "blir uppnått när alla resultatmått når sina styrtal".
    let all = |grades: &[Option<Grade>]| level(Aggregate::All, grades);
    assert_eq!(all(&[YES, YES, YES]), Ok(Fulfilment::Achieved));
    assert_eq!(all(&[YES, YES, NO]), Ok(Fulfilment::Partly));
    assert_eq!(all(&[HALF, NO, NO]), Ok(Fulfilment::Partly));
    assert_eq!(all(&[NO, NO]), Ok(Fulfilment::NotAchieved));
}

#[test]
fn the_majority_is_more_than_half_and_half_is_partly() {
    let majority = |grades: &[Option<Grade>]| level(Aggregate::Majority, grades);
    assert_eq!(majority(&[YES, YES, NO]), Ok(Fulfilment::Achieved));
    assert_eq!(majority(&[YES, YES, NO, NO]), Ok(Fulfilment::Partly));
    assert_eq!(majority(&[YES, NO, NO]), Ok(Fulfilment::NotAchieved));
    assert_eq!(majority(&[HALF, HALF, NO]), Ok(Fulfilment::Partly));
}

#[test]
fn the_worst_decides_where_the_model_says_so() {
    let worst = |grades: &[Option<Grade>]| level(Aggregate::Worst, grades);
    assert_eq!(worst(&[YES, YES]), Ok(Fulfilment::Achieved));
    assert_eq!(worst(&[YES, HALF]), Ok(Fulfilment::Partly));
    assert_eq!(worst(&[YES, HALF, NO]), Ok(Fulfilment::NotAchieved));
}

#[test]
fn a_share_is_held_against_the_thresholds_of_the_model() {
    let mut rule = rule(RuleMethod::FromMeasures, Some(Aggregate::Share));
    rule.params.thresholds = vec![("delvis".into(), 50), ("uppnatt".into(), 80)];
    let scale = scale(&[
        ("uppnatt", Symbol::Achieved),
        ("delvis", Symbol::Partly),
        ("inte", Symbol::NotAchieved),
    ]);
    let level = |grades: &[Option<Grade>]| {
        from_measures(&rule, Some(&scale), &inputs(grades)).map(|proposal| proposal.level)
    };
    assert_eq!(level(&[YES, YES, YES, YES, NO]), Ok(Fulfilment::Achieved));
    assert_eq!(level(&[YES, YES, YES, NO, NO]), Ok(Fulfilment::Partly));
    assert_eq!(level(&[YES, YES, NO, NO, NO]), Ok(Fulfilment::NotAchieved));
    // The share for a grade is what reaches it or better.
    assert_eq!(level(&[HALF, HALF, HALF, NO]), Ok(Fulfilment::Partly));
}

#[test]
fn a_heavier_measure_carries_more_where_the_model_weighs() {
    let mut rule = rule(RuleMethod::FromMeasures, Some(Aggregate::Weighted));
    rule.params.thresholds = vec![("uppnatt".into(), 75), ("delvis".into(), 40)];
    let scale = scale(&[
        ("uppnatt", Symbol::Achieved),
        ("delvis", Symbol::Partly),
        ("inte", Symbol::NotAchieved),
    ]);
    let mut two = inputs(&[YES, NO]);
    let level = |two: &[_]| from_measures(&rule, Some(&scale), two).unwrap();
    assert_eq!(level(&two).level, Fulfilment::Partly);
    two[0].weight = Weight::new(3).unwrap();
    let heavy = level(&two);
    assert_eq!(heavy.level, Fulfilment::Achieved);
    let figure = heavy.basis.figure().unwrap();
    assert_eq!((figure.weight, figure.bars[0].weight), (4, 3));
    two.swap(0, 1);
    two[0].weight = Weight::new(9).unwrap();
    assert_eq!(level(&two).level, Fulfilment::NotAchieved);
}

#[test]
fn weights_say_nothing_where_the_model_does_not_weigh() {
    let rule = rule(RuleMethod::FromMeasures, Some(Aggregate::Majority));
    let mut three = inputs(&[YES, NO, NO]);
    three[0].weight = Weight::new(100).unwrap();
    assert_eq!(from_measures(&rule, None, &three).unwrap().level, Fulfilment::NotAchieved);
}

#[test]
fn a_weight_is_a_whole_number_from_one_to_a_hundred() {
    assert_eq!(Weight::new(0), None);
    assert_eq!(Weight::new(-1), None);
    assert_eq!(Weight::new(101), None);
    assert_eq!(Weight::new(100).map(Weight::number), Some(100));
}

#[test]
fn what_is_missing_is_left_out_and_the_coverage_says_so() {
    let rule = rule(RuleMethod::FromMeasures, Some(Aggregate::All));
    let proposal = from_measures(&rule, None, &inputs(&[YES, YES, YES, None])).unwrap();
    assert_eq!(proposal.level, Fulfilment::Achieved);
    assert_eq!(proposal.coverage, Coverage { said: 3, of: 4 });
    assert_eq!(proposal.coverage.missing(), 1);
}

#[test]
fn too_few_values_propose_nothing_and_say_how_few() {
    let mut rule = rule(RuleMethod::FromMeasures, Some(Aggregate::All));
    rule.params.min_measured_share = Some(50);
    let propose = |grades: &[Option<Grade>]| from_measures(&rule, None, &inputs(grades));
    assert_eq!(propose(&[]), Err(Silence::NothingCounts));
    assert_eq!(propose(&[None, None]), Err(Silence::NothingSaid { of: 2 }));
    let few = Silence::TooFew { coverage: Coverage { said: 1, of: 3 }, least_pct: 50 };
    assert_eq!(propose(&[YES, None, None]), Err(few));
    assert_eq!(propose(&[YES, None]).unwrap().level, Fulfilment::Achieved);
}

#[test]
fn a_scale_of_two_levels_never_gets_a_third() {
    // alingsas-2020: "målvärde uppnått eller överträffat" or "ej uppnått".
    let alingsas = scale(&[("gron", Symbol::Achieved), ("rod", Symbol::NotAchieved)]);
    for aggregate in Aggregate::ALL {
        let rule = rule(RuleMethod::FromMeasures, Some(*aggregate));
        let level = |grades: &[Option<Grade>]| {
            from_measures(&rule, Some(&alingsas), &inputs(grades)).unwrap().level
        };
        assert_eq!(level(&[YES, YES]), Fulfilment::Achieved, "{aggregate}");
        assert_eq!(level(&[YES, NO, NO]), Fulfilment::NotAchieved, "{aggregate}");
    }
}

#[test]
fn only_the_classes_that_the_model_names_count() {
    // linkoping-2016: only "kommunal utveckling" counts; eskilstuna-2016: a class that does not count.
    let mut linkoping = rule(RuleMethod::FromMeasures, None);
    assert!(counts_measure(&linkoping, "organisationsindikator", true));
    assert!(!counts_measure(&linkoping, "ortsindikator", false));
    linkoping.params.include_classes = vec!["kommunal utveckling".to_owned()];
    assert!(counts_measure(&linkoping, "kommunal utveckling", false));
    assert!(!counts_measure(&linkoping, "samhällsutveckling", true));
    let mut both = inputs(&[YES, NO]);
    both[1].counts = false;
    let proposal = from_measures(&linkoping, None, &both).unwrap();
    assert_eq!(
        (proposal.level, proposal.coverage),
        (Fulfilment::Achieved, Coverage { said: 1, of: 1 })
    );
}

#[test]
fn only_the_types_that_the_model_names_count_among_children() {
    let mut rule = rule(RuleMethod::FromChildren, Some(Aggregate::Majority));
    let (goal, activity) = (TypeId::from("enhetsmal"), TypeId::from("aktivitet"));
    assert!(counts_child(&rule, &goal, true));
    assert!(!counts_child(&rule, &activity, false));
    rule.params.child_types = vec![activity.clone()];
    assert!(counts_child(&rule, &activity, false));
    assert!(!counts_child(&rule, &goal, true));
}

#[test]
fn children_that_nobody_has_judged_are_counted_as_missing() {
    // vargarda's middle face means "partly or cannot be measured"; here the two never meet.
    let rule = rule(RuleMethod::FromChildren, Some(Aggregate::Majority));
    let grades: Vec<Option<Grade>> =
        [Fulfilment::Achieved, Fulfilment::CannotTell, Fulfilment::NotAssessed]
            .map(Grade::of)
            .into();
    assert_eq!(grades, [YES, None, None]);
    let proposal = from_children(&rule, None, &inputs(&grades)).unwrap();
    assert_eq!(proposal.level, Fulfilment::Achieved);
    assert_eq!(proposal.coverage, Coverage { said: 1, of: 3 });
    assert!(matches!(proposal.basis, Basis::Children(figure) if figure.reached == 1));
}

#[test]
fn criteria_are_answered_by_yes_and_no_by_grades_or_by_their_own_measures() {
    // norrkoping-2023: goals are judged through their "måluppfyllelser" A, B and C.
    let rule = rule(RuleMethod::FromCriteria, Some(Aggregate::All));
    let level =
        |grades: &[Option<Grade>]| from_criteria(&rule, None, &inputs(grades)).unwrap().level;
    let [a, b, c] = [true, true, false].map(|answer| Some(Grade::of_answer(answer)));
    assert_eq!(level(&[a, b, c]), Fulfilment::Partly);
    assert_eq!(level(&[a, b]), Fulfilment::Achieved);
    assert_eq!(level(&[HALF, YES]), Fulfilment::Partly);
    let own = super::rule(RuleMethod::FromMeasures, Some(Aggregate::All));
    let measured = from_measures(&own, None, &inputs(&[YES, YES])).unwrap();
    assert_eq!(level(&[Grade::of(measured.level), YES]), Fulfilment::Achieved);
}

#[test]
fn coverage_and_fulfilment_are_two_questions_and_neither_answers_the_other() {
    // malmo-2016: how much of the goal is covered ("träffbild"), and how well that part is fulfilled.
    let rule = rule(RuleMethod::CoverageXFulfilment, None);
    let propose = |coverage, fulfilment| {
        coverage_x_fulfilment(&rule, Answers { coverage, fulfilment }).map(|found| found.level)
    };
    let (whole, part, little) = (Some(Extent::Whole), Some(Extent::Part), Some(Extent::Little));
    assert_eq!(propose(whole, YES), Ok(Fulfilment::Achieved));
    assert_eq!(propose(part, YES), Ok(Fulfilment::Partly));
    assert_eq!(propose(little, YES), Ok(Fulfilment::NotAchieved));
    assert_eq!(propose(whole, NO), Ok(Fulfilment::NotAchieved));
    let unanswered = |coverage, fulfilment| Err(Silence::Unanswered { coverage, fulfilment });
    assert_eq!(propose(None, YES), unanswered(true, false));
    assert_eq!(propose(whole, None), unanswered(false, true));
    assert_eq!(propose(None, None), unanswered(true, true));
}

#[test]
fn a_model_may_write_its_own_matrix() {
    let mut rule = rule(RuleMethod::CoverageXFulfilment, None);
    let row = Value::Map(vec![("achieved".to_owned(), Value::text("partly"))]);
    let odd = Value::Map(vec![("achieved".to_owned(), Value::text("blue"))]);
    let rows = Value::Map(vec![("little".to_owned(), row), ("whole".to_owned(), odd)]);
    rule.params.other = vec![("matrix".to_owned(), rows)];
    let matrix = Matrix::of(&rule);
    assert_eq!(matrix.gives(Extent::Little, Grade::Reached), Grade::Partly);
    // What it leaves out, or writes in words that mean nothing, gives the lower of the two.
    assert_eq!(matrix.gives(Extent::Little, Grade::Partly), Grade::NotReached);
    assert_eq!(matrix.gives(Extent::Whole, Grade::Reached), Grade::Reached);
    assert_eq!(matrix.cells().count(), 9);
}

#[test]
fn a_forecast_is_weighed_on_its_own_scale() {
    let rule = rule(RuleMethod::Forecast, None);
    let forecasts = scale(&[("nas", Symbol::Achieved), ("nas_inte", Symbol::NotAchieved)]);
    let proposal = forecast(&rule, Some(&forecasts), &inputs(&[YES, NO])).unwrap();
    assert_eq!(proposal.level, Fulfilment::NotAchieved);
    assert!(matches!(proposal.basis, Basis::Forecasts(_)));
}

#[test]
fn by_hand_and_not_judged_are_two_reasons_to_propose_nothing() {
    let propose = |rule: Option<&_>| propose(rule, None, &inputs(&[YES]), Answers::default());
    assert_eq!(propose(None), Err(Silence::ByHand));
    assert_eq!(propose(Some(&rule(RuleMethod::Manual, None))), Err(Silence::ByHand));
    assert_eq!(propose(Some(&rule(RuleMethod::None, None))), Err(Silence::NotJudged));
}

#[test]
fn one_measure_is_judged_by_its_latest_value() {
    let level = |target, value| {
        let finding = Finding::read(&Question {
            desired: Desired::Lower,
            target,
            ..Question::about(&[value])
        });
        propose_for_measure(&finding.unwrap()).map(|proposal| proposal.level)
    };
    assert_eq!(level(Target::AtMost(6.5), Some(6.5)), Some(Fulfilment::Achieved));
    assert_eq!(level(Target::AtMost(6.5), Some(8.1)), Some(Fulfilment::NotAchieved));
    assert_eq!(level(Target::None, Some(8.1)), None);
    assert_eq!(level(Target::AtMost(6.5), None), None);
}

#[test]
fn the_figure_shows_every_bar_with_what_reached_it() {
    let rule = rule(RuleMethod::FromMeasures, Some(Aggregate::Majority));
    let figure = weigh(
        &rule,
        &bars(&rule, None),
        &[input(1, YES), input(2, HALF), input(3, NO), input(4, None)],
    );
    let figure = figure.unwrap();
    let reached: Vec<(u64, bool)> = figure.bars.iter().map(|one| (one.weight, one.holds)).collect();
    assert_eq!(reached, [(1, false), (2, true)]);
    assert_eq!((figure.weight, figure.reached, figure.grade), (3, 1, Grade::Partly));
}

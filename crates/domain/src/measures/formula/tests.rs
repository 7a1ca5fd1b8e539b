//! Texts that are formulas and those that are not, and what they come to.

use proptest::prelude::*;

use super::*;
use crate::ids::OrgUnitId;
use crate::measures::tests::sick_leave;
use crate::measures::{Aggregation, Measure, OutcomeQuality, OutcomeValue, Reporters};

fn read(text: &str) -> Result<Expression<usize>, FormulaProblem> {
    Expression::of_letters(text, |place| place < 4)
}

fn written(expression: &Expression<usize>) -> String {
    expression.written(&|place| letter(*place).to_string())
}

fn computed(text: &str, values: [i64; 4]) -> Option<String> {
    let value = read(text).unwrap().value(&mut |place| values.get(*place).map(|v| (*v).into()));
    value.map(|value| value.normalize().to_string())
}

fn measure(number: u8) -> ElementId {
    ElementId::from([number; 16])
}

fn kept(text: &str) -> Formula {
    read(text).unwrap().renamed(&mut |place| Some(measure(u8::try_from(*place).unwrap()))).unwrap()
}

#[test]
fn the_rules_of_arithmetic_hold() {
    for (text, value) in [
        ("A / B * 100", Some("50")),
        ("a + b * c", Some("301")),
        ("(A + B) × C", Some("450")),
        ("A - B - C", Some("-151")),
        ("C / (B / A)", Some("75")),
        ("-A + 0,5", Some("-0.5")),
        ("2 * (3)", Some("6")),
        ("A / D", None),
        ("A / (B - 2)", None),
    ] {
        assert_eq!(computed(text, [1, 2, 150, 0]), value.map(str::to_owned), "{text}");
    }
    assert_eq!(computed("A / B", [1, 3, 0, 0]).map(|text| text.len()), Some(30), "28 digits");
}

#[test]
fn what_is_no_formula_is_told_with_its_place() {
    use FormulaProblem as P;
    let name = |name: &str| P::UnknownMeasure { name: name.to_owned() };
    for (text, problem) in [
        ("", P::Empty),
        ("   ", P::Empty),
        ("A +", P::ValueWanted { at: 4 }),
        ("A B", P::RuleWanted { at: 3 }),
        ("(A", P::Unmatched { at: 1 }),
        ("A)", P::Unmatched { at: 2 }),
        ("()", P::ValueWanted { at: 2 }),
        ("A ** B", P::ValueWanted { at: 4 }),
        ("A % B", P::UnknownSign { sign: '%', at: 3 }),
        ("E / A", name("E")),
        ("summa(A)", name("summa")),
        ("1,2,3", P::NotANumber { text: "1,2,3".to_owned() }),
        ("1e9", P::RuleWanted { at: 2 }),
    ] {
        assert_eq!(read(text), Err(problem), "{text}");
    }
}

#[test]
fn a_text_that_is_too_long_or_too_deep_is_refused_at_once() {
    let long = "A+".repeat(500_000);
    assert_eq!(read(&long), Err(FormulaProblem::TooLong { most: LONGEST_FORMULA }));
    let deep = "(".repeat(900) + "A" + &")".repeat(900);
    assert_eq!(read(&deep), Err(FormulaProblem::TooDeep { most: DEEPEST_FORMULA }));
    let signs = "-".repeat(1_900) + "A";
    assert_eq!(read(&signs), Err(FormulaProblem::TooDeep { most: DEEPEST_FORMULA }));
    assert!(
        read(&"A+".repeat(900))
            .is_err_and(|problem| matches!(problem, FormulaProblem::ValueWanted { .. }))
    );
    assert!(read(&("A+".repeat(900) + "A")).is_ok());
}

#[test]
fn it_is_written_with_as_few_parentheses_as_it_can_do_with() {
    for (text, short) in [
        ("((A)/(B))*(100)", "A / B * 100"),
        ("A-(B-C)", "A - (B - C)"),
        ("(A-B)-C", "A - B - C"),
        ("A/(B*C)", "A / (B * C)"),
        ("-(A+B)*2", "-(A + B) * 2"),
        ("A*-B", "A * -B"),
    ] {
        assert_eq!(written(&read(text).unwrap()), short, "{text}");
    }
}

#[test]
fn a_circle_is_found_and_named() {
    let (one, own, round) = (kept("1"), kept("D"), kept("A + 1"));
    let formulas = [kept("B / C"), kept("C * 2"), kept("D + 1")];
    let of = |id: ElementId| (0..3).find(|place| measure(*place) == id).map(usize::from);
    let lookup = |id: ElementId| of(id).and_then(|place| formulas.get(place));
    assert_eq!(circle(measure(3), &one, lookup), None);
    assert_eq!(circle(measure(3), &own, lookup), Some(vec![measure(3), measure(3)]));
    let back = circle(measure(3), &round, lookup).unwrap();
    assert_eq!((back.first(), back.last()), (Some(&measure(3)), Some(&measure(3))));
    assert_eq!(back, [measure(3), measure(0), measure(2), measure(3)]);
    let own = kept("D + 1");
    let circular = |id: ElementId| (id == measure(3)).then_some(&own);
    assert_eq!(Parts::of(&own, circular), None, "what is kept in a circle is not computed");
}

#[test]
fn formulas_of_formulas_come_down_to_what_is_reported() {
    let inner = kept("C / D");
    let of = |id: ElementId| (id == measure(1)).then_some(&inner);
    let outer = kept("A * B");
    let parts = Parts::of(&outer, of).unwrap();
    assert_eq!(parts.leaves, [measure(0), measure(2), measure(3)]);
    let wide = (0..40).fold("A".to_owned(), |text, _| format!("{text} + A * B"));
    assert!(Parts::of(&kept(&wide), |id| (id == measure(1)).then_some(&inner)).is_some());
    let doubling = [kept("B + B"), kept("C + C"), kept("D + D")];
    let deep = |id: ElementId| {
        (0..3_u8).find(|one| measure(*one) == id).and_then(|one| doubling.get(usize::from(one)))
    };
    assert!(Parts::of(&kept("A + ".repeat(80).trim_end_matches("+ ")), deep).is_none());
}

fn summed(id: u8) -> Measure {
    Measure { id: measure(id), over_organisation: Aggregation::Sum, ..sick_leave() }
}

fn said(value: Option<i64>) -> Cell {
    let value = value.map_or(OutcomeValue::Missing, |value| OutcomeValue::Measured(value.into()));
    Cell::Said(value, OutcomeQuality::Verified)
}

/// Org units of their own, each with what it has of the leaves.
fn units<const N: usize>(cells: [Vec<Cell>; N]) -> Vec<OfUnit> {
    let named = cells.into_iter().zip(1_u8..);
    named.map(|(cells, number)| (OrgUnitId::from([number; 16]), cells)).collect()
}

/// Who some of them are, by their numbers.
fn who(numbers: &[u8]) -> Reporters {
    let mut all = Reporters::default();
    for number in numbers {
        all.add(OrgUnitId::from([*number; 16]));
    }
    all
}

#[test]
fn an_org_unit_that_lacks_a_part_is_left_out_of_both_sums() {
    let (a, b) = (summed(0), summed(1));
    let formula = kept("A / B");
    let parts = Parts::of(&formula, |_| None).unwrap();
    let below = units([
        vec![said(Some(10)), said(Some(20))],
        vec![said(Some(30)), said(None)],
        vec![said(Some(20)), said(Some(40))],
        vec![Cell::Said(OutcomeValue::NotApplicable, OutcomeQuality::Preliminary), said(Some(5))],
    ]);
    let whole = parts.whole(&[&a, &b], &[Cell::Never, Cell::Never], &below).unwrap();
    assert_eq!(whole.value, OutcomeValue::Measured(Decimal::new(5, 1)));
    assert_eq!((whole.known, whole.quality), (2, OutcomeQuality::Preliminary));
    assert_eq!(whole.who, who(&[1, 3]), "those who have all of it stand behind the value");
    let zero = units([vec![said(Some(10)), said(Some(0))]]);
    let whole = parts.whole(&[&a, &b], &[Cell::Never, Cell::Never], &zero).unwrap();
    assert_eq!(whole.value, OutcomeValue::Missing, "never zero");
    assert_eq!(parts.whole(&[&a, &b], &[Cell::Never, Cell::Never], &[]), None);
    let own_and_some = parts.whole(&[&a, &b], &[said(Some(9)), Cell::Never], &below).unwrap();
    assert_eq!(own_and_some.value, OutcomeValue::Missing, "a whole beside a part is no ratio");
}

#[test]
fn parts_that_different_org_units_report_are_put_beside_each_other_when_all_are_there() {
    let (a, b) = (summed(0), summed(1));
    let formula = kept("A / (A + B) * 100");
    let parts = Parts::of(&formula, |_| None).unwrap();
    let none = [Cell::Never, Cell::Never];
    let below = units([
        vec![said(Some(30)), Cell::Never],
        vec![Cell::Never, said(Some(50))],
        vec![Cell::Never, said(Some(20))],
    ]);
    let whole = parts.whole(&[&a, &b], &none, &below).unwrap();
    assert_eq!(whole.value, OutcomeValue::Measured(30.into()));
    assert_eq!(whole.who, who(&[1, 2, 3]));
    let torn = units([
        vec![said(Some(30)), Cell::Never],
        vec![Cell::Never, said(Some(50))],
        vec![Cell::Never, Cell::Silent],
    ]);
    assert_eq!(parts.whole(&[&a, &b], &none, &torn).unwrap().value, OutcomeValue::Missing);
}

#[test]
fn how_org_units_go_together_is_told_whether_or_not_there_is_a_value() {
    let (a, b) = (summed(0), summed(1));
    let formula = kept("A / B");
    let parts = Parts::of(&formula, |_| None).unwrap();
    let joined = |own: [Cell; 2], below: [Vec<Cell>; 2]| {
        parts.whole(&[&a, &b], &own, &units(below)).unwrap().joined
    };
    let (none, both) = ([Cell::Never; 2], vec![said(Some(10)), said(Some(20))]);
    let first = vec![said(Some(30)), Cell::Silent];
    let second = vec![Cell::Silent, said(Some(30))];
    assert_eq!(joined(none, [both.clone(), both.clone()]), Joined::All);
    assert_eq!(joined(none, [both.clone(), first.clone()]), Joined::WithoutSome);
    assert_eq!(joined(none, [first.clone(), second.clone()]), Joined::Nobody);
    // The org unit above has said the first itself; one below lacks the second.
    let own = [said(Some(50)), Cell::Never];
    assert_eq!(joined(own, [both.clone(), first]), Joined::Apart);
    assert_eq!(joined(own, [both.clone(), second]), Joined::All);
    assert_eq!(
        joined(none, [vec![said(Some(1)), Cell::Never], vec![Cell::Never, Cell::Silent]]),
        Joined::Apart
    );
    assert_eq!(joined([said(Some(1)), said(Some(2))], [both.clone(), both]), Joined::All);
}

#[test]
fn only_what_stays_when_twice_as_many_report_is_a_mean_over_org_units() {
    let mean = Measure { over_organisation: Aggregation::Mean, ..summed(2) };
    let leaves = [&summed(0), &summed(1), &mean];
    let of = |text: &str| Parts::of(&kept(text), |_| None).unwrap().over_organisation(&leaves);
    for share in ["A / B", "A / (A + B) * 100", "-A / B + A / B", "A * A / (B * B)"] {
        assert_eq!(of(share), Aggregation::Mean, "{share}");
    }
    for sum in ["A + B", "A - 2 * B", "A + 100", "A / B + A", "A * B", "1 / A", "A / B * B"] {
        assert_eq!(of(sum), Aggregation::Sum, "{sum}");
    }
    let own = |text: &str| Parts::of(&kept(text), |_| None).unwrap().over_organisation(&[&mean]);
    assert_eq!(
        own("A * 2 + 1"),
        Aggregation::Mean,
        "means stay as they are, times two and one more"
    );
}

fn any_expression() -> impl Strategy<Value = Expression<usize>> {
    let leaf = prop_oneof![
        (0_i64..10_000, 0_u32..4)
            .prop_map(|(digits, scale)| Expression::Number(Decimal::new(digits, scale))),
        (0_usize..4).prop_map(Expression::Measure),
    ];
    leaf.prop_recursive(6, 48, 2, |inner| {
        let rules = prop_oneof![
            Just(Rule::Add),
            Just(Rule::Subtract),
            Just(Rule::Multiply),
            Just(Rule::Divide)
        ];
        prop_oneof![
            inner.clone().prop_map(|inner| Expression::Negative(Box::new(inner))),
            (rules, inner.clone(), inner).prop_map(|(rule, left, right)| Expression::Both(
                rule,
                Box::new(left),
                Box::new(right)
            )),
        ]
    })
}

#[test]
fn the_longest_formula_that_can_be_written_is_read_back_as_it_was_kept() {
    let longest = "A/".repeat(LONGEST_FORMULA / 2 - 1) + "B";
    for typed in [longest, "-A".repeat(LONGEST_FORMULA / 2)] {
        let formula = kept(&typed);
        assert_eq!(Formula::of_kept(&formula.kept()), Ok(formula));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = read(&text);
        let _ = Formula::of_kept(&text);
    }

    #[test]
    fn any_signs_are_read_or_refused(text in "[-+*/()A-F0-9,. \\[\\]]{0,120}") {
        if let Ok(expression) = read(&text) {
            let _ = expression.value(&mut |_| Some(Decimal::MAX));
        }
    }

    #[test]
    fn what_is_written_is_read_back(expression in any_expression()) {
        let text = written(&expression);
        prop_assert_eq!(read(&text), Ok(expression.clone()), "{}", text);
        let formula = expression.renamed(&mut |place| Some(measure(u8::try_from(*place).unwrap()))).unwrap();
        prop_assert_eq!(Formula::of_kept(&formula.kept()), Ok(formula));
    }

    #[test]
    fn a_share_of_many_is_the_ratio_of_their_sums(
        units in proptest::collection::vec((proptest::option::of(0_i64..5_000), proptest::option::of(0_i64..5_000)), 1..30),
    ) {
        let (a, b) = (summed(0), summed(1));
        let formula = kept("A / B * 100");
        let parts = Parts::of(&formula, |_| None).unwrap();
        let of = |(number, (one, other)): (u8, &(_, _))| (OrgUnitId::from([number; 16]), vec![said(*one), said(*other)]);
        let below: Vec<_> = (1_u8..).zip(&units).map(of).collect();
        let whole = parts.whole(&[&a, &b], &[Cell::Never, Cell::Never], &below).unwrap();
        let complete: Vec<_> = units.iter().filter_map(|(one, other)| Some(((*one)?, (*other)?))).collect();
        let (above, under): (i64, i64) = complete.iter().fold((0, 0), |(x, y), (a, b)| (x + a, y + b));
        let expected = if complete.is_empty() {
            None
        } else {
            Decimal::from(above).checked_div(under.into()).map(|share| share * Decimal::ONE_HUNDRED)
        };
        prop_assert_eq!(whole.value.number(), expected);
        prop_assert_eq!(whole.known, complete.len());
    }
}

#[test]
fn a_formula_that_always_divides_by_zero_can_have_no_value() {
    let can = |text: &str| Expression::of_letters(text, |_| true).unwrap().can_have_a_value();
    for never in ["a / 0", "a / (b - b)", "a + b / (a - a)", "1 / (0 * a)", "a / (2 * b - b - b)"] {
        assert!(!can(never), "{never}");
    }
    for may in
        ["a / b", "a / (b - 1)", "a / (b - a)", "(a - a) / b", "a / (a * b - 2)", "a / (1 - b)"]
    {
        assert!(can(may), "{may}");
    }
}

//! Rows of every kind, right and wrong, and what a plan makes of them.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::elements::{Delta, Element, ElementState, Structure};
use crate::measures::formula::Formula;
use crate::measures::tests::sick_leave;
use crate::measures::{Measure, Outcome, OutcomeProblem};
use crate::organisation::tests::small;
use crate::periods::Frequency;
use crate::steering::{Role, TypeId, Verdict, check};

const TODAY: Date = Date::constant(2026, 8, 25);

fn element(id: u8, title: &str, owner: OrgUnitId) -> Arc<Element> {
    Arc::new(Element {
        id: ElementId::from([id; 16]),
        element_type: TypeId::new("matt"),
        role: Role::Measure,
        owner,
        number: String::new(),
        title: title.to_owned(),
        text: String::new(),
        responsible: None,
        starts_on: None,
        ends_on: None,
        state: ElementState::Adopted,
        decision: None,
        version: 1,
    })
}

/// Org units `1`, `2` and `3`; monthly `Sjukfrånvaro` in per cent, and two measures called `Nöjdhet`.
fn structure() -> Structure {
    let preset = include_bytes!("../steering/tests/small.yaml");
    let (Verdict::Ok(model) | Verdict::OkWithOpen(model, _)) = check(preset) else {
        panic!("the preset is a model");
    };
    let (organisation, [council, ..]) = small();
    let mut structure = Structure::new(Arc::new(*model), Arc::new(organisation));
    for (id, title) in [(1, "Sjukfrånvaro"), (2, "Nöjdhet"), (3, "Nöjdhet")] {
        structure.apply(Delta::Element(element(id, title, council)));
        let id = ElementId::from([id; 16]);
        structure.apply(Delta::Measure(Arc::new(Measure { id, ..sick_leave() })));
    }
    structure
}

/// The rows of a text as a table reader would give them.
fn lines(text: &str) -> (Vec<String>, Vec<(u64, Vec<String>)>) {
    let mut rows =
        (1_u64..).zip(text.lines().map(|line| line.split(';').map(str::to_owned).collect()));
    let header = rows.next().map(|(_, header)| header).unwrap_or_default();
    (header, rows.collect())
}

fn read(text: &str) -> Result<ReadRows, HeaderProblem> {
    let structure = structure();
    let names = Names::new(&structure, TODAY);
    let may = |unit: OrgUnitId| unit != OrgUnitId::from([1; 16]);
    let (header, rows) = lines(text);
    read_rows(
        &header,
        &rows,
        &Scope {
            structure: &structure,
            names: &names,
            mapping: &Mapping::default(),
            today: TODAY,
            undecided: &HashSet::new(),
            may: &may,
        },
    )
}

const HEAD: &str = "matt;enhet;uppdelning;period;tillstand;varde;kvalitet";

fn faults(row: &str) -> Vec<(Option<Column>, Fault)> {
    let read = read(&format!("{HEAD}\n{row}")).unwrap();
    assert_eq!(read.refused, usize::from(!read.problems.is_empty()), "{row}");
    read.problems.into_iter().map(|problem| (problem.column, problem.fault)).collect()
}

#[test]
fn names_are_found_in_any_case_and_by_identity() {
    let id = ElementId::from([1; 16]);
    let text =
        format!("MÅTT ; Enhet;period;Värde\n sjukFRÅNVARO ;2;2026-07;8,1\n{id};3;2026-07;7\n");
    let read = read(&text).unwrap();
    assert_eq!(read.problems, []);
    let found: Vec<_> =
        read.rows.iter().map(|row| (row.line, row.key.measure, row.value)).collect();
    assert_eq!(
        found,
        [
            (2, id, OutcomeValue::Measured("8.1".parse().unwrap())),
            (3, id, OutcomeValue::Measured("7".parse().unwrap())),
        ]
    );
}

#[test]
fn columns_that_are_needed_are_asked_for() {
    assert_eq!(read("a;b\n1;2"), Err(HeaderProblem::Missing(Column::NEEDED.to_vec())));
    assert_eq!(read("matt;mått;enhet;period;varde"), Err(HeaderProblem::Twice(Column::Measure)));
}

#[test]
fn each_fault_is_told_at_its_column() {
    use Column as C;
    let near = |name: &str| Fault::UnknownName { nearest: Some(name.to_owned()) };
    let outcome = |problem| Fault::Outcome(problem);
    for (row, column, fault) in [
        ("Sjukfranvaro;2;;2026-07;;8;", C::Measure, near("Sjukfrånvaro")),
        ("Annat;2;;2026-07;;8;", C::Measure, Fault::UnknownName { nearest: None }),
        (";2;;2026-07;;8;", C::Measure, Fault::Empty),
        ("Nöjdhet;2;;2026-07;;8;", C::Measure, Fault::SeveralWithName),
        ("Sjukfrånvaro;99;;2026-07;;8;", C::OrgUnit, Fault::UnknownName { nearest: None }),
        ("Sjukfrånvaro;1;;2026-07;;8;", C::OrgUnit, Fault::NotAllowed),
        ("Sjukfrånvaro;2;;juli;;8;", C::Period, Fault::NotAPeriod),
        ("Sjukfrånvaro;2;;2026;;8;", C::Period, outcome(OutcomeProblem::WrongFrequency)),
        ("Sjukfrånvaro;2;;2026-09;;8;", C::Period, outcome(OutcomeProblem::NotYet)),
        (
            "Sjukfrånvaro;2;flickor;2026-07;;8;",
            C::Breakdown,
            Fault::UnknownGroup { known: vec!["kvinnor".to_owned(), "män".to_owned()] },
        ),
        ("Sjukfrånvaro;2;;2026-07;kanske;8;", C::State, Fault::UnknownState),
        ("Sjukfrånvaro;2;;2026-07;visas_inte;;", C::State, Fault::HiddenState),
        ("Sjukfrånvaro;2;;2026-07;saknas;8;", C::Value, Fault::ValueNotExpected),
        ("Sjukfrånvaro;2;;2026-07;;;", C::Value, Fault::Empty),
        ("Sjukfrånvaro;2;;2026-07;;8;bra", C::Quality, Fault::UnknownQuality),
    ] {
        assert_eq!(faults(row), [(Some(column), fault)], "{row}");
    }
    assert!(matches!(
        faults("Sjukfrånvaro;2;;2026-07;;101;").as_slice(),
        [(Some(C::Value), Fault::Outcome(OutcomeProblem::OutOfBounds { .. }))]
    ));
    assert!(matches!(
        faults("Sjukfrånvaro;2;;2026-07;;8,12;").as_slice(),
        [(Some(C::Value), Fault::Outcome(OutcomeProblem::Number(_)))]
    ));
    assert_eq!(faults("Sjukfrånvaro;2;;2026-07;;8;;1"), [(None, Fault::TooManyCells)]);
}

#[test]
fn a_measure_that_has_ended_takes_no_values() {
    for (state, takes) in [
        (ElementState::Adopted, true),
        (ElementState::Draft, true),
        (ElementState::Ended, false),
        (ElementState::Superseded, false),
        (ElementState::Discarded, false),
    ] {
        let mut structure = structure();
        let ended =
            Element { state, ..(*element(1, "Sjukfrånvaro", OrgUnitId::from([1; 16]))).clone() };
        structure.apply(Delta::Element(Arc::new(ended)));
        let names = Names::new(&structure, TODAY);
        let mapping = Mapping::default();
        let may = |_: OrgUnitId| true;
        let (structure, names, mapping) = (&structure, &names, &mapping);
        let scope = Scope {
            structure,
            names,
            mapping,
            today: TODAY,
            undecided: &HashSet::new(),
            may: &may,
        };
        let (header, rows) = lines(&format!("{HEAD}\nSjukfrånvaro;2;;2026-05;;8,1;"));
        let read = read_rows(&header, &rows, &scope).unwrap();
        let faults: Vec<_> =
            read.problems.iter().map(|one| (one.column, one.fault.clone())).collect();
        let wanted = (!takes).then_some((Some(Column::Measure), Fault::Ended));
        assert_eq!(faults, Vec::from_iter(wanted), "{state:?}");
        assert_eq!(read.rows.len(), usize::from(takes), "{state:?}");
    }
}

#[test]
fn new_words_that_are_not_decided_take_no_values() {
    let structure = structure();
    let names = Names::new(&structure, TODAY);
    let (header, rows) = lines(&format!("{HEAD}\nSjukfrånvaro;2;;2026-05;;8,1;"));
    for (undecided, fault) in [(1, Some(Fault::Undecided)), (9, None)] {
        let scope = Scope {
            structure: &structure,
            names: &names,
            mapping: &Mapping::default(),
            today: TODAY,
            undecided: &HashSet::from([ElementId::from([undecided; 16])]),
            may: &|_| true,
        };
        let read = read_rows(&header, &rows, &scope).unwrap();
        let found = read.problems.first().map(|one| one.fault.clone());
        assert_eq!((found, read.rows.is_empty()), (fault.clone(), fault.is_some()));
    }
}

#[test]
fn a_measure_that_is_computed_takes_no_values() {
    let mut structure = structure();
    let id = ElementId::from([1; 16]);
    let formula = Some(Formula::of_kept(&format!("[{}] / 2", ElementId::from([2; 16]))).unwrap());
    structure.apply(Delta::Measure(Arc::new(Measure { id, formula, ..sick_leave() })));
    let names = Names::new(&structure, TODAY);
    let (header, rows) = lines(&format!("{HEAD}\nSjukfrånvaro;2;;2026-07;;8;"));
    let scope = Scope {
        structure: &structure,
        names: &names,
        mapping: &Mapping::default(),
        today: TODAY,
        undecided: &HashSet::new(),
        may: &|_| true,
    };
    let read = read_rows(&header, &rows, &scope).unwrap();
    let faults: Vec<_> = read.problems.iter().map(|one| (one.column, one.fault.clone())).collect();
    assert_eq!(faults, [(Some(Column::Measure), Fault::Computed)]);
}

#[test]
fn how_many_a_value_is_about_is_read_where_the_file_says_so() {
    let row = |count: &str| {
        read(&format!("{HEAD};antal\nSjukfrånvaro;2;män;2026-07;;8;;{count}")).unwrap()
    };
    assert_eq!(row("1 204").rows.first().and_then(|row| row.count), Some(1_204));
    assert_eq!(row("").rows.first().map(|row| row.count), Some(None));
    for wrong in ["några", "-1", "1,5", "9999999999"] {
        let faults: Vec<_> =
            row(wrong).problems.into_iter().map(|one| (one.column, one.fault)).collect();
        assert_eq!(faults, [(Some(Column::Count), Fault::NotACount)], "{wrong}");
    }
    let rows = row("7").rows;
    let kept = |count| Kept {
        value: OutcomeValue::Measured(8.into()),
        quality: OutcomeQuality::Preliminary,
        version: 1,
        count,
    };
    let effect = |count| {
        let kept = rows.iter().map(|row| (row.key.clone(), kept(count))).collect();
        plan(rows.clone(), "", &Found { kept, ..Found::default() }).write_count()
    };
    assert_eq!((effect(Some(7)), effect(Some(6)), effect(None)), (0, 1, 1));
}

#[test]
fn all_problems_of_a_row_are_told_at_once() {
    assert_eq!(faults("x;y;;z;;å;ä").len(), 4);
}

#[test]
fn rows_that_contradict_each_other_are_both_refused() {
    let row = "Sjukfrånvaro;2;;2026-07;;8;";
    let same = read(&format!("{HEAD}\n{row}\n{row}")).unwrap();
    assert_eq!((same.rows.len(), same.refused), (1, 1));
    let other = "Sjukfrånvaro;2;;2026-07;;9;";
    let differ = read(&format!("{HEAD}\n{row}\n{other}\n{row}")).unwrap();
    assert_eq!((differ.rows.len(), differ.refused), (0, 3));
    assert_eq!(differ.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [2, 3, 4]);
}

#[test]
fn missing_not_applicable_and_zero_stay_apart() {
    let read = read(&format!(
        "{HEAD}\nSjukfrånvaro;2;;2026-07;saknas;;\nSjukfrånvaro;2;;2026-06;ej tillämpligt;;\nSjukfrånvaro;2;;2026-05;mätt;0;granskat"
    ))
    .unwrap();
    let values: Vec<_> = read.rows.iter().map(|row| row.value).collect();
    let zero = OutcomeValue::Measured(0.into());
    assert_eq!(values, [OutcomeValue::Missing, OutcomeValue::NotApplicable, zero]);
}

#[test]
fn the_same_rows_again_change_nothing() {
    let rows = read(&format!("{HEAD}\nSjukfrånvaro;2;;2026-07;;8;\nSjukfrånvaro;3;;2026-07;;9;"))
        .unwrap()
        .rows;
    let first = plan(rows.clone(), "", &Found::default());
    assert_eq!((first.new, first.changed, first.unchanged), (2, 0, 0));
    let kept = first
        .writes()
        .map(|row| {
            let incoming = &row.incoming;
            let kept = Kept {
                value: incoming.value,
                quality: incoming.quality,
                version: row.version_after(),
                count: None,
            };
            (incoming.key.clone(), kept)
        })
        .collect();
    let again = plan(rows, "", &Found { kept, ..Found::default() });
    assert_eq!((again.new, again.changed, again.unchanged, again.write_count()), (0, 0, 2, 0));
}

#[test]
fn where_a_value_was_taken_away_the_next_one_goes_on_from_its_version() {
    let rows = read(&format!("{HEAD}\nSjukfrånvaro;2;;2026-07;;8;")).unwrap().rows;
    let taken = rows.iter().map(|row| (row.key.clone(), 4)).collect();
    let plan = plan(rows, "", &Found { taken, ..Found::default() });
    assert_eq!((plan.new, plan.rows[0].version_after()), (1, 5));
}

#[test]
fn undoing_leaves_what_somebody_has_changed_since() {
    let key = ValueKey {
        measure: ElementId::from([1; 16]),
        org_unit: OrgUnitId::from([2; 16]),
        breakdown: String::new(),
        period: "2026-07".parse().unwrap(),
    };
    let before = Kept {
        value: OutcomeValue::Missing,
        quality: OutcomeQuality::Verified,
        version: 1,
        count: None,
    };
    let row = |before, after_version, version_now| Applied {
        key: key.clone(),
        before,
        origin_before: String::new(),
        after_version,
        version_now,
    };
    let sorted = undo(vec![
        row(None, 1, Some(1)),
        row(Some(before), 2, Some(2)),
        row(Some(before), 2, Some(3)),
        row(None, 1, None),
    ]);
    assert_eq!((sorted.remove.len(), sorted.restore.len(), sorted.left.len()), (1, 1, 2));
}

fn any_value() -> impl Strategy<Value = OutcomeValue> {
    prop_oneof![
        (0_i64..=1000)
            .prop_map(|tenths| OutcomeValue::Measured(rust_decimal::Decimal::new(tenths, 1))),
        Just(OutcomeValue::Missing),
        Just(OutcomeValue::NotApplicable),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        measure in 1_u8..=3, unit in 2_u8..=3, month in 1_i16..=8, value in any_value(),
        verified in any::<bool>(), breakdown in prop_oneof![Just(""), Just("kvinnor"), Just("män")],
    ) {
        let structure = structure();
        let names = Names::new(&structure, TODAY);
        let quality = if verified { OutcomeQuality::Verified } else { OutcomeQuality::Preliminary };
        let outcome = Outcome {
            measure: ElementId::from([measure; 16]),
            org_unit: OrgUnitId::from([unit; 16]),
            breakdown: breakdown.to_owned(),
            period: Period::new(2026, Frequency::Month, month).unwrap(),
            value,
            quality,
            version: 1,
        };
        let read = read(&format!("{HEAD}\n{}", names.cells(&outcome).join(";"))).unwrap();
        prop_assert_eq!(read.problems, []);
        let row = read.rows.first().unwrap();
        prop_assert_eq!((row.key.measure, row.key.org_unit, row.value, row.quality), (outcome.measure, outcome.org_unit, value, quality));
        prop_assert_eq!(&row.key.breakdown, breakdown);
    }

    #[test]
    fn any_cells_are_read_or_refused(
        header in proptest::collection::vec("(matt|enhet|period|varde|tillstand|.{0,5})", 0..9),
        cells in proptest::collection::vec(proptest::collection::vec("(Sjukfrånvaro|2|2026-07|8,1|.{0,20})", 0..9), 0..6),
    ) {
        let structure = structure();
        let names = Names::new(&structure, TODAY);
        let rows: Vec<(u64, Vec<String>)> = (2..).zip(cells).collect();
        let scope = Scope { structure: &structure, names: &names, mapping: &Mapping::default(), today: TODAY, undecided: &HashSet::new(), may: &|_| true };
        if let Ok(read) = read_rows(&header, &rows, &scope) {
            prop_assert_eq!(read.rows.len() + read.refused, rows.len());
        }
    }
}

#[test]
fn headings_that_stand_for_nothing_are_named() {
    let (header, _) = lines(&format!("{HEAD};Kommentar;antal; "));
    assert_eq!(unread(&header, &Mapping::default()), ["Kommentar"]);
}

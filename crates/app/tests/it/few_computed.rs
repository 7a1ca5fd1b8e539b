//! What is computed does not take apart what is hidden together.

use domain::ids::ElementId;
use domain::measures::Outcome;
use domain::periods::Period;

use crate::few::{
    ADMINISTRATOR, CONTROLLER, MEASURE, PLACES, READER, decide_on, june_of, outcome, write,
};
use crate::kit::{NewMeasure, TestApp};

const OF_ALL: &str = "0198f0000000700080000000000000a2";
const SHARE: &str = "0198f0000000700080000000000000a3";
const BODY: &str = "utbildningsnamnden";

/// Pupils with support, pupils, and the share of the first in the second.
fn measures() -> TestApp {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    for (measure, name) in [(MEASURE, PLACES), (OF_ALL, "Alla elever")] {
        NewMeasure::new(measure, name).of(BODY, "sum").define(&app, &mut controller);
    }
    NewMeasure::new(SHARE, "Andel med stöd").of(BODY, "none").define(&app, &mut controller);
    controller.open(&format!("/matt/{SHARE}/formel"));
    controller.pick("Mått A", &format!("{PLACES} (Utbildningsnämnden)"));
    controller.pick("Mått B", "Alla elever (Utbildningsnämnden)");
    controller.fill("Så räknas värdet ut", "A / B * 100").press("Spara");
    assert_eq!(controller.status(), 200, "{}", controller.page().text());
    app
}

fn june() -> Period {
    "2026-06".parse().unwrap()
}

fn of_all(school: &str, number: i64) -> (Outcome, Option<u32>) {
    let measure = OF_ALL.parse::<ElementId>().unwrap();
    (Outcome { measure, ..outcome(school, june(), number) }, None)
}

fn with_support(school: &str, number: i64, count: u32) -> (Outcome, Option<u32>) {
    (outcome(school, june(), number), Some(count))
}

fn decide_all(app: &TestApp) {
    for measure in [MEASURE, OF_ALL, SHARE] {
        decide_on(app, measure);
    }
}

#[test]
fn a_share_of_one_school_alone_is_not_told_where_the_sum_of_two_is() {
    let app = measures();
    // Hamnskolan hides beside Fyrskolan, and has not said how many pupils it has.
    let rest = [of_all("fyrskolan", 50), of_all("ljungskolan", 500)];
    let hidden = [with_support("fyrskolan", 33, 3), with_support("hamnskolan", 41, 41)];
    write(
        &app,
        0,
        hidden.into_iter().chain(rest).chain([with_support("ljungskolan", 67, 67)]).collect(),
    );
    decide_all(&app);
    let (mut reader, mut administrator) = (app.signed_in(READER), app.signed_in(ADMINISTRATOR));
    let sum = june_of(&mut reader, MEASURE, BODY);
    assert!(sum.contains("141"), "the sum of all is told: {sum}");
    let share = june_of(&mut reader, SHARE, BODY);
    assert!(share.contains("visas inte"), "{share}");
    let file = reader.get(&format!("/matt/{SHARE}/varden.csv")).text();
    assert!(!file.contains("18,18") && !file.contains("18,1818"), "{file}");
    let told = june_of(&mut administrator, SHARE, BODY);
    assert!(told.contains("18"), "who reports for the body sees it: {told}");
}

#[test]
fn a_share_of_all_schools_is_told_though_some_of_them_are_hidden() {
    let app = measures();
    let parts = [("fyrskolan", 33, 3), ("hamnskolan", 41, 41), ("ljungskolan", 67, 67)];
    let all = parts.map(|(school, number, count)| with_support(school, number, count));
    let wholes = parts.map(|(school, ..)| of_all(school, 100));
    write(&app, 0, all.into_iter().chain(wholes).collect());
    decide_all(&app);
    let mut reader = app.signed_in(READER);
    let share = june_of(&mut reader, SHARE, BODY);
    assert!(share.contains("47") && !share.contains("visas inte"), "{share}");
    assert!(june_of(&mut reader, SHARE, "fyrskolan").contains("visas inte"));
}

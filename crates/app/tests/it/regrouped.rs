//! What is put together of other org units than before is not compared with what was.

use domain::periods::Period;

use crate::few::{CONTROLLER, MEASURE, PLACES, READER, decide_on, outcome, write};
use crate::kit::{NewMeasure, TestApp, id};

const COMPUTED: &str = "0198f0000000700080000000000000a2";

/// Two schools of which one has not reported the last month; the sum of both lies around 200.
fn one_is_late(last_of_other: Option<i64>) -> TestApp {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    let months = (1..=19).map(|month| {
        let (year, month) = (2025 + (month - 1) / 12, (month - 1) % 12 + 1);
        format!("{year}-{month:02}").parse::<Period>().unwrap()
    });
    let months: Vec<Period> = months.collect();
    let mut all = Vec::new();
    for (index, month) in months.iter().enumerate() {
        let wobble = i64::try_from(index % 3).unwrap();
        all.push((outcome("fyrskolan", *month, 100 + wobble), None));
        let other = if index + 1 < months.len() { Some(100 - wobble * 2) } else { last_of_other };
        all.extend(other.map(|number| (outcome("hamnskolan", *month, number), None)));
    }
    write(&app, 0, all);
    decide_on(&app, MEASURE);
    app
}

fn page(app: &TestApp) -> String {
    page_of(app, READER, MEASURE)
}

fn page_of(app: &TestApp, person: &str, measure: &str) -> String {
    let mut browser = app.signed_in(person);
    let at = format!("/matt/{measure}?enhet={}", id("org", "utbildningsnamnden"));
    browser.open(&at).within_budget(30);
    browser.page().text()
}

/// The page of a measure that is computed from the schools' values by a formula.
fn page_of_computed(app: &TestApp, formula: &str) -> String {
    let mut controller = app.signed_in(CONTROLLER);
    let new = NewMeasure::new(COMPUTED, "Uträknat stöd");
    new.of("utbildningsnamnden", "none").define(app, &mut controller);
    let fields = [("a", MEASURE), ("formel", formula), ("version", "1")];
    let reply = controller.post(&format!("/matt/{COMPUTED}/formel"), &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    page_of(app, CONTROLLER, COMPUTED)
}

#[test]
fn a_school_that_has_not_reported_yet_is_no_real_change() {
    let text = page(&one_is_late(None));
    assert!(text.contains("Från juli 2026 är det andra enheter som har lämnat värden"), "{text}");
    assert!(!text.contains("inte slump") && !text.contains("under den nedre gränsen"), "{text}");
    assert!(text.contains("Andra enheter"), "the chart says so: {text}");
}

#[test]
fn the_comparison_goes_on_when_the_late_value_has_come() {
    let text = page(&one_is_late(Some(20)));
    assert!(!text.contains("andra enheter som har lämnat"), "{text}");
    assert!(text.contains("under den nedre gränsen"), "a fall of both is told: {text}");
}

#[test]
fn of_a_sum_that_lacks_an_org_unit_it_is_not_said_whether_it_reaches_its_target() {
    let app = TestApp::new();
    let mut reader = app.signed_in(READER);
    reader.open(&format!("/matt/{}", id("element", "biblioteksbesok"))).within_budget(30);
    let page = reader.page();
    assert!(page.says("1 av 2 enheter har lämnat värde för augusti 2026"), "{}", page.text());
    assert!(page.says("minst 9600"), "it has a target: {}", page.text());
    assert!(!page.says("når inte målet"), "{}", page.text());
}

#[test]
fn what_is_computed_of_a_sum_is_compared_as_the_sum_is() {
    for formula in ["a * 2", "a - 50"] {
        let text = page_of_computed(&one_is_late(None), formula);
        assert!(text.contains("Från juli 2026 är det andra enheter"), "{formula}: {text}");
        assert!(!text.contains("under den nedre gränsen"), "{formula}: {text}");
        let text = page_of_computed(&one_is_late(Some(20)), formula);
        assert!(!text.contains("är det andra enheter"), "{formula}: {text}");
        assert!(text.contains("under den nedre gränsen"), "{formula}: {text}");
    }
}

#[test]
fn a_computed_sum_that_lacks_a_school_is_not_held_against_its_target() {
    let of = |last: Option<i64>| {
        let app = one_is_late(last);
        page_of_computed(&app, "a * 2");
        let mut controller = app.signed_in(CONTROLLER);
        let level = [("period", "2026"), ("enhet", ""), ("slag", "at_least"), ("niva", "300")];
        let reply = controller.post(&format!("/matt/{COMPUTED}/styrtal"), &level);
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
        page_of(&app, CONTROLLER, COMPUTED)
    };
    let (late, whole) = (of(None), of(Some(20)));
    assert!(whole.contains("når inte målet"), "{whole}");
    assert!(late.contains("minst 300") && !late.contains("når inte målet"), "{late}");
}

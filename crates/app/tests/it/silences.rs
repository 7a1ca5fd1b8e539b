//! What is missing says why, and long silences do not fill a page.

use crate::kit::{Browser, NewMeasure, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const COST: &str = "0198f000000070008000000000000051";
const COUNT: &str = "0198f000000070008000000000000052";
const EACH: &str = "0198f000000070008000000000000053";

const COMMITTEE: &str = "kultur-och-fritidsnamnden";

fn record(browser: &mut Browser, measure: &str, period: &str, value: &str) {
    record_of(browser, COMMITTEE, measure, period, value);
}

fn record_of(browser: &mut Browser, unit: &str, measure: &str, period: &str, value: &str) {
    let unit = id("org", unit);
    let fields = [("enhet", unit.as_str()), ("period", period), ("varde", value), ("version", "0")];
    let reply = browser.post(&format!("/matt/{measure}/varde"), &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
}

fn row(browser: &Browser, table: &str, period: &str) -> String {
    let rows = browser.page().texts(&format!("{table} tr"));
    rows.iter().find(|row| row.starts_with(period)).cloned().unwrap_or_else(|| {
        panic!("no row of {table} begins with {period}: {rows:?}");
    })
}

#[test]
fn a_computed_value_that_is_missing_says_which_part_it_lacked_or_that_it_was_divided_by_zero() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    for (measure, name) in [(COST, "Vad det kostar"), (COUNT, "Hur många"), (EACH, "Per styck")] {
        NewMeasure::new(measure, name).define(&app, &mut controller);
    }
    let fields = [("a", COST), ("b", COUNT), ("formel", "a / b"), ("version", "1")];
    assert_eq!(controller.post(&format!("/matt/{EACH}/formel"), &fields).status.as_u16(), 303);
    for (period, cost, count) in [("2026-05", "10", "5"), ("2026-06", "10", "0")] {
        record(&mut controller, COST, period, cost);
        record(&mut controller, COUNT, period, count);
    }
    record(&mut controller, COST, "2026-07", "12");
    let unit = id("org", "kultur-och-fritidsnamnden");
    controller.open(&format!("/matt/{EACH}?enhet={unit}")).within_budget(30);
    let lacking = row(&controller, "table", "juli 2026");
    assert!(lacking.contains("Värde saknas: Hur många saknas"), "{lacking}");
    assert!(!lacking.contains("Granskat") && !lacking.contains("Preliminärt"), "{lacking}");
    let by_zero = row(&controller, "table", "juni 2026");
    assert!(by_zero.contains("Värde saknas: delat med noll"), "{by_zero}");
    assert!(row(&controller, "table", "maj 2026").contains("2,0"));
    controller.open(&format!("/matt/{EACH}/raknat?enhet={unit}")).within_budget(30);
    let whole = row(&controller, "#delar", "maj 2026");
    assert!(["10,0", "5,0", "2,0"].iter().all(|part| whole.contains(part)), "{whole}");
    let lacking = row(&controller, "#delar", "juli 2026");
    assert!(lacking.contains("12,0") && lacking.contains("Hur många saknas"), "{lacking}");
    assert!(row(&controller, "#delar", "juni 2026").contains("Delat med noll"));
}

#[test]
fn a_long_silence_is_one_row() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(COST, "Vad det kostar").define(&app, &mut controller);
    NewMeasure::new(EACH, "Per styck").define(&app, &mut controller);
    let fields = [("a", COST), ("formel", "a / 2"), ("version", "1")];
    assert_eq!(controller.post(&format!("/matt/{EACH}/formel"), &fields).status.as_u16(), 303);
    record(&mut controller, COST, "2010-01", "10");
    record(&mut controller, COST, "2026-06", "11");
    let unit = id("org", "kultur-och-fritidsnamnden");
    for (page, table) in [
        (format!("/matt/{COST}?enhet={unit}"), "table"),
        (format!("/matt/{COST}/raknat?enhet={unit}"), "#raknat"),
        (format!("/matt/{EACH}/raknat?enhet={unit}"), "#raknat"),
        (format!("/matt/{EACH}/raknat?enhet={unit}"), "#delar"),
    ] {
        controller.open(&page);
        let silence = row(&controller, table, "februari 2010");
        assert!(silence.starts_with("februari 2010 till maj 2026"), "{page}: {silence}");
        assert!(silence.contains("Inga värden"), "{page}: {silence}");
        row(&controller, table, "januari 2010");
        row(&controller, table, "juni 2026");
        // A short silence is told of month by month.
        assert!(row(&controller, table, "juli 2026").contains("Inte lämnat"), "{page}");
        assert!(controller.page().texts(&format!("{table} tr")).len() < 30, "{page}");
    }
}

#[test]
fn a_part_of_the_whole_and_a_part_of_some_are_not_said_to_be_of_nobody() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    for (measure, name) in [(COST, "Vad det kostar"), (COUNT, "Hur många"), (EACH, "Per styck")] {
        NewMeasure::new(measure, name).define(&app, &mut controller);
    }
    let fields = [("a", COST), ("b", COUNT), ("formel", "a / b"), ("version", "1")];
    assert_eq!(controller.post(&format!("/matt/{EACH}/formel"), &fields).status.as_u16(), 303);
    // The committee says the cost for all; two units say how many, and then one of them does not.
    for (unit, period) in
        [("simhallen", "2026-05"), ("kulturskolan", "2026-05"), ("simhallen", "2026-06")]
    {
        record_of(&mut controller, unit, COUNT, period, "5");
    }
    record(&mut controller, COST, "2026-05", "20");
    record(&mut controller, COST, "2026-06", "20");
    let unit = id("org", COMMITTEE);
    for (page, table) in [("", "table"), ("/raknat", "#delar")] {
        controller.open(&format!("/matt/{EACH}{page}?enhet={unit}")).within_budget(30);
        let row = row(&controller, table, "juni 2026").to_lowercase();
        assert!(row.contains("värdena gäller inte samma enheter"), "{page}: {row}");
    }
    assert!(row(&controller, "#delar", "maj 2026").contains("2,0"));
}

#[test]
fn parts_that_are_shown_rounded_leave_nobody_out() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(COST, "Ett medelvärde").of(COMMITTEE, "mean").define(&app, &mut controller);
    NewMeasure::new(EACH, "Hundra gånger så mycket").define(&app, &mut controller);
    let fields = [("a", COST), ("formel", "a * 100"), ("version", "1")];
    assert_eq!(controller.post(&format!("/matt/{EACH}/formel"), &fields).status.as_u16(), 303);
    for (unit, value) in [("simhallen", "1"), ("kulturskolan", "1"), ("sjofartsmuseet", "2")] {
        record_of(&mut controller, unit, COST, "2026-06", value);
    }
    let unit = id("org", COMMITTEE);
    controller.open(&format!("/matt/{EACH}/raknat?enhet={unit}")).within_budget(30);
    let row = row(&controller, "#delar", "juni 2026");
    assert!(row.contains("133,3"), "{row}");
    assert!(!row.contains("är inte med"), "{row}");
}

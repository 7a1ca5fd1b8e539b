//! New words for a measure that others are computed from, or that is itself computed.

use http::StatusCode;

use crate::kit::{Browser, NewMeasure, Reply, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const OLD: &str = "0198f000000070008000000000000081";
const OTHER: &str = "0198f000000070008000000000000082";
const WORDS: &str = "0198f000000070008000000000000083";

fn decide(app: &TestApp, browser: &mut Browser, measure: &str) -> Reply {
    let version = app.structure().element(measure.parse().unwrap()).unwrap().version;
    let (body, chosen) = (id("org", "kultur-och-fritidsnamnden"), format!("{measure}/{version}"));
    let fields =
        [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "1"), ("mal", &chosen)];
    browser.post(&format!("/mal/{measure}/beslut"), &fields)
}

fn say(app: &TestApp, browser: &mut Browser, of: &str, text: &str, part: &str) -> Reply {
    let version = app.structure().element(of.parse().unwrap()).unwrap().version.to_string();
    let fields = [("a", part), ("formel", text), ("version", &version)];
    browser.post(&format!("/matt/{of}/formel"), &fields)
}

/// A decided measure with new words on their way, and another measure.
fn reworded() -> (TestApp, Browser) {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    NewMeasure::new(OLD, "Det ena").define(&app, &mut browser);
    NewMeasure::new(OTHER, "Det andra").define(&app, &mut browser);
    assert_eq!(decide(&app, &mut browser, OLD).status, StatusCode::SEE_OTHER);
    let begun = browser.post(&format!("/mal/{OLD}/ersatt"), &[("id", WORDS)]);
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    (app, browser)
}

#[test]
fn new_words_are_not_computed_from_what_is_computed_from_the_measure() {
    let (app, mut browser) = reworded();
    let other = say(&app, &mut browser, OTHER, "a * 2", OLD);
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    for part in [OTHER, OLD] {
        let round = say(&app, &mut browser, WORDS, "a * 2", part);
        assert_eq!(round.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(round.text().contains("går i en cirkel: Det ena → "), "{}", round.text());
    }
}

#[test]
fn words_that_have_come_to_close_a_circle_are_not_decided() {
    let (app, mut browser) = reworded();
    let words = say(&app, &mut browser, WORDS, "a * 2", OTHER);
    assert_eq!(words.status, StatusCode::SEE_OTHER);
    let other = say(&app, &mut browser, OTHER, "a * 3", OLD);
    assert_eq!(other.status, StatusCode::SEE_OTHER, "what holds has no formula");
    let before = app.audit_length();
    let decided = decide(&app, &mut browser, WORDS);
    assert_eq!(decided.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(decided.text().contains("Det ena → Det andra → Det ena"), "{}", decided.text());
    assert_eq!(app.audit_length(), before);
    // Once the other way round is gone it can be decided.
    let other = say(&app, &mut browser, OTHER, "", "");
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    assert_eq!(decide(&app, &mut browser, WORDS).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_formula_that_others_could_not_be_computed_from_is_refused() {
    let (app, mut browser) = reworded();
    let other = say(&app, &mut browser, OTHER, "a+a+a+a+a+a+a+a+a", OLD);
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    let long = ["a"; 30].join("+");
    let swims = id("element", "besok-simhall");
    let words = say(&app, &mut browser, WORDS, &long, &swims);
    assert_eq!(words.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words.text().contains("bygger på för många mått"), "{}", words.text());
    assert_eq!(say(&app, &mut browser, WORDS, "a", &swims).status, StatusCode::SEE_OTHER);
}

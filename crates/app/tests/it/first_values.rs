//! A first value where the account is handed in already: nothing that was reported is changed, so
//! nobody is asked why; only a change of what stands there is a correction.

use crate::imports::{HEAD, look};
use crate::kit::{Browser, NewMeasure, TestApp, id};

const MEASURE: &str = "00000000000000000000000000000051";
const NAME: &str = "Platser på kö";
const UNIT: &str = "centrums-forskolor";

/// Skärvik with a measure that nobody has told a value of, and the account of the unit handed in.
fn new_measure() -> (TestApp, Browser) {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    NewMeasure::new(MEASURE, NAME).of("utbildningsnamnden", "sum").define(&app, &mut browser);
    (app, browser)
}

fn form() -> String {
    format!("/matt/{MEASURE}/varde?enhet={}&period=2026-08", id("org", UNIT))
}

fn file(value: &str) -> Vec<u8> {
    format!("{HEAD}\n{NAME};Centrums förskolor;;2026-08;;{value};preliminärt").into_bytes()
}

#[test]
fn the_form_takes_a_first_value_without_a_reason_and_asks_for_one_when_it_is_changed() {
    let (_app, mut browser) = new_measure();
    browser.open(&form());
    assert!(!browser.page().says("Värdet är redan lämnat"), "{}", browser.page().text());
    browser.fill("Värde", "12").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    browser.open(&form());
    assert!(browser.page().says("Värdet är redan lämnat"), "{}", browser.page().text());
    browser.fill("Värde", "13").press("Spara värdet");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Skriv varför värdet ändras"));
    browser.fill("Varför ändras värdet?", "En räknades inte.").press("Spara värdet");
    assert_eq!(browser.status(), 200);
}

#[test]
fn the_table_takes_a_first_value_and_locks_it_then() {
    let (_app, mut browser) = new_measure();
    let unit = id("org", UNIT);
    let table = format!("/matvarden?matt={MEASURE}&enhet={unit}");
    let row = format!("{MEASURE}.{unit}");
    let send = |browser: &mut Browser, typed: &str| {
        let fields = [
            ("matt", MEASURE),
            ("enhet", &unit),
            ("ar", "2026"),
            ("rad", &row),
            ("s0", ""),
            ("c0-7", typed),
            ("kvalitet", "preliminary"),
        ];
        browser.post("/matvarden", &fields).status.as_u16()
    };
    let leads = |browser: &mut Browser| {
        let links = browser.open(&table).within_budget(30).page().links();
        links.into_iter().filter(|(_, to)| to.contains("/varde?") && to.contains("2026-08")).count()
    };
    assert_eq!(leads(&mut browser), 0, "a cell that says nothing is written in");
    assert_eq!(send(&mut browser, "12"), 303);
    assert_eq!(leads(&mut browser), 1, "{}", browser.page().text());
    assert_eq!(send(&mut browser, "13"), 422);
}

#[test]
fn a_file_brings_a_first_value_without_a_reason_and_owes_one_for_changing_it() {
    let (_app, mut browser) = new_measure();
    look(&mut browser, &file("12"));
    browser.press("Läs in ett värde");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    look(&mut browser, &file("13"));
    assert!(browser.page().says("Ett värde som är granskat, rättat eller redan lämnat"));
    browser.press("Läs in ett värde");
    assert_eq!(browser.status(), 422);
    browser.fill("Varför ändras värdena?", "En räknades inte.").press("Läs in ett värde");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    look(&mut browser, &file("13"));
    assert!(browser.page().says("Inget"), "{}", browser.page().text());
}

#[test]
fn a_period_that_has_a_value_already_says_so_and_asks_why_it_is_replaced() {
    let (app, mut browser) = new_measure();
    let of_june = form().replace("2026-08", "2026-06");
    browser.open(&of_june).fill("Värde", "22").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    browser.open(&form()).pick("Period", "juni 2026").fill("Värde", "25").press("Spara värdet");
    assert_eq!(browser.status(), 422, "{}", browser.page().text());
    let text = browser.page().text();
    assert!(text.contains("Här finns redan 22"), "{text}");
    assert!(text.contains("Johan Åkerlund, 25 augusti 2026"), "{text}");
    assert!(!text.contains("medan du skrev"), "nobody has: {text}");
    assert_eq!(
        (browser.value("Period"), browser.value("Värde")),
        ("juni 2026".into(), "25".into())
    );
    browser.fill("Varför ändras värdet?", "En räknades inte.").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());

    // Somebody who wrote while the form was open for that very period is a conflict, by name.
    browser.open(&of_june);
    let mut other = app.signed_in("Kerstin Öberg");
    other.open(&of_june).fill("Värde", "27").fill("Varför ändras värdet?", "Räknat om.");
    other.press("Spara värdet");
    assert_eq!(other.status(), 200, "{}", other.page().text());
    browser.fill("Värde", "26").fill("Varför ändras värdet?", "Fel.").press("Spara värdet");
    assert_eq!(browser.status(), 409);
    assert!(browser.page().says("registrerades medan du skrev: Kerstin Öberg"));
}

//! What forms have chosen before anybody has, and what they do not take.

use crate::kit::{NewMeasure, TestApp, id};

/// The choices of a list that are chosen.
fn chosen(app: &TestApp, address: &str, list: &str) -> Vec<String> {
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open(address);
    browser.page().texts(&format!("select[name={list}] option[selected]"))
}

#[test]
fn a_new_measure_is_of_a_class_that_counts() {
    let app = TestApp::new();
    assert_eq!(chosen(&app, "/matt/nytt", "klass"), ["resultatmått"]);
}

#[test]
fn a_level_to_come_follows_what_is_better() {
    let app = TestApp::new();
    let form = |measure| format!("/matt/{}/styrtal", id("element", measure));
    assert_eq!(chosen(&app, &form("sjukfranvaro"), "slag"), ["högst nivån"]);
}

#[test]
fn what_is_late_is_mended_in_the_form_of_the_period_that_is_waited_for() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let (measure, unit) = ("00000000000000000000000000000053", id("org", "centrums-forskolor"));
    NewMeasure::new(measure, "Platser på kö")
        .of("utbildningsnamnden", "sum")
        .define(&app, &mut browser);
    browser.open(&format!("/matt/{measure}/varde?enhet={unit}&period=2026-01"));
    browser.fill("Värde", "12").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    browser.open("/trad/halsa?regel=M08");
    let links = browser.page().links();
    let forms: Vec<&String> =
        links.iter().map(|(_, to)| to).filter(|to| to.contains("/varde?")).collect();
    assert!(!forms.is_empty() && forms.iter().all(|to| to.contains("&period=")), "{forms:?}");
}

#[test]
fn a_value_of_a_month_that_goes_on_is_preliminary_until_somebody_says_otherwise() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    let (measure, unit) = (id("element", "sjukfranvaro"), id("org", "skargardens-forskolor"));
    let mut quality = |period: &str| {
        browser.open(&format!("/matt/{measure}/varde?enhet={unit}&period={period}"));
        let html = browser.reply().text();
        let input =
            |code: &str| html.split("<input").find(|one| one.contains(code)).map(str::to_owned);
        let is = |code: &str| input(code).is_some_and(|one| one.contains("checked"));
        (is("\"preliminary\""), is("\"verified\""))
    };
    assert_eq!(quality("2026-08"), (true, false));
}

#[test]
fn a_computed_value_is_shown_with_what_it_is_computed_from() {
    let app = TestApp::new();
    let structure = app.structure();
    let computed = structure.computed().next().expect("a computed measure");
    let part = *computed.formula.as_ref().unwrap().measures()[0];
    let title = &structure.element(part).unwrap().title;
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open(&format!("/matt/{}", computed.id)).follow("Så räknades det").within_budget(30);
    assert!(browser.page().says("Det som värdet räknas ut av"), "{}", browser.page().text());
    assert!(browser.page().texts("#delar th").iter().any(|head| head == title), "{title}");
}

//! How many people a value is about is said, seen and put right where the value is, and told before a
//! file is read in.

use app::measures::store::counts_of;
use domain::ids::{ElementId, OrgUnitId};

use crate::few::{CONTROLLER, MEASURE, PLACES, READER, decide_on, june_of, outcome, write};
use crate::imports::{HEAD, look};
use crate::kit::{Browser, NewMeasure, TestApp, id};

const ASKED: &str = "Hur många personer gäller värdet?";

fn of_schools(over_organisation: &str) -> TestApp {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let measure = NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", over_organisation);
    measure.define(&app, &mut controller);
    decide_on(&app, MEASURE);
    app
}

fn counted(app: &TestApp, period: &str) -> Option<u32> {
    let measure: ElementId = MEASURE.parse().unwrap();
    let school: OrgUnitId = id("org", "fyrskolan").parse().unwrap();
    let counts = app.reading(|tx| counts_of(tx, measure, school));
    counts.get(&(school, String::new(), period.to_owned())).copied()
}

fn form(browser: &mut Browser) {
    let school = id("org", "fyrskolan");
    browser.open(&format!("/matt/{MEASURE}/varde?enhet={school}&period=2026-06"));
}

#[test]
fn a_value_typed_by_hand_about_few_is_hidden_until_it_is_said_to_be_about_more() {
    let app = of_schools("none");
    let mut browser = app.signed_in(CONTROLLER);
    form(&mut browser);
    browser.fill("Värde", "333").fill(ASKED, "tre").press("Spara värdet");
    assert_eq!((browser.status(), counted(&app, "2026-06")), (422, None));
    assert_eq!(browser.value(ASKED), "tre");
    browser.fill(ASKED, "3").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(counted(&app, "2026-06"), Some(3));
    let mut reader = app.signed_in(READER);
    assert!(june_of(&mut reader, MEASURE, "fyrskolan").contains("visas inte"));

    let audit = app.audit_length();
    form(&mut browser);
    assert_eq!(browser.value(ASKED), "3");
    browser.fill(ASKED, "40").press("Spara värdet");
    assert_eq!((browser.status(), app.audit_length()), (200, audit + 1));
    assert_eq!(counted(&app, "2026-06"), Some(40));
    assert!(june_of(&mut reader, MEASURE, "fyrskolan").contains("333"));
    form(&mut browser);
    browser.press("Spara värdet");
    assert_eq!(app.audit_length(), audit + 1, "the same again is no change");
    form(&mut browser);
    browser.fill(ASKED, "").press("Spara värdet");
    assert_eq!(counted(&app, "2026-06"), None);
}

#[test]
fn a_form_that_does_not_ask_how_many_lets_what_is_known_stand() {
    let app = of_schools("none");
    write(&app, 0, vec![(outcome("fyrskolan", "2026-06".parse().unwrap(), 333), Some(3))]);
    let school = id("org", "fyrskolan");
    let fields = [
        ("enhet", school.as_str()),
        ("period", "2026-06"),
        ("sedd", "2026-06"),
        ("version", "1"),
        ("varde", "444"),
        ("kvalitet", "verified"),
        ("skal", "Räknat om."),
    ];
    let reply = app.signed_in(CONTROLLER).post(&format!("/matt/{MEASURE}/varde"), &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    assert_eq!(counted(&app, "2026-06"), Some(3));
}

#[test]
fn a_file_tells_how_many_its_values_are_about_before_it_is_read_in() {
    let app = of_schools("none");
    let mut browser = app.signed_in(CONTROLLER);
    let row = |school: &str, number: i64, count: &str| {
        format!("\n{PLACES};{school};;2026-06;;{number};;{count}")
    };
    let rows =
        [row("Fyrskolan", 333, "3"), row("Hamnskolan", 41, "41"), row("Ljungskolan", 67, "")];
    look(&mut browser, format!("{HEAD};antal{}", rows.concat()).as_bytes());
    let table = browser.page().table("Rader");
    let at = table[0].iter().position(|heading| heading == "Antal").expect("a column of counts");
    let counts: Vec<&str> = table.iter().skip(1).map(|row| row[at].as_str()).collect();
    assert_eq!(counts, ["3, visas inte", "41", ""]);
    assert!(browser.page().says("Ett värde gäller så få personer"), "{}", browser.page().text());
    look(&mut browser, format!("{HEAD}\n{PLACES};Fyrskolan;;2026-06;;333;").as_bytes());
    let table = browser.page().table("Rader");
    assert!(!table[0].iter().any(|heading| heading == "Antal"));
}

#[test]
fn a_year_says_that_a_month_is_hidden_rather_than_missing() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "none").define(&app, &mut browser);
    browser.open(&format!("/matt/{MEASURE}/andra"));
    browser.pick("Så läggs perioder ihop", "de summeras").press("Spara");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    decide_on(&app, MEASURE);
    let month = |month: i64| format!("2025-{month:02}").parse().unwrap();
    let values =
        (1..=12).map(|at| (outcome("fyrskolan", month(at), 10 + at), (at == 6).then_some(3)));
    write(&app, 0, values.collect());
    let page = format!("/matt/{MEASURE}?enhet={}", id("org", "fyrskolan"));
    let told = |person: &str| {
        let mut browser = app.signed_in(person);
        browser.open(&page).page().says("Ett värde visas inte och är inte med")
    };
    assert!(told(READER));
    assert!(!told(CONTROLLER));
}

#[test]
fn what_another_source_says_of_few_is_hidden_when_it_is_chosen() {
    let app = of_schools("none");
    write(&app, 0, vec![(outcome("fyrskolan", "2026-06".parse().unwrap(), 444), Some(50))]);
    let mut browser = app.signed_in(CONTROLLER);
    let file = format!("{HEAD};antal\n{PLACES};Fyrskolan;;2026-06;;333;;3");
    crate::sources::look_from(&mut browser, "Kolada", file.as_bytes());
    browser.press("Läs in ett värde");
    let mut reader = app.signed_in(READER);
    let school = id("org", "fyrskolan");
    let page = format!("/matt/{MEASURE}?enhet={school}");
    assert!(!reader.open(&page).page().text().contains("333"), "what stands beside is about few");
    let choose = format!("/matt/{MEASURE}/kalla?enhet={school}&period=2026-06");
    browser.open(&choose);
    let source = browser.page().texts("label").into_iter().find(|one| one.contains("333")).unwrap();
    browser.choose(&source).fill("Varför?", "Den är bättre.").press("Spara");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(counted(&app, "2026-06"), Some(3));
    assert!(june_of(&mut reader, MEASURE, "fyrskolan").contains("visas inte"));
}

//! How many people a value is about is said, seen and put right where the value is, and told before a
//! file is read in.

use app::measures::store::counts_of;
use domain::ids::{ElementId, OrgUnitId};

use crate::few::{
    ADMINISTRATOR, CONTROLLER, MEASURE, PLACES, READER, decide_on, june_of, outcome, write,
};
use crate::imports::{HEAD, look};
use crate::kit::{Browser, NewMeasure, TestApp, id};

const STAFF: &str = "Sofia Bergkvist";
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

const WRONG: &str = "Antalet har varit fel hela tiden: värdet har aldrig gällt så få";

#[test]
fn a_number_that_was_wrong_from_the_beginning_protects_nobody_once_a_checker_says_so() {
    let app = of_schools("sum");
    write(&app, 0, vec![(outcome("fyrskolan", "2026-06".parse().unwrap(), 333), Some(3))]);
    app.clock().advance_secs(60);
    let (mut browser, mut reader) = (app.signed_in(CONTROLLER), app.signed_in(READER));
    assert!(june_of(&mut reader, MEASURE, "fyrskolan").contains("visas inte"));
    let audit = app.audit_length();
    form(&mut browser);
    browser.fill(ASKED, "4").choose(WRONG).press("Spara värdet");
    assert_eq!((browser.status(), app.audit_length()), (200, audit + 1));
    assert!(june_of(&mut reader, MEASURE, "fyrskolan").contains("visas inte"), "four are few too");
    app.clock().advance_secs(60);
    form(&mut browser);
    browser.fill(ASKED, "40").choose(WRONG).press("Spara värdet");
    assert!(june_of(&mut reader, MEASURE, "fyrskolan").contains("333"));
    form(&mut browser);
    assert!(!browser.page().says("Det har stått att värdet gäller"));
}

#[test]
fn only_who_answers_for_that_values_are_checked_can_say_that_a_number_was_wrong() {
    let app = of_schools("sum");
    write(&app, 0, vec![(outcome("fyrskolan", "2026-06".parse().unwrap(), 333), Some(3))]);
    app.clock().advance_secs(60);
    let school = id("org", "fyrskolan");
    let fields = [
        ("enhet", school.as_str()),
        ("period", "2026-06"),
        ("sedd", "2026-06"),
        ("version", "1"),
        ("varde", "333"),
        ("kvalitet", "verified"),
        ("antal", "50"),
        ("antal_fel", "ja"),
    ];
    for (person, is_told) in [(STAFF, false), (CONTROLLER, true)] {
        let reply = app.signed_in(person).post(&format!("/matt/{MEASURE}/varde"), &fields);
        assert!(reply.status.as_u16() < 500, "{}", reply.text());
        let row = june_of(&mut app.signed_in(READER), MEASURE, "fyrskolan");
        assert_eq!(row.contains("333"), is_told, "{person}: {row}");
    }
}

#[test]
fn a_form_that_was_open_when_the_number_changed_does_not_change_it_back() {
    let app = of_schools("none");
    write(&app, 0, vec![(outcome("fyrskolan", "2026-06".parse().unwrap(), 333), None)]);
    let (mut first, mut second) = (app.signed_in(CONTROLLER), app.signed_in(ADMINISTRATOR));
    form(&mut first);
    form(&mut second);
    first.fill(ASKED, "3").press("Spara värdet");
    assert_eq!(first.status(), 200);
    second.press("Spara värdet");
    assert_eq!((second.status(), counted(&app, "2026-06")), (409, Some(3)));
    assert!(second.page().says("Där står nu 3 som antal personer. Du skrev inget antal."));
    second.fill(ASKED, "3").press("Spara värdet");
    assert_eq!((second.status(), counted(&app, "2026-06")), (200, Some(3)));
}

#[test]
fn a_file_that_was_looked_through_before_the_number_changed_is_looked_through_again() {
    let app = of_schools("none");
    write(&app, 0, vec![(outcome("fyrskolan", "2026-06".parse().unwrap(), 333), None)]);
    let (mut browser, mut other) = (app.signed_in(CONTROLLER), app.signed_in(ADMINISTRATOR));
    let file = format!("{HEAD};antal\n{PLACES};Fyrskolan;;2026-06;;333;;60");
    look(&mut browser, file.as_bytes());
    form(&mut other);
    other.fill(ASKED, "2").press("Spara värdet");
    assert_eq!(counted(&app, "2026-06"), Some(2));
    browser.press("Läs in ett värde");
    assert_eq!(counted(&app, "2026-06"), Some(2), "{}", browser.page().text());
    browser.press("Läs in ett värde");
    assert_eq!(counted(&app, "2026-06"), Some(60), "{}", browser.page().text());
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
fn a_file_is_told_that_a_value_stays_hidden_though_it_says_that_it_is_about_more() {
    let app = of_schools("sum");
    write(&app, 0, vec![(outcome("fyrskolan", "2026-06".parse().unwrap(), 333), Some(3))]);
    app.clock().advance_secs(60);
    let mut browser = app.signed_in(CONTROLLER);
    form(&mut browser);
    browser.fill(ASKED, "40").press("Spara värdet");
    assert_eq!(counted(&app, "2026-06"), Some(40));
    look(&mut browser, format!("{HEAD};antal\n{PLACES};Fyrskolan;;2026-06;;444;;45").as_bytes());
    let table = browser.page().table("Rader");
    assert!(table[1].iter().any(|cell| cell == "45, visas inte"), "{table:?}");
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
    app.clock().advance_secs(60);
    let mut browser = app.signed_in(CONTROLLER);
    let file = format!("{HEAD};antal\n{PLACES};Fyrskolan;;2026-06;;333;;3");
    crate::sources::look_from(&mut browser, "Kolada", file.as_bytes());
    browser.press("Läs in ett värde");
    app.clock().advance_secs(60);
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

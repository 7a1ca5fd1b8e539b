//! Measures that end, and wordings of them that do not hold: nothing is asked of them, and what is
//! decided about them is seen by those who decide.

use domain::elements::{Element, ElementState};

use crate::imports::{look, rows};
use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Johan Åkerlund";
const READER: &str = "Ingrid Malm";
const NEW: &str = "0198f0000000700080000000000000e1";

fn sick() -> String {
    id("element", "sjukfranvaro")
}

/// New words for a decided measure, under a name of their own.
fn reword(app: &TestApp, browser: &mut Browser) {
    let reply = browser.post(&format!("/mal/{}/ersatt", sick()), &[("id", NEW)]);
    assert_eq!(reply.status.as_u16(), 303);
    browser.open(&format!("/matt/{NEW}/andra")).fill("Namn", "Frånvaro i nya ord").press("Spara");
    let kept = app.structure().element(NEW.parse().unwrap()).cloned().unwrap();
    assert_eq!(kept.title, "Frånvaro i nya ord");
}

#[test]
fn new_words_that_are_not_decided_take_no_values_by_any_door() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    reword(&app, &mut browser);
    let audit = app.audit_length();
    look(&mut browser, &rows(&["Frånvaro i nya ord;Skärgårdens förskolor;;2026-08;;9,9;"]));
    assert!(browser.page().says("Den nya lydelsen är inte beslutad"), "{}", browser.page().text());
    assert!(!browser.page().says("Läs in ett värde"));

    let unit = id("org", "skargardens-forskolor");
    let form = format!("/matt/{NEW}/varde");
    assert_eq!(browser.get(&format!("{form}?enhet={unit}")).status.as_u16(), 303);
    let value = [("enhet", unit.as_str()), ("period", "2026-08"), ("varde", "9,9")];
    let reply = browser.post(&form, &value);
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("Registrera värdet för måttet som gäller"));

    browser.open(&format!("/matvarden?matt={NEW}"));
    assert!(browser.page().says("Här finns inga mått att fylla i"), "{}", browser.page().text());
    let row = format!("{NEW}.{unit}");
    let cells = [("matt", NEW), ("ar", "2026"), ("rad", row.as_str()), ("c0-7", "9,9")];
    assert_eq!(browser.post("/matvarden", &cells).status.as_u16(), 404);
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn the_groups_and_the_least_count_are_seen_by_those_who_decide_and_those_who_read() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    reword(&app, &mut browser);
    browser
        .open(&format!("/matt/{NEW}/uppdelning"))
        .fill("Uppdelningar", "kön: kvinnor, män, annat")
        .fill("Visa inte värden som gäller färre än", "1")
        .press("Spara");
    let least = app.structure().measure(sick().parse().unwrap()).unwrap().least_count;
    browser.open(&format!("/mal/{NEW}/beslut"));
    let words = browser.page().texts("dl.grounds-list").join(" ");
    assert!(words.contains("annat") && words.contains("Visa inte värden"), "{words}");
    let html = browser.reply().text();
    for part in [format!("<del>{least}</del>"), "<ins>1</ins>".to_owned()] {
        assert!(html.contains(&part), "{part}");
    }
    let mut reader = app.signed_in(READER);
    reader.open(&format!("/matt/{}", sick()));
    let facts = reader.page().texts("dl.facts").join(" ");
    assert!(facts.contains(&format!("{least} personer")), "{facts}");
}

fn element(app: &TestApp, name: &str) -> Element {
    let key = id("element", name).parse().unwrap();
    Element::clone(app.structure().element(key).unwrap())
}

fn end(browser: &mut Browser, name: &str, last: &str) {
    browser.open(&format!("/matt/{}", id("element", name))).follow("Avsluta");
    browser.fill("Sista dagen", last).fill("Paragraf", "12").press("Avsluta enligt beslutet");
}

#[test]
fn a_decided_measure_ends_by_a_decision_and_its_values_stay() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let (swims, page) = ("besok-simhall", format!("/matt/{}", id("element", "besok-simhall")));
    let rows = browser.open(&page).page().texts("table tr").len();
    browser.follow("Avsluta");
    assert!(browser.page().says("Mått som räknas ut av det här"), "{}", browser.page().text());
    let audit = app.audit_length();
    browser.fill("Sista dagen", "snart").fill("Paragraf", "12").press("Avsluta enligt beslutet");
    assert_eq!((browser.status(), app.audit_length()), (422, audit));
    end(&mut browser, swims, "2020-01-01");
    assert_eq!(
        (browser.status(), app.audit_length()),
        (422, audit),
        "it has values of later years"
    );
    let problems = browser.page().problems();
    assert!(problems[0].starts_with("Sista dagen kan tidigast vara"), "{problems:?}");
    end(&mut browser, swims, "2026-07-31");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    let now = element(&app, swims);
    assert_eq!(now.state, ElementState::Ended);
    assert_eq!(now.ends_on.map(|day| day.to_string()).as_deref(), Some("2026-07-31"));
    browser.open(&page);
    assert!(browser.page().says("Sista dagen är 31 juli 2026"), "{}", browser.page().text());
    let links: Vec<String> = browser.page().links().into_iter().map(|(words, _)| words).collect();
    for gone in ["Registrera värde", "Fyll i flera", "Avsluta", "Styrtal"] {
        assert!(!links.iter().any(|words| words == gone), "{gone} in {links:?}");
    }
    assert_eq!(browser.page().texts("table tr").len(), rows, "values are read as before");
}

#[test]
fn a_measure_holds_until_a_last_day_that_is_yet_to_come() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    end(&mut browser, "besok-simhall", "2026-12-31");
    let now = element(&app, "besok-simhall");
    assert_eq!(now.state, ElementState::Adopted);
    assert!(browser.page().says("Avslutas enligt beslut"), "{}", browser.page().text());
    assert!(browser.page().says("Sista dagen är 31 december 2026"));
    assert!(browser.page().says("Registrera värde"));
}

#[test]
fn the_ending_of_a_measure_is_taken_back_as_it_was() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let swims = "besok-simhall";
    let before = element(&app, swims);
    for last in ["2026-07-31", "2026-12-31"] {
        end(&mut browser, swims, last);
        assert_eq!(browser.status(), 200, "{}", browser.page().text());
        let mut reader = app.signed_in(READER);
        reader.open(&format!("/matt/{}", id("element", swims)));
        assert!(!reader.page().says("Ta tillbaka avslutandet"), "only who decides");
        browser.press("Ta tillbaka avslutandet");
        assert_eq!(browser.status(), 200, "{}", browser.page().text());
        let after = element(&app, swims);
        assert_eq!(after, Element { version: after.version, ..before.clone() }, "{last}");
        assert!(browser.page().says("Registrera värde"), "{}", browser.page().text());
        assert!(!browser.page().says("Sista dagen"), "{}", browser.page().text());
    }
}

#[test]
fn an_ending_yet_to_come_is_taken_back_and_leaves_what_was_changed_since() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let swims = "besok-simhall";
    end(&mut browser, swims, "2026-12-31");
    let row = id("element", swims);
    browser
        .open(&format!("/trad/andra?rad={row}&vad=ansvarig"))
        .pick("Vem ska ansvara?", "Lena Holm, Förvaltningschef, utbildning")
        .press("Visa vad som ändras")
        .press("Ändra en");
    let lena = id("person", "lena-holm").parse().ok();
    assert_eq!(element(&app, swims).responsible, lena, "{}", browser.page().text());
    browser.open(&format!("/matt/{row}")).press("Ta tillbaka avslutandet");
    let after = element(&app, swims);
    assert_eq!((after.state, after.ends_on), (ElementState::Adopted, None));
    assert_eq!(after.responsible, lena);
}

#[test]
fn who_answers_for_a_measure_is_said_in_its_form() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    reword(&app, &mut browser);
    let form = format!("/matt/{NEW}/andra");
    let people = browser.open(&form).page().texts("select[name=ansvarig] option");
    let person = people.iter().find(|words| words.contains("Amira Lindqvist")).unwrap().clone();
    browser.pick("Vem ansvarar?", &person).press("Spara");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    let kept = app.structure().element(NEW.parse().unwrap()).unwrap().responsible;
    assert_eq!(kept, id("person", "amira-lindqvist").parse().ok());
    browser.open(&form);
    assert!(browser.value("Vem ansvarar?").contains("Amira Lindqvist"));
    browser.open("/matt/nytt");
    assert!(browser.page().says("Vem ansvarar?"));
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    for bytes in [&b"MZ this program cannot be run"[..], b"skr\xe4p", b"PK is not enough"] {
        look(&mut browser, bytes);
        assert_eq!(browser.status(), 422);
        assert!(browser.page().says("Filen är inte ett kalkylark"), "{}", browser.page().text());
    }
    look(&mut browser, b"matt;enhet;period;varde\n");
    assert!(browser.page().says("Filen har rubriker men inga rader"));
}

//! How measures are defined and what levels they shall reach: drafts, decisions, new wordings and
//! what values bind.

use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use domain::measures::Measure;

use crate::kit::{Browser, TestApp, id};
use crate::matrix::UNKNOWN;

const CONTROLLER: &str = "Kerstin Öberg";
/// An identity of the tests' own.
const NEW: &str = "0198f000000070008000000000000011";

fn measure(app: &TestApp, id: &str) -> (Element, Measure) {
    let id: ElementId = id.parse().expect("an identity");
    let structure = app.structure();
    let element = structure.element(id).map(|one| Element::clone(one));
    (element.expect("kept"), Measure::clone(structure.measure(id).expect("a measure")))
}

fn draft(browser: &mut Browser, changes: &[(&'static str, &str)]) -> u16 {
    let owner = id("org", "utbildningsnamnden");
    let mut fields = vec![
        ("id", NEW),
        ("typ", "indikator"),
        ("titel", "Läsglädje"),
        ("agare", owner.as_str()),
        ("klass", "resultatmått"),
        ("enhet", "procent"),
        ("decimaler", "1"),
        ("riktning", "higher"),
        ("kalla", "Enkäten"),
        ("frekvens", "year"),
        ("organisation", "mean"),
        ("tid", "mean"),
    ];
    for (name, value) in changes {
        fields.retain(|(kept, _)| kept != name);
        fields.push((name, value));
    }
    browser.post("/matt", &fields).status.as_u16()
}

#[test]
fn a_measure_that_cannot_be_kept_is_explained_and_nothing_is_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let long = "å".repeat(4_001);
    let school = id("element", "enhetsmal-som-inte-finns");
    for bad in [
        ("titel", ""),
        ("titel", long.as_str()),
        ("metod", long.as_str()),
        ("decimaler", "många"),
        ("decimaler", "7"),
        ("riktning", "uppåt"),
        ("frekvens", "ibland"),
        ("organisation", "?"),
        ("typ", "resultatmal"),
        ("klass", "påhittat slag"),
        ("agare", UNKNOWN),
        ("mal", UNKNOWN),
        ("mal", school.as_str()),
        ("mal", "inte en identitet"),
        ("dagar", "snart"),
        ("dagar", "-1"),
        ("dagar", "731"),
    ] {
        assert_eq!(draft(&mut browser, &[bad]), 422, "{bad:?}");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_lag_agreed_of_a_measure_is_kept_and_told_and_empty_is_the_usual() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    assert_eq!(draft(&mut browser, &[("dagar", "14")]), 303);
    assert_eq!(measure(&app, NEW).1.lag_days, Some(14));
    browser.open(&format!("/matt/{NEW}"));
    assert!(browser.page().says("14 dagar, enligt överenskommelse"));
    browser.open(&format!("/matt/{NEW}/andra"));
    browser.fill("Dagar efter perioden tills värdet ska finnas", "").press("Spara");
    assert_eq!((browser.status(), measure(&app, NEW).1.lag_days), (200, None));
    assert!(browser.page().says("90 dagar, det vanliga"), "{}", browser.page().text());
}

#[test]
fn a_form_sent_twice_makes_one_measure() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.structure().len();
    assert_eq!(draft(&mut browser, &[]), 303);
    let audit = app.audit_length();
    assert_eq!(draft(&mut browser, &[]), 303);
    assert_eq!((app.structure().len(), app.audit_length()), (before + 1, audit));
}

#[test]
fn two_who_change_a_measure_see_both_texts_whatever_the_field() {
    let app = TestApp::new();
    let (mut first, mut second) = (app.signed_in(CONTROLLER), app.signed_in("Johan Åkerlund"));
    draft(&mut first, &[]);
    let address = format!("/matt/{NEW}/andra");
    first.open(&address);
    second.open(&address).pick("Hur ofta", "varje tertial").press("Spara");
    first.press("Spara");
    assert_eq!(first.status(), 409, "what was there is not overwritten unseen");
    assert!(first.page().says("varje tertial"), "{}", first.page().text());
    second.open(&address).fill("Källa", "Enkäten i mars").press("Spara");
    first.open(&address);
    second.open(&address).fill("Källa", "Enkäten i maj").press("Spara");
    first.fill("Källa", "Lönesystemet").press("Spara");
    assert_eq!(first.status(), 409);
    assert!(first.page().says("Enkäten i maj"));
    assert_eq!(first.value("Källa"), "Lönesystemet");
    first.press("Spara");
    assert_eq!(first.status(), 200);
    assert_eq!(measure(&app, NEW).1.source, "Lönesystemet");
}

#[test]
fn a_measure_is_proposed_and_decided_on_its_page() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    draft(&mut browser, &[]);
    browser.open(&format!("/matt/{NEW}")).press("Lämna som förslag");
    assert_eq!(measure(&app, NEW).0.state, ElementState::Proposed);
    browser.open(&format!("/matt/{NEW}")).follow("Registrera beslut");
    browser.fill("Paragraf", "31").press("Spara beslutet");
    assert_eq!(measure(&app, NEW).0.state, ElementState::Adopted);
    assert!(browser.open(&format!("/matt/{NEW}")).page().says("Skriv ny lydelse"));
}

#[test]
fn a_decided_measure_gets_new_words_by_decision_and_keeps_its_series() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let sick = id("element", "sjukfranvaro");
    let (was, before) = measure(&app, &sick);
    let owner = was.owner.to_string();
    let fields = [("titel", "Annat"), ("agare", owner.as_str()), ("version", "1")];
    assert_eq!(browser.post(&format!("/matt/{sick}"), &fields).status, 422);
    assert_eq!(measure(&app, &sick), (was.clone(), before.clone()));

    browser.post(&format!("/mal/{sick}/ersatt"), &[("id", NEW)]);
    browser.open(&format!("/matt/{NEW}/andra"));
    assert!(browser.page().says("Måttet har redan värden"));
    browser.pick("Hur ofta", "varje år").press("Spara");
    assert_eq!(browser.status(), 422, "values by month do not become values by year");
    browser.pick("Hur ofta", "varje månad").fill("Källa", "Lönesystemet").press("Spara");
    assert_eq!(browser.status(), 200);
    assert_eq!(measure(&app, &sick).1.source, before.source, "a draft changes nothing");
    assert!(browser.open(&format!("/matt/{sick}")).page().says("En ny lydelse är på väg"));

    browser.open(&format!("/matt/{NEW}")).follow("Registrera beslut");
    browser.fill("Paragraf", "31").press("Spara beslutet");
    let (now, after) = measure(&app, &sick);
    assert_eq!((now.state, after.source.as_str()), (ElementState::Adopted, "Lönesystemet"));
    assert_ne!(now.decision, was.decision);
    let (earlier, definition) = measure(&app, NEW);
    assert_eq!(earlier.state, ElementState::Superseded);
    assert_eq!(definition.source, before.source, "what was decided before is kept");
    let unit = id("org", "skargardens-forskolor");
    let value = [("enhet", unit.as_str()), ("period", "2026-07"), ("varde", "8,1")];
    let refused = browser.post(&format!("/matt/{NEW}/varde"), &value);
    assert_eq!(refused.status, 422, "values go to what holds");
    let living: ElementId = sick.parse().expect("an identity");
    assert!(refused.text().contains(&format!("/matt/{living}/varde?enhet=")));
    browser.open(&format!("/matt/{sick}?enhet={unit}"));
    assert!(browser.page().says("Tidigare lydelse") && browser.page().says("Hör till"));
    assert!(!browser.page().says("Inga värden än"));
}

#[test]
fn what_is_measured_in_a_new_way_is_a_new_measure_that_goes_on() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/matt/nytt?efter={}", id("element", "sjukfranvaro")));
    assert_eq!(browser.value("Namn"), "Sjukfrånvaro");
    assert_eq!(browser.value("Vad måttet visar"), "Fortsätter måttet Sjukfrånvaro.");
    assert_eq!(browser.get(&format!("/matt/nytt?efter={UNKNOWN}")).status, 404);
}

fn set_level(browser: &mut Browser, fields: &[(&'static str, &str)]) -> u16 {
    let address = format!("/matt/{}/styrtal", id("element", "sjukfranvaro"));
    let mut all = vec![("period", "2027"), ("slag", "at_most"), ("niva", "6,4")];
    for (name, value) in fields {
        all.retain(|(kept, _)| kept != name);
        all.push((name, value));
    }
    browser.post(&address, &all).status.as_u16()
}

#[test]
fn a_level_that_cannot_be_kept_is_explained_and_nothing_is_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let long = "9".repeat(40);
    for bad in [
        ("period", "nästa år"),
        ("period", "2027-T1"),
        ("slag", "ungefär"),
        ("niva", ""),
        ("niva", "sex"),
        ("niva", "6,45"),
        ("niva", long.as_str()),
        ("slag", "range"),
        ("enhet", UNKNOWN),
        ("enhet", "inte en identitet"),
    ] {
        assert_eq!(set_level(&mut browser, &[bad]), 422, "{bad:?}");
    }
    assert_eq!(app.audit_length(), before);
    let nowhere = format!("/matt/{UNKNOWN}/styrtal");
    assert_eq!(browser.post(&nowhere, &[("period", "2027")]).status, 404);
}

#[test]
fn a_level_that_somebody_else_has_set_is_shown_beside_what_one_wrote() {
    let app = TestApp::new();
    let (mut one, mut other) = (app.signed_in(CONTROLLER), app.signed_in("Johan Åkerlund"));
    assert_eq!(set_level(&mut other, &[]), 303);
    let audit = app.audit_length();
    assert_eq!(set_level(&mut other, &[]), 303, "the same level sent twice is no conflict");
    assert_eq!(app.audit_length(), audit);
    assert_eq!(set_level(&mut one, &[("niva", "6,2")]), 409);
    assert_eq!(app.audit_length(), audit);

    let address = format!("/matt/{}/styrtal", id("element", "sjukfranvaro"));
    one.open(&format!("{address}?period=2027"));
    assert_eq!(one.value("Nivå"), "6,4");
    assert_eq!(set_level(&mut other, &[("niva", "6,3"), ("version", "1")]), 409);
    let seen = [("niva", "6,3"), ("version", "1"), ("sedd", "2027/")];
    assert_eq!(set_level(&mut other, &seen), 303, "the version is that of the level seen");
    one.fill("Nivå", "6,2").press("Spara");
    assert_eq!(one.status(), 409);
    assert!(one.page().says("högst 6,3"), "{}", one.page().text());
    assert_eq!(one.value("Nivå"), "6,2");
    one.press("Spara");
    assert_eq!(one.status(), 200);
    assert!(one.page().says("högst 6,2"));
}

#[test]
fn a_target_level_is_called_in_english_what_the_model_calls_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/matt/{}", id("element", "sjukfranvaro")));
    assert!(browser.page().says("Styrtal"), "{}", browser.page().text());
    browser.press("English").open(&format!("/matt/{}", id("element", "sjukfranvaro")));
    let page = browser.page();
    assert!(page.says("Target value") && !page.says("Styrtal"), "{}", page.text());
}

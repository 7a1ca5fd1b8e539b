//! Analyses: why it became as it became, from what the figures say to a conclusion that is carried further.

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const STAFF: &str = "Sofia Bergkvist";
const READER: &str = "Ingrid Malm";

/// The page of an analysis of the demo.
pub(crate) fn planted(word: &str) -> String {
    format!("/analys/{}", id("analysis", word))
}

/// Begins an analysis, and gives its page.
pub(crate) fn begin(browser: &mut Browser, query: &str) -> String {
    browser.open(&format!("/analyser/ny?{query}")).press("Börja analysen");
    assert_eq!(browser.status(), 200);
    browser.address().split("/steg/").next().unwrap_or_default().to_owned()
}

fn step(word: &str, number: usize) -> String {
    format!("{}/steg/{number}", planted(word))
}

/// Begins an analysis of the sick leave of a unit and gives its address.
fn begun(browser: &mut Browser) -> String {
    let unit = id("org", "skargardens-forskolor");
    browser.open(&format!("/matt/{}?enhet={unit}", id("element", "sjukfranvaro")));
    browser.follow("Analysera varför").press("Börja analysen");
    assert_eq!(browser.status(), 200);
    let address = browser.address();
    address.split("/steg/").next().unwrap_or_default().to_owned()
}

#[test]
fn an_analysis_begins_at_a_measure_and_arrives_with_what_the_figures_say() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let address = begun(&mut browser);
    browser.open(&format!("{address}/steg/1")).within_budget(30);
    for words in
        ["Granska fakta och jämför med tidigare mätningar", "Högre än det som är vanligt", "Se"]
    {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
    assert!(browser.page().says("Vilka värden är höga?"));
    browser.open(&format!("{address}/steg/2")).within_budget(30);
    assert!(browser.page().says("Mot styrtalen"));
    browser.open(&format!("{address}/steg/3")).within_budget(30);
    browser.open(&format!("{address}/steg/4")).within_budget(30);
    assert!(browser.page().says("Händelser, aktiviteter och beslut"));
}

#[test]
fn what_is_written_goes_from_step_to_step_and_ends_in_a_conclusion_that_all_may_read() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let address = begun(&mut browser);
    browser.open(&format!("{address}/steg/6")).press("Klart, nästa steg");
    assert_eq!(browser.status(), 422);
    for problem in
        ["Skriv en slutsats", "Säg hur säkra ni är", "Skriv vad det betyder för invånaren"]
    {
        assert!(browser.page().problems().iter().any(|one| one.contains(problem)), "{problem}");
    }
    browser.fill("Slutsats", "Tre tjänster står tomma.").choose("Troligt");
    browser.fill("Vad betyder det för invånaren?", "Fler nya ansikten.");
    browser.fill("Vad betyder det för företagen?", "Ingenting särskilt.");
    browser.press("Klart, nästa steg");
    assert_eq!(browser.status(), 200);
    assert!(browser.address().ends_with("/steg/7"), "{}", browser.address());
    let mut reader = app.signed_in(READER);
    assert_eq!(reader.open(&address).status(), 404);
    browser.open(&address).press("Avsluta analysen");
    assert_eq!(browser.status(), 200);
    assert!(browser.page().says("Avslutad"));
    reader.open(&address).within_budget(30);
    assert!(reader.page().says("Tre tjänster står tomma."));
    assert!(reader.buttons().iter().all(|one| one != "Öppna igen" && one != "Släng"));
}

#[test]
fn what_the_figures_said_is_kept_when_the_step_is_done() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let address = begun(&mut browser);
    browser.open(&format!("{address}/steg/1")).press("Klart, nästa steg");
    browser.open(&format!("{address}/steg/1"));
    assert!(browser.page().says("Så var det 25 augusti 2026, när steget blev klart"));
    assert!(browser.page().says("Det är likadant nu."));
    browser.press("Räkna om siffrorna");
    assert!(!browser.page().says("Så var det"));
}

#[test]
fn two_who_write_at_once_lose_nothing() {
    let app = TestApp::new();
    let mut one = app.signed_in(MANAGER);
    let address = begun(&mut one);
    let here = format!("{address}/steg/6");
    let mut other = app.signed_in(STAFF);
    one.open(&here);
    other.open(&here);
    other.fill("Slutsats", "Sofias slutsats").press("Spara");
    assert_eq!(other.status(), 200);
    // Another field is put together with what came between.
    one.fill("Vad vet ni om orsakerna?", "Amiras orsaker").press("Spara");
    assert_eq!(one.status(), 200);
    assert_eq!(one.value("Slutsats"), "Sofias slutsats");
    one.open(&here);
    other.open(&here).fill("Slutsats", "Sofias andra").press("Spara");
    one.fill("Slutsats", "Amiras slutsats").press("Spara");
    assert_eq!(one.status(), 409);
    assert!(one.page().says("Sofia Bergkvist ändrade medan du skrev"));
    assert!(one.page().says("Sofias andra"));
    assert_eq!(one.value("Slutsats"), "Amiras slutsats");
    one.press("Spara");
    assert_eq!(one.value("Slutsats"), "Amiras slutsats");
    assert!(one.page().says("Tidigare texter") && one.page().says("Sofias andra"));
}

#[test]
fn a_question_waits_on_min_sida_and_its_answer_comes_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open("/");
    assert!(browser.page().says("Analyser som väntar på ditt svar"), "{}", browser.page().text());
    browser.follow("Lena Holm frågar om");
    browser.fill("Ditt svar", "Bostäder saknas på öarna.").press("Skicka svaret");
    assert_eq!(browser.status(), 200);
    let mut above = app.signed_in("Lena Holm");
    above.open(&step("trygg-start", 5)).within_budget(30);
    assert!(above.page().says("Bostäder saknas på öarna."));
    browser.open("/");
    assert!(!browser.page().says("Analyser som väntar på ditt svar"));
}

#[test]
fn the_list_is_found_by_words_state_and_unit_and_shows_readers_only_what_is_concluded() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/analyser").within_budget(30);
    assert!(browser.page().says("Sjukfrånvaro") && browser.page().says("Styrmodellen själv"));
    browser.open("/analyser?ord=SN%C3%96r%C3%B6j");
    assert!(browser.page().says("Synpunkter på snöröjningen vintern 2026"));
    assert!(!browser.page().says("Styrmodellen själv"));
    browser.open("/analyser?lage=concluded");
    assert!(!browser.page().says("Synpunkter på snöröjningen"));
    let mut reader = app.signed_in(READER);
    reader.open("/analyser");
    assert!(reader.page().says("Frånvaron stiger där tjänster står tomma"));
    assert!(!reader.page().says("Styrmodellen själv"));
    assert!(reader.buttons().iter().all(|one| one != "Börja analysen"));
}

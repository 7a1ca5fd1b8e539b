//! Calendars to subscribe to: a secret address, read without signing in, until it is closed.

use std::collections::BTreeSet;

use icalendar::{Calendar, CalendarComponent, Component, Event};

use crate::kit::{Browser, TestApp, id};

const MANAGER: &str = "Amira Lindqvist";
const CONTROLLER: &str = "Kerstin Öberg";

/// Makes a calendar and answers the path of its address.
fn subscribe(browser: &mut Browser, address: &str) -> String {
    browser.open(address).press("Skapa adress");
    let whole = browser.value("Kalenderns adress");
    let (_, path) = whole.split_once("//").expect("an address has a host");
    path[path.find('/').expect("an address has a path")..].to_owned()
}

fn events(text: &str) -> Vec<Event> {
    let read: Calendar = text.parse().expect("another program reads it");
    read.components.iter().filter_map(CalendarComponent::as_event).cloned().collect()
}

#[test]
fn a_person_subscribes_and_another_program_reads_the_days() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let path = subscribe(&mut amira, "/arshjul/kalender");
    let mut stranger = app.browser();
    let reply = stranger.get(&path);
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    let text = reply.text();
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "lines are folded");
    let found = events(&text);
    let plan = id("wheel_step", "skargardens-forskolor/2026/plan").replace('-', "");
    let plan = found.iter().find(|one| one.get_uid() == Some(&format!("{plan}@traden")));
    let plan = plan.expect("the own plan is there");
    let first = plan.get_start().map(|day| day.date_naive().to_string());
    assert_eq!(first.as_deref(), Some("2026-10-13"));
    assert_eq!(plan.get_sequence(), Some(0));
    assert!(plan.get_url().is_some_and(|url| url.starts_with("http://localhost/arshjul/steg/")));
    let said = |one: &&Event| {
        one.get_description().is_some_and(|text| text.contains("Räkna med två procent i löner"))
    };
    assert_eq!(found.iter().filter(said).count(), 1, "the directive travels along");
    let uids: BTreeSet<_> = found.iter().filter_map(Event::get_uid).collect();
    assert_eq!(uids.len(), found.len(), "everyone has a name of its own");
}

#[test]
fn a_changed_step_keeps_its_name_and_counts_up() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let path = subscribe(&mut amira, "/arshjul/kalender");
    let step = id("wheel_step", "skargardens-forskolor/2026/plan");
    amira.open(&format!("/arshjul/steg/{step}/andra")).fill("Sista dagen", "2026-10-12");
    amira.press("Spara steget");
    let found = events(&app.browser().get(&path).text());
    let uid = format!("{}@traden", step.replace('-', ""));
    let plan = found.iter().find(|one| one.get_uid() == Some(&uid)).expect("it is there");
    assert_eq!(plan.get_sequence(), Some(1));
    let first = plan.get_start().map(|day| day.date_naive().to_string());
    assert_eq!(first.as_deref(), Some("2026-10-12"));
    amira.open(&format!("/arshjul/steg/{step}")).press("Ta bort steget");
    let found = events(&app.browser().get(&path).text());
    assert!(found.iter().all(|one| one.get_uid() != Some(&uid)), "what is taken away is gone");
}

#[test]
fn an_address_that_is_closed_or_replaced_opens_nothing() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let first = subscribe(&mut amira, "/arshjul/kalender");
    amira.open("/arshjul/kalender").press("Byt adress");
    let whole = amira.value("Kalenderns adress");
    let second = whole.trim_start_matches("http://localhost").to_owned();
    assert_eq!(app.browser().get(&first).status, 404, "replaced");
    assert_eq!(app.browser().get(&second).status, 200);
    amira.open("/arshjul/kalender").press("Stäng");
    assert_eq!(app.browser().get(&second).status, 404, "closed");
    let long = format!("/kalender/{}/arshjul.ics", "a".repeat(5_000));
    for path in ["/kalender/x/arshjul.ics", "/kalender/%00/arshjul.ics", &long] {
        assert_eq!(app.browser().get(path).status, 404, "{path}");
    }
}

#[test]
fn the_address_itself_is_kept_nowhere() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let path = subscribe(&mut amira, "/arshjul/kalender");
    let secret = path.split('/').nth(2).expect("a key").to_owned();
    amira.open("/arshjul/kalender");
    assert!(!amira.reply().text().contains(&secret));
    let mut auditor = app.signed_in("Gösta Hallin");
    auditor.open("/spar");
    assert!(!auditor.reply().text().contains(&secret));
}

#[test]
fn nobody_closes_the_calendars_of_others() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    subscribe(&mut amira, "/arshjul/kalender");
    amira.open("/arshjul/kalender");
    let html = amira.reply().text();
    let (_, rest) = html.split_once("/arshjul/kalender/").expect("a form to close it");
    let feed = rest.split('/').next().expect("an id");
    let mut controller = app.signed_in(CONTROLLER);
    let reply = controller.post(&format!("/arshjul/kalender/{feed}/stang"), &[]);
    assert_eq!(reply.status, 404);
}

#[test]
fn a_calendar_of_one_wheel_has_its_steps_and_those_of_the_levels_above() {
    let app = TestApp::new();
    let mut reader = app.signed_in("Ingrid Malm");
    let unit = id("org", "utbildningsnamnden");
    reader.open(&format!("/arshjul/kalender?enhet={unit}"));
    let reply = reader.post("/arshjul/kalender", &[("enhet", unit.as_str())]);
    let html = reply.text();
    let (_, rest) = html.split_once("http://localhost").expect("the address");
    let path = rest.split('"').next().expect("it ends").to_owned();
    let text = app.browser().get(&path).text();
    let read: Calendar = text.parse().expect("another program reads it");
    assert_eq!(read.get_name(), Some("Årshjul: Utbildningsnämnden"));
    let titles: Vec<String> =
        events(&text).iter().filter_map(|one| one.get_summary().map(str::to_owned)).collect();
    let has = |words: &str| titles.iter().any(|title| title.contains(words));
    assert!(has("(Utbildningsnämnden)") && has("(Kommunfullmäktige)"), "{titles:?}");
    assert!(!has("(Socialnämnden)"), "{titles:?}");
}

#[test]
fn a_calendar_ends_when_its_person_has_no_role_any_more() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let path = subscribe(&mut amira, "/arshjul/kalender");
    let mut administrator = app.signed_in("Johan Åkerlund");
    let person = format!("/personer/{}/lamna", id("person", "amira-lindqvist"));
    administrator.open(&person);
    let button = administrator.buttons().pop().expect("a button");
    administrator.press(&button);
    app.clock().advance_secs(2 * 86_400);
    assert_eq!(app.browser().get(&path).status, 404);
}

//! The organisation's pages: the tree, moves, mergers and splits.

use domain::ids::OrgUnitId;
use http::StatusCode;

use crate::kit::{Browser, TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";

fn unit(app: &TestApp, id: &str) -> domain::organisation::OrgUnit {
    let id: OrgUnitId = id.parse().expect("an identity");
    domain::organisation::OrgUnit::clone(
        app.structure().organisation.get(id).expect("the org unit is there"),
    )
}

fn page_of(browser: &mut Browser, word: &str, step: &str) -> String {
    let address = format!("/organisation/{}{step}", id("org", word));
    browser.open(&address);
    address
}

#[test]
fn the_tree_leads_to_an_org_unit_with_its_history() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open("/organisation").within_budget(30).follow("Utbildningsnämnden").within_budget(30);
    assert_eq!(browser.page().heading(), "Utbildningsnämnden");
    assert!(browser.page().says("Lades upp."));
    assert!(!browser.page().says("Slå ihop"), "a reader changes nothing");
}

#[test]
fn an_org_unit_is_not_moved_under_itself() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let (committee, school) = (id("org", "utbildningsnamnden"), id("org", "skargardens-forskolor"));
    let before = app.audit_length();
    for under in [&committee, &school] {
        let reply = browser.post(
            &format!("/organisation/{committee}/flytta"),
            &[("version", "1"), ("under", under)],
        );
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains("kan inte ligga under sig själv"));
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_move_is_told_beforehand_and_kept_in_the_history() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let before = app.audit_length();
    page_of(&mut browser, "skargardens-forskolor", "/flytta");
    assert_eq!(browser.value("Lägg under"), "Välj enhet", "nothing is chosen beforehand");
    browser.pick("Lägg under", "Produktionsförvaltningen").press("Visa vad som händer");
    assert!(browser.page().says("Det här händer"));
    assert!(browser.page().says("från Utbildningsförvaltningen till Produktionsförvaltningen"));
    assert!(browser.page().says("når inte längre enheten"), "{}", browser.page().text());
    assert_eq!(app.audit_length(), before, "looking changes nothing");
    browser.press("Ändra");
    assert_eq!(browser.value("Lägg under").trim(), "Produktionsförvaltningen");
    browser.press("Visa vad som händer").press("Flytta");
    assert_eq!(browser.page().heading(), "Skärgårdens förskolor");
    assert!(browser.page().says("Flyttades från"), "{}", browser.page().text());
}

#[test]
fn a_change_begun_before_anothers_is_refused() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let address = format!("/organisation/{}/namn", id("org", "skargardens-forskolor"));
    assert_eq!(
        browser.post(&address, &[("version", "1"), ("namn", "Öns förskolor")]).status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        browser.post(&address, &[("version", "1"), ("namn", "Skärens förskolor")]).status,
        StatusCode::CONFLICT
    );
    assert_eq!(unit(&app, &id("org", "skargardens-forskolor")).name, "Öns förskolor");
}

#[test]
fn a_name_too_long_is_refused_and_kept_in_the_field() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    page_of(&mut browser, "skargardens-forskolor", "/namn");
    browser.fill("Namn", &"x".repeat(201)).press("Byt namn");
    assert_eq!(browser.status(), 422);
    assert_eq!(browser.value("Namn").len(), 201);
}

#[test]
fn a_merger_takes_goals_over_and_carries_series_on() {
    let app = TestApp::new();
    let (old, heir) = (id("org", "skargardens-forskolor"), id("org", "hamnens-forskolor"));
    let (old_id, heir_id): (OrgUnitId, OrgUnitId) = (old.parse().unwrap(), heir.parse().unwrap());
    let owned = app.structure().owned_by(old_id).count();
    let before = app.structure().owned_by(heir_id).count();
    assert!(owned > 0, "the demo's unit owns something");
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open(&format!("/organisation/{old}/sla-ihop"));
    let offered = browser.page().texts("select[name=med] option");
    assert!(!offered.iter().any(|name| name.contains("Kommunfullmäktige")), "{offered:?}");
    browser.pick("Slå ihop med", "Hamnens förskolor").press("Visa vad som händer");
    assert!(browser.page().says("byter ägare"));
    browser.press("Slå ihop");
    assert_eq!(browser.page().heading(), "Hamnens förskolor");
    assert!(browser.page().says("Skärgårdens förskolor"), "the heir tells what it carries on");
    let structure = app.structure();
    assert_eq!(structure.owned_by(old_id).count(), 0);
    assert_eq!(structure.owned_by(heir_id).count(), before + owned);
    let ended = unit(&app, &old);
    assert_eq!(ended.succeeded_by, Some(heir_id));
    assert!(ended.valid_to.is_some());
    // Its past stays readable where it was.
    browser.open(&format!("/organisation/{old}"));
    assert!(browser.page().says("Gick upp i Hamnens förskolor."));
}

#[test]
fn a_successor_without_values_shows_those_of_its_predecessor() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let heir = "01980000-0000-7000-8000-000000000002";
    let fields =
        [("id", heir), ("namn", "Öarnas förskolor"), ("niva", "enhet"), ("fran", "2026-08-01")];
    browser.post(&format!("/organisation/{}/ny", id("org", "utbildningsforvaltningen")), &fields);
    let address = format!("/matt/{}?enhet={heir}", id("element", "sjukfranvaro"));
    browser.open(&address);
    assert!(browser.page().says("Inga värden än"), "{}", browser.page().text());
    page_of(&mut browser, "skargardens-forskolor", "/sla-ihop");
    browser.pick("Slå ihop med", "Öarnas förskolor").press("Visa vad som händer");
    browser.press("Slå ihop");
    browser.open(&address);
    assert!(!browser.page().says("Inga värden än"), "{}", browser.page().text());
}

#[test]
fn a_merger_with_itself_or_in_the_future_is_refused() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let (own, other) = (id("org", "skargardens-forskolor"), id("org", "hamnens-forskolor"));
    let address = format!("/organisation/{own}/sla-ihop");
    for (with, last) in
        [(&own, "2026-08-25"), (&other, "2027-01-01"), (&other, "2001-01-01"), (&other, "i dag")]
    {
        let reply = browser.post(&address, &[("version", "1"), ("med", with), ("sista", last)]);
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{with} {last}");
    }
}

#[test]
fn a_split_makes_new_ones_that_know_where_they_come_from() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    page_of(&mut browser, "skargardens-forskolor", "/dela");
    browser.fill("De nya enheterna", "Yttre öarna\nInre öarna").press("Visa vad som händer");
    browser.pick("Det som inte får en egen plats", "Inre öarna").press("Dela enheten");
    assert_eq!(browser.page().heading(), "Skärgårdens förskolor");
    browser.open("/organisation").follow("Yttre öarna");
    assert!(browser.page().says("Bildades genom delning av Skärgårdens förskolor."));
    browser.open("/organisation").follow("Inre öarna");
}

#[test]
fn a_split_is_for_who_organises_where_the_parts_will_stand() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser
        .open("/personer/ny")
        .fill("Namn", "Petra Part")
        .fill("E-post", "petra.part@skarvik.example")
        .press("Lägg till")
        .choose("Administratör")
        .pick("Gäller för", "Skärgårdens förskolor")
        .press("Ge rollen");
    let mut part = app.signed_in("Petra Part");
    let address = format!("/organisation/{}/dela", id("org", "skargardens-forskolor"));
    assert_eq!(part.get(&address).status, StatusCode::FORBIDDEN);
    assert_eq!(part.post(&address, &[("namn", "Yttre\nInre")]).status, StatusCode::FORBIDDEN);
}

#[test]
fn a_form_sent_twice_makes_one_org_unit() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let address = format!("/organisation/{}/ny", id("org", "utbildningsforvaltningen"));
    let fields = [
        ("id", "01980000-0000-7000-8000-000000000001"),
        ("namn", "Norra förskolan"),
        ("niva", "enhet"),
        ("fran", "2026-08-01"),
    ];
    for _ in 0..2 {
        assert_eq!(browser.post(&address, &fields).status, StatusCode::SEE_OTHER);
    }
    let organisation = app.structure().organisation.clone();
    assert_eq!(organisation.all().filter(|unit| unit.name == "Norra förskolan").count(), 1);
}

#[test]
fn an_org_unit_with_others_under_it_does_not_end() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    page_of(&mut browser, "utbildningsforvaltningen", "/avsluta");
    browser.press("Avsluta enheten");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Flytta eller avsluta dem först"));
}

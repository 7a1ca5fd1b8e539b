//! Whoever administers writes the password again after a quarter of an hour.

use app::identity::store::{insert_account, set_password};
use domain::ids::PersonId;
use http::StatusCode;

use crate::kit::{Browser, TestApp, id};

const SECRET: &str = "tråden är röd och lång";
const EMAIL: &str = "johan.akerlund@skarvik.example";

/// Skärvik on a server, and its administrator just signed in with a password.
fn administrator() -> (TestApp, Browser) {
    let app = TestApp::on_a_server();
    let person: PersonId = id("person", "johan-akerlund").parse().expect("an identity");
    let hash = app::identity::hash_password(SECRET, &*app.app().entropy).expect("a turn");
    app.app()
        .db
        .write_control(app::demo::tenant(), &db::Author::default(), move |tx| {
            insert_account(tx, person, EMAIL)?;
            set_password(tx, person, &hash, None)
        })
        .expect("the account is kept");
    let mut browser = app.browser();
    let reply = browser.post("/logga-in", &[("epost", EMAIL), ("losenord", SECRET)]);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    (app, browser)
}

fn minutes(app: &TestApp, count: i64) {
    app.clock().advance_secs(count * 60);
}

#[test]
fn a_change_within_a_quarter_of_an_hour_of_signing_in_asks_nothing() {
    let (app, mut browser) = administrator();
    minutes(&app, 14);
    browser.open("/personer/ny").fill("Namn", "Nils Ny").fill("E-post", "nils@skarvik.example");
    browser.press("Lägg till");
    assert_eq!(browser.page().heading(), "Nils Ny");
}

#[test]
fn later_the_password_is_asked_for_and_everything_typed_is_kept() {
    let (app, mut browser) = administrator();
    minutes(&app, 16);
    let before = app.audit_length();
    browser.open("/personer/ny").fill("Namn", "Nils \"Ny\" <b>").fill("Titel", "Rektor");
    browser.fill("E-post", "nils@skarvik.example").press("Lägg till");
    assert_eq!(browser.status(), 403);
    assert_eq!(browser.page().heading(), "Bekräfta att det är du");
    browser.fill("Lösenord", "fel fel fel fel fel").press("Bekräfta och fortsätt");
    assert_eq!(browser.status(), 422);
    assert_eq!(app.audit_length(), before, "nothing is kept before the password is right");
    browser.fill("Lösenord", SECRET).press("Bekräfta och fortsätt");
    assert_eq!(browser.page().heading(), "Nils \"Ny\" <b>");
    assert!(browser.page().says("Rektor"));
    minutes(&app, 14);
    browser.open("/personer/ny").fill("Namn", "Nora Ny").fill("E-post", "nora@skarvik.example");
    browser.press("Lägg till");
    assert_eq!(browser.page().heading(), "Nora Ny", "the password is enough for a while");
}

#[test]
fn a_form_that_is_refused_after_the_password_keeps_the_person_signed_in() {
    let (app, mut browser) = administrator();
    minutes(&app, 16);
    let old = browser.cookies()["__Host-traden"].clone();
    browser.open("/personer/ny").fill("Namn", "Nils Ny").press("Lägg till");
    browser.fill("Lösenord", SECRET).press("Bekräfta och fortsätt");
    assert_eq!(browser.status(), 422, "the address is missing");
    assert_eq!(browser.value("Namn"), "Nils Ny");
    assert_ne!(browser.cookies()["__Host-traden"], old);
    assert_eq!(browser.get("/personer").status, StatusCode::OK);
    let mut thief = app.browser();
    thief.cookies().insert("__Host-traden".to_owned(), old);
    assert_eq!(thief.get("/personer").status, StatusCode::SEE_OTHER, "the old token is dead");
}

#[test]
fn every_change_that_administers_asks_and_no_page_does() {
    let (app, mut browser) = administrator();
    minutes(&app, 16);
    let before = app.audit_length();
    let person = id("person", "amira-lindqvist");
    let unit = id("org", "skargardens-forskolor");
    let mut asked = 0;
    for route in app.app().routes.rows() {
        let on = |start: &str| route.path.starts_with(start);
        let named = if on("/organisation") { &unit } else { &person };
        let parts =
            route.path.split('/').map(|part| if part.starts_with('{') { named } else { part });
        let address = parts.collect::<Vec<_>>().join("/");
        if route.asks_who_it_is() {
            let reply = browser.post(&address, &[("namn", "Kvar")]);
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{}", route.path);
            assert!(reply.text().contains("Bekräfta att det är du"), "{}", route.path);
            assert!(reply.text().contains("value=\"Kvar\""), "{}", route.path);
            asked += 1;
        } else if route.method == "GET" && (on("/personer") || on("/organisation")) {
            assert_eq!(browser.get(&address).status, StatusCode::OK, "{}", route.path);
        }
    }
    assert!(asked >= 12, "people, roles, codes and the organisation: {asked}");
    assert_eq!(app.audit_length(), before);
}

#[test]
fn guesses_at_the_password_slow_down_as_at_the_sign_in() {
    let (app, mut browser) = administrator();
    minutes(&app, 16);
    let address = format!("/personer/{}/kod", id("person", "amira-lindqvist"));
    let wrong = [("bekrafta-losenord", "fel fel fel fel fel")];
    for _ in 0..5 {
        assert!(browser.post(&address, &wrong).text().contains("stämmer inte"));
    }
    let right = [("bekrafta-losenord", SECRET)];
    assert!(browser.post(&address, &right).text().contains("Vänta en stund"));
}

#[test]
fn a_demo_asks_for_no_password_and_says_so() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    minutes(&app, 60);
    browser.open("/installningar");
    assert!(
        browser.page().says("frågar systemet inte efter lösenord"),
        "{}",
        browser.page().text()
    );
    browser.open("/personer/ny").fill("Namn", "Nils Ny").fill("E-post", "nils@skarvik.example");
    browser.press("Lägg till");
    assert_eq!(browser.page().heading(), "Nils Ny");
    let mut reader = app.signed_in("Ingrid Malm");
    reader.open("/installningar");
    assert!(!reader.page().says("lösenord"));
}

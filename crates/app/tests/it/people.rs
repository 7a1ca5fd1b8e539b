//! People, their roles and their way in.

use http::StatusCode;

use crate::kit::{Browser, TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";

fn add(browser: &mut Browser, name: &str, email: &str) {
    browser.open("/personer/ny").fill("Namn", name).fill("E-post", email).press("Lägg till");
}

/// The code that the page shows once.
fn code_on(browser: &Browser) -> String {
    let link = browser.value("Länk med engångskod");
    link.rsplit('/').next().unwrap_or_default().to_owned()
}

#[test]
fn a_person_is_found_by_a_part_of_the_name() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open("/personer").within_budget(30);
    browser.fill("Sök på namn", "öberg").press("Sök");
    assert_eq!(browser.page().table("Personer").len(), 2);
    browser.follow("Kerstin Öberg").within_budget(30);
    assert!(browser.page().says("Controller, Kommunfullmäktige"));
    browser.open("/personer?q=%25");
    assert!(browser.page().says("Ingen heter så"), "signs are searched as themselves");
}

#[test]
fn an_address_that_is_taken_wrong_or_too_long_is_refused() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let before = app.audit_length();
    for email in [
        "Amira.Lindqvist@skarvik.example",
        "amira",
        &format!("{}@skarvik.example", "x".repeat(260)),
    ] {
        add(&mut browser, "Ny Person", email);
        assert_eq!(browser.status(), 422, "{email}");
        assert_eq!(browser.value("Namn"), "Ny Person");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_role_reaches_its_subtree_and_ends_at_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    add(&mut browser, "Nils Ny", "nils.ny@skarvik.example");
    browser.choose("Chef").pick("Gäller för", "Utbildningsförvaltningen").press("Ge rollen");
    assert!(browser.page().says("Chef, Utbildningsförvaltningen"), "{}", browser.page().text());
    let person = browser.address().to_owned();
    let measure = id("element", "sjukfranvaro");
    let value = |unit: &str| format!("/matt/{measure}/varde?enhet={}", id("org", unit));
    let mut own = app.signed_in("Nils Ny");
    assert_eq!(own.get(&value("skargardens-forskolor")).status, StatusCode::OK);
    assert_eq!(own.get(&value("socialforvaltningen")).status, StatusCode::FORBIDDEN);
    browser.open(&person).press("Avsluta");
    assert!(browser.page().says("Tidigare roller"));
    let reply = own.get(&value("skargardens-forskolor"));
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "without a role one is a stranger");
    assert!(reply.header("location").starts_with("/logga-in"));
}

#[test]
fn the_last_administrator_stays() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open(&format!("/personer/{}", id("person", "johan-akerlund"))).press("Avsluta");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Gör någon annan till administratör först"));
}

#[test]
fn an_administrator_of_a_part_neither_gives_nor_takes_outside_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    add(&mut browser, "Petra Part", "petra.part@skarvik.example");
    browser
        .choose("Administratör")
        .pick("Gäller för", "Utbildningsförvaltningen")
        .press("Ge rollen");
    let mut part = app.signed_in("Petra Part");
    let other = id("person", "kerstin-oberg");
    let reply = part.post(
        &format!("/personer/{other}/roller"),
        &[
            ("roll", "administrator"),
            ("enhet", &id("org", "kommunfullmaktige")),
            ("fran", "2026-08-25"),
        ],
    );
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert_eq!(part.post(&format!("/personer/{other}/kod"), &[]).status, StatusCode::NOT_FOUND);
    // Who has a role inside and one outside is known, but not in the administrator's hands.
    browser.open(&format!("/personer/{}", id("person", "amira-lindqvist")));
    browser.choose("Läsare").pick("Gäller för", "Socialförvaltningen").press("Ge rollen");
    let known = format!("/personer/{}", id("person", "amira-lindqvist"));
    part.open(&known);
    let endable = part.buttons().iter().filter(|words| *words == "Avsluta").count();
    assert_eq!(endable, 1, "{:?}", part.buttons());
    assert_eq!(part.post(&format!("{known}/kod"), &[]).status, StatusCode::FORBIDDEN);
    assert_eq!(part.get(&format!("{known}/andra")).status, StatusCode::FORBIDDEN);
}

#[test]
fn a_person_without_a_role_is_invited_by_who_administers_the_whole_municipality() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    add(&mut browser, "Petra Part", "petra.part@skarvik.example");
    browser
        .choose("Administratör")
        .pick("Gäller för", "Utbildningsförvaltningen")
        .press("Ge rollen");
    add(&mut browser, "Nils Ny", "nils.ny@skarvik.example");
    let person = browser.address().to_owned();
    let mut part = app.signed_in("Petra Part");
    let reply = part.post(&format!("{person}/kod"), &[]);
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    browser.press("Skapa engångskod");
    assert!(!code_on(&browser).is_empty());
}

#[test]
fn an_address_that_another_signs_in_with_gets_no_code() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    add(&mut browser, "Nils Ny", "nils.ny@skarvik.example");
    let other = domain::ids::PersonId::from([9; 16]);
    app.app()
        .db
        .write_control(app::demo::tenant(), &db::Author::default(), move |tx| {
            app::identity::store::insert_account(tx, other, "nils.ny@skarvik.example")
        })
        .expect("another's account is kept");
    browser.press("Skapa engångskod");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Någon annan loggar redan in"), "{}", browser.page().text());
}

#[test]
fn a_newer_code_and_a_new_role_close_the_codes_before_them() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    add(&mut browser, "Nils Ny", "nils.ny@skarvik.example");
    let person = browser.address().to_owned();
    let password = [("losenord", "tråden är röd och lång")];
    browser.press("Skapa engångskod");
    let first = code_on(&browser);
    browser.open(&person).press("Skapa engångskod");
    let second = code_on(&browser);
    let reply = app.browser().post(&format!("/kod/{first}"), &password);
    assert_eq!(reply.status, StatusCode::GONE, "a newer code was made");
    browser
        .open(&person)
        .choose("Chef")
        .pick("Gäller för", "Utbildningsförvaltningen")
        .press("Ge rollen");
    let reply = app.browser().post(&format!("/kod/{second}"), &password);
    assert_eq!(reply.status, StatusCode::GONE, "a role was given");
    browser.press("Skapa engångskod");
    let third = code_on(&browser);
    let reply = app.browser().post(&format!("/kod/{third}"), &password);
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
}

#[test]
fn a_code_opens_once_and_for_a_week() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let person = format!("/personer/{}", id("person", "amira-lindqvist"));
    browser.open(&person).press("Skapa engångskod");
    let code = code_on(&browser);
    let mut invited = app.browser();
    invited.open(&format!("/kod/{code}")).fill("Nytt lösenord", "kort").press("Spara lösenordet");
    assert_eq!(invited.status(), 422);
    let password = [("losenord", "en lång mening om tråden")];
    assert_eq!(invited.post(&format!("/kod/{code}"), &password).status, StatusCode::SEE_OTHER);
    assert_eq!(app.browser().post(&format!("/kod/{code}"), &password).status, StatusCode::GONE);
    browser.open(&person).press("Skapa engångskod");
    let late = code_on(&browser);
    app.clock().advance_secs(8 * 24 * 3600);
    assert_eq!(app.browser().post(&format!("/kod/{late}"), &password).status, StatusCode::GONE);
}

#[test]
fn many_wrong_passwords_slow_the_next_one_down() {
    let app = TestApp::new();
    let mut browser = app.browser();
    let wrong = [("epost", "amira.lindqvist@skarvik.example"), ("losenord", "fel fel fel fel fel")];
    for _ in 0..5 {
        assert!(browser.post("/logga-in", &wrong).text().contains("stämmer inte"));
    }
    assert!(browser.post("/logga-in", &wrong).text().contains("Vänta en stund"));
    app.clock().advance_secs(20 * 60);
    assert!(browser.post("/logga-in", &wrong).text().contains("stämmer inte"));
}

#[test]
fn the_trail_shows_who_did_what_and_is_whole() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    add(&mut browser, "Sara Spår", "sara.spar@skarvik.example");
    let mut auditor = app.signed_in("Gösta Hallin");
    auditor.open("/spar").within_budget(30);
    let rows = auditor.page().table("Spår");
    assert_eq!(rows.len(), 201, "a head and a page");
    assert!(rows[1].join(" ").contains("Johan Åkerlund Administratör Lade till"), "{:?}", rows[1]);
    auditor.follow("Äldre").open("/spar").press("Kontrollera spåret");
    assert!(auditor.page().says("Spåret är helt"));
}

#[test]
fn the_model_and_the_settings_are_pages_for_their_readers() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open("/modell").within_budget(30);
    for words in ["Resultatmål", "bidrar till", "Delvis uppnått", "gäller förra året"] {
        assert!(browser.page().says(words), "{words}");
    }
    browser.open("/installningar");
    assert!(!browser.page().says("Personer"));
    browser.press("English").open("/modell");
    assert_eq!(browser.page().heading(), "The steering model");
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open("/installningar").follow("Visa personer");
}

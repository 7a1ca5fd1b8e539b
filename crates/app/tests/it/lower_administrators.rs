//! What an administrator of a part has opened is no way to what a higher one gives.

use db::params;
use domain::ids::PersonId;
use http::StatusCode;

use crate::kit::{Browser, TestApp};

const ADMINISTRATOR: &str = "Johan Åkerlund";
const PASSWORD: [(&str, &str); 1] = [("losenord", "tråden är röd och lång")];
const SIGN_IN: [(&str, &str); 2] =
    [("epost", "nils.ny@skarvik.example"), ("losenord", "tråden är röd och lång")];

/// A new person with a role, and the address of the person's page.
fn with_role(browser: &mut Browser, name: &str, email: &str, role: &str) -> String {
    browser.open("/personer/ny").fill("Namn", name).fill("E-post", email).press("Lägg till");
    browser.choose(role).pick("Gäller för", "Utbildningsförvaltningen").press("Ge rollen");
    browser.address().to_owned()
}

/// A code that the browser's person makes, used by the one who made it.
fn open_with_code(browser: &mut Browser, app: &TestApp, person: &str) -> Browser {
    browser.open(person).press("Skapa engångskod");
    let link = browser.value("Länk med engångskod");
    let code = link.rsplit('/').next().unwrap_or_default();
    let mut opened = app.browser();
    let reply = opened.post(&format!("/kod/{code}"), &PASSWORD);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    opened
}

fn give(browser: &mut Browser, person: &str, place: &str) {
    browser.open(person).choose("Controller").pick("Gäller för", place).press("Ge rollen");
    assert_eq!(browser.status(), 200);
}

#[test]
fn a_role_above_whoever_made_the_code_takes_the_password_and_the_sessions_away() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    with_role(&mut admin, "Petra Part", "petra.part@skarvik.example", "Administratör");
    let person = with_role(&mut admin, "Nils Ny", "nils.ny@skarvik.example", "Chef");
    let mut part = app.signed_in("Petra Part");
    let mut opened = open_with_code(&mut part, &app, &person);
    assert_eq!(opened.get("/trad").status, StatusCode::OK);

    give(&mut admin, &person, "Utbildningsförvaltningen");
    assert_eq!(opened.get("/trad").status, StatusCode::OK, "the maker of the code may give that");
    assert!(!admin.page().says("Personen behöver en ny engångskod"));

    give(&mut admin, &person, "Socialförvaltningen");
    assert!(admin.page().says("Personen behöver en ny engångskod"), "{}", admin.page().text());
    assert_eq!(opened.get("/trad").status, StatusCode::SEE_OTHER, "the session has ended");
    let reply = app.browser().post("/logga-in", &SIGN_IN);
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "the password is gone");

    let mut own = open_with_code(&mut admin, &app, &person);
    give(&mut admin, &person, "Kommunfullmäktige");
    assert_eq!(own.get("/trad").status, StatusCode::OK, "the giver made this code");
}

#[test]
fn who_may_not_give_the_role_closes_no_code() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    with_role(&mut admin, "Petra Part", "petra.part@skarvik.example", "Administratör");
    let person = with_role(&mut admin, "Nils Ny", "nils.ny@skarvik.example", "Chef");
    admin.open(&person).press("Skapa engångskod");
    let link = admin.value("Länk med engångskod");
    let code = link.rsplit('/').next().unwrap_or_default();
    let mut part = app.signed_in("Petra Part");
    let place = crate::kit::id("org", "kommunfullmaktige");
    let fields = [("roll", "controller"), ("enhet", place.as_str()), ("fran", "2026-08-25")];
    let reply = part.post(&format!("{person}/roller"), &fields);
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    let reply = app.browser().post(&format!("/kod/{code}"), &PASSWORD);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "the code still opens");
}

#[test]
fn a_new_password_is_recorded_as_its_owners_whoever_is_signed_in() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    let person = with_role(&mut admin, "Nils Ny", "nils.ny@skarvik.example", "Chef");
    admin.open(&person).press("Skapa engångskod");
    let link = admin.value("Länk med engångskod");
    let code = link.rsplit('/').next().unwrap_or_default();
    admin.post(&format!("/kod/{code}"), &PASSWORD);
    let recorded = app.app().db.read_control(app::demo::tenant(), |tx| {
        tx.all(
            "select actor_name, actor from audit_rows \
             where tenant = $1 and action = $2 order by seq desc limit 1",
            params!["set_password"],
            |row| Ok((row.text(0)?, row.maybe_id::<PersonId>(1)?)),
        )
    });
    let recorded = recorded.expect("the accounts can be read");
    let owner: PersonId = person.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(recorded, [("Nils Ny".to_owned(), Some(owner))]);
}

#[test]
fn whoever_sees_few_of_a_long_register_can_go_on_to_its_end() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    with_role(&mut admin, "Petra Part", "petra.part@skarvik.example", "Administratör");
    with_role(&mut admin, "Örjan Sist", "orjan.sist@skarvik.example", "Chef");
    let mut part = app.signed_in("Petra Part");
    let elsewhere = crate::kit::id("org", "socialforvaltningen");
    let elsewhere: domain::ids::OrgUnitId = elsewhere.parse().expect("an id");
    app.writing(move |tx| {
        tx.leave_unaudited("a test of a long register");
        let id = |number: i64| {
            let mut id = [0xee; 16];
            id[8..].copy_from_slice(&number.to_be_bytes());
            id
        };
        let people = (0..4_100_i64).map(|number| {
            let (name, email) = (format!("mm {number:05}"), format!("{number}@lang.example"));
            let key = app::i18n::sort_key(&name);
            vec![id(number).into(), name.into(), key.into(), email.into()]
        });
        tx.run_many(
            "insert into people (tenant, person_id, name, sort_key, title, email, version) \
             values ($1, $2, $3, $4, '', $5, 1)",
            people,
        )?;
        let roles = (0..4_100_i64).map(|number| vec![id(number).into(), elsewhere.bytes().into()]);
        tx.run_many(
            "insert into grants (tenant, grant_id, person_id, role, org_unit_id, valid_from, \
             version) values ($1, $2, $2, 'reader', $3, '2020-01-01', 1)",
            roles,
        )?;
        Ok(())
    });
    part.open("/personer");
    assert!(!part.page().says("Örjan Sist"));
    part.follow("Nästa");
    assert!(part.page().says("Örjan Sist"), "{}", part.page().text());
}

/// What the trail says of objects of some kinds, from the newest.
fn told(browser: &mut Browser, words: &str) -> usize {
    let mut address = "/spar".to_owned();
    let mut found = 0;
    loop {
        browser.open(&address);
        let rows = browser.page().table("Spår");
        found += rows.iter().filter(|row| row.join(" ").contains(words)).count();
        let links = browser.page().links();
        let Some((_, next)) = links.into_iter().find(|(text, _)| text == "Äldre") else {
            return found;
        };
        address = next;
    }
}

#[test]
fn an_administrator_of_a_part_reads_who_was_asked_to_write_there_and_what_its_bodies_said() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    with_role(&mut admin, "Petra Part", "petra.part@skarvik.example", "Administratör");
    let mut elsewhere = with_role(&mut admin, "Stina Social", "stina@skarvik.example", "Läsare");
    admin.open(&elsewhere).choose("Administratör").pick("Gäller för", "Socialförvaltningen");
    admin.press("Ge rollen");
    elsewhere.clear();
    let (mut part, mut social) = (app.signed_in("Petra Part"), app.signed_in("Stina Social"));
    for words in ["Inbjudan att skriva", "Ersättare", "Sammanställning", "Citat", "Steg i årshjul"]
    {
        let (all, own) = (told(&mut admin, words), told(&mut part, words));
        assert!(own > 0 && own <= all, "{words}: {own} of {all}");
    }
    assert_eq!(told(&mut social, "Inbjudan att skriva"), 0, "another part's");
    assert_eq!(told(&mut social, "Sammanställning"), 0, "another part's");
}

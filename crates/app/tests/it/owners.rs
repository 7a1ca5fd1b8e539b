//! Whose something new is: what the form proposes, says and remarks on, and whom it offers first.

use app::identity::store::{PersonRow, insert_grant, insert_person};
use app::organisation::store::insert_org_unit;
use domain::access::AccessRole;
use domain::ids::{GrantId, OrgUnitId, PersonId};
use domain::organisation::OrgUnit;

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const OWNER: &str = "Vem äger det?";
const SEARCH_OWNERS: &str = "Sök bland alla: Vem äger det?";

fn chosen(browser: &Browser, name: &str) -> Vec<String> {
    browser.page().texts(&format!("select[name={name}] option[selected]"))
}

fn new_activity(browser: &mut Browser, under: &str) {
    browser.open(&format!("/mal/nytt?typ=aktivitet&under={under}")).within_budget(30);
}

#[test]
fn an_activity_under_the_goal_of_a_unit_is_proposed_to_be_the_units() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    new_activity(&mut browser, &id("element", "em-fyrskolan"));
    assert!(chosen(&browser, "agare").concat().contains("Fyrskolan"));
    // Who works at a unit means the own one, whatever the goal.
    let mut rector = app.signed_in("Amira Lindqvist");
    new_activity(&mut rector, &id("element", "rm-trygg-start"));
    assert!(chosen(&rector, "agare").concat().contains("Skärgårdens förskolor"));
}

#[test]
fn where_it_is_not_plain_nobody_is_proposed_and_somebody_must_be_chosen() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/mal/nytt?typ=aktivitet");
    let nobody = "Välj vem som äger det";
    assert_eq!(browser.value(OWNER), nobody, "the council is not guessed to do it");
    let before = app.audit_length();
    browser.fill("Vad ska göras?", "Ordna en öppen dag").press("Spara utkastet");
    assert_eq!((browser.status(), app.audit_length()), (422, before));
    assert!(browser.page().says("Välj vem som äger det."), "{}", browser.page().text());
}

#[test]
fn an_owner_of_another_kind_than_the_model_says_is_remarked_on_and_not_refused() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (goal, council) = (id("element", "em-fyrskolan"), id("org", "kommunfullmaktige"));
    let person = id("person", "kerstin-oberg");
    let fields = [
        ("typ", "aktivitet"),
        ("titel", "Ordna en öppen dag"),
        ("agare", &council),
        ("under", &goal),
        ("ansvarig", &person),
        ("till", "2026-12-01"),
    ];
    let reply = browser.post("/mal", &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    let words = "Enligt styrmodellen skrivs aktiviteter av enheter. Kommunfullmäktige kan äga";
    let made = app.structure();
    let made = made.elements().find(|one| one.title == "Ordna en öppen dag").unwrap().id;
    assert!(browser.open(&format!("/aktivitet/{made}")).page().says(words));
    assert!(browser.open(&format!("/mal/{made}/andra")).page().says(words));
    // A provider stands where a unit does.
    new_activity(&mut browser, &id("element", "em-solrosen-ab"));
    assert!(chosen(&browser, "agare").concat().contains("Solrosen"));
    assert!(!browser.page().says("Enligt styrmodellen skrivs"), "{}", browser.page().text());
}

/// Skärvik with so many more units that a unit is searched for.
fn crowded() -> TestApp {
    let app = TestApp::new();
    let like = id("org", "fyrskolan").parse().unwrap();
    let like = OrgUnit::clone(app.structure().organisation.get(like).unwrap());
    app.writing(move |tx| {
        for number in 0..160_u8 {
            let id = OrgUnitId::from([number.saturating_add(1); 16]);
            let name = format!("Provskolan {number}");
            insert_org_unit(tx, &OrgUnit { id, name, ..like.clone() })?;
        }
        Ok(())
    });
    app
}

#[test]
fn a_search_that_leaves_the_owner_outside_says_who_is_still_chosen() {
    let app = crowded();
    let mut browser = app.signed_in(CONTROLLER);
    new_activity(&mut browser, &id("element", "em-fyrskolan"));
    browser.fill(SEARCH_OWNERS, "provskolan 1").press("Sök: Vem äger det?").within_budget(30);
    assert!(chosen(&browser, "agare").concat().contains("Fyrskolan"));
    let words = "Vald är fortfarande Fyrskolan (Utbildningsförvaltningen), som inte passar";
    assert!(browser.page().says(words), "{}", browser.page().text());
    // The only one that is found is the one that was meant, and is remarked on if anything is.
    browser.fill(SEARCH_OWNERS, "provskolan 159").press("Sök: Vem äger det?");
    assert!(chosen(&browser, "agare").concat().contains("Provskolan 159"));
    assert!(browser.page().says("passar ”provskolan 159” och är vald"));
    assert!(!browser.page().says("Vald är fortfarande"), "{}", browser.page().text());
    browser.fill(SEARCH_OWNERS, "kommunfullm").press("Sök: Vem äger det?");
    assert!(browser.page().says("Kommunfullmäktige kan äga den om arbetet görs där"));
}

#[test]
fn those_who_work_where_the_owner_is_are_offered_first() {
    let app = TestApp::new();
    let unit: OrgUnitId = id("org", "fyrskolan").parse().unwrap();
    let far: OrgUnitId = id("org", "viks-forskola").parse().unwrap();
    let day = app.app().clock.local(app.now()).date();
    app.writing(move |tx| {
        for number in 0..120_u8 {
            let (name, place) = match number {
                0..3 => (format!("Östen Nära {number}"), unit),
                _ => (format!("Anna Bort {number}"), far),
            };
            let person = PersonRow {
                id: PersonId::from([number.saturating_add(1); 16]),
                name,
                title: "Medarbetare".to_owned(),
                email: format!("prov{number}@skarvik.example"),
                version: 1,
                left_on: None,
            };
            insert_person(tx, &person)?;
            let grant = GrantId::from([number.saturating_add(1); 16]);
            insert_grant(tx, grant, person.id, (AccessRole::Staff, place), day)?;
        }
        Ok(())
    });
    let mut browser = app.signed_in(CONTROLLER);
    new_activity(&mut browser, &id("element", "em-fyrskolan"));
    let people = browser.page().texts("select[name=ansvarig] option");
    let place = |name: &str| people.iter().position(|one| one.starts_with(name));
    let last_near = place("Östen Nära 2").expect("who works there");
    assert!(last_near < place("Kerstin Öberg").expect("the visitor"), "{people:?}");
    assert!(people.iter().any(|one| one == "Östen Nära 0, Medarbetare (Fyrskolan)"), "{people:?}");
    assert!(!people.iter().any(|one| one.starts_with("Anna Bort")), "{people:?}");
}

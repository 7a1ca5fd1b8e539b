//! Choosing among more than anybody reads: a list that is near, and a search in the form.

use app::identity::store::{PersonRow, insert_grant, insert_person};
use domain::access::AccessRole;
use domain::ids::{ElementId, GrantId, PersonId};
use http::StatusCode;

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const ADMINISTRATOR: &str = "Johan Åkerlund";
const SEARCH_PEOPLE: &str = "Sök bland alla: Vem ansvarar?";

/// Skärvik with a hundred more who work far from Kerstin, two of them called the same.
fn crowded() -> TestApp {
    let app = TestApp::new();
    let unit = id("org", "viks-forskola").parse().unwrap();
    let day = app.app().clock.local(app.now()).date();
    app.writing(move |tx| {
        for number in 0..100_u8 {
            let name = match number {
                0 | 1 => "Örjan Äng".to_owned(),
                _ => format!("Prov {number} Provsson"),
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
            insert_grant(tx, grant, person.id, (AccessRole::Staff, unit), day)?;
        }
        Ok(())
    });
    app
}

fn options(browser: &Browser, name: &str) -> Vec<String> {
    browser.page().texts(&format!("select[name={name}] option"))
}

#[test]
fn a_long_list_of_people_says_so_and_is_searched_with_everything_typed_kept() {
    let app = crowded();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/matt/nytt").within_budget(30);
    assert!(options(&browser, "ansvarig").len() <= 122);
    assert!(options(&browser, "ansvarig").iter().any(|one| one.starts_with("Kerstin Öberg")));
    assert!(browser.page().says("Sök för att hitta fler"));
    let before = app.audit_length();
    browser.fill("Namn", "Prov av sökning").fill(SEARCH_PEOPLE, "finns ej");
    browser.press("Sök: Vem ansvarar?").within_budget(30);
    assert_eq!(browser.status(), 200);
    assert!(browser.page().says("Inget av"), "{}", browser.page().text());
    browser.fill(SEARCH_PEOPLE, "äng örj").press("Sök: Vem ansvarar?");
    assert!(browser.page().says("2 av 2"), "{}", browser.page().text());
    assert_eq!(browser.value("Namn"), "Prov av sökning");
    assert_eq!(app.audit_length(), before);
    // Those who are called the same and work in the same place are told apart.
    let found = options(&browser, "ansvarig");
    let alike: Vec<&String> = found.iter().filter(|one| one.starts_with("Örjan Äng")).collect();
    assert_eq!(alike.len(), 2, "{found:?}");
    assert!(alike[0] != alike[1] && alike[0].contains("prov0@"), "{alike:?}");
    let second = alike[1].clone();
    browser.pick("Vem ansvarar?", &second).press("Spara").within_budget(60);
    assert_eq!(browser.page().heading(), "Prov av sökning");
    let structure = app.structure();
    let made = structure.elements().find(|one| one.title == "Prov av sökning").unwrap();
    assert_eq!(made.responsible, Some(PersonId::from([2; 16])));
}

#[test]
fn enter_searches_where_a_search_has_been_written_and_saves_where_none_has() {
    let app = crowded();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/matt/nytt").fill("Namn", "Prov av enter").fill(SEARCH_PEOPLE, "prov 77");
    browser.press("Sök eller spara");
    // The only one that fits, where nobody was chosen, is the one that was meant.
    assert!(browser.page().says("passar ”prov 77” och är vald"), "{}", browser.page().text());
    assert_eq!((browser.status(), browser.address()), (200, "/matt"));
    assert!(options(&browser, "ansvarig").iter().any(|one| one.starts_with("Prov 77")));
    browser.press("Sök eller spara");
    assert_eq!(browser.page().heading(), "Prov av enter");
}

#[test]
fn who_is_responsible_already_stays_in_a_list_that_does_not_reach_them() {
    let app = crowded();
    let mut browser = app.signed_in(CONTROLLER);
    let far = PersonId::from([50; 16]).to_string();
    browser.open("/mal/nytt?typ=aktivitet");
    let under = options(&browser, "under");
    assert!(under.len() <= 122, "{}", under.len());
    let goal: ElementId = id("element", "em-skargardens-forskolor").parse().unwrap();
    let goal = goal.to_string();
    let fields = [("typ", "aktivitet"), ("ansvarig", far.as_str()), ("under", goal.as_str())];
    let reply = browser.post("/mal", &[&fields[..], &[("sok", "ansvarig")]].concat());
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.text().contains(&format!("value=\"{far}\" selected")));
    assert!(reply.text().contains(&format!("value=\"{goal}\" selected")), "{}", reply.text());
}

#[test]
fn whom_to_make_responsible_for_many_is_searched_for_too() {
    let app = crowded();
    let mut browser = app.signed_in(CONTROLLER);
    let row = id("element", "akt-timvikarier-blir-fasta-tjanster");
    browser.open(&format!("/trad/andra?rad={row}&vad=ansvarig")).within_budget(30);
    assert!(options(&browser, "till").len() <= 122);
    browser.fill("Sök bland alla: Vem ska ansvara?", "prov 77").press("Sök: Vem ska ansvara?");
    let found = options(&browser, "till");
    let person = found.iter().find(|one| one.starts_with("Prov 77 Provsson")).unwrap().clone();
    assert!(!browser.page().says("Det som ändras"));
    browser.pick("Vem ska ansvara?", &person).press("Visa vad som ändras");
    let table = browser.page().table("Det som ändras");
    assert!(table[1].iter().any(|cell| cell.contains("Prov 77")), "{table:?}");
}

#[test]
fn a_search_is_hostile_text_and_nothing_more() {
    let app = crowded();
    let mut browser = app.signed_in(CONTROLLER);
    let long = "å".repeat(10_000);
    for wanted in ["%", "_", "!", "' or 1=1 --", "<b>x</b>", "\u{0}", long.as_str(), "%%%%%%%%%%"] {
        let fields = [("sok", "ansvarig"), ("sok-ansvarig", wanted), ("agare", "skräp")];
        let reply = browser.post("/matt", &fields);
        assert!(matches!(reply.status.as_u16(), 200 | 400), "{wanted}: {}", reply.status);
        assert!(!reply.text().contains("<b>x"));
    }
}

#[test]
fn a_search_for_a_place_gives_no_role_and_ends_no_code() {
    let app = crowded();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let person = id("person", "amira-lindqvist");
    let unit = id("org", "viks-forskola");
    let before = app.audit_length();
    let fields = [("sok", "enhet"), ("roll", "staff"), ("enhet", &unit), ("fran", "2026-09-01")];
    let reply = browser.post(&format!("/personer/{person}/roller"), &fields);
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.text().contains("value=\"2026-09-01\""));
    assert_eq!(app.audit_length(), before);
}

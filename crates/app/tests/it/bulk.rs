//! Changing many elements at once from the list: seen before, kept in one step, taken back in one.

use app::demo::id_of;
use app::elements::store::change_element;
use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use domain::steering::Role;
use http::StatusCode;

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";

/// Goes to what is asked for some rows, as the list's form does.
fn choose(browser: &mut Browser, rows: &[&str], kind: &str) {
    let rows: Vec<String> = rows.iter().map(|row| format!("rad={}", id("element", row))).collect();
    browser.open(&format!("/trad/andra?{}&vad={kind}", rows.join("&"))).within_budget(30);
}

fn element(app: &TestApp, word: &str) -> Element {
    let structure = app.structure();
    Element::clone(structure.element(id_of("element", word)).unwrap())
}

/// Two drafts of one unit.
fn drafts(app: &TestApp) -> Vec<Element> {
    let structure = app.structure();
    let is_draft =
        |one: &&std::sync::Arc<Element>| one.state == ElementState::Draft && one.role == Role::Goal;
    structure.elements().filter(is_draft).take(2).map(|one| Element::clone(one)).collect()
}

#[test]
fn rows_are_chosen_in_the_list_and_nothing_happens_before_one_has_seen_what_will() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    browser.open("/trad?vy=lista&typ=aktivitet&avviker=1");
    browser.choose("Timvikarier blir fasta tjänster").choose("Introduktion på film");
    browser.press("Ändra de valda");
    assert!(browser.page().says("2 rader är valda"));
    browser
        .pick("Vem ska ansvara?", "Lena Holm, Förvaltningschef, utbildning")
        .press("Visa vad som ändras");
    let table = browser.page().table("Det som ändras");
    assert_eq!(table.len(), 3, "{table:?}");
    assert!(table[1].contains(&"Lena Holm".to_owned()), "{table:?}");
    assert_eq!(app.audit_length(), before);
    browser.press("Ändra 2").within_budget(60);
    assert!(browser.page().says("2 är ändrade"));
    assert!(browser.page().says("Ansvarig: Lena Holm. Kerstin Öberg"));
    // One row for each element and one for the change.
    assert_eq!(app.audit_length(), before + 3);
    let lena = id("person", "lena-holm");
    let found = element(&app, "akt-timvikarier-blir-fasta-tjanster");
    assert_eq!(found.responsible.unwrap(), lena.parse().unwrap());
}

#[test]
fn what_is_decided_or_another_plans_is_said_not_to_change_and_why() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    choose(&mut browser, &["em-skargardens-forskolor", "rm-trygg-start"], "slut");
    browser.fill("Vilken dag ska det vara klart?", "2027-06-30").press("Visa vad som ändras");
    let table = browser.page().table("Det som inte ändras");
    let why = |title: &str| table.iter().find(|row| row[0] == title).unwrap()[2].clone();
    assert_eq!(
        why("Trygg lek i mindre grupper"),
        "Det är beslutat och ändras med ett nytt beslut."
    );
    assert_eq!(why("Varje barn får en trygg start"), "Någon annan planerar det.");
    assert!(browser.page().says("Inget ändras"));
    // Sending it all the same changes nothing.
    let before = app.audit_length();
    let goal = id("element", "rm-trygg-start");
    let version = format!("{goal}.{}", element(&app, "rm-trygg-start").version);
    let person = id("person", "amira-lindqvist");
    let reply = browser.post(
        "/trad/andra",
        &[("rad", &goal), ("vad", "ansvarig"), ("till", &person), ("version", &version)],
    );
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_change_is_taken_back_in_one_step_while_nobody_has_changed_the_elements_since() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let [one, other] = drafts(&app).try_into().unwrap();
    let address = format!("/trad/andra?rad={}&rad={}&vad=slut", one.id, other.id);
    browser.open(&address).fill("Vilken dag ska det vara klart?", "2027-06-30");
    browser.press("Visa vad som ändras").press("Ändra 2").press("Ta tillbaka ändringen");
    assert!(browser.page().says("Ändringen togs tillbaka"));
    let now = |id: ElementId| Element::clone(app.structure().element(id).unwrap());
    assert_eq!(now(one.id).ends_on, one.ends_on);
    assert_eq!(now(other.id).ends_on, other.ends_on);
    // Again, and this time somebody else is at it meanwhile.
    browser.open(&address).fill("Vilken dag ska det vara klart?", "2027-06-30");
    browser.press("Visa vad som ändras").press("Ändra 2");
    let receipt = browser.address().to_owned();
    let changed = now(one.id);
    app.writing(move |tx| {
        let title = "En annan lydelse".to_owned();
        let version = changed.version + 1;
        change_element(tx, "change", &Element { title, version, ..changed.clone() })
    });
    browser.open(&receipt);
    assert!(browser.page().says("Något av det har ändrats sedan dess"));
    let reply = browser.post(&format!("{receipt}/tillbaka"), &[]);
    assert_eq!(reply.status, StatusCode::CONFLICT);
    assert!(now(other.id).ends_on.is_some());
}

#[test]
fn what_somebody_changes_between_the_preview_and_the_change_is_left_as_it_is() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let [one, other] = drafts(&app).try_into().unwrap();
    browser.open(&format!("/trad/andra?rad={}&rad={}&vad=foresla", one.id, other.id));
    let meanwhile = one.clone();
    app.writing(move |tx| {
        let number = "9".to_owned();
        let version = meanwhile.version + 1;
        change_element(tx, "change", &Element { number, version, ..meanwhile.clone() })
    });
    browser.press("Ändra 2");
    assert!(browser.page().says("En är ändrad"));
    let structure = app.structure();
    assert_eq!(structure.element(one.id).unwrap().state, ElementState::Draft);
    assert_eq!(structure.element(other.id).unwrap().state, ElementState::Proposed);
}

#[test]
fn sending_a_change_twice_makes_one() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let draft = drafts(&app).remove(0);
    let (row, version) = (draft.id.to_string(), format!("{}.{}", draft.id, draft.version));
    let fields = [
        ("id", "01980000-0000-7000-8000-000000000b01"),
        ("rad", &row),
        ("vad", "foresla"),
        ("version", &version),
    ];
    let before = app.audit_length();
    let first = browser.post("/trad/andra", &fields);
    let second = browser.post("/trad/andra", &fields);
    assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(app.audit_length(), before + 2);
}

#[test]
fn activities_are_moved_under_another_goal_and_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let activity: ElementId = id_of("element", "akt-handledning-i-lekpedagogik");
    let parents = || -> Vec<ElementId> {
        app.structure().links_up(activity).iter().map(|link| link.parent).collect()
    };
    let before = parents();
    let goal = id("element", "em-hamnens-forskolor");
    browser.open(&format!("/trad/andra?rad={activity}&vad=under&till={goal}&visa=1"));
    browser.press("Ändra en");
    assert_eq!(parents(), [id_of("element", "em-hamnens-forskolor")]);
    browser.press("Ta tillbaka ändringen");
    assert_eq!(parents(), before);
    // Under itself, or where the model has no place for it, it does not go.
    let vision = id("element", "vision-2040");
    browser.open(&format!("/trad/andra?rad={activity}&vad=under&till={vision}&visa=1"));
    assert!(!browser.buttons().iter().any(|words| words.starts_with("Ändra en")));
}

#[test]
fn everything_a_person_answers_for_is_handed_over_when_they_leave() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let lena = id("person", "lena-holm");
    browser.open(&format!("/personer/{lena}/lamna")).follow("Välj själv vad som lämnas över");
    assert!(browser.page().says("Lämna över ansvaret från Lena Holm"));
    browser.pick("Vem ska ansvara?", "Omar Haddad, Socialchef").press("Visa vad som ändras");
    let answered = |person: &str| {
        let person = person.parse().unwrap();
        let structure = app.structure();
        structure
            .elements()
            .filter(|one| one.is_current() && one.responsible == Some(person))
            .count()
    };
    let before = answered(&lena);
    assert!(before > 5);
    let button = browser.buttons().into_iter().find(|words| words.starts_with("Ändra ")).unwrap();
    assert_eq!(button, format!("Ändra {before}"));
    let theirs = answered(&id("person", "omar-haddad"));
    browser.press(&button);
    assert_eq!(answered(&lena), 0);
    assert_eq!(answered(&id("person", "omar-haddad")), theirs + before);
}

#[test]
fn a_change_without_a_value_or_rows_is_refused_in_words() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    choose(&mut browser, &["em-skargardens-forskolor"], "ansvarig");
    browser.press("Visa vad som ändras");
    assert_eq!(browser.status(), 422);
    assert_eq!(browser.page().problems(), ["Välj vad det ska bli"]);
    browser.open("/trad/andra");
    assert!(browser.page().says("Inget är valt"));
    browser.open("/trad/andra?rad=nonsens&rad=01980000-0000-7000-8000-00000000dead&vad=x");
    assert!(browser.page().says("Inget är valt"));
}

//! Actions proposed as the answer to a deviation: what is expected of them is kept with them, and
//! what cannot be is refused at its field.

use domain::actions::Origin;

use crate::followup::part;
use crate::kit::{Browser, TestApp, id};

const MANAGER: &str = "Amira Lindqvist";
const TITLE: &str = "Anställa en öppningsvikarie";

fn form(app: &TestApp) -> Browser {
    let mut amira = app.signed_in(MANAGER);
    amira.open(&part("sjukfranvaro")).press("Lägg till en åtgärd").within_budget(30);
    amira.fill("Vad ska göras?", TITLE).fill("Klar senast", "2026-10-15");
    amira
}

fn kept(app: &TestApp) -> Option<domain::actions::ActionFacts> {
    let structure = app.structure();
    let action = structure.elements().find(|one| one.title == TITLE)?.id;
    app.reading(|tx| app::actions::store::of_element(tx, action))
}

#[test]
fn what_is_expected_of_an_action_is_kept_with_where_it_came_from() {
    let app = TestApp::new();
    let mut amira = form(&app);
    amira.pick("Slag av förbättring", "Arbetssätt");
    amira.fill("Vad väntar ni er ska bli bättre?", "Färre sjukdagar på öppningspassen.");
    amira.pick("Åt vilket håll ska måttet gå?", "Det ska sjunka");
    amira.fill("När ska vi fråga om effekten?", "2027-02-01");
    amira.fill("Länk till processkarta", "https://karta.skarvik.se/schema");
    amira.press("Spara åtgärden");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());
    let facts = kept(&app).expect("it is kept");
    assert_eq!(facts.kind.map(domain::actions::ImprovementKind::code), Some("working_methods"));
    assert_eq!(facts.expected, "Färre sjukdagar på öppningspassen.");
    assert_eq!(facts.measure, id("element", "sjukfranvaro").parse().ok(), "the deviation's own");
    assert_eq!(facts.ask_on.map(|day| day.to_string()).as_deref(), Some("2027-02-01"));
    assert!(matches!(facts.origin, Some(Origin::Part(_))));
}

#[test]
fn an_action_of_which_nothing_more_is_said_is_asked_about_three_months_after_it_is_done() {
    let app = TestApp::new();
    let mut amira = form(&app);
    amira.press("Spara åtgärden").open(&part("sjukfranvaro"));
    assert!(amira.page().says("Föreslagen, inte beslutad"), "{}", amira.page().text());
    let facts = kept(&app).expect("it is kept");
    assert_eq!(facts.ask_on.map(|day| day.to_string()).as_deref(), Some("2027-01-15"));
    assert_eq!((facts.kind, facts.wanted), (None, None));
}

#[test]
fn what_cannot_be_kept_of_an_action_is_refused_at_its_field_and_leaves_nothing_behind() {
    let app = TestApp::new();
    for (label, text, words) in [
        ("Länk till processkarta", "ftp://karta.skarvik.se/", "Skriv en hel adress"),
        ("Länk till processkarta", "http://karta.skarvik.se/", "Skriv en hel adress"),
        ("När ska vi fråga om effekten?", "2026-10-14", "innan åtgärden ska vara klar"),
        ("När ska vi fråga om effekten?", "2126-10-14", "Välj en dag före"),
        ("När ska vi fråga om effekten?", "snart", "Skriv ett datum"),
    ] {
        let mut amira = form(&app);
        let before = app.audit_length();
        amira.fill(label, text).press("Spara åtgärden");
        assert_eq!(amira.status(), 422, "{label} {text}");
        assert_eq!(app.audit_length(), before, "a refused form adds nothing");
        assert!(amira.page().problems().iter().any(|one| one.contains(words)), "{words}");
        assert_eq!(amira.value(label), text, "what was typed is kept");
    }
    let mut amira = form(&app);
    let before = app.audit_length();
    let address = format!("{}/atgard", part("sjukfranvaro"));
    let one = id("element", "en-atgard-som-ingen-har");
    let sound = [
        ("id", one.as_str()),
        ("titel", TITLE),
        ("mal", &id("element", "rm-behoriga")),
        ("klar", "2026-10-15"),
        ("slag", "revolution"),
        ("matt", &id("element", "finns-inte")),
        ("enhet", &id("org", "centralskolan")),
        ("riktning", "bakåt"),
    ];
    let reply = amira.post(&address, &sound);
    assert_eq!(reply.status, 422);
    assert!(kept(&app).is_none());
    assert_eq!(app.audit_length(), before, "a refused form adds nothing");
}

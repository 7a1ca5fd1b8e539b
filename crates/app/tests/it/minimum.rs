//! The common minimum: said for all, added to by committees, and held against every plan.

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const READER: &str = "Ingrid Malm";
const PAGE: &str = "/planera/minimikrav";

fn row(browser: &mut Browser, name: &str) -> Vec<String> {
    browser.open(PAGE).within_budget(30);
    let table = browser.page().table("Minimikrav på planerna");
    table.into_iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("no row for {name}"))
}

#[test]
fn each_committee_stands_beside_each_requirement() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let found = row(&mut browser, "Utbildningsnämnden");
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found[1], "Uppfyllt", "answers what the council has decided");
    assert_eq!(found[3], "2 av 4 saknar", "half of its goals do not say how they are followed up");
    assert!(found[5].contains("3 av 4 saknar"), "its own requirement: {found:?}");
    let other = row(&mut browser, "Miljönämnden");
    assert_eq!(other[5], "", "what one committee adds is no other's");
}

#[test]
fn what_lacks_something_is_named_and_leads_to_where_it_is_put_right() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (committee, goal) = (id("org", "utbildningsnamnden"), id("element", "rm-behoriga"));
    browser.open(&format!("{PAGE}?enhet={committee}")).within_budget(30);
    assert!(browser.page().says("Behöriga lärare i alla klassrum"));
    let links = browser.page().links();
    let leads = links.iter().any(|(_, address)| address.ends_with(&goal.replace('-', "")));
    assert!(leads, "{goal} in {links:?}");
    let mine = id("org", "miljonamnden");
    browser.open(&format!("{PAGE}?enhet={mine}"));
    let links = browser.page().links();
    let above = id("element", "im-bygga").replace('-', "");
    let answer = format!("/mal/nytt?typ=resultatmal&under={above}");
    assert!(
        links.iter().any(|(_, address)| address.starts_with(&answer)),
        "an unanswered goal leads to the form of an answer: {links:?}"
    );
}

#[test]
fn what_is_said_for_all_holds_for_all_and_the_models_own_demands_cannot_be_taken_away() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(PAGE);
    assert!(browser.page().says("Gäller redan: Svarar på målen ovanför, Mått."));
    browser.choose("Kvalitet").untick("Ansvarig").press("Spara kraven");
    let heads = browser.page().texts("th[scope=col]");
    assert!(heads.contains(&"Kvalitet".to_owned()), "{heads:?}");
    assert!(!heads.contains(&"Ansvarig".to_owned()), "{heads:?}");
    let before = app.audit_length();
    browser.press("Spara kraven");
    assert_eq!(app.audit_length(), before, "the same again is no change");
    assert_eq!(browser.post(PAGE, &[("krav", "worked"), ("version", "1")]).status, 409);
    let emptied = browser.post(PAGE, &[("version", "2")]);
    assert_eq!(emptied.status, 303);
    assert_eq!(row(&mut browser, "Utbildningsnämnden").len(), 4, "the model's own are left");
}

#[test]
fn a_committee_adds_for_itself_and_only_those_who_plan_there() {
    let app = TestApp::new();
    let committee = id("org", "miljonamnden");
    let fields = [("enhet", committee.as_str()), ("krav", "perspective"), ("krav", "answers")];
    for (who, expected) in [(READER, 403), (MANAGER, 403), (CONTROLLER, 303)] {
        let reply = app.signed_in(who).post(PAGE, &fields);
        assert_eq!(reply.status.as_u16(), expected, "{who}");
    }
    let found = row(&mut app.signed_in(READER), "Miljönämnden");
    assert!(found[5].contains("Perspektiv"), "{found:?}");
    assert!(!found[5].contains("Svarar"), "what holds for all is not added: {found:?}");
}

#[test]
fn the_plan_shows_goals_and_quality_in_tracks_of_their_own() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/planera?enhet={}", id("org", "utbildningsnamnden")));
    for words in ["Målspåret", "4 resultatmål", "Kvalitetsspåret", "1 leveranskrav"] {
        assert!(browser.page().says(words), "{words}");
    }
}

#[test]
fn the_plan_tells_how_many_the_model_advises() {
    let preset = include_str!("../../../../presets/osteraker-2018.yaml");
    let limited = preset.replacen(
        "rules: {must_cover_all_parents: inriktningsmal, must_have_measure: true}",
        "rules: {must_cover_all_parents: inriktningsmal, must_have_measure: true, max_per_owner: 3}",
        1,
    );
    assert_ne!(limited, preset);
    let app = TestApp::founded("Provköping", &limited);
    let mut browser = app.signed_in(crate::kit::FOUNDER);
    let owner = app.structure().organisation.roots()[0].to_string();
    let fields = [("typ", "resultatmal"), ("titel", "Alla läser"), ("agare", owner.as_str())];
    assert_eq!(browser.post("/mal", &fields).status, 303);
    browser.open("/planera");
    assert!(browser.page().says("Styrmodellen råder till högst 3"));
}

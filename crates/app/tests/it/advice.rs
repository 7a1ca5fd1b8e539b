//! Help with the wording: shown where one writes, never in the way.

use crate::kit::{TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const READER: &str = "Ingrid Malm";
const NEW: &str = "0198f000000070008000000000000001";

fn write(app: &TestApp, title: &str) {
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let fields = [
        ("id", NEW),
        ("typ", "resultatmal"),
        ("titel", title),
        ("agare", owner.as_str()),
        ("under", parent.as_str()),
    ];
    assert_eq!(app.signed_in(CONTROLLER).post("/mal", &fields).status, 303, "advice never hinders");
}

#[test]
fn an_activity_phrased_as_a_goal_is_kept_and_remarked_on_to_those_who_can_change_it() {
    let app = TestApp::new();
    write(&app, "Genomföra en kartläggning av lekmiljöerna");
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/mal/{NEW}"));
    assert!(browser.page().says("”genomföra” säger vad ni ska göra"));
    browser.open(&format!("/mal/{NEW}/andra"));
    assert!(browser.page().says("”genomföra” säger vad ni ska göra"));
    assert!(browser.page().says("Kontrollfråga"));
}

#[test]
fn a_good_goal_and_what_is_decided_get_no_remarks() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/mal/{}", id("element", "rm-trygg-start")));
    assert!(!browser.page().says("Råd om formuleringen"));
    browser.open("/mal/nytt?typ=resultatmal");
    assert!(!browser.page().says("Råd om formuleringen"), "nothing is written yet");
}

#[test]
fn the_same_help_is_given_while_one_writes() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let ask = "/mal/formulering.json?typ=resultatmal&titel=Utreda+en+ny+skola";
    let said: Vec<String> = serde_json::from_slice(&browser.get(ask).body).expect("a list");
    assert!(said.iter().any(|one| one.starts_with("”utreda” säger")), "{said:?}");
    for nothing in ["?typ=finns-inte&titel=Utreda", "?typ=resultatmal", "?typ=vision&titel=Utreda"]
    {
        let reply = browser.get(&format!("/mal/formulering.json{nothing}"));
        assert_eq!(reply.body.as_ref(), b"[]", "{nothing}");
    }
    assert_eq!(app.signed_in(READER).get(ask).status, 403);
}

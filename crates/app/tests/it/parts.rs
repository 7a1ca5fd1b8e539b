//! What hangs under something that is split: it stays there until the parts are decided, goes where
//! it was placed, and is never left in the air because a part was thrown away.

use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use http::StatusCode;

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const NEW: &str = "0198f000000070008000000000000061";

fn key(text: &str) -> ElementId {
    text.parse().expect("an identity")
}

fn old() -> ElementId {
    key(&id("element", "rm-klarar-grundskolan"))
}

fn element(app: &TestApp, id: ElementId) -> Element {
    Element::clone(app.structure().element(id).expect("there"))
}

fn state(app: &TestApp, id: ElementId) -> ElementState {
    element(app, id).state
}

fn below(app: &TestApp, id: ElementId) -> Vec<ElementId> {
    app.structure().children(id).iter().map(|one| one.id).collect()
}

fn parents(app: &TestApp, id: ElementId) -> Vec<ElementId> {
    app.structure().parents(id).map(|one| one.id).collect()
}

/// Splits in two; the first of what hangs there is placed on the second part.
fn split(app: &TestApp, browser: &mut Browser) -> (ElementId, ElementId) {
    let (one, two) = ("Alla elever räknar", "Alla elever läser");
    let child = format!("barn-{}", below(app, old())[0]);
    let fields = [("del", one), ("del", two), (child.as_str(), "1")];
    let reply = browser.post(&format!("/mal/{}/dela", old()), &fields);
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let structure = app.structure();
    let part = |title: &str| {
        let found = |one: &&std::sync::Arc<Element>| one.title == title;
        structure.elements().find(found).expect("a part").id
    };
    (part(one), part(two))
}

fn throw_away(app: &TestApp, browser: &mut Browser, id: ElementId) -> String {
    let version = element(app, id).version.to_string();
    let reply = browser.post(&format!("/mal/{id}/kasta"), &[("version", &version)]);
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    reply.header("location").to_owned()
}

fn decide(app: &TestApp, browser: &mut Browser, id: ElementId, step: &str) {
    let chosen = format!("{id}/{}", element(app, id).version);
    let body = crate::kit::id("org", "utbildningsnamnden");
    let fields =
        [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "12"), ("mal", &chosen)];
    let reply = browser.post(&format!("/mal/{id}/{step}"), &fields);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
}

fn reword(browser: &mut Browser, id: ElementId) {
    let reply = browser.post(&format!("/mal/{id}/ersatt"), &[("id", NEW)]);
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
}

#[test]
fn nothing_is_moved_before_the_parts_are_decided() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.structure();
    let children = below(&app, old());
    let (one, two) = split(&app, &mut browser);
    let structure = app.structure();
    for child in &children {
        assert_eq!(structure.links_up(*child), before.links_up(*child));
    }
    assert!(below(&app, one).is_empty() && below(&app, two).is_empty());
    let waits = app.reading(|tx| app::goals::store::link_proposals(tx, children[0]));
    assert!(waits.is_empty(), "it is not for those below to decide");
    decide(&app, &mut browser, one, "beslut");
    decide(&app, &mut browser, two, "beslut");
    assert_eq!(below(&app, two), [children[0]]);
    assert_eq!(below(&app, one).len(), children.len() - 1);
}

#[test]
fn a_split_that_is_thrown_away_leaves_everything_to_the_next_wording() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let children = below(&app, old());
    let (one, two) = split(&app, &mut browser);
    throw_away(&app, &mut browser, one);
    throw_away(&app, &mut browser, two);
    reword(&mut browser, old());
    decide(&app, &mut browser, key(NEW), "beslut");
    assert_eq!(state(&app, old()), ElementState::Superseded);
    assert_eq!(below(&app, key(NEW)), children);
}

#[test]
fn what_was_placed_on_a_part_that_was_thrown_away_goes_to_the_other() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let children = below(&app, old());
    let (one, two) = split(&app, &mut browser);
    throw_away(&app, &mut browser, two);
    decide(&app, &mut browser, one, "beslut");
    assert_eq!(state(&app, old()), ElementState::Superseded);
    assert_eq!(below(&app, one), children);
}

#[test]
fn what_was_placed_on_a_part_follows_its_next_wording() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let child = below(&app, old())[0];
    let (one, two) = split(&app, &mut browser);
    decide(&app, &mut browser, two, "beslut");
    reword(&mut browser, two);
    decide(&app, &mut browser, key(NEW), "beslut");
    assert_eq!(state(&app, old()), ElementState::Adopted, "one part is not decided");
    decide(&app, &mut browser, one, "beslut");
    assert_eq!(parents(&app, child), [key(NEW)]);
}

#[test]
fn what_has_been_moved_elsewhere_meanwhile_stays_there() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let owner = id("org", "utbildningsnamnden");
    let fields = [
        ("id", NEW),
        ("typ", "leveranskrav"),
        ("titel", "Böcker"),
        ("agare", owner.as_str()),
        ("under", &old().to_string()),
    ];
    assert_eq!(browser.post("/mal", &fields).status, StatusCode::SEE_OTHER);
    let (one, two) = split(&app, &mut browser);
    let link = app.structure().links_up(key(NEW))[0].id.to_string();
    let away = id("element", "rm-trygg-start");
    let moved = [("till", away.as_str()), ("istallet", &link)];
    let reply = browser.post(&format!("/mal/{NEW}/koppla"), &moved);
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    decide(&app, &mut browser, one, "beslut");
    decide(&app, &mut browser, two, "beslut");
    assert_eq!(parents(&app, key(NEW)), [key(&away)]);
}

#[test]
fn when_the_last_part_is_thrown_away_it_is_said_that_the_old_one_still_holds() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let children = below(&app, old());
    let (one, two) = split(&app, &mut browser);
    decide(&app, &mut browser, one, "beslut");
    assert!(!browser.open(&format!("/mal/{}", old())).page().says("Det här gäller också än"));
    let next = throw_away(&app, &mut browser, two);
    assert_eq!(next, format!("/mal/{}", old()), "where there is something left to do");
    browser.open(&next).within_budget(30);
    assert!(browser.page().says("Det här gäller också än"), "{}", browser.page().text());
    assert_eq!(state(&app, old()), ElementState::Adopted, "it takes a decision");
    // Whoever cannot decide is told so, and offered nothing that would be refused.
    let mut manager = app.signed_in("Lena Holm");
    assert!(!manager.open(&next).page().says("Registrera att det upphör"));
    browser.follow("Registrera att det upphör").within_budget(30);
    assert!(browser.page().says("Alla elever räknar"), "{}", browser.page().text());
    browser.fill("Paragraf", "61").press("Avsluta enligt beslutet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(state(&app, old()), ElementState::Ended);
    assert!(browser.page().says("Alla elever räknar"), "what came in its place");
    assert_eq!(below(&app, one), children);
}

#[test]
fn a_new_wording_that_would_hang_under_what_it_takes_over_or_replaces_is_not_decided() {
    let (old, child) = ("0198f000000070008000000000000062", "0198f000000070008000000000000063");
    for under in [child, old] {
        refuses_new_wording_under(old, child, under);
    }
}

fn refuses_new_wording_under(old: &str, child: &str, target: &str) {
    let preset = include_str!("../../../../presets/osteraker-2018.yaml");
    let miljomal = "- {type: miljomal, link: contributes}";
    let own = format!("{miljomal}\n      - {{type: resultatmal, link: decomposes, min: 0}}");
    let app = TestApp::founded("Provköping", &preset.replacen(miljomal, &own, 1));
    let mut browser = app.signed_in(crate::kit::FOUNDER);
    let owner = app.structure().organisation.roots()[0].to_string();
    for (goal, under) in [(old, ""), (child, old)] {
        let fields = [("id", goal), ("typ", "resultatmal"), ("titel", goal), ("agare", &owner)];
        let fields: Vec<_> = fields.into_iter().chain([("under", under)]).collect();
        assert_eq!(browser.post("/mal", &fields).status, StatusCode::SEE_OTHER);
    }
    let decide = |browser: &mut Browser, goal: &str| {
        let chosen = format!("{goal}/1");
        let fields =
            [("organ", owner.as_str()), ("dag", "2026-08-20"), ("paragraf", "1"), ("mal", &chosen)];
        browser.post(&format!("/mal/{goal}/beslut"), &fields)
    };
    assert_eq!(decide(&mut browser, old).status, StatusCode::SEE_OTHER);
    reword(&mut browser, key(old));
    let hung = browser.post(&format!("/mal/{NEW}/koppla"), &[("till", target)]);
    assert_eq!(hung.status, StatusCode::SEE_OTHER);
    let before = app.audit_length();
    let reply = decide(&mut browser, NEW);
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text().contains("både över och under"), "{}", reply.text());
    assert_eq!(app.audit_length(), before);
}

#[test]
fn what_hangs_under_two_that_become_one_hangs_there_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (one, other) = (id("element", "rm-trivsel-i-skolan"), id("element", "rm-behoriga"));
    let owner = id("org", "utbildningsnamnden");
    let child = "0198f000000070008000000000000064";
    let fields = [
        ("id", child),
        ("typ", "leveranskrav"),
        ("titel", "Böcker"),
        ("agare", owner.as_str()),
        ("under", one.as_str()),
    ];
    assert_eq!(browser.post("/mal", &fields).status, StatusCode::SEE_OTHER);
    let linked = browser.post(&format!("/mal/{child}/koppla"), &[("till", &other)]);
    assert_eq!(linked.status, StatusCode::SEE_OTHER);
    let merged = [("med", other.as_str()), ("titel", "Alla trivs")];
    let reply = browser.post(&format!("/mal/{one}/sla-ihop"), &merged);
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let structure = app.structure();
    let new = structure.elements().find(|one| one.title == "Alla trivs").unwrap().id;
    decide(&app, &mut browser, new, "beslut");
    assert_eq!(parents(&app, key(child)), [new]);
}

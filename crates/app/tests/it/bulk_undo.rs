//! Taking a change of many elements back: only to what still can be, and by those who may.

use app::elements::store::change_element;
use app::organisation::store::change_org_unit;
use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use domain::organisation::OrgUnit;
use http::StatusCode;
use jiff::civil::date;

use crate::kit::{Browser, FOUNDER, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const ONE: &str = "0198f000000070008000000000000051";
const OTHER: &str = "0198f000000070008000000000000052";
const THIRD: &str = "0198f000000070008000000000000053";

fn key(text: &str) -> ElementId {
    text.parse().expect("an identity")
}

fn element(app: &TestApp, id: &str) -> Element {
    Element::clone(app.structure().element(key(id)).expect("there"))
}

fn parents(app: &TestApp, id: &str) -> Vec<ElementId> {
    app.structure().parents(key(id)).map(|one| one.id).collect()
}

/// A municipality where goals of a type may hang on each other.
fn with_goals_on_goals() -> TestApp {
    let preset = include_str!("../../../../presets/osteraker-2018.yaml");
    let miljomal = "- {type: miljomal, link: contributes}";
    let own = format!("{miljomal}\n      - {{type: resultatmal, link: decomposes, min: 0}}");
    TestApp::founded("Provköping", &preset.replacen(miljomal, &own, 1))
}

fn write(browser: &mut Browser, id: &str, owner: &str, under: &str) {
    let fields = [("id", id), ("typ", "resultatmal"), ("titel", id), ("agare", owner)];
    let fields: Vec<_> = fields.into_iter().chain([("under", under)]).collect();
    let reply = browser.post("/mal", &fields);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
}

fn hang(browser: &mut Browser, child: &str, parent: &str) -> StatusCode {
    browser.post(&format!("/mal/{child}/koppla"), &[("till", parent)]).status
}

/// Changes one element from the list; where its receipt is.
fn change(browser: &mut Browser, app: &TestApp, row: &str, what: &str, to: &str) -> String {
    let version = format!("{}.{}", key(row), element(app, row).version);
    let fields = [("rad", row), ("vad", what), ("till", to), ("version", &version)];
    let reply = browser.post("/trad/andra", &fields);
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    reply.header("location").to_owned()
}

fn take_back(browser: &mut Browser, receipt: &str) -> StatusCode {
    browser.post(&format!("{receipt}/tillbaka"), &[]).status
}

#[test]
fn a_move_is_not_taken_back_into_a_circle() {
    let app = with_goals_on_goals();
    let mut browser = app.signed_in(FOUNDER);
    let owner = app.structure().organisation.roots()[0].to_string();
    for goal in [ONE, OTHER, THIRD] {
        write(&mut browser, goal, &owner, "");
    }
    assert_eq!(hang(&mut browser, ONE, OTHER), StatusCode::SEE_OTHER);
    let receipt = change(&mut browser, &app, ONE, "under", THIRD);
    assert_eq!(hang(&mut browser, OTHER, ONE), StatusCode::SEE_OTHER);
    browser.open(&receipt);
    assert!(browser.page().says("Något av det har ändrats sedan dess"));
    assert_eq!(take_back(&mut browser, &receipt), StatusCode::CONFLICT);
    assert_eq!(parents(&app, ONE), [key(THIRD)]);
}

#[test]
fn moves_that_together_would_make_a_circle_are_not_taken_back() {
    let app = with_goals_on_goals();
    let mut browser = app.signed_in(FOUNDER);
    let owner = app.structure().organisation.roots()[0].to_string();
    let (low, high) = ("0198f000000070008000000000000054", "0198f000000070008000000000000055");
    for goal in [ONE, OTHER, THIRD, low, high] {
        write(&mut browser, goal, &owner, "");
    }
    // One and another hang on two others and are moved from there together.
    assert_eq!(hang(&mut browser, ONE, low), StatusCode::SEE_OTHER);
    assert_eq!(hang(&mut browser, OTHER, high), StatusCode::SEE_OTHER);
    let versions = [ONE, OTHER].map(|one| format!("{}.1", key(one)));
    let fields = [
        ("rad", ONE),
        ("rad", OTHER),
        ("vad", "under"),
        ("till", THIRD),
        ("version", &versions[0]),
        ("version", &versions[1]),
    ];
    let receipt = browser.post("/trad/andra", &fields).header("location").to_owned();
    // Now what the one hung on hangs on the other, and the other way round.
    assert_eq!(hang(&mut browser, low, OTHER), StatusCode::SEE_OTHER);
    assert_eq!(hang(&mut browser, high, ONE), StatusCode::SEE_OTHER);
    assert_eq!(take_back(&mut browser, &receipt), StatusCode::CONFLICT);
    let structure = app.structure();
    for goal in [ONE, OTHER, low, high] {
        assert!(!structure.above(key(goal)).contains(&key(goal)), "{goal}");
    }
}

#[test]
fn what_has_been_decided_since_it_was_moved_stays_where_it_was_decided() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let committee = id("org", "utbildningsnamnden");
    write(&mut browser, ONE, &committee, &id("element", "im-uppvaxt"));
    let receipt = change(&mut browser, &app, ONE, "under", &id("element", "im-arbetsgivare"));
    let chosen = format!("{ONE}/1");
    let decision =
        [("organ", committee.as_str()), ("dag", "2026-08-20"), ("paragraf", "1"), ("mal", &chosen)];
    assert_eq!(
        browser.post(&format!("/mal/{ONE}/beslut"), &decision).status,
        StatusCode::SEE_OTHER
    );
    let before = app.audit_length();
    assert_eq!(take_back(&mut browser, &receipt), StatusCode::CONFLICT);
    assert_eq!(parents(&app, ONE), [key(&id("element", "im-arbetsgivare"))]);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_move_is_not_taken_back_to_what_has_ended() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let committee = id("org", "utbildningsnamnden");
    write(&mut browser, OTHER, &committee, &id("element", "im-uppvaxt"));
    let fields = [
        ("id", ONE),
        ("typ", "leveranskrav"),
        ("titel", "Krav"),
        ("agare", committee.as_str()),
        ("under", OTHER),
    ];
    assert_eq!(browser.post("/mal", &fields).status, StatusCode::SEE_OTHER);
    let receipt = change(&mut browser, &app, ONE, "under", &id("element", "rm-trygg-start"));
    let thrown = browser.post(&format!("/mal/{OTHER}/kasta"), &[("version", "1")]);
    assert_eq!(thrown.status, StatusCode::SEE_OTHER);
    assert_eq!(take_back(&mut browser, &receipt), StatusCode::CONFLICT);
    assert_eq!(parents(&app, ONE), [key(&id("element", "rm-trygg-start"))]);
    // Once it is back, so is the way there.
    assert_eq!(
        browser.post(&format!("/mal/{OTHER}/ta-tillbaka"), &[]).status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(take_back(&mut browser, &receipt), StatusCode::SEE_OTHER);
    assert_eq!(parents(&app, ONE), [key(OTHER)]);
}

#[test]
fn what_had_ended_before_a_move_does_not_hinder_that_it_is_taken_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let activity = id("element", "akt-handledning-i-lekpedagogik");
    let before = parents(&app, &activity);
    let [old] = before[..] else { panic!("{before:?}") };
    // It hangs on two goals of which one ends.
    let gone = id("element", "em-hamnens-forskolor");
    assert_eq!(hang(&mut browser, &activity, &gone), StatusCode::SEE_OTHER);
    let ended = element(&app, &gone);
    app.writing(move |tx| {
        let (state, version) = (ElementState::Ended, ended.version + 1);
        change_element(tx, "end", &Element { state, version, ..ended.clone() })
    });
    let goal = id("element", "em-centralskolan");
    let receipt = change(&mut browser, &app, &activity, "under", &goal);
    assert_eq!(parents(&app, &activity), [key(&goal)]);
    browser.open(&receipt).press("Ta tillbaka ändringen");
    assert_eq!(parents(&app, &activity), [old]);
    assert_eq!(app.structure().links_up(key(&activity)).len(), 2, "as it was");
}

#[test]
fn who_does_not_plan_for_the_owner_before_does_not_give_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (committee, unit) = (id("org", "utbildningsnamnden"), id("org", "skargardens-forskolor"));
    write(&mut browser, ONE, &committee, &id("element", "im-uppvaxt"));
    let receipt = change(&mut browser, &app, ONE, "agare", &unit);
    let mut manager = app.signed_in("Amira Lindqvist");
    manager.open(&receipt);
    assert!(!manager.buttons().contains(&"Ta tillbaka ändringen".to_owned()));
    assert_eq!(take_back(&mut manager, &receipt), StatusCode::FORBIDDEN);
    assert_eq!(element(&app, ONE).owner, unit.parse().unwrap());
    assert_eq!(take_back(&mut browser, &receipt), StatusCode::SEE_OTHER);
    assert_eq!(element(&app, ONE).owner, committee.parse().unwrap());
}

#[test]
fn nothing_is_given_back_to_an_org_unit_that_has_ended() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (before, after) = (id("org", "kultur-och-fritidsnamnden"), id("org", "utbildningsnamnden"));
    write(&mut browser, ONE, &before, &id("element", "im-uppvaxt"));
    let receipt = change(&mut browser, &app, ONE, "agare", &after);
    let structure = app.structure();
    let unit = structure.organisation.get(before.parse().unwrap()).unwrap();
    let valid_to = Some(date(2026, 8, 1));
    let ended = OrgUnit { valid_to, version: unit.version + 1, ..OrgUnit::clone(unit) };
    app.writing(move |tx| change_org_unit(tx, "end", &ended));
    assert_eq!(take_back(&mut browser, &receipt), StatusCode::CONFLICT);
    assert_eq!(element(&app, ONE).owner, after.parse().unwrap());
}

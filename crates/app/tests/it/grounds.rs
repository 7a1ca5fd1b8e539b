//! Grounds of goals: written with the form, read where the goal is read, kept through history.

use domain::elements::ElementState;
use domain::grounds::{Ground, Grounds, Perspective};
use domain::ids::ElementId;

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const READER: &str = "Ingrid Malm";
const NEW: &str = "0198f000000070008000000000000001";
const NEXT: &str = "0198f000000070008000000000000002";

fn grounds(app: &TestApp, id: &str) -> Grounds {
    let id: ElementId = id.parse().expect("an identity");
    app.reading(|tx| app::grounds::store::grounds(tx, id))
}

fn write(browser: &mut Browser, title: &str, more: &[(&str, &str)]) -> u16 {
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let mut fields = vec![
        ("id", NEW),
        ("typ", "resultatmal"),
        ("titel", title),
        ("agare", owner.as_str()),
        ("under", parent.as_str()),
    ];
    fields.extend(more);
    browser.post("/mal", &fields).status.as_u16()
}

fn adopt(browser: &mut Browser, goal: &str, version: i64) {
    let (body, chosen) = (id("org", "utbildningsnamnden"), format!("{goal}/{version}"));
    let fields =
        [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "12"), ("mal", &chosen)];
    assert_eq!(browser.post(&format!("/mal/{goal}/beslut"), &fields).status, 303);
}

#[test]
fn grounds_are_written_with_the_goal_and_shown_on_its_page_and_in_the_plan() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let more = [
        ("perspektiv", "operations"),
        ("foljs-upp", "I delåret.\r\nOch i mars."),
        ("niva", " Som de bästa i länet "),
        ("nulage", "  "),
    ];
    assert_eq!(write(&mut browser, "Alla barn läser", &more), 303);
    let kept = grounds(&app, NEW);
    assert_eq!(kept.perspective, Some(Perspective::Operations));
    assert_eq!(kept.text(Ground::FollowUp), Some("I delåret.\nOch i mars."));
    assert_eq!(kept.text(Ground::Level), Some("Som de bästa i länet"));
    assert_eq!(kept.texts.len(), 2, "what is left empty is not said");
    browser.open(&format!("/mal/{NEW}")).within_budget(30);
    for words in ["Underlag", "Uppföljning", "I delåret.", "Som de bästa i länet", "Verksamhet"]
    {
        assert!(browser.page().says(words), "{words}");
    }
    assert!(!browser.page().says("Nuläge"), "only what is filled in");
    browser.open(&format!("/planera?enhet={}", id("org", "utbildningsnamnden"))).within_budget(30);
    assert!(browser.page().says("Verksamhet. Följs upp: I delåret."));
}

#[test]
fn a_goal_without_grounds_shows_none_and_keeps_no_row() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    assert_eq!(write(&mut browser, "Alla barn läser", &[("foljs-upp", " ")]), 303);
    assert_eq!(grounds(&app, NEW).version, 0);
    browser.open(&format!("/mal/{NEW}"));
    assert!(!browser.page().says("Underlag"));
    browser.open(&format!("/mal/{NEW}/andra"));
    assert!(browser.page().says("Underlag inget ifyllt än"));
    assert!(browser.page().texts("details.fold[open]").is_empty(), "folded until asked for");
}

#[test]
fn what_cannot_be_kept_is_told_at_its_field_and_nothing_is_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let long = "å".repeat(2_001);
    for more in [("niva", long.as_str()), ("perspektiv", "tur")] {
        assert_eq!(write(&mut browser, "Alla barn läser", &[more]), 422, "{}", more.0);
    }
    assert_eq!(app.audit_length(), before);
    browser.open("/mal/nytt?typ=resultatmal");
    browser.fill("Vad ska uppnås?", "Alla barn läser").fill("Varför just den här nivån?", &long);
    browser.press("Spara utkastet");
    assert_eq!(browser.status(), 422);
    assert_eq!(browser.value("Varför just den här nivån?"), long);
    assert!(!browser.page().texts("details.fold[open]").is_empty(), "unfolded at the problem");
}

#[test]
fn changed_grounds_raise_the_goals_version_and_meet_anothers_change() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    write(&mut browser, "Alla barn läser", &[("niva", "Som i fjol")]);
    let change = |browser: &mut Browser, version: &str, level: &str| {
        let owner = id("org", "utbildningsnamnden");
        let fields = [
            ("version", version),
            ("titel", "Alla barn läser"),
            ("agare", owner.as_str()),
            ("niva", level),
        ];
        browser.post_and_show(&format!("/mal/{NEW}"), &fields).status()
    };
    assert_eq!(change(&mut browser, "1", "Högre än i fjol"), 200);
    assert_eq!(grounds(&app, NEW).version, 2);
    assert_eq!(change(&mut browser, "1", "Högre än i fjol"), 200, "the same words are no conflict");
    assert_eq!(change(&mut browser, "1", "Lägre än i fjol"), 409);
    assert_eq!(browser.page().texts(".notice del"), ["Högre"]);
    assert_eq!(browser.page().texts(".notice ins"), ["Lägre"]);
    assert_eq!(grounds(&app, NEW).text(Ground::Level), Some("Högre än i fjol"));
}

#[test]
fn a_new_wording_begins_with_the_grounds_and_the_decision_shows_what_differs() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    write(&mut browser, "Alla barn läser", &[("niva", "Som i fjol"), ("nulage", "Åtta av tio")]);
    browser.open(&format!("/mal/{NEW}/beslut")).within_budget(30);
    assert!(browser.page().says("Det här beslutas"));
    assert!(browser.page().says("Åtta av tio"));
    adopt(&mut browser, NEW, 1);
    assert_eq!(browser.post(&format!("/mal/{NEW}/ersatt"), &[("id", NEXT)]).status, 303);
    assert!(grounds(&app, NEXT).says_as(&grounds(&app, NEW)));
    let owner = id("org", "utbildningsnamnden");
    let fields = [
        ("version", "1"),
        ("titel", "Alla barn läser gärna"),
        ("agare", owner.as_str()),
        ("niva", "Högre än i fjol"),
        ("nulage", "Åtta av tio"),
    ];
    assert_eq!(browser.post(&format!("/mal/{NEXT}"), &fields).status, 303);
    browser.open(&format!("/mal/{NEXT}/beslut")).within_budget(30);
    assert_eq!(browser.page().texts("main del"), ["Som"]);
    assert_eq!(browser.page().texts("main ins"), ["gärna", "Högre än"]);
    assert!(!browser.page().says("Åtta av tio"), "what is the same is not repeated");
    adopt(&mut browser, NEXT, 2);
    let structure = app.structure();
    let state = |id: &str| structure.element(id.parse().unwrap()).unwrap().state;
    assert_eq!((state(NEW), state(NEXT)), (ElementState::Superseded, ElementState::Adopted));
    assert_eq!(grounds(&app, NEW).text(Ground::Level), Some("Som i fjol"), "history stands");
}

#[test]
fn readers_see_the_grounds_of_what_is_decided_and_not_of_drafts() {
    let app = TestApp::new();
    let mut reader = app.signed_in(READER);
    reader.open(&format!("/mal/{}", id("element", "rm-trygg-start"))).within_budget(30);
    assert!(reader.page().says("De fyra förskolor i Skärvik"));
    write(&mut app.signed_in(CONTROLLER), "Alla barn läser", &[("niva", "Som i fjol")]);
    assert_eq!(reader.get(&format!("/mal/{NEW}")).status, 404);
}

#[test]
fn the_demos_goals_say_how_they_are_followed_up() {
    let app = TestApp::new();
    let kept = grounds(&app, &id("element", "rm-trygg-start"));
    assert_eq!(kept.texts.len(), Ground::ALL.len());
    let money = grounds(&app, &id("element", "im-ekonomi"));
    assert_eq!(money.perspective, Some(Perspective::Finance));
}

//! Whether goals from above get an answer: own goals, exemptions with reasons, and how effective
//! what is done is.

use crate::kit::{Browser, TestApp, id};
use crate::matrix::UNKNOWN;

const CONTROLLER: &str = "Kerstin Öberg";
/// A committee that has not answered one of the council's goals.
const COMMITTEE: &str = "miljonamnden";
const GOAL: &str = "im-bygga";

fn decline(browser: &mut Browser, changes: &[(&'static str, &str)]) -> u16 {
    let (unit, goal) = (id("org", COMMITTEE), id("element", GOAL));
    let mut fields = vec![
        ("enhet", unit.as_str()),
        ("mal", goal.as_str()),
        ("skal", "Nämnden planerar eller bygger inte."),
    ];
    for (name, value) in changes {
        fields.retain(|(kept, _)| kept != name);
        fields.push((name, value));
    }
    browser.post("/planera/avsta", &fields).status.as_u16()
}

#[test]
fn a_committee_says_why_a_goal_does_not_concern_it_and_decides_so() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let goal = format!("/mal/{}", id("element", GOAL));
    let plan = format!("/planera?enhet={}", id("org", COMMITTEE));
    // The first page after the start reads the thread in.
    browser.open("/trad").open(&goal).within_budget(30);
    let before = browser.page().texts("#genomslag-tabell").join(" ");
    browser.open(&plan).within_budget(30).follow("Inget åtagande: ");
    browser.press("Lämna som förslag");
    assert_eq!(browser.status(), 422, "a reason is needed");
    browser
        .fill("Varför rör målet inte er?", "Nämnden planerar eller bygger inte.")
        .press("Lämna som förslag");
    assert_eq!(browser.status(), 200);
    assert!(browser.page().says("Nämnden planerar eller bygger inte."));
    browser.follow("Registrera beslut om ett förslag");
    browser.fill("Paragraf", "52").press("Spara beslutet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert!(browser.page().says("Beslutat"));
    browser.open(&goal).within_budget(30);
    assert_ne!(browser.page().texts("#genomslag-tabell").join(" "), before);
    let words = format!("/trad?vy=ord&fokus={}", id("element", GOAL));
    browser.open(&words).within_budget(30);
    let told = "Miljönämnden: inget åtagande. Nämnden planerar eller bygger inte.";
    assert!(browser.page().says(told), "{}", browser.page().text());
    assert_eq!(decline(&mut browser, &[("skal", "Annat")]), 422, "what is decided stays");
}

#[test]
fn exemptions_of_the_minutes_are_answers_in_the_thread() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Yvonne Strand");
    browser.open(&format!("/mal/{}", id("element", GOAL))).within_budget(30);
    for words in ["Genomslag", "Inget åtagande", "Har inte svarat", "med egna mål"] {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
}

#[test]
fn an_exemption_that_cannot_be_kept_is_explained_and_nothing_is_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let long = "å".repeat(501);
    let unit = id("org", "skargardens-forskolor");
    let below = id("element", "rm-trygg-start");
    for (bad, status) in [
        (("skal", ""), 422),
        (("skal", "  "), 422),
        (("skal", long.as_str()), 422),
        (("enhet", UNKNOWN), 404),
        (("enhet", "inte en identitet"), 404),
        (("enhet", unit.as_str()), 404),
        (("mal", UNKNOWN), 404),
        (("mal", below.as_str()), 404),
    ] {
        assert_eq!(decline(&mut browser, &[bad]), status, "{bad:?}");
    }
    let answered = id("element", "im-uppvaxt");
    let school = id("org", "utbildningsnamnden");
    let own = [("enhet", school.as_str()), ("mal", answered.as_str())];
    assert_eq!(decline(&mut browser, &own), 422, "it has answered with a goal");
    assert_eq!(app.audit_length(), before);
}

#[test]
fn an_exemption_sent_twice_is_kept_once_and_a_faster_reason_is_shown() {
    let app = TestApp::new();
    let (mut one, mut other) = (app.signed_in(CONTROLLER), app.signed_in("Johan Åkerlund"));
    let form = format!("/planera/avsta?enhet={}&mal={}", id("org", COMMITTEE), id("element", GOAL));
    one.open(&form);
    assert_eq!(decline(&mut other, &[]), 303);
    let audit = app.audit_length();
    assert_eq!(decline(&mut other, &[]), 303);
    assert_eq!(app.audit_length(), audit);
    one.fill("Varför rör målet inte er?", "Andra bygger.").press("Lämna som förslag");
    assert_eq!(one.status(), 409);
    assert!(one.page().says("Nämnden planerar eller bygger inte."));
    assert_eq!(one.value("Varför rör målet inte er?"), "Andra bygger.");
    one.press("Lämna som förslag");
    assert_eq!(one.status(), 200);
    assert!(one.page().says("Andra bygger."));
    one.open(&form).press("Ta tillbaka");
    assert!(!one.page().says("Andra bygger."), "what is taken back waits for an answer again");
}

#[test]
fn effectiveness_is_shown_with_its_parts_or_says_what_is_missing() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/mal/{}", id("element", "rm-trygg-start")));
    assert!(browser.page().says("där 1 är som planerat"), "{}", browser.page().text());
    assert!(!browser.page().texts("#effektivitet-tabell").is_empty());
    browser.open(&format!("/mal/{}", id("element", "rm-trivsel-i-skolan")));
    assert!(browser.page().says("Kvoten går inte att räkna"), "{}", browser.page().text());
}

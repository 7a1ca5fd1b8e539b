//! Accepting a deviation: with a reason, by a decision and until a day, beside what is judged.

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const ABOVE: &str = "Lena Holm";
const MANAGER: &str = "Amira Lindqvist";
const AUDITOR: &str = "Gösta Hallin";
const MISSED: &str = "rm-behoriga";

fn goal(word: &str) -> String {
    format!("/mal/{}", id("element", word))
}

fn fill(browser: &mut Browser, word: &str, until: &str) {
    browser.open(&format!("{}/acceptera", goal(word)));
    browser.fill("Varför accepteras den?", "Ny utbildning startar i januari.");
    browser.fill("När togs beslutet?", "2026-08-20").fill("Paragraf", "§ 81");
    browser.fill("Diarienummer", "UN 2026/0151").fill("Till och med vilken dag?", until);
}

#[test]
fn a_deviation_is_accepted_for_a_time_and_the_judgement_stays_as_it_is() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&goal(MISSED)).follow("Acceptera avvikelsen");
    fill(&mut browser, MISSED, "2026-12-31");
    browser.press("Spara");
    assert_eq!(browser.status(), 200);
    browser.open(&goal(MISSED)).within_budget(30);
    for words in [
        "Avvikelsen är accepterad till och med 31 december 2026",
        "Ny utbildning startar i januari.",
        "§\u{a0}81",
        "dnr UN 2026/0151",
    ] {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
    assert!(!browser.page().links().iter().any(|(words, _)| words == "Acceptera avvikelsen"));
    let status = browser.page().texts(".status-row");
    assert!(status.first().is_some_and(|row| row.contains("Inte uppnått")), "{status:?}");
    let trail = app.reading(|tx| {
        tx.all(
            "select action from audit_rows where tenant = $1 and object = 'acceptance' order by seq",
            &[],
            |row| row.text(0),
        )
    });
    assert_eq!(trail, ["accept", "accept", "accept"]);
}

#[test]
fn what_is_accepted_is_not_without_action_while_it_holds_and_is_again_when_its_day_has_passed() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let titles = |browser: &mut Browser, which: &str| -> Vec<String> {
        browser.open(&format!("/uppsikt/avvikelser{which}"));
        let rows = browser.page().table("Avvikelser");
        rows.into_iter().map(|row| row[0].clone()).collect()
    };
    let title = "Behöriga lärare och förskollärare";
    let known = app.structure();
    let title = known
        .element(id("element", MISSED).parse().unwrap())
        .map_or(title.to_owned(), |one| one.title.clone());
    let in_all = |browser: &mut Browser| {
        // On a narrow page the cell also says whose it is.
        ["", "?visa=med", "?visa=accepterade"]
            .map(|which| titles(browser, which).iter().any(|cell| cell.starts_with(&title)))
    };
    let [without, with, accepted] = in_all(&mut browser);
    assert!(without != with && !accepted, "it deviates once: {without} {with} {accepted}");
    fill(&mut browser, MISSED, "2026-09-30");
    browser.press("Spara");
    assert_eq!(in_all(&mut browser), [false, false, true]);
    app.clock().advance_secs(40 * 24 * 3_600);
    let mut later = app.signed_in(CONTROLLER);
    assert_eq!(in_all(&mut later), [without, with, false]);
    later.open(&goal(MISSED));
    assert!(later.page().says("Gällde till och med 30 september 2026."));
    assert!(later.page().links().iter().any(|(words, _)| words == "Acceptera avvikelsen"));
}

#[test]
fn it_is_ended_early_by_those_who_may_accept_and_by_nobody_twice() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&goal("rm-stod-i-tid")).press("Acceptera inte längre");
    browser.open(&goal("rm-stod-i-tid"));
    assert!(browser.page().says("Avslutades 25 augusti 2026, före sin tid."));
    let before = app.audit_length();
    let address = format!("/accepterad/{}/avsluta", id("acceptance", "rm-stod-i-tid"));
    let again = browser.post(&address, &[("version", "1")]);
    assert_eq!((again.status.as_u16(), app.audit_length()), (303, before));
    let mut reader = app.signed_in(AUDITOR);
    reader.open(&goal("rm-stod-i-tid"));
    assert!(reader.buttons().iter().all(|button| button != "Acceptera inte längre"));
}

#[test]
fn a_form_that_is_not_whole_is_shown_again_and_leaves_nothing_behind() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    fill(&mut browser, MISSED, "2029-01-01");
    browser.fill("Varför accepteras den?", " ").fill("När togs beslutet?", "2026-08-26");
    browser.fill("Paragraf", "").fill("Diarienummer", "").press("Spara");
    assert_eq!(browser.status(), 422);
    let problems = browser.page().problems();
    for told in [
        "Ange paragraf eller diarienummer, så att beslutet går att hitta",
        "Beslutet kan inte vara taget en dag som inte har kommit",
        "Dagen kan vara 25 augusti 2028 som senast",
    ] {
        assert!(problems.iter().any(|problem| problem.contains(told)), "{told}: {problems:?}");
    }
    assert_eq!(browser.value("Till och med vilken dag?"), "2029-01-01");
    let other = [("enhet", "x"), ("skal", "Skäl")];
    assert_eq!(browser.post(&format!("{}/acceptera", goal(MISSED)), &other).status.as_u16(), 404);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn sending_the_form_twice_accepts_once_and_what_is_accepted_is_not_accepted_again() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let body = id("org", "utbildningsnamnden");
    let fields = |own: &'static str, until: &'static str| {
        [("id", own), ("skal", "Skäl"), ("dag", "2026-08-20"), ("paragraf", "81"), ("till", until)]
    };
    let (one, other) = ("0198f000000070008000000000000001", "0198f000000070008000000000000002");
    let address = format!("{}/acceptera", goal(MISSED));
    let mut send = |own, until| {
        let mut fields = fields(own, until).to_vec();
        fields.push(("organ", body.as_str()));
        let reply = browser.post(&address, &fields);
        (reply.status.as_u16(), app.audit_length())
    };
    let (first, after) = send(one, "2026-12-31");
    assert_eq!(first, 303);
    assert_eq!(send(one, "2026-12-31"), (303, after));
    assert_eq!(send(other, "2027-01-31"), (422, after));
}

#[test]
fn nobody_accepts_their_own_deviation_but_who_leads_from_above_does() {
    let app = TestApp::new();
    let own = format!("{}/acceptera", goal("em-skargardens-forskolor"));
    assert_eq!(app.signed_in(MANAGER).get(&own).status.as_u16(), 403);
    let mut above = app.signed_in(ABOVE);
    above.open(&goal("em-hamnens-forskolor")).follow("Acceptera avvikelsen");
    assert_eq!(above.status(), 200);
    let committees = format!("{}/acceptera", goal(MISSED));
    assert_eq!(above.get(&committees).status.as_u16(), 403, "the committee's own goal");
}

#[test]
fn a_measure_is_accepted_for_the_org_unit_that_reports_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    let unit = id("org", "skargardens-forskolor");
    let measure = format!("/matt/{}?enhet={unit}", id("element", "sjukfranvaro"));
    browser.open(&measure).follow("Acceptera avvikelsen").within_budget(30);
    assert!(browser.page().says("Skärgårdens förskolor"));
    browser.fill("Varför accepteras den?", "Två långa sjukskrivningar.");
    browser.fill("Paragraf", "12").fill("Till och med vilken dag?", "2026-10-31").press("Spara");
    browser.open(&measure);
    assert!(browser.page().says("accepterad till och med 31 oktober 2026"));
    let next = id("org", "centrums-forskolor");
    browser.open(&format!("/matt/{}?enhet={next}", id("element", "sjukfranvaro")));
    assert!(!browser.page().says("Två långa sjukskrivningar"), "another unit's page and reason");
    let mut other = app.signed_in("Hanna Rydell");
    let reply = other.get(&format!(
        "/mal/{}/acceptera?enhet={}",
        id("element", "sjukfranvaro"),
        id("org", "centrums-forskolor")
    ));
    assert_eq!(reply.status.as_u16(), 403, "her own unit");
}

#[test]
fn a_page_of_another_day_shows_what_was_accepted_then() {
    let app = TestApp::new();
    let mut browser = app.signed_in(AUDITOR);
    browser.open(&format!("{}?den=2026-04-01", goal("rm-levande-hamnar")));
    assert!(browser.page().says("Avvikelsen är accepterad till och med 30 juni 2026"));
    browser.open(&format!("{}?den=2026-02-01", goal("rm-levande-hamnar")));
    assert!(!browser.page().says("accepterad"));
}

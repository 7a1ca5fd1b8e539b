//! What an analysis keeps to itself, and what it gives away: conversations, small values, hostile texts,
//! conclusions that are carried further, and many analyses at once.

use app::analysis::store::{Wanted, insert, listed};
use app::demo::id_of;
use domain::analysis::{AnalysisState, Circle, SubjectKind};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::measures::Outcome;

use crate::analyses::{begin, planted};
use crate::few::{outcome, write};
use crate::kit::{Browser, TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";
const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const ABOVE: &str = "Lena Holm";
const STAFF: &str = "Sofia Bergkvist";
const READER: &str = "Ingrid Malm";

pub(crate) fn conclude(browser: &mut Browser, address: &str, words: &str) {
    browser.open(&format!("{address}/steg/6"));
    browser.fill("Slutsats", words).choose("Säkert");
    browser.fill("Vad betyder det för invånaren?", "Kortare väntan.").press("Klart, nästa steg");
    browser.open(address).press("Avsluta analysen");
    assert!(browser.page().says("Avslutad"), "{}", browser.page().text());
}

#[test]
fn a_conversation_is_seen_by_those_who_take_part_and_not_even_by_the_administrator() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open("/analyser/ny").fill("Vad ska analysen handla om?", "Vårt samtal i augusti");
    browser.choose("Ett samtal mellan chef och medarbetare").press("Börja analysen");
    let address = browser.address().split("/steg/").next().unwrap_or_default().to_owned();
    browser.open(&format!("{address}/steg/4"));
    assert!(browser.page().says("Analysen ses bara av dem som medverkar"));
    browser.fill(
        "Vad mer kan ha påverkat?",
        "I går sa Anna Svensson, 850709-9805, att schemat är tungt.",
    );
    browser.press("Spara");
    for words in ["Det ser ut att stå något om en enskild person", "850709-9805"] {
        assert!(browser.page().says(words), "{words}");
    }
    for who in [ADMINISTRATOR, CONTROLLER, ABOVE, STAFF, READER, "Gösta Hallin"] {
        let mut other = app.signed_in(who);
        assert_eq!(other.open(&address).status(), 404, "{who}");
        assert_eq!(other.open(&format!("{address}/steg/4")).status(), 404, "{who}");
        other.open("/analyser");
        assert!(!other.page().says("Vårt samtal i augusti"), "{who}");
    }
    browser
        .open(&format!("{address}/medverkande"))
        .pick("Vem?", "Sofia Bergkvist")
        .press("Bjud in");
    let mut staff = app.signed_in(STAFF);
    assert_eq!(staff.open(&format!("{address}/steg/4")).status(), 200);
    // What is said there is not in the trail either.
    let told = app.reading(|tx| {
        tx.all(
            "select payload from audit_payloads where tenant = $1 and payload like '%Anna Svensson%'",
            &[],
            |row| row.text(0),
        )
    });
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn a_value_about_few_is_in_no_analysis_whoever_calls_the_step_done() {
    let app = TestApp::new();
    let measure: ElementId = id_of("element", "trygga-vardnadshavare");
    let hidden = outcome("utbildningsnamnden", "2026".parse().unwrap(), 43);
    write(&app, 0, vec![(Outcome { measure, ..hidden }, Some(3))]);
    let unit = id("org", "utbildningsnamnden");
    let mut above = app.signed_in(CONTROLLER);
    let query = format!("sort=measure&om={}&enhet={unit}", id("element", "trygga-vardnadshavare"));
    let address = begin(&mut above, &query);
    for number in 1..=3 {
        above.open(&format!("{address}/steg/{number}"));
        assert!(!above.page().says("43\u{a0}%"), "{number}: {}", above.page().text());
        above.press("Klart, nästa steg");
    }
    conclude(&mut above, &address, "Tryggheten är som vanligt.");
    let mut reader = app.signed_in(READER);
    for number in 1..=4 {
        reader.open(&format!("{address}/steg/{number}"));
        assert_eq!(reader.status(), 200);
        assert!(!reader.page().says("43\u{a0}%"), "{number}");
    }
    let kept = app.reading(|tx| {
        tx.all("select facts from analysis_steps where tenant = $1", &[], |row| row.text(0))
    });
    assert!(kept.iter().any(|facts| facts.contains("trygga") || !facts.is_empty()));
    assert!(kept.iter().all(|facts| !facts.contains("43\u{a0}%")), "{kept:?}");
}

#[test]
fn hostile_texts_are_refused_or_stand_as_they_are_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    let here = format!("{}/steg/4", planted("trygg-start"));
    let long = "x".repeat(900_000);
    browser.open(&here);
    let before = app.audit_length();
    let reply = browser.post(&here, &[("version", "1"), ("ord", &long)]);
    assert_eq!((reply.status.as_u16(), app.audit_length()), (422, before));
    let hostile =
        "<script>alert(1)</script> [x](javascript:alert(1)) ![](https://x.se/a.png) **fet**";
    browser.open(&here).fill("Vad mer kan ha påverkat?", hostile).press("Spara");
    assert_eq!(browser.status(), 200);
    let mut auditor = app.signed_in("Gösta Hallin");
    auditor.open(&here);
    let html = auditor.reply().text();
    assert!(!html.contains("<script>alert"), "a script is text");
    assert!(!html.contains("javascript:alert(1)\"") && !html.contains("https://x.se/a.png\""));
    assert!(auditor.page().says("[x](javascript:alert(1))"));
    let wrong = [("sort", "other"), ("amne", "Ämne"), ("lank", "ftp://x.se/a"), ("period", "2026")];
    assert_eq!(browser.post("/analyser/ny", &wrong).status.as_u16(), 422);
    for query in ["sort=x", "sort=measure&om=x", "sort=deviation", "sort=report&om=x"] {
        assert_eq!(browser.get(&format!("/analyser/ny?{query}")).status.as_u16(), 404, "{query}");
    }
    assert_eq!(browser.get(&format!("{}/steg/9", planted("trygg-start"))).status.as_u16(), 404);
    assert_eq!(browser.get(&format!("{}/steg/x", planted("trygg-start"))).status.as_u16(), 404);
}

#[test]
fn what_was_seen_before_another_changed_it_concludes_and_throws_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    let before = app.audit_length();
    for to in ["avsluta", "kasta"] {
        let address = format!("{}/{to}", planted("trygg-start"));
        assert_eq!(browser.post(&address, &[("version", "1")]).status.as_u16(), 409, "{to}");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn what_is_concluded_is_opened_again_with_a_reason_and_what_is_thrown_comes_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let address = planted("sjukfranvaro-forskolor");
    browser.open(&address).follow("Öppna igen");
    browser.fill("Varför öppnas den igen?", "Augusti är klar.").press("Öppna igen");
    assert!(browser.page().says("Augusti är klar.") && browser.page().says("Pågår"));
    assert_eq!(app.signed_in(READER).open(&address).status(), 404);
    browser.press("Släng");
    assert!(browser.page().says("Analysen är slängd"));
    browser.open("/analyser");
    assert!(!browser.page().says("Frånvaron stiger där"));
    browser.open(&address).press("Ta tillbaka");
    assert!(browser.page().says("Pågår"));
    let trail = app.reading(|tx| {
        tx.all(
            "select action from audit_rows where tenant = $1 and object = 'analysis' order by seq desc limit 3",
            &[],
            |row| row.text(0),
        )
    });
    assert_eq!(trail, ["take_back", "throw", "reopen"]);
}

#[test]
fn a_conclusion_is_taken_into_an_account_and_a_later_change_is_told_there() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let part = format!(
        "/folja-upp/{}/del/{}",
        id("follow_up", "skargardens-forskolor"),
        id("part", "skargardens-forskolor/sjukfranvaro")
    );
    browser.open(&part).within_budget(30).press("Använd slutsatsen");
    assert_eq!(browser.status(), 200);
    assert!(browser.page().says("Frånvaron stiger där tjänster står tomma"));
    assert!(browser.page().says("ur analysen av Sjukfrånvaro"));
    assert!(browser.buttons().iter().all(|one| one != "Använd slutsatsen"));
    let address = planted("sjukfranvaro-forskolor");
    browser.open(&address);
    assert!(browser.page().says("Slutsatsen är använd"));
    browser.follow("Öppna igen").fill("Varför öppnas den igen?", "Nytt.").press("Öppna igen");
    conclude(&mut browser, &address, "Det var schemat.");
    browser.open(&part);
    assert!(browser.page().says("Analysen har ändrats sedan slutsatsen användes här"));
    browser.open(&address);
    assert!(browser.page().says("Slutsatsen har ändrats sedan dess"));
}

#[test]
fn an_action_is_proposed_from_an_analysis_and_stands_in_the_plan_as_a_draft() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let unit = id("org", "skargardens-forskolor");
    let query = format!("sort=measure&om={}&enhet={unit}", id("element", "sjukfranvaro"));
    let address = begin(&mut browser, &query);
    browser.open(&format!("{address}/steg/7")).follow("Föreslå en åtgärd");
    browser.fill("Vad ska göras?", "Dela schema med grannen").press("Föreslå en åtgärd");
    assert_eq!(browser.status(), 422);
    let labels = browser.page().text();
    assert!(
        labels.contains("Dela schema med grannen")
            || browser.value("Vad ska göras?") == "Dela schema med grannen"
    );
}

#[test]
fn the_goal_and_the_measure_tell_what_is_analysed_of_them() {
    let app = TestApp::new();
    let mut reader = app.signed_in(READER);
    let unit = id("org", "skargardens-forskolor");
    reader.open(&format!("/matt/{}?enhet={unit}", id("element", "sjukfranvaro"))).within_budget(30);
    assert!(reader.page().says("Frånvaron stiger där tjänster står tomma"));
    reader.open(&format!("/mal/{}", id("element", "rm-trygg-start"))).within_budget(30);
    assert!(!reader.page().says("Analys för 2026"));
    let mut above = app.signed_in(ABOVE);
    above.open(&format!("/mal/{}", id("element", "rm-trygg-start"))).within_budget(30);
    assert!(above.page().says("Analys för 2026"));
}

#[test]
fn two_thousand_analyses_are_listed_a_page_at_a_time_in_few_statements() {
    let app = TestApp::new();
    let unit: OrgUnitId = id_of("org", "utbildningsnamnden");
    let person: PersonId = id_of("person", "lena-holm");
    let like =
        app.reading(|tx| app::analysis::store::analysis(tx, id_of("analysis", "trygg-start")));
    let like = like.unwrap();
    app.writing(move |tx| {
        for nth in 0..2_000_i64 {
            let word = format!("många-{nth}");
            let one = app::analysis::store::Analysis {
                id: id_of("analysis", &word),
                org_unit: unit,
                person,
                kind: SubjectKind::Other,
                subject: None,
                subject_words: format!("Ämne nummer {nth}"),
                circle: Circle::Organisation,
                state: AnalysisState::Open,
                changed_at: like.changed_at + nth,
                version: 1,
                ..like.clone()
            };
            insert(tx, &one).map_err(|error| panic!("{error:?}")).unwrap();
        }
        Ok(())
    });
    let mut above = app.signed_in(CONTROLLER);
    above.open("/analyser").within_budget(15);
    assert!(above.page().says("Ämne nummer 1999") && !above.page().says("Ämne nummer 1900"));
    above.follow("Visa fler").within_budget(15);
    assert!(above.page().says("Ämne nummer 1949") && !above.page().says("Ämne nummer 1999"));
    above.open("/analyser?ord=nummer+1234").within_budget(15);
    assert!(above.page().says("Ämne nummer 1234"));
    let mut reader = app.signed_in(READER);
    reader.open("/analyser").within_budget(25);
    assert!(!reader.page().says("Ämne nummer"));
    let found = app.reading(|tx| listed(tx, &Wanted::default(), person, 200));
    assert_eq!(found.len(), 200);
}

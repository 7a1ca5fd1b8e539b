//! What pages say of analyses: what is refused and why, who writes, and where a conclusion is read.

use app::analysis::store;
use app::demo::id_of;
use domain::ids::ElementId;

use crate::analyses::{begin, planted};
use crate::analyses_kept::conclude;
use crate::kit::{TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";
const MANAGER: &str = "Amira Lindqvist";
const READER: &str = "Ingrid Malm";

#[test]
fn a_question_is_to_be_answered_within_a_year() {
    let app = TestApp::new();
    let mut above = app.signed_in("Lena Holm");
    let address = format!("{}/fragor", planted("trygg-start"));
    let person = id("person", "amira-lindqvist");
    let ask = |day: &'static str| [("person", person.as_str()), ("text", "Varför?"), ("dag", day)];
    let before = app.audit_length();
    for (day, words) in [
        ("2126-01-01", "Dagen ligger mer än ett år fram"),
        ("2027-08-26", "Dagen ligger mer än ett år fram"),
        ("2026-08-24", "Dagen har redan varit"),
    ] {
        let reply = above.post(&address, &ask(day));
        assert_eq!(reply.status.as_u16(), 422, "{day}");
        assert!(reply.text().contains(words), "{day}: {}", reply.text());
    }
    assert_eq!(app.audit_length(), before);
    assert_eq!(above.post(&address, &ask("2027-08-25")).status.as_u16(), 303);
}

#[test]
fn a_conclusion_that_is_too_long_is_told_by_how_much() {
    let app = TestApp::new();
    let mut manager = app.signed_in("Lena Holm");
    manager.open(&format!("{}/steg/6", planted("trygg-start")));
    manager.fill("Slutsats", &"å".repeat(400)).press("Klart, nästa steg");
    assert_eq!(manager.status(), 422);
    let page = manager.page();
    assert!(page.says("Högst 300 tecken, 100 för mycket"), "{}", page.text());
    assert!(!page.says("0 tecken kvar"), "{}", page.text());
}

#[test]
fn who_only_administers_the_system_reads_an_analysis_and_writes_nothing_in_it() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open(&planted("trygg-start")).within_budget(30);
    assert_eq!(administrator.status(), 200);
    let buttons = administrator.buttons();
    for button in ["Avsluta analysen", "Släng analysen", "Bjud in"] {
        assert!(buttons.iter().all(|one| one != button), "{button}: {buttons:?}");
    }
    administrator.open(&format!("{}/steg/4", planted("trygg-start")));
    assert!(administrator.buttons().iter().all(|one| one != "Klart, nästa steg"));
    administrator.open("/analyser");
    let links = administrator.page().links();
    assert!(links.iter().all(|(_, to)| to != "/analyser/ny"), "{links:?}");
    let mut above = app.signed_in("Lena Holm");
    above.open(&format!("{}/steg/4", planted("trygg-start")));
    assert!(above.buttons().iter().any(|one| one == "Klart, nästa steg"), "a manager above writes");
}

#[test]
fn a_goal_tells_what_is_concluded_of_what_measures_it_where_it_is() {
    let app = TestApp::new();
    let goal = format!("/mal/{}", id("element", "em-skargardens-forskolor"));
    let conclusion = "Små grupper gör vårdnadshavare trygga.";
    let measure = id("element", "trygga-vardnadshavare");
    for (who, unit) in [("Kerstin Öberg", "hamnens-forskolor"), (MANAGER, "skargardens-forskolor")]
    {
        let mut reader = app.signed_in(READER);
        assert!(!reader.open(&goal).page().says(conclusion), "{unit}");
        let mut browser = app.signed_in(who);
        let address =
            begin(&mut browser, &format!("sort=measure&om={measure}&enhet={}", id("org", unit)));
        conclude(&mut browser, &address, conclusion);
    }
    for who in [MANAGER, READER] {
        let mut browser = app.signed_in(who);
        browser.open(&goal).within_budget(30);
        let page = browser.page();
        assert_eq!(page.text().matches(conclusion).count(), 1, "{}", page.text());
        assert!(!page.says("Ingen har analyserat"), "{who}: {}", page.text());
    }
}

/// Concluded analyses of the measure of the goal, each changed later than the one before, by where they are.
fn conclude_of_measure(app: &TestApp, units: &'static [&'static str]) {
    let like = id_of("analysis", "sjukfranvaro-forskolor");
    let like = app.reading(|tx| store::analysis(tx, like)).unwrap();
    let now = app.now();
    app.writing(move |tx| {
        for (at, unit) in (1_i64..).zip(units) {
            let one = store::Analysis {
                id: id_of("analysis", &format!("{unit}-{at}")),
                subject: Some(id_of::<ElementId>("element", "trygga-vardnadshavare").bytes()),
                org_unit: id_of("org", unit),
                conclusion: format!("Sagt om {unit}."),
                changed_at: now + at,
                version: 1,
                ..like.clone()
            };
            store::insert(tx, &one).map_err(|error| panic!("{error:?}")).unwrap();
        }
        Ok(())
    });
}

#[test]
fn what_is_concluded_at_a_goal_stands_there_however_much_is_said_of_its_measure_elsewhere() {
    let app = TestApp::new();
    let mut units = vec!["skargardens-forskolor"];
    units.extend(["hamnens-forskolor"; 12]);
    conclude_of_measure(&app, units.leak());
    let mut reader = app.signed_in(READER);
    reader.open(&format!("/mal/{}", id("element", "em-skargardens-forskolor"))).within_budget(30);
    let page = reader.page();
    assert!(page.says("Sagt om skargardens-forskolor."), "{}", page.text());
    assert!(!page.says("Sagt om hamnens-forskolor."), "{}", page.text());
}

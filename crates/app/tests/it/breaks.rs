//! Breaks in series: of how an org unit works, and of how everyone measures.

use crate::kit::{TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";
const RECTOR: &str = "Amira Lindqvist";

fn measure() -> String {
    format!("/matt/{}", id("element", "sjukfranvaro"))
}

#[test]
fn a_change_of_method_is_marked_in_every_units_series_and_nothing_is_compared_across_it() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let unit = id("org", "skargardens-forskolor");
    administrator.open(&format!("{}/brytpunkt?enhet={unit}", measure()));
    administrator
        .choose("Mätmetoden eller definitionen, för alla enheter")
        .pick("Börja om från", "juli 2026")
        .fill("Varför börjar jämförelsen om?", "Korttidsfrånvaro räknas med.")
        .press("Spara");
    assert_eq!(administrator.status(), 200, "{}", administrator.page().text());
    let words = "Ny mätmetod från juli 2026: Korttidsfrånvaro räknas med.";
    for org in ["skargardens-forskolor", "hamnens-forskolor", "kommunstyrelsen"] {
        let page = format!("{}?enhet={}", measure(), id("org", org));
        administrator.open(&page).within_budget(30);
        assert!(administrator.page().says(words), "{org}");
        let drawn = administrator.page().texts("svg.chart-xmr").join(" ");
        assert!(drawn.contains("Ny mätmetod"), "{org}: the line has its words");
        assert!(administrator.page().says("För få mätvärden"), "{org}: two values say nothing yet");
    }
}

#[test]
fn a_break_in_the_wrong_month_is_moved_and_then_taken_away_with_why() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let unit = id("org", "skargardens-forskolor");
    let page = format!("{}?enhet={unit}", measure());
    let fields = [
        ("enhet", unit.as_str()),
        ("slag", "method"),
        ("period", "2026-04"),
        ("skal", "Korttidsfrånvaro räknas med."),
    ];
    browser.open(&page);
    let before = browser.page().texts("svg.chart-xmr").join(" ");
    assert_eq!(browser.post(&format!("{}/brytpunkt", measure()), &fields).status.as_u16(), 303);
    let mend = format!("{}/brytpunkt/ratta", measure());
    let of_method = format!("{mend}?enhet={unit}&slag=method&fran=");
    let link = |from: &str| format!("slag=method&amp;fran={from}");
    assert!(browser.get(&page).text().contains(&link("2026-04")));
    browser.open(&format!("{of_method}2026-04"));
    let audit = app.audit_length();
    browser.pick("Börja om från", "juni 2026").press("Spara");
    assert_eq!(browser.status(), 422, "why is asked for");
    assert_eq!(app.audit_length(), audit);
    browser.fill("Varför ändrar du?", "Fel månad angavs.").press("Spara");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert!(browser.page().says("Ny mätmetod från juni 2026: Korttidsfrånvaro räknas med."));
    assert!(!browser.page().says("från april 2026"));
    // Whoever plans for one unit does not take back what is everyone's.
    let away = [
        ("enhet", unit.as_str()),
        ("slag", "method"),
        ("fran", "2026-06"),
        ("gor", "bort"),
        ("varfor", "Metoden är densamma."),
    ];
    let mut rector = app.signed_in(RECTOR);
    assert!(!rector.get(&page).text().contains(&link("2026-06")));
    assert_eq!(rector.post(&mend, &away).status.as_u16(), 403);
    assert_eq!(browser.post(&mend, &away).status.as_u16(), 303);
    assert_eq!(browser.post(&mend, &away).status.as_u16(), 303, "sent twice");
    browser.open(&page);
    assert!(!browser.page().says("Ny mätmetod från"));
    assert_eq!(browser.page().texts("svg.chart-xmr").join(" "), before);
    assert_eq!(app.audit_length(), audit + 3, "moved: back and anew; then back");
}

#[test]
fn only_who_answers_for_the_measure_says_that_its_method_has_changed() {
    let app = TestApp::new();
    let mut rector = app.signed_in(RECTOR);
    let unit = id("org", "skargardens-forskolor");
    rector.open(&format!("{}/brytpunkt?enhet={unit}", measure()));
    assert!(!rector.page().says("Mätmetoden eller definitionen"));
    let audit = app.audit_length();
    let fields =
        |kind| [("enhet", unit.as_str()), ("slag", kind), ("period", "2026-07"), ("skal", "Ny")];
    for kind in ["method", "annat"] {
        let reply = rector.post(&format!("{}/brytpunkt", measure()), &fields(kind));
        assert_eq!(reply.status.as_u16(), 422, "{kind}");
    }
    assert_eq!(app.audit_length(), audit);
    assert_eq!(
        rector.post(&format!("{}/brytpunkt", measure()), &fields("work")).status.as_u16(),
        303
    );
}

#[test]
fn what_has_ended_takes_no_breaks_no_events_and_no_levels() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let sick = id("element", "sjukfranvaro").parse().unwrap();
    let mut ended = (**app.structure().element(sick).unwrap()).clone();
    ended.state = domain::elements::ElementState::Ended;
    ended.version += 1;
    app.writing(move |tx| app::elements::store::change_element(tx, "supersede", &ended));
    let audit = app.audit_length();
    let unit = id("org", "skargardens-forskolor");
    for (form, fields) in [
        ("brytpunkt", vec![("period", "2026-03"), ("skal", "Nytt")]),
        ("handelse", vec![("dag", "2026-08-20"), ("text", "Ny chef")]),
        ("styrtal", vec![("period", "2027"), ("slag", "at_most"), ("niva", "6")]),
    ] {
        let fields: Vec<_> = [("enhet", unit.as_str())].into_iter().chain(fields).collect();
        let reply = administrator.post(&format!("{}/{form}", measure()), &fields);
        assert_eq!(reply.status.as_u16(), 422, "{form}");
        assert!(reply.text().contains("Måttet gäller inte längre"), "{form}");
    }
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn a_level_beyond_a_hundred_per_cent_is_refused() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let fields = [("period", "2028"), ("enhet", ""), ("slag", "at_most"), ("niva", "150")];
    let reply = administrator.post(&format!("{}/styrtal", measure()), &fields);
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("Nivån måste ligga mellan 0 och 100"), "{}", reply.text());
}

//! Pages as they were another day, and what has changed between two.

use app::demo::id_of;
use app::elements::store::element;

use crate::kit::{TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const READER: &str = "Ingrid Malm";

/// An activity that was a draft with other words until 11 May.
const REWORDED: &str = "akt-nya-lokaler-pa-angsbacken";
const RENAMED: &str = "tallkottens-forskola";

/// The line under the header.
fn told(browser: &crate::kit::Browser) -> String {
    browser.page().texts(".then").join(" ")
}

fn reader(app: &TestApp) -> crate::kit::Browser {
    app.signed_in(READER)
}

#[test]
fn a_page_of_another_day_says_so_and_leads_back_to_today() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let page = format!("/mal/{}", id("element", "rm-trygg-start"));
    // Whoever looks at a day first has it made.
    browser.open(&format!("{page}?den=2026-04-30"));
    browser.open(&format!("{page}?den=2026-04-30")).within_budget(30);
    assert!(told(&browser).contains("Så här såg det ut 30 april 2026"));
    browser.follow("Till i dag");
    assert_eq!(browser.address(), page);
    assert!(!told(&browser).contains("Så här såg det ut"));
}

#[test]
fn an_org_unit_has_the_name_it_had() {
    let app = TestApp::new();
    let mut browser = reader(&app);
    let page = format!("/mal/{}", id("element", &format!("em-{RENAMED}")));
    browser.open(&page);
    assert!(!browser.page().says("Tallbackens förskola"));
    browser.open(&format!("{page}?den=2026-02-10"));
    assert!(browser.page().says("Tallbackens förskola"));
}

#[test]
fn a_draft_of_others_is_nowhere_to_be_seen_on_any_day() {
    let app = TestApp::new();
    let page = format!("/aktivitet/{}", id("element", REWORDED));
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("{page}?den=2026-03-31"));
    assert!(browser.page().says("Fler platser på Ängsbacken"));
    let mut browser = reader(&app);
    browser.open(&page);
    assert_eq!(browser.get(&format!("{page}?den=2026-03-31")).status.as_u16(), 404);
    browser.open("/trad/andrat?fran=2026-03-31");
    assert!(browser.page().says("Nya lokaler på Ängsbacken"));
    assert!(!browser.page().says("Fler platser"), "the words of a draft stay with its writers");
}

#[test]
fn every_link_to_a_page_that_can_show_the_day_keeps_it_and_nothing_can_be_changed() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let goal = id("element", "rm-trygg-start");
    let measure = id("element", "sprakutveckling");
    let activity = id("element", "akt-gemensam-pool-for-forskollarare");
    let unit = id("org", "utbildningsnamnden");
    for page in [
        "/trad".to_owned(),
        format!("/trad?fokus={goal}"),
        "/trad?vy=ord".to_owned(),
        format!("/mal/{goal}"),
        format!("/matt/{measure}"),
        format!("/aktivitet/{activity}"),
        "/matt".to_owned(),
        "/aktiviteter".to_owned(),
        "/uppdrag".to_owned(),
        format!("/rapport/{unit}"),
        format!("/folja-upp/namnd/{unit}"),
    ] {
        let mark = if page.contains('?') { "&" } else { "?" };
        browser.open(&format!("{page}{mark}den=2026-06-30"));
        browser.open(&format!("{page}{mark}den=2026-06-30")).within_budget(30);
        assert!(told(&browser).contains("Så här såg det ut 30 juni 2026"), "{page}");
        let inside = browser.page().html().html();
        let inside = inside.split("<main").nth(1).unwrap_or_default();
        assert!(!inside.contains("method=\"post\""), "{page}");
        for (text, address) in browser.page().links() {
            let shown = ["/mal/", "/matt/", "/aktivitet/", "/trad?"]
                .iter()
                .any(|start| address.starts_with(start));
            let edits = ["/andra?", "/koppla", "/varde?", "/styrtal", "/framdrift", "/beslut"];
            assert!(!edits.iter().any(|end| address.contains(end)), "{page}: {text} {address}");
            let file = [".csv", ".xlsx"].iter().any(|end| address.contains(end));
            assert!(
                !shown || file || address.contains("den=2026-06-30") || text == "Till i dag",
                "{page}: {text} {address}"
            );
        }
    }
}

#[test]
fn what_is_sent_to_another_day_is_refused_and_leaves_nothing_behind() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let measure = id("element", "sprakutveckling");
    let reply = browser.post(
        &format!("/matt/{measure}/varde?den=2026-06-30"),
        &[("period", "2026-T1"), ("varde", "80")],
    );
    assert_eq!(reply.status.as_u16(), 403);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_day_at_hand_is_today_and_what_is_no_day_or_is_yet_to_come_is_told_of() {
    let app = TestApp::new();
    let mut browser = reader(&app);
    for today in ["2026-08-25", ""] {
        browser.open(&format!("/trad?ar=2026&den={today}"));
        assert_eq!(browser.address(), "/trad?ar=2026", "{today}");
    }
    for no_day in ["igår", "2026-13-45", "2027-01-01", "9999-12-31"] {
        let told = browser.get(&format!("/trad?vy=lista&den={no_day}"));
        assert_eq!(told.status.as_u16(), 422);
        assert!(told.text().contains("Dagen går inte att läsa"));
        assert!(told.text().contains(r#"name="vy" value="lista""#), "what was asked for is kept");
    }
}

#[test]
fn values_targets_and_judgements_are_those_of_the_day() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let page = format!("/matt/{}", id("element", "sprakutveckling"));
    browser.open(&format!("{page}?den=2026-06-01"));
    assert!(browser.page().says("minst 78"), "{}", browser.page().text());
    assert!(!browser.page().says("tertial 2 2026"), "{}", browser.page().text());
    browser.open(&format!("{page}?den=2026-06-15"));
    assert!(browser.page().says("minst 81"));
    let goal = format!("/mal/{}", id("element", "rm-trygg-start"));
    browser.open(&goal);
    assert!(
        browser.page().says("Delvis uppnått") || browser.page().says("Uppnås delvis"),
        "{}",
        browser.page().text()
    );
}

#[test]
fn a_correction_that_came_later_is_not_told_on_a_day_before_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (measure, unit) = (id("element", "sjukfranvaro"), id("org", "skargardens-forskolor"));
    let page = format!("/matt/{measure}?enhet={unit}");
    assert!(browser.open(&page).page().says("Två sjukskrivningar hade förts på fel enhet."));
    browser.open(&format!("{page}&den=2026-08-01"));
    let march = browser.page().texts("table tr").into_iter().find(|row| row.contains("mars 2026"));
    assert!(march.as_ref().is_some_and(|row| row.contains("6,8")), "{march:?}");
    assert!(!browser.page().says("Två sjukskrivningar hade förts på fel enhet."));
}

#[test]
fn what_has_changed_is_told_in_sentences() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/trad/andrat?fran=2026-02-10&till=2026-06-30").within_budget(30);
    for sentence in [
        "Hette förut Tallbackens förskola.",
        "Ansvarig är nu Cecilia Nord, förut Lena Holm.",
        "Gäller nu.",
        "2026: nu minst 81 %, förut minst 78 %.",
        "rättades från",
    ] {
        assert!(browser.page().says(sentence), "{sentence}: {}", browser.page().text());
    }
    assert!(browser.page().html().html().contains("<del>"), "changed words are marked");
    browser.open(&format!("/trad/andrat?fran=2026-02-10&mal={}", id("element", "sprakutveckling")));
    assert!(browser.page().says("minst 81"));
    assert!(!browser.page().says("Tallbackens"));
}

#[test]
fn few_days_are_kept_however_many_are_looked_at() {
    let app = TestApp::new();
    let mut browser = reader(&app);
    let page = format!("/mal/{}", id("element", "rm-trygg-start"));
    for day in 1..=6 {
        browser.open(&format!("{page}?den=2026-04-{day:02}"));
    }
    assert_eq!(app.app().days.len(), 4);
}

#[test]
fn what_was_written_last_year_is_in_no_picture_of_today() {
    let app = TestApp::new();
    reader(&app).open("/trad?den=2026-03-31");
    let now = app.reading(|tx| element(tx, id_of("element", REWORDED)));
    let picture = app.structure();
    let shown = picture.element(id_of("element", REWORDED));
    assert_eq!(shown.map(|it| it.title.clone()), now.map(|it| it.title));
}

//! Rounds: which one is at hand, who can write in it, and what is missing before one can be opened.

use app::followup::store;
use domain::followup::Round;
use jiff::civil::{Date, date};

use crate::kit::{Browser, TestApp, id};

fn links_to(browser: &Browser, address: &str) -> bool {
    browser.page().links().iter().any(|(_, to)| to == address)
}

fn plan(app: &TestApp, opens: Date) {
    let planned = Round {
        id: app.app().new_id(),
        title: "Årets sista uppföljning".to_owned(),
        period: "2026".parse().unwrap(),
        opens_on: opens,
        due_on: date(2027, 1, 15),
        closes_on: date(2027, 1, 31),
        version: 1,
    };
    app.writing(move |tx| store::insert_round(tx, &planned));
}

#[test]
fn a_planned_round_is_told_of_but_not_shown_as_the_present_one() {
    let app = TestApp::new();
    plan(&app, date(2026, 12, 1));
    app.clock().set(date(2026, 10, 5).at(9, 0, 0, 0));
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/folja-upp");
    assert!(
        amira
            .page()
            .says("Delårsrapport januari–augusti 2026. Rapporteringen stängde 13 september.")
    );
    assert!(amira.page().says("Årets sista uppföljning öppnar 1 december."));
    amira.open(&format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden")));
    assert!(amira.page().says("Delårsrapport januari–augusti 2026"));
    amira.open("/");
    assert!(amira.page().says("Årets sista uppföljning öppnar 1 december."));
}

#[test]
fn units_where_nobody_writes_are_listed_for_those_who_ask_for_reports() {
    let app = TestApp::new();
    let heading = "Enheter utan egen rapportör";
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open("/folja-upp").within_budget(30);
    assert!(johan.page().says(heading));
    assert!(links_to(&johan, "/personer"));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open("/folja-upp").within_budget(30);
    assert!(kerstin.page().says(heading) && !links_to(&kerstin, "/personer"));
    assert!(kerstin.page().says("Administratören ger roller."));
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/folja-upp");
    assert!(lena.page().says("Viksskolan"));
    assert!(lena.page().says("Lena Holm kan skriva i stället"));
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/folja-upp");
    assert!(!amira.page().says(heading));
}

#[test]
fn a_round_says_what_is_wrong_and_keeps_what_was_typed() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open("/folja-upp/ny").fill("Namn", &"å".repeat(121));
    kerstin.fill("Lämnas senast", "2026-01-01").fill("Stänger", "i morgon");
    kerstin.press("Öppna uppföljningen");
    assert_eq!(kerstin.status(), 422);
    assert_eq!(kerstin.value("Lämnas senast"), "2026-01-01");
    let before = app.audit_length();
    let fields = [
        ("id", "inget id"),
        ("titel", "Runda"),
        ("period", "2026-T3"),
        ("oppnar", "2026-09-01"),
        ("lamnas", "2026-09-20"),
        ("stanger", "2026-09-30"),
        ("niva", "enhet"),
        ("niva", "finns-inte"),
    ];
    assert_eq!(kerstin.post("/folja-upp", &fields).status.as_u16(), 422);
    assert_eq!(app.audit_length(), before);
    kerstin.open("/folja-upp/ny").fill("Namn", "Höstens uppföljning");
    kerstin.fill("Lämnas senast", "2026-10-01").fill("Stänger", "2026-10-10");
    kerstin.pick("Handlar om", "juli 2026");
    kerstin.press("Öppna uppföljningen");
    assert_eq!(kerstin.status(), 200);
}

#[test]
fn a_period_that_org_units_already_report_is_not_asked_about_once_more() {
    let app = TestApp::new();
    let before = app.audit_length();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open("/folja-upp/ny").fill("Namn", "Samma tid igen");
    kerstin.fill("Lämnas senast", "2026-10-01").fill("Stänger", "2026-10-10");
    kerstin.press("Öppna uppföljningen");
    assert_eq!(kerstin.status(), 422);
    assert!(kerstin.page().says("rapporterar redan perioden i"), "{}", kerstin.page().text());
    assert_eq!(kerstin.value("Namn"), "Samma tid igen");
    assert_eq!(app.audit_length(), before);
}

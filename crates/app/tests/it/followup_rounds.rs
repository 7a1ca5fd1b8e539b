//! Rounds: which one is at hand, who can write in it, and what is missing before one can be opened.

use app::demo::id_of;
use app::followup::store;
use domain::followup::{AccountState, Round, RoundPlan};
use domain::ids::RoundId;
use jiff::civil::{Date, date};

use crate::followup::{UNIT, hand_in, part};
use crate::kit::{Browser, TestApp, id};
use crate::matrix::UNKNOWN;

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
        plan: RoundPlan::default(),
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
        amira.page().says(
            "Delårsrapport januari–augusti 2026. Rapporteringen är stängd sedan 14 september."
        )
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
    let heading = "Rapporter som saknar ansvarig";
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

/// A second round that is open at the same time, due after the one at hand, for Amira's unit.
fn open_another(app: &TestApp) -> RoundId {
    let another = Round {
        id: app.app().new_id(),
        title: "Kvalitetsuppföljning".to_owned(),
        period: "2025".parse().unwrap(),
        opens_on: date(2026, 8, 1),
        due_on: date(2026, 9, 30),
        closes_on: date(2026, 10, 15),
        version: 1,
        plan: RoundPlan::default(),
    };
    let account = store::Account {
        id: app.app().new_id(),
        round: another.id,
        org_unit: id_of("org", UNIT),
        state: AccountState::NotStarted,
        person_name: String::new(),
        at: 0,
        version: 1,
    };
    let id = another.id;
    app.writing(move |tx| {
        store::insert_round(tx, &another)?;
        store::insert_account(tx, &account)
    });
    id
}

#[test]
fn rounds_that_are_open_at_once_are_all_shown() {
    let app = TestApp::new();
    let other = open_another(&app);
    for name in ["Amira Lindqvist", "Lena Holm", "Kerstin Öberg", "Yvonne Strand"] {
        let mut browser = app.signed_in(name);
        browser.open("/").within_budget(30);
        for title in ["Delårsrapport januari–augusti", "Kvalitetsuppföljning"] {
            assert!(browser.page().says(title), "{name}: {title}");
        }
        browser.open("/folja-upp").within_budget(30);
        assert!(links_to(&browser, &format!("/folja-upp?runda={other}")), "{name}");
    }
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/folja-upp");
    assert!(amira.page().says("Skärgårdens förskolor, Kvalitetsuppföljning"));
    amira.open(&format!("/folja-upp?runda={other}")).press("Börja");
    assert_eq!(amira.status(), 200);
    let committee = format!("/folja-upp/namnd/{}?runda={other}", id("org", "utbildningsnamnden"));
    amira.open(&committee);
    assert!(amira.page().says("0 av 1 enhet har lämnat."), "{}", amira.page().text());
    assert_eq!(amira.get("/folja-upp?runda=hej").status.as_u16(), 404);
    assert_eq!(amira.get(&format!("/folja-upp?runda={UNKNOWN}")).status.as_u16(), 404);
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&format!("/rapport/{}?runda={other}", id("org", "utbildningsnamnden")));
    assert!(kerstin.page().says("Kvalitetsuppföljning"));
    kerstin.follow("Frys rapporten").press("Frys rapporten");
    assert!(kerstin.page().says("Kvalitetsuppföljning"));
}

#[test]
fn what_is_handed_in_does_not_hide_the_round_that_is_left() {
    let app = TestApp::new();
    open_another(&app);
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    amira.open("/");
    let first = &amira.page().texts("main section, main article")[0];
    assert!(!first.contains("lämnad"), "what is left stands first: {first}");
    assert!(amira.page().says("Kvalitetsuppföljning"));
}

#[test]
fn a_round_is_corrected_and_closed_by_who_opens_rounds() {
    let app = TestApp::new();
    let round = format!("/folja-upp/runda/{}", id_of::<RoundId>("round", "delar-2026-08"));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open("/folja-upp");
    assert!(links_to(&kerstin, &round));
    kerstin.open(&round).fill("Namn", "").fill("Stänger", "2026-01-01").press("Spara ändringen");
    assert_eq!(kerstin.status(), 422);
    kerstin.open(&round).fill("Namn", "Delår augusti").fill("Lämnas senast", "2026-09-07");
    kerstin.press("Spara ändringen");
    assert!(kerstin.page().says("Delår augusti. Lämnas senast 7 september"));
    let late = [
        ("titel", "Något annat"),
        ("oppnar", "2026-08-10"),
        ("lamnas", "2026-09-05"),
        ("stanger", "2026-09-13"),
        ("version", "1"),
    ];
    let reply = kerstin.post(&round, &late);
    assert_eq!(reply.status.as_u16(), 409);
    assert!(reply.text().contains("Något annat") && reply.text().contains("Delår augusti"));
    let before = app.audit_length();
    assert_eq!(kerstin.post(&format!("{round}/stang"), &[]).status.as_u16(), 409);
    let mut amira = app.signed_in("Amira Lindqvist");
    assert_eq!(amira.post(&format!("{round}/stang"), &[("version", "2")]).status.as_u16(), 403);
    assert_eq!(app.audit_length(), before);
    kerstin.open(&round).follow("Stäng uppföljningen").press("Stäng uppföljningen");
    assert!(kerstin.page().says("Rapporteringen är stängd sedan 25 augusti."));
    amira.open("/");
    assert!(!amira.page().says("Delår augusti"));
    assert_eq!(amira.post(&part("sjukfranvaro"), &[("text", "Sent")]).status.as_u16(), 409);
}

#[test]
fn a_period_that_is_not_offered_is_refused() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    let before = app.audit_length();
    let fields = [
        ("titel", "Långt fram"),
        ("period", "2099"),
        ("oppnar", "2026-09-01"),
        ("lamnas", "2026-09-20"),
        ("stanger", "2026-09-30"),
        ("niva", "enhet"),
    ];
    let reply = kerstin.post("/folja-upp", &fields);
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("Välj något i listan"));
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_round_that_was_closed_before_anyone_began_can_be_opened_anew() {
    let app = TestApp::new();
    let wrong = open_another(&app);
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&format!("/folja-upp/runda/{wrong}"));
    kerstin.follow("Stäng uppföljningen").press("Stäng uppföljningen");
    kerstin.open("/folja-upp/ny").fill("Namn", "Rätt uppföljning");
    kerstin.fill("Lämnas senast", "2026-10-01").fill("Stänger", "2026-10-10");
    kerstin.pick("Handlar om", "2025").press("Öppna uppföljningen");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
}

#[test]
fn days_that_have_been_are_refused_and_a_round_nobody_has_begun_can_be_taken_away() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open("/folja-upp/ny").fill("Namn", "Fel år").pick("Handlar om", "2025");
    kerstin.fill("Öppnar", "1990-01-01").fill("Lämnas senast", "1990-02-01");
    kerstin.fill("Stänger", "1990-03-01").press("Öppna uppföljningen");
    assert_eq!(kerstin.status(), 422);
    assert!(kerstin.page().says("Den dagen har redan varit"), "{}", kerstin.page().text());
    crate::asked_rounds::open_round(&mut kerstin);
    let rounds = app.reading(store::rounds);
    let round = rounds.iter().find(|one| one.title == "Kvalitetsrunda").unwrap().clone();
    let address = format!("/folja-upp/runda/{}", round.id);
    kerstin.open(&address).fill("Stänger", "2026-08-24").fill("Lämnas senast", "2026-08-23");
    kerstin.fill("Enhet lämnar senast", "").press("Spara ändringen");
    assert_eq!(kerstin.status(), 422);
    assert!(kerstin.page().says("välj Stäng uppföljningen"), "{}", kerstin.page().text());
    kerstin.open(&address).press("Ta bort uppföljningen");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
    assert!(app.reading(store::rounds).iter().all(|one| one.id != round.id));
    let accounts = app.reading(move |tx| store::accounts_of_round(tx, round.id));
    assert!(accounts.is_empty());
    let at_hand = id("round", "delar-2026-08");
    kerstin.open(&format!("/folja-upp/runda/{at_hand}"));
    assert!(!kerstin.page().says("Ta bort uppföljningen"), "many have begun");
}

//! A round that is closed by hand, and what is written when it or the report is locked meanwhile.

use app::demo::id_of;
use app::followup::store;
use domain::ids::RoundId;
use serde_json::{Value, json};

use crate::followup::{account, autosave, hand_in, part};
use crate::kit::{Browser, TestApp, id};

const ABOUT: &str = "sjukfranvaro";

fn round() -> String {
    format!("/folja-upp/runda/{}", id("round", "delar-2026-08"))
}

fn close(kerstin: &mut Browser) {
    kerstin.open(&round()).follow("Stäng uppföljningen").within_budget(30);
    kerstin.press("Stäng uppföljningen");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
}

/// What is refused by a lock: told with its words, without anything to choose.
fn refused_by_lock(browser: &mut Browser, version: i64, text: &str, title: &str) {
    let (status, told) = autosave(browser, ABOUT, version, "text", &json!(text));
    assert_eq!(status, 422, "{told}");
    assert_eq!(told.get("theirs"), None, "nobody's words came between: {told}");
    assert!(told["message"].as_str().unwrap().starts_with(title), "{told}");
    let at_field = told["problem"].as_str().unwrap();
    assert!(at_field.contains("Det du skrev finns under Tidigare texter."), "{told}");
}

fn earlier(browser: &mut Browser, text: &str) {
    browser.open(&format!("{}/tidigare", part(ABOUT))).within_budget(30);
    let page = browser.page().text();
    assert!(page.contains(text), "{page}");
    assert!(page.contains("Har aldrig gällt: det gick inte att skriva i rapporten då"), "{page}");
}

#[test]
fn what_is_written_when_the_round_closes_is_refused_by_the_lock_and_kept_aside() {
    let app = TestApp::new();
    let mut sofia = app.signed_in("Sofia Bergkvist");
    sofia.open(&part(ABOUT));
    close(&mut app.signed_in("Kerstin Öberg"));
    for text in ["SOFIA MITT I", "SOFIA MITT I ORDET"] {
        refused_by_lock(
            &mut sofia,
            1,
            text,
            "Rapporteringen är stängd. Den är stängd sedan 25 augusti.",
        );
    }
    earlier(&mut sofia, "SOFIA MITT I ORDET");
    assert_eq!(sofia.page().texts("blockquote").len(), 1, "the steps on the way are not shown");
    let (status, told) = autosave(&mut sofia, ABOUT, 1, "bedomning", &json!("partly"));
    assert_eq!((status, told.get("theirs")), (422, None));
}

#[test]
fn what_is_written_when_the_report_is_handed_in_or_approved_says_by_whom() {
    let app = TestApp::new();
    let (mut sofia, mut amira) =
        (app.signed_in("Sofia Bergkvist"), app.signed_in("Amira Lindqvist"));
    sofia.open(&part(ABOUT));
    hand_in(&mut amira);
    refused_by_lock(&mut sofia, 2, "EFTER INLÄMNING", "Rapporten är redan lämnad. ");
    let (_, told) = autosave(&mut sofia, ABOUT, 2, "text", &json!("EFTER INLÄMNING"));
    assert!(told["message"].as_str().unwrap().contains("Amira Lindqvist"), "{told}");
    earlier(&mut sofia, "EFTER INLÄMNING");
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&account()).press("Godkänn rapporten");
    let (status, told) = autosave(&mut sofia, ABOUT, 2, "text", &json!("EFTER GODKÄNNANDE"));
    assert_eq!(status, 422);
    assert!(told["message"].as_str().unwrap().contains("Lena Holm"), "{told}");
}

#[test]
fn choosing_the_words_of_the_other_saves_nothing_in_ones_own_name() {
    let app = TestApp::new();
    let (mut sofia, mut amira) =
        (app.signed_in("Sofia Bergkvist"), app.signed_in("Amira Lindqvist"));
    assert_eq!(autosave(&mut amira, ABOUT, 1, "text", &json!("AMIRAS ORD")).0, 200);
    let (status, other) = autosave(&mut sofia, ABOUT, 1, "text", &json!("SOFIAS ORD"));
    assert_eq!(status, 409);
    let version: i64 = other["version"].as_str().unwrap().parse().unwrap();
    let before = app.audit_length();
    let (status, saved): (u16, Value) =
        autosave(&mut sofia, ABOUT, version, "text", &other["theirs"]);
    assert_eq!((status, &saved["version"]), (200, &other["version"]));
    assert_eq!(app.audit_length(), before, "Amira's words stay Amira's");
    sofia.open(&part(ABOUT));
    assert_eq!(sofia.value("Din förklaring"), "AMIRAS ORD");
    assert!(sofia.page().says("Senast skrivet av Amira Lindqvist"), "{}", sofia.page().text());
}

#[test]
fn closing_asks_first_and_a_later_closing_day_opens_the_round_as_it_was() {
    let app = TestApp::new();
    let this = id_of::<RoundId>("round", "delar-2026-08");
    let read = move |tx: &mut db::Tx<'_>| store::round(tx, this);
    let before = app.reading(read).unwrap();
    assert!(!before.plan.days.is_empty(), "some level has its own day");
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&round()).follow("Stäng uppföljningen");
    assert_eq!(kerstin.page().heading(), "Ska uppföljningen stängas?");
    let all = app.reading(move |tx| store::accounts_of_round(tx, this));
    let handed_in = all.iter().filter(|one| one.state.is_handed_in()).count();
    let counted = format!("{handed_in} av {} enheter har lämnat.", all.len());
    assert!(kerstin.page().says(&counted), "{}", kerstin.page().text());
    let left = format!("{} enheter har inte lämnat.", all.len() - handed_in);
    assert!(kerstin.page().says(&left), "{}", kerstin.page().text());
    assert_eq!(app.reading(read).unwrap(), before, "nothing is done by asking");
    kerstin.press("Stäng uppföljningen");
    assert!(kerstin.page().says("Rapporteringen är stängd sedan 25 augusti."));
    // A closed round keeps its days, can be renamed, and is not opened by that.
    kerstin.open(&round()).fill("Namn", "Delår").press("Spara ändringen");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
    let closed = app.reading(read).unwrap();
    assert_eq!((closed.due_on, &closed.plan.days), (before.due_on, &before.plan.days));
    assert_eq!(closed.title, "Delår");
    let ask = kerstin.get(&format!("{}/stang", round()));
    assert_eq!(ask.status.as_u16(), 303, "there is nothing to ask of a closed round");
    // A closing day before the last day to hand in is refused, one after it brings all back.
    kerstin.open(&round()).fill("Stänger", "2026-08-30").press("Spara ändringen");
    assert_eq!(kerstin.status(), 422);
    kerstin.open(&round()).fill("Stänger", &before.closes_on.to_string());
    kerstin.fill("Namn", &before.title).press("Spara ändringen");
    let after = app.reading(read).unwrap();
    assert_eq!(domain::followup::Round { version: before.version, ..after }, before);
    let mut amira = app.signed_in("Amira Lindqvist");
    assert_eq!(autosave(&mut amira, ABOUT, 1, "text", &json!("Igen.")).0, 200);
}

#[test]
fn a_move_after_the_round_has_closed_is_told_where_its_numbers_change() {
    let app = TestApp::new();
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    close(&mut app.signed_in("Kerstin Öberg"));
    app.clock().set(jiff::civil::date(2026, 10, 5).at(9, 0, 0, 0));
    let mut johan = app.signed_in("Johan Åkerlund");
    let moves = |johan: &mut Browser, to: &str| {
        johan.open(&format!("/organisation/{}/flytta", id("org", "skargardens-forskolor")));
        johan.pick("Lägg under", to).press("Visa vad som händer").press("Flytta");
        assert_eq!(johan.status(), 200, "{}", johan.page().text());
    };
    moves(&mut johan, "Produktionsförvaltningen");
    let (told, came) = (
        "Skärgårdens förskolor flyttade 5 oktober 2026 till Produktionsförvaltningen.",
        "Skärgårdens förskolor kom 5 oktober 2026 från Utbildningsförvaltningen.",
    );
    let of = |body: &str| {
        let (body, round) = (id("org", body), id("round", "delar-2026-08"));
        [
            format!("/folja-upp/namnd/{body}?runda={round}"),
            format!("/rapport/{body}?runda={round}"),
            format!("/folja-upp/sammanstallning/{body}?runda={round}"),
            format!("/uppsikt/insamling?runda={round}&gren={body}"),
        ]
    };
    let mut kerstin = app.signed_in("Kerstin Öberg");
    for (body, words) in [("utbildningsnamnden", told), ("produktionsstyrelsen", came)] {
        for address in of(body) {
            kerstin.open(&address).within_budget(30);
            assert!(kerstin.page().says(words), "{address}: {}", kerstin.page().text());
        }
    }
    kerstin.open(&round());
    assert!(kerstin.page().says("Skärgårdens förskolor flyttade 5 oktober 2026 från"));
    kerstin.open(&format!("{}/las", account()));
    assert!(kerstin.page().says("Produktionsförvaltningen"), "{}", kerstin.page().text());
    // Back again, the numbers are what they were, and there is nothing to tell.
    moves(&mut johan, "Utbildningsförvaltningen");
    for address in of("utbildningsnamnden") {
        kerstin.open(&address);
        assert!(!kerstin.page().says("Skärgårdens förskolor flyttade"), "{address}");
    }
}

//! What comes back: the owner is told at once, whoever sent it back sees that it is done, and it is
//! gone when the account is handed in again.

use app::demo::id_of;
use app::followup::store;
use jiff::civil::date;
use serde_json::json;

use crate::followup::{account, autosave, hand_in, part, shown_version};
use crate::kit::{Browser, TestApp, id};

const SUMMARY: &str = "skargardens-forskolor/sammanfattning";
const RETURNED: &str = "skargardens-forskolor/trygga-vardnadshavare";
const COMMENT: &str = "Vilka grupper gäller det?";

/// Lena sends one part of Amira's account back by the form.
pub(crate) fn returned(app: &TestApp) -> (Browser, Browser) {
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", account()));
    let version = shown_version(&lena);
    let fields = [("kommentar", COMMENT), ("version", &*version)];
    let reply = lena.post(&format!("{}/ater", part("trygga-vardnadshavare")), &fields);
    assert_eq!(reply.status.as_u16(), 303);
    (amira, lena)
}

#[test]
fn what_was_sent_back_stands_first_on_the_owners_pages_until_it_is_handed_in_again() {
    let app = TestApp::new();
    let (mut amira, _) = returned(&app);
    let mut sofia = app.signed_in("Sofia Bergkvist");
    sofia.open("/");
    assert!(sofia.page().says("Lena Holm skickade tillbaka ”Trygga vårdnadshavare”"));
    for page in ["/".to_owned(), "/folja-upp".to_owned(), account()] {
        amira.open(&page).within_budget(30);
        assert!(amira.page().says("Lena Holm skickade tillbaka ”Trygga vårdnadshavare”"), "{page}");
        assert!(amira.page().says(COMMENT), "{page}");
        assert!(amira.page().says("Lena Holm, 25 augusti 09.14"), "{page}");
        amira.follow("Svara på kommentaren");
        assert_eq!(amira.page().heading(), "Trygga vårdnadshavare sjunker. Vad beror det på?");
    }
    amira.open("/");
    assert!(amira.page().says("En del har kommit tillbaka"));
    amira.open(&part("trygga-vardnadshavare"));
    amira.fill("Din förklaring", "Det gäller de två största.").press("Klar, nästa del");
    amira.open("/");
    assert!(amira.page().says("Du har svarat. Lämna rapporten igen."));
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    for page in ["/", "/folja-upp"] {
        amira.open(page);
        assert!(!amira.page().says(COMMENT), "{page}");
        assert!(!amira.page().says("skickade tillbaka"), "{page}");
    }
}

#[test]
fn taking_a_second_submission_back_does_not_announce_the_old_comment_again() {
    let app = TestApp::new();
    let (mut amira, _) = returned(&app);
    amira.open(&part("trygga-vardnadshavare"));
    amira.fill("Din förklaring", "Det gäller de två största.").press("Klar, nästa del");
    amira.press("Lämna rapporten").press("Ångra inlämning");
    amira.open("/");
    assert!(!amira.page().says("skickade tillbaka"));
}

#[test]
fn whoever_sends_back_gets_it_confirmed_and_sees_where_it_stands() {
    let app = TestApp::new();
    let (mut amira, mut lena) = returned(&app);
    lena.open(&format!("{}/las", account()));
    assert!(lena.page().says("Du skickade tillbaka ”Trygga vårdnadshavare”"));
    assert!(lena.page().says("Amira Lindqvist och Sofia Bergkvist ser kommentaren på Min sida."));
    lena.open("/folja-upp");
    let rows = lena.page().table("Insamlingen");
    let row = rows.iter().find(|row| row[0] == "Skärgårdens förskolor").unwrap();
    assert!(row[1].starts_with("Skickad tillbaka, 15 av 16 delar klara"), "{}", row[1]);
    lena.open("/");
    assert_eq!(
        lena.page().texts("#inte-lamnat ~ * b, section[aria-labelledby=inte-lamnat] li b")[0],
        "Skärgårdens förskolor"
    );
    assert!(lena.page().says("Du skickade tillbaka en del"));
    amira.open(&part("trygga-vardnadshavare"));
    amira.fill("Din förklaring", "Det gäller de två största.").press("Klar, nästa del");
    amira.press("Lämna rapporten");
    lena.open("/");
    assert!(lena.page().says("Läs och godkänn Skärgårdens förskolor"));
    lena.open(&account());
    assert!(!lena.page().says("ser kommentaren på Min sida"));
}

#[test]
fn what_one_handed_in_oneself_does_not_wait_for_oneself() {
    let app = TestApp::new();
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/");
    assert!(!lena.page().says("Läs och godkänn Anpassade grundskolan Strömmen"));
    assert!(lena.page().says("Läs och godkänn Centrums förskolor"));
    lena.open("/folja-upp");
    let rows = lena.page().table("Insamlingen");
    let row = rows.iter().find(|row| row[0] == "Anpassade grundskolan Strömmen").unwrap();
    assert!(row[1].starts_with("Lämnad av dig, någon annan godkänner"), "{}", row[1]);
    let waiting = rows
        .iter()
        .filter(|row| row[1].starts_with("Lämnad") && !row[1].starts_with("Lämnad av dig"))
        .count();
    let said = format!("{waiting} av {} väntar på att godkännas", rows.len() - 1);
    assert!(lena.page().says(&said), "{said}");
}

#[test]
fn a_comment_that_is_refused_is_kept() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", account()));
    let version = shown_version(&lena);
    let back = format!("{}/ater", part("trygga-vardnadshavare"));
    let long = "å".repeat(601);
    let reply = lena.post(&back, &[("kommentar", &*long), ("version", &version)]);
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("Ta bort ett tecken") && reply.text().contains(&long));
    let stale = lena.post(&back, &[("kommentar", COMMENT), ("version", "1")]);
    assert_eq!(stale.status.as_u16(), 409);
    assert!(stale.text().contains(COMMENT) && stale.text().contains("har ändrats sedan"));
    amira.press("Ångra inlämning");
    let late = lena.post(&back, &[("kommentar", COMMENT), ("version", &version)]);
    assert_eq!(late.status.as_u16(), 409);
    assert!(late.text().contains(COMMENT), "what was typed is shown");
    let neighbour = format!("{}/del/{}/ater", account(), id("part", "nagon-annan/del"));
    assert_eq!(lena.post(&neighbour, &[("kommentar", "x")]).status.as_u16(), 404);
}

#[test]
fn only_what_was_sent_back_can_be_written_in() {
    let app = TestApp::new();
    let (mut amira, _) = returned(&app);
    let summary = || app.reading(|tx| store::part(tx, id_of("part", SUMMARY))).expect("kept");
    let before = summary();
    amira.open(&part("sammanfattning"));
    assert_eq!(amira.status(), 200);
    assert!(amira.page().says("Den här delen står kvar som den lämnades"));
    assert!(amira.page().says("Lena Holm skickade tillbaka en annan del"));
    assert!(amira.page().texts("main textarea").is_empty());
    let (status, answer) =
        autosave(&mut amira, "sammanfattning", before.text_version, "text", &json!("Helt ny"));
    assert_eq!(status, 422);
    assert!(answer["message"].as_str().unwrap().contains("står kvar som den lämnades"));
    let version = before.text_version.to_string();
    let form = [("text", "Helt ny"), ("text_version", &*version)];
    let reply = amira.post(&part("sammanfattning"), &form);
    assert_eq!(reply.status.as_u16(), 409);
    assert!(reply.text().contains("Helt ny"), "what was typed is shown");
    let remedy = format!("{}/atgard", part("sjukfranvaro"));
    assert_eq!(amira.get(&remedy).status.as_u16(), 409);
    assert_eq!(amira.post(&remedy, &[("titel", "Ny")]).status.as_u16(), 409);
    assert_eq!(summary(), before);
    amira.open(&format!("{}/granska", account()));
    let changes = amira.page().links().into_iter().filter(|(words, _)| words.starts_with("Ändra"));
    assert_eq!(changes.count(), 1);

    let open = app.reading(|tx| store::part(tx, id_of("part", RETURNED))).expect("kept");
    let text = json!("Det gäller de två största.");
    let (status, _) =
        autosave(&mut amira, "trygga-vardnadshavare", open.text_version, "text", &text);
    assert_eq!(status, 200);
    amira.open(&part("trygga-vardnadshavare"));
    assert!(amira.page().says("Skickades tillbaka av Lena Holm"), "the rail says so too");
}

#[test]
fn whoever_sent_back_sees_what_is_new() {
    let app = TestApp::new();
    let (mut amira, mut lena) = returned(&app);
    app.clock().set(date(2026, 8, 25).at(10, 0, 0, 0));
    amira.open(&part("trygga-vardnadshavare"));
    amira.fill("Din förklaring", "Det gäller de två största.").press("Klar, nästa del");
    amira.press("Lämna rapporten");
    lena.open(&format!("{}/las", account())).within_budget(30);
    assert!(lena.page().says("En del är ny sedan förra inlämningen Trygga vårdnadshavare"));
    let marked = lena.page().text().matches("Ny sedan förra inlämningen").count();
    assert_eq!(marked, 1);
}

#[test]
fn what_was_taken_back_and_rewritten_is_marked_as_new_too() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    amira.press("Ångra inlämning");
    app.clock().set(date(2026, 8, 25).at(10, 0, 0, 0));
    amira.open(&part("sammanfattning"));
    amira.fill("Sammanfattning", "En annan berättelse.").press("Klar, nästa del");
    amira.press("Lämna rapporten");
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", account()));
    assert!(lena.page().says("En del är ny sedan förra inlämningen Sammanfattning"));
}

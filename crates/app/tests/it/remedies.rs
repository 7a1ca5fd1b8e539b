//! The activities that a manager sets in as the answer to a deviation: seen by whoever may read the
//! account, and by nobody else before it is handed in.

use crate::followup::{account, finish, hand_in, part, shown_version};
use crate::kit::{Browser, TestApp, id};

const ACTION: &str = "Anställa en öppningsvikarie";
const ELECTED: &str = "Yvonne Strand";

fn with_action(app: &TestApp) -> Browser {
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part("sjukfranvaro")).press("Lägg till en åtgärd");
    amira.fill("Vad ska göras?", ACTION).fill("Klar senast", "2026-10-15");
    amira.press("Spara åtgärden");
    amira
}

/// Whether those elected meet the action: in the account, in the report and among activities.
fn seen_by_elected(app: &TestApp) -> [bool; 3] {
    let mut elected = app.signed_in(ELECTED);
    let report = format!("/rapport/{}", id("org", "utbildningsnamnden"));
    [format!("{}/las", account()), report, "/aktiviteter".to_owned()]
        .map(|page| elected.get(&page).text().contains(ACTION))
}

#[test]
fn those_elected_see_what_is_done_about_it_once_the_account_is_handed_in() {
    let app = TestApp::new();
    let mut amira = with_action(&app);
    assert_eq!(seen_by_elected(&app), [false; 3]);
    hand_in(&mut amira);
    assert_eq!(seen_by_elected(&app), [true; 3]);
}

#[test]
fn an_account_taken_back_takes_its_actions_with_it() {
    let app = TestApp::new();
    let mut amira = with_action(&app);
    hand_in(&mut amira);
    amira.press("Ångra inlämning");
    assert_eq!(seen_by_elected(&app), [false; 3]);
    amira.open(&part("sjukfranvaro"));
    assert!(amira.page().says(ACTION), "it is a draft again, not lost");
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    assert_eq!(seen_by_elected(&app), [true; 3]);
}

#[test]
fn an_account_sent_back_takes_its_actions_with_it() {
    let app = TestApp::new();
    hand_in(&mut with_action(&app));
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", account()));
    let version = shown_version(&lena);
    let back = format!("{}/ater", part("sjukfranvaro"));
    let sent = [("kommentar", "Vem gör det?"), ("version", version.as_str())];
    assert_eq!(lena.post(&back, &sent).status, 303);
    assert_eq!(seen_by_elected(&app), [false; 3]);
}

#[test]
fn an_action_that_holds_already_stays_when_the_account_is_taken_back() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let before = app.structure().elements().filter(|one| one.is_editable()).count();
    finish(&mut amira);
    amira.press("Lämna rapporten").press("Ångra inlämning");
    let after = app.structure().elements().filter(|one| one.is_editable()).count();
    assert_eq!(after, before);
}

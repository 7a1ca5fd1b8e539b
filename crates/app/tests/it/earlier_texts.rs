//! What has been saved in a part can be read again by those who write in it.

use crate::followup::part;
use crate::kit::{Browser, TestApp};

/// Saves a text in Amira's part on sick leave.
fn write(browser: &mut Browser, words: &str) {
    browser.open(&part("sjukfranvaro")).fill("Din förklaring", words).choose("Nej");
    browser.press("Klar, nästa del");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
}

#[test]
fn what_another_writes_over_is_still_there_for_those_who_write() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    write(&mut amira, "Vi har haft två långa sjukskrivningar.");
    app.clock().advance_secs(3_600);
    let mut sofia = app.signed_in("Sofia Bergkvist");
    write(&mut sofia, "Sjukfrånvaron beror på vakanserna.");
    amira.open(&part("sjukfranvaro")).follow("Visa tidigare texter").within_budget(30);
    let said = amira.page().texts("blockquote").join(" ");
    assert!(said.contains("Vi har haft två långa sjukskrivningar."), "{said}");
    assert!(said.contains("Amira Lindqvist, 25 augusti"), "{said}");
    assert!(!said.contains("beror på vakanserna"), "what stands now is on the page of the part");
    let reply = app.signed_in("Farah Nazari").get(&format!("{}/tidigare", part("sjukfranvaro")));
    assert_eq!(reply.status.as_u16(), 404);
}

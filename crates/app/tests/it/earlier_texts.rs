//! What has been saved in a part can be read again by those who write in it.

use serde_json::json;

use crate::followup::{autosave, part};
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

#[test]
fn a_text_that_loses_is_found_by_who_wrote_it_as_one_that_never_held() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let mut sofia = app.signed_in("Sofia Bergkvist");
    sofia.open(&part("sjukfranvaro"));
    write(&mut amira, "AMIRA-TEXT");
    // By form: the other is on the page beside it, and hers is kept beside.
    sofia.fill("Din förklaring", "SOFIA-UNIK-TEXT").press("Klar, nästa del");
    assert_eq!(sofia.status(), 409);
    assert!(sofia.page().says("Ingen text försvinner."), "{}", sofia.page().text());
    let version = 1;
    // While writing: the quiet line answers with the other, and what was sent is kept beside.
    let before = app.audit_length();
    for _ in 0..2 {
        let (status, told) =
            autosave(&mut sofia, "sjukfranvaro", version, "text", &json!("SOFIA-ANDRA-TEXT"));
        assert_eq!((status, &told["theirs"]), (409, &json!("AMIRA-TEXT")));
    }
    assert_eq!(app.audit_length(), before + 1, "the same text is kept once");
    sofia.open(&format!("{}/tidigare", part("sjukfranvaro"))).within_budget(30);
    let said = sofia.page().text();
    for words in ["SOFIA-UNIK-TEXT", "SOFIA-ANDRA-TEXT", "Sofia Bergkvist, 25 augusti"] {
        assert!(said.contains(words), "{said}");
    }
    assert!(said.contains("Har aldrig gällt: någon annan hann spara före"), "{said}");
    // It is a draft: nobody else than those who write finds it, and what holds is as it was.
    sofia.open(&part("sjukfranvaro"));
    assert_eq!(sofia.value("Din förklaring"), "AMIRA-TEXT");
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", crate::followup::account()));
    assert!(!lena.page().says("SOFIA-UNIK-TEXT"));
    let earlier = format!("{}/tidigare", part("sjukfranvaro"));
    assert_eq!(lena.get(&earlier).status.as_u16(), 403);
}

#[test]
fn the_words_that_an_account_came_with_are_found_when_they_are_written_over() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let address = part("sammanfattning");
    amira.open(&address);
    let stood = amira.value("Sammanfattning");
    assert!(!stood.is_empty(), "the demo has words there");
    app.clock().advance_secs(600);
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&address);
    amira.fill("Sammanfattning", "Ny text A ett.").press("Klar, nästa del");
    amira.open(&address).fill("Sammanfattning", "Ny text A två.").press("Klar, nästa del");
    amira.open(&format!("{address}/tidigare")).within_budget(30);
    assert!(amira.page().texts("blockquote").join(" ").contains(&stood), "{}", amira.page().text());
    assert!(!amira.page().says("Inga tidigare texter"));
}

//! An own value over what the units below make up: it owes a reason where that was checked, and can be
//! taken away again.

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";

fn measure() -> String {
    format!("/matt/{}", id("element", "sjukfranvaro"))
}

fn place() -> String {
    format!("?enhet={}&period=2026-06", id("org", "utbildningsnamnden"))
}

/// What the committee's page says of June.
fn of_june(browser: &mut Browser) -> Vec<String> {
    let page = format!("{}?enhet={}", measure(), id("org", "utbildningsnamnden"));
    browser.open(&page).within_budget(30);
    let table = browser.page().texts("table tr");
    table.into_iter().filter(|row| row.starts_with("juni 2026")).collect()
}

#[test]
fn a_checked_sum_is_replaced_with_a_reason_and_comes_back_when_the_own_value_is_taken_away() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = of_june(&mut browser);
    let form = format!("{}/varde{}", measure(), place());
    browser.open(&form).within_budget(30);
    let audit = app.audit_length();
    browser.fill("Värde, procent", "1,5").press("Spara värdet");
    assert_eq!(browser.status(), 422, "{}", browser.page().text());
    assert_eq!(app.audit_length(), audit);
    assert_eq!(browser.value("Värde, procent"), "1,5");
    browser.fill("Varför ändras värdet?", "Egen mätning.").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_ne!(of_june(&mut browser), before);
    // The way back stands in the form, and asks why.
    browser.open(&form).follow("Använd enheternas värden igen").within_budget(30);
    browser.press("Använd enheternas värden igen");
    assert_eq!(browser.status(), 422);
    browser.fill("Varför tas det egna värdet bort?", "Fel rad.");
    browser.press("Använd enheternas värden igen");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(app.audit_length(), audit + 2);
    let changed = browser.page().table("Ändrade värden");
    let newest = changed.get(1).expect("a change").join(" ");
    assert!(newest.contains("1,5 %") && newest.contains("Fel rad."), "{newest}");
    let now = of_june(&mut browser);
    assert_eq!(now.first(), before.first());
    // And it can be written anew.
    browser.open(&form).fill("Värde, procent", "1,5");
    browser.fill("Varför ändras värdet?", "Rätt ändå.").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
}

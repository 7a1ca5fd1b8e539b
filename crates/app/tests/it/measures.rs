//! Measures: the list, a measure's page, and recording values.

use crate::kit::TestApp;

#[test]
fn the_list_leads_to_a_measure() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    browser.open("/matt").within_budget(30);
    browser.follow("Barn per årsarbetare").within_budget(30);
    assert!(browser.page().heading().contains("Barn per årsarbetare"), "{}", browser.page().heading());
}

#[test]
fn a_new_measure_is_refused_without_a_name_and_keeps_what_was_typed() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let before = app.audit_length();
    browser.open("/matt/nytt").fill("Källa", "Enkäten i mars").press("Spara");
    assert_eq!(browser.status(), 422);
    assert!(!browser.page().problems().is_empty());
    assert_eq!(browser.value("Källa"), "Enkäten i mars");
    assert_eq!(app.audit_length(), before);
}

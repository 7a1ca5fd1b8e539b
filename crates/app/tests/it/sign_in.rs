//! Signing in and out, as people do it.

use crate::kit::TestApp;

#[test]
fn a_stranger_is_led_to_the_sign_in_page_and_on_from_there() {
    let app = TestApp::new();
    let mut browser = app.browser();
    browser.open("/matt");
    assert!(browser.address().starts_with("/logga-in?vidare="), "{}", browser.address());
    browser.press("Amira Lindqvist");
    assert_eq!(browser.address(), "/matt");
    assert_eq!(browser.page().heading(), "Mått");
}

#[test]
fn the_language_is_chosen_on_the_page_and_kept() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    browser.open("/matt").press("English");
    assert_eq!(browser.page().heading(), "Measures");
    browser.open("/matt/nytt").press("Svenska");
    assert_eq!(browser.page().heading(), "Nytt mått");
}

#[test]
fn signing_out_closes_the_pages() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    browser.open("/matt").press("Logga ut");
    browser.open("/matt");
    assert!(browser.address().starts_with("/logga-in"), "{}", browser.address());
}

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
fn the_whole_address_is_come_back_to_after_signing_in() {
    let app = TestApp::new();
    let mut browser = app.browser();
    browser.open("/spar?slag=grant&objekt=a%26b%2Bc");
    browser.press("Johan Åkerlund");
    assert_eq!(browser.address(), "/spar?slag=grant&objekt=a%26b%2Bc");
    assert_eq!(browser.value("Id"), "a&b+c");
    let mut long = app.browser();
    let reply = long.get(&format!("/matt?q={}", "x".repeat(3_000)));
    assert_eq!(reply.header("location"), "/logga-in?vidare=%2Fmatt");
}

#[test]
fn the_language_is_changed_on_the_page_one_is_at() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    browser.open("/spar?slag=grant").press("English");
    assert_eq!(browser.address(), "/spar?slag=grant");
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

#[test]
fn an_address_longer_than_mail_carries_is_answered_as_wrong_and_leaves_nothing() {
    let app = TestApp::new();
    let mut browser = app.browser();
    let long = format!("{}@skarvik.example", "x".repeat(260));
    for _ in 0..8 {
        let reply =
            browser.post("/logga-in", &[("epost", &long), ("losenord", "fel fel fel fel fel")]);
        assert!(reply.text().contains("stämmer inte"));
    }
    let noted = app.app().db.read_control(app::demo::tenant(), |tx| {
        tx.one("select count(*) from sign_in_failures where tenant = $1", &[], |row| row.int(0))
    });
    assert_eq!(noted.expect("the accounts can be read"), Some(0));
}

#[test]
fn guesses_sent_at_once_all_count() {
    let app = TestApp::new();
    let wrong = [("epost", "amira.lindqvist@skarvik.example"), ("losenord", "fel fel fel fel fel")];
    let answers: Vec<String> = std::thread::scope(|scope| {
        let guesses: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| app.browser().post("/logga-in", &wrong).text().clone()))
            .collect();
        guesses.into_iter().map(|guess| guess.join().expect("an answer")).collect()
    });
    let checked = answers.iter().filter(|answer| answer.contains("stämmer inte")).count();
    assert!(checked <= 5, "{checked} of 8 guesses were checked");
}

//! What is particularly strong and weak of an org unit, by signs that can each be looked up.

use crate::kit::{TestApp, id};

#[test]
fn what_is_strong_and_weak_is_told_with_its_signs_and_leads_to_the_figures() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open("/matt").follow("Starkt och svagt").within_budget(30);
    let unit = id("org", "skargardens-forskolor");
    browser.open(&format!("/starkt-och-svagt?enhet={unit}")).within_budget(30);
    let page = browser.page();
    assert!(page.says("särskilt starka och"), "{}", page.text());
    let rows = page.table("Starkt och svagt");
    // What stands last follows from the three signs beside it, and from nothing else.
    let good = ["nås", "förbättras", "bättre än de flesta"];
    let bad = ["nås inte", "försämras", "sämre än de flesta"];
    for row in rows.iter().skip(1) {
        let signs = &row[2..5];
        let many =
            |some: [&str; 3]| signs.iter().filter(|sign| some.contains(&sign.as_str())).count();
        let wanted = match (many(good), many(bad)) {
            (2.., 0) => "särskilt starkt",
            (0, 2..) => "särskilt svagt",
            (1.., 1..) => "både starkt och svagt",
            _ if signs.iter().all(|sign| sign == "–") => "går inte att bedöma",
            _ => "inget särskilt",
        };
        assert_eq!(row[5], wanted, "{row:?}");
    }
    assert!(rows.iter().skip(1).any(|row| row[2] != "–"), "{rows:?}");
    let file = browser.get(&format!("/starkt-och-svagt.csv?enhet={unit}")).text().clone();
    assert_eq!(file.lines().count(), rows.len(), "a row for each, and the headings");
}

#[test]
fn a_body_without_values_gets_no_confident_sentence() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let unit = id("org", "valnamnden");
    browser.open(&format!("/starkt-och-svagt?enhet={unit}"));
    assert!(!browser.page().says("särskilt starka och"), "{}", browser.page().text());
    assert_eq!(browser.get("/starkt-och-svagt?enhet=nagot").status, 404);
}

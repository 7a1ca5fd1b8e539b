//! An own value over what the units below make up: it owes a reason where that was checked, is told like
//! any other change at every door, and can be taken away again.

use crate::few::{MEASURE, PLACES, READER, decide_on};
use crate::imports::{HEAD, look};
use crate::kit::{Browser, NewMeasure, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";

fn measure() -> String {
    format!("/matt/{}", id("element", "sjukfranvaro"))
}

fn place() -> String {
    format!("?enhet={}&period=2026-06", id("org", "utbildningsnamnden"))
}

/// The newest of the changed values that a page of the committee tells of.
fn newest_change(browser: &mut Browser, measure: &str) -> String {
    let page = format!("/matt/{measure}?enhet={}", id("org", "utbildningsnamnden"));
    browser.open(&page).within_budget(30);
    let changed = browser.page().table("Ändrade värden");
    changed.get(1).map(|row| row.join(" ")).unwrap_or_default()
}

/// What has changed of a measure since the day before.
fn what_changed(browser: &mut Browser, measure: &str) -> String {
    browser.open(&format!("/trad/andrat?fran=2026-08-24&mal={measure}")).within_budget(30);
    browser.page().text()
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

#[test]
fn what_the_units_made_up_is_told_with_the_reason_wherever_changes_are() {
    let app = TestApp::new();
    app.clock().advance_secs(24 * 3_600);
    let mut browser = app.signed_in(CONTROLLER);
    let june = of_june(&mut browser).concat();
    let sum = june.split("juni 2026").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or("");
    browser.open(&format!("{}/varde{}", measure(), place()));
    browser.fill("Värde, procent", "1,5").fill("Varför ändras värdet?", "Egen mätning.");
    browser.press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    let told = newest_change(&mut browser, &id("element", "sjukfranvaro"));
    for words in ["juni 2026", "enheternas värde", sum, "1,5 %", "Egen mätning.", CONTROLLER] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let changed = what_changed(&mut browser, &id("element", "sjukfranvaro"));
    let words = "ett eget värde i stället för enheternas värde";
    assert!(changed.contains(words) && changed.contains("Skäl: Egen mätning."), "{changed}");
    // Yesterday nobody had said it: the units' value stands there.
    let page = format!("{}?enhet={}&den=2026-08-25", measure(), id("org", "utbildningsnamnden"));
    browser.open(&page);
    let rows = browser.page().texts("table tr");
    let then: Vec<&String> = rows.iter().filter(|row| row.starts_with("juni 2026")).collect();
    assert!(then.iter().all(|row| !row.contains("1,5")) && !then.is_empty(), "{then:?}");
}

#[test]
fn the_table_leaves_an_own_value_over_a_checked_sum_to_the_page_that_asks_why() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (unit, measure) = (id("org", "utbildningsnamnden"), id("element", "sjukfranvaro"));
    let row = format!("{measure}.{unit}");
    let audit = app.audit_length();
    let sent = [("enhet", &*unit), ("ar", "2026"), ("rad", &*row), ("s0", ""), ("c0-5", "1,5")];
    browser.post_and_show("/matvarden", &sent);
    assert_eq!(browser.status(), 422, "{}", browser.page().text());
    assert!(browser.page().says("Det enheterna har lämnat är granskat"));
    assert_eq!(app.audit_length(), audit);
}

/// Reads a row of the committee in, with a reason where one is asked for; tells whether it was.
fn read_in(browser: &mut Browser, row: &str) -> bool {
    look(browser, format!("{HEAD}\n{row}").as_bytes());
    let asks = browser.page().says("Varför ändras värdena?");
    let button = browser.buttons().into_iter().find(|it| it.starts_with("Läs in"));
    let button = button.unwrap_or_else(|| panic!("{}", browser.page().text()));
    if asks {
        browser.press(&button);
        assert_eq!(browser.status(), 422, "{}", browser.page().text());
        browser.fill("Varför ändras värdena?", "Ur bokslutet.");
    }
    browser.press(&button);
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    asks
}

#[test]
fn a_file_says_why_it_replaces_a_checked_sum_and_can_be_undone() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let before = of_june(&mut browser);
    let row = "Sjukfrånvaro;Utbildningsnämnden;;2026-06;;1,5;";
    assert!(read_in(&mut browser, row), "a reason is asked for");
    let page = browser.address().to_owned();
    let told = newest_change(&mut browser, &id("element", "sjukfranvaro"));
    assert!(told.contains("enheternas värde") && told.contains("Ur bokslutet."), "{told}");
    assert_ne!(of_june(&mut browser), before);
    app.clock().advance_secs(60);
    browser.open(&page).press("Ångra inläsningen");
    assert_eq!(of_june(&mut browser).first(), before.first());
    let again = "Sjukfrånvaro;Fyrskolan;;2026-07;;4,5;";
    look(&mut browser, format!("{HEAD}\n{again}").as_bytes());
    assert!(!browser.page().text().contains("enheternas värde"), "a unit alone makes up itself");
}

#[test]
fn a_sum_of_few_is_told_to_nobody_where_an_own_value_replaced_it() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    decide_on(&app, MEASURE);
    let mut administrator = app.signed_in("Johan Åkerlund");
    let read = |browser: &mut Browser, rows: &str| {
        look(browser, format!("{HEAD};antal\n{rows}").as_bytes());
        let button = browser.buttons().into_iter().find(|it| it.starts_with("Läs in")).unwrap();
        if browser.page().says("Varför ändras värdena?") {
            browser.fill("Varför ändras värdena?", "Ur bokslutet.");
        }
        browser.press(&button);
        assert_eq!(browser.status(), 200, "{}", browser.page().text());
        app.clock().advance_secs(60);
    };
    let row = |school: &str, number: u32, people: u32| {
        format!("{PLACES};{school};;2026-06;;{number};granskat;{people}")
    };
    let all = [row("Fyrskolan", 30_011, 300), row("Hamnskolan", 40_022, 400)].join("\n");
    read(&mut administrator, &all);
    read(&mut administrator, &row("Utbildningsnämnden", 71_000, 700));
    let mut reader = app.signed_in(READER);
    let told = newest_change(&mut reader, MEASURE);
    assert!(told.contains("70 033") && told.contains("Ur bokslutet."), "{told}");
    assert!(what_changed(&mut reader, MEASURE).contains("70 033"));
    // Somebody who is about few comes among them: what was a sum then is told no more.
    read(&mut administrator, &row("Ljungskolan", 3_837, 3));
    let told = newest_change(&mut reader, MEASURE);
    assert!(told.contains("visas inte") && !told.contains("70 033"), "{told}");
    assert!(told.contains("Ur bokslutet."), "that it was replaced, and why, is told: {told}");
    assert!(!what_changed(&mut reader, MEASURE).contains("70 033"));
}

#[test]
fn a_frozen_report_tells_why_an_own_value_has_replaced_what_it_says() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let committee = id("org", "utbildningsnamnden");
    controller.open(&format!("/rapport/{committee}"));
    controller.follow("Frys rapporten").press("Frys rapporten");
    let frozen = controller.address().to_owned();
    app.clock().advance_secs(60);
    let safe = id("element", "trygga-vardnadshavare");
    controller.open(&format!("/matt/{safe}/varde?enhet={committee}&period=2026"));
    controller.fill("Värde, procent", "22").press("Spara värdet");
    assert_eq!(controller.status(), 422, "what is frozen is not replaced without a word");
    controller.fill("Varför ändras värdet?", "Enkäten gjordes om.").press("Spara värdet");
    assert_eq!(controller.status(), 200, "{}", controller.page().text());
    controller.open(&frozen).within_budget(30);
    let told = controller.page().table("Ändrat sedan rapporten frystes");
    let told: Vec<String> = told.iter().map(|row| row.join(" ")).collect();
    assert!(told.iter().any(|row| row.contains("22 %") && row.contains("Enkäten gjordes om.")));
}

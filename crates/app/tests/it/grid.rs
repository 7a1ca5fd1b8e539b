//! Many values at once in a table: saved together or not at all, with nothing typed lost.

use crate::kit::{Browser, TestApp, id};

const AUGUST: &str = "Sjukfrånvaro augusti 2026";
const JULY: &str = "Sjukfrånvaro juli 2026";
const SAVE: &str = "Spara värdena";

fn opened(app: &TestApp, person: &str) -> Browser {
    let mut browser = app.signed_in(person);
    browser.open(&format!("/matvarden?enhet={}", id("org", "skargardens-forskolor")));
    assert_eq!(browser.status(), 200);
    browser
}

/// Skärvik before anybody has checked its values.
fn unchecked() -> TestApp {
    let app = TestApp::new();
    app.writing(|tx| {
        tx.leave_unaudited("a test of values that may still change");
        tx.run("update outcomes set quality = 'preliminary' where tenant = $1", &[])?;
        Ok(())
    });
    app
}

#[test]
fn a_checked_value_is_locked_and_leads_to_where_it_is_corrected_with_a_reason() {
    let app = TestApp::new();
    let mut browser = opened(&app, "Amira Lindqvist");
    let all = |browser: &Browser, which: &str| browser.page().texts(which).len();
    assert!(browser.page().says("Granskade värden är låsta"), "{}", browser.page().text());
    let (unit, measure) = (id("org", "skargardens-forskolor"), id("element", "sjukfranvaro"));
    let of_measure = format!("/matt/{}/varde?", measure.replace('-', ""));
    let is_july = |to: &str| to.starts_with(&of_measure) && to.ends_with("period=2026-07");
    let links = browser.page().links();
    let link = links.iter().find(|(_, to)| is_july(to));
    let (words, form) = link.cloned().unwrap_or_else(|| panic!("no link in {links:?}"));
    assert!(words.contains("värdet är granskat"), "{words}");
    // Whatever a form says, it is not written in the table.
    let audit = app.audit_length();
    let row = format!("{measure}.{unit}");
    let kept = app.reading(|tx| app::measures::store::all_of_measure(tx, measure.parse().unwrap()));
    let july = kept.into_iter().find(|one| {
        one.org_unit == unit.parse().unwrap()
            && one.period.to_string() == "2026-07"
            && one.breakdown.is_empty()
    });
    let seen = format!("0:|0:|0:|0:|0:|0:|{}:", july.expect("July is known").version);
    let sent = [("enhet", &*unit), ("ar", "2026"), ("rad", &*row), ("s0", &*seen), ("c0-6", "9,3")];
    browser.post_and_show("/matvarden", &sent);
    assert_eq!((browser.status(), app.audit_length()), (422, audit));
    let problems = browser.page().problems();
    assert!(problems.iter().any(|one| one.contains("värdet är granskat")), "{problems:?}");
    browser.open(&form);
    assert_eq!(browser.page().heading(), "Registrera värde: Sjukfrånvaro");
    let unchecked = unchecked();
    let before = all(&browser, "td input[data-saved]");
    let browser = opened(&unchecked, "Amira Lindqvist");
    assert!(all(&browser, "td input[data-saved]") > before);
    assert!(!browser.page().says("Granskade värden är låsta"));
}

/// Saves what differs on purpose from the period before.
fn save_surely(browser: &mut Browser) {
    browser.press(SAVE);
    if browser.status() == 422 && browser.page().says("Talen stämmer") {
        browser.choose("Talen stämmer").press(SAVE);
    }
}

#[test]
fn values_typed_in_the_table_are_saved_together() {
    let app = unchecked();
    let mut browser = opened(&app, "Amira Lindqvist");
    browser.within_budget(30);
    let audit = app.audit_length();
    browser.fill(JULY, "9,3").fill(AUGUST, "9.4 %").press(SAVE);
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert!(browser.page().says("2 värden är sparade"), "{}", browser.page().text());
    assert_eq!((browser.value(JULY), browser.value(AUGUST)), ("9,3".into(), "9,4".into()));
    assert_eq!(app.audit_length(), audit + 2, "each value has its own history");
    browser.press(SAVE);
    assert!(browser.page().says("Inget värde var ändrat"));
    assert_eq!(app.audit_length(), audit + 2);
}

#[test]
fn missing_and_not_applicable_are_typed_and_zero_is_a_value() {
    let app = unchecked();
    let mut browser = opened(&app, "Amira Lindqvist");
    browser.fill(JULY, "–").fill(AUGUST, "ej");
    save_surely(&mut browser);
    assert_eq!((browser.value(JULY), browser.value(AUGUST)), ("–".into(), "ej".into()));
    browser.fill(AUGUST, "0");
    save_surely(&mut browser);
    assert_eq!(browser.value(AUGUST), "0");
}

#[test]
fn a_refused_cell_keeps_everything_typed_and_saves_nothing() {
    let app = unchecked();
    let mut browser = opened(&app, "Amira Lindqvist");
    let (audit, july) = (app.audit_length(), browser.value(JULY));
    browser.fill(JULY, "9,3").fill(AUGUST, "många").press(SAVE);
    assert_eq!(browser.status(), 422);
    let problems = browser.page().problems();
    assert!(
        problems.iter().any(|one| one.contains("Sjukfrånvaro, augusti 2026: ")),
        "{problems:?}"
    );
    assert_eq!((browser.value(JULY), browser.value(AUGUST)), ("9,3".into(), "många".into()));
    assert_eq!(app.audit_length(), audit);
    assert_eq!(opened(&app, "Amira Lindqvist").value(JULY), july);
    browser.fill(AUGUST, "9,5").press(SAVE);
    assert!(browser.page().says("2 värden är sparade"), "{}", browser.page().text());
}

#[test]
fn emptying_a_cell_takes_no_value_away() {
    let app = unchecked();
    let mut browser = opened(&app, "Amira Lindqvist");
    browser.fill(JULY, "").press(SAVE);
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Ett värde tas inte bort"), "{}", browser.page().text());
}

#[test]
fn two_who_change_the_same_cell_see_both_values_and_others_are_left_alone() {
    let app = unchecked();
    let mut first = opened(&app, "Amira Lindqvist");
    let mut second = opened(&app, "Johan Åkerlund");
    second.fill(AUGUST, "9,7").press(SAVE);
    // What only the other changed is no conflict, and is not overwritten.
    first.fill(JULY, "9,3").choose("Preliminärt").press(SAVE);
    assert_eq!((first.status(), first.value(AUGUST)), (200, "9,7".into()));
    second.fill(JULY, "9,1").press(SAVE);
    assert_eq!(second.status(), 409);
    assert!(second.page().says("Nu står det 9,3 här"), "{}", second.page().text());
    assert_eq!(second.value(JULY), "9,1");
    second.press(SAVE);
    assert_eq!(
        (second.status(), second.value(JULY)),
        (200, "9,1".into()),
        "{}",
        second.page().text()
    );
}

#[test]
fn a_period_that_has_not_begun_is_locked_and_says_when_it_opens() {
    let app = TestApp::new();
    let mut browser = opened(&app, "Amira Lindqvist");
    assert!(browser.page().says("öppnar 1 sep"), "{}", browser.page().text());
    let (unit, measure) = (id("org", "skargardens-forskolor"), id("element", "sjukfranvaro"));
    let row = format!("{measure}.{unit}");
    let audit = app.audit_length();
    let sent = [("enhet", &*unit), ("ar", "2026"), ("rad", &*row), ("s0", ""), ("c0-8", "9,1")];
    browser.post_and_show("/matvarden", &sent);
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Perioden har inte börjat"));
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn a_value_far_from_the_one_before_is_asked_about_and_can_be_kept() {
    let app = TestApp::new();
    let mut browser = opened(&app, "Amira Lindqvist");
    browser.fill(AUGUST, "91").press(SAVE);
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Stämmer det nya talet?"), "{}", browser.page().text());
    browser.choose("Talen stämmer").press(SAVE);
    assert_eq!((browser.status(), browser.value(AUGUST)), (200, "91".into()));
}

#[test]
fn one_measure_is_filled_in_for_many_org_units() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    browser.open(&format!("/matvarden?matt={}", id("element", "sjukfranvaro"))).within_budget(30);
    let (one, other) = ("Fyrskolan augusti 2026", "Hamnskolan augusti 2026");
    browser.fill(one, "9,6").fill(other, "5,5");
    save_surely(&mut browser);
    assert_eq!((browser.value(one), browser.value(other)), ("9,6".into(), "5,5".into()));
    browser.follow("Nästa").within_budget(30);
    assert!(!browser.value("Skärgårdens förskolor augusti 2026").is_empty());
    // Who answers for one workplace meets that row only.
    let mut manager = app.signed_in("Amira Lindqvist");
    manager.open(&format!("/matvarden?matt={}", id("element", "sjukfranvaro")));
    assert!(manager.page().says("Skärgårdens förskolor") && !manager.page().says("Centralskolan"));
}

#[test]
fn rows_of_others_are_not_written_whatever_a_form_says() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    let (own, others) = (id("org", "skargardens-forskolor"), id("org", "centralskolan"));
    let measure = id("element", "sjukfranvaro");
    let audit = app.audit_length();
    let mut post = |row: &str, view: (&str, &str)| {
        let sent = [view, ("ar", "2026"), ("rad", row), ("s0", ""), ("c0-1", "9,1")];
        browser.post("/matvarden", &sent).status.as_u16()
    };
    assert_eq!(post(&format!("{measure}.{others}"), ("enhet", &own)), 404);
    assert_eq!(post(&format!("{measure}.{others}"), ("matt", &measure)), 403);
    assert_eq!(post("skräp", ("enhet", &own)), 404);
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn one_row_alone_shows_every_period_and_is_saved_alone() {
    let app = TestApp::new();
    let mut browser = opened(&app, "Amira Lindqvist");
    browser.follow("alla perioder");
    assert!(!browser.page().says("Sjukfrånvaro"), "{}", browser.page().text());
    browser.fill("Barn per årsarbetare augusti 2026", "5,2").press(SAVE);
    assert!(browser.page().says("Ett värde är sparat"), "{}", browser.page().text());
    assert!(!browser.page().says("Sjukfrånvaro"));
}

#[test]
fn another_year_is_shown_on_demand() {
    let app = TestApp::new();
    let mut browser = opened(&app, "Amira Lindqvist");
    browser.pick("År", "2025").press("Visa");
    assert!(browser.page().says("Varje månad 2025"), "{}", browser.page().text());
    let links = browser.page().links();
    assert!(links.iter().any(|(_, to)| to.ends_with("period=2025-12")), "{links:?}");
}

#[test]
fn values_are_preliminary_until_somebody_says_that_they_are_checked() {
    let app = unchecked();
    let mut browser = opened(&app, "Amira Lindqvist");
    browser.fill(AUGUST, "8,3").press(SAVE);
    assert_eq!(browser.status(), 200);
    let page = format!("/matt/{}", id("element", "sjukfranvaro"));
    browser.open(&format!("{page}?enhet={}", id("org", "skargardens-forskolor")));
    let august = browser.page().table("Sjukfrånvaro").get(1).cloned().unwrap_or_default();
    assert_eq!(august.last().map(String::as_str), Some("Preliminärt"), "{august:?}");
}

#[test]
fn what_has_been_handed_in_is_locked_and_is_corrected_with_a_reason() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let unit = id("org", "centrums-forskolor");
    browser.open(&format!("/matvarden?enhet={unit}")).within_budget(30);
    let page = browser.page();
    for words in
        ["En del rutor är låsta", "Centrums förskolor, tertial 2 2026: Lämnat i", "till och med"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    // Who handed in is named, also of the round before.
    assert!(page.says("Uppföljning januari–april 2026 av "), "{}", page.text());
    assert!(!page.says(" av den "), "{}", page.text());
    let locked =
        page.links().into_iter().find(|(_, to)| to.contains("/varde?") && to.contains("2026-08"));
    let (words, _) = locked.expect("a locked cell leads to where it is corrected");
    assert!(words.contains("Låst, för värdet är lämnat eller fryst"), "{words}");
    // Whatever a form says, it is not written in the table.
    let audit = app.audit_length();
    let row = format!("{}.{unit}", id("element", "sjukfranvaro"));
    let fields = [
        ("enhet", unit.as_str()),
        ("ar", "2026"),
        ("rad", &row),
        ("s0", ""),
        ("c0-7", "1,0"),
        ("kvalitet", "preliminary"),
    ];
    assert_eq!(browser.post("/matvarden", &fields).status.as_u16(), 422);
    assert_eq!(app.audit_length(), audit);
    // In the form a reason is owed, whatever the value was.
    browser.open(&format!(
        "/matt/{}/varde?enhet={unit}&period=2026-08",
        id("element", "sjukfranvaro")
    ));
    assert!(browser.page().says("Värdet är redan lämnat"), "{}", browser.page().text());
    browser.fill("Värde, procent", "6,1").press("Spara värdet");
    assert_eq!((browser.status(), app.audit_length()), (422, audit));
    assert!(browser.page().says("Det är redan lämnat eller fryst"));
    browser.fill("Varför ändras värdet?", "En avdelning saknades.").press("Spara värdet");
    assert_eq!((browser.status(), app.audit_length()), (200, audit + 1));
    assert!(browser.page().says("En avdelning saknades."));
}

#[test]
fn a_frozen_report_locks_the_units_below_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let address = format!("/matvarden?enhet={}", id("org", "skargardens-forskolor"));
    browser.open(&address);
    assert!(!browser.page().says("frystes av Kerstin Öberg"));
    let committee = id("org", "utbildningsnamnden");
    browser.open(&format!("/rapport/{committee}")).follow("Frys rapporten").press("Frys rapporten");
    browser.open(&address).within_budget(30);
    assert!(browser.page().says("frystes av Kerstin Öberg"), "{}", browser.page().text());
}

//! Values of several sources: side by side, one of them used by rule or by choice, and all of it undone.

use domain::measures::OutcomeValue;
use rust_decimal::Decimal;

use crate::imports::{HEAD, PLACE, rows};
use crate::kit::{Browser, TestApp, id};

const FIELD: &str = "Värde, procent";
const SOURCE: &str = "Personalsystemet";

fn page() -> String {
    let unit = id("org", "skargardens-forskolor");
    format!("/matt/{}?enhet={unit}", id("element", "sjukfranvaro"))
}

fn form(period: &str) -> String {
    page().replace('?', "/varde?") + "&period=" + period
}

pub(crate) fn look_from(browser: &mut Browser, source: &str, file: &[u8]) {
    browser.open("/matt/inlasning").upload("Fil", "värden.csv", file);
    browser.fill("Varifrån kommer värdena?", source).press("Granska filen");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
}

fn read_in(app: &TestApp, browser: &mut Browser, source: &str, row: &str) -> String {
    look_from(browser, source, &rows(&[row]));
    browser.press("Läs in ett värde");
    assert!(browser.page().says("Ett värde är inläst"), "{}", browser.page().text());
    app.clock().advance_secs(60);
    browser.address().to_owned()
}

/// What the sources say, without headings.
fn sources(browser: &mut Browser) -> Vec<String> {
    browser.open(&page()).within_budget(30);
    if !browser.page().says("Värden från flera källor") {
        return Vec::new();
    }
    let all = browser.page().table("Värden från flera källor");
    all.iter().skip(1).map(|row| row.join(" ")).collect()
}

/// The value that is used.
fn used(app: &TestApp, period: &str) -> Option<Decimal> {
    let measure = id("element", "sjukfranvaro").parse().unwrap();
    let unit = id("org", "skargardens-forskolor").parse().unwrap();
    let period = period.to_owned();
    let found = app.reading(move |tx| app::measures::store::outcome(tx, measure, unit, &period));
    match found?.value {
        OutcomeValue::Measured(value) => Some(value.normalize()),
        OutcomeValue::Missing | OutcomeValue::NotApplicable => None,
    }
}

fn tenths(value: i64) -> Option<Decimal> {
    Some(Decimal::new(value, 1).normalize())
}

#[test]
fn a_value_of_another_source_stands_beside_the_own_one_which_is_used() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    assert!(sources(&mut controller).is_empty());
    look_from(&mut controller, SOURCE, &rows(&[&format!("{PLACE};2026-06;;7,1;granskat")]));
    for words in [
        "Källa: Personalsystemet",
        "skiljer sig från eget värde, 7,5 % (Granskat), som fortsätter att användas",
    ] {
        assert!(controller.page().says(words), "{words}: {}", controller.page().text());
    }
    assert!(!controller.page().says("Varför ändras värdena?"), "nothing that is used changes");
    let audit = app.audit_length();
    controller.press("Läs in ett värde");
    assert_eq!((app.audit_length(), used(&app, "2026-06")), (audit + 1, tenths(75)));
    assert!(controller.page().says("Värden som står bredvid"), "{}", controller.page().text());
    let all = sources(&mut controller);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all[0].contains("Kommunens eget 7,5 % (granskat)") && all[0].ends_with("Används"));
    assert!(all[1].contains("Personalsystemet 7,1 % (granskat) 25 augusti 2026"), "{all:?}");
    assert!(all[1].contains("0,4 % lägre än eget värde"), "{all:?}");
    // Those who do not answer for that values are checked see it and do not choose.
    let mut staff = app.signed_in("Sofia Bergkvist");
    let seen = sources(&mut staff);
    assert!(seen[1].contains("lägre än eget värde") && !seen[1].contains("Välj källa"), "{seen:?}");
}

#[test]
fn a_source_that_says_the_same_is_not_kept_twice() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    look_from(&mut controller, SOURCE, &rows(&[&format!("{PLACE};2026-06;;7,5;granskat")]));
    assert!(controller.page().says("säger samma som eget värde"));
    assert!(controller.page().says("Det finns inget att läsa in"));
}

#[test]
fn whoever_may_verify_chooses_with_a_reason_and_everything_follows() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    read_in(&app, &mut controller, SOURCE, &format!("{PLACE};2026-06;;7,1;granskat"));
    controller.open(&page()).follow("Välj källa");
    let form_page = controller.address().to_owned();
    let audit = app.audit_length();
    controller.choose("Personalsystemet: 7,1 % (granskat)").press("Spara");
    assert_eq!((controller.status(), app.audit_length()), (422, audit), "a reason is owed");
    controller.fill("Varför?", "Egna listan saknade vikarier.").press("Spara");
    assert_eq!((controller.status(), app.audit_length()), (200, audit + 1));
    assert_eq!(used(&app, "2026-06"), tenths(71));
    let all = sources(&mut controller);
    assert!(all[0].contains("Personalsystemet") && all[0].ends_with("Används"), "{all:?}");
    assert!(all[1].contains("0,4 % högre än värdet från Personalsystemet"), "{all:?}");
    let history = controller.page().table("Ändrade värden").get(1).cloned().unwrap().join(" ");
    for words in
        ["7,5 % (granskat)", "7,1 % (granskat), Personalsystemet", "vikarier", "källan valdes"]
    {
        assert!(history.contains(words), "{words} in {history}");
    }
    // The own value is not recorded over a choice, by no door.
    controller.open(&form("2026-06")).fill(FIELD, "7,9");
    controller.fill("Varför ändras värdet?", "Ny lista.").press("Spara värdet");
    assert_eq!(controller.status(), 422);
    assert!(controller.page().says("Det är valt att värdet från Personalsystemet används"));
    let unit = id("org", "skargardens-forskolor");
    controller.open(&format!("/matvarden?enhet={unit}"));
    assert!(controller.page().says("Låst, för en annan källas värde är valt"));
    let own = format!("{PLACE};2026-06;;7,9;granskat");
    read_in(&app, &mut controller, "", &own);
    assert_eq!(used(&app, "2026-06"), tenths(71));
    // Back again; the form that was seen before is met.
    controller.open(&form_page).choose("Kommunens eget: 7,9 % (granskat)");
    controller.fill("Varför?", "Listan är rättad.").press("Spara");
    assert_eq!(used(&app, "2026-06"), tenths(79));
}

#[test]
fn a_choice_that_met_another_change_is_shown_again() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    read_in(&app, &mut controller, SOURCE, &format!("{PLACE};2026-06;;7,1;granskat"));
    let mut other = app.signed_in("Kerstin Öberg");
    controller.open(&page()).follow("Välj källa");
    controller.choose("Personalsystemet: 7,1 % (granskat)").fill("Varför?", "Bättre källa.");
    read_in(&app, &mut other, SOURCE, &format!("{PLACE};2026-06;;7,2;granskat"));
    let audit = app.audit_length();
    controller.press("Spara");
    assert_eq!((controller.status(), app.audit_length()), (409, audit));
    assert!(controller.page().says("Personalsystemet: 7,2 % (granskat)"));
    assert_eq!(controller.value("Varför?"), "Bättre källa.");
    controller.press("Spara");
    assert_eq!(used(&app, "2026-06"), tenths(72));
}

#[test]
fn where_no_own_value_stands_the_source_is_used_until_one_comes() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    read_in(&app, &mut controller, SOURCE, &format!("{PLACE};2022-05;;7,1;preliminärt"));
    assert_eq!(used(&app, "2022-05"), tenths(71));
    controller.open(&form("2022-05"));
    assert!(controller.page().says("Värdet som används nu kommer från Personalsystemet"));
    let own = read_in(&app, &mut controller, "", &format!("{PLACE};2022-05;;7,4;preliminärt"));
    assert_eq!(used(&app, "2022-05"), tenths(74));
    let all = sources(&mut controller);
    assert!(all[1].contains("Personalsystemet 7,1 %"), "{all:?}");
    // Undone, the source speaks again, alone.
    controller.open(&own).press("Ångra inläsningen");
    assert_eq!(used(&app, "2022-05"), tenths(71));
    assert!(sources(&mut controller).is_empty());
}

#[test]
fn undoing_a_file_takes_back_what_it_put_beside() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    let first = read_in(&app, &mut controller, SOURCE, &format!("{PLACE};2026-06;;7,1;"));
    let second = read_in(&app, &mut controller, SOURCE, &format!("{PLACE};2026-06;;7,2;"));
    assert!(sources(&mut controller)[1].contains("Personalsystemet 7,2 %"));
    controller.open(&second).press("Ångra inläsningen");
    assert!(controller.page().says("Inläsningen är ångrad"));
    assert!(sources(&mut controller)[1].contains("Personalsystemet 7,1 %"));
    app.clock().advance_secs(60);
    // The first one's value has been changed and put back since: it is left.
    controller.open(&first).press("Ångra inläsningen");
    assert!(controller.page().says("utom där någon har ändrat efter inläsningen"));
    assert_eq!(used(&app, "2026-06"), tenths(75));
}

#[test]
fn two_sources_beside_each_other_are_told_apart_and_names_are_not_too_long() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    read_in(&app, &mut controller, SOURCE, &format!("{PLACE};2026-06;;7,1;"));
    read_in(&app, &mut controller, "Kolada", &format!("{PLACE};2026-06;;7,0;"));
    assert_eq!(sources(&mut controller).len(), 3);
    controller.open("/matt/inlasning").upload("Fil", "v.csv", HEAD.as_bytes());
    controller.fill("Varifrån kommer värdena?", &"x".repeat(61)).press("Granska filen");
    assert_eq!(controller.status(), 422);
    assert!(controller.page().problems().iter().any(|one| one.contains("60")));
}

#[test]
fn nobody_chooses_elsewhere_or_where_one_source_alone_speaks() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    let address = |period: &str| page().replace('?', "/kalla?") + "&period=" + period + "&grupp=";
    assert_eq!(controller.get(&address("2026-06")).status.as_u16(), 404);
    assert_eq!(controller.get(&address("skräp")).status.as_u16(), 404);
    read_in(&app, &mut controller, SOURCE, &format!("{PLACE};2026-06;;7,1;"));
    assert_eq!(controller.get(&address("2026-06")).status.as_u16(), 200);
    let unit = id("org", "skargardens-forskolor");
    let fields = [
        ("enhet", unit.as_str()),
        ("period", "2026-06"),
        ("kalla", "Påhittad"),
        ("skal", "x"),
        ("sedd", ""),
    ];
    let sent = page().split('?').next().unwrap().to_owned() + "/kalla";
    assert_eq!(controller.post(&sent, &fields).status.as_u16(), 422);
    let mut staff = app.signed_in("Sofia Bergkvist");
    assert_eq!(staff.get(&address("2026-06")).status.as_u16(), 403);
}

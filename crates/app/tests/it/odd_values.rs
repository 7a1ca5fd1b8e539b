//! A value that alone would make the forecast: called odd only against others that vary, and with the way to it
//! only for who may put it right.

use app::web::error::AppError;

use crate::kit::{TestApp, id};

const UNIT: &str = "skargardens-forskolor";
const ODD: &str = "skiljer sig så mycket från alla andra";

/// The page of the sick leave at an org unit.
fn page(unit: &str) -> String {
    format!("/matt/{}?enhet={}", id("element", "sjukfranvaro"), id("org", unit))
}

/// Sets what the org unit said of each month, in thousandths: five where all are to be equal, else five and five
/// and a half by turns, the other way round every second year; and one month to something else.
fn set(app: &TestApp, thousandths: i64, uneven: i64) {
    app.writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        let measure: domain::ids::ElementId = id("element", "sjukfranvaro").parse().unwrap();
        let unit: domain::ids::OrgUnitId = id("org", UNIT).parse().unwrap();
        let place = db::params![measure.bytes(), unit.bytes(), uneven];
        tx.run(
            "update outcomes set scale = 3, value = 5000 + $4 * case when (period like '2025%') = \
             (period like '%1' or period like '%3' or period like '%5' or period like '%7' \
             or period like '%9') then 1 else 0 end where tenant = $1 and measure_id = $2 \
             and org_unit_id = $3 and breakdown = ''",
            place,
        )?;
        let changed = tx.run(
            "update outcomes set value = $4 where tenant = $1 and measure_id = $2 \
             and org_unit_id = $3 and breakdown = '' and period = '2026-03'",
            db::params![measure.bytes(), unit.bytes(), thousandths],
        )?;
        assert_eq!(changed, 1);
        Ok::<_, AppError>(())
    });
}

#[test]
fn only_who_may_record_an_odd_value_is_led_to_its_form() {
    let app = TestApp::new();
    set(&app, 90_000, 500);
    let is_form = |to: &String| to.contains("/varde?") && to.ends_with("&period=2026-03");
    for (who, may) in [("Amira Lindqvist", true), ("Ingrid Malm", false)] {
        let mut browser = app.signed_in(who);
        browser.open(&page(UNIT)).within_budget(30);
        assert!(browser.page().says(ODD), "{who}: {}", browser.page().text());
        let links = browser.page().links();
        assert_eq!(links.iter().any(|(_, to)| is_form(to)), may, "{who}: {links:?}");
        if may {
            browser.follow("Kontrollera värdet");
            assert_eq!(browser.status(), 200);
        }
    }
}

#[test]
fn a_value_that_is_put_together_leads_to_the_values_of_the_org_units() {
    let app = TestApp::new();
    set(&app, 99_000_000, 500);
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&page("utbildningsforvaltningen")).within_budget(30);
    assert!(kerstin.page().says(ODD), "{}", kerstin.page().text());
    assert!(!kerstin.page().says("Kontrollera värdet"));
    kerstin.follow("Se enheternas värden").within_budget(30);
    assert_eq!(kerstin.status(), 200);
    assert!(kerstin.page().says("Sjukfrånvaro, mars 2026"), "{}", kerstin.page().text());
}

#[test]
fn one_that_differs_a_little_from_equal_values_is_not_called_odd() {
    let app = TestApp::new();
    set(&app, 4_900, 0);
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&page(UNIT)).within_budget(30);
    let text = amira.page().text();
    assert!(text.contains("Ingen prognos kan ges. Alla värden utom ett är lika"), "{text}");
    assert!(!text.contains(ODD) && !text.contains("Kontrollera värdet"), "{text}");
}

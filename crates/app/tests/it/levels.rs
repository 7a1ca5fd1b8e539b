//! A measure on several levels of the organisation: nothing is counted twice, and every page says the same.

use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};
use rust_decimal::Decimal;

use crate::kit::{Browser, NewMeasure, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MEASURE: &str = "0198f000000070008000000000000051";
const SHARE: &str = "0198f000000070008000000000000052";

fn record(app: &TestApp, org_unit: &str, period: &str, number: i64) {
    let outcome = Outcome {
        measure: MEASURE.parse::<ElementId>().unwrap(),
        org_unit: id("org", org_unit).parse::<OrgUnitId>().unwrap(),
        breakdown: String::new(),
        period: period.parse().unwrap(),
        value: OutcomeValue::Measured(Decimal::from(number)),
        quality: OutcomeQuality::Verified,
        version: 1,
    };
    app.writing(move |tx| app::measures::store::keep_outcome(tx, &outcome, ""));
}

fn june(browser: &mut Browser, measure: &str, org_unit: &str) -> String {
    browser.open(&format!("/matt/{measure}?enhet={}", id("org", org_unit))).within_budget(30);
    let rows = browser.page().texts("table tr").into_iter();
    rows.into_iter().find(|row| row.contains("juni 2026")).unwrap_or_default()
}

#[test]
fn what_an_administration_has_said_for_its_whole_is_not_added_to_what_its_schools_say() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, "Antal platser")
        .of("utbildningsnamnden", "sum")
        .define(&app, &mut controller);
    record(&app, "skargardens-forskolor", "2026-06", 111);
    record(&app, "hamnens-forskolor", "2026-06", 222);
    let nearest_two = june(&mut controller, MEASURE, "utbildningsnamnden");
    assert!(nearest_two.contains("333"), "{nearest_two}");
    let over = app.structure().organisation.clone();
    let school: OrgUnitId = id("org", "skargardens-forskolor").parse().unwrap();
    let between = over.ancestors(school);
    let between = between.first().map(|unit| over.name(*unit).to_owned()).unwrap();
    assert_eq!(between, "Utbildningsförvaltningen", "the demo's school lies under it");
    record(&app, "skargardens-forskolor", "2026-05", 10);
    record(&app, "hamnens-forskolor", "2026-05", 21);
    controller
        .open(&format!("/matt/{MEASURE}/varde?enhet={}", id("org", "utbildningsforvaltningen")));
    assert!(controller.page().says("läggs annars ihop av"), "{}", controller.page().text());
    record(&app, "utbildningsforvaltningen", "2026-06", 400);
    for level in ["utbildningsforvaltningen", "utbildningsnamnden"] {
        let row = june(&mut controller, MEASURE, level);
        assert!(row.contains("400") && !row.contains("733"), "{level}: {row}");
        // Of the months it has said nothing of, those below still speak.
        let rows = controller.page().texts("table tr");
        let may = rows.into_iter().find(|row| row.contains("maj 2026")).unwrap_or_default();
        assert!(may.contains("31"), "{level}: {may}");
    }
    // What is computed from it counts nobody twice either.
    NewMeasure::new(SHARE, "Platser per tio")
        .of("utbildningsnamnden", "none")
        .define(&app, &mut controller);
    controller.open(&format!("/matt/{SHARE}/formel"));
    controller
        .pick("Mått A", "Antal platser (Utbildningsnämnden)")
        .fill("Så räknas värdet ut", "A / 10")
        .press("Spara");
    let row = june(&mut controller, SHARE, "utbildningsnamnden");
    assert!(row.contains("40") && !row.contains("73"), "{row}");
}

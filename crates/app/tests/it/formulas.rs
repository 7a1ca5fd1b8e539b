//! Measures that are computed from others: said on screen, computed for every level, refused clearly.

use domain::ids::ElementId;
use domain::measures::{OutcomeValue, Standing};
use rust_decimal::Decimal;

use crate::kit::{Browser, NewMeasure, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const FIRST: &str = "0198f000000070008000000000000041";
const SECOND: &str = "0198f000000070008000000000000042";

fn formula(new: &str) -> String {
    format!("/matt/{new}/formel")
}

/// The sum of what all org units have of a measure in a period.
fn sum(app: &TestApp, measure: &str, period: &str) -> Decimal {
    let measure: ElementId = id("element", measure).parse().unwrap();
    let period = period.parse().unwrap();
    let all = app.reading(|tx| app::measures::store::all_of_measure(tx, measure));
    let of_period = all.into_iter().filter(|one| one.breakdown.is_empty() && one.period == period);
    of_period.filter_map(|one| one.value.number()).sum()
}

/// What the page of a measure says of a month.
fn said(browser: &mut Browser, measure: &str, month: &str) -> String {
    browser.open(&format!("/matt/{measure}")).within_budget(30);
    let text = browser.page().texts("#varden tr, table tr").into_iter();
    text.into_iter().find(|row| row.contains(month)).unwrap_or_default()
}

#[test]
fn a_share_of_the_whole_is_the_ratio_of_sums_and_follows_its_parts() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let share = id("element", "simhallens-andel");
    let expected = |app: &TestApp| {
        let (swims, visits) =
            (sum(app, "besok-simhall", "2026-06"), sum(app, "biblioteksbesok", "2026-06"));
        let mut share = (swims / (swims + visits) * Decimal::ONE_HUNDRED).round_dp(1);
        share.rescale(1);
        share.to_string().replace('.', ",")
    };
    let before = expected(&app);
    let row = said(&mut controller, &share, "juni 2026");
    assert!(row.contains(&before), "{before} in {row}");
    {
        let words = "Besök i simhallen / (Besök i simhallen + Besök på biblioteken) × 100";
        assert!(controller.page().says(words), "{}", controller.page().text());
    }
    assert!(!controller.page().says("Registrera värde"));
    controller.follow("Besök i simhallen");
    assert_eq!(controller.page().heading(), "Besök i simhallen");
    let swims: ElementId = id("element", "besok-simhall").parse().unwrap();
    let all = app.reading(|tx| app::measures::store::all_of_measure(tx, swims));
    let one = all.into_iter().find(|one| one.period.to_string() == "2026-06").unwrap();
    let mut changed = one.clone();
    changed.value = OutcomeValue::Measured(Decimal::from(20_000));
    changed.version += 1;
    let stood = Standing { value: one.value, quality: one.quality };
    app.writing(move |tx| app::measures::store::correct_outcome(tx, &changed, stood, ""));
    let after = expected(&app);
    assert_ne!(after, before);
    let row = said(&mut controller, &share, "juni 2026");
    assert!(row.contains(&after), "{after} in {row}");
}

#[test]
fn a_formula_is_said_with_letters_for_measures_chosen_from_a_list() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(FIRST, "Besök i allt").define(&app, &mut controller);
    let owner = "(Kultur- och fritidsnämnden)";
    controller.open(&formula(FIRST)).within_budget(30);
    controller
        .pick("Mått A", &format!("Besök i simhallen {owner}"))
        .pick("Mått B", &format!("Besök på biblioteken {owner}"))
        .fill("Så räknas värdet ut", "a + (b)")
        .press("Spara");
    assert_eq!(controller.status(), 200, "{}", controller.page().text());
    assert!(controller.page().says("Besök i simhallen + Besök på biblioteken"));
    let all = sum(&app, "besok-simhall", "2026-06") + sum(&app, "biblioteksbesok", "2026-06");
    let row: String = said(&mut controller, FIRST, "juni 2026").split_whitespace().collect();
    assert!(row.contains(&format!("{}", all.normalize())), "{all} in {row}");
    controller.open(&formula(FIRST));
    assert_eq!(controller.value("Så räknas värdet ut"), "A + B");
    controller.fill("Så räknas värdet ut", "").press("Spara");
    assert!(!controller.page().says("Så räknas värdet ut"));
}

#[test]
fn what_is_no_formula_is_refused_and_nothing_is_written() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(FIRST, "Besök i allt").define(&app, &mut controller);
    let (swims, safe) = (id("element", "besok-simhall"), id("element", "trygga-vardnadshavare"));
    let audit = app.audit_length();
    let long = "a+".repeat(150_000);
    for (text, part, words) in [
        ("a +", swims.as_str(), "Något saknas på plats 4"),
        ("a b", &swims, "Något saknas på plats 3"),
        ("b / a", &swims, "b är inget av de mått du har valt"),
        ("a a", &swims, "Något saknas på plats 3"),
        ("a % 2", &swims, "Tecknet % på plats 3"),
        ("(a", &swims, "Parentesen på plats 1"),
        ("1,2,3", &swims, "går inte att läsa som ett tal"),
        ("2", &swims, "Uträkningen har inget mått"),
        ("a", &safe, "Måttet mäts inte lika ofta"),
        ("a", crate::matrix::UNKNOWN, "Välj något i listan"),
        (&long, &swims, "Uträkningen är för lång"),
    ] {
        let reply =
            controller.post(&formula(FIRST), &[("a", part), ("formel", text), ("version", "1")]);
        assert_eq!(reply.status.as_u16(), 422, "{text:.20}");
        assert!(reply.text().contains(words), "{text:.20}: {words}");
    }
    let stale = [("a", swims.as_str()), ("formel", "a"), ("version", "7")];
    assert_eq!(controller.post(&formula(FIRST), &stale).status.as_u16(), 409);
    assert_eq!(app.audit_length(), audit);
    // Both are shown: one's own in the field, the other's beside it.
    let saved = [("a", swims.as_str()), ("formel", "a * 2"), ("version", "1")];
    assert_eq!(controller.post(&formula(FIRST), &saved).status.as_u16(), 303);
    controller.post_and_show(
        &formula(FIRST),
        &[("a", swims.as_str()), ("formel", "a * 3"), ("version", "1")],
    );
    assert_eq!(controller.status(), 409);
    assert!(
        controller.page().says("A * 2 (A = Besök i simhallen)"),
        "{}",
        controller.page().text()
    );
    assert_eq!(controller.value("Så räknas värdet ut"), "a * 3");
    controller.press("Spara");
    assert_eq!(controller.status(), 200, "{}", controller.reply().text());
}

#[test]
fn a_circle_is_refused_with_its_way_round() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(FIRST, "Det ena").define(&app, &mut controller);
    NewMeasure::new(SECOND, "Det andra").define(&app, &mut controller);
    let save = |browser: &mut Browser, of: &str, part: &str| {
        browser.post(&formula(of), &[("a", part), ("formel", "a * 2"), ("version", "1")])
    };
    assert_eq!(save(&mut controller, FIRST, FIRST).status.as_u16(), 422);
    assert_eq!(save(&mut controller, FIRST, SECOND).status.as_u16(), 303);
    let round = save(&mut controller, SECOND, FIRST);
    assert_eq!(round.status.as_u16(), 422);
    assert!(round.text().contains("Det andra → Det ena → Det andra"), "{}", round.text());
}

#[test]
fn a_computed_measure_takes_no_values_and_one_with_values_no_formula() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let (share, unit) = (id("element", "simhallens-andel"), id("org", "kultur-och-fritidsnamnden"));
    let value = [("enhet", unit.as_str()), ("period", "2026-07"), ("varde", "8"), ("version", "0")];
    let refused = controller.post(&format!("/matt/{share}/varde"), &value);
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.text().contains("Måttet räknas ut från andra mått"));
    assert_eq!(controller.get(&format!("/matt/{share}/varde")).status.as_u16(), 303);
    NewMeasure::new(FIRST, "Besök i allt").define(&app, &mut controller);
    let value = [("enhet", unit.as_str()), ("period", "2026-07"), ("varde", "8"), ("version", "0")];
    assert_eq!(controller.post(&format!("/matt/{FIRST}/varde"), &value).status.as_u16(), 303);
    let swims = id("element", "besok-simhall");
    let fields = [("a", swims.as_str()), ("formel", "a"), ("version", "1")];
    let refused = controller.post(&formula(FIRST), &fields);
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.text().contains("Måttet har redan egna värden"));
}

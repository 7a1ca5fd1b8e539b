//! How many people the values of groups are about is put right on the page, too.

use domain::measures::Outcome;

use crate::few::{CONTROLLER, MEASURE, PLACES, READER, decide_on, outcome, write};
use crate::kit::{Browser, NewMeasure, TestApp, id};

const ASKED: &str = "Hur många personer gäller värdet?";
const WRONG: &str = "Antalet har varit fel hela tiden: värdet har aldrig gällt så få";

const UNIT: &str = "skargardens-forskolor";

fn of(group: &str, number: i64) -> Outcome {
    let outcome = outcome(UNIT, "2026-06".parse().unwrap(), number);
    Outcome { breakdown: group.to_owned(), ..outcome }
}

/// A unit where three boys were said to have what thirty had.
fn mistyped() -> TestApp {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let measure = NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum");
    measure.define(&app, &mut controller);
    decide_on(&app, MEASURE);
    write(&app, 0, vec![(of("flickor", 41), Some(41)), (of("pojkar", 333), Some(3))]);
    app.clock().advance_secs(60);
    app
}

fn page() -> String {
    format!("/matt/{MEASURE}?enhet={}", id("org", UNIT))
}

/// The way from the page of the measure to the form of the boys.
fn form(browser: &mut Browser) {
    browser.open(&page()).follow("Antal personer i grupper").within_budget(30);
    browser.follow("Rätta antalet: pojkar, juni 2026").within_budget(30);
}

fn is_told(app: &TestApp) -> bool {
    app.signed_in(READER).open(&page()).page().text().contains("333")
}

#[test]
fn a_mistaken_number_of_a_group_is_put_right_and_called_mistaken_on_the_page() {
    let app = mistyped();
    assert!(!is_told(&app));
    let mut browser = app.signed_in(CONTROLLER);
    form(&mut browser);
    assert_eq!(browser.value(ASKED), "3");
    let audit = app.audit_length();
    browser.fill(ASKED, "trettio").press("Spara");
    assert_eq!((browser.status(), app.audit_length()), (422, audit));
    assert_eq!(browser.value(ASKED), "trettio");
    browser.fill(ASKED, "30").press("Spara");
    assert_eq!((browser.status(), app.audit_length()), (200, audit + 1));
    assert!(!is_told(&app), "what was once about few is protected still");
    app.clock().advance_secs(60);
    form(&mut browser);
    browser.choose(WRONG).press("Spara");
    assert_eq!((browser.status(), app.audit_length()), (200, audit + 2));
    assert!(is_told(&app));
    form(&mut browser);
    browser.press("Spara");
    assert_eq!(app.audit_length(), audit + 2, "the same again is no change");
}

#[test]
fn groups_are_compared_for_the_newest_period_that_can_be_shown() {
    let app = mistyped();
    let may = |group: &str, number: i64| Outcome {
        period: "2026-05".parse().unwrap(),
        ..of(group, number)
    };
    write(&app, 0, vec![(may("flickor", 41), Some(41)), (may("pojkar", 30), Some(30))]);
    let mut reader = app.signed_in(READER);
    reader.open(&page());
    assert!(
        reader.page().says("Under maj 2026 är värdet högst för flickor, 41")
            && !reader.page().says("Det finns ingen period"),
        "{}",
        reader.page().text()
    );
    let mut controller = app.signed_in(CONTROLLER);
    controller.open(&page());
    assert!(controller.page().says("Under juni 2026 är värdet högst för pojkar, 333"));
}

#[test]
fn all_groups_are_spoken_of_only_where_each_has_a_value() {
    let app = mistyped();
    let later = |group: &str, number: i64, month: &str| Outcome {
        period: month.parse().unwrap(),
        ..of(group, number)
    };
    write(&app, 0, vec![(later("okänt", 80, "2026-05"), None)]);
    let july = ["flickor", "pojkar"].map(|group| (later(group, 80, "2026-07"), None));
    write(&app, 0, july.to_vec());
    let mut controller = app.signed_in(CONTROLLER);
    controller.open(&page());
    let told = controller.page().texts("p.finding").join(" ");
    assert!(
        told.contains("Under juli 2026 är värdet 80 för de grupper som har ett värde."),
        "{told}"
    );
    assert!(!told.contains("för alla grupper"), "{told}");
    let finding = controller.page().texts("#grupper p.finding, section p.finding");
    let finding = finding.iter().find(|text| text.contains("80 för de grupper"));
    assert!(finding.is_some_and(|text| text.starts_with("Automatisk text")), "{finding:?}");
    write(&app, 0, vec![(later("okänt", 80, "2026-07"), None)]);
    controller.open(&page());
    assert!(controller.page().says("Under juli 2026 är värdet 80 för alla grupper."));
}

#[test]
fn who_does_not_check_values_puts_a_number_right_and_cannot_call_it_mistaken() {
    let app = mistyped();
    let school = id("org", UNIT);
    let fields = [
        ("enhet", school.as_str()),
        ("grupp", "pojkar"),
        ("period", "2026-06"),
        ("version", "1"),
        ("antal", "30"),
        ("antal_fel", "ja"),
    ];
    let address = format!("/matt/{MEASURE}/antal");
    let mut browser = app.signed_in("Sofia Bergkvist");
    form(&mut browser);
    assert!(!browser.page().says(WRONG), "{}", browser.page().text());
    assert_eq!(browser.post(&address, &fields).status.as_u16(), 303);
    assert!(!is_told(&app), "Sofia does not answer for that values are checked");
    // A group or period without a value is no place to count.
    for (name, text) in [("grupp", "alla"), ("period", "2026-05"), ("period", "x")] {
        let other = fields.map(|(one, was)| (one, if one == name { text } else { was }));
        assert_eq!(browser.post(&address, &other).status.as_u16(), 404, "{name}");
    }
}

#[test]
fn a_number_that_somebody_else_changed_meanwhile_is_told_before_it_is_changed_again() {
    let app = mistyped();
    let (mut first, mut second) = (app.signed_in(CONTROLLER), app.signed_in("Johan Åkerlund"));
    form(&mut first);
    form(&mut second);
    first.fill(ASKED, "30").press("Spara");
    assert_eq!(first.status(), 200);
    second.fill(ASKED, "31").press("Spara");
    assert_eq!(second.status(), 409);
    assert!(second.page().says("Där står nu 30 som antal personer. Du skrev 31."));
    second.press("Spara");
    assert_eq!(second.status(), 200, "{}", second.page().text());
}

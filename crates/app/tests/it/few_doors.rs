//! What is about too few is told at no door: not of old, not where it is carried on or computed with,
//! and not in what is kept of reports.

use app::demo::id_of;
use app::followup::making::Maker;
use app::followup::store::round;
use app::measures::store::insert_counts;
use domain::ids::{ElementId, OrgUnitId, RoundId};
use domain::measures::{Outcome, OutcomeValue};
use domain::periods::Period;

use crate::few::{
    ADMINISTRATOR, CONTROLLER, MEASURE, PLACES, READER, decide_on, june_of, key, outcome, write,
};
use crate::imports::{HEAD, look};
use crate::kit::{Browser, NewMeasure, TestApp, id};

fn june() -> Period {
    "2026-06".parse().unwrap()
}

/// A measure of schools that is put together so.
fn of_schools(over_organisation: &str) -> TestApp {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let measure = NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", over_organisation);
    measure.define(&app, &mut controller);
    app
}

/// Whether the changes since, and the measure's page, tell of a number.
fn told(app: &TestApp, person: &str, number: &str) -> (bool, bool) {
    let mut browser = app.signed_in(person);
    browser.open(&format!("/trad/andrat?fran=2026-08-25&mal={MEASURE}")).within_budget(30);
    let changes = browser.page().says(number);
    browser.open(&format!("/matt/{MEASURE}?enhet={}", id("org", "fyrskolan")));
    (changes, browser.page().text().contains(number))
}

#[test]
fn what_was_said_of_too_few_is_not_told_once_it_is_about_more() {
    let app = of_schools("none");
    write(&app, 0, vec![(outcome("fyrskolan", june(), 333), Some(3))]);
    decide_on(&app, MEASURE);
    app.clock().advance_secs(24 * 3_600);
    let now = Outcome { version: 2, ..outcome("fyrskolan", june(), 444) };
    write(&app, 0, vec![(now, Some(40))]);
    assert!(june_of(&mut app.signed_in(READER), MEASURE, "fyrskolan").contains("444"));
    assert_eq!(told(&app, READER, "333"), (false, false));
    assert_eq!(told(&app, ADMINISTRATOR, "333"), (true, true));
}

#[test]
fn what_an_undone_file_said_of_too_few_is_not_told() {
    let app = of_schools("none");
    decide_on(&app, MEASURE);
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let file = format!("{HEAD};antal\n{PLACES};Fyrskolan;;2026-06;;333;;3");
    look(&mut administrator, file.as_bytes());
    administrator.press("Läs in ett värde");
    let file = administrator.address().to_owned();
    app.clock().advance_secs(24 * 3_600);
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open(&file).press("Ångra inläsningen");
    assert_eq!(administrator.status(), 200, "{}", administrator.page().text());
    assert_eq!(told(&app, READER, "333"), (false, false));
    assert_eq!(told(&app, ADMINISTRATOR, "333"), (true, true));
}

#[test]
fn what_one_school_alone_said_is_hidden_where_it_is_computed_with_and_carried_on() {
    const FORMULA: &str = "0198f0000000700080000000000000a2";
    let app = of_schools("none");
    let mut controller = app.signed_in(CONTROLLER);
    let computed = NewMeasure::new(FORMULA, "Stöd om").of("utbildningsnamnden", "none");
    computed.define(&app, &mut controller);
    controller.open(&format!("/matt/{FORMULA}/formel"));
    controller.pick("Mått A", &format!("{PLACES} (Utbildningsnämnden)"));
    controller.fill("Så räknas värdet ut", "a + 1").press("Spara");
    assert_eq!(controller.status(), 200, "{}", controller.page().text());
    write(&app, 0, vec![(outcome("fyrskolan", june(), 333), Some(3))]);
    decide_on(&app, MEASURE);
    decide_on(&app, FORMULA);
    let (mut reader, mut administrator) = (app.signed_in(READER), app.signed_in(ADMINISTRATOR));
    let mut check = |measure: &str, org_unit: &str, number: &str| {
        let row = june_of(&mut reader, measure, org_unit);
        assert!(row.contains("visas inte") && !row.contains(number), "{org_unit}: {row}");
        let row = june_of(&mut administrator, measure, org_unit);
        assert!(row.contains(number), "{org_unit}: {row}");
    };
    check(FORMULA, "utbildningsnamnden", "334");
    check(FORMULA, "fyrskolan", "334");
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open(&format!("/organisation/{}/sla-ihop", id("org", "fyrskolan")));
    browser.pick("Slå ihop med", "Hamnskolan").press("Visa vad som händer");
    browser.press("Slå ihop");
    assert_eq!(browser.page().heading(), "Hamnskolan");
    check(MEASURE, "hamnskolan", "333");
}

const SAFE: &str = "trygga-vardnadshavare";

/// The committee's own value of a year for a measure in its report; a number found nowhere else.
fn own_value() -> Outcome {
    let measure = id_of("element", SAFE);
    Outcome { measure, ..outcome("utbildningsnamnden", "2026".parse().unwrap(), 13_577) }
}

/// Whether a page tells of that number, however it parts thousands.
fn tells(page: &str) -> bool {
    page.split([' ', '\u{a0}', '\u{202f}']).collect::<String>().contains("13577")
}

/// Says that a value is about three people.
fn count(app: &TestApp, value: &Outcome) {
    let key = key(value);
    app.writing(move |tx| {
        insert_counts(tx, [(&key, 3)])?;
        tx.leave_unaudited("a count for the test");
        Ok(())
    });
}

fn report() -> String {
    format!("/rapport/{}", id("org", "utbildningsnamnden"))
}

#[test]
fn a_value_that_is_told_at_many_doors_is_told_at_none_of_them_when_it_is_about_few() {
    let app = TestApp::new();
    write(&app, 0, vec![(own_value(), None)]);
    let page = format!("/matt/{}?enhet={}", id("element", SAFE), id("org", "utbildningsnamnden"));
    let doors =
        [page, format!("/matt/{}/varden.csv", id("element", SAFE)), report(), "/".to_owned()];
    let telling = |person: &str| {
        let mut browser: Browser = app.signed_in(person);
        let all = doors.iter().filter(|door| tells(&browser.get(door).text()));
        all.map(String::as_str).collect::<Vec<_>>()
    };
    let before = telling("Yvonne Strand");
    assert_eq!(before, doors, "they are doors");
    count(&app, &own_value());
    assert_eq!(telling("Yvonne Strand"), Vec::<&str>::new());
}

#[test]
fn a_frozen_report_does_not_say_that_what_it_hides_has_been_restated() {
    let app = TestApp::new();
    write(&app, 0, vec![(own_value(), Some(3))]);
    let mut controller = app.signed_in(CONTROLLER);
    controller.open(&report());
    assert!(!tells(&controller.page().text()));
    controller.follow("Frys rapporten").press("Frys rapporten");
    assert!(controller.page().says("Rapporten är fryst"));
    assert!(!controller.page().says("Ändrat sedan rapporten frystes"));
    let page = format!("/matt/{}?enhet={}", id("element", SAFE), id("org", "utbildningsnamnden"));
    controller.open(&page);
    assert!(tells(&controller.page().text()), "who records it sees it");
    assert!(!controller.page().says("Värden är ändrade efter en fryst rapport"));
}

#[test]
fn an_account_tells_of_what_is_about_enough_though_something_else_is_not() {
    let app = TestApp::new();
    let measure: ElementId = id_of("element", "sjukfranvaro");
    let org_unit: OrgUnitId = id_of("org", "skargardens-forskolor");
    let text = || {
        let structure = app.structure();
        let account = app.app().new_id();
        let (part, today) = (app.app().new_id(), app.app().clock.local(app.now()).date());
        app.reading(|tx| {
            let round = round(tx, id_of::<RoundId>("round", "delar-2026-08"))?.unwrap();
            let maker = Maker::read(tx, &structure, (account, org_unit), &round, today).unwrap();
            Ok(maker.measure(part, measure).unwrap().automatic_text)
        })
    };
    let known = app.reading(|tx| app::measures::store::all_of_measure_at(tx, measure, org_unit));
    let mut known: Vec<Outcome> =
        known.into_iter().filter(|one| one.breakdown.is_empty()).collect();
    known.sort_by_key(|one| one.period);
    assert!(!text().contains("visas inte"));
    count(&app, &known[0]);
    assert!(!text().contains("visas inte"), "{}", text());
    count(&app, &known[known.len() - 1]);
    assert!(text().contains("visas inte"), "{}", text());
}

/// What a reader sees of June at some places.
fn seen(app: &TestApp, places: [&str; 4]) -> [bool; 4] {
    let mut reader = app.signed_in(READER);
    places.map(|place| !june_of(&mut reader, MEASURE, place).contains("visas inte"))
}

const PLACES_OF_JUNE: [&str; 4] = ["fyrskolan", "hamnskolan", "ljungskolan", "utbildningsnamnden"];

#[test]
fn what_was_in_a_frozen_sum_of_few_cannot_be_had_when_it_is_about_more() {
    let app = crate::few::three_schools();
    decide_on(&app, MEASURE);
    assert_eq!(seen(&app, PLACES_OF_JUNE), [false, false, true, true]);
    app.clock().advance_secs(24 * 3_600);
    let now = Outcome { version: 2, ..outcome("fyrskolan", june(), 444) };
    write(&app, 0, vec![(now, Some(50))]);
    assert_eq!(seen(&app, PLACES_OF_JUNE), [false, false, true, true]);
}

#[test]
fn sums_that_held_a_small_value_that_is_gone_are_not_told() {
    let app = of_schools("sum");
    decide_on(&app, MEASURE);
    let all = [("Fyrskolan", 3), ("Hamnskolan", 41), ("Ljungskolan", 67)];
    let row =
        |(school, number): (&str, u32)| format!("\n{PLACES};{school};;2026-06;;{number};;{number}");
    let mut administrator = app.signed_in(ADMINISTRATOR);
    for rows in [all.get(1..).unwrap(), all.get(..1).unwrap()] {
        let rows: String = rows.iter().map(|one| row(*one)).collect();
        look(&mut administrator, format!("{HEAD};antal{rows}").as_bytes());
        let read_in = administrator.buttons().into_iter().find(|it| it.starts_with("Läs in"));
        administrator.press(&read_in.unwrap());
        app.clock().advance_secs(60);
    }
    // Everybody had seen the others before it came.
    assert_eq!(seen(&app, PLACES_OF_JUNE), [false, true, true, false]);
    administrator.press("Ångra inläsningen");
    let gone = seen(&app, PLACES_OF_JUNE);
    assert!(!gone[3], "111 in a report and 108 now would tell the three: {gone:?}");
}

#[test]
fn the_sum_of_a_day_when_a_small_value_was_still_missing_is_not_told() {
    let app = crate::few::three_schools();
    decide_on(&app, MEASURE);
    let missing = Outcome { value: OutcomeValue::Missing, ..outcome("ljungskolan", june(), 0) };
    write(&app, 0, vec![(Outcome { version: 2, ..missing }, None)]);
    app.clock().advance_secs(24 * 3_600);
    let now = Outcome { version: 3, ..outcome("ljungskolan", june(), 333) };
    write(&app, 0, vec![(now, Some(2))]);
    let mut reader = app.signed_in(READER);
    let committee = id("org", "utbildningsnamnden");
    reader.open(&format!("/matt/{MEASURE}?enhet={committee}&den=2026-08-25"));
    let rows = reader.page().texts("table tr");
    let june = rows.iter().find(|row| row.contains("juni 2026"));
    assert!(june.is_some_and(|row| row.contains("visas inte")), "{rows:?}");
}

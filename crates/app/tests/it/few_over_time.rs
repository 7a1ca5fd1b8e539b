//! Whoever has kept what the program showed earlier, in a frozen report or a list of changes, cannot compute
//! a value about too few from what it shows now.

use app::measures::few::withhold_once;
use app::measures::store;
use db::Author;
use domain::ids::ElementId;

use crate::few::{ADMINISTRATOR, CONTROLLER, MEASURE, PLACES, READER, decide_on};
use crate::imports::{HEAD, look};
use crate::kit::{NewMeasure, TestApp, id};

const PROVIDER: &str = "Farah Nazari";

/// Values of schools, which make up the committee's.
fn of_schools() -> TestApp {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    app
}

/// Reads rows in as a file: school, group, value and how many it is about.
fn read_in(app: &TestApp, rows: &[(&str, &str, u32, u32)]) {
    let mut file = format!("{HEAD};antal");
    for (school, group, value, people) in rows {
        file.push_str(&format!("\n{PLACES};{school};{group};2026-06;;{value};;{people}"));
    }
    let mut administrator = app.signed_in(ADMINISTRATOR);
    look(&mut administrator, file.as_bytes());
    let read_in = administrator.buttons().into_iter().find(|it| it.starts_with("Läs in"));
    let read_in = read_in.unwrap_or_else(|| panic!("{}", administrator.page().text()));
    if administrator.page().says("Varför") {
        administrator.fill("Varför", "En grupp hade inte räknats");
    }
    administrator.press(&read_in);
    assert_eq!(administrator.status(), 200, "{}", administrator.page().text());
    app.clock().advance_secs(60);
}

/// Which of the places a reader sees a value of.
fn seen(app: &TestApp) -> [bool; 4] {
    let mut reader = app.signed_in(READER);
    ["fyrskolan", "hamnskolan", "ljungskolan", "utbildningsnamnden"].map(|place| {
        reader.open(&format!("/matt/{MEASURE}?enhet={}", id("org", place)));
        !reader.page().texts("table tr").iter().any(|row| row.starts_with("juni 2026 visas inte"))
    })
}

#[test]
fn a_school_that_comes_late_does_not_free_what_stands_beside_a_small_value() {
    let app = of_schools();
    decide_on(&app, MEASURE);
    read_in(&app, &[("Fyrskolan", "", 3_837, 3), ("Hamnskolan", "", 40_022, 400)]);
    assert_eq!(seen(&app), [false, false, true, false], "the committee's less Hamnskolan's own");
    read_in(&app, &[("Ljungskolan", "", 30_011, 300)]);
    assert_eq!(seen(&app), [false, false, false, true], "neither of the two has Fyrskolan alone");
}

#[test]
fn a_small_value_that_comes_last_takes_the_sum_with_it_until_something_new_covers_it() {
    let app = of_schools();
    decide_on(&app, MEASURE);
    read_in(&app, &[("Hamnskolan", "", 40_022, 400)]);
    assert_eq!(seen(&app), [true, true, true, true]);
    read_in(&app, &[("Fyrskolan", "", 3_837, 3)]);
    assert_eq!(seen(&app), [false, true, true, false], "everybody has seen Hamnskolan");
    read_in(&app, &[("Ljungskolan", "", 30_011, 300)]);
    assert_eq!(seen(&app), [false, true, false, false], "Ljungskolan has Fyrskolan by its own");
    read_in(&app, &[("Hamnskolan", "", 40_033, 401)]);
    assert_eq!(seen(&app), [false, false, false, true]);
}

#[test]
fn who_reports_for_one_provider_cannot_take_its_own_value_from_the_committees() {
    let app = of_schools();
    decide_on(&app, MEASURE);
    let rows = [("Skärgårdens förskolor", "", 4_137, 3), ("Solrosen AB", "", 5_211, 30)];
    read_in(&app, &rows);
    let mut provider = app.signed_in(PROVIDER);
    let mut at = |place: &str| {
        provider.open(&format!("/matt/{MEASURE}?enhet={}", id("org", place)));
        provider.page().text()
    };
    let own = at("solrosen-ab");
    assert!(own.contains("5211"), "{own}");
    let committee = at("utbildningsnamnden");
    assert!(!committee.contains("9348") && committee.contains("visas inte"), "{committee}");
}

#[test]
fn a_companion_that_goes_missing_takes_the_sum_with_it() {
    let app = of_schools();
    decide_on(&app, MEASURE);
    let all = [
        ("Fyrskolan", "", 3_837, 3),
        ("Ljungskolan", "", 30_011, 300),
        ("Hamnskolan", "", 40_022, 400),
    ];
    read_in(&app, &all);
    assert_eq!(seen(&app), [false, false, false, true]);
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let school = id("org", "ljungskolan");
    let address = format!("/matt/{MEASURE}/varde?enhet={school}&period=2026-06");
    let fields = [
        ("enhet", school.as_str()),
        ("period", "2026-06"),
        ("tillstand", "saknas"),
        ("varde", ""),
        ("kvalitet", "verified"),
        ("sedd", "2026-06"),
        ("version", "1"),
        ("skal", "Lärarna har räknat fel"),
    ];
    let reply = administrator.post(&address, &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    assert_eq!(seen(&app), [false, false, false, false], "73 870 less 40 022 less the new sum");
}

#[test]
fn a_group_that_comes_late_does_not_free_the_other_and_the_old_whole_is_not_told() {
    let app = of_schools();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open(&format!("/matt/{MEASURE}/uppdelning"));
    administrator.fill("Uppdelningar", "bakgrund: inrikes, utrikes, okänd").press("Spara");
    decide_on(&app, MEASURE);
    read_in(
        &app,
        &[
            ("Fyrskolan", "inrikes", 3_837, 3),
            ("Fyrskolan", "utrikes", 40_022, 400),
            ("Fyrskolan", "", 43_859, 403),
        ],
    );
    read_in(&app, &[("Fyrskolan", "okänd", 30_011, 300), ("Fyrskolan", "", 73_870, 703)]);
    let mut reader = app.signed_in(READER);
    let rows = reader.get(&format!("/matt/{MEASURE}/varden.csv")).text();
    assert!(!rows.contains("3837") && !rows.contains("40022"), "{rows}");
    assert!(rows.contains("73870"), "{rows}");
    reader.open(&format!("/trad/andrat?fran=2026-08-24&mal={MEASURE}"));
    let changes = reader.page().text();
    assert!(changes.contains(PLACES) && !changes.contains("43 859"), "{changes}");
}

#[test]
fn a_day_before_the_small_value_came_does_not_show_the_sum() {
    let app = of_schools();
    decide_on(&app, MEASURE);
    let first = [("Fyrskolan", "", 3_837, 3), ("Hamnskolan", "", 40_022, 400)];
    read_in(&app, &first);
    app.clock().advance_secs(24 * 3_600);
    read_in(&app, &[("Ljungskolan", "", 30_011, 300)]);
    let committee = id("org", "utbildningsnamnden");
    let mut reader = app.signed_in(READER);
    reader.open(&format!("/matt/{MEASURE}?enhet={committee}&den=2026-08-25"));
    let rows = reader.page().texts("table tr");
    let june = rows.iter().find(|row| row.contains("juni 2026"));
    assert!(june.is_some_and(|row| row.contains("visas inte")), "{rows:?}");
}

#[test]
fn what_comes_back_when_a_file_is_undone_is_no_cover_for_a_small_value() {
    let app = of_schools();
    decide_on(&app, MEASURE);
    read_in(&app, &[("Fyrskolan", "", 30_011, 300), ("Hamnskolan", "", 40_022, 400)]);
    assert_eq!(seen(&app), [true, true, true, true]);
    let file = format!("{HEAD};antal\n{PLACES};Fyrskolan;;2026-06;;30444;;4");
    let mut administrator = app.signed_in(ADMINISTRATOR);
    look(&mut administrator, file.as_bytes());
    let button = administrator.buttons().into_iter().find(|it| it.starts_with("Läs in"));
    administrator.press(&button.unwrap());
    assert_eq!(seen(&app), [false, true, true, false]);
    app.clock().advance_secs(60);
    administrator.press("Ångra inläsningen");
    app.clock().advance_secs(60);
    read_in(&app, &[("Ljungskolan", "", 3_837, 3)]);
    assert!(!seen(&app)[3], "73 870 less 40 022 less 30 011, which everybody remembers");
}

#[test]
fn a_day_that_somebody_has_looked_at_hears_of_what_is_found_to_be_about_few_afterwards() {
    let app = of_schools();
    decide_on(&app, MEASURE);
    read_in(&app, &[("Fyrskolan", "", 30_011, 300), ("Hamnskolan", "", 40_022, 400)]);
    app.clock().advance_secs(24 * 3_600);
    let school = format!("/matt/{MEASURE}?enhet={}&den=2026-08-25", id("org", "fyrskolan"));
    let mut reader = app.signed_in(READER);
    let then = |reader: &mut crate::kit::Browser| {
        reader.open(&school);
        let rows = reader.page().texts("table tr");
        rows.into_iter().find(|row| row.contains("juni 2026")).unwrap_or_default()
    };
    assert!(then(&mut reader).contains("30 011"), "{}", reader.page().text());
    read_in(&app, &[("Fyrskolan", "", 30_011, 3)]);
    assert!(then(&mut reader).contains("visas inte"), "{}", reader.page().text());
}

#[test]
fn a_higher_limit_decides_again_what_is_withheld() {
    let app = of_schools();
    let all = [
        ("Fyrskolan", "", 3_837, 20),
        ("Ljungskolan", "", 30_011, 300),
        ("Hamnskolan", "", 40_022, 400),
    ];
    read_in(&app, &all);
    assert_eq!(withheld(&app), 0);
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open(&format!("/matt/{MEASURE}/uppdelning"));
    administrator.fill("Visa inte värden som gäller färre än", "25").press("Spara");
    assert_eq!(withheld(&app), 3, "Fyrskolan, and two beside it");
}

/// How many values of the measure are withheld.
fn withheld(app: &TestApp) -> usize {
    let id: ElementId = MEASURE.parse().unwrap();
    let found = app.reading(move |tx| store::withheld_of(tx, id));
    found.values().map(|of| of.withheld.len()).sum()
}

#[test]
fn what_stood_before_anything_was_decided_is_decided_of_once() {
    let app = of_schools();
    read_in(&app, &[("Fyrskolan", "", 3_837, 3), ("Hamnskolan", "", 40_022, 400)]);
    let before = withheld(&app);
    let forget = |tx: &mut db::Tx<'_>| {
        tx.run("delete from withheld where tenant = $1", &[])?;
        tx.leave_unaudited("as it was before the table was there");
        Ok(())
    };
    app.writing(forget);
    assert_eq!((before, withheld(&app)), (5, 0));
    let author = Author { at: app.now(), name: "traden serve".to_owned(), ..Author::default() };
    let once = || withhold_once(&app.app().db, app.tenant(), &author).expect("it is decided");
    assert!(once());
    assert_eq!(withheld(&app), before);
    app.writing(forget);
    assert!(!once(), "it is done once");
    assert_eq!(withheld(&app), 0);
}

#[test]
fn a_move_decides_again_what_is_withheld() {
    let app = of_schools();
    let all = [
        ("Fyrskolan", "", 3_837, 3),
        ("Ljungskolan", "", 30_011, 300),
        ("Hamnskolan", "", 40_022, 400),
    ];
    read_in(&app, &all);
    assert_eq!(withheld(&app), 3, "Fyrskolan, and two beside it");
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open(&format!("/organisation/{}/flytta", id("org", "fyrskolan")));
    administrator.pick("Lägg under", "Produktionsförvaltningen").press("Visa vad som händer");
    administrator.press("Flytta");
    assert_eq!(administrator.status(), 200, "{}", administrator.page().text());
    assert!(withheld(&app) > 3, "what lies above it now is Fyrskolan alone");
}

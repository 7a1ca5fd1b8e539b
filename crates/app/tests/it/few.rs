//! What is about too few people is not shown, and cannot be had from what is; what has been done to
//! values long ago or elsewhere is not lost among the rest.

use app::measures::store::{Door, How, insert_counts, insert_outcomes, update_outcomes};
use db::Author;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::{Frequency, Period};
use rust_decimal::Decimal;

use crate::imports::{HEAD, look};
use crate::kit::{Browser, NewMeasure, TestApp, id};

pub(crate) const ADMINISTRATOR: &str = "Johan Åkerlund";
pub(crate) const CONTROLLER: &str = "Kerstin Öberg";
pub(crate) const READER: &str = "Ingrid Malm";
pub(crate) const MEASURE: &str = "0198f0000000700080000000000000a1";
pub(crate) const PLACES: &str = "Elever med stöd";

pub(crate) fn outcome(org_unit: &str, period: Period, number: i64) -> Outcome {
    Outcome {
        measure: MEASURE.parse::<ElementId>().unwrap(),
        org_unit: id("org", org_unit).parse::<OrgUnitId>().unwrap(),
        breakdown: String::new(),
        period,
        value: OutcomeValue::Measured(Decimal::from(number)),
        quality: OutcomeQuality::Verified,
        version: 1,
    }
}

pub(crate) fn key(one: &Outcome) -> ValueKey {
    ValueKey {
        measure: one.measure,
        org_unit: one.org_unit,
        breakdown: one.breakdown.clone(),
        period: one.period,
    }
}

/// Writes at the time it is now, which the kit's own writing does not.
pub(crate) fn write(app: &TestApp, later: i64, outcomes: Vec<(Outcome, Option<u32>)>) {
    let author = Author { at: app.now() + later, name: "Någon".to_owned(), ..Author::default() };
    let written = app.app().db.write(app.tenant(), &author, move |tx| {
        let all = outcomes.iter().map(|(one, _)| one.clone());
        let (new, changed): (Vec<_>, Vec<_>) = all.partition(|one| one.version == 1);
        insert_outcomes(tx, &How::by(Door::Recorded), new)?;
        update_outcomes(tx, &How::by(Door::Recorded), changed)?;
        let counts = outcomes.iter().filter_map(|(one, count)| Some((key(one), (*count)?)));
        let counts: Vec<_> = counts.collect();
        insert_counts(tx, counts.iter().map(|(key, count)| (key, *count)))?;
        tx.leave_unaudited("values for the test");
        Ok::<(), app::web::error::AppError>(())
    });
    written.expect("values can be written");
}

/// Three schools: one with three pupils, and two with more.
pub(crate) fn three_schools() -> TestApp {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    let june: Period = "2026-06".parse().unwrap();
    let schools = [("fyrskolan", 3), ("hamnskolan", 41), ("ljungskolan", 67)];
    let values = schools.map(|(school, pupils)| {
        (outcome(school, june, pupils), Some(u32::try_from(pupils).unwrap()))
    });
    write(&app, 0, values.to_vec());
    app
}

pub(crate) fn june_of(browser: &mut Browser, measure: &str, org_unit: &str) -> String {
    browser.open(&format!("/matt/{measure}?enhet={}", id("org", org_unit))).within_budget(30);
    let rows = browser.page().texts("table tr");
    let june = rows.iter().find(|row| row.contains("juni 2026"));
    june.cloned().unwrap_or_else(|| panic!("no June of {org_unit}: {rows:?}"))
}

fn june(browser: &mut Browser, org_unit: &str) -> String {
    june_of(browser, MEASURE, org_unit)
}

fn decide(app: &TestApp) {
    decide_on(app, MEASURE);
}

pub(crate) fn decide_on(app: &TestApp, measure: &str) {
    let mut controller = app.signed_in(CONTROLLER);
    let version = app.structure().element(measure.parse().unwrap()).unwrap().version;
    let (body, chosen) = (id("org", "utbildningsnamnden"), format!("{measure}/{version}"));
    let fields =
        [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "1"), ("mal", &chosen)];
    let reply = controller.post(&format!("/mal/{measure}/beslut"), &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
}

#[test]
fn a_school_about_too_few_takes_the_next_smallest_with_it_at_every_door() {
    let app = three_schools();
    decide(&app);
    let (mut reader, mut administrator) = (app.signed_in(READER), app.signed_in(ADMINISTRATOR));
    for (school, number, is_hidden) in
        [("fyrskolan", "3", true), ("hamnskolan", "41", true), ("ljungskolan", "67", false)]
    {
        let row = june(&mut reader, school);
        assert_eq!(row.contains("visas inte"), is_hidden, "{school}: {row}");
        assert_eq!(reader.page().says("De värden som ett sådant kan räknas ut av"), is_hidden);
        let row = june(&mut administrator, school);
        assert!(row.contains(number) && !row.contains("visas inte"), "{school}: {row}");
    }
    let whole = june(&mut reader, "utbildningsnamnden");
    assert!(whole.contains("111"), "the whole is told: {whole}");
    let file = |browser: &mut Browser| browser.get(&format!("/matt/{MEASURE}/varden.csv")).text();
    let rows = file(&mut reader);
    let row = |school: &str| {
        let found = rows.lines().find(|row| row.contains(school)).unwrap_or_default();
        found.to_owned()
    };
    assert!(row("Fyrskolan").contains(";visas_inte;;"), "{rows}");
    assert!(row("Hamnskolan").contains(";visas_inte;;"), "{rows}");
    assert!(row("Ljungskolan").contains(";67;") && row("Ljungskolan").ends_with(';'), "{rows}");
    let all = file(&mut administrator);
    assert!(!all.contains("visas_inte") && all.contains(";41;"), "{all}");
    // Of one school alone as well.
    let one = format!("/matt/{MEASURE}/varden.csv?enhet={}", id("org", "ljungskolan"));
    let row = |browser: &mut Browser| {
        let rows = browser.get(&one).text();
        rows.lines().find(|row| row.contains("Ljungskolan")).unwrap_or_default().trim().to_owned()
    };
    let told = row(&mut reader);
    assert!(told.contains(";67;") && told.ends_with(';'), "{told}");
    assert!(row(&mut administrator).ends_with(";67"));
}

#[test]
fn a_correction_of_what_is_hidden_is_told_to_nobody_but_those_who_report_it() {
    let app = three_schools();
    decide(&app);
    let june: Period = "2026-06".parse().unwrap();
    let changed = Outcome { version: 2, ..outcome("hamnskolan", june, 47) };
    app.clock().advance_secs(24 * 3_600);
    write(&app, 0, vec![(changed, None)]);
    let told = |person: &str| {
        let mut browser = app.signed_in(person);
        browser.open(&format!("/trad/andrat?fran=2026-08-25&mal={MEASURE}")).within_budget(30);
        let changes = browser.page().says("47");
        browser.open(&format!("/matt/{MEASURE}?enhet={}", id("org", "hamnskolan")));
        (changes, browser.page().text().contains("47"), browser.page().text().contains("41"))
    };
    assert_eq!(told(READER), (false, false, false));
    assert_eq!(told(ADMINISTRATOR), (true, true, true));
}

#[test]
fn a_page_of_another_day_hides_what_has_turned_out_to_be_about_too_few_and_what_was_so_then() {
    let app = three_schools();
    app.clock().advance_secs(24 * 3_600);
    let june_value = outcome("ljungskolan", "2026-06".parse().unwrap(), 67);
    let author = Author { at: app.now(), ..Author::default() };
    let written = app.app().db.write(app.tenant(), &author, move |tx| {
        insert_counts(tx, [(&key(&june_value), 2)])?;
        tx.leave_unaudited("a count for the test");
        Ok::<(), app::web::error::AppError>(())
    });
    written.expect("a count can be written");
    decide(&app);
    let mut reader = app.signed_in(READER);
    assert!(june(&mut reader, "ljungskolan").contains("visas inte"));
    let then = |school: &str| format!("/matt/{MEASURE}?enhet={}&den=2026-08-25", id("org", school));
    let row = |browser: &mut Browser, school: &str| {
        browser.open(&then(school));
        let rows = browser.page().texts("table tr").into_iter();
        rows.into_iter().find(|row| row.contains("juni 2026")).expect("a row of June")
    };
    let mut controller = app.signed_in(CONTROLLER);
    let found = row(&mut controller, "ljungskolan");
    assert!(found.contains("visas inte") && !found.contains("67"), "it is about two: {found}");
    // What was about three then is not told when a later value is about enough.
    let later = Outcome { version: 2, ..outcome("fyrskolan", "2026-06".parse().unwrap(), 40) };
    write(&app, 0, vec![(later, Some(40))]);
    let found = row(&mut controller, "fyrskolan");
    assert!(found.contains("visas inte"), "{found}");
}

#[test]
fn undoing_a_file_puts_back_how_many_its_values_are_about() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let row = |rest: &str| format!("{HEAD};antal\nSjukfrånvaro;Skärgårdens förskolor;{rest}");
    look(
        &mut administrator,
        row("män;2026-08;;9,9;;40\nSjukfrånvaro;Skärgårdens förskolor;kvinnor;2026-08;;8,8;;60")
            .as_bytes(),
    );
    administrator.press("Läs in 2 värden");
    let counted = || {
        app.reading(|tx| {
            let measure = id("element", "sjukfranvaro").parse().unwrap();
            let unit = id("org", "skargardens-forskolor").parse().unwrap();
            app::measures::store::counts_of(tx, measure, unit)
        })
        .into_iter()
        .filter(|((_, _, period), _)| period == "2026-08")
        .map(|((_, group, _), count)| (group, count))
        .collect::<Vec<_>>()
    };
    let before = vec![("kvinnor".to_owned(), 60), ("män".to_owned(), 40)];
    assert_eq!(counted(), before);
    app.clock().advance_secs(60);
    look(&mut administrator, row("män;2026-08;;9,1;;4").as_bytes());
    administrator.press("Läs in ett värde");
    assert_eq!(counted(), vec![("kvinnor".to_owned(), 60), ("män".to_owned(), 4)]);
    administrator.press("Ångra inläsningen");
    assert_eq!(counted(), before, "as they were");
}

#[test]
fn a_change_is_found_however_much_has_changed_elsewhere_since() {
    let app = three_schools();
    decide(&app);
    let mut months = vec!["1900-01".parse::<Period>().unwrap()];
    while months.len() < 2_100 {
        months.push(months[months.len() - 1].next());
    }
    assert_eq!(months[0].frequency(), Frequency::Month);
    let of_months = |version: i64, number: i64| {
        let all = months.iter().filter(|month| month.to_string() != "2026-06");
        all.map(|month| (Outcome { version, ..outcome("viksskolan", *month, number) }, None))
            .collect::<Vec<_>>()
    };
    write(&app, 0, of_months(1, 1));
    app.clock().advance_secs(24 * 3_600);
    let changed = Outcome { version: 2, ..outcome("ljungskolan", "2026-06".parse().unwrap(), 68) };
    write(&app, 0, vec![(changed, None)]);
    write(&app, 1_000_000, of_months(2, 2));
    let mut controller = app.signed_in(CONTROLLER);
    let unit = id("org", "ljungskolan");
    controller.open(&format!("/trad/andrat?fran=2026-08-25&enhet={unit}"));
    assert!(controller.page().says("68"), "{}", controller.page().text());
    controller.open(&format!("/matt/{MEASURE}?enhet={unit}"));
    let changes = controller.page().texts("#rattelser tr").join(" ");
    assert!(changes.contains("67") && changes.contains("68"), "{changes}");
}

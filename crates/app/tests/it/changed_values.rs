//! What has been put right between two days is told a page at a time, however much it is.

use std::collections::BTreeSet;

use domain::measures::Outcome;

use crate::few::{CONTROLLER, MEASURE, PLACES, READER, decide_on, outcome, write};
use crate::kit::{Browser, NewMeasure, TestApp, id};

const SCHOOLS: [&str; 3] = ["fyrskolan", "hamnskolan", "ljungskolan"];

/// Monthly values of three schools over some years, put right a day later: from one number to that
/// and a hundred thousand. The count tells how many values are about too few.
fn corrected(years: i16, few: usize) -> (TestApp, usize) {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "none").define(&app, &mut controller);
    let months = (2026 - years..2026).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let places: Vec<_> = SCHOOLS
        .iter()
        .flat_map(|school| months.clone().map(move |(year, month)| (*school, year, month)))
        .collect();
    let number = |at: usize| 1_000 + i64::try_from(at).unwrap();
    let values: Vec<Outcome> = places
        .iter()
        .enumerate()
        .map(|(at, (school, year, month))| {
            outcome(school, format!("{year}-{month:02}").parse().unwrap(), number(at))
        })
        .collect();
    write(&app, 0, values.iter().map(|one| (one.clone(), None)).collect());
    decide_on(&app, MEASURE);
    app.clock().advance_secs(24 * 3_600);
    let right = values.iter().enumerate().map(|(at, one)| {
        let now = outcome(SCHOOLS[0], one.period, number(at) + 100_000);
        let now = Outcome { org_unit: one.org_unit, version: 2, ..now };
        (now, (at < few).then_some(3))
    });
    write(&app, 0, right.collect());
    (app, places.len())
}

/// The numbers that lines of values tell of, page by page to the last, and how many pages there were.
fn walk(browser: &mut Browser, first: &str) -> (Vec<i64>, usize) {
    let (mut told, mut pages) = (Vec::new(), 0);
    let mut address = first.to_owned();
    loop {
        browser.open(&address).within_budget(30);
        pages += 1;
        for line in browser.page().texts("ul.changes li") {
            let words: String = line.chars().filter(|one| !one.is_whitespace()).collect();
            if let Some((_, rest)) = words.split_once("rättadesfrån") {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                told.extend(digits.parse::<i64>());
            }
        }
        let next = browser.page().links().into_iter().find(|(words, _)| words.contains("Nästa"));
        let Some((_, next)) = next else { return (told, pages) };
        address = next;
    }
}

fn all(count: usize) -> BTreeSet<i64> {
    (0..count).map(|at| 1_000 + i64::try_from(at).unwrap()).collect()
}

#[test]
fn every_corrected_value_is_told_once_on_some_page_of_all_and_of_one_org_unit() {
    let (app, count) = corrected(9, 0);
    let mut browser = app.signed_in(READER);
    let (told, pages) = walk(&mut browser, &format!("/trad/andrat?fran=2026-08-25&mal={MEASURE}"));
    assert_eq!(told.len(), count);
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), all(count));
    assert!(pages > 3, "{pages}");
    let (of_all, _) = walk(&mut browser, "/trad/andrat?fran=2026-08-25");
    let of_measure: BTreeSet<i64> = of_all.into_iter().filter(|one| *one >= 1_000).collect();
    assert!(all(count).is_subset(&of_measure));
    let school = format!("/trad/andrat?fran=2026-08-25&enhet={}", id("org", SCHOOLS[1]));
    let (of_school, _) = walk(&mut browser, &school);
    let of_school: BTreeSet<i64> = of_school.into_iter().filter(|one| *one >= 1_000).collect();
    assert_eq!(of_school.len(), count / 3);
}

#[test]
fn what_is_about_few_is_told_on_no_page() {
    let (app, count) = corrected(9, 150);
    let first = format!("/trad/andrat?fran=2026-08-25&mal={MEASURE}");
    let (told, _) = walk(&mut app.signed_in(READER), &first);
    let told: BTreeSet<i64> = told.into_iter().collect();
    assert_eq!(told, all(count).into_iter().filter(|one| *one >= 1_150).collect());
    let (told, _) = walk(&mut app.signed_in(CONTROLLER), &first);
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), all(count));
}

#[test]
fn what_stood_beside_a_small_value_in_a_sum_is_not_told_after_it_either() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    let period = "2025-01".parse().unwrap();
    let values = SCHOOLS.iter().zip([(1_003, 3), (1_030, 30), (1_040, 40)]);
    let values: Vec<(Outcome, u32)> = values
        .map(|(school, (number, people))| (outcome(school, period, number), people))
        .collect();
    let first = values.iter().map(|(one, people)| (one.clone(), Some(*people)));
    write(&app, 0, first.collect());
    decide_on(&app, MEASURE);
    app.clock().advance_secs(24 * 3_600);
    let right = values.iter().map(|(one, _)| {
        let now = outcome(SCHOOLS[0], period, 200_000);
        (Outcome { org_unit: one.org_unit, version: 2, ..now }, Some(50))
    });
    write(&app, 0, right.collect());
    let first = format!("/trad/andrat?fran=2026-08-25&mal={MEASURE}");
    assert_eq!(walk(&mut app.signed_in(READER), &first).0, Vec::<i64>::new());
    assert_eq!(walk(&mut app.signed_in(CONTROLLER), &first).0.len(), 3);
}

#[test]
fn a_value_that_is_put_right_again_is_told_from_what_it_was_to_what_it_became() {
    let (app, _) = corrected(1, 0);
    app.clock().advance_secs(24 * 3_600);
    let again = Outcome { version: 3, ..outcome(SCHOOLS[0], "2025-01".parse().unwrap(), 777_777) };
    write(&app, 0, vec![(again, None)]);
    app.clock().advance_secs(24 * 3_600);
    let mut browser = app.signed_in(READER);
    let mut january = |till: &str| {
        browser.open(&format!("/trad/andrat?fran=2026-08-25{till}&mal={MEASURE}"));
        let lines = browser.page().texts("ul.changes li");
        let lines = lines
            .into_iter()
            .filter(|line| line.contains("januari 2025") && line.contains("Fyrskolan"));
        let lines: Vec<String> = lines.collect();
        assert_eq!(lines.len(), 1, "{lines:?}");
        lines[0].chars().filter(|one| !one.is_whitespace()).collect::<String>()
    };
    let (to_today, between) = (january(""), january("&till=2026-08-26"));
    assert!(to_today.contains("från1000till777777"), "{to_today}");
    assert!(between.contains("från1000till101000"), "{between}");
}

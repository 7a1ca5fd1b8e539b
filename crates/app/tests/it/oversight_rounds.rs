//! Oversight while rounds come and go: days of each level, and what a new round leaves standing.

use db::params;
use domain::elements::ElementState;

use crate::asked_rounds::open_round;
use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const ABOVE: &str = "Lena Holm";

fn rows(browser: &mut Browser, address: &str) -> Vec<String> {
    browser.get(address).text().lines().map(str::to_owned).collect()
}

/// Gives the level that Lena leads an earlier day in the round at hand, and no other level one.
fn her_level_hands_in_first(app: &TestApp) {
    let structure = app.structure();
    let unit = id("org", "utbildningsforvaltningen").parse().unwrap();
    let level = structure.organisation.get(unit).unwrap().level.clone();
    app.writing(move |tx| {
        tx.leave_unaudited("a test");
        let sql = "update round_plans set days = $2 where tenant = $1";
        tx.run(sql, params![format!("2026-08-20 {level}")])?;
        Ok(())
    });
}

#[test]
fn the_day_of_the_visitors_own_level_is_not_that_of_others() {
    let app = TestApp::new();
    her_level_hands_in_first(&app);
    let mut lena = app.signed_in(ABOVE);
    let own = rows(&mut lena, "/uppsikt/insamling.csv");
    let mut kerstin = app.signed_in(CONTROLLER);
    let all = rows(&mut kerstin, "/uppsikt/insamling.csv");
    assert!(own.len() > 10, "{own:?}");
    let others: Vec<_> = own.iter().filter(|row| !all.contains(row)).collect();
    assert!(others.is_empty(), "told in another way to others: {others:?}");
    lena.open("/uppsikt/insamling");
    kerstin.open("/uppsikt/insamling");
    assert!(!kerstin.page().says("försenad"), "{}", kerstin.page().text());
    assert!(!lena.page().says("försenad"), "{}", lena.page().text());
}

#[test]
fn an_account_is_silent_from_the_day_of_its_level() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    open_round(&mut kerstin);
    app.clock().set(jiff::civil::date(2026, 9, 15).at(9, 0, 0, 0));
    let mut lena = app.signed_in(ABOVE);
    lena.open("/uppsikt/tysta");
    assert!(!lena.page().says("Viks förskola"), "late for some days only: {}", lena.page().text());
    app.clock().set(jiff::civil::date(2026, 9, 26).at(9, 0, 0, 0));
    let mut lena = app.signed_in(ABOVE);
    let unit = id("org", "viks-forskola");
    lena.open(&format!("/uppsikt/tysta?enhet={unit}"));
    let text = lena.page().text();
    assert!(text.contains("Kvalitetsrunda"), "due 10 September for units: {text}");
    assert!(text.contains("16 dagar sedan"), "{text}");
}

#[test]
fn a_new_round_leaves_the_deviations_of_measures_standing_until_somebody_hands_in() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let before = rows(&mut kerstin, "/uppsikt/avvikelser.csv");
    let structure = app.structure();
    let of_measures = |rows: &[String]| {
        let measured = |row: &&String| {
            structure.elements().any(|one| {
                one.role == domain::steering::Role::Measure
                    && one.state == ElementState::Adopted
                    && row.starts_with(&one.title)
            })
        };
        rows.iter().filter(measured).count()
    };
    assert!(of_measures(&before) > 0, "{before:?}");
    open_round(&mut kerstin);
    app.writing(|tx| {
        tx.leave_unaudited("a test");
        // The new round becomes the one that is shown.
        let sql = "update rounds set due_on = '2026-08-26' where tenant = $1 \
                   and title = 'Kvalitetsrunda'";
        tx.run(sql, &[])?;
        Ok(())
    });
    let mut kerstin = app.signed_in(CONTROLLER);
    let after = rows(&mut kerstin, "/uppsikt/avvikelser.csv");
    assert_eq!(of_measures(&after), of_measures(&before), "{after:?}");
}

#[test]
fn those_who_are_behind_stand_worst_first_and_nobody_is_left_out_in_silence() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/uppsikt").within_budget(30);
    let behind = browser.page().texts("section[aria-labelledby=insamlingen] ul.plain-list li");
    assert!(behind[0].starts_with("Vård- och omsorgsnämnden"), "{behind:?}");
    assert!(behind[0].contains("försenad"), "{behind:?}");
    let more = behind.last().is_some_and(|last| last.starts_with("Och "));
    assert!(more || behind.len() < 7, "{behind:?}");
}

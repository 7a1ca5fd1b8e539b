//! What is particularly strong and weak of an org unit, by signs that can each be looked up.

use app::demo::id_of;
use app::elements::store::{element, insert_element, insert_link, insert_measure, measure};
use app::measures::store::{Door, How, all_of_measure, insert_outcomes, remove_outcomes};
use domain::elements::{Element, Link};
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Direction, Measure, Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::Period;
use domain::steering::LinkKind;
use rust_decimal::Decimal;

use crate::kit::{Page, TestApp, id};

const UNIT: &str = "skargardens-forskolor";
/// What stands out, and behind their counts what does not.
const TABLES: [&str; 3] = ["Starkt och svagt", "Inget särskilt", "Går inte att bedöma"];

/// The row of every measure on the page.
fn rows(page: &Page) -> Vec<Vec<String>> {
    let captions = page.texts("caption");
    let there = TABLES.iter().filter(|title| captions.iter().any(|one| one == *title));
    there.flat_map(|title| page.table(title).into_iter().skip(1)).collect()
}

#[test]
fn what_is_strong_and_weak_is_told_with_its_signs_and_leads_to_the_figures() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open("/matt").follow("Starkt och svagt").within_budget(30);
    let unit = id("org", "skargardens-forskolor");
    browser.open(&format!("/starkt-och-svagt?enhet={unit}")).within_budget(30);
    let page = browser.page();
    assert!(page.says("särskilt starka och"), "{}", page.text());
    let rows = rows(page);
    // What stands last follows from the three signs beside it, and from nothing else.
    let good = ["nås", "förbättras", "bättre än de flesta"];
    let bad = ["nås inte", "försämras", "sämre än de flesta"];
    for row in &rows {
        let signs = &row[2..5];
        let many =
            |some: [&str; 3]| signs.iter().filter(|sign| some.contains(&sign.as_str())).count();
        let wanted = match (many(good), many(bad)) {
            (2.., 0) => "särskilt starkt",
            (0, 2..) => "särskilt svagt",
            (1.., 1..) => "både starkt och svagt",
            _ if signs.iter().all(|sign| sign == "–") => "går inte att bedöma",
            _ => "inget särskilt",
        };
        assert_eq!(row[5], wanted, "{row:?}");
    }
    assert!(rows.iter().any(|row| row[2] != "–"), "{rows:?}");
    let file = browser.get(&format!("/starkt-och-svagt.csv?enhet={unit}")).text().clone();
    assert_eq!(file.lines().count(), rows.len() + 1, "a row for each, and the headings");
}

#[test]
fn a_body_without_values_gets_no_confident_sentence() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let unit = id("org", "valnamnden");
    browser.open(&format!("/starkt-och-svagt?enhet={unit}"));
    assert!(!browser.page().says("särskilt starka och"), "{}", browser.page().text());
    assert_eq!(browser.get("/starkt-och-svagt?enhet=nagot").status, 404);
}

/// Puts these in the place of all values of a measure.
fn replace_values(app: &TestApp, of: ElementId, new: Vec<(OrgUnitId, Period, i64)>) {
    app.writing(move |tx| {
        let how = How::by(Door::Filled);
        let all = all_of_measure(tx, of)?;
        let key = |one: &Outcome| ValueKey {
            measure: one.measure,
            org_unit: one.org_unit,
            breakdown: one.breakdown.clone(),
            period: one.period,
        };
        let keys: Vec<_> = all.iter().map(|one| (key(one), one.version)).collect();
        remove_outcomes(tx, &how, keys.iter().map(|(key, version)| (key, *version)))?;
        let new: Vec<Outcome> = new
            .iter()
            .map(|(org_unit, period, number)| Outcome {
                measure: of,
                org_unit: *org_unit,
                breakdown: String::new(),
                period: *period,
                value: OutcomeValue::Measured(Decimal::from(*number)),
                quality: OutcomeQuality::Verified,
                version: 1,
            })
            .collect();
        insert_outcomes(tx, &how, new)?;
        tx.leave_unaudited("a test's preparation");
        Ok(())
    });
}

#[test]
fn a_body_is_set_beside_what_others_reported_for_its_own_newest_period() {
    let app = TestApp::new();
    let structure = app.structure();
    let unit: OrgUnitId = id("org", UNIT).parse().unwrap();
    let level = structure.organisation.get(unit).unwrap().level.clone();
    let same = structure.organisation.all().filter(|one| one.level == level && one.id != unit);
    let same: Vec<OrgUnitId> = same.map(|one| one.id).take(8).collect();
    assert!(same.len() >= 5, "{}", same.len());
    let goal: ElementId = id("element", &format!("em-{UNIT}")).parse().unwrap();
    let (of, word) = structure
        .measures_of(goal)
        .into_iter()
        .find_map(|(one, _)| {
            let word = match structure.measure(one.id)?.direction {
                Direction::Higher => "sämre än de flesta",
                Direction::Lower => "bättre än de flesta",
                Direction::Neutral => return None,
            };
            Some((one.clone(), word))
        })
        .unwrap();
    let (of, title) = (of.id, of.title.clone());
    let beside = |values: Vec<(OrgUnitId, Period, i64)>| {
        let app = TestApp::new();
        replace_values(&app, of, values);
        let mut browser = app.signed_in("Ingrid Malm");
        browser.open(&format!("/starkt-och-svagt?enhet={unit}")).within_budget(30);
        let row = rows(browser.page()).into_iter().find(|row| row[0].starts_with(&title)).unwrap();
        row[4].clone()
    };
    let (july, august): (Period, Period) = ("2026-07".parse().unwrap(), "2026-08".parse().unwrap());
    let others = |period: Period| (30_i64..).zip(&same).map(move |(n, unit)| (*unit, period, n));
    let with_own = |own: Period| -> Vec<_> {
        others(july).chain(others(august)).chain([(unit, own, 3)]).collect()
    };
    assert_eq!(beside(with_own(july)), word, "the others have reported later months, too");
    let later = others(august).chain([(unit, july, 3)]).collect();
    assert_eq!(beside(later), "–", "nobody else has a value for the period");
}

#[test]
fn the_goal_beside_a_measure_is_the_one_it_hangs_on() {
    let app = TestApp::new();
    let structure = app.structure();
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open(&format!("/starkt-och-svagt?enhet={}", id("org", "utbildningsnamnden")));
    let rows = rows(browser.page());
    assert!(!rows.is_empty());
    for row in &rows {
        let hangs = |goal: &Element| {
            let mut measures = structure.measures_of(goal.id).into_iter();
            measures.any(|(measure, _)| row[0].starts_with(&measure.title))
        };
        let mut goals = structure.elements().filter(|one| one.title == row[1]);
        assert!(goals.any(|goal| hangs(goal)), "{row:?}");
    }
}

#[test]
fn more_measures_than_fit_are_said_to_be_left_out() {
    let app = TestApp::new();
    let like: ElementId = id("element", "sjukfranvaro").parse().unwrap();
    let goal: ElementId = id("element", &format!("em-{UNIT}")).parse().unwrap();
    app.writing(move |tx| {
        let (one, of) = (element(tx, like)?.unwrap(), measure(tx, like)?.unwrap());
        for number in 0..210 {
            let id: ElementId = id_of("element", &format!("många {number}"));
            let title = format!("Mått nummer {number}");
            insert_element(tx, &Element { id, title, version: 1, ..one.clone() })?;
            insert_measure(tx, &Measure { id, ..of.clone() })?;
            let link = id_of("link", &format!("många {number}"));
            insert_link(tx, &Link { id: link, child: id, parent: goal, kind: LinkKind::Measures })?;
        }
        Ok(())
    });
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open(&format!("/starkt-och-svagt?enhet={}", id("org", UNIT))).within_budget(30);
    let page = browser.page();
    assert_eq!(rows(page).len(), 192);
    assert!(page.says("Bara de 192 första är med här."), "{}", page.text());
}

#[test]
fn what_does_not_stand_out_is_folded_behind_its_count() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open(&format!("/starkt-och-svagt?enhet={}", id("org", "utbildningsnamnden")));
    let page = browser.page();
    let in_sight = page.table(TABLES[0]);
    assert!(in_sight.len() > 1);
    for row in in_sight.iter().skip(1) {
        assert!(row[5].contains("starkt") || row[5].contains("svagt"), "{row:?}");
    }
    let folds = page.texts("details.fold:not([open]):has(table) > summary").join("\n");
    for (title, word) in [(TABLES[1], "inget särskilt"), (TABLES[2], "går inte att bedöma")] {
        let rows = page.table(title);
        assert!(rows.iter().skip(1).all(|row| row[5] == word), "{rows:?}");
        let many = match rows.len() - 1 {
            1 => "ett mått".to_owned(),
            many => format!("{many} mått"),
        };
        assert!(folds.contains(&format!("{title} {many}")), "{folds}");
    }
}

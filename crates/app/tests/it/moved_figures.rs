//! What is asked to find that figures under conclusions were changed: no more for many conclusions than for
//! one, and nothing that is said because of what was changed elsewhere.

use app::analysis::store;
use app::demo::id_of;
use domain::analysis::{Facts, MeasureFact, Standing, Way};
use domain::ids::ElementId;

use crate::kit::{Browser, TestApp, id};

const SAFE: &str = "trygga-vardnadshavare";
const DIALOGUE: &str = "/analyser/budgetdialog";
const TOLD: &str = "Siffror har ändrats sedan analysen gjordes";

/// A figure that was kept with a step.
fn fact(measure: ElementId) -> MeasureFact {
    MeasureFact {
        measure,
        title: "Ett mått".to_owned(),
        period: "2026".to_owned(),
        value: "86 %".to_owned(),
        standing: Standing::Undecided,
        way: Way::Unknown,
        sentence: String::new(),
        target: String::new(),
        met: None,
        gap: None,
        groups: Vec::new(),
    }
}

/// Concluded analyses at some org units, each with kept figures of measures of its own and of one that all
/// of them share.
fn conclude_at(app: &TestApp, units: &'static [&'static str], own: usize) {
    let planted = id_of("analysis", "sjukfranvaro-forskolor");
    let like = app.reading(|tx| store::analysis(tx, planted)).unwrap();
    let now = app.now();
    app.writing(move |tx| {
        for (place, unit) in units.iter().enumerate() {
            let one = store::Analysis {
                id: id_of("analysis", &format!("rorlig-{unit}")),
                org_unit: id_of("org", unit),
                subject_words: format!("Ämne för {unit}"),
                version: 1,
                ..like.clone()
            };
            store::insert(tx, &one).map_err(|error| panic!("{error:?}")).unwrap();
            let word = |at: usize| id_of("element", &format!("eget-{place}-{at}"));
            let mut measures: Vec<MeasureFact> = (0..own).map(|at| fact(word(at))).collect();
            measures.push(fact(id_of("element", SAFE)));
            let step = store::StepRow {
                number: 1,
                facts: Some(Facts { measures, ..Facts::default() }),
                facts_at: Some(now),
                done_at: Some(now),
                at: now,
                ..store::StepRow::default()
            };
            store::keep_step(tx, &one, &step).map_err(|error| panic!("{error:?}")).unwrap();
        }
        Ok(())
    });
}

fn correct(browser: &mut Browser, unit: &str, value: &str) {
    let (measure, unit) = (id("element", SAFE), id("org", unit));
    browser.open(&format!("/matt/{measure}/varde?enhet={unit}&period=2026"));
    browser.fill("Värde, procent", value).fill("Varför ändras värdet?", "Fel svar var med.");
    browser.press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
}

#[test]
fn many_conclusions_on_many_figures_are_held_against_what_was_changed_in_one_statement() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    conclude_at(&app, &["skargardens-forskolor"], 0);
    // What the first visit keeps is asked for once.
    kerstin.open(DIALOGUE).open(DIALOGUE);
    let before = kerstin.statements();
    let boards = &[
        "socialnamnden",
        "tekniska-namnden",
        "miljonamnden",
        "byggnadsnamnden",
        "kommunstyrelsen",
    ];
    conclude_at(&app, boards, 40);
    kerstin.open(DIALOGUE).within_budget(30);
    for board in boards {
        assert!(kerstin.page().says(&format!("Ämne för {board}")), "{board}");
    }
    assert_eq!(kerstin.statements(), before, "not one more for two hundred figures");
}

#[test]
fn what_was_changed_at_another_org_unit_moves_no_figure_here() {
    let app = TestApp::new();
    conclude_at(&app, &["skargardens-forskolor", "socialnamnden"], 3);
    app.clock().advance_secs(60);
    let mut kerstin = app.signed_in("Kerstin Öberg");
    correct(&mut kerstin, "hamnens-forskolor", "70");
    kerstin.open(DIALOGUE);
    assert!(!kerstin.page().says(TOLD), "{}", kerstin.page().text());
    correct(&mut kerstin, "skargardens-forskolor", "71");
    kerstin.open(DIALOGUE);
    let page = kerstin.page().text();
    assert_eq!(page.matches(TOLD).count(), 1, "{page}");
}

/// More org units than are named one by one: those below are found by what lies below what.
#[test]
fn what_was_changed_below_a_body_moves_the_figures_of_the_body() {
    let app = TestApp::new();
    conclude_at(&app, &["utbildningsnamnden"], 259);
    app.clock().advance_secs(60);
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(DIALOGUE);
    assert!(!kerstin.page().says(TOLD), "{}", kerstin.page().text());
    correct(&mut kerstin, "skargardens-forskolor", "71");
    kerstin.open(DIALOGUE).within_budget(30);
    assert_eq!(kerstin.page().text().matches(TOLD).count(), 1, "{}", kerstin.page().text());
}

/// Keeps figures of the shared measure again with a step, as they are now.
fn keep_again(app: &TestApp, number: usize, version: i64) {
    let one = id_of("analysis", "rorlig-skargardens-forskolor");
    let one = app.reading(|tx| store::analysis(tx, one)).unwrap();
    let now = app.now();
    app.writing(move |tx| {
        let measures = vec![fact(id_of("element", SAFE))];
        let step = store::StepRow {
            number,
            facts: Some(Facts { measures, ..Facts::default() }),
            facts_at: Some(now),
            done_at: Some(now),
            at: now,
            version,
            ..store::StepRow::default()
        };
        store::keep_step(tx, &one, &step).map_err(|error| panic!("{error:?}")).unwrap();
        Ok(())
    });
}

#[test]
fn figures_that_were_kept_again_after_they_were_changed_have_not_moved_since() {
    let app = TestApp::new();
    conclude_at(&app, &["skargardens-forskolor"], 0);
    keep_again(&app, 2, 1);
    app.clock().advance_secs(60);
    let mut kerstin = app.signed_in("Kerstin Öberg");
    correct(&mut kerstin, "skargardens-forskolor", "71");
    assert!(kerstin.open(DIALOGUE).page().says(TOLD));
    app.clock().advance_secs(60);
    keep_again(&app, 1, 1);
    assert!(!kerstin.open(DIALOGUE).page().says(TOLD), "{}", kerstin.page().text());
}

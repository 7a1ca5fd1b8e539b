//! What a rule once proposed is not told where a value that it rested on is about too few.

use app::assessment::store::{Assessment, AssessmentKind, keep_assessment};
use app::demo::id_of;
use app::measures::store::insert_counts;
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::ElementId;
use domain::measures::Outcome;

use crate::few::{ADMINISTRATOR, CONTROLLER, READER, key, outcome, write};
use crate::kit::{TestApp, id};

const GOAL: &str = "rm-trygg-start";
const SAFE: &str = "trygga-vardnadshavare";
const AUDITOR: &str = "Gösta Hallin";
const COMMITTEE: &str = "Yvonne Strand";
const OTHER: &str = "Regeln föreslog något annat";

fn value(org_unit: &str, number: i64) -> Outcome {
    let measure: ElementId = id_of("element", SAFE);
    Outcome { measure, ..outcome(org_unit, "2026".parse().unwrap(), number) }
}

fn count(app: &TestApp, value: &Outcome) {
    let key = key(value);
    app.writing(move |tx| {
        insert_counts(tx, [(&key, 3)])?;
        tx.leave_unaudited("a count for the test");
        Ok(())
    });
}

/// A judgement that differs from what was proposed, of a goal with a value of its own.
fn judged() -> TestApp {
    let app = TestApp::new();
    write(&app, 0, vec![(value("utbildningsnamnden", 41), None)]);
    let assessment = Assessment {
        id: app.app().new_id(),
        element: id_of("element", GOAL),
        org_unit: id_of("org", "utbildningsnamnden"),
        period: "2026-T2".parse().unwrap(),
        kind: AssessmentKind::Outcome,
        stage: Stage::Central,
        level: Fulfilment::Achieved,
        scale_level: String::new(),
        proposed: Some(Fulfilment::NotAchieved),
        reason: "Det går bättre än det ser ut.".to_owned(),
        person: None,
        person_name: "Någon".to_owned(),
        at: app.now(),
        version: 1,
    };
    app.writing(move |tx| keep_assessment(tx, &assessment));
    app
}

#[test]
fn a_goal_does_not_tell_what_was_proposed_from_a_value_about_few() {
    let app = judged();
    let goal = format!("/mal/{}", id("element", GOAL));
    let tells = |person: &str| {
        let mut browser = app.signed_in(person);
        browser.open(&goal).within_budget(30);
        browser.page().text().contains(OTHER)
    };
    assert!(tells(READER));
    count(&app, &value("utbildningsnamnden", 41));
    assert!(!tells(READER));
    assert!(tells(ADMINISTRATOR), "who reports sees it");
}

#[test]
fn the_list_of_what_differs_leaves_out_what_was_proposed_from_a_value_about_few() {
    let app = judged();
    let reason = "Det går bättre än det ser ut.";
    let tells = |person: &str| {
        let mut browser = app.signed_in(person);
        browser.open("/avsteg?slag=forslag").within_budget(30);
        let list = browser.page().text().contains(reason);
        browser.open("/").within_budget(30);
        (list, browser.page().text().contains("Bedömt annorlunda än förslaget"))
    };
    assert_eq!(tells(AUDITOR), (true, true));
    count(&app, &value("utbildningsnamnden", 41));
    let (list, _) = tells(AUDITOR);
    assert!(!list);
    let mut auditor = app.signed_in(AUDITOR);
    let home = auditor.open("/").page().text();
    assert!(!home.contains("Bedömt annorlunda än förslaget: Varje barn får en trygg start"));
    assert!(tells(CONTROLLER).0);
}

#[test]
fn neither_an_account_nor_a_report_tells_what_was_proposed_from_a_value_about_few() {
    let app = TestApp::new();
    app.writing(|tx| {
        let sql = "update parts set proposed_level = 'achieved' where tenant = $1 \
                   and kind = 'measure' and level = 'not_achieved'";
        assert!(tx.run(sql, &[])? > 0);
        tx.leave_unaudited("a proposal for the test");
        Ok(())
    });
    let account = format!("/folja-upp/{}/las", id("follow_up", "hamnens-forskolor"));
    let report = format!("/rapport/{}", id("org", "utbildningsnamnden"));
    let times = |person: &str, page: &str, words: &str| {
        let mut browser = app.signed_in(person);
        browser.open(page);
        browser.page().text().matches(words).count()
    };
    let told = || {
        let read = times(AUDITOR, &account, "Förslaget var");
        (read, times(COMMITTEE, &report, "Förslaget enligt måtten"))
    };
    let before = told();
    assert!(before.0 > 0 && before.1 > 0, "{before:?}");
    count(&app, &value("hamnens-forskolor", 41));
    let after = told();
    assert!(after.1 == before.1 - 1, "{before:?} {after:?}");
    assert!(after.0 == before.0 - 1, "{before:?} {after:?}");
}

#[test]
fn an_older_value_does_not_stand_in_for_a_later_one_that_is_hidden() {
    let app = TestApp::new();
    let before = Outcome { period: "2025".parse().unwrap(), ..value("utbildningsnamnden", 13) };
    write(&app, 0, vec![(before, None), (value("utbildningsnamnden", 41), Some(3))]);
    let goal = format!("/mal/{}", id("element", GOAL));
    let row = |person: &str| {
        let mut browser = app.signed_in(person);
        browser.open(&goal).within_budget(30);
        let rows = browser.page().table("Underlag");
        let row = rows.into_iter().find(|row| row[0].contains("Trygga vårdnadshavare"));
        let file = browser.get(&format!("{goal}/underlag.csv")).text();
        let line = file.lines().find(|line| line.contains("Trygga vårdnadshavare"));
        (row.unwrap().join("|"), line.unwrap().to_owned(), browser.page().text())
    };
    let (row_of_reader, line, page) = row(READER);
    assert!(
        row_of_reader.contains("visas inte") && !row_of_reader.contains("13"),
        "{row_of_reader}"
    );
    assert!(line.contains("visas inte") && !line.contains("13"), "{line}");
    assert!(!page.contains("13\u{a0}%"), "{page}");
    let (row_of_recorder, line, _) = row(ADMINISTRATOR);
    assert!(row_of_recorder.contains("41"), "{row_of_recorder}");
    assert!(line.contains("41"), "{line}");
}

//! What an analysis of a whole counts and holds: a report with all its measures, and the steering model
//! with the same numbers as where they are listed.

use crate::kit::{TestApp, id};

fn step_of(browser: &crate::kit::Browser, number: usize) -> String {
    let address = browser.address();
    let analysis = address.split("/steg").next().unwrap_or_default();
    format!("{analysis}/steg/{number}")
}

#[test]
fn the_analysis_of_a_report_holds_every_measure_that_the_report_tells_of() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let unit = id("org", "skargardens-forskolor");
    let report = id("follow_up", "skargardens-forskolor");
    amira.open(&format!("/folja-upp/{report}/grupp/som-vantat"));
    let usual = amira.page().texts(".review-list dt, .review h2, .review h3");
    amira.open(&format!("/analyser/ny?sort=report&om={report}&enhet={unit}"));
    amira.press("Börja analysen");
    let first = step_of(&amira, 1);
    amira.open(&first).within_budget(30);
    for measure in ["Sjukfrånvaro", "Trygga vårdnadshavare", "Tid ute"] {
        assert!(amira.page().says(measure), "{measure} {usual:?}: {}", amira.page().text());
    }
}

#[test]
fn the_analysis_of_the_model_counts_as_the_pages_where_the_faults_are_listed() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open("/uppsikt/kvalitet").within_budget(30);
    let quality = kerstin.page().text();
    kerstin.open("/analyser/ny?sort=model").press("Börja analysen");
    let first = step_of(&kerstin, 1);
    kerstin.open(&first).within_budget(30);
    let rows = kerstin.page().table("Styrmodellen i siffror").split_off(1);
    assert!(rows.len() > 4, "{rows:?}");
    let of_thread = rows.iter().skip(2).filter(|row| row.last().is_some_and(|count| count != "0"));
    let mut compared = 0;
    for row in of_thread {
        let (name, count) = (&row[0], &row[1]);
        let said = quality.find(name.as_str()).map(|at| &quality[at + name.len()..]);
        let said = said.unwrap_or_default().trim_start();
        assert!(said.starts_with(&format!("{count} ")), "{name} {count}: {said:.20}");
        compared += 1;
    }
    assert!(compared > 0);
}

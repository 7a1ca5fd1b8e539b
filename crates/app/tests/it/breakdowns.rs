//! Values of groups: a closed list of them, and what is about too few.

use domain::imports::ValueKey;

use crate::imports::{HEAD, look};
use crate::kit::{Browser, TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";
const READER: &str = "Ingrid Malm";
const NEW: &str = "0198f000000070008000000000000051";

fn measure() -> String {
    format!("/matt/{}", id("element", "sjukfranvaro"))
}

fn groups(browser: &mut Browser, unit: &str) -> String {
    browser.open(&format!("{}?enhet={}", measure(), id("org", unit))).within_budget(30);
    browser
        .page()
        .texts("#grupper, section")
        .into_iter()
        .find(|text| text.starts_with("Skillnader mellan grupper"))
        .unwrap_or_default()
}

#[test]
fn what_is_about_too_few_is_shown_to_nobody_but_those_who_report_it() {
    let app = TestApp::new();
    let mut reader = app.signed_in(READER);
    let text = groups(&mut reader, "nattpatrullen");
    assert!(text.contains("visas inte"), "{text}");
    assert!(!text.contains('%'), "neither the few nor those who would give them away: {text}");
    let file = |browser: &mut Browser| {
        let address = format!("{}/varden.csv?enhet={}", measure(), id("org", "nattpatrullen"));
        browser.get(&address).text()
    };
    let rows = file(&mut reader);
    let of_groups: Vec<&str> =
        rows.lines().filter(|row| row.contains(";kvinnor;") || row.contains(";män;")).collect();
    assert!(of_groups.len() > 20);
    assert!(of_groups.iter().all(|row| row.contains(";visas_inte;;")), "{:?}", of_groups.first());
    let all = reader.get(&format!("{}/varden.csv", measure())).text();
    assert!(all.contains("Nattpatrullen;män;2026-07;visas_inte;;"), "the whole file hides as much");
    let mut administrator = app.signed_in(ADMINISTRATOR);
    assert!(groups(&mut administrator, "nattpatrullen").contains('%'));
    assert!(!file(&mut administrator).contains("visas_inte"));
    assert!(groups(&mut reader, "skargardens-forskolor").contains('%'), "seven are enough");
}

#[test]
fn a_value_for_everybody_about_too_few_is_shown_to_nobody_but_those_who_report_it() {
    let app = TestApp::new();
    let key = ValueKey {
        measure: id("element", "sjukfranvaro").parse().unwrap(),
        org_unit: id("org", "nattpatrullen").parse().unwrap(),
        breakdown: String::new(),
        period: "2026-07".parse().unwrap(),
    };
    let july = |browser: &mut Browser| {
        browser.open(&format!("{}?enhet={}", measure(), id("org", "nattpatrullen")));
        browser.within_budget(30);
        let rows = browser.page().texts("table tr").into_iter();
        rows.into_iter().find(|row| row.contains("juli 2026")).unwrap_or_default()
    };
    let (mut reader, mut administrator) = (app.signed_in(READER), app.signed_in(ADMINISTRATOR));
    let value = july(&mut administrator);
    assert!(value.contains('%') && july(&mut reader) == value, "{value}");
    app.writing(move |tx| {
        app::measures::store::insert_counts(tx, [(&key, 3)])?;
        tx.leave_unaudited("a count for the test");
        Ok(())
    });
    assert_eq!(july(&mut administrator), value);
    let row = july(&mut reader);
    assert!(row.contains("visas inte") && !row.contains('%'), "{row}");
    assert!(reader.page().says("färre än 5 personer visas inte"), "{}", reader.page().text());
    let file = |browser: &mut Browser| {
        browser
            .get(&format!("{}/varden.csv", measure()))
            .text()
            .contains("Nattpatrullen;;2026-07;visas_inte;;")
    };
    assert!(file(&mut reader) && !file(&mut administrator));
}

#[test]
fn a_file_says_how_many_its_values_are_about_and_unknown_groups_are_refused() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let row = |rest: &str| format!("{HEAD};antal\nSjukfrånvaro;Skärgårdens förskolor;{rest}");
    look(&mut administrator, row("flickor;2026-08;;9,9;;").as_bytes());
    assert!(
        administrator.page().says("Måttet har ingen sådan grupp"),
        "{}",
        administrator.page().text()
    );
    look(&mut administrator, row("män;2026-08;;9,9;;många").as_bytes());
    assert!(administrator.page().says("Skriv antalet personer som ett heltal"));
    look(&mut administrator, row("män;2026-08;;9,9;;4").as_bytes());
    administrator.press("Läs in ett värde");
    assert_eq!(administrator.status(), 200);
    let mut reader = app.signed_in(READER);
    let text = groups(&mut reader, "skargardens-forskolor");
    assert!(text.contains("visas inte") && !text.contains("9,9"), "{text}");
    look(&mut administrator, row("män;2026-08;;9,9;;4").as_bytes());
    assert!(administrator.page().says("Det finns inget att läsa in"));
}

/// New words for a decided measure, whose groups may be changed.
fn new_wording(browser: &mut Browser) -> String {
    let begin = format!("/mal/{}/ersatt", id("element", "sjukfranvaro"));
    browser.post(&begin, &[("id", NEW)]);
    format!("/matt/{NEW}/uppdelning")
}

#[test]
fn the_groups_of_a_measure_are_said_on_screen() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    let address = new_wording(&mut administrator);
    administrator.open(&address);
    assert_eq!(administrator.value("Uppdelningar"), "kön: kvinnor, män");
    let audit = app.audit_length();
    for (lines, least) in
        [("kvinnor, män", "5"), ("kön: a", "5"), ("a: x, y\nb: y, z", "5"), ("", "få"), ("", "101")]
    {
        let fields = [("uppdelning", lines), ("minst", least), ("version", "1")];
        assert_eq!(administrator.post(&address, &fields).status.as_u16(), 422, "{lines} {least}");
    }
    let stale = [("uppdelning", "kön: a, b"), ("minst", "5"), ("version", "7")];
    administrator.post_and_show(&address, &stale);
    assert_eq!((administrator.status(), app.audit_length()), (409, audit));
    // Both texts: one's own in the field, the other's beside it; saving again keeps one's own.
    assert_eq!(administrator.value("Uppdelningar"), "kön: a, b");
    assert!(administrator.page().says("Någon annan har ändrat måttet medan du skrev"));
    assert_eq!(administrator.page().texts("dl.facts dd"), ["kön: kvinnor, män", "5"]);
    administrator.open(&address);
    administrator
        .fill("Uppdelningar", "kön: kvinnor, män\nutförare: kommunal, privat")
        .fill("Visa inte värden som gäller färre än", "8")
        .press("Spara");
    assert!(administrator.page().says("utförare: kommunal, privat"));
    let kept = app.structure().measure(NEW.parse().unwrap()).cloned().unwrap();
    assert_eq!((kept.breakdowns.len(), kept.least_count), (2, 8));
}

//! Which measures move along with one: told only when chance would not do it, and never as a cause.

use crate::kit::{TestApp, id};

fn page() -> String {
    let (measure, unit) = (id("element", "sjukfranvaro"), id("org", "skargardens-forskolor"));
    format!("/matt/{measure}/samband?enhet={unit}")
}

/// Gives one measure of the unit the values of another, but for a constant.
fn copy_values(app: &TestApp, from: &'static str, to: &'static str) {
    app.writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        let key = |word: &str| id("element", word).parse::<domain::ids::ElementId>().unwrap();
        let unit: domain::ids::OrgUnitId = id("org", "skargardens-forskolor").parse().unwrap();
        tx.run(
            "delete from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
             and breakdown = ''",
            db::params![key(to).bytes(), unit.bytes()],
        )?;
        tx.run(
            "insert into outcomes (tenant, measure_id, org_unit_id, breakdown, period, state, value, \
             scale, quality, origin, at, version) select tenant, $2, org_unit_id, breakdown, period, state, \
             value + 20, scale, quality, origin, at, 1 from outcomes where tenant = $1 and measure_id = $3 \
             and org_unit_id = $4 and breakdown = ''",
            db::params![key(to).bytes(), key(from).bytes(), unit.bytes()],
        )?;
        Ok::<_, app::web::error::AppError>(())
    });
}

#[test]
fn a_measure_that_moves_with_another_is_found_with_its_picture_and_the_question_if_it_was_expected()
{
    let app = TestApp::new();
    copy_values(&app, "sjukfranvaro", "timvikarier");
    let mut browser = app.signed_in("Amira Lindqvist");
    let measure = page().replace("/samband", "");
    browser.open(&measure).follow("Vad rör sig tillsammans?").within_budget(30);
    let found = browser.page().texts("section[aria-labelledby=samband] article h3");
    assert_eq!(found.first().map(String::as_str), Some("Tid som timvikarier arbetar"), "{found:?}");
    let rows = browser.page().table("Alla mått som är jämförda");
    let row = rows.iter().find(|row| row[0] == "Tid som timvikarier arbetar").unwrap();
    assert_eq!((row[1].as_str(), row[3].as_str()), ("åt samma håll", "1"));
    let file = browser.get(&page().replace("/samband?", "/samband.csv?")).text().clone();
    assert!(
        file.contains("Tid som timvikarier arbetar") && file.contains("åt samma håll"),
        "{file}"
    );
    let text = browser.page().text();
    assert!(text.contains("Stämmer det med vad ni väntade er?"));
    assert!(text.contains("Det säger inget om vad som beror på vad."));
    for word in ["orsak", "påverkar", "leder till"] {
        assert!(!text.to_lowercase().contains(word), "{word}");
    }
}

#[test]
fn whether_it_was_expected_is_answered_here_and_shown_the_next_time_with_who_and_when() {
    let app = TestApp::new();
    copy_values(&app, "sjukfranvaro", "timvikarier");
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&page());
    assert!(!amira.page().says("Amira Lindqvist svarade"));
    let rows = app.audit_length();
    amira.choose("Nej").press("Spara");
    assert_eq!(app.audit_length(), rows + 1);
    assert!(amira.page().says("Väntat? Nej. Amira Lindqvist svarade 25 augusti 2026."));
    amira.press("Spara");
    assert_eq!(app.audit_length(), rows + 1, "the same answer again is no new one");
    let mut reader = app.signed_in("Ingrid Malm");
    reader.open(&page());
    assert!(reader.page().says("Väntat? Nej. Amira Lindqvist svarade 25 augusti 2026."));
    assert!(!reader.page().says("Spara"), "who does not report may only read");
    let from_the_other =
        page().replace(&id("element", "sjukfranvaro"), &id("element", "timvikarier"));
    reader.open(&from_the_other);
    assert!(reader.page().says("Väntat? Nej."), "whichever of the two is asked about");
}

#[test]
fn an_answer_changes_nothing_of_how_the_measure_stood_another_day() {
    let app = TestApp::new();
    copy_values(&app, "sjukfranvaro", "timvikarier");
    let measure = || {
        let told = app::past::Days::retold(&app.app().db, app.tenant(), i64::MAX).unwrap();
        let lines = told.read(crate::any_edits::lines).unwrap();
        let of_measure = id("element", "sjukfranvaro").replace('-', "");
        let is_its = |line: &String| {
            let mut cells = line.split('|');
            let kind = cells.next().unwrap_or_default();
            matches!(kind, "measure" | "worth") && cells.next() == Some(of_measure.as_str())
        };
        lines.into_iter().filter(is_its).collect::<Vec<_>>()
    };
    let before = measure();
    assert_eq!(before.len(), 2, "{before:?}");
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&page()).choose("Nej").press("Spara");
    assert!(amira.page().says("Väntat? Nej."));
    assert_eq!(measure(), before);
    let mut administrator = app.signed_in("Johan Åkerlund");
    administrator.open("/spar");
    let rows = administrator.page().texts("table tr");
    let row = rows.iter().find(|row| row.contains("Svarade om ett väntat samband"));
    assert!(row.is_some_and(|row| row.contains("Samband")), "{row:?}");
}

#[test]
fn what_chance_may_do_among_many_is_looked_at_and_not_told() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    browser.open(&page()).within_budget(30);
    let rows = browser.page().table("Alla mått som är jämförda");
    assert!(rows.len() > 3, "{rows:?}");
    assert!(rows.iter().any(|row| row[1] == "inget tydligt"), "{rows:?}");
}

#[test]
fn a_measure_without_shared_periods_says_what_is_needed() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let unit = id("org", "valnamnden");
    browser.open(&format!("/matt/{}/samband?enhet={unit}", id("element", "sjukfranvaro")));
    assert!(browser.page().says("Det finns inget att jämföra med än"));
    let reply = browser.get(&format!("/matt/{}/samband", id("element", GOAL)));
    assert_eq!(reply.status, 404);
}

#[test]
fn how_many_of_those_shown_are_chance_is_said_only_where_some_are_shown() {
    let app = TestApp::new();
    // At the unit one measure moves with another; at their owners chance alone is at work.
    copy_values(&app, "sjukfranvaro", "timvikarier");
    let mut browser = app.signed_in("Kerstin Öberg");
    let structure = app.structure();
    let mut seen = [0, 0];
    let owners = ["biblioteksbesok", "matsvinn", "besok-simhall"].map(|measure| {
        let owner = structure.element(id("element", measure).parse().unwrap()).unwrap().owner;
        (measure, format!("/matt/{}/samband?enhet={owner}", id("element", measure)))
    });
    for (measure, address) in owners.into_iter().chain([("sjukfranvaro", page())]) {
        browser.open(&address);
        let page = browser.page();
        let shown = page.texts("section[aria-labelledby=samband] article h3").len();
        assert_eq!(page.says("Av dem som visas"), shown > 0, "{measure}: {}", page.text());
        seen[usize::from(shown > 0)] += 1;
    }
    assert!(seen[0] > 0 && seen[1] > 0, "both are seen: {seen:?}");
}

const GOAL: &str = "em-skargardens-forskolor";

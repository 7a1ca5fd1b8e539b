//! Values by file: looked at, read in, undone, and every way a file can be wrong.

use proptest::prelude::*;

use crate::kit::{Browser, TestApp, id};

pub(crate) const HEAD: &str = "matt;enhet;uppdelning;period;tillstand;varde;kvalitet";
pub(crate) const PLACE: &str = "Sjukfrånvaro;Skärgårdens förskolor;";

pub(crate) fn look(browser: &mut Browser, text: &[u8]) {
    browser.open("/matt/inlasning").upload("Fil", "värden.csv", text).press("Granska filen");
}

pub(crate) fn rows(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}\n{}", rows.join("\n")).into_bytes()
}

pub(crate) fn value_of_august(app: &TestApp) -> String {
    value_of_august_as(app, "Johan Åkerlund")
}

pub(crate) fn value_of_august_as(app: &TestApp, person: &str) -> String {
    let mut browser = app.signed_in(person);
    browser.open("/matt?q=sjukfr").follow("Sjukfrånvaro").follow("Skärgårdens förskolor");
    browser
        .page()
        .table("Sjukfrånvaro")
        .get(1)
        .and_then(|row| row.get(1))
        .cloned()
        .unwrap_or_default()
}

#[test]
fn a_file_is_looked_at_read_in_and_undone() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let (before, audit) = (value_of_august(&app), app.audit_length());
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,9;granskat")]));
    assert_eq!(browser.status(), 200);
    assert_eq!((value_of_august(&app), app.audit_length()), (before.clone(), audit));
    browser.press("Läs in ett värde");
    assert!(browser.page().says("Ett värde är inläst"), "{}", browser.page().text());
    assert!(value_of_august(&app).starts_with("9,9"), "{}", value_of_august(&app));
    assert_eq!(app.audit_length(), audit + 1);
    browser.press("Ångra inläsningen");
    assert!(browser.page().says("Inläsningen är ångrad"));
    assert_eq!((value_of_august(&app), app.audit_length()), (before, audit + 2));
}

#[test]
fn a_spreadsheet_is_looked_at_read_in_and_undone_as_a_file_of_text() {
    use formats::xlsx::{Cell, write};
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let before = value_of_august(&app);
    let row = |period: &str, value: &str| {
        let text = |words: &str| Cell::Text(words.to_owned());
        vec![
            text("Sjukfrånvaro"),
            text("Skärgårdens förskolor"),
            text(period),
            Cell::Number(value.to_owned()),
        ]
    };
    let heads = ["Mått", "Enhet", "Period", "Värde"];
    // A spreadsheet makes a day of a month.
    let file = write("Blad1", &heads, [row("2026-08-01", "9,9"), row("2026-07", "108")]);
    browser.open("/matt/inlasning").upload("Fil", "värden.xlsx", &file).press("Granska filen");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert!(browser.page().says("mellan 0 och 100"), "{}", browser.page().text());
    browser.press("Läs in ett värde");
    assert!(value_of_august(&app).starts_with("9,9"), "{}", value_of_august(&app));
    browser.press("Ångra inläsningen");
    assert_eq!(value_of_august(&app), before);
}

#[test]
fn the_same_file_again_changes_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let file = rows(&[&format!("{PLACE};2026-08;;9,9;granskat")]);
    look(&mut browser, &file);
    browser.press("Läs in ett värde");
    look(&mut browser, &file);
    assert!(browser.page().says("Det finns inget att läsa in"), "{}", browser.page().text());
}

#[test]
fn what_is_downloaded_can_be_read_in_and_changes_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    browser.open("/matt?q=sjukfr").follow("Sjukfrånvaro");
    let address = browser.address().split('?').next().unwrap_or_default().to_owned();
    let file = browser.get(&format!("{address}/varden.csv")).body.to_vec();
    look(&mut browser, &file);
    assert!(browser.page().says("Allt i filen står redan i Tråden"), "{}", browser.page().text());
}

#[test]
fn files_that_cannot_be_read_are_refused_with_a_reason() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let audit = app.audit_length();
    for (bytes, reason) in [
        (b"".to_vec(), "tom"),
        (b" \n".to_vec(), "tom"),
        (b"PK\x03\x04\0\0".to_vec(), "Filen är skadad"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "äldre Excel-format"),
        (b"\xff\xfea\0\0\0".to_vec(), "inte ett kalkylark eller en CSV-fil"),
        (b"a;b\n1;2".to_vec(), "saknas"),
        (format!("{HEAD}\n").into_bytes(), "inga rader"),
        (b"matt;matt;enhet;period;varde\n1;1;1;1;1".to_vec(), "finns två gånger"),
        (vec![b'a'; 29 * 1024 * 1024], "för stor"),
    ] {
        look(&mut browser, &bytes);
        assert_eq!(browser.status(), 422, "{reason}");
        let problems = browser.page().problems();
        assert!(problems.iter().any(|words| words.contains(reason)), "{reason}: {problems:?}");
    }
    assert_eq!(app.audit_length(), audit);
}

#[test]
fn wrong_rows_are_told_and_the_right_ones_are_read_in() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(
        &mut browser,
        &rows(&[
            &format!("{PLACE};2026-08;;9,9;granskat"),
            "Sjukfranvaro;Skärgårdens förskolor;;2026-07;;8;",
            &format!("{PLACE};2026-07;;8,123;"),
            &format!("{PLACE};2026-06;;108;"),
            &format!("{PLACE};2026-11;;8;"),
            &format!("{PLACE};2026;;8;"),
        ]),
    );
    for told in [
        "Menar du ”Sjukfrånvaro”",
        "Avrunda",
        "mellan 0 och 100",
        "inte börjat",
        "mäts inte i sådana",
    ] {
        assert!(browser.page().says(told), "{told}: {}", browser.page().text());
    }
    browser.choose("Läs in bara om allt är rätt").press("Läs in ett värde");
    assert_eq!(browser.status(), 422);
    assert!(!value_of_august(&app).starts_with("9,9"));
    browser.untick("Läs in bara om allt är rätt").press("Läs in ett värde");
    assert!(value_of_august(&app).starts_with("9,9"));
}

#[test]
fn what_has_changed_since_the_look_is_told_and_nothing_is_read_in() {
    let app = TestApp::new();
    let mut first = app.signed_in("Johan Åkerlund");
    let mut second = app.signed_in("Johan Åkerlund");
    look(&mut first, &rows(&[&format!("{PLACE};2026-08;;9,9;")]));
    look(&mut second, &rows(&[&format!("{PLACE};2026-08;;9,7;")]));
    second.press("Läs in ett värde");
    first.press("Läs in ett värde");
    assert_eq!(first.status(), 409);
    assert!(first.page().says("Något har ändrats sedan du granskade filen"));
    assert!(value_of_august(&app).starts_with("9,7"));
    first.press("Läs in ett värde");
    assert!(value_of_august(&app).starts_with("9,9"));
}

#[test]
fn undoing_leaves_what_another_import_has_changed_since() {
    let app = TestApp::new();
    let mut first = app.signed_in("Johan Åkerlund");
    let mut second = app.signed_in("Johan Åkerlund");
    look(&mut first, &rows(&[&format!("{PLACE};2026-08;;9,9;")]));
    first.press("Läs in ett värde");
    look(&mut second, &rows(&[&format!("{PLACE};2026-08;;9,7;")]));
    second.press("Läs in ett värde");
    first.press("Ångra inläsningen");
    assert!(
        first.page().says("Värden som är ändrade efter inläsningen"),
        "{}",
        first.page().text()
    );
    assert!(value_of_august(&app).starts_with("9,7"));
}

#[test]
fn who_answers_for_a_workplace_cannot_read_files_in() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    assert_eq!(browser.get("/matt/inlasning").status, 403);
    let unknown = "/matt/inlasning/00000000000000000000000000000001";
    assert_eq!(app.signed_in("Johan Åkerlund").get(unknown).status, 404);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_upload_is_looked_at_or_refused_and_keeps_no_value(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        cells in proptest::collection::vec("(Sjukfrånvaro|Skärgårdens förskolor|2026-07|8,1|[^\r\n{]{0,9})", 0..30),
    ) {
        let app = TestApp::new();
        let mut browser = app.signed_in("Johan Åkerlund");
        let audit = app.audit_length();
        let table: Vec<String> = cells.chunks(7).map(|row| row.join(";")).collect();
        for file in [bytes, format!("{HEAD}\n{}", table.join("\n")).into_bytes()] {
            look(&mut browser, &file);
            prop_assert!([200, 422].contains(&browser.status()));
        }
        prop_assert_eq!(app.audit_length(), audit);
    }
}

#[test]
fn values_of_a_measure_that_has_ended_are_refused_row_by_row() {
    let app = TestApp::new();
    let sick: domain::ids::ElementId = id("element", "sjukfranvaro").parse().unwrap();
    let mut ended = (**app.structure().element(sick).unwrap()).clone();
    ended.state = domain::elements::ElementState::Ended;
    ended.version += 1;
    app.writing(move |tx| app::elements::store::change_element(tx, "end", &ended));
    let mut browser = app.signed_in("Johan Åkerlund");
    let other = "Personal som slutar;Skärgårdens förskolor;;2026-T2;;4,1;";
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,9;"), other]));
    assert_eq!(browser.status(), 200);
    assert!(browser.page().says("gäller inte längre"), "{}", browser.page().text());
    browser.press("Läs in ett värde");
    assert!(browser.page().says("Ett värde är inläst"), "{}", browser.page().text());
}

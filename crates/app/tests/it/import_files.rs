//! Every class of file that is wrong, what is told, and that nothing of it is kept.

use app::app::new_id;
use db::testing::SeededEntropy;
use domain::ids::OrgUnitId;
use domain::organisation::OrgUnit;

use crate::imports::{HEAD, PLACE, look, rows, value_of_august};
use crate::kit::{NEIGHBOUR_HOST, TestApp, id};
use crate::neighbour::only_there;

/// What is told of a file that is refused whole, and that it left nothing.
#[track_caller]
fn refused(file: &[u8], reason: &str) {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(&mut browser, file);
    assert_eq!(browser.status(), 422, "{reason}");
    let problems = browser.page().problems();
    assert!(problems.iter().any(|words| words.contains(reason)), "{reason}: {problems:?}");
    assert!(browser.open("/matt/inlasning").page().says("Inga filer än"), "{reason}");
}

/// What is told of a row, and that it cannot be read in.
#[track_caller]
fn row_refused(row: &str, reason: &str) {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(&mut browser, &rows(&[row]));
    assert_eq!(browser.status(), 200, "{row}");
    assert!(browser.page().says(reason), "{row}: {}", browser.page().text());
    assert!(browser.page().says("Det finns inget att läsa in"), "{row}");
}

#[test]
fn a_binary_file_is_refused_whatever_it_is_called() {
    refused(b"PK\x03\x04\x14\0\x06\0", "Filen är skadad");
    refused(b"\x89PNG\r\n\x1a\n\x01\x02\xff", "inte ett kalkylark eller en CSV-fil");
}

#[test]
fn an_empty_file_and_one_with_headings_alone_are_refused_with_what_to_do() {
    refused(b"\xef\xbb\xbf\r\n", "Filen är tom");
    refused(format!("{HEAD}\r\n;;;;;;\r\n").as_bytes(), "inga rader");
}

#[test]
fn a_file_with_a_separator_that_is_not_known_is_told_which_are() {
    refused(
        b"matt|enhet|period|varde\nSjukfr\xc3\xa5nvaro|2|2026-08|8",
        "semikolon, tabb eller komma",
    );
}

#[test]
fn a_quotation_mark_left_open_is_told_with_its_row_and_how_to_mend_it() {
    let file = format!("{HEAD}\n{PLACE};2026-07;;8;\n\"{PLACE};2026-08;;9;\n{PLACE};2026-06;;7;\n");
    refused(file.as_bytes(), "En cell på rad 3 börjar med ett citattecken");
    refused(file.as_bytes(), "Ta bort citattecknet");
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    refused(&vec![b'a'; 28 * 1024 * 1024 + 1], "för stor");
    let cells = format!("{HEAD}\n{}", ";;;;;;x\n".repeat(600_000));
    refused(cells.as_bytes(), "för stor");
}

#[test]
fn names_that_are_not_known_are_told_with_the_nearest() {
    row_refused("Sjukfranvaro;Skärgårdens förskolor;;2026-08;;8;", "Menar du ”Sjukfrånvaro”");
    row_refused("Sjukfrånvaro;Skärgardens förskolor;;2026-08;;8;", "Menar du ”Skärgårdens");
    row_refused("Väder;Skärgårdens förskolor;;2026-08;;8;", "inget mått med det namnet");
}

#[test]
fn a_name_that_two_org_units_bear_finds_neither() {
    let app = TestApp::new();
    let structure = app.structure();
    let named = |unit: &&std::sync::Arc<OrgUnit>| unit.name == "Skärgårdens förskolor";
    let first = structure.organisation.all().find(named).unwrap();
    let fresh = OrgUnitId::from(new_id(&*app.app().clock, &SeededEntropy::new(3)));
    let second = OrgUnit { id: fresh, ..OrgUnit::clone(first) };
    app.writing(move |tx| {
        app::organisation::store::insert_org_unit(tx, &second)?;
        Ok(())
    });
    let mut browser = app.signed_in("Johan Åkerlund");
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,9;")]));
    assert!(browser.page().says("Flera har det namnet"), "{}", browser.page().text());
    let by_id = format!("Sjukfrånvaro;{};;2026-08;;9,9;", id("org", "skargardens-forskolor"));
    look(&mut browser, &rows(&[&by_id]));
    browser.press("Läs in ett värde");
    assert!(browser.page().says("Ett värde är inläst"), "{}", browser.page().text());
}

#[test]
fn periods_that_cannot_be_are_told_each_in_its_way() {
    row_refused(&format!("{PLACE};augusti;;8;"), "Perioden går inte att läsa");
    row_refused(&format!("{PLACE};2026-13;;8;"), "Perioden går inte att läsa");
    row_refused(&format!("{PLACE};2026-T2;;8;"), "mäts inte i sådana perioder");
    row_refused(&format!("{PLACE};2027-01;;8;"), "inte börjat");
}

#[test]
fn numbers_are_read_as_they_are_written_here_and_never_guessed() {
    for (written, shown) in [("9,90", "9,9"), ("9.9 %", "9,9"), ("\u{a0}9,9", "9,9")] {
        let app = TestApp::new();
        let mut browser = app.signed_in("Johan Åkerlund");
        look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;{written};")]));
        browser.press("Läs in ett värde");
        assert!(value_of_august(&app).starts_with(shown), "{written}: {}", value_of_august(&app));
    }
    for written in ["nio", "1.234,5", "9,9,9", "#REF!", "9e1", "--9"] {
        row_refused(&format!("{PLACE};2026-08;;{written};"), "Skriv ett tal");
    }
    row_refused(&format!("{PLACE};2026-08;;100,1;"), "mellan 0 och 100");
}

#[test]
fn a_file_in_the_older_encoding_is_read_with_its_letters() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let text = String::from_utf8(rows(&[&format!("{PLACE};2026-08;;9,9;")])).unwrap();
    // The letters of these texts have the same number in Windows-1252 as in Unicode.
    let older: Vec<u8> = text.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    look(&mut browser, &older);
    browser.press("Läs in ett värde");
    assert!(value_of_august(&app).starts_with("9,9"));
}

#[test]
fn identities_of_the_municipality_next_door_are_not_known() {
    let app = TestApp::with_neighbour();
    let mut browser = app.signed_in("Johan Åkerlund");
    let theirs = only_there();
    look(
        &mut browser,
        &rows(&[
            &format!("{theirs};Skärgårdens förskolor;;2026-08;;8;"),
            &format!("Sjukfrånvaro;{theirs};;2026-08;;8;"),
        ]),
    );
    assert!(browser.page().says("Det finns inget mått med det namnet"));
    assert!(browser.page().says("Det finns ingen enhet med det namnet"));
}

#[test]
fn a_file_of_the_municipality_next_door_does_not_exist_here() {
    let app = TestApp::with_neighbour();
    let mut there = app.browser_at(NEIGHBOUR_HOST);
    there.sign_in("Johan Åkerlund kanariefågel");
    look(&mut there, b"matt;enhet;period;varde\nx;y;2026-08;1");
    assert_eq!(there.status(), 200);
    let address = there.address().to_owned();
    let mut here = app.signed_in("Johan Åkerlund");
    assert_eq!(here.get(&address).status, 404);
    for what in ["las-in", "angra"] {
        assert_eq!(here.post(&format!("{address}/{what}"), &[]).status, 404, "{what}");
    }
}

#[test]
fn a_button_pressed_twice_reads_in_once_and_undoes_once() {
    let app = TestApp::new();
    let mut first = app.signed_in("Johan Åkerlund");
    look(&mut first, &rows(&[&format!("{PLACE};2026-08;;9,9;")]));
    let address = first.address().to_owned();
    let mut second = app.signed_in("Johan Åkerlund");
    second.open(&address);
    let audit = app.audit_length();
    first.press("Läs in ett värde");
    second.press("Läs in ett värde");
    assert!(second.page().says("Ett värde är inläst"));
    assert_eq!(app.audit_length(), audit + 1);
    first.press("Ångra inläsningen");
    second.press("Ångra inläsningen");
    assert!(second.page().says("Inläsningen är ångrad"));
    assert_eq!(app.audit_length(), audit + 2);
}

#[test]
fn undoing_leaves_what_a_person_has_changed_since() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(
        &mut browser,
        &rows(&[&format!("{PLACE};2026-08;;9,9;"), &format!("{PLACE};2026-07;;9,8;")]),
    );
    browser.fill("Varför ändras värdena?", "Ny lönefil.").press("Läs in 2 värden");
    let address = browser.address().to_owned();
    browser.open("/matt?q=sjukfr").follow("Sjukfrånvaro").follow("Skärgårdens förskolor");
    let (measure, query) = browser.address().split_once('?').unwrap_or_default();
    let form = format!("{measure}/varde?{query}&period=2026-08");
    browser.open(&form).fill("Värde, procent av arbetad tid", "4,4").press("Spara värdet");
    assert!(value_of_august(&app).starts_with("4,4"), "{}", value_of_august(&app));
    browser.open(&address).press("Ångra inläsningen");
    assert!(browser.page().says("Värden som är ändrade efter inläsningen"));
    assert_eq!(browser.page().table("Värden som är ändrade efter inläsningen").len(), 2);
    assert!(value_of_august(&app).starts_with("4,4"));
}

#[test]
fn a_file_is_forgotten_when_it_is_read_in_and_after_a_week_when_it_is_not() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,9;")]));
    browser.press("Läs in ett värde");
    let applied = browser.address().to_owned();
    look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,7;")]));
    let previewed = browser.address().to_owned();
    assert_eq!(kept_texts(&app), 1);
    for (days, status) in [(6, 200), (2, 404)] {
        app.clock().advance_secs(days * 24 * 60 * 60);
        let mut browser = app.signed_in("Johan Åkerlund");
        look(&mut browser, &rows(&[&format!("{PLACE};2026-08;;9,6;")]));
        assert_eq!(browser.get(&previewed).status, status, "{days} days later");
        assert_eq!(browser.get(&applied).status, 200, "{days} days later");
    }
}

fn kept_texts(app: &TestApp) -> i64 {
    app.reading(|tx| {
        let sql = "select count(*) from imports where tenant = $1 and content <> ''";
        tx.one(sql, &[], |row| row.int(0))
    })
    .unwrap_or(0)
}

#[test]
fn the_list_reads_past_files_that_the_visitor_may_not_know_of() {
    let app = TestApp::new();
    let org = |word: &str| id("org", word).parse().expect("an identity");
    let (own, elsewhere) = (org("utbildningsforvaltningen"), org("socialforvaltningen"));
    app.writing(move |tx| {
        for number in 0..=250_u8 {
            let file = app::imports::ImportFile {
                id: [number; 16].into(),
                org_unit: if number == 0 { own } else { elsewhere },
                file_name: format!("fil {number}.csv"),
                origin: String::new(),
                state: app::imports::ImportState::Applied,
                value_count: 1,
                digest: String::new(),
                person: [0xab; 16].into(),
                person_name: String::new(),
                at: i64::from(number),
                applied_at: 0,
                undone_at: 0,
                version: 1,
            };
            app::imports::insert_import(tx, &file, "")?;
        }
        Ok(())
    });
    let mut admin = app.signed_in("Johan Åkerlund");
    admin.open("/personer/ny").fill("Namn", "Petra Part").fill("E-post", "p.part@skarvik.example");
    admin.press("Lägg till").choose("Controller").pick("Gäller för", "Utbildningsförvaltningen");
    admin.press("Ge rollen");
    let mut part = app.signed_in("Petra Part");
    part.open("/matt/inlasning");
    assert!(part.page().says("fil 0.csv"), "{}", part.page().text());
    assert!(!part.page().says("fil 1.csv"));
}

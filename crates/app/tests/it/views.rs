//! Röda tråden as a list, as a grid and in words, with the same filters; and views with names.

use crate::kit::{TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";

/// What the list's rows say, the heads left out.
fn rows(browser: &crate::kit::Browser) -> Vec<String> {
    browser.page().texts("#lista tbody th")
}

#[test]
fn a_branch_opens_and_closes_by_its_link_and_the_rest_stays_as_it_was() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open("/trad?vy=lista").within_budget(30);
    let closed = rows(&browser).len();
    assert!(
        browser.page().texts("[role=treegrid] tr[aria-level='2'][aria-expanded=false]").len() > 5
    );
    browser.follow("Öppna grenen Trygg uppväxt och lust att lära").within_budget(30);
    let opened = rows(&browser);
    assert!(opened.len() > closed, "{}: {opened:?}", browser.address());
    assert!(opened.iter().any(|row| row.contains("Varje barn får en trygg start")));
    browser.follow("Öppna grenen Varje barn får en trygg start");
    assert!(rows(&browser).iter().any(|row| row.contains("Trygg lek i mindre grupper")));
    browser.follow("Stäng grenen Trygg uppväxt och lust att lära");
    assert_eq!(rows(&browser).len(), closed);
}

#[test]
fn the_list_says_whose_each_row_is_who_answers_for_it_and_how_it_goes() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let goal = id("element", "rm-trygg-start");
    browser.open(&format!("/trad?vy=lista&fokus={goal}"));
    let table = browser.page().table("Tråden som lista");
    let row = table
        .iter()
        .find(|row| row.iter().any(|cell| cell.contains("Varje barn får en trygg start")));
    let row = row.unwrap_or_else(|| panic!("{table:?}")).join(" | ");
    for words in ["Resultatmål", "Utbildningsnämnden", "Lena Holm", "Delvis uppnått", "25 aug"] {
        assert!(row.contains(words), "{row} lacks {words}");
    }
}

#[test]
fn filters_narrow_the_list_to_those_rows_alone_and_follow_to_the_other_views() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let school = id("org", "utbildningsnamnden");
    browser
        .open(&format!("/trad?vy=lista&namnd={school}&typ=aktivitet&avviker=1"))
        .within_budget(30);
    let found = rows(&browser);
    assert!(found.iter().any(|row| row.contains("Timvikarier blir fasta tjänster")), "{found:?}");
    assert!(found.iter().all(|row| row.starts_with("Aktivitet")), "{found:?}");
    assert!(!found.iter().any(|row| row.contains("Kurs i alternativ kommunikation")));
    browser.follow("I ord").within_budget(30);
    assert!(browser.page().says("Timvikarier blir fasta tjänster"));
    assert!(!browser.page().says("Kurs i alternativ kommunikation"));
    browser.follow("Tråd");
    assert!(
        browser.address().contains("avviker=1")
            && browser.address().contains(&school.replace('-', ""))
    );
}

#[test]
fn the_list_finds_what_a_person_answers_for_and_what_nobody_does() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Lena Holm");
    browser.open("/trad?vy=lista").follow("Jag").within_budget(30);
    assert!(rows(&browser).iter().any(|row| row.contains("Varje barn får en trygg start")));
    let owners = browser.page().texts("#lista tbody td:nth-last-child(3)");
    assert!(owners.iter().all(|name| name == "Lena Holm"), "{owners:?}");
    browser.open("/trad?vy=lista&ansvarig=ingen").within_budget(30);
    let owners = browser.page().texts("#lista tbody td:nth-last-child(3)");
    assert!(!owners.is_empty() && owners.iter().all(String::is_empty));
}

#[test]
fn every_cell_of_the_grid_counts_goals_or_says_why_there_are_none() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/trad?vy=rutnat").within_budget(30);
    let table = browser.page().table("Fullmäktiges mål efter nämnd");
    let heads = table[0].clone();
    let at = |name: &str| {
        heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("{heads:?}"))
    };
    let row = |start: &str| table.iter().find(|row| row[0].contains(start)).unwrap().clone();
    let growing = row("Trygg uppväxt och lust att lära");
    assert!(growing[at("Utbildningsnämnden")].contains("2 delvis uppnått"), "{growing:?}");
    assert!(growing[at("Byggnadsnämnden")].contains("Inget åtagande"));
    assert!(
        growing[at("Byggnadsnämnden")].contains("Nämnden möter inte barn och unga i sitt uppdrag.")
    );
    assert!(row("Bygga varsamt och hållbart")[at("Miljönämnden")].contains("Saknar svar"));
    assert!(table.iter().skip(1).flatten().all(|cell| !cell.is_empty()), "{table:?}");
}

#[test]
fn a_cell_leads_to_the_goals_it_counts_and_a_gap_to_where_it_is_mended() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/trad?vy=rutnat");
    let goal = id("element", "im-uppvaxt").replace('-', "");
    let committee = id("org", "utbildningsnamnden").replace('-', "");
    let links = browser.page().links();
    let cell = links
        .iter()
        .find(|(_, to)| to.contains("vy=lista") && to.contains(&goal) && to.contains(&committee));
    let (words, to) = cell.unwrap_or_else(|| panic!("{links:?}")).clone();
    let counted: usize = words.split(' ').filter_map(|word| word.parse::<usize>().ok()).sum();
    browser.open(&to);
    assert_eq!(rows(&browser).len(), counted, "{words}: {:?}", rows(&browser));
    browser.open("/trad?vy=rutnat").follow("Svara: Bygga varsamt och hållbart, Miljönämnden");
    assert!(browser.page().says("Bygga varsamt och hållbart"));
    // Who may not plan there is told of the gap, and not led to it.
    let mut reader = app.signed_in(MANAGER);
    reader.open("/trad?vy=rutnat");
    assert!(reader.page().says("Saknar svar"));
    assert!(!reader.page().links().iter().any(|(words, _)| words.starts_with("Svara")));
}

#[test]
fn a_view_is_saved_under_a_name_found_again_and_taken_away_by_its_owner_alone() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    browser.open("/trad?vy=lista&typ=aktivitet&avviker=1").follow("Spara den här vyn");
    browser.press("Spara vyn");
    assert_eq!(browser.status(), 422);
    assert_eq!(app.audit_length(), before);
    browser.fill("Vad ska vyn heta?", "Sent ute").press("Spara vyn");
    assert_eq!(app.audit_length(), before + 1);
    assert!(
        browser.address().ends_with("/trad?vy=lista&avviker=1&typ=aktivitet"),
        "{}",
        browser.address()
    );
    browser.open("/trad?vy=rutnat").follow("Sent ute");
    assert!(rows(&browser).iter().any(|row| row.contains("Timvikarier blir fasta tjänster")));
    browser.open("/");
    assert!(browser.page().links().iter().any(|(words, _)| words == "Sent ute"));
    let mut other = app.signed_in(MANAGER);
    other.open("/trad?vy=lista");
    assert!(!other.page().says("Sent ute"));
    browser.open("/trad/vyer").press("Ta bort Sent ute");
    assert!(!browser.page().says("Sent ute"));
}

#[test]
fn what_is_saved_is_an_address_of_ours_whatever_was_sent() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let reply = browser.post(
        "/trad/vyer",
        &[("namn", "Ont"), ("fraga", "https://example.org/?vy=lista\r\nSet-Cookie: a=b")],
    );
    assert_eq!(reply.header("location"), "/trad");
    browser.open("/trad/vyer");
    let to = browser.page().links().into_iter().find(|(words, _)| words == "Ont").unwrap().1;
    assert_eq!(to, "/trad");
}

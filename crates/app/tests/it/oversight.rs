//! Oversight: who has handed in, what deviates without anything being done, how committees stand
//! beside each other, who is silent, and what is new since the last meeting.

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const DIRECTOR: &str = "Mårten Ekdahl";
const ABOVE: &str = "Lena Holm";
const MANAGER: &str = "Amira Lindqvist";
const ELECTED: &str = "Yvonne Strand";
const AUDITOR: &str = "Gösta Hallin";

#[track_caller]
fn says(browser: &Browser, all: &[&str]) {
    for words in all {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
}

/// A file's rows, split into cells.
fn file(browser: &mut Browser, address: &str) -> Vec<Vec<String>> {
    let text = browser.get(address).text();
    let line = |line: &str| line.split(';').map(|cell| cell.trim_matches('"').to_owned()).collect();
    text.trim_start_matches('\u{feff}').lines().map(line).collect()
}

#[test]
fn only_the_opened_branch_of_the_collection_is_on_the_page() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/uppsikt/insamling").within_budget(30);
    says(&browser, &["Utbildningsnämnden", "rapporter är lämnade", "Ska vara lämnad 4 september"]);
    assert!(!browser.page().says("Skärgårdens förskolor"));
    browser.follow("Utbildningsnämnden").follow("Utbildningsförvaltningen").within_budget(30);
    says(&browser, &["Skärgårdens förskolor", "Socialnämnden"]);
    assert!(!browser.page().says("Barn- och familjeenheten"), "a branch that is not opened");
}

#[test]
fn the_counts_of_a_branch_are_those_of_its_accounts() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    browser.open("/uppsikt/insamling");
    let rows = file(&mut browser, "/uppsikt/insamling.csv");
    let in_state = |word: &str| rows.iter().filter(|row| row[3] == word).count();
    let handed_in = in_state("Godkänd") + in_state("Väntar på godkännande");
    let all = rows.len() - 1;
    says(&browser, &[&format!("{handed_in} av {all} rapporter är lämnade")]);
    assert!(handed_in > 0 && handed_in < all, "{handed_in} of {all}");
    assert!(rows.iter().skip(1).all(|row| row[2] == "Utbildningsnämnden"), "{rows:?}");
}

#[test]
fn an_account_that_has_not_come_by_its_day_is_late_and_says_by_how_much() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    browser.open("/uppsikt/insamling");
    assert!(!browser.page().says("försenad"), "{}", browser.page().text());
    app.clock().advance_secs(13 * 24 * 3_600);
    let mut browser = app.signed_in(ABOVE);
    browser.open("/uppsikt/insamling");
    says(&browser, &["3 dagar försenad"]);
}

#[test]
fn everyone_sees_the_branches_they_have_oversight_of_and_no_others() {
    let app = TestApp::new();
    for (who, sees, not) in [
        (MANAGER, "Skärgårdens förskolor", "Utbildningsnämnden"),
        (ELECTED, "Utbildningsnämnden", "Socialnämnden"),
        (DIRECTOR, "Socialnämnden", ""),
    ] {
        let mut browser = app.signed_in(who);
        browser.open("/uppsikt/insamling");
        let main = browser.page().texts("main").join(" ");
        assert!(main.contains(sees), "{who}: {main}");
        assert!(not.is_empty() || !main.contains(not), "{who}: {main}");
        let other = format!("/uppsikt/insamling?gren={}", id("org", "socialforvaltningen"));
        let expected = if who == DIRECTOR { 200 } else { 404 };
        assert_eq!(browser.get(&other).status.as_u16(), expected, "{who}");
        let rows = file(&mut browser, "/uppsikt/insamling.csv");
        let outside = rows.iter().any(|row| row[2] == "Socialnämnden");
        assert_eq!(outside, who == DIRECTOR, "{who}");
    }
}

#[test]
fn the_page_of_the_executive_board_gathers_what_must_be_seen_at_any_time() {
    let app = TestApp::new();
    let mut browser = app.signed_in(DIRECTOR);
    browser.open("/").follow("Uppsikt").within_budget(30);
    says(
        &browser,
        &[
            "rapporter är lämnade",
            "Vad som har ändrats sedan förra uppföljningen",
            "Avvikelser utan beslutad åtgärd",
            "Accepterade avvikelser",
            "Nämnderna jämförda",
            "Vad som görs",
        ],
    );
    let local = |to: &String| to.starts_with('/') && !to.starts_with("/static");
    let links: Vec<String> =
        browser.page().links().into_iter().map(|(_, to)| to).filter(local).collect();
    for link in links {
        let status = browser.get(&link).status.as_u16();
        assert!(status < 400, "{link} answers {status}");
    }
}

#[test]
fn a_goal_that_is_not_reached_is_without_action_until_something_is_decided() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let rows = file(&mut browser, "/uppsikt/avvikelser.csv");
    let structure = app.structure();
    let goal = structure.element(id("element", "rm-trygg-start").parse().unwrap()).unwrap();
    let row = rows.iter().find(|row| row[0] == goal.title).expect("partly, and forecast partly");
    let told = row.join(";");
    assert!(told.contains("Kostnadsberäkna grupper"), "decided and not finished: {told}");
    assert!(!told.contains("Fortbildning i anknytning"), "finished work is no action: {told}");
    let reached = structure.element(id("element", "rm-latt-att-na").parse().unwrap()).unwrap();
    assert!(rows.iter().all(|row| row[0] != reached.title));
    let bright = structure.element(id("element", "rm-missbruk").parse().unwrap()).unwrap();
    assert!(rows.iter().all(|row| row[0] != bright.title), "in part, and forecast to be reached");
}

#[test]
fn committees_stand_beside_each_other_with_as_many_goals_as_they_have() {
    let app = TestApp::new();
    let mut browser = app.signed_in(AUDITOR);
    browser.open("/uppsikt/namnder").within_budget(30);
    let rows = browser.page().table("Nämnderna jämförda");
    let education = rows.iter().find(|row| row[0] == "Utbildningsnämnden").unwrap();
    assert_eq!(education[1..=6], ["4", "1", "2", "1", "0", "0"], "{rows:?}");
    assert!(education[7].starts_with("1 av 4") && !education[7].contains('%'), "too few: {rows:?}");
    says(&browser, &["Utan egna mål den här perioden", "Valnämnden"]);
    let file = file(&mut browser, "/uppsikt/namnder.csv");
    let same = file.iter().find(|row| row[0] == "Utbildningsnämnden").unwrap();
    assert_eq!(same[2..], ["4", "1", "2", "1", "0", "0"]);
}

#[test]
fn a_forecast_is_held_against_the_end_of_its_year_and_not_before_it_is_over() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/uppsikt/prognoser").within_budget(30);
    says(&browser, &["prognoser slog in", "År för år", "Prognoser som inte slog in"]);
    let rows = file(&mut browser, "/uppsikt/prognoser.csv");
    let years: std::collections::BTreeSet<&str> =
        rows.iter().skip(1).map(|row| row[2].as_str()).collect();
    assert_eq!(years.into_iter().collect::<Vec<_>>(), ["2024", "2025"], "2026 goes on");
    assert!(
        rows.iter().any(|row| row[6] == "Sämre") && rows.iter().any(|row| row[6] == "Inte bedömt")
    );
}

#[test]
fn goals_that_nobody_can_judge_are_listed_with_why() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/uppsikt/bedombart").within_budget(30);
    let structure = app.structure();
    let rows = file(&mut browser, "/uppsikt/bedombart.csv");
    for word in ["rm-blandade-bostader", "rm-trygga-gator"] {
        let goal = structure.element(id("element", word).parse().unwrap()).unwrap();
        let row = rows.iter().find(|row| row[1] == goal.title).expect(word);
        assert!(!row[4].is_empty(), "{row:?}");
    }
    let reached = structure.element(id("element", "rm-latt-att-na").parse().unwrap()).unwrap();
    assert!(rows.iter().all(|row| row[1] != reached.title));
}

#[test]
fn an_account_that_never_came_is_silence_of_its_unit_for_those_who_plan_there() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    browser.open("/uppsikt/tysta").within_budget(30).follow("Hamnskolan").within_budget(30);
    says(
        &browser,
        &["Uppföljning januari–april 2026", "Rapporten är inte lämnad", "109 dagar sedan"],
    );
    browser.open("/uppsikt/tysta");
    assert!(!browser.page().says("Korttidshemmet Vinden"), "another administration's");
    let care = format!("/uppsikt/tysta?enhet={}", id("org", "korttidshemmet-vinden"));
    assert_eq!(browser.get(&care).status.as_u16(), 404);
    assert_eq!(app.signed_in(ELECTED).get("/uppsikt/tysta").status.as_u16(), 403);
}

#[test]
fn values_that_stop_coming_are_silence_after_two_of_their_periods() {
    let app = TestApp::new();
    let waits = |browser: &mut Browser| {
        let rows = file(browser, "/uppsikt/tysta.csv");
        rows.into_iter().skip(1).filter(|row| row[1] != "0").count()
    };
    let before = waits(&mut app.signed_in(CONTROLLER));
    app.clock().advance_secs(45 * 24 * 3_600);
    let one = waits(&mut app.signed_in(CONTROLLER));
    app.clock().advance_secs(60 * 24 * 3_600);
    let two = waits(&mut app.signed_in(CONTROLLER));
    assert!(before <= one && one < two, "{before} {one} {two}");
}

#[test]
fn the_quality_manager_sees_model_promises_and_measurements_on_one_page() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Helena Frisk");
    browser.open("/uppsikt/kvalitet").within_budget(30);
    says(
        &browser,
        &["Löften och deklarationer", "Resultat som blir sämre", "Enkäten till vårdnadshavare"],
    );
    let rows = browser.page().table("Löften och deklarationer");
    assert!(rows.iter().any(|row| row[1] == "Utbildningsnämnden"), "{rows:?}");
}

#[test]
fn an_elected_member_reads_what_is_new_since_the_meeting_before_goal_by_goal() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ELECTED);
    browser.open("/");
    says(&browser, &["Nästa sammanträde", "14\u{a0}september"]);
    browser.follow("Vad är nytt sedan sist");
    says(
        &browser,
        &[
            "Räknat från ”Nämnden sammanträder före sommaren",
            "Nästa gång är 14 september 2026",
            "Bedöms nu som",
        ],
    );
    assert!(!browser.page().texts("main h2").iter().any(|title| title == "Socialnämnden"));
    browser.follow("Hela kommunen");
    assert!(browser.page().texts("main h2").iter().any(|title| title == "Socialnämnden"));
}

#[test]
fn an_open_meeting_with_citizens_is_no_meeting_of_the_body() {
    let app = TestApp::new();
    app.clock().advance_secs(25 * 24 * 3_600);
    let mut browser = app.signed_in(ELECTED);
    browser.open("/uppsikt/nytt");
    says(&browser, &["Räknat från ”Nämnden går igenom delårsrapporterna"]);
    assert!(!browser.page().says("Öppet möte om skolvägar"), "{}", browser.page().text());
    browser.open(&format!("/arshjul/{}/2026", id("org", "utbildningsnamnden")));
    says(&browser, &["Öppet möte om skolvägar", "Medborgardialog"]);
}

#[test]
fn what_is_new_is_counted_from_the_last_visit_for_who_wants_that() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ELECTED);
    browser.open("/uppsikt/nytt");
    assert!(!browser.page().says("Sedan ditt förra besök"), "the first visit");
    app.clock().advance_secs(3_600);
    browser.open("/uppsikt/nytt");
    assert!(!browser.page().says("Sedan ditt förra besök"), "the same visit");
    app.clock().advance_secs(3 * 24 * 3_600);
    let mut browser = app.signed_in(ELECTED);
    browser.open("/uppsikt/nytt").within_budget(30);
    says(&browser, &["Räknat från ”Nämnden sammanträder före sommaren"]);
    browser.follow("Sedan ditt förra besök 25 augusti");
    says(&browser, &["Från 25 augusti 2026 till i dag.", "Inget nytt"]);
    let mut other = app.signed_in(AUDITOR);
    other.open("/uppsikt/nytt");
    assert!(!other.page().says("Sedan ditt förra besök"), "another person's");
}

#[test]
fn what_is_accepted_and_what_has_run_out_is_new_too() {
    let app = TestApp::new();
    let mut browser = app.signed_in(AUDITOR);
    // Whoever looks at a day first has it made.
    browser.open("/uppsikt/nytt?organ=alla&fran=2026-06-10&till=2026-07-15");
    browser.open("/uppsikt/nytt?organ=alla&fran=2026-06-10&till=2026-07-15").within_budget(30);
    says(
        &browser,
        &[
            "Avvikelsen accepteras till och med 31 december 2026. Socialnämnden 11 juni 2026 § 74.",
            "Var accepterad till och med 30 juni 2026. Tiden har gått ut.",
        ],
    );
    browser.open("/uppsikt/nytt?organ=alla&fran=2026-07-15&till=2026-08-20");
    assert!(!browser.page().says("Avvikelsen accepteras"), "{}", browser.page().text());
    browser.open("/trad/andrat?fran=2026-06-10&till=2026-07-15");
    says(&browser, &["Accepterade avvikelser", "Tiden har gått ut"]);
}

#[test]
fn two_chosen_days_tell_what_differs_between_them_and_nothing_else() {
    let app = TestApp::new();
    let mut browser = app.signed_in(AUDITOR);
    browser.open("/uppsikt/nytt?organ=alla&fran=2026-03-01&till=2026-03-03");
    says(&browser, &["Tallkottens förskola", "Hette förut Tallbackens förskola."]);
    assert!(!browser.page().says("Bedöms nu som"));
    browser.open("/uppsikt/nytt?organ=alla&fran=2026-02-03&till=2026-02-05");
    says(&browser, &["Inget nytt"]);
}

#[test]
fn a_last_day_of_today_is_until_today_and_days_in_the_wrong_order_are_put_right() {
    let app = TestApp::new();
    let mut browser = app.signed_in(AUDITOR);
    browser.open("/uppsikt/nytt?organ=alla&fran=2026-06-10&till=2026-08-25");
    says(&browser, &["Från 10 juni 2026 till i dag"]);
    browser.open("/uppsikt/nytt?organ=alla&fran=2026-08-25&till=2026-06-10");
    says(&browser, &["Från 10 juni 2026 till i dag"]);
    assert!(!browser.page().says("går inte att läsa"), "{}", browser.page().text());
}

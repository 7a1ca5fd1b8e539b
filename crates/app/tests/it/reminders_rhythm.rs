//! When letters leave: what is new, a week and a day before, the same day, and then weekly; to whoever
//! writes and hands in just now; and never again to who has turned them off.

use app::reminders::tick;
use http::Method;
use jiff::civil::{Date, date};

use crate::followup::account;
use crate::kit::{Sending, SmtpServer, TestApp, id};
use crate::reminders::{letter_to, place};

const AMIRA: &str = "amira.lindqvist@skarvik.example";
const HANNA: &str = "hanna.rydell@skarvik.example";
const KERSTIN: &str = "kerstin.oberg@skarvik.example";

fn morning(app: &TestApp, day: Date) -> u32 {
    app.clock().set(day.at(7, 0, 0, 0));
    tick(app.app(), &place(app)).expect("the store is there").sent
}

fn august(day: i8) -> Date {
    date(2026, 8, day)
}

fn name_hanna(app: &TestApp) {
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&format!("{}/medverkande", account()));
    amira.pick("Vem?", "Hanna Rydell, Centrums förskolor");
    amira.fill("Till och med", "2026-08-30").press("Utse");
}

#[test]
fn a_report_is_told_at_first_then_a_week_and_a_day_before_and_the_same_day() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    let mut told = Vec::new();
    for day in 25..=31 {
        morning(&app, august(day));
        told.extend((server.received_for(AMIRA).len() > told.len()).then(|| august(day)));
    }
    for day in 1..=11 {
        let day = date(2026, 9, day);
        morning(&app, day);
        told.extend((server.received_for(AMIRA).len() > told.len()).then_some(day));
    }
    // Due on Friday 4 September: a week before, the day before and the same day; late a week after.
    let september = |day| date(2026, 9, day);
    assert_eq!(told, [august(25), august(28), september(3), september(4), september(11)]);
}

#[test]
fn who_wants_a_letter_each_working_day_gets_it() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    crate::reminders::choose(&mut app.signed_in("Amira Lindqvist"), "Varje vardag");
    for day in 25..=27 {
        morning(&app, august(day));
    }
    assert_eq!(server.received_for(AMIRA).len(), 3);
}

#[test]
fn the_page_says_why_what_waits_is_not_sent_today() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    morning(&app, august(25));
    morning(&app, august(26));
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/").follow("Påminnelser").within_budget(30);
    assert!(amira.page().says("Det har du redan fått brev om."), "{}", amira.page().text());
}

#[test]
fn a_substitute_is_told_of_the_report_and_who_is_away_is_not() {
    let app = TestApp::new();
    let report = "Att skriva och lämna";
    assert!(letter_to(&app, "Hanna Rydell").is_none_or(|one| !one.text.contains("Skärgårdens")));
    name_hanna(&app);
    let letter = letter_to(&app, "Hanna Rydell").expect("she has a report to hand in").text;
    assert!(letter.contains(report) && letter.contains("Skärgårdens förskolor"), "{letter}");
    assert!(letter.contains("Du rapporterar i stället för Amira Lindqvist"), "{letter}");
    let away = letter_to(&app, "Amira Lindqvist").map(|one| one.text).unwrap_or_default();
    assert!(!away.contains(report), "{away}");
    app.clock().set(date(2026, 8, 31).at(7, 0, 0, 0));
    let after = letter_to(&app, "Hanna Rydell").map(|one| one.text).unwrap_or_default();
    assert!(!after.contains("Skärgårdens"), "the last day has been: {after}");
    assert!(letter_to(&app, "Amira Lindqvist").is_some_and(|one| one.text.contains(report)));
}

#[test]
fn who_is_invited_is_told_what_to_write_until_it_is_written_or_handed_in() {
    let app = TestApp::new();
    let text = || letter_to(&app, "Sofia Bergkvist").map(|one| one.text).unwrap_or_default();
    let before = text();
    assert!(before.contains("Skriv i rapporten för Skärgårdens förskolor"), "{before}");
    assert!(before.contains("Amira Lindqvist ber dig"), "{before}");
    let address = account().replace('-', "");
    assert!(before.replace('-', "").contains(&format!("http://localhost{address}")), "{before}");
    crate::followup::hand_in(&mut app.signed_in("Amira Lindqvist"));
    assert!(!text().contains("Skriv i rapporten"), "handed in is done");
}

#[test]
fn a_round_whose_day_is_moved_to_today_is_told_the_same_day_to_who_hands_in_now() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    name_hanna(&app);
    assert!(morning(&app, august(26)) > 0);
    assert_eq!(tick(app.app(), &place(&app)).unwrap().sent, 0);
    let round = format!("/folja-upp/runda/{}", id("round", "delar-2026-08"));
    app.clock().set(august(26).at(10, 0, 0, 0));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&round).fill("Lämnas senast", "2026-08-26");
    kerstin.press("Spara ändringen");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
    assert!(tick(app.app(), &place(&app)).unwrap().sent > 0);
    let letters = server.received_for(HANNA);
    let last = letters.last().expect("she reports these days");
    let subject = last.header("Subject");
    assert!(subject.starts_with("Ska vara klart i dag: "), "{subject}");
    assert!(last.part("text/plain").contains("Skärgårdens förskolor"));
    let away = server.received_for(AMIRA);
    assert!(away.iter().all(|one| !one.header("Subject").contains("Ska vara klart i dag")));
    for _ in 0..3 {
        app.clock().advance_secs(600);
        assert_eq!(tick(app.app(), &place(&app)).unwrap().sent, 0, "one more a day at most");
    }
    // The next morning it is late, and told to the controller as well.
    morning(&app, august(27));
    let letters = server.received_for(KERSTIN);
    let text = letters.last().expect("something is late").part("text/plain");
    assert!(text.contains("Rapporter som inte har kommit"), "{text}");
    assert!(text.contains("rapporter har inte kommit: Delårsrapport"), "{text}");
    assert!(
        !server
            .received_for("lena.holm@skarvik.example")
            .iter()
            .any(|one| { one.part("text/plain").contains("Rapporter som inte har kommit") })
    );
    let page = text.split_whitespace().find(|word| word.contains("/uppsikt/insamling"));
    kerstin.open(page.unwrap().strip_prefix("http://localhost").unwrap()).within_budget(30);
    assert_eq!(kerstin.status(), 200);
}

/// The address in a person's first letter that turns letters off.
fn stop_address(server: &SmtpServer) -> String {
    let header = server.received_for(AMIRA).remove(0).header("List-Unsubscribe");
    let inner = header.trim_start_matches('<').trim_end_matches('>');
    inner.strip_prefix("http://localhost").unwrap().to_owned()
}

/// What a mail program does when its reader presses its button: no cookie, and no page of ours.
fn one_click(app: &TestApp, address: &str) -> u16 {
    let mut program = app.browser();
    let form = vec![("List-Unsubscribe".to_owned(), "One-Click".to_owned())];
    let headers = [("sec-fetch-site", "cross-site"), ("origin", "https://mail.example")];
    program
        .send_exactly(&Method::POST, address, &headers, Some(Sending::Fields(form)))
        .status
        .as_u16()
}

#[test]
fn one_press_in_the_mail_program_turns_letters_off_and_only_letters() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    morning(&app, august(25));
    let address = stop_address(&server);
    let text = server.received_for(AMIRA)[0].part("text/plain");
    assert!(text.contains(&format!("Vill du inte ha några fler brev: http://localhost{address}")));
    let mut stranger = app.browser();
    stranger.open(&address).within_budget(30);
    assert_eq!(stranger.page().heading(), "Vill du inte ha fler brev?");
    assert!(!stranger.page().says("Amira"), "who holds the letter is told nothing more");
    let before = app.audit_length();
    assert_eq!(one_click(&app, &address), 200, "no redirect: RFC 8058, 3.1");
    assert_eq!(one_click(&app, &address), 200);
    assert_eq!(app.audit_length(), before + 1, "pressing twice turns off once");
    for day in [26, 28] {
        morning(&app, august(day));
    }
    assert_eq!(server.received_for(AMIRA).len(), 1);
    // Her account is as it was.
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/konto/paminnelser");
    assert!(amira.page().says("Du har valt att inte få några brev"));
    amira.open(&account());
    assert_eq!(amira.status(), 200);
    // The same page turns them on again, without signing in.
    stranger.open(&address);
    assert_eq!(stranger.page().heading(), "Du får inga fler brev");
    stranger.press("Skicka brev igen");
    assert_eq!(stranger.page().heading(), "Vill du inte ha fler brev?");
    morning(&app, date(2026, 9, 3));
    assert_eq!(server.received_for(AMIRA).len(), 2);
    stranger.press("Skicka inga fler brev");
    assert_eq!(stranger.page().heading(), "Du får inga fler brev");
}

#[test]
fn a_key_that_is_none_or_is_forgotten_changes_nothing_and_says_what_to_do() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    morning(&app, august(25));
    let before = app.audit_length();
    assert_eq!(one_click(&app, "/paminnelser/inte-en-nyckel"), 410);
    let address = stop_address(&server);
    assert_eq!(
        one_click(&app, &address.to_uppercase().replace("/PAMINNELSER", "/paminnelser")),
        410
    );
    assert_eq!(app.audit_length(), before);
    morning(&app, date(2026, 12, 1));
    let mut stranger = app.browser();
    stranger.open(&address);
    assert_eq!(stranger.status(), 410);
    assert!(stranger.page().says("Länken gäller inte längre"), "{}", stranger.page().text());
}

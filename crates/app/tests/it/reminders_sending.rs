//! Sending over a real connection: once to each, again when it was not taken, never twice, by one
//! node of many, and nothing when it is not a working day.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicI64, Ordering};

use app::mail::{Letter, Mail, Mailer, Refusal, Smtp};
use app::reminders::{Tally, tick};
use jiff::civil::{DateTime, date};

use crate::kit::{Answer, Received, SmtpServer, TestApp};
use crate::reminders::{BASE, letters, place};

const AMIRA: &str = "amira.lindqvist@skarvik.example";

fn round(app: &TestApp) -> Tally {
    tick(app.app(), &place(app)).expect("the store is there")
}

fn at(app: &TestApp, moment: DateTime) {
    app.clock().set(moment);
}

/// How many letters each address got.
fn counted(received: &[Received]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for one in received {
        assert_eq!(one.to.len(), 1, "a letter goes to one");
        *counts.entry(one.to[0].clone()).or_default() += 1;
    }
    counts
}

fn minutes(app: &TestApp, count: i64) {
    app.clock().advance_secs(count * 60);
}

fn each_got_one(app: &TestApp, server: &SmtpServer, expected: usize) {
    let counts = counted(&server.received());
    let twice: Vec<_> = counts.iter().filter(|(_, count)| **count != 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
    assert_eq!(counts.len(), expected, "{:?}", app.now());
}

/// A letter without the key that is made anew each time.
fn without_key(text: &str) -> String {
    let pieces = text.split("/paminnelser/").enumerate();
    let rest =
        pieces.map(|(at, piece)| if at == 0 { piece } else { piece.get(64..).unwrap_or("") });
    rest.collect()
}

#[test]
fn everybody_gets_one_letter_a_day_and_it_can_be_read() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    let expected = letters(&app);
    assert_eq!(round(&app).sent as usize, expected.len());
    each_got_one(&app, &server, expected.len());
    for letter in &expected {
        let received = server.received_for(&letter.address).remove(0);
        assert_eq!(received.from, "traden@skarvik.example");
        assert_eq!(received.header("Subject"), letter.subject);
        assert_eq!(received.header("Auto-Submitted"), "auto-generated");
        let stop = received.header("List-Unsubscribe");
        assert!(stop.starts_with(&format!("<{BASE}/paminnelser/")), "{stop}");
        assert!(received.header("Message-ID").ends_with("@localhost>"));
        assert!(received.header("Date").starts_with("Tue, 25 Aug 2026 07:14:00"));
        assert_eq!(received.kinds(), ["text/plain", "text/html"], "text first");
        let (text, html) = (received.part("text/plain"), received.part("text/html"));
        let written = without_key(&letter.text);
        assert_eq!(without_key(&text), written, "the text arrives as it was written");
        assert_eq!(without_key(&html), without_key(&letter.html));
        assert!(html.len() < 20_000, "{} bytes", html.len());
        for fetched in ["<img", "<link", "<script", "<style", "style=", "src=", "url("] {
            assert!(!html.contains(fetched), "{fetched} in the letter to {}", letter.name);
        }
        assert!(!received.links(BASE).is_empty());
    }
    minutes(&app, 1);
    assert_eq!(round(&app), Tally::default(), "the day is done");
    at(&app, date(2026, 8, 26).at(6, 59, 0, 0));
    assert_eq!(round(&app), Tally::default(), "not before its time");
    at(&app, date(2026, 8, 26).at(7, 0, 0, 0));
    assert!(round(&app).sent > 0, "a new day");
}

#[test]
fn nothing_is_sent_on_days_off_or_without_a_server() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    for day in [date(2026, 8, 29), date(2026, 8, 30), date(2027, 1, 6), date(2026, 12, 24)] {
        at(&app, day.at(9, 0, 0, 0));
        assert_eq!(round(&app), Tally::default(), "{day}");
    }
    assert!(server.received().is_empty());
    let app = TestApp::new();
    assert_eq!(round(&app), Tally::default());
}

#[test]
fn whatever_stands_in_names_and_titles_is_one_line_of_one_letter() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    app.writing(|tx| {
        tx.leave_unaudited("what another program might have written");
        let amira = app::demo::id_of::<domain::ids::PersonId>("person", "amira-lindqvist");
        let name = "Amira\r\nBcc: alla@skarvik.example\r\n\r\n.\r\nQUIT";
        let sql = "update people set name = $3 where tenant = $1 and person_id = $2";
        tx.run(sql, db::params![amira.bytes(), name])?;
        let sql = "update rounds set title = $2 where tenant = $1";
        tx.run(sql, db::params![".\r\n.\r\nSubject: nytt\r\n..dubbel"])?;
        Ok(())
    });
    round(&app);
    let received = server.received_for(AMIRA);
    assert_eq!(received.len(), 1);
    let names: Vec<String> = received[0].headers().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.iter().filter(|name| *name == "Subject").count(), 1);
    assert!(!names.iter().any(|name| name == "Bcc"), "{names:?}");
    assert!(server.received_for("alla@skarvik.example").is_empty());
    let text = received[0].part("text/plain");
    assert!(text.contains(". . Subject: nytt ..dubbel"), "{text}");
}

#[test]
fn an_address_that_does_not_exist_hinders_nobody_else_and_is_told_to_the_administrator() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    server.unknown(AMIRA);
    let expected = letters(&app).len();
    let tally = round(&app);
    assert_eq!((tally.sent as usize, tally.failed), (expected - 1, 1));
    minutes(&app, 120);
    assert_eq!(round(&app), Tally::default(), "it is not tried again that day");
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open("/installningar/epost").within_budget(30);
    assert!(johan.page().says("skickas inte igen den dagen"));
    assert!(johan.page().says("no such mailbox"));
    let table = johan.page().table("De senaste två veckorna");
    assert_eq!(table[1][0], "25 augusti 2026");
    assert_eq!(table[1][3], "1");
}

#[test]
fn what_is_not_taken_now_is_sent_again_later_and_once() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    let expected = letters(&app).len();
    server.next(&[Answer::Later, Answer::HangUp, Answer::Take, Answer::BeSilent, Answer::Later]);
    let tally = round(&app);
    assert_eq!(tally.waiting, 4);
    assert_eq!(tally.sent as usize, expected - 4, "others still get theirs");
    assert_eq!(round(&app), Tally::default(), "not at once");
    minutes(&app, 2);
    assert_eq!(round(&app).sent, 4);
    each_got_one(&app, &server, expected);
}

#[test]
fn a_letter_that_has_nothing_to_tell_any_more_is_not_sent_again() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    server.closed(true);
    round(&app);
    app.writing(|tx| {
        tx.leave_unaudited("a test");
        let amira = app::demo::id_of::<domain::ids::PersonId>("person", "amira-lindqvist");
        let sql = "update grants set valid_to = '2026-08-24' where tenant = $1 and person_id = $2";
        tx.run(sql, db::params![amira.bytes()])?;
        Ok(())
    });
    server.closed(false);
    for _ in 0..12 {
        minutes(&app, 16);
        round(&app);
    }
    assert!(server.received_for(AMIRA).is_empty());
    each_got_one(&app, &server, letters(&app).len());
}

#[test]
fn while_the_server_is_away_nothing_is_lost_and_when_it_is_back_each_gets_one() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    let expected = letters(&app).len();
    server.closed(true);
    let mut tries = 0;
    for _ in 0..20 {
        tries += round(&app).waiting;
        minutes(&app, 5);
    }
    assert!(tries > 0 && server.received().is_empty());
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open("/installningar/epost");
    assert!(johan.page().says("Det skickas igen"), "{}", johan.page().text());
    server.closed(false);
    for _ in 0..12 {
        minutes(&app, 16);
        round(&app);
    }
    each_got_one(&app, &server, expected);
}

/// Sends, and then dies before anybody knows.
struct Dies {
    smtp: Smtp,
    times: AtomicI64,
}

impl Mail for Dies {
    fn send(&self, letter: &Letter) -> Result<(), Refusal> {
        self.smtp.send(letter)?;
        let dies = letter.address == AMIRA && self.times.fetch_sub(1, Ordering::SeqCst) > 0;
        assert!(!dies, "the power went");
        Ok(())
    }

    fn server(&self) -> String {
        self.smtp.server()
    }

    fn sender(&self) -> String {
        self.smtp.sender()
    }
}

#[test]
fn a_crash_between_sending_and_writing_it_down_leads_to_one_more_letter_at_most() {
    for (deaths, letters_to_amira) in [(1, 2), (2, 2), (3, 2)] {
        let server = SmtpServer::start();
        let dies = Dies { smtp: server.smtp(), times: AtomicI64::new(deaths) };
        let app = TestApp::sending(Mailer::by(dies));
        let expected = letters(&app).len();
        for _ in 0..12 {
            let _ = catch_unwind(AssertUnwindSafe(|| round(&app)));
            minutes(&app, 6);
        }
        let mut counts = counted(&server.received());
        assert_eq!(counts.remove(AMIRA), Some(letters_to_amira), "{deaths} deaths");
        assert_eq!(counts.len() + 1, expected, "others got theirs after {deaths} deaths");
        assert!(counts.values().all(|count| *count == 1), "{counts:?}");
        let ids: Vec<String> =
            server.received_for(AMIRA).iter().map(|one| one.header("Message-ID")).collect();
        assert_eq!(ids[0], ids[1], "a mail program can see that they are one");
    }
}

#[test]
fn many_nodes_send_each_letter_once() {
    let server = SmtpServer::start();
    let Some(app) = TestApp::sending_on_postgres(server.mailer()) else {
        println!("skipped: PostgreSQL is not installed");
        return;
    };
    let expected = letters(&app).len();
    let (other, about) = (app.another_node(), place(&app));
    let sent: u32 = std::thread::scope(|scope| {
        let nodes = [app.app(), &other].map(|node| {
            let about = &about;
            scope.spawn(move || tick(node, about).expect("the store is there").sent)
        });
        nodes.into_iter().map(|node| node.join().expect("no node dies")).sum()
    });
    assert_eq!(sent as usize, expected);
    each_got_one(&app, &server, expected);
    server.next(&[Answer::Later; 3]);
    at(&app, date(2026, 9, 4).at(7, 0, 0, 0));
    assert_eq!(round(&app).waiting, 3, "what is not taken waits on PostgreSQL too");
    minutes(&app, 3);
    assert_eq!(round(&app).sent, 3);
}

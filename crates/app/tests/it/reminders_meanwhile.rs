//! Sending while something else goes on: a slow server, another node, a digest that has not left yet.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use app::app::App;
use app::mail::{Letter, Mail, Mailer, Refusal, Smtp};
use app::reminders::{Place, tick};
use db::params;
use domain::ids::PersonId;
use http::StatusCode;
use jiff::civil::{Date, DateTime, date};

use crate::kit::{Answer, SmtpServer, StillClock, TestApp};
use crate::reminders::{letters, place};

const AMIRA: &str = "amira.lindqvist@skarvik.example";
/// The day the accounts are due.
const DUE: Date = Date::constant(2026, 9, 4);

/// What another node needs to take part.
struct Other {
    app: Arc<App>,
    place: Place,
    clock: Arc<StillClock>,
}

/// A slow server, and another node that looks for something to send at one of the letters.
struct Meanwhile {
    smtp: Smtp,
    other: Arc<OnceLock<Other>>,
    letters: AtomicUsize,
    /// How long the server takes for each letter.
    seconds: i64,
    /// At which letter, from 0.
    at: usize,
}

impl Mail for Meanwhile {
    fn send(&self, letter: &Letter) -> Result<(), Refusal> {
        let letters = self.letters.fetch_add(1, Ordering::SeqCst);
        let other = self.other.get().expect("the test has said who");
        other.clock.advance_secs(self.seconds);
        if letters == self.at {
            tick(&other.app, &other.place).expect("the store is there");
        }
        self.smtp.send(letter)
    }

    fn server(&self) -> String {
        self.smtp.server()
    }

    fn sender(&self) -> String {
        self.smtp.sender()
    }
}

/// Skärvik at a moment, with such a server.
fn beside(server: &SmtpServer, seconds: i64, at: usize, moment: DateTime) -> TestApp {
    let other = Arc::new(OnceLock::new());
    let told = Arc::clone(&other);
    let smtp = server.smtp();
    let mail = Meanwhile { smtp, other, letters: AtomicUsize::new(0), seconds, at };
    let app = TestApp::sending(Mailer::by(mail));
    app.clock().set(moment);
    let all = Other { app: Arc::clone(app.app()), place: place(&app), clock: app.shared_clock() };
    assert!(told.set(all).is_ok());
    app
}

fn most_to_one(server: &SmtpServer) -> (usize, String) {
    let received = server.received();
    let count = |to: &str| received.iter().filter(|one| one.to[0] == to).count();
    received
        .iter()
        .map(|one| (count(&one.to[0]), one.to[0].clone()))
        .max()
        .expect("somebody got a letter")
}

#[test]
fn a_server_that_takes_minutes_for_a_few_letters_gets_each_once_from_all_nodes() {
    let server = SmtpServer::start();
    let app = beside(&server, 20, 17, date(2026, 8, 25).at(7, 14, 0, 0));
    let expected = letters(&app).len();
    assert!(expected > 20, "more than one look's worth: {expected}");
    tick(app.app(), &place(&app)).unwrap();
    assert_eq!(most_to_one(&server).0, 1, "{}", most_to_one(&server).1);
    assert_eq!(server.received().len(), expected);
}

#[test]
fn another_node_does_not_tell_what_is_due_today_before_the_digest_has_come_that_far() {
    let server = SmtpServer::start();
    let app = beside(&server, 0, 0, DUE.at(6, 0, 0, 0));
    crate::followup_returns::returned(&app);
    app.clock().set(DUE.at(7, 0, 0, 0));
    tick(app.app(), &place(&app)).unwrap();
    let received = server.received_for(AMIRA);
    let subjects: Vec<_> = received.iter().map(|one| one.header("Subject")).collect();
    assert_eq!(subjects.len(), 1, "{subjects:?}");
    assert!(subjects[0].ends_with("något ska vara klart i dag"), "{subjects:?}");
}

#[test]
fn what_a_digest_that_waits_will_tell_is_not_told_before_it() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    app.clock().set(DUE.at(6, 0, 0, 0));
    crate::followup_returns::returned(&app);
    app.clock().set(DUE.at(7, 0, 0, 0));
    let expected = letters(&app).len();
    server.next(&vec![Answer::Later; expected]);
    let tally = tick(app.app(), &place(&app)).unwrap();
    assert_eq!((tally.waiting as usize, tally.sent), (expected, 0));
    app.clock().advance_secs(180);
    tick(app.app(), &place(&app)).unwrap();
    assert_eq!(most_to_one(&server).0, 1, "{}", most_to_one(&server).1);
    assert_eq!(server.received_for(AMIRA).len(), 1);
}

#[test]
fn an_address_the_server_cannot_be_given_fails_and_hinders_nobody() {
    let server = SmtpServer::start();
    server.ascii_only();
    let app = TestApp::sending(server.mailer());
    app.writing(|tx| {
        tx.leave_unaudited("a test");
        let amira = app::demo::id_of::<PersonId>("person", "amira-lindqvist");
        let sql = "update people set email = $3 where tenant = $1 and person_id = $2";
        tx.run(sql, params![amira.bytes(), "åsa@skarvik.example"])?;
        Ok(())
    });
    let expected = letters(&app).len();
    let tally = tick(app.app(), &place(&app)).unwrap();
    assert_eq!((tally.sent as usize, tally.failed, tally.waiting), (expected - 1, 1, 0));
}

#[test]
fn the_administrator_sees_what_the_server_said_while_it_is_away() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    server.closed(true);
    for _ in 0..8 {
        tick(app.app(), &place(&app)).unwrap();
        app.clock().advance_secs(300);
    }
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open("/installningar/epost");
    assert!(johan.page().says("closed today"), "{}", johan.page().text());
    // However long it was away, a letter that it will not take at first has all its tries left.
    server.closed(false);
    server.next(&[Answer::Later; 3]);
    let tally = tick(app.app(), &place(&app)).unwrap();
    assert_eq!((tally.waiting, tally.failed), (3, 0));
}

#[test]
fn an_administrator_of_a_part_cannot_try_the_server_of_the_whole() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    let mut admin = app.signed_in("Johan Åkerlund");
    let email = "petra.part@skarvik.example";
    admin.open("/personer/ny").fill("Namn", "Petra Part").fill("E-post", email).press("Lägg till");
    let unit = "Utbildningsförvaltningen";
    admin.choose("Administratör").pick("Gäller för", unit).press("Ge rollen");
    let mut petra = app.signed_in("Petra Part");
    assert_eq!(petra.get("/installningar/epost").status, StatusCode::FORBIDDEN);
    let reply = petra.post("/installningar/epost/prov", &[]);
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(server.received().is_empty());
}

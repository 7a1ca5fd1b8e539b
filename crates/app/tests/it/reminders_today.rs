//! The second letter of a day: only what came after the digest and is due the same day.

use app::reminders::tick;
use jiff::civil::{Date, date};

use crate::kit::{SmtpServer, TestApp};
use crate::reminders::{choose, place};

const AMIRA: &str = "amira.lindqvist@skarvik.example";
/// The day the accounts are due.
const DUE: Date = Date::constant(2026, 9, 4);

fn round(app: &TestApp) -> u32 {
    tick(app.app(), &place(app)).expect("the store is there").sent
}

#[test]
fn what_comes_back_on_the_last_day_is_told_at_once_and_once() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    app.clock().set(DUE.at(7, 1, 0, 0));
    assert!(round(&app) > 0);
    let digest = server.received_for(AMIRA);
    assert!(digest[0].header("Subject").ends_with("något ska vara klart i dag"));
    assert_eq!(round(&app), 0, "what the digest told is not told again");
    app.clock().set(DUE.at(10, 0, 0, 0));
    crate::followup_returns::returned(&app);
    let others = server.received().len();
    assert_eq!(round(&app), 1);
    let letters = server.received_for(AMIRA);
    assert_eq!(letters.len(), 2);
    let second = &letters[1];
    assert_eq!(second.header("Subject"), "Ska vara klart i dag: Svara om Trygga vårdnadshavare");
    assert!(second.part("text/plain").contains("Vilka grupper gäller det?"));
    assert_ne!(second.header("Message-ID"), digest[0].header("Message-ID"));
    assert_eq!(server.received().len(), others + 1, "nobody else is disturbed");
    for _ in 0..3 {
        app.clock().advance_secs(600);
        assert_eq!(round(&app), 0, "one more a day at most");
    }
}

#[test]
fn what_comes_back_on_another_day_waits_for_the_digest() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    round(&app);
    crate::followup_returns::returned(&app);
    app.clock().advance_secs(600);
    assert_eq!(round(&app), 0);
    app.clock().set(date(2026, 8, 26).at(7, 0, 0, 0));
    round(&app);
    let letters = server.received_for(AMIRA);
    assert_eq!(letters.len(), 2);
    assert!(letters[1].part("text/plain").contains("Åter till dig"));
}

#[test]
fn who_wants_no_digest_is_told_what_is_due_today_unless_that_is_not_wanted_either() {
    for (wanted, expected) in [(true, 1), (false, 0)] {
        let server = SmtpServer::start();
        let app = TestApp::sending(server.mailer());
        let mut amira = app.signed_in("Amira Lindqvist");
        choose(&mut amira, "Aldrig");
        if !wanted {
            let label =
                "Skicka ett brev till om något kommer under dagen och ska vara klart samma dag";
            amira.open("/konto/paminnelser").untick(label).press("Spara");
        }
        round(&app);
        assert!(server.received_for(AMIRA).is_empty(), "nothing is due yet");
        app.clock().set(DUE.at(7, 0, 0, 0));
        round(&app);
        app.clock().advance_secs(60);
        round(&app);
        assert_eq!(server.received_for(AMIRA).len(), expected, "wanted: {wanted}");
    }
}

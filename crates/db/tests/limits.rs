//! On PostgreSQL nothing waits for ever, and nothing leaves the machine in clear by mistake.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use common::{A, MIGRATIONS, author, words_of, write_note};
use db::testing::Place;
use db::{Db, DbError, Engine, params};
use postgres::{Client, NoTls};

/// A place on PostgreSQL with one note, or none and a word about it.
fn with_a_note() -> Option<(Place, Db)> {
    let Some(place) = Place::postgres() else {
        println!("skipped: PostgreSQL is not installed");
        return None;
    };
    let db = place.open(MIGRATIONS);
    write_note(&db, A, 1, "kvar").unwrap();
    Some((place, db))
}

fn setting(db: &Db, name: &'static str) -> String {
    let read = db.read(A, move |tx| {
        tx.one("select current_setting($2) where $1::bytea is not null", params![name], |row| {
            row.text(0)
        })
    });
    read.unwrap().unwrap()
}

#[test]
fn every_session_has_its_limits() {
    let Some((_place, db)) = with_a_note() else { return };
    // Two at once: the first client of the pool and one opened after it.
    let inner = db.read(A, |_| Ok::<_, DbError>(setting(&db, "lock_timeout"))).unwrap();
    assert_eq!(inner, "30s");
    for (name, wanted) in [
        ("statement_timeout", "1min"),
        ("lock_timeout", "30s"),
        ("idle_in_transaction_session_timeout", "1min"),
    ] {
        assert_eq!(setting(&db, name), wanted, "{name}");
    }
}

#[test]
fn a_write_that_waits_too_long_for_a_lock_answers_that_it_is_busy_and_the_next_one_works() {
    let Some((place, db)) = with_a_note() else { return };
    let Engine::Postgres { url } = &place.engine else { panic!("PostgreSQL") };
    let mut other = Client::connect(url, NoTls).unwrap();
    let mut holding = other.transaction().unwrap();
    let tenant = "a1".repeat(16);
    holding
        .batch_execute(&format!(
            "select set_config('traden.tenant', '{tenant}', true); \
             update notes set amount = 1 where note_id = 1"
        ))
        .unwrap();
    let kept_waiting = db.write(A, &author(), |tx| {
        tx.leave_unaudited("a test of waiting");
        tx.one(
            "select set_config('lock_timeout', '50ms', true) from notes where tenant = $1",
            &[],
            |_| Ok(()),
        )?;
        tx.run("update notes set amount = 2 where tenant = $1", &[])
    });
    assert!(matches!(kept_waiting, Err(DbError::Busy)), "{kept_waiting:?}");
    holding.rollback().unwrap();
    write_note(&db, A, 2, "sedan").unwrap();
    assert_eq!(words_of(&db, A), ["kvar", "sedan"]);
}

#[test]
fn a_database_over_the_network_is_not_even_tried_in_clear() {
    let engine = Engine::Postgres { url: "postgres://traden@db.invalid/traden".to_owned() };
    let opened = Db::look(&engine, MIGRATIONS);
    assert!(
        matches!(&opened, Err(DbError::Unencrypted { host }) if host == "db.invalid"),
        "{:?}",
        opened.err()
    );
}

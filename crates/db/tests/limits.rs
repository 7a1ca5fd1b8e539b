//! On PostgreSQL nothing waits for ever, and nothing leaves the machine in clear by mistake.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use std::sync::mpsc::channel;
use std::time::Duration;

use common::{A, B, MIGRATIONS, author, verified, words_of, write_note};
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
    let second = db.read(A, |_| {
        std::thread::scope(|scope| {
            Ok::<_, DbError>(scope.spawn(|| setting(&db, "lock_timeout")).join())
        })
    });
    assert_eq!(second.unwrap().unwrap(), "30s");
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

/// Lets another client hold a lock while a piece of work is done.
fn while_held<T>(place: &Place, sql: &str, work: impl FnOnce() -> T) -> T {
    let Engine::Postgres { url } = &place.engine else { panic!("PostgreSQL") };
    let mut other = Client::connect(url, NoTls).unwrap();
    let mut holding = other.transaction().unwrap();
    holding.batch_execute(sql).unwrap();
    let done = work();
    holding.rollback().unwrap();
    done
}

/// What a long import of a municipality holds while it runs.
fn long_write() -> String {
    let tenant = "a1".repeat(16);
    format!(
        "select set_config('traden.tenant', '{tenant}', true); \
         select seq from audit_heads where tenant = decode('{tenant}', 'hex') for update"
    )
}

fn visit(db: &Db) -> Result<u64, DbError> {
    db.write_control(A, &author(), |tx| {
        tx.leave_unaudited("a test of signing in");
        tx.run("update tenants set visits = visits + 1 where tenant = $1", &[])
    })
}

#[test]
fn a_long_write_with_many_waiting_behind_it_stops_neither_readers_nor_sign_in_nor_other_municipalities()
 {
    let Some((place, db)) = with_a_note() else { return };
    visit(&db).unwrap();
    let (done, finished) = channel();
    let written = std::thread::scope(|scope| {
        while_held(&place, &long_write(), || {
            for id in 10..40 {
                let (db, done) = (db.clone(), done.clone());
                scope.spawn(move || {
                    done.send(write_note(&db, A, id, &format!("ord {id}"))).unwrap();
                });
            }
            std::thread::sleep(Duration::from_millis(300));
            // The long write is still held: what follows would fail if it waited for it.
            assert_eq!(words_of(&db, A), ["kvar"]);
            visit(&db).unwrap();
            db.write_control(A, &author(), |tx| {
                tx.record(common::change(1, "ett nytt lösenord"));
                Ok::<_, DbError>(())
            })
            .unwrap();
            write_note(&db, B, 1, "grannen").unwrap();
        });
        (10..40).map(|_| finished.recv().unwrap()).collect::<Vec<_>>()
    });
    assert!(written.iter().all(Result::is_ok), "{written:?}");
    assert_eq!(verified(&db, A).unwrap().rows, 31);
    assert_eq!(db.verify_control(A).unwrap().unwrap().rows, 1);
}

#[test]
fn a_note_among_the_accounts_waits_for_nobody() {
    let Some((place, db)) = with_a_note() else { return };
    db.write_control(A, &author(), |tx| {
        tx.leave_unaudited("a test of notes");
        tx.run("insert into tenants (tenant, host, visits) values ($1, 'a', 0)", &[])
    })
    .unwrap();
    let note = |tx: &mut db::Tx<'_>| {
        tx.run("update tenants set visits = visits + 1 where tenant = $1", &[])
    };
    let tenant = "a1".repeat(16);
    let row = format!(
        "select set_config('traden.tenant', '{tenant}', true); update tenants set visits = 7"
    );
    let noted = while_held(&place, &row, || db.note_control(A, &author(), note));
    assert_eq!(noted.unwrap(), None, "somebody is in the way");
    assert_eq!(db.note_control(A, &author(), note).unwrap(), Some(1));
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

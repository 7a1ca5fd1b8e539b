//! What the port promises, on every engine: the same closure gives the same answer.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};

use common::{
    A, B, MIGRATIONS, author, change, on_every_engine, put, verified, words, words_of, write_note,
};
use db::testing::{Engines, Place};
use db::{DbError, Tx, Value, params};

#[test]
fn what_is_written_is_read_back() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "åäö ÅÄÖ 'quoted' \u{1F9F5}").unwrap();
        assert_eq!(words_of(db, A), ["åäö ÅÄÖ 'quoted' \u{1F9F5}"]);
    });
}

#[test]
fn a_read_sees_one_snapshot_from_its_first_statement() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "ett").unwrap();
        let seen = db.read(A, |tx| {
            let before = words(tx)?;
            elsewhere(|| write_note(db, A, 2, "två"))?;
            Ok::<_, DbError>((before, words(tx)?))
        });
        let (before, during) = seen.unwrap();
        assert_eq!(before, during);
        assert_eq!(words_of(db, A), ["ett", "två"]);
    });
}

#[test]
fn a_reading_transaction_cannot_write() {
    on_every_engine(|db, _| {
        let refused = db.read(A, |tx| put(tx, 1, "smyg"));
        assert!(matches!(refused, Err(DbError::Engine(_))), "{refused:?}");
        assert!(words_of(db, A).is_empty());
    });
}

#[test]
fn a_closure_that_fails_leaves_nothing() {
    on_every_engine(|db, _| {
        let failed: Result<(), DbError> = db.write(A, &author(), |tx| {
            put(tx, 1, "borta")?;
            tx.record(change(1, "borta"));
            Err(DbError::NoTenant)
        });
        assert!(matches!(failed, Err(DbError::NoTenant)));
        assert!(words_of(db, A).is_empty());
        assert_eq!(verified(db, A).unwrap().rows, 0);
    });
}

#[test]
fn a_write_that_records_nothing_is_refused() {
    on_every_engine(|db, _| {
        let silent = db.write(A, &author(), |tx| put(tx, 1, "tyst"));
        assert!(matches!(silent, Err(DbError::Unaudited)), "{silent:?}");
        let with_rows = db.write(A, &author(), |tx| {
            tx.one(
                "insert into notes (tenant, note_id, word) values ($1, $2, $3) returning note_id",
                params![1_i64, "tyst"],
                |row| row.int(0),
            )
        });
        assert!(matches!(with_rows, Err(DbError::Unaudited)), "{with_rows:?}");
        assert!(words_of(db, A).is_empty());
    });
}

#[test]
fn a_write_may_say_that_it_needs_no_history() {
    on_every_engine(|db, _| {
        let done = db.write(A, &author(), |tx| {
            tx.leave_unaudited("a test of the exemption");
            put(tx, 1, "flyktig")
        });
        assert_eq!(done.unwrap(), 1);
        db.write(A, &author(), |tx| words(tx).map(|_| ())).expect("a write may also only read");
        assert_eq!(verified(db, A).unwrap().rows, 0);
    });
}

#[test]
fn a_broken_constraint_has_its_name() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "upptagen").unwrap();
        for (id, word, wanted) in [(2, "upptagen", "notes_word"), (1, "fri", "notes_key")] {
            let refused = db.write(A, &author(), move |tx| put(tx, id, word));
            let Err(DbError::Constraint { name, .. }) = refused else { panic!("{refused:?}") };
            assert_eq!(name, wanted);
        }
        let empty = db.write(A, &author(), |tx| {
            tx.run(
                "insert into notes (tenant, note_id, word) values ($1, $2, $3)",
                params![3_i64, None::<String>],
            )
        });
        let Err(DbError::Constraint { name, .. }) = empty else { panic!("{empty:?}") };
        assert_eq!(name, "notes.word");
        assert_eq!(words_of(db, A), ["upptagen"]);
    });
}

#[test]
fn nothing_is_kept_when_a_failed_statement_is_passed_over() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "upptagen").unwrap();
        let passed_over = db.write(A, &author(), |tx| {
            put(tx, 2, "följer med")?;
            tx.record(change(2, "följer med"));
            assert!(put(tx, 3, "upptagen").is_err());
            assert!(matches!(put(tx, 4, "efter"), Err(DbError::Doomed)));
            Ok::<_, DbError>(())
        });
        assert!(matches!(passed_over, Err(DbError::Doomed)), "{passed_over:?}");
        assert_eq!(words_of(db, A), ["upptagen"]);
    });
}

#[test]
fn a_panicking_closure_is_rolled_back_and_the_next_write_works() {
    on_every_engine(|db, _| {
        let answer = db.write(A, &author(), |tx| {
            put(tx, 1, "panik")?;
            assert!(put(tx, 2, "panik två")? == 7, "a panic on purpose");
            Ok::<_, DbError>(())
        });
        assert!(matches!(answer, Err(DbError::Panicked)), "{answer:?}");
        write_note(db, A, 1, "lugn").unwrap();
        assert_eq!(words_of(db, A), ["lugn"]);
    });
}

#[test]
fn readers_are_given_back_after_errors_and_panics() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "kvar").unwrap();
        for _ in 0..40 {
            let wrong = db.read(A, |tx| {
                tx.one("select missing from nowhere where tenant = $1", &[], |_| Ok(()))
            });
            assert!(wrong.is_err());
            let column = db.read(A, |tx| {
                tx.one("select word from notes where tenant = $1", &[], |row| row.int(0))
            });
            assert!(matches!(column, Err(DbError::Column { column: 0, .. })), "{column:?}");
            let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                db.read(A, |tx| {
                    assert!(words(tx)?.is_empty(), "a panic on purpose");
                    Ok::<_, DbError>(())
                })
            }));
            assert!(panicked.is_err());
        }
        assert_eq!(words_of(db, A), ["kvar"]);
    });
}

#[test]
fn a_commit_that_fails_is_answered_and_keeps_nothing() {
    on_every_engine(|db, _| {
        let childless = |tx: &mut Tx<'_>| {
            tx.leave_unaudited("a test of commit");
            tx.run(
                "insert into children (tenant, child_id, note_id) values ($1, $2, $3)",
                params![1_i64, 99_i64],
            )
        };
        // The missing parent shows first at commit.
        assert!(db.write(A, &author(), childless).is_err());
        write_note(db, A, 1, "efter").unwrap();
        assert_eq!(words_of(db, A), ["efter"]);
        let children = db.read(A, |tx| {
            tx.one("select count(*) from children where tenant = $1", &[], |row| row.int(0))
        });
        assert_eq!(children.unwrap(), Some(0));
    });
}

#[test]
fn one_job_that_cannot_be_committed_does_not_take_others_with_it() {
    on_every_engine(|db, _| {
        let good = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for id in 0..24_i64 {
                let good = &good;
                scope.spawn(move || {
                    if id % 4 == 0 {
                        let refused = db.write(A, &author(), move |tx| {
                            tx.leave_unaudited("a test of commit");
                            tx.run("insert into children (tenant, child_id, note_id) values ($1, $2, $3)", params![id, 999_i64])
                        });
                        assert!(refused.is_err());
                    } else {
                        write_note(db, A, id, &format!("ord {id}")).unwrap();
                        good.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
        assert_eq!(words_of(db, A).len(), good.into_inner());
        assert_eq!(verified(db, A).unwrap().rows, 18);
    });
}

#[test]
fn many_writers_make_one_unbroken_chain() {
    on_every_engine(|db, _| {
        std::thread::scope(|scope| {
            for thread in 0..8_i64 {
                scope.spawn(move || {
                    for round in 0..25 {
                        let id = thread * 100 + round;
                        write_note(db, A, id, &format!("ord {id}")).unwrap();
                    }
                });
            }
        });
        assert_eq!(words_of(db, A).len(), 200);
        assert_eq!(verified(db, A).unwrap().rows, 200);
    });
}

#[test]
fn a_transaction_inside_another_is_refused_on_both_engines() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "förut").unwrap();
        let inner = db.clone();
        let nested = db.write(A, &author(), move |_| write_note(&inner, A, 2, "inuti"));
        assert!(matches!(nested, Err(DbError::Nested)), "{nested:?}");
        let inner = db.clone();
        let nested = db.write(A, &author(), move |_| inner.read(A, words));
        assert!(matches!(nested, Err(DbError::Nested)), "{nested:?}");
        let nested = db.read(A, |_| db.read_control(A, words));
        assert!(matches!(nested, Err(DbError::Nested)), "{nested:?}");
        let nested = db.read(A, |_| write_note(db, A, 2, "inuti"));
        assert!(matches!(nested, Err(DbError::Nested)), "{nested:?}");
        write_note(db, A, 2, "efteråt").unwrap();
        assert_eq!(words_of(db, A), ["efteråt", "förut"]);
    });
}

#[test]
fn what_a_write_has_not_finished_nobody_else_sees() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "förut").unwrap();
        let other = db.clone();
        let seen = db.write(A, &author(), move |tx| {
            put(tx, 2, "nu")?;
            tx.record(change(2, "nu"));
            Ok::<_, DbError>((words(tx)?, elsewhere(|| words_of(&other, A))))
        });
        let (own, outside) = seen.unwrap();
        assert_eq!(own, ["förut", "nu"]);
        assert_eq!(outside, ["förut"]);
    });
}

/// Does something as another request would: on a thread of its own.
fn elsewhere<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join()).unwrap()
}

#[test]
fn two_writers_that_lock_each_other_out_both_succeed() {
    let Some(place) = Place::postgres() else {
        println!("PostgreSQL is not installed: skipped");
        return;
    };
    let db = place.open(MIGRATIONS);
    for (tenant, host) in [(A, "a"), (B, "b")] {
        db.write_control(tenant, &author(), move |tx| {
            tx.leave_unaudited("a test of conflicts");
            tx.run("insert into tenants (tenant, host, visits) values ($1, $2, 0)", params![host])
        })
        .unwrap();
    }
    let meeting = Arc::new(Barrier::new(2));
    let runs = Arc::new(AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for (tenant, first, second) in [(A, "a", "b"), (B, "b", "a")] {
            let (db, meeting, runs) = (db.clone(), Arc::clone(&meeting), Arc::clone(&runs));
            scope.spawn(move || {
                let visit = |tx: &mut Tx<'_>, host: &str| {
                    tx.run(
                        "update tenants set visits = visits + 1 where host = $2 and tenant <> $1 \
                         or host = $2 and tenant = $1",
                        params![host],
                    )
                };
                db.write_control(tenant, &author(), move |tx| {
                    tx.leave_unaudited("a test of conflicts");
                    visit(tx, first)?;
                    if runs.fetch_add(1, Ordering::SeqCst) < 2 {
                        meeting.wait();
                    }
                    visit(tx, second)
                })
                .unwrap();
            });
        }
    });
    let visits = db.read_control(A, |tx| {
        tx.all(
            "select visits from tenants where (tenant = $1 or tenant <> $1) order by host",
            &[],
            |row| row.int(0),
        )
    });
    assert_eq!(visits.unwrap(), [2, 2]);
    assert_eq!(runs.load(Ordering::SeqCst), 3, "one of the two ran again");
}

#[test]
fn municipalities_never_see_each_other() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "hos A").unwrap();
        write_note(db, B, 1, "hos B").unwrap();
        assert_eq!(words_of(db, A), ["hos A"]);
        assert_eq!(words_of(db, B), ["hos B"]);
        assert_eq!(verified(db, A).unwrap().rows, 1);
    });
}

#[test]
fn a_statement_that_forgets_the_tenant_still_sees_only_its_own() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "hos A").unwrap();
        write_note(db, B, 1, "hos B").unwrap();
        let seen = db.read(A, |tx| {
            tx.all("select word from notes where (tenant = $1 or tenant <> $1)", &[], |row| {
                row.text(0)
            })
        });
        assert_eq!(seen.unwrap(), ["hos A"]);
        let changed = db.write(A, &author(), |tx| {
            tx.leave_unaudited("a test of the second wall");
            tx.run(
                "update notes set amount = $2 where (tenant = $1 or tenant <> $1)",
                params![5_i64],
            )
        });
        assert_eq!(changed.unwrap(), 1);
        let amount = db.read(B, |tx| {
            tx.one("select amount from notes where tenant = $1", &[], |row| row.maybe_int(0))
        });
        assert_eq!(amount.unwrap(), Some(None));
    });
}

#[test]
fn a_row_cannot_be_written_for_another_municipality() {
    let Some(place) = Place::postgres() else {
        println!("PostgreSQL is not installed: skipped");
        return;
    };
    let db = place.open(MIGRATIONS);
    write_note(&db, A, 1, "egen").unwrap();
    let refused = db.write(A, &author(), |tx| {
        tx.leave_unaudited("a test of the second wall");
        tx.run(
            "insert into notes (tenant, note_id, word) select $2, 1, 'smugglad' from notes where tenant = $1",
            params![B.0],
        )
    });
    assert!(refused.is_err());
    assert!(words_of(&db, B).is_empty());
}

#[test]
fn parameters_go_by_number_wherever_they_stand() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "ett").unwrap();
        let changed = db.write(A, &author(), |tx| {
            tx.leave_unaudited("a test of parameters");
            tx.run(
                "update notes set amount = $4, word = $3 where note_id = $2 and tenant = $1 and $4 > 0",
                params![1_i64, "två", 7_i64],
            )
        });
        assert_eq!(changed.unwrap(), 1);
        let row = db.read(A, |tx| {
            tx.one(
                "select word, amount from notes where note_id = $2 and tenant = $1",
                params![1_i64],
                |row| Ok((row.text(0)?, row.int(1)?)),
            )
        });
        assert_eq!(row.unwrap(), Some(("två".to_owned(), 7)));
    });
}

#[test]
fn many_rows_go_in_as_one_statement() {
    on_every_engine(|db, _| {
        let (count, statements) = db
            .write(A, &author(), |tx| {
                let rows =
                    (0..500_i64).map(|id| vec![Value::from(id), Value::from(format!("ord {id}"))]);
                let count = tx.run_many(
                    "insert into notes (tenant, note_id, word) values ($1, $2, $3)",
                    rows,
                )?;
                tx.record(change(0, "alla"));
                Ok::<_, DbError>((count, tx.statements()))
            })
            .unwrap();
        assert_eq!((count, statements), (500, 1));
        let twice = db.write(A, &author(), |tx| {
            let rows =
                [900_i64, 901, 3].map(|id| vec![Value::from(id), Value::from(format!("ny {id}"))]);
            tx.run_many("insert into notes (tenant, note_id, word) values ($1, $2, $3)", rows)
        });
        assert!(matches!(twice, Err(DbError::Constraint { .. })), "{twice:?}");
        assert_eq!(words_of(db, A).len(), 500);
    });
}

#[test]
fn numbers_and_order_are_alike() {
    on_every_engine(|db, _| {
        let listed = ["b", "a", "B", "ö", "å", "_x", "2", "10", "é"];
        for (id, word) in (1_i64..).zip(listed) {
            write_note(db, A, id, word).unwrap();
        }
        // By bytes: sort keys, not collations, put words in Swedish order.
        assert_eq!(words_of(db, A), ["10", "2", "B", "_x", "a", "b", "å", "é", "ö"]);
        let counted = db.read(A, |tx| {
            tx.one(
                "select count(*), sum(note_id), max(note_id), min(amount), 1, \
                 exists (select 1 from notes where tenant = $1), sum(-note_id * 100000) \
                 from notes where tenant = $1",
                &[],
                |row| {
                    let numbers = (row.int(0)?, row.int(1)?, row.int(2)?, row.maybe_int(3)?);
                    Ok((numbers, row.int(4)?, row.bool(5)?, row.int(6)?))
                },
            )
        });
        assert_eq!(counted.unwrap(), Some(((9, 45, 9, None), 1, true, -4_500_000)));
    });
}

#[test]
fn sqlite_knows_that_the_municipality_chooses_every_row() {
    let place = Place::sqlite();
    let db = place.open(MIGRATIONS);
    assert!(words_of(&db, A).is_empty());
    let db::Engine::Sqlite { folder } = &place.engine else { panic!("SQLite") };
    let file = rusqlite::Connection::open(folder.join(format!("{}.db", "a1".repeat(16)))).unwrap();
    let plan: String = file
        .query_row(
            "explain query plan select measure_id, period from values_of_many \
             where tenant = ?1 and org_unit_id = ?2 order by measure_id, period",
            [1, 2],
            |row| row.get(3),
        )
        .unwrap();
    assert!(plan.contains("values_of_many_org_unit (tenant=? AND org_unit_id=?)"), "{plan}");
}

#[test]
fn the_bundled_sqlite_has_no_known_corruption() {
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
}

#[test]
fn both_engines_are_tested_where_both_are_installed() {
    let engines = Engines::all(MIGRATIONS);
    assert_eq!(engines[0].1.engine_name(), "SQLite");
    if std::path::Path::new("/usr/lib/postgresql").exists() {
        assert_eq!(engines.len(), 2);
    }
}

//! The schema goes forward and never by the hand of somebody who only looks, and its rules are kept.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use common::{A, MIGRATIONS, NOTES, author, put, verified, words, write_note};
use db::testing::{Place, schema_problems};
use db::{Db, DbError, Migration, Migrations};

const LATER: Migration =
    Migration { name: "0002_later", sql: "alter table notes add column colour text;\n" };
const ALTERED: Migration =
    Migration { sql: "create table other (\n  tenant BYTES not null\n);\n", ..NOTES };

const WITH_LATER: Migrations =
    Migrations { municipality: &[db::audit::SCHEMA, NOTES, LATER], ..MIGRATIONS };

#[test]
fn a_schema_goes_forward_only() {
    const WITH_ALTERED: Migrations =
        Migrations { municipality: &[db::audit::SCHEMA, ALTERED], ..MIGRATIONS };
    for place in Place::all() {
        let open = |migrations: Migrations| -> Result<Vec<String>, DbError> {
            place.try_open(migrations)?.read(A, words)
        };
        let db: Db = place.open(MIGRATIONS);
        write_note(&db, A, 1, "kvar").unwrap();
        drop(db);
        assert_eq!(open(MIGRATIONS).unwrap(), ["kvar"], "opening again changes nothing");
        assert!(matches!(open(WITH_ALTERED), Err(DbError::Schema(_))), "an edited step is refused");
        assert_eq!(open(WITH_LATER).unwrap(), ["kvar"], "a new step is applied");
        assert!(matches!(open(MIGRATIONS), Err(DbError::Schema(_))), "newer data are refused");
        assert_eq!(open(WITH_LATER).unwrap(), ["kvar"], "and are untouched by that");
    }
}

/// What looking says about the municipality, after opening and reading.
fn looked_at(place: &Place, migrations: Migrations) -> Result<Vec<String>, DbError> {
    Db::look(&place.engine, migrations)?.read(A, words)
}

#[test]
fn looking_applies_no_step_and_writes_nothing() {
    for place in Place::all() {
        assert!(looked_at(&place, MIGRATIONS).is_err(), "there is nothing to look at yet");
        let db = place.open(MIGRATIONS);
        write_note(&db, A, 1, "kvar").unwrap();
        assert_eq!(looked_at(&place, MIGRATIONS).unwrap(), ["kvar"], "while others write");
        drop(db);
        let Err(DbError::Schema(older)) = looked_at(&place, WITH_LATER) else {
            panic!("older data are looked at")
        };
        assert!(older.contains("older than this program, step 0002_later"), "{older}");
        let looking = Db::look(&place.engine, MIGRATIONS).unwrap();
        assert_eq!(looking.read(A, words).unwrap(), ["kvar"], "and the step was not applied");
        assert_eq!(looking.verify(A).unwrap().unwrap().rows, 1);
        let written = looking.write(A, &author(), |tx| put(tx, 2, "smyg"));
        assert!(matches!(written, Err(DbError::ReadOnly)), "{written:?}");
        place.open(WITH_LATER).read(A, words).unwrap();
        let newer = looked_at(&place, MIGRATIONS);
        assert!(matches!(&newer, Err(DbError::Schema(why)) if why.contains("newer")), "{newer:?}");
    }
}

#[test]
fn a_key_that_does_not_begin_with_the_municipality_is_found_on_every_engine() {
    const LOOSE: Migration = Migration {
        name: "0001_loose",
        sql: "create table loose (\n  tenant BYTES not null,\n  loose_id BIGINT not null,\n  \
              constraint loose_key primary key (loose_id)\n);\n\
              create index loose_by_id on loose (loose_id, tenant);\n",
    };
    for place in Place::all() {
        let db = place.open(Migrations { municipality: &[db::audit::SCHEMA, LOOSE], ..MIGRATIONS });
        assert_eq!(verified(&db, A).unwrap().rows, 0);
        let problems = schema_problems(&place);
        for wanted in ["no key: loose", "tenant not first: loose"] {
            assert!(
                problems.iter().any(|problem| problem.starts_with(wanted)),
                "{wanted} on {}: {problems:?}",
                db.engine_name()
            );
        }
    }
}

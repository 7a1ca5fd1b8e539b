//! A small schema and a few moves that the tests of the port share.
#![allow(dead_code, reason = "each test file uses its part")]

use db::testing::{Engines, Place};
use db::{Author, Change, Db, DbError, Migration, Migrations, Tenant, Tx, params};

pub(crate) const A: Tenant = Tenant([0xa1; 16]);
pub(crate) const B: Tenant = Tenant([0xb2; 16]);

pub(crate) const NOTES: Migration = Migration {
    name: "0001_notes",
    sql: "\
create table notes (
  tenant BYTES not null,
  note_id BIGINT not null,
  word text not null,
  amount BIGINT,
  constraint notes_key primary key (tenant, note_id),
  constraint notes_word unique (tenant, word)
);
create table children (
  tenant BYTES not null,
  child_id BIGINT not null,
  note_id BIGINT not null,
  constraint children_key primary key (tenant, child_id),
  constraint children_note foreign key (tenant, note_id) references notes (tenant, note_id) deferrable initially deferred
) ROWLESS;
create table values_of_many (
  tenant BYTES not null,
  measure_id BIGINT not null,
  org_unit_id BIGINT not null,
  period text not null,
  constraint values_of_many_key primary key (tenant, measure_id, org_unit_id, period)
) ROWLESS;
create index values_of_many_org_unit on values_of_many (tenant, org_unit_id, measure_id);
",
};

pub(crate) const PLACES: Migration = Migration {
    name: "0001_places",
    sql: "\
create table tenants (
  tenant BYTES not null,
  host text not null,
  visits BIGINT not null,
  constraint tenants_key primary key (tenant),
  constraint tenants_host unique (host)
);
",
};

pub(crate) const MIGRATIONS: Migrations =
    Migrations { control: &[db::audit::SCHEMA, PLACES], municipality: &[db::audit::SCHEMA, NOTES] };

/// Runs a test on an empty database of every engine there is.
pub(crate) fn on_every_engine(test: impl Fn(&Db, &Place)) {
    for (place, db) in Engines::all(MIGRATIONS) {
        println!("on {}", db.engine_name());
        test(&db, &place);
    }
}

pub(crate) fn author() -> Author {
    Author { person: Some([7; 16]), name: "Åsa Öberg".to_owned(), at: 1_000, ..Author::default() }
}

pub(crate) fn note_id(id: i64) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&id.to_be_bytes());
    bytes
}

pub(crate) fn change(id: i64, word: &str) -> Change {
    Change {
        action: "write",
        object: "note",
        id: note_id(id),
        version: 1,
        payload: format!("{{\"word\":\"{word}\"}}"),
    }
}

/// Inserts a note without recording it.
pub(crate) fn put(tx: &mut Tx<'_>, id: i64, word: &str) -> Result<u64, DbError> {
    tx.run("insert into notes (tenant, note_id, word) values ($1, $2, $3)", params![id, word])
}

/// Writes one note with its audit row.
pub(crate) fn write_note(db: &Db, tenant: Tenant, id: i64, word: &str) -> Result<(), DbError> {
    let word = word.to_owned();
    db.write(tenant, &author(), move |tx| {
        put(tx, id, &word)?;
        tx.record(change(id, &word));
        Ok(())
    })
}

pub(crate) fn words(tx: &mut Tx<'_>) -> Result<Vec<String>, DbError> {
    tx.all("select word from notes where tenant = $1 order by word", &[], |row| row.text(0))
}

pub(crate) fn words_of(db: &Db, tenant: Tenant) -> Vec<String> {
    db.read(tenant, words).unwrap()
}

pub(crate) fn verified(db: &Db, tenant: Tenant) -> Result<db::audit::Verified, db::audit::Broken> {
    db.read(tenant, db::audit::verify).unwrap()
}

/// Rows of the planted chain.
pub(crate) const ROWS: i64 = 40;

/// A chain with some people, an installation's own row, several rows in one write and an erasure.
pub(crate) fn planted(db: &Db) {
    for id in 1..=ROWS - 7 {
        write_note(db, A, id, &format!("ord {id} å")).unwrap();
    }
    let own = Author { acting_as: "administrator".to_owned(), at: -5, ..Author::default() };
    db.write(A, &own, |tx| {
        for id in 100..106 {
            put(tx, id, &format!("ord {id}"))?;
            tx.record(change(id, "flera"));
        }
        Ok::<_, DbError>(())
    })
    .unwrap();
    db.write(A, &author(), |tx| db::audit::erase(tx, 3, "personuppgift")).unwrap();
    write_note(db, B, 1, "en annan kommun").unwrap();
    assert_eq!(verified(db, A).unwrap().rows, ROWS);
}

//! A thousand random tamperings with the chain in PostgreSQL, by somebody with the program's own
//! role: each is found, and each is undone.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use common::{A, MIGRATIONS, ROWS, author, planted, verified};
use db::testing::{Place, SeededEntropy};
use db::{Db, DbError, audit};

const BYTES: [(&str, &str); 6] = [
    ("audit_rows", "actor"),
    ("audit_rows", "object_id"),
    ("audit_rows", "payload_commit"),
    ("audit_rows", "prev"),
    ("audit_rows", "hash"),
    ("audit_payloads", "salt"),
];
const NUMBERS: [(&str, &str); 4] = [
    ("audit_rows", "seq"),
    ("audit_rows", "at"),
    ("audit_rows", "version"),
    ("audit_payloads", "seq"),
];
const TEXTS: [(&str, &str); 6] = [
    ("audit_rows", "actor_name"),
    ("audit_rows", "acting_as"),
    ("audit_rows", "session"),
    ("audit_rows", "action"),
    ("audit_rows", "object"),
    ("audit_payloads", "payload"),
];

struct Tamperer(SeededEntropy);

impl Tamperer {
    fn one_of<T: Copy>(&self, all: &[T]) -> T {
        all[usize::try_from(self.0.below(all.len() as u64)).unwrap()]
    }

    fn seq(&self) -> u64 {
        1 + self.0.below(u64::try_from(ROWS).unwrap())
    }

    /// A statement that does harm, when it changes anything.
    fn statement(&self) -> String {
        let (one, two) = (self.seq(), self.seq());
        match self.0.below(12) {
            0..=2 => {
                let (table, column) = self.one_of(&BYTES);
                let bit = self.0.below(128);
                format!(
                    "update {table} set {column} = case when length({column}) = 0 then \
                     '\\x01'::bytea else set_bit({column}, {bit}, 1 - get_bit({column}, {bit})) \
                     end where tenant = $1 and seq = {one} and {column} is not null"
                )
            }
            3..=4 => {
                let (table, column) = self.one_of(&NUMBERS);
                let bit = self.0.below(63);
                format!(
                    "update {table} set {column} = {column} # (1::bigint << {bit}) \
                     where tenant = $1 and seq = {one}"
                )
            }
            5..=6 => {
                let (table, column) = self.one_of(&TEXTS);
                let edit = self.one_of(&["|| 'x'", "|| ' '", "|| 'å'"]);
                format!(
                    "update {table} set {column} = {column} {edit} where tenant = $1 and seq = {one}"
                )
            }
            7 => format!("delete from audit_rows where tenant = $1 and seq = {one}"),
            8 => format!("delete from audit_payloads where tenant = $1 and seq = {one}"),
            9 => format!(
                "update audit_payloads p set salt = o.salt, payload = o.payload \
                 from audit_payloads o where p.tenant = $1 and o.tenant = $1 and p.seq = {one} \
                 and o.seq = {two} and p.seq <> o.seq"
            ),
            10 => format!("delete from audit_rows where tenant = $1 and seq >= {one}"),
            _ => self.head(one),
        }
    }

    fn head(&self, seq: u64) -> String {
        match self.0.below(3) {
            0 => "delete from audit_heads where tenant = $1".to_owned(),
            1 => format!("update audit_heads set seq = seq - {seq} where tenant = $1"),
            _ => format!(
                "update audit_heads set hash = r.hash from audit_rows r \
                 where audit_heads.tenant = $1 and r.tenant = $1 and r.seq = {seq} \
                 and r.seq < {ROWS}"
            ),
        }
    }
}

/// What a tampering came to, before it was undone.
fn tried(db: &Db, sql: &'static str) -> Result<(), DbError> {
    db.write(A, &author(), move |tx| {
        if tx.run(sql, &[])? == 0 {
            return Err(DbError::NoTenant);
        }
        let found = audit::verify(tx)?.is_err();
        Err(DbError::Engine(if found { "found" } else { "missed" }.to_owned()))
    })
}

#[test]
fn a_thousand_tamperings_on_postgresql_are_all_found() {
    let Some(place) = Place::postgres() else {
        println!("skipped: PostgreSQL is not installed");
        return;
    };
    let db = place.open(MIGRATIONS);
    planted(&db);
    let tamperer = Tamperer(SeededEntropy::new(20_260_825));
    let (mut done, mut refused, mut missed) = (0, 0, Vec::new());
    while done < 1_000 {
        let sql: &'static str = tamperer.statement().leak();
        match tried(&db, sql) {
            Err(DbError::Engine(what)) if what == "found" => done += 1,
            Err(DbError::Engine(what)) if what == "missed" => {
                done += 1;
                missed.push(sql);
            }
            // What changed nothing, and what the key of a table stops.
            Err(DbError::NoTenant | DbError::Constraint { .. }) => refused += 1,
            other => panic!("{sql}: {other:?}"),
        }
    }
    println!("{done} tamperings, {refused} that came to nothing");
    assert!(missed.is_empty(), "{} missed: {missed:?}", missed.len());
    assert!(refused < done, "most of them came to something");
    assert_eq!(verified(&db, A).unwrap().rows, ROWS, "and all were undone");
}

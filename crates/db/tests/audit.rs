//! The audit chain: every tampering is found, a lawful erasure is none.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use common::{
    A, MIGRATIONS, ROWS, author, change, on_every_engine, planted, put, verified, write_note,
};
use db::audit::{self, Broken, Walk};
use db::testing::{Place, SeededEntropy};
use db::{Db, DbError, Engine, params};

#[test]
fn an_empty_chain_and_a_whole_one_verify() {
    on_every_engine(|db, _| {
        let empty = verified(db, A).unwrap();
        assert_eq!((empty.rows, empty.erased, empty.head.as_str()), (0, 0, ""));
        write_note(db, A, 1, "ett").unwrap();
        write_note(db, A, 2, "två").unwrap();
        let whole = verified(db, A).unwrap();
        assert_eq!((whole.rows, whole.erased, whole.head.len()), (2, 0, 64));
    });
}

#[test]
fn a_history_is_what_was_recorded_about_one_object() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "ett").unwrap();
        write_note(db, A, 2, "två").unwrap();
        let history = db
            .read(A, |tx| audit::page_of(tx, ("note", common::note_id(2)), i64::MAX, 10))
            .unwrap();
        assert_eq!(history.len(), 1);
        assert_eq!(history[0].payload.as_deref(), Some("{\"word\":\"två\"}"));
        assert_eq!(history[0].actor_name, "Åsa Öberg");
        let of_two = |before, most| {
            let read =
                db.read(A, |tx| audit::page_of(tx, ("note", common::note_id(2)), before, most));
            read.unwrap().iter().map(|row| row.seq).collect::<Vec<_>>()
        };
        assert_eq!(of_two(history[0].seq, 10), Vec::<i64>::new(), "nothing is older");
        assert_eq!(of_two(i64::MAX, 0), Vec::<i64>::new(), "no more than asked for");
    });
}

#[test]
fn a_lawful_erasure_verifies_and_an_unlawful_one_does_not() {
    on_every_engine(|db, _| {
        for id in 1..=4 {
            write_note(db, A, id, &format!("ord {id}")).unwrap();
        }
        db.write(A, &author(), |tx| audit::erase(tx, 2, "personuppgift")).unwrap();
        let whole = verified(db, A).unwrap();
        assert_eq!((whole.rows, whole.erased), (5, 1));
        let history = db
            .read(A, |tx| audit::page_of(tx, ("note", common::note_id(2)), i64::MAX, 10))
            .unwrap();
        assert_eq!(history[0].payload, None);
        db.write(A, &author(), |tx| {
            tx.leave_unaudited("what an intruder would do");
            tx.run("delete from audit_payloads where tenant = $1 and seq = $2", params![3_i64])
        })
        .unwrap();
        assert_eq!(verified(db, A), Err(Broken::Missing(3)));
    });
}

#[test]
fn erasing_twice_changes_nothing() {
    on_every_engine(|db, _| {
        write_note(db, A, 1, "ett").unwrap();
        for _ in 0..2 {
            db.write(A, &author(), |tx| audit::erase(tx, 1, "personuppgift")).unwrap();
        }
        assert_eq!(verified(db, A).unwrap().rows, 2);
    });
}

#[test]
fn the_engines_make_the_same_chain() {
    let mut heads = Vec::new();
    for (_place, db) in db::testing::Engines::all(MIGRATIONS) {
        planted(&db);
        heads.push(verified(&db, A).unwrap().head);
    }
    heads.dedup();
    assert_eq!(heads.len(), 1);
}

/// The file of municipality A, opened as somebody with access to the disk would.
fn raw(place: &Place) -> rusqlite::Connection {
    let Engine::Sqlite { folder } = &place.engine else { panic!("SQLite") };
    rusqlite::Connection::open(folder.join(format!("{}.db", "a1".repeat(16)))).unwrap()
}

struct Tamperer<'a> {
    file: &'a rusqlite::Connection,
    dice: SeededEntropy,
}

const COLUMNS: [(&str, &str); 18] = [
    ("audit_rows", "tenant"),
    ("audit_rows", "seq"),
    ("audit_rows", "at"),
    ("audit_rows", "actor"),
    ("audit_rows", "actor_name"),
    ("audit_rows", "acting_as"),
    ("audit_rows", "session"),
    ("audit_rows", "action"),
    ("audit_rows", "object"),
    ("audit_rows", "object_id"),
    ("audit_rows", "version"),
    ("audit_rows", "payload_commit"),
    ("audit_rows", "prev"),
    ("audit_rows", "hash"),
    ("audit_payloads", "tenant"),
    ("audit_payloads", "seq"),
    ("audit_payloads", "salt"),
    ("audit_payloads", "payload"),
];

impl Tamperer<'_> {
    /// A row of the chain.
    fn seq(&self) -> i64 {
        1 + i64::try_from(self.dice.below(u64::try_from(ROWS).unwrap())).unwrap()
    }

    /// A row whose content stands.
    fn seq_with_content(&self) -> i64 {
        loop {
            let seq = self.seq();
            if seq != 3 {
                return seq;
            }
        }
    }

    fn run(&self, sql: &str) -> usize {
        self.file.execute(sql, []).unwrap()
    }

    /// One tampering; tells what it did. Nothing when the dice chose what changes nothing.
    fn once(&self) -> Option<String> {
        let (one, two) = (self.seq_with_content(), self.seq_with_content());
        let sql = match self.dice.below(10) {
            0..=4 => return self.flip_a_bit(one),
            5 => format!("delete from audit_rows where seq = {one}"),
            6 => format!("delete from audit_payloads where seq = {one}"),
            7 if one != two => return Some(self.swap(one, two)),
            8 => return Some(self.insert(one)),
            9 => return Some(self.cut_or_edit_the_head(one)),
            _ => return None,
        };
        (self.run(&sql) > 0).then_some(sql)
    }

    fn flip_a_bit(&self, seq: i64) -> Option<String> {
        use rusqlite::types::Value as V;
        let column = usize::try_from(self.dice.below(COLUMNS.len() as u64)).unwrap();
        let (table, column) = COLUMNS[column];
        let old: V = self
            .file
            .query_row(&format!("select {column} from {table} where seq = ?1"), [seq], |row| {
                row.get(0)
            })
            .ok()?;
        let flip = |bytes: &mut Vec<u8>| {
            let bit = usize::try_from(self.dice.below(bytes.len().max(1) as u64 * 8)).unwrap();
            match bytes.get_mut(bit / 8) {
                Some(byte) => *byte ^= 1 << (bit % 8),
                None => bytes.push(1),
            }
        };
        let new = match old.clone() {
            V::Integer(number) => V::Integer(number ^ (1 << self.dice.below(63))),
            V::Blob(mut bytes) => {
                flip(&mut bytes);
                V::Blob(bytes)
            }
            V::Text(text) => {
                let mut bytes = text.into_bytes();
                flip(&mut bytes);
                // Text that is no longer UTF-8 is written as SQLite would hold it.
                let cast = format!("update {table} set {column} = cast(?1 as text) where seq = ?2");
                let changed = self.file.execute(&cast, rusqlite::params![bytes, seq]).unwrap();
                return (changed > 0).then(|| format!("flip in {table}.{column} of {seq}"));
            }
            V::Null => V::Blob(vec![0; 16]),
            V::Real(_) => return None,
        };
        let changed = self.file.execute(
            &format!("update {table} set {column} = ?1 where seq = ?2"),
            rusqlite::params![new, seq],
        );
        // A key that is taken cannot be flipped onto.
        (changed.ok()? > 0).then(|| format!("flip in {table}.{column} of {seq}"))
    }

    fn swap(&self, one: i64, two: i64) -> String {
        let table = if self.dice.below(2) == 0 { "audit_rows" } else { "audit_payloads" };
        for (from, to) in [(one, -1), (two, one), (-1, two)] {
            self.run(&format!("update {table} set seq = {to} where seq = {from}"));
        }
        format!("swap {one} and {two} in {table}")
    }

    fn insert(&self, like: i64) -> String {
        let at = ROWS + 1 + i64::try_from(self.dice.below(2)).unwrap();
        if self.dice.below(2) == 0 {
            let copied = "at, actor, actor_name, acting_as, session, action, object, object_id, \
                version, payload_commit, prev, hash";
            self.run(&format!(
                "insert into audit_rows (tenant, seq, {copied}) select tenant, {at}, {copied} \
                 from audit_rows where seq = {like}"
            ));
            return format!("a copy of row {like} at {at}");
        }
        let at = if self.dice.below(2) == 0 { 3 } else { at };
        self.run(&format!(
            "insert into audit_payloads select tenant, {at}, salt, payload from audit_payloads where seq = {like}"
        ));
        format!("a copy of content {like} at {at}")
    }

    fn cut_or_edit_the_head(&self, seq: i64) -> String {
        match self.dice.below(5) {
            0 => {
                self.run(&format!("delete from audit_rows where seq >= {seq}"));
                format!("the end cut from {seq}, contents left")
            }
            1 => {
                self.run(&format!("delete from audit_rows where seq >= {seq}"));
                self.run(&format!("delete from audit_payloads where seq >= {seq}"));
                format!("the end cut from {seq}")
            }
            2 => {
                // The head's number is moved back, its hash kept.
                self.run(&format!("delete from audit_rows where seq >= {seq}"));
                self.run(&format!("delete from audit_payloads where seq >= {seq}"));
                self.run(&format!("update audit_heads set seq = {} where seq = {ROWS}", seq - 1));
                format!("the end cut from {seq} and the head's number moved")
            }
            3 => {
                self.run("delete from audit_heads");
                "the head deleted".to_owned()
            }
            _ => {
                self.run(&format!("update audit_heads set hash = (select hash from audit_rows where seq = {seq}), seq = {ROWS} + {seq} where seq = {ROWS}"));
                format!("the head pointed at {seq}")
            }
        }
    }
}

#[test]
fn a_thousand_tamperings_are_all_found() {
    let place = Place::sqlite();
    let db = place.open(MIGRATIONS);
    planted(&db);
    let file = raw(&place);
    for table in CHAIN {
        file.execute_batch(&format!("create temp table kept_{table} as select * from {table}"))
            .unwrap();
    }
    // Durable tampering would only make the test slow.
    file.execute_batch("pragma synchronous = off").unwrap();
    let tamperer = Tamperer { file: &file, dice: SeededEntropy::new(20_260_825) };
    let (mut done, mut missed) = (0, Vec::new());
    while done < 1_000 {
        file.execute_batch("begin immediate").unwrap();
        if let Some(what) = tamperer.once() {
            done += 1;
            file.execute_batch("commit").unwrap();
            if verified(&db, A).is_ok() {
                missed.push(what);
            }
            restore(&file);
        } else {
            file.execute_batch("rollback").unwrap();
        }
    }
    assert!(missed.is_empty(), "{} missed: {missed:?}", missed.len());
    assert_eq!(verified(&db, A).unwrap().rows, ROWS, "and what was put back verifies");
}

const CHAIN: [&str; 3] = ["audit_rows", "audit_payloads", "audit_heads"];

/// Puts the chain back from the copy taken before the first tampering.
fn restore(file: &rusqlite::Connection) {
    for table in CHAIN {
        file.execute_batch(&format!(
            "begin; delete from {table}; insert into {table} select * from kept_{table}; commit"
        ))
        .unwrap();
    }
}

/// A chain of two whole pieces and a bit.
const LONG: i64 = 2_300;

fn long_chain(db: &Db) {
    db.write(A, &author(), |tx| {
        for id in 1..=LONG {
            put(tx, id, &format!("ord {id}"))?;
            tx.record(change(id, &format!("ord {id}")));
        }
        Ok::<_, DbError>(())
    })
    .unwrap();
}

#[test]
fn a_long_chain_is_walked_in_pieces_while_others_write() {
    on_every_engine(|db, _| {
        long_chain(db);
        let mut walk = Walk::default();
        let mut pieces = 0;
        let found = loop {
            pieces += 1;
            if let Some(found) = db.read(A, |tx| walk.step(tx)).unwrap() {
                break found.unwrap();
            }
            write_note(db, A, LONG + pieces, &format!("under tiden {pieces}")).unwrap();
        };
        assert_eq!((pieces, found.rows), (3, LONG + 2), "each piece sees what is written by then");
        assert_eq!(db.verify(A).unwrap(), Ok(found.clone()));
        assert_eq!(verified(db, A), Ok(found));
    });
}

#[test]
fn a_chain_that_ends_where_a_piece_ends_is_whole() {
    on_every_engine(|db, _| {
        db.write(A, &author(), |tx| {
            for id in 1..=1_000 {
                put(tx, id, &format!("ord {id}"))?;
                tx.record(change(id, "jämnt"));
            }
            Ok::<_, DbError>(())
        })
        .unwrap();
        assert_eq!(db.verify(A).unwrap().unwrap().rows, 1_000);
    });
}

#[test]
fn what_is_wrong_far_along_a_long_chain_is_found() {
    let tamperings: [(&'static str, Broken); 8] = [
        (
            "update audit_rows set action = 'x' where tenant = $1 and seq = 1000",
            Broken::Altered(1_000),
        ),
        (
            "update audit_rows set action = 'x' where tenant = $1 and seq = 1001",
            Broken::Altered(1_001),
        ),
        (
            "delete from audit_rows where tenant = $1 and seq = 1000",
            Broken::Gap { expected: 1_000, found: 1_001 },
        ),
        ("delete from audit_rows where tenant = $1 and seq > 2000", Broken::Stray(2_001)),
        ("delete from audit_payloads where tenant = $1 and seq = 2000", Broken::Missing(2_000)),
        (
            "update audit_payloads set payload = '{}' where tenant = $1 and seq = 2299",
            Broken::Payload(2_299),
        ),
        ("update audit_payloads set seq = -9 where tenant = $1 and seq = 2300", Broken::Stray(-9)),
        (
            "update audit_payloads set seq = 9999 where tenant = $1 and seq = 2300",
            Broken::Missing(2_300),
        ),
    ];
    on_every_engine(|db, _| {
        long_chain(db);
        for (tampering, wanted) in &tamperings {
            let (tampering, wanted) = (*tampering, wanted.clone());
            let undone = db.write(A, &author(), move |tx| {
                assert!(tx.run(tampering, &[])? > 0, "{tampering}");
                assert_eq!(audit::verify(tx)?, Err(wanted.clone()), "{tampering}");
                Err::<(), _>(DbError::NoTenant)
            });
            assert!(matches!(undone, Err(DbError::NoTenant)), "{tampering}: {undone:?}");
        }
    });
}

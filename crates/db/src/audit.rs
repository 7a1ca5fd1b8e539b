//! The audit chain: one row per change, each carrying the hash of the one before.
//!
//! `payload_commit = SHA-256(salt ‖ payload)`, so that a payload can be erased by law while the
//! chain still verifies; `hash = SHA-256("traden.audit.v1" ‖ length-prefixed fields ‖ prev)`.
//! An erasure is a row of its own: a content that is gone without one has been tampered with.
//! Whoever can rewrite rows and head together can make a whole new chain or cut its end; that shows
//! against a head that was printed or kept elsewhere ([`Verified::head`]).

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use crate::migrate::hex;
use crate::tx::Change;
use crate::{DbError, Entropy, Migration, Tenant, Tx, params};

/// The tables of the chain; the first step of every store's schema.
pub const SCHEMA: Migration = Migration {
    name: "0000_audit",
    sql: "\
create table audit_heads (
  tenant BYTES not null,
  seq BIGINT not null,
  hash BYTES not null,
  primary key (tenant)
) ROWLESS;
create table audit_rows (
  tenant BYTES not null,
  seq BIGINT not null,
  at BIGINT not null,
  actor BYTES,
  actor_name text not null,
  acting_as text not null,
  session text not null,
  action text not null,
  object text not null,
  object_id BYTES not null,
  version BIGINT not null,
  payload_commit BYTES not null,
  prev BYTES not null,
  hash BYTES not null,
  primary key (tenant, seq)
) ROWLESS;
create index audit_rows_object on audit_rows (tenant, object, object_id, seq);
create table audit_payloads (
  tenant BYTES not null,
  seq BIGINT not null,
  salt BYTES not null,
  payload text not null,
  primary key (tenant, seq)
) ROWLESS;
",
};

/// Why a chain does not verify.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A row's number does not follow the one before: a row was removed, added or moved.
    #[error("row {found} where row {expected} should be")]
    Gap {
        /// The number that should come.
        expected: i64,
        /// The number that came.
        found: i64,
    },
    /// A row's content does not give its hash, or its link is not the hash before.
    #[error("row {0} was altered")]
    Altered(i64),
    /// A payload does not match what the row committed to.
    #[error("the content of row {0} was altered")]
    Payload(i64),
    /// A content is gone and no row says that it was erased.
    #[error("the content of row {0} is missing")]
    Missing(i64),
    /// A content stands without its row.
    #[error("a content for row {0}, which does not exist")]
    Stray(i64),
    /// The head does not name the last row: the end was cut off or a row was added.
    #[error("the chain ends at row {last}, its head says {head}")]
    Head {
        /// The last row found.
        last: i64,
        /// What the head says.
        head: i64,
    },
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many rows the chain has.
    pub rows: i64,
    /// How many contents were erased lawfully.
    pub erased: i64,
    /// The hash of the last row, hexadecimal: compare with what was printed in a report.
    pub head: String,
}

struct AuditRow {
    seq: i64,
    at: i64,
    actor: Option<[u8; 16]>,
    actor_name: String,
    acting_as: String,
    session: String,
    action: String,
    object: String,
    object_id: [u8; 16],
    version: i64,
    payload_commit: Vec<u8>,
}

impl AuditRow {
    fn hash(&self, tenant: Tenant, prev: &[u8]) -> Vec<u8> {
        let mut digest = Sha256::new();
        digest.update(b"traden.audit.v1");
        let actor = self.actor.map(|id| id.to_vec()).unwrap_or_default();
        let fields: [&[u8]; 13] = [
            &tenant.0,
            &self.seq.to_be_bytes(),
            &self.at.to_be_bytes(),
            &actor,
            self.actor_name.as_bytes(),
            self.acting_as.as_bytes(),
            self.session.as_bytes(),
            self.action.as_bytes(),
            self.object.as_bytes(),
            &self.object_id,
            &self.version.to_be_bytes(),
            &self.payload_commit,
            prev,
        ];
        for field in fields {
            digest.update((field.len() as u64).to_be_bytes());
            digest.update(field);
        }
        digest.finalize().to_vec()
    }
}

fn commitment(salt: &[u8], payload: &str) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(salt);
    digest.update(payload.as_bytes());
    digest.finalize().to_vec()
}

const HEAD: &str = "select seq, hash from audit_heads where tenant = $1";
const HEAD_LOCKED: &str = "select seq, hash from audit_heads where tenant = $1 for update";

/// Appends the changes of a transaction to its municipality's chain.
pub(crate) fn append(
    tx: &mut Tx<'_>,
    entropy: &dyn Entropy,
    changes: &[Change],
) -> Result<(), DbError> {
    if tx.is_pg() {
        tx.run(
            "insert into audit_heads (tenant, seq, hash) values ($1, 0, $2) on conflict do nothing",
            params![Vec::new()],
        )?;
    }
    let head = if tx.is_pg() { HEAD_LOCKED } else { HEAD };
    let (mut seq, mut prev) =
        tx.one(head, &[], |row| Ok((row.int(0)?, row.bytes(1)?)))?.unwrap_or((0, Vec::new()));
    for change in changes {
        seq += 1;
        let mut salt = [0; 16];
        entropy.fill(&mut salt);
        let author = tx.author().clone();
        let row = AuditRow {
            seq,
            at: author.at,
            actor: author.person,
            actor_name: author.name,
            acting_as: author.acting_as,
            session: author.session,
            action: change.action.to_owned(),
            object: change.object.to_owned(),
            object_id: change.id,
            version: change.version,
            payload_commit: commitment(&salt, &change.payload),
        };
        prev = insert(tx, &row, &prev)?;
        tx.run(
            "insert into audit_payloads (tenant, seq, salt, payload) values ($1, $2, $3, $4)",
            params![seq, salt, &change.payload],
        )?;
    }
    tx.run(
        "insert into audit_heads (tenant, seq, hash) values ($1, $2, $3) \
         on conflict (tenant) do update set seq = excluded.seq, hash = excluded.hash",
        params![seq, prev],
    )?;
    Ok(())
}

fn insert(tx: &mut Tx<'_>, row: &AuditRow, prev: &[u8]) -> Result<Vec<u8>, DbError> {
    let hash = row.hash(tx.tenant(), prev);
    tx.run(
        "insert into audit_rows (tenant, seq, at, actor, actor_name, acting_as, session, action, \
         object, object_id, version, payload_commit, prev, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            row.seq,
            row.at,
            row.actor,
            &row.actor_name,
            &row.acting_as,
            &row.session,
            &row.action,
            &row.object,
            row.object_id,
            row.version,
            row.payload_commit.clone(),
            prev.to_vec(),
            hash.clone(),
        ],
    )?;
    Ok(hash)
}

const ERASE: &str = "erase_content";
const ERASED_OBJECT: &str = "audit_row";

/// Erases the content of a row by law, and records that with the reason. The chain still verifies.
///
/// # Errors
/// The engine's. Erasing what is gone already changes nothing.
pub fn erase(tx: &mut Tx<'_>, seq: i64, reason: &str) -> Result<(), DbError> {
    let gone = tx.run("delete from audit_payloads where tenant = $1 and seq = $2", params![seq])?;
    if gone > 0 {
        let payload = serde_json::json!({ "seq": seq, "reason": reason }).to_string();
        let id = erased_id(seq);
        tx.record(Change { action: ERASE, object: ERASED_OBJECT, id, version: 1, payload });
    }
    Ok(())
}

/// A row's number as the identity of the object that an erasure is about.
fn erased_id(seq: i64) -> [u8; 16] {
    let mut id = [0; 16];
    id[8..].copy_from_slice(&seq.to_be_bytes());
    id
}

/// Walks a municipality's whole chain.
///
/// # Errors
/// The engine's. A broken chain is not an error but an answer.
pub fn verify(tx: &mut Tx<'_>) -> Result<Result<Verified, Broken>, DbError> {
    let stray = tx.one(
        "select p.seq from audit_payloads p left join audit_rows r \
         on r.tenant = p.tenant and r.seq = p.seq \
         where p.tenant = $1 and r.seq is null order by p.seq limit 1",
        &[],
        |row| row.int(0),
    )?;
    let head = match tx.one(HEAD, &[], |row| Ok((row.int(0)?, row.bytes(1)?))) {
        Err(DbError::Column { .. }) => Some((-1, Vec::new())),
        head => head?,
    };
    let mut walk = Walk::default();
    let tenant = tx.tenant();
    tx.each(
        "select r.seq, r.at, r.actor, r.actor_name, r.acting_as, r.session, r.action, r.object, \
         r.object_id, r.version, r.payload_commit, r.prev, r.hash, p.salt, p.payload, p.seq \
         from audit_rows r left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 order by r.seq",
        &[],
        |row| {
            if walk.broken.is_none() {
                walk.broken = walk.step(tenant, row).err();
            }
            Ok(())
        },
    )?;
    Ok(walk.end(stray, head.unwrap_or_default()))
}

/// A verification on its way along the chain.
#[derive(Default)]
struct Walk {
    last: i64,
    prev: Vec<u8>,
    missing: BTreeSet<i64>,
    erased: BTreeSet<[u8; 16]>,
    broken: Option<Broken>,
}

impl Walk {
    fn step(&mut self, tenant: Tenant, row: &crate::Row<'_>) -> Result<(), Broken> {
        let expected = self.last + 1;
        let seq = row.int(0).map_err(|_| Broken::Altered(expected))?;
        if seq != expected {
            return Err(Broken::Gap { expected, found: seq });
        }
        // A column that cannot be read as what was written there has been altered.
        let altered = |_| Broken::Altered(seq);
        let audit_row = read(row).map_err(altered)?;
        let (prev, hash) = (row.bytes(11).map_err(altered)?, row.bytes(12).map_err(altered)?);
        if prev != self.prev || audit_row.hash(tenant, &prev) != hash {
            return Err(Broken::Altered(seq));
        }
        if row.maybe_int(15).map_err(|_| Broken::Payload(seq))?.is_none() {
            self.missing.insert(seq);
        } else {
            let content = row.bytes(13).and_then(|salt| Ok(commitment(&salt, &row.text(14)?)));
            if content.ok() != Some(audit_row.payload_commit) {
                return Err(Broken::Payload(seq));
            }
        }
        if audit_row.action == ERASE && audit_row.object == ERASED_OBJECT {
            self.erased.insert(audit_row.object_id);
        }
        self.last = seq;
        self.prev = hash;
        Ok(())
    }

    fn end(self, stray: Option<i64>, (head_seq, head): (i64, Vec<u8>)) -> Result<Verified, Broken> {
        if let Some(broken) = self.broken {
            return Err(broken);
        }
        if head_seq != self.last || head != self.prev {
            return Err(Broken::Head { last: self.last, head: head_seq });
        }
        if let Some(seq) = self.missing.iter().find(|seq| !self.erased.contains(&erased_id(**seq)))
        {
            return Err(Broken::Missing(*seq));
        }
        if let Some(seq) = stray {
            return Err(Broken::Stray(seq));
        }
        let erased = i64::try_from(self.missing.len()).unwrap_or(i64::MAX);
        Ok(Verified { rows: self.last, erased, head: hex(&self.prev) })
    }
}

fn read(row: &crate::Row<'_>) -> Result<AuditRow, DbError> {
    Ok(AuditRow {
        seq: row.int(0)?,
        at: row.int(1)?,
        actor: row.maybe_id(2)?,
        actor_name: row.text(3)?,
        acting_as: row.text(4)?,
        session: row.text(5)?,
        action: row.text(6)?,
        object: row.text(7)?,
        object_id: row.id(8)?,
        version: row.int(9)?,
        payload_commit: row.bytes(10)?,
    })
}

/// One line of an object's history, newest last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Microseconds since 1970 in UTC.
    pub at: i64,
    /// Who did it, by the name of the time.
    pub actor_name: String,
    /// What was done.
    pub action: String,
    /// The object's version after it.
    pub version: i64,
    /// The object after it as JSON; none when it was erased.
    pub payload: Option<String>,
}

/// The history of one object.
///
/// # Errors
/// The engine's.
pub fn history(tx: &mut Tx<'_>, object: &str, id: [u8; 16]) -> Result<Vec<Entry>, DbError> {
    tx.all(
        "select r.at, r.actor_name, r.action, r.version, p.payload \
         from audit_rows r left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.object = $2 and r.object_id = $3 order by r.seq",
        params![object, id],
        |row| {
            Ok(Entry {
                at: row.int(0)?,
                actor_name: row.text(1)?,
                action: row.text(2)?,
                version: row.int(3)?,
                payload: row.maybe_text(4)?,
            })
        },
    )
}

/// The hash of a municipality's last audit row, hexadecimal; empty before the first change.
///
/// # Errors
/// The engine's.
pub fn head(tx: &mut Tx<'_>) -> Result<String, DbError> {
    Ok(tx.one(HEAD, &[], |row| row.bytes(1))?.map(|hash| hex(&hash)).unwrap_or_default())
}

/// One row of the trail as a reviewer reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailRow {
    /// Its number in the chain; 1 is the first.
    pub seq: i64,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
    /// Who did it, by the name of the time.
    pub actor_name: String,
    /// In which role.
    pub acting_as: String,
    /// What was done.
    pub action: String,
    /// The kind of object it was done to.
    pub object: String,
    /// The object.
    pub object_id: [u8; 16],
    /// The object's version after it.
    pub version: i64,
    /// The object after it as JSON; none when it was erased.
    pub payload: Option<String>,
}

fn trail_row(row: &crate::Row<'_>) -> Result<TrailRow, DbError> {
    Ok(TrailRow {
        seq: row.int(0)?,
        at: row.int(1)?,
        actor_name: row.text(2)?,
        acting_as: row.text(3)?,
        action: row.text(4)?,
        object: row.text(5)?,
        object_id: row.id(6)?,
        version: row.int(7)?,
        payload: row.maybe_text(8)?,
    })
}

/// The newest rows with a number below `before_seq`, at most `most` of them, newest first.
///
/// # Errors
/// The engine's.
pub fn page(tx: &mut Tx<'_>, before_seq: i64, most: i64) -> Result<Vec<TrailRow>, DbError> {
    tx.all(
        "select r.seq, r.at, r.actor_name, r.acting_as, r.action, r.object, r.object_id, \
         r.version, p.payload \
         from audit_rows r left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.seq < $2 order by r.seq desc limit $3",
        params![before_seq, most],
        trail_row,
    )
}

/// As [`page`], for one object.
///
/// # Errors
/// The engine's.
pub fn page_of(
    tx: &mut Tx<'_>,
    (object, id): (&str, [u8; 16]),
    before_seq: i64,
    most: i64,
) -> Result<Vec<TrailRow>, DbError> {
    tx.all(
        "select r.seq, r.at, r.actor_name, r.acting_as, r.action, r.object, r.object_id, \
         r.version, p.payload \
         from audit_rows r left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.object = $2 and r.object_id = $3 and r.seq < $4 \
         order by r.seq desc limit $5",
        params![object, id, before_seq, most],
        trail_row,
    )
}

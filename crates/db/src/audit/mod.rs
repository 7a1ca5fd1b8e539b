//! The audit chain: one row per change, each carrying the hash of the one before.
//!
//! `payload_commit = SHA-256(salt ‖ payload)`, so that a payload can be erased by law while the
//! chain still verifies; `hash = SHA-256("traden.audit.v1" ‖ length-prefixed fields ‖ prev)`.
//! An erasure is a row of its own: a content that is gone without one has been tampered with.
//! Whoever can rewrite rows and head together can make a whole new chain or cut its end; that shows
//! against a head that was printed or kept elsewhere ([`Verified::head`]).

mod trail;
mod verify;

use sha2::{Digest, Sha256};

use crate::Change;
use crate::migrate::hex;
use crate::{DbError, Entropy, Migration, Tenant, Tx, params};

pub use trail::{TrailRow, author_of, page, page_of};
pub use verify::{Broken, Verified, Walk, verify};

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
create index audit_rows_actor on audit_rows (tenant, actor, at);
create table audit_payloads (
  tenant BYTES not null,
  seq BIGINT not null,
  salt BYTES not null,
  payload text not null,
  primary key (tenant, seq)
) ROWLESS;
",
};

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

/// Appends the changes of a transaction to its municipality's chain.
pub(crate) fn append(
    tx: &mut Tx<'_>,
    entropy: &dyn Entropy,
    changes: &[Change],
) -> Result<(), DbError> {
    // Nobody else writes meanwhile: on SQLite there is one writer, on PostgreSQL the head is locked
    // since the write began.
    let (mut seq, mut prev) =
        tx.one(HEAD, &[], |row| Ok((row.int(0)?, row.bytes(1)?)))?.unwrap_or((0, Vec::new()));
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

/// The hash of a municipality's last audit row, hexadecimal; empty before the first change.
///
/// # Errors
/// The engine's.
pub fn head(tx: &mut Tx<'_>) -> Result<String, DbError> {
    Ok(tx.one(HEAD, &[], |row| row.bytes(1))?.map(|hash| hex(&hash)).unwrap_or_default())
}

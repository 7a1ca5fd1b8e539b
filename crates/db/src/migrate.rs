//! The schema, step by step, in one text for both engines.
//!
//! Numbered texts use a few words that each engine spells in its own way: `BYTES`, `BIGINT` and
//! `ROWLESS`. A step once applied is never edited; its digest is checked at every start.

use sha2::{Digest, Sha256};

use crate::DbError;

/// One numbered step.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// A name such as `0001_organisation`; the order is the order of the list.
    pub name: &'static str,
    /// Statements, each ended by a semicolon at the end of a line.
    pub sql: &'static str,
}

/// All steps of both stores.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    /// Accounts and municipalities.
    pub control: &'static [Migration],
    /// One municipality.
    pub municipality: &'static [Migration],
}

impl Migration {
    pub(crate) fn digest(&self) -> String {
        hex(&Sha256::digest(self.sql.as_bytes()))
    }

    pub(crate) fn for_lite(&self) -> String {
        translate(self.sql, "BLOB", "INTEGER", "STRICT, WITHOUT ROWID", "STRICT")
    }

    pub(crate) fn for_pg(&self) -> String {
        translate(&sorted_by_bytes(self.sql), "BYTEA", "BIGINT", "", "")
    }

    /// The tables this step makes, for row-level security.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &'static str> {
        self.sql
            .lines()
            .filter_map(|line| line.strip_prefix("create table "))
            .filter_map(|rest| rest.split([' ', '(']).next())
    }
}

/// Text columns in PostgreSQL's bytewise collation, so that both engines sort and page alike.
fn sorted_by_bytes(sql: &str) -> String {
    use std::fmt::Write;
    sql.lines().fold(String::with_capacity(sql.len() * 2), |mut all, line| {
        let column = line.strip_prefix("  ").and_then(|column| column.split_once(' '));
        match column.and_then(|(name, rest)| Some((name, rest.strip_prefix("text")?))) {
            Some((name, rest)) if rest.starts_with([' ', ',']) || rest.is_empty() => {
                let _ = write!(all, "  {name} text collate \"C\"{rest}");
            }
            _ => all.push_str(line),
        }
        all.push('\n');
        all
    })
}

fn translate(sql: &str, bytes: &str, bigint: &str, rowless: &str, rowful: &str) -> String {
    sql.replace("BYTES", bytes)
        .replace("BIGINT", bigint)
        .replace(") ROWLESS;", &format!(") {rowless};"))
        .replace("\n);", &format!("\n) {rowful};"))
}

/// What is left to do, given the names and digests already applied.
pub(crate) fn pending(
    all: &'static [Migration],
    applied: &[(String, String)],
) -> Result<&'static [Migration], DbError> {
    if applied.len() > all.len() {
        return Err(DbError::Schema("the data is newer than this program".to_owned()));
    }
    for (migration, (name, digest)) in all.iter().zip(applied) {
        if migration.name != name || migration.digest() != *digest {
            return Err(DbError::Schema(format!("step {name} differs from this program's")));
        }
    }
    Ok(all.get(applied.len()..).unwrap_or_default())
}

/// That nothing is left to do: for those who look and may not change anything.
pub(crate) fn complete(
    all: &'static [Migration],
    applied: &[(String, String)],
) -> Result<(), DbError> {
    match pending(all, applied)?.first() {
        None => Ok(()),
        Some(step) => Err(DbError::Schema(format!(
            "the data is older than this program, step {} is not made; start this program's \
             serve once, or use the older program",
            step.name
        ))),
    }
}

pub(crate) const OWN_TABLE: &str =
    "create table if not exists schema_steps (name text primary key, digest text not null)";

/// Bytes in lower-case hexadecimal, as digests and identities are written.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

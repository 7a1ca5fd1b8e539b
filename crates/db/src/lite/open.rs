//! Connections as we want them, and the schema of a file.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::migrate::{OWN_TABLE, complete, pending};
use crate::{DbError, Migration, planner};

/// The connection that writes, with the schema brought up to date.
pub(super) fn writing(path: &Path, steps: &'static [Migration]) -> Result<Connection, DbError> {
    let mut connection = Connection::open(path)?;
    prepare(&connection)?;
    migrate(&mut connection, steps)?;
    planner::inform(&connection)?;
    Ok(connection)
}

/// A connection that cannot write.
pub(super) fn reading(path: &Path) -> Result<Connection, DbError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), DbError> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(DbError::Engine(format!("the file system allows no WAL, only {mode}")));
    }
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

fn migrate(connection: &mut Connection, steps: &'static [Migration]) -> Result<(), DbError> {
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    tx.execute_batch(OWN_TABLE)?;
    let applied = applied(&tx)?;
    for step in pending(steps, &applied)? {
        tx.execute_batch(&step.for_lite())?;
        tx.execute("insert into schema_steps values (?1, ?2)", (step.name, step.digest()))?;
    }
    tx.commit()?;
    Ok(())
}

fn applied(connection: &Connection) -> Result<Vec<(String, String)>, DbError> {
    Ok(connection
        .prepare("select name, digest from schema_steps order by name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Refuses a schema that is not this program's, and changes nothing.
pub(super) fn check(connection: &Connection, steps: &'static [Migration]) -> Result<(), DbError> {
    let sql = "select count(*) from sqlite_schema where name = 'schema_steps'";
    let there: i64 = connection.query_row(sql, [], |row| row.get(0))?;
    let applied = if there > 0 { applied(connection)? } else { Vec::new() };
    complete(steps, &applied)
}

//! Statements as SQLite runs them.

use crate::row::Inner as RowInner;
use crate::{DbError, Row, Value};

/// `$2` as SQLite counts: to it `$2` is a name, numbered by where it first stands in the text, and
/// only `?2` is the second parameter. No statement has a `$` in a literal.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

/// Calls the closure for each row.
pub(crate) fn each(
    connection: &rusqlite::Connection,
    sql: &'static str,
    params: &[Value],
    mut read: impl FnMut(&Row<'_>) -> Result<(), DbError>,
) -> Result<(), DbError> {
    let mut statement = connection.prepare_cached(&numbered(sql))?;
    let mut rows = statement.query(rusqlite::params_from_iter(params.iter()))?;
    while let Some(row) = rows.next()? {
        read(&Row(RowInner::Lite(row)))?;
    }
    Ok(())
}

/// Runs a statement for many rows.
pub(crate) fn run(
    connection: &rusqlite::Connection,
    sql: &'static str,
    rows: impl Iterator<Item = Vec<Value>>,
) -> Result<u64, DbError> {
    let mut statement = connection.prepare_cached(&numbered(sql))?;
    let mut count = 0;
    for row in rows {
        count += statement.execute(rusqlite::params_from_iter(row.iter()))? as u64;
    }
    Ok(count)
}

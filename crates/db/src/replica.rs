//! A municipality's rows in a place of their own, for making them as they were another day.
//!
//! A private SQLite database without a name, whichever engine the installation has: pages read it
//! with the same statements as the store. What does not fit in its small cache lies in a temporary
//! file of the operating system's, and is gone with it.

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use rusqlite::Connection;

use crate::constraints::Constraints;
use crate::sheet::Sheet;
use crate::tx::Inner;
use crate::{DbError, Migration, Row, Tenant, Tx, Value};

/// Memory of one replica, in KiB.
const CACHE_KIB: i64 = 8_192;

/// The rows of one municipality, under an identity of their own.
pub struct Replica {
    connection: Mutex<Connection>,
    constraints: Constraints,
    pub(crate) tables: Vec<Table>,
    pub(crate) tenant: Tenant,
}

#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    /// Its place in the key; 0 for none.
    key: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Int,
    Text,
    Bytes,
}

/// A text that is prepared again and again. There are a few for each table of the schema.
pub(crate) fn interned(text: String) -> &'static str {
    static KNOWN: OnceLock<Mutex<BTreeSet<&'static str>>> = OnceLock::new();
    let mut known =
        KNOWN.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known.get(text.as_str()) {
        return found;
    }
    let kept: &'static str = Box::leak(text.into_boxed_str());
    known.insert(kept);
    kept
}

impl Table {
    pub(crate) fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }

    /// The key's columns after the tenant, in order.
    pub(crate) fn key(&self) -> Vec<usize> {
        let mut key: Vec<(i64, usize)> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.key > 0 && column.name != "tenant")
            .map(|(at, column)| (column.key, at))
            .collect();
        key.sort_unstable();
        key.into_iter().map(|(_, at)| at).collect()
    }

    pub(crate) fn row(&self, row: &Row<'_>) -> Result<Vec<Value>, DbError> {
        let columns = self.columns.iter().enumerate();
        columns
            .map(|(at, column)| {
                Ok(match column.kind {
                    Kind::Int => row.maybe_int(at)?.into(),
                    Kind::Text => row.maybe_text(at)?.into(),
                    Kind::Bytes => row.maybe_bytes(at)?.into(),
                })
            })
            .collect()
    }
}

impl Replica {
    /// An empty one with the schema of the steps.
    ///
    /// # Errors
    /// The engine's.
    pub fn new(steps: &'static [Migration], tenant: Tenant) -> Result<Self, DbError> {
        let connection = Connection::open("")?;
        connection.set_prepared_statement_cache_capacity(256);
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        connection.pragma_update(None, "synchronous", "off")?;
        // A replica that could not be made is thrown away; nothing is ever undone in it.
        connection.pragma_update(None, "journal_mode", "off")?;
        for step in steps {
            connection.execute_batch(&step.for_lite())?;
        }
        let names: BTreeSet<&str> = steps.iter().flat_map(Migration::tables).collect();
        let tables = names.into_iter().map(|name| table(&connection, name));
        let tables = tables.collect::<Result<_, _>>()?;
        let connection = Mutex::new(connection);
        Ok(Self { connection, constraints: Constraints::of(steps), tables, tenant })
    }

    /// Under which identity the rows stand.
    pub fn tenant(&self) -> Tenant {
        self.tenant
    }

    /// Fills it: what the closure does is there for all who read afterwards.
    ///
    /// # Errors
    /// What the closure returns, or the engine's.
    pub fn fill<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&Sheet<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        connection.execute_batch("begin").map_err(DbError::from)?;
        let done = work(&Sheet::new(&connection, self));
        connection.execute_batch("commit").map_err(DbError::from)?;
        done
    }

    /// Reads it as the store is read.
    ///
    /// # Errors
    /// What the closure returns, or the engine's.
    pub fn read<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        // One that panicked has left its own open.
        if connection.is_autocommit() {
            connection.execute_batch("begin").map_err(DbError::from)?;
        }
        connection.pragma_update(None, "query_only", true).map_err(DbError::from)?;
        let read = work(&mut Tx::reading(Inner::Lite(&connection, &self.constraints), self.tenant));
        connection.execute_batch("commit").map_err(DbError::from)?;
        read
    }
}

fn table(connection: &Connection, name: &str) -> Result<Table, DbError> {
    let mut statement = connection.prepare(&format!("pragma table_info({name})"))?;
    let columns = statement
        .query_map([], |row| {
            let kind = match row.get::<_, String>(2)?.as_str() {
                "INTEGER" => Kind::Int,
                "BLOB" => Kind::Bytes,
                _ => Kind::Text,
            };
            Ok(Column {
                name: row.get(1)?,
                kind,
                required: row.get::<_, i64>(3)? != 0,
                key: row.get(5)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(Table { name: name.to_owned(), columns })
}

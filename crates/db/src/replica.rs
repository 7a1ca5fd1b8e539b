//! A municipality's rows in a place of their own, for making them as they were another day.
//!
//! A private SQLite database without a name, whichever engine the installation has: pages read it
//! with the same statements as the store. What does not fit in its small cache lies in a temporary
//! file of the operating system's, and is gone with it.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::constraints::Constraints;
use crate::sheet::Sheet;
use crate::tx::Inner;
use crate::{DbError, Migration, Row, Tenant, Tx, Value};

/// Pages that are copied at once.
const PAGES_AT_ONCE: i32 = 4_096;
/// Memory of one replica, in KiB.
const CACHE_KIB: i64 = 8_192;

/// The rows of one municipality, as it is known under an identity of its own.
pub struct Replica {
    connection: Mutex<Connection>,
    constraints: Constraints,
    pub(crate) tables: Vec<Table>,
    pub(crate) tenant: Tenant,
    identity: Tenant,
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
        let connection = unnamed()?;
        for step in steps {
            connection.execute_batch(&step.for_lite())?;
        }
        Self::of(connection, steps, (tenant, tenant))
    }

    /// One with the rows of this one, page by page, known under another identity.
    ///
    /// # Errors
    /// The engine's.
    pub fn copied(&self, steps: &'static [Migration], identity: Tenant) -> Result<Self, DbError> {
        let mut connection = unnamed()?;
        {
            let from = self.lock();
            Backup::new(&from, &mut connection)?.run_to_completion(
                PAGES_AT_ONCE,
                Duration::ZERO,
                None,
            )?;
        }
        Self::of(connection, steps, (self.tenant, identity))
    }

    fn of(
        connection: Connection,
        steps: &'static [Migration],
        (tenant, identity): (Tenant, Tenant),
    ) -> Result<Self, DbError> {
        let names: BTreeSet<&str> = steps.iter().flat_map(Migration::tables).collect();
        let tables = names.into_iter().map(|name| table(&connection, name));
        let tables = tables.collect::<Result<_, _>>()?;
        let connection = Mutex::new(connection);
        Ok(Self { connection, constraints: Constraints::of(steps), tables, tenant, identity })
    }

    /// Fills it with the rows of all tables but some, as they stand in the store or did a moment
    /// later: not earlier than in the transaction.
    ///
    /// # Errors
    /// The engines'.
    pub fn copy(&self, from: &mut Tx<'_>, leave_out: &[&str]) -> Result<(), DbError> {
        let Some(file) = from.file().map(str::to_owned) else {
            return self.fill(|sheet| sheet.copy(from, leave_out));
        };
        self.lock().execute("attach database ?1 as store", [file])?;
        let copied = self.fill(|sheet| sheet.copy_from_store(leave_out));
        self.lock().execute_batch("detach database store")?;
        copied
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Under which identity it is known: nothing kept of it is taken for another's.
    pub fn identity(&self) -> Tenant {
        self.identity
    }

    /// Fills it: what the closure does is there for all who read afterwards.
    ///
    /// # Errors
    /// What the closure returns, or the engine's.
    pub fn fill<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&Sheet<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.lock();
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
        let connection = self.lock();
        // One that panicked has left its own open.
        if connection.is_autocommit() {
            connection.execute_batch("begin").map_err(DbError::from)?;
        }
        connection.pragma_update(None, "query_only", true).map_err(DbError::from)?;
        let inner = Inner::Lite(&connection, &self.constraints);
        let read = work(&mut Tx::reading(inner, self.tenant).known_as(self.identity));
        connection.execute_batch("commit").map_err(DbError::from)?;
        read
    }
}

/// A private database without a name. One that could not be filled is thrown away; nothing is ever undone
/// in it.
fn unnamed() -> Result<Connection, DbError> {
    let connection = Connection::open("")?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.pragma_update(None, "synchronous", "off")?;
    connection.pragma_update(None, "journal_mode", "off")?;
    Ok(connection)
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

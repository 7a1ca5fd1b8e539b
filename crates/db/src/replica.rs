//! A municipality's rows in a place of their own, for making them as they were another day.
//!
//! A private SQLite database without a name, whichever engine the installation has: pages read it
//! with the same statements as the store. What does not fit in its small cache lies in a temporary
//! file of the operating system's, and is gone with it.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, OnceLock, PoisonError};

use rusqlite::Connection;

use crate::constraints::Constraints;
use crate::tx::Inner;
use crate::{DbError, Migration, Row, Tenant, Tx, Value};

/// Memory of one replica, in KiB.
const CACHE_KIB: i64 = 8_192;
/// Rows that are asked for at once while copying.
const AT_ONCE: usize = 5_000;

/// The rows of one municipality, under an identity of their own.
pub struct Replica {
    connection: Mutex<Connection>,
    constraints: Constraints,
    tables: Vec<Table>,
    tenant: Tenant,
}

#[derive(Debug)]
struct Table {
    name: String,
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    name: String,
    kind: Kind,
    required: bool,
    /// Its place in the key; 0 for none.
    key: i64,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Int,
    Text,
    Bytes,
}

/// A text that is prepared again and again. There are a few for each table of the schema.
fn interned(text: String) -> &'static str {
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
    fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }

    /// The key's columns after the tenant, in order.
    fn key(&self) -> Vec<usize> {
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

    fn row(&self, row: &Row<'_>) -> Result<Vec<Value>, DbError> {
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
        let done = work(&Sheet { connection: &connection, replica: self });
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

/// A replica while it is filled.
pub struct Sheet<'r> {
    connection: &'r Connection,
    replica: &'r Replica,
}

impl Sheet<'_> {
    /// Copies all tables but some as they are in a transaction of the store.
    ///
    /// # Errors
    /// The engines'.
    pub fn copy(&self, from: &mut Tx<'_>, leave_out: &[&str]) -> Result<(), DbError> {
        let tables = self.replica.tables.iter();
        for table in tables.filter(|table| !leave_out.contains(&table.name.as_str())) {
            self.copy_table(from, table)?;
        }
        Ok(())
    }

    fn copy_table(&self, from: &mut Tx<'_>, table: &Table) -> Result<(), DbError> {
        let key = table.key();
        let keys: Vec<&str> =
            key.iter().filter_map(|at| Some(table.columns.get(*at)?.name.as_str())).collect();
        let select = format!("select {} from {} where tenant = $1", table.names(), table.name);
        let order = format!("order by {} limit {AT_ONCE}", keys.join(", "));
        let places: Vec<String> = (2..2 + keys.len()).map(|place| format!("${place}")).collect();
        let first =
            interned(if keys.is_empty() { select.clone() } else { format!("{select} {order}") });
        let next = interned(format!(
            "{select} and ({}) > ({}) {order}",
            keys.join(", "),
            places.join(", ")
        ));
        let marks: Vec<&str> = table.columns.iter().map(|_| "?").collect();
        let mut insert = self.connection.prepare_cached(&format!(
            "insert into {} ({}) values ({})",
            table.name,
            table.names(),
            marks.join(", ")
        ))?;
        let tenant_at = table.columns.iter().position(|column| column.name == "tenant");
        let mut after: Option<Vec<Value>> = None;
        loop {
            let mut rows = match &after {
                None => from.all(first, &[], |row| table.row(row))?,
                Some(after) => from.all(next, after, |row| table.row(row))?,
            };
            for row in &mut rows {
                if let Some(own) = tenant_at.and_then(|at| row.get_mut(at)) {
                    *own = Value::from(self.replica.tenant.0);
                }
                insert.execute(rusqlite::params_from_iter(row.iter()))?;
            }
            if rows.len() < AT_ONCE || keys.is_empty() {
                return Ok(());
            }
            let Some(last) = rows.pop() else { return Ok(()) };
            after = Some(key.iter().filter_map(|at| last.get(*at).cloned()).collect());
        }
    }

    fn table(&self, name: &str) -> Result<&Table, DbError> {
        let found = self.replica.tables.iter().find(|table| table.name == name);
        found.ok_or_else(|| DbError::Schema(format!("no table {name}")))
    }

    /// Writes some columns of the row with a key; a row that is not there is made, with nothing in
    /// the columns that are not named. `key` and `row` name columns.
    ///
    /// # Errors
    /// The engine's.
    pub fn put(
        &self,
        table: &str,
        key: &[(&'static str, Value)],
        row: &[(&'static str, Value)],
    ) -> Result<(), DbError> {
        let known = self.table(table)?;
        let row: HashMap<&str, &Value> = row
            .iter()
            .filter(|(name, _)| known.columns.iter().any(|column| column.name == *name))
            .map(|(name, value)| (*name, value))
            .collect();
        let sets: Vec<String> = row.keys().map(|name| format!("{name} = ?")).collect();
        if !sets.is_empty() {
            let update = format!(
                "update or replace {table} set {} where {}",
                sets.join(", "),
                conditions(key)
            );
            let values = row.values().copied().chain(key.iter().map(|(_, value)| value));
            if self.run(&update, values)? > 0 {
                return Ok(());
            }
        }
        let own = Value::from(self.replica.tenant.0);
        let zero = Value::from(0);
        let (empty, none) = (Value::from(""), Value::from(Vec::new()));
        let values: Vec<&Value> = known
            .columns
            .iter()
            .map(|column| {
                let name = column.name.as_str();
                let of_key = key.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
                match (of_key.or_else(|| row.get(name).copied()), column.required, column.kind) {
                    (Some(value), _, _) => value,
                    _ if name == "tenant" => &own,
                    (None, false, _) => &Value::Null,
                    (None, true, Kind::Int) => &zero,
                    (None, true, Kind::Text) => &empty,
                    (None, true, Kind::Bytes) => &none,
                }
            })
            .collect();
        let marks: Vec<&str> = known.columns.iter().map(|_| "?").collect();
        let insert = format!(
            "insert or replace into {table} ({}) values ({})",
            known.names(),
            marks.join(", ")
        );
        self.run(&insert, values.into_iter())?;
        Ok(())
    }

    /// Takes the rows away whose columns have these values.
    ///
    /// # Errors
    /// The engine's.
    pub fn remove(&self, table: &str, key: &[(&'static str, Value)]) -> Result<(), DbError> {
        let delete = format!("delete from {} where {}", self.table(table)?.name, conditions(key));
        self.run(&delete, key.iter().map(|(_, value)| value))?;
        Ok(())
    }

    /// Takes the rows away whose column is above a value.
    ///
    /// # Errors
    /// The engine's.
    pub fn remove_after(
        &self,
        table: &str,
        column: &'static str,
        last: i64,
    ) -> Result<(), DbError> {
        let delete = format!("delete from {} where {column} > ?", self.table(table)?.name);
        self.run(&delete, std::iter::once(&Value::from(last)))?;
        Ok(())
    }

    fn run<'v>(
        &self,
        sql: &str,
        values: impl Iterator<Item = &'v Value>,
    ) -> Result<usize, DbError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.execute(rusqlite::params_from_iter(values))?)
    }
}

fn conditions(key: &[(&'static str, Value)]) -> String {
    let each: Vec<String> = key.iter().map(|(name, _)| format!("{name} = ?")).collect();
    each.join(" and ")
}

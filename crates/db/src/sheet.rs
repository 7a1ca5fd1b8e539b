//! A replica while it is filled: tables copied from the store, and rows put and taken away.

use rusqlite::Connection;

use crate::replica::{Kind, Replica, Table, interned};
use crate::{DbError, Tx, Value};

/// Rows that are asked for at once while copying.
const AT_ONCE: usize = 5_000;

/// A replica while it is filled.
pub struct Sheet<'r> {
    connection: &'r Connection,
    replica: &'r Replica,
}

impl<'r> Sheet<'r> {
    pub(crate) fn new(connection: &'r Connection, replica: &'r Replica) -> Self {
        Self { connection, replica }
    }

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

    /// Copies all tables but some from the file of one municipality that is attached as `store`, all
    /// of one moment. Both have the same schema, so that SQLite takes rows over as they lie, without
    /// reading them.
    pub(crate) fn copy_from_store(&self, leave_out: &[&str]) -> Result<(), DbError> {
        let tables = self.replica.tables.iter().map(|table| table.name.as_str());
        for name in tables.filter(|name| !leave_out.contains(name)) {
            let sql = format!("insert into main.{name} select * from store.{name}");
            self.connection.execute_batch(&sql)?;
        }
        Ok(())
    }

    /// Copies some tables anew as they are in a transaction of the store.
    ///
    /// # Errors
    /// The engines', or that there is no such table.
    pub fn copy_anew(&self, from: &mut Tx<'_>, tables: &[&str]) -> Result<(), DbError> {
        for name in tables {
            let table = self.table(name)?;
            self.connection.execute_batch(&format!("delete from {}", table.name))?;
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
        let own = Value::from(self.replica.tenant.0);
        let sets: Vec<String> = row.iter().map(|(name, _)| format!("{name} = ?")).collect();
        if !sets.is_empty() {
            let update = format!(
                "update or replace {table} set {} where {}",
                sets.join(", "),
                conditions(key)
            );
            let values = row.iter().map(|(_, value)| value).chain(std::iter::once(&own));
            let values = values.chain(key.iter().map(|(_, value)| value));
            if self.run(&update, values)? > 0 {
                return Ok(());
            }
        }
        let zero = Value::from(0);
        let (empty, none) = (Value::from(""), Value::from(Vec::new()));
        let values: Vec<&Value> = known
            .columns
            .iter()
            .map(|column| {
                let name = column.name.as_str();
                let named = key.iter().chain(row).find(|(named, _)| *named == name);
                match (named.map(|(_, value)| value), column.required, column.kind) {
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
        let own = Value::from(self.replica.tenant.0);
        self.run(&delete, std::iter::once(&own).chain(key.iter().map(|(_, value)| value)))?;
        Ok(())
    }

    /// The first text that a question to the rows put so far finds; `$1` is the municipality.
    ///
    /// # Errors
    /// The engine's.
    pub fn text(&self, sql: &'static str, values: &[Value]) -> Result<Option<String>, DbError> {
        let own = Value::from(self.replica.tenant.0);
        let mut question = self.connection.prepare_cached(&sql.replace('$', "?"))?;
        let asked = rusqlite::params_from_iter(std::iter::once(&own).chain(values));
        let mut found = question.query(asked)?;
        Ok(found.next()?.map(|row| row.get(0)).transpose()?)
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
    // Every key begins with the municipality, and so must what is looked up by it.
    key.iter().fold("tenant = ?".to_owned(), |all, (name, _)| format!("{all} and {name} = ?"))
}

//! The transaction that every store function takes.

use std::sync::Arc;

use crate::constraints::Constraints;
use crate::lite::statements::{each as each_lite, run as run_lite};
use crate::row::Inner as RowInner;
use crate::{Author, Change, DbError, Entropy, Row, Tenant, Value, audit, pg};

pub(crate) enum Inner<'c> {
    Lite(&'c rusqlite::Connection, &'c Constraints),
    Pg(&'c mut pg::Conn),
}

/// An open transaction on one municipality. `$1` of every statement is the tenant.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts, none a state of another"
)]
pub struct Tx<'c> {
    inner: Inner<'c>,
    tenant: Tenant,
    /// Under which name what is kept of its rows is kept.
    identity: Tenant,
    /// Under whose name the changes go into the audit chain.
    chain: Tenant,
    author: Author,
    entropy: Option<Arc<dyn Entropy>>,
    changes: Vec<Change>,
    touched: bool,
    exempt: bool,
    statements: u32,
    conflict: bool,
    doomed: bool,
}

impl<'c> Tx<'c> {
    pub(crate) fn reading(inner: Inner<'c>, tenant: Tenant) -> Self {
        Self::new(inner, tenant, Author::default(), None)
    }

    pub(crate) fn writing(
        inner: Inner<'c>,
        tenant: Tenant,
        author: Author,
        entropy: Arc<dyn Entropy>,
    ) -> Self {
        Self::new(inner, tenant, author, Some(entropy))
    }

    /// As this, where what is kept of the rows is kept under another name than theirs.
    pub(crate) fn known_as(mut self, identity: Tenant) -> Self {
        self.identity = identity;
        self
    }

    fn new(
        inner: Inner<'c>,
        tenant: Tenant,
        author: Author,
        entropy: Option<Arc<dyn Entropy>>,
    ) -> Self {
        Self {
            inner,
            tenant,
            identity: tenant,
            chain: tenant,
            author,
            entropy,
            changes: Vec::new(),
            touched: false,
            exempt: false,
            statements: 0,
            conflict: false,
            doomed: false,
        }
    }

    /// Lets the changes go into another chain than the municipality's own.
    pub(crate) fn chained_to(mut self, chain: Tenant) -> Self {
        self.chain = chain;
        self
    }

    /// Under which name what is made of its rows may be kept: no two have the same that could have other
    /// rows.
    pub fn identity(&self) -> Tenant {
        self.identity
    }

    /// The municipality this transaction is about.
    pub fn tenant(&self) -> Tenant {
        self.tenant
    }

    /// Who writes, and when.
    pub fn author(&self) -> &Author {
        &self.author
    }

    /// How many statements have run, for the budget that page tests assert.
    pub fn statements(&self) -> u32 {
        self.statements
    }

    /// All rows of an answer.
    ///
    /// # Errors
    /// The engine's, or the reading closure's.
    pub fn all<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        read: impl Fn(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        let mut found = Vec::new();
        self.each(sql, params, |row| {
            found.push(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Calls the closure for each row, without keeping the answer in memory (SQLite).
    ///
    /// # Errors
    /// The engine's, or the closure's, which ends the reading.
    pub fn each(
        &mut self,
        sql: &'static str,
        params: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        self.begin_statement()?;
        let all = with_tenant(self.tenant, params);
        let mut found = 0_u64;
        let done = match &mut self.inner {
            Inner::Lite(connection, constraints) => each_lite(connection, sql, &all, |row| {
                found += 1;
                read(row)
            })
            .map_err(|error| constraints.named(error)),
            Inner::Pg(conn) => conn.query(sql, &all).and_then(|rows| {
                rows.iter().try_for_each(|row| {
                    found += 1;
                    read(&Row(RowInner::Pg(row)))
                })
            }),
        };
        // An insert, update or delete may answer with rows.
        self.touched |= found > 0 && writes(sql);
        self.noticed(done)
    }

    /// The first row of an answer, if any.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub fn one<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        read: impl Fn(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.all(sql, params, read)?.into_iter().next())
    }

    /// The file that is read, where one file holds the municipality and nothing else.
    pub(crate) fn file(&self) -> Option<&str> {
        match &self.inner {
            Inner::Lite(connection, _) => connection.path().filter(|path| !path.is_empty()),
            Inner::Pg(_) => None,
        }
    }

    /// Runs an insert, update or delete and answers how many rows it touched.
    ///
    /// # Errors
    /// The engine's; a broken constraint is [`DbError::Constraint`].
    pub fn run(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, DbError> {
        self.begin_statement()?;
        let all = with_tenant(self.tenant, params);
        let done = match &mut self.inner {
            Inner::Lite(connection, constraints) => run_lite(connection, sql, std::iter::once(all))
                .map_err(|error| constraints.named(error)),
            Inner::Pg(conn) => conn.execute(sql, &all),
        };
        let count = self.noticed(done)?;
        self.touched |= count > 0;
        Ok(count)
    }

    /// Runs one statement for many rows; counts as one statement.
    ///
    /// # Errors
    /// As [`Tx::run`]; the first failing row ends it.
    pub fn run_many(
        &mut self,
        sql: &'static str,
        rows: impl IntoIterator<Item = Vec<Value>>,
    ) -> Result<u64, DbError> {
        self.begin_statement()?;
        let tenant = self.tenant;
        let all = rows.into_iter().map(|mut row| {
            row.insert(0, Value::from(tenant.0));
            row
        });
        let done = match &mut self.inner {
            Inner::Lite(connection, constraints) => {
                run_lite(connection, sql, all).map_err(|error| constraints.named(error))
            }
            Inner::Pg(conn) => conn.execute_many(sql, all),
        };
        let count = self.noticed(done)?;
        self.touched |= count > 0;
        Ok(count)
    }

    /// States that an object changed. Kept with the transaction as version and audit row.
    pub fn record(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// States that this write changes nothing a person would look up in history: sessions, caches.
    /// The reason is for the reader of the code.
    pub fn leave_unaudited(&mut self, _reason: &'static str) {
        self.exempt = true;
    }

    /// Whether a statement met another transaction's work and the closure should run again.
    pub(crate) fn met_conflict(&self) -> bool {
        self.conflict
    }

    /// Writes the audit rows, the last thing before commit. On PostgreSQL the chain's head has been
    /// locked since the write began.
    pub(crate) fn close(&mut self) -> Result<(), DbError> {
        if self.doomed {
            return Err(DbError::Doomed);
        }
        let changes = std::mem::take(&mut self.changes);
        if changes.is_empty() {
            return if self.touched && !self.exempt { Err(DbError::Unaudited) } else { Ok(()) };
        }
        let Some(entropy) = self.entropy.clone() else {
            return Err(DbError::Unaudited);
        };
        if self.chain != self.tenant {
            if let Inner::Pg(conn) = &mut self.inner {
                conn.act_for(self.chain)?;
            }
            self.tenant = self.chain;
        }
        audit::append(self, &*entropy, &changes)
    }

    /// Ends a note, which has no turn and therefore no place in the chain.
    pub(crate) fn close_note(&mut self) -> Result<(), DbError> {
        match (self.doomed, self.changes.is_empty()) {
            (true, _) => Err(DbError::Doomed),
            (false, true) => Ok(()),
            (false, false) => Err(DbError::Engine("a note has no history".to_owned())),
        }
    }

    /// Counts a statement, and refuses it after one that failed: PostgreSQL would refuse it, and on
    /// SQLite an engine out of disk may have ended the transaction, so that it would be kept alone.
    fn begin_statement(&mut self) -> Result<(), DbError> {
        self.statements += 1;
        let over = matches!(&self.inner, Inner::Lite(connection, _) if connection.is_autocommit());
        if self.doomed || over { Err(DbError::Doomed) } else { Ok(()) }
    }

    fn noticed<T>(&mut self, answer: Result<T, DbError>) -> Result<T, DbError> {
        self.conflict |= matches!(answer, Err(DbError::Conflict));
        // A column that cannot be read is no failure of the engine.
        self.doomed |= answer.as_ref().is_err_and(|error| !matches!(error, DbError::Column { .. }));
        answer
    }
}

/// Whether a statement changes something. Both engines answer alike, whoever counts the rows.
fn writes(sql: &str) -> bool {
    let sql = sql.trim_start();
    !(sql.starts_with("select") || (sql.starts_with("with") && !sql.contains(" returning ")))
}

fn with_tenant(tenant: Tenant, params: &[Value]) -> Vec<Value> {
    let mut all = Vec::with_capacity(params.len() + 1);
    all.push(Value::from(tenant.0));
    all.extend_from_slice(params);
    all
}

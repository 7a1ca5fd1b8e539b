//! The pool: clients that are lent out one at a time and taken back however the work ended.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use postgres::{Client, Statement};

use super::connect::Address;
use crate::migrate::hex;
use crate::{DbError, Tenant, Value};

const CLIENTS: usize = 16;

/// A client and the statements it has prepared.
pub(crate) struct Conn {
    client: Client,
    statements: HashMap<&'static str, Statement>,
}

impl Conn {
    fn new(client: Client) -> Self {
        Self { client, statements: HashMap::new() }
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement, DbError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    pub(crate) fn query(
        &mut self,
        sql: &'static str,
        params: &[Value],
    ) -> Result<Vec<postgres::Row>, DbError> {
        let statement = self.statement(sql)?;
        Ok(self.client.query(&statement, &borrowed(params))?)
    }

    pub(crate) fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, DbError> {
        let statement = self.statement(sql)?;
        Ok(self.client.execute(&statement, &borrowed(params))?)
    }

    pub(crate) fn execute_many(
        &mut self,
        sql: &'static str,
        rows: impl Iterator<Item = Vec<Value>>,
    ) -> Result<u64, DbError> {
        let statement = self.statement(sql)?;
        let mut count = 0;
        for row in rows {
            count += self.client.execute(&statement, &borrowed(&row))?;
        }
        Ok(count)
    }

    pub(super) fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        Ok(self.client.batch_execute(sql)?)
    }

    fn begin(&mut self, tenant: Tenant, sql: &str) -> Result<(), DbError> {
        self.batch(&format!("{sql}; {}", acting_for(tenant)))
    }

    /// Lets the second wall open for another municipality from here on.
    pub(crate) fn act_for(&mut self, tenant: Tenant) -> Result<(), DbError> {
        self.batch(&acting_for(tenant))
    }
}

/// The statement that says whose rows the second wall lets through.
pub(super) fn acting_for(tenant: Tenant) -> String {
    // The tenant is hexadecimal made here, so nothing from outside is in the text.
    format!("select set_config('traden.tenant', '{}', true)", hex(&tenant.0))
}

fn borrowed(params: &[Value]) -> Vec<&(dyn postgres::types::ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn postgres::types::ToSql + Sync)).collect()
}

/// The clients of one database.
pub(super) struct Pool {
    address: Address,
    idle: Mutex<Clients>,
    returned: Condvar,
}

struct Clients {
    connections: Vec<Conn>,
    opened: usize,
}

impl Pool {
    /// A pool that has its first client.
    pub(super) fn new(address: Address, first: Client) -> Self {
        let idle = Mutex::new(Clients { connections: vec![Conn::new(first)], opened: 1 });
        Self { address, idle, returned: Condvar::new() }
    }

    fn borrow(&self, patience: Duration) -> Result<Conn, DbError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = idle.connections.pop() {
                return Ok(connection);
            }
            if idle.opened < CLIENTS {
                idle.opened += 1;
                drop(idle);
                return self.address.connect().map(Conn::new).inspect_err(|_| self.closed());
            }
            let (woken, waited) =
                self.returned.wait_timeout(idle, patience).unwrap_or_else(PoisonError::into_inner);
            if waited.timed_out() && woken.connections.is_empty() && woken.opened >= CLIENTS {
                return Err(DbError::Busy);
            }
            idle = woken;
        }
    }

    /// A client is gone; another may be opened in its place.
    fn closed(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).opened -= 1;
        self.returned.notify_one();
    }

    /// A client with a transaction begun. One that the server closed meanwhile is replaced.
    pub(super) fn begun(
        &self,
        tenant: Tenant,
        how: &str,
        patience: Duration,
    ) -> Result<Lease<'_>, DbError> {
        for _ in 0..=CLIENTS {
            let connection = Some(self.borrow(patience)?);
            let mut lease = Lease { pool: self, connection, healthy: false };
            let connection = lease.connection()?;
            match connection.begin(tenant, how) {
                Ok(()) => return Ok(lease),
                Err(_) if connection.client.is_closed() => {}
                Err(error) => return Err(error),
            }
        }
        Err(DbError::Busy)
    }

    fn give_back(&self, mut connection: Conn, healthy: bool) {
        let healthy = healthy && connection.batch("rollback").is_ok();
        if !healthy || connection.client.is_closed() {
            return self.closed();
        }
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.connections.push(connection);
        self.returned.notify_one();
    }
}

/// Gives the client back even when the closure panics.
pub(super) struct Lease<'p> {
    pool: &'p Pool,
    connection: Option<Conn>,
    /// Whether the client may be used again.
    pub(super) healthy: bool,
}

impl Lease<'_> {
    pub(super) fn connection(&mut self) -> Result<&mut Conn, DbError> {
        self.connection.as_mut().ok_or_else(|| DbError::Engine("no client".to_owned()))
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool.give_back(connection, self.healthy);
        }
    }
}

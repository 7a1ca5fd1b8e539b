//! PostgreSQL: pooled synchronous clients, one transaction a closure, tried again on conflict.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use postgres::{Client, NoTls, Statement};

use crate::migrate::{OWN_TABLE, hex, pending};
use crate::tx::Inner;
use crate::{Author, DbError, Entropy, LONGEST_WAIT, Migration, Migrations, Tenant, Tx, Value};

const CLIENTS: usize = 16;
const ATTEMPTS: usize = 8;

/// One database and its pool.
pub(crate) struct Cluster {
    url: String,
    idle: Mutex<Clients>,
    returned: Condvar,
    entropy: Arc<dyn Entropy>,
}

struct Clients {
    connections: Vec<Conn>,
    opened: usize,
}

/// A client and the statements it has prepared.
pub(crate) struct Conn {
    client: Client,
    statements: HashMap<&'static str, Statement>,
}

impl Conn {
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
}

fn borrowed(params: &[Value]) -> Vec<&(dyn postgres::types::ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn postgres::types::ToSql + Sync)).collect()
}

impl Cluster {
    pub(crate) fn open(
        url: &str,
        migrations: &Migrations,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, DbError> {
        let mut client = Client::connect(url, NoTls)?;
        warn_of_superuser(&mut client)?;
        migrate(&mut client, "control", migrations.control)?;
        migrate(&mut client, "municipality", migrations.municipality)?;
        let first = Conn { client, statements: HashMap::new() };
        let idle = Mutex::new(Clients { connections: vec![first], opened: 1 });
        Ok(Self { url: url.to_owned(), idle, returned: Condvar::new(), entropy })
    }

    fn borrow(&self) -> Result<Conn, DbError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = idle.connections.pop() {
                return Ok(connection);
            }
            if idle.opened < CLIENTS {
                idle.opened += 1;
                drop(idle);
                return Client::connect(&self.url, NoTls)
                    .map(|client| Conn { client, statements: HashMap::new() })
                    .map_err(|error| {
                        self.idle.lock().unwrap_or_else(PoisonError::into_inner).opened -= 1;
                        error.into()
                    });
            }
            let (woken, waited) = self
                .returned
                .wait_timeout(idle, LONGEST_WAIT)
                .unwrap_or_else(PoisonError::into_inner);
            if waited.timed_out() && woken.connections.is_empty() && woken.opened >= CLIENTS {
                return Err(DbError::Busy);
            }
            idle = woken;
        }
    }

    /// A client with a transaction begun. One that the server closed meanwhile is replaced.
    fn begun(&self, tenant: Tenant, how: &str) -> Result<Lease<'_>, DbError> {
        for _ in 0..=CLIENTS {
            let mut lease =
                Lease { cluster: self, connection: Some(self.borrow()?), healthy: false };
            let connection = lease.connection()?;
            match begin(connection, tenant, how) {
                Ok(()) => return Ok(lease),
                Err(_) if connection.client.is_closed() => {}
                Err(error) => return Err(error),
            }
        }
        Err(DbError::Busy)
    }

    fn give_back(&self, mut connection: Conn, healthy: bool) {
        let healthy = healthy && connection.client.batch_execute("rollback").is_ok();
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if healthy && !connection.client.is_closed() {
            idle.connections.push(connection);
        } else {
            idle.opened -= 1;
        }
        self.returned.notify_one();
    }

    pub(crate) fn read<T, E: From<DbError>>(
        &self,
        tenant: Tenant,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut lease = self.begun(tenant, "begin isolation level repeatable read read only")?;
        let connection = lease.connection()?;
        let answer = work(&mut Tx::reading(Inner::Pg(connection), tenant));
        lease.healthy = true;
        answer
    }

    pub(crate) fn write<T, E: From<DbError>>(
        &self,
        tenant: Tenant,
        author: &Author,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        for _ in 1..ATTEMPTS {
            let (done, conflict) = self.attempt(tenant, author, &work)?;
            if done.is_ok() || !conflict {
                return done;
            }
        }
        self.attempt(tenant, author, &work)?.0
    }

    /// Runs the closure once; tells also whether another transaction was in the way.
    fn attempt<T, E: From<DbError>>(
        &self,
        tenant: Tenant,
        author: &Author,
        work: &impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(Result<T, E>, bool), DbError> {
        let mut lease = self.begun(tenant, "begin isolation level read committed")?;
        take_turn(lease.connection()?, tenant)?;
        let entropy = Arc::clone(&self.entropy);
        let inner = Inner::Pg(lease.connection()?);
        let mut tx = Tx::writing(inner, tenant, author.clone(), entropy);
        let worked = catch_unwind(AssertUnwindSafe(|| {
            let value = work(&mut tx)?;
            tx.close()?;
            Ok(value)
        }));
        let conflict = tx.met_conflict();
        // What panicked may have left the client half way through an answer: it is not used again.
        lease.healthy = worked.is_ok();
        let value = match worked.unwrap_or_else(|_| Err(DbError::Panicked.into())) {
            Ok(value) => value,
            Err(error) => return Ok((Err(error), conflict)),
        };
        Ok(match lease.connection()?.client.batch_execute("commit").map_err(DbError::from) {
            Ok(()) => (Ok(value), false),
            Err(error) => {
                let conflict = matches!(error, DbError::Conflict);
                (Err(error.into()), conflict)
            }
        })
    }
}

/// Gives the client back even when the closure panics.
struct Lease<'c> {
    cluster: &'c Cluster,
    connection: Option<Conn>,
    healthy: bool,
}

impl Lease<'_> {
    fn connection(&mut self) -> Result<&mut Conn, DbError> {
        self.connection.as_mut().ok_or_else(|| DbError::Engine("no client".to_owned()))
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.cluster.give_back(connection, self.healthy);
        }
    }
}

fn begin(connection: &mut Conn, tenant: Tenant, sql: &str) -> Result<(), DbError> {
    // The tenant is hexadecimal made here, so nothing from outside is in the text.
    let tenant = hex(&tenant.0);
    connection
        .client
        .batch_execute(&format!("{sql}; select set_config('traden.tenant', '{tenant}', true)"))?;
    Ok(())
}

/// Writes of one municipality come one after another, as on SQLite: what a closure has read is
/// still so when it writes. The head of the audit chain, which every write ends with, is the lock.
fn take_turn(connection: &mut Conn, tenant: Tenant) -> Result<(), DbError> {
    let tenant = hex(&tenant.0);
    connection.client.batch_execute(&format!(
        "insert into audit_heads (tenant, seq, hash) values (decode('{tenant}', 'hex'), 0, '') \
         on conflict do nothing; \
         select seq from audit_heads where tenant = decode('{tenant}', 'hex') for update"
    ))?;
    Ok(())
}

/// A superuser is above row-level security: the second wall does not stand then.
fn warn_of_superuser(client: &mut Client) -> Result<(), DbError> {
    let row = client.query_one(
        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user",
        &[],
    )?;
    if row.get(0) {
        tracing::warn!("the database role is above row-level security; use one of its own");
    }
    Ok(())
}

fn migrate(client: &mut Client, set: &str, steps: &'static [Migration]) -> Result<(), DbError> {
    let mut tx = client.transaction()?;
    let own = OWN_TABLE.replace("schema_steps", &format!("schema_steps_{set}"));
    tx.batch_execute(&own)?;
    tx.batch_execute(&format!("lock table schema_steps_{set} in exclusive mode"))?;
    let applied = tx
        .query(
            &format!("select name, digest from schema_steps_{set} order by name collate \"C\""),
            &[],
        )?
        .iter()
        .map(|row| (row.get(0), row.get(1)))
        .collect::<Vec<(String, String)>>();
    for step in pending(steps, &applied)? {
        // The audit tables stand in both stores' lists; on one database they are made once.
        let present: bool =
            tx.query_one("select to_regclass('audit_heads') is not null", &[])?.get(0);
        if !(step.name == crate::audit::SCHEMA.name && present) {
            tx.batch_execute(&step.for_pg())?;
            for table in step.tables() {
                tx.batch_execute(&guard(table))?;
            }
        }
        tx.execute(
            &format!("insert into schema_steps_{set} values ($1, $2)"),
            &[&step.name, &step.digest()],
        )?;
    }
    tx.commit()?;
    Ok(())
}

/// Row-level security that even the table's owner is under: a second wall behind `tenant = $1`.
fn guard(table: &str) -> String {
    if table == "tenants" {
        return String::new();
    }
    format!(
        "alter table {table} enable row level security;\n\
         alter table {table} force row level security;\n\
         create policy own_tenant on {table} using \
         (tenant = decode(current_setting('traden.tenant', true), 'hex'));"
    )
}

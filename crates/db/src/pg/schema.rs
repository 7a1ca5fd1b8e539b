//! The schema in PostgreSQL: brought up to date, or only looked at.

use postgres::{Client, GenericClient};

use crate::migrate::{OWN_TABLE, complete, pending};
use crate::{DbError, Migration, Migrations};

/// Applies what is left of both stores' steps.
pub(super) fn bring_up_to_date(
    client: &mut Client,
    migrations: &Migrations,
) -> Result<(), DbError> {
    migrate(client, "control", migrations.control)?;
    migrate(client, "municipality", migrations.municipality)
}

/// Refuses a schema that is not this program's, and changes nothing.
pub(super) fn check(client: &mut Client, migrations: &Migrations) -> Result<(), DbError> {
    for (set, steps) in [("control", migrations.control), ("municipality", migrations.municipality)]
    {
        let there: bool = client
            .query_one("select to_regclass($1) is not null", &[&format!("schema_steps_{set}")])?
            .get(0);
        let applied = if there { applied(client, set)? } else { Vec::new() };
        complete(steps, &applied)?;
    }
    Ok(())
}

/// A superuser is above row-level security: the second wall does not stand then.
pub(super) fn warn_of_superuser(client: &mut Client) -> Result<(), DbError> {
    let row = client.query_one(
        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user",
        &[],
    )?;
    if row.get(0) {
        tracing::warn!("the database role is above row-level security; use one of its own");
    }
    Ok(())
}

fn applied(client: &mut impl GenericClient, set: &str) -> Result<Vec<(String, String)>, DbError> {
    let sql = format!("select name, digest from schema_steps_{set} order by name collate \"C\"");
    Ok(client.query(&sql, &[])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

fn migrate(client: &mut Client, set: &str, steps: &'static [Migration]) -> Result<(), DbError> {
    let mut tx = client.transaction()?;
    let own = OWN_TABLE.replace("schema_steps", &format!("schema_steps_{set}"));
    tx.batch_execute(&own)?;
    tx.batch_execute(&format!("lock table schema_steps_{set} in exclusive mode"))?;
    let applied = applied(&mut tx, set)?;
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

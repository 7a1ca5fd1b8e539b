//! SQL of municipalities: which there are, and the host names that lead to them.

use db::{DbError, Tenant, Tx, params};

use crate::cx::record;
use crate::web::error::AppError;

/// The municipality with this host name.
pub fn tenant_by_host(tx: &mut Tx<'_>, host: &str) -> Result<Option<Tenant>, DbError> {
    // $1 is the installation: host names are looked up before the municipality is known.
    tx.one("select tenant from tenants where host = $2 and tenant <> $1", params![host], |row| {
        Ok(Tenant(row.id(0)?))
    })
}

/// All municipalities with host and name.
pub fn tenants(tx: &mut Tx<'_>) -> Result<Vec<(Tenant, String, String)>, DbError> {
    tx.all("select tenant, host, name from tenants where tenant <> $1 order by name", &[], |row| {
        Ok((Tenant(row.id(0)?), row.text(1)?, row.text(2)?))
    })
}

/// The name of the municipality.
pub fn tenant_name(tx: &mut Tx<'_>) -> Result<Option<String>, DbError> {
    tx.one("select name from tenants where tenant = $1", &[], |row| row.text(0))
}

/// Keeps a new municipality.
pub fn insert_tenant(tx: &mut Tx<'_>, host: &str, name: &str) -> Result<(), AppError> {
    let at = tx.author().at;
    tx.run(
        "insert into tenants (tenant, host, name, created_at) values ($1, $2, $3, $4)",
        params![host, name, at],
    )?;
    let id = tx.tenant().0;
    record(tx, "create", "municipality", id, 1, &serde_json::json!({ "host": host, "name": name }))
}

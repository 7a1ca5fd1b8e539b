//! SQL of the frameworks that the municipality has chosen.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::ids::ElementId;
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// A framework that is chosen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(super) struct Chosen {
    /// The pack's identity.
    #[serde(rename = "name")]
    pub(super) framework: String,
    /// The version of the pack whose words hold.
    pub(super) pack_version: String,
    /// Microseconds since 1970 in UTC.
    #[serde(rename = "chosen_at")]
    pub(super) at: i64,
    /// Raised by each change.
    pub(super) version: i64,
}

/// All that are chosen, by identity.
pub(super) fn chosen(tx: &mut Tx<'_>) -> Result<BTreeMap<String, Chosen>, DbError> {
    let rows = tx.all(
        "select framework, pack_version, chosen_at, version from frameworks where tenant = $1",
        &[],
        |row| {
            Ok(Chosen {
                framework: row.text(0)?,
                pack_version: row.text(1)?,
                at: row.int(2)?,
                version: row.int(3)?,
            })
        },
    )?;
    Ok(rows.into_iter().map(|one| (one.framework.clone(), one)).collect())
}

/// Keeps that a framework is chosen, in a version. `first` is the element of its first goal, by
/// which the audit trail finds it.
pub(super) fn keep(tx: &mut Tx<'_>, chosen: &Chosen, first: ElementId) -> Result<(), AppError> {
    tx.run(
        "insert into frameworks (tenant, framework, pack_version, chosen_at, version) \
         values ($1, $2, $3, $4, $5) on conflict (tenant, framework) do update set \
         pack_version = excluded.pack_version, chosen_at = excluded.chosen_at, \
         version = excluded.version",
        params![&chosen.framework, &chosen.pack_version, chosen.at, chosen.version],
    )?;
    record(tx, "choose", "framework", first.bytes(), chosen.version, chosen)
}

/// Forgets that a framework is chosen.
pub(super) fn forget(tx: &mut Tx<'_>, chosen: &Chosen, first: ElementId) -> Result<(), AppError> {
    tx.run(
        "delete from frameworks where tenant = $1 and framework = $2",
        params![&chosen.framework],
    )?;
    record(tx, "forget", "framework", first.bytes(), chosen.version + 1, chosen)
}

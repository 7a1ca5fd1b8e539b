//! SQL of what files with the same headings mean.

use db::{DbError, Tx, params};
use domain::imports::Mapping;

use crate::cx::record;
use crate::web::error::AppError;

/// What files with these headings mean, with its version.
pub(in crate::imports) fn mapping(
    tx: &mut Tx<'_>,
    signature: &str,
) -> Result<Option<(Mapping, i64)>, AppError> {
    let found: Option<(String, i64)> = tx.one(
        "select mapping, version from import_mappings where tenant = $1 and signature = $2",
        params![signature],
        |row| Ok::<_, DbError>((row.text(0)?, row.int(1)?)),
    )?;
    found.map(|(text, version)| Ok((serde_json::from_str(&text)?, version))).transpose()
}

/// Keeps what files with these headings mean; `version` was raised by one. Stale when another was
/// faster.
pub(in crate::imports) fn keep_mapping(
    tx: &mut Tx<'_>,
    signature: &str,
    mapping: &Mapping,
    version: i64,
) -> Result<(), AppError> {
    let text = serde_json::to_string(mapping)?;
    let kept = tx.run(
        "insert into import_mappings (tenant, signature, mapping, version) values ($1, $2, $3, $4) \
         on conflict (tenant, signature) do update set mapping = excluded.mapping, \
         version = excluded.version where import_mappings.version = excluded.version - 1",
        params![signature, text, version],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    let mut id = [0; 16];
    for (byte, pair) in id.iter_mut().zip(signature.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).unwrap_or_default();
        *byte = u8::from_str_radix(pair, 16).unwrap_or(0);
    }
    record(tx, "tell_columns", "import_mapping", id, version, mapping)
}

//! Asking for many identities without a statement for each.

use db::{DbError, Row, Tx, Value};

/// How many identities one statement asks for.
const AT_ONCE: usize = 32;

/// A statement that ends in a list of [`AT_ONCE`] identities.
macro_rules! among {
    ($head:expr) => {
        concat!(
            $head,
            " in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
             $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)"
        )
    };
}
pub(crate) use among;

/// The org units at and below one.
macro_rules! within {
    ($top:literal) => {
        $crate::elements::store::within_all!(concat!("(", $top, ")"))
    };
}
pub(crate) use within;

/// The org units at and below those of a list in brackets.
macro_rules! within_all {
    ($tops:expr) => {
        concat!(
            "with recursive inside (org_unit_id) as (select org_unit_id from org_units \
             where tenant = $1 and org_unit_id in ",
            $tops,
            " union select u.org_unit_id from org_units u join inside i \
             on i.org_unit_id = u.parent_id where u.tenant = $1) "
        )
    };
}
pub(crate) use within_all;

/// Asks for identities a few at a time; the last statement repeats one to fill its places.
pub(crate) fn ask<T>(
    tx: &mut Tx<'_>,
    sql: &'static str,
    ids: impl IntoIterator<Item = [u8; 16]>,
    read: impl Fn(&Row<'_>) -> Result<T, DbError>,
) -> Result<Vec<T>, DbError> {
    ask_with(tx, sql, ids, &[], read)
}

/// As [`ask`], with more values after the identities, from `$34`.
pub(crate) fn ask_with<T>(
    tx: &mut Tx<'_>,
    sql: &'static str,
    ids: impl IntoIterator<Item = [u8; 16]>,
    more: &[Value],
    read: impl Fn(&Row<'_>) -> Result<T, DbError>,
) -> Result<Vec<T>, DbError> {
    let ids: Vec<[u8; 16]> = ids.into_iter().collect();
    let mut found = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let filled = some.iter().chain(some.last().into_iter().cycle()).take(AT_ONCE);
        let values: Vec<Value> =
            filled.map(|id| (*id).into()).chain(more.iter().cloned()).collect();
        found.extend(tx.all(sql, &values, &read)?);
    }
    Ok(found)
}

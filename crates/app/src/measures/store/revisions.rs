//! SQL of when the values of a measure last changed.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, Value};
use domain::ids::ElementId;

use crate::elements::store::{among, ask};

/// Says that values of some measures changed. Part of every write of values.
pub(super) fn raise_values(tx: &mut Tx<'_>, measures: &BTreeSet<ElementId>) -> Result<(), DbError> {
    tx.run_many(
        "insert into value_revisions (tenant, measure_id, revision) values ($1, $2, 1) \
         on conflict (tenant, measure_id) do update set revision = value_revisions.revision + 1",
        measures.iter().map(|measure| vec![Value::from(measure.bytes())]),
    )?;
    Ok(())
}

/// For each measure that has had values, a number that is another as soon as one of them changes.
pub fn values_revisions(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
) -> Result<BTreeMap<ElementId, i64>, DbError> {
    let found = ask(
        tx,
        among!("select measure_id, revision from value_revisions where tenant = $1 and measure_id"),
        measures.iter().map(|measure| measure.bytes()),
        |row| Ok((row.id(0)?, row.int(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

//! What stands where the rows of a file would write.

use std::collections::{HashMap, HashSet};

use db::{DbError, Tx};
use domain::elements::Structure;
use domain::ids::ElementId;
use domain::imports::{Found, IncomingValue, Kept, ValueKey};

use crate::measures::replaced_sums::replaced_sums;
use crate::measures::store::{
    Sums, beside_of, each_count, each_outcome_of, origins_of, versions_taken,
};
use crate::web::error::AppError;

/// What is kept now where the rows would write.
pub fn existing(tx: &mut Tx<'_>, rows: &[IncomingValue]) -> Result<Found, DbError> {
    let measures: HashSet<ElementId> = rows.iter().map(|row| row.key.measure).collect();
    let wanted: HashSet<&ValueKey> = rows.iter().map(|row| &row.key).collect();
    let mut kept = HashMap::with_capacity(rows.len());
    each_outcome_of(tx, &measures, |outcome| {
        let key = ValueKey {
            measure: outcome.measure,
            org_unit: outcome.org_unit,
            breakdown: outcome.breakdown,
            period: outcome.period,
        };
        if wanted.contains(&key) {
            let now = Kept {
                value: outcome.value,
                quality: outcome.quality,
                version: outcome.version,
                count: None,
            };
            kept.insert(key, now);
        }
    })?;
    let measures: Vec<ElementId> = measures.into_iter().collect();
    // Counts are few beside values, and most files say none.
    if rows.iter().any(|row| row.count.is_some()) {
        each_count(tx, &measures, |key, count| {
            if let Some(now) = kept.get_mut(&key) {
                now.count = Some(count);
            }
        })?;
    }
    let origins = origins_of(tx, &measures)?;
    let beside = beside_of(tx, &measures)?;
    let taken =
        if kept.len() < rows.len() { versions_taken(tx, measures)? } else { HashMap::new() };
    Ok(Found { kept, taken, origins, beside, ..Found::default() })
}

/// What org units below make up, checked or frozen, where rows would come in its stead.
pub(super) fn over_sums(
    tx: &mut Tx<'_>,
    structure: &Structure,
    (rows, found): (&[IncomingValue], &Found),
) -> Result<Sums, AppError> {
    let new = rows.iter().filter(|row| !found.kept.contains_key(&row.key));
    replaced_sums(tx, structure, new.map(|row| (&row.key, row.value)))
}

//! Which of the values that a file would change have been handed in or frozen: changing them is a
//! correction, as it is in the form.

use std::collections::{BTreeSet, HashSet};

use db::{DbError, Tx};
use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::imports::{Found, ValueKey};
use domain::measures::Closings;

use crate::measures::store::closings_of;

/// The values kept that have been handed in or frozen.
pub(super) fn among(
    tx: &mut Tx<'_>,
    structure: &Structure,
    found: &Found,
) -> Result<HashSet<ValueKey>, DbError> {
    let organisation = &structure.organisation;
    let mut around: BTreeSet<OrgUnitId> = found.kept.keys().map(|key| key.org_unit).collect();
    let above: Vec<OrgUnitId> =
        around.iter().flat_map(|unit| organisation.ancestors(*unit)).collect();
    around.extend(above);
    if around.is_empty() {
        return Ok(HashSet::new());
    }
    let closings = Closings::new(closings_of(tx, &Vec::from_iter(around))?);
    let is_closed = |key: &&ValueKey| closings.of(organisation, key.org_unit, key.period).is_some();
    Ok(found.kept.keys().filter(is_closed).cloned().collect())
}

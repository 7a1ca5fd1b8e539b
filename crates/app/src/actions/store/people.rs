//! SQL of who may answer for an action.

use db::{DbError, Tx, params};
use domain::ids::{OrgUnitId, PersonId};

/// Who holds a role on the org unit itself, by name: those who may answer for an activity.
pub(in super::super) fn people_of(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<Vec<(PersonId, String)>, DbError> {
    let mut people = tx.all(
        "select p.person_id, p.name from grants g join people p \
         on p.tenant = g.tenant and p.person_id = g.person_id \
         where g.tenant = $1 and g.org_unit_id = $2 and g.valid_to is null \
         order by p.sort_key, p.person_id",
        params![org_unit.bytes()],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    people.dedup();
    Ok(people)
}

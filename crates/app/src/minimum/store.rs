//! SQL of what plans must have.

use db::{DbError, Tx, params};
use domain::ids::{OrgUnitId, PersonId};
use domain::minimum::Requirement;

use crate::cx::record;
use crate::web::error::AppError;

/// The place of what is demanded of all.
const EVERYONE: [u8; 16] = [0; 16];

/// Something demanded of all or of one org unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Demand {
    /// Of whom; none is of all.
    pub org_unit: Option<OrgUnitId>,
    /// What.
    pub requirement: Requirement,
    /// Raised each time what is demanded there is said anew.
    pub version: i64,
}

/// Everything that anybody has demanded.
pub(super) fn demands(tx: &mut Tx<'_>) -> Result<Vec<Demand>, DbError> {
    tx.all(
        "select org_unit_id, kind, version from requirements where tenant = $1 \
         order by org_unit_id, kind",
        &[],
        |row| {
            let org_unit: OrgUnitId = row.id(0)?;
            Ok(Demand {
                org_unit: (org_unit.bytes() != EVERYONE).then_some(org_unit),
                requirement: row.parsed(1)?,
                version: row.int(2)?,
            })
        },
    )
}

/// Says what is demanded of all or of one org unit, in place of what was demanded there before.
pub fn keep(
    tx: &mut Tx<'_>,
    org_unit: Option<OrgUnitId>,
    wanted: &[Requirement],
    person: PersonId,
    version: i64,
) -> Result<(), AppError> {
    let place = org_unit.map_or(EVERYONE, OrgUnitId::bytes);
    tx.run("delete from requirements where tenant = $1 and org_unit_id = $2", params![place])?;
    for requirement in wanted {
        tx.run(
            "insert into requirements (tenant, org_unit_id, kind, person_id, version) \
             values ($1, $2, $3, $4, $5)",
            params![place, requirement.code(), person.bytes(), version],
        )?;
    }
    let after = serde_json::json!({ "org_unit": org_unit, "requirements": wanted });
    record(tx, "require", "requirement", place, version, &after)
}

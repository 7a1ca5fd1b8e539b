//! SQL of drafts that were thrown away.

use db::{DbError, Tx, params};
use domain::elements::ElementState;
use domain::ids::{ElementId, OrgUnitId, PersonId};
use jiff::civil::Date;

use crate::web::error::AppError;

/// A draft that was thrown away.
#[derive(Clone, Debug)]
pub struct Thrown {
    /// The draft.
    pub element: ElementId,
    /// Whose it was.
    pub org_unit: OrgUnitId,
    /// What state it was in.
    pub was: ElementState,
    /// The day.
    pub on: Date,
    /// Who threw it away.
    pub person: PersonId,
}

/// Keeps that a draft was thrown away. What the trail tells is the change of the element itself.
pub fn keep_thrown(tx: &mut Tx<'_>, thrown: &Thrown) -> Result<(), AppError> {
    tx.run(
        "insert into thrown (tenant, element_id, org_unit_id, was, thrown_on, person_id, version) \
         values ($1, $2, $3, $4, $5, $6, 1) on conflict (tenant, element_id) do update set \
         org_unit_id = excluded.org_unit_id, was = excluded.was, thrown_on = excluded.thrown_on, \
         person_id = excluded.person_id, version = thrown.version + 1",
        params![
            thrown.element.bytes(),
            thrown.org_unit.bytes(),
            thrown.was.code(),
            thrown.on.to_string(),
            thrown.person.bytes(),
        ],
    )?;
    Ok(())
}

/// When a draft was thrown away.
pub fn thrown(tx: &mut Tx<'_>, element: ElementId) -> Result<Option<Thrown>, DbError> {
    tx.one(
        "select element_id, org_unit_id, was, thrown_on, person_id from thrown \
         where tenant = $1 and element_id = $2",
        params![element.bytes()],
        |row| {
            Ok(Thrown {
                element: row.id(0)?,
                org_unit: row.id(1)?,
                was: row.parsed(2)?,
                on: row.parsed(3)?,
                person: row.id(4)?,
            })
        },
    )
}

/// What an org unit has thrown away since a day, latest first, with the name of who did it.
pub fn thrown_since(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    since: Date,
    most: i64,
) -> Result<Vec<(Thrown, String)>, DbError> {
    tx.all(
        "select t.element_id, t.org_unit_id, t.was, t.thrown_on, t.person_id, p.name \
         from thrown t join elements e on e.tenant = t.tenant and e.element_id = t.element_id \
         join people p on p.tenant = t.tenant and p.person_id = t.person_id \
         where t.tenant = $1 and t.org_unit_id = $2 and t.thrown_on >= $3 \
         and e.state = 'discarded' order by t.thrown_on desc, t.element_id desc limit $4",
        params![org_unit.bytes(), since.to_string(), most],
        |row| {
            let thrown = Thrown {
                element: row.id(0)?,
                org_unit: row.id(1)?,
                was: row.parsed(2)?,
                on: row.parsed(3)?,
                person: row.id(4)?,
            };
            Ok((thrown, row.text(5)?))
        },
    )
}

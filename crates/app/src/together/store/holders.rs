//! Those who may be asked: who holds which role where.

use std::collections::BTreeSet;

use db::{DbError, Tx};
use domain::access::{AccessRole, Action, allows};
use domain::ids::{OrgUnitId, PersonId};
use jiff::civil::Date;

use crate::elements::store::{among, ask};

/// Somebody who holds a role at an org unit today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they do.
    pub title: String,
    /// The role.
    pub role: AccessRole,
    /// Where.
    pub org_unit: OrgUnitId,
}

/// Those who hold a role that lets them do something at some org units, by name.
pub fn holders(
    tx: &mut Tx<'_>,
    org_units: &BTreeSet<OrgUnitId>,
    action: Action,
    today: Date,
) -> Result<Vec<Holder>, DbError> {
    let found: Vec<(Holder, Date, Option<Date>)> = ask(
        tx,
        among!(
            "select p.person_id, p.name, p.title, g.role, g.org_unit_id, g.valid_from, g.valid_to \
             from grants g join people p on p.tenant = g.tenant and p.person_id = g.person_id \
             where g.tenant = $1 and g.org_unit_id"
        ),
        org_units.iter().map(|id| id.bytes()),
        |row| {
            let holder = Holder {
                person: row.id(0)?,
                name: row.text(1)?,
                title: row.text(2)?,
                role: row.parsed(3)?,
                org_unit: row.id(4)?,
            };
            Ok((holder, row.parsed(5)?, row.maybe_parsed(6)?))
        },
    )?;
    let holds = |(holder, from, to): &(Holder, Date, Option<Date>)| {
        allows(holder.role, action) && *from <= today && to.is_none_or(|last| last >= today)
    };
    let mut all: Vec<Holder> = found.into_iter().filter(holds).map(|(one, _, _)| one).collect();
    all.sort_by_cached_key(|one| (crate::i18n::sort_key(&one.name), one.person, one.org_unit));
    all.dedup_by(|one, before| one.person == before.person && one.org_unit == before.org_unit);
    Ok(all)
}

//! Queries about people and their roles.

use db::{DbError, Tx, params};
use domain::access::{AccessRole, Grant};
use domain::ids::{GrantId, OrgUnitId, PersonId};
use jiff::civil::Date;

use crate::i18n::sort_key;
use crate::identity::store::{PersonRow, read_person_row};

/// A person with one of their roles; people without roles come once.
pub struct Listed {
    /// The person.
    pub person: PersonRow,
    /// A role held on the day.
    pub role: Option<(AccessRole, OrgUnitId)>,
}

/// A page of the register by name, after a person already shown. `wanted` is a part of the name.
pub fn page(
    tx: &mut Tx<'_>,
    wanted: &str,
    after: Option<&PersonRow>,
    (today, most): (Date, i64),
) -> Result<Vec<Listed>, DbError> {
    let (key, id) = after.map_or((String::new(), Vec::new()), |person| {
        (sort_key(&person.name), person.id.bytes().to_vec())
    });
    tx.all(
        "with shown as (select person_id, name, title, email, version, left_on, sort_key from people \
         where tenant = $1 and sort_key like $2 escape '!' \
         and (sort_key > $3 or (sort_key = $3 and person_id > $4)) \
         order by sort_key, person_id limit $5) \
         select s.person_id, s.name, s.title, s.email, s.version, s.left_on, g.role, g.org_unit_id \
         from shown s left join grants g on g.tenant = $1 and g.person_id = s.person_id \
         and g.valid_from <= $6 and (g.valid_to is null or g.valid_to >= $6) \
         order by s.sort_key, s.person_id, g.valid_from, g.grant_id",
        params![pattern(wanted), key, id, most, today.to_string()],
        |row| {
            let role = row.maybe_parsed(6)?.zip(row.maybe_id(7)?);
            Ok(Listed { person: read_person_row(row)?, role })
        },
    )
}

/// What `like` searches for, with its signs taken as themselves.
fn pattern(wanted: &str) -> String {
    let plain = sort_key(wanted).replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{plain}%")
}

/// Whether somebody has this address.
pub fn has_email(tx: &mut Tx<'_>, email: &str) -> Result<bool, DbError> {
    let found = tx.one(
        "select 1 from people where tenant = $1 and email = $2",
        params![email.to_lowercase()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

/// A role with its time.
pub struct Held {
    /// The role and where.
    pub grant: Grant,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}

impl Held {
    /// Whether it has not ended before the day.
    pub fn goes_on(&self, today: Date) -> bool {
        self.to.is_none_or(|last| last >= today)
    }
}

/// Every role a person has held, the latest first.
pub fn roles_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Held>, DbError> {
    tx.all(
        "select grant_id, role, org_unit_id, valid_from, valid_to from grants \
         where tenant = $1 and person_id = $2 order by valid_from desc, grant_id",
        params![person.bytes()],
        |row| {
            Ok(Held {
                grant: Grant { id: row.id(0)?, role: row.parsed(1)?, org_unit: row.id(2)? },
                from: row.parsed(3)?,
                to: row.maybe_parsed(4)?,
            })
        },
    )
}

/// Where others than through this grant are administrators on the day.
pub fn other_administrators(
    tx: &mut Tx<'_>,
    except: GrantId,
    today: Date,
) -> Result<Vec<OrgUnitId>, DbError> {
    tx.all(
        "select org_unit_id from grants where tenant = $1 and role = 'administrator' \
         and grant_id <> $2 and valid_from <= $3 and (valid_to is null or valid_to >= $3)",
        params![except.bytes(), today.to_string()],
        |row| row.id(0),
    )
}

/// Who holds a role at an org unit on the day, by name.
pub fn holders(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    today: Date,
) -> Result<Vec<(PersonId, String, AccessRole)>, DbError> {
    tx.all(
        "select p.person_id, p.name, g.role from grants g \
         join people p on p.tenant = g.tenant and p.person_id = g.person_id \
         where g.tenant = $1 and g.org_unit_id = $2 and g.valid_from <= $3 \
         and (g.valid_to is null or g.valid_to >= $3) order by p.sort_key, g.grant_id limit 200",
        params![org_unit.bytes(), today.to_string()],
        |row| Ok((row.id(0)?, row.text(1)?, row.parsed(2)?)),
    )
}

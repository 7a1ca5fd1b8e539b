//! SQL of the people that forms offer: those who hold a role that goes on.

use db::{DbError, Row, Tx, params};
use domain::ids::{OrgUnitId, PersonId};

use crate::elements::store::{among, ask, ask_with};
use crate::i18n::sort_key;

/// A person with one of their roles.
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// Title of the post.
    pub title: String,
    /// Address for mail.
    pub email: String,
    /// By what they are put in order.
    pub sort_key: String,
    /// Where they hold it.
    pub org_unit: OrgUnitId,
}

fn read(row: &Row<'_>) -> Result<Holder, DbError> {
    Ok(Holder {
        person: row.id(0)?,
        name: row.text(1)?,
        title: row.text(2)?,
        email: row.text(3)?,
        sort_key: row.text(4)?,
        org_unit: row.id(5)?,
    })
}

/// How many hold a role.
pub(super) fn how_many(tx: &mut Tx<'_>) -> Result<usize, DbError> {
    let found = tx.one(
        "select count(distinct person_id) from grants where tenant = $1 and valid_to is null",
        params![],
        |row| row.int(0),
    )?;
    Ok(usize::try_from(found.unwrap_or(0)).unwrap_or(0))
}

/// All of them, by name.
pub fn everybody(tx: &mut Tx<'_>) -> Result<Vec<Holder>, DbError> {
    tx.all(
        "select p.person_id, p.name, p.title, p.email, p.sort_key, g.org_unit_id from people p \
         join grants g on g.tenant = p.tenant and g.person_id = p.person_id \
         and g.valid_to is null where p.tenant = $1 \
         order by p.sort_key, p.person_id, g.valid_from desc, g.grant_id",
        params![],
        read,
    )
}

/// Those with a role at some org units, by name.
pub(super) fn at(
    tx: &mut Tx<'_>,
    places: &[OrgUnitId],
    most: usize,
) -> Result<Vec<Holder>, DbError> {
    // Some hold several roles at these places.
    let most = i64::try_from(most.saturating_mul(3)).unwrap_or(i64::MAX);
    ask_with(
        tx,
        concat!(
            "select p.person_id, p.name, p.title, p.email, p.sort_key, g.org_unit_id from grants g \
             join people p on p.tenant = g.tenant and p.person_id = g.person_id \
             where g.tenant = $1 and g.valid_to is null and ",
            among!("g.org_unit_id"),
            " order by p.sort_key, p.person_id, g.valid_from desc, g.grant_id limit $34"
        ),
        places.iter().map(|unit| unit.bytes()),
        &[most.into()],
        read,
    )
}

/// Some people, whether or not they hold a role still.
pub(super) fn who(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<Vec<Holder>, DbError> {
    ask(
        tx,
        concat!(
            "select p.person_id, p.name, p.title, p.email, p.sort_key, g.org_unit_id from people p \
             join grants g on g.tenant = p.tenant and g.person_id = p.person_id \
             where p.tenant = $1 and ",
            among!("p.person_id"),
            " order by p.person_id, g.valid_to is not null, g.valid_from desc, g.grant_id"
        ),
        people.iter().map(|person| person.bytes()),
        read,
    )
}

/// Those whose name holds some words, in any order.
pub(super) fn called(tx: &mut Tx<'_>, words: &str, most: usize) -> Result<Vec<Holder>, DbError> {
    let [first, second, third] = patterns(words);
    tx.all(
        "with shown as (select person_id, name, title, email, sort_key from people p \
         where tenant = $1 and sort_key like $2 escape '!' and sort_key like $3 escape '!' \
         and sort_key like $4 escape '!' and exists (select 1 from grants g \
         where g.tenant = $1 and g.person_id = p.person_id and g.valid_to is null) \
         order by sort_key, person_id limit $5) \
         select s.person_id, s.name, s.title, s.email, s.sort_key, g.org_unit_id from shown s \
         join grants g on g.tenant = $1 and g.person_id = s.person_id and g.valid_to is null \
         order by s.sort_key, s.person_id, g.valid_from desc, g.grant_id",
        params![first, second, third, i64::try_from(most).unwrap_or(i64::MAX)],
        read,
    )
}

/// How many they are.
pub(super) fn how_many_called(tx: &mut Tx<'_>, words: &str) -> Result<usize, DbError> {
    let [first, second, third] = patterns(words);
    let found = tx.one(
        "select count(*) from people p where tenant = $1 and sort_key like $2 escape '!' \
         and sort_key like $3 escape '!' and sort_key like $4 escape '!' \
         and exists (select 1 from grants g where g.tenant = $1 and g.person_id = p.person_id \
         and g.valid_to is null)",
        params![first, second, third],
        |row| row.int(0),
    )?;
    Ok(usize::try_from(found.unwrap_or(0)).unwrap_or(0))
}

/// What `like` searches for, with its signs taken as themselves: the first three words.
fn patterns(words: &str) -> [String; 3] {
    let plain = sort_key(words).replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let mut words = plain.split_whitespace();
    std::array::from_fn(|_| format!("%{}%", words.next().unwrap_or_default()))
}

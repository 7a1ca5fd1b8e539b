//! Whom reminders may go to: those who are there, have an address and hold a role today.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::access::{AccessRole, Grant};
use domain::followup::EventKind;
use domain::ids::PersonId;
use jiff::civil::Date;

use super::choices::{Choice, choice_row};
use crate::elements::store::{among, ask_with};

/// Somebody with an address, and what they chose.
#[derive(Clone, Debug)]
pub(in crate::reminders) struct Receiver {
    pub(in crate::reminders) id: PersonId,
    pub(in crate::reminders) name: String,
    pub(in crate::reminders) title: String,
    pub(in crate::reminders) email: String,
    pub(in crate::reminders) choice: Choice,
}

fn receiver_row(row: &Row<'_>) -> Result<Receiver, DbError> {
    Ok(Receiver {
        id: row.id(0)?,
        name: row.text(1)?,
        title: row.text(2)?,
        email: row.text(3)?,
        choice: choice_row(row, 4)?,
    })
}

/// The next of all who may be reminded, in the order of their identities.
pub(in crate::reminders) fn receivers(
    tx: &mut Tx<'_>,
    after: PersonId,
    today: Date,
    most: i64,
) -> Result<Vec<Receiver>, DbError> {
    tx.all(
        "select p.person_id, p.name, p.title, p.email, c.pace, c.immediate, c.language, c.version \
         from people p left join reminder_choices c \
         on c.tenant = p.tenant and c.person_id = p.person_id \
         where p.tenant = $1 and p.person_id > $2 and p.email <> '' \
         and (p.left_on is null or p.left_on > $3) order by p.person_id limit $4",
        params![after.bytes(), today.to_string(), most],
        receiver_row,
    )
}

/// One who may be reminded.
pub(in crate::reminders) fn receiver(
    tx: &mut Tx<'_>,
    id: PersonId,
    today: Date,
) -> Result<Option<Receiver>, DbError> {
    tx.one(
        "select p.person_id, p.name, p.title, p.email, c.pace, c.immediate, c.language, c.version \
         from people p left join reminder_choices c \
         on c.tenant = p.tenant and c.person_id = p.person_id \
         where p.tenant = $1 and p.person_id = $2 and p.email <> '' \
         and (p.left_on is null or p.left_on > $3)",
        params![id.bytes(), today.to_string()],
        receiver_row,
    )
}

/// The roles that some people hold on a day.
pub(in crate::reminders) fn grants_of_all(
    tx: &mut Tx<'_>,
    people: impl IntoIterator<Item = PersonId>,
    today: Date,
) -> Result<BTreeMap<PersonId, Vec<Grant>>, DbError> {
    let found = ask_with(
        tx,
        among!(
            "select person_id, grant_id, role, org_unit_id from grants where tenant = $1 \
             and valid_from <= $34 and (valid_to is null or valid_to >= $34) and person_id"
        ),
        people.into_iter().map(PersonId::bytes),
        &[today.to_string().into()],
        |row| {
            let grant = Grant { id: row.id(1)?, role: row.parsed(2)?, org_unit: row.id(3)? };
            Ok((row.id(0)?, grant))
        },
    )?;
    let mut all: BTreeMap<PersonId, Vec<Grant>> = BTreeMap::new();
    for (person, grant) in found {
        let grants = all.entry(person).or_default();
        // The last statement repeats a person to fill its places; a row is never repeated.
        grants.push(grant);
    }
    for grants in all.values_mut() {
        grants.sort_by_key(|grant| grant.id);
    }
    Ok(all)
}

/// Whom something due today may have come to since the day began: where a part was sent back, who
/// stands in there, who was invited for today, who answers for work that ends today and was changed
/// today, and who wants nothing but what is due the same day.
pub(in crate::reminders) fn touched_today(
    tx: &mut Tx<'_>,
    today: Date,
    since: i64,
) -> Result<BTreeSet<PersonId>, DbError> {
    let found = tx.all(
        "select g.person_id from follow_up_events e join follow_ups f on f.tenant = e.tenant \
         and f.follow_up_id = e.follow_up_id join grants g on g.tenant = f.tenant \
         and g.org_unit_id = f.org_unit_id and g.role in ($4, $5) and g.valid_from <= $2 \
         and (g.valid_to is null or g.valid_to >= $2) \
         where e.tenant = $1 and e.kind = $6 and e.at >= $3 and f.state = 'draft' \
         union select s.person_id from follow_up_events e join follow_up_substitutes s \
         on s.tenant = e.tenant and s.follow_up_id = e.follow_up_id and s.ended_at is null \
         and s.valid_from <= $2 and s.valid_to >= $2 \
         where e.tenant = $1 and e.kind = $6 and e.at >= $3 \
         union select person_id from follow_up_invitations where tenant = $1 and due_on = $2 \
         and at >= $3 and removed_at is null \
         union select e.responsible_id from elements e where e.tenant = $1 and e.ends_on = $2 \
         and e.responsible_id is not null and exists (select 1 from audit_rows r \
         where r.tenant = e.tenant and r.object = 'element' and r.object_id = e.element_id \
         and r.at >= $3) \
         union select person_id from reminder_choices where tenant = $1 and pace = 'never' \
         and immediate = 1",
        params![
            today.to_string(),
            since,
            AccessRole::Manager.code(),
            AccessRole::Provider.code(),
            EventKind::Returned.code()
        ],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

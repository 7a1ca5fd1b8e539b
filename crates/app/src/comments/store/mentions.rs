//! SQL of whom comments ask: who they are, what waits for them, and when it was answered.

use db::{DbError, Row, Tx, Value, params};
use domain::comments::Known;
use domain::ids::{CommentId, ElementId, OrgUnitId, PersonId};
use jiff::civil::Date;

use super::Comment;
use crate::cx::record;
use crate::elements::store::{among, ask, ask_with};
use crate::i18n::sort_key;
use crate::web::error::AppError;

/// What the author of a comment was asked about its element is answered by it.
pub(super) fn answer(tx: &mut Tx<'_>, comment: &Comment) -> Result<(), DbError> {
    tx.run(
        "update mentions set done_at = $4 where tenant = $1 and person_id = $2 and element_id = $3 \
         and done_at is null",
        params![comment.person.bytes(), comment.element.bytes(), comment.at],
    )?;
    Ok(())
}

/// Keeps whom a comment asks, of those it has not asked before.
pub(super) fn ask_people(
    tx: &mut Tx<'_>,
    comment: &Comment,
    asked: &[PersonId],
    at: i64,
) -> Result<(), DbError> {
    let row = |person: &PersonId| -> Vec<Value> {
        params![person.bytes(), comment.id.bytes(), comment.element.bytes(), at].to_vec()
    };
    if !asked.is_empty() {
        tx.run_many(
            "insert into mentions (tenant, person_id, comment_id, element_id, at) \
             values ($1, $2, $3, $4, $5) on conflict do nothing",
            asked.iter().map(row),
        )?;
    }
    Ok(())
}

/// Keeps that a person is done with what a comment asked. False when they were, or it asked them
/// nothing.
pub(in crate::comments) fn be_done(
    tx: &mut Tx<'_>,
    owner: OrgUnitId,
    comment: CommentId,
    (person, at): (PersonId, i64),
) -> Result<bool, AppError> {
    let changed = tx.run(
        "update mentions set done_at = $4 where tenant = $1 and person_id = $2 \
         and comment_id = $3 and done_at is null",
        params![person.bytes(), comment.bytes(), at],
    )?;
    if changed > 0 {
        let after = serde_json::json!({ "org_unit": owner, "person": person });
        record(tx, "done", "comment", comment.bytes(), 1, &after)?;
    }
    Ok(changed > 0)
}

/// Somebody whom a comment asks.
pub(in crate::comments) struct Asked {
    pub(in crate::comments) comment: CommentId,
    pub(in crate::comments) person: PersonId,
    pub(in crate::comments) name: String,
    pub(in crate::comments) is_done: bool,
}

/// Whom comments ask.
pub(in crate::comments) fn asked_by(
    tx: &mut Tx<'_>,
    comments: &[CommentId],
) -> Result<Vec<Asked>, DbError> {
    ask(
        tx,
        among!(
            "select m.comment_id, m.person_id, p.name, m.done_at from mentions m \
             join people p on p.tenant = m.tenant and p.person_id = m.person_id \
             where m.tenant = $1 and m.comment_id"
        ),
        comments.iter().map(|comment| comment.bytes()),
        |row| {
            Ok(Asked {
                comment: row.id(0)?,
                person: row.id(1)?,
                name: row.text(2)?,
                is_done: row.maybe_int(3)?.is_some(),
            })
        },
    )
}

/// A question that waits for somebody.
pub(in crate::comments) struct Waiting {
    pub(in crate::comments) comment: CommentId,
    pub(in crate::comments) element: ElementId,
    pub(in crate::comments) of_draft: bool,
    pub(in crate::comments) text: String,
    pub(in crate::comments) person_name: String,
    pub(in crate::comments) at: i64,
}

/// What waits for a person, the newest first.
pub(in crate::comments) fn waiting_for(
    tx: &mut Tx<'_>,
    person: PersonId,
    most: i64,
) -> Result<Vec<Waiting>, DbError> {
    tx.all(
        "select m.comment_id, m.element_id, c.of_draft, c.text, c.person_name, c.at from mentions m \
         join comments c on c.tenant = m.tenant and c.comment_id = m.comment_id \
         where m.tenant = $1 and m.person_id = $2 and m.done_at is null and c.removed_at is null \
         order by m.at desc, m.comment_id desc limit $3",
        params![person.bytes(), most],
        |row| {
            Ok(Waiting {
                comment: row.id(0)?,
                element: row.id(1)?,
                of_draft: row.bool(2)?,
                text: row.text(3)?,
                person_name: row.text(4)?,
                at: row.int(5)?,
            })
        },
    )
}

/// People who have a role and whose names begin so.
pub(in crate::comments) fn people_called(
    tx: &mut Tx<'_>,
    beginning: &str,
) -> Result<Vec<Known>, DbError> {
    let plain = sort_key(beginning).replace('!', "!!").replace('%', "!%").replace('_', "!_");
    tx.all(
        "select person_id, name, title from people where tenant = $1 and sort_key like $2 escape '!' \
         and left_on is null and exists (select 1 from grants g where g.tenant = $1 \
         and g.person_id = people.person_id and g.valid_to is null) \
         order by sort_key, person_id limit 100",
        params![format!("{plain}%")],
        known,
    )
}

fn known(row: &Row<'_>) -> Result<Known, DbError> {
    Ok(Known { id: row.id(0)?, name: row.text(1)?, title: row.text(2)? })
}

/// People who have a role at some org units on a day, of those that read comments.
pub(in crate::comments) fn people_at(
    tx: &mut Tx<'_>,
    org_units: impl IntoIterator<Item = OrgUnitId>,
    today: Date,
) -> Result<Vec<Known>, DbError> {
    let found = ask_with(
        tx,
        "select distinct p.person_id, p.name, p.title, p.sort_key from grants g \
         join people p on p.tenant = g.tenant and p.person_id = g.person_id \
         where g.tenant = $1 and g.valid_from <= $34 and (g.valid_to is null or g.valid_to >= $34) \
         and g.role not in ('reader', 'elected') and p.left_on is null and g.org_unit_id in \
         ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
         $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33) \
         order by p.sort_key, p.person_id limit 100",
        org_units.into_iter().map(OrgUnitId::bytes),
        &[today.to_string().into()],
        known,
    )?;
    Ok(found)
}

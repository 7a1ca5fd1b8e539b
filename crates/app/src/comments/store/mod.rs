//! SQL of comments, of whom they ask, and of what a page of an element tells of both.

mod beside;
mod mentions;

use db::{DbError, Row, Tx, params};
use domain::ids::{CommentId, ElementId, OrgUnitId, PersonId};
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

pub(super) use beside::{Latest, beside};
pub(super) use mentions::{
    Asked, Waiting, asked_by, be_done, people_at, people_called, waiting_for,
};

/// Something that was said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Comment {
    /// Identity.
    pub id: CommentId,
    /// About what.
    pub element: ElementId,
    /// Whether nobody had decided it then.
    pub of_draft: bool,
    /// The words; none once it is taken away.
    pub text: String,
    /// By whom.
    pub person: PersonId,
    /// That person's name.
    pub person_name: String,
    /// When, microseconds since 1970 in UTC.
    pub at: i64,
    /// When its words were last changed.
    pub edited_at: Option<i64>,
    /// When it was taken away.
    pub removed_at: Option<i64>,
    /// By whom; empty while it is there.
    pub removed_by: String,
    /// Why, when another took it away.
    pub reason: String,
    /// Raised by each change.
    pub version: i64,
}

/// A comment as the trail tells of it: also whose element it is about, and whom it asks.
#[derive(Serialize)]
struct Told<'a> {
    org_unit: OrgUnitId,
    asked: &'a [PersonId],
    #[serde(flatten)]
    comment: &'a Comment,
}

fn row(row: &Row<'_>) -> Result<Comment, DbError> {
    Ok(Comment {
        id: row.id(0)?,
        element: row.id(1)?,
        of_draft: row.bool(2)?,
        text: row.text(3)?,
        person: row.id(4)?,
        person_name: row.text(5)?,
        at: row.int(6)?,
        edited_at: row.maybe_int(7)?,
        removed_at: row.maybe_int(8)?,
        removed_by: row.text(9)?,
        reason: row.text(10)?,
        version: row.int(11)?,
    })
}

/// What is said about an element, the newest first. `drafts` is whether what was said of a draft is
/// read too.
pub(super) fn comments_of(
    tx: &mut Tx<'_>,
    element: ElementId,
    drafts: bool,
    (skipped, most): (i64, i64),
) -> Result<Vec<Comment>, DbError> {
    tx.all(
        "select comment_id, element_id, of_draft, text, person_id, person_name, at, edited_at, \
         removed_at, removed_by, reason, version from comments \
         where tenant = $1 and element_id = $2 and of_draft <= $3 \
         order by at desc, comment_id desc limit $5 offset $4",
        params![element.bytes(), drafts, skipped, most],
        row,
    )
}

/// How much is said about an element.
pub(super) fn count(tx: &mut Tx<'_>, element: ElementId, drafts: bool) -> Result<i64, DbError> {
    let found = tx.one(
        "select count(*) from comments where tenant = $1 and element_id = $2 and of_draft <= $3",
        params![element.bytes(), drafts],
        |row| row.int(0),
    )?;
    Ok(found.unwrap_or(0))
}

/// One comment about an element.
pub(super) fn comment(
    tx: &mut Tx<'_>,
    element: ElementId,
    id: CommentId,
) -> Result<Option<Comment>, DbError> {
    tx.one(
        "select comment_id, element_id, of_draft, text, person_id, person_name, at, edited_at, \
         removed_at, removed_by, reason, version from comments \
         where tenant = $1 and comment_id = $2 and element_id = $3",
        params![id.bytes(), element.bytes()],
        row,
    )
}

/// Keeps something said, and whom it asks. What the author was asked about the element is answered by
/// it. False when the id is kept already: a form sent twice.
pub fn insert(
    tx: &mut Tx<'_>,
    owner: OrgUnitId,
    comment: &Comment,
    asked: &[PersonId],
) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into comments (tenant, comment_id, element_id, of_draft, text, person_id, \
         person_name, at, edited_at, removed_at, removed_by, reason, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing",
        params![
            comment.id.bytes(),
            comment.element.bytes(),
            comment.of_draft,
            &comment.text,
            comment.person.bytes(),
            &comment.person_name,
            comment.at,
            comment.edited_at,
            comment.removed_at,
            &comment.removed_by,
            &comment.reason,
            comment.version,
        ],
    )?;
    if kept == 0 {
        return Ok(false);
    }
    mentions::answer(tx, comment)?;
    mentions::ask_people(tx, comment, asked, comment.at)?;
    let told = Told { org_unit: owner, asked, comment };
    record(tx, "comment", "comment", comment.id.bytes(), comment.version, &told)?;
    Ok(true)
}

/// Keeps a changed comment whose `version` has been raised by one, and whom it asks beside those it
/// asked before. Stale when another was faster.
pub(super) fn change(
    tx: &mut Tx<'_>,
    action: &'static str,
    owner: OrgUnitId,
    (comment, asked): (&Comment, &[PersonId]),
) -> Result<(), AppError> {
    let changed = tx.run(
        "update comments set text = $3, edited_at = $4, removed_at = $5, removed_by = $6, \
         reason = $7, version = $8 where tenant = $1 and comment_id = $2 and version = $8 - 1",
        params![
            comment.id.bytes(),
            &comment.text,
            comment.edited_at,
            comment.removed_at,
            &comment.removed_by,
            &comment.reason,
            comment.version,
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    mentions::ask_people(tx, comment, asked, comment.edited_at.unwrap_or(comment.at))?;
    let told = Told { org_unit: owner, asked, comment };
    record(tx, action, "comment", comment.id.bytes(), comment.version, &told)
}

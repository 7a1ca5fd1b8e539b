//! SQL of files beside elements, and of what is in them.

use db::{DbError, Row, Tx, Value, params};
use domain::attachments::{FileKind, MOST_OF_ELEMENT};
use domain::ids::{AttachmentId, ElementId, OrgUnitId, PersonId};
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// A file beside an element, without what is in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Attachment {
    /// Identity.
    pub id: AttachmentId,
    /// Beside what.
    pub element: ElementId,
    /// What it is called.
    pub name: String,
    /// What it shows, in words.
    pub shows: String,
    /// What it is.
    pub kind: FileKind,
    /// Its length in bytes.
    pub size: i64,
    /// The digest of its content.
    pub digest: String,
    /// Who put it there.
    pub person: PersonId,
    /// That person's name.
    pub person_name: String,
    /// When, microseconds since 1970 in UTC.
    pub at: i64,
    /// When it was taken away.
    pub removed_at: Option<i64>,
    /// By whom; empty while it is there.
    pub removed_by: String,
    /// Until when it can be taken back.
    pub back_until: Option<i64>,
    /// Raised by each change.
    pub version: i64,
}

/// A file as the trail tells of it: also whose element it stands beside.
#[derive(Serialize)]
struct Told<'a> {
    org_unit: OrgUnitId,
    #[serde(flatten)]
    file: &'a Attachment,
}

fn row(row: &Row<'_>) -> Result<Attachment, DbError> {
    Ok(Attachment {
        id: row.id(0)?,
        element: row.id(1)?,
        name: row.text(2)?,
        shows: row.text(3)?,
        kind: row.parsed(4)?,
        size: row.int(5)?,
        digest: row.text(6)?,
        person: row.id(7)?,
        person_name: row.text(8)?,
        at: row.int(9)?,
        removed_at: row.maybe_int(10)?,
        removed_by: row.text(11)?,
        back_until: row.maybe_int(12)?,
        version: row.int(13)?,
    })
}

/// The files beside an element: those that are there, newest first, and then as many of those that can
/// be taken back.
pub(super) fn files_of(
    tx: &mut Tx<'_>,
    element: ElementId,
    now: i64,
) -> Result<Vec<Attachment>, DbError> {
    let most = i64::try_from(MOST_OF_ELEMENT * 2).unwrap_or(i64::MAX);
    tx.all(
        "select attachment_id, element_id, name, shows, kind, size, digest, person_id, person_name, \
         at, removed_at, removed_by, back_until, version from attachments \
         where tenant = $1 and element_id = $2 and (removed_at is null or back_until > $3) \
         order by case when removed_at is null then 0 else 1 end, at desc, attachment_id desc \
         limit $4",
        params![element.bytes(), now, most],
        row,
    )
}

/// One file beside an element.
pub(super) fn file(
    tx: &mut Tx<'_>,
    element: ElementId,
    id: AttachmentId,
) -> Result<Option<Attachment>, DbError> {
    tx.one(
        "select attachment_id, element_id, name, shows, kind, size, digest, person_id, person_name, \
         at, removed_at, removed_by, back_until, version from attachments \
         where tenant = $1 and attachment_id = $2 and element_id = $3",
        params![id.bytes(), element.bytes()],
        row,
    )
}

/// What is in a file; none when it is gone for good.
pub(super) fn content(tx: &mut Tx<'_>, digest: &str) -> Result<Option<Vec<u8>>, DbError> {
    tx.one(
        "select content from attachment_contents where tenant = $1 and digest = $2",
        params![digest],
        |row| row.bytes(0),
    )
}

/// Keeps a new file with its content, which is kept once however many files have it. False when the
/// id is kept already: a form sent twice.
pub fn insert(
    tx: &mut Tx<'_>,
    owner: OrgUnitId,
    file: &Attachment,
    content: Vec<u8>,
) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into attachments (tenant, attachment_id, element_id, name, shows, kind, size, \
         digest, person_id, person_name, at, removed_at, removed_by, back_until, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
         on conflict do nothing",
        &values(file),
    )?;
    if kept == 0 {
        return Ok(false);
    }
    tx.run(
        "insert into attachment_contents (tenant, digest, content) values ($1, $2, $3) \
         on conflict do nothing",
        params![&file.digest, content],
    )?;
    let told = Told { org_unit: owner, file };
    record(tx, "attach", "attachment", file.id.bytes(), file.version, &told)?;
    Ok(true)
}

fn values(file: &Attachment) -> [Value; 14] {
    [
        file.id.bytes().into(),
        file.element.bytes().into(),
        (&file.name).into(),
        (&file.shows).into(),
        file.kind.code().into(),
        file.size.into(),
        (&file.digest).into(),
        file.person.bytes().into(),
        (&file.person_name).into(),
        file.at.into(),
        file.removed_at.into(),
        (&file.removed_by).into(),
        file.back_until.into(),
        file.version.into(),
    ]
}

/// Keeps that a file was taken away or back; its `version` has been raised by one. Stale when another
/// was faster.
pub(super) fn change(
    tx: &mut Tx<'_>,
    action: &'static str,
    owner: OrgUnitId,
    file: &Attachment,
) -> Result<(), AppError> {
    let changed = tx.run(
        "update attachments set removed_at = $3, removed_by = $4, back_until = $5, version = $6 \
         where tenant = $1 and attachment_id = $2 and version = $6 - 1",
        params![file.id.bytes(), file.removed_at, &file.removed_by, file.back_until, file.version,],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    let told = Told { org_unit: owner, file };
    record(tx, action, "attachment", file.id.bytes(), file.version, &told)
}

/// Lets go of what is in files that can no longer be taken back, unless another file holds the same.
pub(super) fn forget_contents(tx: &mut Tx<'_>, now: i64) -> Result<(), DbError> {
    tx.run(
        "delete from attachment_contents where tenant = $1 and digest in \
         (select digest from attachments where tenant = $1 and back_until <= $2) \
         and not exists (select 1 from attachments a where a.tenant = $1 \
         and a.digest = attachment_contents.digest \
         and (a.removed_at is null or a.back_until > $2))",
        params![now],
    )?;
    Ok(())
}

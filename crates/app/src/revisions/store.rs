//! Which objects a structural write touched, for bringing pictures up to date.

use db::{DbError, Tx, params};
use domain::ids::ElementId;

/// An object of the structure that changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Changed {
    /// An element and how it measures.
    Element(ElementId),
    /// The links upward from an element.
    LinksOf(ElementId),
    /// The targets of a measure.
    TargetsOf(ElementId),
    /// Some org unit.
    Organisation,
    /// The steering model.
    Model,
}

impl Changed {
    fn code(self) -> (&'static str, [u8; 16]) {
        match self {
            Self::Element(id) => ("element", id.bytes()),
            Self::LinksOf(id) => ("links", id.bytes()),
            Self::TargetsOf(id) => ("targets", id.bytes()),
            Self::Organisation => ("organisation", [0; 16]),
            Self::Model => ("model", [0; 16]),
        }
    }

    fn from_code(code: &str, id: ElementId) -> Option<Self> {
        match code {
            "element" => Some(Self::Element(id)),
            "links" => Some(Self::LinksOf(id)),
            "targets" => Some(Self::TargetsOf(id)),
            "organisation" => Some(Self::Organisation),
            "model" => Some(Self::Model),
            _ => None,
        }
    }
}

/// Revisions that the log keeps. A picture further behind is loaded whole, which costs less than
/// so many changes one by one.
pub const KEPT_REVISIONS: i64 = 5_000;

/// Raises the structure's revision and notes what changed. Part of every structural write.
pub fn note(tx: &mut Tx<'_>, changed: &[Changed]) -> Result<(), DbError> {
    tx.run(
        "insert into structure_revisions (tenant, revision, reported) values ($1, 1, 0) \
         on conflict (tenant) do update set revision = structure_revisions.revision + 1",
        &[],
    )?;
    for change in changed {
        let (kind, id) = change.code();
        tx.run(
            "insert into structure_deltas (tenant, revision, kind, object_id) \
             select $1, revision, $2, $3 from structure_revisions where tenant = $1 \
             on conflict do nothing",
            params![kind, id],
        )?;
    }
    // Takes one revision at a time as long as the log is full, so it costs a write little.
    tx.run(
        "delete from structure_deltas where tenant = $1 and revision <= \
         (select revision - $2 from structure_revisions where tenant = $1)",
        params![KEPT_REVISIONS],
    )?;
    Ok(())
}

/// How many changes the log holds.
pub fn log_length(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let found =
        tx.one("select count(*) from structure_deltas where tenant = $1", &[], |row| row.int(0))?;
    Ok(found.unwrap_or(0))
}

/// The revision a picture must have to be of today.
pub fn revision(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    Ok(tx
        .one("select revision from structure_revisions where tenant = $1", &[], |row| row.int(0))?
        .unwrap_or(0))
}

/// The revision, and the number that sums over what is reported are told apart by, in one question.
pub fn marks(tx: &mut Tx<'_>) -> Result<(i64, i64), DbError> {
    Ok(tx
        .one("select revision, reported from structure_revisions where tenant = $1", &[], |row| {
            Ok((row.int(0)?, row.int(1)?))
        })?
        .unwrap_or((0, 0)))
}

/// Says that people have reported something that sums rest on: a judgement, how far work has come,
/// or where an account stands. Part of every such write.
pub fn note_report(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.run(
        "insert into structure_revisions (tenant, revision, reported) values ($1, 0, 1) \
         on conflict (tenant) do update set reported = structure_revisions.reported + 1",
        &[],
    )?;
    Ok(())
}

/// How many times something has been reported: as long as it stands, so does every sum of reports.
pub fn reported(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    Ok(tx
        .one("select reported from structure_revisions where tenant = $1", &[], |row| row.int(0))?
        .unwrap_or(0))
}

/// What changed after a revision, oldest first; none when the log has a gap there.
pub fn since(tx: &mut Tx<'_>, revision: i64, head: i64) -> Result<Option<Vec<Changed>>, DbError> {
    let rows = tx.all(
        "select revision, kind, object_id from structure_deltas \
         where tenant = $1 and revision > $2 order by revision",
        params![revision],
        |row| Ok((row.int(0)?, row.text(1)?, row.id::<ElementId>(2)?)),
    )?;
    let mut expected = revision;
    let mut changes = Vec::new();
    for (at, kind, id) in rows {
        if at > expected + 1 {
            return Ok(None);
        }
        expected = at;
        let Some(change) = Changed::from_code(&kind, id) else { return Ok(None) };
        if !changes.contains(&change) {
            changes.push(change);
        }
    }
    Ok((expected == head).then_some(changes))
}

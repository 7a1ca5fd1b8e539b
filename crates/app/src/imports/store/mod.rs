//! SQL of imports; what they wrote stands in the history of values.

mod mappings;

use std::str::FromStr;

use db::{DbError, Row, Tx, params};
use domain::ids::{ImportId, NotAnId, OrgUnitId, PersonId};
use domain::imports::{Applied, Kept, ValueKey};

use crate::measures::store::value_of_columns;
use crate::web::error::AppError;

pub(super) use mappings::{keep_mapping, mapping};

/// How far an import has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportState {
    /// Looked at; no value is kept yet.
    Previewed,
    /// Read in.
    Applied,
    /// Read in and undone.
    Undone,
}

impl ImportState {
    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Previewed => "previewed",
            Self::Applied => "applied",
            Self::Undone => "undone",
        }
    }
}

impl FromStr for ImportState {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        [Self::Previewed, Self::Applied, Self::Undone]
            .into_iter()
            .find(|state| state.code() == text)
            .ok_or(NotAnId)
    }
}

/// A file that somebody has handed in, without its content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportFile {
    /// Identity.
    pub id: ImportId,
    /// The top of the part of the organisation it was handed in for.
    pub org_unit: OrgUnitId,
    /// The name the browser gave.
    pub file_name: String,
    /// The source that the values are from; empty for the municipality's own.
    pub origin: String,
    /// How far it has come.
    pub state: ImportState,
    /// How many values it wrote.
    pub value_count: i64,
    /// A digest over what it wrote; empty until it is read in.
    pub digest: String,
    /// Who.
    pub person: PersonId,
    /// That person's name.
    pub person_name: String,
    /// When it was handed in, microseconds since 1970 in UTC.
    pub at: i64,
    /// When it was read in; 0 before that.
    pub applied_at: i64,
    /// When that was undone; 0 before that.
    pub undone_at: i64,
    /// Raised by each change.
    pub version: i64,
}

fn import_row(row: &Row<'_>) -> Result<ImportFile, DbError> {
    Ok(ImportFile {
        id: row.id(0)?,
        org_unit: row.id(1)?,
        file_name: row.text(2)?,
        state: row.parsed(3)?,
        value_count: row.int(4)?,
        digest: row.text(5)?,
        person: row.id(6)?,
        at: row.int(7)?,
        version: row.int(8)?,
        person_name: row.maybe_text(9)?.unwrap_or_default(),
        applied_at: row.int(10)?,
        undone_at: row.int(11)?,
        origin: row.text(12)?,
    })
}

/// One import.
pub(super) fn import(tx: &mut Tx<'_>, id: ImportId) -> Result<Option<ImportFile>, DbError> {
    tx.one(
        "select i.import_id, i.org_unit_id, i.file_name, i.state, i.value_count, i.digest, \
         i.person_id, i.at, i.version, p.name, i.applied_at, i.undone_at, i.origin from imports i \
         left join people p \
         on p.tenant = i.tenant and p.person_id = i.person_id \
         where i.tenant = $1 and i.import_id = $2",
        params![id.bytes()],
        import_row,
    )
}

/// The newest imports, after one already listed.
pub(super) fn newest(
    tx: &mut Tx<'_>,
    after: Option<&ImportFile>,
    most: i64,
) -> Result<Vec<ImportFile>, DbError> {
    let (at, id) = after.map_or((i64::MAX, [u8::MAX; 16]), |file| (file.at, file.id.bytes()));
    tx.all(
        "select i.import_id, i.org_unit_id, i.file_name, i.state, i.value_count, i.digest, \
         i.person_id, i.at, i.version, p.name, i.applied_at, i.undone_at, i.origin from imports i \
         left join people p \
         on p.tenant = i.tenant and p.person_id = i.person_id \
         where i.tenant = $1 and (i.at < $2 or (i.at = $2 and i.import_id < $3)) \
         order by i.at desc, i.import_id desc limit $4",
        params![at, id, most],
        import_row,
    )
}

/// The text of the file.
pub(super) fn content(tx: &mut Tx<'_>, id: ImportId) -> Result<String, DbError> {
    let found = tx.one(
        "select content from imports where tenant = $1 and import_id = $2",
        params![id.bytes()],
        |row| row.text(0),
    )?;
    Ok(found.unwrap_or_default())
}

/// Keeps a file to look at. False when it is kept already: a form sent twice.
pub fn insert_import(tx: &mut Tx<'_>, file: &ImportFile, content: &str) -> Result<bool, DbError> {
    let kept = tx.run(
        "insert into imports (tenant, import_id, org_unit_id, file_name, content, state, \
         value_count, digest, person_id, at, applied_at, undone_at, version, origin) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, $11, $12) on conflict do nothing",
        params![
            file.id.bytes(),
            file.org_unit.bytes(),
            &file.file_name,
            content,
            file.state.code(),
            file.value_count,
            &file.digest,
            file.person.bytes(),
            file.at,
            file.version,
            &file.origin
        ],
    )?;
    tx.leave_unaudited("a file that is looked at changes no value; reading it in is recorded");
    Ok(kept > 0)
}

/// Forgets files handed in before an instant that were never read in.
pub(super) fn forget_previews(tx: &mut Tx<'_>, before: i64) -> Result<u64, DbError> {
    tx.run(
        "delete from imports where tenant = $1 and state = 'previewed' and at < $2",
        params![before],
    )
}

/// Keeps how far an import has come; `file.version` was raised by one. Stale when another was faster.
/// The file's own text is forgotten: what undoing needs stands in the history.
pub(super) fn change_import(tx: &mut Tx<'_>, file: &ImportFile) -> Result<(), AppError> {
    let changed = tx.run(
        "update imports set state = $3, value_count = $4, digest = $5, version = $6, content = '', \
         applied_at = $7, undone_at = $8 \
         where tenant = $1 and import_id = $2 and version = $6 - 1",
        params![
            file.id.bytes(),
            file.state.code(),
            file.value_count,
            &file.digest,
            file.version,
            file.applied_at,
            file.undone_at
        ],
    )?;
    if changed == 0 { Err(AppError::Stale) } else { Ok(()) }
}

fn applied_row(row: &Row<'_>) -> Result<Applied, DbError> {
    let (state, after_version) = (row.text(4)?, row.int(9)?);
    let before = match value_of_columns(&state, row.maybe_int(5)?, row.int(6)?) {
        Some(value) => {
            let (quality, version) = (row.parsed(7)?, after_version - 1);
            Some(Kept { value, quality, version, count: None })
        }
        None => None,
    };
    Ok(Applied {
        key: ValueKey {
            measure: row.id(0)?,
            org_unit: row.id(1)?,
            breakdown: row.text(2)?,
            period: row.parsed(3)?,
        },
        before,
        origin_before: row.text(8)?,
        after_version,
        version_now: row.maybe_int(10)?,
    })
}

/// What an import wrote and has not put back, with what stands there now; the first `most` rows.
pub(super) fn applied_rows(
    tx: &mut Tx<'_>,
    import: ImportId,
    most: i64,
) -> Result<Vec<Applied>, DbError> {
    tx.all(
        "select h.measure_id, h.org_unit_id, h.breakdown, h.period, h.before_state, \
         h.before_value, h.before_scale, h.before_quality, h.before_origin, h.version, o.version \
         from imports i join value_history h on h.tenant = i.tenant and h.at = i.applied_at \
         and h.import_id = i.import_id left join outcomes o on o.tenant = h.tenant \
         and o.measure_id = h.measure_id and o.org_unit_id = h.org_unit_id \
         and o.breakdown = h.breakdown and o.period = h.period \
         where i.tenant = $1 and i.import_id = $2 and h.kind = 'imported' and not exists \
         (select 1 from value_history u where u.tenant = i.tenant and u.at = i.undone_at \
         and u.measure_id = h.measure_id and u.org_unit_id = h.org_unit_id \
         and u.breakdown = h.breakdown and u.period = h.period and u.import_id = i.import_id \
         and u.kind = 'undone') \
         order by h.measure_id, h.org_unit_id, h.breakdown, h.period limit $3",
        params![import.bytes(), most],
        applied_row,
    )
}

/// What an import put beside the values that are used and has not taken back, with what the source
/// says there now.
pub(super) fn applied_beside(
    tx: &mut Tx<'_>,
    import: ImportId,
    most: i64,
) -> Result<Vec<Applied>, DbError> {
    tx.all(
        "select h.measure_id, h.org_unit_id, h.breakdown, h.period, h.before_state, \
         h.before_value, h.before_scale, h.before_quality, h.before_origin, h.version, s.version \
         from imports i join value_history h on h.tenant = i.tenant and h.at = i.applied_at \
         and h.import_id = i.import_id left join source_values s on s.tenant = h.tenant \
         and s.measure_id = h.measure_id and s.org_unit_id = h.org_unit_id \
         and s.breakdown = h.breakdown and s.period = h.period and s.origin = i.origin \
         where i.tenant = $1 and i.import_id = $2 and h.kind = 'beside' and not exists \
         (select 1 from value_history u where u.tenant = i.tenant and u.at = i.undone_at \
         and u.measure_id = h.measure_id and u.org_unit_id = h.org_unit_id \
         and u.breakdown = h.breakdown and u.period = h.period and u.import_id = i.import_id \
         and u.kind = 'withdrawn') \
         order by h.measure_id, h.org_unit_id, h.breakdown, h.period limit $3",
        params![import.bytes(), most],
        applied_row,
    )
}

//! SQL of imports and of what stood where they wrote.

mod mappings;

use std::str::FromStr;

use db::{DbError, Row, Tx, Value, params};
use domain::ids::{ImportId, NotAnId, OrgUnitId, PersonId};
use domain::imports::{Applied, Kept, PlannedValue, ValueKey};
use domain::measures::Standing;

use crate::measures::store::{value_columns, value_of_columns};
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
    })
}

/// One import.
pub(super) fn import(tx: &mut Tx<'_>, id: ImportId) -> Result<Option<ImportFile>, DbError> {
    tx.one(
        "select i.import_id, i.org_unit_id, i.file_name, i.state, i.value_count, i.digest, \
         i.person_id, i.at, i.version, p.name from imports i left join people p \
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
         i.person_id, i.at, i.version, p.name from imports i left join people p \
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
         value_count, digest, person_id, at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing",
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
            file.version
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
/// The file's own text is forgotten: what undoing needs stands in the rows.
pub(super) fn change_import(tx: &mut Tx<'_>, file: &ImportFile) -> Result<(), AppError> {
    let changed = tx.run(
        "update imports set state = $3, value_count = $4, digest = $5, version = $6, content = '' \
         where tenant = $1 and import_id = $2 and version = $6 - 1",
        params![file.id.bytes(), file.state.code(), file.value_count, &file.digest, file.version],
    )?;
    if changed == 0 { Err(AppError::Stale) } else { Ok(()) }
}

fn before_values(before: Option<Kept>) -> [Value; 5] {
    let Some(kept) = before else {
        return ["".into(), Value::Null, 0.into(), "".into(), 0.into()];
    };
    let (state, digits, scale) = value_columns(kept.value);
    [state.into(), digits.into(), scale.into(), kept.quality.code().into(), kept.version.into()]
}

/// Keeps what stood where an import writes.
pub(super) fn insert_rows<'p>(
    tx: &mut Tx<'_>,
    import: ImportId,
    rows: impl Iterator<Item = &'p PlannedValue>,
) -> Result<u64, DbError> {
    tx.run_many(
        "insert into import_rows (tenant, import_id, row_number, measure_id, org_unit_id, \
         breakdown, period, before_state, before_value, before_scale, before_quality, \
         before_version, after_version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        (1_i64..).zip(rows).map(|(number, row)| {
            let key = &row.incoming.key;
            let [state, value, scale, quality, version] = before_values(row.before);
            vec![
                import.bytes().into(),
                number.into(),
                key.measure.bytes().into(),
                key.org_unit.bytes().into(),
                key.breakdown.as_str().into(),
                key.period.to_string().into(),
                state,
                value,
                scale,
                quality,
                version,
                row.version_after().into(),
            ]
        }),
    )
}

fn applied_row(row: &Row<'_>) -> Result<Applied, DbError> {
    let state = row.text(4)?;
    let before = match value_of_columns(&state, row.maybe_int(5)?, row.int(6)?) {
        Some(value) => {
            Some(Kept { value, quality: row.parsed(7)?, version: row.int(8)?, count: None })
        }
        None => None,
    };
    let imported = match row.maybe_text(11)? {
        Some(state) => value_of_columns(&state, row.maybe_int(12)?, row.int(13)?)
            .map(|value| Ok::<_, DbError>(Standing { value, quality: row.parsed(14)? }))
            .transpose()?,
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
        imported,
        after_version: row.int(9)?,
        version_now: row.maybe_int(10)?,
    })
}

/// What an import wrote, with what stands there now; the first `most` rows.
pub(super) fn applied_rows(
    tx: &mut Tx<'_>,
    import: ImportId,
    most: i64,
) -> Result<Vec<Applied>, DbError> {
    tx.all(
        "select r.measure_id, r.org_unit_id, r.breakdown, r.period, r.before_state, \
         r.before_value, r.before_scale, r.before_quality, r.before_version, r.after_version, \
         o.version, o.state, o.value, o.scale, o.quality from import_rows r left join outcomes o on o.tenant = r.tenant \
         and o.measure_id = r.measure_id and o.org_unit_id = r.org_unit_id \
         and o.breakdown = r.breakdown and o.period = r.period \
         where r.tenant = $1 and r.import_id = $2 order by r.row_number limit $3",
        params![import.bytes(), most],
        applied_row,
    )
}

/// Forgets the rows whose values still are as the import left them, before they are put back: the
/// rows that remain tell what could not be undone.
pub(super) fn forget_untouched_rows(tx: &mut Tx<'_>, import: ImportId) -> Result<u64, DbError> {
    tx.run(
        "delete from import_rows where tenant = $1 and import_id = $2 and exists \
         (select 1 from outcomes o where o.tenant = $1 and o.measure_id = import_rows.measure_id \
         and o.org_unit_id = import_rows.org_unit_id and o.breakdown = import_rows.breakdown \
         and o.period = import_rows.period and o.version = import_rows.after_version)",
        params![import.bytes()],
    )
}

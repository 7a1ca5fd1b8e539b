//! SQL of how the municipality's rows have come to be: the audit trail read as versions, and what
//! stood where values are.

use db::{DbError, Sheet, Tx, Value, params};

/// What the audit trail says of one object at one time.
pub(super) struct TrailRow {
    /// The row's number.
    pub seq: i64,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    /// By whom.
    pub actor_name: String,
    /// What was done.
    pub action: String,
    /// The object's version after it.
    pub version: i64,
    /// The object after it; none when it has been erased by law.
    pub payload: Option<serde_json::Value>,
}

/// The number of the last row until an instant; 0 when there is none.
pub(super) fn last_until(tx: &mut Tx<'_>, at: i64) -> Result<i64, DbError> {
    let head = "select seq from audit_heads where tenant = $1";
    let mut above = tx.one(head, &[], |row| row.int(0))?.unwrap_or(0) + 1;
    let mut low = 0;
    // Rows are numbered in the order they were written.
    while low + 1 < above {
        let middle = low + (above - low) / 2;
        if at_of(tx, middle)?.is_some_and(|written| written <= at) {
            low = middle;
        } else {
            above = middle;
        }
    }
    Ok(low)
}

fn at_of(tx: &mut Tx<'_>, seq: i64) -> Result<Option<i64>, DbError> {
    tx.one("select at from audit_rows where tenant = $1 and seq = $2", params![seq], |row| {
        row.int(0)
    })
}

/// When the municipality was first written; none before that.
pub fn begun_at(tx: &mut Tx<'_>) -> Result<Option<i64>, DbError> {
    at_of(tx, 1)
}

/// How many contents have been erased by law: what has been made of them is made again.
pub(super) fn erasures(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let sql = "select count(*) from audit_rows where tenant = $1 and object = 'audit_row'";
    Ok(tx.one(sql, &[], |row| row.int(0))?.unwrap_or(0))
}

/// When it was last said how many people values are about, or decided what is withheld of them: what
/// has been found to be about too few is told of no day.
pub(super) fn counted_at(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let found = tx.one(
        "select max(at) from (select max(at) as at from count_history where tenant = $1 \
         union all select max(at) from mistaken_counts where tenant = $1 \
         union all select max(at) from withheld where tenant = $1) counted",
        &[],
        |row| row.maybe_int(0),
    )?;
    Ok(found.flatten().unwrap_or(0))
}

/// The objects that the trail tells of after a row.
pub(super) fn touched_after(tx: &mut Tx<'_>, seq: i64) -> Result<Vec<(String, [u8; 16])>, DbError> {
    tx.all(
        "select distinct object, object_id from audit_rows where tenant = $1 and seq > $2",
        params![seq],
        |row| Ok((row.text(0)?, row.id(1)?)),
    )
}

/// Everything that the trail tells of one object, oldest first.
pub(super) fn versions(
    tx: &mut Tx<'_>,
    object: &str,
    id: [u8; 16],
) -> Result<Vec<TrailRow>, DbError> {
    tx.all(
        "select r.seq, r.at, r.actor_name, r.action, r.version, p.payload from audit_rows r \
         left join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.object = $2 and r.object_id = $3 order by r.seq",
        params![object, id],
        |row| {
            let payload = row.maybe_text(5)?;
            Ok(TrailRow {
                seq: row.int(0)?,
                at: row.int(1)?,
                actor_name: row.text(2)?,
                action: row.text(3)?,
                version: row.int(4)?,
                payload: payload.and_then(|text| serde_json::from_str(&text).ok()),
            })
        },
    )
}

/// A column and what stands in it.
pub(super) type Named = (&'static str, Value);

/// A value as it was.
pub(super) struct Stood {
    pub measure: [u8; 16],
    pub org_unit: [u8; 16],
    pub breakdown: String,
    pub period: String,
    pub version: i64,
    /// Empty where nothing stood.
    pub state: String,
    pub value: Option<i64>,
    pub scale: i64,
    pub quality: String,
    pub origin: String,
    /// When it was said.
    pub at: i64,
}

fn stood(row: &db::Row<'_>) -> Result<Stood, DbError> {
    Ok(Stood {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        breakdown: row.text(2)?,
        period: row.text(3)?,
        // What is told of is the version after.
        version: row.int(4)? - 1,
        state: row.text(5)?,
        value: row.maybe_int(6)?,
        scale: row.int(7)?,
        quality: row.text(8)?,
        origin: row.text(9)?,
        at: row.int(10)?,
    })
}

/// What stood where values have been written after an instant, the latest first.
pub(super) fn replaced_after(
    tx: &mut Tx<'_>,
    at: i64,
    mut take: impl FnMut(Stood) -> Result<(), DbError>,
) -> Result<(), DbError> {
    tx.each(
        "select measure_id, org_unit_id, breakdown, period, version, \
         case before_state when 'summed' then '' else before_state end, before_value, \
         before_scale, before_quality, before_origin, before_at from value_history \
         where tenant = $1 and at > $2 and kind <> 'beside' and kind <> 'withdrawn' order by at desc, version desc",
        params![at],
        |row| take(stood(row)?),
    )
}

/// What became of values after an instant: the columns of the key.
pub(super) fn changed_after(
    tx: &mut Tx<'_>,
    at: i64,
    mut take: impl FnMut(&[Named]) -> Result<(), DbError>,
) -> Result<(), DbError> {
    tx.each(
        "select at, measure_id, org_unit_id, breakdown, period, origin, version \
         from value_history where tenant = $1 and at > $2",
        params![at],
        |row| {
            take(&[
                ("at", row.int(0)?.into()),
                ("measure_id", Value::from(row.id::<[u8; 16]>(1)?)),
                ("org_unit_id", row.id::<[u8; 16]>(2)?.into()),
                ("breakdown", row.text(3)?.into()),
                ("period", row.text(4)?.into()),
                ("origin", row.text(5)?.into()),
                ("version", row.int(6)?.into()),
            ])
        },
    )
}

/// Where it has been decided after an instant what is withheld: the columns of the key.
pub(super) fn withheld_after(
    tx: &mut Tx<'_>,
    at: i64,
    mut take: impl FnMut(&[Named]) -> Result<(), DbError>,
) -> Result<(), DbError> {
    tx.each(
        "select measure_id, period from withheld where tenant = $1 and at > $2",
        params![at],
        |row| {
            take(&[
                ("measure_id", Value::from(row.id::<[u8; 16]>(0)?)),
                ("period", row.text(1)?.into()),
            ])
        },
    )
}

/// What reports stand on that were frozen after an instant: the columns of the key.
pub(super) fn frozen_after(
    tx: &mut Tx<'_>,
    at: i64,
    mut take: impl FnMut(&[Named]) -> Result<(), DbError>,
) -> Result<(), DbError> {
    tx.each(
        "select report_id, measure_id from report_series where tenant = $1 and at > $2",
        params![at],
        |row| {
            take(&[
                ("report_id", Value::from(row.id::<[u8; 16]>(0)?)),
                ("measure_id", row.id::<[u8; 16]>(1)?.into()),
            ])
        },
    )
}

/// The latest period of a series as its values put so far say; empty when it has none.
pub(super) fn latest_put(
    sheet: &Sheet<'_>,
    measure: [u8; 16],
    org_unit: [u8; 16],
) -> Result<String, DbError> {
    let found = sheet.text(
        "select period from outcomes where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and breakdown = '' and state <> 'missing' order by period desc limit 1",
        &[measure.into(), org_unit.into()],
    )?;
    Ok(found.unwrap_or_default())
}

//! SQL of what poor quality is estimated to cost.

use db::{DbError, Row, Tx, params};
use domain::actions::{Cost, CostSubject};
use domain::ids::CostId;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Most estimates of a year that are read.
const MOST: i64 = 20_000;

macro_rules! costs {
    ($which:literal) => {
        concat!(
            "select cost_id, subject_kind, subject_id, org_unit_id, in_year, ore, estimated, \
             person_name, at, version from quality_costs where tenant = $1 and ",
            $which
        )
    };
}

fn row(row: &Row<'_>) -> Result<Option<Cost>, DbError> {
    let kind = row.text(1)?;
    let Some(subject) = CostSubject::read(&kind, row.id(2)?) else { return Ok(None) };
    Ok(Some(Cost {
        id: row.id(0)?,
        subject,
        org_unit: row.id(3)?,
        year: i16::try_from(row.int(4)?).unwrap_or(0),
        ore: row.int(5)?,
        estimated: row.text(6)?,
        person_name: row.text(7)?,
        at: row.int(8)?,
        version: row.int(9)?,
    }))
}

/// One estimate.
pub fn cost(tx: &mut Tx<'_>, id: CostId) -> Result<Option<Cost>, DbError> {
    Ok(tx.one(costs!("cost_id = $2"), params![id.bytes()], row)?.flatten())
}

/// The estimates of some things.
pub fn costs_of_subjects(
    tx: &mut Tx<'_>,
    subjects: impl IntoIterator<Item = CostSubject>,
) -> Result<Vec<Cost>, DbError> {
    let ids = subjects.into_iter().map(CostSubject::bytes);
    let mut all: Vec<Cost> =
        ask(tx, among!(costs!("subject_id")), ids, row)?.into_iter().flatten().collect();
    all.sort_by_key(|one| (one.year, one.id));
    all.dedup_by_key(|one| one.id);
    Ok(all)
}

/// The estimates of a year that all may read: of what has been handed in or concluded. Whether an action
/// may be seen is asked of the structure.
pub fn costs_of_year(tx: &mut Tx<'_>, year: i16) -> Result<Vec<Cost>, DbError> {
    let all = tx.all(
        costs!(
            "in_year = $2 and (subject_kind <> 'analysis' or exists (select 1 from analyses a \
             where a.tenant = $1 and a.analysis_id = quality_costs.subject_id and a.is_conversation = 0 \
             and a.state = 'concluded')) \
             and (subject_kind <> 'part' or exists (select 1 from parts p join follow_ups f \
             on f.tenant = $1 and f.follow_up_id = p.follow_up_id where p.tenant = $1 \
             and p.part_id = quality_costs.subject_id and f.state in ('submitted', 'approved'))) order by cost_id limit $3"
        ),
        params![i64::from(year), MOST],
        row,
    )?;
    Ok(all.into_iter().flatten().collect())
}

/// Keeps an estimate, new at version 1 or changed with its version raised by one. Stale when another
/// was faster.
pub fn keep_cost(tx: &mut Tx<'_>, one: &Cost) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into quality_costs (tenant, cost_id, subject_kind, subject_id, org_unit_id, \
         in_year, ore, estimated, person_name, at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         on conflict (tenant, cost_id) do update set in_year = excluded.in_year, \
         ore = excluded.ore, estimated = excluded.estimated, person_name = excluded.person_name, \
         at = excluded.at, version = excluded.version \
         where quality_costs.version = excluded.version - 1",
        params![
            one.id.bytes(),
            one.subject.code(),
            one.subject.bytes(),
            one.org_unit.bytes(),
            i64::from(one.year),
            one.ore,
            &one.estimated,
            &one.person_name,
            one.at,
            one.version,
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "estimate", "quality_cost", one.id.bytes(), one.version, one)
}

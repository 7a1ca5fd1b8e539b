//! SQL of challenges.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::challenges::Challenge;
use domain::ids::{ChallengeId, ElementId};
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// Most challenges that are read.
const MOST: i64 = 40;

fn row(row: &Row<'_>) -> Result<Challenge, DbError> {
    Ok(Challenge {
        id: row.id(0)?,
        title: row.text(1)?,
        why: row.text(2)?,
        org_unit: row.id(3)?,
        ended_on: row.maybe_parsed(4)?,
        version: row.int(5)?,
    })
}

/// All challenges, those that no longer are among the greatest last.
pub fn challenges(tx: &mut Tx<'_>) -> Result<Vec<Challenge>, DbError> {
    tx.all(
        "select challenge_id, title, why, org_unit_id, ended_on, version from challenges \
         where tenant = $1 order by case when ended_on is null then 0 else 1 end, title, \
         challenge_id limit $2",
        params![MOST],
        row,
    )
}

/// One.
pub fn challenge(tx: &mut Tx<'_>, id: ChallengeId) -> Result<Option<Challenge>, DbError> {
    tx.one(
        "select challenge_id, title, why, org_unit_id, ended_on, version from challenges \
         where tenant = $1 and challenge_id = $2",
        params![id.bytes()],
        row,
    )
}

/// What answers to the challenges.
pub fn elements(tx: &mut Tx<'_>) -> Result<BTreeMap<ChallengeId, Vec<ElementId>>, DbError> {
    let mut all: BTreeMap<ChallengeId, Vec<ElementId>> = BTreeMap::new();
    let rows = tx.all(
        "select challenge_id, element_id from challenge_elements where tenant = $1 \
         order by challenge_id, element_id",
        &[],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    for (challenge, element) in rows {
        all.entry(challenge).or_default().push(element);
    }
    Ok(all)
}

#[derive(Serialize)]
struct Kept<'k> {
    #[serde(flatten)]
    challenge: &'k Challenge,
    elements: &'k [ElementId],
}

/// Keeps a challenge with what answers to it, new at version 1 or changed with its version raised by
/// one. Stale when another was faster.
pub fn keep(tx: &mut Tx<'_>, one: &Challenge, elements: &[ElementId]) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into challenges (tenant, challenge_id, title, why, org_unit_id, ended_on, version) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, challenge_id) do update set \
         title = excluded.title, why = excluded.why, org_unit_id = excluded.org_unit_id, \
         ended_on = excluded.ended_on, version = excluded.version \
         where challenges.version = excluded.version - 1",
        params![
            one.id.bytes(),
            &one.title,
            &one.why,
            one.org_unit.bytes(),
            one.ended_on.map(|day| day.to_string()),
            one.version,
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    tx.run(
        "delete from challenge_elements where tenant = $1 and challenge_id = $2",
        params![one.id.bytes()],
    )?;
    tx.run_many(
        "insert into challenge_elements (tenant, challenge_id, element_id) values ($1, $2, $3)",
        elements.iter().map(|element| params![one.id.bytes(), element.bytes()].to_vec()),
    )?;
    let (id, kept) = (one.id.bytes(), Kept { challenge: one, elements });
    if one.version == 1 {
        return record(tx, "create", "challenge", id, one.version, &kept);
    }
    record(tx, "change", "challenge", id, one.version, &kept)
}

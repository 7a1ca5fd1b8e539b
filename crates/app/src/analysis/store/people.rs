//! SQL of who takes part in analyses.

use db::{DbError, Tx, params};
use domain::ids::{AnalysisId, PersonId};
use serde::Serialize;

use super::{Analysis, record_of};
use crate::web::error::AppError;

/// Somebody who takes part.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Participant {
    /// In which analysis.
    pub analysis: AnalysisId,
    /// Who.
    pub person: PersonId,
    /// That person's name.
    pub person_name: String,
    /// Who invited.
    pub invited_by: String,
    /// When.
    pub at: i64,
    /// Raised by each change; 0 when the person has never taken part.
    pub version: i64,
}

/// Those who take part now, by name.
pub fn people_of(tx: &mut Tx<'_>, analysis: AnalysisId) -> Result<Vec<Participant>, DbError> {
    tx.all(
        "select person_id, person_name, invited_by, at, version from analysis_people \
         where tenant = $1 and analysis_id = $2 and removed_at is null order by person_name",
        params![analysis.bytes()],
        |row| {
            Ok(Participant {
                analysis,
                person: row.id(0)?,
                person_name: row.text(1)?,
                invited_by: row.text(2)?,
                at: row.int(3)?,
                version: row.int(4)?,
            })
        },
    )
}

/// Whether a person takes part.
pub fn takes_part(
    tx: &mut Tx<'_>,
    analysis: AnalysisId,
    person: PersonId,
) -> Result<bool, DbError> {
    let found = tx.one(
        "select 1 from analysis_people where tenant = $1 and analysis_id = $2 and person_id = $3 \
         and removed_at is null",
        params![analysis.bytes(), person.bytes()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

/// Lets somebody take part, also one who did before.
pub fn invite(tx: &mut Tx<'_>, of: &Analysis, one: &Participant) -> Result<(), AppError> {
    tx.run(
        "insert into analysis_people (tenant, analysis_id, person_id, person_name, invited_by, at, \
         removed_at, version) values ($1, $2, $3, $4, $5, $6, null, 1) \
         on conflict (tenant, analysis_id, person_id) do update set \
         person_name = excluded.person_name, invited_by = excluded.invited_by, at = excluded.at, \
         removed_at = null, version = analysis_people.version + 1",
        params![
            one.analysis.bytes(),
            one.person.bytes(),
            &one.person_name,
            &one.invited_by,
            one.at,
        ],
    )?;
    record_of(tx, of, "invite", one.version, one)
}

/// Lets somebody take part no longer.
pub fn remove_person(
    tx: &mut Tx<'_>,
    of: &Analysis,
    one: &Participant,
    at: i64,
) -> Result<(), AppError> {
    let removed = tx.run(
        "update analysis_people set removed_at = $4, version = version + 1 \
         where tenant = $1 and analysis_id = $2 and person_id = $3 and removed_at is null",
        params![one.analysis.bytes(), one.person.bytes(), at],
    )?;
    if removed == 0 {
        return Err(AppError::Stale);
    }
    record_of(tx, of, "let_go", one.version, one)
}

//! SQL of what has happened to analyses: concluded, opened again, thrown away, taken back.

use db::{DbError, Tx, params};
use domain::analysis::Certainty;
use domain::ids::AnalysisId;

use super::Analysis;

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happened {
    /// Which version of the analysis it made.
    pub version: i64,
    /// What, as a code.
    pub event: String,
    /// Why, where somebody said.
    pub reason: String,
    /// The conclusion then.
    pub conclusion: String,
    /// How sure it was.
    pub certainty: Option<Certainty>,
    /// Who did it.
    pub person_name: String,
    /// When.
    pub at: i64,
}

/// What has happened to an analysis, the latest first.
pub fn events_of(tx: &mut Tx<'_>, analysis: AnalysisId) -> Result<Vec<Happened>, DbError> {
    tx.all(
        "select version, event, reason, conclusion, certainty, person_name, at from analysis_events \
         where tenant = $1 and analysis_id = $2 order by version desc limit 100",
        params![analysis.bytes()],
        |row| {
            Ok(Happened {
                version: row.int(0)?,
                event: row.text(1)?,
                reason: row.text(2)?,
                conclusion: row.text(3)?,
                certainty: Certainty::of_code(&row.text(4)?),
                person_name: row.text(5)?,
                at: row.int(6)?,
            })
        },
    )
}

/// Keeps what happened; the change itself states it to the trail.
pub fn insert_event(
    tx: &mut Tx<'_>,
    of: &Analysis,
    (event, reason, person_name): (&'static str, &str, &str),
) -> Result<(), DbError> {
    tx.run(
        "insert into analysis_events (tenant, analysis_id, version, event, reason, conclusion, \
         certainty, person_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            of.id.bytes(),
            of.version,
            event,
            reason,
            &of.conclusion,
            of.certainty.map_or("", Certainty::code),
            person_name,
            of.changed_at,
        ],
    )?;
    Ok(())
}

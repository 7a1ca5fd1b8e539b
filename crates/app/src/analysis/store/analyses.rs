//! SQL of analyses themselves.

use db::{DbError, Row, Tx, params};
use domain::analysis::{AnalysisState, Certainty, Circle, SubjectKind};
use domain::ids::{AnalysisId, OrgUnitId, PersonId};
use domain::periods::Period;
use serde::Serialize;

use super::record_of;
use crate::web::error::AppError;

/// An analysis without its steps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Analysis {
    /// Identity.
    pub id: AnalysisId,
    /// The method, by its identity.
    pub method: String,
    /// Whether it goes through the steps of a quick analysis only.
    pub is_quick: bool,
    /// Who it is for.
    pub circle: Circle,
    /// What it is about.
    pub kind: SubjectKind,
    /// Which, where it is something of ours.
    pub subject: Option<[u8; 16]>,
    /// What it is about, in the words it had when the analysis began.
    pub subject_words: String,
    /// Where one reads more of a subject in words; may be empty.
    pub subject_url: String,
    /// Whose it is.
    pub org_unit: OrgUnitId,
    /// For which period.
    pub period: Period,
    /// Where it stands.
    pub state: AnalysisState,
    /// The conclusion as far as it is written.
    pub conclusion: String,
    /// How sure it is.
    pub certainty: Option<Certainty>,
    /// Steps called done.
    pub steps_done: i64,
    /// Who began it.
    pub person: PersonId,
    /// That person's name.
    pub person_name: String,
    /// When it began, microseconds since 1970 in UTC.
    pub created_at: i64,
    /// When it was last written in.
    pub changed_at: i64,
    /// When it was concluded, if it is.
    pub concluded_at: Option<i64>,
    /// By whom; empty while it is not.
    pub concluded_by: String,
    /// Raised by each change of the analysis itself, not of its steps.
    pub version: i64,
}

/// An analysis as the trail tells of it.
#[derive(Serialize)]
struct Told<'a> {
    org_unit: OrgUnitId,
    state: &'static str,
    method: &'a str,
    subject: &'a str,
    conclusion: &'a str,
    steps_done: i64,
}

impl Analysis {
    fn told(&self) -> Told<'_> {
        Told {
            org_unit: self.org_unit,
            state: self.state.code(),
            method: &self.method,
            subject: &self.subject_words,
            conclusion: &self.conclusion,
            steps_done: self.steps_done,
        }
    }

    /// What is looked for when somebody searches the list: small letters.
    fn sought(&self) -> String {
        format!("{} {} {}", self.subject_words, self.conclusion, self.person_name).to_lowercase()
    }
}

/// The columns of an analysis, from a statement's head to what is asked for.
macro_rules! analyses {
    ($which:literal) => {
        concat!(
            "select analysis_id, method, is_quick, is_conversation, subject_kind, subject_id, \
             subject_words, subject_url, org_unit_id, period, state, conclusion, certainty, \
             steps_done, person_id, person_name, created_at, changed_at, concluded_at, \
             concluded_by, version from analyses where tenant = $1 and ",
            $which
        )
    };
}
pub(super) use analyses;

pub(super) fn analysis_row(row: &Row<'_>) -> Result<Analysis, DbError> {
    let circle = if row.bool(3)? { Circle::Conversation } else { Circle::Organisation };
    let subject: Option<AnalysisId> = row.maybe_id(5)?;
    Ok(Analysis {
        id: row.id(0)?,
        method: row.text(1)?,
        is_quick: row.bool(2)?,
        circle,
        kind: row.parsed(4)?,
        subject: subject.map(AnalysisId::bytes),
        subject_words: row.text(6)?,
        subject_url: row.text(7)?,
        org_unit: row.id(8)?,
        period: row.parsed(9)?,
        state: row.parsed(10)?,
        conclusion: row.text(11)?,
        certainty: Certainty::of_code(&row.text(12)?),
        steps_done: row.int(13)?,
        person: row.id(14)?,
        person_name: row.text(15)?,
        created_at: row.int(16)?,
        changed_at: row.int(17)?,
        concluded_at: row.maybe_int(18)?,
        concluded_by: row.text(19)?,
        version: row.int(20)?,
    })
}

/// One.
pub fn analysis(tx: &mut Tx<'_>, id: AnalysisId) -> Result<Option<Analysis>, DbError> {
    tx.one(analyses!("analysis_id = $2"), params![id.bytes()], analysis_row)
}

/// Keeps a new one. False when its id is kept already: a form sent twice.
pub fn insert(tx: &mut Tx<'_>, one: &Analysis) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into analyses (tenant, analysis_id, method, is_quick, is_conversation, \
         subject_kind, subject_id, subject_words, subject_url, org_unit_id, period, year, state, \
         conclusion, certainty, sought, steps_done, person_id, person_name, created_at, changed_at, \
         concluded_at, concluded_by, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
         $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) on conflict do nothing",
        params![
            one.id.bytes(),
            &one.method,
            one.is_quick,
            one.circle == Circle::Conversation,
            one.kind.code(),
            one.subject,
            &one.subject_words,
            &one.subject_url,
            one.org_unit.bytes(),
            one.period.to_string(),
            i64::from(one.period.year()),
            one.state.code(),
            &one.conclusion,
            one.certainty.map_or("", Certainty::code),
            one.sought(),
            one.steps_done,
            one.person.bytes(),
            &one.person_name,
            one.created_at,
            one.changed_at,
            one.concluded_at,
            &one.concluded_by,
            one.version,
        ],
    )?;
    if kept > 0 {
        record_of(tx, one, "begin", one.version, &one.told())?;
    }
    Ok(kept > 0)
}

/// Lets an analysis say what its steps now say: how many are done, when it was written in, and the
/// conclusion where that is what was written. Steps are written by several people at once, so no version is
/// asked for; the step has its own. Stale when it is written in no longer.
pub fn follow(
    tx: &mut Tx<'_>,
    of: &Analysis,
    (conclusion, at): (Option<(&str, Option<Certainty>)>, i64),
) -> Result<(), AppError> {
    let mut kept = tx.run(
        "update analyses set steps_done = (select count(*) from analysis_steps s \
         where s.tenant = $1 and s.analysis_id = $2 and s.done_at is not null), changed_at = $3, \
         version = version + 1 where tenant = $1 and analysis_id = $2 and state = 'open'",
        params![of.id.bytes(), at],
    )?;
    if let Some((text, certainty)) = conclusion {
        let next = Analysis { conclusion: text.to_owned(), certainty, ..of.clone() };
        kept = tx.run(
            "update analyses set conclusion = $3, certainty = $4, sought = $5 \
             where tenant = $1 and analysis_id = $2 and state = 'open'",
            params![
                of.id.bytes(),
                &next.conclusion,
                certainty.map_or("", Certainty::code),
                next.sought(),
            ],
        )?;
    }
    if kept == 0 { Err(AppError::Stale) } else { Ok(()) }
}

/// Keeps what has become of one; `version` has been raised by one. Stale when another was faster.
pub fn raise(tx: &mut Tx<'_>, one: &Analysis, action: &'static str) -> Result<(), AppError> {
    let kept = tx.run(
        "update analyses set state = $3, conclusion = $4, certainty = $5, sought = $6, \
         steps_done = $7, changed_at = $8, concluded_at = $9, concluded_by = $10, version = $11 \
         where tenant = $1 and analysis_id = $2 and version = $11 - 1",
        params![
            one.id.bytes(),
            one.state.code(),
            &one.conclusion,
            one.certainty.map_or("", Certainty::code),
            one.sought(),
            one.steps_done,
            one.changed_at,
            one.concluded_at,
            &one.concluded_by,
            one.version,
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record_of(tx, one, action, one.version, &one.told())
}

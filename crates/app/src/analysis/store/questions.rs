//! SQL of questions to people in analyses.

use db::{DbError, Row, Tx, params};
use domain::analysis::Circle;
use domain::ids::{AnalysisId, AnalysisQuestionId, PersonId};
use jiff::civil::Date;
use serde::Serialize;

use super::{Analysis, record_of};
use crate::cx::record;
use crate::web::error::AppError;

/// A question to a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Identity.
    pub id: AnalysisQuestionId,
    /// In which analysis.
    pub analysis: AnalysisId,
    /// Who is asked.
    pub person: PersonId,
    /// That person's name.
    pub person_name: String,
    /// What.
    pub text: String,
    /// The last day.
    pub due_on: Date,
    /// Who asks.
    pub asked_by: String,
    /// When.
    pub asked_at: i64,
    /// The answer; empty while there is none.
    pub answer: String,
    /// When it was answered.
    pub answered_at: Option<i64>,
    /// Raised by each change.
    pub version: i64,
}

/// A question as the trail tells of it.
#[derive(Serialize)]
struct Told<'a> {
    analysis: AnalysisId,
    person: PersonId,
    due_on: Date,
    text: &'a str,
    answer: &'a str,
}

/// States to the trail that something was asked or answered. Of a conversation nothing is told but that
/// there was something.
fn state(
    tx: &mut Tx<'_>,
    of: &Analysis,
    action: &'static str,
    one: &Asked,
) -> Result<(), AppError> {
    let told = Told {
        analysis: one.analysis,
        person: one.person,
        due_on: one.due_on,
        text: &one.text,
        answer: &one.answer,
    };
    match of.circle {
        Circle::Organisation => {
            record(tx, action, "analysis_question", one.id.bytes(), one.version, &told)
        }
        Circle::Conversation => record_of(tx, of, action, one.version, &told),
    }
}

macro_rules! questions {
    ($which:literal) => {
        concat!(
            "select question_id, analysis_id, person_id, person_name, text, due_on, asked_by, \
             asked_at, answer, answered_at, version from analysis_questions where tenant = $1 and ",
            $which
        )
    };
}

fn row(row: &Row<'_>) -> Result<Asked, DbError> {
    Ok(Asked {
        id: row.id(0)?,
        analysis: row.id(1)?,
        person: row.id(2)?,
        person_name: row.text(3)?,
        text: row.text(4)?,
        due_on: row.parsed(5)?,
        asked_by: row.text(6)?,
        asked_at: row.int(7)?,
        answer: row.text(8)?,
        answered_at: row.maybe_int(9)?,
        version: row.int(10)?,
    })
}

/// What is asked in an analysis, the oldest first.
pub fn questions_of(tx: &mut Tx<'_>, analysis: AnalysisId) -> Result<Vec<Asked>, DbError> {
    let most = i64::try_from(domain::analysis::MOST_QUESTIONS).unwrap_or(i64::MAX);
    let which = questions!("analysis_id = $2 order by asked_at, question_id limit $3");
    tx.all(which, params![analysis.bytes(), most], row)
}

/// One.
pub fn question(tx: &mut Tx<'_>, id: AnalysisQuestionId) -> Result<Option<Asked>, DbError> {
    tx.one(questions!("question_id = $2"), params![id.bytes()], row)
}

/// A question that waits for somebody's answer.
pub struct Waiting {
    /// The question.
    pub asked: Asked,
    /// What the analysis is about.
    pub subject: String,
}

/// What waits for an answer of a person, what is soonest first. Of what is thrown away nothing waits, nor
/// of a conversation that the person no longer takes part in.
pub fn waiting_for(tx: &mut Tx<'_>, person: PersonId, most: i64) -> Result<Vec<Waiting>, DbError> {
    tx.all(
        "select q.question_id, q.analysis_id, q.person_id, q.person_name, q.text, q.due_on, \
         q.asked_by, q.asked_at, q.answer, q.answered_at, q.version, a.subject_words \
         from analysis_questions q join analyses a \
         on a.tenant = q.tenant and a.analysis_id = q.analysis_id \
         where q.tenant = $1 and q.person_id = $2 and q.answered_at is null and a.state = 'open' \
         and (a.is_conversation = 0 or exists (select 1 from analysis_people p where p.tenant = $1 \
         and p.analysis_id = q.analysis_id and p.person_id = $2 and p.removed_at is null)) \
         order by q.due_on, q.question_id limit $3",
        params![person.bytes(), most],
        |found| Ok(Waiting { asked: row(found)?, subject: found.text(11)? }),
    )
}

/// Keeps a new question. False when its id is kept already: a form sent twice.
pub fn ask(tx: &mut Tx<'_>, of: &Analysis, one: &Asked) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into analysis_questions (tenant, question_id, analysis_id, person_id, person_name, \
         text, due_on, asked_by, asked_at, answer, answered_at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing",
        params![
            one.id.bytes(),
            one.analysis.bytes(),
            one.person.bytes(),
            &one.person_name,
            &one.text,
            one.due_on.to_string(),
            &one.asked_by,
            one.asked_at,
            &one.answer,
            one.answered_at,
            one.version,
        ],
    )?;
    if kept > 0 {
        state(tx, of, "put", one)?;
    }
    Ok(kept > 0)
}

/// Keeps an answer; `version` has been raised by one. Stale when another was faster.
pub fn answer(tx: &mut Tx<'_>, of: &Analysis, one: &Asked) -> Result<(), AppError> {
    let kept = tx.run(
        "update analysis_questions set answer = $3, answered_at = $4, version = $5 \
         where tenant = $1 and question_id = $2 and version = $5 - 1",
        params![one.id.bytes(), &one.answer, one.answered_at, one.version],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    state(tx, of, "answer", one)
}

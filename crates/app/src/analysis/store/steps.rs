//! SQL of the steps of analyses, and of what stood in them before.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::analysis::{Facts, StepContent};
use domain::ids::AnalysisId;
use serde::Serialize;

use super::{Analysis, record_of};
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// What is written in a step.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StepRow {
    /// Which, from 1.
    pub number: usize,
    /// What is written.
    pub content: StepContent,
    /// What the figures said when the step was called done.
    pub facts: Option<Facts>,
    /// When that was.
    pub facts_at: Option<i64>,
    /// When it was called done; none while it is not.
    pub done_at: Option<i64>,
    /// Who wrote last.
    pub person_name: String,
    /// When.
    pub at: i64,
    /// Raised by each change; 0 when nothing is written.
    pub version: i64,
}

#[derive(Serialize)]
struct Told<'a> {
    step: usize,
    done: bool,
    content: &'a StepContent,
}

fn number(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

type Raw = (StepRow, (String, String));

fn raw_row(row: &Row<'_>) -> Result<Raw, DbError> {
    let texts = (row.text(1)?, row.text(2)?);
    let step = StepRow {
        number: usize::try_from(row.int(0)?).unwrap_or(0),
        facts_at: row.maybe_int(3)?,
        done_at: row.maybe_int(4)?,
        person_name: row.text(5)?,
        at: row.int(6)?,
        version: row.int(7)?,
        ..StepRow::default()
    };
    Ok((step, texts))
}

fn read((mut step, (content, facts)): Raw) -> Result<StepRow, AppError> {
    step.content = serde_json::from_str(&content)?;
    step.facts = if facts.is_empty() { None } else { Some(serde_json::from_str(&facts)?) };
    Ok(step)
}

/// What is written in the steps of an analysis, by their numbers.
pub fn steps_of(
    tx: &mut Tx<'_>,
    analysis: AnalysisId,
) -> Result<BTreeMap<usize, StepRow>, AppError> {
    let rows = tx.all(
        "select number, content, facts, facts_at, done_at, person_name, at, version \
         from analysis_steps where tenant = $1 and analysis_id = $2 order by number",
        params![analysis.bytes()],
        raw_row,
    )?;
    rows.into_iter().map(|raw| read(raw).map(|step| (step.number, step))).collect()
}

/// What is written in one step; an empty one where nothing is.
pub fn step_of(tx: &mut Tx<'_>, analysis: AnalysisId, step: usize) -> Result<StepRow, AppError> {
    let found = tx.one(
        "select number, content, facts, facts_at, done_at, person_name, at, version \
         from analysis_steps where tenant = $1 and analysis_id = $2 and number = $3",
        params![analysis.bytes(), number(step)],
        raw_row,
    )?;
    found.map_or_else(|| Ok(StepRow { number: step, ..StepRow::default() }), read)
}

/// Keeps a step; its `version` has been raised by one. Stale when another was faster.
pub fn keep_step(tx: &mut Tx<'_>, of: &Analysis, step: &StepRow) -> Result<(), AppError> {
    let facts = step.facts.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default();
    let kept = tx.run(
        "insert into analysis_steps (tenant, analysis_id, number, content, facts, facts_at, done_at, \
         person_name, at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
         on conflict (tenant, analysis_id, number) do update set content = excluded.content, \
         facts = excluded.facts, facts_at = excluded.facts_at, done_at = excluded.done_at, \
         person_name = excluded.person_name, at = excluded.at, version = excluded.version \
         where analysis_steps.version = excluded.version - 1",
        params![
            of.id.bytes(),
            number(step.number),
            serde_json::to_string(&step.content)?,
            facts,
            step.facts_at,
            step.done_at,
            &step.person_name,
            step.at,
            step.version,
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    let told = Told { step: step.number, done: step.done_at.is_some(), content: &step.content };
    record_of(tx, of, "write_step", step.version, &told)
}

/// What stood in a step before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    /// Which version of the step it was, or was written against.
    pub version: i64,
    /// Who had written it.
    pub person_name: String,
    /// When.
    pub at: i64,
    /// What it was.
    pub content: StepContent,
}

/// The most of what stood before that is shown.
const MOST_EARLIER: i64 = 20;

/// What has stood in a step, the latest first.
pub fn earlier_of(
    tx: &mut Tx<'_>,
    analysis: AnalysisId,
    step: usize,
) -> Result<Vec<Earlier>, AppError> {
    let rows = tx.all(
        "select person_name, at, content, version from analysis_earlier \
         where tenant = $1 and analysis_id = $2 and number = $3 order by version desc, at desc limit $4",
        params![analysis.bytes(), number(step), MOST_EARLIER],
        |row| Ok((row.text(0)?, row.int(1)?, row.text(2)?, row.int(3)?)),
    )?;
    rows.into_iter()
        .map(|(person_name, at, content, version)| {
            Ok(Earlier { version, person_name, at, content: serde_json::from_str(&content)? })
        })
        .collect()
}

/// Keeps what would else be lost: what another writes over, or what somebody wrote when another was
/// faster. What the same person has there of the same version stays beside it.
pub fn keep_earlier(
    tx: &mut Tx<'_>,
    analysis: AnalysisId,
    step: usize,
    earlier: &Earlier,
) -> Result<(), AppError> {
    if earlier.content.is_empty() {
        return Ok(());
    }
    let key = params![analysis.bytes(), number(step), earlier.version, &earlier.person_name,];
    let known = tx.one(
        "select content from analysis_earlier where tenant = $1 and analysis_id = $2 \
         and number = $3 and version = $4 and person_name = $5",
        key,
        |row| row.text(0),
    )?;
    let content = match known {
        Some(known) => serde_json::from_str::<StepContent>(&known)?.together(&earlier.content),
        None => earlier.content.clone(),
    };
    let more = params![earlier.at, serde_json::to_string(&content)?];
    tx.run(
        "insert into analysis_earlier (tenant, analysis_id, number, version, person_name, at, \
         content) values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (tenant, analysis_id, number, version, person_name) \
         do update set content = excluded.content, at = excluded.at",
        &[key, more].concat(),
    )?;
    tx.leave_unaudited(
        "the step itself is in the trail; this is the text that it took the place of",
    );
    Ok(())
}

/// What is written in the steps of some analyses.
pub fn said_of(
    tx: &mut Tx<'_>,
    analyses: &[AnalysisId],
) -> Result<BTreeMap<(AnalysisId, usize), StepContent>, AppError> {
    let rows = ask(
        tx,
        among!(
            "select analysis_id, number, content from analysis_steps \
             where tenant = $1 and analysis_id"
        ),
        analyses.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, usize::try_from(row.int(1)?).unwrap_or(0), row.text(2)?)),
    )?;
    rows.into_iter()
        .map(|(id, number, content)| Ok(((id, number), serde_json::from_str(&content)?)))
        .collect()
}

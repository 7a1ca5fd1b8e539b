//! Reading templates with their questions.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::followup::{Question, ReportTemplate};
use domain::ids::{RoundId, TemplateId};

/// A question with its place, and when it was taken away, if it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptQuestion {
    /// The question.
    pub question: Question,
    /// Its place; a larger one comes later.
    pub position: i64,
    /// When it was taken away.
    pub removed_at: Option<i64>,
}

/// A template as it is kept: its questions, those taken away beside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptTemplate {
    /// The template with the questions that are asked.
    pub template: ReportTemplate,
    /// All its questions in order.
    pub questions: Vec<KeptQuestion>,
    /// Who changed it last; empty for one that nobody has changed.
    pub person_name: String,
    /// When it was taken away.
    pub removed_at: Option<i64>,
}

fn template_row(row: &Row<'_>) -> Result<KeptTemplate, DbError> {
    Ok(KeptTemplate {
        template: ReportTemplate {
            id: row.id(0)?,
            kind: row.parsed(1)?,
            title: row.text(2)?,
            stops: row.text(3)?.lines().filter_map(|line| line.parse().ok()).collect(),
            limit_minutes: row.int(4)?,
            questions: Vec::new(),
            version: row.int(7)?,
        },
        questions: Vec::new(),
        person_name: row.text(5)?,
        removed_at: row.maybe_int(6)?,
    })
}

fn question_row(row: &Row<'_>) -> Result<(TemplateId, KeptQuestion), DbError> {
    let lines = |text: String| text.lines().map(str::to_owned).collect();
    let question = Question {
        id: row.id(1)?,
        title: row.text(3)?,
        help: row.text(4)?,
        answer: row.parsed(5)?,
        choices: lines(row.text(6)?),
        levels: lines(row.text(7)?),
        required: row.int(8)? > 0,
        reader: row.text(9)?,
        minutes: row.int(10)?,
        version: row.int(12)?,
    };
    let kept = KeptQuestion { question, position: row.int(2)?, removed_at: row.maybe_int(11)? };
    Ok((row.id(0)?, kept))
}

fn with_questions(mut kept: KeptTemplate, questions: Vec<KeptQuestion>) -> KeptTemplate {
    let asked = questions.iter().filter(|one| one.removed_at.is_none());
    kept.template.questions = asked.map(|one| one.question.clone()).collect();
    kept.questions = questions;
    kept
}

/// All templates that somebody has changed, those taken away too, with their questions.
pub fn templates(tx: &mut Tx<'_>) -> Result<Vec<KeptTemplate>, DbError> {
    let all = tx.all(
        "select template_id, kind, title, stops, limit_minutes, person_name, removed_at, version \
         from report_templates where tenant = $1 order by title, template_id",
        &[],
        template_row,
    )?;
    let questions = tx.all(
        "select template_id, question_id, position, title, help, answer, choices, levels, required, \
         reader, minutes, removed_at, version from template_questions \
         where tenant = $1 order by position, question_id",
        &[],
        question_row,
    )?;
    let mut of: BTreeMap<TemplateId, Vec<KeptQuestion>> = BTreeMap::new();
    for (template, question) in questions {
        of.entry(template).or_default().push(question);
    }
    let whole = |kept: KeptTemplate| {
        let questions = of.remove(&kept.template.id).unwrap_or_default();
        with_questions(kept, questions)
    };
    Ok(all.into_iter().map(whole).collect())
}

/// One template that somebody has changed.
pub fn template(tx: &mut Tx<'_>, id: TemplateId) -> Result<Option<KeptTemplate>, DbError> {
    let found = tx.one(
        "select template_id, kind, title, stops, limit_minutes, person_name, removed_at, version \
         from report_templates where tenant = $1 and template_id = $2",
        params![id.bytes()],
        template_row,
    )?;
    let Some(kept) = found else { return Ok(None) };
    let questions = tx.all(
        "select template_id, question_id, position, title, help, answer, choices, levels, required, \
         reader, minutes, removed_at, version from template_questions \
         where tenant = $1 and template_id = $2 order by position, question_id",
        params![id.bytes()],
        question_row,
    )?;
    Ok(Some(with_questions(kept, questions.into_iter().map(|(_, one)| one).collect())))
}

/// A round that asks by a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Using {
    /// The round.
    pub round: RoundId,
    /// What it is called.
    pub title: String,
    /// How many accounts are begun, of how many.
    pub begun: i64,
    /// All of them.
    pub all: i64,
}

/// The rounds that are still open on a day and ask by a template, with how many have begun.
pub fn rounds_begun(
    tx: &mut Tx<'_>,
    template: TemplateId,
    today: jiff::civil::Date,
) -> Result<Vec<Using>, DbError> {
    tx.all(
        "select r.round_id, r.title, \
         sum(case when f.state = 'not_started' then 0 else 1 end), count(f.follow_up_id) \
         from round_plans g join rounds r on r.tenant = g.tenant and r.round_id = g.round_id \
         left join follow_ups f on f.tenant = r.tenant and f.round_id = r.round_id \
         where g.tenant = $1 and g.template_id = $2 and r.closes_on >= $3 \
         group by r.round_id, r.title, r.due_on order by r.due_on",
        params![template.bytes(), today.to_string()],
        |row| {
            Ok(Using {
                round: row.id(0)?,
                title: row.text(1)?,
                begun: row.maybe_int(2)?.unwrap_or_default(),
                all: row.int(3)?,
            })
        },
    )
}

//! Keeping templates and their questions. Every change raises the template's version, so that two who
//! change it at once meet.

use db::{DbError, Tx, Value, params};
use domain::followup::{Question, ReportTemplate};
use domain::ids::{QuestionId, TemplateId};
use serde_json::json;

use super::templates::KeptQuestion;
use crate::cx::record;
use crate::web::error::AppError;

fn by(tx: &Tx<'_>) -> (Value, Value) {
    let author = tx.author();
    (author.name.as_str().into(), author.at.into())
}

fn stops(template: &ReportTemplate) -> String {
    template.stops.iter().map(|stop| stop.code()).collect::<Vec<_>>().join("\n")
}

/// Keeps a template that was not kept before, with its questions. Stale when somebody else has just
/// done so.
pub fn insert_template(tx: &mut Tx<'_>, template: &ReportTemplate) -> Result<(), AppError> {
    let (name, at) = by(tx);
    let kept = tx.run(
        "insert into report_templates (tenant, template_id, kind, title, stops, limit_minutes, \
         person_name, at, removed_at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, null, $9) on conflict do nothing",
        &[
            template.id.bytes().into(),
            template.kind.code().into(),
            template.title.as_str().into(),
            stops(template).into(),
            template.limit_minutes.into(),
            name,
            at,
            template.version.into(),
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "create", "report_template", template.id.bytes(), template.version, template)?;
    for (position, question) in (1..).zip(&template.questions) {
        insert_question(tx, template.id, position, question)?;
    }
    Ok(())
}

/// Keeps a template's own words and stops; its version has been raised by one. Stale when another was
/// faster.
pub fn update_template(
    tx: &mut Tx<'_>,
    action: &'static str,
    template: &ReportTemplate,
    removed_at: Option<i64>,
) -> Result<(), AppError> {
    let (name, at) = by(tx);
    let changed = tx.run(
        "update report_templates set title = $3, stops = $4, limit_minutes = $5, person_name = $6, \
         at = $7, removed_at = $8, version = $9 \
         where tenant = $1 and template_id = $2 and version = $9 - 1",
        &[
            template.id.bytes().into(),
            template.title.as_str().into(),
            stops(template).into(),
            template.limit_minutes.into(),
            name,
            at,
            removed_at.into(),
            template.version.into(),
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "report_template", template.id.bytes(), template.version, template)
}

/// Raises the version of a template whose questions change; one that is taken away stays so. Stale when
/// another was faster.
pub fn raise(
    tx: &mut Tx<'_>,
    template: &ReportTemplate,
    removed_at: Option<i64>,
) -> Result<(), AppError> {
    let raised = ReportTemplate { version: template.version + 1, ..template.clone() };
    update_template(tx, "ask", &raised, removed_at)
}

/// Keeps a new question at its place.
pub fn insert_question(
    tx: &mut Tx<'_>,
    template: TemplateId,
    position: i64,
    question: &Question,
) -> Result<(), AppError> {
    let mut values = vec![question.id.bytes().into(), template.bytes().into(), position.into()];
    values.extend(words(question));
    values.push(question.version.into());
    tx.run(
        "insert into template_questions (tenant, question_id, template_id, position, title, help, \
         answer, choices, levels, required, reader, minutes, removed_at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, null, $13)",
        &values,
    )?;
    let after = json!({ "template": template, "position": position, "question": question });
    record(tx, "create", "template_question", question.id.bytes(), question.version, &after)
}

fn words(question: &Question) -> Vec<Value> {
    params![
        &question.title,
        &question.help,
        question.answer.code(),
        question.choices.join("\n"),
        question.levels.join("\n"),
        i64::from(question.required),
        &question.reader,
        question.minutes,
    ]
    .to_vec()
}

/// Keeps a question after a change; its version has been raised by one. Stale when another was faster.
pub fn change_question(
    tx: &mut Tx<'_>,
    action: &'static str,
    kept: &KeptQuestion,
) -> Result<(), AppError> {
    let question = &kept.question;
    let mut values = vec![question.id.bytes().into()];
    values.extend(words(question));
    values.push(kept.removed_at.into());
    values.push(question.version.into());
    let changed = tx.run(
        "update template_questions set title = $3, help = $4, answer = $5, choices = $6, \
         levels = $7, required = $8, reader = $9, minutes = $10, removed_at = $11, version = $12 \
         where tenant = $1 and question_id = $2 and version = $12 - 1",
        &values,
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    let after = json!({ "question": question, "removed_at": kept.removed_at });
    record(tx, action, "template_question", question.id.bytes(), question.version, &after)
}

/// Gives questions their places, in order.
pub fn move_questions(
    tx: &mut Tx<'_>,
    template: TemplateId,
    order: &[QuestionId],
) -> Result<u64, DbError> {
    let rows = (1_i64..)
        .zip(order)
        .map(|(position, id)| vec![id.bytes().into(), template.bytes().into(), position.into()]);
    tx.run_many(
        "update template_questions set position = $4 \
         where tenant = $1 and question_id = $2 and template_id = $3",
        rows.collect::<Vec<Vec<Value>>>(),
    )
}

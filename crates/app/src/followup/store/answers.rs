//! What parts ask beyond what every part asks, and what is answered.

use db::{DbError, Tx, params};
use domain::followup::{PartQuestion, PartState};
use domain::ids::{FollowUpId, PartId, QuestionId};
use serde_json::json;

use crate::cx::record;
use crate::web::error::AppError;

/// Keeps what a new part asks. Part of the write that keeps the part.
pub(super) fn insert_asked(
    tx: &mut Tx<'_>,
    part: PartId,
    asked: &PartQuestion,
) -> Result<u64, DbError> {
    tx.run(
        "insert into part_answers (tenant, part_id, question_id, question_version, answer, help, \
         choices, required, reader, minutes, value, forecast_ore, budget_ore) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            part.bytes(),
            asked.question.map(QuestionId::bytes),
            asked.question_version,
            asked.answer.code(),
            &asked.help,
            asked.choices.join("\n"),
            i64::from(asked.required),
            &asked.reader,
            asked.minutes,
            &asked.value,
            asked.forecast_ore,
            asked.budget_ore
        ],
    )
}

/// Keeps the answer. Part of the write that keeps the part.
pub(super) fn write_answer(
    tx: &mut Tx<'_>,
    part: PartId,
    asked: &PartQuestion,
) -> Result<u64, DbError> {
    tx.run(
        "update part_answers set value = $3, forecast_ore = $4, budget_ore = $5 \
         where tenant = $1 and part_id = $2",
        params![part.bytes(), &asked.value, asked.forecast_ore, asked.budget_ore],
    )
}

/// Keeps a value, a choice or a sum; `version` is the form's that it replaces.
pub fn keep_value(
    tx: &mut Tx<'_>,
    part: PartId,
    asked: &PartQuestion,
    version: i64,
    state: PartState,
) -> Result<i64, AppError> {
    let author = tx.author();
    let (name, at) = (author.name.clone(), author.at);
    let changed = tx.run(
        "update parts set version = $3 + 1, person_name = $4, at = $5, state = $6 \
         where tenant = $1 and part_id = $2 and version = $3",
        params![part.bytes(), version, name, at, state.code()],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    write_answer(tx, part, asked)?;
    let after = json!({ "asked": asked, "state": state });
    record(tx, "value", "part", part.bytes(), version + 1, &after)?;
    Ok(version + 1)
}

/// The questions that an account answers, with the version that each was asked in.
pub fn questions_of(
    tx: &mut Tx<'_>,
    account: FollowUpId,
) -> Result<Vec<(QuestionId, i64)>, DbError> {
    tx.all(
        "select a.question_id, a.question_version from part_answers a \
         join parts p on p.tenant = a.tenant and p.part_id = a.part_id \
         where a.tenant = $1 and p.follow_up_id = $2 and a.question_id is not null",
        params![account.bytes()],
        |row| Ok((row.id(0)?, row.int(1)?)),
    )
}

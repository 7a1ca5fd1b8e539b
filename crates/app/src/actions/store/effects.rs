//! SQL of what came of actions, and of the questions that wait.

use db::{DbError, Row, Tx, params};
use domain::actions::{Effect, Showing};
use domain::ids::{EffectId, ElementId};

use super::revision::raise;
use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Most answers that are read of one action.
const MOST: i64 = 100;

fn row(row: &Row<'_>) -> Result<Effect, DbError> {
    Ok(Effect {
        id: row.id(0)?,
        element: row.id(1)?,
        place: row.int(2)?,
        answer: row.parsed(3)?,
        learned: row.text(4)?,
        ask_on: row.maybe_parsed(5)?,
        person: row.id(6)?,
        person_name: row.text(7)?,
        at: row.int(8)?,
        figures: row.maybe_parsed(9)?,
        why: row.maybe_text(10)?.unwrap_or_default(),
    })
}

/// What has been answered of an action, the latest first.
pub fn effects_of(tx: &mut Tx<'_>, element: ElementId) -> Result<Vec<Effect>, DbError> {
    tx.all(
        "select effect_id, element_id, place, answer, learned, ask_on, person_id, person_name, at, \
         figures, why from action_effects where tenant = $1 and element_id = $2 order by place desc limit $3",
        params![element.bytes(), MOST],
        row,
    )
}

/// What has been answered of some wordings of an action, the latest first.
pub fn effects_of_wordings(
    tx: &mut Tx<'_>,
    wordings: impl IntoIterator<Item = ElementId>,
) -> Result<Vec<Effect>, DbError> {
    let mut all = ask(
        tx,
        among!(
            "select effect_id, element_id, place, answer, learned, ask_on, person_id, person_name, \
             at, figures, why from action_effects where tenant = $1 and element_id"
        ),
        wordings.into_iter().map(ElementId::bytes),
        row,
    )?;
    all.sort_by_key(|one| std::cmp::Reverse((one.at, one.place)));
    Ok(all)
}

/// Whether an answer with this identity is kept: a form sent twice.
pub fn is_answered_by(tx: &mut Tx<'_>, id: EffectId) -> Result<bool, DbError> {
    let found = tx.one(
        "select 1 from action_effects where tenant = $1 and effect_id = $2",
        params![id.bytes()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

/// Keeps an answer; its place is one more than that of the latest. Stale when another was faster.
pub fn insert_effect(tx: &mut Tx<'_>, one: &Effect) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into action_effects (tenant, element_id, place, effect_id, answer, learned, \
         ask_on, person_id, person_name, at, figures, why) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         on conflict do nothing",
        params![
            one.element.bytes(),
            one.place,
            one.id.bytes(),
            one.answer.code(),
            &one.learned,
            one.ask_on.map(|day| day.to_string()),
            one.person.bytes(),
            &one.person_name,
            one.at,
            one.figures.map(Showing::code),
            &one.why,
        ],
    )?;
    if kept == 0 {
        return Err(AppError::Stale);
    }
    tx.run(
        "update actions set next_ask_on = $3 where tenant = $1 and element_id = $2",
        params![one.element.bytes(), one.ask_on.map(|day| day.to_string())],
    )?;
    raise(tx)?;
    record(tx, "answer", "action_effect", one.id.bytes(), 1, one)
}

//! Writing in a part: each long text with a version of its own, the rest of the form with one.
//! The part's state is kept with each field, since an answer may stop being enough.

use db::{DbError, Tx, Value, params};
use domain::followup::{AccountState, PartState, Round, RoundPlan, SentBack};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId, PartId};
use serde_json::json;

use super::answers::write_answer;
use super::parts::{AFTER_PART, Part, from_parts, part_columns, part_row};
use crate::cx::record;
use crate::web::error::AppError;

/// A part with what decides whether it may be written in.
pub struct Place {
    /// The part.
    pub part: Part,
    /// Whose account it is.
    pub org_unit: OrgUnitId,
    /// Where the account stands.
    pub state: AccountState,
    /// The round.
    pub round: Round,
    /// What was sent back, seen from the part.
    pub sent_back: SentBack,
}

/// The part and its place, in one statement: the way of each autosave.
pub fn place_of(tx: &mut Tx<'_>, id: PartId) -> Result<Option<Place>, DbError> {
    tx.one(
        concat!(
            "select ",
            part_columns!(),
            ", f.org_unit_id, f.state, r.round_id, r.title, r.period, \
             r.opens_on, r.due_on, r.closes_on, r.version, \
             case when f.state <> 'draft' then 0 else coalesce((select \
             max(case when e.part_id = p.part_id then 2 else 1 end) from follow_up_events e \
             where e.tenant = $1 and e.follow_up_id = f.follow_up_id and e.kind = 'returned' \
             and not exists (select 1 from follow_up_events s where s.tenant = $1 \
             and s.follow_up_id = e.follow_up_id and s.kind = 'submitted' \
             and s.version > e.version)), 0) end",
            from_parts!(),
            "join follow_ups f on f.tenant = p.tenant and f.follow_up_id = p.follow_up_id \
             join rounds r on r.tenant = f.tenant and r.round_id = f.round_id \
             where p.tenant = $1 and p.part_id = $2"
        ),
        params![id.bytes()],
        |row| {
            Ok(Place {
                part: part_row(row)?,
                org_unit: row.id(AFTER_PART)?,
                state: row.parsed(AFTER_PART + 1)?,
                round: Round {
                    id: row.id(AFTER_PART + 2)?,
                    title: row.text(AFTER_PART + 3)?,
                    period: row.parsed(AFTER_PART + 4)?,
                    opens_on: row.parsed(AFTER_PART + 5)?,
                    due_on: row.parsed(AFTER_PART + 6)?,
                    closes_on: row.parsed(AFTER_PART + 7)?,
                    version: row.int(AFTER_PART + 8)?,
                    plan: RoundPlan::default(),
                },
                sent_back: match row.int(AFTER_PART + 9)? {
                    0 => SentBack::Nothing,
                    1 => SentBack::Others,
                    _ => SentBack::This,
                },
            })
        },
    )
}

fn by(tx: &Tx<'_>) -> (Value, Value) {
    let author = tx.author();
    (author.name.as_str().into(), author.at.into())
}

fn changed(count: u64) -> Result<(), AppError> {
    if count == 0 { Err(AppError::Stale) } else { Ok(()) }
}

/// Keeps the explanation; `version` is the one it replaces. Answers the new version.
pub fn keep_text(
    tx: &mut Tx<'_>,
    id: PartId,
    text: &str,
    version: i64,
    state: PartState,
) -> Result<i64, AppError> {
    let (name, at) = by(tx);
    changed(tx.run(
        "update parts set text = $3, text_version = $4 + 1, person_name = $5, at = $6, state = $7 \
         where tenant = $1 and part_id = $2 and text_version = $4",
        &[id.bytes().into(), text.into(), version.into(), name, at, state.code().into()],
    )?)?;
    record(
        tx,
        "write",
        "part_text",
        id.bytes(),
        version + 1,
        &json!({ "text": text, "state": state }),
    )?;
    Ok(version + 1)
}

/// Keeps why the judgement differs from the proposal; `version` is the one it replaces.
pub fn keep_reason(
    tx: &mut Tx<'_>,
    id: PartId,
    reason: &str,
    version: i64,
    state: PartState,
) -> Result<i64, AppError> {
    let (name, at) = by(tx);
    changed(tx.run(
        "update parts set reason = $3, reason_version = $4 + 1, person_name = $5, at = $6, \
         state = $7 where tenant = $1 and part_id = $2 and reason_version = $4",
        &[id.bytes().into(), reason.into(), version.into(), name, at, state.code().into()],
    )?)?;
    record(
        tx,
        "write",
        "part_reason",
        id.bytes(),
        version + 1,
        &json!({ "reason": reason, "state": state }),
    )?;
    Ok(version + 1)
}

/// Keeps the causes ticked; `version` is the form's that they replace.
pub fn keep_causes(
    tx: &mut Tx<'_>,
    id: PartId,
    causes: &[String],
    version: i64,
    state: PartState,
) -> Result<i64, AppError> {
    let (name, at) = by(tx);
    changed(tx.run(
        "update parts set causes = $3, version = $4 + 1, person_name = $5, at = $6, state = $7 \
         where tenant = $1 and part_id = $2 and version = $4",
        &[
            id.bytes().into(),
            causes.join("\n").into(),
            version.into(),
            name,
            at,
            state.code().into(),
        ],
    )?)?;
    record(
        tx,
        "tick",
        "part",
        id.bytes(),
        version + 1,
        &json!({ "causes": causes, "state": state }),
    )?;
    Ok(version + 1)
}

/// Keeps the judgement; `version` is the form's that it replaces.
pub fn keep_level(
    tx: &mut Tx<'_>,
    id: PartId,
    (level, scale_level): (Option<Fulfilment>, &str),
    version: i64,
    state: PartState,
) -> Result<i64, AppError> {
    let (name, at) = by(tx);
    changed(tx.run(
        "update parts set level = $3, version = $4 + 1, person_name = $5, at = $6, state = $7, \
         scale_level = $8 where tenant = $1 and part_id = $2 and version = $4",
        &[
            id.bytes().into(),
            level.map_or("", Fulfilment::code).into(),
            version.into(),
            name,
            at,
            state.code().into(),
            scale_level.into(),
        ],
    )?)?;
    record(
        tx,
        "judge",
        "part",
        id.bytes(),
        version + 1,
        &json!({ "level": level, "scale_level": scale_level, "state": state }),
    )?;
    Ok(version + 1)
}

/// Keeps which activities are the answer; `version` is the form's that they replace.
pub fn keep_remedies(
    tx: &mut Tx<'_>,
    id: PartId,
    remedies: &[ElementId],
    version: i64,
) -> Result<i64, AppError> {
    let (name, at) = by(tx);
    changed(tx.run(
        "update parts set version = $3 + 1, person_name = $4, at = $5 \
         where tenant = $1 and part_id = $2 and version = $3",
        &[id.bytes().into(), version.into(), name, at],
    )?)?;
    write_remedies(tx, id, remedies)?;
    record(tx, "remedy", "part", id.bytes(), version + 1, &json!({ "remedies": remedies }))?;
    Ok(version + 1)
}

/// Keeps the remedies of a part that is being made.
pub fn insert_remedies(
    tx: &mut Tx<'_>,
    id: PartId,
    remedies: &[ElementId],
) -> Result<(), AppError> {
    write_remedies(tx, id, remedies)?;
    record(tx, "remedy", "part", id.bytes(), 1, &json!({ "remedies": remedies }))
}

fn write_remedies(tx: &mut Tx<'_>, id: PartId, remedies: &[ElementId]) -> Result<(), AppError> {
    tx.run("delete from part_remedies where tenant = $1 and part_id = $2", params![id.bytes()])?;
    let rows = remedies.iter().map(|element| vec![id.bytes().into(), element.bytes().into()]);
    tx.run_many(
        "insert into part_remedies (tenant, part_id, element_id, state_before) \
         values ($1, $2, $3, '') \
         on conflict do nothing",
        rows.collect::<Vec<Vec<Value>>>(),
    )?;
    Ok(())
}

/// Keeps a whole answer as submitted, all three versions raised by one. Stale when another was faster.
pub fn keep_answer(tx: &mut Tx<'_>, part: &Part, remedies: &[ElementId]) -> Result<(), AppError> {
    let (name, at) = by(tx);
    changed(tx.run(
        "update parts set state = $3, causes = $4, text = $5, text_version = $6, level = $7, \
         reason = $8, reason_version = $9, version = $10, person_name = $11, at = $12, \
         scale_level = $13 \
         where tenant = $1 and part_id = $2 and text_version = $6 - 1 and reason_version = $9 - 1 \
         and version = $10 - 1",
        &[
            part.id.bytes().into(),
            part.state.code().into(),
            part.causes.join("\n").into(),
            (&part.text).into(),
            part.text_version.into(),
            part.level.map_or("", Fulfilment::code).into(),
            (&part.reason).into(),
            part.reason_version.into(),
            part.version.into(),
            name,
            at,
            (&part.scale_level).into(),
        ],
    )?)?;
    write_remedies(tx, part.id, remedies)?;
    if let Some(asked) = &part.asked {
        write_answer(tx, part.id, asked)?;
    }
    let after = json!({ "part": part, "remedies": remedies });
    record(tx, "answer", "part", part.id.bytes(), part.version, &after)
}

/// Confirms parts that go as expected, with one press. Answers how many were left.
pub fn confirm_parts(tx: &mut Tx<'_>, parts: &[Part]) -> Result<usize, AppError> {
    let (name, at) = by(tx);
    let mut count = 0;
    for part in parts.iter().filter(|part| part.state == PartState::Left) {
        let kept = tx.run(
            "update parts set state = 'done', version = version + 1, person_name = $4, at = $5 \
             where tenant = $1 and part_id = $2 and version = $3 and state = 'left'",
            &[part.id.bytes().into(), part.version.into(), name.clone(), at.clone()],
        )?;
        if kept > 0 {
            count += 1;
            let after =
                json!({ "state": "done", "text": part.words(), "automatic": part.is_automatic() });
            record(tx, "confirm", "part", part.id.bytes(), part.version + 1, &after)?;
        }
    }
    Ok(count)
}

/// Leaves a returned part to be done again.
pub fn return_part(tx: &mut Tx<'_>, part: &Part) -> Result<(), AppError> {
    changed(tx.run(
        "update parts set state = 'left', version = $3 + 1 \
         where tenant = $1 and part_id = $2 and version = $3",
        params![part.id.bytes(), part.version],
    )?)?;
    record(tx, "return", "part", part.id.bytes(), part.version + 1, &json!({ "state": "left" }))
}

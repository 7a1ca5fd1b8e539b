//! SQL of the steps of wheels.

use std::collections::BTreeSet;

use db::{DbError, Row, Tx, Value, params};
use domain::calendar::{StepContent, WheelStep};
use domain::ids::{OrgUnitId, WheelStepId};
use domain::steering::CycleKind;
use jiff::civil::Date;
use serde_json::json;

use crate::cx::record;
use crate::elements::store::{among, ask_with};
use crate::web::error::AppError;

/// Reads a step from the columns in the order that every statement here has.
fn read(row: &Row<'_>) -> Result<WheelStep, DbError> {
    let year = |column| Ok::<_, DbError>(i16::try_from(row.int(column)?).unwrap_or_default());
    Ok(WheelStep {
        id: row.id(0)?,
        org_unit: row.id(1)?,
        year: year(2)?,
        model_step: row.text(3)?,
        content: StepContent {
            kind: row.parsed(4)?,
            title: row.text(5)?,
            opens_on: row.maybe_parsed(6)?,
            due_on: row.parsed(7)?,
            needed_on: row.maybe_parsed(8)?,
            rule: row.parsed(9)?,
            about_year: year(10)?,
            document: row.text(11)?,
            instructions: row.text(12)?,
        },
        at: row.int(13)?,
        version: row.int(14)?,
    })
}

/// The steps of an org unit's wheel of a year, in the order of their days.
pub fn steps_of(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    year: i16,
) -> Result<Vec<WheelStep>, DbError> {
    tx.all(
        "select wheel_step_id, org_unit_id, year, model_step, kind, title, opens_on, due_on, \
         needed_on, day_rule, about_year, document, instructions, at, version from wheel_steps \
         where tenant = $1 and org_unit_id = $2 and year = $3 and removed_at is null \
         order by due_on, wheel_step_id",
        params![org_unit.bytes(), i64::from(year)],
        read,
    )
}

/// The steps of some org units' wheels from a day to another, in the order of their days.
pub(in crate::wheel) fn steps_from(
    tx: &mut Tx<'_>,
    org_units: &BTreeSet<OrgUnitId>,
    (first, last): (Date, Date),
) -> Result<Vec<WheelStep>, DbError> {
    let mut found = ask_with(
        tx,
        concat!(
            among!(
                "select wheel_step_id, org_unit_id, year, model_step, kind, title, opens_on, \
                 due_on, needed_on, day_rule, about_year, document, instructions, at, version \
                 from wheel_steps where tenant = $1 and removed_at is null and due_on >= $34 \
                 and due_on <= $35 and org_unit_id"
            ),
            " order by due_on, wheel_step_id"
        ),
        org_units.iter().map(|id| id.bytes()),
        &[first.to_string().into(), last.to_string().into()],
        read,
    )?;
    // More than a few org units are asked for in turns.
    found.sort_by_key(|step| (step.content.due_on, step.id));
    Ok(found)
}

/// The steps of one kind about one year in some org units' wheels of a year.
pub(in crate::wheel) fn answers_of(
    tx: &mut Tx<'_>,
    org_units: &BTreeSet<OrgUnitId>,
    year: i16,
    (kind, about_year): (CycleKind, i16),
) -> Result<Vec<WheelStep>, DbError> {
    ask_with(
        tx,
        among!(
            "select wheel_step_id, org_unit_id, year, model_step, kind, title, opens_on, \
             due_on, needed_on, day_rule, about_year, document, instructions, at, version \
             from wheel_steps where tenant = $1 and removed_at is null and year = $34 \
             and kind = $35 and about_year = $36 and org_unit_id"
        ),
        org_units.iter().map(|id| id.bytes()),
        &[i64::from(year).into(), kind.key().into(), i64::from(about_year).into()],
        read,
    )
}

/// A step, and when it was taken away, if it was.
pub(in crate::wheel) fn step(
    tx: &mut Tx<'_>,
    id: WheelStepId,
) -> Result<Option<(WheelStep, Option<i64>)>, DbError> {
    tx.one(
        "select wheel_step_id, org_unit_id, year, model_step, kind, title, opens_on, due_on, \
         needed_on, day_rule, about_year, document, instructions, at, version, removed_at \
         from wheel_steps where tenant = $1 and wheel_step_id = $2",
        params![id.bytes()],
        |row| Ok((read(row)?, row.maybe_int(15)?)),
    )
}

fn values(step: &WheelStep) -> Vec<Value> {
    let content = &step.content;
    params![
        step.id.bytes(),
        step.org_unit.bytes(),
        i64::from(step.year),
        &step.model_step,
        content.kind.key(),
        &content.title,
        content.opens_on.map(|day| day.to_string()),
        content.due_on.to_string(),
        content.needed_on.map(|day| day.to_string()),
        content.rule.to_string(),
        i64::from(content.about_year),
        &content.document,
        &content.instructions,
        step.at,
        step.version,
    ]
    .to_vec()
}

/// Keeps new steps; one that is kept already is left as it is. States one change for each of a
/// few, and one for all when a whole wheel is made.
pub fn insert_steps(tx: &mut Tx<'_>, steps: &[WheelStep]) -> Result<(), AppError> {
    let kept = keep(tx, steps)?;
    if kept > 0 { told(tx, steps) } else { Ok(()) }
}

/// Keeps the steps of wheels that are made together, which come one after the other, and states one
/// change for each wheel.
pub(in crate::wheel) fn insert_steps_of_wheels(
    tx: &mut Tx<'_>,
    steps: &[WheelStep],
) -> Result<(), AppError> {
    keep(tx, steps)?;
    let mut wheels = steps.chunk_by(|one, next| one.org_unit == next.org_unit);
    wheels.try_for_each(|steps| told(tx, steps))
}

fn keep(tx: &mut Tx<'_>, steps: &[WheelStep]) -> Result<u64, DbError> {
    tx.run_many(
        "insert into wheel_steps (tenant, wheel_step_id, org_unit_id, year, model_step, kind, \
         title, opens_on, due_on, needed_on, day_rule, about_year, document, instructions, at, \
         version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
         on conflict do nothing",
        steps.iter().map(values),
    )
}

fn told(tx: &mut Tx<'_>, steps: &[WheelStep]) -> Result<(), AppError> {
    let Some(first) = steps.first() else { return Ok(()) };
    if let [only] = steps {
        return record(tx, "create", "wheel_step", only.id.bytes(), only.version, only);
    }
    let all = json!({ "org_unit": first.org_unit, "year": first.year, "steps": steps });
    record(tx, "plant", "wheel_step", first.id.bytes(), 1, &all)
}

/// Keeps a changed step whose `version` has been raised by one; stale when another was faster.
/// `removed_at` takes it away or puts it back.
pub(in crate::wheel) fn change_step(
    tx: &mut Tx<'_>,
    action: &'static str,
    step: &WheelStep,
    removed_at: Option<i64>,
) -> Result<(), AppError> {
    let content = &step.content;
    let changed = tx.run(
        "update wheel_steps set kind = $3, title = $4, opens_on = $5, due_on = $6, \
         needed_on = $7, day_rule = $8, about_year = $9, document = $10, instructions = $11, \
         at = $12, removed_at = $13, version = $14 \
         where tenant = $1 and wheel_step_id = $2 and version = $14 - 1",
        params![
            step.id.bytes(),
            content.kind.key(),
            &content.title,
            content.opens_on.map(|day| day.to_string()),
            content.due_on.to_string(),
            content.needed_on.map(|day| day.to_string()),
            content.rule.to_string(),
            i64::from(content.about_year),
            &content.document,
            &content.instructions,
            step.at,
            removed_at,
            step.version,
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "wheel_step", step.id.bytes(), step.version, step)
}

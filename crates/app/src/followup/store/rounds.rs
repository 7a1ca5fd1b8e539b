//! Rounds, and what each is beyond its period and its days.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::followup::{ReportTemplate, Round, RoundKind, RoundPlan};
use domain::ids::{OrgUnitId, RoundId, TemplateId, WheelStepId};
use domain::periods::Period;
use jiff::civil::Date;

use crate::cx::record;
use crate::web::error::AppError;

fn round_row(row: &Row<'_>) -> Result<Round, DbError> {
    let period: Period = row.parsed(2)?;
    Ok(Round {
        id: row.id(0)?,
        title: row.text(1)?,
        period,
        opens_on: row.parsed(3)?,
        due_on: row.parsed(4)?,
        closes_on: row.parsed(5)?,
        version: row.int(6)?,
        plan: RoundPlan {
            // Rounds from before there were kinds have none kept.
            kind: row.maybe_parsed(7)?.unwrap_or_else(|| RoundKind::of_period(period)),
            step: row.maybe_id(8)?,
            template: row.maybe_id(9)?,
            days: RoundPlan::read_days(&row.maybe_text(10)?.unwrap_or_default()),
            last_of_all: None,
        },
    })
}

/// All rounds, the one due last first.
pub fn rounds(tx: &mut Tx<'_>) -> Result<Vec<Round>, DbError> {
    tx.all(
        "select r.round_id, r.title, r.period, r.opens_on, r.due_on, r.closes_on, r.version, \
         g.kind, g.wheel_step_id, g.template_id, g.days from rounds r \
         left join round_plans g on g.tenant = r.tenant and g.round_id = r.round_id \
         where r.tenant = $1 order by r.due_on desc, r.round_id",
        &[],
        round_row,
    )
}

/// One round.
pub fn round(tx: &mut Tx<'_>, id: RoundId) -> Result<Option<Round>, DbError> {
    tx.one(
        "select r.round_id, r.title, r.period, r.opens_on, r.due_on, r.closes_on, r.version, \
         g.kind, g.wheel_step_id, g.template_id, g.days from rounds r \
         left join round_plans g on g.tenant = r.tenant and g.round_id = r.round_id \
         where r.tenant = $1 and r.round_id = $2",
        params![id.bytes()],
        round_row,
    )
}

/// What is asked in a round, as the template was when it was opened or last taken in; none for
/// rounds from before there were templates. One that is kept and cannot be read is a defect.
pub fn template_of(tx: &mut Tx<'_>, id: RoundId) -> Result<Option<ReportTemplate>, AppError> {
    let kept = tx.one(
        "select template from round_plans where tenant = $1 and round_id = $2",
        params![id.bytes()],
        |row| row.text(0),
    )?;
    let kept = kept.filter(|text| !text.is_empty());
    Ok(kept.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// The org units that are asked for an account of a period, with the title of the round. What was
/// never begun in a round that has closed hinders no other; neither does one round of another kind,
/// as a forecast beside the follow-up of the same time.
pub fn reporting_in(
    tx: &mut Tx<'_>,
    (period, kind): (Period, RoundKind),
    today: Date,
) -> Result<BTreeMap<OrgUnitId, String>, DbError> {
    let rows = tx.all(
        "select f.org_unit_id, r.title from follow_ups f join rounds r \
         on r.tenant = f.tenant and r.round_id = f.round_id \
         left join round_plans g on g.tenant = r.tenant and g.round_id = r.round_id \
         where f.tenant = $1 and r.period = $2 \
         and (f.state <> 'not_started' or r.closes_on >= $3) \
         and ((g.kind = 'forecast' and $4 = 1) or (coalesce(g.kind, '') <> 'forecast' and $4 = 0))",
        params![period.to_string(), today.to_string(), i64::from(kind == RoundKind::Forecast)],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// How many of the accounts of a round are begun, of how many.
pub fn begun_of(tx: &mut Tx<'_>, id: RoundId) -> Result<(i64, i64), DbError> {
    let counted = tx.one(
        "select sum(case when state = 'not_started' then 0 else 1 end), count(*) from follow_ups \
         where tenant = $1 and round_id = $2",
        params![id.bytes()],
        |row| Ok((row.maybe_int(0)?.unwrap_or_default(), row.int(1)?)),
    )?;
    Ok(counted.unwrap_or_default())
}

/// Whether a round has been removed.
pub fn was_removed(tx: &mut Tx<'_>, id: RoundId) -> Result<bool, DbError> {
    let found = tx.one(
        "select seq from audit_rows where tenant = $1 and object = 'round' and object_id = $2 \
         and action = 'remove' limit 1",
        params![id.bytes()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

/// The bodies that have settled what they say in a round.
pub fn settled_in(tx: &mut Tx<'_>, round: RoundId) -> Result<BTreeSet<OrgUnitId>, DbError> {
    let found = tx.all(
        "select org_unit_id from compilations where tenant = $1 and round_id = $2 \
         and state = 'settled'",
        params![round.bytes()],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

/// Takes a round away whose accounts are gone. Stale when it was changed meanwhile, or when a body has
/// begun to say something of it.
pub fn remove_round(tx: &mut Tx<'_>, round: &Round) -> Result<(), AppError> {
    let gone = tx.run(
        "delete from rounds where tenant = $1 and round_id = $2 and version = $3 \
         and not exists (select 1 from compilations c where c.tenant = $1 and c.round_id = $2)",
        params![round.id.bytes(), round.version],
    )?;
    if gone == 0 {
        return Err(AppError::Stale);
    }
    tx.run(
        "delete from round_plans where tenant = $1 and round_id = $2",
        params![round.id.bytes()],
    )?;
    let removed = Round { version: round.version + 1, ..round.clone() };
    record(tx, "remove", "round", round.id.bytes(), removed.version, &removed)
}

/// Keeps a new round, which asks what was asked before there were templates.
pub fn insert_round(tx: &mut Tx<'_>, round: &Round) -> Result<(), AppError> {
    insert_round_with(tx, round, None)
}

/// Keeps a new round with the template as it is now.
pub fn insert_round_with(
    tx: &mut Tx<'_>,
    round: &Round,
    template: Option<&ReportTemplate>,
) -> Result<(), AppError> {
    tx.run(
        "insert into rounds (tenant, round_id, title, period, opens_on, due_on, closes_on, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            round.id.bytes(),
            &round.title,
            round.period.to_string(),
            round.opens_on.to_string(),
            round.due_on.to_string(),
            round.closes_on.to_string(),
            round.version
        ],
    )?;
    let frozen = template.map(serde_json::to_string).transpose()?.unwrap_or_default();
    tx.run(
        "insert into round_plans (tenant, round_id, kind, wheel_step_id, template_id, template, \
         days) values ($1, $2, $3, $4, $5, $6, $7)",
        params![
            round.id.bytes(),
            round.plan.kind.code(),
            round.plan.step.map(WheelStepId::bytes),
            round.plan.template.map(TemplateId::bytes),
            frozen,
            round.plan.written_days()
        ],
    )?;
    record(tx, "create", "round", round.id.bytes(), round.version, round)
}

/// Keeps a round after a change; its `version` has been raised by one. Stale when another was faster.
pub fn update_round(tx: &mut Tx<'_>, action: &'static str, round: &Round) -> Result<(), AppError> {
    raise(tx, round)?;
    tx.run(
        "insert into round_plans (tenant, round_id, kind, wheel_step_id, template_id, template, \
         days) values ($1, $2, $3, null, null, '', $4) \
         on conflict (tenant, round_id) do update set days = excluded.days",
        params![round.id.bytes(), round.plan.kind.code(), round.plan.written_days()],
    )?;
    record(tx, action, "round", round.id.bytes(), round.version, round)
}

/// Lets a round ask as the template is now; its `version` has been raised by one.
pub fn take_template(
    tx: &mut Tx<'_>,
    round: &Round,
    template: &ReportTemplate,
) -> Result<(), AppError> {
    raise(tx, round)?;
    tx.run(
        "update round_plans set template_id = $3, template = $4 \
         where tenant = $1 and round_id = $2",
        params![round.id.bytes(), template.id.bytes(), serde_json::to_string(template)?],
    )?;
    let after = serde_json::json!({ "round": round, "template": template });
    record(tx, "take_template", "round", round.id.bytes(), round.version, &after)
}

fn raise(tx: &mut Tx<'_>, round: &Round) -> Result<(), AppError> {
    let changed = tx.run(
        "update rounds set title = $3, opens_on = $4, due_on = $5, closes_on = $6, version = $7 \
         where tenant = $1 and round_id = $2 and version = $7 - 1",
        params![
            round.id.bytes(),
            &round.title,
            round.opens_on.to_string(),
            round.due_on.to_string(),
            round.closes_on.to_string(),
            round.version
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    crate::revisions::note_report(tx)?;
    Ok(())
}

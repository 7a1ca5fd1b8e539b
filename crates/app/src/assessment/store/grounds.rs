//! SQL of what proposals rest on: what is judged, expected and weighed below some elements.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::assessment::{Answers, Extent, Grade, Weight};
use domain::followup::{PartKind, ReportTemplate, TemplateStop};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{ElementId, FollowUpId, OrgUnitId};
use domain::periods::Period;
use jiff::civil::Date;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// What was judged of one thing, and for when.
pub type Judged = BTreeMap<ElementId, (Fulfilment, Period)>;

/// The grades that lists show of what hangs directly under some elements, with their periods.
pub fn judged_below(tx: &mut Tx<'_>, parents: &[ElementId]) -> Result<Judged, DbError> {
    let rows = ask(
        tx,
        among!(
            "select s.element_id, s.level, s.period from links l join element_status s \
             on s.tenant = l.tenant and s.element_id = l.child_id \
             where l.tenant = $1 and l.parent_id"
        ),
        parents.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, (row.parsed(1)?, row.parsed(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// What the owners of what hangs directly under some elements expect of it, the latest.
pub fn expected_below(tx: &mut Tx<'_>, parents: &[ElementId]) -> Result<Judged, DbError> {
    let rows = ask(
        tx,
        among!(
            "select a.element_id, a.level, a.period, a.at from links l \
             join elements e on e.tenant = l.tenant and e.element_id = l.child_id \
             join assessments a on a.tenant = l.tenant and a.element_id = l.child_id \
             and a.org_unit_id = e.owner_id and a.kind = 'forecast' \
             where l.tenant = $1 and e.role <> 'measure' and l.parent_id"
        ),
        parents.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, row.parsed(1)?, row.parsed(2)?, row.int(3)?)),
    )?;
    Ok(latest(rows))
}

/// What an org unit expects of measures, the latest of each.
pub fn expected_by(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Judged, DbError> {
    let rows = tx.all(
        "select element_id, level, period, at from assessments \
         where tenant = $1 and org_unit_id = $2 and kind = 'forecast'",
        params![org_unit.bytes()],
        |row| Ok((row.id(0)?, row.parsed(1)?, row.parsed(2)?, row.int(3)?)),
    )?;
    Ok(latest(rows))
}

/// The last said of each, by the end of its period and then by when it was said.
fn latest(mut rows: Vec<(ElementId, Fulfilment, Period, i64)>) -> Judged {
    rows.sort_by_key(|(_, _, period, at)| (period.last_day(), *at));
    rows.into_iter().map(|(id, level, period, _)| (id, (level, period))).collect()
}

/// A weight with its version, by parent and child.
pub type Weights = BTreeMap<(ElementId, ElementId), (Weight, i64)>;

/// What weighs otherwise than one under some elements.
pub fn weights_below(tx: &mut Tx<'_>, parents: &[ElementId]) -> Result<Weights, DbError> {
    let rows = ask(
        tx,
        among!(
            "select parent_id, child_id, weight, version from input_weights \
             where tenant = $1 and parent_id"
        ),
        parents.iter().map(|id| id.bytes()),
        |row| Ok(((row.id(0)?, row.id(1)?), (row.int(2)?, row.int(3)?))),
    )?;
    let weight =
        |(at, (number, version))| (at, (Weight::new(number).unwrap_or(Weight::EQUAL), version));
    Ok(rows.into_iter().map(weight).collect())
}

/// Keeps how much a child weighs under a parent.
pub fn keep_weight(
    tx: &mut Tx<'_>,
    (parent, child): (ElementId, ElementId),
    weight: Weight,
) -> Result<(), AppError> {
    let number = i64::try_from(weight.number()).unwrap_or(1);
    let version = tx
        .one(
            "insert into input_weights (tenant, parent_id, child_id, weight, version) \
             values ($1, $2, $3, $4, 1) on conflict (tenant, parent_id, child_id) do update set \
             weight = excluded.weight, version = input_weights.version + 1 returning version",
            params![parent.bytes(), child.bytes(), number],
            |row| row.int(0),
        )?
        .unwrap_or(1);
    crate::revisions::note_report(tx)?;
    let after = serde_json::json!({ "parent": parent, "child": child, "weight": number });
    record(tx, "weigh", "input_weight", parent.bytes(), version, &after)
}

/// What is answered to the two questions about some elements: the latest of each.
pub fn answers_of(
    tx: &mut Tx<'_>,
    elements: &[ElementId],
) -> Result<BTreeMap<ElementId, Answers>, DbError> {
    let mut rows: Vec<(ElementId, Answers, Period, i64)> = ask(
        tx,
        among!(
            "select element_id, coverage, fulfilment, period, at from rule_answers \
             where tenant = $1 and element_id"
        ),
        elements.iter().map(|id| id.bytes()),
        |row| {
            let fulfilment: Option<Fulfilment> = row.text(2)?.parse().ok();
            let answers = Answers {
                coverage: row.text(1)?.parse().ok(),
                fulfilment: fulfilment.and_then(Grade::of),
            };
            Ok((row.id(0)?, answers, row.parsed(3)?, row.int(4)?))
        },
    )?;
    rows.sort_by_key(|(_, _, period, at)| (period.last_day(), *at));
    Ok(rows.into_iter().map(|(id, answers, ..)| (id, answers)).collect())
}

/// Keeps what a stage answers. The judgement that goes with it tells the audit trail.
pub fn keep_answers(
    tx: &mut Tx<'_>,
    (element, org_unit): (ElementId, OrgUnitId),
    (period, stage): (Period, Stage),
    answers: Answers,
    at: i64,
) -> Result<(), AppError> {
    let coverage = answers.coverage.map_or("", Extent::code);
    let fulfilment = answers.fulfilment.map_or("", |grade| grade.fulfilment().code());
    tx.run(
        "insert into rule_answers (tenant, element_id, org_unit_id, period, stage, coverage, \
         fulfilment, at) values ($1, $2, $3, $4, $5, $6, $7, $8) \
         on conflict (tenant, element_id, org_unit_id, period, stage) do update set \
         coverage = excluded.coverage, fulfilment = excluded.fulfilment, at = excluded.at",
        params![
            element.bytes(),
            org_unit.bytes(),
            period.to_string(),
            stage.code(),
            coverage,
            fulfilment,
            at,
        ],
    )?;
    let after = serde_json::json!({
        "element": element, "org_unit": org_unit, "period": period.to_string(),
        "stage": stage.code(), "coverage": coverage, "fulfilment": fulfilment, "at": at,
    });
    record(tx, "answer", "rule_answer", element.bytes(), 1, &after)
}

/// The account in which an org unit judges a goal for a period: one that asks for it, else one that
/// will when it is begun.
pub fn account_for(
    tx: &mut Tx<'_>,
    (goal, org_unit): (ElementId, OrgUnitId),
    period: Period,
    today: Date,
) -> Result<Option<FollowUpId>, AppError> {
    let asks = tx.one(
        "select f.follow_up_id from follow_ups f join rounds r \
         on r.tenant = f.tenant and r.round_id = f.round_id \
         join parts p on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         where f.tenant = $1 and f.org_unit_id = $2 and r.period = $3 \
         and p.subject_id = $4 and p.kind = $5 order by f.follow_up_id limit 1",
        params![org_unit.bytes(), period.to_string(), goal.bytes(), PartKind::Goal.code()],
        |row| row.id(0),
    )?;
    if asks.is_some() {
        return Ok(asks);
    }
    let waiting: Vec<(FollowUpId, String)> = tx.all(
        "select f.follow_up_id, coalesce(g.template, '') from follow_ups f join rounds r \
         on r.tenant = f.tenant and r.round_id = f.round_id \
         left join round_plans g on g.tenant = r.tenant and g.round_id = r.round_id \
         where f.tenant = $1 and f.org_unit_id = $2 and r.period = $3 \
         and f.state = 'not_started' and r.closes_on >= $4 order by f.follow_up_id",
        params![org_unit.bytes(), period.to_string(), today.to_string()],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    for (account, template) in waiting {
        // What was opened before there were templates asks for goals.
        let asks = template.is_empty()
            || serde_json::from_str::<ReportTemplate>(&template)?.has(TemplateStop::Goals);
        if asks {
            return Ok(Some(account));
        }
    }
    Ok(None)
}

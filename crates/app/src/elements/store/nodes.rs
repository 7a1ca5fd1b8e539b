//! Writing the structure's rows: each write keeps its version, its audit row and its delta.

use db::{Tx, Value, params};
use domain::elements::{Element, Link};
use domain::ids::{LinkId, OrgUnitId};
use domain::measures::formula::Formula;
use domain::measures::{Measure, ShareOf, Target, TellsInhabitants, write_breakdowns};
use rust_decimal::Decimal;

use crate::cx::record;
use crate::revisions::{Changed, note};
use crate::web::error::AppError;

fn element_values(element: &Element) -> [Value; 13] {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).into();
    [
        element.id.bytes().into(),
        element.element_type.as_str().into(),
        element.role.key().into(),
        element.owner.bytes().into(),
        (&element.number).into(),
        (&element.title).into(),
        (&element.text).into(),
        element.responsible.map(domain::ids::PersonId::bytes).into(),
        day(element.starts_on),
        day(element.ends_on),
        element.state.code().into(),
        element.decision.map(domain::ids::DecisionId::bytes).into(),
        element.version.into(),
    ]
}

/// Keeps a new element. False when its id is kept already: a form sent twice.
pub fn insert_element(tx: &mut Tx<'_>, element: &Element) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into elements (tenant, element_id, element_type, role, owner_id, number, title, \
         text, responsible_id, starts_on, ends_on, state, decision_id, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
         on conflict do nothing",
        &element_values(element),
    )?;
    if kept == 0 {
        return Ok(false);
    }
    record(tx, "create", "element", element.id.bytes(), element.version, element)?;
    note(tx, &[Changed::Element(element.id)])?;
    Ok(true)
}

/// Keeps a changed element whose `version` has been raised by one. Stale when another was faster.
pub fn change_element(
    tx: &mut Tx<'_>,
    action: &'static str,
    element: &Element,
) -> Result<(), AppError> {
    let changed = tx.run(
        "update elements set element_type = $3, role = $4, owner_id = $5, number = $6, title = $7, \
         text = $8, responsible_id = $9, starts_on = $10, ends_on = $11, state = $12, \
         decision_id = $13, version = $14 \
         where tenant = $1 and element_id = $2 and version = $14 - 1",
        &element_values(element),
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "element", element.id.bytes(), element.version, element)?;
    note(tx, &[Changed::Element(element.id)])?;
    Ok(())
}

/// Keeps a link; does nothing when the same link is kept already.
pub fn insert_link(tx: &mut Tx<'_>, link: &Link) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into links (tenant, link_id, child_id, parent_id, kind, version) \
         values ($1, $2, $3, $4, $5, 1) on conflict do nothing",
        params![link.id.bytes(), link.child.bytes(), link.parent.bytes(), link.kind.key()],
    )?;
    if kept > 0 {
        record(tx, "link", "link", link.id.bytes(), 1, link)?;
        note(tx, &[Changed::LinksOf(link.child)])?;
    }
    Ok(())
}

/// Takes a link away; its history stays in the audit trail.
pub fn end_link(tx: &mut Tx<'_>, link: &Link) -> Result<(), AppError> {
    let id: LinkId = link.id;
    let gone =
        tx.run("delete from links where tenant = $1 and link_id = $2", params![id.bytes()])?;
    if gone > 0 {
        record(tx, "unlink", "link", id.bytes(), 2, link)?;
        note(tx, &[Changed::LinksOf(link.child)])?;
    }
    Ok(())
}

fn measure_values(measure: &Measure) -> [Value; 17] {
    [
        measure.id.bytes().into(),
        (&measure.class).into(),
        (&measure.measure_unit).into(),
        i64::from(measure.decimals).into(),
        measure.direction.code().into(),
        (&measure.method).into(),
        (&measure.source).into(),
        measure.frequency.code().into(),
        measure.over_organisation.code().into(),
        measure.over_time.code().into(),
        measure.counts_in_assessment.into(),
        measure.controllable.into(),
        measure.is_percentage.into(),
        measure.formula.as_ref().map(Formula::kept).unwrap_or_default().into(),
        write_breakdowns(&measure.breakdowns).into(),
        i64::from(measure.least_count).into(),
        measure.lag_days.map(i64::from).into(),
    ]
}

/// Keeps what a measure says to inhabitants and by which definition it is counted.
fn keep_worth(tx: &mut Tx<'_>, measure: &Measure) -> Result<(), AppError> {
    tx.run(
        "insert into measure_worth (tenant, element_id, tells_inhabitants, tells_reason, \
         established, established_link, share_of) values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (tenant, element_id) do update set \
         tells_inhabitants = excluded.tells_inhabitants, tells_reason = excluded.tells_reason, \
         established = excluded.established, established_link = excluded.established_link, \
         share_of = excluded.share_of",
        params![
            measure.id.bytes(),
            measure.tells_inhabitants.map_or("", TellsInhabitants::code),
            &measure.tells_reason,
            &measure.established,
            &measure.established_link,
            measure.share_of.map_or("", ShareOf::code),
        ],
    )?;
    Ok(())
}

/// Keeps how a new measure element measures. Its element is kept first.
pub fn insert_measure(tx: &mut Tx<'_>, measure: &Measure) -> Result<(), AppError> {
    tx.run(
        "insert into measures (tenant, element_id, class, measure_unit, decimals, direction, \
         method, source, frequency, over_organisation, over_time, counts_in_assessment, \
         controllable, is_percentage, formula, breakdowns, least_count, \
         lag_days) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
         $17, $18)",
        &measure_values(measure),
    )?;
    keep_worth(tx, measure)?;
    record(tx, "define", "measure", measure.id.bytes(), 1, measure)?;
    note(tx, &[Changed::Element(measure.id)])?;
    Ok(())
}

/// Keeps a changed way of measuring; `version` is the element's after the change.
pub fn update_measure(tx: &mut Tx<'_>, measure: &Measure, version: i64) -> Result<(), AppError> {
    tx.run(
        "update measures set class = $3, measure_unit = $4, decimals = $5, direction = $6, \
         method = $7, source = $8, frequency = $9, over_organisation = $10, over_time = $11, \
         counts_in_assessment = $12, controllable = $13, is_percentage = $14, \
         formula = $15, breakdowns = $16, least_count = $17, lag_days = $18 \
         where tenant = $1 and element_id = $2",
        &measure_values(measure),
    )?;
    keep_worth(tx, measure)?;
    record(tx, "redefine", "measure", measure.id.bytes(), version, measure)?;
    note(tx, &[Changed::Element(measure.id)])?;
    Ok(())
}

/// A level as its digits and their scale; digits that do not fit were refused when read.
fn scaled(level: Option<Decimal>) -> (Value, Value) {
    let digits = level.and_then(|level| i64::try_from(level.mantissa()).ok());
    (digits.into(), i64::from(level.map_or(0, |level| level.scale())).into())
}

/// Keeps a target level: a new one with version 1, or one whose version was raised by one.
/// Stale when another was faster.
pub fn keep_target(tx: &mut Tx<'_>, target: &Target) -> Result<(), AppError> {
    let (low, low_scale) = scaled(target.low);
    let (high, high_scale) = scaled(target.high);
    let org_unit = target.org_unit.map_or([0; 16], OrgUnitId::bytes);
    let values = params![
        target.measure.bytes(),
        org_unit,
        target.period.to_string(),
        target.kind.key(),
        low,
        low_scale,
        high,
        high_scale,
        target.version,
    ];
    let kept = if target.version == 1 {
        tx.run(
            "insert into targets (tenant, measure_id, org_unit_id, period, kind, low, low_scale, \
             high, high_scale, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
             on conflict do nothing",
            values,
        )?
    } else {
        tx.run(
            "update targets set kind = $5, low = $6, low_scale = $7, high = $8, high_scale = $9, \
             version = $10 where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
             and period = $4 and version = $10 - 1",
            values,
        )?
    };
    if kept == 0 {
        return Err(AppError::Stale);
    }
    record(tx, "set_target", "target", target.measure.bytes(), target.version, target)?;
    note(tx, &[Changed::TargetsOf(target.measure)])?;
    Ok(())
}

//! Reading the structure's rows, whole or one object at a time.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::elements::{Element, Link};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::formula::Formula;
use domain::measures::{LEAST_COUNT, Measure, Target, read_breakdowns};
use domain::steering::TypeId;
use rust_decimal::Decimal;

fn element_row(row: &Row<'_>) -> Result<Element, DbError> {
    Ok(Element {
        id: row.id(0)?,
        element_type: TypeId::new(row.text(1)?),
        role: row.parsed(2)?,
        owner: row.id(3)?,
        number: row.text(4)?,
        title: row.text(5)?,
        text: row.text(6)?,
        responsible: row.maybe_id(7)?,
        starts_on: row.maybe_parsed(8)?,
        ends_on: row.maybe_parsed(9)?,
        state: row.parsed(10)?,
        decision: row.maybe_id(11)?,
        version: row.int(12)?,
    })
}

/// All elements.
pub fn all_elements(tx: &mut Tx<'_>) -> Result<Vec<Element>, DbError> {
    tx.all(
        "select element_id, element_type, role, owner_id, number, title, text, responsible_id, \
         starts_on, ends_on, state, decision_id, version from elements where tenant = $1",
        &[],
        element_row,
    )
}

/// One element.
pub fn element(tx: &mut Tx<'_>, id: ElementId) -> Result<Option<Element>, DbError> {
    tx.one(
        "select element_id, element_type, role, owner_id, number, title, text, responsible_id, \
         starts_on, ends_on, state, decision_id, version from elements \
         where tenant = $1 and element_id = $2",
        params![id.bytes()],
        element_row,
    )
}

fn formula_of(text: &str) -> Result<Option<Formula>, DbError> {
    if text.is_empty() {
        return Ok(None);
    }
    let read = Formula::of_kept(text);
    read.map(Some).map_err(|problem| DbError::Column { column: 13, detail: problem.to_string() })
}

fn measure_row(row: &Row<'_>) -> Result<Measure, DbError> {
    Ok(Measure {
        id: row.id(0)?,
        class: row.text(1)?,
        measure_unit: row.text(2)?,
        decimals: u8::try_from(row.int(3)?).unwrap_or(0),
        direction: row.parsed(4)?,
        method: row.text(5)?,
        source: row.text(6)?,
        frequency: row.parsed(7)?,
        over_organisation: row.parsed(8)?,
        over_time: row.parsed(9)?,
        counts_in_assessment: row.bool(10)?,
        controllable: row.bool(11)?,
        is_percentage: row.bool(12)?,
        formula: formula_of(&row.text(13)?)?,
        breakdowns: read_breakdowns(&row.text(14)?)
            .map_err(|problem| DbError::Column { column: 14, detail: problem.to_string() })?,
        least_count: u16::try_from(row.int(15)?).unwrap_or(LEAST_COUNT),
        lag_days: row.maybe_int(16)?.and_then(|days| u16::try_from(days).ok()),
        tells_inhabitants: row.maybe_text(17)?.and_then(|answer| answer.parse().ok()),
        tells_reason: row.maybe_text(18)?.unwrap_or_default(),
        established: row.maybe_text(19)?.unwrap_or_default(),
        established_link: row.maybe_text(20)?.unwrap_or_default(),
        share_of: row.maybe_text(21)?.and_then(|of| of.parse().ok()),
    })
}

/// How all measure elements measure.
pub fn all_measures(tx: &mut Tx<'_>) -> Result<Vec<Measure>, DbError> {
    tx.all(
        "select m.element_id, class, measure_unit, decimals, direction, method, source, frequency, \
         over_organisation, over_time, counts_in_assessment, controllable, is_percentage, \
         formula, breakdowns, least_count, lag_days, tells_inhabitants, tells_reason, \
         established, established_link, share_of from measures m left join measure_worth w \
         on w.tenant = m.tenant and w.element_id = m.element_id where m.tenant = $1",
        &[],
        measure_row,
    )
}

/// How one measure element measures.
pub fn measure(tx: &mut Tx<'_>, id: ElementId) -> Result<Option<Measure>, DbError> {
    tx.one(
        "select m.element_id, class, measure_unit, decimals, direction, method, source, frequency, \
         over_organisation, over_time, counts_in_assessment, controllable, is_percentage, \
         formula, breakdowns, least_count, lag_days, tells_inhabitants, tells_reason, \
         established, established_link, share_of from measures m left join measure_worth w \
         on w.tenant = m.tenant and w.element_id = m.element_id where m.tenant = $1 and m.element_id = $2",
        params![id.bytes()],
        measure_row,
    )
}

fn link_row(row: &Row<'_>) -> Result<Link, DbError> {
    Ok(Link { id: row.id(0)?, child: row.id(1)?, parent: row.id(2)?, kind: row.parsed(3)? })
}

/// All links by their lower end.
pub fn all_links(tx: &mut Tx<'_>) -> Result<BTreeMap<ElementId, Vec<Link>>, DbError> {
    let links = tx.all(
        "select link_id, child_id, parent_id, kind from links where tenant = $1 order by link_id",
        &[],
        link_row,
    )?;
    let mut by_child: BTreeMap<ElementId, Vec<Link>> = BTreeMap::new();
    for link in links {
        by_child.entry(link.child).or_default().push(link);
    }
    Ok(by_child)
}

/// The links upward from an element.
pub fn links_of(tx: &mut Tx<'_>, child: ElementId) -> Result<Vec<Link>, DbError> {
    tx.all(
        "select link_id, child_id, parent_id, kind from links \
         where tenant = $1 and child_id = $2 order by link_id",
        params![child.bytes()],
        link_row,
    )
}

fn target_row(row: &Row<'_>) -> Result<Target, DbError> {
    let everyone = OrgUnitId::from([0; 16]);
    let org_unit: OrgUnitId = row.id(1)?;
    let level = |value: Option<i64>, scale: i64| {
        value.map(|value| Decimal::new(value, u32::try_from(scale).unwrap_or(0).min(28)))
    };
    Ok(Target {
        measure: row.id(0)?,
        org_unit: (org_unit != everyone).then_some(org_unit),
        period: row.parsed(2)?,
        kind: row.parsed(3)?,
        low: level(row.maybe_int(4)?, row.int(5)?),
        high: level(row.maybe_int(6)?, row.int(7)?),
        version: row.int(8)?,
    })
}

/// All targets by their measure.
pub fn all_targets(tx: &mut Tx<'_>) -> Result<BTreeMap<ElementId, Vec<Target>>, DbError> {
    let targets = tx.all(
        "select measure_id, org_unit_id, period, kind, low, low_scale, high, high_scale, version \
         from targets where tenant = $1 order by measure_id, org_unit_id, period",
        &[],
        target_row,
    )?;
    let mut by_measure: BTreeMap<ElementId, Vec<Target>> = BTreeMap::new();
    for target in targets {
        by_measure.entry(target.measure).or_default().push(target);
    }
    Ok(by_measure)
}

/// The targets of a measure.
pub fn targets_of(tx: &mut Tx<'_>, measure: ElementId) -> Result<Vec<Target>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, period, kind, low, low_scale, high, high_scale, version \
         from targets where tenant = $1 and measure_id = $2 order by org_unit_id, period",
        params![measure.bytes()],
        target_row,
    )
}

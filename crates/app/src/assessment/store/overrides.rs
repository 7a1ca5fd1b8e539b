//! SQL of judgements that differ: noted when a judgement is written, read a page at a time.

use db::{DbError, Row, Tx, params};
use domain::assessment::{Differing, differing};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{ElementId, OrgUnitId};
use domain::periods::Period;

use super::{Assessment, AssessmentKind, assessment_row};
use crate::elements::store::{among, ask};

/// Judgements of one thing that differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Override {
    /// What is judged.
    pub element: ElementId,
    /// Whose.
    pub org_unit: OrgUnitId,
    /// For when.
    pub period: Period,
    /// Outcome or forecast.
    pub kind: AssessmentKind,
    /// When the last of them was written.
    pub at: i64,
    /// In which ways.
    pub differing: Differing,
}

fn override_row(row: &Row<'_>) -> Result<Override, DbError> {
    Ok(Override {
        element: row.id(0)?,
        org_unit: row.id(1)?,
        period: row.parsed(2)?,
        kind: AssessmentKind::of(&row.text(3)?),
        at: row.int(4)?,
        differing: Differing { from_proposal: row.int(5)? == 1, between_stages: row.int(6)? == 1 },
    })
}

/// Notes whether what is judged of one thing differs, after one of its judgements has changed.
pub(super) fn note(tx: &mut Tx<'_>, changed: &Assessment) -> Result<(), DbError> {
    let stages: Vec<(Stage, Option<Fulfilment>, Fulfilment, i64)> = tx.all(
        "select stage, proposed_level, level, at from assessments where tenant = $1 \
         and element_id = $2 and org_unit_id = $3 and period = $4 and kind = $5",
        params![
            changed.element.bytes(),
            changed.org_unit.bytes(),
            changed.period.to_string(),
            changed.kind.code()
        ],
        |row| Ok((row.parsed(0)?, row.text(1)?.parse().ok(), row.parsed(2)?, row.int(3)?)),
    )?;
    let at = stages.iter().map(|(.., at)| *at).max().unwrap_or(0);
    let said: Vec<_> =
        stages.into_iter().map(|(stage, proposed, level, _)| (stage, proposed, level)).collect();
    let found = differing(&said);
    if found.differs() {
        tx.run(
            "insert into overrides (tenant, element_id, org_unit_id, period, kind, at, \
             from_proposal, between_stages) values ($1, $2, $3, $4, $5, $6, $7, $8) \
             on conflict (tenant, element_id, org_unit_id, period, kind) do update set \
             at = excluded.at, from_proposal = excluded.from_proposal, \
             between_stages = excluded.between_stages",
            params![
                changed.element.bytes(),
                changed.org_unit.bytes(),
                changed.period.to_string(),
                changed.kind.code(),
                at,
                i64::from(found.from_proposal),
                i64::from(found.between_stages),
            ],
        )?;
    } else {
        tx.run(
            "delete from overrides where tenant = $1 and element_id = $2 and org_unit_id = $3 \
             and period = $4 and kind = $5",
            params![
                changed.element.bytes(),
                changed.org_unit.bytes(),
                changed.period.to_string(),
                changed.kind.code()
            ],
        )?;
    }
    Ok(())
}

/// Where a page begins: after what was written then about this.
pub type After = (i64, ElementId);

/// Some of what differs, the latest first, from where the page before ended.
pub fn latest(tx: &mut Tx<'_>, after: After, most: i64) -> Result<Vec<Override>, DbError> {
    tx.all(
        "select element_id, org_unit_id, period, kind, at, from_proposal, between_stages \
         from overrides where tenant = $1 and at <= $2 and (at < $2 or element_id < $3) \
         order by at desc, element_id desc limit $4",
        params![after.0, after.1.bytes(), most],
        override_row,
    )
}

/// As [`latest`], for one period.
pub fn latest_for(
    tx: &mut Tx<'_>,
    period: Period,
    after: After,
    most: i64,
) -> Result<Vec<Override>, DbError> {
    tx.all(
        "select element_id, org_unit_id, period, kind, at, from_proposal, between_stages \
         from overrides where tenant = $1 and period = $2 and at <= $3 \
         and (at < $3 or element_id < $4) order by at desc, element_id desc limit $5",
        params![period.to_string(), after.0, after.1.bytes(), most],
        override_row,
    )
}

/// All that differs at a few org units.
pub fn of_org_units(tx: &mut Tx<'_>, org_units: &[OrgUnitId]) -> Result<Vec<Override>, DbError> {
    ask(
        tx,
        among!(
            "select element_id, org_unit_id, period, kind, at, from_proposal, between_stages \
             from overrides where tenant = $1 and org_unit_id"
        ),
        org_units.iter().map(|id| id.bytes()),
        override_row,
    )
}

/// The periods that something differs for.
pub fn periods(tx: &mut Tx<'_>) -> Result<Vec<Period>, DbError> {
    // A step from period to period in the index: how many rows there are costs nothing.
    tx.all(
        "with recursive steps (period) as (select min(period) from overrides where tenant = $1 \
         union all select (select min(o.period) from overrides o where o.tenant = $1 \
         and o.period > s.period) from steps s where s.period is not null) \
         select period from steps where period is not null",
        &[],
        |row| row.parsed(0),
    )
}

/// The judgements of some elements, of every stage.
pub fn judgements_of(tx: &mut Tx<'_>, elements: &[ElementId]) -> Result<Vec<Assessment>, DbError> {
    ask(
        tx,
        among!(
            "select assessment_id, element_id, org_unit_id, period, kind, stage, level, \
             proposed_level, reason, person_id, person_name, at, version, scale_level \
             from assessments \
             where tenant = $1 and element_id"
        ),
        elements.iter().map(|id| id.bytes()),
        assessment_row,
    )
}

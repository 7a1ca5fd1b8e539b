//! SQL of breaks in series and of events drawn on charts.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, params};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Baseline, BreakKind};
use jiff::civil::Date;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// In the place of an org unit where a break is every org unit's.
const EVERYONE: [u8; 16] = [0; 16];

/// Where a person has said that comparison begins anew.
pub fn baselines(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<Baseline>, DbError> {
    tx.all(
        "select period, locked, reason, kind from baselines where tenant = $1 and measure_id = $2 \
         and (org_unit_id = $3 or kind = 'method') order by period",
        params![measure.bytes(), org_unit.bytes()],
        |row| {
            let locked = row.maybe_int(1)?.and_then(|count| usize::try_from(count).ok());
            Ok(Baseline {
                kind: row.parsed(3)?,
                from: row.parsed(0)?,
                locked,
                reason: row.text(2)?,
            })
        },
    )
}

/// The breaks of all series of an org unit, by measure.
pub fn baselines_of_org_unit(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, Vec<Baseline>>, DbError> {
    let rows = tx.all(
        "select measure_id, period, locked, reason, kind from baselines \
         where tenant = $1 and (org_unit_id = $2 or kind = 'method') order by period",
        params![org_unit.bytes()],
        |row| {
            let locked = row.maybe_int(2)?.and_then(|count| usize::try_from(count).ok());
            let (from, reason) = (row.parsed(1)?, row.text(3)?);
            Ok((row.id(0)?, Baseline { kind: row.parsed(4)?, from, locked, reason }))
        },
    )?;
    let mut by_measure = BTreeMap::<ElementId, Vec<Baseline>>::new();
    for (measure, baseline) in rows {
        by_measure.entry(measure).or_default().push(baseline);
    }
    Ok(by_measure)
}

/// The breaks of some measures, by measure and org unit.
pub fn baselines_of_measures(
    tx: &mut Tx<'_>,
    measures: &BTreeSet<ElementId>,
) -> Result<BTreeMap<(ElementId, OrgUnitId), Vec<Baseline>>, DbError> {
    let rows = ask(
        tx,
        among!(
            "select measure_id, org_unit_id, period, locked, reason, kind from baselines \
             where tenant = $1 and measure_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        |row| {
            let locked = row.maybe_int(3)?.and_then(|count| usize::try_from(count).ok());
            let key = (row.id(0)?, row.id(1)?);
            let (from, reason) = (row.parsed(2)?, row.text(4)?);
            Ok((key, Baseline { kind: row.parsed(5)?, from, locked, reason }))
        },
    )?;
    let mut by_series = BTreeMap::<(ElementId, OrgUnitId), Vec<Baseline>>::new();
    for (key, baseline) in rows {
        by_series.entry(key).or_default().push(baseline);
    }
    for breaks in by_series.values_mut() {
        breaks.sort_by_key(|one| one.from);
    }
    Ok(by_series)
}

/// The breaks of one series among those of some measures: its own and those of everyone's.
pub fn breaks_of(
    all: &BTreeMap<(ElementId, OrgUnitId), Vec<Baseline>>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Vec<Baseline> {
    let whose = [org_unit, OrgUnitId::from(EVERYONE)];
    let mut breaks: Vec<Baseline> =
        whose.iter().filter_map(|unit| all.get(&(measure, *unit))).flatten().cloned().collect();
    breaks.sort_by_key(|one| one.from);
    breaks
}

/// Keeps a break in a series; one kept already for the period stays as it is.
pub fn insert_baseline(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    baseline: &Baseline,
) -> Result<(), AppError> {
    let whose = whose(baseline.kind, org_unit);
    let kept = tx.run(
        "insert into baselines (tenant, measure_id, org_unit_id, period, locked, reason, kind, \
         version) values ($1, $2, $3, $4, $5, $6, $7, 1) on conflict do nothing",
        params![
            measure.bytes(),
            whose.bytes(),
            baseline.from.to_string(),
            baseline.locked.and_then(|count| i64::try_from(count).ok()),
            &baseline.reason,
            baseline.kind.code()
        ],
    )?;
    if kept == 0 {
        return Ok(());
    }
    let after = serde_json::json!({ "org_unit": whose, "from": baseline.from, "kind": baseline.kind.code(), "reason": baseline.reason });
    record(tx, "begin_anew", "measure", measure.bytes(), 1, &after)
}

/// Takes a break back, with why; whoever reads the trail sees what it was. Stale when it is gone.
pub fn take_back_baseline(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
    (baseline, why): (&Baseline, &str),
) -> Result<(), AppError> {
    let whose = whose(baseline.kind, org_unit);
    let gone = tx.run(
        "delete from baselines where tenant = $1 and measure_id = $2 and org_unit_id = $3 \
         and period = $4 and kind = $5 and reason = $6",
        params![
            measure.bytes(),
            whose.bytes(),
            baseline.from.to_string(),
            baseline.kind.code(),
            &baseline.reason
        ],
    )?;
    if gone == 0 {
        return Err(AppError::Stale);
    }
    let after = serde_json::json!({ "org_unit": whose, "from": baseline.from, "kind": baseline.kind.code(), "reason": baseline.reason, "why": why });
    record(tx, "take_back_break", "measure", measure.bytes(), 1, &after)
}

/// Whose series a break is in: a change of method is everyone's.
fn whose(kind: BreakKind, org_unit: OrgUnitId) -> OrgUnitId {
    match kind {
        BreakKind::Work => org_unit,
        BreakKind::Method => OrgUnitId::from(EVERYONE),
    }
}

/// An event drawn on charts.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// When.
    pub day: Date,
    /// A few words.
    pub text: String,
}

/// The events of an org unit.
pub fn annotations(tx: &mut Tx<'_>, org_unit: OrgUnitId) -> Result<Vec<Annotation>, DbError> {
    tx.all(
        "select on_day, text from annotations where tenant = $1 and org_unit_id = $2 order by on_day",
        params![org_unit.bytes()],
        |row| Ok(Annotation { day: row.parsed(0)?, text: row.text(1)? }),
    )
}

/// Keeps an event; one whose id is kept already is a form sent twice and left as it is.
pub fn insert_annotation(
    tx: &mut Tx<'_>,
    id: [u8; 16],
    org_unit: OrgUnitId,
    annotation: &Annotation,
) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into annotations (tenant, annotation_id, org_unit_id, on_day, text, version) \
         values ($1, $2, $3, $4, $5, 1) on conflict do nothing",
        params![id, org_unit.bytes(), annotation.day.to_string(), &annotation.text],
    )?;
    if kept == 0 {
        return Ok(());
    }
    let after =
        serde_json::json!({ "org_unit": org_unit, "day": annotation.day, "text": annotation.text });
    record(tx, "note_event", "annotation", id, 1, &after)
}

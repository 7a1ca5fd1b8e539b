//! Values that have not come: of measures the visitor answers for, and of those that the visitor's
//! own org unit records by itself and nobody is named for. Tells which are missing, never a value.

use std::collections::BTreeMap;

use domain::access::{AccessRole, Action};
use domain::elements::{Element, Structure};
use domain::health::days_of_grace;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::periods::Period;
use domain::reminders::Kind;
use domain::steering::Role;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Line, is_near};
use crate::cx::Cx;
use crate::i18n::date;
use crate::measures::{period_words, url};
use crate::reminders::store::{Late, series_at, series_of_measures};
use crate::web::error::AppError;

/// What waits, of the visitor's own elements and org units.
pub(super) fn lines(cx: &mut Cx<'_, '_>, own: &[ElementId]) -> Result<Vec<Line>, AppError> {
    let structure = cx.structure.clone();
    let mut lines = of_own_measures(cx, &structure, own)?;
    let units = own_units(cx)?;
    for (org_unit, late) in series_at(cx.tx, &units)? {
        lines.extend(of_own_unit(cx, &structure, org_unit, late));
    }
    lines.sort_by_key(|line| line.due);
    Ok(lines)
}

/// The org units whose values the visitor sees to.
fn own_units(cx: &Cx<'_, '_>) -> Result<Vec<OrgUnitId>, AppError> {
    let records = |role| matches!(role, AccessRole::Manager | AccessRole::Provider);
    let grants = cx.person()?.grants.iter().filter(|grant| records(grant.role));
    let mut units: Vec<OrgUnitId> = grants.map(|grant| grant.org_unit).collect();
    units.sort_unstable();
    units.dedup();
    units.retain(|unit| cx.can(Action::RecordOutcome, *unit));
    Ok(units)
}

fn of_own_measures(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    own: &[ElementId],
) -> Result<Vec<Line>, AppError> {
    let mine = own.iter().filter(|id| {
        structure.element(**id).is_some_and(|element| {
            element.role == Role::Measure && cx.can(Action::RecordOutcome, element.owner)
        })
    });
    let mine: Vec<ElementId> = mine.copied().collect();
    if mine.is_empty() {
        return Ok(Vec::new());
    }
    let today = cx.today();
    let mut late: BTreeMap<ElementId, (Date, Period, i64)> = BTreeMap::new();
    for one in series_of_measures(cx.tx, mine, today)? {
        let Some((due, period)) = awaited(cx, structure, one) else { continue };
        let first = late.entry(one.measure).or_insert((due, period, 0));
        *first = (first.0.min(due), first.1.min(period), first.2 + one.series);
    }
    let texts = cx.texts();
    let line = |(id, (due, period, series)): (ElementId, (Date, Period, i64))| {
        let element = structure.element(id)?;
        let period = period_words(texts.language, period);
        let note = texts.reminders_values_count(date(texts.language, due), period, series);
        Some(Line { note, ..start(cx, element, url(id), due) })
    };
    Ok(late.into_iter().filter_map(line).collect())
}

fn of_own_unit(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    org_unit: OrgUnitId,
    late: Late,
) -> Option<Line> {
    let element = structure.element(late.measure)?;
    // Who is named for the measure is told instead.
    if element.responsible.is_some() {
        return None;
    }
    let (due, period) = awaited(cx, structure, late)?;
    let texts = cx.texts();
    let url = format!("{}/varde?enhet={org_unit}&period={period}", url(late.measure));
    let words = period_words(texts.language, period);
    let note = texts.reminders_value_of(
        date(texts.language, due),
        structure.organisation.name(org_unit),
        words,
    );
    Some(Line { note, ..start(cx, element, url, due) })
}

/// The first value that is missing and should be here by now or soon, and the day it should.
fn awaited(cx: &Cx<'_, '_>, structure: &Structure, late: Late) -> Option<(Date, Period)> {
    let element = structure.element(late.measure)?;
    let measure = structure.measure(late.measure)?;
    if !element.is_current() || !cx.may_see(element) || measure.formula.is_some() {
        return None;
    }
    let period = late.latest.next();
    // Nothing is asked of what comes after the last day of a measure.
    if element.ends_on.is_some_and(|last| last < period.first_day()) {
        return None;
    }
    let due = due_of(measure, period)?;
    is_near(cx.today(), due).then_some((due, period))
}

/// The last day a value of a period is waited for.
fn due_of(measure: &Measure, period: Period) -> Option<Date> {
    let grace = measure.lag_days.map_or_else(|| days_of_grace(measure.frequency), i32::from);
    period.last_day().checked_add(grace.days()).ok()
}

fn start(cx: &Cx<'_, '_>, element: &Element, url: String, due: Date) -> Line {
    let title = cx.texts().reminders_values(&element.title);
    Line { due: Some(due), ..Line::new(Kind::Values, format!("varde:{}", element.id), title, url) }
}

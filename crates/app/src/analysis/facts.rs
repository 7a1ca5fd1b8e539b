//! What the figures say of the subject, as everybody may see it: an analysis is read by many, and what is
//! about too few is told in it to nobody, whoever made it.

use std::collections::BTreeMap;

use domain::analysis::{Facts, GroupFact, MeasureFact, Standing, SubjectKind, Way, standing};
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::periods::Period;
use jiff::civil::Date;

use super::model_facts;
use super::store::{self, Analysis};
use super::subject::{Subject, measures_of};
use crate::cx::Cx;
use crate::measures::{
    Few, Shown, finding_words, outcome_words, period_words, shown_together, target_words,
    value_words,
};
use crate::web::error::AppError;

/// The facts, and the series that they are read from.
pub(super) struct Looked {
    pub(super) facts: Facts,
    pub(super) shown: BTreeMap<ElementId, Shown>,
}

/// Reads what the figures say of a subject.
pub(super) fn look(
    cx: &mut Cx<'_, '_>,
    of: &Analysis,
    subject: &Subject,
) -> Result<Looked, AppError> {
    cx.as_everybody(|cx| {
        let structure = cx.structure.clone();
        let (ids, more) = measures_of(&structure, of, subject);
        let mut shown = series(cx, &structure, &ids, of)?;
        let mut groups = groups(cx, &structure, &ids, of.org_unit)?;
        let mut measures = Vec::new();
        for id in &ids {
            let (Some(element), Some(measure)) = (structure.element(*id), structure.measure(*id))
            else {
                continue;
            };
            let Some(one) = shown.get(id) else { continue };
            let groups = groups.remove(id).unwrap_or_default();
            measures.push(fact(cx, (&element.title, measure), one, groups));
        }
        shown.retain(|id, _| measures.iter().any(|one| one.measure == *id));
        let counts =
            if of.kind == SubjectKind::Model { model_facts::counts(cx)? } else { Vec::new() };
        Ok(Looked { facts: Facts { measures, more, counts, ..Facts::default() }, shown })
    })
}

/// The series of some measures, no further than the end of the period that the analysis is about.
pub(super) fn series(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    ids: &[ElementId],
    of: &Analysis,
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let today = cx.today();
    let mut all = shown_together(cx, structure, ids, of.org_unit, today)?;
    let last = of.period.last_day();
    for (id, shown) in &mut all {
        if let Some(measure) = structure.measure(*id) {
            cut(structure, measure, shown, last);
        }
    }
    Ok(all)
}

/// Leaves out what came after a day.
fn cut(structure: &Structure, measure: &Measure, shown: &mut Shown, last: Date) {
    let before = shown.series.points.len();
    shown.series.points.retain(|point| point.period.last_day() <= last);
    if shown.series.points.len() == before {
        return;
    }
    shown.coverage = None;
    shown.withheld.retain(|period| period.last_day() <= last);
    let at = shown.series.last_period();
    shown.target = at.and_then(|at| structure.target(measure.id, shown.org_unit, at).cloned());
    shown.baselines.retain(|one| one.from.first_day() <= last);
    let found = shown.series.finding(measure, shown.target.as_ref(), &shown.baselines, 0);
    shown.finding = found.ok();
}

fn fact(
    cx: &Cx<'_, '_>,
    (title, measure): (&str, &Measure),
    shown: &Shown,
    groups: Vec<GroupFact>,
) -> MeasureFact {
    let texts = cx.texts();
    let latest = shown.series.latest().filter(|_| !shown.hides_latest());
    let (stands, way) = standing(shown.finding.as_ref(), shown.hides_latest());
    let target = shown.target.as_ref();
    let held = target.filter(|_| !shown.is_unfinished());
    let met = latest.and_then(|(_, value)| held?.is_met_by(value));
    MeasureFact {
        measure: measure.id,
        title: title.to_owned(),
        period: latest.map(|(place, _)| place.period.to_string()).unwrap_or_default(),
        value: latest
            .map(|(_, value)| value_words(texts.language, measure, value))
            .unwrap_or_default(),
        standing: stands,
        way,
        sentence: finding_words(texts, title, measure, shown).sentence,
        target: target.map(|one| target_words(texts, measure, one)).unwrap_or_default(),
        met,
        gap: latest.and_then(|(_, value)| held?.shortfall(value)),
        groups,
    }
}

/// The latest values of groups, without those about too few.
fn groups(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    ids: &[ElementId],
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, Vec<GroupFact>>, AppError> {
    let texts = cx.texts();
    let few = Few::of(cx, ids)?;
    let mut all: BTreeMap<ElementId, Vec<GroupFact>> = BTreeMap::new();
    for one in store::groups_of(cx.tx, ids, org_unit)? {
        let Some(measure) = structure.measure(one.measure) else { continue };
        let value = if few.hides(one.measure, (org_unit, &one.group, one.period)) {
            texts.measures_hidden().to_owned()
        } else {
            outcome_words(texts, measure, one.value)
        };
        let (at, period) = (one.period.to_string(), period_words(texts.language, one.period));
        all.entry(one.measure).or_default().push(GroupFact { group: one.group, at, period, value });
    }
    Ok(all)
}

/// Periods back from the latest value that its sentence may rest on.
const MOST_BACK: usize = 120;

/// Facts that were kept, without what must be told to nobody today: a value that everybody could see then
/// may since have been found to be about too few, or would give away one that has (decisions 0034, 0042).
pub(super) fn told_today(
    cx: &mut Cx<'_, '_>,
    mut facts: Facts,
    org_unit: OrgUnitId,
) -> Result<Facts, AppError> {
    let texts = cx.texts();
    cx.as_everybody(|cx| {
        let ids: Vec<ElementId> = facts.measures.iter().map(|one| one.measure).collect();
        let few = Few::of(cx, &ids)?;
        for one in &mut facts.measures {
            let period: Option<Period> = one.period.parse().ok();
            let past = |at: Period| few.hides_past(one.measure, (org_unit, at));
            if period.is_some_and(|at| back_from(at).any(past)) {
                one.sentence.clear();
            }
            if period.is_some_and(past) {
                texts.measures_hidden().clone_into(&mut one.value);
                (one.met, one.gap) = (None, None);
                (one.standing, one.way) = (Standing::Missing, Way::Unknown);
            }
            for group in &mut one.groups {
                // What was kept without its period cannot be judged, and is not told.
                let at: Option<Period> = group.at.parse().ok();
                let hides = |at| few.hides(one.measure, (org_unit, &group.group, at)) || past(at);
                if at.is_none_or(hides) {
                    texts.measures_hidden().clone_into(&mut group.value);
                }
            }
        }
        Ok(facts)
    })
}

/// A period and those before it.
fn back_from(period: Period) -> impl Iterator<Item = Period> {
    std::iter::successors(Some(period), |one| Some(one.previous())).take(MOST_BACK)
}

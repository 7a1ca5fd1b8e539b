//! Measures that org units follow on goals of their own: what they explain of them stands in the
//! report with its figures, as for the body's own measures.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::Structure;
use domain::followup::PartKind;
use domain::ids::{ElementId, OrgUnitId, RoundId};
use domain::measures::{Baseline, Outcome};
use domain::statistics::finding::Finding;
use jiff::civil::Date;

use super::explained::Topic;
use super::gather::MeasureFacts;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{Few, Shown, report_words, store};
use crate::web::error::AppError;

/// Measures of org units with figures in one report; the words of all others are there still.
const MOST: usize = 100;

/// A measure as it stands at an org unit that has explained it.
pub(super) struct UnitSeries {
    pub(super) org_unit: OrgUnitId,
    pub(super) facts: MeasureFacts,
}

/// Whether org units explain a deviation of a measure that is none of the body's own.
fn is_of_units(topic: &Topic, own: &BTreeSet<ElementId>) -> Option<ElementId> {
    let deviates = topic.said.iter().any(|said| !said.explanation.needs.is_empty());
    let measured = topic.kind == PartKind::Measure && deviates;
    topic.subject.filter(|id| measured && !own.contains(id))
}

/// Puts the figures at the topics that lack them.
pub(super) fn fill<'t>(
    cx: &mut Cx<'_, '_>,
    (structure, round): (&Structure, RoundId),
    own: &BTreeSet<ElementId>,
    topics: impl Iterator<Item = &'t mut Topic>,
) -> Result<(), AppError> {
    let mut wanted: Vec<(ElementId, &mut Topic)> =
        topics.filter_map(|topic| Some((is_of_units(topic, own)?, topic))).take(MOST).collect();
    let ids: BTreeSet<ElementId> = wanted.iter().map(|(id, _)| *id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let mut outcomes: BTreeMap<(ElementId, OrgUnitId), Vec<Outcome>> = BTreeMap::new();
    for outcome in store::series_of_explained(cx.tx, &ids, round)? {
        outcomes.entry((outcome.measure, outcome.org_unit)).or_default().push(outcome);
    }
    // A report is for everybody.
    let asked: Vec<ElementId> = ids.iter().copied().collect();
    let few = Few::of(cx, &asked)?;
    let breaks = store::baselines_of_measures(cx.tx, &ids)?;
    let (texts, today) = (cx.texts(), cx.today());
    for (id, topic) in &mut wanted {
        let speakers = topic.said.iter().filter(|said| !said.explanation.needs.is_empty());
        let units: Vec<OrgUnitId> = speakers.map(|said| said.explanation.org_unit).collect();
        topic.series = units
            .into_iter()
            .filter_map(|unit| {
                let values = outcomes.remove(&(*id, unit))?;
                let breaks = store::breaks_of(&breaks, *id, unit);
                let facts = facts((texts, today), structure, *id, (unit, &few), (values, breaks))?;
                Some(UnitSeries { org_unit: unit, facts })
            })
            .collect();
    }
    Ok(())
}

fn facts(
    (texts, today): (Texts, Date),
    structure: &Structure,
    id: ElementId,
    (org_unit, few): (OrgUnitId, &Few),
    (values, breaks): (Vec<Outcome>, Vec<Baseline>),
) -> Option<MeasureFacts> {
    let (element, measure) = (structure.element(id)?, structure.measure(id)?);
    let shown = Shown::without_few(structure, measure, (org_unit, few), (values, breaks), today);
    let words = report_words(texts, &element.title, measure, &shown);
    let deviates = shown.finding.as_ref().is_some_and(Finding::deviates_now);
    let (element, measure) = ((**element).clone(), (**measure).clone());
    Some(MeasureFacts { element, measure, shown, words, deviates })
}

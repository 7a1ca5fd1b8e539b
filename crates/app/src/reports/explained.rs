//! Putting the org units' explanations where they belong: at the goal, and there at the measure,
//! the most telling first.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::{Element, Structure};
use domain::followup::{PartKind, telling};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, OrgUnitId, PartId};

use super::below::UnitSeries;
use super::store::Explanation;
use crate::i18n::sort_key;

/// What an org unit says, with what it does about it.
pub(super) struct Said {
    pub(super) explanation: Explanation,
    pub(super) remedies: Vec<(Element, Progress)>,
}

/// What is explained: one measure, the goal, its activities, or a figure of money.
pub(super) struct Topic {
    pub(super) kind: PartKind,
    /// The measure; none when the topic holds several.
    pub(super) subject: Option<ElementId>,
    /// What the measure or figure is called; empty for goals and activities.
    pub(super) title: String,
    /// The most telling first.
    pub(super) said: Vec<Said>,
    /// The measure's figures at the org units that explain it, where it is none of the body's own.
    pub(super) series: Vec<UnitSeries>,
}

/// All explanations, taken from as goals ask for theirs.
pub(super) struct Explanations {
    left: Vec<Said>,
}

impl Explanations {
    /// The explanations of the org units that stand behind a report.
    pub(super) fn new(
        structure: &Structure,
        found: Vec<Explanation>,
        mut remedies: BTreeMap<PartId, Vec<ElementId>>,
        progress: &BTreeMap<ElementId, Progress>,
        is_heard: impl Fn(OrgUnitId) -> bool,
    ) -> Self {
        let mut left: Vec<Said> = found
            .into_iter()
            .filter(|explanation| is_heard(explanation.org_unit))
            // What is said of something that is not decided is not part of a report.
            .filter(|one| one.subject.is_none_or(|id| structure.element(id).is_some()))
            .map(|explanation| {
                let remedies = remedies
                    .remove(&explanation.part)
                    .unwrap_or_default()
                    .into_iter()
                    .filter_map(|id| structure.element(id))
                    .map(|element| {
                        let how_far = progress.get(&element.id).copied();
                        ((**element).clone(), how_far.unwrap_or(Progress::NotStarted))
                    })
                    .collect();
                Said { explanation, remedies }
            })
            .collect();
        left.sort_by_cached_key(|said| {
            let one = &said.explanation;
            let order = telling(&one.needs, one.level, &one.text, !said.remedies.is_empty());
            (order, sort_key(structure.organisation.name(one.org_unit)), one.part)
        });
        Self { left }
    }

    /// Takes what is said of a goal's own measures.
    pub(super) fn take_of(&mut self, subjects: &BTreeSet<ElementId>) -> Vec<Topic> {
        let (taken, left) = std::mem::take(&mut self.left)
            .into_iter()
            .partition(|said| said.explanation.subject.is_some_and(|id| subjects.contains(&id)));
        self.left = left;
        topics(taken)
    }

    /// Takes everything that no goal has asked for, by those who are counted here: what others say of
    /// something else stands where they are counted.
    pub(super) fn take_rest(self, is_counted: impl Fn(OrgUnitId) -> bool) -> Vec<Topic> {
        topics(self.left.into_iter().filter(|said| is_counted(said.explanation.org_unit)).collect())
    }
}

/// Groups what is said; topics stand in the order of their most telling explanation.
fn topics(said: Vec<Said>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut places: BTreeMap<(PartKind, Option<ElementId>, String), usize> = BTreeMap::new();
    for said in said {
        let one = &said.explanation;
        let (subject, title) = match one.kind {
            PartKind::Measure | PartKind::Economy => (one.subject, one.title.clone()),
            // What is asked by a template is told by itself.
            PartKind::Goal
            | PartKind::Activity
            | PartKind::Summary
            | PartKind::Forecast
            | PartKind::Assignment
            | PartKind::Question => (None, String::new()),
        };
        // A measure that was renamed between two accounts is still one topic.
        let key =
            (one.kind, subject, if subject.is_some() { String::new() } else { title.clone() });
        let kind = one.kind;
        let place = *places.entry(key).or_insert_with(|| {
            topics.push(Topic { kind, subject, title, said: Vec::new(), series: Vec::new() });
            topics.len() - 1
        });
        if let Some(topic) = topics.get_mut(place) {
            topic.said.push(said);
        }
    }
    topics
}

/// How many org units speak in some topics.
pub(super) fn org_units<'a>(topics: impl IntoIterator<Item = &'a Topic>) -> usize {
    let said = topics.into_iter().flat_map(|topic| &topic.said);
    said.map(|said| said.explanation.org_unit).collect::<BTreeSet<_>>().len()
}

//! What a report says of each goal: its judgement, its measures, the org units' answers and what is done.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::{Element, Structure};
use domain::fulfilment::{Fulfilment, Progress};
use domain::ids::{ElementId, OrgUnitId};
use domain::statistics::finding::Finding;
use domain::steering::Role;

use super::explained::{Explanations, Topic};
use super::gather::{GoalFacts, MeasureFacts};
use super::order::severity;
use crate::assessment::store::{Assessment, Level};
use crate::followup::store::Part;
use crate::i18n::{Texts, sort_key};
use crate::measures::{Shown, report_words};

/// What the goals of a report are made from.
pub(super) struct Gatherer<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    /// What org units have judged of their own goals in accounts that are handed in.
    pub(super) judged: &'a BTreeMap<ElementId, Part>,
    pub(super) said: BTreeMap<ElementId, Vec<Assessment>>,
    pub(super) series: BTreeMap<ElementId, Shown>,
    /// Measures already shown, with the title of the goal they stand under.
    pub(super) shown_under: BTreeMap<ElementId, String>,
    pub(super) status: BTreeMap<ElementId, Level>,
    pub(super) progress: BTreeMap<ElementId, Progress>,
    pub(super) explanations: Explanations,
    pub(super) today: jiff::civil::Date,
    pub(super) org_unit: OrgUnitId,
    pub(super) is_asked: bool,
    pub(super) asks_goals: bool,
}

impl Gatherer<'_> {
    fn how_far(&self, id: ElementId) -> Progress {
        self.progress.get(&id).copied().unwrap_or(Progress::NotStarted)
    }

    fn level(&self, id: ElementId) -> Level {
        self.status.get(&id).cloned().unwrap_or((Fulfilment::NotAssessed, String::new()))
    }

    /// The judgement that the goal's own org unit has handed in.
    fn judged_by_owner(&self, id: ElementId) -> Level {
        let part = self.judged.get(&id);
        part.and_then(|part| Some((part.level?, part.scale_level.clone())))
            .unwrap_or((Fulfilment::NotAssessed, String::new()))
    }

    /// The body's assignments, how far they have come and what is answered to them.
    pub(super) fn assignments(
        &self,
        notes: &BTreeMap<ElementId, String>,
    ) -> Vec<(Element, Progress, String)> {
        let all = self.structure.owned_by(self.org_unit);
        let told = all.filter(|one| one.role == Role::Assignment).map(|one| {
            let note = notes.get(&one.id).cloned().unwrap_or_default();
            ((**one).clone(), self.how_far(one.id), note)
        });
        told.collect()
    }

    /// What is said of each goal's own measures: that belongs there, whatever other goals the
    /// measure also hangs under further down.
    pub(super) fn direct_topics(&mut self, goals: &[&Element]) -> Vec<Vec<Topic>> {
        let own = |goal: &&Element| {
            let measures = self.structure.measures_of(goal.id);
            let ids: BTreeSet<ElementId> = measures.iter().map(|(one, _)| one.id).collect();
            self.explanations.take_of(&ids)
        };
        goals.iter().map(own).collect()
    }

    pub(super) fn goal(&mut self, goal: &Element, mut topics: Vec<Topic>) -> GoalFacts {
        let mut under = self.structure.below(goal.id);
        under.insert(goal.id);
        topics.extend(self.explanations.take_of(&under));
        let (measures, elsewhere) = self.measures(goal);
        let answers = self.structure.children_with(goal.id, Role::Goal);
        let asked = answers.into_iter().filter(|_| self.asks_goals);
        let mut answers: Vec<(Element, Level)> =
            asked.map(|one| ((**one).clone(), self.judged_by_owner(one.id))).collect();
        answers.sort_by_cached_key(|(answer, level)| {
            let name = sort_key(self.structure.organisation.name(answer.owner));
            (severity(level.0), name, sort_key(&answer.title))
        });
        let work = self.structure.children_with(goal.id, Role::Activity);
        let mut activities: Vec<(Element, Progress)> =
            work.into_iter().map(|work| ((**work).clone(), self.how_far(work.id))).collect();
        activities.sort_by_cached_key(|(work, progress)| {
            (*progress == Progress::Done, work.ends_on, sort_key(&work.title))
        });
        GoalFacts {
            is_asked: self.is_asked,
            asks_goals: self.asks_goals,
            is_measured: under.iter().any(|id| self.structure.measure(*id).is_some()),
            level: self.level(goal.id),
            judgements: self.said.remove(&goal.id).unwrap_or_default(),
            measures,
            elsewhere,
            answers,
            topics,
            activities,
            element: goal.clone(),
        }
    }

    /// The goal's measures, in the order of the model's classes: resources, outputs, results. A
    /// measure of two goals is shown under the first.
    fn measures(&mut self, goal: &Element) -> (Vec<MeasureFacts>, Vec<(String, String)>) {
        let (mut found, mut elsewhere) = (Vec::new(), Vec::new());
        for (element, measure) in self.structure.measures_of(goal.id) {
            if let Some(first) = self.shown_under.get(&element.id) {
                elsewhere.push((element.title.clone(), first.clone()));
                continue;
            }
            self.shown_under.insert(element.id, goal.title.clone());
            let shown = self.series.remove(&element.id).unwrap_or_else(|| {
                Shown::new(self.structure, measure, self.org_unit, vec![], vec![], self.today)
            });
            let words = report_words(self.texts, &element.title, measure, &shown);
            let deviates = shown.finding.as_ref().is_some_and(Finding::deviates_now);
            let (element, measure) = ((**element).clone(), (**measure).clone());
            found.push(MeasureFacts { element, measure, shown, words, deviates });
        }
        let classes: Vec<&str> = self
            .structure
            .model
            .types_with_role(Role::Measure)
            .flat_map(|one| one.classes.iter().map(|class| class.name.as_str()))
            .collect();
        found.sort_by_key(|facts| classes.iter().position(|class| *class == facts.measure.class));
        (found, elsewhere)
    }
}

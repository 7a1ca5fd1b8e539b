//! Reading everything a body's follow-up report is made of.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::{Element, Structure};
use domain::followup::Round;
use domain::fulfilment::{Fulfilment, Progress};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::statistics::finding::Finding;
use domain::steering::Role;

use super::answers::{self, Answered};
use super::explained::{Explanations, Topic};
use super::order::{goals_of, severity};
use super::{below, untold};
use crate::activities;
use crate::assessment::store::{self as judgements, Assessment, Level};
use crate::compilations::{Compilation, Quote, settled_of};
use crate::cx::Cx;
use crate::followup::store::{Part, remedies_of_round};
use crate::followup::{Behind, asked_for, is_open};
use crate::i18n::{Texts, sort_key};
use crate::measures::{FindingWords, Shown, report_words, shown_of_goals};
use crate::templates::is_reported;
use crate::web::error::{Answer, OrNotFound};

/// A measure of a goal with what it says.
pub(super) struct MeasureFacts {
    pub(super) element: Element,
    pub(super) measure: Measure,
    pub(super) shown: Shown,
    pub(super) words: FindingWords,
    /// Whether it worsens or misses its target.
    pub(super) deviates: bool,
}

/// A goal with everything the report says of it.
pub(super) struct GoalFacts {
    pub(super) element: Element,
    pub(super) level: Level,
    pub(super) judgements: Vec<Assessment>,
    pub(super) measures: Vec<MeasureFacts>,
    /// Whether the body itself was asked to judge its goals.
    pub(super) is_asked: bool,
    /// Whether the goal or anything under it has a measure.
    pub(super) is_measured: bool,
    /// Measures that stand under an earlier goal, with that goal's title.
    pub(super) elsewhere: Vec<(String, String)>,
    /// Goals of org units that answer to this one, what is not reached first.
    pub(super) answers: Vec<(Element, Level)>,
    /// What the org units explain.
    pub(super) topics: Vec<Topic>,
    pub(super) activities: Vec<(Element, Progress)>,
}

/// The input of a report.
pub(super) struct Facts {
    pub(super) org_unit: OrgUnitId,
    pub(super) round: Round,
    pub(super) goals: Vec<GoalFacts>,
    /// What org units explain that hangs on none of the goals.
    pub(super) beside: Vec<Topic>,
    pub(super) assignments: Vec<(Element, Progress, String)>,
    /// What the body has settled of its own beside what it quotes.
    pub(super) compiled: Option<(Compilation, Vec<Quote>)>,
    /// What org units answer to what the template asks.
    pub(super) answers: Vec<Answered>,
    /// Org units below that take part: how many, and how many have handed in.
    pub(super) taking_part: usize,
    pub(super) handed_in: usize,
    /// The head of the audit chain when the report was made.
    pub(super) audit_head: String,
}

/// Reads the facts; 404 when there is no such body or nothing to report in. A report is the same
/// for all its readers, and what is frozen stays: drafts are in neither.
pub(super) fn gather(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Answer<Facts> {
    cx.structure.organisation.get(org_unit).or_not_found()?;
    let (texts, today) = (cx.texts(), cx.today());
    let round = asked_for(cx)?.or_not_found()?;
    let behind = Behind::read(cx, org_unit, &round)?;
    let structure = behind.structure.clone();
    let status = judgements::all_status(cx.tx)?;
    let progress = activities::store::all_progress(cx.tx)?;
    let notes = activities::store::notes_of_assignments(cx.tx)?;
    let (owned, takes_part) = (goals_of(&structure, org_unit), |unit| behind.takes_part(unit));
    let found = untold::told(cx, &structure, round.id)?;
    let remedies = remedies_of_round(cx.tx, round.id)?;
    let explanations = Explanations::new(&structure, found, remedies, &progress, takes_part);
    let mut gatherer = Gatherer {
        texts,
        structure: &structure,
        judged: &behind.judged,
        said: judgements::of_org_unit(cx.tx, org_unit)?,
        series: shown_of_goals(cx, &structure, org_unit, today)?,
        shown_under: BTreeMap::new(),
        status,
        progress,
        explanations,
        today,
        org_unit,
        is_asked: behind.accounts.contains_key(&org_unit),
    };
    let direct = gatherer.direct_topics(&owned);
    let goals = owned.into_iter().zip(direct).map(|(goal, topics)| gatherer.goal(goal, topics));
    let mut goals: Vec<GoalFacts> = goals.collect();
    let assignments = structure
        .owned_by(org_unit)
        .filter(|one| one.role == Role::Assignment)
        .map(|one| {
            let how_far = gatherer.how_far(one.id);
            ((**one).clone(), how_far, notes.get(&one.id).cloned().unwrap_or_default())
        })
        .collect();
    let (taking_part, handed_in) = (behind.accounts.len(), behind.handed_in());
    let own: BTreeSet<ElementId> = gatherer.shown_under.keys().copied().collect();
    let mut beside = gatherer.explanations.take_rest();
    let topics = goals.iter_mut().flat_map(|goal| &mut goal.topics).chain(&mut beside);
    below::fill(cx, &structure, &own, topics)?;
    let (compiled, open) = (settled_of(cx.tx, round.id, org_unit)?, is_open(cx, org_unit)?);
    let mut answers = answers::answers(cx.tx, round.id)?;
    // What one role reads stands in no report that everybody reads.
    answers.retain(|one| behind.takes_part(one.org_unit) && (!open || is_reported(&one.reader)));
    answers.sort_by_cached_key(|one| sort_key(structure.organisation.name(one.org_unit)));
    let audit_head = db::audit::head(cx.tx)?;
    Ok(Facts {
        org_unit,
        round,
        goals,
        beside,
        assignments,
        compiled,
        answers,
        taking_part,
        handed_in,
        audit_head,
    })
}

/// What the goals of a report are made from.
struct Gatherer<'a> {
    texts: Texts,
    structure: &'a Structure,
    /// What org units have judged of their own goals in accounts that are handed in.
    judged: &'a BTreeMap<ElementId, Part>,
    said: BTreeMap<ElementId, Vec<Assessment>>,
    series: BTreeMap<ElementId, Shown>,
    /// Measures already shown, with the title of the goal they stand under.
    shown_under: BTreeMap<ElementId, String>,
    status: BTreeMap<ElementId, Level>,
    progress: BTreeMap<ElementId, Progress>,
    explanations: Explanations,
    today: jiff::civil::Date,
    org_unit: OrgUnitId,
    is_asked: bool,
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

    /// What is said of each goal's own measures: that belongs there, whatever other goals the
    /// measure also hangs under further down.
    fn direct_topics(&mut self, goals: &[&Element]) -> Vec<Vec<Topic>> {
        let own = |goal: &&Element| {
            let measures = self.structure.measures_of(goal.id);
            let ids: BTreeSet<ElementId> = measures.iter().map(|(one, _)| one.id).collect();
            self.explanations.take_of(&ids)
        };
        goals.iter().map(own).collect()
    }

    fn goal(&mut self, goal: &Element, mut topics: Vec<Topic>) -> GoalFacts {
        let mut under = self.structure.below(goal.id);
        under.insert(goal.id);
        topics.extend(self.explanations.take_of(&under));
        let (measures, elsewhere) = self.measures(goal);
        let answers = self.structure.children_with(goal.id, Role::Goal);
        let mut answers: Vec<(Element, Level)> = answers
            .into_iter()
            .map(|one| ((**one).clone(), self.judged_by_owner(one.id)))
            .collect();
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

//! Reading everything a body's follow-up report is made of.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::{Element, Structure};
use domain::fulfilment::{Fulfilment, Progress, Stage};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::steering::Role;

use super::store::{self, QuotedPart, RoundRow};
use crate::activities;
use crate::assessment::store::{self as judgements, Assessment, AssessmentKind};
use crate::cx::Cx;
use crate::measures::{FindingWords, Shown, finding_words, shown_of_goals};
use crate::web::error::{Answer, OrNotFound};

/// A measure of a goal with what it says.
pub(super) struct MeasureFacts {
    pub(super) element: Element,
    pub(super) measure: Measure,
    pub(super) shown: Shown,
    pub(super) words: FindingWords,
}

/// A goal with everything the report says of it.
pub(super) struct GoalFacts {
    pub(super) element: Element,
    pub(super) level: Fulfilment,
    pub(super) judgements: Vec<Assessment>,
    pub(super) measures: Vec<MeasureFacts>,
    /// Goals of org units that answer to this one.
    pub(super) answers: Vec<(Element, Fulfilment)>,
    pub(super) quotes: Vec<QuotedPart>,
    pub(super) activities: Vec<(Element, Progress)>,
}

/// The input of a report.
pub(super) struct Facts {
    pub(super) org_unit: OrgUnitId,
    pub(super) round: RoundRow,
    pub(super) goals: Vec<GoalFacts>,
    pub(super) assignments: Vec<(Element, Progress, String)>,
    /// Org units below that take part: how many, and how many have handed in.
    pub(super) taking_part: usize,
    pub(super) handed_in: usize,
    /// The head of the audit chain when the report was made.
    pub(super) audit_head: String,
}

/// Most goals in one report; a committee with more is told to narrow the report.
const MOST_GOALS: usize = 120;

/// Reads the facts; 404 when there is no such body or nothing to report in.
pub(super) fn gather(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Answer<Facts> {
    let structure = cx.structure.clone();
    structure.organisation.get(org_unit).or_not_found()?;
    let today = cx.today();
    let round = store::newest_round(cx.tx, today)?.or_not_found()?;
    let quoted = store::quoted_parts(cx.tx, round.id)?;
    let states = store::account_states(cx.tx, round.id)?;
    let status = judgements::all_status(cx.tx)?;
    let progress = activities::store::all_progress(cx.tx)?;
    let below = |unit: OrgUnitId| structure.organisation.is_within(unit, org_unit);
    let owned = goals_of(&structure, org_unit);
    let mut said = judgements::of_org_unit(cx.tx, org_unit)?;
    let mut series = shown_of_goals(cx.tx, &structure, org_unit, today)?;
    let notes = activities::store::notes_of_assignments(cx.tx)?;
    let mut goals = Vec::new();
    for element in owned.into_iter().take(MOST_GOALS) {
        let level = |id: &ElementId| status.get(id).copied().unwrap_or(Fulfilment::NotAssessed);
        let answers = answers(&structure, element.id)
            .into_iter()
            .map(|answer| (answer.clone(), level(&answer.id)))
            .collect();
        goals.push(GoalFacts {
            level: level(&element.id),
            judgements: said.remove(&element.id).unwrap_or_default(),
            measures: measures(cx, &structure, element, &mut series),
            answers,
            quotes: quotes(&structure, element.id, &quoted, below),
            activities: work(&structure, element.id)
                .into_iter()
                .map(|work| {
                    let progress = progress.get(&work.id).copied().unwrap_or(Progress::NotStarted);
                    (work.clone(), progress)
                })
                .collect(),
            element: element.clone(),
        });
    }
    let assignments = structure
        .owned_by(org_unit)
        .filter(|one| one.role == Role::Assignment)
        .map(|one| {
            let how_far = progress.get(&one.id).copied().unwrap_or(Progress::NotStarted);
            ((**one).clone(), how_far, notes.get(&one.id).cloned().unwrap_or_default())
        })
        .collect();
    let (taking_part, handed_in) = collected(&structure, org_unit, &goals, &states);
    let audit_head = db::audit::head(cx.tx)?;
    Ok(Facts { org_unit, round, goals, assignments, taking_part, handed_in, audit_head })
}

/// How many accounts stand behind the report, and how many of them are handed in. As on the
/// body's page: what lies under it, and who answers to its goals from elsewhere.
fn collected(
    structure: &Structure,
    org_unit: OrgUnitId,
    goals: &[GoalFacts],
    states: &[(OrgUnitId, String)],
) -> (usize, usize) {
    let answers = goals.iter().flat_map(|goal| &goal.answers);
    let answering: BTreeSet<OrgUnitId> = answers.map(|(answer, _)| answer.owner).collect();
    let takes_part =
        |unit| structure.organisation.is_within(unit, org_unit) || answering.contains(&unit);
    let taking: Vec<_> = states.iter().filter(|(unit, _)| takes_part(*unit)).collect();
    let handed_in = taking
        .iter()
        .filter(|(_, state)| matches!(state.as_str(), "submitted" | "approved"))
        .count();
    (taking.len(), handed_in)
}

/// The goals of a body in the order of their numbers.
fn goals_of(structure: &Structure, org_unit: OrgUnitId) -> Vec<&Element> {
    let mut owned: Vec<&Element> = structure
        .owned_by(org_unit)
        .filter(|element| element.role == Role::Goal)
        .map(|element| &**element)
        .collect();
    owned.sort_by(|a, b| (&a.number, &a.title).cmp(&(&b.number, &b.title)));
    owned
}

fn answers(structure: &Structure, goal: ElementId) -> Vec<&Element> {
    structure.children_with(goal, Role::Goal).into_iter().map(|element| &**element).collect()
}

fn work(structure: &Structure, goal: ElementId) -> Vec<&Element> {
    structure.children_with(goal, Role::Activity).into_iter().map(|element| &**element).collect()
}

fn measures(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    goal: &Element,
    series: &mut BTreeMap<ElementId, Shown>,
) -> Vec<MeasureFacts> {
    let texts = cx.texts();
    let mut found = Vec::new();
    for (element, measure) in structure.measures_of(goal.id) {
        // A measure of two goals is shown under the first.
        let Some(shown) = series.remove(&element.id) else { continue };
        let words = finding_words(texts, &element.title, measure, &shown);
        let (element, measure) = ((**element).clone(), (**measure).clone());
        found.push(MeasureFacts { element, measure, shown, words });
    }
    // In the order of the model's classes: resources, outputs, results.
    let classes: Vec<&str> = structure
        .model
        .types_with_role(Role::Measure)
        .flat_map(|one| one.classes.iter().map(|class| class.name.as_str()))
        .collect();
    found.sort_by_key(|facts| classes.iter().position(|class| *class == facts.measure.class));
    found
}

/// Texts about the goal, about what answers to it, and about the measures of either.
fn quotes(
    structure: &Structure,
    goal: ElementId,
    quoted: &[QuotedPart],
    below: impl Fn(OrgUnitId) -> bool,
) -> Vec<QuotedPart> {
    let under = structure.below(goal);
    quoted
        .iter()
        .filter(|part| below(part.org_unit))
        .filter(|part| {
            part.subject.is_some_and(|subject| subject == goal || under.contains(&subject))
        })
        .cloned()
        .collect()
}

/// The newest judgement of a stage and kind.
pub(super) fn newest(
    judgements: &[Assessment],
    stage: Stage,
    kind: AssessmentKind,
) -> Option<&Assessment> {
    judgements.iter().find(|one| one.stage == stage && one.kind == kind)
}

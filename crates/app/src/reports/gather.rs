//! Reading everything a body's follow-up report is made of.

use std::collections::{BTreeMap, BTreeSet};

use domain::elements::Element;
use domain::followup::Round;
use domain::fulfilment::Progress;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;

use super::answers::{self, Answered};
use super::explained::{Explanations, Topic};
use super::goal_facts::Gatherer;
use super::order::goals_of;
use super::{below, untold};
use crate::activities;
use crate::assessment::store::{self as judgements, Assessment, Level};
use crate::compilations::{Compilation, Quote, settled_of};
use crate::cx::Cx;
use crate::followup::store::remedies_of_round;
use crate::followup::{Asks, Behind, asked_for, asks_of, happened, is_open};
use crate::i18n::sort_key;
use crate::measures::{FindingWords, Shown, shown_of_goals};
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
    /// Whether the round asks for judgements of goals.
    pub(super) asks_goals: bool,
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
    /// Org units that are counted here: how many, and how many have handed in.
    pub(super) taking_part: usize,
    pub(super) handed_in: usize,
    /// What the round asks for.
    pub(super) asks: Asks,
    /// What has happened to org units since the round opened.
    pub(super) happened: Vec<String>,
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
    let asks = asks_of(cx, round.id)?;
    // A round that asks neither for goals nor for measures says nothing of them.
    let all = if asks.goals || asks.measures { goals_of(&structure, org_unit) } else { Vec::new() };
    let (owned, heard) = (all, |unit| behind.is_heard(unit));
    let found = untold::told(cx, &structure, round.id)?;
    let remedies = remedies_of_round(cx.tx, round.id)?;
    let explanations = Explanations::new(&structure, found, remedies, &progress, heard);
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
        asks_goals: asks.goals,
        is_asked: behind.accounts.contains_key(&org_unit),
    };
    let direct = gatherer.direct_topics(&owned);
    let goals = owned.into_iter().zip(direct).map(|(goal, topics)| gatherer.goal(goal, topics));
    let mut goals: Vec<GoalFacts> = goals.collect();
    let is_asked = asks.goals || asks.measures;
    let assignments = if is_asked { gatherer.assignments(&notes) } else { Vec::new() };
    let (taking_part, handed_in) = behind.tally();
    let own: BTreeSet<ElementId> = gatherer.shown_under.keys().copied().collect();
    let mut beside = gatherer.explanations.take_rest(|unit| behind.counts(unit));
    let topics = goals.iter_mut().flat_map(|goal| &mut goal.topics).chain(&mut beside);
    below::fill(cx, (&structure, round.id), &own, topics)?;
    let (compiled, open) = (settled_of(cx.tx, round.id, org_unit)?, is_open(cx, org_unit)?);
    let mut answers = answers::answers(cx.tx, round.id)?;
    // What one role reads stands in no report that everybody reads.
    answers.retain(|one| behind.counts(one.org_unit) && (!open || is_reported(&one.reader)));
    answers.sort_by_cached_key(|one| sort_key(structure.organisation.name(one.org_unit)));
    let happened = happened(cx, Some(org_unit), &round)?;
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
        asks,
        happened,
        audit_head,
    })
}

//! What deviates: for each measure what the values show, the org units' explanations beside it, and
//! the chart.

use documents::{Block, Section};
use domain::followup::PartKind;

use super::measures::{figure, finding_status, outcome, target, unit_figure, units_table};
use super::quotes::{MOST_OF_A_MEASURE, quotes};
use super::{Context, paragraph};
use crate::reports::explained::Topic;
use crate::reports::gather::{Facts, GoalFacts, MeasureFacts};

/// Pictures of one measure at several org units; the table has them all.
const MOST_PICTURES: usize = 3;

/// One section for each measure of the goal that deviates or is explained, then what org units
/// explain of measures and activities of their own under the goal.
pub(super) fn of_goal(context: &Context<'_>, goal: &GoalFacts) -> Vec<Section> {
    let topic_of = |measure: &MeasureFacts| {
        goal.topics.iter().find(|topic| topic.subject == Some(measure.element.id))
    };
    let mut sections: Vec<Section> = goal
        .measures
        .iter()
        .filter(|measure| measure.deviates || topic_of(measure).is_some())
        .map(|measure| of_measure(context, measure, topic_of(measure)))
        .collect();
    let own = |topic: &&Topic| {
        let is_shown = goal.measures.iter().any(|one| topic.subject == Some(one.element.id));
        matches!(topic.kind, PartKind::Measure | PartKind::Economy) && !is_shown
    };
    sections.extend(goal.topics.iter().filter(own).map(|topic| of_topic(context, topic)));
    sections
}

fn of_measure(context: &Context<'_>, measure: &MeasureFacts, topic: Option<&Topic>) -> Section {
    let texts = context.texts;
    let said = finding_sentence(context, measure);
    let mut blocks = vec![Block::Status { status: finding_status(measure), text: said.into() }];
    match topic {
        Some(topic) => blocks.extend(quotes(context, topic, MOST_OF_A_MEASURE)),
        None => blocks.push(paragraph(texts.reports_unexplained())),
    }
    blocks.extend(figure(context, measure));
    Section { title: measure.element.title.clone(), blocks, sections: Vec::new() }
}

/// What the values show, with the value and the target where the sentence lacks them.
fn finding_sentence(context: &Context<'_>, measure: &MeasureFacts) -> String {
    let said = &measure.words.sentence;
    let target = target(context, measure);
    if measure.deviates && !target.is_empty() && !said.contains(&target) {
        let outcome = outcome(context, measure);
        let place = context.texts.reports_outcome_and_target(outcome, target);
        return format!("{place} {said}");
    }
    said.clone()
}

fn of_topic(context: &Context<'_>, topic: &Topic) -> Section {
    let mut blocks = Vec::new();
    if let [only] = topic.series.as_slice() {
        let said = finding_sentence(context, &only.facts);
        blocks.push(Block::Status { status: finding_status(&only.facts), text: said.into() });
    }
    blocks.extend(units_table(context, topic));
    blocks.extend(quotes(context, topic, MOST_OF_A_MEASURE));
    let shown = topic.series.iter().take(MOST_PICTURES);
    blocks.extend(shown.filter_map(|one| unit_figure(context, one.org_unit, &one.facts)));
    Section { title: topic_title(context, topic), blocks, sections: Vec::new() }
}

/// What a topic is called as a heading.
pub(super) fn topic_title(context: &Context<'_>, topic: &Topic) -> String {
    match topic.kind {
        PartKind::Activity => context.texts.reports_activities().to_owned(),
        PartKind::Goal => context.texts.reports_answers().to_owned(),
        _ => topic.title.clone(),
    }
}

/// What org units explain that hangs on none of the body's goals: it is not left out.
pub(super) fn beside_the_goals(context: &Context<'_>, facts: &Facts) -> Option<Section> {
    if facts.beside.is_empty() {
        return None;
    }
    let texts = context.texts;
    Some(Section {
        title: texts.reports_beside().to_owned(),
        blocks: vec![paragraph(texts.reports_beside_text())],
        sections: facts.beside.iter().map(|topic| of_topic(context, topic)).collect(),
    })
}

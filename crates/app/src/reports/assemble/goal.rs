//! One goal: its judgement, its measures, what deviates and why, the org units' answers to it, and
//! what is being done.

use documents::{Block, Cell, Section};
use domain::followup::PartKind;
use domain::fulfilment::Stage;

use super::quotes::{MOST_OF_A_GOAL, quotes};
use super::{Context, deviations, measures, paragraph, status, table, with_two_names, work};
use crate::assessment::store::{Assessment, AssessmentKind};
use crate::reports::gather::GoalFacts;

pub(super) fn section(context: &Context<'_>, goal: &GoalFacts) -> Section {
    let mut blocks = Vec::new();
    if goal.asks_goals {
        blocks.push(Block::Status {
            status: status(context, &goal.element, (goal.level.0, &goal.level.1)),
            text: judgement_words(context, goal).into(),
        });
        blocks.extend(reason(goal).map(paragraph));
    }
    blocks.extend(measures::table_of(context, goal));
    for (measure, first) in &goal.elsewhere {
        blocks.push(paragraph(context.texts.reports_measure_elsewhere(first, measure)));
    }
    let mut sections = deviations::of_goal(context, goal);
    sections.extend(answers(context, goal));
    sections.extend(work::activities(context, goal));
    Section { title: goal.element.title.clone(), blocks, sections }
}

/// The judgement of the stage that has the last word so far.
pub(super) fn latest_stage(goal: &GoalFacts, kind: AssessmentKind) -> Option<&Assessment> {
    [Stage::Political, Stage::Central, Stage::Own]
        .into_iter()
        .find_map(|stage| newest(&goal.judgements, stage, kind))
}

/// The reason of the latest stage that gave one.
fn reason(goal: &GoalFacts) -> Option<&str> {
    [Stage::Political, Stage::Central, Stage::Own]
        .into_iter()
        .filter_map(|stage| newest(&goal.judgements, stage, AssessmentKind::Outcome))
        .map(|judgement| judgement.reason.as_str())
        .find(|reason| !reason.is_empty())
}

fn judgement_words(context: &Context<'_>, goal: &GoalFacts) -> String {
    let texts = context.texts;
    let Some(judgement) = latest_stage(goal, AssessmentKind::Outcome) else {
        let unasked = texts.reports_not_asked(context.name(goal.element.owner));
        return if goal.is_asked { texts.reports_not_judged().to_owned() } else { unasked };
    };
    let who = if judgement.person_name.is_empty() {
        context.name(judgement.org_unit)
    } else {
        &judgement.person_name
    };
    let by = texts.reports_judged_by(context.day(judgement.at), who);
    match judgement.proposed {
        Some(proposed) if proposed != judgement.level => {
            let word = status(context, &goal.element, (proposed, "")).word;
            format!("{by} {}", texts.reports_differs(word))
        }
        _ => by,
    }
}

/// What the org units judge of their own goals, and what they say of it.
fn answers(context: &Context<'_>, goal: &GoalFacts) -> Option<Section> {
    let texts = context.texts;
    let topic = goal.topics.iter().find(|topic| topic.kind == PartKind::Goal);
    let mut blocks = Vec::new();
    if !goal.answers.is_empty() {
        let rows = goal.answers.iter().map(|(answer, level)| {
            vec![
                Cell::text(context.name(answer.owner)),
                Cell::text(&answer.title),
                Cell::Status { status: status(context, answer, (level.0, &level.1)) },
            ]
        });
        blocks.push(Block::Table(with_two_names(table(
            &texts.reports_answers_caption(&goal.element.title),
            &[texts.reports_org_unit(), texts.reports_goal(), texts.reports_judgement()],
            rows.collect(),
        ))));
    }
    blocks.extend(topic.into_iter().flat_map(|topic| quotes(context, topic, MOST_OF_A_GOAL)));
    let title = texts.reports_answers().to_owned();
    (!blocks.is_empty()).then_some(Section { title, blocks, sections: Vec::new() })
}

/// The newest judgement of a stage and kind.
fn newest(judgements: &[Assessment], stage: Stage, kind: AssessmentKind) -> Option<&Assessment> {
    judgements.iter().find(|one| one.stage == stage && one.kind == kind)
}

//! What is being done: a goal's activities, and assignments with the answers to them.

use documents::{Block, Cell, Section, Symbol};
use domain::elements::Element;
use domain::followup::PartKind;
use domain::fulfilment::Progress;
use domain::steering::Role;

use super::quotes::{MOST_OF_A_MEASURE, quotes};
use super::{Context, table};
use crate::activities::progress_word;
use crate::i18n::date;
use crate::reports::gather::{Facts, GoalFacts};
use crate::steering::plural;

fn state(context: &Context<'_>, work: &Element, progress: Progress) -> Cell {
    let symbol = match progress {
        Progress::NotStarted => Symbol::NotStarted,
        Progress::Ongoing => Symbol::Ongoing,
        Progress::Late => Symbol::Late,
        Progress::Done => Symbol::Done,
        Progress::Paused | Progress::Cancelled => Symbol::Paused,
    };
    Cell::status(symbol, progress_word(context.texts, context.structure, work, progress))
}

fn last_day(context: &Context<'_>, work: &Element) -> Cell {
    Cell::text(work.ends_on.map(|day| date(context.texts.language, day)).unwrap_or_default())
}

/// The goal's activities, and what is said of those that are late.
pub(super) fn activities(context: &Context<'_>, goal: &GoalFacts) -> Option<Section> {
    let texts = context.texts;
    let mut blocks = Vec::new();
    if !goal.activities.is_empty() {
        let rows = goal.activities.iter().map(|(work, progress)| {
            vec![
                Cell::text(&work.title),
                Cell::text(context.name(work.owner)),
                last_day(context, work),
                state(context, work, *progress),
            ]
        });
        blocks.push(Block::Table(table(
            &texts.reports_activities_caption(&goal.element.title),
            &[
                texts.reports_activity(),
                texts.reports_done_by_whom(),
                texts.reports_done_by(),
                texts.reports_progress(),
            ],
            rows.collect(),
        )));
    }
    let topic = goal.topics.iter().find(|topic| topic.kind == PartKind::Activity);
    blocks.extend(topic.into_iter().flat_map(|topic| quotes(context, topic, MOST_OF_A_MEASURE)));
    let title = texts.reports_activities().to_owned();
    (!blocks.is_empty()).then_some(Section { title, blocks, sections: Vec::new() })
}

/// The assignments, under the municipality's own word for them.
pub(super) fn assignments(context: &Context<'_>, facts: &Facts) -> Section {
    let texts = context.texts;
    let rows = facts.assignments.iter().map(|(assignment, progress, note)| {
        vec![
            Cell::text(&assignment.title),
            last_day(context, assignment),
            state(context, assignment, *progress),
            Cell::text(note),
        ]
    });
    let table = table(
        texts.reports_assignments_caption(),
        &[
            texts.reports_assignment(),
            texts.reports_done_by(),
            texts.reports_progress(),
            texts.reports_answer(),
        ],
        rows.collect(),
    );
    let kinds: Vec<_> = context.structure.model.types_with_role(Role::Assignment).collect();
    let title = match kinds.as_slice() {
        [only] => plural(texts.language, &only.term),
        _ => texts.reports_assignments().to_owned(),
    };
    Section { title, blocks: vec![Block::Table(table)], sections: Vec::new() }
}

//! The org units' own words, quoted with unit, subject, writer and what they do about it.

use documents::{Block, Fact, Origin, Quote, Status};
use domain::followup::PartKind;
use domain::fulfilment::{Fulfilment, Progress};

use super::{Context, count, fact, paragraph, symbol};
use crate::activities::progress_word;
use crate::followup;
use crate::i18n::date;
use crate::reports::explained::{Said, Topic};
use crate::reports::store::Explanation;

/// Explanations of one measure beyond these stand in the appendix.
pub(super) const MOST_OF_A_MEASURE: usize = 6;
/// What org units say of one goal beyond these stands in the appendix.
pub(super) const MOST_OF_A_GOAL: usize = 4;

/// How many explanations of a topic stand at the measure or goal.
pub(super) fn most_of(topic: &Topic) -> usize {
    if topic.kind == PartKind::Goal { MOST_OF_A_GOAL } else { MOST_OF_A_MEASURE }
}

/// The most telling explanations, and where the others stand.
pub(super) fn quotes(context: &Context<'_>, topic: &Topic, most: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        topic.said.iter().take(most).map(|said| quote(context, said)).collect();
    let more = topic.said.len().saturating_sub(most);
    if more > 0 {
        let words = context.in_words(more);
        blocks.push(paragraph(context.texts.reports_more_in_appendix(count(more), words)));
    }
    blocks
}

/// One explanation.
pub(super) fn quote(context: &Context<'_>, said: &Said) -> Block {
    let one = &said.explanation;
    Block::Quote(Quote {
        text: one.text.as_str().into(),
        about: one.title.clone(),
        status: one.level.map(|level| judged(context, said, level)),
        facts: facts(context, said),
        origin: Origin {
            who: one.person.clone(),
            place: context.name(one.org_unit).to_owned(),
            when: context.day(one.at),
            address: address(context, one),
        },
        automatic: false,
    })
}

/// Where the words stand. Who may read the report's body may open what lies under it; of what
/// answers to its goals from elsewhere that is not known.
fn address(context: &Context<'_>, one: &Explanation) -> String {
    if context.structure.organisation.is_within(one.org_unit, context.org_unit) {
        format!("{}/las#del-{}", followup::url(one.account), one.part)
    } else {
        String::new()
    }
}

/// What the org unit judges, as the answer to the question it was asked.
fn judged(context: &Context<'_>, said: &Said, level: Fulfilment) -> Status {
    let one = &said.explanation;
    let goal = one.subject.and_then(|id| context.structure.element(id));
    if let (PartKind::Goal, Some(goal)) = (one.kind, goal) {
        return super::status(context, goal, (level, &one.scale_level));
    }
    let way = match level {
        Fulfilment::Achieved => "yes",
        Fulfilment::Partly => "partly",
        Fulfilment::NotAchieved => "no",
        Fulfilment::CannotTell | Fulfilment::NotAssessed => "unknown",
    };
    let word = if one.kind == PartKind::Activity {
        context.texts.reports_will_be_done(way)
    } else {
        context.texts.reports_will_be_reached(way)
    };
    Status { symbol: symbol(level), tone: None, word }
}

fn facts(context: &Context<'_>, said: &Said) -> Vec<Fact> {
    let texts = context.texts;
    let mut facts = Vec::new();
    if !said.explanation.causes.is_empty() {
        facts.push(fact(texts.reports_causes(), &said.explanation.causes.join(", ")));
    }
    if !said.remedies.is_empty() {
        let lines: Vec<String> =
            said.remedies.iter().map(|(work, progress)| remedy(context, work, *progress)).collect();
        facts.push(fact(&texts.reports_remedies(count(lines.len())), &lines.join("\n")));
    }
    facts
}

/// What is done, until when, and how far it has come.
fn remedy(context: &Context<'_>, work: &domain::elements::Element, progress: Progress) -> String {
    let texts = context.texts;
    let state = &progress_word(texts, context.structure, work, progress);
    match work.ends_on {
        Some(day) => texts.reports_remedy_until(date(texts.language, day), state, &work.title),
        None => texts.reports_remedy(state, &work.title),
    }
}

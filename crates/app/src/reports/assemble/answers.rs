//! What the template asked and what was answered: the year's money, each question with what was chosen
//! and said, and the answers to assignments.

use std::collections::BTreeMap;

use documents::{Block, Cell, Origin, Quote, Section};
use domain::followup::{AnswerKind, PartKind};
use domain::fulfilment::Fulfilment;

use super::{Context, count, money, paragraph, table, with_numbers_in};
use crate::followup;
use crate::reports::answers::Answered;
use crate::reports::gather::Facts;

/// Quotes of one question.
const MOST_QUOTES: usize = 6;
/// Rows of a table with one for each org unit; a paper with more is read by nobody.
pub(super) const MOST_ROWS: usize = 200;

/// The sections, those without an answer left out.
pub(super) fn sections(context: &Context<'_>, facts: &Facts) -> Vec<Section> {
    let of = |kind: PartKind| -> Vec<&Answered> {
        facts.answers.iter().filter(|one| one.kind == kind).collect()
    };
    let mut all = Vec::new();
    all.extend(money::section(context, &of(PartKind::Forecast)));
    all.extend(questions(context, &of(PartKind::Question)));
    all.extend(assignments(context, &of(PartKind::Assignment)));
    all
}

fn questions(context: &Context<'_>, said: &[&Answered]) -> Option<Section> {
    let texts = context.texts;
    let mut asked: Vec<(String, Vec<&Answered>)> = Vec::new();
    for one in said {
        // What went well is asked in words of each unit's own, and is one question all the same.
        let same = |other: &Answered| match one.question {
            Some(id) => other.question == Some(id),
            None => other.question.is_none(),
        };
        match asked.iter_mut().find(|(_, all)| all.first().is_some_and(|first| same(first))) {
            Some((_, all)) => all.push(one),
            None => asked.push((
                if one.question.is_some() {
                    one.title.clone()
                } else {
                    texts.reports_what_went_well().to_owned()
                },
                vec![one],
            )),
        }
    }
    let sections: Vec<Section> = asked
        .into_iter()
        .map(|(title, all)| {
            let mut blocks: Vec<Block> = counted(context, &all).into_iter().collect();
            blocks.extend(beyond(context, &all));
            blocks.extend(quotes(context, &all));
            Section { title, blocks, sections: Vec::new() }
        })
        .collect();
    let title = texts.reports_questions().to_owned();
    (!sections.is_empty()).then_some(Section { title, blocks: Vec::new(), sections })
}

/// How many chose what, or what each counted.
fn counted(context: &Context<'_>, all: &[&Answered]) -> Option<Block> {
    let texts = context.texts;
    let kind = all.first().and_then(|one| one.answer)?;
    let rows: Vec<Vec<Cell>> = match kind {
        AnswerKind::Text => return None,
        AnswerKind::Number => all
            .iter()
            .filter(|one| !one.value.is_empty())
            .take(MOST_ROWS)
            .map(|one| vec![Cell::text(context.name(one.org_unit)), Cell::number(&one.value)])
            .collect(),
        AnswerKind::YesNo => {
            let levels = [Fulfilment::Achieved, Fulfilment::Partly, Fulfilment::NotAchieved];
            let words = [texts.followup_yes(), texts.followup_partly(), texts.followup_no()];
            let of = |level| all.iter().filter(|one| one.level == Some(level)).count();
            levels.into_iter().zip(words).map(|(level, word)| row(word, of(level))).collect()
        }
        AnswerKind::Choice => {
            let mut chosen: BTreeMap<&str, usize> = BTreeMap::new();
            for one in all.iter().filter(|one| !one.value.is_empty()) {
                *chosen.entry(one.value.as_str()).or_default() += 1;
            }
            chosen.into_iter().map(|(word, number)| row(word, number)).collect()
        }
    };
    let title = all.first().map(|one| one.title.clone()).unwrap_or_default();
    let first = match kind {
        AnswerKind::Number => texts.reports_unit(),
        _ => texts.reports_answer(),
    };
    let second = match kind {
        AnswerKind::Number => texts.reports_answer(),
        _ => texts.reports_units(),
    };
    (!rows.is_empty())
        .then(|| Block::Table(with_numbers_in(table(&title, &[first, second], rows), 1)))
}

/// How many numbers there are that the table has no row for.
fn beyond(context: &Context<'_>, all: &[&Answered]) -> Option<Block> {
    let is_number =
        |one: &&&Answered| one.answer == Some(AnswerKind::Number) && !one.value.is_empty();
    let more = all.iter().filter(is_number).count().saturating_sub(MOST_ROWS);
    (more > 0).then(|| paragraph(context.texts.reports_more_answers(count(more))))
}

fn row(word: &str, number: usize) -> Vec<Cell> {
    vec![Cell::text(word), Cell::number(number.to_string())]
}

fn assignments(context: &Context<'_>, said: &[&Answered]) -> Option<Section> {
    let blocks = quotes(context, said);
    let title = context.texts.reports_assignment_answers().to_owned();
    (!blocks.is_empty()).then_some(Section { title, blocks, sections: Vec::new() })
}

/// The words, quoted with their origin; how many more there are is said.
pub(super) fn quotes(context: &Context<'_>, said: &[&Answered]) -> Vec<Block> {
    let worded: Vec<&&Answered> = said.iter().filter(|one| !one.text.is_empty()).collect();
    let quote = |one: &&&Answered| {
        let inside = context.structure.organisation.is_within(one.org_unit, context.org_unit);
        let address = if inside {
            format!("{}/las#del-{}", followup::url(one.account), one.part)
        } else {
            String::new()
        };
        let about = match one.subject {
            Some(_) => one.title.clone(),
            None => String::new(),
        };
        Block::Quote(Quote {
            text: one.text.as_str().into(),
            about,
            status: None,
            facts: Vec::new(),
            origin: Origin {
                who: one.person.clone(),
                place: context.name(one.org_unit).to_owned(),
                when: context.day(one.at),
                address,
            },
            automatic: false,
        })
    };
    let mut blocks: Vec<Block> = worded.iter().take(MOST_QUOTES).map(quote).collect();
    let more = worded.len().saturating_sub(MOST_QUOTES);
    if more > 0 {
        blocks.push(paragraph(context.texts.reports_more_answers(count(more))));
    }
    blocks
}

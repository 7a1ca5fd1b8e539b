//! A goal's measures: the table of all, and a picture where there is something to see.

use documents::{Block, Cell, Figure, Status, Symbol, Tone};

use domain::ids::OrgUnitId;

use super::{Context, table, with_numbers_in};
use crate::measures::{latest_words, print_chart, target_words};
use crate::reports::explained::Topic;
use crate::reports::gather::{GoalFacts, MeasureFacts};
use crate::web::ui::{Symbol as PageSymbol, Tone as PageTone};

/// Fewest places of a series with a picture; limits need more, but a line can be seen before that.
const FEWEST_PLACES: usize = 3;

pub(super) fn table_of(context: &Context<'_>, goal: &GoalFacts) -> Option<Block> {
    if goal.measures.is_empty() {
        return None;
    }
    let texts = context.texts;
    let rows = goal.measures.iter().map(|facts| {
        vec![
            Cell::text(&facts.element.title),
            Cell::text(facts.measure.class.as_str()),
            Cell::number(outcome(context, facts)),
            Cell::text(target(context, facts)),
            Cell::Status { status: finding_status(facts) },
        ]
    });
    let table = table(
        &texts.reports_measures_caption(&goal.element.title),
        &[
            texts.reports_measure(),
            texts.reports_class(),
            texts.reports_outcome(),
            &target_header(context),
            texts.reports_finding(),
        ],
        rows.collect(),
    );
    Some(Block::Table(with_numbers_in(table, 2)))
}

/// A measure at the org units that explain it, where it is none of the body's own.
pub(super) fn units_table(context: &Context<'_>, topic: &Topic) -> Option<Block> {
    if topic.series.is_empty() {
        return None;
    }
    let texts = context.texts;
    let rows = topic.series.iter().map(|one| {
        vec![
            Cell::text(context.name(one.org_unit)),
            Cell::number(outcome(context, &one.facts)),
            Cell::text(target(context, &one.facts)),
            Cell::Status { status: finding_status(&one.facts) },
        ]
    });
    let table = table(
        &texts.reports_units_caption(&topic.title),
        &[
            texts.reports_org_unit(),
            texts.reports_outcome(),
            &target_header(context),
            texts.reports_finding(),
        ],
        rows.collect(),
    );
    Some(Block::Table(with_numbers_in(table, 1)))
}

/// The chart of an org unit, named by it.
pub(super) fn unit_figure(
    context: &Context<'_>,
    org_unit: OrgUnitId,
    facts: &MeasureFacts,
) -> Option<Block> {
    let title = format!("{}, {}", facts.element.title, context.name(org_unit));
    drawn(context, facts, &title, &format!("figure-{}-{org_unit}", facts.element.id))
}

/// What the municipality calls a target level.
pub(super) fn target_header(context: &Context<'_>) -> String {
    crate::steering::target_term(context.texts.language, &context.structure.model)
        .unwrap_or_else(|| context.texts.reports_target().to_owned())
}

/// The latest value.
pub(super) fn outcome(context: &Context<'_>, facts: &MeasureFacts) -> String {
    let latest = latest_words(context.texts, &facts.measure, &facts.shown);
    latest.unwrap_or_else(|| context.texts.reports_no_value().to_owned())
}

/// The target in force; empty without one.
pub(super) fn target(context: &Context<'_>, facts: &MeasureFacts) -> String {
    let target = facts.shown.target.as_ref();
    target.map(|target| target_words(context.texts, &facts.measure, target)).unwrap_or_default()
}

pub(super) fn finding_status(facts: &MeasureFacts) -> Status {
    let symbol = match facts.words.symbol {
        PageSymbol::Rising => Symbol::Rising,
        PageSymbol::Falling => Symbol::Falling,
        PageSymbol::Usual => Symbol::Steady,
        PageSymbol::TooFew => Symbol::TooFew,
        _ => Symbol::NotJudged,
    };
    let tone = match facts.words.tone {
        PageTone::Good => Tone::Good,
        PageTone::Partly => Tone::Partly,
        PageTone::Concern => Tone::Concern,
        PageTone::Neutral => Tone::Neutral,
        PageTone::Event => Tone::Event,
    };
    Status { symbol, tone: Some(tone), word: facts.words.word.clone() }
}

/// The chart, where the series is long enough. What it shows is said above it, not again below.
pub(super) fn figure(context: &Context<'_>, facts: &MeasureFacts) -> Option<Block> {
    drawn(context, facts, &facts.element.title, &format!("figure-{}", facts.element.id))
}

fn drawn(context: &Context<'_>, facts: &MeasureFacts, name: &str, id: &str) -> Option<Block> {
    if facts.shown.series.points.len() < FEWEST_PLACES {
        return None;
    }
    let title = format!("{name}, {}", facts.measure.measure_unit);
    let svg = print_chart(context.texts, (id, &title), &facts.measure, &facts.shown, &facts.words);
    Some(Block::Figure(Figure {
        svg,
        alt: format!("{title}. {}", facts.words.sentence),
        caption: title,
        finding: String::new(),
        source: facts.measure.source.clone(),
    }))
}

//! A goal's measures: the table of all, and a picture where there is something to see.

use documents::{Block, Cell, Figure, Status, Symbol, Tone};

use super::{Context, table, with_numbers_in};
use crate::measures::{print_chart, target_words, value_words};
use crate::reports::gather::{GoalFacts, MeasureFacts};
use crate::web::ui::{Symbol as PageSymbol, Tone as PageTone};

/// Fewest places of a series with a picture: as many as limits need.
const FEWEST_PLACES: usize = 6;

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

/// What the municipality calls a target level.
pub(super) fn target_header(context: &Context<'_>) -> String {
    crate::steering::target_term(&context.structure.model)
        .unwrap_or_else(|| context.texts.reports_target().to_owned())
}

/// The latest value.
pub(super) fn outcome(context: &Context<'_>, facts: &MeasureFacts) -> String {
    facts.shown.series.latest().map_or_else(
        || context.texts.reports_no_value().to_owned(),
        |(_, value)| value_words(context.texts.language, &facts.measure, value),
    )
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
    if facts.shown.series.points.len() < FEWEST_PLACES {
        return None;
    }
    let title = format!("{}, {}", facts.element.title, facts.measure.measure_unit);
    let id = format!("figure-{}", facts.element.id);
    let svg = print_chart(context.texts, (&id, &title), &facts.measure, &facts.shown, &facts.words);
    Some(Block::Figure(Figure {
        svg,
        alt: format!("{title}. {}", facts.words.sentence),
        caption: title,
        finding: String::new(),
        source: facts.measure.source.clone(),
    }))
}

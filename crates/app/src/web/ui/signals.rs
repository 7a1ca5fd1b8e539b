//! Measures that say something: rows for what stands out, cards with a sparkline, and the chain
//! from resources to results.

use maud::{Markup, html};

use super::heads::sag;
use super::{Symbol, Tone, details_section, signal_status};

/// A measure that stands out.
#[derive(Clone, Debug)]
pub struct Signal {
    /// Name of the measure.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Shape of the change.
    pub symbol: Symbol,
    /// Better or worse.
    pub tone: Tone,
    /// The change in words.
    pub word: String,
    /// One or two sentences.
    pub sentence: String,
    /// Sparkline as SVG, 250 × 56.
    pub sparkline: Markup,
    /// Latest value with its unit.
    pub value: String,
    /// The target in words.
    pub target: String,
}

/// One row of what stands out.
pub fn signal_row(signal: &Signal) -> Markup {
    html! {
        article.signal {
            div {
                h3 { a href=(signal.url) { (signal.title) } }
                (signal_status(signal.symbol, signal.tone, &signal.word))
                p.soft { (signal.sentence) }
            }
            div.chart-slot { (signal.sparkline) }
            div.value { span.num { (signal.value) } span.fine { (signal.target) } }
        }
    }
}

/// Measures that vary as usual, folded away under one line.
pub fn calm_rows(title: &str, note: &str, body: &Markup) -> Markup {
    details_section(Some(Symbol::Usual), title, note, false, body)
}

/// A measure on a card.
#[derive(Clone, Debug)]
pub struct Spark {
    /// Name of the measure.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Shape, tone and words of its state.
    pub state: (Symbol, Tone, String),
    /// Sparkline as SVG.
    pub sparkline: Markup,
    /// Latest value with its unit.
    pub value: String,
    /// The target in words.
    pub target: String,
}

/// A card that is a link to the measure.
pub fn sparkline_card(spark: &Spark) -> Markup {
    let (shape, tone, word) = &spark.state;
    html! {
        a.spark-card href=(spark.url) {
            b { (spark.title) }
            span.num { (spark.value) }
            (signal_status(*shape, *tone, word))
            span.fine { (spark.target) }
            span.chart-slot { (spark.sparkline) }
        }
    }
}

/// One class of measures in the chain.
#[derive(Clone, Debug)]
pub struct ChainColumn {
    /// Name of the class.
    pub title: String,
    /// What the class tells.
    pub note: String,
    /// The measures.
    pub cards: Vec<Spark>,
    /// Said when there are none.
    pub none: String,
}

/// Resources, outputs and results beside each other, tied by the thread.
pub fn chain(columns: &[ChainColumn]) -> Markup {
    html! {
        div.chain {
            @for (position, column) in columns.iter().enumerate() {
                section {
                    @if position + 1 < columns.len() { (sag()) }
                    span.knot.full[position + 1 == columns.len()] {}
                    h3 { (column.title) }
                    p.fine { (column.note) }
                    @for card in &column.cards { (sparkline_card(card)) }
                    @if column.cards.is_empty() { p.soft { (column.none) } }
                }
            }
        }
    }
}

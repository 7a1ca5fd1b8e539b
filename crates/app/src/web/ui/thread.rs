//! Röda tråden as columns: vision above, then a headed list of cards for each level. Connections are
//! told in hidden words; scripts draw the lines on wide screens, narrow ones show one vertical thread
//! with every card along it.

use maud::{Markup, html};

use super::{Link, Symbol, symbol};

/// The root of the thread.
#[derive(Clone, Debug, Default)]
pub struct Vision {
    /// Small words before.
    pub eyebrow: String,
    /// The vision itself.
    pub title: String,
    /// Its page.
    pub url: String,
}

/// Where a card is on the thread that is followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Not on it.
    #[default]
    Off,
    /// On it, with nothing further to the right.
    Ends,
    /// On it, and the thread goes on to the right.
    Passes,
}

/// One element of the thread.
#[derive(Clone, Debug)]
pub struct Card {
    /// Unique id on the page, which `parents` of other cards name.
    pub id: String,
    /// Where a choice leads, normally the same map with this card in focus.
    pub url: String,
    /// Status as a shape.
    pub symbol: Symbol,
    /// Status in words, hidden: the legend and the shape carry it for the eye.
    pub status: String,
    /// Title of the element.
    pub title: String,
    /// A tag that tells it from what is decided, if it is not.
    pub mark: Markup,
    /// Who is responsible, or when it is due.
    pub note: String,
    /// Hidden words that tell what it belongs to.
    pub belongs_to: String,
    /// Ids of the cards it hangs on in the column before.
    pub parents: Vec<String>,
    /// Where it is on the thread that is followed.
    pub place: Place,
    /// The one in focus.
    pub chosen: bool,
    /// Lacks a connection upwards.
    pub loose: bool,
}

impl Card {
    /// A card off the thread.
    pub fn new(
        id: impl Into<String>,
        url: impl Into<String>,
        symbol: Symbol,
        title: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            url: url.into(),
            symbol,
            status: String::new(),
            title: title.into(),
            mark: html! {},
            note: String::new(),
            belongs_to: String::new(),
            parents: Vec::new(),
            place: Place::Off,
            chosen: false,
            loose: false,
        }
    }
}

/// One level.
#[derive(Clone, Debug, Default)]
pub struct ThreadColumn {
    /// Id of the heading, unique on the page.
    pub id: String,
    /// Name of the level.
    pub title: String,
    /// How many, such as "12 av 86".
    pub count: String,
    /// Cards, the chosen thread first.
    pub cards: Vec<Card>,
    /// Leads to those not shown.
    pub more: Option<Link>,
    /// Unfolded: so many cards that words tell what each belongs to, and no lines.
    pub whole: bool,
}

/// The whole map.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    /// Root, if the model has one.
    pub vision: Option<Vision>,
    /// Two to five levels.
    pub columns: Vec<ThreadColumn>,
}

/// Vision and columns with the layer for the lines.
pub fn thread_columns(thread: &Thread) -> Markup {
    html! {
        div.loom data-thread {
            svg.lines aria-hidden="true" {}
            @if let Some(vision) = &thread.vision {
                a.vision href=(vision.url) {
                    span.dot {}
                    span.eyebrow { (vision.eyebrow) }
                    b { (vision.title) }
                }
            }
            div class={"columns cols-" (thread.columns.len())} {
                @for column in &thread.columns { (column_of(column)) }
            }
        }
    }
}

fn column_of(column: &ThreadColumn) -> Markup {
    html! {
        section.whole[column.whole] aria-labelledby=(column.id) {
            h2 #(column.id) { (column.title) " " span { (column.count) } }
            ol { @for card in &column.cards { li { (card_of(card)) } } }
            @if let Some(link) = &column.more { a.more href=(link.url) { (link.text) } }
        }
    }
}

fn card_of(card: &Card) -> Markup {
    let parents = (!card.parents.is_empty()).then(|| card.parents.join(" "));
    html! {
        a.node.on[card.place != Place::Off || card.chosen].out[card.place == Place::Passes].loose[card.loose] #(card.id) href=(card.url)
            data-parents=[parents] aria-current=[card.chosen.then_some("true")] {
            span class=(card.symbol.tone().class()) { (symbol(card.symbol, 18)) }
            b { (card.title) }
            small {
                @if !card.status.is_empty() { span.sr { (card.status) ". " } }
                (card.mark) " " (card.note)
                @if !card.belongs_to.is_empty() { span.belongs { span.sr { ". " } (card.belongs_to) } }
            }
        }
    }
}

/// Explains the two kinds of line: the thread that is followed, and other connections.
pub fn legend_of_lines(label: &str, statuses: &Markup, followed: &str, others: &str) -> Markup {
    let line = |colour: &str, width: &str| {
        html! {
            svg.line width="34" height="10" aria-hidden="true" { path d="M1 6C12 1 22 10 33 4" fill="none" stroke=(colour) stroke-width=(width) {} }
        }
    };
    html! {
        div.legend role="group" aria-label=(label) {
            (statuses)
            span { (line("var(--lingon)", "2.4")) (followed) }
            span { (line("var(--kant-stark)", "1")) (others) }
        }
    }
}

/// One symbol per unit, decoration beside a sentence that says the same.
pub fn symbol_row(symbols: &[Symbol]) -> Markup {
    html! {
        div.symbols aria-hidden="true" {
            @for shape in symbols { span class=(shape.tone().class()) { (symbol(*shape, 20)) } }
        }
    }
}

/// What stands beside the map about the chosen element.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// Kind and body.
    pub eyebrow: String,
    /// Title of the element.
    pub title: String,
    /// Its status.
    pub status: Markup,
    /// The same in a sentence.
    pub sentence: String,
    /// Headed parts (`h3`) below.
    pub body: Markup,
    /// Buttons.
    pub actions: Markup,
}

/// The chosen element.
pub fn thread_panel(panel: &Panel) -> Markup {
    html! {
        aside.sheet.panel aria-labelledby="panel-title" {
            p.eyebrow { (panel.eyebrow) }
            h2 #panel-title { (panel.title) }
            div.facing { (panel.status) p.soft { (panel.sentence) } }
            (panel.body)
            div.row { (panel.actions) }
        }
    }
}

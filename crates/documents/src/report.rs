//! The report tree: what a document says, without how it looks.
//!
//! Plain data that serialises to JSON, so that a frozen report can be kept and rendered again.

use serde::{Deserialize, Serialize};

use crate::Text;

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub title: String,
    #[serde(default)]
    pub subtitle: String,
    /// Language of the text, two or three letters: `sv`, `en`.
    pub language: String,
    /// Who stands behind the document; printed on the cover, in the header and as author.
    pub organisation: String,
    /// The day the document carries, ISO (`2026-09-15`), for the file's metadata. Without it the
    /// file has no date; the clock is never asked.
    #[serde(default)]
    pub date: Option<String>,
    /// The same day in words, or a period, as printed on the cover.
    #[serde(default)]
    pub date_text: String,
    /// What the cover states: decision, case number, period, author.
    #[serde(default)]
    pub facts: Vec<Fact>,
    #[serde(default)]
    pub sections: Vec<Section>,
    pub labels: Labels,
    /// What identifies the frozen text, printed at the foot of each page. May be empty.
    #[serde(default)]
    pub fingerprint: String,
    /// Whether headings are numbered 1, 1.1, 1.1.1.
    #[serde(default)]
    pub numbered: bool,
    #[serde(default)]
    pub palette: Palette,
}

/// The words that the renderers themselves need, in the reader's language.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    /// Heading of the table of contents.
    pub contents: String,
    /// “Page” and “of” in *Page 3 of 12*.
    pub page: String,
    pub of: String,
    /// Stands before the source of a table or figure.
    pub source: String,
    /// Stand before the number of a table or figure.
    pub table: String,
    pub figure: String,
    /// Marks a text that no person has edited.
    pub automatic: String,
}

/// A name and its value.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub name: String,
    pub value: Text,
}

/// A headed part. Its level follows from the nesting; five levels at most.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    #[serde(default)]
    pub blocks: Vec<Block>,
    #[serde(default)]
    pub sections: Vec<Section>,
}

/// One piece of content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// Opening paragraph in larger type.
    Lead { text: Text },
    Paragraph { text: Text },
    /// A judgement: symbol, word, and a sentence.
    Status { status: Status, text: Text },
    Quote(Quote),
    Table(Table),
    Figure(Figure),
    Facts { facts: Vec<Fact> },
    List(List),
    KeyFigures { figures: Vec<KeyFigure> },
    Note(Note),
    PageBreak,
}

/// Someone else's words, quoted upward with their origin.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    pub text: Text,
    #[serde(default)]
    pub origin: Origin,
    /// True when the text was composed by the system and nobody has edited it.
    #[serde(default)]
    pub automatic: bool,
}

/// Who wrote a quoted text, where, and when; empty parts are left out.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    #[serde(default)]
    pub who: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub when: String,
}

/// A shape with the word it stands for. The word is always printed.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Status {
    pub symbol: Symbol,
    /// Colour when it is not the symbol's own, for instance a rise that is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    pub word: String,
}

/// Shapes that differ without colour.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Symbol {
    /// Filled disc with a tick.
    Achieved,
    /// Ring with the right half filled.
    Partly,
    /// Filled diamond with an exclamation mark.
    Missed,
    /// Dashed ring.
    NotJudged,
    /// Stepped arrows; give a tone, for a rise may be good or bad.
    Rising,
    Falling,
    /// Wave: the usual variation.
    Steady,
    /// Three dots: too few values.
    TooFew,
    /// Thin ring.
    NotStarted,
    /// Ring with the lower half filled.
    Ongoing,
    /// Filled diamond.
    Late,
    /// Tick.
    Done,
    /// Two bars.
    Paused,
}

/// What a colour says.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    Good,
    Partly,
    Concern,
    Neutral,
    Event,
}

/// Which colours stand for the tones.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Palette {
    /// Blue, amber, orange.
    #[default]
    Standard,
    /// Green, amber, red.
    TrafficLight,
}

impl Symbol {
    /// The tone that the shape has on its own.
    pub fn tone(self) -> Tone {
        match self {
            Self::Achieved | Self::Done => Tone::Good,
            Self::Partly | Self::Ongoing => Tone::Partly,
            Self::Missed | Self::Late => Tone::Concern,
            Self::NotJudged | Self::Steady | Self::TooFew | Self::NotStarted | Self::Paused => {
                Tone::Neutral
            }
            Self::Rising | Self::Falling => Tone::Event,
        }
    }
}

/// A data table. Every table has a caption and a header for each column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    #[serde(default)]
    pub source: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Whether the first cell of each row names the row.
    #[serde(default)]
    pub row_headers: bool,
}

#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub header: String,
    #[serde(default)]
    pub align: Align,
    #[serde(default)]
    pub width: Width,
}

/// Side to which the cells of a column are set. Numbers go to the end.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    #[default]
    Start,
    Centre,
    End,
}

/// Width hint of a column. When no column asks for a share, the first one takes what is left.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// As wide as its content.
    #[default]
    Fit,
    /// Part of the remaining width, relative to the other shares.
    Share(u16),
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// A sum or another row that the eye should find.
    #[serde(default)]
    pub strong: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Cell {
    Text { text: Text },
    Status { status: Status },
    /// A number, already written in the reader's language with its unit.
    Number { number: String },
}

impl Cell {
    pub fn text(text: impl Into<Text>) -> Self {
        Self::Text { text: text.into() }
    }

    pub fn number(number: impl Into<String>) -> Self {
        Self::Number { number: number.into() }
    }

    pub fn status(symbol: Symbol, word: impl Into<String>) -> Self {
        Self::Status { status: Status { symbol, tone: None, word: word.into() } }
    }
}

/// A drawing with its finding in words before it.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// SVG 1.1 of plain shapes and text with fixed colours. Scripts, styles, embedded images and
    /// outside references are refused.
    pub svg: String,
    /// What a reader who cannot see the drawing needs to know.
    pub alt: String,
    pub caption: String,
    /// The one sentence the drawing shows.
    #[serde(default)]
    pub finding: String,
    #[serde(default)]
    pub source: String,
}

#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct List {
    #[serde(default)]
    pub ordered: bool,
    pub items: Vec<Text>,
}

/// A large number with what it counts.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct KeyFigure {
    pub value: String,
    pub name: String,
    #[serde(default)]
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// A remark set apart from the text.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Note {
    #[serde(default)]
    pub title: String,
    pub text: Text,
}

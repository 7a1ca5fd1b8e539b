//! The report tree: what a document says, without how it looks.
//!
//! Plain data that serialises to JSON, so that a frozen report can be kept and rendered again.

use serde::{Deserialize, Serialize};

use crate::Text;
use crate::status::{Palette, Status};
use crate::table::Table;

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
    Lead {
        text: Text,
    },
    Paragraph {
        text: Text,
    },
    /// A judgement: symbol, word, and a sentence.
    Status {
        status: Status,
        text: Text,
    },
    Quote(Quote),
    Table(Table),
    Figure(Figure),
    Facts {
        facts: Vec<Fact>,
    },
    List(List),
    KeyFigures {
        figures: Vec<KeyFigure>,
    },
    Note(Note),
    PageBreak,
}

/// Someone else's words, quoted upward with their origin.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The words; may be blank when only what belongs to them was given.
    pub text: Text,
    #[serde(default)]
    pub origin: Origin,
    /// What the words are about. When given, place and subject head the quote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// What the writer judges of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What belongs to the words: causes, and what is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
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
    /// Where the words stand: a path on the same site, linked on the screen and not printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

impl Report {
    /// The report for a reader who may not follow its quotes to where they stand.
    #[must_use]
    pub fn without_addresses(mut self) -> Self {
        self.sections.iter_mut().for_each(Section::drop_addresses);
        self
    }
}

impl Section {
    fn drop_addresses(&mut self) {
        for block in &mut self.blocks {
            if let Block::Quote(quote) = block {
                quote.origin.address.clear();
            }
        }
        self.sections.iter_mut().for_each(Self::drop_addresses);
    }
}

impl Quote {
    /// Who, where and when on one line; the place is left out where it heads the quote.
    pub(crate) fn origin_line(&self) -> String {
        let place = if self.about.is_empty() { self.origin.place.as_str() } else { "" };
        let parts = [self.origin.who.as_str(), place, self.origin.when.as_str()];
        let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        known.join(" · ")
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

//! A year on one sheet: a drawing beside what is done month by month.

use serde::{Deserialize, Serialize};

use crate::report::Figure;
use crate::status::Palette;

/// The sheet. It has the size of A3, lying.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Poster {
    /// What the file is called.
    pub title: String,
    /// The large words on the sheet.
    pub heading: String,
    /// Language of the text, two or three letters: `sv`, `en`.
    pub language: String,
    /// Whose year it is; printed above the heading.
    pub organisation: String,
    /// The day the sheet carries, ISO, for the file's metadata.
    #[serde(default)]
    pub date: Option<String>,
    /// Who made it and when, at the foot of the sheet.
    #[serde(default)]
    pub foot: String,
    /// The drawing, with what it says to those who cannot see it.
    pub figure: Figure,
    /// How the drawing is read, below it.
    #[serde(default)]
    pub key: Vec<String>,
    /// The months in order.
    #[serde(default)]
    pub months: Vec<PosterMonth>,
    /// What others do meanwhile, in order.
    #[serde(default)]
    pub others: PosterList,
    #[serde(default)]
    pub palette: Palette,
}

/// A month and what is done in it.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct PosterMonth {
    pub title: String,
    #[serde(default)]
    pub days: Vec<PosterDay>,
}

/// Something that is done on a day.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct PosterDay {
    /// The day of the month.
    pub day: u8,
    pub title: String,
    #[serde(default)]
    pub note: String,
}

/// Lines under a heading of their own; without lines there is no heading.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct PosterList {
    pub title: String,
    pub lines: Vec<PosterLine>,
}

/// A day in words, what is done, and by whom.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct PosterLine {
    pub day: String,
    pub title: String,
    pub whose: String,
}

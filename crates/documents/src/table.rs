//! Data tables: caption, headers and cells.

use serde::{Deserialize, Serialize};

use crate::Text;
use crate::status::{Status, Symbol};

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
    Text {
        text: Text,
    },
    Status {
        status: Status,
    },
    /// A number, already written in the reader's language with its unit.
    Number {
        number: String,
    },
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

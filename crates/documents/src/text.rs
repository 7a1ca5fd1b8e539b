//! Running text as plain data: pieces with emphasis and language, never markup.

use serde::{Deserialize, Serialize};

/// A text made of runs. A line feed inside a run is a line break; nothing else has a meaning.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Run>);

/// A piece of text with one emphasis and one language.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub text: String,
    #[serde(default)]
    pub emphasis: Emphasis,
    /// Language code (`en`, `fi`) where it differs from the report's, so that a screen reader
    /// pronounces it right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// How much a run is stressed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    #[default]
    Plain,
    /// Stress within a sentence (italic).
    Stress,
    /// Importance (semi-bold).
    Strong,
}

impl Text {
    /// True when there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|run| run.text.trim().is_empty())
    }

    /// Adds a run with the given emphasis.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>, emphasis: Emphasis) -> Self {
        self.0.push(Run { text: text.into(), emphasis, language: None });
        self
    }
}

impl<S: Into<String>> From<S> for Text {
    fn from(text: S) -> Self {
        Self(vec![Run { text: text.into(), emphasis: Emphasis::Plain, language: None }])
    }
}

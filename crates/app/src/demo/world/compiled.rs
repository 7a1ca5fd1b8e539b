//! What bodies of Skärvik say of what is reported under them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A text from below that a body quotes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Quoted {
    /// Whose account, and about what.
    pub org: String,
    pub about: String,
    /// The body whose own text it is, instead of a part.
    pub of: String,
    /// The body below that quotes it too.
    pub through: Option<String>,
    /// What the body says beside it.
    pub beside: String,
    /// What it said when it was quoted, where it has changed since.
    pub was: Option<String>,
}

/// What a body says of what is reported under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compiled {
    pub org: String,
    pub author: String,
    pub changed: Timestamp,
    #[serde(default)]
    pub settled: bool,
    pub text: String,
    pub quotes: Vec<Quoted>,
}

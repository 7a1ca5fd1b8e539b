//! Fields that a municipality adds to a type of element, beside what the role has.

use super::kinds::{Closed, closed};
use std::fmt;

/// Most fields that a type has of a municipality's own.
pub const MOST_FIELDS: usize = 24;
/// Longest name of such a field, in letters.
pub const LONGEST_FIELD_NAME: usize = 80;

closed! {
    /// How a field is filled in.
    FieldKind, "field kind" {
        /// A few words on one line.
        Text = "text",
        /// Sentences.
        LongText = "long_text",
        /// A number.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of the choices that the model lists.
        Choice = "choice",
        /// Yes or no.
        YesNo = "yes_no",
    }

    /// What of the program's own a field is another name for; it is then filled in there, once.
    FieldTwin, "same as" {
        /// How a measure is measured.
        Method = "method",
        /// Whether a measure says something of quality to the inhabitants.
        Inhabitants = "inhabitants",
    }
}

/// A field of a municipality's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What it is called; also what its values are kept by.
    pub name: String,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What can be chosen, for the kind choice.
    pub choices: Vec<String>,
    /// A sentence of help, or the question as it is asked.
    pub help: Option<String>,
    /// What of the program's own it is.
    pub same_as: Option<FieldTwin>,
}

impl Field {
    /// A field of which the model says the name alone: sentences.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: FieldKind::LongText,
            choices: Vec::new(),
            help: None,
            same_as: None,
        }
    }

    /// Whether the name says all there is to say of it.
    pub fn is_name_alone(&self) -> bool {
        *self == Self::named(self.name.as_str())
    }
}

//! The kinds of field there are.

use super::super::choices::{Choice, Layout};
use super::{Control, Field};

impl Field {
    /// One line of text.
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "text", "input")
    }

    /// An e-mail address.
    pub fn email(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "email", "input")
    }

    /// A password.
    pub fn password(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "password", "input")
    }

    /// A number as people write it, with comma or point; never cleared by the browser.
    pub fn number(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "text", "input number")
    }

    /// A day.
    pub fn date(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "date", "input short")
    }

    /// Several lines of text.
    pub fn textarea(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Control::Area { rows: 5 })
    }

    /// One of a list. The choice marked as chosen is shown.
    pub fn select(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Select(choices))
    }

    /// One of a few, as rows.
    pub fn radios(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Choices { kind: "radio", layout: Layout::Rows, choices })
    }

    /// One of two to five, as cards with symbols: a judgement.
    pub fn cards(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Choices { kind: "radio", layout: Layout::Cards, choices })
    }

    /// Any of a few, as rows.
    pub fn checkboxes(
        name: impl Into<String>,
        label: impl Into<String>,
        choices: Vec<Choice>,
    ) -> Self {
        Self::new(name, label, Control::Choices { kind: "checkbox", layout: Layout::Rows, choices })
    }

    /// Any of a few short words, as chips.
    pub fn chips(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(
            name,
            label,
            Control::Choices { kind: "checkbox", layout: Layout::Chips, choices },
        )
    }

    /// A file; `accept` as in HTML.
    pub fn file(
        name: impl Into<String>,
        label: impl Into<String>,
        accept: impl Into<String>,
    ) -> Self {
        Self::new(name, label, Control::File { accept: accept.into() })
    }
}

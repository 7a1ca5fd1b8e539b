//! What can be chosen: radio buttons, checkboxes, chips, cards and a list to tick off.

use maud::{Markup, html};

use super::autosave::Draft;
use super::{Symbol, signal_status, symbol};

/// How choices are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Rows,
    Chips,
    Cards,
}

/// Choices that share a name.
#[derive(Clone, Copy)]
pub(super) struct Group<'a> {
    /// `radio` or `checkbox`.
    pub(super) kind: &'a str,
    pub(super) layout: Layout,
    pub(super) name: &'a str,
    pub(super) id: &'a str,
    pub(super) value: &'a str,
    pub(super) choices: &'a [Choice],
    pub(super) draft: Option<&'a Draft>,
}

/// One choice.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// More words under the label.
    pub note: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Symbol, and the word that stands beside it in a checklist.
    pub symbol: Option<(Symbol, String)>,
}

impl Choice {
    /// A choice that sends `value` and reads `label`.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// Chosen or not.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// More words.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// With a symbol; in cards the label itself is the word.
    #[must_use]
    pub fn symbol(mut self, symbol: Symbol, word: impl Into<String>) -> Self {
        self.symbol = Some((symbol, word.into()));
        self
    }
}

/// The controls of a group. The first has the group's id, so that a link from the error summary lands there.
pub(super) fn render_choices(group: &Group<'_>) -> Markup {
    let Group { kind, layout, name, id, value, choices, draft } = *group;
    let (class, item) = match layout {
        Layout::Rows => ("ticks", "tick"),
        Layout::Chips => ("chips", "chip"),
        Layout::Cards => ("choices", "choice"),
    };
    html! {
        div class=(class) data-autosave=[draft.map(|draft| &draft.url)] data-version=[draft.map(|draft| &draft.version)] {
            @for (position, choice) in choices.iter().enumerate() {
                @let checked = choice.chosen || (!value.is_empty() && choice.value == value);
                @let own_id = if position == 0 { id.to_owned() } else { format!("{id}-{position}") };
                label class=(item) {
                    @if layout == Layout::Cards {
                        span.choice-top {
                            input #(own_id) type=(kind) name=(name) value=(choice.value) checked[checked];
                            @if let Some((shape, _)) = &choice.symbol { span class=(shape.tone().class()) { (symbol(*shape, 18)) } }
                        }
                    } @else {
                        input #(own_id) type=(kind) name=(name) value=(choice.value) checked[checked];
                    }
                    span { (choice.label) @if !choice.note.is_empty() { small { (choice.note) } } }
                    @if layout == Layout::Rows {
                        @if let Some((shape, word)) = &choice.symbol { (signal_status(*shape, shape.tone(), word)) }
                    }
                }
            }
        }
    }
}

/// A ruled list to tick off, each row with its state: remedies, activities, deliveries.
pub fn checklist(name: &str, choices: &[Choice]) -> Markup {
    html! {
        ul.checklist {
            @for choice in choices {
                li {
                    label.tick {
                        input type="checkbox" name=(name) value=(choice.value) checked[choice.chosen];
                        span { (choice.label) @if !choice.note.is_empty() { small { (choice.note) } } }
                        @if let Some((shape, word)) = &choice.symbol { (signal_status(*shape, shape.tone(), word)) }
                    }
                }
            }
        }
    }
}

//! Trees as nested lists that unfold: organisation, goals below goals. No tree role, so links
//! stay links, and the button that unfolds stands beside them.

use maud::{Markup, html};

use super::{Symbol, symbol};

/// A branch with what stands on its line and what is below.
#[derive(Clone, Debug, Default)]
pub struct Branch {
    /// The line: link, status, whatever belongs to it.
    pub content: Markup,
    /// At the far end of the line.
    pub end: Option<Markup>,
    /// Name of the button that unfolds it, such as what is below whom.
    pub toggle: String,
    /// Branches below.
    pub below: Vec<Branch>,
    /// Unfolded from the start.
    pub open: bool,
}

impl Branch {
    /// A branch with nothing below.
    pub fn leaf(content: Markup) -> Self {
        Self { content, ..Self::default() }
    }

    /// A branch with others below.
    pub fn with(content: Markup, toggle: impl Into<String>, below: Vec<Self>, open: bool) -> Self {
        Self { content, toggle: toggle.into(), below, open, end: None }
    }

    /// With something at the far end of its line.
    #[must_use]
    pub fn end(mut self, end: Markup) -> Self {
        self.end = Some(end);
        self
    }
}

/// A tree of branches.
pub fn tree(branches: &[Branch]) -> Markup {
    html! { div.tree { (level(branches)) } }
}

fn level(branches: &[Branch]) -> Markup {
    html! {
        ul {
            @for branch in branches {
                li {
                    div.line { (line(branch)) }
                    @if !branch.below.is_empty() {
                        details open[branch.open] {
                            summary { span.chev { (symbol(Symbol::Down, 16)) } span.sr { (branch.toggle) } }
                            (level(&branch.below))
                        }
                    }
                }
            }
        }
    }
}

fn line(branch: &Branch) -> Markup {
    html! {
        span { (branch.content) }
        @if let Some(end) = &branch.end { span.end { (end) } }
    }
}

/// The thread in words: sentences in nested lists, nothing folded.
pub fn in_words(branches: &[Branch]) -> Markup {
    html! { div.in-words { (sentences(branches)) } }
}

fn sentences(branches: &[Branch]) -> Markup {
    html! {
        ul {
            @for branch in branches {
                li { (branch.content) @if !branch.below.is_empty() { (sentences(&branch.below)) } }
            }
        }
    }
}

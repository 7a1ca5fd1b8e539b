//! Running text with an origin, facts, and what can be folded away.

use maud::{Markup, html};

use super::{Symbol, Tone, symbol};

/// A name and what it is.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Name of the fact.
    pub name: String,
    /// Its content.
    pub content: Markup,
}

impl Fact {
    /// A fact in words.
    pub fn new(name: impl Into<String>, words: &str) -> Self {
        Self { name: name.into(), content: html! { (words) } }
    }

    /// A fact with a link or a symbol in it.
    pub fn rich(name: impl Into<String>, content: Markup) -> Self {
        Self { name: name.into(), content }
    }
}

/// Facts one per line, for the column at the side.
pub fn facts(facts: &[Fact]) -> Markup {
    html! { dl.facts { @for fact in facts { dt { (fact.name) } dd { (fact.content) } } } }
}

/// Facts in one line, under a heading.
pub fn facts_across(facts: &[Fact]) -> Markup {
    html! { dl.facts.across { @for fact in facts { div { dt { (fact.name) } dd { (fact.content) } } } } }
}

/// Text written elsewhere, quoted upward with its origin.
pub fn quote(text: &str, origin: &Markup) -> Markup {
    html! { blockquote.quoted { p { (text) } footer { (origin) } } }
}

/// A voice from outside in larger type.
pub fn voice(text: &str, below: &Markup) -> Markup {
    html! { div.voice { q { (text) } p.soft { (below) } } }
}

/// A part that can be unfolded; `leading` is a symbol before the words.
pub fn details_section(
    leading: Option<Symbol>,
    title: &str,
    note: &str,
    open: bool,
    body: &Markup,
) -> Markup {
    html! {
        details.fold open[open] {
            summary {
                @if let Some(shape) = leading { span class=(shape.tone().class()) { (symbol(shape, 20)) } }
                span { (title) " " @if !note.is_empty() { span.soft { (note) } } }
                span.chev { (symbol(Symbol::Down, 18)) }
            }
            div.fold-body { (body) }
        }
    }
}

/// A short word on a tint, such as a draft's state.
pub fn tag(tone: Tone, word: &str) -> Markup {
    html! { span class={"tag " (tone.name())} { (word) } }
}

/// An earlier text offered for reuse; `field` is the id of the field it can be put into.
pub fn recall(lead: &str, text: &str, use_words: &str, field: &str) -> Markup {
    html! {
        div.recall {
            b { (lead) } " ”" (text) "” "
            button.link-button type="submit" name="use" value=(field) data-use-text=(field) data-text=(text) { (use_words) }
        }
    }
}

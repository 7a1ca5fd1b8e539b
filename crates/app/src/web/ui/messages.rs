//! What the system tells: problems with a form, notices, emptiness and a broken thread.

use maud::{Markup, html};

use super::{Symbol, Tone, symbol};

/// One problem, with the id of the field it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Id of the field; empty for the form as a whole.
    pub field: String,
    /// What is wrong and how to put it right.
    pub words: String,
}

impl Problem {
    /// A problem at a field.
    pub fn at(field: impl Into<String>, words: impl Into<String>) -> Self {
        Self { field: field.into(), words: words.into() }
    }

    /// What is wrong with a field, of all that is wrong in a form.
    pub fn of<'a>(problems: &'a [Self], field: &str) -> Option<&'a str> {
        problems.iter().find(|one| one.field == field).map(|one| one.words.as_str())
    }
}

/// All problems of a form, first in main; scripts move focus here.
pub fn error_summary(title: &str, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.error-summary #error-summary role="alert" tabindex="-1" aria-labelledby="error-summary-title" data-focus {
                h2 #error-summary-title { (title) }
                ul {
                    @for problem in problems {
                        li {
                            @if problem.field.is_empty() { (problem.words) }
                            @else { a href={"#" (problem.field)} { (problem.words) } }
                        }
                    }
                }
            }
        }
    }
}

/// A message of some length in a tone; the symbol repeats the tone as a shape.
pub fn notice(tone: Tone, title: &str, body: &Markup) -> Markup {
    let shape = match tone {
        Tone::Good => Symbol::Met,
        Tone::Partly => Symbol::Partly,
        Tone::Concern => Symbol::NotMet,
        Tone::Neutral | Tone::Event => Symbol::Talk,
    };
    html! {
        div class={"notice " (tone.name())} {
            (symbol(shape, 18))
            @if !title.is_empty() { h2 { (title) } }
            div.notice-body { (body) }
        }
    }
}

/// What will be here, why it is empty and one thing to do.
pub fn empty_state(title: &str, why: &str, action: Option<&Markup>) -> Markup {
    html! {
        div.empty {
            span.knot.left {}
            div {
                p { (title) }
                @if !why.is_empty() { p.soft { (why) } }
                @if let Some(action) = action { div.row { (action) } }
            }
        }
    }
}

/// A thread that ends in a hollow knot: the only picture on an error page.
pub fn broken_thread() -> Markup {
    html! {
        div.broken {
            svg viewBox="0 0 208 26" aria-hidden="true" {
                path d="M8 9C30 20 62 20 84 11" fill="none" stroke="var(--lingon)" stroke-width="2.5" stroke-linecap="round" {}
                path d="M84 11C110 1 150 20 192 9" fill="none" stroke="var(--kant-stark)" stroke-width="1.8" stroke-dasharray="3 5" {}
                circle cx="8" cy="9" r="7" fill="var(--lingon)" {}
                circle cx="198" cy="9" r="6" fill="var(--linne)" stroke="var(--kant-stark)" stroke-width="2" {}
            }
        }
    }
}

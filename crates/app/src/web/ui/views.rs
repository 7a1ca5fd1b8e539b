//! Choosing how to look at a page: views, filters and pages of a long list. All of it is links.

use maud::{Markup, html};

use super::{Link, Symbol, symbol};

/// Views of the same thing side by side; `current` is the position of the shown one.
pub fn segmented(label: &str, views: &[Link], current: usize) -> Markup {
    html! {
        nav.segmented aria-label=(label) {
            @for (position, view) in views.iter().enumerate() {
                a href=(view.url) aria-current=[(position == current).then_some("page")] { (view.text) }
            }
        }
    }
}

/// One filter: its name, what is chosen and what else can be.
#[derive(Clone, Debug)]
pub enum Filter {
    /// One of several, unfolding a list of links; the position of the chosen one.
    OneOf {
        /// What is filtered by.
        name: String,
        /// The choices.
        choices: Vec<Link>,
        /// Position of the chosen one.
        chosen: usize,
    },
    /// On or off; the link turns it over.
    Toggle {
        /// Link with the words.
        link: Link,
        /// Symbol before the words.
        symbol: Option<Symbol>,
        /// Whether it is on.
        on: bool,
    },
}

/// A line of filters with a note at the end.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// Name of the group.
    pub label: String,
    /// Filters in order.
    pub filters: Vec<Filter>,
    /// Words at the end, such as how fresh the figures are.
    pub note: String,
}

/// Filters as pills.
pub fn filter_pills(filters: &Filters) -> Markup {
    html! {
        div.filters role="group" aria-label=(filters.label) {
            @for filter in &filters.filters {
                @match filter {
                    Filter::OneOf { name, choices, chosen } => (picker(name, choices, *chosen)),
                    Filter::Toggle { link, symbol: shape, on } => {
                        a.pill href=(link.url) aria-current=[on.then_some("true")] {
                            @if let Some(shape) = shape { (symbol(*shape, 14)) }
                            (link.text)
                        }
                    },
                }
            }
            @if !filters.note.is_empty() { span.fine.end { (filters.note) } }
        }
    }
}

/// Filters with what belongs to them, folded where the screen is small: the list is what one came for.
/// The words say how many of them are on.
pub fn folded_filters(words: &str, filters: &Filters, beside: &Markup) -> Markup {
    html! {
        details.sieve {
            summary.pill { (words) " " (symbol(Symbol::Down, 14)) }
            (filter_pills(filters))
            (beside)
        }
    }
}

fn picker(name: &str, choices: &[Link], chosen: usize) -> Markup {
    html! {
        details.pick name="filter" {
            summary.pill {
                span { (name) } " "
                @if let Some(choice) = choices.get(chosen) { (choice.text) }
                " " (symbol(Symbol::Down, 14))
            }
            ul {
                @for (position, choice) in choices.iter().enumerate() {
                    li { a href=(choice.url) aria-current=[(position == chosen).then_some("true")] { (choice.text) } }
                }
            }
        }
    }
}

/// A long list's pages.
#[derive(Clone, Debug, Default)]
pub struct Pagination {
    /// Name of the navigation.
    pub label: String,
    /// Which rows are shown, in words.
    pub shown: String,
    /// Words and address backwards.
    pub previous: Option<Link>,
    /// Words and address forwards.
    pub next: Option<Link>,
    /// Numbered pages; an empty address is a gap.
    pub pages: Vec<Link>,
    /// Position of the current page in `pages`.
    pub current: usize,
}

/// Links to the pages of a list.
pub fn pagination(pages: &Pagination) -> Markup {
    html! {
        nav.pages aria-label=(pages.label) {
            p { (pages.shown) }
            ol {
                @if let Some(link) = &pages.previous { li { a href=(link.url) rel="prev" { (link.text) } } }
                @for (position, link) in pages.pages.iter().enumerate() {
                    li {
                        @if position == pages.current { span aria-current="page" { (link.text) } }
                        @else if link.url.is_empty() { span { (link.text) } }
                        @else { (link) }
                    }
                }
                @if let Some(link) = &pages.next { li { a href=(link.url) rel="next" { (link.text) } } }
            }
        }
    }
}

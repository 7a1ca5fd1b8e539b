//! What stands first on a page: the thread as breadcrumb, the heading, the status row, and the
//! horizon of Min sida.

use maud::{Markup, html};

use super::{Symbol, Tone, signal_status};

/// A knot on the thread: a level's name above, a title below.
#[derive(Clone, Debug, Default)]
pub struct Stop {
    /// Small words above, such as the level; left out in breadcrumbs.
    pub eyebrow: String,
    /// Title.
    pub title: String,
    /// Where it leads; `None` when it may not be opened.
    pub url: Option<String>,
    /// The page one is on, or one's own place.
    pub here: bool,
}

impl Stop {
    /// A stop one can go to.
    pub fn to(url: impl Into<String>, title: impl Into<String>) -> Self {
        Self { title: title.into(), url: Some(url.into()), ..Self::default() }
    }

    /// The page itself.
    pub fn here(title: impl Into<String>) -> Self {
        Self { title: title.into(), here: true, ..Self::default() }
    }

    /// With the name of its level.
    #[must_use]
    pub fn eyebrow(mut self, eyebrow: impl Into<String>) -> Self {
        self.eyebrow = eyebrow.into();
        self
    }

    /// Marks one's own place.
    #[must_use]
    pub fn mark_here(mut self) -> Self {
        self.here = true;
        self
    }
}

/// A piece of thread that hangs between two knots.
pub(super) fn sag() -> Markup {
    html! {
        svg.sag viewBox="0 0 100 22" preserveAspectRatio="none" aria-hidden="true" {
            path d="M0 6C28 20 72 20 100 6" fill="none" stroke="var(--lingon)" stroke-width="2.5" vector-effect="non-scaling-stroke" {}
        }
    }
}

/// Breadcrumbs along the thread, from vision to the page itself.
pub fn breadcrumb_thread(label: &str, stops: &[Stop]) -> Markup {
    html! {
        nav.crumbs aria-label=(label) {
            ol {
                @for (position, stop) in stops.iter().enumerate() {
                    li {
                        span.knot.full[stop.here] {}
                        @match (&stop.url, stop.here) {
                            (Some(url), false) => a href=(url) { (stop.title) },
                            (_, true) => span aria-current="page" { (stop.title) },
                            (None, false) => span { (stop.title) },
                        }
                        @if position + 1 < stops.len() { (sag()) }
                    }
                }
            }
        }
    }
}

/// Heading of a page.
#[derive(Clone, Debug, Default)]
pub struct PageHead {
    /// Small words above.
    pub eyebrow: String,
    /// The only `h1`.
    pub title: String,
    /// One sentence below.
    pub lead: String,
    /// Buttons or a choice of views at the far end.
    pub end: Option<Markup>,
}

/// Eyebrow, `h1`, lead and what stands at the end of the line.
pub fn page_header(head: &PageHead) -> Markup {
    html! {
        header.page-head {
            div {
                @if !head.eyebrow.is_empty() { p.eyebrow { (head.eyebrow) } }
                h1 { (head.title) }
                @if !head.lead.is_empty() { p.lead { (head.lead) } }
            }
            @if let Some(end) = &head.end { div.end { (end) } }
        }
    }
}

/// Status, and the same thing in a sentence.
pub fn status_row(shape: Symbol, tone: Tone, word: &str, sentence: &str) -> Markup {
    html! { div.status-row { (signal_status(shape, tone, word)) p { (sentence) } } }
}

/// A section with an `h2`; `id` names the heading, `note` stands at the far end.
pub fn section(id: &str, title: &str, note: &str, body: &Markup) -> Markup {
    html! {
        section.section aria-labelledby=(id) {
            div.section-head {
                h2 #(id) { (title) }
                @if !note.is_empty() { span.fine { (note) } }
            }
            (body)
        }
    }
}

/// The top of Min sida: horizon, date, greeting and one's own thread.
#[derive(Clone, Debug, Default)]
pub struct Hero {
    /// Horizon as SVG, decoration only.
    pub scene: Option<Markup>,
    /// `spring`, `summer`, `autumn` or `winter`.
    pub season: &'static str,
    /// Day in words.
    pub day: String,
    /// Greeting, the page's `h1`.
    pub greeting: String,
    /// One sentence: what needs you.
    pub sentence: String,
    /// Name of the thread below, for screen readers.
    pub thread_label: String,
    /// Up to four stops.
    pub stops: Vec<Stop>,
}

impl maud::Render for Hero {
    fn render(&self) -> Markup {
        html! {
            div.hero data-season=(self.season) {
                @if let Some(scene) = &self.scene { div.scene { (scene) } }
                div.wrap {
                    p.eyebrow { (self.day) }
                    h1 { (self.greeting) }
                    p.greeting { (self.sentence) }
                    @if !self.stops.is_empty() { (thread_row(&self.thread_label, &self.stops)) }
                }
            }
        }
    }
}

fn thread_row(label: &str, stops: &[Stop]) -> Markup {
    html! {
        ol.thread-row aria-label=(label) {
            @for (position, stop) in stops.iter().enumerate() {
                li.here[stop.here] {
                    @if position + 1 < stops.len() { (sag()) }
                    span.knot {}
                    span.eyebrow { (stop.eyebrow) }
                    @match &stop.url {
                        Some(url) => a href=(url) { (stop.title) },
                        None => b { (stop.title) },
                    }
                }
            }
        }
    }
}

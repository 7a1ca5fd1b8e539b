//! The reporting flow: its parts as stops on the thread, the review before sending, and the card of
//! pages that ask for one thing only, such as signing in.

use maud::{Markup, html};

use super::{Link, Symbol, symbol};

/// Where a part of the report stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepState {
    /// Finished.
    Done,
    /// Being written.
    Now,
    /// Not yet.
    #[default]
    Left,
}

/// A part of the report.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Its page.
    pub url: String,
    /// Its name.
    pub title: String,
    /// State in words and what is known.
    pub note: String,
    /// Where it stands.
    pub state: StepState,
}

/// The parts at the side of a report page.
pub fn steps(label: &str, back: &Link, title: &str, note: &str, parts: &[Step]) -> Markup {
    html! {
        aside.steps aria-label=(label) {
            (back)
            h2 { (title) }
            p.fine { (note) }
            ol {
                @for part in parts {
                    li.left[part.state == StepState::Left].now[part.state == StepState::Now]
                        aria-current=[(part.state == StepState::Now).then_some("step")] {
                        span.stop { @if part.state == StepState::Done { (symbol(Symbol::Tick, 11)) } }
                        a href=(part.url) { (part.title) }
                        small { (part.note) }
                    }
                }
            }
        }
    }
}

/// One answer to look over before sending.
#[derive(Clone, Debug)]
pub struct ReviewRow {
    /// The part.
    pub title: String,
    /// What was answered.
    pub answer: Markup,
    /// Leads back; the hidden words say what is changed.
    pub change: Option<Link>,
}

/// Everything that will be sent.
pub fn review_list(rows: &[ReviewRow]) -> Markup {
    html! {
        ul.review {
            @for row in rows {
                li {
                    b { (row.title) }
                    div { (row.answer) }
                    @match &row.change {
                        Some(link) => a href=(link.url) { (link.text) span.sr { " " (row.title) } },
                        None => span {},
                    }
                }
            }
        }
    }
}

/// A page that is one stitched card on the horizon: sign in, choose a new password.
pub fn gate(
    scene: Option<&Markup>,
    season: &str,
    title: &str,
    lead: &str,
    body: &Markup,
) -> Markup {
    html! {
        div.gate data-season=(season) {
            @if let Some(scene) = scene { div.scene { (scene) } }
            div.gate-card.sheet.stitched {
                h1 { (title) }
                @if !lead.is_empty() { p.light { (lead) } }
                (body)
            }
        }
    }
}

/// The receipt after sending: a stitched sheet with the page's heading.
pub fn receipt(title: &str, sentence: &str, body: &Markup, actions: &Markup) -> Markup {
    html! {
        section.sheet.stitched.receipt {
            h1 { (title) }
            p.lead { (sentence) }
            (body)
            div.row { (actions) }
        }
    }
}

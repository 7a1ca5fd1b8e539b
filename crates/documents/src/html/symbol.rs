//! Status symbols as small inline drawings beside their word, hidden from screen readers.

use super::escape::element;
use crate::{Status, Symbol, Tone};

pub(super) fn write(out: &mut String, status: &Status) {
    let tone = tone_name(status.tone.unwrap_or_else(|| status.symbol.tone()));
    out.push_str("<span class=\"status tone-");
    out.push_str(tone);
    out.push_str("\"><svg aria-hidden=\"true\" viewBox=\"0 0 18 18\" width=\"18\" height=\"18\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.9\" stroke-linecap=\"round\" stroke-linejoin=\"round\">");
    out.push_str(shape(status.symbol));
    out.push_str("</svg>");
    element(out, "", &status.word, "</span>");
}

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Partly => "partly",
        Tone::Concern => "concern",
        Tone::Neutral => "neutral",
        Tone::Event => "event",
    }
}

/// The shapes of the printed report on the same grid of 18. `class="ground"` is what lies on a
/// filled shape and takes the colour of the page.
fn shape(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Achieved => {
            r#"<circle cx="9" cy="9" r="8" fill="currentColor" stroke="none"/><path class="ground" d="M5.2 9.3l2.6 2.6 5-5.4" stroke="white"/>"#
        }
        Symbol::Partly => {
            r#"<circle cx="9" cy="9" r="7.1"/><path d="M9 1.9a7.1 7.1 0 0 1 0 14.2z" fill="currentColor" stroke="none"/>"#
        }
        Symbol::Missed => {
            r#"<path d="M9 .8L17.2 9 9 17.2.8 9z" fill="currentColor" stroke="none"/><path class="ground" d="M9 5v4.6M9 12.6v.1" stroke="white"/>"#
        }
        Symbol::NotJudged => {
            r#"<circle cx="9" cy="9" r="7" stroke-dasharray="2.6 2.9" stroke-linecap="butt"/>"#
        }
        Symbol::Rising => r#"<path d="M2.6 13.5L8 7.6l3 3L15.6 4M10.8 3.6h5v5"/>"#,
        Symbol::Falling => r#"<path d="M2.6 4.5L8 10.4l3-3 4.6 6.6M10.8 14.4h5v-5"/>"#,
        Symbol::Steady => r#"<path d="M1.5 10.5c2-4 3.6-4 5.1-1.2s3 2.8 4.5 0 3.2-2.8 5.4.6"/>"#,
        Symbol::TooFew => r#"<path d="M4 9h.01M9 9h.01M14 9h.01" stroke-width="3.2"/>"#,
        Symbol::NotStarted => r#"<circle cx="9" cy="9" r="7.2" stroke-width="1.3"/>"#,
        Symbol::Ongoing => {
            r#"<circle cx="9" cy="9" r="7.1"/><path d="M1.9 9a7.1 7.1 0 0 0 14.2 0z" fill="currentColor" stroke="none"/>"#
        }
        Symbol::Late => r#"<path d="M9 .8L17.2 9 9 17.2.8 9z" fill="currentColor" stroke="none"/>"#,
        Symbol::Done => r#"<path d="M2.8 9.6l4.4 4.4 8.2-9.4" stroke-width="2.6"/>"#,
        Symbol::Paused => {
            r#"<path d="M6.4 4.4v9.2M11.6 4.4v9.2" stroke-width="2.8" stroke-linecap="butt"/>"#
        }
    }
}

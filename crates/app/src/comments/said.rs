//! A text as it is shown: lines and addresses, and nothing else of what stands in it.

use domain::comments::{Piece, pieces};
use maud::{Markup, html};

/// Letters of a text where only its beginning is shown.
const SHORT: usize = 160;

/// The whole text. An address can be followed; the site learns nothing of where one came from.
pub(super) fn said(text: &str) -> Markup {
    html! {
        @for line in text.lines().filter(|line| !line.trim().is_empty()) {
            p {
                @for piece in pieces(line) {
                    @match piece {
                        Piece::Words(words) => (words),
                        Piece::Address(address) => a href=(address) rel="noopener noreferrer nofollow" { (address) },
                    }
                }
            }
        }
    }
}

/// The beginning, on one line.
pub(super) fn in_short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut start: String = line.chars().take(SHORT).collect();
    if start.len() < line.len() {
        start.push('…');
    }
    start
}

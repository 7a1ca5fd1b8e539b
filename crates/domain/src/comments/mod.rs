//! What those who work with the steering say to each other about an element, and whom they ask.
//!
//! Comments are working material: they are read by those who work with the steering, never by
//! readers, elected members or, outside their own part, private providers.

mod call;
mod pieces;
#[cfg(test)]
mod tests;

pub use call::{CallProblem, Known, calls, resolve};
pub use pieces::{Piece, pieces};

use crate::access::{AccessRole, Action, Person};
use crate::attachments::is_unseen;
use crate::elements::Element;
use crate::organisation::Organisation;

/// Longest comment, in letters.
pub const LONGEST_TEXT: usize = 4_000;
/// Longest reason for taking away what another has said, in letters.
pub const LONGEST_REASON: usize = 500;
/// Most people that one comment asks.
pub const MOST_ASKED: usize = 5;

/// Whether a person may read what is said about an element: who reads comments, may see the element,
/// and does not answer for a private provider elsewhere.
pub fn may_read(person: &Person, element: &Element, organisation: &Organisation) -> bool {
    let owner = element.owner;
    let elsewhere = person.main_role() == AccessRole::Provider
        && !person.may(Action::ReadThread, owner, organisation);
    person.may_somewhere(Action::ReadComments)
        && !elsewhere
        && (!element.is_undecided() || reads_drafts(person, element, organisation))
}

/// Whether a person may read what was said while nobody had decided the element.
pub fn reads_drafts(person: &Person, element: &Element, organisation: &Organisation) -> bool {
    let may = |action| person.may(action, element.owner, organisation);
    may(Action::Plan) || may(Action::ReadDrafts)
}

/// Whether a person may say something about an element.
pub fn may_write(person: &Person, element: &Element, organisation: &Organisation) -> bool {
    may_read(person, element, organisation) && person.may_somewhere(Action::Comment)
}

/// Whether a person may take away what others have said about an element.
pub fn may_moderate(person: &Person, element: &Element, organisation: &Organisation) -> bool {
    may_read(person, element, organisation)
        && person.may(Action::Moderate, element.owner, organisation)
}

/// Why a text is not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextProblem {
    /// There is nothing in it.
    Empty,
    /// It has so many letters.
    TooLong(usize),
}

/// A text as it is kept: without what cannot be seen, and with no empty lines around it.
///
/// # Errors
/// Why it is not kept.
pub fn clean_text(sent: &str, longest: usize) -> Result<String, TextProblem> {
    // The sign that joins pictures of several people is needed by them.
    let kept = |letter: &char| matches!(letter, '\n' | '\t' | '\u{200d}') || !is_unseen(*letter);
    let text: String = sent.chars().filter(kept).collect();
    let text = text.trim();
    match text.chars().count() {
        0 => Err(TextProblem::Empty),
        letters if letters > longest => Err(TextProblem::TooLong(letters)),
        _ => Ok(text.to_owned()),
    }
}

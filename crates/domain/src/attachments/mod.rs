//! Files that show something about an element: which kinds are taken, how they are told from what
//! only bears their name, and how much there may be.
//!
//! A name tells what a file claims to be and its bytes what it is; both must say the same. What can
//! run, in a browser or in an office program, is refused.

mod archive;
mod content;
mod kind;
mod name;
#[cfg(test)]
mod tests;

pub use kind::FileKind;
pub use name::clean_name;
pub(crate) use name::is_unseen;

use crate::elements::{Element, ElementState};

/// Largest file, in MiB as people are told it.
pub const LARGEST_MIB: usize = 10;
/// Largest file, in bytes.
pub const LARGEST_BYTES: usize = LARGEST_MIB * 1024 * 1024;
/// Most files beside one element.
pub const MOST_OF_ELEMENT: usize = 20;
/// Longest text about what a file shows, in letters.
pub const LONGEST_TEXT: usize = 300;
/// For how many days a file that was taken away can be taken back.
pub const DAYS_TO_TAKE_BACK: i64 = 30;

/// Why a file is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileProblem {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`LARGEST_BYTES`].
    TooLarge,
    /// Its name ends in nothing that is taken.
    UnknownKind,
    /// It is a document that may carry programs, by its name.
    MacroKind,
    /// Its content is not what its name says.
    OtherContent(FileKind),
    /// It carries programs or what starts them.
    Active(FileKind),
    /// It is a text that is not in UTF-8.
    NotUtf8,
}

/// What a file is, when it is taken.
///
/// # Errors
/// Why it is not.
pub fn check_file(name: &str, bytes: &[u8]) -> Result<FileKind, FileProblem> {
    if bytes.is_empty() {
        return Err(FileProblem::Empty);
    }
    if bytes.len() > LARGEST_BYTES {
        return Err(FileProblem::TooLarge);
    }
    let kind = FileKind::of_name(name)?;
    content::check(kind, bytes)?;
    Ok(kind)
}

/// Whether files may be put beside an element: not beside what is thrown away.
pub fn may_have_files(element: &Element) -> bool {
    element.state != ElementState::Discarded
}

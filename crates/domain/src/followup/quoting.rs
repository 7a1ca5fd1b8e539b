//! Quoting upward: a text is written once; those above refer to it at a version, add their own beside
//! it, and are told when it changes until what they say is settled.

use serde::{Deserialize, Serialize};

use crate::measures::codes;

/// The longest that a body says of its own, in characters.
pub const LONGEST_COMPILATION: usize = 4_000;

/// The longest that it says beside one quote, in characters.
pub const LONGEST_BESIDE: usize = 600;

/// Where a body's compilation stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompilationState {
    /// Being written.
    Draft,
    /// Settled: read by all, quoted by those above, and changed no more.
    Settled,
}

codes!(CompilationState { Draft = "draft", Settled = "settled" });

/// What is quoted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A part of an account.
    Part,
    /// What a body below says of its own.
    Compilation,
}

codes!(SourceKind { Part = "part", Compilation = "compilation" });

/// What has happened to a text since it was quoted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Since {
    /// Nothing that the quoting body has not taken a stand on.
    Same,
    /// It says something else now.
    Changed,
    /// It is not handed in any longer.
    Withdrawn,
}

/// Compares a quote with its source as it is now; none when that is no longer handed in.
pub fn since(quoted: &str, seen_version: i64, now: Option<(&str, i64)>) -> Since {
    match now {
        None => Since::Withdrawn,
        Some((text, version)) if text != quoted && version != seen_version => Since::Changed,
        Some(_) => Since::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_the_same_until_the_words_change() {
        assert_eq!(since("Ord", 2, Some(("Ord", 2))), Since::Same);
        // Saved again without a change.
        assert_eq!(since("Ord", 2, Some(("Ord", 5))), Since::Same);
        assert_eq!(since("Ord", 2, Some(("Andra ord", 3))), Since::Changed);
        assert_eq!(since("Ord", 2, None), Since::Withdrawn);
    }

    #[test]
    fn who_keeps_the_old_words_is_asked_again_only_after_the_next_change() {
        assert_eq!(since("Ord", 3, Some(("Andra ord", 3))), Since::Same);
        assert_eq!(since("Ord", 3, Some(("Tredje", 4))), Since::Changed);
    }

    #[test]
    fn the_stored_names_read_back() {
        for state in CompilationState::ALL {
            assert_eq!(state.code().parse(), Ok(*state));
        }
        for kind in SourceKind::ALL {
            assert_eq!(kind.code().parse(), Ok(*kind));
        }
    }
}

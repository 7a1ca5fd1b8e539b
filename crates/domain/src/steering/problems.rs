//! Gathers problems up to a limit, so that a hostile file cannot make an endless list.

use super::problem::{Fault, Problem};

/// More problems than this are counted and not listed.
pub const MAX_PROBLEMS: usize = 500;

/// Problems in the order they were found.
#[derive(Debug, Default)]
pub(super) struct Problems {
    listed: Vec<Problem>,
    more: usize,
}

impl Problems {
    pub(super) fn push(&mut self, path: String, line: Option<u32>, fault: Fault) {
        if self.listed.len() < MAX_PROBLEMS {
            self.listed.push(Problem { path, line, fault });
        } else {
            self.more += 1;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// How many have been listed.
    pub(super) fn len(&self) -> usize {
        self.listed.len()
    }

    /// All listed problems by line, and last a word about the rest.
    pub(super) fn into_sorted(self) -> Vec<Problem> {
        let Self { mut listed, more } = self;
        listed.sort_by_key(|problem| problem.line);
        if more > 0 {
            listed.push(Problem {
                path: String::new(),
                line: None,
                fault: Fault::More { count: more },
            });
        }
        listed
    }
}

/// The beginning of a text from a file, short enough for a message.
pub(super) fn clip(text: &str) -> String {
    const CHARS: usize = 60;
    match text.char_indices().nth(CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

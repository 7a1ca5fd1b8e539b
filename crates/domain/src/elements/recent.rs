//! Which elements changed lately, so that a picture made of another one can follow it.

use std::collections::{BTreeSet, VecDeque};

use crate::ids::ElementId;

/// Changes that are remembered.
const MOST: usize = 1_000;

/// The latest changes, oldest first, each with the revision that it led to.
#[derive(Clone, Debug, Default)]
pub(super) struct Recent {
    changes: VecDeque<(i64, ElementId)>,
    /// What came after this revision is known.
    known_after: i64,
}

impl Recent {
    /// Takes down that an element changed, or its links, measure or targets.
    pub(super) fn add(&mut self, revision: i64, id: ElementId) {
        if self.changes.back() == Some(&(revision, id)) {
            return;
        }
        self.changes.push_back((revision, id));
        if self.changes.len() > MOST
            && let Some((forgotten, _)) = self.changes.pop_front()
        {
            self.known_after = forgotten;
        }
    }

    /// Everything may have changed at a revision.
    pub(super) fn forget(&mut self, revision: i64) {
        self.changes.clear();
        self.known_after = revision;
    }

    /// The elements changed after a revision; none when that is not known.
    pub(super) fn since(&self, revision: i64) -> Option<BTreeSet<ElementId>> {
        let later = self.changes.iter().filter(|(at, _)| *at > revision);
        (revision >= self.known_after).then(|| later.map(|(_, id)| *id).collect())
    }
}

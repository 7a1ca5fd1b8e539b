//! Telling whether the part of a picture that a kept sum rests on is as it was.

use std::sync::Arc;

use super::ordered::Ordered;
use super::structure::Structure;
use crate::ids::ElementId;
use crate::organisation::Organisation;
use crate::steering::TypeId;

/// Some lists of elements and the organisation, as they stood in one picture. Equal to the mark of a
/// later picture as long as nothing in them has changed.
#[derive(Clone, Debug)]
pub struct Mark {
    organisation: Arc<Organisation>,
    lists: Vec<Ordered>,
}

impl PartialEq for Mark {
    fn eq(&self, other: &Self) -> bool {
        let lists = || self.lists.iter().zip(&other.lists);
        Arc::ptr_eq(&self.organisation, &other.organisation)
            && self.lists.len() == other.lists.len()
            && lists().all(|(one, other)| one.is_same(other))
    }
}

impl Structure {
    /// The mark of what hangs directly under an element.
    pub fn mark_of_children(&self, id: ElementId) -> Mark {
        let family = self.families.get(id).into_iter().flat_map(|family| family.values());
        self.mark(family.cloned().collect())
    }

    /// The mark of all elements of some types.
    pub fn mark_of_types<'a>(&self, types: impl IntoIterator<Item = &'a TypeId>) -> Mark {
        let list = |found: &TypeId| self.of_type.get(found).cloned().unwrap_or_default();
        self.mark(types.into_iter().map(list).collect())
    }

    /// The mark of the organisation alone.
    pub fn mark_of_organisation(&self) -> Mark {
        self.mark(Vec::new())
    }

    fn mark(&self, lists: Vec<Ordered>) -> Mark {
        Mark { organisation: Arc::clone(&self.organisation), lists }
    }
}

//! How much there is below an element, all the way down. Counted when somebody first asks, and
//! remembered until something below the element changes.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::count::Counts;
use super::element::Element;
use super::structure::Structure;
use crate::ids::ElementId;
use crate::steering::TypeId;

/// What has been counted.
#[derive(Default, Debug)]
pub(super) struct Reach {
    known: Mutex<BTreeMap<ElementId, Arc<Counts>>>,
}

impl Clone for Reach {
    fn clone(&self) -> Self {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Self { known: Mutex::new(known.clone()) }
    }
}

impl Structure {
    /// How many living elements of a type, holding at some time during a year, there are below an
    /// element; each once, however many ways lead to it.
    pub fn count_below(&self, id: ElementId, element_type: &TypeId, year: i16) -> usize {
        self.counts_below(id).in_year(element_type, year)
    }

    fn counts_below(&self, id: ElementId) -> Arc<Counts> {
        let lock = || self.reach.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(counts) = lock().get(&id) {
            return Arc::clone(counts);
        }
        let mut counts = Counts::default();
        self.walk_below(id, &mut |element| counts.add(element));
        let counts = Arc::new(counts);
        lock().insert(id, Arc::clone(&counts));
        counts
    }

    /// Visits every living element below one, each once.
    pub(super) fn walk_below<'a>(&'a self, id: ElementId, see: &mut impl FnMut(&'a Arc<Element>)) {
        let mut seen = HashSet::new();
        let mut left = vec![id];
        while let Some(id) = left.pop() {
            let families = self.families.get(id).into_iter().flat_map(BTreeMap::values);
            for node in families.flat_map(super::ordered::Ordered::iter) {
                if seen.insert(node.element.id) {
                    see(&node.element);
                    left.push(node.element.id);
                }
            }
        }
    }

    /// Forgets what was counted below an element and below everything that it hangs on.
    pub(super) fn forget_reach(&mut self, id: ElementId) {
        let known = self.reach.known.get_mut().unwrap_or_else(PoisonError::into_inner);
        if known.is_empty() {
            return;
        }
        let mut seen = HashSet::new();
        let mut left = vec![id];
        while let Some(id) = left.pop() {
            if seen.insert(id) {
                known.remove(&id);
                left.extend(self.up.get(id).into_iter().flatten().map(|link| link.parent));
            }
        }
    }
}

//! What is worked out from a picture once and kept for as long as the picture lives.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use domain::elements::Structure;

/// Something derived from each living picture.
pub struct Derived<T> {
    known: Mutex<Vec<(Weak<Structure>, Arc<T>)>>,
}

impl<T> Derived<T> {
    /// Nothing derived yet.
    #[expect(clippy::new_without_default, reason = "made once, in a static")]
    pub const fn new() -> Self {
        Self { known: Mutex::new(Vec::new()) }
    }

    /// What was derived from the picture, made now when it has not been.
    pub fn of(&self, structure: &Arc<Structure>, make: impl FnOnce(&Structure) -> T) -> Arc<T> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|(picture, _)| picture.strong_count() > 0);
        let here = Arc::as_ptr(structure);
        if let Some((_, kept)) = known.iter().find(|(picture, _)| picture.as_ptr() == here) {
            return Arc::clone(kept);
        }
        let made = Arc::new(make(structure));
        known.push((Arc::downgrade(structure), Arc::clone(&made)));
        made
    }
}

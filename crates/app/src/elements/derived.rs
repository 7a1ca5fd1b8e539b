//! What is worked out once from things that nobody changes, and kept for as long as these live.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// Most that is kept; what was asked for longest ago goes first.
const MOST: usize = 48;

/// Anything that many can look at.
type Thing = dyn Any + Send + Sync;

/// What something is worked out from, such as the picture of a municipality.
pub type Source = Arc<Thing>;

struct Worked {
    from: Vec<Weak<Thing>>,
    out: Arc<Thing>,
}

/// What has been worked out, of whatever kind, for all municipalities.
#[derive(Default)]
pub struct Derived {
    known: Mutex<Vec<Worked>>,
}

impl Derived {
    /// What was worked out from the sources, made now when it has not been. Nobody else waits while
    /// it is made.
    pub fn of<T: Any + Send + Sync>(&self, from: &[Source], make: impl FnOnce() -> T) -> Arc<T> {
        if let Some(known) = self.known::<T>(from) {
            return known;
        }
        let made = Arc::new(make());
        if let Some(known) = self.known::<T>(from) {
            return known;
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|one| one.from.iter().all(|source| source.strong_count() > 0));
        if known.len() >= MOST {
            known.remove(0);
        }
        let out: Arc<Thing> = made.clone();
        known.push(Worked { from: from.iter().map(Arc::downgrade).collect(), out });
        made
    }

    fn known<T: Any + Send + Sync>(&self, from: &[Source]) -> Option<Arc<T>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let is_of = |one: &Worked| {
            let sources = one.from.iter().map(|source| source.as_ptr().cast::<()>());
            one.out.is::<T>() && sources.eq(from.iter().map(|one| Arc::as_ptr(one).cast::<()>()))
        };
        let at = known.iter().position(is_of)?;
        let found = known.remove(at);
        let out = Arc::clone(&found.out);
        known.push(found);
        out.downcast().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_worked_out_again_and_is_forgotten_with_its_source() {
        let derived = Derived::default();
        let (one, other): (Source, Source) = (Arc::new(1_i32), Arc::new(2_i32));
        let first = derived.of(std::slice::from_ref(&one), || "of one".to_owned());
        let again = derived.of(std::slice::from_ref(&one), || "made twice".to_owned());
        assert!(Arc::ptr_eq(&first, &again));
        assert_eq!(*derived.of(&[one.clone(), other.clone()], || 12_u64), 12);
        assert_eq!(*derived.of(&[other.clone(), one.clone()], || 21_u64), 21);
        drop((first, again, one));
        derived.of(&[other], || 0_u8);
        assert_eq!(derived.known.lock().unwrap().len(), 1);
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let derived = Derived::default();
        let sources: Vec<Source> = (0..MOST + 5).map(|number| Arc::new(number) as Source).collect();
        for source in &sources {
            derived.of(std::slice::from_ref(source), || 0_u8);
        }
        assert_eq!(derived.known.lock().unwrap().len(), MOST);
    }
}

//! Sums over many rows that pages show again and again, kept until something they rest on changes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::Tenant;

use crate::cx::Cx;
use crate::web::error::AppError;

/// Sums of one municipality that are kept before the older half is let go.
const HALF: usize = 4_000;

/// A number that rises when what is summed changes.
type Stamp = i64;
/// What is summed, and over what.
type Key = (TypeId, Vec<u8>);

/// A sum of any kind.
type Sum = Arc<dyn Any + Send + Sync>;

/// The sums of one municipality: those asked for lately, and those asked for before.
#[derive(Default)]
struct OfOne {
    lately: HashMap<Key, (Stamp, Sum)>,
    before: HashMap<Key, (Stamp, Sum)>,
}

impl OfOne {
    /// A sum; what is asked for stays.
    fn get(&mut self, key: &Key) -> Option<&(Stamp, Sum)> {
        if let Some(kept) = self.before.remove(key) {
            self.put(key.clone(), kept);
        }
        self.lately.get(key)
    }

    fn put(&mut self, key: Key, kept: (Stamp, Sum)) {
        if self.lately.len() >= HALF {
            self.before = std::mem::take(&mut self.lately);
        }
        self.lately.insert(key, kept);
    }
}

/// The kept sums of all municipalities, of whatever kind.
#[derive(Default)]
pub struct Kept {
    sums: Mutex<HashMap<Tenant, OfOne>>,
}

impl Kept {
    /// The sum of a kind over something, if it still holds.
    pub fn get<T: Any + Send + Sync>(
        &self,
        tenant: Tenant,
        over: &[u8],
        stamp: Stamp,
    ) -> Option<Arc<T>> {
        let (made_at, sum) = self.earlier(tenant, over, stamp)?;
        (made_at == stamp).then_some(sum)
    }

    /// The sum of a kind over something as it was at a stamp, or at the last one before it that
    /// somebody asked at.
    pub fn earlier<T: Any + Send + Sync>(
        &self,
        tenant: Tenant,
        over: &[u8],
        stamp: Stamp,
    ) -> Option<(Stamp, Arc<T>)> {
        let mut sums = self.sums.lock().unwrap_or_else(PoisonError::into_inner);
        let (made_at, sum) = sums.get_mut(&tenant)?.get(&(TypeId::of::<T>(), over.to_vec()))?;
        if *made_at > stamp {
            return None;
        }
        Some((*made_at, Arc::clone(sum).downcast().ok()?))
    }

    /// Forgets all sums of a municipality.
    pub fn forget(&self, tenant: Tenant) {
        self.sums.lock().unwrap_or_else(PoisonError::into_inner).remove(&tenant);
    }

    /// Keeps a sum that committed rows gave, unless a later one is kept.
    pub fn keep<T: Any + Send + Sync>(
        &self,
        tenant: Tenant,
        over: &[u8],
        stamp: Stamp,
        sum: Arc<T>,
    ) {
        let mut sums = self.sums.lock().unwrap_or_else(PoisonError::into_inner);
        let of_one = sums.entry(tenant).or_default();
        let key = (TypeId::of::<T>(), over.to_vec());
        if of_one.get(&key).is_none_or(|(made_at, _)| *made_at <= stamp) {
            of_one.put(key, (stamp, sum));
        }
    }
}

impl Cx<'_, '_> {
    /// A sum over many rows of what people report: made once, and anew when something has been
    /// reported or `holds` finds that the structure has changed where it matters.
    pub fn kept<T: Any + Send + Sync>(
        &mut self,
        over: &[u8],
        holds: impl Fn(&T) -> bool,
        make: impl FnOnce(&mut Self) -> Result<T, AppError>,
    ) -> Result<Arc<T>, AppError> {
        // What is only read is of the moment when it began; a write may have reported since.
        let stamp = if self.committed { self.reported } else { super::reported(self.tx)? };
        self.kept_from(stamp, over, holds, |cx, _| make(cx))
    }

    /// As [`Cx::kept`], for a sum over rows whose changes raise a number of their own, and which
    /// can be made of the sum at an earlier number and what has changed since.
    pub fn kept_from<T: Any + Send + Sync>(
        &mut self,
        stamp: i64,
        over: &[u8],
        holds: impl Fn(&T) -> bool,
        make: impl FnOnce(&mut Self, Option<(i64, Arc<T>)>) -> Result<T, AppError>,
    ) -> Result<Arc<T>, AppError> {
        let earlier = self.kept_earlier::<T>(stamp, over).filter(|(_, sum)| holds(sum));
        if let Some((made_at, sum)) = &earlier
            && *made_at == stamp
        {
            return Ok(Arc::clone(sum));
        }
        let sum = make(self, earlier)?;
        Ok(self.keep(stamp, over, sum))
    }

    /// The sum kept at this stamp or the nearest before it, with its stamp.
    pub fn kept_earlier<T: Any + Send + Sync>(
        &self,
        stamp: i64,
        over: &[u8],
    ) -> Option<(i64, Arc<T>)> {
        // What a write sees may yet be undone.
        if !self.committed {
            return None;
        }
        self.app.sums.earlier::<T>(self.visit.tenant, over, stamp)
    }

    /// Keeps a sum for those who come after, unless what it was made of may yet be undone.
    pub fn keep<T: Any + Send + Sync>(&self, stamp: i64, over: &[u8], sum: T) -> Arc<T> {
        let sum = Arc::new(sum);
        if self.committed {
            self.app.sums.keep(self.visit.tenant, over, stamp, Arc::clone(&sum));
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Tenant = Tenant([1; 16]);
    const OTHER: Tenant = Tenant([2; 16]);

    #[test]
    fn one_who_asks_for_much_takes_nothing_from_another_nor_what_is_asked_for_often() {
        let kept = Kept::default();
        kept.keep(OTHER, b"theirs", 1, Arc::new(1_u8));
        kept.keep(ONE, b"often", 1, Arc::new(2_u8));
        for number in 0..3 * HALF {
            kept.keep(ONE, &number.to_be_bytes(), 1, Arc::new(0_u8));
            assert!(kept.get::<u8>(ONE, b"often", 1).is_some(), "after {number}");
        }
        assert!(kept.get::<u8>(OTHER, b"theirs", 1).is_some());
        assert!(kept.get::<u8>(ONE, &0_usize.to_be_bytes(), 1).is_none());
    }

    #[test]
    fn a_later_sum_is_not_replaced_by_an_earlier() {
        let kept = Kept::default();
        kept.keep(ONE, b"x", 5, Arc::new(5_u8));
        kept.keep(ONE, b"x", 4, Arc::new(4_u8));
        assert_eq!(kept.get::<u8>(ONE, b"x", 5).as_deref(), Some(&5));
        assert!(kept.earlier::<u8>(ONE, b"x", 4).is_none());
    }
}

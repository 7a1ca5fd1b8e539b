//! Sums over many rows that pages show again and again, kept until something they rest on changes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::Tenant;

use crate::cx::Cx;
use crate::web::error::AppError;

/// More sums than this and all are made anew; one municipality shows some hundreds.
const MOST: usize = 20_000;

/// A number that rises when what is summed changes.
type Stamp = i64;
/// What is summed, for whom, and over what.
type Key = (TypeId, Tenant, Vec<u8>);

/// A sum of any kind.
type Sum = Arc<dyn Any + Send + Sync>;

/// The kept sums of all municipalities, of whatever kind.
#[derive(Default)]
pub struct Kept {
    sums: Mutex<HashMap<Key, (Stamp, Sum)>>,
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
        let sums = self.sums.lock().unwrap_or_else(PoisonError::into_inner);
        let (made_at, sum) = sums.get(&(TypeId::of::<T>(), tenant, over.to_vec()))?;
        if *made_at > stamp {
            return None;
        }
        Some((*made_at, Arc::clone(sum).downcast().ok()?))
    }

    /// Forgets all sums of a municipality.
    pub fn forget(&self, tenant: Tenant) {
        let mut sums = self.sums.lock().unwrap_or_else(PoisonError::into_inner);
        sums.retain(|(_, of, _), _| *of != tenant);
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
        let key = (TypeId::of::<T>(), tenant, over.to_vec());
        if sums.get(&key).is_some_and(|(made_at, _)| *made_at > stamp) {
            return;
        }
        if sums.len() >= MOST {
            sums.clear();
        }
        sums.insert(key, (stamp, sum));
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
        let stamp = super::reported(self.tx)?;
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

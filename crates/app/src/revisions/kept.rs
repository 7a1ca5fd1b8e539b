//! Sums over many rows that pages show again and again, kept until something they rest on changes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::Tenant;

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

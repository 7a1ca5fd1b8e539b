//! A map that is cheap to copy and to change a little: a new picture of a municipality shares all
//! it has in common with the one before.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ids::{ElementId, OrgUnitId};

/// Parts of a map; a change copies one of them.
const SHARDS: usize = 256;

/// What a map can be asked by.
pub(super) trait Key: Copy + Ord {
    fn bytes(self) -> [u8; 16];
}

impl Key for ElementId {
    fn bytes(self) -> [u8; 16] {
        Self::bytes(self)
    }
}

impl Key for OrgUnitId {
    fn bytes(self) -> [u8; 16] {
        Self::bytes(self)
    }
}

/// The map.
#[derive(Clone, Debug)]
pub(super) struct Shards<K, V> {
    shards: Vec<Arc<BTreeMap<K, V>>>,
}

/// Identities begin with the time they were made; all bytes together spread evenly.
fn place(key: impl Key) -> usize {
    usize::from(key.bytes().into_iter().fold(0_u8, |all, byte| all.rotate_left(3) ^ byte))
}

impl<K: Key, V: Clone> Shards<K, V> {
    pub(super) fn new() -> Self {
        Self { shards: (0..SHARDS).map(|_| Arc::default()).collect() }
    }

    pub(super) fn get(&self, key: K) -> Option<&V> {
        self.shards.get(place(key))?.get(&key)
    }

    pub(super) fn insert(&mut self, key: K, value: V) -> Option<V> {
        Arc::make_mut(self.shards.get_mut(place(key))?).insert(key, value)
    }

    pub(super) fn remove(&mut self, key: K) -> Option<V> {
        self.get(key)?;
        Arc::make_mut(self.shards.get_mut(place(key))?).remove(&key)
    }

    /// Changes a value, a new one when there was none.
    pub(super) fn change(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        if let Some(shard) = self.shards.get_mut(place(key)) {
            change(Arc::make_mut(shard).entry(key).or_default());
        }
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &V> {
        self.shards.iter().flat_map(|shard| shard.values())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.shards.iter().flat_map(|shard| shard.iter())
    }

    pub(super) fn len(&self) -> usize {
        self.shards.iter().map(|shard| shard.len()).sum()
    }
}

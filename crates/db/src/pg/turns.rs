//! Who may hold a client in order to write: few of each municipality, and never so many in all that
//! nobody can read.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::{DbError, Tenant};

/// Writers of one chain that hold a client: one that writes and one that is ready to.
const OF_ONE_CHAIN: usize = 2;
/// Writers in all that hold a client; the pool has more, and the rest are for readers.
const IN_ALL: usize = 10;
/// Writers of one chain that wait without a client; more are told at once that it is busy.
const WAITING: usize = 100;
/// How long a writer waits without a client; as long as for a lock.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// The turns of one cluster on this node.
#[derive(Default)]
pub(super) struct Turns {
    taken: Mutex<Taken>,
    given_back: Condvar,
}

#[derive(Default)]
struct Taken {
    in_all: usize,
    chains: HashMap<Tenant, Writers>,
}

#[derive(Default)]
struct Writers {
    holding: usize,
    waiting: usize,
}

/// A turn; given back when it is dropped.
pub(super) struct Turn<'t> {
    turns: &'t Turns,
    chain: Tenant,
}

impl Turns {
    /// Waits for a turn to write a chain.
    pub(super) fn take(&self, chain: Tenant) -> Result<Turn<'_>, DbError> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.chains.entry(chain).or_default().waiting >= WAITING {
            return Err(DbError::Busy);
        }
        taken.wait(chain, 1);
        let (mut taken, waited) = self
            .given_back
            .wait_timeout_while(taken, LONGEST_WAIT, |taken| !taken.has_room(chain))
            .unwrap_or_else(PoisonError::into_inner);
        taken.wait(chain, -1);
        if waited.timed_out() {
            taken.forget_idle(chain);
            return Err(DbError::Busy);
        }
        taken.hold(chain, 1);
        Ok(Turn { turns: self, chain })
    }
}

impl Taken {
    fn has_room(&self, chain: Tenant) -> bool {
        let holding = self.chains.get(&chain).map_or(0, |writers| writers.holding);
        holding < OF_ONE_CHAIN && self.in_all < IN_ALL
    }

    fn wait(&mut self, chain: Tenant, more: isize) {
        let writers = self.chains.entry(chain).or_default();
        writers.waiting = writers.waiting.saturating_add_signed(more);
    }

    fn hold(&mut self, chain: Tenant, more: isize) {
        let writers = self.chains.entry(chain).or_default();
        writers.holding = writers.holding.saturating_add_signed(more);
        self.in_all = self.in_all.saturating_add_signed(more);
    }

    fn forget_idle(&mut self, chain: Tenant) {
        let idle = |writers: &Writers| writers.holding == 0 && writers.waiting == 0;
        if self.chains.get(&chain).is_some_and(idle) {
            self.chains.remove(&chain);
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut taken = self.turns.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.hold(self.chain, -1);
        taken.forget_idle(self.chain);
        drop(taken);
        self.turns.given_back.notify_all();
    }
}

//! The queue to the typesetter: one document is set at a time and few wait for it, since setting one
//! uses a whole core and much memory, and each who waits holds a thread.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Documents that wait or are set.
const MOST: usize = 5;

/// How many there are.
static QUEUE: Queue = Queue(AtomicUsize::new(0));

/// A queue with a place for a few.
struct Queue(AtomicUsize);

/// A place in the queue; left when it is dropped.
pub(super) struct Place<'q>(&'q Queue);

impl Queue {
    fn enter(&self) -> Option<Place<'_>> {
        let entered = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |waiting| {
            (waiting < MOST).then_some(waiting + 1)
        });
        entered.ok().map(|_| Place(self))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Takes a place in the queue; none when it is full.
pub(super) fn enter() -> Option<Place<'static>> {
    QUEUE.enter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_queue_takes_nobody_until_somebody_leaves() {
        let queue = Queue(AtomicUsize::new(0));
        let mut inside: Vec<_> = (0..MOST).map(|_| queue.enter().expect("a place")).collect();
        assert!(queue.enter().is_none());
        inside.pop();
        assert!(queue.enter().is_some());
    }
}

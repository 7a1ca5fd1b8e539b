//! The queue to the typesetter: one document is set at a time and few wait for it, since setting one
//! uses a whole core and much memory, and each who waits holds a thread.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::Answer;
use super::response::Response;

/// Documents that wait or are set.
const MOST: usize = 5;

/// How many there are.
static QUEUE: Queue = Queue(AtomicUsize::new(0));

/// A queue with a place for a few.
struct Queue(AtomicUsize);

/// A place in the queue; left when it is dropped.
pub struct Place<'q>(&'q Queue);

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
pub fn enter() -> Option<Place<'static>> {
    QUEUE.enter()
}

/// A document that is set after the transaction has closed, one at a time.
#[cfg(feature = "pdf")]
pub fn pdf_later(
    name: &str,
    render: impl FnOnce() -> Result<Vec<u8>, documents::DocumentError> + Send + 'static,
) -> Answer {
    let place = enter().ok_or(super::error::Busy)?;
    Ok(Response::file_later("application/pdf", name, move || {
        static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let pdf = render()?.into();
        drop(place);
        Ok(pdf)
    }))
}

/// A program built without the typesetter shows a page instead.
#[cfg(not(feature = "pdf"))]
pub fn page_instead(page: maud::Markup) -> Answer {
    let _place = enter().ok_or(super::error::Busy)?;
    Ok(Response::page(page))
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

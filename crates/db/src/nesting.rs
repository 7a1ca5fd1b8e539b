//! One transaction a thread: inside a closure of the port nothing more is opened.
//!
//! Who holds one connection and waits for another waits, when enough others do the same, for
//! itself. So it is refused at once, on both engines alike, where a test meets it.

use std::cell::Cell;

use crate::DbError;

thread_local! {
    /// Whether this thread is inside a transaction.
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// This thread is inside a transaction as long as it stands.
pub(crate) struct Inside(());

impl Inside {
    /// Goes in, unless the thread is inside already.
    pub(crate) fn enter() -> Result<Self, DbError> {
        if INSIDE.replace(true) { Err(DbError::Nested) } else { Ok(Self(())) }
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        INSIDE.set(false);
    }
}

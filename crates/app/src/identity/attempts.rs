//! Attempts to sign in: those that fail slow the next one down.

use super::store::{self, Account};
use crate::app::App;
use crate::cx::Visit;
use crate::web::error::{Answer, AppError};

/// After this many failures in a row each further attempt waits.
const FREE_ATTEMPTS: i64 = 5;
/// The longest wait between attempts.
const LONGEST_WAIT_MICROS: i64 = 15 * 60 * 1_000_000;

/// What an attempt to sign in meets.
pub(super) enum Attempt {
    /// The address has failed too often and must wait.
    Waits,
    /// Nobody signs in with the address.
    Unknown,
    /// The account of the address.
    At(Account),
}

/// Counts the attempt as failed before anything is hashed, so that guesses sent at once count
/// too; signing in forgets it.
pub(super) fn begin_attempt(app: &App, visit: &Visit, email: &str) -> Answer<Attempt> {
    let (now, email) = (visit.now, email.to_owned());
    app.db.write_control(visit.tenant, &visit.author(), move |tx| {
        tx.leave_unaudited("attempts are for slowing down, not for history");
        let (failed, last_at) = store::failures(tx, &email)?;
        if now < last_at + wait_after(failed) {
            return Ok(Attempt::Waits);
        }
        store::note_failure(tx, &email)?;
        Ok::<_, AppError>(store::account(tx, &email)?.map_or(Attempt::Unknown, Attempt::At))
    })
}

fn wait_after(failures: i64) -> i64 {
    let over = u32::try_from(failures - FREE_ATTEMPTS).unwrap_or(0);
    if failures < FREE_ATTEMPTS {
        0
    } else {
        (1_000_000_i64 << over.min(20)).min(LONGEST_WAIT_MICROS)
    }
}

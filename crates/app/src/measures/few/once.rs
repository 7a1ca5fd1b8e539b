//! Deciding once what is withheld of the values of a municipality that reported before that was decided as
//! values are written.

use db::{Author, Db, Tenant};

use super::withholding::withhold_all;
use crate::elements::structures::Structures;
use crate::measures::store;
use crate::web::error::AppError;

/// Decides what is withheld of all values of a municipality, where that has never been done. Tells whether
/// it was done now.
///
/// # Errors
/// The engine's.
pub fn withhold_once(db: &Db, tenant: Tenant, author: &Author) -> Result<bool, AppError> {
    if db.read(tenant, store::is_withholding_decided)? {
        return Ok(false);
    }
    db.write(tenant, author, |tx| {
        // Another that starts beside this one may have been faster.
        if store::is_withholding_decided(tx)? {
            tx.leave_unaudited("it had been done");
            return Ok(false);
        }
        let structure = Structures::default().at_head(tx, false)?;
        withhold_all(tx, &structure)?;
        store::note_withholding_decided(tx)?;
        tx.leave_unaudited("what is withheld follows from the values, which stay as they are");
        Ok(true)
    })
}

//! SQL of the number by which kept lists of actions are told apart.

use db::{DbError, Tx};

/// The number as it is.
pub(in super::super) fn revision(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let found =
        tx.one("select revision from action_revisions where tenant = $1", &[], |row| row.int(0))?;
    Ok(found.unwrap_or(0))
}

/// Raises it. Part of every write of what is said of an action, or answered.
pub(super) fn raise(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.run(
        "insert into action_revisions (tenant, revision) values ($1, 1) \
         on conflict (tenant) do update set revision = action_revisions.revision + 1",
        &[],
    )?;
    Ok(())
}

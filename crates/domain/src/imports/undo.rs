//! Undoing what was read in, where nobody has changed it since.

use super::{Kept, ValueKey};

/// A value that an import wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applied {
    /// Its place.
    pub key: ValueKey,
    /// What stood there before; none where nothing stood.
    pub before: Option<Kept>,
    /// The source of what stood there before; empty for the municipality's own.
    pub origin_before: String,
    /// The version the import gave it.
    pub after_version: i64,
    /// The version it has now; none when it is gone.
    pub version_now: Option<i64>,
}

/// What undoing does.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Undo {
    /// Values to take away, since nothing stood there before.
    pub remove: Vec<Applied>,
    /// Values to put back, with what stood there.
    pub restore: Vec<(Applied, Kept)>,
    /// Values that somebody has changed since, which are left as they are.
    pub left: Vec<Applied>,
}

/// Sorts the values of an import by what undoing does to them.
pub fn undo(rows: Vec<Applied>) -> Undo {
    let mut undo = Undo::default();
    for row in rows {
        match row.before {
            _ if row.version_now != Some(row.after_version) => undo.left.push(row),
            None => undo.remove.push(row),
            Some(before) => undo.restore.push((row, before)),
        }
    }
    undo
}

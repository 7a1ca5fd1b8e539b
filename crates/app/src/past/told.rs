//! What a facet is: rows of a table that some actions on an object of the trail change.

use super::columns::Column;

/// Which actions change a facet.
pub(super) enum Actions {
    /// These.
    Only(&'static [&'static str]),
    /// All but these.
    AllBut(&'static [&'static str]),
}

/// The state that an action leaves a row in.
pub(super) type StateOf = fn(&str) -> &'static str;

/// Rows of a table that the trail tells of.
pub(super) struct Told {
    /// The kind of object in the trail.
    pub object: &'static str,
    /// What is done to it.
    pub actions: Actions,
    /// After which of them it is gone.
    pub gone: &'static [&'static str],
    /// The table.
    pub table: &'static str,
    /// By what a row is found.
    pub key: &'static [Column],
    /// The rest of the row.
    pub columns: &'static [Column],
    /// What a row has that its content does not say.
    pub state: Option<(&'static str, StateOf)>,
}

impl Told {
    /// Whether an action changes it.
    pub(super) fn is_changed_by(&self, action: &str) -> bool {
        match self.actions {
            Actions::Only(these) => these.contains(&action),
            Actions::AllBut(these) => !these.contains(&action),
        }
    }
}

const ALL: Actions = Actions::AllBut(&[]);

/// A facet that is the whole object.
pub(super) const fn whole(
    object: &'static str,
    table: &'static str,
    key: &'static [Column],
    columns: &'static [Column],
) -> Told {
    Told { object, actions: ALL, gone: &[], table, key, columns, state: None }
}

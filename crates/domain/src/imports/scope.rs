//! What the rows of a file are read against, and which measures take values.

use std::collections::HashSet;

use jiff::civil::Date;

use super::{Fault, Mapping, Names};
use crate::elements::Structure;
use crate::ids::{ElementId, OrgUnitId};

/// What the rows are read against.
pub struct Scope<'a> {
    /// Measures and organisation.
    pub structure: &'a Structure,
    /// Their names.
    pub names: &'a Names,
    /// What the file calls things.
    pub mapping: &'a Mapping,
    /// Today, for periods that have not begun.
    pub today: Date,
    /// New words for measures that are in force, not decided yet: they take no values.
    pub undecided: &'a HashSet<ElementId>,
    /// Whether the person may read in values for an org unit.
    pub may: &'a dyn Fn(OrgUnitId) -> bool,
}

impl Scope<'_> {
    /// The measure, when values may be read in for it.
    pub(super) fn taking_values(&self, id: ElementId) -> Result<ElementId, Fault> {
        // A remembered name may mean a draft that this visitor does not see.
        match self.structure.measure(id).zip(self.structure.element(id)) {
            None => Err(Fault::UnknownName { nearest: None }),
            Some((_, element)) if !element.is_current() => Err(Fault::Ended),
            Some(_) if self.undecided.contains(&id) => Err(Fault::Undecided),
            Some((one, _)) if one.formula.is_some() => Err(Fault::Computed),
            Some(_) => Ok(id),
        }
    }
}

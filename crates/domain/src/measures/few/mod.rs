//! Which values of a period are about too few, or would give them away: among the org units that make
//! up one above them, among the groups of a breakdown, and where the two meet.

mod drawn;
mod over_time;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use drawn::Drawn;
pub use over_time::{Kept, Written, withhold};

use super::Measure;
use crate::ids::OrgUnitId;
use crate::organisation::Organisation;

/// A number that is known of a measure for a period.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Counted {
    /// Whose.
    pub org_unit: OrgUnitId,
    /// The group it is about; empty for all.
    pub breakdown: String,
    /// How many people it is about, where that is known: the fewest it has ever been known to be about,
    /// for what was said of so few stands in reports and sums that somebody has kept.
    pub count: Option<u32>,
    /// Whether it stood once and is gone: sums of then and of now differ by it.
    pub has_gone: bool,
}

impl Counted {
    fn cell(&self) -> Cell {
        (self.org_unit, self.breakdown.clone())
    }
}

/// A value that is shown somewhere: an org unit's for a group, or for all.
pub type Cell = (OrgUnitId, String);

/// What is kept from readers of a period: for each value whether somebody said it, or it is put together
/// of what others said.
pub type Withheld = BTreeMap<Cell, bool>;

/// The values of one period that are not shown to everybody: those said, and those put together of
/// what lies below an org unit or of what those merged into it said. What is withheld is not shown,
/// and no sum that once held a value that is gone and is withheld or about too few. Where the values
/// are not `as_decided`, those that stood when it was decided what is withheld, no sum is shown that
/// holds anything withheld: it may have been withheld then, and safe only now.
pub fn few(
    organisation: &Organisation,
    measure: &Measure,
    values: Vec<Counted>,
    (withheld, as_decided): (&Withheld, bool),
) -> BTreeSet<Cell> {
    let Some(drawn) = Drawn::of(organisation, measure, values, withheld) else {
        return BTreeSet::new();
    };
    let seen = drawn.seen((withheld, &BTreeSet::new()), measure);
    let mut places = drawn.places(withheld.keys());
    if !as_decided {
        let holding = drawn.reached(|part| places.contains(part) || drawn.is_few(measure, *part));
        places.extend(holding);
    }
    let hidden = drawn.hidden(measure, places, seen);
    let hidden = hidden.into_iter().filter_map(|place| drawn.table.cells.get(place));
    let mut found: BTreeSet<Cell> = hidden.cloned().collect();
    if measure.over_organisation.across().is_none() {
        let above = drawn.table.above(organisation, &found);
        found.extend(above);
    }
    found
}

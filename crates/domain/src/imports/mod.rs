//! Values that come in bulk: rows of a file become values or problems, values become a plan, and a
//! plan that was carried out can be undone. Preview and carrying out both come from [`plan()`].

mod cells;
mod columns;
mod mapping;
mod names;
mod plan;
mod problem;
mod read;
mod scope;
mod undo;

#[cfg(test)]
mod tests;

use crate::ids::{ElementId, OrgUnitId};
use crate::measures::{OutcomeQuality, OutcomeValue};
use crate::periods::Period;

pub use cells::{Column, read_count};
pub use columns::{check_header, unread};
pub use mapping::{Mapping, lengthen, signature};
pub use names::Names;
pub use plan::{Beside, Effect, Found, Kept, Plan, PlannedValue, plan};
pub use problem::{Fault, HeaderProblem, RowProblem};
pub use read::{ReadRows, read_rows};
pub use scope::Scope;
pub use undo::{Applied, Undo, undo};

/// Longest name of a group in a file, in letters.
pub const LONGEST_BREAKDOWN: usize = 60;

/// Most problems described one by one; the rest are only counted.
pub const MOST_PROBLEMS: usize = 1_000;

/// The place of a value: one measure, org unit, group and period.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ValueKey {
    /// The measure.
    pub measure: ElementId,
    /// Whose value it is.
    pub org_unit: OrgUnitId,
    /// The group it is about; empty for all.
    pub breakdown: String,
    /// When.
    pub period: Period,
}

/// A row of a file that is right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IncomingValue {
    /// The line of the file, from 1.
    pub line: u64,
    /// Its place.
    pub key: ValueKey,
    /// What is known.
    pub value: OutcomeValue,
    /// How far it can be trusted.
    pub quality: OutcomeQuality,
    /// How many people it is about, where the file says so.
    pub count: Option<u32>,
}

//! What can be wrong with a file of values and its rows.

use super::Column;
use crate::measures::OutcomeProblem;

/// Why a file's columns cannot be understood.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum HeaderProblem {
    /// There is one column only: the separator is none that is known.
    #[error("the file is not split in columns")]
    NotSplit,
    /// Columns it cannot do without are not there.
    #[error("columns are missing")]
    Missing(Vec<Column>),
    /// Two columns bear the same heading.
    #[error("a column stands twice")]
    Twice(Column),
}

/// What is wrong in a row, where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowProblem {
    /// The line of the file, from 1.
    pub line: u64,
    /// The column; none when it is about the whole row.
    pub column: Option<Column>,
    /// What stands there, shortened.
    pub text: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Something must stand there.
    Empty,
    /// No measure or org unit has that name.
    UnknownName {
        /// One that has nearly that name.
        nearest: Option<String>,
    },
    /// More than one has that name; only the identity tells them apart.
    SeveralWithName,
    /// The measure is computed from others and takes no values of its own.
    Computed,
    /// The measure has ended or been replaced, and takes no more values.
    Ended,
    /// New words for a measure, not decided yet: the values stand with what is in force.
    Undecided,
    /// The person may not read in values for that org unit.
    NotAllowed,
    /// No period of the catalogue.
    NotAPeriod,
    /// A rule of the measure is broken.
    Outcome(OutcomeProblem),
    /// A word that is no state.
    UnknownState,
    /// The value was hidden from whoever took the file: what it is, the file does not say.
    HiddenState,
    /// A word that is no quality.
    UnknownQuality,
    /// A number stands where the state says that there is none.
    ValueNotExpected,
    /// The measure has no such group.
    UnknownGroup {
        /// Those it has; none when it is not broken down.
        known: Vec<String>,
    },
    /// No whole number of people.
    NotACount,
    /// The name of the group is too long.
    TooLong {
        /// Most letters.
        most: usize,
    },
    /// More cells than headings: a separator stands inside a cell.
    TooManyCells,
    /// The same place stands on another line too.
    Twice {
        /// That line.
        line: u64,
    },
}

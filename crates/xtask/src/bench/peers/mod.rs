//! Ours beside other programs: trees on pages against Redmine, roll-ups against `DuckDB` and Polars.
//! What is not installed here is said, with how to get it.

mod drive;
mod redmine;
mod roll_up;
mod shared;
mod sums;
mod trees;
mod values;

use super::gates::Gate;
use super::town::Town;

/// Prints both comparisons; the promises are about the first, for nothing is promised of the second.
pub(super) fn gates(town: &Town) -> anyhow::Result<Vec<Gate>> {
    let passing = tempfile::tempdir()?;
    roll_up::compare(town, passing.path())?;
    trees::gates(town, passing.path())
}

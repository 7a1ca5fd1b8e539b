//! The table of samples, by what people do. A new page gets its samples here, in the states it has.

mod asking;
mod compiling;
mod empty;
mod evidence;
mod finding;
mod following;
pub(super) mod full;
mod goals;
mod improving;
mod judging;
mod living;
mod measuring;
mod overseeing;
mod reminding;
mod tending;
mod together;
mod wheels;

use super::sample::Sample;

/// Every sample there is.
pub(super) fn all() -> Vec<Sample> {
    [
        asking::samples(),
        compiling::samples(),
        empty::samples(),
        evidence::samples(),
        finding::samples(),
        full::samples(),
        goals::samples(),
        improving::samples(),
        living::samples(),
        following::samples(),
        judging::samples(),
        measuring::samples(),
        reminding::samples(),
        tending::samples(),
        overseeing::samples(),
        together::samples(),
        wheels::samples(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(super) const ADMINISTRATOR: &str = "Johan Åkerlund";
pub(super) const CONTROLLER: &str = "Kerstin Öberg";
pub(super) const MANAGER: &str = "Amira Lindqvist";
pub(super) const ABOVE: &str = "Lena Holm";
pub(super) const ELECTED: &str = "Yvonne Strand";
pub(super) const STAFF: &str = "Sofia Bergkvist";
pub(super) const PROVIDER: &str = "Farah Nazari";
pub(super) const AUDITOR: &str = "Gösta Hallin";
pub(super) const READER: &str = "Ingrid Malm";

/// An identity of the samples' own.
pub(super) const NEW: &str = "0198f000000070008000000000000001";

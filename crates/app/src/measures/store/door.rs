//! How values come to be what they are: by which door, from which source, why.

use std::collections::HashMap;

use domain::ids::ImportId;
use domain::imports::ValueKey;
use domain::measures::Standing;

/// By which door a value came to be what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Door {
    /// By a person, in the form.
    Recorded,
    /// By a person, in a table of many.
    Filled,
    /// By a file.
    Imported,
    /// By undoing a file.
    Undone,
    /// By choosing which source is used.
    Chosen,
    /// By a file, beside the value that is used.
    Beside,
    /// By undoing a file, beside the value that is used.
    Withdrawn,
}

impl Door {
    const ALL: [Self; 7] = [
        Self::Recorded,
        Self::Filled,
        Self::Imported,
        Self::Undone,
        Self::Chosen,
        Self::Beside,
        Self::Withdrawn,
    ];

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Filled => "filled",
            Self::Imported => "imported",
            Self::Undone => "undone",
            Self::Chosen => "chosen",
            Self::Beside => "beside",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl std::str::FromStr for Door {
    type Err = domain::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|door| door.code() == text).ok_or(domain::ids::NotAnId)
    }
}

/// What org units below, or those merged, make up at places where an own value takes its place.
pub type Sums = HashMap<ValueKey, Standing>;

/// How values are written: by which door, in which file, from which source, and why.
#[derive(Clone, Copy, Debug)]
pub struct How<'a> {
    /// By which door.
    pub door: Door,
    /// The file, where one brought them or was undone.
    pub import: Option<ImportId>,
    /// The source's name; empty for the municipality's own values.
    pub origin: &'a str,
    /// Why; empty where no reason was owed.
    pub reason: &'a str,
    /// Sums that others could trust and that new values take the place of.
    pub sums: Option<&'a Sums>,
}

impl How<'_> {
    /// The municipality's own values by a door, without a file and without a reason.
    pub fn by(door: Door) -> Self {
        Self { door, import: None, origin: "", reason: "", sums: None }
    }
}

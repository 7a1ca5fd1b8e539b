//! How much a request may bring, by where it goes.

const MIB: usize = 1024 * 1024;

/// The largest body taken where nothing else is said, and from strangers everywhere.
pub const LARGEST_FORM: usize = MIB;
/// Where files of values are read in; a million values fit.
const LARGEST_VALUES: usize = 32 * MIB;
/// The largest file of values; the form around it has room.
pub const LARGEST_VALUES_FILE: usize = 28 * MIB;
/// Where files are put beside an element; the form around a file has room.
const LARGEST_ATTACHMENT: usize = domain::attachments::LARGEST_BYTES + MIB;
/// The beginning of the addresses where they are.
const ATTACHMENTS: &str = "/bilagor/";
/// Where a steering model is changed. A model of 2 MiB is three times as long in a form that asks for
/// the password in between.
const LARGEST_MODEL: usize = 8 * MIB;

/// The largest body taken at a path from one who is signed in.
pub fn largest(path: &str) -> usize {
    match path {
        "/matt/inlasning" => LARGEST_VALUES,
        "/modell/byt" | "/modell/byt/las-in" => LARGEST_MODEL,
        _ if path.starts_with(ATTACHMENTS) => LARGEST_ATTACHMENT,
        _ => LARGEST_FORM,
    }
}

/// What a person is told to keep within at a path, in MiB: a file is smaller than the form around it.
pub fn told(path: &str) -> usize {
    let bytes = match path {
        "/matt/inlasning" => LARGEST_VALUES_FILE,
        "/modell/byt" | "/modell/byt/las-in" => domain::steering::MAX_BYTES,
        _ if path.starts_with(ATTACHMENTS) => domain::attachments::LARGEST_BYTES,
        _ => LARGEST_FORM,
    };
    bytes / MIB
}

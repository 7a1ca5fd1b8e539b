//! How large a model file may be. The largest known model is 14 kB with 1,100 nodes and a depth of 6.

use crate::steering::problem::Fault;

/// A file with more bytes is refused before it is read.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// Lists and mappings may lie inside one another this many times.
pub const MAX_DEPTH: usize = 32;
/// A file may hold this many values, repeated ones (`*alias`) counted each time.
pub const MAX_NODES: u32 = 100_000;

/// The text of a file, or why it cannot be one.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, (Option<u32>, Fault)> {
    if bytes.len() > MAX_BYTES {
        return Err((None, Fault::TooLarge { bytes: bytes.len(), limit: MAX_BYTES }));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // UTF-16 has a zero byte in every other place but is a text all the same, so it is named first.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err((Some(1), Fault::NotUtf8));
    }
    if bytes.contains(&0) || bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF-") {
        return Err((None, Fault::Binary));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        (u32::try_from(line).ok(), Fault::NotUtf8)
    })?;
    if text.trim().is_empty() {
        return Err((None, Fault::Empty));
    }
    Ok(text)
}

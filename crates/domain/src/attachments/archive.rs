//! The names of the parts in a zip archive, read from its directory. Nothing is unpacked.

/// Most parts; a document has some tens, and one for each picture.
const MOST_PARTS: usize = 10_000;
/// How far from the end the end of the directory may begin: its own length and a comment.
const TAIL: usize = 66_000;
/// The part of an `OpenDocument` that says what it is.
const TELLING: &str = "mimetype";

/// One part of an archive.
pub(super) struct Part {
    /// As the directory names it.
    pub(super) name: String,
}

impl Part {
    /// Whether it is a program, or something that starts one.
    pub(super) fn is_active(&self) -> bool {
        let name = self.name.to_lowercase();
        ["vbaproject", "vbadata", "/activex/", "oleobject", "/macrosheets/"]
            .iter()
            .any(|word| name.contains(word))
            || ["basic/", "scripts/"].iter().any(|start| name.starts_with(start))
    }
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let taken = bytes.get(at..at.checked_add(length)?)?;
    let folded = taken.iter().rev().fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    usize::try_from(folded).ok()
}

/// The parts; none when it is no archive that can be read to its end.
pub(super) fn parts(bytes: &[u8]) -> Option<Vec<Part>> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let from = bytes.len().saturating_sub(TAIL);
    let tail = bytes.get(from..)?;
    let end = from + tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = number(bytes, end + 10, 2)?;
    let mut at = number(bytes, end + 16, 4)?;
    if count == 0 || count > MOST_PARTS {
        return None;
    }
    let mut found = Vec::with_capacity(count);
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let (name, extra, comment) =
            (number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?);
        let start = at + 46;
        let name_bytes = bytes.get(start..start.checked_add(name)?)?;
        found.push(Part { name: String::from_utf8_lossy(name_bytes).into_owned() });
        at = start + name + extra + comment;
    }
    Some(found)
}

/// Whether the archive begins with a part that says this type, as an `OpenDocument` does.
pub(super) fn says(bytes: &[u8], media_type: &str) -> bool {
    let read = || {
        let (name, extra) = (number(bytes, 26, 2)?, number(bytes, 28, 2)?);
        let start = 30 + name;
        let is_telling = bytes.get(30..start)? == TELLING.as_bytes();
        let from = start + extra;
        let said = bytes.get(from..from + media_type.len())?;
        // What follows is the next part: a longer type is another type, such as a template's.
        let ends = bytes.get(from + media_type.len()..)?.starts_with(b"PK");
        Some(is_telling && said == media_type.as_bytes() && ends)
    };
    read().unwrap_or(false)
}

//! Whether the bytes of a file are of the kind that its name says, and nothing in them runs.

use super::archive::{self, Part};
use super::{FileKind, FileProblem};

/// How far from the end of a PDF its last line may stand.
const PDF_TAIL: usize = 2_048;

/// What a page of HTML or XML begins with, besides tags.
const BEGINNINGS: [&str; 3] = ["<!doctype", "<!--", "<?xml"];
/// Tags that make a text a page when they stand first.
const FIRST_TAGS: [&str; 15] = [
    "html", "head", "title", "body", "style", "table", "div", "font", "h1", "a", "b", "br", "p",
    "img", "form",
];
/// Tags of what runs or draws something else into a page.
const RUNNING_TAGS: [&str; 7] = ["script", "svg", "iframe", "object", "embed", "html", "math"];

/// Holds the bytes against the kind.
pub(super) fn check(kind: FileKind, bytes: &[u8]) -> Result<(), FileProblem> {
    let other = || FileProblem::OtherContent(kind);
    match kind {
        FileKind::Pdf => pdf(bytes),
        FileKind::Png => {
            let whole =
                bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR");
            whole.then_some(()).ok_or_else(other)
        }
        FileKind::Jpeg => bytes.starts_with(b"\xff\xd8\xff").then_some(()).ok_or_else(other),
        FileKind::Webp => {
            let whole = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
            whole.then_some(()).ok_or_else(other)
        }
        FileKind::Docx | FileKind::Xlsx | FileKind::Odt | FileKind::Ods => document(kind, bytes),
        FileKind::Csv | FileKind::Txt => text(kind, bytes),
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn pdf(bytes: &[u8]) -> Result<(), FileProblem> {
    let tail = bytes.get(bytes.len().saturating_sub(PDF_TAIL)..).unwrap_or_default();
    // Other readers look for the beginning further in, where a page of HTML could stand before it.
    if !bytes.starts_with(b"%PDF-") || !contains(tail, b"%%EOF") {
        return Err(FileProblem::OtherContent(FileKind::Pdf));
    }
    if contains(bytes, b"/JavaScript") || contains(bytes, b"/Launch") {
        return Err(FileProblem::Active(FileKind::Pdf));
    }
    Ok(())
}

fn document(kind: FileKind, bytes: &[u8]) -> Result<(), FileProblem> {
    let parts = archive::parts(bytes).ok_or(FileProblem::OtherContent(kind))?;
    let has = |name: &str| parts.iter().any(|part| part.name == name);
    let is_it = match kind {
        FileKind::Docx => has("[Content_Types].xml") && has("word/document.xml"),
        FileKind::Xlsx => has("[Content_Types].xml") && has("xl/workbook.xml"),
        _ => has("content.xml") && archive::says(bytes, kind.media_type()),
    };
    if !is_it {
        return Err(FileProblem::OtherContent(kind));
    }
    if parts.iter().any(Part::is_active) { Err(FileProblem::Active(kind)) } else { Ok(()) }
}

fn text(kind: FileKind, bytes: &[u8]) -> Result<(), FileProblem> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        // Bytes that no text holds are another kind of file, not another alphabet.
        let binary = bytes.contains(&0);
        return Err(if binary { FileProblem::OtherContent(kind) } else { FileProblem::NotUtf8 });
    };
    let odd = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\x0c');
    let other = text.contains(odd) || is_markup(text);
    if other { Err(FileProblem::OtherContent(kind)) } else { Ok(()) }
}

/// Whether a browser that looks at the beginning would take a text for a page (WHATWG MIME Sniffing,
/// 7.1), or it carries, anywhere, what runs in a page.
fn is_markup(text: &str) -> bool {
    let lower = text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    let tag = |text: &str, name: &str| {
        let rest = text.strip_prefix('<').and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
    };
    let begins = BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || FIRST_TAGS.iter().any(|name| tag(&lower, name));
    let runs = || {
        let mut places = lower.match_indices('<').filter_map(|(at, _)| lower.get(at..));
        places.any(|rest| RUNNING_TAGS.iter().any(|name| tag(rest, name)))
    };
    begins || runs()
}

//! Whether the bytes of a file are of the kind that its name says, and nothing in them runs.

use super::archive::{self, Part};
use super::{FileKind, FileProblem};

/// How far from the end of a PDF its last line may stand.
const PDF_TAIL: usize = 2_048;

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
    if text.contains(odd) { Err(FileProblem::OtherContent(kind)) } else { Ok(()) }
}

//! The kinds of file that are taken. Closed: what is not here is not taken.

use serde::{Deserialize, Serialize};

use super::FileProblem;

/// A kind of file that can only be looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A picture in PNG.
    Png,
    /// A picture in JPEG.
    Jpeg,
    /// A picture in `WebP`.
    Webp,
    /// A Word document without macros.
    Docx,
    /// An Excel workbook without macros.
    Xlsx,
    /// An `OpenDocument` text.
    Odt,
    /// An `OpenDocument` spreadsheet.
    Ods,
    /// Values set apart by signs.
    Csv,
    /// Plain text.
    Txt,
}

/// How names of documents end that may carry programs.
const WITH_MACROS: [&str; 12] =
    ["docm", "dotm", "xlsm", "xlsb", "xltm", "xlam", "pptm", "potm", "ppsm", "doc", "xls", "ppt"];

impl FileKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Webp,
        Self::Docx,
        Self::Xlsx,
        Self::Odt,
        Self::Ods,
        Self::Csv,
        Self::Txt,
    ];

    /// The stored name, which is also how the names of its files end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Webp => "webp",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Txt => "txt",
        }
    }

    /// The type that browsers are told, whatever the file was said to be when it came.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Txt => "text/plain; charset=utf-8",
        }
    }

    /// What a file claims to be, by how its name ends.
    ///
    /// # Errors
    /// When nothing that is taken ends so.
    pub fn of_name(name: &str) -> Result<Self, FileProblem> {
        let (_, ending) = name.trim().rsplit_once('.').ok_or(FileProblem::UnknownKind)?;
        let ending = ending.to_ascii_lowercase();
        if ending == "jpg" {
            return Ok(Self::Jpeg);
        }
        if WITH_MACROS.contains(&ending.as_str()) {
            return Err(FileProblem::MacroKind);
        }
        ending.parse().map_err(|_| FileProblem::UnknownKind)
    }
}

impl std::str::FromStr for FileKind {
    type Err = crate::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.code() == text).ok_or(crate::ids::NotAnId)
    }
}

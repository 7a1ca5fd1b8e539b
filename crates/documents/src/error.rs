//! Why a report tree cannot become a document: faults of the tree, each naming the place.

/// A report that cannot be rendered. All but [`DocumentError::Typesetting`] are faults that the
/// assembling code can see and mend in the tree.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DocumentError {
    #[error("the report has no title")]
    MissingTitle,
    #[error("a section below “{parent}” has no title")]
    MissingSectionTitle { parent: String },
    #[error("the title “{start}…” is longer than 1000 characters")]
    TitleTooLong { start: String },
    #[error("“{section}” is nested deeper than five levels")]
    TooDeep { section: String },
    #[error("“{0}” is not a language code such as sv or en")]
    BadLanguage(String),
    #[error("“{0}” is not a date such as 2026-09-15")]
    BadDate(String),
    #[error("the figure “{caption}” has no text alternative")]
    MissingAlt { caption: String },
    #[error("a table or figure in “{section}” has no caption")]
    MissingCaption { section: String },
    #[error("column {column} of the table “{caption}” has no header")]
    MissingHeader { caption: String, column: usize },
    #[error("row {row} of the table “{caption}” does not have one cell per column")]
    RaggedRow { caption: String, row: usize },
    #[error("the drawing of the figure “{caption}” cannot be used: {reason}")]
    BadFigure { caption: String, reason: String },
    #[error("the typesetter refused the report: {0}")]
    Typesetting(String),
}

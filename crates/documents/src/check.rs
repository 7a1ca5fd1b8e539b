//! What a report must fulfil before a renderer sees it: titles, captions, headers, alternatives.

use crate::figure::clean;
use crate::{Block, Cell, DocumentError, Figure, Poster, Report, Section, Table, Text};

/// Deepest nesting of sections that both HTML (h2–h6) and PDF can show as real headings.
const MAX_DEPTH: usize = 5;
const MAX_TITLE: usize = 1000;

impl Report {
    /// Tells the first fault that would make the document inaccessible or impossible to set.
    pub fn check(&self) -> Result<(), DocumentError> {
        if self.title.trim().is_empty() {
            return Err(DocumentError::MissingTitle);
        }
        title_length(&self.title)?;
        language(&self.language)?;
        self.facts.iter().try_for_each(|fact| text(&fact.value))?;
        self.sections.iter().try_for_each(|part| section(part, &self.title, 1))
    }
}

impl Poster {
    /// Tells the first fault that would make the sheet inaccessible or impossible to set.
    pub fn check(&self) -> Result<(), DocumentError> {
        if self.title.trim().is_empty() || self.heading.trim().is_empty() {
            return Err(DocumentError::MissingTitle);
        }
        title_length(&self.title)?;
        title_length(&self.heading)?;
        language(&self.language)?;
        figure(&self.figure, &self.title)?;
        let headed = |title: &str| !title.trim().is_empty();
        let months = self.months.iter().all(|month| headed(&month.title));
        if months && (self.others.lines.is_empty() || headed(&self.others.title)) {
            return Ok(());
        }
        Err(DocumentError::MissingSectionTitle { parent: self.title.clone() })
    }
}

fn section(part: &Section, parent: &str, depth: usize) -> Result<(), DocumentError> {
    if part.title.trim().is_empty() {
        return Err(DocumentError::MissingSectionTitle { parent: parent.to_owned() });
    }
    title_length(&part.title)?;
    if depth > MAX_DEPTH {
        return Err(DocumentError::TooDeep { section: part.title.clone() });
    }
    part.blocks.iter().try_for_each(|found| block(found, &part.title))?;
    part.sections.iter().try_for_each(|inner| section(inner, &part.title, depth + 1))
}

fn block(block: &Block, section: &str) -> Result<(), DocumentError> {
    match block {
        Block::Lead { text: said }
        | Block::Paragraph { text: said }
        | Block::Status { text: said, .. } => text(said),
        Block::Quote(quote) => {
            text(&quote.text)?;
            quote.facts.iter().try_for_each(|fact| text(&fact.value))
        }
        Block::Note(note) => text(&note.text),
        Block::List(list) => list.items.iter().try_for_each(text),
        Block::Facts { facts } => facts.iter().try_for_each(|fact| text(&fact.value)),
        Block::Table(found) => table(found, section),
        Block::Figure(found) => figure(found, section),
        Block::KeyFigures { .. } | Block::PageBreak => Ok(()),
    }
}

fn table(table: &Table, section: &str) -> Result<(), DocumentError> {
    let caption = caption(&table.caption, section)?;
    let headless = table.columns.iter().position(|column| column.header.trim().is_empty());
    if let Some(column) = headless.or(table.columns.is_empty().then_some(0)) {
        return Err(DocumentError::MissingHeader { caption, column: column + 1 });
    }
    let width = table.columns.len();
    if let Some(row) = table.rows.iter().position(|row| row.cells.len() != width) {
        return Err(DocumentError::RaggedRow { caption, row: row + 1 });
    }
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.into_iter().try_for_each(|cell| match cell {
        Cell::Text { text: said } => text(said),
        Cell::Status { .. } | Cell::Number { .. } => Ok(()),
    })
}

fn figure(figure: &Figure, section: &str) -> Result<(), DocumentError> {
    let caption = caption(&figure.caption, section)?;
    if figure.alt.trim().is_empty() {
        return Err(DocumentError::MissingAlt { caption });
    }
    match clean(&figure.svg) {
        Ok(_) => Ok(()),
        Err(reason) => Err(DocumentError::BadFigure { caption, reason }),
    }
}

fn caption(caption: &str, section: &str) -> Result<String, DocumentError> {
    if caption.trim().is_empty() {
        return Err(DocumentError::MissingCaption { section: section.to_owned() });
    }
    Ok(caption.to_owned())
}

fn text(text: &Text) -> Result<(), DocumentError> {
    text.0.iter().filter_map(|run| run.language.as_deref()).try_for_each(language)
}

fn language(code: &str) -> Result<(), DocumentError> {
    let letters = code.bytes().all(|byte| byte.is_ascii_lowercase());
    if letters && (2..=3).contains(&code.len()) {
        return Ok(());
    }
    Err(DocumentError::BadLanguage(code.to_owned()))
}

fn title_length(title: &str) -> Result<(), DocumentError> {
    if title.chars().count() <= MAX_TITLE {
        return Ok(());
    }
    Err(DocumentError::TitleTooLong { start: title.chars().take(40).collect() })
}

//! The cells of a sheet as rows of text.

use quick_xml::events::{BytesStart, Event};

use super::numbers::{self};
use super::sheet::{Book, Xml, attribute, next, reference};
use super::{MOST_COLUMNS, MOST_ROWS, XlsxProblem};

/// Most cells of a sheet.
const MOST_CELLS: usize = 2_000_000;
/// Most bytes of text in a cell; a spreadsheet keeps 32,767 letters.
const LARGEST_TEXT: usize = 128 * 1024;
/// Most bytes of text in all cells: texts are shared, so a small file can say much.
const LARGEST_ALL: usize = 64 * 1024 * 1024;

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    /// As a number.
    Plain,
    /// As a day.
    Day,
    /// As per cent.
    PerCent,
}

impl Shown {
    /// By one of the formats that every spreadsheet has.
    pub(super) fn of_id(id: &str) -> Self {
        match id.parse::<u32>().unwrap_or(0) {
            9 | 10 => Self::PerCent,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Day,
            _ => Self::Plain,
        }
    }

    /// By a format of the workbook's own; what stands in quotation marks or brackets is only shown.
    pub(super) fn of_code(code: &str) -> Self {
        let mut letters = code.chars();
        let mut found = Self::Plain;
        while let Some(letter) = letters.next() {
            match letter {
                '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
                '[' => drop(letters.by_ref().find(|letter| *letter == ']')),
                '\\' | '_' | '*' => drop(letters.next()),
                '%' => return Self::PerCent,
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' => found = Self::Day,
                _ => {}
            }
        }
        found
    }
}

/// All rows to the last that says something; those left out are empty.
pub(super) fn read_rows(xml: &mut Xml<'_>, book: &Book) -> Result<Vec<Vec<String>>, XlsxProblem> {
    let mut sheet = Sheet::default();
    let mut buffer = Vec::new();
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => sheet.begin_row(&tag)?,
                "c" => {
                    let (place, kind, style) = sheet.begin_cell(&tag)?;
                    let text = read_cell(xml, book, &kind, style)?;
                    sheet.put(place, text)?;
                }
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "row" => sheet.begin_row(&tag)?,
                "c" => drop(sheet.begin_cell(&tag)?),
                _ => {}
            },
            Event::Eof => return Ok(sheet.rows),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Sheet {
    rows: Vec<Vec<String>>,
    /// The row read now, from 0, once one has begun.
    row: Option<usize>,
    /// The next column of the row.
    column: usize,
    cells: usize,
    bytes: usize,
}

impl Sheet {
    fn begin_row(&mut self, tag: &BytesStart<'_>) -> Result<(), XlsxProblem> {
        let after = self.row.map_or(0, |row| row + 1);
        let row = match attribute(tag, "r") {
            Some(told) => told.parse::<usize>().ok().and_then(|row| row.checked_sub(1)),
            None => Some(after),
        };
        let row = row.ok_or(XlsxProblem::Broken)?;
        // A row that comes twice, or after a later one, would be put in the wrong place.
        if row < after {
            return Err(XlsxProblem::Broken);
        }
        (self.row, self.column) = (Some(row), 0);
        self.count_cell()
    }

    fn begin_cell(&mut self, tag: &BytesStart<'_>) -> Result<(usize, String, usize), XlsxProblem> {
        self.count_cell()?;
        let column = match attribute(tag, "r") {
            Some(place) => column_of(&place).ok_or(XlsxProblem::Broken)?,
            None => self.column,
        };
        self.column = column + 1;
        let style = attribute(tag, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
        Ok((column, attribute(tag, "t").unwrap_or_default(), style))
    }

    /// Empty cells cost time too.
    fn count_cell(&mut self) -> Result<(), XlsxProblem> {
        self.cells += 1;
        if self.cells > MOST_CELLS { Err(XlsxProblem::TooLarge) } else { Ok(()) }
    }

    fn put(&mut self, column: usize, text: String) -> Result<(), XlsxProblem> {
        if text.is_empty() {
            return Ok(());
        }
        let row = self.row.ok_or(XlsxProblem::Broken)?;
        self.bytes += text.len();
        if row >= MOST_ROWS || column >= MOST_COLUMNS || self.bytes > LARGEST_ALL {
            return Err(XlsxProblem::TooLarge);
        }
        // A row far down makes the rows before it; each is as small as can be.
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                self.cells += column + 1 - cells.len();
                cells.resize_with(column + 1, String::new);
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        if self.cells > MOST_CELLS { Err(XlsxProblem::TooLarge) } else { Ok(()) }
    }
}

/// The column of a place such as `AB12`, from 0.
fn column_of(place: &str) -> Option<usize> {
    let mut column: usize = 0;
    for letter in place.bytes().take_while(u8::is_ascii_alphabetic) {
        let value = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    column.checked_sub(1)
}

/// What a cell says, to its closing tag.
fn read_cell(
    xml: &mut Xml<'_>,
    book: &Book,
    kind: &str,
    style: usize,
) -> Result<String, XlsxProblem> {
    let (mut buffer, mut value) = (Vec::new(), String::new());
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "v" => value = read_text_of(xml, "v", true)?,
                "is" => value = read_text(xml, "is")?,
                // A formula is not computed; what it last gave stands beside it.
                "f" => drop(read_text_of(xml, "f", false)?),
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "c" => break,
            Event::Eof => return Err(XlsxProblem::Broken),
            _ => {}
        }
    }
    Ok(match kind {
        "s" => {
            let at = value.trim().parse().map_err(|_| XlsxProblem::Broken)?;
            one_line(book.text(at).ok_or(XlsxProblem::Broken)?)
        }
        "b" => if value.trim() == "1" { "SANT" } else { "FALSKT" }.to_owned(),
        "" | "n" if value.trim().is_empty() => String::new(),
        "" | "n" => number(&value, book, style),
        _ => one_line(&value),
    })
}

fn number(raw: &str, book: &Book, style: usize) -> String {
    let shown = match book.style(style) {
        Shown::Day => numbers::day(raw, book.epoch()),
        Shown::PerCent => numbers::decimal(raw, true),
        Shown::Plain => numbers::decimal(raw, false),
    };
    shown.unwrap_or_else(|| one_line(raw))
}

/// A row of the sheet is a line of the text, whatever a cell holds.
fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\0']).map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The text of all `t` inside an element, without readings of Japanese signs.
pub(super) fn read_text(xml: &mut Xml<'_>, end: &str) -> Result<String, XlsxProblem> {
    let (mut buffer, mut text, mut reading) = (Vec::new(), String::new(), 0_usize);
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "rPh" => reading += 1,
                "t" => {
                    let part = read_text_of(xml, "t", reading == 0)?;
                    text.push_str(&part);
                    if text.len() > LARGEST_TEXT {
                        return Err(XlsxProblem::TooLarge);
                    }
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "rPh" => {
                reading = reading.saturating_sub(1);
            }
            Event::End(tag) if tag.local_name().as_ref() == end => return Ok(text),
            Event::Eof => return Err(XlsxProblem::Broken),
            _ => {}
        }
    }
}

/// The text to the closing tag; empty when it is not wanted.
fn read_text_of(xml: &mut Xml<'_>, end: &str, wanted: bool) -> Result<String, XlsxProblem> {
    let (mut buffer, mut text) = (Vec::new(), String::new());
    loop {
        let part = match next(xml, &mut buffer)? {
            Event::Text(part) => Some(part.to_string()),
            Event::CData(part) => Some(part.to_string()),
            Event::GeneralRef(name) => reference(&name),
            Event::End(tag) if tag.local_name().as_ref() == end => return Ok(text),
            Event::Eof => return Err(XlsxProblem::Broken),
            _ => Some(String::new()),
        };
        let part = part.ok_or(XlsxProblem::Broken)?;
        if wanted {
            text.push_str(&part);
        }
        if text.len() > LARGEST_TEXT {
            return Err(XlsxProblem::TooLarge);
        }
    }
}

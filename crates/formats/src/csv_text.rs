//! CSV as spreadsheets in Sweden write it: semicolons, decimal commas, UTF-8 or Windows-1252.

/// Most cells read from one file.
const MOST_CELLS: usize = 4_000_000;

/// A file read into rows of trimmed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The first row.
    pub header: Vec<String>,
    /// The other rows with the line they begin on, empty ones left out.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CsvProblem {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Not text: a spreadsheet or a picture, perhaps.
    #[error("the file is not text")]
    NotText,
    /// More cells than one file may have.
    #[error("the file is too large")]
    TooLarge,
    /// A quotation mark that is not closed where its cell ends.
    #[error("the quotation mark on line {line} is not closed")]
    OpenQuote {
        /// The line it stands on, from 1.
        line: u64,
    },
}

/// Reads a file. The separator is the one of semicolon, tab and comma that the first line has most of.
///
/// # Errors
/// Why it cannot be read; rows of the wrong length are not an error here.
pub fn read(bytes: &[u8]) -> Result<Sheet, CsvProblem> {
    read_text(&decode(bytes)?)
}

/// Reads what [`decode`] gave.
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<Sheet, CsvProblem> {
    let first = without_quoted(text.lines().next().unwrap_or_default());
    let separator = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|separator| {
            let count = first.bytes().filter(|byte| byte == separator).count();
            (count, *separator == b';')
        })
        .unwrap_or(b';');
    if let Some(line) = open_quote(text, separator) {
        return Err(CsvProblem::OpenQuote { line });
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut header = None;
    let mut rows = Vec::new();
    let mut cells = 0;
    for record in reader.records() {
        let record = record.map_err(|error| CsvProblem::OpenQuote {
            line: error.position().map_or(0, csv::Position::line),
        })?;
        cells += record.len();
        if cells > MOST_CELLS {
            return Err(CsvProblem::TooLarge);
        }
        let line = record.position().map_or(0, |place| line_of(text, place));
        let row: Vec<String> = record.iter().map(unguard).collect();
        if row.iter().all(String::is_empty) {
            continue;
        }
        match header {
            None => header = Some(row),
            Some(_) => rows.push((line, row)),
        }
    }
    Ok(Sheet { header: header.ok_or(CsvProblem::Empty)?, rows })
}

/// The line a record begins on. The reader tells where it began to look, before empty lines.
fn line_of(text: &str, place: &csv::Position) -> u64 {
    let from = usize::try_from(place.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    place.line() + empty.filter(|byte| **byte == b'\n').map(|_| 1).sum::<u64>()
}

/// A line without what stands in quotation marks.
fn without_quoted(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

/// The line of a quotation mark that opens a cell and runs over the following rows: to the end of
/// the file, or to a mark after which its cell does not end. A reader would take all between for
/// one cell.
fn open_quote(text: &str, separator: u8) -> Option<u64> {
    let mut bytes = text.bytes().peekable();
    let (mut line, mut cell_begins) = (1, true);
    while let Some(byte) = bytes.next() {
        if !(cell_begins && byte == b'"') {
            cell_begins = byte == separator || byte == b'\n' || byte == b'\r';
            line += u64::from(byte == b'\n');
            continue;
        }
        let opened = line;
        loop {
            match bytes.next() {
                None => return Some(opened),
                // Two marks are one inside the text.
                Some(b'"') if bytes.next_if_eq(&b'"').is_none() => break,
                Some(byte) => line += u64::from(byte == b'\n'),
            }
        }
        let ends = |next: &u8| *next == separator || *next == b'\n' || *next == b'\r';
        if line > opened && !bytes.peek().is_none_or(ends) {
            return Some(opened);
        }
        cell_begins = false;
    }
    None
}

/// The text of a file in UTF-8, UTF-16 or Windows-1252, without its byte-order mark.
///
/// # Errors
/// [`CsvProblem::Empty`] or [`CsvProblem::NotText`]; the text holds no NUL.
pub fn decode(bytes: &[u8]) -> Result<String, CsvProblem> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(CsvProblem::Empty);
    }
    let sixteen = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if !sixteen && bytes.contains(&0) {
        return Err(CsvProblem::NotText);
    }
    let (text, _, broken) = encoding_rs::UTF_8.decode(bytes);
    if !broken {
        // NUL can hide in UTF-16, and not every store can keep it.
        return if text.contains('\0') { Err(CsvProblem::NotText) } else { Ok(text.into_owned()) };
    }
    // Older spreadsheets in Sweden save as Windows-1252; every byte means something there, so
    // control characters are the sign that it is no text at all.
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(bytes);
    let strange =
        text.chars().filter(|letter| letter.is_control() && !letter.is_whitespace()).count();
    if strange > 0 { Err(CsvProblem::NotText) } else { Ok(text.into_owned()) }
}

/// Takes away the apostrophe that [`write()`] puts before what a spreadsheet would compute.
fn unguard(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// Whether a cell is guarded. One that looks guarded already is guarded once more, or reading would
/// take away what was part of the text.
fn is_dangerous(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    cell.starts_with(['=', '@', '\t', '\r']) || (cell.starts_with(['+', '-']) && !is_number(cell))
}

fn is_number(cell: &str) -> bool {
    let rest = cell.get(1..).unwrap_or_default();
    !rest.is_empty()
        && rest.chars().all(|letter| letter.is_ascii_digit() || letter == ',' || letter == '.')
}

/// Writes rows with a byte-order mark, so that spreadsheets see å ä ö. Text that a spreadsheet
/// would take for a formula gets an apostrophe first.
pub fn write<R, C>(header: &[&str], rows: R) -> Vec<u8>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    // Writing to memory does not fail.
    let _ = writer.write_record(header);
    for row in rows {
        let cells = row.into_iter().map(|cell| guarded(&cell));
        let _ = writer.write_record(cells.map(String::into_bytes).collect::<Vec<_>>());
    }
    writer.into_inner().unwrap_or_default()
}

/// Writes rows of text as [`read_text`] reads them, one line for each row, also for an empty one.
/// Every cell stands in quotation marks, so that no comma in a heading is taken for a separator.
pub fn write_lines(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        if !row.iter().all(String::is_empty) {
            for (place, cell) in row.iter().enumerate() {
                text.push_str(if place == 0 { "\"" } else { ";\"" });
                text.push_str(&guarded(cell).replace('"', "\"\""));
                text.push('"');
            }
        }
        text.push('\n');
    }
    text
}

fn guarded(cell: &str) -> String {
    if is_dangerous(cell) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn swedish_letters_are_read_in_both_encodings() {
        let expected = vec!["måtta".to_owned(), "1,5".to_owned()];
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode("namn;värde\nmåtta;1,5\n");
        for bytes in [&b"\xef\xbb\xbfnamn;v\xc3\xa4rde\nm\xc3\xa5tta;1,5\n"[..], &windows] {
            assert_eq!(read(bytes).unwrap().rows, [(2, expected.clone())]);
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(read(b""), Err(CsvProblem::Empty));
        assert_eq!(read(b" \n "), Err(CsvProblem::Empty));
        assert_eq!(read(b"PK\x03\x04\0\0"), Err(CsvProblem::NotText));
        assert_eq!(read(b"\x89PNG\x01\x02\xff"), Err(CsvProblem::NotText));
    }

    #[test]
    fn lines_are_counted_with_the_empty_ones() {
        let lines = |text: &str| {
            read(text.as_bytes()).unwrap().rows.into_iter().map(|row| row.0).collect::<Vec<_>>()
        };
        assert_eq!(lines("a;b\n\n\n1;2\n;\n3;4\n"), [4, 6]);
        assert_eq!(lines("\r\na;b\r\n\r\n1;2\r\n3;4"), [4, 5]);
        let written = write_lines(&[vec!["a".to_owned()], vec![], vec!["'=1".to_owned()]]);
        assert_eq!(read_text(&written).unwrap().rows, [(3, vec!["'=1".to_owned()])]);
    }

    #[test]
    fn the_separator_is_found() {
        assert_eq!(read(b"\"a, b, c\";d\n1;2").unwrap().header, ["a, b, c", "d"]);
        for text in ["a;b\n1;2", "a\tb\n1\t2", "a,b\n1,2"] {
            assert_eq!(read(text.as_bytes()).unwrap().header, ["a", "b"], "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_left_open_is_told_where_it_opens() {
        for (text, line) in [
            ("a;b\n1;\"2\n3;4", 2),
            ("a;b\n1;2\n\"3;4\n5;6\n\"7\";8", 3),
            ("a;b\r\n\"1\r\n2\";\"3\r\n", 3),
            ("\"a;b\n1;2", 1),
        ] {
            assert_eq!(read(text.as_bytes()), Err(CsvProblem::OpenQuote { line }), "{text}");
        }
    }

    #[test]
    fn quotation_marks_that_are_closed_are_read() {
        let text = "a;b\n\"1\n2\";\"sa \"\"3\"\"\"\n\"4\";5 \"tum\"\n\"\";6\n";
        let rows: Vec<_> =
            read(text.as_bytes()).unwrap().rows.into_iter().map(|row| row.1).collect();
        assert_eq!(rows, [["1\n2", "sa \"3\""], ["4", "5 \"tum\""], ["", "6"]]);
    }

    #[test]
    fn formulas_are_disarmed_and_negative_numbers_are_not() {
        let bytes = write(&["a"], [["=1+1".to_owned()], ["-3,5".to_owned()], ["-cmd".to_owned()]]);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("'=1+1") && text.contains("'-cmd") && text.contains("\r\n-3,5"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(cells in proptest::collection::vec("[a-zåäö=@;\"', 0-9-]{1,12}", 1..5)) {
            let trimmed: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
            prop_assume!(trimmed.iter().all(|cell| !cell.is_empty()));
            let header: Vec<&str> = vec!["rubrik"; trimmed.len()];
            let sheet = read(&write(&header, [trimmed.clone()])).unwrap();
            prop_assert_eq!(&sheet.rows[0].1, &trimmed);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }
    }
}

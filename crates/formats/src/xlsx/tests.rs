use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::write::pack;
use super::*;
use crate::csv_text::{self, Sheet};

const BOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str =
    r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook with one sheet of these rows, and more parts.
fn book(rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let mut parts = vec![
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    parts.extend_from_slice(more);
    pack(&parts).unwrap()
}

fn table(bytes: &[u8]) -> Sheet {
    csv_text::read_text(&read_as_csv(bytes).unwrap()).unwrap()
}

fn refused(bytes: &[u8]) -> XlsxProblem {
    read_as_csv(bytes).unwrap_err()
}

#[test]
fn texts_numbers_days_and_shares_are_read_as_they_are_shown() {
    let texts = "<sst><si><t>Måtta &amp; &#229;</t></si><si><r><t>två </t></r><r><t>delar</t></r><rPh><t>x</t></rPh></si></sst>";
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm"/><numFmt numFmtId="165" formatCode="0.0&quot; dm&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>"#;
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="4"><c r="A4"><v>8.0999999999999996</v></c><c r="B4" s="1"><v>46235</v></c><c r="C4" s="2"><v>8.1000000000000003E-2</v></c><c r="D4" s="3"><v>12.5</v></c><c r="F4" t="inlineStr"><is><t>inne</t></is></c></row>
        <row r="5"><c t="str"><f>A1&amp;B1</f><v>ihop</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c/></row>"#;
    let sheet = table(&book(rows, &[("xl/sharedStrings.xml", texts), ("xl/styles.xml", styles)]));
    assert_eq!(sheet.header, ["Måtta & å", "två delar"]);
    assert_eq!(
        sheet.rows,
        [
            (4, ["8,1", "2026-08-01", "8,1 %", "12,5", "", "inne"].map(str::to_owned).to_vec()),
            (5, ["ihop", "SANT", "#N/A"].map(str::to_owned).to_vec()),
        ],
        "lines are those of the sheet"
    );
}

#[test]
fn the_first_sheet_that_is_shown_and_says_something_is_read() {
    let book = r#"<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet state="hidden" r:id="a"/><sheet r:id="b"/><sheet r:id="c"/></sheets></workbook>"#;
    let relations = r#"<R><Relationship Id="a" Target="s/a.xml"/><Relationship Id="b" Target="s/b.xml"/><Relationship Id="c" Target="/xl/s/c.xml"/></R>"#;
    let cell = |text: &str| format!("<w><row><c t=\"str\"><v>{text}</v></c></row></w>");
    let bytes = pack(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/s/a.xml", &cell("dold")),
        ("xl/s/b.xml", "<w/>"),
        ("xl/s/c.xml", &cell("synlig")),
    ])
    .unwrap();
    assert_eq!(table(&bytes).header, ["synlig"]);
}

#[test]
fn what_is_no_such_spreadsheet_is_refused_by_its_kind() {
    let mut locked = archive::OLD.to_vec();
    assert_eq!(refused(&locked), XlsxProblem::Old);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&locked), XlsxProblem::Locked);
    assert_eq!(refused(b"a;b"), XlsxProblem::NotXlsx);
    assert_eq!(refused(b""), XlsxProblem::NotXlsx);
    assert_eq!(refused(b"PK\x03\x04nonsense"), XlsxProblem::Broken);
    assert_eq!(refused(&pack(&[("mimetype", "ods")]).unwrap()), XlsxProblem::NotXlsx);
    assert_eq!(refused(&book("", &[("xl/vbaProject.bin", "")])), XlsxProblem::Macros);
    assert_eq!(refused(&book("", &[])), XlsxProblem::Empty);
    let whole = book("<row><c><v>1</v></c></row>", &[]);
    assert_eq!(refused(&whole[..whole.len() / 2]), XlsxProblem::Broken);
}

#[test]
fn what_is_broken_inside_is_refused() {
    for rows in [
        "<row><c>",
        "<row><c t=\"s\"><v>7</v></c></row>",
        "<row><c t=\"s\"><v>-1</v></c></row>",
        "<row r=\"0\"/>",
        "<row r=\"3\"/><row r=\"2\"/>",
        "<row><c r=\"7\"><v>1</v></c></row>",
        "<row><c t=\"str\"><v>&lol;</v></c></row>",
        "<c t=\"str\"><v>1</v></c>",
        "<row></c></row>",
    ] {
        assert_eq!(refused(&book(rows, &[])), XlsxProblem::Broken, "{rows}");
    }
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><sst/>";
    assert_eq!(refused(&book("", &[("xl/sharedStrings.xml", entities)])), XlsxProblem::Broken);
}

/// Bombs that a limit stops before they cost anything; those that only the operating system stops
/// are tried on the program itself.
#[test]
fn what_would_grow_is_refused_as_too_large() {
    let far_down = "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>";
    let far_right = "<row><c r=\"XFD1\"><v>1</v></c></row>";
    let overflowing = "<row><c r=\"ZZZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c></row>";
    let long = format!("<row><c t=\"str\"><v>{}</v></c></row>", "a".repeat(200_000));
    for rows in [far_down, far_right, &long] {
        assert_eq!(refused(&book(rows, &[])), XlsxProblem::TooLarge, "{}", &rows[..40]);
    }
    assert_eq!(refused(&book(overflowing, &[])), XlsxProblem::Broken);
    let zeros = "0".repeat(60 * 1024 * 1024);
    assert_eq!(refused(&book("", &[("xl/sharedStrings.xml", &zeros)])), XlsxProblem::TooLarge);
    let names: Vec<String> = (0..1_001).map(|number| format!("x/{number}")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(refused(&book("", &parts)), XlsxProblem::TooLarge);
    // One text, shared by many cells.
    let text = format!("<sst><si><t>{}</t></si></sst>", "å".repeat(30_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(2_000);
    let rows = format!("<row>{}</row>", &cells).replace("<row>", "<row>");
    assert_eq!(refused(&book(&rows, &[("xl/sharedStrings.xml", &text)])), XlsxProblem::TooLarge);
}

#[test]
fn an_archive_that_lies_about_its_sizes_is_stopped_by_what_comes_out() {
    let rows = "<row><c><v>1</v></c></row>".repeat(1000);
    let mut bytes = book(&rows, &[]);
    // The sizes in the directory are told to be one byte.
    let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    let mut at = directory;
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        bytes[at + 24..at + 28].copy_from_slice(&1_u32.to_le_bytes());
        let length =
            |place: usize| usize::from(u16::from_le_bytes([bytes[place], bytes[place + 1]]));
        at += 46 + length(at + 28) + length(at + 30) + length(at + 32);
    }
    // Whether it is read or refused, it ends.
    let _ = read_as_csv(&bytes);
}

#[test]
fn a_part_that_is_an_archive_itself_is_not_opened() {
    let inner = book("<row><c><v>1</v></c></row>", &[]);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    archive.start_file("xl/workbook.xml", options).unwrap();
    archive.write_all(&inner).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    assert!([XlsxProblem::Broken, XlsxProblem::Empty].contains(&refused(&bytes)));
}

#[test]
fn every_problem_has_a_word_that_names_it() {
    for (problem, code) in XlsxProblem::ALL {
        assert_eq!((problem.code(), XlsxProblem::of_code(code)), (code, Some(problem)));
    }
    assert_eq!(XlsxProblem::of_code("annat"), None);
}

#[test]
fn a_text_that_looks_like_a_formula_is_written_as_text() {
    let bytes = write("Värden", &["a"], [vec![Cell::Text("=1+1".to_owned())]]);
    assert_eq!(table(&bytes).rows, [(2, vec!["=1+1".to_owned()])]);
    assert_eq!(bytes, write("Värden", &["a"], [vec![Cell::Text("=1+1".to_owned())]]));
}

fn cell() -> impl Strategy<Value = (Cell, String)> {
    let text = "[a-zåäöÅÄÖ=@<>&+;,\"'| 0-9-]{1,14}".prop_filter_map("says something", |text| {
        let text = text.trim().to_owned();
        (!text.is_empty()).then(|| (Cell::Text(text.clone()), text))
    });
    let number = (-99_999_999_i64..99_999_999, 0_usize..4).prop_map(|(digits, scale)| {
        let text = format!("{:0width$}", digits.abs(), width = scale + 1);
        let (whole, part) = text.split_at(text.len() - scale);
        let part = part.trim_end_matches('0');
        let comma = if part.is_empty() { "" } else { "," };
        let sign = if digits < 0 && text.bytes().any(|byte| byte != b'0') { "-" } else { "" };
        let text = format!("{sign}{whole}{comma}{part}");
        (Cell::Number(text.clone()), text)
    });
    prop_oneof![text, number]
}

proptest! {
    #[test]
    fn what_is_written_is_read(rows in proptest::collection::vec(proptest::collection::vec(cell(), 1..5), 1..6)) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(1);
        let header = vec!["rubrik, med komma"; width];
        let cells = rows.iter().map(|row| row.iter().map(|(cell, _)| cell.clone()).collect());
        let sheet = table(&write("Blad", &header, cells));
        let read: Vec<&[String]> = sheet.rows.iter().map(|(_, row)| row.as_slice()).collect();
        let texts: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|(_, text)| text.clone()).collect()).collect();
        prop_assert_eq!(read, texts);
        prop_assert_eq!(sheet.header, header);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_as_csv(&bytes);
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(&bytes);
        let _ = read_as_csv(&zip);
    }

    #[test]
    fn any_damage_to_a_spreadsheet_is_read_or_refused(
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = write("Blad", &["a", "b"], [vec![Cell::Text("å".to_owned()), Cell::Number("1,5".to_owned())]]);
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_as_csv(&bytes);
    }

    #[test]
    fn any_parts_are_read_or_refused(sheet in ".{0,200}", texts in ".{0,80}", rows in "(<row>|</row>|<c r=\"B2\" t=\"s\">|<c>|</c>|<v>|</v>|1|<is>|<t>|</t>|</is>|&#1;){0,30}") {
        let _ = read_as_csv(&book(&sheet, &[("xl/sharedStrings.xml", &texts)]));
        let _ = read_as_csv(&book(&rows, &[]));
    }
}

//! The process that reads spreadsheets: what comes in from outside decides over it alone.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use std::io::{Cursor, Read, Write};
use std::process::{Output, Stdio};
use std::time::Duration;

use common::{text, traden};
use formats::xlsx::{Cell, write};
use zip::write::SimpleFileOptions;

/// What the process answers to a file.
fn answer(bytes: &[u8]) -> Output {
    let mut child = traden(&["read-spreadsheet"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || to.write_all(bytes));
        child.wait_with_output().unwrap()
    })
}

/// A workbook with these rows, not packed tighter than an honest one.
fn workbook(rows: &str) -> Vec<u8> {
    let bytes = write("Blad1", &[], [vec![Cell::Text("HERE".to_owned())]]);
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(1));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        if name.ends_with("sheet1.xml") {
            text = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        }
        to.start_file(name, options).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn a_spreadsheet_becomes_lines_of_text() {
    let row = vec![Cell::Text("Förskolan Björken".to_owned()), Cell::Number("8,1".to_owned())];
    let done = answer(&write("Blad1", &["enhet", "värde"], [row]));
    assert!(done.status.success());
    assert_eq!(text(&done.stdout), "\"enhet\";\"värde\"\n\"Förskolan Björken\";\"8,1\"\n");
}

#[test]
fn what_is_refused_is_told_in_one_word() {
    for (bytes, word) in [
        (&b"a;b"[..], "not-xlsx"),
        (b"PK\x03\x04", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old"),
    ] {
        let done = answer(bytes);
        assert_eq!((done.status.code(), text(&done.stdout).as_str()), (Some(1), word));
    }
}

#[test]
fn a_file_that_makes_itself_large_is_refused_in_time() {
    // Cells far apart: a reader that makes room for all between asks for hundreds of gigabytes.
    let sparse = workbook(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
    );
    let cells = workbook(&"<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(700_000));
    for bytes in [sparse, cells] {
        let done = answer(&bytes);
        assert_eq!((done.status.code(), text(&done.stdout).as_str()), (Some(1), "too-large"));
    }
}

#[test]
fn the_process_has_no_more_memory_than_it_is_given() {
    let mut child =
        traden(&["read-spreadsheet"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    // It waits for its file; by then its limits hold.
    std::thread::sleep(Duration::from_millis(500));
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id()));
    drop(child.stdin.take());
    child.wait().unwrap();
    let Ok(limits) = limits else {
        println!("no /proc here: skipped");
        return;
    };
    let limit = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        line[name.len()..].split_whitespace().next().unwrap().to_owned()
    };
    assert_eq!(limit("Max address space"), "536870912");
    assert_eq!(limit("Max cpu time"), "20");
    assert_eq!(limit("Max file size"), "0");
}

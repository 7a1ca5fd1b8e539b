//! Kinds, contents and names of files, tried from both sides.

use proptest::prelude::*;

use super::*;

/// An archive of parts that are kept as they are.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    let short = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    let long = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    for (name, text) in parts {
        let at = bytes.len();
        let sizes = [long(text.len()), long(text.len())].concat();
        bytes.extend([b"PK\x03\x04".as_slice(), &[0; 14], &sizes].concat());
        bytes.extend([short(name.len()), short(0)].concat());
        bytes.extend(name.bytes().chain(text.bytes()));
        directory.extend([b"PK\x01\x02".as_slice(), &[0; 16], &sizes].concat());
        directory.extend([short(name.len()).as_slice(), &[0; 12], &long(at)].concat());
        directory.extend(name.bytes());
    }
    let (count, from) = (short(parts.len()), long(bytes.len()));
    let length = long(directory.len());
    bytes.extend(directory);
    bytes.extend(
        [b"PK\x05\x06".as_slice(), &[0; 4], &count, &count, &length, &from, &[0; 2]].concat(),
    );
    bytes
}

fn odt(kind: &str) -> Vec<u8> {
    archive(&[("mimetype", kind), ("content.xml", "<x/>")])
}

const ODT: &str = "application/vnd.oasis.opendocument.text";

#[test]
fn each_kind_is_taken_when_name_and_content_agree() {
    let docx = archive(&[("[Content_Types].xml", ""), ("word/document.xml", "")]);
    let xlsx = archive(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")]);
    let ods = odt("application/vnd.oasis.opendocument.spreadsheet");
    let taken: [(&str, &[u8], FileKind); 10] = [
        ("a.pdf", b"%PDF-1.7\n%%EOF\n", FileKind::Pdf),
        ("a.PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileKind::Png),
        ("a.jpg", b"\xff\xd8\xff\xe0", FileKind::Jpeg),
        ("a.webp", b"RIFF\x04\0\0\0WEBP", FileKind::Webp),
        ("a.docx", &docx, FileKind::Docx),
        ("a.xlsx", &xlsx, FileKind::Xlsx),
        ("a.odt", &odt(ODT), FileKind::Odt),
        ("a.ods", &ods, FileKind::Ods),
        ("a.csv", "år;värde\n2026;3\n".as_bytes(), FileKind::Csv),
        ("a.txt", "\u{feff}hej".as_bytes(), FileKind::Txt),
    ];
    for (name, bytes, kind) in taken {
        assert_eq!(check_file(name, bytes), Ok(kind), "{name}");
    }
}

#[test]
fn what_only_bears_the_name_is_refused() {
    let html = b"<!doctype html><script>alert(1)</script>";
    for kind in FileKind::ALL {
        let name = format!("a.{}", kind.code());
        assert_eq!(check_file(&name, html), Err(FileProblem::OtherContent(kind)), "{name}");
    }
    let before = b"<script></script>%PDF-1.7\n%%EOF";
    assert_eq!(check_file("a.pdf", before), Err(FileProblem::OtherContent(FileKind::Pdf)));
    let cut = b"%PDF-1.7\n";
    assert_eq!(check_file("a.pdf", cut), Err(FileProblem::OtherContent(FileKind::Pdf)));
    let word = archive(&[("[Content_Types].xml", ""), ("word/document.xml", "")]);
    assert_eq!(check_file("a.xlsx", &word), Err(FileProblem::OtherContent(FileKind::Xlsx)));
    let template = odt("application/vnd.oasis.opendocument.text-template");
    assert_eq!(check_file("a.odt", &template), Err(FileProblem::OtherContent(FileKind::Odt)));
    assert_eq!(check_file("a.txt", b"a\0b\xff"), Err(FileProblem::OtherContent(FileKind::Txt)));
    assert_eq!(check_file("a.txt", b"a\x1b[31m"), Err(FileProblem::OtherContent(FileKind::Txt)));
    assert_eq!(check_file("a.csv", b"\xe5r;v\xe4rde"), Err(FileProblem::NotUtf8));
}

#[test]
fn what_can_run_is_refused() {
    for name in ["a.docm", "a.xlsm", "A.XLSB", "a.doc"] {
        assert_eq!(check_file(name, b"PK\x03\x04"), Err(FileProblem::MacroKind), "{name}");
    }
    for name in ["a.svg", "a.html", "a.exe", "a.pdf.js", "a", "pdf", "a.", "a.zip"] {
        assert_eq!(check_file(name, b"%PDF-1.7"), Err(FileProblem::UnknownKind), "{name}");
    }
    for part in
        ["word/vbaProject.bin", "word/activeX/activeX1.bin", "word/embeddings/oleObject1.bin"]
    {
        let macros = archive(&[("[Content_Types].xml", ""), ("word/document.xml", ""), (part, "")]);
        assert_eq!(
            check_file("a.docx", &macros),
            Err(FileProblem::Active(FileKind::Docx)),
            "{part}"
        );
    }
    let basic = archive(&[("mimetype", ODT), ("content.xml", ""), ("Basic/Standard/a.xml", "")]);
    assert_eq!(check_file("a.odt", &basic), Err(FileProblem::Active(FileKind::Odt)));
    let pdf = b"%PDF-1.7 /OpenAction << /S /JavaScript /JS (x) >>\n%%EOF";
    assert_eq!(check_file("a.pdf", pdf), Err(FileProblem::Active(FileKind::Pdf)));
}

#[test]
fn nothing_and_too_much_are_refused() {
    assert_eq!(check_file("a.pdf", b""), Err(FileProblem::Empty));
    let large = vec![b'a'; LARGEST_BYTES + 1];
    assert_eq!(check_file("a.txt", &large), Err(FileProblem::TooLarge));
    assert_eq!(check_file("a.txt", &large[1..]), Ok(FileKind::Txt));
}

#[test]
fn a_name_leads_nowhere_and_hides_nothing() {
    let clean = |sent: &str| clean_name(sent, FileKind::Pdf, "bilaga");
    assert_eq!(clean("../../etc/passwd.pdf"), "passwd.pdf");
    assert_eq!(clean("C:\\Users\\a\\rapport.PDF"), "rapport.pdf");
    assert_eq!(clean("rap\u{202e}fdp.exe.pdf"), "rapfdp.exe.pdf");
    assert_eq!(clean("a\r\nSet-Cookie: x.pdf"), "aSet-Cookie- x.pdf");
    assert_eq!(clean("<img src=x>\".pdf"), "-img src=x--.pdf");
    assert_eq!(clean("...pdf"), "bilaga.pdf");
    assert_eq!(clean(".pdf"), "bilaga.pdf");
    let cut_at_a_stop = format!("{}.{}.pdf", "å".repeat(115), "å".repeat(9));
    assert_eq!(clean(&cut_at_a_stop), format!("{}.pdf", "å".repeat(115)));
    assert_eq!(clean(&format!("{}.pdf", "å".repeat(500))).chars().count(), 120);
    assert_eq!(clean_name("foto.JPG", FileKind::Jpeg, "x"), "foto.jpg");
}

proptest! {
    #[test]
    fn any_bytes_under_any_name_are_taken_or_refused(
        bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0..10_usize, cut in 0..200_usize
    ) {
        let name = format!("a.{}", FileKind::ALL[at].code());
        let _ = check_file(&name, &bytes);
        let whole = archive(&[("mimetype", ODT), ("content.xml", "x")]);
        let _ = check_file(&name, &whole[..cut.min(whole.len())]);
        let _ = check_file(&name, &[b"PK\x03\x04", &bytes[..], b"PK\x05\x06", &bytes[..]].concat());
    }

    #[test]
    fn any_name_becomes_one_that_can_be_saved(sent in "\\PC{0,200}") {
        let name = clean_name(&sent, FileKind::Csv, "bilaga");
        prop_assert!(FileKind::of_name(&name) == Ok(FileKind::Csv) && name.chars().count() <= 120);
        prop_assert!(!name.contains(['/', '\\', '"', '\n', '\r', '\0']) && !name.starts_with('.'));
        prop_assert_eq!(&clean_name(&name, FileKind::Csv, "bilaga"), &name);
    }
}

#[test]
fn a_text_that_is_a_page_is_refused_and_one_with_signs_is_taken() {
    let other = Err(FileProblem::OtherContent(FileKind::Txt));
    for page in [
        "\u{feff} \n<!DOCTYPE html>",
        "<p>Hej",
        "<a href=x>",
        "<!-- -->",
        "<?xml version=\"1.0\"?>",
        "Hej <ScRiPt src=x>",
        "först\n<svg/onload=alert(1)>",
        "<<script>",
    ] {
        assert_eq!(check_file("x.txt", page.as_bytes()), other, "{page}");
    }
    for text in ["a < b och <5", "<antal> barn", "namn;värde\n<1;2", "Anna <anna@skarvik.se>", "<"]
    {
        assert_eq!(check_file("x.txt", text.as_bytes()), Ok(FileKind::Txt), "{text}");
    }
}

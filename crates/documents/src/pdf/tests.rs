//! What stands on the set pages, read from the layout before it becomes a file.

use typst::layout::{Frame, FrameItem};

use super::lay_out;
use crate::{Block, Cell, Column, Labels, Report, Row, Section, Table};

fn report(blocks: Vec<Block>) -> Report {
    Report {
        title: "Provrapport".into(),
        language: "sv".into(),
        labels: Labels { page: "Sida".into(), of: "av".into(), ..Labels::default() },
        fingerprint: "avtryck 12ab".into(),
        sections: vec![Section { title: "Del".into(), blocks, sections: vec![] }],
        ..Report::default()
    }
}

fn pages(report: &Report) -> Vec<String> {
    let document = lay_out(report).unwrap();
    document.pages().iter().map(|page| text(&page.frame)).collect()
}

fn text(frame: &Frame) -> String {
    let pieces = frame.items().map(|(_, item)| match item {
        FrameItem::Text(piece) => piece.text.to_string(),
        FrameItem::Group(group) => text(&group.frame),
        _ => String::new(),
    });
    pieces.collect()
}

#[test]
fn markup_in_a_text_is_printed_as_it_was_written() {
    let hostile = "#eval[x] $a$ *x* _y_ <z> @w // q \\ </script>";
    let blocks = vec![
        Block::Paragraph { text: hostile.into() },
        Block::Table(Table {
            caption: "Tabell".into(),
            columns: vec![Column { header: "Kolumn".into(), ..Column::default() }],
            rows: vec![Row { cells: vec![Cell::number(hostile)], strong: false }],
            ..Table::default()
        }),
    ];
    let mut report = report(blocks);
    report.sections[0].title = hostile.into();
    let all = pages(&report).concat();
    // Heading, its line in the contents, paragraph and cell.
    assert_eq!(all.matches("#eval[x] $a$ *x* _y_ <z> @w // q \\ </script>").count(), 4, "{all}");
}

#[test]
fn each_page_after_the_cover_has_number_and_fingerprint() {
    let blocks = vec![
        Block::Paragraph { text: "Ett.".into() },
        Block::PageBreak,
        Block::Paragraph { text: "Två.".into() },
    ];
    let pages = pages(&report(blocks));
    assert_eq!(pages.len(), 3);
    assert!(!pages[0].contains("Sida"));
    assert!(pages[1].contains("Sida 2 av 3") && pages[1].contains("avtryck 12ab"));
    assert!(pages[2].contains("Sida 3 av 3") && pages[2].contains("Två."));
}

#[test]
fn the_header_of_a_long_table_stands_on_each_of_its_pages() {
    let rows = (0..150)
        .map(|number| Row { cells: vec![Cell::number(format!("{number} st"))], strong: false });
    let table = Table {
        caption: "Lång".into(),
        columns: vec![Column { header: "Kolumnhuvud".into(), ..Column::default() }],
        rows: rows.collect(),
        ..Table::default()
    };
    let pages = pages(&report(vec![Block::Table(table)]));
    let body = &pages[1..];
    assert!(body.len() >= 3);
    assert!(body.iter().all(|page| page.matches("Kolumnhuvud").count() == 1));
}

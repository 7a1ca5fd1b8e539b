//! A report that would be inaccessible is refused, with the place named.

mod sample;

use documents::{Block, Cell, Column, DocumentError, Figure, Report, Row, Section, Table, pdf};

fn changed(change: impl FnOnce(&mut Report)) -> Result<Vec<u8>, DocumentError> {
    let mut report = sample::interim_report();
    change(&mut report);
    pdf::render(&report)
}

fn with(block: Block) -> Result<Vec<u8>, DocumentError> {
    changed(|report| report.sections[0].blocks.push(block))
}

fn figure() -> Figure {
    Figure {
        svg: sample::line_chart(&[("2026", 70.0)], None),
        alt: "Ett värde".into(),
        caption: "Läsning".into(),
        ..Figure::default()
    }
}

#[test]
fn a_report_without_title_is_refused() {
    assert_eq!(changed(|report| report.title = " ".into()), Err(DocumentError::MissingTitle));
    let fault = changed(|report| report.title = "x".repeat(1001));
    assert_eq!(fault, Err(DocumentError::TitleTooLong { start: "x".repeat(40) }));
}

#[test]
fn a_section_without_title_is_refused_with_its_parent() {
    let fault = changed(|report| report.sections[1].sections[0].title.clear());
    assert_eq!(fault, Err(DocumentError::MissingSectionTitle { parent: "Måluppfyllelse".into() }));
}

#[test]
fn sections_deeper_than_headings_go_are_refused() {
    let mut section = Section { title: "6".into(), ..Section::default() };
    for title in ["5", "4", "3", "2", "1"] {
        section = Section { title: title.into(), blocks: vec![], sections: vec![section] };
    }
    let fault = changed(|report| report.sections.push(section));
    assert_eq!(fault, Err(DocumentError::TooDeep { section: "6".into() }));
}

#[test]
fn a_figure_without_text_alternative_is_refused() {
    let fault = with(Block::Figure(Figure { alt: "\n".into(), ..figure() }));
    assert_eq!(fault, Err(DocumentError::MissingAlt { caption: "Läsning".into() }));
}

#[test]
fn a_figure_or_table_without_caption_is_refused() {
    let expected = Err(DocumentError::MissingCaption { section: "Sammanfattning".into() });
    assert_eq!(with(Block::Figure(Figure { caption: String::new(), ..figure() })), expected);
    assert_eq!(with(Block::Table(Table::default())), expected);
}

#[test]
fn a_drawing_that_runs_or_fetches_is_refused() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".to_owned();
    let fault = with(Block::Figure(Figure { svg, ..figure() }));
    let reason = "element script".to_owned();
    assert_eq!(fault, Err(DocumentError::BadFigure { caption: "Läsning".into(), reason }));
}

#[test]
fn a_table_needs_headers_and_full_rows() {
    let column = |header: &str| Column { header: header.into(), ..Column::default() };
    let table = Table {
        caption: "Mått".into(),
        columns: vec![column("A"), column("")],
        ..Table::default()
    };
    let fault = with(Block::Table(table));
    assert_eq!(fault, Err(DocumentError::MissingHeader { caption: "Mått".into(), column: 2 }));

    let rows = vec![Row { cells: vec![Cell::text("ensam")], strong: false }];
    let columns = vec![column("A"), column("B")];
    let fault =
        with(Block::Table(Table { caption: "Mått".into(), columns, rows, ..Table::default() }));
    assert_eq!(fault, Err(DocumentError::RaggedRow { caption: "Mått".into(), row: 1 }));
}

#[test]
fn languages_and_dates_must_exist() {
    for code in ["", "svenska", "SV", "s1"] {
        let fault = changed(|report| report.language = code.into());
        assert_eq!(fault, Err(DocumentError::BadLanguage(code.into())));
    }
    for date in ["2026-02-30", "igår", "2026-09", "-1-01-01"] {
        let fault = changed(|report| report.date = Some(date.into()));
        assert_eq!(fault, Err(DocumentError::BadDate(date.into())));
    }
}

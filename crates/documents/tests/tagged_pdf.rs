//! The PDF as a screen reader meets it: language, title, headings, tables and figures.

mod inspect;
mod sample;

use documents::{
    Align, Block, Cell, Column, Emphasis, Figure, Report, Row, Run, Section, Table, Text, Width,
    pdf,
};
use inspect::inspect;

const HOSTILE: &[&str] = &[
    "#eval[x] $a$ *x* _y_ `z` @ref <label> \\ // /* </script> \u{0}\u{1b}[31m",
    "\u{FEFF}\u{FFFE}\u{FFFF}\u{E000}\u{10FFFF}\u{200B}\u{200D}\u{FE0F}\u{AD}",
    "\n\n\n",
    "",
];

const FOREIGN: &[&str] = &[
    "👩‍🚒🏽 emoji ❤️ \u{1F1F8}\u{1F1EA}",
    "مرحبا بالعالم العربي، كيف الحال؟ ١٢٣",
    "שלום עולם \u{202E}abc\u{202C}",
    "日本語のテキスト 한국어 ไทย हिन्दी",
    "a\u{308}\u{308}\u{308}\u{308}\u{489} Z̷̢̛a̵l̶g̷o̴",
    "ﷺ ﬁ ⅷ ① ½ ₤ ≥ → ∑ √",
];

fn empty_report() -> Report {
    Report {
        title: "Tom".into(),
        language: "sv".into(),
        labels: sample::labels(),
        ..Report::default()
    }
}

fn with_block(block: Block) -> Report {
    let section = Section { title: "Del".into(), blocks: vec![block], sections: vec![] };
    Report { sections: vec![section], ..empty_report() }
}

#[test]
fn the_file_declares_pdf_ua_language_and_title() {
    let found = inspect(pdf::render(&sample::interim_report()).unwrap());
    assert_eq!(found.language.as_deref(), Some("sv"));
    assert!(found.marked && found.shows_title);
    assert!(found.xmp.contains("pdfuaid:part>1<"), "{}", found.xmp);
    assert!(found.xmp.contains("Delårsrapport 2026"));
    assert!(found.xmp.contains("2026-09-15"));
}

#[test]
fn tags_match_the_tree_of_the_report() {
    let found = inspect(pdf::render(&sample::interim_report()).unwrap());
    let count = |role| found.count(role);
    assert_eq!(count("Title"), 1);
    // Five chapters and the heading of the contents.
    assert_eq!([count("H1"), count("H2"), count("H3")], [6, 2, 1]);
    assert_eq!([count("Table"), count("Caption")], [4, 6]);
    assert_eq!(count("BlockQuote"), 3);
    assert_eq!(count("TOCI"), 7);
    let headers =
        |scope: &str| found.tags.iter().filter(|tag| tag.scope.as_deref() == Some(scope)).count();
    assert_eq!(headers("Column"), 3 + 6 + 5 + 2);
    assert_eq!(headers("Row"), 7 + 4 + 5 + 14);
    assert_eq!(count("TH"), headers("Column") + headers("Row"));
    let figures: Vec<_> = found.tags.iter().filter(|tag| tag.role == "Figure").collect();
    assert_eq!(figures.len(), 2);
    assert!(figures[0].alt.as_deref().unwrap().starts_with("Linjediagram. Andel elever"));
    assert!(figures[1].alt.as_deref().unwrap().starts_with("Stapeldiagram."));
}

#[test]
fn no_heading_skips_a_level() {
    let found = inspect(pdf::render(&sample::interim_report()).unwrap());
    let mut last = 0;
    for tag in &found.tags {
        let Some(level) = tag.role.strip_prefix('H').and_then(|rest| rest.parse::<u32>().ok())
        else {
            continue;
        };
        assert!(level <= last + 1, "{} after H{last}", tag.role);
        last = level;
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = sample::interim_report();
    let stored = serde_json::to_string(&report).unwrap();
    let again: Report = serde_json::from_str(&stored).unwrap();
    assert_eq!(report, again);
    assert_eq!(pdf::render(&report).unwrap(), pdf::render(&again).unwrap());
}

#[test]
fn an_empty_report_is_a_cover() {
    let found = inspect(pdf::render(&empty_report()).unwrap());
    assert_eq!(found.pages, 1);
    assert_eq!([found.count("Title"), found.count("H1")], [1, 0]);
}

#[test]
fn five_levels_of_sections_become_five_levels_of_headings() {
    let mut section = Section { title: "5".into(), ..Section::default() };
    for title in ["4", "3", "2", "1"] {
        section = Section { title: title.into(), blocks: vec![], sections: vec![section] };
    }
    let report = Report { sections: vec![section], ..empty_report() };
    let found = inspect(pdf::render(&report).unwrap());
    assert_eq!(["H2", "H3", "H4", "H5"].map(|role| found.count(role)), [1; 4]);
}

#[test]
fn a_long_table_has_its_header_once_in_the_tags() {
    let column = |header: &str, align| Column { header: header.into(), align, width: Width::Fit };
    let rows = (0..200).map(|number| Row {
        cells: vec![Cell::text(format!("Mått {number}")), Cell::number(number.to_string())],
        strong: false,
    });
    let table = Table {
        caption: "Alla mått".into(),
        columns: vec![column("Mått", Align::Start), column("Värde", Align::End)],
        rows: rows.collect(),
        row_headers: false,
        ..Table::default()
    };
    let found = inspect(pdf::render(&with_block(Block::Table(table))).unwrap());
    assert!(found.pages > 4, "{} pages", found.pages);
    assert_eq!([found.count("TH"), found.count("TR"), found.count("TD")], [2, 201, 400]);
}

#[test]
fn a_text_in_another_language_says_so() {
    let run = Run {
        text: "Yhteenveto suomeksi".into(),
        emphasis: Emphasis::Plain,
        language: Some("fi".into()),
    };
    let text = Text(vec![run]);
    let found = inspect(pdf::render(&with_block(Block::Paragraph { text })).unwrap());
    assert!(found.tags.iter().any(|tag| tag.role == "P" && tag.language.as_deref() == Some("fi")));
}

#[test]
fn hostile_and_foreign_text_never_stops_the_document() {
    let mut faults = Vec::new();
    for hostile in HOSTILE.iter().chain(FOREIGN) {
        let mut report = sample::interim_report();
        let with = |text: &mut String| text.push_str(hostile);
        with(&mut report.title);
        with(&mut report.subtitle);
        with(&mut report.organisation);
        with(&mut report.fingerprint);
        with(&mut report.labels.page);
        with(&mut report.sections[0].title);
        report.facts[0].value = (*hostile).into();
        report.sections[0].blocks = vec![
            Block::Paragraph { text: (*hostile).into() },
            Block::Lead {
                text: Text::default()
                    .and(*hostile, Emphasis::Strong)
                    .and(*hostile, Emphasis::Stress),
            },
            Block::Table(Table {
                caption: format!("T{hostile}"),
                columns: vec![Column { header: format!("H{hostile}"), ..Column::default() }],
                rows: vec![Row { cells: vec![Cell::text(*hostile)], strong: true }],
                ..Table::default()
            }),
            Block::Figure(Figure {
                svg: sample::bar_chart(&[("Å", 3.0)]),
                alt: format!("A{hostile}"),
                caption: format!("F{hostile}"),
                finding: (*hostile).into(),
                source: (*hostile).into(),
            }),
        ];
        if let Err(fault) = pdf::render(&report) {
            faults.push(format!("{hostile:?}: {fault}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn foreign_letters_in_a_drawing_never_stop_the_document() {
    let mut faults = Vec::new();
    for name in FOREIGN {
        let figure = Figure {
            svg: sample::bar_chart(&[(name, 3.0)]),
            alt: "Staplar".into(),
            caption: "Staplar".into(),
            ..Figure::default()
        };
        if let Err(fault) = pdf::render(&with_block(Block::Figure(figure))) {
            faults.push(format!("{name:?}: {fault}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_word_of_a_hundred_kilobytes_is_broken_over_pages() {
    let word = "ö".repeat(50_000);
    let found = inspect(pdf::render(&with_block(Block::Paragraph { text: word.into() })).unwrap());
    assert!(found.pages > 10, "{} pages", found.pages);
}

#[test]
fn a_tall_drawing_fits_one_page() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 900\"><path d=\"M0 0H9\"/></svg>";
    let figure = Figure {
        svg: svg.into(),
        alt: "Hög bild".into(),
        caption: "Hög".into(),
        finding: "Den är hög.".into(),
        source: "Egen".into(),
    };
    let found = inspect(pdf::render(&with_block(Block::Figure(figure))).unwrap());
    assert_eq!(found.pages, 3);
}

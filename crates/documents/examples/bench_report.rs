//! Measures reports of the size a municipality makes, in a release build:
//! `cargo run -p documents --release --example bench_report`.
//!
//! Three numbers (chapters, goals per chapter, rows per table) measure one report of that size;
//! `--html FILE` also writes the report of 96 goals as a page, for other makers of PDF.
//! Prints pages, bytes, and wall and processor time: first rendering and again in the same
//! process. Processor time is read from the Linux proc file system and left out elsewhere.

#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::time::Instant;

use documents::{
    Align, Block, Cell, Column, Figure, Origin, Quote, Report, Row, Section, Status, Symbol, Table,
    Width, html, pdf,
};

/// Ticks of a second in `/proc/self/stat`; the same on every architecture Linux supports today.
const TICKS: f64 = 100.0;

fn main() -> Result<(), Box<dyn Error>> {
    let asked: Vec<u32> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    if let [chapters, goals, rows] = asked[..] {
        return measure("asked", &large(chapters, goals, rows));
    }
    measure("sample report", &sample::interim_report())?;
    let goals = large(12, 8, 6);
    let arguments: Vec<String> = std::env::args().collect();
    if let [.., flag, file] = arguments.as_slice()
        && flag == "--html"
    {
        let head = "<!doctype html><html lang=sv><meta charset=utf-8><title>Rapport</title>";
        let style = "<style>@page { size: A4; margin: 25mm } body { font-family: serif }</style>";
        std::fs::write(file, format!("{head}{style}<body>{}", html::render(&goals)))?;
    }
    measure("96 goals", &goals)?;
    measure("annual report, 160 goals with long tables", &large(20, 8, 24))
}

fn measure(name: &str, report: &Report) -> Result<(), Box<dyn Error>> {
    for turn in ["first", "again"] {
        let (wall, before) = (Instant::now(), processor_seconds());
        let bytes = pdf::render(report)?;
        let wall = wall.elapsed().as_secs_f64();
        let processor = processor_seconds().zip(before).map(|(after, before)| after - before);
        let processor = processor.map_or(String::new(), |seconds| format!(", {seconds:.2} s CPU"));
        let size = bytes.len() / 1024;
        let pages = hayro_syntax::Pdf::new(bytes).map_or(0, |pdf| pdf.pages().len());
        println!("{name}, {turn}: {pages} pages, {size} kB, {wall:.2} s{processor}");
    }
    let wall = Instant::now();
    let fragment = html::render(report);
    let seconds = wall.elapsed().as_secs_f64();
    println!("{name}, HTML: {} kB, {seconds:.4} s", fragment.len() / 1024);
    Ok(())
}

fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some((user + system) / TICKS)
}

fn large(chapters: u32, goals: u32, rows: u32) -> Report {
    let chapter = |number: u32| Section {
        title: format!("Nämnd {number}"),
        blocks: vec![Block::Lead { text: PROSE.into() }],
        sections: (1..=goals).map(|goal| section(number * 100 + goal, rows)).collect(),
    };
    Report { sections: (1..=chapters).map(chapter).collect(), ..sample::interim_report() }
}

fn section(seed: u32, rows: u32) -> Section {
    let value = |step: u32| f64::from((seed * 7 + step * 13) % 300) / 10.0 + 60.0;
    let points = [
        ("2022", value(1)),
        ("2023", value(2)),
        ("2024", value(3)),
        ("2025", value(4)),
        ("2026", value(5)),
    ];
    Section {
        title: format!("Mål {seed}"),
        blocks: vec![
            Block::Status {
                status: Status {
                    symbol: Symbol::Partly,
                    tone: None,
                    word: "Delvis uppnått".into(),
                },
                text: PROSE.into(),
            },
            Block::Paragraph { text: format!("Mål {seed}. {PROSE} {PROSE}").into() },
            Block::Figure(Figure {
                svg: sample::line_chart(&points, Some(80.0)),
                alt: format!("Linjediagram för mål {seed} med fem värden."),
                caption: format!("Utfall för mål {seed}, procent"),
                finding: "Värdet varierar som vanligt.".into(),
                source: "Påhittade värden".into(),
            }),
            Block::Quote(Quote {
                text: format!("Enheten skriver om mål {seed}: {PROSE}").into(),
                origin: Origin {
                    who: "Rektor".into(),
                    place: format!("Enhet {seed}"),
                    when: "2026-08-31".into(),
                    ..Origin::default()
                },
                automatic: seed.is_multiple_of(2),
                ..Quote::default()
            }),
            table(seed, rows),
        ],
        sections: vec![],
    }
}

fn table(seed: u32, rows: u32) -> Block {
    let column = |header: &str, align| Column { header: header.into(), align, width: Width::Fit };
    let row = |number: u32| Row {
        cells: vec![
            Cell::text(format!("Mått {seed}.{number}")),
            Cell::number(format!("{},{}", (seed + number) % 97, number % 10)),
            Cell::number(format!("{},{}", (seed + 3 * number) % 97, number % 7)),
            Cell::number("80,0"),
            Cell::status(Symbol::Achieved, "Uppnått"),
        ],
        strong: false,
    };
    Block::Table(Table {
        caption: format!("Mått för mål {seed}"),
        source: "Påhittade värden".into(),
        columns: vec![
            column("Mått", Align::Start),
            column("2025", Align::End),
            column("2026", Align::End),
            column("Mål", Align::End),
            column("Bedömning", Align::Start),
        ],
        rows: (1..=rows).map(row).collect(),
        row_headers: true,
    })
}

const PROSE: &str = "Verksamheten har under perioden arbetat med tidiga insatser, en jämnare \
    bemanning och en tydligare uppföljning. Resultaten pekar åt rätt håll, men skillnaderna mellan \
    enheterna är fortfarande stora och kräver fortsatt arbete under hösten.";

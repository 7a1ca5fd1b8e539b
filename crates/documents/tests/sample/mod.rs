//! An invented interim report of an invented municipality, as a realistic document to look at.

mod charts;

pub(crate) use charts::{bar_chart, line_chart};
use documents::{
    Align, Block, Cell, Column, Emphasis, Fact, Figure, KeyFigure, Labels, List, Note, Origin,
    Quote, Report, Row, Section, Status, Symbol, Table, Text, Tone, Width,
};

pub(crate) fn labels() -> Labels {
    Labels {
        contents: "Innehåll".into(),
        page: "Sida".into(),
        of: "av".into(),
        source: "Källa".into(),
        table: "Tabell".into(),
        figure: "Diagram".into(),
        automatic: "Automatisk text".into(),
    }
}

/// Förskole- och grundskolenämndens delårsrapport, Skärvik 2026.
pub(crate) fn interim_report() -> Report {
    Report {
        title: "Delårsrapport 2026".into(),
        subtitle: "Förskole- och grundskolenämnden".into(),
        language: "sv".into(),
        organisation: "Skärviks kommun".into(),
        date: Some("2026-09-15".into()),
        date_text: "Januari–augusti 2026".into(),
        facts: vec![
            fact("Beslutad av", "Förskole- och grundskolenämnden, 2026-09-15, § 84"),
            fact("Diarienummer", "FGN 2026/0147"),
            fact("Handläggare", "Amira Lindqvist, controller"),
            fact("Nästa steg", "Kommunstyrelsen 2026-10-05, kommunfullmäktige 2026-10-19"),
        ],
        sections: vec![summary(), goals(), economy(), ahead(), legend()],
        labels: labels(),
        fingerprint: "sha256 4f1c 9a02 77de 51b8 · fryst 2026-09-15 09.12".into(),
        numbered: true,
        ..Report::default()
    }
}

fn summary() -> Section {
    Section {
        title: "Sammanfattning".into(),
        blocks: vec![
            Block::Lead { text: "Fyra av sju mål bedöms nås under året. Läsförståelsen stiger för tredje året i rad, men sjukfrånvaron i förskolan är fortfarande högre än före 2024.".into() },
            Block::KeyFigures { figures: vec![
                KeyFigure { value: "4 av 7".into(), name: "mål bedöms nås".into(), note: "Delår 2025: 3 av 7".into(), status: None },
                KeyFigure { value: "91,6 %".into(), name: "behöriga till gymnasiet".into(), note: "Mål 92 %".into(), status: Some(Status { symbol: Symbol::Rising, tone: Some(Tone::Good), word: "Stiger – förbättring".into() }) },
                KeyFigure { value: "−4,2 mnkr".into(), name: "prognos mot budget".into(), note: "0,6 procent av budgeten".into(), status: None },
            ] },
            Block::Paragraph { text: Text::from("Nämnden har under perioden arbetat med tre saker: ")
                .and("tidiga läsinsatser", Emphasis::Strong)
                .and(", en jämnare bemanning i förskolan och en ny modell för resursfördelning. De två första syns redan i resultaten. Den tredje träder i kraft vid årsskiftet och går ", Emphasis::Plain)
                .and("inte", Emphasis::Stress)
                .and(" att bedöma ännu.", Emphasis::Plain) },
            Block::Status { status: status(Symbol::Achieved, "Uppnått"), text: "Eleverna läser bättre. Tre av fyra mått har nått årets målvärde.".into() },
            Block::Status { status: status(Symbol::Partly, "Delvis uppnått"), text: "Barn och elever är trygga. Förskolan når målet, årskurs 8 gör det inte.".into() },
            Block::Status { status: status(Symbol::Missed, "Inte uppnått"), text: "Medarbetarna håller. Sjukfrånvaron i förskolan är 8,9 procent mot målet 7,5.".into() },
            Block::Status { status: status(Symbol::NotJudged, "Inte bedömt"), text: "Likvärdig resursfördelning. Första mätningen görs i mars 2027.".into() },
            overview(),
        ],
        sections: vec![],
    }
}

fn overview() -> Block {
    Block::Table(Table {
        caption: "Nämndens mål, utfall och prognos".into(),
        source: "Nämndens bedömning 2026-09-15".into(),
        columns: vec![
            Column { header: "Mål".into(), width: Width::Share(1), ..Column::default() },
            Column { header: "Utfall augusti".into(), ..Column::default() },
            Column { header: "Prognos helår".into(), ..Column::default() },
        ],
        rows: GOALS
            .iter()
            .map(|(goal, now, word, then, forecast)| Row {
                cells: vec![
                    Cell::text(*goal),
                    Cell::status(*now, *word),
                    Cell::status(*then, *forecast),
                ],
                strong: false,
            })
            .collect(),
        row_headers: true,
    })
}

fn goals() -> Section {
    Section {
        title: "Måluppfyllelse".into(),
        blocks: vec![Block::Paragraph { text: "Varje mål redovisas med nämndens bedömning, mått, och det som enheterna själva skrivit. Citaten är oförändrade.".into() }],
        sections: vec![reading(), staff()],
    }
}

fn reading() -> Section {
    Section {
        title: "Eleverna läser bättre".into(),
        blocks: vec![
            Block::Status { status: status(Symbol::Achieved, "Uppnått"), text: "Andelen elever i årskurs 3 som klarar läsproven har ökat från 71 till 82 procent på fyra år.".into() },
            Block::Figure(Figure {
                svg: line_chart(&[("2022", 71.0), ("2023", 74.0), ("2024", 75.0), ("2025", 79.0), ("2026", 82.0)], Some(80.0)),
                alt: "Linjediagram. Andel elever i årskurs 3 som klarar läsproven: 71 procent 2022, 74 procent 2023, 75 procent 2024, 79 procent 2025 och 82 procent 2026. Målet är 80 procent.".into(),
                caption: "Elever i årskurs 3 som klarar alla läsprov, procent".into(),
                finding: "Läsresultaten har stigit varje år sedan 2022 och ligger nu över målet.".into(),
                source: "Nationella prov, egen bearbetning, juni 2026".into(),
            }),
            Block::Quote(Quote {
                text: "Vi började med högläsning varje morgon och lät speciallärarna vara med i klassrummet i stället för i ett eget rum. Efter en termin var det barnen som bad om mer tid.".into(),
                origin: Origin { who: "Karin Ek, rektor".into(), place: "Tärnskolan".into(), when: "2026-08-31".into(), ..Origin::default() },
                ..Quote::default()
            }),
            Block::Quote(Quote {
                text: "Läsförståelse årskurs 6 varierar som vanligt kring 76 procent. Senast 77 procent, målet är 80.".into(),
                origin: Origin { who: String::new(), place: "Måttet Läsförståelse årskurs 6".into(), when: "juni 2026".into(), ..Origin::default() },
                automatic: true,
                ..Quote::default()
            }),
            measures(),
        ],
        sections: vec![Section {
            title: "Det här har vi gjort".into(),
            blocks: vec![Block::List(List { ordered: false, items: vec![
                "Läslyft för alla lärare i årskurs 1–3, 64 av 70 lärare klara.".into(),
                "Speciallärare i klassrummet på fem av sju skolor.".into(),
                "Bokbuss till förskolorna på öarna varannan vecka.".into(),
            ] })],
            sections: vec![],
        }],
    }
}

fn measures() -> Block {
    let number =
        |header: &str| Column { header: header.into(), align: Align::End, width: Width::Fit };
    Block::Table(Table {
        caption: "Mått för målet Eleverna läser bättre".into(),
        source: "Nationella prov, Skolenkäten, biblioteket".into(),
        columns: vec![
            Column { header: "Mått".into(), ..Column::default() },
            number("2024"),
            number("2025"),
            number("2026"),
            number("Mål 2026"),
            Column { header: "Bedömning".into(), ..Column::default() },
        ],
        rows: MEASURES
            .iter()
            .map(|(name, a, b, c, target, symbol, word)| Row {
                cells: vec![
                    Cell::text(*name),
                    Cell::number(*a),
                    Cell::number(*b),
                    Cell::number(*c),
                    Cell::number(*target),
                    Cell::status(*symbol, *word),
                ],
                strong: false,
            })
            .collect(),
        row_headers: true,
    })
}

fn staff() -> Section {
    Section {
        title: "Medarbetarna håller".into(),
        blocks: vec![
            Block::Status { status: status(Symbol::Missed, "Inte uppnått"), text: "Sjukfrånvaron i förskolan är 8,9 procent. Målet är högst 7,5.".into() },
            Block::Figure(Figure {
                svg: bar_chart(&[("Tärnan", 6.8), ("Måsen", 7.4), ("Ejdern", 8.1), ("Svanen", 9.6), ("Havsörnen", 12.3)]),
                alt: "Stapeldiagram. Sjukfrånvaro per förskola: Tärnan 6,8 procent, Måsen 7,4, Ejdern 8,1, Svanen 9,6 och Havsörnen 12,3 procent.".into(),
                caption: "Sjukfrånvaro per förskola januari–juli 2026, procent av arbetad tid".into(),
                finding: "Skillnaden mellan förskolorna är stor: från 6,8 till 12,3 procent.".into(),
                source: "Personalsystemet, augusti 2026".into(),
            }),
            Block::Quote(Quote {
                text: "Tre av oss var sjuka samtidigt i februari och vikarierna räckte inte. Nu har vi en gemensam vikariepool med Svanen. Det märks redan.".into(),
                origin: Origin { who: "Jonas Berg, rektor".into(), place: "Förskolan Havsörnen".into(), when: "2026-08-28".into(), ..Origin::default() },
                ..Quote::default()
            }),
            Block::Note(Note {
                title: "Nämndens beslut".into(),
                text: "Åtgärdsplanen från maj 2026 fortsätter. Nämnden begär en ny redovisning i december, med uppföljning av vikariepoolen per förskola.".into(),
            }),
        ],
        sections: vec![],
    }
}

fn economy() -> Section {
    let rows: [(&str, [&str; 4], bool); 5] = [
        ("Förskola", ["212,4", "214,9", "318,0", "−3,1"], false),
        ("Grundskola", ["301,7", "300,2", "452,5", "+0,8"], false),
        ("Fritidshem", ["48,0", "49,1", "72,0", "−1,4"], false),
        ("Nämnd och förvaltning", ["9,6", "9,2", "14,4", "−0,5"], false),
        ("Summa", ["571,7", "573,4", "856,9", "−4,2"], true),
    ];
    let number =
        |header: &str| Column { header: header.into(), align: Align::End, width: Width::Fit };
    Section {
        title: "Ekonomi".into(),
        blocks: vec![
            Block::Paragraph { text: "Nämnden redovisar ett underskott på 1,7 miljoner kronor för perioden. Helårsprognosen är ett underskott på 4,2 miljoner kronor, främst för vikarier i förskolan.".into() },
            Block::Table(Table {
                caption: "Budget och utfall januari–augusti, miljoner kronor".into(),
                source: "Ekonomisystemet 2026-09-04".into(),
                columns: vec![
                    Column { header: "Verksamhet".into(), ..Column::default() },
                    number("Budget perioden"), number("Utfall perioden"), number("Budget helår"), number("Prognos avvikelse"),
                ],
                rows: rows.iter().map(|(name, cells, strong)| Row {
                    cells: std::iter::once(Cell::text(*name)).chain(cells.iter().map(|cell| Cell::number(*cell))).collect(),
                    strong: *strong,
                }).collect(),
                row_headers: true,
            }),
        ],
        sections: vec![],
    }
}

fn ahead() -> Section {
    Section {
        title: "Året ut".into(),
        blocks: vec![
            Block::List(List {
                ordered: true,
                items: vec![
                    "Vikariepoolen utvidgas till alla förskolor senast i oktober.".into(),
                    "Trygghetsarbetet i årskurs 8 följs upp med en ny enkät i november.".into(),
                    "Modellen för resursfördelning beslutas i december.".into(),
                ],
            }),
            Block::Facts {
                facts: vec![
                    fact("Ansvarig", "Utbildningschef Maria Holm"),
                    fact("Nästa uppföljning", "Verksamhetsberättelse, februari 2027"),
                ],
            },
        ],
        sections: vec![],
    }
}

fn legend() -> Section {
    let row = |(symbol, tone, word, meaning): (Symbol, Option<Tone>, &str, &str)| Row {
        cells: vec![
            Cell::Status { status: Status { symbol, tone, word: word.into() } },
            Cell::text(meaning),
        ],
        strong: false,
    };
    Section {
        title: "Teckenförklaring".into(),
        blocks: vec![Block::Table(Table {
            caption: "Tecken i rapporten".into(),
            columns: vec![
                Column { header: "Tecken".into(), ..Column::default() },
                Column { header: "Betyder".into(), width: Width::Share(1), ..Column::default() },
            ],
            rows: SYMBOLS.iter().copied().map(row).collect(),
            row_headers: true,
            ..Table::default()
        })],
        sections: vec![],
    }
}

fn fact(name: &str, value: &str) -> Fact {
    Fact { name: name.into(), value: value.into() }
}

fn status(symbol: Symbol, word: &str) -> Status {
    Status { symbol, tone: None, word: word.into() }
}

const GOALS: &[(&str, Symbol, &str, Symbol, &str)] = &[
    ("Eleverna läser bättre", Symbol::Achieved, "Uppnått", Symbol::Achieved, "Nås"),
    ("Barn och elever är trygga", Symbol::Partly, "Delvis uppnått", Symbol::Partly, "Nås delvis"),
    ("Fler klarar gymnasiebehörighet", Symbol::Partly, "Delvis uppnått", Symbol::Achieved, "Nås"),
    ("Medarbetarna håller", Symbol::Missed, "Inte uppnått", Symbol::Missed, "Nås inte"),
    ("Förskola nära hemmet", Symbol::Achieved, "Uppnått", Symbol::Achieved, "Nås"),
    ("Mindre matsvinn", Symbol::Achieved, "Uppnått", Symbol::Achieved, "Nås"),
    (
        "Likvärdig resursfördelning",
        Symbol::NotJudged,
        "Inte bedömt",
        Symbol::NotJudged,
        "Inte bedömt",
    ),
];

const MEASURES: &[(&str, &str, &str, &str, &str, Symbol, &str)] = &[
    ("Klarar läsprov, årskurs 3", "75 %", "79 %", "82 %", "80 %", Symbol::Achieved, "Uppnått"),
    ("Klarar läsprov, årskurs 6", "75 %", "76 %", "77 %", "80 %", Symbol::Partly, "Delvis uppnått"),
    ("Läser på fritiden, årskurs 5", "41 %", "44 %", "49 %", "45 %", Symbol::Achieved, "Uppnått"),
    ("Lån per barn och år", "18,2", "19,0", "21,7", "20,0", Symbol::Achieved, "Uppnått"),
];

const SYMBOLS: &[(Symbol, Option<Tone>, &str, &str)] = &[
    (Symbol::Achieved, None, "Uppnått", "Målvärdet är nått."),
    (Symbol::Partly, None, "Delvis uppnått", "Minst hälften av måtten har nått sitt målvärde."),
    (Symbol::Missed, None, "Inte uppnått", "Färre än hälften har nått sitt målvärde."),
    (Symbol::NotJudged, None, "Inte bedömt", "Mätning saknas eller metoden är ny."),
    (
        Symbol::Rising,
        Some(Tone::Good),
        "Stiger – förbättring",
        "En verklig förändring åt rätt håll.",
    ),
    (
        Symbol::Rising,
        Some(Tone::Concern),
        "Stiger – försämring",
        "En verklig förändring åt fel håll.",
    ),
    (Symbol::Falling, None, "Sjunker", "En verklig förändring utan bestämd riktning."),
    (Symbol::Steady, None, "Varierar som vanligt", "Ingen förändring utöver det vanliga."),
    (Symbol::TooFew, None, "För få mätvärden", "Minst sex värden behövs."),
    (Symbol::NotStarted, None, "Inte startad", "Aktiviteten har inte börjat."),
    (Symbol::Ongoing, None, "Pågår", "Aktiviteten följer sin plan."),
    (Symbol::Late, None, "Försenad", "Aktiviteten har passerat sitt slutdatum."),
    (Symbol::Done, None, "Klar", "Aktiviteten är avslutad."),
    (Symbol::Paused, None, "Pausad", "Aktiviteten vilar efter beslut."),
];

//! Pages of following up: a question in a report, a goal and a measure.

use maud::{Markup, html};

use super::super::*;
use super::{frame, sample};

fn process_chart() -> ChartFigure {
    let table = Table::new(
        "values",
        "Sjukfrånvaro per månad, procent",
        vec![Column::text("Månad"), Column::number("Värde"), Column::number("Medel")],
        vec![
            Row::words(&["juni 2026", "7,5", "6,7"]),
            Row::words(&["juli 2026", "7,8", "6,7"]),
            Row::words(&["augusti 2026", "8,1", "6,7"]),
        ],
    );
    ChartFigure {
        title: "Sjukfrånvaro, procent av arbetad tid".into(),
        status: Some(signal_status(Symbol::Rising, Tone::Concern, "Stiger – försämring")),
        wide: sample!("process-wide"),
        narrow: Some(sample!("process-narrow")),
        table: Some(("Visa som tabell".into(), html! { (table) })),
        csv: Some(Link::new("#", "Hämta som CSV")),
        ..ChartFigure::default()
    }
}

fn parts() -> Vec<Step> {
    let part = |title: &str, note: &str, state| Step {
        url: "#".into(),
        title: title.into(),
        note: note.into(),
        state,
    };
    vec![
        part("Ekonomi och prognos", "Klar. 3 delar, hämtade 24 augusti", StepState::Done),
        part("Indikatorer som går som vanligt", "Klar. 8 delar, färdig text", StepState::Done),
        part("Sjukfrånvaro", "Avviker", StepState::Now),
        part("Trygga vårdnadshavare", "Avviker", StepState::Left),
        part("Sammanfattning", "Utkast finns", StepState::Left),
    ]
}

fn causes() -> Markup {
    let text = "Två tjänster har varit vakanta sedan februari, och de nya grupperna har gett fler ensamma öppningspass. Korttidsfrånvaron har ökat mest i de två största grupperna.";
    let chips = [
        ("v", "Vakanser", true),
        ("i", "Infektioner", false),
        ("o", "Ny organisation", true),
        ("l", "Långtidssjukskrivning", false),
        ("x", "Vet inte än", false),
    ];
    html! {
        (Field::chips("cause", "Vad tror du att det beror på?",
            chips.iter().map(|(value, label, chosen)| Choice::new(*value, *label).chosen(*chosen)).collect())
            .hint("Välj det som stämmer. Skriv bara om det behövs.").as_question())
        (Field::textarea("why", "Din förklaring").hide_label().value(text)
            .limit(600, "Högst {max} tecken, {left} kvar", "Högst {max} tecken, {over} för mycket").draft(Draft::new("/utkast/1", "3")))
        (recall("Så skrev du i april:", "Sjukfrånvaron ligger som vanligt. Vi följer korttidsfrånvaron i de nya grupperna.", "Använd texten", "why"))
    }
}

fn answers() -> Markup {
    html! {
        (causes())
        (question_group("Vad gör ni åt det?", "", &html! {
            (checklist("remedy", &[
                Choice::new("1", "Tillsätta två förskollärare").chosen(true).symbol(Symbol::Partly, "Pågår"),
                Choice::new("2", "Samarbeta om öppning och stängning").symbol(Symbol::NotAssessed, "Inte startad"),
            ]))
            p { (text_link("Lägg till en åtgärd", "add", "remedy")) }
        }))
        (Field::cards("forecast", "Når ni målet i år?", vec![
            Choice::new("yes", "Ja").symbol(Symbol::Met, ""),
            Choice::new("partly", "Delvis").symbol(Symbol::Partly, ""),
            Choice::new("no", "Nej").symbol(Symbol::NotMet, "").chosen(true),
            Choice::new("unknown", "Kan inte bedöma").symbol(Symbol::NotAssessed, ""),
        ]).hint("Målet är högst 6,5 procent. Fortsätter det så här når ni det inte.").as_question())
    }
}

pub(super) fn report() -> (&'static str, Frame, Markup) {
    let words = AutosaveWords {
        saving: "Sparar…".into(),
        saved: "Sparat {time}".into(),
        ..AutosaveWords::default()
    };
    let buttons = html! {
        (button(Button::Onward, "Klar, nästa del", None))
        (button(Button::Secondary, "Hoppa över så länge", Some(("skip", "1"))))
    };
    let body = html! {
        div.wrap.reporting {
            (steps("Rapportens delar", &Link::new("/", "Min sida"), "Delårsrapport januari–augusti", "Skärgårdens förskolor. Lämnas 4 september.", &parts()))
            div.asking {
                h1 { "Varför stiger sjukfrånvaron?" }
                p.lead { "Den har legat över sitt medel sju månader i rad. Det är ett tecken på att något har ändrats, inte bara slumpen." }
                (process_chart())
                form method="post" action="#" {
                    (answers())
                    (form_end(&buttons, Some(&autosave_status(&words, "Sparat 09.14"))))
                }
            }
        }
    };
    (
        "report",
        frame("Varför stiger sjukfrånvaron?", "Följa upp", Some(("AL", "Amira Lindqvist"))),
        body,
    )
}

fn crumbs(last: &str) -> Markup {
    breadcrumb_thread(
        "Du är här",
        &[
            Stop::to("#", "Ett Skärvik där alla växer"),
            Stop::to("#", "Trygg uppväxt och lust att lära"),
            Stop::here(last),
        ],
    )
}

fn spark(
    title: &str,
    tone: Tone,
    shape: Symbol,
    word: &str,
    value: &str,
    picture: Markup,
) -> Spark {
    Spark {
        title: title.into(),
        url: "#".into(),
        state: (shape, tone, word.into()),
        sparkline: picture,
        value: value.into(),
        target: "mål minst 45 %".into(),
    }
}

fn the_chain() -> Markup {
    let column = |title: &str, note: &str, cards| ChainColumn {
        title: title.into(),
        note: note.into(),
        cards,
        none: "Inga mått än.".into(),
    };
    chain(&[
        column(
            "Resurser",
            "Vad vi har",
            vec![
                spark(
                    "Kostnad per barn",
                    Tone::Neutral,
                    Symbol::Usual,
                    "Varierar som vanligt",
                    "168 400 kr",
                    sample!("spark-2"),
                ),
                spark(
                    "Personal med förskollärarexamen",
                    Tone::Neutral,
                    Symbol::TooFew,
                    "För få mätvärden",
                    "41 %",
                    sample!("spark-1"),
                ),
            ],
        ),
        column(
            "Prestationer",
            "Vad vi gör",
            vec![spark(
                "Barn per årsarbetare",
                Tone::Good,
                Symbol::Falling,
                "Sjunker – förbättring",
                "5,2",
                sample!("spark-3"),
            )],
        ),
        column(
            "Resultat",
            "Vad det ger",
            vec![spark(
                "Trygga vårdnadshavare",
                Tone::Concern,
                Symbol::Falling,
                "Sjunker – försämring",
                "89 %",
                sample!("spark-2"),
            )],
        ),
    ])
}

fn activities() -> Markup {
    let row = |title: &str, who: &str, day: &str, shape, word: &str| {
        Row::new(vec![
            html! { a href="#" { (title) } },
            html! { (who) },
            html! { (day) },
            status(shape, word),
        ])
    };
    html! {
        (Table::new("activities", "Aktiviteter", vec![
            Column::text("Aktivitet").sortable("#", Some(Sort::Ascending)), Column::text("Ansvarig"), Column::number("Klart"), Column::text("Läge"),
        ], vec![
            row("Dela i grupper om tolv barn", "Amira Lindqvist", "15 nov", Symbol::Met, "Klar"),
            row("Handledning i lekpedagogik", "Jonas Ek", "30 okt", Symbol::Partly, "Pågår"),
            row("Timvikarier blir fasta tjänster", "Hamnens förskolor", "1 juni", Symbol::NotMet, "Försenad"),
        ]).hide_caption())
    }
}

pub(super) fn goal() -> (&'static str, Frame, Markup) {
    let side = html! {
        aside.side aria-label="Fakta om målet" {
            section.section {
                h2 { "Fakta" }
                (facts(&[
                    Fact::new("Ansvarig", "Lena Holm"), Fact::new("Nämnd", "Utbildningsnämnden"),
                    Fact::rich("Beslut", html! { "KF 2025-11-17, " a href="#" { "§ 112" } }), Fact::new("Läses av", "Kommunstyrelsen"),
                ]))
            }
        }
    };
    let body = html! {
        div.wrap.page {
            (crumbs("Varje barn får en trygg start"))
            (page_header(&PageHead {
                eyebrow: "Resultatmål".into(), title: "Varje barn får en trygg start".into(),
                end: Some(button_link(Button::Secondary, "#", "Ändra målet")), ..PageHead::default()
            }))
            (status_row(Symbol::Partly, Tone::Partly, "Delvis uppnått", "Sju av tolv enheter har nått sina mål. En ligger tydligt efter."))
            div.with-side {
                div {
                    (section("chain", "Kedjan", "Från resurser till resultat", &the_chain()))
                    (section("judgement", "Bedömning", "", &quote("Tryggheten är god i de flesta grupper. Hamnens förskolor behöver stöd med bemanningen i höst.",
                        &html! { "Lena Holm, 24 augusti. " a href="#" { "Läs hela bedömningen" } })))
                    (section("doing", "Aktiviteter", "9 stycken, en försenad", &activities()))
                    (section("risks", "Risker", "", &empty_state("Inga risker är knutna till målet", "Risker skrivs i internkontrollplanen.", Some(&button_link(Button::SmallSecondary, "#", "Lägg till en risk")))))
                    div.section { (details_section(None, "Historik", "Målet ändrat 2024 och 2025", false, &html! { p { "Ny formulering." } })) }
                }
                (side)
            }
        }
    };
    (
        "goal",
        frame("Varje barn får en trygg start", "Röda tråden", Some(("KÖ", "Kerstin Öberg"))),
        body,
    )
}

pub(super) fn measure() -> (&'static str, Frame, Markup) {
    let views =
        [Link::new("#", "Alla"), Link::new("#", "Kvinnor och män"), Link::new("#", "Enheter")];
    let body = html! {
        div.wrap.page {
            (crumbs("Sjukfrånvaro"))
            (page_header(&PageHead { eyebrow: "Mått".into(), title: "Sjukfrånvaro".into(), end: Some(segmented("Vy", &views, 0)), ..PageHead::default() }))
            (status_row(Symbol::Rising, Tone::Concern, "Stiger – försämring", "Har legat över medel sju månader i rad. Når målet ibland."))
            (facts_across(&[Fact::new("Typ", "Resurs"), Fact::new("Riktning", "Lägre är bättre"), Fact::new("Källa", "HR-systemet, automatiskt")]))
            div.section { (process_chart()) }
            (section("units", "Enheter", "Gemensam skala", &multiples(&[sample!("spark-1"), sample!("spark-2"), sample!("spark-3")])))
            (section("how", "Så läser du diagrammet", "", &notice(Tone::Event, "Brytpunkt i november", &html! { "Medelvärdet räknas om från november 2025, när de nya grupperna infördes." })))
            (pagination(&Pagination {
                label: "Sidor".into(), shown: "Rad 1–200 av 612".into(), next: Some(Link::new("#", "Nästa")),
                pages: vec![Link::new("#", "1"), Link::new("#", "2"), Link::new("", "…"), Link::new("#", "4")], ..Pagination::default()
            }))
        }
    };
    ("measure", frame("Sjukfrånvaro", "Följa upp", Some(("AL", "Amira Lindqvist"))), body)
}

//! Min sida of a unit manager.

use maud::{Markup, html};

use super::super::*;
use super::{frame, sample};

fn stops() -> Vec<Stop> {
    vec![
        Stop::to("#", "Ett Skärvik där alla växer").eyebrow("Vision 2040"),
        Stop::to("#", "Trygg uppväxt och lust att lära").eyebrow("Inriktningsmål 3"),
        Stop::to("#", "Varje barn får en trygg start").eyebrow("Utbildningsnämnden"),
        Stop::to("#", "Trygg lek i mindre grupper")
            .eyebrow("Din enhet · Skärgårdens förskolor")
            .mark_here(),
    ]
}

fn task(title: &str, note: &str, time: &str) -> Task {
    Task {
        url: Some("#".into()),
        title: title.into(),
        note: note.into(),
        time: time.into(),
        ..Task::default()
    }
}

fn due() -> Due {
    Due {
        id: "due".into(),
        title: "Delårsrapport januari–augusti".into(),
        deadline: "Lämnas senast fredag 4 september".into(),
        lead: "11 av 14 delar är klara: siffrorna är hämtade och det som går som väntat har fått en färdig text. Läs igenom om du vill.".into(),
        knots: Some(sample!("knots")),
        tasks: vec![
            task("Berätta varför sjukfrånvaron stiger", "Högre än vanligt sju månader i rad", "5 min"),
            task("Kommentera enkäten om trygghet", "86 procent, lägsta värdet hittills", "4 min"),
            task("Godkänn sammanfattningen", "Utkast finns, utgår från dina svar i april", "3 min"),
        ],
        end: html! {
            (button_link(Button::Onward, "#", "Fortsätt rapportera"))
            span.soft { "Cirka 12 minuter kvar. Allt sparas medan du skriver." }
        },
    }
}

fn signals() -> Markup {
    let rows = [
        (
            "Sjukfrånvaro",
            Symbol::Rising,
            Tone::Concern,
            "Stiger – försämring",
            "Har legat över medel sju månader i rad. Det är en verklig förändring, inte slump.",
            sample!("spark-1"),
            "8,1\u{a0}%",
            "mål högst 6,5\u{a0}%",
        ),
        (
            "Vårdnadshavare som är trygga",
            Symbol::Falling,
            Tone::Concern,
            "Sjunker – försämring",
            "Under den nedre gränsen för första gången. Åtta mätningar, preliminära gränser.",
            sample!("spark-2"),
            "86\u{a0}%",
            "mål minst 90\u{a0}%",
        ),
        (
            "Barn per årsarbetare",
            Symbol::Falling,
            Tone::Good,
            "Sjunker – förbättring",
            "Sjunker stadigt sedan de nya grupperna infördes i november.",
            sample!("spark-3"),
            "5,1",
            "mål högst 5,3",
        ),
    ];
    html! {
        @for (title, shape, tone, word, sentence, sparkline, value, target) in rows {
            (signal_row(&Signal {
                title: title.into(), url: "#".into(), symbol: shape, tone, word: word.into(), sentence: sentence.into(),
                sparkline, value: value.into(), target: target.into(),
            }))
        }
        (calm_rows("9 indikatorer varierar som vanligt", "– inget du behöver göra", &html! { p { "Vikariekostnad, inskolningar och sju till." } }))
    }
}

fn side() -> Markup {
    let day = |iso: &str, day: &str, content: &str| DatedItem {
        iso: iso.into(),
        day: day.into(),
        content: content.into(),
        url: None,
    };
    html! {
        aside.side aria-label="Året och invånarna" {
            section.section {
                h2 { "Året" }
                div.wheel { (sample!("wheel")) }
                (figure_key(&[("follow", "Följa upp"), ("plan", "Planera")]))
                (dates(&[
                    day("2026-09-04", "4 sep", "Delårsrapport lämnas"),
                    day("2026-09-21", "21 sep", "Budgetdialog med förvaltningen"),
                    day("2026-10-30", "30 okt", "Arbetsplan 2027 klar"),
                ]))
            }
            section.section {
                h2 { "Från invånarna" }
                (voice("Inskolningen var fin, men vi fick veta för sent vilken avdelning det blev.",
                    &html! { "Synpunkt, 21 augusti. " a href="#" { "Svara senast fredag" } }))
            }
        }
    }
}

pub(super) fn page() -> (&'static str, Frame, Markup) {
    let hero = Hero {
        scene: Some(sample!("scene")),
        season: "summer",
        day: "Tisdag 25 augusti".into(),
        greeting: "God morgon, Amira".into(),
        sentence: "Tre saker behöver dig före fredag 4 september. Resten har vi fyllt i.".into(),
        thread_label: "Din röda tråd".into(),
        stops: stops(),
    };
    let body = html! {
        (hero)
        div.wrap.with-side {
            div {
                (due())
                (section("signals", "Det här sticker ut", "Jämfört med er egen vanliga variation", &signals()))
            }
            (side())
        }
    };
    ("start", frame("Min sida", "Min sida", Some(("AL", "Amira Lindqvist"))), body)
}

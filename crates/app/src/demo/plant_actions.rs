//! Planting actions: what is expected of them, what came of them, and what poor quality is estimated
//! to cost.

use db::Tx;
use domain::actions::{
    ActionFacts, Answer, Cost, CostSubject, Effect, ImprovementKind as Kind, Wanted,
};
use domain::ids::PersonId;
use jiff::civil::{Date, date};

use super::id_of;
use super::plant_thread::element_id;
use crate::actions::store as actions;
use crate::elements::store::element;
use crate::web::error::AppError;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

/// An action: its word, kind, what is expected, on which measure, which way, when its effect is asked
/// for, and by whom it was proposed how many days ago.
struct Planned {
    word: &'static str,
    kind: Kind,
    expected: &'static str,
    measure: Option<(&'static str, Wanted)>,
    ask_on: Date,
    by: &'static str,
    days: i64,
}

const ACTIONS: [Planned; 9] = [
    Planned {
        word: "akt-dela-i-grupper-om-tolv-barn",
        kind: Kind::Organisation,
        expected: "Lugnare grupper ska ge färre korta sjukfall bland personalen.",
        measure: Some(("sjukfranvaro", Wanted::Down)),
        ask_on: date(2026, 8, 14),
        by: "Amira Lindqvist",
        days: 400,
    },
    Planned {
        word: "akt-tillsatta-tva-forskollarare",
        kind: Kind::Competence,
        expected: "Fler legitimerade ska ge färre timvikarier.",
        measure: Some(("timvikarier", Wanted::Down)),
        ask_on: date(2027, 2, 1),
        by: "Amira Lindqvist",
        days: 180,
    },
    Planned {
        word: "akt-samarbeta-om-oppning-och-stangning",
        kind: Kind::Cooperation,
        expected: "Färre ensamma pass morgon och kväll.",
        measure: None,
        ask_on: date(2027, 3, 18),
        by: "Amira Lindqvist",
        days: 30,
    },
    Planned {
        word: "akt-ny-rutin-for-inskolning",
        kind: Kind::Routine,
        expected: "Fler inskolningar ska följa planen.",
        measure: Some(("inskolningar-enligt-plan", Wanted::Up)),
        ask_on: date(2026, 11, 10),
        by: "Daniel Österberg",
        days: 210,
    },
    Planned {
        word: "akt-fast-vuxen-vid-lamning",
        kind: Kind::WorkingMethods,
        expected: "Fler vårdnadshavare ska känna sig trygga vid lämning.",
        measure: Some(("trygga-vardnadshavare", Wanted::Up)),
        ask_on: date(2026, 6, 1),
        by: "Hanna Rydell",
        days: 330,
    },
    Planned {
        word: "akt-oppna-pa-tva-avdelningar-fore-klockan-at",
        kind: Kind::WorkingMethods,
        expected: "Färre byten av vuxna under morgonen.",
        measure: Some(("timvikarier", Wanted::Down)),
        ask_on: date(2026, 7, 30),
        by: "Ulrika Hav",
        days: 220,
    },
    Planned {
        word: "akt-laxhjalp-tre-eftermiddagar-i-veckan",
        kind: Kind::Cooperation,
        expected: "Fler elever ska nå godkänt i alla ämnen.",
        measure: Some(("godkant-alla-amnen", Wanted::Up)),
        ask_on: date(2026, 7, 1),
        by: "Kerstin Öberg",
        days: 300,
    },
    Planned {
        word: "akt-svinnvagar-i-alla-kok",
        kind: Kind::Digital,
        expected: "Svinnet ska minska när köken ser det varje dag.",
        measure: Some(("matsvinn", Wanted::Down)),
        ask_on: date(2026, 11, 14),
        by: "Kerstin Öberg",
        days: 220,
    },
    Planned {
        word: "akt-karta-over-avlopp-som-ska-atgardas",
        kind: Kind::Mapping,
        expected: "Tillsynen ska nå de avlopp som gör störst skada först.",
        measure: None,
        ask_on: date(2026, 12, 1),
        by: "Kerstin Öberg",
        days: 190,
    },
];

/// An answer: to which action, what, what was learned, when it is asked again, by whom, and how many
/// days ago.
type Answered =
    (&'static str, Answer, &'static str, Option<Date>, (&'static str, &'static str), i64);

const ANSWERS: [Answered; 4] = [
    (
        "akt-fast-vuxen-vid-lamning",
        Answer::TooEarly,
        "Enkäten är inte sammanställd än.",
        Some(date(2026, 8, 1)),
        ("hanna-rydell", "Hanna Rydell"),
        84,
    ),
    (
        "akt-fast-vuxen-vid-lamning",
        Answer::Yes,
        "Samma vuxna i hallen hela hösten gjorde skillnad. Det som krävdes var att lägga schemat \
         efter barnens tider och inte tvärtom.",
        None,
        ("hanna-rydell", "Hanna Rydell"),
        18,
    ),
    (
        "akt-oppna-pa-tva-avdelningar-fore-klockan-at",
        Answer::Partly,
        "Morgnarna blev lugnare, men vikarierna behövs fortfarande vid stängning. Nästa gång \
         tar vi båda ändarna av dagen samtidigt.",
        None,
        ("ulrika-hav", "Ulrika Hav"),
        22,
    ),
    (
        "akt-laxhjalp-tre-eftermiddagar-i-veckan",
        Answer::No,
        "De som behövde hjälpen mest kom inte. Läxhjälp på skoltid når fler än läxhjälp efter \
         skolan.",
        None,
        ("kerstin-oberg", "Kerstin Öberg"),
        35,
    ),
];

/// Everything, as of the demo's day at `at`.
pub(super) fn plant(tx: &mut Tx<'_>, at: i64) -> Result<(), AppError> {
    for said in &ACTIONS {
        plant_action(tx, said, at)?;
    }
    for (nth, answered) in ANSWERS.iter().enumerate() {
        plant_answer(tx, (nth, answered), at)?;
    }
    plant_costs(tx, at)
}

fn plant_action(tx: &mut Tx<'_>, said: &Planned, at: i64) -> Result<(), AppError> {
    let Some(action) = element(tx, element_id(said.word))? else { return Ok(()) };
    let facts = ActionFacts {
        kind: Some(said.kind),
        expected: said.expected.to_owned(),
        measure: said.measure.map(|(measure, _)| element_id(measure)),
        wanted: said.measure.map(|(_, wanted)| wanted),
        ask_on: Some(said.ask_on),
        person_name: said.by.to_owned(),
        at: at - said.days * DAY_MICROS,
        ..ActionFacts::none(action.id)
    };
    actions::insert(tx, &facts)?;
    Ok(())
}

fn plant_answer(tx: &mut Tx<'_>, (nth, one): (usize, &Answered), at: i64) -> Result<(), AppError> {
    let (word, answer, learned, ask_on, (person, name), days) = one;
    let Some(action) = element(tx, element_id(word))? else { return Ok(()) };
    let before = actions::effects_of(tx, action.id)?;
    let effect = Effect {
        id: id_of("effect", &format!("{word}/{nth}")),
        element: action.id,
        place: before.first().map_or(1, |one| one.place + 1),
        answer: *answer,
        learned: (*learned).to_owned(),
        figures: None,
        why: String::new(),
        ask_on: *ask_on,
        person: id_of::<PersonId>("person", person),
        person_name: (*name).to_owned(),
        at: at - days * DAY_MICROS,
    };
    actions::insert_effect(tx, &effect)
}

fn plant_costs(tx: &mut Tx<'_>, at: i64) -> Result<(), AppError> {
    let known = [
        (
            "akt-tillsatta-tva-forskollarare",
            41_600_000,
            "Timvikarier 1 040 timmar à 400 kronor i stället för två tillsvidareanställda.",
        ),
        (
            "akt-svinnvagar-i-alla-kok",
            68_250_050,
            "28 gram per portion gånger 975 000 portioner gånger 25 kronor per kilo.",
        ),
    ];
    for (word, ore, estimated) in known {
        let Some(action) = element(tx, element_id(word))? else { continue };
        let cost = Cost {
            id: id_of("cost", word),
            subject: CostSubject::Action(action.id),
            org_unit: action.owner,
            year: 2026,
            ore,
            estimated: estimated.to_owned(),
            person_name: "Kerstin Öberg".to_owned(),
            at: at - 20 * DAY_MICROS,
            version: 1,
        };
        actions::keep_cost(tx, &cost)?;
    }
    Ok(())
}

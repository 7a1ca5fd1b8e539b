//! Planting working methods and how far units have come with them, the greatest challenges, and
//! which measures show which side of quality.

use db::Tx;
use domain::challenges::Challenge;
use domain::ids::{ElementId, OrgUnitId};
use domain::methods::{Method, Said};
use domain::quality_sides::Side;

use super::id_of;
use super::plant_thread::element_id;
use super::world::World;
use crate::elements::store::element;
use crate::web::error::AppError;
use crate::{challenges, methods, quality_sides};

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

/// A method: its word, name and what it means.
const METHODS: [(&str, &str, &str); 4] = [
    (
        "daglig-styrning",
        "Daglig styrning",
        "Vi möts kort varje dag, ser hur det går och gör något åt det som hindrar.",
    ),
    (
        "rutiner",
        "Rutiner som hålls aktuella",
        "Våra viktigaste rutiner är skrivna, kända och ses över varje år.",
    ),
    (
        "synpunkter",
        "Lära av synpunkter",
        "Vi går igenom synpunkter och klagomål tillsammans och ändrar det som återkommer.",
    ),
    (
        "tid",
        "Rätt använd tid",
        "Vi vet vart tiden går och tar bort moment som inte ger något för dem vi är till för.",
    ),
];

/// How far a unit has come: which method, unit, level, what it rests on, by whom, and days ago.
type Level = (&'static str, &'static str, &'static str, &'static str, &'static str, i64);

const LEVELS: [Level; 11] = [
    ("daglig-styrning", "skargardens-forskolor", "inte_paborjat", "", "Amira Lindqvist", 300),
    (
        "daglig-styrning",
        "skargardens-forskolor",
        "etablerat",
        "Tavelmöte klockan 9 varje dag i båda husen sedan i vintras.",
        "Amira Lindqvist",
        60,
    ),
    (
        "rutiner",
        "skargardens-forskolor",
        "delvis",
        "Inskolningen är skriven, överlämningen är inte det.",
        "Amira Lindqvist",
        60,
    ),
    ("synpunkter", "skargardens-forskolor", "delvis", "", "Amira Lindqvist", 60),
    ("daglig-styrning", "centrums-forskolor", "forbattras", "", "Hanna Rydell", 45),
    ("rutiner", "centrums-forskolor", "etablerat", "", "Hanna Rydell", 45),
    ("tid", "centrums-forskolor", "delvis", "", "Hanna Rydell", 45),
    ("rutiner", "norrbackens-forskola", "forbattras", "", "Daniel Österberg", 40),
    ("synpunkter", "norrbackens-forskola", "etablerat", "", "Daniel Österberg", 40),
    ("daglig-styrning", "fyrens-forskola", "delvis", "", "Ulrika Hav", 38),
    ("tid", "fyrens-forskola", "inte_paborjat", "", "Ulrika Hav", 38),
];

/// A challenge: its word, sentence, why, who holds it together, and what answers to it.
const CHALLENGES: [(&str, &str, &str, &str, &[&str]); 3] = [
    (
        "kompetens",
        "Vi hittar inte dem vi behöver anställa",
        "Var tredje tjänst som förskollärare på öarna är obesatt, och fler går i pension än som \
         utbildas. I självvärderingen i våras var det den fråga som flest lyfte.",
        "utbildningsforvaltningen",
        &["rm-behoriga", "behoriga-larare", "akt-tillsatta-tva-forskollarare"],
    ),
    (
        "friska",
        "Sjukfrånvaron tar tid från dem vi är till för",
        "Sjukfrånvaron stiger i de verksamheter som har svårast att ta in vikarier.",
        "kommunledningskontoret",
        &["rm-friska-medarbetare", "sjukfranvaro", "akt-dela-i-grupper-om-tolv-barn"],
    ),
    (
        "trygg-start",
        "Små barn möter för många vuxna",
        "Föräldrarnas trygghet har sjunkit där grupperna är stora och byten av personal många.",
        "utbildningsforvaltningen",
        &["rm-trygg-start", "trygga-vardnadshavare", "timvikarier"],
    ),
];

/// What measures show.
const SIDES: [(&str, Side); 6] = [
    ("medarbetarengagemang", Side::StaffSurvey),
    ("sjukfranvaro", Side::SickLeave),
    ("timvikarier", Side::WorkEnvironment),
    ("trygga-vardnadshavare", Side::Outer),
    ("inskolningar-enligt-plan", Side::Outer),
    ("studiero", Side::Outer),
];

/// Everything, as of the demo's day at `at`.
pub(super) fn plant(tx: &mut Tx<'_>, world: &World, at: i64) -> Result<(), AppError> {
    plant_methods(tx, world, at)?;
    for (word, title, why, unit, chosen) in CHALLENGES {
        let one = Challenge {
            id: id_of("challenge", word),
            title: title.to_owned(),
            why: why.to_owned(),
            org_unit: id_of("org", unit),
            ended_on: None,
            version: 1,
        };
        let mut known: Vec<ElementId> = Vec::new();
        for id in chosen.iter().map(|word| element_id(word)) {
            known.extend(element(tx, id)?.map(|one| one.id));
        }
        challenges::store::keep(tx, &one, &known)?;
    }
    for (word, side) in SIDES {
        if let Some(measure) = element(tx, element_id(word))? {
            quality_sides::store::keep_side(tx, measure.id, Some(side), 0)?;
        }
    }
    Ok(())
}

fn plant_methods(tx: &mut Tx<'_>, world: &World, at: i64) -> Result<(), AppError> {
    for (word, name, meaning) in METHODS {
        let one = Method {
            id: id_of("method", word),
            name: name.to_owned(),
            meaning: meaning.to_owned(),
            ended_on: None,
            version: 1,
        };
        methods::store::keep_method(tx, &one)?;
    }
    for (method, unit, level, said, by, days) in LEVELS {
        if world.organisation.iter().all(|one| one.id != unit) {
            continue;
        }
        let org_unit: OrgUnitId = id_of("org", unit);
        let known = methods::store::said_by(tx, org_unit)?;
        let method = id_of("method", method);
        let before = known.iter().find(|one| one.method == method);
        let one = Said {
            method,
            org_unit,
            place: before.map_or(1, |one| one.place + 1),
            level: level.to_owned(),
            said: said.to_owned(),
            person_name: by.to_owned(),
            at: at - days * DAY_MICROS,
        };
        methods::store::insert_said(tx, &one)?;
    }
    Ok(())
}

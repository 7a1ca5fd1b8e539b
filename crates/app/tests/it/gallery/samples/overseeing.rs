//! Oversight: the collection, what deviates, committees beside each other, the silent, and what is new;
//! and accepting a deviation.

use super::super::sample::{Sample, Start};
use super::{ABOVE, AUDITOR, CONTROLLER, ELECTED, MANAGER};
use crate::kit::id;

fn accept(word: &str) -> String {
    format!("/mal/{}/acceptera", id("element", word))
}

fn whole() -> Vec<Sample> {
    vec![
        Sample::of("/uppsikt", "the executive board's")
            .by("Mårten Ekdahl")
            .shows("Avvikelser utan beslutad åtgärd")
            .reached(|scene| scene.open("/uppsikt")),
        Sample::of("/uppsikt", "a unit's own part")
            .by(MANAGER)
            .shows("Skärgårdens förskolor")
            .reached(|scene| scene.open("/uppsikt")),
        Sample::of("/uppsikt", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Det finns ingen tidigare bedömning")
            .reached(|scene| scene.open("/uppsikt")),
        Sample::of("/uppsikt/insamling", "the top")
            .by(CONTROLLER)
            .shows("Nivå för nivå")
            .reached(|scene| scene.open("/uppsikt/insamling")),
        Sample::of("/uppsikt/insamling", "a branch opened")
            .by(ELECTED)
            .shows("Skärgårdens förskolor")
            .reached(|scene| {
                let unit = id("org", "utbildningsforvaltningen");
                scene.open(&format!("/uppsikt/insamling?gren={unit}"));
            }),
        Sample::of("/uppsikt/insamling", "late").by(CONTROLLER).shows("försenad").reached(
            |scene| {
                let round = id("round", "uppfoljning-2026-04");
                let unit = id("org", "utbildningsforvaltningen");
                scene.open(&format!("/uppsikt/insamling?runda={round}&gren={unit}"));
            },
        ),
        Sample::of("/uppsikt/insamling", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Ingen uppföljning")
            .reached(|scene| scene.open("/uppsikt/insamling")),
    ]
}

fn lists() -> Vec<Sample> {
    vec![
        Sample::of("/uppsikt/avvikelser", "without action")
            .by(CONTROLLER)
            .shows("Inget är beslutat")
            .reached(|scene| scene.open("/uppsikt/avvikelser")),
        Sample::of("/uppsikt/avvikelser", "with action")
            .by(ABOVE)
            .shows("Prognos")
            .reached(|scene| scene.open("/uppsikt/avvikelser?visa=med")),
        Sample::of("/uppsikt/avvikelser", "accepted")
            .by(AUDITOR)
            .shows("Accepterad till och med 31 december 2026")
            .reached(|scene| scene.open("/uppsikt/avvikelser?visa=accepterade")),
        Sample::of("/uppsikt/avvikelser", "none")
            .by(MANAGER)
            .shows("Ingen avvikelse är accepterad")
            .reached(|scene| scene.open("/uppsikt/avvikelser?visa=accepterade")),
        Sample::of("/uppsikt/namnder", "two periods")
            .by(ELECTED)
            .shows("Nådda mål av dem som är bedömda")
            .reached(|scene| scene.open("/uppsikt/namnder")),
        Sample::of("/uppsikt/namnder", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inget är bedömt än")
            .reached(|scene| scene.open("/uppsikt/namnder")),
        Sample::of("/uppsikt/prognoser", "two years")
            .by(AUDITOR)
            .shows("Prognoser som slog in")
            .reached(|scene| scene.open("/uppsikt/prognoser")),
        Sample::of("/uppsikt/prognoser", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inga prognoser att jämföra än")
            .reached(|scene| scene.open("/uppsikt/prognoser")),
        Sample::of("/uppsikt/bedombart", "some cannot")
            .by(CONTROLLER)
            .shows("Mål som inte är bedömda")
            .reached(|scene| scene.open("/uppsikt/bedombart")),
        Sample::of("/uppsikt/bedombart", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inget är bedömt än")
            .reached(|scene| scene.open("/uppsikt/bedombart")),
    ]
}

fn watched() -> Vec<Sample> {
    vec![
        Sample::of("/uppsikt/tysta", "some")
            .by(CONTROLLER)
            .shows("Enheter där något väntar")
            .reached(|scene| scene.open("/uppsikt/tysta")),
        Sample::of("/uppsikt/tysta", "one unit")
            .by(AUDITOR)
            .shows("Rapporten är inte lämnad")
            .reached(|scene| {
                scene.open(&format!("/uppsikt/tysta?enhet={}", id("org", "hamnskolan")));
            }),
        Sample::of("/uppsikt/tysta", "nobody")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Ingen har varit tyst länge")
            .reached(|scene| scene.open("/uppsikt/tysta")),
        Sample::of("/uppsikt/kvalitet", "model, promises and measurements")
            .by("Helena Frisk")
            .shows("Löften och deklarationer")
            .reached(|scene| scene.open("/uppsikt/kvalitet")),
        Sample::of("/uppsikt/kvalitet", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inga löften finns i tråden")
            .reached(|scene| scene.open("/uppsikt/kvalitet")),
        Sample::of("/uppsikt/nytt", "since the last meeting")
            .by(ELECTED)
            .shows("Räknat från ”Nämnden sammanträder före sommaren")
            .reached(|scene| scene.open("/uppsikt/nytt")),
        Sample::of("/uppsikt/nytt", "between two days")
            .by(CONTROLLER)
            .shows("Mellan 1 mars 2026 och 30 juni 2026")
            .reached(|scene| {
                scene.open("/uppsikt/nytt?organ=alla&fran=2026-03-01&till=2026-06-30");
            }),
        Sample::of("/uppsikt/nytt", "before there was anything")
            .by(CONTROLLER)
            .shows("börjar")
            .reached(|scene| scene.open("/uppsikt/nytt?organ=alla&fran=2020-01-01")),
        Sample::of("/uppsikt/nytt", "a day that is none")
            .by(AUDITOR)
            .shows("Dagen går inte att läsa")
            .reached(|scene| scene.open("/uppsikt/nytt?fran=2026-02-31")),
    ]
}

fn accepting() -> Vec<Sample> {
    vec![
        Sample::of("/mal/{id}/acceptera", "a form")
            .by(CONTROLLER)
            .shows("Varför accepteras den?")
            .reached(|scene| scene.open(&accept("rm-behoriga"))),
        Sample::of("/mal/{id}/acceptera", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Ange paragraf eller diarienummer")
            .reached(|scene| {
                scene.open(&accept("rm-behoriga"));
                scene.browser.press("Spara");
            }),
        Sample::of("/mal/{id}", "a deviation that is accepted")
            .by(CONTROLLER)
            .shows("Avvikelsen är accepterad till och med 31 december 2026")
            .reached(|scene| scene.open(&format!("/mal/{}", id("element", "rm-stod-i-tid")))),
        Sample::of("/mal/{id}", "a deviation that was accepted")
            .by(AUDITOR)
            .shows("Har varit accepterad")
            .reached(|scene| scene.open(&format!("/mal/{}", id("element", "rm-levande-hamnar")))),
    ]
}

/// All of them.
pub(super) fn samples() -> Vec<Sample> {
    [whole(), lists(), watched(), accepting()].into_iter().flatten().collect()
}

//! Templates of reports, and rounds that ask by them.

use super::super::sample::{Sample, Scene, Start};
use super::{ABOVE, ADMINISTRATOR, CONTROLLER, MANAGER};
use crate::asked_rounds::open_round;
use crate::kit::id;
use crate::templates::{MONTH, PART, add_question};

fn planted() -> String {
    format!("{MONTH}/fraga/{}", id("question", "manad-namnden"))
}

fn members() -> String {
    let round = id("round", "delar-2026-08");
    format!("/folja-upp/runda/{round}/enheter?under={}", id("org", "utbildningsforvaltningen"))
}

fn begun(scene: &mut Scene) {
    open_round(&mut scene.other(CONTROLLER));
    scene.open("/");
    scene.browser.follow("Börja rapportera").press("Börja rapportera");
}

pub(super) fn samples() -> Vec<Sample> {
    [templates(), questions(), rounds()].into_iter().flatten().collect()
}

fn templates() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/mallar", "what is usual, and one changed")
            .by(CONTROLLER)
            .shows("cirka")
            .reached(|scene| scene.open("/folja-upp/mallar")),
        Sample::of("/folja-upp/mallar", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Rapportmallar")
            .reached(|scene| scene.open("/folja-upp/mallar")),
        Sample::of("/folja-upp/mallar", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Fyll i det här fältet")
            .reached(|scene| {
                scene.browser.open("/folja-upp/mallar").press("Skapa mallen");
            }),
        Sample::of("/folja-upp/mallar/{mall}", "with a question that is read")
            .by(CONTROLLER)
            .shows("Senast läst")
            .reached(|scene| scene.open(MONTH)),
        Sample::of("/folja-upp/mallar/{mall}", "in use, with several questions, too long")
            .by(CONTROLLER)
            .shows("Mallen tar längre tid än gränsen")
            .reached(|scene| {
                for question in ["Första frågan", "Andra frågan", "Tredje frågan"] {
                    add_question(&mut scene.browser, PART, question);
                }
                scene.open(PART);
            }),
        Sample::of("/folja-upp/mallar/{mall}", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Skriv ett antal minuter")
            .reached(|scene| {
                scene.browser.open(PART).fill("Längsta tid", "ingen gräns").press("Spara mallen");
            }),
        Sample::of("/folja-upp/mallar/{mall}", "another was faster")
            .by(CONTROLLER)
            .status(409)
            .shows("ändrade mallen medan du skrev")
            .reached(|scene| {
                scene.open(MONTH);
                let mut other = scene.other(ADMINISTRATOR);
                other.open(MONTH).fill("Längsta tid", "10").press("Spara mallen");
                scene.browser.fill("Namn", "Kort").press("Spara mallen");
            }),
        Sample::of("/folja-upp/mallar/{mall}", "taken away")
            .by(CONTROLLER)
            .shows("Mallen är borttagen.")
            .reached(|scene| {
                scene.browser.open(MONTH).press("Ta bort mallen");
                scene.open(MONTH);
            }),
    ]
}

fn questions() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/mallar/{mall}/fraga", "a new question")
            .by(CONTROLLER)
            .shows("Vem läser svaret?")
            .reached(|scene| scene.open(&format!("{PART}/fraga"))),
        Sample::of("/folja-upp/mallar/{mall}/fraga", "nobody reads it")
            .by(CONTROLLER)
            .status(422)
            .shows("Säg vem som läser svaret")
            .reached(|scene| {
                scene.open(&format!("{PART}/fraga"));
                scene.browser.fill("Fråga", "Hur mår ni?").press("Lägg till frågan");
            }),
        Sample::of("/folja-upp/mallar/{mall}/fraga/{fraga}", "a question")
            .by(CONTROLLER)
            .shows("Vad behöver nämnden veta just nu?")
            .reached(|scene| scene.open(&planted())),
        Sample::of("/folja-upp/mallar/{mall}/fraga/{fraga}", "another was faster")
            .by(CONTROLLER)
            .status(409)
            .shows("Vad är nytt?")
            .reached(|scene| {
                scene.open(&planted());
                let mut other = scene.other(ADMINISTRATOR);
                other.open(&planted()).fill("Fråga", "Vad är nytt?").press("Spara frågan");
                scene.browser.fill("Fråga", "Vad har hänt?").press("Spara frågan");
            }),
    ]
}

fn rounds() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/redovisningspunkter", "assignments")
            .by(CONTROLLER)
            .shows("Minska barngruppernas storlek")
            .reached(|scene| scene.open("/folja-upp/redovisningspunkter")),
        Sample::of("/folja-upp/redovisningspunkter", "none of one's own")
            .by(MANAGER)
            .shows("Redovisas i")
            .reached(|scene| scene.open("/folja-upp/redovisningspunkter")),
        Sample::of("/folja-upp/runda/{round}/enheter", "by body")
            .by(CONTROLLER)
            .shows("Nämnder och förvaltningar")
            .reached(|scene| {
                let round = id("round", "delar-2026-08");
                scene.open(&format!("/folja-upp/runda/{round}/enheter"));
            }),
        Sample::of("/folja-upp/runda/{round}/enheter", "under one")
            .by(CONTROLLER)
            .shows("De här har börjat och är kvar:")
            .reached(|scene| scene.open(&members())),
        Sample::of("/folja-upp/{id}/del/{part}", "money")
            .by(MANAGER)
            .shows("Prognos för hela året")
            .reached(begun),
        Sample::of("/folja-upp/{id}/las", "a month, with an answer")
            .by(ABOVE)
            .shows("Två grupper har slagits ihop")
            .reached(|scene| {
                let account = id("follow_up", "mars/skargardens-forskolor");
                scene.open(&format!("/folja-upp/{account}/las"));
            }),
    ]
}

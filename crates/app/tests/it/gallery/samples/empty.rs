//! The first day: every list and map before there is anything to show, with a way to begin.

use super::super::sample::{Sample, Start};
use super::{ADMINISTRATOR, CONTROLLER};
use crate::kit::id;

fn first_day(route: &'static str, who: &'static str) -> Sample {
    Sample::of(route, "the first day").by(who).at(Start::Empty)
}

pub(super) fn samples() -> Vec<Sample> {
    [what_is_followed(), what_is_looked_after()].into_iter().flatten().collect()
}

fn what_is_followed() -> Vec<Sample> {
    vec![
        first_day("/", ADMINISTRATOR).shows("Johan").reached(|scene| scene.open("/")),
        first_day("/", CONTROLLER).shows("Kerstin").reached(|scene| scene.open("/")),
        first_day("/trad", CONTROLLER)
            .shows("Här börjar tråden")
            .reached(|scene| scene.open("/trad")),
        first_day("/trad", CONTROLLER).shows("Tråden").reached(|scene| scene.open("/trad?vy=ord")),
        first_day("/trad/halsa", CONTROLLER)
            .shows("Här börjar tråden")
            .reached(|scene| scene.open("/trad/halsa")),
        first_day("/matt", CONTROLLER).shows("Inga mått än").reached(|scene| scene.open("/matt")),
        first_day("/matt/nytt", CONTROLLER)
            .shows("Beskriv måttet")
            .reached(|scene| scene.open("/matt/nytt")),
        first_day("/matvarden", CONTROLLER)
            .shows("Här finns inga mått att fylla i")
            .reached(|scene| scene.open("/matvarden")),
        first_day("/matt/inlasning", CONTROLLER)
            .shows("Inga filer än")
            .reached(|scene| scene.open("/matt/inlasning")),
        first_day("/aktiviteter", CONTROLLER)
            .shows("Inga aktiviteter matchar")
            .reached(|scene| scene.open("/aktiviteter")),
        first_day("/uppdrag", CONTROLLER)
            .shows("Inga uppdrag är givna")
            .reached(|scene| scene.open("/uppdrag")),
        first_day("/planera", CONTROLLER)
            .shows("Ni har inte skrivit något än")
            .reached(|scene| scene.open("/planera")),
        first_day("/mal/nytt", CONTROLLER)
            .shows("Välj vad du vill skriva")
            .reached(|scene| scene.open("/mal/nytt")),
        first_day("/folja-upp", CONTROLLER)
            .shows("Ingen uppföljning pågår")
            .reached(|scene| scene.open("/folja-upp")),
        first_day("/folja-upp/ny", CONTROLLER)
            .shows("Det finns inga enheter att följa upp")
            .reached(|scene| scene.open("/folja-upp/ny")),
    ]
}

fn what_is_looked_after() -> Vec<Sample> {
    vec![
        first_day("/modell", CONTROLLER)
            .shows("Styrmodellen")
            .reached(|scene| scene.open("/modell")),
        first_day("/organisation", ADMINISTRATOR)
            .shows("Kommunfullmäktige")
            .reached(|scene| scene.open("/organisation")),
        first_day("/organisation/{id}", ADMINISTRATOR).shows("Kommunfullmäktige").reached(
            |scene| scene.open(&format!("/organisation/{}", id("org", "kommunfullmaktige"))),
        ),
        first_day("/personer", ADMINISTRATOR)
            .shows("Johan Åkerlund")
            .reached(|scene| scene.open("/personer")),
        first_day("/installningar", ADMINISTRATOR)
            .shows("Visa personer")
            .reached(|scene| scene.open("/installningar")),
        first_day("/spar", ADMINISTRATOR).shows("Spår").reached(|scene| scene.open("/spar")),
        first_day("/spar/kontroll", ADMINISTRATOR).shows("Spåret är helt").reached(|scene| {
            scene.browser.open("/spar").press("Kontrollera spåret");
        }),
        first_day("/rapport/{org}", CONTROLLER)
            .shows("Det finns inget att rapportera än")
            .reached(|scene| scene.open(&format!("/rapport/{}", id("org", "kommunfullmaktige")))),
    ]
}

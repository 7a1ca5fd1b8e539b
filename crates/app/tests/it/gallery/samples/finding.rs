//! Finding things, and finding what is not well.

use super::super::sample::Sample;
use super::{CONTROLLER, READER};

pub(super) fn samples() -> Vec<Sample> {
    [search(), health(), other_days()].into_iter().flatten().collect()
}

fn search() -> Vec<Sample> {
    vec![
        Sample::of("/sok", "something found")
            .by(READER)
            .shows("träffar på")
            .reached(|scene| scene.open("/sok?q=trygg")),
        Sample::of("/sok", "nothing found")
            .by(READER)
            .shows("Inget passar")
            .reached(|scene| scene.open("/sok?q=xyzzyplugh")),
        Sample::of("/sok", "nothing asked")
            .by(READER)
            .shows("Mål, mått, aktiviteter, enheter, personer och sidor.")
            .reached(|scene| scene.open("/sok")),
    ]
}

fn health() -> Vec<Sample> {
    vec![
        Sample::of("/trad/halsa", "what is not well")
            .by(CONTROLLER)
            .shows("Trådens hälsa")
            .reached(|scene| scene.open("/trad/halsa")),
        Sample::of("/trad/halsa/lat-vara", "a form")
            .by(CONTROLLER)
            .shows("Varför ska det låtas vara?")
            .reached(|scene| {
                scene.browser.open("/trad/halsa?regel=M01").follow("Låt vara");
            }),
        Sample::of("/trad/halsa/lat-vara", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Välj en dag från i dag")
            .reached(|scene| {
                scene.browser.open("/trad/halsa?regel=M01").follow("Låt vara");
                scene.browser.fill("Till och med", "2020-01-01").press("Låt vara");
            }),
        Sample::of("/trad/halsa", "one is let be")
            .by(CONTROLLER)
            .shows("En som låts vara")
            .reached(|scene| {
                scene.browser.open("/trad/halsa?regel=M01").follow("Låt vara");
                scene.browser.fill("Varför ska det låtas vara?", "Prövas i höst.");
                scene.browser.fill("Till och med", "2026-12-31").press("Låt vara");
            }),
    ]
}

fn other_days() -> Vec<Sample> {
    vec![
        Sample::of("/trad/andrat", "the year so far")
            .by(READER)
            .shows("Värdet för")
            .reached(|scene| scene.open("/trad/andrat?fran=2026-01-31")),
        Sample::of("/trad/andrat", "nothing between")
            .by(READER)
            .shows("Inget har ändrats")
            .reached(|scene| scene.open("/trad/andrat?fran=2026-03-20&till=2026-03-21")),
        Sample::of("/trad/andrat", "before there was anything")
            .by(READER)
            .shows("Historiken börjar 12 januari 2026")
            .reached(|scene| scene.open("/trad/andrat?fran=2025-06-30")),
        Sample::of("/trad", "another day")
            .by(READER)
            .shows("Tallbackens förskola")
            .reached(|scene| scene.open("/trad?den=2026-02-10")),
        Sample::of("/trad", "before there was anything")
            .by(READER)
            .shows("Så långt tillbaka finns inget")
            .reached(|scene| scene.open("/trad?den=2020-04-30")),
    ]
}

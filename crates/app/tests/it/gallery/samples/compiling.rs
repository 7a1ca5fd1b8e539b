//! What each level says of what is reported under it.

use super::super::sample::Sample;
use super::{CONTROLLER, ELECTED};
use crate::kit::id;

fn address(org: &str) -> String {
    format!("/folja-upp/sammanstallning/{}", id("org", org))
}

pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/sammanstallning/{org}", "a quoted text has changed")
            .by(CONTROLLER)
            .shows("Texten har ändrats sedan den citerades")
            .reached(|scene| scene.open(&address("utbildningsnamnden"))),
        Sample::of("/folja-upp/sammanstallning/{org}", "settled")
            .by(ELECTED)
            .shows("Låst: fastställd av")
            .reached(|scene| scene.open(&address("vard-och-omsorgsnamnden"))),
        Sample::of("/folja-upp/sammanstallning/{org}", "nothing written yet")
            .by(CONTROLLER)
            .shows("Inget är skrivet än.")
            .reached(|scene| scene.open(&address("kommunstyrelsen"))),
        Sample::of("/folja-upp/sammanstallning/{org}", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Ta bort ett tecken")
            .reached(|scene| {
                scene.open(&address("utbildningsnamnden"));
                let own = "Utbildningsnämnden bedömer";
                scene.browser.fill(own, &"å".repeat(4_001)).press("Spara");
            }),
    ]
}

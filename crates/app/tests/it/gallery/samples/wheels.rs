//! Year wheels and calendars.

use super::super::sample::{Sample, Scene, Start};
use super::{ABOVE, CONTROLLER, MANAGER, READER};
use crate::kit::id;

fn wheel(unit: &str, rest: &str) -> String {
    format!("/arshjul/{}/{rest}", id("org", unit))
}

fn step(word: &str, rest: &str) -> String {
    format!("/arshjul/steg/{}{rest}", id("wheel_step", word))
}

fn made(scene: &mut Scene) {
    scene.browser.open(&wheel("centrums-forskolor", "2027/nytt")).press("Spara hjulet");
}

fn wheels() -> Vec<Sample> {
    vec![
        Sample::of("/arshjul", "a unit's way")
            .by(MANAGER)
            .shows("Vägen till dig")
            .reached(|scene| scene.open("/arshjul")),
        Sample::of("/arshjul", "under an administration, some without a wheel")
            .by(CONTROLLER)
            .shows("Inget hjul")
            .reached(|scene| {
                let unit = id("org", "utbildningsforvaltningen");
                scene.open(&format!("/arshjul?ar=2027&enhet={unit}"));
            }),
        Sample::of("/arshjul", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inget hjul")
            .reached(|scene| scene.open("/arshjul")),
        Sample::of("/arshjul/{org}/{ar}", "the council's, with the law")
            .by(READER)
            .shows("Lagens dagar")
            .reached(|scene| scene.open(&wheel("kommunfullmaktige", "2026"))),
        Sample::of("/arshjul/{org}/{ar}", "a clash with the level above")
            .by(ABOVE)
            .shows("ni har satt 20\u{a0}oktober")
            .reached(|scene| scene.open(&wheel("utbildningsforvaltningen", "2026"))),
        Sample::of("/arshjul/{org}/{ar}", "a unit's")
            .by(MANAGER)
            .shows("Enkäten till vårdnadshavare")
            .reached(|scene| scene.open(&wheel("skargardens-forskolor", "2026"))),
        Sample::of("/arshjul/{org}/{ar}", "none yet")
            .by(ABOVE)
            .shows("Inget årshjul för 2027")
            .reached(|scene| scene.open(&wheel("centrums-forskolor", "2027"))),
        Sample::of("/arshjul/{org}/{ar}", "just made")
            .by(ABOVE)
            .shows("Ångra hela hjulet")
            .reached(made),
        Sample::of("/arshjul/{org}/{ar}/angra", "cannot be taken back")
            .by(MANAGER)
            .status(422)
            .shows("kan inte ångras")
            .reached(|scene| {
                let address = wheel("skargardens-forskolor", "2026/angra");
                scene.browser.post_and_show(&address, &[]);
            }),
    ]
}

fn made_and_printed() -> Vec<Sample> {
    vec![
        Sample::of("/arshjul/{org}/{ar}/affisch", "a poster")
            .by(MANAGER)
            .shows("Hämta som PDF, A3")
            .reached(|scene| scene.open(&wheel("skargardens-forskolor", "2026/affisch"))),
        Sample::of("/arshjul/{org}/{ar}/under", "all below, looked through")
            .by(ABOVE)
            .shows("Flyttat")
            .reached(|scene| scene.open(&wheel("utbildningsforvaltningen", "2027/under"))),
        Sample::of("/arshjul/{org}/{ar}/under", "all below, just made")
            .by(ABOVE)
            .shows("Ångra hjulen")
            .reached(|scene| {
                scene.browser.open(&wheel("utbildningsforvaltningen", "2027/under"));
                scene.browser.press("Gör hjulen");
                scene.open(&wheel("utbildningsforvaltningen", "2027/under"));
            }),
        Sample::of("/arshjul/{org}/{ar}/under", "nothing chosen")
            .by(ABOVE)
            .status(422)
            .shows("Kryssa för minst en")
            .reached(|scene| {
                let address = wheel("utbildningsforvaltningen", "2027/under");
                scene.browser.post_and_show(&address, &[]);
            }),
        Sample::of("/arshjul/{org}/{ar}/nytt", "from last year")
            .by(ABOVE)
            .shows("Börja från styrmodellen i stället")
            .reached(|scene| scene.open(&wheel("centrums-forskolor", "2027/nytt"))),
        Sample::of("/arshjul/{org}/{ar}/nytt", "from the model")
            .by(CONTROLLER)
            .shows("Utan dag")
            .reached(|scene| scene.open(&wheel("utbildningsnamnden", "2028/nytt?fran=modell"))),
        Sample::of("/arshjul/{org}/{ar}/nytt", "nothing to begin with")
            .by(CONTROLLER)
            .shows("Inga steg att börja med")
            .reached(|scene| scene.open(&wheel("skarviksbostader", "2030/nytt"))),
        Sample::of("/arshjul/{org}/{ar}", "what is offered has changed")
            .by(MANAGER)
            .status(422)
            .shows("Förslaget har ändrats")
            .reached(|scene| {
                let address = wheel("skargardens-forskolor", "2028");
                scene.browser.post_and_show(&address, &[("fran", "forra"), ("steg", "x")]);
            }),
    ]
}

fn steps() -> Vec<Sample> {
    vec![
        Sample::of("/arshjul/steg/{id}", "with answers from below")
            .by(READER)
            .shows("För sent")
            .reached(|scene| scene.open(&step("utbildningsnamnden/2026/plan", ""))),
        Sample::of("/arshjul/steg/{id}", "a round can be opened")
            .by(CONTROLLER)
            .shows("Öppna en uppföljning")
            .reached(|scene| scene.open(&step("kommunfullmaktige/2026/followup_part", ""))),
        Sample::of("/arshjul/steg/{id}", "taken away").by(MANAGER).shows("Lägg tillbaka").reached(
            |scene| {
                let address = step("skargardens-forskolor/2026/plan", "");
                scene.browser.open(&address).press("Ta bort steget");
            },
        ),
        Sample::of("/arshjul/{org}/{ar}/steg", "a form")
            .by(MANAGER)
            .shows("Så flyttas dagen nästa år")
            .reached(|scene| scene.open(&wheel("skargardens-forskolor", "2026/steg"))),
        Sample::of("/arshjul/{org}/{ar}/steg", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Steget börjar efter sin sista dag")
            .reached(|scene| {
                scene.browser.open(&wheel("skargardens-forskolor", "2026/steg"));
                scene.browser.fill("Sista dagen", "2026-09-01").fill("Börjar", "2026-09-02");
                scene.browser.press("Spara steget");
            }),
        Sample::of("/arshjul/steg/{id}/andra", "a form")
            .by(CONTROLLER)
            .shows("Räkna med två procent")
            .reached(|scene| scene.open(&step("kommunstyrelsen/2026/directive", "/andra"))),
        Sample::of("/arshjul/steg/{id}", "met another's change")
            .by(MANAGER)
            .status(409)
            .shows("Planen till Lena")
            .reached(|scene| {
                let address = step("skargardens-forskolor/2026/plan", "/andra");
                scene.browser.open(&address);
                let mut other = scene.other(ABOVE);
                other.open(&address).fill("Vad som görs", "Planen till Lena").press("Spara steget");
                scene.browser.fill("Vad som görs", "Planen").press("Spara steget");
            }),
    ]
}

fn calendars() -> Vec<Sample> {
    vec![
        Sample::of("/arshjul/kalender", "none yet").by(READER).shows("Ny prenumeration").reached(
            |scene| {
                let unit = id("org", "utbildningsnamnden");
                scene.open(&format!("/arshjul/kalender?enhet={unit}"));
            },
        ),
        Sample::of("/arshjul/kalender", "one open").by(MANAGER).shows("Byt adress").reached(
            |scene| {
                scene.browser.open("/arshjul/kalender").press("Skapa adress");
                scene.open("/arshjul/kalender");
            },
        ),
        Sample::of("/arshjul/kalender", "just made")
            .by(MANAGER)
            .shows("Adressen visas bara nu")
            .reached(|scene| {
                scene.browser.open("/arshjul/kalender").press("Skapa adress");
            }),
    ]
}

/// All of them.
pub(super) fn samples() -> Vec<Sample> {
    [wheels(), made_and_printed(), steps(), calendars()].into_iter().flatten().collect()
}

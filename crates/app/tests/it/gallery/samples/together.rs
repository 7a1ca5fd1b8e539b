//! Writing an account together, and what is said back at the staff meeting.

use super::super::sample::Sample;
use super::{ABOVE, AUDITOR, MANAGER, STAFF};
use crate::followup::{account, hand_in, part};

fn people() -> String {
    format!("{}/medverkande", account())
}

pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/{id}/medverkande", "one is invited")
            .by(MANAGER)
            .shows("Sofia Bergkvist, Hela rapporten")
            .reached(|scene| scene.open(&people())),
        Sample::of("/folja-upp/{id}/medverkande", "only to read")
            .by(AUDITOR)
            .shows("Så är arbetet med rapporten fördelat.")
            .reached(|scene| scene.open(&people())),
        Sample::of("/folja-upp/{id}/medverkande", "nobody answers")
            .by(ABOVE)
            .shows("Utse någon som rapporterar")
            .reached(|scene| {
                let account = crate::kit::id("follow_up", "viksskolan");
                scene.open(&format!("/folja-upp/{account}/medverkande"));
            }),
        Sample::of("/folja-upp/{id}/medverkande", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Välj minst en person")
            .reached(|scene| {
                scene.open(&people());
                scene.browser.press("Bjud in att skriva");
            }),
        Sample::of("/folja-upp/{id}/ersattare", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Sista dagen kommer före den första")
            .reached(|scene| {
                scene.open(&people());
                scene.browser.fill("Till och med", "2026-08-01").press("Utse");
            }),
        Sample::of("/folja-upp/{id}/del/{part}", "others are invited to it")
            .by(STAFF)
            .shows("Du är inte inbjuden att skriva i den här delen")
            .reached(|scene| {
                let mut manager = scene.other(MANAGER);
                manager.open(&people()).press("Ta bort");
                manager.choose(STAFF).choose("Trygga vårdnadshavare").press("Bjud in att skriva");
                scene.open(&part("sjukfranvaro"));
            }),
        Sample::of("/folja-upp/{id}/mote", "handed in").by(MANAGER).shows("Det här sa vi").reached(
            |scene| {
                hand_in(&mut scene.browser);
                scene.open(&format!("{}/mote", account()));
            },
        ),
    ]
}

//! Reminders: what a person chooses, and how letters leave.

use super::super::sample::{Sample, Start};
use super::{ADMINISTRATOR, ELECTED, MANAGER};

const OWN: &str = "/konto/paminnelser";
const SERVER: &str = "/installningar/epost";

pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample::of(OWN, "much waits")
            .by(MANAGER)
            .shows("Nästa brev")
            .shows("Att skriva och lämna")
            .reached(|scene| scene.open(OWN)),
        Sample::of(OWN, "nothing waits")
            .by(ELECTED)
            .shows("Inget väntar på dig")
            .reached(|scene| scene.open(OWN)),
        Sample::of(OWN, "none wanted")
            .by(MANAGER)
            .shows("Du har valt att inte få några brev")
            .reached(|scene| {
                scene.browser.open(OWN).choose("Aldrig").press("Spara");
            }),
        Sample::of(OWN, "only what is near").by(MANAGER).shows("Ett brev om dagen").reached(
            |scene| {
                scene.browser.open(OWN).choose("Bara när något är nära").press("Spara");
            },
        ),
        Sample::of(SERVER, "no server")
            .by(ADMINISTRATOR)
            .shows("Ingen e-postserver är inställd")
            .reached(|scene| scene.open(SERVER)),
        Sample::of(SERVER, "the first day")
            .by(ADMINISTRATOR)
            .at(Start::Empty)
            .shows("Inga brev har skickats")
            .reached(|scene| scene.open(SERVER)),
        Sample::of("/installningar/epost/prov", "no server")
            .by(ADMINISTRATOR)
            .shows("Ingen e-post skickas")
            .reached(|scene| {
                scene.browser.post_and_show("/installningar/epost/prov", &[]);
            }),
    ]
}

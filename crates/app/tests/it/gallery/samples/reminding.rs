//! Reminders: what a person chooses, and how letters leave.

use sha2::Digest;

use super::super::sample::{Sample, Scene, Start};
use super::{ADMINISTRATOR, ELECTED, MANAGER};

const OWN: &str = "/konto/paminnelser";
const STOP: &str = "/paminnelser/{nyckel}";
const SERVER: &str = "/installningar/epost";

/// The address that stands in a letter to the manager, as if it had been sent.
fn with_key(scene: &Scene) -> String {
    let key = "en-nyckel-ur-ett-brev";
    scene.app().writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        let person: [u8; 16] = app::demo::id_of("person", "amira-lindqvist");
        let insert = "insert into reminder_stops (tenant, digest, person_id, day) \
                      values ($1, $2, $3, '2026-08-25')";
        let digest = sha2::Sha256::digest(key.as_bytes()).to_vec();
        tx.run(insert, db::params![digest, person])?;
        Ok(())
    });
    format!("/paminnelser/{key}")
}

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
        Sample::of(OWN, "only what is near").by(MANAGER).shows("Högst ett brev om dagen").reached(
            |scene| {
                scene.browser.open(OWN).choose("Bara när något är nära").press("Spara");
            },
        ),
        Sample::of(STOP, "letters come").shows("Vill du inte ha fler brev?").reached(|scene| {
            let address = with_key(scene);
            scene.open(&address);
        }),
        Sample::of(STOP, "letters are off").shows("Du får inga fler brev").reached(|scene| {
            let address = with_key(scene);
            scene.browser.open(&address).press("Skicka inga fler brev");
        }),
        Sample::of(STOP, "the link no longer works")
            .status(410)
            .shows("Länken gäller inte längre")
            .reached(|scene| scene.open("/paminnelser/okand")),
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

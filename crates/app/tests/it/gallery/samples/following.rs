//! Following up: an account from the first question to approval, and what is read of it.

use super::super::sample::{Sample, Scene};
use super::{ABOVE, ADMINISTRATOR, AUDITOR, CONTROLLER, ELECTED, MANAGER, PROVIDER, READER, STAFF};
use crate::followup::{account, hand_in, part, shown_version};
use crate::kit::id;
use jiff::civil::date;

fn committee(scene: &mut Scene) {
    scene.open(&format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden")));
}

fn report() -> String {
    format!("/rapport/{}", id("org", "utbildningsnamnden"))
}

/// The manager has handed in.
fn handed_in(scene: &Scene) {
    hand_in(&mut scene.other(MANAGER));
}

/// One part has come back with a question.
fn returned(scene: &Scene) {
    handed_in(scene);
    let mut above = scene.other(ABOVE);
    above.open(&account());
    let version = shown_version(&above);
    let fields = [("kommentar", "Vilka grupper gäller det?"), ("version", version.as_str())];
    let reply = above.post(&format!("{}/ater", part("trygga-vardnadshavare")), &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
}

fn approved(scene: &Scene) {
    handed_in(scene);
    scene.other(ABOVE).open(&account()).press("Godkänn rapporten");
}

pub(super) fn samples() -> Vec<Sample> {
    [homes(), writing(), refused(), too_late(), not_for_all(), after(), read()]
        .into_iter()
        .flatten()
        .collect()
}

fn homes() -> Vec<Sample> {
    let home = |state, who| Sample::of("/", state).by(who).reached(|scene| scene.open("/"));
    vec![
        home("a manager in the middle of reporting", MANAGER).shows("delar är klara"),
        home("somebody who works there", STAFF).shows("Sofia"),
        home("who reads and approves", ABOVE).shows("Lena"),
        home("a controller", CONTROLLER).shows("Insamling"),
        home("an elected member", ELECTED).shows("Inför sammanträdet"),
        home("a private provider", PROVIDER).shows("Farah"),
        home("an auditor", AUDITOR).shows("Här börjar granskningen."),
        home("a reader", READER).shows("Så går det med det vi har lovat."),
        home("an administrator", ADMINISTRATOR).shows("Johan"),
        Sample::of("/", "handed in").by(MANAGER).shows("är lämnad. Den läses nu.").reached(
            |scene| {
                handed_in(scene);
                scene.open("/");
            },
        ),
        Sample::of("/", "one to approve").by(ABOVE).shows("Läs och godkänn").reached(|scene| {
            handed_in(scene);
            scene.open("/");
        }),
    ]
}

#[expect(clippy::too_many_lines, reason = "a table of states")]
fn writing() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp", "in the middle")
            .by(MANAGER)
            .shows("12 av 16 delar är klara.")
            .reached(|scene| scene.open("/folja-upp")),
        Sample::of("/folja-upp", "who collects")
            .by(CONTROLLER)
            .shows("Insamlingen")
            .reached(|scene| scene.open("/folja-upp")),
        Sample::of("/folja-upp/{id}", "not begun")
            .by("Katarina Björk")
            .shows("Börja rapportera")
            .reached(|scene| {
                scene.open(&format!("/folja-upp/{}", id("follow_up", "viks-forskola")));
            }),
        Sample::of("/folja-upp/{id}/grupp/{group}", "money to confirm")
            .by(MANAGER)
            .shows("Siffrorna är hämtade.")
            .reached(|scene| scene.open(&format!("{}/grupp/ekonomi", account()))),
        Sample::of("/folja-upp/{id}/grupp/{group}", "what goes as usual")
            .by(MANAGER)
            .shows("Automatisk text")
            .reached(|scene| scene.open(&format!("{}/grupp/som-vantat", account()))),
        Sample::of("/folja-upp/{id}/del/{part}", "a deviation")
            .by(MANAGER)
            .shows("Sjukfrånvaro stiger. Vad beror det på?")
            .reached(|scene| scene.open(&part("sjukfranvaro"))),
        Sample::of("/folja-upp/{id}/del/{part}/tidigare", "nothing before")
            .by(MANAGER)
            .shows("Inga tidigare texter att visa")
            .reached(|scene| scene.open(&format!("{}/tidigare", part("sprakutveckling")))),
        Sample::of("/folja-upp/{id}/del/{part}/atgard", "a form")
            .by(MANAGER)
            .shows("Åtgärden blir en aktivitet")
            .reached(|scene| scene.open(&format!("{}/atgard", part("sjukfranvaro")))),
        Sample::of("/folja-upp/{id}/granska", "not ready")
            .by(MANAGER)
            .shows("Inte klar")
            .reached(|scene| scene.open(&format!("{}/granska", account()))),
        Sample::of("/folja-upp/{id}/granska", "ready")
            .by(MANAGER)
            .shows("Jag har läst igenom rapporten")
            .reached(|scene| {
                crate::followup::finish(&mut scene.browser);
            }),
        Sample::of("/folja-upp/{id}/del/{part}", "returned with a question")
            .by(MANAGER)
            .shows("skickade tillbaka den här delen")
            .shows("Vilka grupper gäller det?")
            .reached(|scene| {
                returned(scene);
                scene.open(&part("trygga-vardnadshavare"));
            }),
        Sample::of("/folja-upp/runda/{round}", "a form")
            .by(CONTROLLER)
            .shows("Stäng uppföljningen")
            .reached(|scene| scene.open(&round())),
        Sample::of("/folja-upp/runda/{round}/stang", "asked before it is done")
            .by(CONTROLLER)
            .shows("Ska uppföljningen stängas?")
            .reached(|scene| scene.open(&format!("{}/stang", round()))),
        Sample::of("/folja-upp/{id}/del/{part}", "closed while another is open")
            .by(MANAGER)
            .shows("står kvar som den lämnades")
            .reached(|scene| {
                returned(scene);
                scene.open(&part("sammanfattning"));
            }),
        Sample::of("/folja-upp/ny", "a form")
            .by(CONTROLLER)
            .shows("Vilka ska redovisa?")
            .reached(|scene| scene.open("/folja-upp/ny")),
    ]
}

fn round() -> String {
    format!("/folja-upp/runda/{}", id("round", "delar-2026-08"))
}

fn refused() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/runda/{round}", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Fyll i det här fältet")
            .reached(|scene| {
                scene.open(&round());
                scene.browser.fill("Namn", "").press("Spara ändringen");
            }),
        Sample::of("/folja-upp/runda/{round}/stang", "another was faster")
            .by(CONTROLLER)
            .status(409)
            .shows("Någon annan ändrade uppföljningen")
            .reached(|scene| {
                scene.open(&format!("{}/stang", round()));
                let mut other = scene.other(CONTROLLER);
                other.open(&round()).fill("Namn", "Ett annat namn").press("Spara ändringen");
                scene.browser.press("Stäng uppföljningen");
            }),
        Sample::of("/folja-upp/{id}/del/{part}", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Välj ett svar")
            .reached(|scene| {
                scene.open(&part("trygga-vardnadshavare"));
                scene.browser.press("Klar, nästa del");
            }),
        Sample::of("/folja-upp/{id}/del/{part}", "another was faster")
            .by(MANAGER)
            .status(409)
            .shows("Sofia Bergkvist ändrade medan du skrev")
            .reached(|scene| {
                let about = part("trygga-vardnadshavare");
                scene.open(&about);
                let mut other = scene.other(STAFF);
                other.open(&about).fill("Din förklaring", "Sofias text.").choose("Nej");
                other.press("Klar, nästa del");
                scene.browser.fill("Din förklaring", "Amiras text.").choose("Nej");
                scene.browser.press("Klar, nästa del");
            }),
        Sample::of("/folja-upp/{id}/del/{part}/atgard", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Skriv vad som ska göras")
            .reached(|scene| {
                scene.open(&format!("{}/atgard", part("sjukfranvaro")));
                scene.browser.press("Spara åtgärden");
            }),
        Sample::of("/folja-upp/{id}/lamna", "what is left stops it")
            .by(MANAGER)
            .status(422)
            .shows("Sjukfrånvaro är inte klar")
            .reached(|scene| {
                scene.open(&format!("{}/granska", account()));
                scene.browser.press("Lämna rapporten");
            }),
    ]
}

fn too_late() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/{id}/lamna", "handed in already")
            .by(MANAGER)
            .status(409)
            .shows("Rapporten är redan lämnad")
            .reached(|scene| {
                crate::followup::finish(&mut scene.browser);
                handed_in_beside(scene);
                scene.browser.press("Lämna rapporten");
            }),
        Sample::of("/folja-upp/{id}/godkann", "taken back meanwhile")
            .by(ABOVE)
            .status(409)
            .shows("Rapporten är inte lämnad")
            .reached(|scene| {
                handed_in(scene);
                scene.open(&account());
                let mut manager = scene.other(MANAGER);
                manager.open(&format!("{}/kvitto", account())).press("Ångra inlämning");
                scene.browser.press("Godkänn rapporten");
            }),
    ]
}

fn not_for_all() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Fyll i det här fältet")
            .reached(|scene| {
                scene.open("/folja-upp/ny");
                scene.browser.fill("Namn", "").press("Öppna uppföljningen");
            }),
        Sample::of("/folja-upp/ny", "the role does not reach")
            .by(MANAGER)
            .status(403)
            .shows("Du kan inte se eller göra det här")
            .reached(|scene| scene.open("/folja-upp/ny")),
        Sample::of("/folja-upp/{id}", "not for this visitor to know of")
            .by(ELECTED)
            .status(404)
            .shows("Sidan finns inte")
            .reached(|scene| scene.open(&account())),
    ]
}

/// The same manager hands in from another window.
fn handed_in_beside(scene: &Scene) {
    let mut other = scene.other(MANAGER);
    other.open(&format!("{}/granska", account())).press("Lämna rapporten");
}

fn after() -> Vec<Sample> {
    vec![
        Sample::of("/folja-upp/{id}/kvitto", "handed in")
            .by(MANAGER)
            .shows("Rapporten är lämnad 25 augusti")
            .reached(|scene| hand_in(&mut scene.browser)),
        Sample::of("/folja-upp/{id}/kvitto", "handed in, and the round has closed")
            .by(MANAGER)
            .shows("Tack")
            .reached(|scene| {
                handed_in(scene);
                scene.app().clock().set(date(2026, 9, 14).at(8, 0, 0, 0));
                scene.browser.sign_in(MANAGER).open(&format!("{}/kvitto", account()));
            }),
        Sample::of("/folja-upp/{id}/las", "being written")
            .by(CONTROLLER)
            .shows("Enheten kan skriva till 13 september.")
            .reached(|scene| scene.open(&format!("{}/las", account()))),
        Sample::of("/folja-upp/{id}/las", "handed in, to approve or return")
            .by(ABOVE)
            .shows("Godkänn rapporten")
            .reached(|scene| {
                handed_in(scene);
                scene.open(&format!("{}/las", account()));
            }),
        Sample::of("/folja-upp/{id}/las", "approved")
            .by(MANAGER)
            .shows("Lena Holm godkände rapporten")
            .reached(|scene| {
                approved(scene);
                scene.open(&format!("{}/las", account()));
            }),
        Sample::of("/folja-upp", "the round has closed").by(MANAGER).shows("Följa upp").reached(
            |scene| {
                scene.app().clock().set(date(2026, 9, 14).at(8, 0, 0, 0));
                scene.browser.sign_in(MANAGER).open("/folja-upp");
            },
        ),
        Sample::of("/folja-upp/namnd/{org}", "nothing to read yet")
            .by(ELECTED)
            .shows("Utbildningsnämnden")
            .reached(committee),
        Sample::of("/folja-upp/namnd/{org}", "one has handed in")
            .by(ELECTED)
            .shows("Skärgårdens förskolor, Amira Lindqvist")
            .reached(|scene| {
                handed_in(scene);
                committee(scene);
            }),
    ]
}

fn read() -> Vec<Sample> {
    vec![
        Sample::of("/rapport/{org}", "as it stands now")
            .by(ELECTED)
            .shows("Målen")
            .reached(|scene| scene.open(&report())),
        Sample::of("/rapport/{org}", "with what is handed in")
            .by(CONTROLLER)
            .shows("Frys rapporten")
            .reached(|scene| {
                handed_in(scene);
                scene.open(&report());
            }),
        Sample::of("/rapport/{org}/frys", "asked before it is done")
            .by(CONTROLLER)
            .shows("Det de skriver kommer inte med")
            .reached(|scene| {
                scene.browser.open(&report()).follow("Frys rapporten");
            }),
        Sample::of("/rapport/{org}", "not for a private provider")
            .by(PROVIDER)
            .status(404)
            .shows("Sidan finns inte")
            .reached(|scene| scene.open(&report())),
        Sample::of("/rapport/fryst/{id}", "frozen")
            .by(CONTROLLER)
            .shows("Rapporten är fryst")
            .reached(|scene| {
                scene.browser.open(&report()).follow("Frys rapporten").press("Frys rapporten");
            }),
    ]
}

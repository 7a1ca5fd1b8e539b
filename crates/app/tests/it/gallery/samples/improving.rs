//! Actions and what they gave, working methods, challenges, and the two sides of quality.

use super::super::sample::{Sample, Start};
use super::{ABOVE, CONTROLLER, ELECTED, MANAGER, READER};
use crate::kit::id;

const ACTION: &str = "akt-dela-i-grupper-om-tolv-barn";

fn of_action(page: &str) -> String {
    format!("/aktivitet/{}/{page}", id("element", ACTION))
}

fn actions() -> Vec<Sample> {
    vec![
        Sample::of("/aktivitet/{id}/effekt", "asked")
            .by(MANAGER)
            .shows("Det visar vad som har hänt, inte varför.")
            .reached(|scene| scene.open(&of_action("effekt"))),
        Sample::of("/aktivitet/{id}/effekt", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Välj ett svar")
            .reached(|scene| {
                scene.open(&of_action("effekt"));
                scene.browser.press("Spara svaret");
            }),
        Sample::of("/aktivitet/{id}/effekt", "against the figures")
            .by(MANAGER)
            .status(422)
            .shows("Svaret går emot det siffrorna säger")
            .reached(|scene| {
                scene.open(&of_action("effekt"));
                scene.browser.choose("Ja").press("Spara svaret");
            }),
        Sample::of("/aktivitet/{id}/effekt", "met another's answer")
            .by(MANAGER)
            .status(409)
            .shows("Det finns ett nyare svar")
            .reached(|scene| {
                scene.open(&of_action("effekt"));
                let sent = [
                    ("plats", "7"),
                    ("svar", "yes"),
                    ("lardom", "Det blev lugnare."),
                    ("varfor", "Det märks."),
                ];
                scene.browser.post_and_show(&of_action("effekt"), &sent);
            }),
        Sample::of("/aktivitet/{id}/effekt", "answered twice")
            .by(READER)
            .shows("Samma vuxna i hallen")
            .reached(|scene| {
                let action = id("element", "akt-fast-vuxen-vid-lamning");
                scene.open(&format!("/aktivitet/{action}/effekt"));
            }),
        Sample::of("/aktivitet/{id}/vantad-effekt", "nothing said")
            .by(MANAGER)
            .shows("Slag av förbättring")
            .reached(|scene| {
                let action = id("element", "akt-handledning-i-lekpedagogik");
                scene.open(&format!("/aktivitet/{action}/vantad-effekt"));
            }),
    ]
}

fn lists() -> Vec<Sample> {
    vec![
        Sample::of("/atgarder", "all").by(ELECTED).shows("Efter slag").reached(|scene| {
            scene.open("/atgarder");
        }),
        Sample::of("/atgarder", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inga åtgärder här")
            .reached(|scene| scene.open("/atgarder")),
        Sample::of("/lardomar", "all").by(READER).shows("Samma vuxna i hallen").reached(|scene| {
            scene.open("/lardomar");
        }),
        Sample::of("/lardomar", "none found").by(READER).shows("Inga lärdomar här").reached(
            |scene| {
                scene.open("/lardomar?ord=marsvin");
            },
        ),
        Sample::of("/bristkostnad/{slag}/{id}", "nothing estimated")
            .by(MANAGER)
            .shows("Hur har ni räknat?")
            .reached(|scene| {
                scene.open(&format!("/bristkostnad/action/{}", id("element", ACTION)));
            }),
        Sample::of("/bristkostnad/{slag}/{id}", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Skriv hur ni har räknat")
            .reached(|scene| {
                scene.open(&format!("/bristkostnad/action/{}", id("element", ACTION)));
                scene.browser.press("Spara");
            }),
    ]
}

fn methods() -> Vec<Sample> {
    vec![
        Sample::of("/arbetssatt", "the matrix").by(ELECTED).shows("Daglig styrning").reached(
            |scene| {
                scene.open(&format!("/arbetssatt?enhet={}", id("org", "utbildningsnamnden")));
            },
        ),
        Sample::of("/arbetssatt", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inga arbetssätt är valda än")
            .reached(|scene| scene.open("/arbetssatt")),
        Sample::of("/arbetssatt/enhet/{id}", "said before")
            .by(MANAGER)
            .shows("Tavelmöte klockan 9")
            .reached(|scene| {
                let unit = id("org", "skargardens-forskolor");
                scene.open(&format!("/arbetssatt/enhet/{unit}"));
            }),
        Sample::of("/arbetssatt/nytt", "empty")
            .by(CONTROLLER)
            .shows("Vad innebär det?")
            .reached(|scene| scene.open("/arbetssatt/nytt")),
        Sample::of("/arbetssatt", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Fyll i det här")
            .reached(|scene| {
                scene.open("/arbetssatt/nytt");
                scene.browser.press("Spara");
            }),
        Sample::of("/arbetssatt/{id}/andra", "as it is")
            .by(CONTROLLER)
            .shows("Ska enheterna arbeta så?")
            .reached(|scene| {
                scene.open(&format!("/arbetssatt/{}/andra", id("method", "rutiner")));
            }),
    ]
}

fn challenges() -> Vec<Sample> {
    vec![
        Sample::of("/utmaningar", "with plans").by(ELECTED).shows("åtgärder är klara").reached(
            |scene| {
                scene.open("/utmaningar");
            },
        ),
        Sample::of("/utmaningar", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inga utmaningar är utpekade än")
            .reached(|scene| scene.open("/utmaningar")),
        Sample::of("/utmaningar/ny", "empty")
            .by(CONTROLLER)
            .shows("Utmaningen i en mening")
            .reached(|scene| scene.open("/utmaningar/ny")),
        Sample::of("/utmaningar", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Fyll i det här")
            .reached(|scene| {
                scene.open("/utmaningar/ny");
                scene.browser.press("Spara");
            }),
        Sample::of("/utmaningar/{id}/andra", "as it is")
            .by(CONTROLLER)
            .shows("Hör den fortfarande till de största?")
            .reached(|scene| {
                scene.open(&format!("/utmaningar/{}/andra", id("challenge", "friska")));
            }),
    ]
}

fn sides_and_boards() -> Vec<Sample> {
    vec![
        Sample::of("/inre-och-yttre", "a unit").by(MANAGER).shows("Yttre kvalitet").reached(
            |scene| {
                scene.open("/inre-och-yttre");
            },
        ),
        Sample::of("/inre-och-yttre", "the first day")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inga mått med värden här")
            .reached(|scene| scene.open("/inre-och-yttre")),
        Sample::of("/inre-och-yttre/matt", "what is placed")
            .by(CONTROLLER)
            .shows("Medarbetarenkät")
            .reached(|scene| scene.open("/inre-och-yttre/matt")),
        Sample::of("/uppsikt/kvalitetsarbete", "a committee")
            .by(ELECTED)
            .shows("Uppskattat till")
            .reached(|scene| {
                let board = id("org", "utbildningsnamnden");
                scene.open(&format!("/uppsikt/kvalitetsarbete?enhet={board}&ar=2026"));
            }),
        Sample::of("/uppsikt/utan-beslut", "what has waited")
            .by(CONTROLLER)
            .shows("Sedan")
            .reached(|scene| {
                scene.open("/uppsikt/utan-beslut");
                scene.browser.fill("Antal dagar", "1");
                scene.browser.press("Spara");
            }),
        Sample::of("/uppsikt/utan-beslut", "none has waited")
            .by(ABOVE)
            .shows("Ingen avvikelse har väntat för länge")
            .reached(|scene| {
                scene.open("/uppsikt/utan-beslut");
            }),
    ]
}

/// The samples of this file.
pub(super) fn samples() -> Vec<Sample> {
    [actions(), lists(), methods(), challenges(), sides_and_boards()]
        .into_iter()
        .flatten()
        .collect()
}

//! Looking after the municipality: people, organisation, settings, and the way in.

use super::super::sample::{Sample, Scene};
use super::{ADMINISTRATOR, AUDITOR, READER};
use crate::kit::id;

fn unit(step: &str) -> String {
    format!("/organisation/{}{step}", id("org", "skargardens-forskolor"))
}

fn person(word: &str) -> String {
    format!("/personer/{}", id("person", word))
}

/// The address of a fresh one-time code for a person of the demo's.
fn code(scene: &Scene) -> String {
    let mut administrator = scene.other(ADMINISTRATOR);
    administrator.open(&person("amira-lindqvist")).press("Skapa engångskod");
    let link = administrator.value("Länk med engångskod");
    format!("/kod/{}", link.rsplit('/').next().unwrap_or_default())
}

/// Looks at the model in force with some of its words replaced.
fn look_at_model(scene: &mut Scene, from: &str, to: &str) {
    let file = scene.browser.get("/modell/fil.yaml").text().replace(from, to);
    scene.browser.open("/modell/byt").upload("Modellfil", "modell.yaml", file.as_bytes());
    scene.browser.press("Granska");
}

fn model() -> Vec<Sample> {
    vec![
        Sample::of("/modell", "the administrator's")
            .by(ADMINISTRATOR)
            .shows("Ändra modellen")
            .reached(|scene| scene.open("/modell")),
        Sample::of("/modell", "an older version").by(READER).shows("som har ersatts").reached(
            |scene| {
                let mut administrator = scene.other(ADMINISTRATOR);
                administrator.open("/modell/byt").fill("Beslut", "KF 2026-11-16");
                administrator.press("Granska").press("Läs in modellen");
                scene.open("/modell?version=1");
            },
        ),
        Sample::of("/modell/byt", "ordinary")
            .by(ADMINISTRATOR)
            .shows("Lämna en modellfil")
            .reached(|scene| scene.open("/modell/byt")),
        Sample::of("/modell/byt", "what a file changes")
            .by(ADMINISTRATOR)
            .shows("Ändras Målområde")
            .reached(|scene| look_at_model(scene, "inriktningsmål", "målområde")),
        Sample::of("/modell/byt", "no model")
            .by(ADMINISTRATOR)
            .status(422)
            .shows("Fel i filen")
            .reached(|scene| look_at_model(scene, "role: direction", "role: riktning")),
        Sample::of("/modell/byt", "something in the way")
            .by(ADMINISTRATOR)
            .status(422)
            .shows("I filen får inte kopplas")
            .reached(|scene| look_at_model(scene, "{type: enhetsmal, link: executes}, ", "")),
    ]
}

pub(super) fn samples() -> Vec<Sample> {
    [way_in(), people(), roles(), organisation(), moves(), settings(), model()]
        .into_iter()
        .flatten()
        .collect()
}

fn way_in() -> Vec<Sample> {
    vec![
        Sample::of("/logga-in", "a demo's choice of roles")
            .shows("Amira Lindqvist")
            .reached(|scene| scene.open("/logga-in")),
        Sample::of("/logga-in", "led here from a page")
            .shows("Amira Lindqvist")
            .reached(|scene| scene.open("/matt")),
        Sample::of("/logga-in", "refused").status(422).shows("stämmer inte").reached(|scene| {
            let wrong = [("epost", "ingen@skarvik.example"), ("losenord", "fel fel fel fel fel")];
            scene.browser.post_and_show("/logga-in", &wrong);
        }),
        Sample::of("/kod/{code}", "a code that opens").shows("Nytt lösenord").reached(|scene| {
            let address = code(scene);
            scene.open(&address);
        }),
        Sample::of("/kod/{code}", "refused").status(422).shows("Nytt lösenord").reached(|scene| {
            let address = code(scene);
            scene.open(&address);
            scene.browser.fill("Nytt lösenord", "kort").press("Spara lösenordet");
        }),
        Sample::of("/kod/{code}", "used or too old")
            .status(410)
            .shows("Den är redan använd")
            .reached(|scene| scene.open("/kod/okand")),
        Sample::of("/kod/{code}", "without a role")
            .status(403)
            .shows("Du har ingen roll än")
            .reached(|scene| {
                let mut administrator = scene.other(ADMINISTRATOR);
                administrator.open("/personer/ny").fill("Namn", "Nils Ny");
                administrator.fill("E-post", "nils.ny@skarvik.example").press("Lägg till");
                administrator.press("Skapa engångskod");
                let link = administrator.value("Länk med engångskod");
                scene.open(&format!("/kod/{}", link.rsplit('/').next().unwrap_or_default()));
                scene.browser.fill("Nytt lösenord", "en lång mening om tråden");
                scene.browser.press("Spara lösenordet");
            }),
    ]
}

fn people() -> Vec<Sample> {
    let page = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        page("/personer", "ordinary")
            .shows("Amira Lindqvist")
            .reached(|scene| scene.open("/personer")),
        page("/personer", "nobody found")
            .shows("Ingen heter så")
            .reached(|scene| scene.open("/personer?q=finnsinte")),
        page("/personer/ny", "a form")
            .shows("Lägg först till personen.")
            .reached(|scene| scene.open("/personer/ny")),
        page("/personer", "refused").status(422).shows("Skriv en e-postadress").reached(|scene| {
            scene.browser.open("/personer/ny").fill("Namn", "Nils Ny").fill("E-post", "nils");
            scene.browser.press("Lägg till");
        }),
        page("/personer/{id}", "with a role")
            .shows("Skapa engångskod")
            .reached(|scene| scene.open(&person("amira-lindqvist"))),
        page("/personer/{id}", "without a role").shows("Ingen roll").reached(|scene| {
            scene.browser.open("/personer/ny").fill("Namn", "Nils Ny");
            scene.browser.fill("E-post", "nils.ny@skarvik.example").press("Lägg till");
        }),
        page("/personer/{id}", "has left").shows("Slutade").reached(|scene| {
            let leave = format!("{}/lamna", person("amira-lindqvist"));
            scene.browser.open(&leave).press("Avsluta kontot nu");
        }),
        page("/personer/{id}/andra", "a form")
            .shows("Ändra uppgifter om")
            .reached(|scene| scene.open(&format!("{}/andra", person("amira-lindqvist")))),
        page("/personer/{id}/andra", "another was faster").status(409).shows("Skolchef").reached(
            |scene| {
                let address = format!("{}/andra", person("amira-lindqvist"));
                scene.open(&address);
                let mut other = scene.other(ADMINISTRATOR);
                other.open(&address).fill("Titel", "Skolchef").press("Spara");
                scene.browser.fill("Titel", "Områdeschef").press("Spara");
            },
        ),
        page("/personer/{id}/lamna", "what will happen")
            .shows("Rollen avslutas")
            .reached(|scene| scene.open(&format!("{}/lamna", person("amira-lindqvist")))),
    ]
}

fn roles() -> Vec<Sample> {
    let page = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        page("/personer/{id}/roller", "refused").status(422).shows("Välj").reached(|scene| {
            scene.browser.open(&person("amira-lindqvist")).press("Ge rollen");
        }),
        page("/personer/{id}/roller/avsluta", "the last administrator stays")
            .status(422)
            .shows("Gör någon annan till administratör först")
            .reached(|scene| {
                scene.browser.open(&person("johan-akerlund")).press("Avsluta");
            }),
        page("/personer/{id}/kod", "a code, shown once").shows("Länken visas bara nu").reached(
            |scene| {
                scene.browser.open(&person("amira-lindqvist")).press("Skapa engångskod");
            },
        ),
        page("/personer", "the role does not reach")
            .by(READER)
            .status(403)
            .shows("Du kan inte se eller göra det här")
            .reached(|scene| scene.open("/personer")),
    ]
}

fn organisation() -> Vec<Sample> {
    let form = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        form("/organisation", "ordinary")
            .shows("Utbildningsnämnden")
            .reached(|scene| scene.open("/organisation")),
        form("/organisation/{id}", "who organises")
            .shows("Slå ihop")
            .reached(|scene| scene.open(&unit(""))),
        form("/organisation/{id}", "who reads")
            .by(READER)
            .shows("Lades upp.")
            .reached(|scene| scene.open(&unit(""))),
        form("/organisation/{id}", "merged into another")
            .shows("Gick upp i Hamnens förskolor.")
            .reached(|scene| {
                scene.browser.open(&unit("/sla-ihop")).pick("Slå ihop med", "Hamnens förskolor");
                scene.browser.press("Visa vad som händer").press("Slå ihop").open(&unit(""));
            }),
        form("/organisation/{id}/ny", "a form")
            .shows("Namn")
            .reached(|scene| scene.open(&unit("/ny"))),
        form("/organisation/{id}/namn", "a form")
            .shows("Byt namn")
            .reached(|scene| scene.open(&unit("/namn"))),
        form("/organisation/{id}/namn", "refused").status(422).shows("Högst").reached(|scene| {
            scene.browser.open(&unit("/namn")).fill("Namn", &"x".repeat(201)).press("Byt namn");
        }),
        form("/organisation/{id}/namn", "another was faster")
            .status(409)
            .shows("Någon annan hann före")
            .reached(|scene| {
                scene.open(&unit("/namn"));
                let mut other = scene.other(ADMINISTRATOR);
                other.open(&unit("/namn")).fill("Namn", "Öns förskolor").press("Byt namn");
                scene.browser.fill("Namn", "Skärens förskolor").press("Byt namn");
            }),
    ]
}

fn moves() -> Vec<Sample> {
    let form = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        form("/organisation/{id}/flytta", "a form")
            .shows("Visa vad som händer")
            .reached(|scene| scene.open(&unit("/flytta"))),
        form("/organisation/{id}/flytta", "what will happen").shows("Det här händer").reached(
            |scene| {
                scene.browser.open(&unit("/flytta")).pick("Lägg under", "Produktionsförvaltningen");
                scene.browser.press("Visa vad som händer");
            },
        ),
        form("/organisation/{id}/avsluta", "a form")
            .shows("Avsluta enheten")
            .reached(|scene| scene.open(&unit("/avsluta"))),
        form("/organisation/{id}/avsluta", "others stand under it")
            .status(422)
            .shows("Flytta eller avsluta dem först")
            .reached(|scene| {
                let address =
                    format!("/organisation/{}/avsluta", id("org", "utbildningsforvaltningen"));
                scene.browser.open(&address).press("Avsluta enheten");
            }),
        form("/organisation/{id}/sla-ihop", "a form")
            .shows("Visa vad som händer")
            .reached(|scene| scene.open(&unit("/sla-ihop"))),
        form("/organisation/{id}/sla-ihop", "what will happen").shows("byter ägare").reached(
            |scene| {
                scene.browser.open(&unit("/sla-ihop")).pick("Slå ihop med", "Hamnens förskolor");
                scene.browser.press("Visa vad som händer");
            },
        ),
        form("/organisation/{id}/dela", "a form")
            .shows("De nya enheterna")
            .reached(|scene| scene.open(&unit("/dela"))),
        form("/organisation/{id}/dela", "where everything goes")
            .shows("Det som inte får en egen plats")
            .reached(|scene| {
                scene.browser.open(&unit("/dela")).fill("De nya enheterna", "Yttre\nInre");
                scene.browser.press("Visa vad som händer");
            }),
        form("/organisation/{id}/dela", "something has no place")
            .status(422)
            .shows("Välj var det ska ligga")
            .reached(|scene| {
                scene.browser.open(&unit("/dela")).fill("De nya enheterna", "Yttre\nInre");
                scene.browser.press("Visa vad som händer").press("Dela enheten");
            }),
    ]
}

fn settings() -> Vec<Sample> {
    vec![
        Sample::of("/installningar", "who looks after it")
            .by(ADMINISTRATOR)
            .shows("Visa personer")
            .reached(|scene| scene.open("/installningar")),
        Sample::of("/installningar", "who reads")
            .by(READER)
            .shows("Inställningar")
            .reached(|scene| scene.open("/installningar")),
        Sample::of("/spar", "the newest")
            .by(AUDITOR)
            .shows("Äldre")
            .reached(|scene| scene.open("/spar")),
        Sample::of("/spar/kontroll", "whole").by(AUDITOR).shows("Spåret är helt").reached(
            |scene| {
                scene.browser.open("/spar").press("Kontrollera spåret");
            },
        ),
        Sample::of("/spar/kontroll", "broken").by(AUDITOR).shows("Spåret stämmer inte").reached(
            |scene| {
                scene.app().tampering();
                scene.browser.open("/spar").press("Kontrollera spåret");
            },
        ),
    ]
}

//! What becomes of what is planned: grounds and advice, thrown away, copied, split, merged, ended.

use super::super::sample::{Sample, Scene};
use super::{CONTROLLER, MANAGER, NEW, READER};
use crate::kit::id;

fn goal(word: &str, step: &str) -> String {
    format!("/mal/{}{step}", id("element", word))
}

/// A draft that tells of work, with some of its grounds.
fn draft(scene: &mut Scene) {
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let fields = [
        ("id", NEW),
        ("typ", "resultatmal"),
        ("titel", "Fortsätta arbeta för läslust samt utreda skolbiblioteken"),
        ("agare", owner.as_str()),
        ("under", parent.as_str()),
        ("perspektiv", "operations"),
        ("foljs-upp", "I delåret i augusti."),
    ];
    assert_eq!(scene.browser.post("/mal", &fields).status.as_u16(), 303);
}

fn thrown(scene: &mut Scene) {
    draft(scene);
    scene.browser.post(&format!("/mal/{NEW}/kasta"), &[("version", "1")]);
}

pub(super) fn samples() -> Vec<Sample> {
    [written(), renewed(), parted(), ended(), demanded()].into_iter().flatten().collect()
}

fn written() -> Vec<Sample> {
    vec![
        Sample::of("/mal/{id}", "draft with advice")
            .by(CONTROLLER)
            .shows("Råd om formuleringen")
            .shows("Underlag")
            .reached(|scene| {
                draft(scene);
                scene.open(&format!("/mal/{NEW}"));
            }),
        Sample::of("/mal/{id}", "grounds refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Varför just den här nivån?")
            .reached(|scene| {
                draft(scene);
                scene.open(&format!("/mal/{NEW}/andra"));
                let long = "å".repeat(2_001);
                scene.browser.fill("Varför just den här nivån?", &long).press("Spara utkastet");
            }),
        Sample::of("/mal/{id}", "thrown away").by(CONTROLLER).shows("Kastat utkast").reached(
            |scene| {
                thrown(scene);
                scene.open(&format!("/mal/{NEW}"));
            },
        ),
        Sample::of("/planera/papperskorg", "empty")
            .by(MANAGER)
            .shows("Papperskorgen är tom")
            .reached(|scene| scene.open("/planera/papperskorg")),
        Sample::of("/planera/papperskorg", "with a draft")
            .by(CONTROLLER)
            .shows("Ta tillbaka")
            .reached(|scene| {
                thrown(scene);
                let owner = id("org", "utbildningsnamnden");
                scene.open(&format!("/planera/papperskorg?enhet={owner}"));
            }),
    ]
}

fn renewed() -> Vec<Sample> {
    vec![
        Sample::of("/planera/kopiera", "a whole plan")
            .by(CONTROLLER)
            .shows("Vad ska följa med?")
            .reached(|scene| {
                scene.open(&format!("/planera/kopiera?enhet={}", id("org", "utbildningsnamnden")));
            }),
        Sample::of("/planera/kopiera", "one goal")
            .by(MANAGER)
            .shows("Gäller 1 januari 2027 till 31 december 2027")
            .reached(|scene| {
                let one = id("element", "em-skargardens-forskolor");
                scene.open(&format!("/planera/kopiera?mal={one}"));
            }),
        Sample::of("/planera/kopiera", "nothing chosen")
            .by(CONTROLLER)
            .status(422)
            .shows("Välj vad som ska följa med")
            .reached(|scene| {
                let owner = id("org", "utbildningsnamnden");
                scene.browser.post_and_show("/planera/kopiera", &[("enhet", &owner)]);
            }),
        Sample::of("/planera/kopiera", "nothing to copy")
            .by(CONTROLLER)
            .shows("Det finns inget att kopiera")
            .reached(|scene| {
                scene.open(&format!("/planera/kopiera?mal={}", id("element", "vision-2040")));
            }),
    ]
}

fn parted() -> Vec<Sample> {
    vec![
        Sample::of("/mal/{id}/dela", "a form")
            .by(CONTROLLER)
            .shows("Vart ska det som hänger här?")
            .reached(|scene| scene.open(&goal("rm-trygg-start", "/dela"))),
        Sample::of("/mal/{id}/dela", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Skriv minst två delar")
            .reached(|scene| {
                scene.open(&goal("rm-trygg-start", "/dela"));
                scene.browser.fill("Del 1", "Alla barn är trygga").press("Skapa delarna");
            }),
        Sample::of("/mal/{id}/sla-ihop", "a form")
            .by(CONTROLLER)
            .shows("Alla elever klarar grundskolan")
            .reached(|scene| scene.open(&goal("rm-trygg-start", "/sla-ihop"))),
        Sample::of("/mal/{id}/sla-ihop", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Välj minst ett att slå ihop med")
            .reached(|scene| {
                scene.browser.open(&goal("rm-trygg-start", "/sla-ihop")).press("Skapa utkastet");
            }),
    ]
}

fn ended() -> Vec<Sample> {
    vec![
        Sample::of("/mal/{id}/avsluta", "a form")
            .by(CONTROLLER)
            .shows("Det här hänger bara här")
            .reached(|scene| scene.open(&goal("rm-klarar-grundskolan", "/avsluta"))),
        Sample::of("/mal/{id}", "ended and can be taken back")
            .by(CONTROLLER)
            .shows("Ta tillbaka avslutandet")
            .reached(|scene| {
                let address = goal("rm-klarar-grundskolan", "/avsluta");
                scene.browser.open(&address).fill("Paragraf", "12");
                scene.browser.choose("Jag har sett vad som hänger under");
                scene.browser.press("Avsluta enligt beslutet");
            }),
        Sample::of("/mal/{id}/beslut/ratta", "a form")
            .by(CONTROLLER)
            .shows("Varför rättar du?")
            .reached(|scene| scene.open(&goal("rm-klarar-grundskolan", "/beslut/ratta"))),
        Sample::of("/mal/{id}/beslut/ratta", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Ändra den, eller kryssa i att den stämmer")
            .reached(|scene| {
                let address = goal("rm-klarar-grundskolan", "/beslut/ratta");
                scene.browser.open(&address).fill("Vilken dag?", "1999-01-01");
                scene.browser.press("Spara rättelsen");
            }),
        Sample::of("/mal/{id}/avsluta", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Skriv paragrafen i protokollet")
            .reached(|scene| {
                let address = goal("rm-klarar-grundskolan", "/avsluta");
                scene.browser.open(&address).press("Avsluta enligt beslutet");
            }),
    ]
}

fn demanded() -> Vec<Sample> {
    vec![
        Sample::of("/planera/minimikrav", "every committee")
            .by(CONTROLLER)
            .shows("Vad ska alla planer ha?")
            .shows("Uppfyllt")
            .reached(|scene| scene.open("/planera/minimikrav")),
        Sample::of("/planera/minimikrav", "one committee with an own requirement")
            .by(CONTROLLER)
            .shows("Eget krav")
            .shows("Utvärdering")
            .reached(|scene| {
                let owner = id("org", "utbildningsnamnden");
                scene.open(&format!("/planera/minimikrav?enhet={owner}"));
            }),
        Sample::of("/planera/minimikrav", "read by anyone")
            .by(READER)
            .shows("Nämnd")
            .reached(|scene| scene.open("/planera/minimikrav")),
        Sample::of("/planera/minimikrav", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Välj något i listan")
            .reached(|scene| {
                scene.browser.post_and_show("/planera/minimikrav", &[("krav", "annat")]);
            }),
    ]
}

//! Files beside elements, and what is said about them.

use super::super::sample::Sample;
use super::{ABOVE, AUDITOR, CONTROLLER, MANAGER, READER};
use crate::kit::id;

fn files(word: &str) -> String {
    format!("/bilagor/{}", id("element", word))
}

fn comments(word: &str) -> String {
    format!("/kommentarer/{}", id("element", word))
}

fn question() -> String {
    format!("{}/{}", comments("em-skargardens-forskolor"), id("comment", "lekgrupper"))
}

pub(super) fn samples() -> Vec<Sample> {
    [attached(), said(), changed()].into_iter().flatten().collect()
}

fn attached() -> Vec<Sample> {
    vec![
        Sample::of("/bilagor/{id}", "files and a form")
            .by(CONTROLLER)
            .shows("Protokollsutdrag mindre grupper.pdf")
            .shows("Lägg inte hit personuppgifter")
            .reached(|scene| scene.open(&files("rm-trygg-start"))),
        Sample::of("/bilagor/{id}", "read by anyone")
            .by(READER)
            .shows("Enkät till vårdnadshavare 2026.csv")
            .reached(|scene| scene.open(&files("rm-trygg-start"))),
        Sample::of("/bilagor/{id}", "none")
            .by(READER)
            .shows("Det finns inga bilagor")
            .reached(|scene| scene.open(&files("rm-klarar-grundskolan"))),
        Sample::of("/bilagor/{id}", "taken away").by(CONTROLLER).shows("Borttagna filer").reached(
            |scene| {
                scene.browser.open(&files("rm-trygg-start")).press("Ta bort filen");
            },
        ),
        Sample::of("/bilagor/{id}", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("innehåller något annat")
            .shows("Skriv vad filen visar")
            .reached(|scene| {
                let page = b"<!doctype html><script>1</script>";
                scene.open(&files("rm-trygg-start"));
                scene.browser.upload("Fil", "rapport.pdf", page).press("Lägg till filen");
            }),
    ]
}

fn said() -> Vec<Sample> {
    vec![
        Sample::of("/kommentarer/{id}", "a question that waits")
            .by(MANAGER)
            .shows("inte svarat")
            .shows("Klar")
            .reached(|scene| scene.open(&comments("em-skargardens-forskolor"))),
        Sample::of("/kommentarer/{id}", "read by an auditor")
            .by(AUDITOR)
            .shows("Det står i bilagan.")
            .reached(|scene| scene.open(&comments("rm-trygg-start"))),
        Sample::of("/kommentarer/{id}", "none")
            .by(CONTROLLER)
            .shows("Ingen har skrivit något än")
            .reached(|scene| scene.open(&comments("rm-klarar-grundskolan"))),
        Sample::of("/kommentarer/{id}", "many pages")
            .by(CONTROLLER)
            .shows("60 kommentarer")
            .reached(|scene| {
                let page = comments("rm-klarar-grundskolan");
                for number in 0..60 {
                    let text = format!("Rad {number}");
                    scene.browser.post(&page, &[("text", &text)]);
                }
                scene.open(&format!("{page}?sida=2"));
            }),
        Sample::of("/kommentarer/{id}", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("får inte läsa kommentarerna här")
            .reached(|scene| {
                scene.open(&comments("rm-trygg-start"));
                scene
                    .browser
                    .fill("Vad vill du säga eller fråga?", "Kan du titta, @Yvonne Strand?")
                    .press("Skriv kommentaren");
            }),
        Sample::of("/", "a question on the own page")
            .by(MANAGER)
            .shows("Frågor till dig")
            .reached(|scene| scene.open("/")),
    ]
}

fn changed() -> Vec<Sample> {
    vec![
        Sample::of("/kommentarer/{id}/{kommentar}", "one's own")
            .by(ABOVE)
            .shows("De gamla orden finns kvar i spåret")
            .reached(|scene| scene.open(&question())),
        Sample::of("/kommentarer/{id}/{kommentar}", "another's")
            .by(CONTROLLER)
            .shows("Varför tas den bort?")
            .reached(|scene| scene.open(&question())),
        Sample::of("/kommentarer/{id}/{kommentar}", "refused")
            .by(ABOVE)
            .status(422)
            .shows("heter Zorro")
            .reached(|scene| {
                scene.open(&question());
                let field = "Vad vill du säga eller fråga?";
                scene.browser.fill(field, "Och du, @Zorro?").press("Spara");
            }),
    ]
}

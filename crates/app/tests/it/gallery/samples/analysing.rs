//! Analyses: the list, the steps in their states, questions, and the conclusions of a year.

use super::super::sample::{Sample, Start};
use super::{ABOVE, AUDITOR, CONTROLLER, MANAGER, READER};
use crate::kit::id;

fn planted(word: &str) -> String {
    format!("/analys/{}", id("analysis", word))
}

fn absence() -> String {
    planted("sjukfranvaro-forskolor")
}

fn start() -> String {
    planted("trygg-start")
}

fn step(route_state: &'static str) -> Sample {
    Sample::of("/analys/{id}/steg/{steg}", route_state)
}

pub(super) fn samples() -> Vec<Sample> {
    let mut all = beginning();
    all.extend(steps());
    all.extend(questions());
    all.extend(whole());
    all
}

fn beginning() -> Vec<Sample> {
    vec![
        Sample::of("/analyser", "analyses in different steps")
            .by(CONTROLLER)
            .shows("Styrmodellen själv")
            .reached(|scene| scene.open("/analyser")),
        Sample::of("/analyser", "nothing yet")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Ingen analys finns här än")
            .reached(|scene| scene.open("/analyser")),
        Sample::of("/analyser/ny", "something in words")
            .by(MANAGER)
            .shows("Vad ska analysen handla om?")
            .reached(|scene| scene.open("/analyser/ny")),
        Sample::of("/analyser/ny", "of a measure")
            .by(MANAGER)
            .shows("Analysera Sjukfrånvaro")
            .reached(|scene| {
                let measure = id("element", "sjukfranvaro");
                scene.open(&format!("/analyser/ny?sort=measure&om={measure}"));
            }),
        Sample::of("/analyser/ny", "refused").by(MANAGER).status(422).shows("Fyll i").reached(
            |scene| {
                scene.open("/analyser/ny");
                scene.browser.press("Börja analysen");
            },
        ),
        Sample::of("/analyser/budgetdialog", "conclusions by committee")
            .by(READER)
            .shows("Frånvaron stiger där tjänster står tomma")
            .reached(|scene| scene.open("/analyser/budgetdialog")),
        Sample::of("/analyser/budgetdialog", "nothing yet")
            .by(CONTROLLER)
            .at(Start::Empty)
            .shows("Inga slutsatser än")
            .reached(|scene| scene.open("/analyser/budgetdialog")),
    ]
}

fn steps() -> Vec<Sample> {
    vec![
        step("what the figures say")
            .by(ABOVE)
            .shows("Granska fakta")
            .reached(|scene| scene.open(&format!("{}/steg/1", start()))),
        step("against target levels")
            .by(ABOVE)
            .shows("Mot styrtalen")
            .reached(|scene| scene.open(&format!("{}/steg/2", start()))),
        step("what moves together")
            .by(ABOVE)
            .shows("Identifiera mönster")
            .reached(|scene| scene.open(&format!("{}/steg/3", start()))),
        step("what happened")
            .by(ABOVE)
            .shows("Händelser, aktiviteter och beslut")
            .reached(|scene| scene.open(&format!("{}/steg/4", start()))),
        step("a question waits")
            .by(ABOVE)
            .shows("Sent")
            .reached(|scene| scene.open(&format!("{}/steg/5", start()))),
        step("a conclusion that is read")
            .by(READER)
            .shows("Frånvaron stiger där tjänster står tomma")
            .reached(|scene| scene.open(&format!("{}/steg/6", absence()))),
        step("refused").by(ABOVE).status(422).shows("Skriv en slutsats").reached(|scene| {
            scene.open(&format!("{}/steg/6", start()));
            scene.browser.press("Klart, nästa steg");
        }),
        step("met another's change")
            .by(ABOVE)
            .status(409)
            .shows("Kerstin Öberg ändrade medan du skrev")
            .reached(|scene| {
                let here = format!("{}/steg/6", start());
                scene.open(&here);
                let mut other = scene.other(CONTROLLER);
                other.open(&here).fill("Slutsats", "Kerstins").press("Spara");
                scene.browser.fill("Slutsats", "Lenas").press("Spara");
            }),
        step("concluded meanwhile")
            .by(MANAGER)
            .status(409)
            .shows("Din text är inte sparad där")
            .reached(|scene| {
                let here = format!("{}/steg/6", absence());
                let sent = [("version", "1"), ("slutsats", "För sent.")];
                scene.browser.post_and_show(&here, &sent);
            }),
        step("of the steering model")
            .by(CONTROLLER)
            .shows("Styrmodellen i siffror")
            .reached(|scene| scene.open(&format!("{}/steg/1", planted("styrmodellen")))),
        step("in a meeting")
            .by(ABOVE)
            .shows("Lämna mötesläget")
            .reached(|scene| scene.open(&format!("{}/steg/2?visa=mote", start()))),
    ]
}

fn questions() -> Vec<Sample> {
    vec![
        Sample::of("/analys/{id}/fragor/{fraga}", "to be answered")
            .by(MANAGER)
            .shows("Skicka svaret")
            .reached(|scene| {
                let question = id("analysis_question", "trygg-start");
                scene.open(&format!("{}/fragor/{question}", start()));
            }),
        Sample::of("/analys/{id}/fragor", "refused")
            .by(ABOVE)
            .status(422)
            .shows("Ställ frågan")
            .reached(|scene| {
                scene.open(&format!("{}/steg/5", start()));
                scene.browser.press("Ställ frågan");
            }),
    ]
}

fn whole() -> Vec<Sample> {
    vec![
        Sample::of("/analys/{id}/atgard", "what is to be done")
            .by(ABOVE)
            .shows("Föreslå en åtgärd")
            .reached(|scene| scene.open(&format!("{}/atgard", start()))),
        Sample::of("/analys/{id}/atgard", "refused")
            .by(ABOVE)
            .status(422)
            .shows("Föreslå en åtgärd")
            .reached(|scene| {
                scene.open(&format!("{}/atgard", start()));
                scene.browser.press("Föreslå en åtgärd");
            }),
        Sample::of("/analys/{id}", "under way")
            .by(ABOVE)
            .shows("En fråga väntar på svar")
            .reached(|scene| scene.open(&start())),
        Sample::of("/analys/{id}", "concluded")
            .by(READER)
            .shows("Avslutad 25 augusti 2026 av Amira Lindqvist")
            .reached(|scene| scene.open(&absence())),
        Sample::of("/analys/{id}", "only read")
            .by(AUDITOR)
            .shows("Pågår")
            .reached(|scene| scene.open(&start())),
        Sample::of("/analys/{id}", "thrown away").by(ABOVE).shows("Analysen är slängd").reached(
            |scene| {
                scene.open(&start());
                scene.browser.press("Släng");
            },
        ),
        Sample::of("/analys/{id}/medverkande", "one takes part")
            .by(ABOVE)
            .shows("Började analysen")
            .reached(|scene| scene.open(&format!("{}/medverkande", start()))),
        Sample::of("/analys/{id}/oppna", "asks why")
            .by(MANAGER)
            .shows("Varför öppnas den igen?")
            .reached(|scene| scene.open(&format!("{}/oppna", absence()))),
        Sample::of("/analys/{id}/oppna", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Fyll i")
            .reached(|scene| {
                scene.open(&format!("{}/oppna", absence()));
                scene.browser.press("Öppna igen");
            }),
    ]
}

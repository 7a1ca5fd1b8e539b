//! Judging: outside a round, weights, and what differs from the proposal.

use super::super::sample::Sample;
use super::{AUDITOR, CONTROLLER};
use crate::kit::{Browser, id};

fn address(word: &str, step: &str) -> String {
    format!("/mal/{}{step}", id("element", word))
}

/// Sends a judgement for August.
fn send(browser: &mut Browser, word: &str, more: &[(&str, &str)]) {
    let mut fields = vec![("period", "2026-08")];
    fields.extend(more);
    browser.post_and_show(&address(word, "/bedom"), &fields);
}

pub(super) fn samples() -> Vec<Sample> {
    let judge = |state| Sample::of("/mal/{id}/bedom", state).by(CONTROLLER);
    let weigh = |state| Sample::of("/mal/{id}/vikter", state).by(CONTROLLER);
    let list = |state| Sample::of("/avsteg", state).by(AUDITOR);
    vec![
        judge("outside a round")
            .shows("Vems bedömning är det?")
            .reached(|scene| scene.open(&address("rm-trygg-start", "/bedom"))),
        judge("a forecast, on its own scale")
            .shows("Bedöms uppnås")
            .reached(|scene| scene.open(&address("rm-trygg-start", "/bedom?slag=prognos"))),
        judge("two questions first")
            .shows("Hur stor del av målet täcker det som redovisas?")
            .reached(|scene| scene.open(&address("im-uppvaxt", "/bedom"))),
        judge("another level without a reason").status(422).shows("Skriv varför").reached(
            |scene| {
                let fields = [("steg", "central"), ("bedomning", "inte")];
                send(&mut scene.browser, "rm-trygg-start", &fields);
            },
        ),
        judge("what another has judged stands")
            .status(409)
            .shows("Någon annan har redan bedömt här")
            .reached(|scene| {
                let (word, central) = ("em-skargardens-forskolor", ("steg", "central"));
                let fields = [central, ("bedomning", "delvis"), ("skal", "Så ser det ut.")];
                send(&mut scene.other(super::ABOVE), word, &fields);
                send(&mut scene.browser, word, &fields);
            }),
        weigh("equal until somebody says otherwise")
            .shows("Ett heltal från 1 till 100")
            .reached(|scene| scene.open(&address("pm-rent-och-helt", "/vikter"))),
        weigh("a weight that is no number")
            .status(422)
            .shows("Skriv ett heltal från 1 till 100")
            .reached(|scene| {
                scene.browser.post_and_show(&address("pm-rent-och-helt", "/vikter"), &[]);
            }),
        Sample::of("/mal/{id}", "judged by two stages, from weighted measures")
            .by(CONTROLLER)
            .shows("Ändra vikter")
            .reached(|scene| scene.open(&address("pm-rent-och-helt", ""))),
        list("what differs").shows("för tredje året").reached(|scene| scene.open("/avsteg")),
        list("nothing differs")
            .shows("Inga avsteg")
            .reached(|scene| scene.open("/avsteg?period=2019")),
    ]
}

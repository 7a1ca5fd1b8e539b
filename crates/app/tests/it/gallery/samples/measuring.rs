//! Measures and their values, one at a time and by file.

use super::super::sample::{Sample, Scene};
use super::{ADMINISTRATOR, CONTROLLER, MANAGER, READER};
use crate::kit::id;

const HEAD: &str = "matt;enhet;uppdelning;period;tillstand;varde;kvalitet";
const FIELD: &str = "Värde, procent";
const PLACE: &str = "Sjukfrånvaro;Skärgårdens förskolor;";

fn sick_leave(step: &str) -> String {
    let unit = id("org", "skargardens-forskolor");
    format!("/matt/{}{step}?enhet={unit}", id("element", "sjukfranvaro"))
}

fn safety(step: &str) -> String {
    format!("/matt/{}{step}", id("element", "trygga-vardnadshavare"))
}

fn two_sources(step: &str) -> String {
    let unit = id("org", "hamnens-forskolor");
    format!("/matt/{}{step}?enhet={unit}", id("element", "trygga-vardnadshavare"))
}

fn look(scene: &mut Scene, rows: &[&str]) {
    let file = format!("{HEAD}\n{}", rows.join("\n"));
    scene.browser.open("/matt/inlasning").upload("Fil", "värden.csv", file.as_bytes());
    scene.browser.press("Granska filen");
}

fn other_headings(scene: &mut Scene) {
    let file = "Förskola;Nyckeltal;Månad;Utfall\nSkärgårdens fsk;Sjukfrånvaro;2026-08;9,9\n";
    scene.browser.open("/matt/inlasning").upload("Fil", "förskolor.csv", file.as_bytes());
    scene.browser.press("Granska filen");
}

fn one_value() -> String {
    format!("{PLACE};2026-08;;9,9;granskat")
}

pub(super) fn samples() -> Vec<Sample> {
    let all =
        [shown(), counted(), compared(), recorded(), marked(), filled_in(), defined(), read_in()];
    all.into_iter().flatten().collect()
}

fn shown() -> Vec<Sample> {
    vec![
        Sample::of("/matt", "ordinary")
            .by(READER)
            .shows("Barn per årsarbetare")
            .reached(|scene| scene.open("/matt")),
        Sample::of("/matt", "nothing found")
            .by(READER)
            .shows("Inget mått matchar")
            .reached(|scene| scene.open("/matt?q=finnsinte")),
        Sample::of("/matt/{id}", "a signal in one unit")
            .by(MANAGER)
            .shows("Så läser du diagrammet")
            .reached(|scene| scene.open(&sick_leave(""))),
        Sample::of("/matt/{id}", "the whole municipality")
            .by(READER)
            .shows("Sjukfrånvaro")
            .reached(|scene| scene.open(&format!("/matt/{}", id("element", "sjukfranvaro")))),
        Sample::of("/matt/{id}", "two sources that differ")
            .by(CONTROLLER)
            .shows("Värden från flera källor")
            .reached(|scene| scene.open(&two_sources(""))),
        Sample::of("/matt/{id}/kalla", "ordinary")
            .by(CONTROLLER)
            .shows("Välj vilket värde som används")
            .reached(|scene| {
                scene.open(&two_sources(""));
                scene.browser.follow("Välj källa");
            }),
        Sample::of("/matt/{id}/kalla", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Skriv varför värdet ändras")
            .reached(|scene| {
                scene.open(&two_sources(""));
                scene.browser.follow("Välj källa").press("Spara");
            }),
        Sample::of("/matt/{id}", "not there")
            .by(READER)
            .status(404)
            .shows("Sidan finns inte")
            .reached(|scene| scene.open(&format!("/matt/{}", crate::matrix::UNKNOWN))),
    ]
}

fn counted() -> Vec<Sample> {
    let form = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        form("/matt/{id}/antal", "the first day")
            .shows("Inget värde för en grupp är registrerat")
            .reached(|scene| {
                let unit = id("org", "valnamnden");
                scene.open(&format!("/matt/{}/antal?enhet={unit}", id("element", "sjukfranvaro")));
            }),
        form("/matt/{id}/antal", "the numbers of groups")
            .shows("Rätta antalet")
            .reached(|scene| scene.open(&sick_leave("/antal"))),
        form("/matt/{id}/antal", "a form").shows("Hur många personer gäller värdet?").reached(
            |scene| {
                scene.open(&sick_leave("/antal"));
                scene.browser.follow("Rätta antalet");
            },
        ),
        form("/matt/{id}/antal", "refused").status(422).shows("antal").reached(|scene| {
            scene.open(&sick_leave("/antal"));
            scene.browser.follow("Rätta antalet");
            scene.browser.fill("Hur många personer gäller värdet?", "många").press("Spara");
        }),
    ]
}

fn compared() -> Vec<Sample> {
    let form = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        form("/matt/{id}/enheter", "intervals of few units")
            .shows("skiljer sig mer än slumpen")
            .reached(|scene| {
                scene.open(&format!("/matt/{}/enheter", id("element", "trygga-sabo")));
            }),
        form("/matt/{id}/enheter", "each over time")
            .shows("Enheter med en förändring nu står först")
            .reached(|scene| scene.open(&safety("/enheter?vy=tid"))),
        form("/matt/{id}/enheter", "no share of people")
            .shows("Det går inte att säga om skillnaderna är större än slumpen")
            .reached(|scene| scene.open(&sick_leave("/enheter"))),
        form("/matt/{id}/kostnad", "a cross of medians")
            .shows("lägre Kostnad per barn, bättre")
            .reached(|scene| {
                let cost = id("element", "kostnad-per-barn");
                scene.open(&format!("{}?mot={cost}", safety("/kostnad")));
            }),
        form("/matt/{id}/kostnad", "nothing chosen")
            .shows("Det andra måttet")
            .reached(|scene| scene.open(&safety("/kostnad"))),
        form("/starkt-och-svagt", "what is strong and weak")
            .shows("Starkt och svagt")
            .reached(|scene| scene.open("/starkt-och-svagt")),
        form("/matt/{id}/raknat", "every figure")
            .shows("Så räknades det")
            .reached(|scene| scene.open(&sick_leave("/raknat"))),
        form("/matt/{id}/samband", "what moves along")
            .shows("Vad rör sig tillsammans?")
            .reached(|scene| scene.open(&sick_leave("/samband"))),
        form("/matt/{id}/samband", "nothing to compare with")
            .shows("Det finns inget att jämföra med än")
            .reached(|scene| {
                let unit = id("org", "valnamnden");
                scene
                    .open(&format!("/matt/{}/samband?enhet={unit}", id("element", "sjukfranvaro")));
            }),
    ]
}

fn recorded() -> Vec<Sample> {
    let form = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        form("/matt/{id}/varde", "a form")
            .shows("Vad vet ni?")
            .reached(|scene| scene.open(&sick_leave("/varde"))),
        form("/matt/{id}/varde", "refused").status(422).shows("Skriv ett tal").reached(|scene| {
            scene.open(&sick_leave("/varde"));
            scene.browser.fill(FIELD, "många").press("Spara värdet");
        }),
        form("/matt/{id}/varde", "a correction without its reason")
            .status(422)
            .shows("Varför ändras värdet?")
            .reached(|scene| {
                scene.open(&format!("{}&period=2026-03", sick_leave("/varde")));
                scene.browser.fill(FIELD, "6,9").press("Spara värdet");
            }),
        form("/matt/{id}/varde", "the role does not reach")
            .by(READER)
            .status(403)
            .shows("Du kan inte se eller göra det här")
            .reached(|scene| scene.open(&sick_leave("/varde"))),
    ]
}

fn marked() -> Vec<Sample> {
    let form = |route, state| Sample::of(route, state).by(ADMINISTRATOR);
    vec![
        form("/matt/{id}/styrtal", "a form")
            .shows("Period")
            .reached(|scene| scene.open(&sick_leave("/styrtal"))),
        form("/matt/{id}/varde/enheternas", "a form")
            .shows("Varför tas det egna värdet bort?")
            .reached(|scene| {
                let at = id("org", "utbildningsnamnden");
                let to = format!("/matt/{}/varde", id("element", "sjukfranvaro"));
                let fields = [
                    ("enhet", at.as_str()),
                    ("period", "2026-06"),
                    ("tillstand", "matt"),
                    ("varde", "1,5"),
                    ("kvalitet", "verified"),
                    ("skal", "Egen mätning."),
                ];
                scene.browser.post(&to, &fields);
                scene.open(&format!("{to}/enheternas?enhet={at}&period=2026-06"));
            }),
        form("/matt/{id}/brytpunkt/ratta", "a form").shows("Varför ändrar du?").reached(|scene| {
            scene.open(&format!("{}&slag=work&fran=2024-09", sick_leave("/brytpunkt/ratta")));
        }),
        form("/matt/{id}/brytpunkt", "a form")
            .shows("Varför börjar jämförelsen om?")
            .reached(|scene| scene.open(&sick_leave("/brytpunkt"))),
        form("/matt/{id}/handelse", "a form")
            .shows("Vad hände?")
            .reached(|scene| scene.open(&sick_leave("/handelse"))),
        Sample::of("/matt/{id}/varde", "recorded by two")
            .by(MANAGER)
            .status(409)
            .shows("Ett annat värde registrerades medan du skrev: Johan Åkerlund")
            .reached(|scene| {
                scene.open(&sick_leave("/varde"));
                let mut other = scene.other(ADMINISTRATOR);
                other.open(&sick_leave("/varde")).fill(FIELD, "9,7").press("Spara värdet");
                scene.browser.fill(FIELD, "9,9").press("Spara värdet");
            }),
    ]
}

fn grid() -> String {
    format!("/matvarden?enhet={}", id("org", "skargardens-forskolor"))
}

fn filled_in() -> Vec<Sample> {
    const AUGUST: &str = "Sjukfrånvaro augusti 2026";
    let of = |route, state| Sample::of(route, state).by(MANAGER);
    vec![
        of("/matvarden", "ordinary").shows("Varje månad 2026").reached(|scene| {
            scene.open(&grid());
        }),
        of("/matvarden", "one measure over org units")
            .by(ADMINISTRATOR)
            .shows("Centralskolan")
            .reached(|scene| {
                scene.open(&format!("/matvarden?matt={}", id("element", "sjukfranvaro")));
            }),
        of("/matvarden", "saved").shows("Ett värde är sparat").reached(|scene| {
            scene.open(&grid());
            scene.browser.fill(AUGUST, "9,4").press("Spara värdena");
        }),
        of("/matvarden", "refused").status(422).shows("Skriv ett tal").reached(|scene| {
            scene.open(&grid());
            scene.browser.fill(AUGUST, "många");
            scene.browser.press("Spara värdena");
        }),
        of("/matvarden", "another was faster").status(409).shows("Nu står det 9,7 här").reached(
            |scene| {
                scene.open(&grid());
                let mut other = scene.other(ADMINISTRATOR);
                other.open(&grid()).fill(AUGUST, "9,7").press("Spara värdena");
                scene.browser.fill(AUGUST, "9,9").press("Spara värdena");
            },
        ),
    ]
}

/// The form of new words for a decided measure.
fn new_wording(scene: &mut Scene) -> String {
    let new = "0198f000000070008000000000000031";
    let begin = format!("/mal/{}/ersatt", id("element", "sjukfranvaro"));
    scene.browser.post(&begin, &[("id", new)]);
    format!("/matt/{new}/andra")
}

#[expect(clippy::too_many_lines, reason = "a table of states")]
fn defined() -> Vec<Sample> {
    vec![
        Sample::of("/matt/nytt", "a form")
            .by(CONTROLLER)
            .shows("Beskriv måttet")
            .reached(|scene| scene.open("/matt/nytt")),
        Sample::of("/matt", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Det finns fel i formuläret")
            .reached(|scene| {
                scene.browser.open("/matt/nytt").fill("Källa", "Enkäten i mars").press("Spara");
            }),
        Sample::of("/matt/{id}/andra", "a form").by(ADMINISTRATOR).shows("Ändra måttet").reached(
            |scene| {
                let address = new_wording(scene);
                scene.open(&address);
            },
        ),
        Sample::of("/matt/{id}/uppdelning", "a form")
            .by(ADMINISTRATOR)
            .shows("Uppdelningar")
            .reached(|scene| {
                let address = new_wording(scene).replace("/andra", "/uppdelning");
                scene.open(&address);
            }),
        Sample::of("/matt/{id}/uppdelning", "refused")
            .by(ADMINISTRATOR)
            .status(422)
            .shows("är ingen uppdelning")
            .reached(|scene| {
                let address = new_wording(scene).replace("/andra", "/uppdelning");
                scene.open(&address);
                scene.browser.fill("Uppdelningar", "kvinnor och män").press("Spara");
            }),
        Sample::of("/matt/{id}/kontrollfraga", "a form")
            .by(ADMINISTRATOR)
            .shows("Inte besvarat än")
            .reached(|scene| {
                scene.open(&format!("/matt/{}/kontrollfraga", id("element", "barnlan")));
            }),
        Sample::of("/matt/{id}/kontrollfraga", "refused")
            .by(ADMINISTRATOR)
            .status(422)
            .shows("Det är ingen adress")
            .reached(|scene| {
                scene.open(&format!("/matt/{}/kontrollfraga", id("element", "barnlan")));
                scene.browser.fill("Länk till definitionen", "kolada").press("Spara");
            }),
        Sample::of("/matt/{id}", "about too few").by(READER).shows("visas inte").reached(|scene| {
            let unit = id("org", "nattpatrullen");
            scene.open(&format!("/matt/{}?enhet={unit}", id("element", "sjukfranvaro")));
        }),
        Sample::of("/matt/{id}/formel", "a form").by(ADMINISTRATOR).shows("Mått A").reached(
            |scene| {
                let address = new_wording(scene).replace("/andra", "/formel");
                scene.open(&address);
            },
        ),
        Sample::of("/matt/{id}/formel", "refused")
            .by(ADMINISTRATOR)
            .status(422)
            .shows("är inget av de mått du har valt")
            .reached(|scene| {
                let address = new_wording(scene).replace("/andra", "/formel");
                scene.open(&address);
                scene.browser.fill("Så räknas värdet ut", "A / B * 100").press("Spara");
            }),
        Sample::of("/matt/{id}", "computed from others")
            .by(READER)
            .shows("Så räknas värdet ut")
            .reached(|scene| scene.open(&format!("/matt/{}", id("element", "simhallens-andel")))),
        Sample::of("/matt/{id}", "another was faster")
            .by(ADMINISTRATOR)
            .status(409)
            .shows("Någon annan har ändrat måttet medan du skrev")
            .reached(|scene| {
                let address = new_wording(scene);
                scene.open(&address);
                let mut other = scene.other(ADMINISTRATOR);
                other.open(&address).fill("Källa", "Enkäten i mars").press("Spara");
                scene.browser.fill("Källa", "Lönesystemet").press("Spara");
            }),
    ]
}

#[expect(clippy::too_many_lines, reason = "a list, not a procedure")]
fn read_in() -> Vec<Sample> {
    vec![
        Sample::of("/matt/inlasning", "ordinary")
            .by(ADMINISTRATOR)
            .shows("Så ska filen se ut")
            .reached(|scene| scene.open("/matt/inlasning")),
        Sample::of("/matt/inlasning", "refused")
            .by(ADMINISTRATOR)
            .status(422)
            .shows("inte ett kalkylark eller en CSV-fil")
            .reached(|scene| {
                scene.browser.open("/matt/inlasning").upload(
                    "Fil",
                    "bild.png",
                    b"\x89PNG\x01\x02\xff",
                );
                scene.browser.press("Granska filen");
            }),
        Sample::of("/matt/inlasning/{id}/kolumner", "a file with other headings")
            .by(ADMINISTRATOR)
            .shows("Vad betyder kolumnerna?")
            .reached(other_headings),
        Sample::of("/matt/inlasning/{id}/kolumner", "refused")
            .by(ADMINISTRATOR)
            .status(422)
            .shows("Välj den kolumn i filen där det står")
            .reached(|scene| {
                other_headings(scene);
                scene.browser.pick("Värde", "Finns inte i filen").press("Fortsätt");
            }),
        Sample::of("/matt/inlasning/{id}", "names that are not known")
            .by(ADMINISTRATOR)
            .shows("Namn som inte känns igen")
            .reached(|scene| {
                other_headings(scene);
                scene.browser.press("Fortsätt");
            }),
        Sample::of("/matt/inlasning/{id}", "looked at")
            .by(ADMINISTRATOR)
            .shows("Ingenting är sparat än.")
            .reached(|scene| look(scene, &[&one_value()])),
        Sample::of("/matt/inlasning/{id}", "looked at, with rows that are wrong")
            .by(ADMINISTRATOR)
            .shows("Rader som inte kan läsas in")
            .reached(|scene| {
                look(
                    scene,
                    &[
                        &one_value(),
                        "Sjukfranvaro;Skärgårdens förskolor;;2026-07;;8;",
                        &format!("{PLACE};2026-06;;108;"),
                    ],
                );
            }),
        Sample::of("/matt/inlasning/{id}", "read in")
            .by(ADMINISTRATOR)
            .shows("Ett värde är inläst")
            .reached(|scene| {
                look(scene, &[&one_value()]);
                scene.browser.press("Läs in ett värde");
            }),
        Sample::of("/matt/inlasning/{id}/las-in", "changed since it was looked at")
            .by(ADMINISTRATOR)
            .status(409)
            .shows("Något har ändrats sedan du granskade filen")
            .reached(|scene| {
                look(scene, &[&one_value()]);
                let mut other = scene.other(ADMINISTRATOR);
                let file = format!("{HEAD}\n{PLACE};2026-08;;9,7;");
                other.open("/matt/inlasning").upload("Fil", "andra.csv", file.as_bytes());
                other.press("Granska filen").press("Läs in ett värde");
                scene.browser.press("Läs in ett värde");
            }),
        Sample::of("/matt/inlasning/{id}", "undone")
            .by(ADMINISTRATOR)
            .shows("Inläsningen är ångrad")
            .reached(|scene| {
                look(scene, &[&one_value()]);
                scene.browser.press("Läs in ett värde").press("Ångra inläsningen");
            }),
    ]
}

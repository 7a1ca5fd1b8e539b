//! Planning: what is written, proposed, adopted, superseded, linked and told about.

use super::super::sample::{Sample, Scene};
use super::{CONTROLLER, MANAGER, NEW, READER, STAFF};
use crate::kit::{Browser, id};

const SUCCESSOR: &str = "0198f000000070008000000000000002";

/// The form where a committee says that a goal does not concern it.
fn declining() -> String {
    format!("/planera/avsta?enhet={}&mal={}", id("org", "miljonamnden"), id("element", "im-bygga"))
}

fn goal(word: &str) -> String {
    format!("/mal/{}", id("element", word))
}

/// A draft of a result goal under the demo's.
fn draft(browser: &mut Browser) {
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let fields = [
        ("id", NEW),
        ("typ", "resultatmal"),
        ("titel", "Alla barn läser"),
        ("agare", &owner),
        ("under", &parent),
    ];
    let reply = browser.post("/mal", &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
}

fn adopted(browser: &mut Browser, goal: &str, version: i64) {
    let (body, chosen) = (id("org", "utbildningsnamnden"), format!("{goal}/{version}"));
    let fields =
        [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "12"), ("mal", &chosen)];
    let reply = browser.post(&format!("/mal/{goal}/beslut"), &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
}

fn of_draft(scene: &mut Scene, step: &str) {
    draft(&mut scene.browser);
    scene.open(&format!("/mal/{NEW}{step}"));
}

/// The activity that the demo's unit is in the middle of.
fn activity(step: &str) -> String {
    format!("/aktivitet/{}{step}", id("element", "akt-handledning-i-lekpedagogik"))
}

pub(super) fn samples() -> Vec<Sample> {
    [read(), written(), linked(), decided(), told()].into_iter().flatten().collect()
}

#[expect(clippy::too_many_lines, reason = "a table of states")]
fn read() -> Vec<Sample> {
    let map = |state| Sample::of("/trad", state).by(READER);
    vec![
        map("the map").shows("Röda tråden").reached(|scene| scene.open("/trad")),
        map("the map, one goal followed").shows("Trygg").reached(|scene| {
            scene.open(&format!("/trad?fokus={}", id("element", "rm-trygg-start")));
        }),
        map("what deviates").shows("Bara det som avviker").reached(|scene| {
            scene.open("/trad?avviker=ja");
        }),
        map("as a list").shows("Hela tråden rad för rad").reached(|scene| {
            scene.open("/trad?vy=lista&djup=2");
        }),
        map("as a list for those who plan")
            .by(CONTROLLER)
            .shows("Ändra de valda")
            .shows("Spara den här vyn")
            .reached(|scene| scene.open("/trad?vy=lista&typ=aktivitet")),
        map("nothing fits").shows("Inget passar urvalet").reached(|scene| {
            scene.open("/trad?vy=lista&lage=draft&avviker=1&typ=finnsinte");
        }),
        map("as a grid").shows("Därför finns inget åtagande").reached(|scene| {
            scene.open("/trad?vy=rutnat");
        }),
        map("in words, narrowed").shows("träffar").reached(|scene| {
            scene.open("/trad?vy=ord&avviker=1");
        }),
        Sample::of("/trad/andra", "what will change and what will not")
            .by(MANAGER)
            .shows("Det är beslutat och ändras med ett nytt beslut.")
            .reached(|scene| {
                let rows =
                    ["em-skargardens-forskolor", "rm-trygg-start"].map(|row| id("element", row));
                scene.open(&format!(
                    "/trad/andra?rad={}&rad={}&vad=slut&till=2027-01-01&visa=1",
                    rows[0], rows[1]
                ));
            }),
        Sample::of("/trad/andra", "handing over")
            .by(CONTROLLER)
            .shows("Lämna över ansvaret från")
            .shows("Blir")
            .reached(|scene| {
                let (from, to) = (id("person", "lena-holm"), id("person", "omar-haddad"));
                scene.open(&format!("/trad/andra?person={from}&vad=ansvarig&till={to}&visa=1"));
            }),
        Sample::of("/trad/andra", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Välj vad det ska bli")
            .reached(|scene| {
                let row = id("element", "rm-trygg-start");
                scene.browser.open(&format!("/trad/andra?rad={row}&vad=under"));
                scene.browser.press("Visa vad som ändras");
            }),
        Sample::of("/trad/andra", "nothing chosen")
            .by(CONTROLLER)
            .shows("Inget är valt")
            .reached(|scene| scene.open("/trad/andra")),
        Sample::of("/trad/andrat/{id}", "done")
            .by(CONTROLLER)
            .shows("Ta tillbaka ändringen")
            .reached(|scene| {
                let (row, to) = (id("element", "rm-trygg-start"), id("person", "omar-haddad"));
                scene.browser.open(&format!("/trad/andra?rad={row}&vad=ansvarig&till={to}&visa=1"));
                scene.browser.press("Ändra en");
            }),
        Sample::of("/trad/andrat/{id}", "taken back")
            .by(CONTROLLER)
            .shows("Ändringen togs tillbaka")
            .reached(|scene| {
                let (row, to) = (id("element", "rm-trygg-start"), id("person", "omar-haddad"));
                scene.browser.open(&format!("/trad/andra?rad={row}&vad=ansvarig&till={to}&visa=1"));
                scene.browser.press("Ändra en").press("Ta tillbaka ändringen");
            }),
        Sample::of("/ramverk", "which there are")
            .by(READER)
            .shows("Agenda 2030")
            .shows("Sveriges miljökvalitetsmål")
            .reached(|scene| scene.open("/ramverk")),
        Sample::of("/ramverk/nytt", "a form")
            .by("Johan Åkerlund")
            .shows("Folkhälsopolitikens målområden")
            .reached(|scene| scene.open("/ramverk/nytt")),
        Sample::of("/ramverk/nytt", "refused")
            .by("Johan Åkerlund")
            .status(422)
            .shows("Texten går inte att läsa")
            .reached(|scene| {
                scene.browser.open("/ramverk/nytt").fill("Målen", "mal: [").press("Läs in");
            }),
        Sample::of("/mal/{id}/ramverk", "nothing is chosen")
            .by(CONTROLLER)
            .shows("Kommunen använder inga mål utifrån än")
            .reached(|scene| {
                scene.open(&format!("/mal/{}/ramverk", id("element", "rm-trygg-start")));
            }),
        Sample::of("/mal/{id}/ramverk", "what can be ticked")
            .by(CONTROLLER)
            .shows("God utbildning för alla")
            .reached(|scene| {
                let mut administrator = scene.other("Johan Åkerlund");
                administrator.open("/ramverk/agenda2030").press("Använd i kommunen");
                scene.open(&format!("/mal/{}/ramverk", id("element", "rm-trygg-start")));
            }),
        Sample::of("/ramverk/{pack}", "not chosen")
            .by(READER)
            .shows("Myllrande våtmarker")
            .reached(|scene| scene.open("/ramverk/miljokvalitetsmal")),
        Sample::of("/ramverk/{pack}", "chosen")
            .by("Johan Åkerlund")
            .shows("Sluta använda")
            .reached(|scene| {
                scene.browser.open("/ramverk/miljokvalitetsmal").press("Använd i kommunen");
            }),
        Sample::of("/trad/vyer", "none")
            .by(READER)
            .shows("Du har inga sparade vyer än")
            .reached(|scene| scene.open("/trad/vyer")),
        Sample::of("/trad/vyer", "a form").by(READER).shows("Vad ska vyn heta?").reached(|scene| {
            scene.browser.open("/trad?vy=lista&avviker=1").follow("Spara den här vyn");
        }),
        Sample::of("/trad/vyer", "refused")
            .by(READER)
            .status(422)
            .shows("Skriv vad vyn ska heta")
            .reached(|scene| {
                scene.browser.open("/trad?vy=lista&avviker=1").follow("Spara den här vyn");
                scene.browser.press("Spara vyn");
            }),
        Sample::of("/trad/vyer", "one is kept").by(READER).shows("Det som går trögt").reached(
            |scene| {
                scene.browser.open("/trad?vy=lista&avviker=1").follow("Spara den här vyn");
                scene.browser.fill("Vad ska vyn heta?", "Det som går trögt").press("Spara vyn");
                scene.open("/trad/vyer");
            },
        ),
        map("in words").shows("Tråden i ord").reached(|scene| scene.open("/trad?vy=ord")),
        Sample::of("/mal/{id}", "adopted, with everything that hangs on it")
            .by(MANAGER)
            .shows("Kommunfullmäktige 17 november 2025")
            .shows("Kedjan")
            .reached(|scene| scene.open(&goal("rm-trygg-start"))),
        Sample::of("/mal/{id}", "not there")
            .by(MANAGER)
            .status(404)
            .shows("Sidan finns inte")
            .reached(|scene| scene.open(&format!("/mal/{}", crate::matrix::UNKNOWN))),
        Sample::of("/planera", "goals above that wait for an answer")
            .by(CONTROLLER)
            .shows("Mål som väntar på svar")
            .reached(|scene| {
                scene.open(&format!("/planera?enhet={}", id("org", "miljonamnden")));
            }),
        Sample::of("/planera/avsta", "a form")
            .by(CONTROLLER)
            .shows("Varför rör målet inte er?")
            .reached(|scene| scene.open(&declining())),
        Sample::of("/planera/avsta", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Skriv varför målet inte rör er")
            .reached(|scene| {
                scene.browser.open(&declining()).press("Lämna som förslag");
            }),
        Sample::of("/planera", "the manager's own")
            .by(MANAGER)
            .shows("Skärgårdens förskolor Planera")
            .reached(|scene| scene.open("/planera")),
        Sample::of("/planera", "the role does not reach")
            .by(READER)
            .status(403)
            .shows("Du kan inte se eller göra det här")
            .reached(|scene| scene.open("/planera")),
        Sample::of("/uppdrag", "ordinary")
            .by(READER)
            .shows("Minska barngruppernas storlek")
            .reached(|scene| scene.open("/uppdrag")),
        Sample::of("/modell", "ordinary")
            .by(READER)
            .shows("Resultatmål")
            .reached(|scene| scene.open("/modell")),
    ]
}

fn written() -> Vec<Sample> {
    vec![
        Sample::of("/mal/nytt", "a choice of types")
            .by(CONTROLLER)
            .shows("Välj vad du vill skriva")
            .reached(|scene| scene.open("/mal/nytt")),
        Sample::of("/mal/nytt", "a form")
            .by(CONTROLLER)
            .shows("Vad ska uppnås?")
            .reached(|scene| scene.open("/mal/nytt?typ=resultatmal")),
        Sample::of("/mal", "refused")
            .by(MANAGER)
            .status(422)
            .shows("Välj vem som ansvarar")
            .shows("Skriv när det ska vara klart")
            .reached(|scene| {
                let under = id("element", "em-skargardens-forskolor");
                scene.open(&format!("/mal/nytt?typ=aktivitet&under={under}"));
                scene.browser.fill("Förklaring", "Två gånger i veckan").press("Spara utkastet");
            }),
        Sample::of("/mal/{id}", "draft")
            .by(CONTROLLER)
            .shows("Gäller inte än.")
            .reached(|scene| of_draft(scene, "")),
        Sample::of("/mal/{id}/andra", "a draft in its form")
            .by(CONTROLLER)
            .shows("Vad ska uppnås?")
            .reached(|scene| of_draft(scene, "/andra")),
        Sample::of("/mal/{id}", "another was faster")
            .by(CONTROLLER)
            .status(409)
            .shows("Helena Frisk ändrade medan du skrev")
            .shows("Alla barn läser och räknar")
            .reached(|scene| {
                of_draft(scene, "/andra");
                let mut other = scene.other("Helena Frisk");
                other.open(&format!("/mal/{NEW}/andra"));
                other.fill("Vad ska uppnås?", "Alla barn läser och räknar").press("Spara utkastet");
                scene
                    .browser
                    .fill("Vad ska uppnås?", "Alla barn läser gärna")
                    .press("Spara utkastet");
            }),
    ]
}

fn linked() -> Vec<Sample> {
    vec![
        Sample::of("/mal/{id}/koppla", "linked upwards")
            .by(CONTROLLER)
            .shows("Ta bort kopplingen")
            .reached(|scene| of_draft(scene, "/koppla")),
        Sample::of("/mal/{id}/koppla", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Välj något i listan")
            .reached(|scene| {
                draft(&mut scene.browser);
                let address = format!("/mal/{NEW}/koppla");
                scene.browser.post_and_show(&address, &[("till", crate::matrix::UNKNOWN)]);
            }),
        Sample::of("/mal/{id}", "proposed").by(CONTROLLER).shows("Väntar på beslut.").reached(
            |scene| {
                of_draft(scene, "");
                scene.browser.press("Lämna som förslag");
            },
        ),
    ]
}

fn decided() -> Vec<Sample> {
    vec![
        Sample::of("/mal/{id}/beslut", "a proposal to decide on")
            .by(CONTROLLER)
            .shows("Vem beslutade?")
            .reached(|scene| {
                of_draft(scene, "");
                scene.browser.press("Lämna som förslag");
                scene.open(&format!("/mal/{NEW}/beslut"));
            }),
        Sample::of("/mal/{id}/beslut", "refused")
            .by(CONTROLLER)
            .status(422)
            .shows("Skriv paragrafen i protokollet")
            .reached(|scene| {
                of_draft(scene, "/beslut");
                scene.browser.press("Spara beslutet");
            }),
        Sample::of("/planera/beslut", "several proposals at once")
            .by(CONTROLLER)
            .shows("Vad beslutades?")
            .reached(|scene| {
                of_draft(scene, "");
                scene.browser.press("Lämna som förslag");
                let plan = format!("/planera/beslut?enhet={}", id("org", "utbildningsnamnden"));
                scene.open(&plan);
            }),
        Sample::of("/mal/{id}", "adopted just now")
            .by(CONTROLLER)
            .shows("Utbildningsnämnden 20 augusti 2026")
            .reached(|scene| {
                draft(&mut scene.browser);
                adopted(&mut scene.browser, NEW, 1);
                scene.open(&format!("/mal/{NEW}"));
            }),
        Sample::of("/mal/{id}", "a new wording on its way")
            .by(CONTROLLER)
            .shows("En ny lydelse är på väg")
            .reached(|scene| {
                let old = goal("rm-trygg-start");
                scene.browser.post(&format!("{old}/ersatt"), &[("id", SUCCESSOR)]);
                scene.open(&old);
            }),
        Sample::of("/mal/{id}", "superseded").by(CONTROLLER).shows("Gäller inte längre").reached(
            |scene| {
                let old = goal("rm-trygg-start");
                scene.browser.post(&format!("{old}/ersatt"), &[("id", SUCCESSOR)]);
                scene.open(&format!("/mal/{SUCCESSOR}/andra"));
                scene.browser.fill("Vad ska uppnås?", "Varje barn får en trygg och rolig start");
                scene.browser.press("Spara utkastet");
                adopted(&mut scene.browser, SUCCESSOR, 2);
                scene.open(&old);
            },
        ),
    ]
}

fn told() -> Vec<Sample> {
    vec![
        Sample::of("/aktiviteter", "ordinary")
            .by(READER)
            .shows("Aktiviteter")
            .reached(|scene| scene.open("/aktiviteter")),
        Sample::of("/aktivitet/{id}", "going on")
            .by(STAFF)
            .shows("Berätta hur det går")
            .reached(|scene| scene.open(&activity(""))),
        Sample::of("/aktivitet/{id}/framdrift", "a form")
            .by(STAFF)
            .shows("Hur långt har ni kommit?")
            .reached(|scene| scene.open(&activity("/framdrift"))),
        Sample::of("/aktivitet/{id}/framdrift", "refused")
            .by(STAFF)
            .status(422)
            .shows("Högst")
            .reached(|scene| {
                scene.open(&activity("/framdrift"));
                scene.browser.choose("Klar").fill("Vad har hänt?", &"å".repeat(9_000));
                scene.browser.press("Spara läget");
            }),
        Sample::of("/aktivitet/{id}/framdrift", "another was faster")
            .by(STAFF)
            .status(409)
            .shows("Någon annan har berättat om läget medan du skrev")
            .reached(|scene| {
                scene.open(&activity("/framdrift"));
                let mut other = scene.other(MANAGER);
                other.open(&activity("/framdrift")).choose("Klar").press("Spara läget");
                scene.browser.choose("Pausad").fill("Vad har hänt?", "Kursen är uppskjuten.");
                scene.browser.press("Spara läget");
            }),
        Sample::of("/aktivitet/{id}/framdrift", "the role does not reach")
            .by(READER)
            .status(403)
            .shows("Du kan inte se eller göra det här")
            .reached(|scene| scene.open(&activity("/framdrift"))),
    ]
}

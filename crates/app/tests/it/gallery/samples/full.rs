//! Long names and many rows: what Skärvik has, and far more of everything, written through the same
//! forms. Words are as long as the forms allow.

use super::super::sample::{Sample, Start};
use super::{ADMINISTRATOR, CONTROLLER};
use crate::kit::{TestApp, id};

/// More than a page of a list holds.
const MANY: usize = 205;
/// Org units beside the demo's.
const UNITS: usize = 30;

/// A word that does not break by itself, and a sentence as long as a title may be.
fn long(number: usize, kind: &str) -> String {
    let word = "Förskoleverksamhetsutvecklingsuppföljningsansvarigas";
    let start = format!("{kind} {number}: {word} ");
    let rest = "gemensamma åtagande för barn, elever, brukare och boende i hela skärgården ";
    start.chars().chain(rest.chars().cycle()).take(199).collect::<String>().trim_end().to_owned()
}

fn identity(kind: u8, number: usize) -> String {
    format!("0198f0000000700080000000{kind:02x}{number:06x}")
}

/// Skärvik with many rows of everything.
pub(in super::super) fn municipality() -> TestApp {
    let app = TestApp::new();
    let (mut planner, mut administrator) =
        (app.signed_in(CONTROLLER), app.signed_in(ADMINISTRATOR));
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let responsible = id("person", "amira-lindqvist");
    let made = |reply: crate::kit::Reply, what: &str| {
        assert_eq!(reply.status.as_u16(), 303, "{what}: {}", reply.text());
    };
    for number in 0..MANY {
        let (goal, activity) = (identity(1, number), identity(2, number));
        let title = long(number, "Mål");
        let mut fields = vec![
            ("id", goal.as_str()),
            ("typ", "resultatmal"),
            ("titel", &title),
            ("agare", &owner),
            ("under", &parent),
        ];
        made(planner.post("/mal", &fields), "a goal");
        let title = long(number, "Aktivitet");
        fields.splice(
            0..3,
            [("id", activity.as_str()), ("typ", "aktivitet"), ("titel", title.as_str())],
        );
        fields.pop();
        let under = identity(1, 0);
        fields.extend([
            ("under", under.as_str()),
            ("ansvarig", &responsible),
            ("till", "2026-12-01"),
        ]);
        made(planner.post("/mal", &fields), "an activity");
        let name: String = long(number, "Person").chars().take(100).collect();
        let (name, email) =
            (name.trim_end().to_owned(), format!("person-{number}@skarvik.example"));
        let fields =
            [("namn", name.as_str()), ("titel", "Verksamhetsutvecklingsledare"), ("epost", &email)];
        made(administrator.post("/personer", &fields), "a person");
    }
    let under = format!("/organisation/{}/ny", id("org", "utbildningsforvaltningen"));
    for number in 0..UNITS {
        let (unit, name) = (identity(3, number), long(number, "Enhet"));
        let fields =
            [("id", unit.as_str()), ("namn", &name), ("niva", "enhet"), ("fran", "2026-08-01")];
        made(administrator.post(&under, &fields), "an org unit");
    }
    app
}

fn full(route: &'static str) -> Sample {
    Sample::of(route, "long names and many rows").by(CONTROLLER).at(Start::Full)
}

pub(super) fn samples() -> Vec<Sample> {
    vec![
        full("/").shows("Kerstin").reached(|scene| scene.open("/")),
        full("/trad").shows("Förskoleverksamhetsutveckling").reached(|scene| {
            scene.open(&format!("/trad?fokus={}", identity(1, 3)));
        }),
        full("/trad/halsa").shows("Mål utan mått").reached(|scene| scene.open("/trad/halsa")),
        full("/mal/{id}").shows("Utkast").shows("Mål 0:").reached(|scene| {
            scene.open(&format!("/mal/{}", identity(1, 0)));
        }),
        full("/mal/{id}").shows("mål är uppnådda").reached(|scene| {
            scene.open(&format!("/mal/{}", id("element", "im-uppvaxt")));
        }),
        full("/planera").shows("Mål 12:").reached(|scene| {
            scene.open(&format!("/planera?enhet={}", id("org", "utbildningsnamnden")));
        }),
        full("/aktiviteter").shows("Aktivitet 1").reached(|scene| scene.open("/aktiviteter")),
        full("/aktiviteter").shows("Aktivitet").reached(|scene| scene.open("/aktiviteter?sida=2")),
        full("/aktivitet/{id}").shows("Aktivitet 5:").reached(|scene| {
            scene.open(&format!("/aktivitet/{}", identity(2, 5)));
        }),
        full("/personer").by(ADMINISTRATOR).shows("Person 1").reached(|scene| {
            scene.open("/personer?q=verksamhet");
        }),
        full("/organisation").shows("Enhet 12:").reached(|scene| scene.open("/organisation")),
        full("/organisation/{id}").shows("Enhet 3:").reached(|scene| {
            scene.open(&format!("/organisation/{}", identity(3, 3)));
        }),
        full("/folja-upp/namnd/{org}").shows("Utbildningsnämnden").reached(|scene| {
            scene.open(&format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden")));
        }),
        full("/spar").by(ADMINISTRATOR).shows("Äldre").reached(|scene| scene.open("/spar")),
    ]
}

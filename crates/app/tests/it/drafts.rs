//! What is not decided yet is seen by those who plan or read drafts where it belongs, and nowhere
//! by anybody else.

use crate::kit::{TestApp, id};
use crate::matrix::UNKNOWN;

const CONTROLLER: &str = "Kerstin Öberg";
/// In the titles of the drafts.
const CANARY: &str = "Kanariefågelns utkast";
const GOAL: &str = "0198f000000070008000000000000021";
const MEASURE: &str = "0198f000000070008000000000000022";

/// A committee's draft of a goal, and a draft of a measure that hangs on it and on a decided goal.
fn write_drafts(app: &TestApp) {
    let mut browser = app.signed_in(CONTROLLER);
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let goal = [
        ("id", GOAL),
        ("typ", "resultatmal"),
        ("titel", CANARY),
        ("agare", &owner),
        ("under", &parent),
    ];
    assert_eq!(browser.post("/mal", &goal).status, 303);
    let measured = id("element", "rm-trygg-start");
    let measure = [
        ("id", MEASURE),
        ("typ", "indikator"),
        ("titel", CANARY),
        ("agare", &owner),
        ("klass", "resultatmått"),
        ("decimaler", "0"),
        ("riktning", "higher"),
        ("frekvens", "year"),
        ("organisation", "mean"),
        ("tid", "mean"),
        ("mal", &measured),
    ];
    assert_eq!(browser.post("/matt", &measure).status, 303);
    // A decided measure that hangs on the draft too.
    let sick = id("element", "trygga-vardnadshavare");
    browser.post(&format!("/mal/{sick}/koppla"), &[("till", GOAL)]);
}

/// The pages that list elements of others.
fn pages_that_list() -> Vec<String> {
    let of = |word: &str| id("element", word);
    let (council, committee) = (of("im-uppvaxt"), of("rm-trygg-start"));
    let unit = id("org", "skargardens-forskolor");
    vec![
        "/".to_owned(),
        "/matt".to_owned(),
        format!("/matt?q={}", "Kanarief"),
        "/trad".to_owned(),
        "/trad/halsa".to_owned(),
        "/trad/halsa?regel=M01".to_owned(),
        "/trad/halsa?regel=M02".to_owned(),
        format!("/trad?fokus={council}"),
        format!("/trad?fokus={committee}"),
        format!("/trad?fokus={GOAL}"),
        format!("/trad?vy=ord&fokus={council}"),
        format!("/trad?vy=ord&fokus={committee}"),
        format!("/trad?vy=ord&fokus={GOAL}"),
        format!("/mal/{council}"),
        format!("/mal/{committee}"),
        format!("/matt/{}", of("trygga-vardnadshavare")),
        format!("/matt/{}/varden.csv", of("trygga-vardnadshavare")),
        "/aktiviteter".to_owned(),
        "/uppdrag".to_owned(),
        "/planera".to_owned(),
        format!("/planera?enhet={unit}"),
        "/mal/nytt?typ=enhetsmal".to_owned(),
        format!("/mal/{}/koppla", of("em-skargardens-forskolor")),
        "/matt/nytt".to_owned(),
        "/trad?vy=lista&djup=6".to_owned(),
        format!("/trad?vy=lista&djup=6&fokus={council}"),
        format!("/trad?vy=lista&enhet={unit}&slag=enhetsmal"),
        "/trad?vy=rutnat".to_owned(),
        "/trad/andrat?fran=2026-08-24".to_owned(),
        format!("/trad/andrat?fran=2026-08-24&enhet={unit}"),
        "/planera/minimikrav".to_owned(),
        format!("/planera/minimikrav?enhet={unit}"),
        format!("/planera/papperskorg?enhet={unit}"),
        format!("/planera/nasta?enhet={unit}"),
        format!("/matvarden?enhet={unit}"),
        format!("/mal/{committee}/underlag.csv"),
        "/avsteg".to_owned(),
        "/sok?q=Kanarie".to_owned(),
        "/sok.json?q=Kanarie".to_owned(),
    ]
}

#[test]
fn drafts_of_others_are_shown_nowhere() {
    let app = TestApp::new();
    write_drafts(&app);
    let unit = id("org", "skargardens-forskolor");
    let pages = pages_that_list();
    let changed = app.signed_in(CONTROLLER).get("/trad/andrat?fran=2026-08-24").text();
    assert!(changed.contains(CANARY), "the page that must not tell of it tells those who may know");
    for person in
        ["Amira Lindqvist", "Sofia Bergkvist", "Yvonne Strand", "Farah Nazari", "Ingrid Malm"]
    {
        let mut browser = app.signed_in(person);
        for page in &pages {
            let reply = browser.get(page);
            assert!(!reply.text().contains(CANARY), "{person} sees it on {page}");
        }
        for gone in [
            format!("/mal/{GOAL}"),
            format!("/matt/{MEASURE}"),
            format!("/matt/{MEASURE}/varden.csv"),
        ] {
            assert_eq!(browser.get(&gone).status, 404, "{person} {gone}");
        }
        // A form that is refused shows its choices again; they are no way round.
        let bad = [("typ", "enhetsmal"), ("titel", ""), ("agare", unit.as_str())];
        assert!(!browser.post("/mal", &bad).text().contains(CANARY), "{person}");
        let own = format!("/mal/{}/koppla", id("element", "em-skargardens-forskolor"));
        for target in [GOAL, ""] {
            let reply = browser.post(&own, &[("till", target)]);
            assert!(reply.status.is_client_error(), "{person}");
            assert!(!reply.text().contains(CANARY), "{person}");
        }
    }
}

#[test]
fn those_who_plan_there_see_their_drafts() {
    let app = TestApp::new();
    write_drafts(&app);
    let mut browser = app.signed_in(CONTROLLER);
    for page in [
        format!("/mal/{GOAL}"),
        format!("/matt/{MEASURE}"),
        format!("/planera?enhet={}", id("org", "utbildningsnamnden")),
        format!("/trad?vy=ord&fokus={GOAL}"),
        format!("/mal/{}", id("element", "rm-trygg-start")),
    ] {
        assert!(browser.open(&page).page().says(CANARY), "{page}");
    }
}

#[test]
fn writing_to_a_hidden_draft_is_answered_as_if_there_were_none() {
    let app = TestApp::new();
    write_drafts(&app);
    let unit = id("org", "skargardens-forskolor");
    let before = app.audit_length();
    for person in ["Amira Lindqvist", "Lena Holm", "Farah Nazari", "Ingrid Malm"] {
        let mut browser = app.signed_in(person);
        for (draft, ends) in [
            (GOAL, &["", "/foresla", "/koppla", "/koppla/bort", "/ersatt", "/beslut"][..]),
            (MEASURE, &["", "/varde", "/brytpunkt", "/handelse", "/styrtal"][..]),
        ] {
            let slice = if draft == GOAL { "mal" } else { "matt" };
            for end in ends {
                let fields = [
                    ("enhet", unit.as_str()),
                    ("period", "2025"),
                    ("varde", "1"),
                    ("kvalitet", "verified"),
                    ("dag", "2026-08-20"),
                    ("text", "Ny chef"),
                    ("lank", UNKNOWN),
                ];
                for fields in [&fields[..], &fields[..1]] {
                    let reply = browser.post(&format!("/{slice}/{draft}{end}"), fields);
                    let unknown = browser.post(&format!("/{slice}/{UNKNOWN}{end}"), fields);
                    assert_eq!(reply.status, unknown.status, "{person} {slice}{end}");
                    assert!(reply.status.is_client_error(), "{person} {slice}{end}");
                    assert!(!reply.text().contains(CANARY), "{person} {slice}{end}");
                }
            }
        }
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_words_of_a_draft_stay_hidden_when_other_words_are_adopted() {
    let app = TestApp::new();
    write_drafts(&app);
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("/mal/{GOAL}/andra"));
    browser.fill("Vad ska uppnås?", "Alla barn läser").press("Spara utkastet");
    browser.open(&format!("/mal/{GOAL}")).follow("Registrera beslut");
    browser.fill("Paragraf", "31").press("Spara beslutet");
    assert!(browser.open(&format!("/mal/{GOAL}")).page().text().contains("Kanariefågelns"));
    let mut elected = app.signed_in("Yvonne Strand");
    elected.open(&format!("/mal/{GOAL}"));
    assert_eq!(elected.page().heading(), "Alla barn läser");
    assert!(!elected.page().text().contains("Kanariefågelns"), "{}", elected.page().text());
}

#[test]
fn going_back_to_the_form_of_a_new_draft_changes_it_and_makes_no_second() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    browser.open("/mal/nytt?typ=enhetsmal").fill("Vad ska uppnås?", "Zebraränder på gården");
    let form = browser.address().to_owned();
    assert!(form.contains("id="), "{form}");
    browser.press("Spara utkastet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    let length = app.structure().len();
    // Back, where the browser asks for the form again.
    browser.open(&form).fill("Vad ska uppnås?", "Zebraränder på parkeringen");
    browser.press("Spara utkastet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert!(browser.page().says("Zebraränder på parkeringen"));
    assert_eq!(app.structure().len(), length, "one draft");
    // Back, where the browser kept the form as it was: the same fields with other words.
    let id = form.rsplit("id=").next().unwrap();
    let owner = id_of_owner(&app, id);
    let fields = [("id", id), ("typ", "enhetsmal"), ("titel", "Zebraränder"), ("agare", &owner)];
    assert_eq!(browser.post("/mal", &fields).status, 409, "it has been changed since");
    assert_eq!(app.structure().len(), length, "one draft");
}

fn id_of_owner(app: &TestApp, id: &str) -> String {
    app.structure().element(id.parse().unwrap()).unwrap().owner.to_string()
}

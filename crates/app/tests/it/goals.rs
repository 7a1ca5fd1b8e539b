//! Elements: written, linked, adopted and superseded; progress; what an org unit has to answer.

use domain::elements::{Element, ElementState};
use domain::ids::ElementId;

use crate::kit::{Browser, TestApp, id};

/// A controller of the whole municipality.
const CONTROLLER: &str = "Kerstin Öberg";
/// The manager of one workplace.
const MANAGER: &str = "Amira Lindqvist";
/// An identity of the tests' own.
const NEW: &str = "0198f000000070008000000000000001";

fn element(app: &TestApp, id: &str) -> Option<Element> {
    let id: ElementId = id.parse().expect("an identity");
    app.structure().element(id).map(|one| Element::clone(one))
}

fn write_goal(browser: &mut Browser, title: &str) -> u16 {
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let fields = [
        ("id", NEW),
        ("typ", "resultatmal"),
        ("titel", title),
        ("agare", &owner),
        ("under", &parent),
    ];
    browser.post("/mal", &fields).status.as_u16()
}

fn adopt(browser: &mut Browser, goal: &str, version: i64) -> u16 {
    let (body, chosen) = (id("org", "utbildningsnamnden"), format!("{goal}/{version}"));
    let fields =
        [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "12"), ("mal", &chosen)];
    browser.post(&format!("/mal/{goal}/beslut"), &fields).status.as_u16()
}

#[test]
fn the_page_of_a_goal_shows_how_it_goes_and_what_hangs_on_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open(&format!("/mal/{}", id("element", "rm-trygg-start"))).within_budget(30);
    let page = browser.page();
    assert_eq!(page.heading(), "Varje barn får en trygg start");
    for words in [
        "Sju av tolv enheter har nått sina mål. En ligger tydligt efter.",
        "Kommunfullmäktige 17 november 2025",
        "Trygga vårdnadshavare",
        "Trygg lek i mindre grupper",
        "Tidigare lydelse 2023–2024",
    ] {
        assert!(page.says(words), "{words}");
    }
}

#[test]
fn measures_and_activities_have_one_page_each() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open(&format!("/mal/{}", id("element", "sjukfranvaro")));
    assert!(browser.address().starts_with("/matt/"), "{}", browser.address());
    assert_eq!(browser.get(&format!("/mal/{}", crate::matrix::UNKNOWN)).status.as_u16(), 404);
    assert_eq!(browser.get("/mal/inte-en-identitet").status.as_u16(), 404);
}

#[test]
fn a_form_sent_twice_makes_one_goal() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.structure().len();
    assert_eq!(write_goal(&mut browser, "Alla barn läser"), 303);
    assert_eq!(write_goal(&mut browser, "Alla barn läser"), 303);
    assert_eq!(app.structure().len(), before + 1);
    let goal = element(&app, NEW).expect("kept");
    assert_eq!((goal.state, goal.version), (ElementState::Draft, 1));
}

#[test]
fn what_cannot_be_kept_is_explained_and_nothing_is_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let before = app.audit_length();
    let under = id("element", "em-skargardens-forskolor");
    browser.open(&format!("/mal/nytt?typ=aktivitet&under={under}"));
    browser.fill("Förklaring", "Två gånger i veckan").press("Spara utkastet");
    assert_eq!(browser.status(), 422);
    assert_eq!(browser.page().problems().len(), 3, "{:?}", browser.page().problems());
    assert_eq!(browser.value("Förklaring"), "Två gånger i veckan");
    let long = "å".repeat(201);
    let owner = id("org", "skargardens-forskolor");
    let sent = |title: &str, owner: &str, kind: &str| {
        vec![("typ", kind.to_owned()), ("titel", title.to_owned()), ("agare", owner.to_owned())]
    };
    for (fields, expected) in [
        (sent(&long, &owner, "enhetsmal"), 422),
        (sent("Kort", &id("org", "centralskolan"), "enhetsmal"), 422),
        (sent("Kort", crate::matrix::UNKNOWN, "enhetsmal"), 422),
        (sent("Kort", &owner, "vision"), 403),
        (sent("Kort", &owner, "finns-inte"), 404),
    ] {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(browser.post("/mal", &fields).status.as_u16(), expected, "{fields:?}");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_link_is_kept_once_and_only_where_the_model_allows_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    write_goal(&mut browser, "Alla barn läser");
    let (upper, address) = (id("element", "im-arbetsgivare"), format!("/mal/{NEW}/koppla"));
    assert_eq!(browser.post(&address, &[("till", &upper)]).status.as_u16(), 303);
    assert_eq!(browser.post(&address, &[("till", &upper)]).status.as_u16(), 422);
    let down = format!("/mal/{upper}/koppla");
    assert_eq!(browser.post(&down, &[("till", NEW)]).status.as_u16(), 422);
    assert_eq!(browser.post(&address, &[("till", crate::matrix::UNKNOWN)]).status.as_u16(), 422);
    let goal: ElementId = NEW.parse().expect("an identity");
    assert_eq!(app.structure().links_up(goal).len(), 2);
    browser.open(&address).press("Ta bort kopplingen");
    assert_eq!(app.structure().links_up(goal).len(), 1);
}

#[test]
fn links_of_what_is_decided_change_only_by_a_decision() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let (goal, upper) = (id("element", "rm-trygg-start"), id("element", "im-arbetsgivare"));
    let goal_id: ElementId = goal.parse().expect("an identity");
    let links = |app: &TestApp| app.structure().links_up(goal_id).len();
    let before = links(&app);
    let address = format!("/mal/{goal}/koppla");
    assert_eq!(browser.post(&address, &[("till", &upper)]).status, 303);
    assert_eq!(browser.post(&address, &[("till", &upper)]).status, 422, "proposed once");
    assert_eq!(links(&app), before);
    browser.open(&address).press("Ta tillbaka");
    browser.post(&address, &[("till", &upper)]);
    browser.open(&address).follow("Registrera beslut");
    browser.fill("Paragraf", "61").press("Spara beslutet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(links(&app), before + 1);
    browser.open(&address).press("Ta bort kopplingen");
    assert_eq!(links(&app), before + 1, "a link goes by decision too");
    let version = element(&app, &goal).expect("kept").version;
    let goal = goal.replace('-', "");
    assert_eq!(adopt(&mut browser, &goal, version), 303);
    assert_eq!(links(&app), before);
    assert_eq!(adopt(&mut browser, &goal, version), 409, "nothing is left to decide");
}

#[test]
fn somebody_who_was_faster_is_shown_beside_what_one_wrote() {
    let app = TestApp::new();
    let (mut one, mut other) = (app.signed_in(CONTROLLER), app.signed_in("Helena Frisk"));
    write_goal(&mut one, "Alla barn läser");
    let address = format!("/mal/{NEW}/andra");
    one.open(&address);
    other
        .open(&address)
        .fill("Vad ska uppnås?", "Alla barn läser och räknar")
        .press("Spara utkastet");
    one.fill("Vad ska uppnås?", "Alla barn läser gärna").press("Spara utkastet");
    assert_eq!(one.status(), 409);
    assert!(one.page().says("Alla barn läser och räknar"));
    assert_eq!(one.value("Vad ska uppnås?"), "Alla barn läser gärna");
    one.press("Spara utkastet");
    assert_eq!(one.status(), 200);
    assert_eq!(element(&app, NEW).expect("kept").title, "Alla barn läser gärna");
}

#[test]
fn what_is_adopted_is_never_edited_only_superseded() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    write_goal(&mut browser, "Alla barn läser");
    assert_eq!(adopt(&mut browser, NEW, 7), 409, "another version than the one read");
    assert_eq!(adopt(&mut browser, NEW, 1), 303);
    let adopted = element(&app, NEW).expect("kept");
    assert_eq!(adopted.state, ElementState::Adopted);
    let owner = id("org", "utbildningsnamnden");
    let fields = [("titel", "Annat"), ("agare", owner.as_str()), ("version", "2")];
    assert_eq!(browser.post(&format!("/mal/{NEW}"), &fields).status.as_u16(), 422);
    assert_eq!(element(&app, NEW), Some(adopted));
    browser.open(&format!("/mal/{NEW}"));
    assert!(
        browser.page().says("Utbildningsnämnden 20 augusti 2026 §\u{a0}12"),
        "{}",
        browser.page().text()
    );
}

#[test]
fn a_new_wording_takes_over_what_hangs_under_the_old_one() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let old = id("element", "rm-trygg-start");
    let old_id: ElementId = old.parse().expect("an identity");
    let hung = app.structure().children(old_id).len();
    browser.post(&format!("/mal/{old}/ersatt"), &[("id", NEW)]);
    browser.post(&format!("/mal/{old}/ersatt"), &[("id", "0198f000000070008000000000000002")]);
    assert_eq!(
        element(&app, "0198f000000070008000000000000002"),
        None,
        "one new wording at a time"
    );
    browser.open(&format!("/mal/{NEW}/andra"));
    browser
        .fill("Vad ska uppnås?", "Varje barn får en trygg och rolig start")
        .press("Spara utkastet");
    assert!(browser.page().says("Ersätter vid beslut"));
    assert_eq!(adopt(&mut browser, NEW, 2), 303);
    assert_eq!(element(&app, &old).expect("kept").state, ElementState::Superseded);
    let new: ElementId = NEW.parse().expect("an identity");
    assert_eq!(app.structure().children(new).len(), hung);
    browser.open(&format!("/mal/{NEW}"));
    assert!(browser.page().says("Tidigare lydelse"));
    assert!(browser.open(&format!("/mal/{old}")).page().says("Gäller inte längre"));
}

#[test]
fn several_proposals_are_adopted_with_one_decision() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    write_goal(&mut browser, "Alla barn läser");
    browser.open(&format!("/mal/{NEW}")).press("Lämna som förslag");
    let plan = format!("/planera?enhet={}", id("org", "utbildningsnamnden"));
    browser.open(&plan).within_budget(30).follow("Registrera beslut om ett förslag");
    browser.fill("Paragraf", "44").press("Spara beslutet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(element(&app, NEW).expect("kept").state, ElementState::Adopted);
}

#[test]
fn the_plan_tells_which_goals_wait_for_an_answer() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let plan = format!("/planera?enhet={}", id("org", "utbildningsnamnden"));
    assert!(browser.open(&plan).page().says("Företagsamt och öppet"));
    assert!(
        !browser.page().texts("ol.tasks b").contains(&"Trygg uppväxt och lust att lära".to_owned())
    );
    let mut manager = app.signed_in(MANAGER);
    assert_eq!(manager.get(&plan).status.as_u16(), 403);
}

#[test]
fn those_who_work_there_tell_how_an_activity_goes() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Sofia Bergkvist");
    let unit = id("org", "skargardens-forskolor");
    browser.open(&format!("/aktiviteter?enhet={unit}")).within_budget(30);
    browser.follow("Handledning i lekpedagogik").within_budget(30).follow("Berätta hur det går");
    browser.choose("Klar").fill("Vad har hänt?", "Alla har gått kursen.").press("Spara läget");
    assert!(browser.page().says("Alla har gått kursen."), "{}", browser.page().text());
    let elsewhere = format!("/aktiviteter?enhet={}", id("org", "centralskolan"));
    let address = browser
        .open(&elsewhere)
        .page()
        .links()
        .into_iter()
        .find(|(_, to)| to.starts_with("/aktivitet/"));
    let (_, address) = address.expect("a school has activities");
    assert_eq!(browser.get(&format!("{address}/framdrift")).status.as_u16(), 403);
}

#[test]
fn progress_told_twice_from_the_same_page_shows_both() {
    let app = TestApp::new();
    let (mut one, mut other) = (app.signed_in(MANAGER), app.signed_in("Sofia Bergkvist"));
    let list = format!("/aktiviteter?enhet={}", id("org", "skargardens-forskolor"));
    for browser in [&mut one, &mut other] {
        browser.open(&list).follow("Handledning i lekpedagogik").follow("Berätta hur det går");
    }
    other.choose("Klar").press("Spara läget");
    one.choose("Pausad").fill("Vad har hänt?", "Kursen är uppskjuten.").press("Spara läget");
    assert_eq!(one.status(), 409);
    assert_eq!(one.value("Vad har hänt?"), "Kursen är uppskjuten.");
    one.press("Spara läget");
    assert!(one.page().says("Kursen är uppskjuten."));
}

#[test]
fn assignments_are_listed_with_their_report_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Yvonne Strand");
    browser.open("/uppdrag").within_budget(30);
    assert!(browser.page().says("Minska barngruppernas storlek"));
    assert!(browser.page().says("Åtta av tolv enheter har mindre grupper"));
}

#[test]
fn work_that_is_not_decided_is_changed_from_its_page() {
    let app = TestApp::new();
    for (number, kind, who, owner) in [
        (1, "aktivitet", MANAGER, "skargardens-forskolor"),
        (2, "uppdrag", CONTROLLER, "utbildningsnamnden"),
    ] {
        let mut browser = app.signed_in(who);
        let new = format!("0198f00000007000800000000000000{number}");
        let responsible = id("person", "amira-lindqvist");
        let fields = [
            ("id", new.as_str()),
            ("typ", kind),
            ("titel", "Prova mindre grupper"),
            ("agare", &id("org", owner)),
            (
                "under",
                &id(
                    "element",
                    if kind == "uppdrag" { "im-uppvaxt" } else { "em-skargardens-forskolor" },
                ),
            ),
            ("ansvarig", &responsible),
            ("till", "2026-12-31"),
        ];
        let reply = browser.post("/mal", &fields);
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
        let made = element(&app, &new).expect("kept");
        browser.open(&app::elements::url(&made)).follow("Ändra");
        browser.press("Spara utkastet");
        assert_eq!(browser.page().heading(), "Prova mindre grupper");
    }
}

#[test]
fn an_element_is_owned_on_the_level_that_the_model_says() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let (unit, council) = (id("org", "skargardens-forskolor"), id("org", "kommunfullmaktige"));
    let send = |browser: &mut Browser, owner: &str| {
        let fields = [
            ("id", NEW),
            ("typ", "inriktningsmal"),
            ("titel", "Alla är trygga"),
            ("agare", owner),
            ("under", &id("element", "vision-2040")),
        ];
        browser.post("/mal", &fields)
    };
    let refused = send(&mut browser, &unit);
    assert_eq!(refused.status.as_u16(), 422);
    assert!(
        refused.text().contains("Enligt styrmodellen hör inriktningsmål till kommunfullmäktige.")
    );
    assert_eq!(app.audit_length(), before);
    browser.open(&format!("/mal/nytt?typ=inriktningsmal&enhet={unit}"));
    assert_eq!(browser.page().texts("select[name=agare] option").len(), 1);
    assert_eq!(send(&mut browser, &council).status.as_u16(), 303);
    let moved = [
        ("titel", "Alla är trygga"),
        ("agare", unit.as_str()),
        ("version", "1"),
        ("typ", "inriktningsmal"),
    ];
    assert_eq!(browser.post(&format!("/mal/{NEW}"), &moved).status.as_u16(), 422);
}

#[test]
fn words_of_what_already_stands_on_another_level_can_still_be_mended() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    assert_eq!(write_goal(&mut browser, "Alla barn läser"), 303);
    let unit = id("org", "skargardens-forskolor");
    let owner = unit.parse().expect("an identity");
    let stray = Element { owner, version: 2, ..element(&app, NEW).expect("kept") };
    app.writing(move |tx| app::elements::store::change_element(tx, "change", &stray));
    let fields = [
        ("titel", "Alla barn läser bra"),
        ("agare", unit.as_str()),
        ("version", "2"),
        ("typ", "resultatmal"),
    ];
    assert_eq!(browser.post(&format!("/mal/{NEW}"), &fields).status.as_u16(), 303);
    browser.open("/trad/halsa?regel=T04");
    assert!(browser.page().says("Alla barn läser bra"));
}

//! Mål utifrån: choosing Agenda 2030, contributing to it, and letting it go.

use domain::steering::Role;

use crate::kit::TestApp;

const ADMINISTRATOR: &str = "Johan Åkerlund";
const CONTROLLER: &str = "Kerstin Öberg";

fn externals(app: &TestApp) -> usize {
    let structure = app.structure();
    let is_one = |one: &&std::sync::Arc<domain::elements::Element>| {
        one.is_current() && one.role == Role::External
    };
    structure.elements().filter(is_one).count()
}

#[test]
fn a_framework_is_chosen_once_and_its_goals_are_there_with_their_source() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let (goals, audit) = (externals(&app), app.audit_length());
    browser.open("/installningar");
    assert!(browser.page().says("Mål utifrån"));
    browser.open("/ramverk/miljokvalitetsmal").within_budget(30);
    browser.press("Använd i kommunen");
    assert_eq!(externals(&app), goals + 16);
    assert_eq!(app.audit_length(), audit + 17);
    browser.follow("Miljökvalitetsmål 10: Hav i balans samt levande kust och skärgård");
    assert!(browser.page().says("Naturvårdsverket"));
    assert_eq!(browser.post("/ramverk/miljokvalitetsmal/valj", &[]).status, 303);
    assert_eq!(app.audit_length(), audit + 17);
}

#[test]
fn a_goal_contributes_to_one_from_outside_which_then_tells_of_it_and_cannot_go() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open("/ramverk/miljokvalitetsmal").press("Använd i kommunen");
    let (_, to) = administrator
        .page()
        .links()
        .into_iter()
        .find(|(words, _)| words.starts_with("Miljökvalitetsmål 10:"))
        .unwrap();
    let outside = to.rsplit('/').next().unwrap().to_owned();
    let draft = {
        let structure = app.structure();
        let found = structure
            .elements()
            .find(|one| one.is_editable() && one.element_type.as_str() == "enhetsmal");
        found.unwrap().clone()
    };
    let mut controller = app.signed_in(CONTROLLER);
    let reply = controller.post(&format!("/mal/{}/koppla", draft.id), &[("till", &outside)]);
    assert_eq!(reply.status, 303, "{}", reply.text());
    controller.open("/ramverk/miljokvalitetsmal");
    controller.follow("1").within_budget(30);
    assert!(controller.page().says(&draft.title));
    controller.open(&to);
    assert!(controller.page().says(&draft.title));
    administrator.open("/ramverk/miljokvalitetsmal").press("Sluta använda");
    assert_eq!(administrator.status(), 422);
    assert!(administrator.page().says("Något av kommunens mål bidrar till dem."));
}

#[test]
fn what_nothing_contributes_to_can_be_let_go_and_chosen_again() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let goals = externals(&app);
    browser.open("/ramverk/miljokvalitetsmal").press("Använd i kommunen").press("Sluta använda");
    assert_eq!(externals(&app), goals);
    browser.open("/ramverk/miljokvalitetsmal").press("Använd i kommunen");
    assert_eq!(externals(&app), goals + 16);
    // The map and the list of the thread are the municipality's own.
    browser.open("/trad?vy=lista&djup=6");
    assert!(!browser.page().says("Miljökvalitetsmål 10"));
    assert!(browser.page().says("Ett Skärvik där alla växer"), "{}", browser.page().text());
}

const GOAL: &str = "em-skargardens-forskolor";

fn goal() -> String {
    format!("/mal/{}", crate::kit::id("element", GOAL))
}

#[test]
fn what_is_decided_too_is_tagged_and_untagged_and_the_list_tells_what_has_a_tag() {
    let app = TestApp::new();
    let mut administrator = app.signed_in(ADMINISTRATOR);
    administrator.open("/ramverk/agenda2030").press("Använd i kommunen");
    let mut manager = app.signed_in("Amira Lindqvist");
    let audit = app.audit_length();
    manager.open(&goal()).within_budget(30);
    manager.follow("Märk med mål utifrån").within_budget(30);
    manager.choose("4 God utbildning för alla").choose("5 Jämställdhet").press("Spara märkningen");
    assert_eq!(app.audit_length(), audit + 1);
    assert!(manager.page().says("Agenda 2030, mål 5: Jämställdhet"));
    manager.follow("Agenda 2030, mål 5: Jämställdhet").within_budget(30);
    let title = app.structure().element(goal_id()).unwrap().title.clone();
    assert!(manager.page().says(&title));
    assert!(manager.page().says("Agenda 2030, mål 5: Jämställdhet"), "the filter says its name");
    let file = manager.get("/trad/lista.csv?marke=agenda2030.5").text();
    assert_eq!(file.lines().count(), 2, "{file}");
    assert!(file.contains("Agenda 2030, mål 4: God utbildning för alla; Agenda 2030, mål 5"));
    // The same ticks again change nothing.
    manager.open(&format!("{}/ramverk", goal())).press("Spara märkningen");
    assert_eq!(app.audit_length(), audit + 1);
    administrator.open("/ramverk/agenda2030").press("Sluta använda");
    assert_eq!(administrator.status(), 422);
    manager.open(&format!("{}/ramverk", goal())).untick("5 Jämställdhet");
    manager.untick("4 God utbildning för alla").press("Spara märkningen");
    assert!(manager.page().says("Inte märkt med något mål utifrån."));
    administrator.open("/ramverk/agenda2030").press("Sluta använda");
    assert_eq!(administrator.status(), 200);
}

#[test]
fn two_who_tag_the_same_goal_at_once_both_get_what_they_asked_for() {
    let app = TestApp::new();
    app.signed_in(ADMINISTRATOR).open("/ramverk/agenda2030").press("Använd i kommunen");
    let page = format!("{}/ramverk", goal());
    let mut manager = app.signed_in("Amira Lindqvist");
    manager.open(&page).choose("4 God utbildning för alla").press("Spara märkningen");
    let mut controller = app.signed_in(CONTROLLER);
    controller.open(&page).choose("5 Jämställdhet");
    manager.open(&page).untick("4 God utbildning för alla");
    manager.choose("3 God hälsa och välbefinnande").press("Spara märkningen");
    controller.press("Spara märkningen");
    for (tag, is_there) in [("mål 3:", true), ("mål 4:", false), ("mål 5:", true)] {
        assert_eq!(controller.page().says(tag), is_there, "{tag}");
    }
}

fn goal_id() -> domain::ids::ElementId {
    crate::kit::id("element", GOAL).parse().unwrap()
}

#[test]
fn a_tag_that_no_form_offers_is_not_kept() {
    let app = TestApp::new();
    app.signed_in(ADMINISTRATOR).open("/ramverk/agenda2030").press("Använd i kommunen");
    let mut manager = app.signed_in("Amira Lindqvist");
    for made_up in ["agenda2030.99", "miljokvalitetsmal.1", "finns-inte.1", "x", "agenda2030.-1"] {
        let reply = manager.post(&format!("{}/ramverk", goal()), &[("marke", made_up)]);
        assert_eq!(reply.status, 303, "{made_up}");
    }
    manager.open(&goal());
    assert!(manager.page().says("Inte märkt med något mål utifrån."));
    for odd in ["agenda2030", ".", "a.b.c", "agenda2030.99999999999", "%00.1"] {
        assert!(manager.get(&format!("/trad?vy=lista&marke={odd}")).status.as_u16() < 500, "{odd}");
    }
}

#[test]
fn a_municipality_reads_in_national_goals_of_its_own_and_what_is_no_pack_says_why() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open("/ramverk").follow("Läs in egna mål utifrån");
    let audit = app.audit_length();
    let example = include_str!("../../../../frameworks/exempel.yaml").to_owned();
    assert!(browser.page().says("namn: Folkhälsopolitikens målområden"));
    for (text, why) in [
        ("mal: 3", "Texten går inte att läsa"),
        (example.replace("folkhalsopolitiken", "Folk hälsa").as_str(), "Raden id får bara ha"),
        (example.replace("folkhalsopolitiken", "agenda2030").as_str(), "följer med programmet"),
        (example.replace("nummer: 2", "nummer: 1").as_str(), "Mål 1 saknar ord"),
    ] {
        browser.open("/ramverk/nytt").fill("Målen", text).press("Läs in");
        assert_eq!(browser.status(), 422, "{why}");
        assert!(browser.page().says(why), "{why}: {}", browser.page().text());
    }
    assert_eq!(app.audit_length(), audit);
    browser.open("/ramverk/nytt").fill("Målen", &example).press("Läs in");
    assert_eq!(browser.page().heading(), "Folkhälsopolitikens målområden");
    browser.press("Använd i kommunen");
    let mut manager = app.signed_in("Amira Lindqvist");
    manager.open(&format!("{}/ramverk", goal())).choose("1 Det tidiga livets villkor");
    manager.press("Spara märkningen");
    assert!(manager.page().says("Folkhälsa, målområde 1: Det tidiga livets villkor"));
}

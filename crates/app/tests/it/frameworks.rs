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

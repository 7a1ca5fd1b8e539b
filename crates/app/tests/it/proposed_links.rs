//! Links that wait for a decision, while the thread around them changes.

use app::elements::store::insert_link;
use app::past::Days;
use domain::elements::Link;
use domain::ids::ElementId;
use domain::steering::LinkKind;
use http::StatusCode;

use crate::any_edits::{differing, lines};
use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
/// A new wording of the goal above.
const NEW: &str = "0198f000000070008000000000000031";

fn goal() -> String {
    id("element", "rm-trygg-start")
}

fn upper() -> String {
    id("element", "im-arbetsgivare")
}

fn element_id(text: &str) -> ElementId {
    text.parse().expect("an identity")
}

fn propose(browser: &mut Browser, to: &str) {
    let address = format!("/mal/{}/koppla", goal());
    assert_eq!(browser.post(&address, &[("till", to)]).status, StatusCode::SEE_OTHER);
}

fn decide(browser: &mut Browser, app: &TestApp, element: &str) -> StatusCode {
    let element = element_id(element);
    let version = app.structure().element(element).expect("kept").version;
    let (body, chosen) = (id("org", "kommunfullmaktige"), format!("{element}/{version}"));
    let fields =
        [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "12"), ("mal", &chosen)];
    browser.post(&format!("/mal/{element}/beslut"), &fields).status
}

fn begin_new_wording(browser: &mut Browser, old: &str) {
    let reply = browser.post(&format!("/mal/{old}/ersatt"), &[("id", NEW)]);
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
}

fn parents(app: &TestApp) -> Vec<ElementId> {
    let structure = app.structure();
    structure.links_up(element_id(&goal())).iter().map(|link| link.parent).collect()
}

#[test]
fn a_link_proposed_to_what_is_then_replaced_goes_to_what_replaced_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    propose(&mut browser, &upper());
    begin_new_wording(&mut browser, &upper());
    assert_eq!(decide(&mut browser, &app, NEW), StatusCode::SEE_OTHER);
    assert_eq!(decide(&mut browser, &app, &goal()), StatusCode::SEE_OTHER);
    let parents = parents(&app);
    assert!(parents.contains(&element_id(NEW)) && !parents.contains(&element_id(&upper())));
}

#[test]
fn a_link_proposed_to_go_goes_although_what_it_led_to_is_replaced() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let old = parents(&app)[0];
    browser.open(&format!("/mal/{}/koppla", goal())).press("Ta bort kopplingen");
    begin_new_wording(&mut browser, &old.to_string());
    assert_eq!(decide(&mut browser, &app, NEW), StatusCode::SEE_OTHER);
    assert!(parents(&app).contains(&element_id(NEW)));
    assert_eq!(decide(&mut browser, &app, &goal()), StatusCode::SEE_OTHER);
    assert!(!parents(&app).contains(&element_id(NEW)));
}

#[test]
fn a_proposed_link_that_no_longer_goes_is_refused_with_the_reason_and_nothing_is_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    propose(&mut browser, &upper());
    // Somebody has linked the two meanwhile.
    let (child, parent) = (element_id(&goal()), element_id(&upper()));
    let link = Link { id: app.app().new_id(), child, parent, kind: LinkKind::Contributes };
    app.writing(move |tx| insert_link(tx, &link));
    let before = app.audit_length();
    browser.open(&format!("/mal/{}/beslut", goal()));
    browser.fill("Paragraf", "61").press("Spara beslutet");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("De är redan kopplade"), "{}", browser.page().text());
    assert_eq!(browser.value("Paragraf"), "61");
    assert_eq!(app.audit_length(), before);
}

#[test]
fn nothing_is_decided_of_what_has_been_replaced() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    propose(&mut browser, &upper());
    begin_new_wording(&mut browser, &goal());
    assert_eq!(decide(&mut browser, &app, NEW), StatusCode::SEE_OTHER);
    assert_eq!(decide(&mut browser, &app, &goal()), StatusCode::CONFLICT);
    let page = browser.get(&format!("/mal/{}/beslut", goal()));
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert!(!parents(&app).contains(&element_id(&upper())));
}

#[test]
fn a_proposal_that_has_followed_what_was_replaced_is_told_in_history_as_it_stands() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let old = parents(&app)[0];
    browser.open(&format!("/mal/{}/koppla", goal())).press("Ta bort kopplingen");
    propose(&mut browser, &upper());
    begin_new_wording(&mut browser, &old.to_string());
    assert_eq!(decide(&mut browser, &app, NEW), StatusCode::SEE_OTHER);
    let told = Days::retold(&app.app().db, app.tenant(), i64::MAX).unwrap();
    let (stands, told) = (app.reading(lines), told.read(lines).unwrap());
    assert_eq!(differing(&stands, &told), Vec::<String>::new());
}

#[test]
fn what_is_decided_of_links_is_told_where_it_is_decided_and_wherever_the_goal_is() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let structure = app.structure();
    let title = |id: &ElementId| structure.element(*id).expect("there").title.clone();
    let (old, new) = (title(&parents(&app)[0]), title(&element_id(&upper())));
    browser.open(&format!("/mal/{}/koppla", goal())).press("Ta bort kopplingen");
    propose(&mut browser, &upper());
    browser.open(&format!("/mal/{}/beslut", goal())).within_budget(30);
    let page = browser.page().text();
    let about = page.split("Det här beslutas").nth(1).expect("what is decided");
    assert!(about.contains("Hör till") && about.contains(&old) && about.contains(&new), "{about}");
    for elsewhere in [
        format!("/mal/{}", goal()),
        format!("/planera?enhet={}", id("org", "utbildningsnamnden")),
        format!("/planera/beslut?enhet={}", id("org", "utbildningsnamnden")),
    ] {
        browser.open(&elsewhere).within_budget(30);
        assert!(browser.page().text().contains(&new), "{elsewhere}: {}", browser.page().text());
    }
    // Chosen in the plan's decision, the link holds.
    browser.fill("Paragraf", "61").press("Spara beslutet");
    assert!(parents(&app).contains(&element_id(&upper())), "{}", browser.page().text());
    let reader = &mut app.signed_in("Ingrid Malm");
    reader.open(&format!("/mal/{}", goal()));
    assert!(!reader.page().says("Kopplingar som väntar på beslut"));
}

#[test]
fn a_plan_with_nothing_to_decide_has_no_form() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let empty = id("org", "revisionen");
    let unit = app.structure().organisation.get(empty.parse().unwrap()).map(|one| one.id);
    let empty = unit.map_or_else(|| id("org", "kulturskolan"), |one| one.to_string());
    let reply = browser.get(&format!("/planera/beslut?enhet={empty}"));
    assert_eq!(reply.status, StatusCode::OK);
    assert!(!reply.text().contains("Spara beslutet"), "{}", reply.text());
}

#[test]
fn a_new_wording_tells_where_it_hangs_how_long_it_holds_and_what_ends() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    begin_new_wording(&mut browser, &goal());
    browser.open(&format!("/mal/{NEW}/andra"));
    browser.fill("Sista dagen", "2027-12-31").press("Spara");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(
        browser.post(&format!("/mal/{NEW}/koppla"), &[("till", &upper())]).status,
        StatusCode::SEE_OTHER
    );
    browser.open(&format!("/mal/{NEW}/beslut"));
    let page = browser.page().text();
    let about = page.split("Det här beslutas").nth(1).expect("what is decided").to_owned();
    let title = app.structure().element(element_id(&upper())).expect("there").title.clone();
    for told in ["Hör till", &title, "2027", "Upphör när det här beslutas"] {
        assert!(about.contains(told), "{told}: {about}");
    }
    // Another parent that came after the page was read is not decided with it.
    let other = id("element", "im-hav");
    let posted =
        app.signed_in("Johan Åkerlund").post(&format!("/mal/{NEW}/koppla"), &[("till", &other)]);
    assert_eq!(posted.status, StatusCode::SEE_OTHER);
    browser.fill("Paragraf", "62").press("Spara beslutet");
    assert_eq!(browser.status(), 409, "{}", browser.page().text());
    browser.open(&format!("/mal/{NEW}/beslut"));
    browser.fill("Paragraf", "62").press("Spara beslutet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
}

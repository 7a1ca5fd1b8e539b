//! Where things go when the organisation changes, and what the steering model lets stand where.

use domain::ids::OrgUnitId;
use domain::organisation::{check_place, holds_org_units};
use domain::steering::OrgLevelId;
use http::StatusCode;

use crate::kit::{Browser, TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";

fn owned(app: &TestApp, unit: OrgUnitId) -> Vec<String> {
    app.structure().owned_by(unit).map(|element| element.title.clone()).collect()
}

fn called(app: &TestApp, name: &str) -> OrgUnitId {
    let structure = app.structure();
    let found = structure.organisation.all().find(|unit| unit.name == name);
    found.unwrap_or_else(|| panic!("no org unit is called {name}")).id
}

fn begin_split(app: &TestApp) -> Browser {
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open(&format!("/organisation/{}/dela", id("org", "skargardens-forskolor")));
    browser.fill("De nya enheterna", "Yttre öarna\nInre öarna");
    browser
}

#[test]
fn each_thing_goes_where_a_person_says() {
    let app = TestApp::new();
    let old: OrgUnitId = id("org", "skargardens-forskolor").parse().unwrap();
    let all = owned(&app, old);
    assert!(all.len() > 1, "{all:?}");
    let mut browser = begin_split(&app);
    browser.press("Visa vad som händer");
    assert!(browser.page().says(&all[0]));
    browser.pick("Det som inte får en egen plats", "Inre öarna");
    browser.pick(&format!("Var {} ska ligga", all[0]), "Yttre öarna").press("Dela enheten");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(owned(&app, called(&app, "Yttre öarna")), [all[0].clone()]);
    assert_eq!(owned(&app, called(&app, "Inre öarna")).len(), all.len() - 1);
    assert!(owned(&app, old).is_empty(), "nothing is left behind");
}

#[test]
fn an_org_unit_that_ends_leaves_nothing_behind_unless_somebody_says_so() {
    let app = TestApp::new();
    let before = app.audit_length();
    let mut browser = begin_split(&app);
    browser.press("Visa vad som händer").press("Dela enheten");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Välj var det ska ligga"), "{}", browser.page().text());
    assert_eq!(app.audit_length(), before);
    browser.press("Ändra");
    assert_eq!(browser.value("De nya enheterna"), "Yttre öarna\nInre öarna");
}

#[test]
fn what_nobody_chose_for_stays_with_an_org_unit_that_goes_on() {
    let app = TestApp::new();
    let old: OrgUnitId = id("org", "skargardens-forskolor").parse().unwrap();
    let all = owned(&app, old);
    let mut browser = begin_split(&app);
    browser.untick("Upphör dagen före").press("Visa vad som händer").press("Dela enheten");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert_eq!(owned(&app, old), all);
}

#[test]
fn a_merger_takes_target_levels_over_and_lists_those_to_decide() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let (old, heir) = (id("org", "skargardens-forskolor"), id("org", "hamnens-forskolor"));
    let measure = id("element", "sjukfranvaro");
    let level = |unit: &str, year: &str, low: &str| domain::measures::Target {
        measure: measure.parse().unwrap(),
        org_unit: Some(unit.parse().unwrap()),
        period: year.parse().unwrap(),
        kind: domain::steering::TargetKind::AtMost,
        low: Some(low.parse().unwrap()),
        high: None,
        version: 1,
    };
    let targets = [
        level(&old, "2027", "5"),
        level(&old, "2028", "4"),
        level(&heir, "2028", "6"),
        level(&old, "2025", "9"),
    ];
    app.writing(move |tx| {
        targets.iter().try_for_each(|target| app::elements::store::keep_target(tx, target))
    });
    browser.open(&format!("/organisation/{old}/sla-ihop"));
    browser.pick("Slå ihop med", "Hamnens förskolor").press("Visa vad som händer");
    let taken_over = browser.page().table("Målnivåer som följer med");
    assert!(taken_over.iter().any(|row| row[..2] == ["Sjukfrånvaro", "2027"]), "{taken_over:?}");
    assert!(!taken_over.iter().any(|row| row[1] == "2025"), "{taken_over:?}");
    assert_eq!(browser.page().table("Målnivåer att besluta")[1][..2], ["Sjukfrånvaro", "2028"]);
    browser.press("Slå ihop");
    let structure = app.structure();
    let of_heir: Vec<(String, String)> = structure
        .targets(measure.parse().unwrap())
        .iter()
        .filter(|target| target.org_unit == heir.parse().ok() && target.period.year() > 2026)
        .map(|target| (target.period.to_string(), target.low.unwrap_or_default().to_string()))
        .collect();
    assert_eq!(of_heir, [("2027", "5"), ("2028", "6")].map(|(a, b)| (a.into(), b.into())));
    browser.open(&format!("/matt/{measure}?enhet={heir}"));
    assert!(browser.reply().text().contains("Tog över Skärgårdens förskolor"));
}

#[test]
fn the_steering_model_says_what_may_stand_under_what() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let before = app.audit_length();
    let school = id("org", "centralskolan");
    let fields = [("namn", "Ny nämnd"), ("niva", "namnd"), ("fran", "2026-08-01")];
    let reply = browser.post(&format!("/organisation/{school}/ny"), &fields);
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text().contains("kan inte ligga under Centralskolan"), "{}", reply.text());
    let committee = id("org", "utbildningsnamnden");
    let reply = browser.post(
        &format!("/organisation/{committee}/flytta"),
        &[("version", "1"), ("under", &school)],
    );
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.audit_length(), before);
    browser.open(&format!("/organisation/{}/ny", id("org", "kommunfullmaktige")));
    assert_eq!(browser.value("Nivå"), "Välj nivå", "nothing is chosen beforehand");
    browser.fill("Namn", "Ny").press("Lägg till");
    assert_eq!(browser.status(), 422);
}

#[test]
fn skarvik_stands_as_its_model_says() {
    let app = TestApp::new();
    let structure = app.structure();
    for unit in structure.organisation.all() {
        let Some(parent) = unit.parent.and_then(|id| structure.organisation.get(id)) else {
            continue;
        };
        let level = OrgLevelId::from(unit.level.as_str());
        assert!(holds_org_units(unit.kind));
        assert_eq!(check_place(&structure.model, &level, parent), Ok(()), "{}", unit.name);
    }
}

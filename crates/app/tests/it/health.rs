//! Trådens hälsa: what the check finds in Skärvik, and letting a fault be.

use app::steering::store::insert_model;
use domain::steering::{SteeringModel, TypeRule};
use jiff::civil::date;

use crate::kit::TestApp;

/// How many faults of a rule the page's list says, by the rule's name.
fn count(browser: &mut crate::kit::Browser, name: &str) -> usize {
    browser.open("/trad/halsa").within_budget(30);
    let rows = browser.page().texts("aside li");
    let row = rows.iter().find(|row| row.starts_with(name));
    let number = row.and_then(|row| row.rsplit(' ').next()?.parse().ok());
    number.unwrap_or(0)
}

#[test]
fn the_page_tells_what_is_weak_why_it_matters_and_where_it_is_mended() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let all = count(&mut browser, "Mål utan mått");
    assert!(all > 0, "{:?}", browser.page().texts("aside li"));
    browser.follow("Mål utan mått").within_budget(30);
    assert!(browser.page().says("M01"));
    assert!(browser.page().says("Då går det inte att säga om det nås."));
    assert_eq!(browser.page().table("Mål utan mått").len() - 1, all);
    browser.follow("Åtgärda");
    assert!(browser.address().starts_with("/matt/nytt?mal="), "{}", browser.address());
}

#[test]
fn a_fault_is_let_be_with_a_reason_until_a_day_and_taken_up_again() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let before = count(&mut browser, "Mål utan mått");
    browser.follow("Mål utan mått").follow("Låt vara");
    let audit = app.audit_length();
    browser.fill("Varför ska det låtas vara?", "").fill("Till och med", "2020-01-01");
    browser.press("Låt vara");
    assert_eq!(browser.status(), 422);
    assert_eq!(browser.page().problems().len(), 2, "{:?}", browser.page().problems());
    assert_eq!(app.audit_length(), audit);
    browser.fill("Varför ska det låtas vara?", "Målet utgår vid årsskiftet.");
    browser.fill("Till och med", "2026-12-31").press("Låt vara");
    assert!(browser.page().says("Målet utgår vid årsskiftet."));
    assert_eq!(count(&mut browser, "Mål utan mått"), before - 1);
    assert_eq!(app.audit_length(), audit + 1);
    browser.open("/");
    assert!(
        browser
            .page()
            .links()
            .iter()
            .any(|(words, to)| { to.contains("regel=M01") && words == &(before - 1).to_string() })
    );
    // When the day has passed the fault is back by itself.
    app.clock().set(date(2027, 1, 1).at(9, 0, 0, 0));
    let mut later = app.signed_in("Kerstin Öberg");
    assert_eq!(count(&mut later, "Mål utan mått"), before);
}

#[test]
fn taking_up_again_shows_the_fault_at_once_and_twice_changes_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let before = count(&mut browser, "Mål utan mått");
    browser.follow("Mål utan mått").follow("Låt vara");
    browser.fill("Varför ska det låtas vara?", "Prövas i höst.").fill("Till och med", "2026-12-31");
    browser.press("Låt vara").press("Ta upp igen");
    assert_eq!(count(&mut browser, "Mål utan mått"), before);
}

#[test]
fn who_answers_for_what_is_decided_is_chosen_where_the_fault_leads() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    for rule in ["M05", "A02"] {
        browser.open(&format!("/trad/halsa?regel={rule}"));
        let links = browser.page().links();
        let fix = links.into_iter().find(|(words, _)| words == "Åtgärda").expect("a fault").1;
        browser.open(&fix);
        assert!(
            browser.page().says("Vem ska ansvara?"),
            "{rule}: {fix}: {}",
            browser.page().text()
        );
    }
}

#[test]
fn two_who_let_the_same_fault_be_are_told_of_each_other() {
    let app = TestApp::new();
    let mut one = app.signed_in("Kerstin Öberg");
    let mut other = app.signed_in("Kerstin Öberg");
    for browser in [&mut one, &mut other] {
        browser.open("/trad/halsa").follow("Mål utan mått").follow("Låt vara");
        browser.fill("Till och med", "2026-12-31");
    }
    one.fill("Varför ska det låtas vara?", "Målet utgår.").press("Låt vara");
    assert_eq!(one.status(), 200);
    other.fill("Varför ska det låtas vara?", "Mäts av någon annan.").press("Låt vara");
    assert_eq!(other.status(), 409);
    assert!(other.page().says("Målet utgår."), "{}", other.page().text());
    assert_eq!(other.value("Varför ska det låtas vara?"), "Mäts av någon annan.");
    other.press("Låt vara");
    assert_eq!(other.status(), 200);
    assert!(other.page().says("Mäts av någon annan."));
}

#[test]
fn a_fault_that_is_not_there_cannot_be_let_be() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let goal = crate::kit::id("element", "rm-trygg-start");
    for (rule, subject) in [
        ("T01", format!("element:{goal}")),
        ("M01", "element:".to_owned()),
        ("X99", format!("element:{goal}")),
        ("", String::new()),
    ] {
        let fields =
            [("regel", rule), ("vad", subject.as_str()), ("skal", "x"), ("till", "2026-12-31")];
        assert_eq!(browser.post("/trad/halsa/lat-vara", &fields).status, 404, "{rule} {subject}");
    }
}

#[test]
fn an_auditor_sees_the_faults_and_changes_nothing() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Gösta Hallin");
    browser.open("/trad/halsa");
    assert!(!browser.page().links().iter().any(|(words, _)| words == "Låt vara"));
}

#[test]
fn a_provider_reads_of_its_own_faults_and_not_of_the_municipalitys() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Farah Nazari");
    browser.open("/trad/halsa");
    let own = ["Solrosen AB", ""];
    let rules: Vec<String> = browser
        .page()
        .links()
        .into_iter()
        .map(|(_, to)| to)
        .filter(|to| to.contains("regel="))
        .collect();
    for rule in rules {
        browser.open(&rule);
        for row in browser.page().texts("table tbody tr td:nth-child(3)") {
            assert!(own.contains(&row.as_str()), "{rule}: {row}");
        }
    }
}

#[test]
fn who_has_been_silent_is_told_to_those_who_plan_there_only() {
    let app = TestApp::new();
    // Two years on nobody has recorded anything.
    app.clock().set(date(2028, 8, 25).at(9, 0, 0, 0));
    let silent = |name: &str| {
        let mut browser = app.signed_in(name);
        browser.open("/trad/halsa?regel=P01");
        browser.page().texts("table tbody tr").len()
    };
    assert!(silent("Kerstin Öberg") > 0);
    assert_eq!(silent("Ingrid Malm"), 0);
    assert_eq!(silent("Farah Nazari"), 0);
}

#[test]
fn every_rule_stands_in_the_users_guide_as_on_the_page() {
    let guide = include_str!("../../../../docs/halsa.md");
    let texts = app::i18n::Texts::from(app::i18n::Language::Swedish);
    for rule in domain::health::Rule::ALL {
        let row = format!("| {} | {} |", rule.code(), app::health::name(texts, *rule));
        assert!(guide.contains(&row), "docs/halsa.md lacks {row}");
    }
}

#[test]
fn who_asks_for_the_check_of_another_day_is_told_that_it_is_of_today() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open("/trad/halsa?den=2026-02-01");
    assert_eq!(browser.status(), 200);
    assert!(
        browser
            .page()
            .says("Trådens hälsa visas som den är i dag, inte som den var 1 februari 2026.")
    );
    browser.follow("Se tråden den dagen");
    assert_eq!(browser.address(), "/trad?den=2026-02-01");
    for day in ["x", "2026-02-30", "2027-01-01"] {
        browser.open(&format!("/trad/halsa?den={day}"));
        assert_eq!(browser.status(), 422, "{day}");
    }
    // Today is what the page shows without a word.
    browser.open("/trad/halsa?den=2026-08-25");
    assert!(!browser.page().says("Kontrollen gäller i dag"));
}

#[test]
fn what_is_the_whole_municipalitys_is_let_be_and_mended_by_those_who_plan_the_whole() {
    let app = TestApp::new();
    let mut model = SteeringModel::clone(&app.structure().model);
    let limited = model.element_types.iter_mut().find(|one| one.id.as_str() == "inriktningsmal");
    let rules = &mut limited.unwrap().rules;
    rules.retain(|rule| !matches!(rule, TypeRule::MaxTotal(_)));
    rules.push(TypeRule::MaxTotal(5));
    let yaml = model.to_yaml();
    app.writing(move |tx| {
        tx.leave_unaudited("a test of limits");
        insert_model(tx, &model, &yaml, date(2026, 1, 1))
    });
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open("/trad/halsa?regel=N02");
    let links = browser.page().links();
    let place = links.iter().find(|(words, _)| words == "Åtgärda").expect("a way to mend it");
    assert!(place.1.starts_with("/trad?vy=lista&typ=inriktningsmal"), "{place:?}");
    browser.follow("Låt vara").fill("Varför ska det låtas vara?", "Två mål slås ihop i höst.");
    browser.fill("Till och med", "2026-12-31").press("Låt vara");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    assert!(browser.page().says("Två mål slås ihop i höst."));
    // Who plans a part of it neither sees a way nor is let in.
    let mut manager = app.signed_in("Amira Lindqvist");
    manager.open("/trad/halsa?regel=N02");
    assert!(!manager.page().says("Ta upp igen"));
    let leave = "/trad/halsa/lat-vara?regel=N02&vad=model%3Aelement_types.inriktningsmal";
    assert_eq!(manager.get(leave).status.as_u16(), 403);
}

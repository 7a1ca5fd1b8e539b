//! Fields that the steering model adds to a type: filled in with the element, read where it is read, and
//! kept through history.

use domain::elements::ElementState;
use domain::ids::ElementId;
use domain::own_fields::OwnFields;

use crate::kit::{Browser, FOUNDER, TestApp};

const MODEL: &str = include_str!("models/other_levels.yaml");
const AREA: &str = "0198f000000070008000000000000001";
const GOAL: &str = "0198f000000070008000000000000002";
const NEXT: &str = "0198f000000070008000000000000003";
const MEASURE: &str = "0198f000000070008000000000000004";
const NAMES: [&str; 6] = ["hur", "belopp", "klart", "inriktning", "offentlig", "kontakt"];
const WHOLE: [&str; 6] =
    ["I två steg.\r\nFörst det ena.", "8,5", "2026-05-01", "Vård", "yes", "Eva"];

fn own(app: &TestApp, id: &str) -> OwnFields {
    let id: ElementId = id.parse().expect("an identity");
    app.reading(|tx| app::own_fields::store::own_fields(tx, id))
}

/// The org unit at the top, and an area for goals to stand under.
fn founded() -> (TestApp, Browser, String) {
    let app = TestApp::founded("Provkommun", MODEL);
    let mut browser = app.signed_in(FOUNDER);
    let top = app.structure().organisation.roots()[0].to_string();
    let area = [("id", AREA), ("typ", "omrade"), ("titel", "Ett område"), ("agare", top.as_str())];
    assert_eq!(browser.post("/mal", &area).status, 303);
    let id: ElementId = AREA.parse().unwrap();
    let mut adopted = (**app.structure().element(id).unwrap()).clone();
    adopted.state = ElementState::Adopted;
    adopted.version += 1;
    app.writing(move |tx| app::elements::store::change_element(tx, "adopt", &adopted));
    let level = app.structure();
    let model = &level.model;
    let program = model.element_types.iter().find(|one| one.id.as_str() == "strav").unwrap();
    let kind = model.org_level(&program.owner).unwrap().kind;
    let unit = domain::organisation::OrgUnit {
        id: [77; 16].into(),
        level: program.owner.as_str().to_owned(),
        kind,
        parent: Some(level.organisation.roots()[0]),
        name: "Programmet".to_owned(),
        valid_from: jiff::civil::date(2020, 1, 1),
        valid_to: None,
        succeeded_by: None,
        version: 1,
    };
    let owner = unit.id.to_string();
    app.writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        app::organisation::store::insert_org_unit(tx, &unit).map(|_| ())
    });
    (app, browser, owner)
}

fn fields<'f>(owner: &'f str, values: &[&'f str; 6]) -> Vec<(&'f str, &'f str)> {
    const INPUTS: [&str; 6] = ["eget-1", "eget-2", "eget-3", "eget-4", "eget-5", "eget-6"];
    let mut all = vec![
        ("id", GOAL),
        ("typ", "strav"),
        ("titel", "Alla kan läsa"),
        ("agare", owner),
        ("under", AREA),
    ];
    all.extend(NAMES.map(|name| ("egna", name)));
    all.extend(INPUTS.into_iter().zip(values.iter().copied()));
    all
}

#[test]
fn every_kind_of_field_is_filled_in_with_the_element_and_shown_on_its_page() {
    let (app, mut browser, owner) = founded();
    browser.open("/mal/nytt?typ=strav");
    assert!(browser.page().says("Egna fält 0 av 6 ifyllda"), "{}", browser.page().text());
    assert!(browser.page().says("I tusen kronor."));
    assert_eq!(browser.post("/mal", &fields(&owner, &WHOLE)).status, 303);
    let kept = own(&app, GOAL);
    assert_eq!((kept.get("hur"), kept.get("belopp")), ("I två steg.\nFörst det ena.", "8.5"));
    browser.open(&format!("/mal/{GOAL}")).within_budget(30);
    for words in
        ["Hur I två steg.", "Belopp 8,5", "Klart 1 maj 2026", "Vård", "Offentlig Ja", "Eva"]
    {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
    browser.open(&format!("/mal/{GOAL}/andra"));
    assert_eq!(
        (browser.value("Belopp"), browser.value("Klart")),
        ("8,5".into(), "2026-05-01".into())
    );
    let audit = app.audit_length();
    browser.fill("Kontakt", "Bo").press("Spara utkastet");
    assert_eq!((browser.status(), own(&app, GOAL).get("kontakt")), (200, "Bo"));
    assert_eq!(
        app.audit_length(),
        audit + 2,
        "the element's version, and the one field that differs"
    );
    assert_eq!(own(&app, GOAL).get("hur"), "I två steg.\nFörst det ena.");
}

#[test]
fn what_a_field_does_not_understand_is_told_there_and_nothing_is_kept() {
    let (app, mut browser, owner) = founded();
    let before = app.audit_length();
    let long = "å".repeat(201);
    for (at, bad) in [(1, "många"), (2, "i maj"), (3, "Teater"), (4, "kanske"), (5, &long)] {
        let mut values = WHOLE;
        values[at] = bad;
        let page = browser.post_and_show("/mal", &fields(&owner, &values));
        assert_eq!(page.status(), 422, "{bad}");
        assert_eq!(page.page().problems().len(), 1, "{bad}: {:?}", page.page().problems());
        assert!(!page.page().texts("details.fold[open]").is_empty(), "unfolded at the problem");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn words_do_not_land_in_another_field_when_the_model_has_changed_meanwhile() {
    let (app, mut browser, owner) = founded();
    let mut sent = fields(&owner, &["x", "", "", "", "", ""]);
    // The form was made when the first field was another.
    let at = sent.iter().position(|field| *field == ("egna", "hur")).unwrap();
    sent[at] = ("egna", "varför");
    assert_eq!(browser.post("/mal", &sent).status, 303);
    assert!(own(&app, GOAL).is_empty());
}

#[test]
fn two_who_fill_in_the_same_field_see_what_differs() {
    let (app, mut browser, owner) = founded();
    browser.post("/mal", &fields(&owner, &WHOLE));
    let mut change = |value: &'static str| {
        let mut sent = fields(
            &owner,
            &["I två steg.\nFörst det ena.", "8,5", "2026-05-01", "Vård", "yes", value],
        );
        sent.push(("version", "1"));
        browser.post_and_show(&format!("/mal/{GOAL}"), &sent).status()
    };
    assert_eq!((change("Bo"), change("Bo"), change("Ada")), (200, 200, 409));
    assert_eq!(browser.page().texts(".notice del"), ["Bo"]);
    assert_eq!(browser.page().texts(".notice ins"), ["Ada"]);
    assert_eq!(own(&app, GOAL).get("kontakt"), "Bo");
}

#[test]
fn a_new_wording_begins_with_the_fields_and_the_decision_shows_what_differs() {
    let (app, mut browser, owner) = founded();
    browser.post("/mal", &fields(&owner, &WHOLE));
    let id: ElementId = GOAL.parse().unwrap();
    let mut adopted = (**app.structure().element(id).unwrap()).clone();
    adopted.state = ElementState::Adopted;
    adopted.version += 1;
    app.writing(move |tx| app::elements::store::change_element(tx, "adopt", &adopted));
    assert_eq!(browser.post(&format!("/mal/{GOAL}/ersatt"), &[("id", NEXT)]).status, 303);
    assert_eq!(own(&app, NEXT).values, own(&app, GOAL).values);
    browser.open(&format!("/mal/{NEXT}/andra")).fill("Kontakt", "Bo").press("Spara utkastet");
    browser.open(&format!("/mal/{NEXT}/beslut"));
    let said = |tag: &str| browser.page().texts(&format!(".grounds-list {tag}"));
    assert_eq!((said("del"), said("ins")), (vec!["Eva".to_owned()], vec!["Bo".to_owned()]));
    assert_eq!(own(&app, GOAL).get("kontakt"), "Eva", "what was decided stands");
}

#[test]
fn a_measure_has_fields_of_its_own_and_one_that_is_its_method_is_asked_once() {
    let (app, mut browser, owner) = founded();
    browser.open("/matt/nytt");
    assert!(browser.page().says("Till vem") && !browser.page().says("Hur mäts det"));
    let sent = [
        ("id", MEASURE),
        ("typ", "tal"),
        ("titel", "Läsning"),
        ("agare", owner.as_str()),
        ("decimaler", "1"),
        ("riktning", "higher"),
        ("frekvens", "year"),
        ("organisation", "mean"),
        ("tid", "mean"),
        ("egna", "till vem"),
        ("eget-1", "Barnen"),
    ];
    assert_eq!(browser.post("/matt", &sent).status, 303);
    browser.open(&format!("/matt/{MEASURE}")).within_budget(30);
    assert!(browser.page().says("Till vem Barnen"), "{}", browser.page().text());
    browser.open(&format!("/matt/{MEASURE}/andra")).fill("Till vem", "Eleverna").press("Spara");
    assert_eq!((browser.status(), own(&app, MEASURE).get("till vem")), (200, "Eleverna"));
}

#[test]
fn a_large_number_is_the_same_when_the_form_is_saved_again_in_either_language() {
    let (app, mut browser, owner) = founded();
    let mut values = WHOLE;
    values[1] = "1234567,5";
    assert_eq!(browser.post("/mal", &fields(&owner, &values)).status, 303);
    for (language, shown, button) in
        [("sv", "1234567,5", "Spara utkastet"), ("en", "1234567.5", "Save the draft")]
    {
        browser.cookies().insert("sprak".to_owned(), language.to_owned());
        browser.open(&format!("/mal/{GOAL}/andra"));
        assert_eq!(browser.value("Belopp"), shown);
        browser.fill("Kontakt", language).press(button);
        let kept = own(&app, GOAL);
        assert_eq!((kept.get("kontakt"), kept.get("belopp")), (language, "1234567.5"));
    }
}

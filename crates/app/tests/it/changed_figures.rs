//! Figures that change while a report is written: its questions follow them, and nothing that somebody
//! has written is lost.

use app::demo::id_of;
use app::followup::store::{self, Part};
use domain::fulfilment::Fulfilment;
use domain::ids::PartId;
use serde_json::json;

use crate::followup::{account, autosave, own_judgements, part};
use crate::followup_returns::returned;
use crate::kit::{Browser, TestApp, id};

const UNIT: &str = "skargardens-forskolor";
const SAFE: &str = "trygga-vardnadshavare";

fn kept(app: &TestApp, about: &str) -> Part {
    let id: PartId = id_of("part", &format!("{UNIT}/{about}"));
    app.reading(|tx| store::part(tx, id)).unwrap()
}

/// Answers what is left beside the part about how safe the children's guardians find it, and hands the
/// account in.
fn hand_in_the_rest(browser: &mut Browser) {
    browser.open(&part("sjukfranvaro")).press("Klar, nästa del");
    browser.fill("Vad beror förseningen på?", "Materialet kom sent.").choose("Ja");
    browser.press("Klar, nästa del").press("Klar, nästa del");
    assert_eq!(browser.page().heading(), "Granska och lämna");
    browser.press("Lämna rapporten");
}

/// Lets a part stand as it does where the value met its target when the account was opened.
fn usual_when_opened(app: &TestApp, about: &str) {
    let mut usual = kept(app, about);
    (usual.needs, usual.proposed) = (Vec::new(), Some(Fulfilment::Achieved));
    app.writing(move |tx| store::keep_figures(tx, &[&usual]));
}

fn value_form(measure: &str, period: &str) -> String {
    let (measure, unit) = (id("element", measure), id("org", UNIT));
    format!("/matt/{measure}/varde?enhet={unit}&period={period}")
}

fn correct(browser: &mut Browser, (measure, period): (&str, &str), value: &str) {
    browser.open(&value_form(measure, period)).fill("Värde, procent", value);
    browser.fill("Varför ändras värdet?", "Fel svar var med.").press("Spara värdet");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
}

#[test]
fn a_question_whose_value_is_corrected_so_that_it_meets_the_target_says_so_and_loses_nothing() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part(SAFE));
    assert_eq!(amira.page().heading(), "Trygga vårdnadshavare sjunker. Vad beror det på?");
    amira.fill("Din förklaring", "Många var nya i höstas.").press("Hoppa över så länge");
    correct(&mut amira, (SAFE, "2026"), "94");
    amira.open(&part(SAFE)).within_budget(30);
    assert_eq!(amira.page().heading(), "Trygga vårdnadshavare når nu målet");
    let told = "Värdet har ändrats från 86 % till 94 % och når nu målet minst 90 %.";
    assert!(amira.page().says(told), "{}", amira.page().text());
    assert_eq!(amira.value("Din förklaring"), "Många var nya i höstas.");
    assert!(!amira.page().says("når inte målet"), "{}", amira.page().text());
    for address in [account(), "/folja-upp".to_owned(), "/".to_owned(), part(SAFE)] {
        amira.open(&address).within_budget(30);
        let page = amira.page().text();
        assert!(!page.contains("varför trygga vårdnadshavare inte når"), "{address}: {page}");
    }
    amira.open(&account());
    let page = amira.page().text();
    assert!(page.contains("Trygga vårdnadshavareAvviker inte längre"), "{page}");
    // Nothing more is asked, and what is handed in says what it said.
    amira.open(&part(SAFE)).press("Klar, nästa del");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());
    amira.open(&part("sjukfranvaro")).press("Klar, nästa del");
    amira.fill("Vad beror förseningen på?", "Materialet kom sent.").choose("Ja");
    amira.press("Klar, nästa del").press("Klar, nästa del").press("Lämna rapporten");
    assert_eq!(amira.page().heading(), "Tack", "{}", amira.page().text());
    amira.open(&format!("{}/las", account()));
    assert!(amira.page().says("Många var nya i höstas."));
    let read = amira.page().text();
    correct(&mut amira, (SAFE, "2026"), "85");
    amira.open(&format!("{}/las", account()));
    assert_eq!(amira.page().text(), read, "what is handed in goes on saying what it said");
    let kept = kept(&app, SAFE);
    assert_eq!((kept.needs, kept.proposed), (Vec::new(), Some(Fulfilment::Achieved)));
    assert!(kept.automatic_text.contains("94"), "{}", kept.automatic_text);
}

#[test]
fn what_went_as_expected_is_asked_about_when_its_corrected_value_deviates() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    correct(&mut amira, (SAFE, "2026"), "94");
    amira.open(&part(SAFE)).press("Klar, nästa del");
    correct(&mut amira, (SAFE, "2026"), "71");
    amira.open(&part(SAFE));
    assert_eq!(amira.page().heading(), "Trygga vårdnadshavare sjunker. Vad beror det på?");
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    assert_eq!(amira.status(), 422, "a deviation without words is not handed in");
}

#[test]
fn what_was_answered_while_it_deviated_is_seen_can_be_changed_and_is_handed_in() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    usual_when_opened(&app, SAFE);
    correct(&mut amira, (SAFE, "2026"), "94");
    amira.open(&account());
    assert!(!amira.page().says("Trygga vårdnadshavareAvviker"), "{}", amira.page().text());
    correct(&mut amira, (SAFE, "2026"), "71");
    amira.open(&part(SAFE)).fill("Din förklaring", "Många var nya.").choose("Nej");
    amira.press("Klar, nästa del");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());
    correct(&mut amira, (SAFE, "2026"), "94");
    amira.open(&part(SAFE)).within_budget(30);
    assert_eq!(amira.page().heading(), "Trygga vårdnadshavare avviker inte längre");
    assert_eq!(amira.value("Din förklaring"), "Många var nya.");
    assert!(amira.page().says("Förslag: Ja."), "the judgement is there to change");
    amira.press("Klar, nästa del");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());
    hand_in_the_rest(&mut amira);
    assert_eq!(amira.page().heading(), "Tack", "{}", amira.page().text());
    assert_eq!(own_judgements(&app, SAFE), 1);
    amira.open(&format!("{}/las", account()));
    assert!(amira.page().says("Många var nya."), "{}", amira.page().text());
}

#[test]
fn an_answered_question_that_the_figures_no_longer_ask_is_handed_in_and_asked_again_when_they_do() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part(SAFE)).fill("Din förklaring", "Många var nya.").choose("Nej");
    amira.press("Klar, nästa del");
    correct(&mut amira, (SAFE, "2026"), "94");
    hand_in_the_rest(&mut amira);
    assert_eq!(amira.page().heading(), "Tack", "{}", amira.page().text());

    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    correct(&mut amira, (SAFE, "2026"), "94");
    amira.open(&part(SAFE)).press("Klar, nästa del");
    correct(&mut amira, (SAFE, "2026"), "71");
    amira.open(&account());
    let page = amira.page().text();
    assert!(page.contains("Trygga vårdnadshavareAvvikercirka"), "{page}");
    amira.open("/");
    assert!(amira.page().says("arför trygga vårdnadshavare"), "{}", amira.page().text());
    amira.open(&part("sjukfranvaro")).press("Klar, nästa del");
    assert_eq!(amira.page().heading(), "Trygga vårdnadshavare sjunker. Vad beror det på?");
}

#[test]
fn what_is_saved_while_one_writes_follows_the_figures_as_the_page_does() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    usual_when_opened(&app, SAFE);
    let version = kept(&app, SAFE).version;
    let causes = json!(["Byten av personal"]);
    let (status, answer) = autosave(&mut amira, SAFE, version, "orsak", &causes);
    assert_eq!(status, 200, "{answer}");

    let app = TestApp::new();
    let (mut amira, _) = returned(&app);
    let absence = "sjukfranvaro";
    let done = kept(&app, absence);
    let (id, state) = (done.id, done.state);
    let (of_text, of_form) = (done.text_version, done.version);
    app.writing(move |tx| {
        store::keep_text(tx, id, "", of_text, state)?;
        store::keep_causes(tx, id, &[], of_form, state)?;
        store::keep_level(tx, id, (None, ""), of_form + 1, state).map(|_| ())
    });
    usual_when_opened(&app, absence);
    let text = json!("Vakanser.");
    let (status, answer) = autosave(&mut amira, absence, of_text + 1, "text", &text);
    assert_eq!(status, 200, "{answer}");
}

#[test]
fn what_goes_as_expected_says_the_value_that_stands_when_it_is_handed_in() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    usual_when_opened(&app, SAFE);
    for value in ["94", "95"] {
        correct(&mut amira, (SAFE, "2026"), value);
        amira.open(&format!("{}/granska", account()));
        let said = format!("{value} %");
        assert!(amira.page().says(&said), "{said}: {}", amira.page().text());
    }
}

#[test]
fn a_conclusion_whose_figures_were_changed_afterwards_says_so_wherever_it_is_read() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let (measure, unit) = (id("element", SAFE), id("org", UNIT));
    amira.open(&format!("/analyser/ny?sort=measure&om={measure}&enhet={unit}"));
    amira.press("Börja analysen");
    let address = amira.address().split("/steg").next().unwrap().to_owned();
    amira.open(&format!("{address}/steg/1")).press("Klart, nästa steg");
    amira.open(&format!("{address}/steg/6")).fill("Slutsats", "Introduktionen var för kort.");
    amira.choose("Troligt").fill("Vad betyder det för invånaren?", "Oro.");
    amira.press("Klart, nästa steg").open(&address).press("Avsluta analysen");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());
    amira.open(&part(SAFE)).press("Använd slutsatsen");
    let places = [
        address.clone(),
        "/analyser/budgetdialog".to_owned(),
        part(SAFE),
        format!("/matt/{measure}?enhet={unit}"),
    ];
    let told = "Siffror har ändrats sedan analysen gjordes";
    for place in &places {
        amira.open(place).within_budget(30);
        assert!(amira.page().says("Introduktionen var för kort."), "{place}");
        assert!(!amira.page().says(told), "{place}");
    }
    app.clock().advance_secs(60);
    correct(&mut amira, (SAFE, "2026"), "94");
    for place in &places {
        amira.open(place).within_budget(30);
        assert!(amira.page().says(told), "{place}: {}", amira.page().text());
    }
    amira.open(&format!("{address}/steg/1")).within_budget(30);
    assert!(amira.page().says("Diagrammet som det är nu"));
    app.clock().advance_secs(60);
    correct(&mut amira, (SAFE, "2026"), "86");
    amira.open(&address);
    assert!(!amira.page().says(told), "what was changed back is as it was");
}

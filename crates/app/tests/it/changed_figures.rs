//! Figures that change while a report is written: its questions follow them, and nothing that somebody
//! has written is lost.

use crate::followup::{account, part};
use crate::kit::{Browser, TestApp, id};

const UNIT: &str = "skargardens-forskolor";
const SAFE: &str = "trygga-vardnadshavare";

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
    correct(&mut amira, (SAFE, "2026"), "85");
    amira.open(&format!("{}/las", account()));
    assert!(!amira.page().says("når inte målet. Vad"), "{}", amira.page().text());
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

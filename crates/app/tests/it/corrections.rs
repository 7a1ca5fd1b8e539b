//! Values that are changed: who may say that they are checked, what a correction leaves behind, and
//! what a frozen report says of it.

use scraper::Selector;

use crate::imports::{PLACE, look, rows};
use crate::kit::{Browser, TestApp, id};

const RECTOR: &str = "Amira Lindqvist";
const DEPUTY: &str = "Sofia Bergkvist";
const FIELD: &str = "Värde, procent";

fn measure() -> String {
    format!("/matt/{}", id("element", "sjukfranvaro"))
}

fn page() -> String {
    format!("{}?enhet={}", measure(), id("org", "skargardens-forskolor"))
}

fn form(period: &str) -> String {
    let unit = id("org", "skargardens-forskolor");
    format!("{}/varde?enhet={unit}&period={period}", measure())
}

/// What the table of corrections says, without its headings.
fn corrections(browser: &mut Browser) -> Vec<Vec<String>> {
    browser.open(&page()).within_budget(30);
    browser.page().table("Ändrade värden").split_off(1)
}

#[test]
fn a_checked_value_is_corrected_with_a_reason_and_the_old_one_stays() {
    let app = TestApp::new();
    let mut rector = app.signed_in(RECTOR);
    let audit = app.audit_length();
    let known = corrections(&mut rector).len();
    rector.open(&form("2026-06")).fill(FIELD, "7,1").press("Spara värdet");
    assert_eq!(rector.status(), 422);
    assert!(rector.page().says("Skriv varför värdet ändras"));
    assert_eq!((rector.value(FIELD), app.audit_length()), ("7,1".to_owned(), audit));
    rector.fill("Varför ändras värdet?", "Fel tjänst var med.").press("Spara värdet");
    assert_eq!(rector.status(), 200);
    assert_eq!(app.audit_length(), audit + 1);
    let now = corrections(&mut rector);
    assert_eq!(now.len(), known + 1);
    let newest = now.first().unwrap().join(" ");
    for words in
        ["juni 2026", "7,5 % (granskat)", "7,1 % (granskat)", "Fel tjänst var med.", RECTOR]
    {
        assert!(newest.contains(words), "{words} in {newest}");
    }
    rector.open(&form("2026-06"));
    assert!(rector.page().says("Fel tjänst var med."), "the form shows what has stood");
}

#[test]
fn what_was_preliminary_changes_without_a_reason_and_leaves_a_trace() {
    let app = TestApp::new();
    let mut rector = app.signed_in(RECTOR);
    let known = corrections(&mut rector).len();
    rector.open(&form("2026-08")).fill(FIELD, "8,2").press("Spara värdet");
    assert_eq!(rector.status(), 200);
    let now = corrections(&mut rector);
    assert_eq!(now.len(), known + 1);
    assert!(now.first().unwrap().join(" ").contains("8,1 % (preliminärt)"), "{now:?}");
}

#[test]
fn nothing_is_kept_when_nothing_changes() {
    let app = TestApp::new();
    let mut rector = app.signed_in(RECTOR);
    let audit = app.audit_length();
    rector.open(&form("2026-06")).press("Spara värdet");
    assert_eq!((rector.status(), app.audit_length()), (200, audit));
}

#[test]
fn who_does_not_answer_for_the_source_corrects_and_another_checks() {
    let app = TestApp::new();
    let mut deputy = app.signed_in(DEPUTY);
    deputy.open(&form("2026-06"));
    assert!(!deputy.page().says("Granskat"), "not offered to those who may not");
    let unit = id("org", "skargardens-forskolor");
    let fields = |quality: &str| {
        [
            ("enhet", unit.clone()),
            ("period", "2026-06".to_owned()),
            ("sedd", "2026-06".to_owned()),
            ("tillstand", "matt".to_owned()),
            ("varde", "7,1".to_owned()),
            ("kvalitet", quality.to_owned()),
            ("skal", "Fel tjänst var med.".to_owned()),
            ("version", "1".to_owned()),
        ]
    };
    let address = format!("{}/varde", measure());
    let mut post = |quality: &str| {
        let fields = fields(quality);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        deputy.post(&address, &fields)
    };
    let audit = app.audit_length();
    let refused = post("verified");
    assert_eq!((refused.status.as_u16(), app.audit_length()), (422, audit));
    assert!(refused.text().contains("Du kan inte säga att värdet är granskat"));
    assert_eq!(post("corrected").status.as_u16(), 303);
    let mut rector = app.signed_in(RECTOR);
    assert!(corrections(&mut rector).first().unwrap().join(" ").contains("7,1 % (rättat)"));
    rector.open(&form("2026-06")).choose("Granskat").press("Spara värdet");
    assert_eq!(rector.status(), 200, "checking the same value owes no reason");
}

#[test]
fn where_nothing_stands_nothing_can_be_corrected() {
    let app = TestApp::new();
    let mut rector = app.signed_in(RECTOR);
    let unit = id("org", "skargardens-forskolor");
    let fields = [
        ("enhet", unit.as_str()),
        ("period", "2022-05"),
        ("varde", "7,1"),
        ("kvalitet", "corrected"),
        ("version", "0"),
    ];
    assert_eq!(rector.post(&format!("{}/varde", measure()), &fields).status.as_u16(), 422);
}

#[test]
fn a_file_that_corrects_is_asked_for_one_reason_and_its_undoing_is_seen() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    let (audit, known) = (app.audit_length(), corrections(&mut controller).len());
    let file = [format!("{PLACE};2026-05;;7,0;rättat"), format!("{PLACE};2026-06;;7,1;granskat")];
    look(&mut controller, &rows(&[&file[0], &file[1]]));
    assert!(
        controller
            .page()
            .says("2 värden som är granskade, rättade eller redan lämnade får andra värden")
    );
    controller.press("Läs in 2 värden");
    assert_eq!((controller.status(), app.audit_length()), (422, audit));
    assert!(controller.page().says("Skriv varför värdet ändras"));
    controller.fill("Varför ändras värdena?", "Rättad lönefil.").press("Läs in 2 värden");
    assert_eq!((controller.status(), app.audit_length()), (200, audit + 1));
    let import = controller.address().to_owned();
    let now = corrections(&mut controller);
    assert_eq!(now.len(), known + 2);
    assert!(now.iter().take(2).all(|row| row.join(" ").contains("Rättad lönefil.")), "{now:?}");
    app.clock().advance_secs(60);
    controller.open(&import).press("Ångra inläsningen");
    let now = corrections(&mut controller);
    assert_eq!(now.len(), known + 4);
    let newest = now.first().unwrap().join(" ");
    assert!(newest.contains("en inläsning ångrades") && newest.contains("7,5 %"), "{newest}");
}

#[test]
fn a_frozen_report_stays_and_what_was_restated_since_is_told_there_and_at_the_measure() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    let committee = id("org", "utbildningsnamnden");
    controller
        .open(&format!("/rapport/{committee}"))
        .follow("Frys rapporten")
        .press("Frys rapporten");
    let frozen = controller.address().to_owned();
    let article = controller.page().texts("article.report");
    assert!(!controller.page().says("Ändrat sedan rapporten frystes"));
    app.clock().advance_secs(60);
    // One unit of many, so the whole changes by a little that the decimals still show.
    let safe = id("element", "trygga-vardnadshavare");
    let unit = id("org", "hamnens-forskolor");
    controller.open(&format!("/matt/{safe}/varde?enhet={unit}&period=2026"));
    controller.fill("Värde, procent", "22").fill("Varför ändras värdet?", "Svar räknades dubbelt.");
    controller.press("Spara värdet");
    assert_eq!(controller.status(), 200, "{}", controller.page().text());
    controller.open(&frozen).within_budget(30);
    assert_eq!(controller.page().texts("article.report"), article);
    let told = controller.page().table("Ändrat sedan rapporten frystes");
    let told: Vec<String> = told.iter().map(|row| row.join(" ")).collect();
    assert!(told.iter().any(|row| row.contains("2026") && row.contains("Svar räknades dubbelt.")));
    controller.open(&format!("/matt/{safe}?enhet={committee}")).within_budget(30);
    assert!(controller.page().says("Värden är ändrade efter en fryst rapport"));
    assert!(controller.page().says("Svar räknades dubbelt."));
}

/// The newest line of the history.
fn newest(browser: &mut Browser) -> String {
    corrections(browser).first().map(|row| row.join(" ")).unwrap_or_default()
}

#[test]
fn every_door_tells_the_same_history() {
    let app = TestApp::new();
    let mut rector = app.signed_in(RECTOR);
    let unit = id("org", "skargardens-forskolor");
    let says = |words: &str, all: &[&str]| {
        for one in all.iter().chain(&["augusti 2026", RECTOR]) {
            assert!(words.contains(one), "{one} in {words}");
        }
    };
    // The form.
    rector.open(&form("2026-08")).fill(FIELD, "8,2").press("Spara värdet");
    assert_eq!(rector.status(), 200);
    let now = newest(&mut rector);
    says(&now, &["8,1 % (preliminärt)", "8,2 % (preliminärt)", "i formuläret"]);
    // The table.
    app.clock().advance_secs(60);
    rector.open(&format!("/matvarden?enhet={unit}&matt={}&ar=2026", id("element", "sjukfranvaro")));
    rector.fill("Sjukfrånvaro augusti 2026", "8,3").choose("Preliminärt").press("Spara värdena");
    assert_eq!(rector.status(), 200, "{}", rector.page().text());
    let now = newest(&mut rector);
    says(&now, &["8,2 % (preliminärt)", "8,3 % (preliminärt)", "i tabellen"]);
    // A file, and undoing it.
    app.clock().advance_secs(60);
    let mut controller = app.signed_in("Kerstin Öberg");
    look(&mut controller, &rows(&[&format!("{PLACE};2026-08;;8,4;preliminärt")]));
    controller.press("Läs in ett värde");
    let import = controller.address().to_owned();
    let now = newest(&mut controller);
    assert!(now.contains("8,3 % (preliminärt) 8,4 % (preliminärt)"), "{now}");
    assert!(now.contains("med en fil") && now.contains("Kerstin Öberg"), "{now}");
    app.clock().advance_secs(60);
    controller.open(&import).press("Ångra inläsningen");
    let now = newest(&mut controller);
    assert!(now.contains("8,4 % (preliminärt) 8,3 % (preliminärt)"), "{now}");
    assert!(now.contains("en inläsning ångrades"), "{now}");
}

/// The version that a value stands under, as its form carries it.
fn version(browser: &mut Browser, period: &str) -> String {
    browser.open(&form(period));
    let field = Selector::parse("input[name=version]").unwrap();
    let found = browser.page().html().select(&field).next();
    found.and_then(|field| field.attr("value")).unwrap_or_default().to_owned()
}

#[test]
fn what_comes_where_an_undone_file_has_been_goes_on_from_its_version() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    let file = rows(&[&format!("{PLACE};2022-03;;7,0;preliminärt")]);
    assert_eq!(version(&mut controller, "2022-03"), "0");
    let read_and_undo = |controller: &mut Browser| {
        look(controller, &file);
        controller.press("Läs in ett värde");
        let address = controller.address().to_owned();
        let version = version(controller, "2022-03");
        app.clock().advance_secs(60);
        controller.open(&address).press("Ångra inläsningen");
        app.clock().advance_secs(60);
        version
    };
    let told = corrections(&mut controller).len();
    assert_eq!(read_and_undo(&mut controller), "1");
    assert_eq!(read_and_undo(&mut controller), "3", "2 was when it was taken away");
    let now = corrections(&mut controller);
    assert_eq!(now.len(), told + 2);
    assert!(now.first().unwrap().join(" ").contains("inget värde"), "{now:?}");
    // The form goes on too.
    let unit = id("org", "skargardens-forskolor");
    let fields =
        [("enhet", unit.as_str()), ("period", "2022-03"), ("varde", "7,2"), ("version", "0")];
    let sent = controller.post(&format!("{}/varde", measure()), &fields);
    assert_eq!(sent.status.as_u16(), 303);
    assert_eq!(version(&mut controller, "2022-03"), "5");
}

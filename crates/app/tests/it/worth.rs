//! What measures are worth: the control question, established definitions, and how their periods and
//! org units become one.

use domain::ids::ElementId;
use domain::measures::{Measure, TellsInhabitants};

use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const READER: &str = "Ingrid Malm";
const NEW: &str = "0198f000000070008000000000000011";

fn measure(app: &TestApp, id: &str) -> Measure {
    let id: ElementId = id.parse().expect("an identity");
    Measure::clone(app.structure().measure(id).expect("a measure"))
}

fn faults(browser: &mut Browser) -> String {
    browser.open("/trad/halsa?regel=M10").page().texts("table tbody").join(" ")
}

#[test]
fn a_decided_measure_answers_the_control_question_and_the_fault_goes() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let lent = id("element", "barnlan");
    assert!(faults(&mut browser).contains("Barns lån"), "{}", browser.page().text());
    browser.open(&format!("/matt/{lent}"));
    assert!(browser.page().says("Inte besvarat än"));
    browser.follow("Kontrollfråga och etablerat mått").within_budget(30);
    assert!(browser.page().says("ur ett medborgarperspektiv"), "the model asks in its own words");
    browser.choose("Nej").press("Spara");
    assert_eq!(measure(&app, &lent).tells_inhabitants, Some(TellsInhabitants::No));
    assert!(faults(&mut browser).contains("Barns lån"), "a no without a reason is no answer");
    browser.open(&format!("/matt/{lent}/kontrollfraga"));
    browser.fill("Motivering till svaret", "Nämnden vill följa utlåningen").press("Spara");
    assert_eq!(browser.status(), 200);
    assert!(browser.page().says("Nej. Nämnden vill följa utlåningen"), "{}", browser.page().text());
    assert!(!faults(&mut browser).contains("Barns lån"));
    let audit = app.audit_length();
    browser.open(&format!("/matt/{lent}/kontrollfraga")).press("Spara");
    assert_eq!((browser.status(), app.audit_length()), (200, audit), "nothing was changed");
}

#[test]
fn nothing_is_asked_of_measures_of_resources() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    assert!(!faults(&mut browser).contains("Sjukfrånvaro"));
    browser.open(&format!("/matt/{}", id("element", "sjukfranvaro")));
    assert!(!browser.page().says("Inte besvarat än"));
}

#[test]
fn a_goal_tells_how_many_of_its_results_say_something_to_the_inhabitants() {
    let app = TestApp::new();
    let mut browser = app.signed_in(READER);
    browser.open(&format!("/mal/{}", id("element", "rm-trygg-start"))).within_budget(30);
    assert!(
        browser.page().says("säger något om kvalitet för invånarna."),
        "{}",
        browser.page().text()
    );
}

#[test]
fn two_who_answer_see_what_the_other_said() {
    let app = TestApp::new();
    let (mut first, mut second) = (app.signed_in(CONTROLLER), app.signed_in("Johan Åkerlund"));
    let address = format!("/matt/{}/kontrollfraga", id("element", "barnlan"));
    first.open(&address);
    second.open(&address).choose("Delvis").press("Spara");
    first.choose("Ja").press("Spara");
    assert_eq!(first.status(), 409);
    let theirs = first.page().texts("dl.facts dd");
    assert_eq!(theirs.first().map(String::as_str), Some("Delvis"), "no code: {theirs:?}");
    first.press("Spara");
    assert_eq!(first.status(), 200);
    let lent = id("element", "barnlan");
    assert_eq!(measure(&app, &lent).tells_inhabitants, Some(TellsInhabitants::Yes));
}

#[test]
fn an_established_definition_is_named_linked_and_listed_by() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let lent = id("element", "barnlan");
    let address = format!("/matt/{lent}/kontrollfraga");
    let audit = app.audit_length();
    browser.open(&address).fill("Länk till definitionen", "kolada punkt se").press("Spara");
    assert_eq!(browser.status(), 422);
    browser.fill("Länk till definitionen", "https://www.kb.se/matt").press("Spara");
    assert_eq!(browser.status(), 422, "an address of what?");
    assert!(browser.page().says("Skriv också vad måttet heter"), "{}", browser.page().text());
    assert_eq!(app.audit_length(), audit);
    browser.fill("Etablerat mått", "Biblan 3.1").press("Spara");
    let link = ("Biblan 3.1".to_owned(), "https://www.kb.se/matt".to_owned());
    let links = browser.page().links();
    assert!(links.contains(&link) || links.contains(&(link.1, link.0)), "{links:?}");
    browser.open("/matt").follow("Etablerade mått");
    let rows = browser.page().texts("table tbody tr").join(" ");
    assert!(rows.contains("Barns lån") && rows.contains("Meritvärde"), "{rows}");
    assert!(!rows.contains("Fallolyckor"), "{rows}");
    browser.open("/matt?etablerade=ja&q=merit");
    assert_eq!(browser.page().texts("table tbody tr").len(), 1);
}

#[test]
fn the_latest_of_org_units_is_refused_with_what_to_choose_instead() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/matt/nytt");
    let choices = browser.page().texts("select[name=organisation] option").join(", ");
    assert!(!choices.contains("det senaste"), "{choices}");
    let owner = id("org", "utbildningsnamnden");
    let sent = [
        ("id", NEW),
        ("typ", "indikator"),
        ("titel", "Läsglädje"),
        ("agare", owner.as_str()),
        ("klass", "resultatmått"),
        ("decimaler", "1"),
        ("riktning", "higher"),
        ("frekvens", "month"),
        ("organisation", "latest"),
        ("tid", "latest"),
    ];
    let page = browser.post_and_show("/matt", &sent);
    assert_eq!(page.status(), 422);
    assert!(page.page().says("ingen av dem är den senaste"), "{}", page.page().text());
}

#[test]
fn a_year_is_what_the_measure_says_that_its_months_make_up() {
    let app = TestApp::new();
    let visits = id("element", "biblioteksbesok");
    let mut browser = app.signed_in(READER);
    browser.open(&format!("/matt/{visits}")).within_budget(30);
    let years = browser.page().table("År för år");
    let row = |year: &str| years.iter().find(|row| row[0] == year).cloned().unwrap_or_default();
    assert_eq!(row("2025")[2], "12 av 12 värden", "{years:?}");
    let structure = app.structure();
    let of: ElementId = visits.parse().unwrap();
    let owner = structure.element(of).unwrap().owner;
    let of_2025 = app.reading(|tx| app::measures::store::all_of_measure(tx, of));
    let below = of_2025.iter().filter(|one| {
        one.period.year() == 2025
            && one.breakdown.is_empty()
            && one.org_unit != owner
            && structure.organisation.is_within(one.org_unit, owner)
    });
    let sum: rust_decimal::Decimal = below.filter_map(|one| one.value.number()).sum();
    let shown: String = row("2025")[1].chars().filter(char::is_ascii_digit).collect();
    assert_eq!(shown, sum.round().normalize().to_string(), "{years:?}");
    browser.open(&format!("/matt/{}", id("element", "meritvarde")));
    let captions = browser.page().texts("caption");
    assert!(!captions.iter().any(|one| one == "År för år"), "a year is no longer than itself");
}

#[test]
fn what_is_answered_while_new_words_wait_is_not_taken_back_by_them() {
    const WORDS: &str = "0198f000000070008000000000000099";
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let lent = id("element", "barnlan");
    let begun = browser.post(&format!("/mal/{lent}/ersatt"), &[("id", WORDS)]);
    assert_eq!(begun.status, 303, "{}", begun.text());
    browser.open(&format!("/matt/{lent}/kontrollfraga")).choose("Ja").press("Spara");
    assert_eq!(measure(&app, WORDS).tells_inhabitants, Some(TellsInhabitants::Yes));
    // New words that have got an answer of their own keep it.
    browser.open(&format!("/matt/{WORDS}/kontrollfraga")).choose("Delvis").press("Spara");
    browser.open(&format!("/matt/{lent}/kontrollfraga")).choose("Nej");
    browser.fill("Motivering till svaret", "Lagen kräver det").press("Spara");
    assert_eq!(measure(&app, WORDS).tells_inhabitants, Some(TellsInhabitants::Partly));
    assert_eq!(measure(&app, &lent).tells_inhabitants, Some(TellsInhabitants::No));
    browser.open("/trad/andrat?fran=2026-08-24");
    assert!(browser.page().says("Kontrollfrågan eller det etablerade måttet har ett annat svar."));
    assert!(!browser.page().says("Mäts på ett annat sätt."));
}

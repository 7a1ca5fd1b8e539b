//! Texts are written once and quoted upward, each level with its own judgement beside.

use crate::followup::{account, hand_in, part};
use crate::kit::{Browser, TestApp, id};

const WORDS: &str = "Materialet blev klart efter sommaren.";

fn address(org: &str) -> String {
    format!("/folja-upp/sammanstallning/{}", id("org", org))
}

fn version(browser: &Browser) -> String {
    crate::followup::shown_version(browser)
}

/// The committee quotes what a unit has handed in. The administration's is opened again first, so that
/// the committee reads the units themselves.
fn committee_quotes_a_unit(app: &TestApp) -> Browser {
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let mut controller = app.signed_in("Kerstin Öberg");
    controller.open(&address("utbildningsforvaltningen")).press("Öppna igen");
    controller.open(&address("utbildningsnamnden")).within_budget(30);
    controller.press("Citera Gemensam introduktion för vikarier");
    assert_eq!(controller.status(), 200, "{}", controller.page().text());
    controller
}

#[test]
fn a_body_quotes_with_origin_and_says_its_own_beside() {
    let app = TestApp::new();
    let mut controller = committee_quotes_a_unit(&app);
    assert!(controller.page().says(WORDS));
    assert!(controller.page().says("Skärgårdens förskolor, Amira Lindqvist, 25 augusti 2026"));
    let own = "Utbildningsnämnden bedömer";
    controller.fill(own, "Introduktionen får inte vänta.").press("Spara");
    controller.press("Fastställ").within_budget(30);
    assert!(controller.page().says("Låst: fastställd av Kerstin Öberg"));
    let mut elected = app.signed_in("Tomas Wiklund");
    elected.open(&address("utbildningsnamnden")).within_budget(30);
    assert!(elected.page().says("Introduktionen får inte vänta.") && elected.page().says(WORDS));
    elected.open(&format!("/rapport/{}", id("org", "utbildningsnamnden"))).within_budget(30);
    assert!(elected.page().says("Introduktionen får inte vänta.") && elected.page().says(WORDS));
}

#[test]
fn what_units_answer_to_the_questions_of_a_template_can_be_quoted() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    let round = id("round", "manad-2026-03");
    controller.open(&format!("{}?runda={round}", address("utbildningsforvaltningen")));
    let answer = "Vi har full bemanning för första gången på ett år.";
    assert!(controller.page().says(answer), "{}", controller.page().text());
}

#[test]
fn a_draft_is_for_those_who_write_it() {
    let app = TestApp::new();
    for name in ["Yvonne Strand", "Amira Lindqvist", "Farah Nazari", "Mårten Ekdahl"] {
        let status = app.signed_in(name).get(&address("utbildningsnamnden")).status.as_u16();
        assert_eq!(status, 404, "{name}");
    }
    // Who reads drafts of the committee reads this one too, and the page says so.
    for name in ["Kerstin Öberg", "Gösta Hallin"] {
        let mut browser = app.signed_in(name);
        browser.open(&address("utbildningsnamnden"));
        assert!(
            browser.page().says("Den läses av er som skriver och av dem som läser utkast hos er")
        );
    }
    let mut elected = app.signed_in("Yvonne Strand");
    elected.open(&format!("/rapport/{}", id("org", "utbildningsnamnden")));
    assert!(!elected.page().says("Nämnden ser att vakanserna är den gemensamma orsaken."));
}

#[test]
fn a_text_that_changes_after_it_was_quoted_is_told_and_the_body_chooses() {
    let app = TestApp::new();
    let mut controller = committee_quotes_a_unit(&app);
    let about = "akt-gemensam-introduktion-for-vikarier";
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&format!("{}/kvitto", account())).press("Ångra inlämning");
    controller.open(&address("utbildningsnamnden"));
    assert!(controller.page().says("Texten är inte lämnad längre"));
    amira.open(&part(about)).fill("Vad beror förseningen på?", "Vi bytte leverantör.");
    amira.press("Klar, nästa del").open(&format!("{}/granska", account()));
    amira.press("Lämna rapporten");
    controller.open(&address("utbildningsnamnden"));
    assert!(controller.page().says("Texten har ändrats sedan den citerades"));
    assert!(controller.page().says(WORDS) && controller.page().says("Vi bytte leverantör."));
    let quotes = controller.page().texts("blockquote");
    assert!(quotes.iter().any(|text| text.contains(WORDS)), "the quote stands until one chooses");
    let (citat, before) = (quote_of(&controller, WORDS), app.audit_length());
    let url = format!("{}/citat", address("utbildningsnamnden"));
    assert_eq!(controller.post(&url, &[("citat", &citat), ("val", "behall")]).status, 303);
    controller.open(&address("utbildningsnamnden"));
    assert!(!controller.page().says("Vi bytte leverantör."));
    assert_eq!(controller.post(&url, &[("citat", &citat), ("val", "ny")]).status, 303);
    controller.open(&address("utbildningsnamnden"));
    assert!(!controller.page().says(WORDS) && controller.page().says("Vi bytte leverantör."));
    assert_eq!(app.audit_length(), before + 2);
}

/// The identity of the quote that says something.
fn quote_of(browser: &Browser, words: &str) -> String {
    let page = browser.reply().text();
    let at = page.find(words).unwrap();
    let (_, rest) = page[at..].split_once("citat?citat=").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn what_is_settled_does_not_move_when_its_source_does() {
    let app = TestApp::new();
    let mut controller = committee_quotes_a_unit(&app);
    controller.fill("Utbildningsnämnden bedömer", "Så bedömer vi.").press("Spara");
    let citat = quote_of(&controller, WORDS);
    controller.press("Fastställ");
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&format!("{}/kvitto", account())).press("Ångra inlämning");
    let about = "akt-gemensam-introduktion-for-vikarier";
    amira.open(&part(about)).fill("Vad beror förseningen på?", "Vi bytte leverantör.");
    amira.press("Klar, nästa del").open(&format!("{}/granska", account()));
    amira.press("Lämna rapporten");
    controller.open(&address("utbildningsnamnden"));
    assert!(controller.page().says(WORDS) && !controller.page().says("Vi bytte leverantör."));
    assert!(controller.page().says("Här står den som den citerades."));
    let before = app.audit_length();
    for (what, value) in [("citat", "ny"), ("citat", "bort"), ("citat", "spara")] {
        let url = format!("{}/{what}", address("utbildningsnamnden"));
        let reply = controller.post(&url, &[("citat", &citat), ("val", value)]);
        assert_eq!(reply.status, 409, "{value}");
    }
    let late = [("text", "För sent"), ("version", "1")];
    let reply = controller.post(&address("utbildningsnamnden"), &late);
    assert_eq!(reply.status, 409);
    assert!(reply.text().contains("För sent"), "what was typed is not lost");
    assert_eq!(app.audit_length(), before);
}

#[test]
fn texts_go_upward_through_administration_committee_and_executive_board_to_the_council() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    controller.open(&address("utbildningsnamnden"));
    assert!(controller.page().says("Citerad genom Utbildningsförvaltningen"));
    controller.press("Fastställ");
    controller.open(&address("kommunstyrelsen")).within_budget(30);
    for words in ["Nämnden ser att vakanserna", "Kön till särskilt boende är kortare"] {
        assert!(controller.page().says(words), "{words}: {}", controller.page().text());
    }
    controller.press("Citera Utbildningsnämnden");
    controller.fill("Kommunstyrelsen bedömer", "Rekryteringen är en fråga för alla nämnder.");
    controller.press("Spara").press("Fastställ");
    controller.open(&address("kommunfullmaktige")).within_budget(30);
    assert!(controller.page().says("Rekryteringen är en fråga för alla nämnder."));
    assert!(controller.page().says("Nämnden ser att vakanserna"));
}

#[test]
fn whichever_button_is_pressed_first_nothing_that_is_written_on_the_page_is_lost() {
    let app = TestApp::new();
    let mut controller = committee_quotes_a_unit(&app);
    let (own, beside) = ("Utbildningsnämnden bedömer", "Utbildningsnämnden bedömer:");
    controller.fill(own, "Skrivet före citatet.").fill(beside, "Nämnden håller med.");
    controller.press("Citera Skärgårdens förskolor");
    assert_eq!(controller.status(), 200, "{}", controller.page().text());
    assert_eq!(controller.value(own), "Skrivet före citatet.");
    assert_eq!(controller.value(beside), "Nämnden håller med.");
    controller.fill(own, "Ändrat igen.").press("Ta bort citatet");
    assert_eq!(controller.value(own), "Ändrat igen.");
    assert!(!controller.page().says("Nämnden håller med."), "it went with its quote");
    // What is too long stops the button, and all that was typed stands.
    controller.fill(own, &"å".repeat(4_001)).fill(beside, "Bredvid.").press("Ta bort citatet");
    assert_eq!(controller.status(), 422);
    assert_eq!(controller.value(own).chars().count(), 4_001);
    assert_eq!(controller.value(beside), "Bredvid.");
    controller.fill(own, "Till sist.").press("Fastställ");
    assert!(controller.page().says("Till sist.") && controller.page().says("Låst: fastställd av"));
}

#[test]
fn a_text_that_is_taken_back_before_it_is_quoted_is_told_and_the_words_stay() {
    let app = TestApp::new();
    let mut controller = committee_quotes_a_unit(&app);
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&format!("{}/kvitto", account())).press("Ångra inlämning");
    let own = "Utbildningsnämnden bedömer";
    controller.fill(own, "Skrivet medan den togs tillbaka.").press("Citera Skärgårdens förskolor");
    assert_eq!(controller.status(), 422);
    assert!(controller.page().says("Texten finns inte längre att välja."));
    assert_eq!(controller.value(own), "Skrivet medan den togs tillbaka.");
    controller.press("Spara");
    assert_eq!(controller.value(own), "Skrivet medan den togs tillbaka.");
}

#[test]
fn a_button_pressed_with_an_untouched_text_does_not_write_over_what_another_wrote() {
    let app = TestApp::new();
    let mut first = committee_quotes_a_unit(&app);
    let mut second = app.signed_in("Cecilia Nord");
    second.open(&address("utbildningsnamnden"));
    second.fill("Utbildningsnämnden bedömer", "Cecilias ord.").press("Spara");
    first.press("Citera Skärgårdens förskolor");
    assert_eq!(first.status(), 200, "{}", first.page().text());
    assert_eq!(first.value("Utbildningsnämnden bedömer"), "Cecilias ord.");
}

#[test]
fn two_who_write_a_compilation_are_both_shown() {
    let app = TestApp::new();
    let mut first = app.signed_in("Kerstin Öberg");
    let mut second = app.signed_in("Cecilia Nord");
    first.open(&address("utbildningsnamnden"));
    let known = version(&first);
    second.open(&address("utbildningsnamnden"));
    second.fill("Utbildningsnämnden bedömer", "Cecilias ord.").press("Spara");
    let sent = [("text", "Kerstins ord."), ("version", &*known)];
    first.post_and_show(&address("utbildningsnamnden"), &sent);
    assert_eq!(first.status(), 409);
    assert!(first.page().says("Cecilias ord."));
    assert_eq!(first.value("Utbildningsnämnden bedömer"), "Kerstins ord.");
    first.press("Spara");
    assert_eq!(first.status(), 200);
    first.fill("Utbildningsnämnden bedömer", &"å".repeat(4_001)).press("Spara");
    assert_eq!(first.page().problems(), ["Ta bort ett tecken"]);
}

#[test]
fn who_leads_a_body_finds_its_compilation_where_following_up_begins() {
    let app = TestApp::new();
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/folja-upp").within_budget(30);
    let links = lena.page().links();
    // Pages write identities without hyphens.
    let own = address("utbildningsforvaltningen").replace('-', "");
    assert!(links.iter().any(|(_, url)| url.replace('-', "") == own), "{links:?}");
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/folja-upp");
    let links = amira.page().links();
    assert!(links.iter().all(|(_, url)| !url.contains("/sammanstallning/")), "{links:?}");
}

#[test]
fn whoever_reads_a_body_comes_to_what_those_under_it_have_settled() {
    let app = TestApp::new();
    for name in ["Yvonne Strand", "Kerstin Öberg", "Amira Lindqvist", "Ingrid Malm", "Farah Nazari"]
    {
        let mut browser = app.signed_in(name);
        browser.open(&format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden")));
        let links = browser.page().links();
        let told = links.into_iter().filter(|(words, _)| words.starts_with("Läs vad "));
        let told: Vec<_> = told.collect();
        assert!(name != "Yvonne Strand" || !told.is_empty(), "{}", browser.page().text());
        for (words, to) in told {
            assert_eq!(browser.get(&to).status, 200, "{name}: {words} at {to}");
        }
    }
}

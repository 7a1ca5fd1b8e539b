//! A body's pages with several rounds beside each other: each says only what its round asks, leads to the
//! others and to what the body has settled, and asks before something is done that cannot be taken back.

use app::followup::store;
use domain::followup::AccountState;

use crate::asked_rounds::{open_round, opened};
use crate::forecasts::{FORECAST, account_of, forecast, open};
use crate::kit::{Browser, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const ELECTED: &str = "Yvonne Strand";

fn committee() -> String {
    format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden"))
}

fn report() -> String {
    format!("/rapport/{}", id("org", "utbildningsnamnden"))
}

/// Whether a link on the page leads to an address about a round.
fn leads_to(browser: &Browser, address: &str, round: &str) -> bool {
    let plain = |text: &str| text.replace('-', "");
    let wanted = plain(&format!("{address}?runda={round}"));
    browser.page().links().iter().any(|(_, to)| plain(to) == wanted)
}

#[test]
fn a_round_that_asks_for_no_goals_says_nothing_of_them_and_leads_to_the_one_that_does() {
    let app = TestApp::new();
    open(&app, FORECAST, "2026-T2", &["enhet"]);
    let extra = account_of(&app, "skargardens-forskolor");
    forecast(&mut app.signed_in("Amira Lindqvist"), &extra, "1 000", "1 000");
    let rounds = app.reading(store::rounds);
    let round = rounds.iter().find(|one| one.title == "Extra runda").unwrap().id.to_string();
    let part = id("round", "delar-2026-08");
    let mut yvonne = app.signed_in(ELECTED);
    // Without a choice the round that judges is shown, and the other is offered.
    for address in [committee(), report()] {
        yvonne.open(&address).within_budget(30);
        assert!(yvonne.page().says("Delårsrapport januari–augusti 2026"));
        assert!(leads_to(&yvonne, &address, &round), "{address}: {:?}", yvonne.page().links());
        yvonne.open(&format!("{address}?runda={round}")).within_budget(30);
        assert!(leads_to(&yvonne, &address, &part), "{address}");
        for words in ["har bedömt", "inte bedömt", "Inte bedömt", "har inte lämnat: "] {
            assert!(!yvonne.page().says(words), "{address} {words}: {}", yvonne.page().text());
        }
        assert!(!yvonne.page().says("Alla elever klarar grundskolan"), "{address}");
    }
    assert!(yvonne.page().says("Uppföljningen frågar inte efter mål och mått."));
    yvonne.open(&format!("{}?runda={round}", committee()));
    assert!(yvonne.page().says("Uppföljningen frågar inte hur det går med målen."));
    assert!(yvonne.page().says("1 av"), "how many have handed in is told");
}

#[test]
fn what_a_body_has_settled_is_reached_from_its_page_and_its_report_by_all_who_read_them() {
    let app = TestApp::new();
    let settled = format!("/folja-upp/sammanstallning/{}", id("org", "utbildningsnamnden"));
    let mut yvonne = app.signed_in(ELECTED);
    let has = |browser: &mut Browser, page: &str| {
        browser.open(page).within_budget(30);
        let links = browser.page().links();
        links.iter().any(|(_, to)| to.replace('-', "") == settled.replace('-', ""))
    };
    for page in [committee(), report()] {
        assert!(!has(&mut yvonne, &page), "{page}: a draft is for those who write it");
    }
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&settled).fill("Utbildningsnämnden bedömer", "Vi ser en god start.");
    kerstin.press("Spara").press("Fastställ");
    for page in [committee(), report()] {
        assert!(has(&mut yvonne, &page), "{page}: {:?}", yvonne.page().links());
        yvonne.follow("Sammanställning");
        assert!(yvonne.page().says("Vi ser en god start."), "{}", yvonne.page().text());
    }
}

#[test]
fn freezing_is_asked_first_with_how_many_are_in_and_said_when_it_is_done_already() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&report()).follow("Frys rapporten").within_budget(30);
    assert_eq!(kerstin.page().heading(), "Ska rapporten frysas?");
    assert!(kerstin.page().says("18 av 29 enheter har lämnat."), "{}", kerstin.page().text());
    assert!(kerstin.page().says("11 enheter har inte lämnat än."));
    assert!(kerstin.page().says("den kan inte tas bort"));
    assert!(!kerstin.page().says("Rapporten är redan fryst"));
    kerstin.press("Frys rapporten");
    assert!(kerstin.page().says("Rapporten är fryst"), "{}", kerstin.page().text());
    kerstin.open(&report()).follow("Frys rapporten");
    assert!(kerstin.page().says("Rapporten är redan fryst"), "{}", kerstin.page().text());
    assert!(kerstin.page().says("Kerstin Öberg frös den senast"));
    let mut lena = app.signed_in("Lena Holm");
    assert_eq!(lena.get(&format!("{}/frys", report())).status.as_u16(), 403);
}

#[test]
fn a_round_that_somebody_has_begun_is_not_removed_and_one_is_removed_once() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    open_round(&mut kerstin);
    let (round, account) = opened(&app);
    let address = format!("/folja-upp/runda/{round}");
    kerstin.open(&address);
    app.signed_in("Amira Lindqvist").open(&account).press("Börja rapportera");
    kerstin.press("Ta bort uppföljningen");
    assert_eq!(kerstin.status(), 409);
    assert!(kerstin.page().says("Uppföljningen är kvar: någon har börjat"));
    assert!(kerstin.page().says("En enhet har börjat skriva"), "{}", kerstin.page().text());
    assert!(!kerstin.page().says("Det du skrev står kvar"), "nothing was written");
    let begun = app.reading(|tx| store::accounts_of_round(tx, round));
    assert!(begun.iter().any(|one| one.state == AccountState::Draft));
    // Pressing twice.
    let other = TestApp::new();
    let mut kerstin = other.signed_in(CONTROLLER);
    open_round(&mut kerstin);
    let (round, _) = opened(&other);
    let address = format!("/folja-upp/runda/{round}");
    let mut beside = other.signed_in(CONTROLLER);
    beside.open(&address);
    kerstin.open(&address).press("Ta bort uppföljningen");
    beside.press("Ta bort uppföljningen");
    assert_eq!((beside.status(), beside.page().heading().as_str()), (200, "Följa upp"));
    let never = format!("/folja-upp/runda/{}/ta-bort", id("round", "delar-2026-99"));
    assert_eq!(beside.post(&never, &[("version", "1")]).status.as_u16(), 404);
}

#[test]
fn the_page_of_news_says_that_days_were_swapped_and_keeps_what_was_typed() {
    let app = TestApp::new();
    let mut yvonne = app.signed_in(ELECTED);
    yvonne.open("/uppsikt/nytt?fran=2026-03-01&till=2026-08-25");
    assert!(!yvonne.page().says("Dagen går inte att läsa"), "today is a day that is");
    yvonne.open("/uppsikt/nytt?fran=2026-08-01&till=2026-06-01");
    assert!(yvonne.page().says("Dagarna stod i omvänd ordning och har bytt plats."));
    yvonne.open("/uppsikt/nytt?fran=2026-08-25&till=2026-06-01");
    assert!(yvonne.page().says("Dagarna stod i omvänd ordning"), "{}", yvonne.page().text());
    yvonne.open("/uppsikt/nytt?fran=2026-02-30&till=2026-06-01");
    assert!(yvonne.page().says("Dagen går inte att läsa"));
    assert!(yvonne.reply().text().contains("value=\"2026-02-30\""));
    assert!(yvonne.reply().text().contains("value=\"2026-06-01\""));
}

//! An org unit that is moved or merged in the middle of a round is counted once, and every page that
//! counts or reads its report says the same of it.

use jiff::civil::date;

use crate::followup::{account, hand_in};
use crate::kit::{Browser, TestApp, id};

const AWAY: &str = "Skärgårdens förskolor flyttade 25 augusti 2026 till Produktionsförvaltningen. \
                    Rapporten läses, godkänns och räknas där och inte här.";
const HERE: &str = "Skärgårdens förskolor kom 25 augusti 2026 från Utbildningsförvaltningen. \
                    Rapporten läses, godkänns och räknas här.";
const MERGED: &str = "Skärgårdens förskolor upphörde 25 augusti 2026 och gick upp i Sjötorpets \
                      förskola. Rapporten finns kvar och räknas för sig, skild från den för \
                      Sjötorpets förskola. Läge: Lämnad.";

fn round() -> String {
    format!("runda={}", id("round", "delar-2026-08"))
}

fn committee(body: &str) -> String {
    format!("/folja-upp/namnd/{}?{}", id("org", body), round())
}

fn report(body: &str) -> String {
    format!("/rapport/{}?{}", id("org", body), round())
}

/// The tree that the PDF is set from: a program built without the typesetter shows it in the PDF's place,
/// and one built with it on the report's page.
fn pdf_text(browser: &mut Browser, body: &str) -> String {
    // Without the typesetter the tree alone is the answer, which is no whole page.
    browser.gather_findings();
    let reply = browser.get(&format!("/rapport/{}/pdf?{}", id("org", body), round()));
    let page = if reply.is_page() {
        reply.text()
    } else {
        assert_eq!(reply.header("content-type"), "application/pdf");
        let page = browser.get(&format!("{}&del=alla", report(body))).text();
        let start = page.find("<article").expect("the report's text");
        page[start..].to_owned()
    };
    let mut is_tag = false;
    let plain = page.chars().map(|letter| {
        is_tag = letter == '<' || (is_tag && letter != '>');
        if is_tag || letter == '>' { ' ' } else { letter }
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn compilation(body: &str) -> String {
    format!("/folja-upp/sammanstallning/{}?{}", id("org", body), round())
}

fn collection(body: &str) -> String {
    format!("/uppsikt/insamling?{}&gren={}", round(), id("org", body))
}

/// The first `n av m` after some words on the page.
fn count_after(browser: &Browser, words: &str) -> (usize, usize) {
    let text = browser.page().text();
    let rest = text.split_once(words).unwrap_or_else(|| panic!("{words} in {text}")).1;
    count_in(rest)
}

/// The first `n av m`.
fn count_in(text: &str) -> (usize, usize) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| word.trim_end_matches('.').parse::<usize>().ok();
    let found = words.windows(3).find_map(|three| match three {
        [some, "av", all] => Some((number(some)?, number(all)?)),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no count in {text}"))
}

/// What all pages that count say of a body: one number.
fn counted(kerstin: &mut Browser, body: &str, name: &str) -> (usize, usize) {
    kerstin.open(&committee(body)).within_budget(30);
    let on_page = count_after(kerstin, name);
    kerstin.open(&report(body)).within_budget(30);
    assert_eq!(count_after(kerstin, "Underlag"), on_page, "the report of {body}");
    let text = pdf_text(kerstin, body);
    let (_, rest) = text.split_once("Underlag").expect("the cover tells it");
    assert_eq!(count_in(rest), on_page, "the PDF of {body}");
    // In the tree, where the body is not opened, so that its own sum is all it says.
    kerstin.open(&collection("kommunfullmaktige")).within_budget(30);
    let tree = kerstin.page().text();
    let (_, line) = tree.rsplit_once(name).expect("stands in the tree");
    assert_eq!(count_in(line), on_page, "the collection of {body}");
    kerstin.open(&format!("/folja-upp?{}", round())).within_budget(30);
    assert_eq!(count_after(kerstin, name), on_page, "the overview of {body}");
    on_page
}

fn all_say(browser: &mut Browser, addresses: &[String], words: &str) {
    for address in addresses {
        browser.open(address).within_budget(30);
        assert_eq!(browser.status(), 200, "{address}");
        assert!(browser.page().says(words), "{address}: {}", browser.page().text());
    }
}

/// Freezes the report of a body and opens what was frozen.
fn frozen(browser: &mut Browser, body: &str) {
    browser.open(&report(body)).follow("Frys rapporten").press("Frys rapporten");
    assert!(browser.page().says("fryst"), "{}", browser.page().text());
}

const BODIES: [(&str, &str); 2] = [
    ("utbildningsnamnden", "Utbildningsnämnden"),
    ("produktionsstyrelsen", "Produktionsstyrelsen"),
];

#[test]
fn a_unit_that_moves_is_counted_where_it_lies_and_all_pages_say_the_same_number() {
    let app = TestApp::new();
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    let before = BODIES.map(|(body, name)| counted(&mut kerstin, body, name));
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open(&format!("/organisation/{}/flytta", id("org", "skargardens-forskolor")));
    johan.pick("Lägg under", "Produktionsförvaltningen").press("Visa vad som händer");
    johan.press("Flytta");
    let mut kerstin = app.signed_in("Kerstin Öberg");
    let after = BODIES.map(|(body, name)| counted(&mut kerstin, body, name));
    let [from, to] = before;
    assert_eq!(after, [(from.0 - 1, from.1 - 1), (to.0 + 1, to.1 + 1)], "counted once");
    let of = |body: &str| [committee(body), report(body), compilation(body), collection(body)];
    all_say(&mut kerstin, &of("utbildningsnamnden"), AWAY);
    all_say(&mut kerstin, &of("produktionsstyrelsen"), HERE);
    let inside = "Skärgårdens förskolor flyttade 25 augusti 2026 från Utbildningsförvaltningen till \
                  Produktionsförvaltningen.";
    let page = format!("/folja-upp/runda/{}", id("round", "delar-2026-08"));
    all_say(&mut kerstin, &[page.clone(), format!("{page}/enheter")], inside);
    kerstin.open(&committee("utbildningsnamnden"));
    assert!(kerstin.page().says("räknas där enheten ligger: Skärgårdens förskolor."));
    assert!(!kerstin.page().says("räknas också här"));
    for (body, words) in [("utbildningsnamnden", AWAY), ("produktionsstyrelsen", HERE)] {
        assert!(pdf_text(&mut kerstin, body).contains(words), "the PDF of {body}");
        frozen(&mut kerstin, body);
        assert!(kerstin.page().says(words), "{}", kerstin.page().text());
    }
    let mut lena = app.signed_in("Lena Holm");
    all_say(&mut lena, &["/folja-upp".to_owned()], AWAY);
}

#[test]
fn a_unit_that_is_merged_is_told_of_on_every_page_and_counted_once_beside_its_heir() {
    let app = TestApp::new();
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    let (body, name) = ("utbildningsnamnden", "Utbildningsnämnden");
    let before = counted(&mut kerstin, body, name);
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open(&format!("/organisation/{}/sla-ihop", id("org", "skargardens-forskolor")));
    johan.pick("Slå ihop med", "Sjötorpets förskola").press("Visa vad som händer");
    johan.press("Slå ihop");
    // The very day it is told as something that comes.
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&committee(body)).within_budget(30);
    assert!(kerstin.page().says("Skärgårdens förskolor upphör 25 augusti 2026 och går upp i"));
    app.clock().set(date(2026, 8, 26).at(9, 0, 0, 0));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    assert_eq!(counted(&mut kerstin, body, name), before);
    let page = format!("/folja-upp/runda/{}", id("round", "delar-2026-08"));
    let all = [
        committee(body),
        report(body),
        compilation(body),
        collection(body),
        page.clone(),
        format!("{page}/enheter"),
    ];
    all_say(&mut kerstin, &all, MERGED);
    assert!(pdf_text(&mut kerstin, body).contains(MERGED));
    frozen(&mut kerstin, body);
    assert!(kerstin.page().says(MERGED), "{}", kerstin.page().text());
    let mut lena = app.signed_in("Lena Holm");
    all_say(&mut lena, &["/folja-upp".to_owned()], MERGED);
    // On the report of the one that took over, and on its own.
    let heir = format!("/folja-upp/{}", id("follow_up", "sjotorpets-forskola"));
    let told = "Skärgårdens förskolor gick upp i Sjötorpets förskola 25 augusti 2026";
    all_say(&mut lena, &[format!("{heir}/las")], told);
    all_say(&mut lena, &[format!("{}/las", account())], "Sjötorpets förskola har tagit över.");
}

#[test]
fn a_unit_merged_into_one_elsewhere_is_counted_where_it_lay_and_told_in_both_places() {
    let app = TestApp::new();
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let mut johan = app.signed_in("Johan Åkerlund");
    // Moved there and back again is no move.
    for place in ["Produktionsförvaltningen", "Utbildningsförvaltningen"] {
        johan.open(&format!("/organisation/{}/flytta", id("org", "skargardens-forskolor")));
        johan.pick("Lägg under", place).press("Visa vad som händer").press("Flytta");
    }
    johan.open(&format!("/organisation/{}/flytta", id("org", "sjotorpets-forskola")));
    johan.pick("Lägg under", "Produktionsförvaltningen").press("Visa vad som händer");
    johan.press("Flytta");
    johan.open(&format!("/organisation/{}/sla-ihop", id("org", "skargardens-forskolor")));
    johan.pick("Slå ihop med", "Sjötorpets förskola").press("Visa vad som händer");
    johan.press("Slå ihop");
    app.clock().set(date(2026, 8, 26).at(9, 0, 0, 0));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    for (body, name) in BODIES {
        counted(&mut kerstin, body, name);
    }
    kerstin.open(&report("utbildningsnamnden"));
    assert!(kerstin.page().says(MERGED), "{}", kerstin.page().text());
    assert!(!kerstin.page().says("Skärgårdens förskolor flyttade"));
    let elsewhere = "Skärgårdens förskolor upphörde 25 augusti 2026 och gick upp i Sjötorpets \
                     förskola. Rapporten räknas under Utbildningsförvaltningen, där enheten låg, \
                     och inte här.";
    all_say(
        &mut kerstin,
        &[committee("produktionsstyrelsen"), report("produktionsstyrelsen")],
        elsewhere,
    );
}
